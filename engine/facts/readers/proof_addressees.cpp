// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/proof_words.h"
#include "engine/text/addresses.h"
#include "engine/text/fold.h"

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNameLines = 3; ///< above an address

/// Two words or more, letters only, that begin with capitals.
bool looksLikeName(const QString &line)
{
    int words = 0;
    int capital = 0;
    const QStringList parts = line.simplified().split(u' ');
    for (const QString &part : parts) {
        const bool letters = std::all_of(part.begin(), part.end(),
                                         [](QChar c) { return c.isLetter() || u"'’-.&"_s.contains(c); });
        if (!letters)
            return false;
        const qsizetype letterCount =
            std::count_if(part.begin(), part.end(), [](QChar c) { return c.isLetter(); });
        words += letterCount > 0 ? 1 : 0;
        capital += letterCount > 0 && part.front().isUpper() ? 1 : 0;
    }
    return words >= 2 && words <= 8 && capital * 3 >= words * 2;
}

void add(QList<PrintedField> &list, const PrintedField &field)
{
    const QString folded = text::fold(field.value);
    const bool known = std::any_of(list.begin(), list.end(), [&](const PrintedField &other) {
        return text::fold(other.value) == folded;
    });
    if (!known && !folded.isEmpty())
        list += field;
}

TextLine joined(const QList<ProofLine> &lines, int first, int count)
{
    TextLine whole = toTextLine(lines.at(first));
    QRectF box = lines.at(first).line.box;
    QStringList texts{lines.at(first).line.text};
    for (int i = first + 1; i < first + count && i < lines.size(); ++i) {
        box |= lines.at(i).line.box;
        texts += lines.at(i).line.text;
    }
    whole.text = texts.join(u'\n');
    whole.region =
        QPolygonF(QList<QPointF>{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()});
    return whole;
}

void addNamesAbove(const QList<ProofLine> &lines, int address, QList<PrintedField> &names)
{
    QList<PrintedField> above;
    for (int i = address - 1; i >= 0 && address - i <= mostNameLines; --i) {
        const ProofLine &line = lines.at(i);
        if (line.line.block != lines.at(address).line.block || line.page != lines.at(address).page)
            break;
        if (looksLikeName(line.line.text))
            above.prepend(PrintedField{line.line.text, toTextLine(line)});
    }
    for (const PrintedField &name : above)
        add(names, name);
}

void addLabelledNames(const QList<ProofLine> &lines, QList<PrintedField> &names)
{
    for (int i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i).line.text;
        const qsizetype colon = line.indexOf(u':');
        const QString label = text::fold(colon < 0 ? line : line.left(colon));
        if (!holderWords().contains(label))
            continue;
        const QString rest = colon < 0 ? QString() : line.mid(colon + 1).trimmed();
        if (looksLikeName(rest))
            add(names, PrintedField{rest, toTextLine(lines.at(i))});
        for (int next = i + 1; next < lines.size() && next <= i + 2 && rest.isEmpty(); ++next) {
            const bool together = lines.at(next).line.block == lines.at(i).line.block &&
                                  lines.at(next).page == lines.at(i).page;
            if (!together || !looksLikeName(lines.at(next).line.text))
                break;
            add(names, PrintedField{lines.at(next).line.text, toTextLine(lines.at(next))});
        }
    }
}

} // namespace

TextLine toTextLine(const ProofLine &line)
{
    return TextLine{line.line.text,
                    QPolygonF(QList<QPointF>{line.line.box.topLeft(), line.line.box.topRight(),
                                             line.line.box.bottomRight(), line.line.box.bottomLeft()}),
                    line.page, line.line.confidence};
}

Addressees addressees(const QList<ProofLine> &lines, const QString &country)
{
    Addressees found;
    QStringList texts;
    for (const ProofLine &line : lines)
        texts += line.line.text;
    for (const text::FoundAddress &address : text::findAddresses(texts, country)) {
        if (address.mailbox)
            continue;
        add(found.addresses, PrintedField{address.text, joined(lines, address.firstLine, address.lineCount)});
        addNamesAbove(lines, address.firstLine, found.names);
    }
    addLabelledNames(lines, found.names);
    return found;
}

} // namespace scrutineer::facts

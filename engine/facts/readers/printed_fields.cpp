// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/printed_fields.h"

#include "engine/facts/readers/american_licence.h"
#include "engine/facts/readers/date_roles.h"
#include "engine/facts/readers/field_labels.h"
#include "engine/facts/readers/field_values.h"
#include "engine/facts/readers/stuck_words.h"
#include "engine/text/addresses.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double furthestRight = 14; ///< from a label to its value, in heights of the label
constexpr double furthestBelow = 2.6;
constexpr double furthestStart = 3; ///< right of the label, where its value may begin below it
constexpr double furthestLeft = 16; ///< of a value whose label in the first language was not read

bool isEuropean(const DocumentHints &hints, const QList<LaidLine> &lines)
{
    if (hints.issuer.isEmpty())
        return !hasAmericanLabels(lines);
    return hints.issuer != "USA"_L1 && hints.issuer != "CAN"_L1;
}

bool sameRow(const QRectF &a, const QRectF &b)
{
    const double overlap = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return overlap > 0.45 * std::min(a.height(), b.height());
}

/// Words and labels of a whole card, so that values can be looked for around labels.
class Card
{
public:
    Card(const QList<LaidLine> &lines, const DocumentHints &hints)
        : m_lines(lines),
          m_labels(findLabels(lines, hints.type == DocumentType::DrivingLicence, isEuropean(hints, lines)))
    {
    }

    [[nodiscard]] const QList<LabelHit> &labels() const { return m_labels; }

    /// Words to the right of a label, in its row, up to the next label.
    [[nodiscard]] QList<PlacedWord> rightOf(const LabelHit &label) const
    {
        QList<PlacedWord> words;
        const double end = nextLabelIn(label.box, label.box.right());
        for (int line = 0; line < m_lines.size(); ++line) {
            for (int word = 0; word < m_lines.at(line).words.size(); ++word) {
                const PlacedWord &placed = m_lines.at(line).words.at(word);
                const double gap = placed.box.left() - label.box.right();
                const bool beside = sameRow(placed.box, label.box) &&
                                    placed.box.center().x() > label.box.right() && placed.box.left() < end;
                if (beside && gap < furthestRight * label.box.height() && !isLabel(line, word))
                    words += placed;
            }
        }
        sortByLeft(words);
        return words;
    }

    /// Words in the row below a label, under it, up to where the next label's column begins.
    [[nodiscard]] QList<PlacedWord> below(const LabelHit &label) const
    {
        const double height = label.box.height();
        const double end = nextLabelIn(label.box, label.box.right());
        const double left = label.second
                                ? std::max(label.box.left() - furthestLeft * height, labelBefore(label))
                                : label.box.left() - 2.5 * height;
        QList<PlacedWord> candidates;
        for (int line = 0; line < m_lines.size(); ++line) {
            for (int word = 0; word < m_lines.at(line).words.size(); ++word) {
                const PlacedWord &placed = m_lines.at(line).words.at(word);
                const double down = placed.box.top() - label.box.bottom();
                const bool under = placed.box.left() > left && placed.box.left() < end - 0.5 * height;
                if (under && down > -0.45 * height && down < furthestBelow * height &&
                    placed.box.center().y() > label.box.bottom() && !isLabel(line, word) &&
                    !followsLabel(line, word))
                    candidates += placed;
            }
        }
        if (candidates.isEmpty())
            return {};
        // What stands far to the right belongs to something else; it only goes on with what begins here.
        const auto rank = [&](const PlacedWord &word) {
            return std::pair(word.box.left() > label.box.right() + furthestStart * height,
                             word.box.center().y());
        };
        const auto first =
            std::min_element(candidates.begin(), candidates.end(),
                             [&](const PlacedWord &a, const PlacedWord &b) { return rank(a) < rank(b); });
        const QRectF row = first->box;
        candidates.removeIf([&](const PlacedWord &word) { return !sameRow(word.box, row); });
        sortByLeft(candidates);
        // Left of a second language's label, the values of other labels that were not read may stand as well.
        const qsizetype from = label.second ? startOfLast(candidates, label.box.left()) : 0;
        return withoutFarWords(candidates.sliced(from), label.box);
    }

private:
    static void sortByLeft(QList<PlacedWord> &words)
    {
        std::sort(words.begin(), words.end(),
                  [](const PlacedWord &a, const PlacedWord &b) { return a.box.left() < b.box.left(); });
    }

    /// Whether the gap between two words is no wider than in one value.
    static bool isNext(const PlacedWord &before, const PlacedWord &word)
    {
        return word.box.left() - before.box.right() < 1.8 * word.box.height();
    }

    /// The first word of the last value that begins before a place.
    static qsizetype startOfLast(const QList<PlacedWord> &words, double left)
    {
        qsizetype start = 0;
        for (qsizetype i = 1; i < words.size() && words.at(i).box.left() <= left; ++i) {
            if (!isNext(words.at(i - 1), words.at(i)))
                start = i;
        }
        return start;
    }

    /// Stops at the first gap that is too wide for one value.
    static QList<PlacedWord> withoutFarWords(const QList<PlacedWord> &words, const QRectF &label)
    {
        QList<PlacedWord> near;
        for (const PlacedWord &word : words) {
            const bool starts =
                near.isEmpty() && word.box.left() < label.right() + furthestStart * label.height();
            const bool goesOn = !near.isEmpty() && isNext(near.last(), word);
            if (!starts && !goesOn)
                break;
            near += word;
        }
        return near;
    }

    [[nodiscard]] bool isLabel(int line, int word) const
    {
        return std::any_of(m_labels.begin(), m_labels.end(), [&](const LabelHit &label) {
            return label.line == line && word >= label.firstWord && word <= label.lastWord;
        });
    }

    /// Whether a label stands before a word in its own line, which is where the word belongs.
    [[nodiscard]] bool followsLabel(int line, int word) const
    {
        return std::any_of(m_labels.begin(), m_labels.end(), [&](const LabelHit &label) {
            return label.line == line && label.lastWord < word;
        });
    }

    /// Where the label before this one in its row ends.
    [[nodiscard]] double labelBefore(const LabelHit &label) const
    {
        double before = 0;
        for (const LabelHit &other : m_labels) {
            if (sameRow(other.box, label.box) && other.box.right() < label.box.left())
                before = std::max(before, other.box.right());
        }
        return before;
    }

    [[nodiscard]] double nextLabelIn(const QRectF &row, double from) const
    {
        double next = 1e9;
        for (const LabelHit &label : m_labels) {
            if (sameRow(label.box, row) && label.box.left() > from)
                next = std::min(next, label.box.left());
        }
        return next;
    }

    const QList<LaidLine> &m_lines;
    QList<LabelHit> m_labels;
};

/// "LIN, MEI-HUA" under a label for both: what stands before the comma is the surname.
void splitAtComma(QMap<QString, FoundField> &fields)
{
    for (const QString &key : {u"surname"_s, u"given_names"_s}) {
        const auto field = fields.constFind(key);
        if (field == fields.constEnd() || !field->value.contains(u',') || field->value.endsWith(u','))
            continue;
        FoundField whole = *field;
        fields[u"surname"_s] = fields[u"given_names"_s] = whole;
        fields[u"surname"_s].value = whole.value.section(u',', 0, 0).trimmed();
        fields[u"given_names"_s].value = whole.value.section(u',', 1).remove(u',').trimmed();
        return;
    }
}

/// The label, taken for that of a second language whose first one was not read. Only for numbers: nothing
/// else on a document is written like them, while the date to the left is another date.
LabelHit asSecond(LabelHit label)
{
    label.second = true;
    return label;
}

void readLabelled(const Card &card, const QList<LaidLine> &lines, const DocumentHints &hints,
                  QMap<QString, FoundField> &fields)
{
    QMap<QString, int> strengths;
    for (const LabelHit &label : card.labels()) {
        if (label.field == "other"_L1 ||
            (fields.contains(label.field) && strengths[label.field] >= label.strength))
            continue;
        const QList<PlacedWord> beside = card.rightOf(label);
        std::optional<FoundField> value = valueOf(label.field, beside, hints);
        const bool isName = label.field == "surname"_L1 || label.field == "given_names"_L1;
        // What stands beside a licence's number is its value, however badly it was read.
        const bool alone = beside.isEmpty() && (!isName || isForBothNames(lines.at(label.line)));
        if (!value && (label.strength > 0 || alone))
            value = valueOf(label.field, card.below(label), hints);
        if (!value && label.field == "number"_L1)
            value = valueOf(label.field, card.below(asSecond(label)), hints);
        if (!value || value->confidence < leastConfidence)
            continue;
        fields[label.field] = *value;
        strengths[label.field] = label.strength;
        // "1,2 NAME": the surname, and the given names in the row below it.
        if (label.field == "surname"_L1 && isForBothNames(lines.at(label.line))) {
            LabelHit row = label;
            row.box = value->box;
            if (const auto given = valueOf(u"given_names"_s, card.below(row), hints))
                fields[u"given_names"_s] = *given;
        }
    }
}

/// Lines as the search for addresses gets them: without field numbers in front, and empty where other fields
/// stand.
QStringList addressTexts(const QList<LaidLine> &lines, const Card &card,
                         const QMap<QString, FoundField> &fields)
{
    static const QRegularExpression fieldNumber(u"^(?:8\\.?|[gB][.,])\\s+(?=\\S)"_s); // 8, as OCR reads it
    QStringList texts = textsOf(lines);
    for (const LabelHit &label : card.labels()) {
        const bool isAddress =
            label.field == "other"_L1 && label.firstWord == 0 && texts.at(label.line).startsWith(u'8');
        if (!isAddress)
            texts[label.line].clear();
    }
    for (int i = 0; i < lines.size(); ++i) {
        const bool taken = std::any_of(fields.begin(), fields.end(), [&](const FoundField &field) {
            return field.box.intersects(lines.at(i).box) && sameRow(field.box, lines.at(i).box);
        });
        if (taken)
            texts[i].clear();
        texts[i].remove(fieldNumber);
    }
    return texts;
}

void readAddress(const QList<LaidLine> &lines, const Card &card, const DocumentHints &hints,
                 QMap<QString, FoundField> &fields)
{
    const QList<text::FoundAddress> found =
        text::findAddresses(addressTexts(lines, card, fields), hints.issuer);
    const auto address =
        std::find_if(found.begin(), found.end(), [](const text::FoundAddress &one) { return one.complete; });
    if (address == found.end())
        return;
    FoundField field;
    field.value = address->text;
    field.text = address->text;
    field.confidence = 1;
    for (int i = address->firstLine; i < address->firstLine + address->lineCount && i < lines.size(); ++i) {
        field.box |= lines.at(i).box;
        field.confidence = std::min(field.confidence, lines.at(i).confidence);
    }
    if (field.confidence >= leastConfidence)
        fields[u"address"_s] = field;
}

/// Dates that contradict each other were misread or mislabelled: both are dropped.
void dropContradictions(QMap<QString, FoundField> &fields)
{
    const QString birth = fields.value(u"date_of_birth"_s).value;
    const QString issued = fields.value(u"issued_on"_s).value;
    const QString expires = fields.value(u"expires_on"_s).value;
    const auto notBefore = [](const QString &early, const QString &late) {
        return !early.isEmpty() && !late.isEmpty() && late <= early;
    };
    if (notBefore(birth, expires)) {
        fields.remove(u"date_of_birth"_s);
        fields.remove(u"expires_on"_s);
    }
    if (notBefore(birth, issued) || notBefore(issued, expires))
        fields.remove(u"issued_on"_s);
}

} // namespace

QMap<QString, FoundField> printedFields(const QList<LaidLine> &read, const DocumentHints &known)
{
    QMap<QString, FoundField> fields;
    const QList<LaidLine> lines = takenApart(read, known.type == DocumentType::DrivingLicence);
    DocumentHints hints = known;
    hints.order = writtenOrder(lines, known);
    const Card card(lines, hints);
    readLabelled(card, lines, hints, fields);
    splitAtComma(fields);
    if (known.type == DocumentType::DrivingLicence && !isEuropean(hints, lines))
        readAmericanLicence(lines, hints, fields);
    readAddress(lines, card, hints, fields);
    assignByTime(lines, card.labels(), hints, fields);
    dropContradictions(fields);
    const auto isEmpty = [](const FoundField &field) { return field.value.isEmpty(); };
    for (auto field = fields.begin(); field != fields.end();)
        field = isEmpty(field.value()) ? fields.erase(field) : std::next(field);
    return fields;
}

} // namespace scrutineer::facts

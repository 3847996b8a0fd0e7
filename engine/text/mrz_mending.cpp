// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_mending.h"

#include <QHash>

#include <algorithm>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar filler = u'<';
constexpr int longestNameLineMiscount = 12; ///< characters; long runs of fillers are miscounted most
constexpr int longestDataLineMiscount = 4;

bool looksLikeFiller(QChar c)
{
    return c == filler || QStringView(u"KCSEXGRLZ4").contains(c);
}

/// Where the fillers after the names begin: at the second "<<", or at a tail in which only look-alikes
/// follow.
qsizetype tailOf(const QString &names)
{
    const qsizetype separator = names.indexOf(u"<<"_s);
    qsizetype from = separator < 0 ? 0 : separator + 2;
    while (from < names.size() && names.at(from) == filler)
        ++from;
    for (qsizetype at = names.indexOf(filler, from); at >= 0; at = names.indexOf(filler, at + 1)) {
        const QStringView rest = QStringView(names).sliced(at);
        const bool onlyLookAlikes = std::all_of(rest.begin(), rest.end(), looksLikeFiller);
        const bool ends = rest.size() > 1 && rest.at(1) == filler;
        if (onlyLookAlikes && (ends || rest.size() >= 4 || rest.count(filler) * 2 >= rest.size()))
            return at;
    }
    return names.size();
}

/// K after K after a name is a filler misread: no name ends so.
qsizetype withoutGluedFillers(const QString &names, qsizetype tail)
{
    qsizetype end = tail;
    while (end >= 2 && QStringView(u"KC").contains(names.at(end - 1)) &&
           names.at(end - 2) == names.at(end - 1))
        --end;
    if (end < tail && end >= 1 && QStringView(u"KC").contains(names.at(end - 1)))
        --end;
    return end;
}

/// The longest run of fillers at or behind from; start and length.
std::pair<qsizetype, qsizetype> longestRun(const QString &line, qsizetype from)
{
    std::pair<qsizetype, qsizetype> best{-1, 0};
    for (qsizetype at = from; at < line.size(); ++at) {
        qsizetype end = at;
        while (end < line.size() && line.at(end) == filler)
            ++end;
        if (end - at > best.second)
            best = {at, end - at};
        at = std::max(at, end);
    }
    return best;
}

/// Look-alikes with fillers on both sides, inside optional data, made fillers.
QString withFillers(QString line, const MrzSpan &span)
{
    const qsizetype end = std::min<qsizetype>(line.size(), span.start + span.length);
    qsizetype first = span.start;
    while (first < end && line.at(first) != filler)
        ++first;
    if (first >= end)
        return line;
    const QStringView rest = QStringView(line).mid(first, end - first);
    if (std::all_of(rest.begin(), rest.end(), looksLikeFiller)) {
        for (qsizetype i = first; i < end; ++i)
            line[i] = filler;
    }
    return line;
}

qsizetype firstOptional(int lineIndex, const MrzLayout &layout)
{
    qsizetype first = layout.length;
    for (const MrzSpan &span : layout.optional) {
        if (span.line == lineIndex)
            first = std::min<qsizetype>(first, span.start);
    }
    return first;
}

} // namespace

QString cleanMrzLine(QStringView read)
{
    QString line;
    for (const QChar raw : read) {
        const QChar c = raw.toUpper();
        if ((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == filler)
            line += c;
        else if (QStringView(u"«»‹›£€(").contains(raw))
            line += filler;
    }
    return line;
}

QString asMrzLetters(QStringView text)
{
    static const QHash<QChar, QChar> letters{{u'0', u'O'}, {u'1', u'I'}, {u'2', u'Z'}, {u'5', u'S'},
                                             {u'6', u'G'}, {u'8', u'B'}, {u'4', u'A'}, {u'7', u'T'}};
    QString result;
    for (const QChar c : text)
        result += letters.value(c, c);
    return result;
}

QString asMrzDigits(QStringView text)
{
    static const QHash<QChar, QChar> digits{
        {u'O', u'0'}, {u'Q', u'0'}, {u'D', u'0'}, {u'U', u'0'}, {u'I', u'1'}, {u'L', u'1'}, {u'Z', u'2'},
        {u'S', u'5'}, {u'G', u'6'}, {u'B', u'8'}, {u'T', u'7'}, {u'A', u'4'}, {u'J', u'1'}};
    QString result;
    for (const QChar c : text)
        result += digits.value(c, c);
    return result;
}

QString mendedNameLine(const QString &line, int namesStart, int length)
{
    if (line.size() < namesStart || std::abs(line.size() - length) > longestNameLineMiscount)
        return {};
    QString head = line.left(namesStart);
    QString names = asMrzLetters(QStringView(line).mid(namesStart));
    const qsizetype tail = tailOf(names);
    names = names.left(withoutGluedFillers(names, tail));
    if (names.size() > length - namesStart)
        return {};
    if (tail == line.size() - namesStart && line.size() != length && !names.endsWith(filler))
        return {}; // no fillers to count anew, so a letter is missing or too many
    return head + names.leftJustified(length - namesStart, filler);
}

QStringList mendedDataLines(const QString &line, int lineIndex, const MrzLayout &layout)
{
    QStringList ways;
    const qsizetype excess = line.size() - layout.length;
    if (std::abs(excess) > longestDataLineMiscount)
        return {};
    QString fitting = line;
    if (excess != 0) {
        const auto [start, size] = longestRun(line, firstOptional(lineIndex, layout) - 2);
        if (size < 2 || size <= excess)
            return {};
        if (excess > 0)
            fitting.remove(start, excess);
        else
            fitting.insert(start, QString(-excess, filler));
    }
    ways += fitting;
    QString mended = fitting;
    for (const MrzSpan &span : layout.optional) {
        if (span.line == lineIndex)
            mended = withFillers(mended, span);
    }
    if (mended != fitting)
        ways += mended;
    return ways;
}

} // namespace scrutineer::text

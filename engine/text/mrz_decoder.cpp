// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_decoder.h"

#include "engine/text/mrz_layout.h"
#include "engine/text/mrz_mending.h"

#include <QHash>

#include <algorithm>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar filler = u'<';
constexpr qsizetype mostPasses = 5; ///< ways to read one line that are tried with each other
constexpr int furthestExpiryYears = 30;

/// One way to understand the lines.
struct Candidate
{
    const MrzLayout *layout = nullptr;
    QStringList lines;
    QMap<QString, bool> checks;
    int valid = 0; ///< independent check digits that hold
    int invalid = 0;
    bool repaired = false;
    double score = 0;
};

QString at(const QStringList &lines, const MrzSpan &span)
{
    return span.length == 0 ? QString() : lines.at(span.line).mid(span.start, span.length);
}

void put(QStringList &lines, const MrzSpan &span, const QString &text)
{
    if (span.length == text.size() && span.length > 0)
        lines[span.line].replace(span.start, span.length, text);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isLetters(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u'A' && c <= u'Z') || c == filler; });
}

QString withoutFillers(QString text)
{
    text.replace(filler, u' ');
    return text.simplified();
}

/// Fields whose alphabet leaves no choice: dates and check digits are digits, issuer and nationality letters.
void applyAlphabets(QStringList &lines, const MrzLayout &layout)
{
    for (const MrzSpan &span : {layout.dateOfBirth, layout.expiresOn})
        put(lines, span, asMrzDigits(at(lines, span)));
    for (const MrzCheck &check : layout.checks)
        put(lines, check.digit, asMrzDigits(at(lines, check.digit)));
    for (const MrzSpan &span : {layout.issuerSpan, layout.nationality}) {
        const QString letters = asMrzLetters(at(lines, span));
        if (isLetters(letters))
            put(lines, span, letters);
    }
    if (layout.format == "FR-ID"_L1) {
        put(lines, layout.names, asMrzLetters(at(lines, layout.names)));
        put(lines, layout.givenNames, asMrzLetters(at(lines, layout.givenNames)));
    }
    const QString second = lines.first().mid(1, 1);
    if (layout.codes == u"P"_s && QStringView(u"KCEX").contains(second))
        lines.first().replace(1, 1, QString(filler));
}

/// A document number of more than nine characters goes on in the optional data (ICAO 9303 part 5, 4.2.2.1
/// note j).
MrzCheck longNumber(const QStringList &lines, const MrzLayout &layout)
{
    MrzCheck check = layout.checks.first();
    if (layout.format != "TD1"_L1 || at(lines, check.digit) != QString(filler))
        return check;
    const QString more = at(lines, layout.optional.first());
    const qsizetype end = more.indexOf(filler);
    if (end < 2)
        return check;
    check.over = {layout.number, {0, 15, static_cast<int>(end) - 1}};
    check.digit = {0, 15 + static_cast<int>(end) - 1, 1};
    return check;
}

std::optional<bool> holds(const QStringList &lines, const MrzCheck &check)
{
    QString text;
    for (const MrzSpan &span : check.over)
        text += at(lines, span);
    const QString digit = at(lines, check.digit);
    if (digit == QString(filler) &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c == filler; }))
        return std::nullopt;
    return isDigits(digit) && mrzCheckDigit(text) == digit.toInt();
}

void verify(Candidate &candidate)
{
    candidate.checks.clear();
    candidate.valid = 0;
    candidate.invalid = 0;
    for (const MrzCheck &check : candidate.layout->checks) {
        const bool isNumber = check.name == "number"_L1;
        const std::optional<bool> result =
            holds(candidate.lines, isNumber ? longNumber(candidate.lines, *candidate.layout) : check);
        if (!result)
            continue;
        const bool alphabetFits = check.name != "date_of_birth"_L1 && check.name != "expires_on"_L1
                                      ? true
                                      : isDigits(at(candidate.lines, check.over.first()));
        candidate.checks[check.name] = *result && alphabetFits;
        (candidate.checks[check.name] ? candidate.valid : candidate.invalid) += 1;
    }
}

/// Letters that are taken for digits, all of one look at a time.
const QList<std::pair<QString, QChar>> &lookAlikeLetters()
{
    static const QList<std::pair<QString, QChar>> looks{{u"O"_s, u'0'},  {u"OQ"_s, u'0'}, {u"OQD"_s, u'0'},
                                                        {u"IL"_s, u'1'}, {u"Z"_s, u'2'},  {u"S"_s, u'5'},
                                                        {u"B"_s, u'8'},  {u"G"_s, u'6'}};
    return looks;
}

QString withDigits(QString text, const QString &letters, QChar digit)
{
    std::replace_if(
        text.begin(), text.end(), [&](QChar c) { return letters.contains(c); }, digit);
    return text;
}

bool numberFits(const Candidate &candidate, const QString &number)
{
    QStringList lines = candidate.lines;
    put(lines, candidate.layout->number, number);
    return holds(lines, candidate.layout->checks.first()).value_or(false);
}

/// Makes the number's check digit fit by taking all letters of one look for digits, where exactly one look
/// does. More freedom would fit by chance more often than by truth. What the check digits say stays as it was
/// before: a swap found by them is no proof of it.
void repairNumber(Candidate &candidate)
{
    const QString read = at(candidate.lines, candidate.layout->number);
    QStringList fits;
    for (const auto &[letters, digit] : lookAlikeLetters()) {
        const QString swapped = withDigits(read, letters, digit);
        if (swapped != read && !fits.contains(swapped) && numberFits(candidate, swapped))
            fits += swapped;
    }
    if (fits.size() != 1)
        return;
    put(candidate.lines, candidate.layout->number, fits.first());
    candidate.repaired = true;
}

/// Weights 7 and 3 add up to ten: two letters O for two zeros leave the check digit right, and G for 6 always
/// does. Where such a twin fits as well, the check digit proves nothing; zeros are likelier than letters O.
void doubtNumber(Candidate &candidate)
{
    const QString read = at(candidate.lines, candidate.layout->number);
    for (const auto &[letters, digit] : lookAlikeLetters()) {
        const QString twin = withDigits(read, letters, digit);
        if (twin == read || !numberFits(candidate, twin))
            continue;
        candidate.checks.remove(u"number"_s);
        --candidate.valid;
        if (digit == u'0') {
            put(candidate.lines, candidate.layout->number, twin);
            candidate.repaired = true;
        }
        return;
    }
}

void settleNumber(Candidate &candidate)
{
    if (candidate.layout->number.length == 0 || !candidate.checks.contains(u"number"_s))
        return;
    if (candidate.checks.value(u"number"_s))
        doubtNumber(candidate);
    else
        repairNumber(candidate);
}

double plausibility(const Candidate &candidate)
{
    const MrzLayout &layout = *candidate.layout;
    double score = 10.0 * candidate.valid - 4.0 * candidate.invalid - (candidate.repaired ? 3 : 0);
    score += isLetters(at(candidate.lines, layout.issuerSpan)) ? 3 : -6;
    score += isLetters(at(candidate.lines, layout.nationality)) ? 2 : -2;
    if (layout.sex.length > 0)
        score += QStringView(u"MFX<").contains(at(candidate.lines, layout.sex)) ? 2 : -3;
    if (!layout.issuer.isEmpty())
        score += at(candidate.lines, layout.issuerSpan) == layout.issuer ? 2 : -30;
    if (layout.format == "TD2"_L1 && candidate.lines.first().startsWith(u"IDFRA"_s))
        score -= 2;
    return score;
}

std::optional<Candidate> understood(const MrzLayout &layout, const QStringList &lines)
{
    if (!layout.codes.contains(lines.first().front()))
        return std::nullopt;
    Candidate candidate;
    candidate.layout = &layout;
    candidate.lines = lines;
    applyAlphabets(candidate.lines, layout);
    verify(candidate);
    settleNumber(candidate);
    candidate.score = plausibility(candidate);
    return candidate;
}

void addDistinct(QStringList &list, const QStringList &more)
{
    for (const QString &line : more) {
        if (!line.isEmpty() && !list.contains(line) && list.size() < mostPasses)
            list += line;
    }
}

/// Per line, the distinct ways in which the passes may be understood.
QList<QStringList> waysPerLine(const MrzLayout &layout, const QList<QStringList> &passes)
{
    QList<QStringList> ways(layout.lines);
    for (const QStringList &pass : passes) {
        if (pass.size() != layout.lines)
            continue;
        for (int i = 0; i < layout.lines; ++i) {
            const QString line = cleanMrzLine(pass.at(i));
            if (i == layout.nameLine)
                addDistinct(ways[i], {mendedNameLine(line, layout.names.start, layout.length)});
            else
                addDistinct(ways[i], mendedDataLines(line, i, layout));
        }
    }
    return ways;
}

/// The name line that most passes agree on; the first where they do not.
QString electedNameLine(const MrzLayout &layout, const QList<QStringList> &passes)
{
    QHash<QString, int> votes;
    QStringList order;
    for (const QStringList &pass : passes) {
        if (pass.size() != layout.lines)
            continue;
        const QString line =
            mendedNameLine(cleanMrzLine(pass.at(layout.nameLine)), layout.names.start, layout.length);
        if (line.isEmpty() || (layout.nameLine == 0 && !layout.codes.contains(line.front())))
            continue;
        if (++votes[line] == 1)
            order += line;
    }
    QString elected;
    for (const QString &line : order) {
        const bool separated = line.mid(layout.names.start).contains(u"<<"_s);
        const bool electedSeparated = elected.mid(layout.names.start).contains(u"<<"_s);
        if (elected.isEmpty() || votes[line] > votes[elected] || (separated && !electedSeparated))
            elected = line;
    }
    return elected;
}

void combine(const MrzLayout &layout, const QList<QStringList> &ways, QStringList &chosen,
             QList<Candidate> &out)
{
    if (chosen.size() == ways.size()) {
        if (const std::optional<Candidate> candidate = understood(layout, chosen))
            out += *candidate;
        return;
    }
    for (const QString &line : ways.at(chosen.size())) {
        chosen += line;
        combine(layout, ways, chosen, out);
        chosen.removeLast();
    }
}

QList<Candidate> candidatesOf(const MrzLayout &layout, const QList<QStringList> &passes)
{
    QList<QStringList> ways = waysPerLine(layout, passes);
    if (layout.nameLine >= 0)
        ways[layout.nameLine] = QStringList{electedNameLine(layout, passes)};
    QList<Candidate> candidates;
    const bool complete = std::none_of(ways.begin(), ways.end(), [](const QStringList &line) {
        return line.isEmpty() || line.first().isEmpty();
    });
    if (complete) {
        QStringList chosen;
        combine(layout, ways, chosen, candidates);
    }
    return candidates;
}

std::optional<QDate> toDate(const QString &digits, const QDate &latest)
{
    if (!isDigits(digits) || digits.size() != 6)
        return std::nullopt;
    const int year = QStringView(digits).left(2).toInt();
    const int month = QStringView(digits).mid(2, 2).toInt();
    const int day = QStringView(digits).mid(4, 2).toInt();
    for (const int century : {2000, 1900}) {
        const QDate date(century + year, month, day);
        if (date.isValid() && date <= latest)
            return date;
    }
    return std::nullopt;
}

void readNames(const Candidate &candidate, facts::MrzFields &fields)
{
    const MrzLayout &layout = *candidate.layout;
    const QString names = at(candidate.lines, layout.names);
    if (layout.givenNames.length > 0) {
        fields.surname = withoutFillers(names);
        fields.givenNames = withoutFillers(at(candidate.lines, layout.givenNames));
        return;
    }
    const qsizetype separator = names.indexOf(u"<<"_s);
    fields.surname = withoutFillers(names.left(separator < 0 ? names.size() : separator));
    fields.givenNames = separator < 0 ? QString() : withoutFillers(names.mid(separator));
}

facts::MrzFields fieldsOf(const Candidate &candidate, const QDate &day)
{
    const MrzLayout &layout = *candidate.layout;
    const QStringList &lines = candidate.lines;
    facts::MrzFields fields;
    fields.documentCode = withoutFillers(at(lines, layout.code));
    fields.issuer = withoutFillers(at(lines, layout.issuerSpan));
    for (const MrzSpan &span : longNumber(lines, layout).over)
        fields.number += at(lines, span);
    if (layout.format == "FR-DL"_L1)
        fields.number = at(lines, layout.number);
    fields.number = fields.number.remove(filler);
    const QString nationality = at(lines, layout.nationality);
    fields.nationality = isLetters(nationality) ? withoutFillers(nationality) : QString();
    const QString sex = at(lines, layout.sex);
    fields.sex = QStringView(u"MFX").contains(sex) ? sex : QString();
    fields.dateOfBirth = toDate(at(lines, layout.dateOfBirth), day);
    fields.expiresOn = toDate(at(lines, layout.expiresOn), day.addYears(furthestExpiryYears));
    readNames(candidate, fields);
    return fields;
}

/// Two readings that both fit their check digit and yet differ: neither is believed.
void dropContested(const Candidate &best, const QList<Candidate> &candidates, facts::Mrz &mrz)
{
    const MrzLayout &layout = *best.layout;
    for (const Candidate &other : candidates) {
        if (other.layout != best.layout || other.repaired || other.valid < best.valid)
            continue;
        const auto contested = [&](const QString &check, const MrzSpan &span) {
            return other.checks.value(check) && at(other.lines, span) != at(best.lines, span);
        };
        if (contested(u"number"_s, layout.number)) {
            mrz.fields.number.clear();
            mrz.checkDigits.remove(u"number"_s);
        }
        if (contested(u"date_of_birth"_s, layout.dateOfBirth)) {
            mrz.fields.dateOfBirth.reset();
            mrz.checkDigits.remove(u"date_of_birth"_s);
        }
        if (contested(u"expires_on"_s, layout.expiresOn)) {
            mrz.fields.expiresOn.reset();
            mrz.checkDigits.remove(u"expires_on"_s);
        }
    }
}

/// A single check digit holds by chance one time in ten. Where no second one supports it, nothing is called
/// valid.
void dropLuckyChecks(const Candidate &best, facts::Mrz &mrz)
{
    if (best.valid >= 2)
        return;
    for (auto check = mrz.checkDigits.begin(); check != mrz.checkDigits.end();)
        check = check.value() ? mrz.checkDigits.erase(check) : std::next(check);
}

facts::Mrz toMrz(const Candidate &best, const QList<Candidate> &candidates, const QDate &day)
{
    facts::Mrz mrz;
    mrz.format = best.layout->format;
    mrz.lines = best.lines;
    mrz.fields = fieldsOf(best, day);
    mrz.checkDigits = best.checks;
    mrz.checkDigits.remove(u"optional"_s);
    mrz.repaired = best.repaired;
    dropContested(best, candidates, mrz);
    dropLuckyChecks(best, mrz);
    int independent = 0;
    for (const QString &check : {u"number"_s, u"date_of_birth"_s, u"expires_on"_s})
        independent += mrz.checkDigits.value(check) ? 1 : 0;
    independent += best.layout->lines == 1 && mrz.checkDigits.value(u"composite"_s) ? 1 : 0;
    mrz.verified = independent >= 2 && !best.repaired;
    return mrz;
}

} // namespace

int mrzCheckDigit(QStringView text)
{
    constexpr std::array<int, 3> weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        int value = 0;
        if (c >= u'0' && c <= u'9')
            value = c.unicode() - u'0';
        else if (c >= u'A' && c <= u'Z')
            value = c.unicode() - u'A' + 10;
        else if (c != filler)
            return -1;
        sum += value * weights[static_cast<std::size_t>(i) % weights.size()];
    }
    return sum % 10;
}

std::optional<facts::Mrz> decodeMrz(const QList<QStringList> &passes, const QDate &day)
{
    QList<Candidate> candidates;
    for (const MrzLayout &layout : mrzLayouts())
        candidates += candidatesOf(layout, passes);
    const auto best =
        std::max_element(candidates.begin(), candidates.end(),
                         [](const Candidate &a, const Candidate &b) { return a.score < b.score; });
    constexpr double leastScore =
        1; // one valid check digit and no more than one wrong, with issuer and sex in place
    if (best == candidates.end() || best->score < leastScore)
        return std::nullopt;
    return toMrz(*best, candidates, day);
}

bool looksLikeMrz(QStringView line)
{
    constexpr qsizetype shortest = 24;
    const QString clean = cleanMrzLine(line);
    if (clean.size() < shortest || clean.size() * 10 < line.size() * 8)
        return false;
    const qsizetype lower = std::count_if(
        line.begin(), line.end(), [](QChar c) { return c.isLower() && c != u'c' && c != u's' && c != u'k'; });
    const qsizetype digits = std::count_if(clean.begin(), clean.end(), [](QChar c) { return c.isDigit(); });
    return lower * 6 < clean.size() && (clean.count(filler) >= 3 || digits * 3 >= clean.size());
}

} // namespace scrutineer::text

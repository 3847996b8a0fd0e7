// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_decoder.h"

#include "engine/text/mrz_checks.h"
#include "engine/text/mrz_mending.h"

#include <QHash>

#include <algorithm>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar filler = u'<';
constexpr qsizetype mostPasses = 5; ///< ways to read one line that are tried with each other
constexpr int furthestExpiryYears = 30;

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
        putAt(lines, span, asMrzDigits(textAt(lines, span)));
    for (const MrzCheck &check : layout.checks)
        putAt(lines, check.digit, asMrzDigits(textAt(lines, check.digit)));
    for (const MrzSpan &span : {layout.issuerSpan, layout.nationality}) {
        const QString letters = asMrzLetters(textAt(lines, span));
        if (isLetters(letters))
            putAt(lines, span, letters);
    }
    if (layout.format == "FR-ID"_L1) {
        putAt(lines, layout.names, asMrzLetters(textAt(lines, layout.names)));
        putAt(lines, layout.givenNames, asMrzLetters(textAt(lines, layout.givenNames)));
    }
    const QString second = lines.first().mid(1, 1);
    if (layout.codes == u"P"_s && QStringView(u"KCEX").contains(second))
        lines.first().replace(1, 1, QString(filler));
}

double plausibility(const MrzCandidate &candidate)
{
    const MrzLayout &layout = *candidate.layout;
    double score = 10.0 * candidate.valid - 4.0 * candidate.invalid - (candidate.repaired ? 3 : 0);
    score += isLetters(textAt(candidate.lines, layout.issuerSpan)) ? 3 : -6;
    score += isLetters(textAt(candidate.lines, layout.nationality)) ? 2 : -2;
    if (layout.sex.length > 0)
        score += QStringView(u"MFX<").contains(textAt(candidate.lines, layout.sex)) ? 2 : -3;
    if (!layout.issuer.isEmpty())
        score += textAt(candidate.lines, layout.issuerSpan) == layout.issuer ? 2 : -30;
    if (layout.format == "TD2"_L1 && candidate.lines.first().startsWith(u"IDFRA"_s))
        score -= 2;
    return score;
}

std::optional<MrzCandidate> understood(const MrzLayout &layout, const QStringList &lines)
{
    if (!layout.codes.contains(lines.first().front()))
        return std::nullopt;
    MrzCandidate candidate;
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
             QList<MrzCandidate> &out)
{
    if (chosen.size() == ways.size()) {
        if (const std::optional<MrzCandidate> candidate = understood(layout, chosen))
            out += *candidate;
        return;
    }
    for (const QString &line : ways.at(chosen.size())) {
        chosen += line;
        combine(layout, ways, chosen, out);
        chosen.removeLast();
    }
}

QList<MrzCandidate> candidatesOf(const MrzLayout &layout, const QList<QStringList> &passes)
{
    QList<QStringList> ways = waysPerLine(layout, passes);
    if (layout.nameLine >= 0)
        ways[layout.nameLine] = QStringList{electedNameLine(layout, passes)};
    QList<MrzCandidate> candidates;
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
    if (!isMrzDigits(digits) || digits.size() != 6)
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

void readNames(const MrzCandidate &candidate, facts::MrzFields &fields)
{
    const MrzLayout &layout = *candidate.layout;
    const QString names = textAt(candidate.lines, layout.names);
    if (layout.givenNames.length > 0) {
        fields.surname = withoutFillers(names);
        fields.givenNames = withoutFillers(textAt(candidate.lines, layout.givenNames));
        return;
    }
    const qsizetype separator = names.indexOf(u"<<"_s);
    fields.surname = withoutFillers(names.left(separator < 0 ? names.size() : separator));
    fields.givenNames = separator < 0 ? QString() : withoutFillers(names.mid(separator));
}

facts::MrzFields fieldsOf(const MrzCandidate &candidate, const QDate &day)
{
    const MrzLayout &layout = *candidate.layout;
    const QStringList &lines = candidate.lines;
    facts::MrzFields fields;
    fields.documentCode = withoutFillers(textAt(lines, layout.code));
    fields.issuer = withoutFillers(textAt(lines, layout.issuerSpan));
    for (const MrzSpan &span : numberCheck(lines, layout).over)
        fields.number += textAt(lines, span);
    if (layout.format == "FR-DL"_L1)
        fields.number = textAt(lines, layout.number);
    fields.number = fields.number.remove(filler);
    const QString nationality = textAt(lines, layout.nationality);
    fields.nationality = isLetters(nationality) ? withoutFillers(nationality) : QString();
    const QString sex = textAt(lines, layout.sex);
    fields.sex = QStringView(u"MFX").contains(sex) ? sex : QString();
    fields.dateOfBirth = toDate(textAt(lines, layout.dateOfBirth), day);
    fields.expiresOn = toDate(textAt(lines, layout.expiresOn), day.addYears(furthestExpiryYears));
    readNames(candidate, fields);
    return fields;
}

/// Two readings that both fit their check digit and yet differ: neither is believed.
void dropContested(const MrzCandidate &best, const QList<MrzCandidate> &candidates, facts::Mrz &mrz)
{
    const MrzLayout &layout = *best.layout;
    for (const MrzCandidate &other : candidates) {
        if (other.layout != best.layout || other.repaired || other.valid < best.valid)
            continue;
        const auto contested = [&](const QString &check, const MrzSpan &span) {
            return other.checks.value(check) && textAt(other.lines, span) != textAt(best.lines, span);
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
void dropLuckyChecks(const MrzCandidate &best, facts::Mrz &mrz)
{
    if (best.valid >= 2)
        return;
    for (auto check = mrz.checkDigits.begin(); check != mrz.checkDigits.end();)
        check = check.value() ? mrz.checkDigits.erase(check) : std::next(check);
}

facts::Mrz toMrz(const MrzCandidate &best, const QList<MrzCandidate> &candidates, const QDate &day)
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

std::optional<facts::Mrz> decodeMrz(const QList<QStringList> &passes, const QDate &day)
{
    QList<MrzCandidate> candidates;
    for (const MrzLayout &layout : mrzLayouts())
        candidates += candidatesOf(layout, passes);
    const auto best =
        std::max_element(candidates.begin(), candidates.end(),
                         [](const MrzCandidate &a, const MrzCandidate &b) { return a.score < b.score; });
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/proof_words.h"
#include "engine/text/dates.h"
#include "engine/text/fold.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int strongClaim = 10; ///< a label says that the date is the letter's own
constexpr int plainClaim = 6;   ///< the word "date" and no more
constexpr int placeClaim = 6;   ///< "Paris, le …"
constexpr int headClaim = 3;    ///< alone in the head of the first page
constexpr int leastClaim = 3;
constexpr qsizetype mostDatesInLine = 4; ///< more are the scale of a chart
constexpr double headDepth = 0.4;        ///< of the first page's height

bool holdsAny(const QString &folded, const QStringList &list)
{
    const QString padded = u' ' + folded + u' ';
    return std::any_of(list.begin(), list.end(),
                       [&](const QString &words) { return padded.contains(u' ' + words + u' '); });
}

bool endsWithAny(const QString &folded, const QStringList &list)
{
    const QString padded = u' ' + folded;
    return std::any_of(list.begin(), list.end(),
                       [&](const QString &words) { return padded.endsWith(u' ' + words); });
}

/// A date with everything that tells what it is for.
struct Claim
{
    QDate date;
    int strength = 0;
    PrintedField field;
};

/// The label of a date that stands alone: what is left of it in the same row, else what is right above it.
QString labelBeside(const QList<ProofLine> &lines, const ProofLine &own)
{
    const QRectF &box = own.line.box;
    QString above;
    for (const ProofLine &other : lines) {
        if (other.page != own.page || &other == &own)
            continue;
        const QRectF &there = other.line.box;
        const bool sameRow = std::abs(there.center().y() - box.center().y()) < 0.5 * box.height();
        if (sameRow && there.right() <= box.left() && box.left() - there.right() < 20 * box.height())
            return text::fold(other.line.text);
        const double down = box.top() - there.bottom();
        const bool overlaps = there.left() < box.right() && there.right() > box.left();
        if (overlaps && down > -0.3 * box.height() && down < 1.2 * box.height())
            above = text::fold(other.line.text);
    }
    return above;
}

bool isPeriod(const QString &line, const QList<text::DateHit> &hits)
{
    static const QRegularExpression joint(
        u"^\\s*(au|to|bis|al|-|–|—|~|through|a|à|até|do|po|по|до|έως|至|tot|until|and|et|und|y|e|i|и|και)\\s*(the|le|den|el)?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 1; i < hits.size(); ++i) {
        const qsizetype from = hits.at(i - 1).position + hits.at(i - 1).length;
        if (joint.match(QStringView(line).mid(from, hits.at(i).position - from).toString()).hasMatch())
            return true;
    }
    return false;
}

/// The order of day and month that the letter's own dates show: a country that writes so; empty where they do
/// not tell, or contradict each other.
QString countryByOrder(const QList<ProofLine> &lines, const QDate &day)
{
    static const QRegularExpression number(u"\\d+"_s);
    bool dayFirst = false;
    bool monthFirst = false;
    for (const ProofLine &line : lines) {
        for (const text::DateHit &hit : text::findDates(line.line.text, {QString(), day, {}, {}})) {
            const int first = number.match(hit.text).captured().toInt();
            if (hit.monthNamed || hit.ambiguous() ||
                hit.readings.first().day() == hit.readings.first().month())
                continue;
            dayFirst = dayFirst || first == hit.readings.first().day();
            monthFirst = monthFirst || first == hit.readings.first().month();
        }
    }
    if (dayFirst == monthFirst)
        return {};
    return dayFirst ? u"GB"_s : u"US"_s;
}

/// Of two readings, one after the submission is not the letter's date.
std::optional<QDate> resolved(const text::DateHit &hit, text::DateHints hints)
{
    if (const std::optional<QDate> date = text::resolve(hit, hints))
        return date;
    hints.latest = hints.reference;
    return text::resolve(hit, hints);
}

/// "Paris, le", "Berlin, den", "Madrid, a", "London," before the date.
bool followsPlace(const QString &before)
{
    static const QRegularExpression place(u"^\\p{Lu}[\\p{L} '-]{1,30},\\s*(le|den|a|the)?\\s*$"_s);
    return place.match(before).hasMatch();
}

int strengthOf(const QList<ProofLine> &lines, const ProofLine &own, const text::DateHit &hit)
{
    const QString before = own.line.text.left(hit.position);
    const QString after = own.line.text.mid(hit.position + hit.length);
    const QString label = text::fold(before);
    const bool alone = text::fold(before + after).size() < 4;
    const QString context = alone ? labelBeside(lines, own) : label;
    if (endsWithAny(context, issueWords()) || (alone && holdsAny(context, issueWords())))
        return strongClaim;
    if (holdsAny(context, otherDateWords()) || holdsAny(text::fold(after).left(24), otherDateWords()))
        return 0;
    if (followsPlace(before))
        return own.page == 0 ? placeClaim + headClaim : placeClaim;
    const bool inHead = own.page == 0 && own.depth() < headDepth;
    if (endsWithAny(context, plainDateWords()))
        return inHead ? plainClaim + headClaim : plainClaim;
    return alone && inHead ? headClaim : 0;
}

} // namespace

ProofDates proofDates(const QList<ProofLine> &lines, const QDate &day, const QString &country)
{
    text::DateHints hints;
    hints.country = country.isEmpty() ? countryByOrder(lines, day) : country;
    hints.reference = day;
    ProofDates found;
    QList<Claim> claims;
    for (const ProofLine &line : lines) {
        const QList<text::DateHit> hits = text::findDates(line.line.text, hints);
        if (hits.size() > mostDatesInLine)
            continue;
        const bool period = isPeriod(line.line.text, hits);
        for (const text::DateHit &hit : hits) {
            const std::optional<QDate> date = resolved(hit, hints);
            if (!date)
                continue;
            const PrintedField field{date->toString(Qt::ISODate), toTextLine(line)};
            const int strength = period || *date > day ? 0 : strengthOf(lines, line, hit);
            claims += Claim{*date, strength, field};
        }
    }
    const auto best = std::max_element(
        claims.begin(), claims.end(), [](const Claim &a, const Claim &b) { return a.strength < b.strength; });
    const bool known = best != claims.end() && best->strength >= leastClaim;
    found.contested = known && std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) {
                          return claim.strength == best->strength && claim.date != best->date;
                      });
    if (known && !found.contested)
        found.issuedOn = best->field;
    for (const Claim &claim : claims) {
        if (!found.issuedOn || claim.field.value != found.issuedOn->value)
            found.others += claim.field;
    }
    return found;
}

} // namespace scrutineer::facts

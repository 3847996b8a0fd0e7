// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/proof_words.h"
#include "engine/text/dates.h"
#include "engine/text/fold.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int strongClaim = 10; ///< a label says that the date is the letter's own
constexpr int plainClaim = 6;   ///< the word "date" and no more
constexpr int placeClaim = 6;   ///< "Paris, le …"
constexpr int headClaim = 3;    ///< alone in the head of the first page
constexpr int leastClaim = 3;
constexpr int explained = 0;             ///< a due date, a period, a booking …
constexpr int unexplained = -1;          ///< nothing tells what it is for
constexpr qsizetype mostDatesInLine = 4; ///< more are the scale of a chart
constexpr double headDepth = 0.4;        ///< of the first page's height

bool holdsAny(const QString &folded, const QStringList &list)
{
    const QString padded = u' ' + folded + u' ';
    return std::any_of(list.begin(), list.end(),
                       [&](const QString &words) { return padded.contains(u' ' + words + u' '); });
}

/// The text without the longest of the phrases that it ends with; nothing where it ends with none.
std::optional<QString> withoutEnding(const QString &folded, const QStringList &list)
{
    const QString padded = u' ' + folded;
    qsizetype longest = 0;
    for (const QString &words : list) {
        if (words.size() > longest && padded.endsWith(u' ' + words))
            longest = words.size();
    }
    return longest > 0 ? std::optional(folded.chopped(longest).trimmed()) : std::nullopt;
}

/// "invoice date", but not "next invoice date".
bool endsAsIssue(const QString &folded)
{
    const std::optional<QString> before = withoutEnding(folded, issueWords());
    return before && !holdsAny(before->section(u' ', -2), otherDateWords());
}

/// A date with everything that tells what it is for.
struct Claim
{
    QDate date;
    int strength = 0;
    PrintedField field;
};

/// How much the page's rows fall, per pixel to the right.
double skewOf(const QList<ProofLine> &lines)
{
    constexpr double leastWidth = 300; // pixels; shorter rows tell nothing
    QList<double> slopes;
    for (const ProofLine &line : lines) {
        if (line.line.words.size() < 2)
            continue;
        const QPointF from = line.line.words.first().box.center();
        const QPointF to = line.line.words.last().box.center();
        if (to.x() - from.x() > leastWidth)
            slopes.append((to.y() - from.y()) / (to.x() - from.x()));
    }
    if (slopes.size() < 3)
        return 0;
    std::nth_element(slopes.begin(), slopes.begin() + slopes.size() / 2, slopes.end());
    return slopes.at(slopes.size() / 2);
}

/// What stands beside a date.
struct Label
{
    QString folded;
    bool own = false; ///< in the same row and with a colon: it belongs to the date, whatever it says
};

/// The label of a date that stands alone: what is left of it in the same row, else what is right above it.
Label labelBeside(const QList<ProofLine> &lines, const ProofLine &date, double skew)
{
    const QRectF &box = date.line.box;
    static const QRegularExpression colon(u"[:;：]\\s*$"_s);
    constexpr double sameLabel = 10; // pieces of one label that recognition has torn apart
    Label above;
    Label left;
    double nearest = std::numeric_limits<double>::max();
    for (const ProofLine &other : lines) {
        if (other.page != date.page || &other == &date)
            continue;
        const QRectF &there = other.line.box;
        const QPointF apart = box.center() - there.center();
        const double offRow = std::abs(apart.y() - skew * apart.x());
        const double gap = box.left() - there.right();
        const double farness = offRow + 0.05 * gap; // the row counts before the distance along it
        if (gap >= 0 && gap < 20 * box.height() && offRow < 0.7 * box.height() &&
            farness < nearest + sameLabel) {
            const bool marked = colon.match(other.line.text).hasMatch();
            left.own = marked || (left.own && std::abs(farness - nearest) < sameLabel);
            if (farness < nearest)
                left.folded = text::fold(other.line.text);
            nearest = std::min(nearest, farness);
        }
        const double down = box.top() - there.bottom();
        const bool overlaps = there.left() < box.right() && there.right() > box.left();
        if (overlaps && down > -0.3 * box.height() && down < 1.2 * box.height())
            above = {text::fold(other.line.text), false};
    }
    return left.folded.isEmpty() ? above : left;
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

/// One of a column of dates, as bookings have.
bool isInColumn(const QList<ProofLine> &lines, const ProofLine &own)
{
    constexpr int column = 3;
    const QRectF &box = own.line.box;
    return std::count_if(lines.begin(), lines.end(), [&](const ProofLine &other) {
               return other.page == own.page &&
                      std::abs(other.line.box.left() - box.left()) < 0.5 * box.height() &&
                      std::abs(other.line.box.width() - box.width()) < box.height() &&
                      !text::findDates(other.line.text).isEmpty();
           }) > column;
}

/// How strong the date's claim is to be the letter's own; 0 where it is known to be for something else, less
/// where nothing tells what it is for.
int strengthOf(const QList<ProofLine> &lines, const ProofLine &own, const text::DateHit &hit, double skew)
{
    const QString before = own.line.text.left(hit.position);
    const QString after = own.line.text.mid(hit.position + hit.length);
    const QString label = text::fold(before);
    const bool alone = text::fold(before + after).size() < 4;
    const Label beside = alone ? labelBeside(lines, own, skew) : Label{label, false};
    const QString &context = beside.folded;
    if (endsAsIssue(context))
        return strongClaim;
    if (holdsAny(context, otherDateWords()) || holdsAny(text::fold(after).left(24), otherDateWords()))
        return explained;
    if (alone && holdsAny(context, issueWords()))
        return strongClaim;
    if (followsPlace(before))
        return own.page == 0 ? placeClaim + headClaim : placeClaim;
    const bool inHead = own.page == 0 && own.depth() < headDepth;
    if (withoutEnding(context, plainDateWords()))
        return inHead ? plainClaim + headClaim : plainClaim;
    if (isInColumn(lines, own))
        return explained;
    return alone && inHead && !beside.own ? headClaim : unexplained;
}

} // namespace

ProofDates proofDates(const QList<ProofLine> &lines, const QDate &day, const QString &country)
{
    text::DateHints hints;
    hints.country = country.isEmpty() ? countryByOrder(lines, day) : country;
    hints.reference = day;
    ProofDates found;
    QList<Claim> claims;
    const double skew = skewOf(lines);
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
            const int strength = period || *date > day ? explained : strengthOf(lines, line, hit, skew);
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
    found.explained = std::none_of(claims.begin(), claims.end(),
                                   [](const Claim &claim) { return claim.strength != explained; });
    for (const Claim &claim : claims) {
        if (!found.issuedOn || claim.field.value != found.issuedOn->value)
            found.others += claim.field;
    }
    return found;
}

} // namespace scrutineer::facts

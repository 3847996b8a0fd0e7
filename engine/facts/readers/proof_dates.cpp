// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_text.h"
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

/// Folded words right before a date that make it the letter's own.
const QStringList &issueWords()
{
    static const QStringList words{u"facture du"_s,
                                   u"date de facture"_s,
                                   u"date de la facture"_s,
                                   u"date facture"_s,
                                   u"date de facturation"_s,
                                   u"date d emission"_s,
                                   u"date demission"_s,
                                   u"emise le"_s,
                                   u"emis le"_s,
                                   u"etabli le"_s,
                                   u"etablie le"_s,
                                   u"date d edition"_s,
                                   u"date dedition"_s,
                                   u"edite le"_s,
                                   u"releve du"_s,
                                   u"date du releve"_s,
                                   u"avis du"_s,
                                   u"fait a"_s,
                                   u"fait le"_s,
                                   u"invoice date"_s,
                                   u"date of invoice"_s,
                                   u"bill date"_s,
                                   u"date of bill"_s,
                                   u"billing date"_s,
                                   u"statement date"_s,
                                   u"date of statement"_s,
                                   u"issue date"_s,
                                   u"date of issue"_s,
                                   u"date issued"_s,
                                   u"issued"_s,
                                   u"issued on"_s,
                                   u"dated"_s,
                                   u"letter date"_s,
                                   u"date of letter"_s,
                                   u"rechnungsdatum"_s,
                                   u"rechnung vom"_s,
                                   u"ausgestellt am"_s,
                                   u"ausstellungsdatum"_s,
                                   u"erstellt am"_s,
                                   u"auszug vom"_s,
                                   u"bescheid vom"_s,
                                   u"fecha de emision"_s,
                                   u"fecha emision"_s,
                                   u"fecha de factura"_s,
                                   u"fecha factura"_s,
                                   u"fecha de expedicion"_s,
                                   u"emitida el"_s,
                                   u"emitido el"_s,
                                   u"data di emissione"_s,
                                   u"data fattura"_s,
                                   u"data emissione"_s,
                                   u"data de emissao"_s,
                                   u"factuurdatum"_s,
                                   u"notice date"_s,
                                   u"date prepared"_s};
    return words;
}

/// Words near a date that make it something else.
const QStringList &otherWords()
{
    static const QStringList words{
        u"prochaine"_s,   u"prochain"_s,  u"preleve"_s,      u"prelevement"_s,   u"echeance"_s,
        u"payer avant"_s, u"avant le"_s,  u"limite"_s,       u"reglement"_s,     u"due"_s,
        u"pay by"_s,      u"payment"_s,   u"payable"_s,      u"debited"_s,       u"direct debit"_s,
        u"next"_s,        u"by"_s,        u"falligkeit"_s,   u"fallig"_s,        u"zahlbar"_s,
        u"abbuchung"_s,   u"nachste"_s,   u"vencimiento"_s,  u"pago"_s,          u"cargo"_s,
        u"proxima"_s,     u"naissance"_s, u"ne le"_s,        u"nee le"_s,        u"birth"_s,
        u"born"_s,        u"dob"_s,       u"geburtsdatum"_s, u"geboren"_s,       u"nacimiento"_s,
        u"periode"_s,     u"period"_s,    u"zeitraum"_s,     u"periodo"_s,       u"vers le"_s,
        u"jusqu"_s,       u"jusquau"_s,   u"until"_s,        u"valid"_s,         u"valable"_s,
        u"expire"_s,      u"expires"_s,   u"expiry"_s,       u"gultig"_s,        u"hasta"_s,
        u"desde"_s,       u"debut"_s,     u"fin"_s,          u"start"_s,         u"end"_s,
        u"begin"_s,       u"contrat"_s,   u"contract"_s,     u"meter reading"_s, u"reading"_s,
        u"ablesung"_s,    u"lectura"_s,   u"last bill"_s,    u"previous"_s,      u"scadenza"_s,
        u"printed"_s,     u"effective"_s, u"depuis"_s,       u"since"_s};
    return words;
}

const QStringList &plainWords()
{
    static const QStringList words{u"date"_s, u"datum"_s, u"fecha"_s, u"data"_s,
                                   u"le"_s,   u"den"_s,   u"du"_s,    u"vom"_s};
    return words;
}

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
        u"^\\s*(au|to|bis|al|-|–|—|through|a|until|and|et|und|y)\\s*(the|le|den|el)?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 1; i < hits.size(); ++i) {
        const qsizetype from = hits.at(i - 1).position + hits.at(i - 1).length;
        if (joint.match(QStringView(line).mid(from, hits.at(i).position - from).toString()).hasMatch())
            return true;
    }
    return false;
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
    if (holdsAny(context, otherWords()) || holdsAny(text::fold(after).left(24), otherWords()))
        return 0;
    if (followsPlace(before))
        return own.page == 0 ? placeClaim + headClaim : placeClaim;
    const bool inHead = own.page == 0 && own.depth() < headDepth;
    if (endsWithAny(context, plainWords()))
        return inHead ? plainClaim + headClaim : plainClaim;
    return alone && inHead ? headClaim : 0;
}

} // namespace

ProofDates proofDates(const QList<ProofLine> &lines, const QDate &day, const QString &country)
{
    text::DateHints hints;
    hints.country = country;
    hints.reference = day;
    ProofDates found;
    QList<Claim> claims;
    for (const ProofLine &line : lines) {
        const QList<text::DateHit> hits = text::findDates(line.line.text, hints);
        if (hits.size() > mostDatesInLine)
            continue;
        const bool period = isPeriod(line.line.text, hits);
        for (const text::DateHit &hit : hits) {
            const std::optional<QDate> date = text::resolve(hit, hints);
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

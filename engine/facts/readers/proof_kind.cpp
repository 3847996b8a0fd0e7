// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_text.h"
#include "engine/text/fold.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

/// Folded words that letters of one kind use; a strong word counts three times.
struct KindWords
{
    QString kind;
    QStringList strong;
    QStringList weak;
};

const QList<KindWords> &kinds()
{
    static const QList<KindWords> table{
        {u"utility_bill"_s,
         {u"kwh"_s, u"electricite"_s, u"electricity"_s, u"stromrechnung"_s, u"electricidad"_s,
          u"factura de luz"_s, u"gas bill"_s, u"gasrechnung"_s, u"water bill"_s, u"wasserrechnung"_s,
          u"utility bill"_s, u"enedis"_s, u"m3"_s, u"point de livraison"_s, u"energy bill"_s, u"energia"_s,
          u"hydro"_s, u"sewer"_s},
         {u"facture"_s,  u"invoice"_s,    u"bill"_s,     u"rechnung"_s,     u"factura"_s,     u"meter"_s,
          u"compteur"_s, u"zahler"_s,     u"contador"_s, u"consommation"_s, u"consumption"_s, u"verbrauch"_s,
          u"consumo"_s,  u"abonnement"_s, u"water"_s,    u"energy"_s,       u"energie"_s,     u"gas"_s,
          u"gaz"_s,      u"strom"_s,      u"agua"_s,     u"tarif"_s,        u"tariff"_s,      u"kva"_s}},
        {u"telephone_bill"_s,
         {u"telephone bill"_s, u"phone bill"_s, u"mobile bill"_s, u"facture mobile"_s, u"broadband"_s,
          u"telefonrechnung"_s, u"mobilfunk"_s, u"factura movil"_s, u"roaming"_s, u"forfait mobile"_s,
          u"internet bill"_s, u"livebox"_s, u"facture internet"_s},
         {u"facture"_s, u"invoice"_s, u"bill"_s, u"rechnung"_s, u"factura"_s, u"sms"_s, u"calls"_s,
          u"appels"_s, u"anrufe"_s, u"llamadas"_s, u"minutes"_s, u"data"_s, u"telecom"_s, u"mobile"_s,
          u"ligne"_s, u"landline"_s}},
        {u"bank_statement"_s,
         {u"bank statement"_s, u"statement of account"_s, u"releve de compte"_s, u"kontoauszug"_s,
          u"extracto bancario"_s, u"extracto de cuenta"_s, u"account statement"_s, u"opening balance"_s,
          u"closing balance"_s, u"solde crediteur"_s, u"credit card statement"_s, u"sort code"_s,
          u"saldo anterior"_s, u"kontostand"_s, u"nouveau solde"_s, u"ancien solde"_s},
         {u"bank"_s, u"banque"_s, u"banco"_s, u"sparkasse"_s, u"balance"_s, u"solde"_s, u"saldo"_s,
          u"debit"_s, u"credit"_s, u"haben"_s, u"withdrawals"_s, u"deposits"_s, u"virement"_s,
          u"transactions"_s, u"iban"_s, u"bic"_s, u"statement"_s, u"valeur"_s}},
        {u"tax_letter"_s,
         {u"impot sur le revenu"_s, u"avis d imposition"_s, u"avis dimposition"_s, u"taxe fonciere"_s,
          u"taxe d habitation"_s, u"taxe dhabitation"_s, u"council tax"_s, u"tax assessment"_s,
          u"steuerbescheid"_s, u"finanzamt"_s, u"agencia tributaria"_s, u"tax return"_s,
          u"internal revenue"_s, u"hm revenue"_s, u"property tax"_s,
          u"direction generale des finances publiques"_s, u"notice of assessment"_s, u"revenue agency"_s},
         {u"tax"_s, u"impots"_s, u"steuer"_s, u"impuesto"_s, u"revenu"_s, u"income"_s, u"fiscal"_s}},
        {u"official_letter"_s,
         {u"certificate of residence"_s, u"attestation de domicile"_s, u"justificatif de domicile"_s,
          u"meldebescheinigung"_s, u"certificado de empadronamiento"_s, u"certificat de residence"_s,
          u"electoral register"_s, u"confirmation of residence"_s, u"department for work"_s,
          u"caisse d allocations"_s, u"social security"_s, u"attestation"_s, u"ministry of"_s, u"ministere"_s,
          u"ayuntamiento"_s},
         {u"prefecture"_s, u"mairie"_s, u"ministry"_s, u"gemeinde"_s, u"government"_s, u"council"_s,
          u"amt"_s}},
        {u"identity_document"_s,
         {u"passport"_s, u"passeport"_s, u"reisepass"_s, u"pasaporte"_s, u"identity card"_s,
          u"carte nationale d identite"_s, u"carte nationale didentite"_s, u"personalausweis"_s,
          u"documento nacional de identidad"_s, u"driving licence"_s, u"driver license"_s,
          u"drivers license"_s, u"permis de conduire"_s, u"fuhrerschein"_s, u"permiso de conduccion"_s,
          u"residence permit"_s, u"titre de sejour"_s, u"aufenthaltstitel"_s},
         {u"date of birth"_s, u"date of expiry"_s, u"nationality"_s, u"date de naissance"_s,
          u"geburtsdatum"_s}},
    };
    return table;
}

bool holdsWords(const QString &text, const QString &words)
{
    return (u' ' + text + u' ').contains(u' ' + words + u' ');
}

const QList<std::pair<QString, QStringList>> &commonWords()
{
    static const QList<std::pair<QString, QStringList>> table{
        {u"fra"_s,
         {u"le"_s, u"les"_s, u"du"_s, u"des"_s, u"et"_s, u"vous"_s, u"votre"_s, u"pour"_s, u"sur"_s, u"au"_s,
          u"facture"_s, u"une"_s, u"est"_s, u"par"_s, u"nous"_s, u"vos"_s, u"rue"_s, u"compte"_s}},
        {u"deu"_s,
         {u"der"_s, u"die"_s, u"das"_s, u"und"_s, u"ihr"_s, u"ihre"_s, u"fur"_s, u"mit"_s, u"von"_s, u"den"_s,
          u"rechnung"_s, u"sie"_s, u"ist"_s, u"nicht"_s, u"bei"_s, u"zum"_s, u"im"_s, u"datum"_s}},
        {u"spa"_s,
         {u"el"_s, u"los"_s, u"las"_s, u"del"_s, u"su"_s, u"por"_s, u"con"_s, u"para"_s, u"una"_s,
          u"factura"_s, u"fecha"_s, u"es"_s, u"usted"_s, u"importe"_s, u"calle"_s, u"sus"_s, u"al"_s}},
        {u"eng"_s,
         {u"the"_s, u"and"_s, u"of"_s, u"your"_s, u"you"_s, u"for"_s, u"to"_s, u"is"_s, u"this"_s, u"with"_s,
          u"bill"_s, u"please"_s, u"account"_s, u"date"_s, u"are"_s, u"our"_s, u"from"_s, u"by"_s}}};
    return table;
}

} // namespace

QString proofKind(const QList<ProofLine> &lines)
{
    QStringList folded;
    for (const ProofLine &line : lines)
        folded += text::fold(line.line.text);
    const QString all = folded.join(u' ');
    QString best;
    int bestScore = 0;
    for (const KindWords &kind : kinds()) {
        int strong = 0;
        int weak = 0;
        for (const QString &words : kind.strong)
            strong += holdsWords(all, words) ? 1 : 0;
        for (const QString &words : kind.weak)
            weak += holdsWords(all, words) ? 1 : 0;
        const int score = 3 * strong + weak;
        if (strong > 0 && score > bestScore) {
            best = kind.kind;
            bestScore = score;
        }
    }
    constexpr int leastScore = 4; // one strong word and one that goes with it
    return bestScore >= leastScore ? best : QString();
}

QString languageOf(const QStringList &texts)
{
    QHash<QString, int> votes;
    for (const QString &text : texts) {
        const QStringList words = text::foldedWords(text);
        for (const auto &[language, common] : commonWords()) {
            for (const QString &word : words)
                votes[language] += common.contains(word) ? 1 : 0;
        }
    }
    QString best;
    for (const auto &[language, common] : commonWords()) {
        if (votes[language] > votes.value(best, 2))
            best = language;
    }
    return best;
}

QString countryOf(const QStringList &texts, const QString &language)
{
    static const QRegularExpression american(u"\\b[A-Z]{2}[ ,.]+\\d{5}(-\\d{4})?\\b"_s);
    static const QRegularExpression british(u"\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b"_s);
    static const QRegularExpression canadian(u"\\b[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d\\b"_s);
    const QString all = texts.join(u'\n');
    if (language == "fra"_L1)
        return canadian.match(all).hasMatch() ? u"CA"_s : u"FR"_s;
    if (language == "deu"_L1)
        return u"DE"_s;
    if (language == "spa"_L1)
        return u"ES"_s;
    if (canadian.match(all).hasMatch())
        return u"CA"_s;
    if (british.match(all).hasMatch())
        return u"GB"_s;
    if (american.match(all).hasMatch())
        return u"US"_s;
    return {};
}

TextLine toTextLine(const ProofLine &line)
{
    return TextLine{line.line.text,
                    QPolygonF(QList<QPointF>{line.line.box.topLeft(), line.line.box.topRight(),
                                             line.line.box.bottomRight(), line.line.box.bottomLeft()}),
                    line.page, line.line.confidence};
}

} // namespace scrutineer::facts

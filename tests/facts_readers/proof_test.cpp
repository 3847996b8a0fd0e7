// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/facts_readers/support/placed_text.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 20);

QStringList valuesOf(const QList<facts::PrintedField> &fields)
{
    QStringList values;
    for (const facts::PrintedField &field : fields)
        values += field.value;
    return values;
}

} // namespace

class ProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::newRow("French energy bill")
            << u"Facture d'électricité, consommation 120 kWh"_s << u"utility_bill"_s;
        QTest::newRow("English water bill") << u"Your water bill, meter reading"_s << u"utility_bill"_s;
        QTest::newRow("German bank") << u"Kontoauszug der Sparkasse, IBAN, Saldo"_s << u"bank_statement"_s;
        QTest::newRow("Spanish bank")
            << u"Extracto de cuenta, Banco de Utopía, saldo"_s << u"bank_statement"_s;
        QTest::newRow("tax") << u"Council Tax bill 2026, property tax"_s << u"tax_letter"_s;
        QTest::newRow("telephone") << u"Your mobile bill: calls, data, roaming"_s << u"telephone_bill"_s;
        QTest::newRow("town hall") << u"Meldebescheinigung der Gemeinde"_s << u"official_letter"_s;
        QTest::newRow("a passport") << u"Passport, nationality, date of birth, date of expiry"_s
                                    << u"identity_document"_s;
        QTest::newRow("elided article") << u"Votre facture d'électricité, abonnement"_s << u"utility_bill"_s;
        QTest::newRow("Italian") << u"Bolletta del gas, consumo del periodo"_s << u"utility_bill"_s;
        QTest::newRow("Portuguese bank") << u"Extrato bancário, saldo final"_s << u"bank_statement"_s;
        QTest::newRow("Polish") << u"Faktura za energię elektryczną, zużycie"_s << u"utility_bill"_s;
        QTest::newRow("Russian") << u"Налоговое уведомление, налог на имущество"_s << u"tax_letter"_s;
        QTest::newRow("Greek") << u"Λογαριασμός τηλεφώνου, κλήσεις"_s << u"telephone_bill"_s;
        QTest::newRow("Chinese") << u"电费账单 本期用量"_s << u"utility_bill"_s;
        QTest::newRow("Turkish") << u"Elektrik faturası, tüketim"_s << u"utility_bill"_s;
        QTest::newRow("a ticket") << u"Your ticket: train, seat 12"_s << u"travel_booking"_s;
        QTest::newRow("a bill with an offer")
            << u"Your water bill, meter reading. An offer for you: discount"_s << u"utility_bill"_s;
        QTest::newRow("a poem") << u"The sea is calm tonight"_s << QString();
    }
    void kinds()
    {
        QFETCH(QString, text);
        QTEST(facts::proofKind(test::letter({{text, 50, 50}})), "kind");
    }

    void languages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::newRow("French")
            << u"Nous vous remercions pour votre règlement par prélèvement sur le compte"_s << u"fra"_s;
        QTest::newRow("German") << u"Wir danken für Ihre Zahlung und die Rechnung von der Bank"_s << u"deu"_s;
        QTest::newRow("Spanish") << u"El importe de su factura con fecha de los meses por las llamadas"_s
                                 << u"spa"_s;
        QTest::newRow("English") << u"Thank you for your payment of the bill to the account"_s << u"eng"_s;
        QTest::newRow("Italian") << u"La scadenza della bolletta è il totale con data per i clienti"_s
                                 << u"ita"_s;
        QTest::newRow("Polish") << u"Prosimy podawać numer klienta, kwota do zapłaty na czynsz"_s << u"pol"_s;
        QTest::newRow("Russian") << u"Итого к оплате за расчётный период"_s << u"rus"_s;
        QTest::newRow("Greek") << u"Ημερομηνία έκδοσης λογαριασμού"_s << u"ell"_s;
        QTest::newRow("Chinese") << u"感谢您的信任来函请注明客户编号"_s << u"chi_sim"_s;
        QTest::newRow("Japanese") << u"ご請求金額のお知らせと支払期限"_s << u"jpn"_s;
        QTest::newRow("numbers") << u"12 34 56"_s << QString();
    }
    void languages()
    {
        QFETCH(QString, text);
        QTEST(facts::languageOf({text}), "language");
    }

    void issueDate_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("issued");
        QTest::newRow("French label") << u"Facture du 11/12/2025"_s << u"FR"_s << u"2025-12-11"_s;
        QTest::newRow("English label") << u"Invoice date: 3 September 2026"_s << u"GB"_s << u"2026-09-03"_s;
        QTest::newRow("American label") << u"Statement date 09/03/2026"_s << u"US"_s << u"2026-09-03"_s;
        QTest::newRow("German label") << u"Rechnungsdatum 03.09.2026"_s << u"DE"_s << u"2026-09-03"_s;
        QTest::newRow("Spanish label") << u"Fecha de emisión: 03/09/2026"_s << u"ES"_s << u"2026-09-03"_s;
        QTest::newRow("beside the place") << u"Lyon, le 3 septembre 2026"_s << u"FR"_s << u"2026-09-03"_s;
        QTest::newRow("Italian label") << u"Data emissione: 03/09/2026"_s << u"IT"_s << u"2026-09-03"_s;
        QTest::newRow("Polish label") << u"Data wystawienia: 2026-09-03"_s << u"PL"_s << u"2026-09-03"_s;
        QTest::newRow("Russian label") << u"Дата счёта: 03.09.2026"_s << u"RU"_s << u"2026-09-03"_s;
        QTest::newRow("Greek label") << u"Ημερομηνία έκδοσης: 03/09/2026"_s << u"GR"_s << u"2026-09-03"_s;
        QTest::newRow("Chinese label") << u"开票日期: 2026年9月3日"_s << u"CN"_s << u"2026-09-03"_s;
        QTest::newRow("next in Chinese") << u"下期账单日: 2026年9月3日"_s << u"CN"_s << QString();
        QTest::newRow("next with the issue's words")
            << u"Next bill date: 03/09/2026"_s << u"GB"_s << QString();
        QTest::newRow("due date") << u"Payment due 03/09/2026"_s << u"GB"_s << QString();
        QTest::newRow("next bill") << u"Prochaine facture vers le 09/02/2026"_s << u"FR"_s << QString();
        QTest::newRow("birth") << u"Date of birth 03/09/1990"_s << u"GB"_s << QString();
        QTest::newRow("period") << u"Facture du 01/08/2026 au 31/08/2026"_s << u"FR"_s << QString();
        QTest::newRow("after submission") << u"Facture du 11/12/2026"_s << u"FR"_s << QString();
    }
    void issueDate()
    {
        QFETCH(QString, line);
        QFETCH(QString, country);
        const facts::ProofDates dates = facts::proofDates(test::letter({{line, 50, 1700}}), day, country);
        QTEST(dates.issuedOn ? dates.issuedOn->value : QString(), "issued");
        if (!dates.issuedOn)
            QVERIFY(!dates.others.isEmpty());
    }

    void labelBesideTheDate()
    {
        const facts::ProofDates beside = facts::proofDates(test::letter({{u"Invoice date"_s, 50, 900},
                                                                         {u"2026-09-03"_s, 400, 900},
                                                                         {u"Due date"_s, 50, 960},
                                                                         {u"2026-09-30"_s, 400, 960}}),
                                                           day, {});
        QVERIFY(beside.issuedOn);
        QCOMPARE(beside.issuedOn->value, u"2026-09-03"_s);
        QCOMPARE(valuesOf(beside.others), QStringList{u"2026-09-30"_s});
    }

    void twoClaimsAreNone()
    {
        const facts::ProofDates dates = facts::proofDates(
            test::letter({{u"Invoice date 2026-09-03"_s, 50, 900}, {u"Invoice date 2026-08-03"_s, 50, 1300}}),
            day, {});
        QVERIFY(!dates.issuedOn);
        QVERIFY(dates.contested);
    }

    void addressee()
    {
        const facts::Addressees found =
            facts::addressees(test::letter({{u"EDF TSA 81401"_s, 50, 600},
                                            {u"87014 LIMOGES CEDEX 1"_s, 50, 632},
                                            {u"MAJA ET ASTRA LINDGREN"_s, 900, 300},
                                            {u"4 RUE DU PORT"_s, 900, 332},
                                            {u"69002 LYON"_s, 900, 364}}),
                              u"FR"_s);
        QCOMPARE(valuesOf(found.names), QStringList{u"MAJA ET ASTRA LINDGREN"_s});
        QCOMPARE(valuesOf(found.addresses), QStringList{u"4 RUE DU PORT, 69002 LYON"_s});
        QCOMPARE(found.addresses.first().source.region.boundingRect().top(), 332.0);
    }

    void labelledHolder()
    {
        const facts::Addressees found =
            facts::addressees(test::letter({{u"Account holder: Maja Lindgren"_s, 50, 300},
                                            {u"Titulaire du contrat"_s, 50, 600},
                                            {u"Mme LINDGREN ASTRA"_s, 50, 632}}),
                              {});
        QCOMPARE(valuesOf(found.names), (QStringList{u"Maja Lindgren"_s, u"Mme LINDGREN ASTRA"_s}));
        QVERIFY(found.addresses.isEmpty());
    }
};

QTEST_APPLESS_MAIN(ProofTest)
#include "proof_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/compare_table.h"

#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::review;
using namespace Qt::StringLiterals;

namespace {
QPolygonF box(double x, double y)
{
    return QPolygonF(QRectF(x, y, 100, 20));
}

facts::PrintedField printed(const QString &value, double y)
{
    return {value, {value.toUpper(), box(10, y), 0, 0.9}};
}

Case declaredCase()
{
    Case input;
    input.id = u"C-1"_s;
    input.submittedAt = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
    input.applicant.fullName = u"Anna Maria Eriksson"_s;
    input.applicant.dateOfBirth = QDate(1974, 8, 12);
    input.applicant.nationality = u"SE"_s;
    input.applicant.address = Address{u"12 Rue de Londres"_s, u"Paris"_s, {}, u"75009"_s, u"FR"_s};
    input.document = DeclaredDocument{DocumentType::Passport, u"L898902C3"_s, u"SWE"_s, QDate(2026, 11, 19)};
    return input;
}

facts::Facts readFacts()
{
    facts::Document document;
    document.printed = {{u"given_names"_s, printed(u"Anna Maria"_s, 10)},
                        {u"surname"_s, printed(u"Eriksson"_s, 40)},
                        {u"number"_s, printed(u"L898902C8"_s, 70)},
                        {u"date_of_birth"_s, printed(u"1974-08-12"_s, 100)}};
    facts::Mrz mrz;
    mrz.format = u"TD3"_s;
    mrz.lines = {u"P<SWEERIKSSON<<ANNA<MARIA"_s, u"L898902C36SWE7408122F"_s};
    mrz.lineRegions = {box(0, 500), box(0, 530)};
    mrz.fields.surname = u"ERIKSSON"_s;
    mrz.fields.givenNames = u"ANNA MARIA"_s;
    mrz.fields.number = u"L898902C3"_s;
    mrz.fields.issuer = u"SWE"_s;
    mrz.fields.nationality = u"SWE"_s;
    mrz.fields.dateOfBirth = QDate(1974, 12, 8);
    mrz.fields.expiresOn = QDate(2026, 11, 19);
    document.mrz = mrz;
    facts::FileFacts front;
    front.path = u"front.jpg"_s;
    front.role = Role::DocumentFront;
    front.document = document;
    facts::AddressProof proof;
    proof.issuedOn = printed(u"2022-12-12"_s, 10);
    proof.names = {printed(u"Energie SA"_s, 20), printed(u"Anna M Eriksson"_s, 50)};
    proof.addresses = {printed(u"1 Quai Neuf, 13000 Marseille"_s, 80),
                       printed(u"12 RUE DE LONDRES, 75009 PARIS"_s, 110)};
    proof.addresses[1].source.page = 2;
    facts::FileFacts bill;
    bill.path = u"bill.pdf"_s;
    bill.role = Role::AddressProof;
    bill.addressProof = proof;
    facts::Facts facts;
    facts.files = {front, bill};
    facts.complete = true;
    return facts;
}

QString joined(const Cell &cell, Segment::Kind without)
{
    QString text;
    for (const Segment &segment : cell.segments) {
        if (segment.kind != without)
            text += segment.text;
    }
    return text;
}
} // namespace

class TestCompareTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPartOfANameIsNoDifference()
    {
        facts::Facts facts = readFacts();
        facts.files[0].document->printed.remove(u"given_names"_s);
        const auto printed = [&] {
            return compareTable(declaredCase(), facts, 3).first().at(Source::Printed);
        };
        QCOMPARE(printed().state, Cell::State::NotComparable);
        QVERIFY(printed().note);
        QCOMPARE(printed().note->english(), u"only the surname was read"_s);
        facts.files[0].document->printed[u"surname"_s].value = u"Lindgren"_s;
        facts.files[0].document->printed[u"surname"_s].source.text = u"Lindgren"_s;
        QCOMPARE(printed().state, Cell::State::Different);
    }

    void comparesEachSource_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("source");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QPointF>("corner");
        const auto row = [](const char *name, Field field, Source source, Cell::State state,
                            const QString &text = {}, const QString &path = {}, QPointF corner = {}) {
            QTest::newRow(name) << int(field) << int(source) << int(state) << text << path << corner;
        };
        using State = Cell::State;
        const QString front = u"front.jpg"_s;
        const QString bill = u"bill.pdf"_s;
        row("declared name", Field::Name, Source::Declared, State::Reference, u"Anna Maria Eriksson"_s);
        row("printed name", Field::Name, Source::Printed, State::Same, u"Anna Maria Eriksson"_s, front,
            QPointF(10, 40));
        row("MRZ name", Field::Name, Source::Mrz, State::Same, u"ANNA MARIA ERIKSSON"_s, front,
            QPointF(0, 500));
        row("the nearest name of the proof", Field::Name, Source::Proof, State::Different,
            u"Anna M Eriksson"_s, bill, QPointF(10, 50));
        row("printed number", Field::DocumentNumber, Source::Printed, State::Different, u"L898902C8"_s, front,
            QPointF(10, 70));
        row("MRZ number", Field::DocumentNumber, Source::Mrz, State::Same, u"L898902C3"_s, front,
            QPointF(0, 530));
        row("printed birth date", Field::DateOfBirth, Source::Printed, State::Same, u"1974-08-12"_s, front,
            QPointF(10, 100));
        row("MRZ birth date", Field::DateOfBirth, Source::Mrz, State::Different, u"1974-12-08"_s, front,
            QPointF(0, 530));
        row("expiry not printed", Field::ExpiresOn, Source::Printed, State::Empty);
        row("issuer on the name line", Field::Issuer, Source::Mrz, State::Same, u"SWE"_s, front,
            QPointF(0, 500));
        row("two codes of one country", Field::Nationality, Source::Mrz, State::Same, u"SWE"_s, front,
            QPointF(0, 530));
        row("the nearest address", Field::Address, Source::Proof, State::Same,
            u"12 RUE DE LONDRES, 75009 PARIS"_s, bill, QPointF(10, 110));
        row("issue of the proof", Field::ProofIssuedOn, Source::Proof, State::NotComparable, u"2022-12-12"_s,
            bill, QPointF(10, 10));
        row("issue is not declared", Field::ProofIssuedOn, Source::Declared, State::Empty);
    }

    void comparesEachSource()
    {
        QFETCH(int, field);
        QFETCH(int, source);
        QFETCH(int, state);
        QFETCH(QString, text);
        QFETCH(QString, path);
        QFETCH(QPointF, corner);
        const QList<Row> table = compareTable(declaredCase(), readFacts(), 3);
        const auto row = std::find_if(table.cbegin(), table.cend(),
                                      [&](const Row &candidate) { return candidate.field == Field(field); });
        QVERIFY(row != table.cend());
        QCOMPARE(row->cells.size(), 4);
        const Cell &cell = row->at(Source(source));
        QCOMPARE(int(cell.state), state);
        QCOMPARE(cell.text, text);
        QCOMPARE(cell.region.has_value(), !path.isEmpty());
        if (cell.region) {
            QCOMPARE(cell.region->path, path);
            QCOMPARE(cell.region->polygon.first(), corner);
        }
        QCOMPARE(joined(cell, Segment::Kind::Missing), text);
        if (cell.state == Cell::State::Different) {
            QCOMPARE(joined(cell, Segment::Kind::Added), row->at(Source::Declared).text);
            QVERIFY(!cell.spoken.english().isEmpty());
        }
    }

    void saysTheAgeOfDates_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("source");
        QTest::addColumn<QDate>("submitted");
        QTest::addColumn<QString>("words");
        const auto row = [](Field field, Source source, const QDate &submitted, const char *words) {
            QTest::newRow(words) << int(field) << int(source) << submitted << QString::fromUtf8(words);
        };
        const QDate day(2026, 11, 20);
        row(Field::ProofIssuedOn, Source::Proof, day,
            "issued 1,439 days before submission; 3 months allowed");
        row(Field::ProofIssuedOn, Source::Proof, QDate(2022, 12, 13),
            "issued 1 day before submission; 3 months allowed");
        row(Field::ProofIssuedOn, Source::Proof, QDate(2022, 12, 10), "issued 2 days after submission");
        row(Field::ExpiresOn, Source::Mrz, day, "expired 1 day before submission");
        row(Field::ExpiresOn, Source::Declared, QDate(2026, 11, 19), "valid for 0 more days at submission");
        row(Field::DateOfBirth, Source::Declared, day, "52 years old at submission");
        row(Field::DateOfBirth, Source::Declared, QDate(1992, 8, 11), "17 years old at submission");
        row(Field::DateOfBirth, Source::Declared, QDate(1992, 8, 12), "18 years old at submission");
    }

    void saysTheAgeOfDates()
    {
        QFETCH(int, field);
        QFETCH(int, source);
        QFETCH(QDate, submitted);
        QFETCH(QString, words);
        Case input = declaredCase();
        input.submittedAt = submitted.startOfDay(Qt::UTC);
        for (const Row &row : compareTable(input, readFacts(), 3)) {
            if (row.field != Field(field))
                continue;
            const Cell &cell = row.at(Source(source));
            QVERIFY(cell.note);
            QCOMPARE(cell.note->english(), words);
            return;
        }
        QFAIL("no such row");
    }

    void leavesOutWhatNobodyKnows()
    {
        Case input;
        input.applicant.fullName = u"Anna"_s;
        const QList<Row> table = compareTable(input, {}, 3);
        QCOMPARE(table.size(), 1);
        QCOMPARE(table.first().field, Field::Name);
        QVERIFY(!table.first().at(Source::Declared).note);
    }

    void namesMayStandInAnotherOrder()
    {
        Case input = declaredCase();
        input.applicant.fullName = u"Eriksson Anna Maria"_s;
        const QList<Row> table = compareTable(input, readFacts(), 3);
        QCOMPARE(table.first().field, Field::Name);
        QCOMPARE(table.first().at(Source::Mrz).state, Cell::State::Same);
        QCOMPARE(table.first().at(Source::Proof).state, Cell::State::Different);
    }

    void hasALabelForEverything()
    {
        QSet<QString> labels;
        for (int field = 0; field <= int(Field::ProofIssuedOn); ++field)
            labels.insert(toLabel(Field(field)));
        for (int source = 0; source <= int(Source::Proof); ++source)
            labels.insert(toLabel(Source(source)));
        QCOMPARE(labels.size(), 12);
    }
};

QTEST_GUILESS_MAIN(TestCompareTable)
#include "test_compare_table.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/report.h"
#include "engine/policy/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace scrutineer;
using namespace Qt::StringLiterals;

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheContractsShape();
    void saysWhatWasSeen();
    void saysWhyNothingWasSeen();
    void carriesTheCauseOnlyWhereNotAssessed();
    void mergesFrontAndBack();
    void choosesTheSource_data();
    void choosesTheSource();
    void listsUnreadableFiles();
    void writesOneLineOfJson();
};

namespace {
const QPolygonF corners({{139.04, 678}, {940, 689}, {966, 1180}, {88, 1167}});

facts::PrintedField printed(const QString &value)
{
    facts::PrintedField field;
    field.value = value;
    return field;
}

facts::Mrz zone(bool verified)
{
    facts::Mrz mrz;
    mrz.format = u"TD3"_s;
    mrz.lines = {u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_s,
                 u"L898902C36UTO7408122F1204159ZE184226B<<<<<10"_s};
    mrz.fields.number = u"L898902C3"_s;
    mrz.fields.surname = u"ERIKSSON"_s;
    mrz.fields.givenNames = u"ANNA MARIA"_s;
    mrz.fields.issuer = u"UTO"_s;
    mrz.fields.dateOfBirth = QDate(1974, 8, 12);
    mrz.fields.expiresOn = QDate(2012, 4, 15);
    mrz.checkDigits = {
        {u"number"_s, true}, {u"date_of_birth"_s, true}, {u"expires_on"_s, true}, {u"composite"_s, true}};
    mrz.verified = verified;
    return mrz;
}

facts::FileFacts fileOf(const QString &path, Role role)
{
    facts::FileFacts file;
    file.path = path;
    file.role = role;
    file.sha256 = QString(64, u'a');
    file.kind = u"image/jpeg"_s;
    file.pages = {QSize(4032, 3024)};
    return file;
}

Case exampleCase()
{
    Case input;
    input.id = u"C-2026-000123"_s;
    input.level = Level::Advanced;
    input.files = {{Role::DocumentFront, u"front.jpg"_s},
                   {Role::Selfie, u"selfie.jpg"_s},
                   {Role::Handheld, u"held.jpg"_s},
                   {Role::AddressProof, u"bill.pdf"_s}};
    return input;
}

facts::Facts exampleFacts()
{
    facts::FileFacts front = fileOf(u"front.jpg"_s, Role::DocumentFront);
    facts::Document document;
    document.quad = corners;
    document.mrz = zone(true);
    document.barcodes = QList<facts::Barcode>{{u"PDF417"_s, u"@ANSI"_s, corners}};
    document.type = facts::TypeGuess{DocumentType::Passport, 0.9, u"mrz"_s, {}};
    document.printed = {{u"issued_on"_s, printed(u"2002-04-16"_s)}};
    front.document = document;
    front.editing = facts::Editing{
        {{u"ghosts"_s, 123, {u"Part of %1."_s, {u"it"_s}}, 0, {corners}}, {u"tomorrows"_s, 1, {}, 0, {}}}};
    facts::FileFacts selfie = fileOf(u"selfie.jpg"_s, Role::Selfie);
    facts::Face face;
    face.box = {10.26, 20, 30, 40};
    face.score = 0.98;
    selfie.faces = facts::Faces{u"yunet_n_640"_s, u"mobilefacenet_112"_s, {face}};
    facts::FileFacts held = fileOf(u"held.jpg"_s, Role::Handheld);
    held.handheld = facts::Handheld{u"CoinEx"_s, QDate(2026, 11, 20), 140};
    facts::FileFacts bill = fileOf(u"bill.pdf"_s, Role::AddressProof);
    facts::AddressProof proof;
    proof.kind = u"utility_bill"_s;
    proof.issuedOn = printed(u"2022-12-11"_s);
    proof.names = {printed(u"Jeanne Tremblay"_s)};
    proof.addresses = {printed(u"1 rue Une, Montréal"_s)};
    bill.addressProof = proof;
    facts::Facts facts;
    facts.files = {front, selfie, held, bill};
    facts.faceMatches = {{u"front.jpg"_s, u"selfie.jpg"_s, 0.71, u"mobilefacenet_112"_s}};
    facts.complete = true;
    return facts;
}

QList<Finding> exampleFindings()
{
    QList<Finding> findings;
    for (const policy::CheckInfo &check : policy::catalogue()) {
        Finding finding;
        finding.checkId = check.id;
        finding.reason = check.reason;
        finding.outcome = Outcome::NotAssessed;
        finding.cause = u"no_reader"_s;
        findings += finding;
    }
    Finding &glare = findings[1];
    glare.outcome = Outcome::Flagged;
    glare.score = 0.031;
    glare.threshold = 0.004;
    glare.unit = u"share of document area"_s;
    glare.message = {u"Glare covers %1 % of the document."_s, {u"3.1"_s}};
    glare.evidence = {{u"front.jpg"_s, 0, corners, u"P<UTO"_s}};
    glare.factsUsed = {u"document.quality.glare"_s};
    return findings;
}

QJsonObject report()
{
    return analysis::analysisReport(exampleCase(), exampleFacts(), exampleFindings(), policy::builtIn(), 812);
}

/// A value's kind as a letter, and for objects the kinds of their members: what a reader of the contract
/// relies on.
QString shapeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"text"_s;
    case QJsonValue::Array:
        return u"list"_s;
    case QJsonValue::Object:
        return u"object"_s;
    default:
        return u"undefined"_s;
    }
}

QJsonValue at(const QJsonValue &root, const QString &path)
{
    QJsonValue value = root;
    for (const QString &token : path.split(u'/'))
        value = value.isArray() ? value.toArray().at(token.toInt()) : value.toObject().value(token);
    return value;
}
} // namespace

void TestReport::hasTheContractsShape()
{
    // Every member of the example in the contract, and its kind.
    const QList<std::pair<QString, QString>> members{
        {u"format"_s, u"text"_s},
        {u"case"_s, u"text"_s},
        {u"duration_ms"_s, u"number"_s},
        {u"engine/version"_s, u"text"_s},
        {u"engine/face_detector"_s, u"text"_s},
        {u"engine/face_recognizer"_s, u"text"_s},
        {u"policy/id"_s, u"text"_s},
        {u"policy/sha256"_s, u"text"_s},
        {u"files/0/path"_s, u"text"_s},
        {u"files/0/role"_s, u"text"_s},
        {u"files/0/sha256"_s, u"text"_s},
        {u"files/0/kind"_s, u"text"_s},
        {u"files/0/width"_s, u"number"_s},
        {u"files/0/height"_s, u"number"_s},
        {u"files/0/pages"_s, u"number"_s},
        {u"checks/1/id"_s, u"text"_s},
        {u"checks/1/reason"_s, u"number"_s},
        {u"checks/1/outcome"_s, u"text"_s},
        {u"checks/1/score"_s, u"number"_s},
        {u"checks/1/threshold"_s, u"number"_s},
        {u"checks/1/unit"_s, u"text"_s},
        {u"checks/1/message"_s, u"text"_s},
        {u"checks/1/evidence/0/path"_s, u"text"_s},
        {u"checks/1/evidence/0/page"_s, u"number"_s},
        {u"checks/1/evidence/0/polygon/0/1"_s, u"number"_s},
        {u"checks/1/evidence/0/text"_s, u"text"_s},
        {u"facts/document/type"_s, u"text"_s},
        {u"facts/document/quad/3/1"_s, u"number"_s},
        {u"facts/document/surname"_s, u"text"_s},
        {u"facts/document/given_names"_s, u"text"_s},
        {u"facts/document/number"_s, u"text"_s},
        {u"facts/document/date_of_birth"_s, u"text"_s},
        {u"facts/document/expires_on"_s, u"text"_s},
        {u"facts/document/issued_on"_s, u"text"_s},
        {u"facts/document/issuer"_s, u"text"_s},
        {u"facts/document/mrz/format"_s, u"text"_s},
        {u"facts/document/mrz/lines/1"_s, u"text"_s},
        {u"facts/document/mrz/fields/number"_s, u"text"_s},
        {u"facts/document/mrz/fields/date_of_birth"_s, u"text"_s},
        {u"facts/document/mrz/fields/expires_on"_s, u"text"_s},
        {u"facts/document/mrz/fields/surname"_s, u"text"_s},
        {u"facts/document/mrz/fields/given_names"_s, u"text"_s},
        {u"facts/document/mrz/check_digits/number"_s, u"bool"_s},
        {u"facts/document/mrz/check_digits/composite"_s, u"bool"_s},
        {u"facts/document/barcodes/0"_s, u"object"_s},
        {u"facts/faces/0/path"_s, u"text"_s},
        {u"facts/faces/0/page"_s, u"number"_s},
        {u"facts/faces/0/box/3"_s, u"number"_s},
        {u"facts/faces/0/score"_s, u"number"_s},
        {u"facts/face_matches/0/a"_s, u"text"_s},
        {u"facts/face_matches/0/b"_s, u"text"_s},
        {u"facts/face_matches/0/score"_s, u"number"_s},
        {u"facts/handheld/text"_s, u"text"_s},
        {u"facts/handheld/date"_s, u"text"_s},
        {u"facts/handheld/document_inliers"_s, u"number"_s},
        {u"facts/editing/0/path"_s, u"text"_s},
        {u"facts/editing/0/page"_s, u"number"_s},
        {u"facts/editing/0/flag"_s, u"number"_s},
        {u"facts/editing/0/review"_s, u"number"_s},
        {u"facts/editing/0/unit"_s, u"text"_s},
        {u"facts/address_proof/kind"_s, u"text"_s},
        {u"facts/address_proof/issued_on"_s, u"text"_s},
        {u"facts/address_proof/names/0"_s, u"text"_s},
        {u"facts/address_proof/addresses/0"_s, u"text"_s},
    };
    const QJsonObject object = report();
    for (const auto &[path, shape] : members)
        QVERIFY2(shapeOf(at(object, path)) == shape, qPrintable(path + u": "_s + shapeOf(at(object, path))));
    QCOMPARE(at(object, u"checks"_s).toArray().size(), policy::catalogue().size());
}

void TestReport::saysWhatWasSeen()
{
    const QJsonObject object = report();
    QCOMPARE(object["format"_L1], u"scrutineer.analysis/1"_s);
    QCOMPARE(object["case"_L1], u"C-2026-000123"_s);
    QCOMPARE(object["duration_ms"_L1], 812);
    QCOMPARE(at(object, u"engine/face_detector"_s), u"yunet_n_640"_s);
    QCOMPARE(at(object, u"engine/face_recognizer"_s), u"mobilefacenet_112"_s);
    QCOMPARE(at(object, u"policy/sha256"_s), policy::builtIn().sha256);
    QCOMPARE(at(object, u"files/3/role"_s), u"address_proof"_s);
    QCOMPARE(at(object, u"checks/1/id"_s), u"document.glare"_s);
    QCOMPARE(at(object, u"checks/1/outcome"_s), u"flagged"_s);
    QCOMPARE(at(object, u"checks/1/score"_s), 0.031);
    QCOMPARE(at(object, u"checks/1/message"_s), u"Glare covers 3.1 % of the document."_s);
    QCOMPARE(at(object, u"checks/1/evidence/0/polygon/0"_s), (QJsonArray{139, 678}));
    QCOMPARE(at(object, u"facts/document/expires_on"_s), u"2012-04-15"_s);
    QCOMPARE(at(object, u"facts/document/issued_on"_s), u"2002-04-16"_s);
    QCOMPARE(at(object, u"facts/faces/0/box"_s), (QJsonArray{10.3, 20, 30, 40}));
    QCOMPARE(at(object, u"facts/handheld/date"_s), u"2026-11-20"_s);
    QCOMPARE(at(object, u"facts/editing/0/cue"_s), u"ghosts"_s);
    QCOMPARE(at(object, u"facts/editing/0/kind"_s), u"compression"_s);
    QCOMPARE(at(object, u"facts/editing/0/score"_s), 123);
    QCOMPARE(at(object, u"facts/editing/0/seen"_s), u"Part of it."_s);
    QCOMPARE(at(object, u"facts/editing/0/polygons/0/0"_s), (QJsonArray{139, 678}));
    QCOMPARE(at(object, u"facts/editing/1/kind"_s), QJsonValue()); // a cue that this version does not know
    QCOMPARE(at(object, u"facts/editing/1/flag"_s), QJsonValue());
}

void TestReport::saysWhyNothingWasSeen()
{
    Case input;
    input.files = {{Role::DocumentFront, u"front.jpg"_s}};
    const QJsonObject object = analysis::analysisReport(input, {}, exampleFindings(), policy::builtIn(), 0);
    for (const QString &path :
         {u"case"_s, u"engine/face_detector"_s, u"engine/face_recognizer"_s, u"files/0/sha256"_s,
          u"files/0/kind"_s, u"files/0/width"_s, u"files/0/pages"_s, u"checks/0/score"_s,
          u"checks/0/threshold"_s, u"facts/document"_s, u"facts/handheld"_s, u"facts/address_proof"_s})
        QVERIFY2(at(object, path).isNull(), qPrintable(path + u" is "_s + shapeOf(at(object, path))));
    QCOMPARE(at(object, u"facts/faces"_s), QJsonArray());
    QCOMPARE(at(object, u"files/0/path"_s), u"front.jpg"_s);

    facts::FileFacts front = fileOf(u"front.jpg"_s, Role::DocumentFront);
    front.document = facts::Document(); // looked at, and nothing found
    facts::Facts facts;
    facts.files = {front};
    const QJsonObject empty = analysis::analysisReport(input, facts, {}, policy::builtIn(), 0);
    for (const QString &name :
         {u"type"_s, u"quad"_s, u"surname"_s, u"number"_s, u"date_of_birth"_s, u"expires_on"_s, u"mrz"_s})
        QVERIFY2(at(empty, u"facts/document/"_s + name).isNull(), qPrintable(name));
    QCOMPARE(at(empty, u"facts/document/barcodes"_s), QJsonArray());
}

void TestReport::carriesTheCauseOnlyWhereNotAssessed()
{
    const QJsonObject object = report();
    QCOMPARE(at(object, u"checks/0/outcome"_s), u"not_assessed"_s);
    QCOMPARE(at(object, u"checks/0/cause"_s), u"no_reader"_s);
    QVERIFY(at(object, u"checks/1/cause"_s).isNull());
}

void TestReport::mergesFrontAndBack()
{
    Case input;
    input.files = {{Role::DocumentBack, u"back.jpg"_s}, {Role::DocumentFront, u"front.jpg"_s}};
    facts::FileFacts front = fileOf(u"front.jpg"_s, Role::DocumentFront);
    facts::Document frontDocument;
    frontDocument.quad = corners;
    frontDocument.printed = {{u"surname"_s, printed(u"Eriksson"_s)}};
    front.document = frontDocument;
    facts::FileFacts back = fileOf(u"back.jpg"_s, Role::DocumentBack);
    facts::Document backDocument;
    backDocument.mrz = zone(false);
    backDocument.type = facts::TypeGuess{DocumentType::IdCard, 0.8, u"mrz"_s, {}};
    backDocument.printed = {{u"surname"_s, printed(u"Nobody"_s)}, {u"address"_s, printed(u"1 Way"_s)}};
    back.document = backDocument;
    facts::Facts facts;
    facts.files = {back, front};
    const QJsonObject object = analysis::analysisReport(input, facts, {}, policy::builtIn(), 0);
    QCOMPARE(at(object, u"facts/document/surname"_s), u"Eriksson"_s);
    QCOMPARE(at(object, u"facts/document/address"_s), u"1 Way"_s);
    QCOMPARE(at(object, u"facts/document/number"_s), u"L898902C3"_s);
    QCOMPARE(at(object, u"facts/document/type"_s), u"id_card"_s);
    QCOMPARE(at(object, u"facts/document/mrz/path"_s), u"back.jpg"_s);
    QVERIFY(at(object, u"facts/document/quad"_s).isArray());
}

void TestReport::choosesTheSource_data()
{
    QTest::addColumn<bool>("verified");
    QTest::addColumn<QString>("printedNumber");
    QTest::addColumn<QString>("number");
    QTest::newRow("verified zone before print") << true << u"L898902C8"_s << u"L898902C3"_s;
    QTest::newRow("print before a doubtful zone") << false << u"L898902C8"_s << u"L898902C8"_s;
    QTest::newRow("doubtful zone before nothing") << false << QString() << u"L898902C3"_s;
}

void TestReport::choosesTheSource()
{
    QFETCH(bool, verified);
    QFETCH(QString, printedNumber);
    facts::Facts facts = exampleFacts();
    facts::Document document = *facts.files[0].document;
    document.mrz = zone(verified);
    if (!printedNumber.isEmpty())
        document.printed.insert(u"number"_s, printed(printedNumber));
    facts.files[0].document = document;
    const QJsonObject object = analysis::analysisReport(exampleCase(), facts, {}, policy::builtIn(), 0);
    QFETCH(QString, number);
    QCOMPARE(at(object, u"facts/document/number"_s), number);
}

void TestReport::listsUnreadableFiles()
{
    facts::Facts facts = exampleFacts();
    facts.files[0].unreadable = Error{ErrorCode::FileEncrypted, u"front.jpg"_s, {}};
    const QJsonObject object = analysis::analysisReport(exampleCase(), facts, {}, policy::builtIn(), 0);
    QCOMPARE(at(object, u"files/0/unreadable"_s), u"FileEncrypted"_s);
    QVERIFY(at(object, u"files/1/unreadable"_s).isNull());
    QVERIFY(at(object, u"facts/document"_s).isNull());
}

void TestReport::writesOneLineOfJson()
{
    facts::Facts facts = exampleFacts();
    facts.faceMatches[0].score = std::nan("");
    const QJsonObject object =
        analysis::analysisReport(exampleCase(), facts, exampleFindings(), policy::builtIn(), 0);
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QVERIFY(!line.contains('\n'));
    QJsonParseError error;
    QCOMPARE(QJsonDocument::fromJson(line, &error).object()["format"_L1], object["format"_L1]);
    QCOMPARE(error.error, QJsonParseError::NoError);
}

QTEST_GUILESS_MAIN(TestReport)
#include "test_report.moc"

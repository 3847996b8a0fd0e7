// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/case/bundle_reader.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

class TestBundleReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheContractsExample();
    void readsTheLeast();
    void readsMoments_data();
    void readsMoments();
    void keepsEverythingThroughJson_data();
    void keepsEverythingThroughJson();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysWhatIsNoJson_data();
    void saysWhatIsNoJson();
    void namesNoPersonalData();
    void makesTextsOneLine();
    void readsAFolder();
    void refusesAFolder_data();
    void refusesAFolder();
    void staysReadableWithoutItsFiles();
    void survivesManyFiles();
    void readsTheRealCase();
};

namespace {
const QByteArray example = R"({
  "format": "scrutineer.case/1", "id": "C-2026-000123", "level": "primary", "submitted_at": "2026-11-20T08:12:00Z",
  "applicant": {"full_name": "Anna Maria Eriksson", "date_of_birth": "1974-08-12", "nationality": "UTO",
    "address": {"street": "12 Rue de Londres", "city": "Paris", "region": "", "postal_code": "75009", "country": "FR"}},
  "primary": {"full_name": "Anna Maria Eriksson"},
  "document": {"type": "passport", "number": "L898902C3", "issuing_country": "UTO", "expires_on": "2012-04-15"},
  "files": [{"role": "document_front", "path": "front.jpg"}],
  "an unknown member": {"is": ["allowed"]}})";

const QByteArray least = R"({"format": "scrutineer.case/1", "id": "C-1", "level": "advanced",
  "submitted_at": "2026-11-20T08:12:00Z", "applicant": {"full_name": "A"}, "files": []})";

/// The example with one value replaced or (undefined) taken away, by a path of member names and indices.
QJsonValue changed(const QJsonValue &root, QStringList tokens, const QJsonValue &value)
{
    if (tokens.isEmpty())
        return value;
    const QString token = tokens.takeFirst();
    if (root.isArray()) {
        QJsonArray array = root.toArray();
        while (array.size() <= token.toInt())
            array.append(QJsonObject());
        array[token.toInt()] = changed(array[token.toInt()], tokens, value);
        return array;
    }
    QJsonObject object = root.toObject();
    object[token] = changed(object[token], tokens, value);
    if (value.isUndefined() && tokens.isEmpty())
        object.remove(token);
    return object;
}

QByteArray with(const QString &path, const QJsonValue &value)
{
    const QJsonObject root = QJsonDocument::fromJson(example).object();
    return QJsonDocument(changed(root, path.split(u'/'), value).toObject()).toJson();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString describe(const Error &error)
{
    return toName(error.code) + u' ' + error.where + u' ' + error.detail;
}
} // namespace

void TestBundleReader::readsTheContractsExample()
{
    const Result<Case> read = readCase(example, u"case.json"_s);
    QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
    QCOMPARE(read->id, u"C-2026-000123"_s);
    QCOMPARE(read->level, Level::Primary);
    QCOMPARE(read->submissionDay(), QDate(2026, 11, 20));
    QCOMPARE(read->applicant.fullName, u"Anna Maria Eriksson"_s);
    QCOMPARE(read->applicant.dateOfBirth, QDate(1974, 8, 12));
    QCOMPARE(read->applicant.nationality, u"UTO"_s);
    QCOMPARE(read->applicant.address,
             (Address{u"12 Rue de Londres"_s, u"Paris"_s, QString(), u"75009"_s, u"FR"_s}));
    QCOMPARE(read->primaryFullName, u"Anna Maria Eriksson"_s);
    QCOMPARE(read->document,
             (DeclaredDocument{DocumentType::Passport, u"L898902C3"_s, u"UTO"_s, QDate(2012, 4, 15)}));
    QCOMPARE(read->files, (QList{EvidenceFile{Role::DocumentFront, u"front.jpg"_s}}));
}

void TestBundleReader::readsTheLeast()
{
    const Result<Case> read = readCase(least, u"case.json"_s);
    QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
    QVERIFY(!read->document);
    QVERIFY(!read->applicant.dateOfBirth);
    QVERIFY(!read->applicant.address);
    QVERIFY(read->primaryFullName.isEmpty());
    QVERIFY(read->files.isEmpty());
}

void TestBundleReader::readsMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc"); // empty: refused
    QTest::newRow("UTC") << u"2026-11-20T08:12:00Z"_s << u"2026-11-20T08:12:00.000Z"_s;
    QTest::newRow("offset to another day") << u"2026-11-20T23:30:00-05:00"_s << u"2026-11-21T04:30:00.000Z"_s;
    QTest::newRow("milliseconds") << u"2026-11-20T08:12:00.250Z"_s << u"2026-11-20T08:12:00.250Z"_s;
    QTest::newRow("no seconds") << u"2026-11-20T08:12Z"_s << u"2026-11-20T08:12:00.000Z"_s;
    QTest::newRow("no offset is UTC") << u"2026-11-20T08:12:00"_s << u"2026-11-20T08:12:00.000Z"_s;
    QTest::newRow("a day") << u"2026-11-20"_s << u"2026-11-20T00:00:00.000Z"_s;
    QTest::newRow("no such day") << u"2026-02-30T08:12:00Z"_s << QString();
    QTest::newRow("no such hour") << u"2026-02-03T25:12:00Z"_s << QString();
    QTest::newRow("words") << u"yesterday"_s << QString();
    QTest::newRow("other order") << u"20/11/2026"_s << QString();
    QTest::newRow("with a tail") << u"2026-11-20T08:12:00Z and more"_s << QString();
    QTest::newRow("a line before") << u"x\n2026-11-20T08:12:00Z"_s << QString();
    QTest::newRow("very long") << QString(100'000, u'2') << QString();
}

void TestBundleReader::readsMoments()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const Result<Case> read = readCase(with(u"submitted_at"_s, text), u"case.json"_s);
    QCOMPARE(read.has_value(), !utc.isEmpty());
    if (read)
        QCOMPARE(read->submittedAt.toString(Qt::ISODateWithMs), utc);
    else
        QCOMPARE(read.error().where, u"case.json#/submitted_at"_s);
}

void TestBundleReader::keepsEverythingThroughJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("everything") << example;
    QTest::newRow("the least") << least;
    QTest::newRow("empty address") << with(u"applicant/address"_s, QJsonObject());
    QTest::newRow("nulls") << with(u"document"_s,
                                   QJsonObject{{u"type"_s, QJsonValue()}, {u"number"_s, QJsonValue()}});
    QTest::newRow("milliseconds") << with(u"submitted_at"_s, u"2026-11-20T08:12:00.250+01:00"_s);
    QTest::newRow("other scripts") << with(u"applicant/full_name"_s, u"王小明 \U0001F600"_s);
}

void TestBundleReader::keepsEverythingThroughJson()
{
    QFETCH(QByteArray, json);
    const Result<Case> before = readCase(json, u"case.json"_s);
    QVERIFY2(before, before ? "" : qPrintable(describe(before.error())));
    const Result<Case> after = readCase(QJsonDocument(toJson(*before)).toJson(), u"again.json"_s);
    QVERIFY2(after, after ? "" : qPrintable(describe(after.error())));
    QCOMPARE(*after, *before);
}

void TestBundleReader::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("path"); // what is changed, and where the error points
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("pointer"); // empty: the path
    const auto violated = ErrorCode::SchemaViolated;
    const auto leaves = ErrorCode::PathLeavesBundle;
    const QJsonValue none(QJsonValue::Undefined);
    for (const auto &name : {u"format"_s, u"id"_s, u"level"_s, u"submitted_at"_s, u"applicant"_s, u"files"_s,
                             u"applicant/full_name"_s, u"files/0/role"_s, u"files/0/path"_s}) {
        QTest::addRow("without %s", qPrintable(name)) << name << none << violated << QString();
        QTest::addRow("null %s", qPrintable(name)) << name << QJsonValue() << violated << QString();
        QTest::addRow("number %s", qPrintable(name)) << name << QJsonValue(1) << violated << QString();
        QTest::addRow("list %s", qPrintable(name))
            << name << QJsonValue(QJsonArray{1}) << violated << (name == u"files" ? u"files/0"_s : QString());
    }
    QTest::newRow("other format") << u"format"_s << QJsonValue(u"scrutineer.case/2"_s)
                                  << ErrorCode::FormatUnknown << QString();
    QTest::newRow("empty id") << u"id"_s << QJsonValue(QString()) << violated << QString();
    QTest::newRow("id with a NUL") << u"id"_s << QJsonValue(u"a\0b"_s) << violated << QString();
    QTest::newRow("long id") << u"id"_s << QJsonValue(QString(201, u'x')) << violated << QString();
    QTest::newRow("unknown level") << u"level"_s << QJsonValue(u"Primary"_s) << violated << QString();
    QTest::newRow("blank name") << u"applicant/full_name"_s << QJsonValue(u" \n "_s) << violated << QString();
    QTest::newRow("birth date") << u"applicant/date_of_birth"_s << QJsonValue(u"1974-13-12"_s) << violated
                                << QString();
    QTest::newRow("birth date as number")
        << u"applicant/date_of_birth"_s << QJsonValue(1974) << violated << QString();
    QTest::newRow("address as text") << u"applicant/address"_s << QJsonValue(u"Paris"_s) << violated
                                     << QString();
    QTest::newRow("city as number") << u"applicant/address/city"_s << QJsonValue(1) << violated << QString();
    QTest::newRow("document type") << u"document/type"_s << QJsonValue(u"library_card"_s) << violated
                                   << QString();
    QTest::newRow("expiry") << u"document/expires_on"_s << QJsonValue(u"2012-02-30"_s) << violated
                            << QString();
    QTest::newRow("unknown role") << u"files/0/role"_s << QJsonValue(u"portrait"_s) << violated << QString();
    QTest::newRow("file is a text") << u"files/0"_s << QJsonValue(u"front.jpg"_s) << violated << QString();
    QTest::newRow("listed twice") << u"files/1"_s
                                  << QJsonValue(
                                         QJsonObject{{u"role"_s, u"selfie"_s}, {u"path"_s, u"./front.jpg"_s}})
                                  << violated << u"files/1/path"_s;
    QTest::newRow("empty path") << u"files/0/path"_s << QJsonValue(QString()) << violated << QString();
    QTest::newRow("path with a line break")
        << u"files/0/path"_s << QJsonValue(u"a\nb.jpg"_s) << violated << QString();
    QTest::newRow("absolute path") << u"files/0/path"_s << QJsonValue(u"/etc/passwd"_s) << leaves
                                   << QString();
    QTest::newRow("path up") << u"files/0/path"_s << QJsonValue(u"../a.jpg"_s) << leaves << QString();
    QTest::newRow("path down and up")
        << u"files/0/path"_s << QJsonValue(u"a/../../b.jpg"_s) << leaves << QString();
    QTest::newRow("path with a backslash")
        << u"files/0/path"_s << QJsonValue(u"a\\b.jpg"_s) << leaves << QString();
    QTest::newRow("path with a NUL") << u"files/0/path"_s << QJsonValue(u"a\0.jpg"_s) << leaves << QString();
}

void TestBundleReader::saysWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(ErrorCode, code);
    QFETCH(QString, pointer);
    const Result<Case> read = readCase(with(path, value), u"case.json"_s);
    QVERIFY(!read);
    QCOMPARE(toName(read.error().code), toName(code));
    QCOMPARE(read.error().where, u"case.json#/"_s + (pointer.isEmpty() ? path : pointer));
    QVERIFY(!read.error().detail.isEmpty());
    QVERIFY(sentence(read.error()).contains(read.error().where));
}

void TestBundleReader::saysWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error"); // empty: it reads
    QTest::newRow("empty") << QByteArray() << u"JsonInvalid"_s;
    QTest::newRow("binary") << QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10) << u"JsonInvalid"_s;
    QTest::newRow("cut short") << example.chopped(1) << u"JsonInvalid"_s;
    QTest::newRow("list") << QByteArray("[1]") << u"JsonInvalid"_s;
    QTest::newRow("NaN") << QByteArray(example).replace("\"C-2026-000123\"", "NaN") << u"JsonInvalid"_s;
    QTest::newRow("not UTF-8") << QByteArray(example).replace("Anna", "Ann\xe9") << u"JsonInvalid"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << u"JsonInvalid"_s;
    QTest::newRow("a tail") << example + "x" << u"JsonInvalid"_s;
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[') << u"JsonInvalid"_s;
    QTest::newRow("a million objects") << QByteArray("{\"a\":").repeated(500'000) << u"JsonInvalid"_s;
    QTest::newRow("deep but closed") << QByteArray(example).replace(
                                            "[\"allowed\"]", QByteArray(5000, '[') + QByteArray(5000, ']'))
                                     << u"JsonInvalid"_s;
    QTest::newRow("beyond the limit") << example + QByteArray(5 << 20, ' ') << u"FileTooLarge"_s;
    QTest::newRow("up to the limit") << example + QByteArray(3 << 20, ' ') << QString();
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + example << QString();
    QTest::newRow("a number beyond all")
        << QByteArray(example).replace("[\"allowed\"]", "1e400") << u"JsonInvalid"_s;
}

void TestBundleReader::saysWhatIsNoJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const Result<Case> read = readCase(json, u"case.json"_s);
    QCOMPARE(read ? QString() : toName(read.error().code), error);
    if (!read)
        QCOMPARE(read.error().where, u"case.json"_s);
}

void TestBundleReader::namesNoPersonalData()
{
    const QString secret = u"Zebulon Quagmire"_s;
    for (const auto &path : {u"level"_s, u"submitted_at"_s, u"applicant/date_of_birth"_s, u"document/type"_s,
                             u"files/0/role"_s, u"applicant/address"_s}) {
        const Result<Case> read = readCase(with(path, secret), u"case.json"_s);
        QVERIFY2(!read, qPrintable(path));
        QVERIFY2(!describe(read.error()).contains(u"Quagmire"), qPrintable(describe(read.error())));
    }
}

void TestBundleReader::makesTextsOneLine()
{
    const Result<Case> read =
        readCase(with(u"applicant/address/street"_s, u"12 Main St\nApt 4\u0007"_s), u"c"_s);
    QVERIFY(read);
    QCOMPARE(read->applicant.address->street, u"12 Main St Apt 4 "_s);
    const QByteArray lone = QByteArray(example).replace("Rue de", "\\ud800");
    const Result<Case> surrogate = readCase(lone, u"c"_s);
    QVERIFY(surrogate);
    QVERIFY(surrogate->applicant.address->street.isValidUtf16());
}

void TestBundleReader::readsAFolder()
{
    QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"case.json"_s), example));
    const Result<Case> read = readBundle(folder.path());
    QVERIFY(read);
    QCOMPARE(read->id, u"C-2026-000123"_s);
}

void TestBundleReader::refusesAFolder_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no case.json") << u"none"_s << ErrorCode::FileMissing;
    QTest::newRow("a folder of that name") << u"folder"_s << ErrorCode::FileNotRegular;
    QTest::newRow("a link") << u"link"_s << ErrorCode::FileNotRegular;
    QTest::newRow("empty") << u"empty"_s << ErrorCode::FileEmpty;
    QTest::newRow("too large") << u"large"_s << ErrorCode::FileTooLarge;
    QTest::newRow("no folder at all") << u"nothing"_s << ErrorCode::FileMissing;
}

void TestBundleReader::refusesAFolder()
{
    QFETCH(QString, kind);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"case.json"_s);
    if (kind == u"folder")
        QVERIFY(QDir().mkdir(path));
    if (kind == u"link") {
        QVERIFY(write(folder.filePath(u"real.json"_s), example));
        QVERIFY(QFile::link(u"real.json"_s, path));
    }
    if (kind == u"empty")
        QVERIFY(write(path, {}));
    if (kind == u"large") {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64{1} << 40)); // sparse
    }
    const Result<Case> read = readBundle(kind == u"nothing" ? folder.filePath(u"x"_s) : folder.path());
    QVERIFY(!read);
    QTEST(read.error().code, "code");
    QCOMPARE(read.error().where, u"case.json"_s);
}

void TestBundleReader::staysReadableWithoutItsFiles()
{
    QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"case.json"_s), example));
    const Result<Case> read = readBundle(folder.path());
    QVERIFY(read);
    QCOMPARE(openEvidence(folder.path(), read->files[0].path, 1000).error().code, ErrorCode::FileMissing);
    QVERIFY(QFile::link(u"case.json"_s, folder.filePath(u"front.jpg"_s)));
    QVERIFY(readBundle(folder.path()));
    QCOMPARE(openEvidence(folder.path(), read->files[0].path, 1000).error().code, ErrorCode::FileNotRegular);
}

void TestBundleReader::survivesManyFiles()
{
    QJsonArray files;
    for (int i = 0; i < 50'000; ++i)
        files.append(QJsonObject{{u"role"_s, u"selfie"_s}, {u"path"_s, QString::number(i)}});
    const QByteArray json = with(u"files"_s, files);
    QVERIFY(json.size() < maxCaseJsonBytes);
    QElapsedTimer timer;
    timer.start();
    const Result<Case> read = readCase(json, u"case.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::SchemaViolated);
    QVERIFY2(timer.elapsed() < 20'000 * SCRUTINEER_PATIENCE, qPrintable(QString::number(timer.elapsed())));
}

void TestBundleReader::readsTheRealCase()
{
    const QString data = qEnvironmentVariable("SCRUTINEER_TESTDATA");
    if (data.isEmpty())
        QSKIP("SCRUTINEER_TESTDATA is not set: the real case is not there.");
    const QString folder = data + "/cases/quebec-doe"_L1;
    const Result<Case> read = readBundle(folder);
    QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
    QCOMPARE(read->level, Level::Advanced);
    QCOMPARE(read->files.size(), 3);
    for (const EvidenceFile &file : read->files)
        QVERIFY(openEvidence(folder, file.path, 100'000'000));
}

QTEST_GUILESS_MAIN(TestBundleReader)
#include "test_bundle_reader.moc"

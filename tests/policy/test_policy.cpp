// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/policy/policy.h"
#include "resources/resources.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

class TestPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInIsComplete();
    void everyThresholdHasASource();
    void asksForFilesByLevel();
    void hasBandsForBothRecognisers_data();
    void hasBandsForBothRecognisers();
    void readsAnotherPolicy();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void needsEveryThreshold();
    void saysThatAFileIsMissing();
};

namespace {
QJsonObject builtInObject()
{
    return QJsonDocument::fromJson(resources::read("policy.json"_L1)).object();
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

QByteArray with(const QString &member, const QJsonValue &value)
{
    QJsonObject object = builtInObject();
    object[member] = value;
    return textOf(object);
}

QByteArray without(const QString &member)
{
    QJsonObject object = builtInObject();
    object.remove(member);
    return textOf(object);
}

QByteArray withThreshold(const QString &check, const QJsonObject &thresholds)
{
    QJsonObject object = builtInObject();
    QJsonObject all = object[u"thresholds"].toObject();
    all[check] = thresholds;
    object[u"thresholds"] = all;
    return textOf(object);
}
} // namespace

void TestPolicy::builtInIsComplete()
{
    const policy::Policy &policy = policy::builtIn();
    QCOMPARE(policy.id, u"default"_s);
    QCOMPARE(
        policy.sha256,
        QString::fromLatin1(
            QCryptographicHash::hash(resources::read("policy.json"_L1), QCryptographicHash::Sha256).toHex()));
    QCOMPARE(policy.limits.memoryBytes, qint64{2} << 30);
    QCOMPARE(policy.limits.secondsPerFile, 60);
    QCOMPARE(policy.limits.pixelsPerPicture, 200'000'000);
    QCOMPARE(policy.limits.pagesPerPdf, 30);
    QCOMPARE(policy.limits.bytesPerFile, 100'000'000);
    QCOMPARE(policy.supportedTypes,
             QList({DocumentType::Passport, DocumentType::IdCard, DocumentType::DrivingLicence}));
    QCOMPARE(policy.proofMaxAgeMonths, 3);
    QCOMPARE(policy.statementWord, u"CoinEx"_s);
    QCOMPARE(policy.threshold(u"document.glare"_s).value, 0.004);
    QVERIFY(policy.threshold(u"document.glare"_s, u"review"_s).value < 0.004);
}

void TestPolicy::everyThresholdHasASource()
{
    const policy::Policy &policy = policy::builtIn();
    for (auto it = policy.thresholds.begin(); it != policy.thresholds.end(); ++it) {
        QVERIFY2(!it->unit.isEmpty(), qPrintable(it.key()));
        QVERIFY2(!it->source.isEmpty(), qPrintable(it.key()));
        QVERIFY2(policy::checkById(it.key().section(u'/', 0, 0)), qPrintable(it.key()));
    }
}

void TestPolicy::asksForFilesByLevel()
{
    const policy::Policy &policy = policy::builtIn();
    QVERIFY(policy.asksFor(Level::Primary, Role::DocumentFront));
    QVERIFY(policy.asksFor(Level::Primary, Role::Selfie));
    QVERIFY(!policy.asksFor(Level::Primary, Role::Handheld));
    QVERIFY(!policy.asksFor(Level::Primary, Role::AddressProof));
    QVERIFY(policy.asksFor(Level::Advanced, Role::AddressProof));
    QVERIFY(!policy.asksFor(Level::Advanced, Role::DocumentBack));
}

void TestPolicy::hasBandsForBothRecognisers_data()
{
    QTest::addColumn<QString>("model");
    QTest::newRow("MobileFaceNet") << u"mobilefacenet_112"_s;
    QTest::newRow("SFace") << u"face_recognition_sface_2021dec"_s;
}

void TestPolicy::hasBandsForBothRecognisers()
{
    QFETCH(QString, model);
    const auto bands = policy::builtIn().matchBands(model);
    QVERIFY(bands);
    QVERIFY(bands->different.value < bands->same.value);
    QVERIFY(!policy::builtIn().matchBands(u"another_model"_s));
}

void TestPolicy::readsAnotherPolicy()
{
    QJsonObject object = builtInObject();
    object[u"id"] = u"strict"_s;
    object[u"proof_max_age_months"] = 1;
    object[u"limits"] = QJsonObject{{u"pages_per_pdf"_s, 5}};
    QTemporaryDir folder;
    QFile file(folder.filePath(u"strict.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(textOf(object));
    file.close();

    const Result<policy::Policy> policy = policy::load(file.fileName());
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().where));
    QCOMPARE(policy->id, u"strict"_s);
    QCOMPARE(policy->proofMaxAgeMonths, 1);
    QCOMPARE(policy->limits.pagesPerPdf, 5);
    QCOMPARE(policy->limits.secondsPerFile, policy::Limits().secondsPerFile); // not given: the default
    QVERIFY(policy->sha256 != policy::builtIn().sha256);
}

void TestPolicy::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    const auto violated = ErrorCode::SchemaViolated;
    const QJsonObject misspelt{{u"flagg"_s, 1}};
    QTest::newRow("empty") << QByteArray() << ErrorCode::JsonInvalid << u"p.json"_s;
    QTest::newRow("array") << QByteArray("[]") << ErrorCode::JsonInvalid << u"p.json"_s;
    QTest::newRow("NaN") << QByteArray("{\"id\": NaN}") << ErrorCode::JsonInvalid << u"p.json"_s;
    QTest::newRow("no id") << without(u"id"_s) << violated << u"p.json#/id"_s;
    QTest::newRow("other format") << with(u"format"_s, u"x"_s) << violated << u"p.json#/format"_s;
    QTest::newRow("unknown member") << with(u"statment_word"_s, u"x"_s) << violated
                                    << u"p.json#/statment_word"_s;
    QTest::newRow("months as text") << with(u"proof_max_age_months"_s, u"3"_s) << violated
                                    << u"p.json#/proof_max_age_months"_s;
    QTest::newRow("half a month") << with(u"proof_max_age_months"_s, 0.5) << violated
                                  << u"p.json#/proof_max_age_months"_s;
    QTest::newRow("limit below the floor") << with(u"limits"_s, QJsonObject{{u"seconds_per_file"_s, 0}})
                                           << violated << u"p.json#/limits/seconds_per_file"_s;
    QTest::newRow("unknown document") << with(u"supported_documents"_s, QJsonArray{u"library_card"_s})
                                      << violated << u"p.json#/supported_documents/0"_s;
    QTest::newRow("unknown check") << withThreshold(u"a/b~c"_s, {}) << violated
                                   << u"p.json#/thresholds/a~1b~0c"_s;
    QTest::newRow("threshold without unit")
        << withThreshold(u"document.glare"_s,
                         {{u"flag"_s, QJsonObject{{u"value"_s, 1}, {u"source"_s, u"x"_s}}}})
        << violated << u"p.json#/thresholds/document.glare/flag/unit"_s;
    QTest::newRow("threshold is a number") << withThreshold(u"document.glare"_s, misspelt) << violated
                                           << u"p.json#/thresholds/document.glare/flagg"_s;
}

void TestPolicy::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    const Result<policy::Policy> policy = policy::parse(json, u"p.json"_s);
    QVERIFY(!policy);
    QTEST(policy.error().code, "code");
    QTEST(policy.error().where, "where");
    QVERIFY(!policy.error().detail.isEmpty());
}

void TestPolicy::needsEveryThreshold()
{
    for (const policy::CheckInfo &check : policy::catalogue()) {
        if (check.thresholds.isEmpty())
            continue;
        const Result<policy::Policy> policy = policy::parse(withThreshold(check.id, {}), u"p.json"_s);
        QVERIFY2(!policy, qPrintable(check.id));
        QCOMPARE(policy.error().where, u"p.json#/thresholds/"_s + check.id + u'/' + check.thresholds.first());
    }
}

void TestPolicy::saysThatAFileIsMissing()
{
    QTemporaryDir folder;
    const Result<policy::Policy> policy = policy::load(folder.filePath(u"none.json"_s));
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, ErrorCode::ReadFailed);
    QCOMPARE(policy.error().where, u"none.json"_s);
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "test_policy.moc"

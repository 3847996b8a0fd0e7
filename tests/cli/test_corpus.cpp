// SPDX-License-Identifier: GPL-3.0-or-later
// The command line on real files, which are not part of the project: SCRUTINEER_TESTDATA says where they are.
#include "tests/cli/cli_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 280'000; // ms

/// A document's fields as its machine-readable zone prints them: dates as YYMMDD, fillers as blanks.
struct Fields
{
    QString number;
    QString dateOfBirth;
    QString expiresOn;
    QString surname;
    QString givenNames;

    friend bool operator==(const Fields &, const Fields &) = default;
};

QString unfilled(QString text)
{
    return text.replace(u'<', u' ').simplified();
}

Fields fieldsOf(const QStringList &lines)
{
    const bool threeLines = lines.size() == 3;
    const QString &name = threeLines ? lines[2] : lines[0];
    const QString &data = lines[1];
    const QString names = threeLines ? name : name.mid(5);
    const qsizetype gap = names.indexOf("<<"_L1);
    return {unfilled(threeLines ? lines[0].mid(5, 9) : data.first(9)).remove(u' '),
            data.mid(threeLines ? 0 : 13, 6), data.mid(threeLines ? 8 : 21, 6),
            unfilled(gap < 0 ? names : names.first(gap)), gap < 0 ? QString() : unfilled(names.sliced(gap))};
}

QString shortDate(const QString &iso)
{
    return QString(iso).remove(u'-').right(6);
}

Fields fieldsOf(const QJsonObject &mrz)
{
    const QJsonValue fields = mrz[u"fields"_s];
    return {fields[u"number"_s].toString().remove(u'<'), shortDate(fields[u"date_of_birth"_s].toString()),
            shortDate(fields[u"expires_on"_s].toString()), fields[u"surname"_s].toString(),
            fields[u"given_names"_s].toString()};
}
} // namespace

class TestCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void realCase();
    void machineReadableZones();
    void facePairs();

private:
    QString at(const QString &path) const { return m_folder + u'/' + path; }
    QJsonObject truth(const QString &path) const;

    QString m_folder;
    QString m_models;
};

void TestCorpus::initTestCase()
{
    m_folder = qEnvironmentVariable("SCRUTINEER_TESTDATA");
    m_models = qEnvironmentVariable("SCRUTINEER_MODELS");
    if (m_folder.isEmpty())
        QSKIP("SCRUTINEER_TESTDATA is not set: the real files are not tried.");
}

QJsonObject TestCorpus::truth(const QString &path) const
{
    QFile file(at(path));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TestCorpus::realCase()
{
    if (m_models.isEmpty())
        QSKIP("SCRUTINEER_MODELS is not set: the real case needs the face models.");
    const CliRun run = runCli({u"analyze"_s, at(u"cases/quebec-doe"_s), u"--models"_s, m_models}, patience);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.objects.size(), 1);
    const QJsonObject expected = truth(u"cases/truth.json"_s)[u"cases/quebec-doe"_s].toObject();
    QVERIFY(!expected.isEmpty());
    for (const QString &outcome : expected.keys()) {
        for (const QJsonValue &id : expected[outcome].toArray()) {
            const QString got = checkOf(run.objects.first(), id.toString())[u"outcome"_s].toString();
            QVERIFY2(got == outcome, qPrintable(u"%1: %2, not %3"_s.arg(id.toString(), got, outcome)));
        }
    }
}

void TestCorpus::machineReadableZones()
{
    const QJsonObject expected = truth(u"mrz/truth.json"_s);
    QStringList arguments{u"inspect"_s, u"--role"_s, u"document_front"_s};
    for (const QString &name : expected.keys())
        arguments += at(u"mrz/"_s + name);
    const CliRun run = runCli(arguments, patience);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.objects.size(), expected.size());
    int exact = 0;
    for (const QJsonObject &analysis : run.objects) {
        const QString name = analysis[u"case"_s].toString();
        QStringList lines;
        for (const QJsonValue &line : expected[name].toArray())
            lines += line.toString();
        const QJsonObject mrz = analysis[u"facts"_s][u"document"_s][u"mrz"_s].toObject();
        const Fields want = fieldsOf(lines);
        const Fields got = fieldsOf(mrz);
        exact += got == want;
        const QJsonValue valid = mrz[u"check_digits"_s];
        QVERIFY2(!valid[u"number"_s].toBool() || got.number == want.number, qPrintable(name));
        QVERIFY2(!valid[u"date_of_birth"_s].toBool() || got.dateOfBirth == want.dateOfBirth,
                 qPrintable(name));
        QVERIFY2(!valid[u"expires_on"_s].toBool() || got.expiresOn == want.expiresOn, qPrintable(name));
    }
    QVERIFY2(exact >= 6, qPrintable(u"%1 of %2 exact"_s.arg(exact).arg(expected.size())));
}

void TestCorpus::facePairs()
{
    if (m_models.isEmpty())
        QSKIP("SCRUTINEER_MODELS is not set: faces cannot be compared.");
    const QJsonObject pairs = truth(u"faces/truth.json"_s);
    QVERIFY(!pairs[u"same_person"_s].toArray().isEmpty());
    const auto outcomeOf = [this](const QJsonValue &pair, const QStringList &options) {
        const CliRun run =
            runCli(QStringList{u"compare-faces"_s, at(pair[0].toString()), at(pair[1].toString())} + options);
        return run.objects.value(0)[u"outcome"_s].toString();
    };
    for (const QJsonValue &pair : pairs[u"same_person"_s].toArray())
        QCOMPARE(outcomeOf(pair, {u"--models"_s, m_models}), u"clear"_s);
    for (const QJsonValue &pair : pairs[u"different_people"_s].toArray())
        QCOMPARE(outcomeOf(pair, {u"--models"_s, m_models}), u"flagged"_s);
    QCOMPARE(outcomeOf(pairs[u"same_person"_s][0], {}), u"not_assessed"_s);
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "test_corpus.moc"

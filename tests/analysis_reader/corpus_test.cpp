// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/file_reader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

/// Real files of SCRUTINEER_TESTDATA: floors for what is read, ceilings for what is read wrong.
class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = qEnvironmentVariable("SCRUTINEER_TESTDATA");
        if (m_folder.isEmpty())
            QSKIP("SCRUTINEER_TESTDATA is not set: real files are not read");
        m_reader = std::make_unique<analysis::FileReader>(
            QStringList{qEnvironmentVariable("SCRUTINEER_MODELS")}, policy::Limits{});
    }

    void licenceOfTheCase()
    {
        const facts::FileFacts file = read(u"cases/quebec-doe/front.png"_s, Role::DocumentFront);
        QVERIFY(file.document && file.document->type);
        QCOMPARE(int(file.document->type->type), int(DocumentType::DrivingLicence));
        const QMap<QString, facts::PrintedField> &printed = file.document->printed;
        QCOMPARE(printed.value(u"expires_on"_s).value, u"2025-10-16"_s);
        QCOMPARE(printed.value(u"date_of_birth"_s).value, u"1986-10-16"_s);
        QCOMPARE(printed.value(u"surname"_s).value, u"DOE"_s);
        QCOMPARE(printed.value(u"given_names"_s).value, u"JOHN LEE"_s);
        QCOMPARE(printed.value(u"number"_s).value, u"L1234-1234561-12"_s);
        const QRectF expiry = printed.value(u"expires_on"_s).source.region.boundingRect();
        QVERIFY(QRectF(440, 470, 160, 50).contains(expiry.center()));
    }

    void billOfTheCase()
    {
        const facts::FileFacts file = read(u"cases/quebec-doe/bill.pdf"_s, Role::AddressProof);
        QVERIFY(file.addressProof && file.addressProof->kind);
        QCOMPARE(*file.addressProof->kind, u"utility_bill"_s);
        QVERIFY(file.addressProof->issuedOn);
        QCOMPARE(file.addressProof->issuedOn->value, u"2022-12-11"_s);
        QStringList addresses;
        for (const facts::PrintedField &address : file.addressProof->addresses)
            addresses += address.value;
        QVERIFY(addresses.contains(u"12 RUE DE LONDRES, 75009 PARIS"_s));
        QVERIFY(addresses.filter(u"ARRAS"_s).isEmpty() && addresses.filter(u"LIMOGES"_s).isEmpty());
        QStringList names;
        for (const facts::PrintedField &name : file.addressProof->names)
            names += name.value;
        QVERIFY(!names.filter(u"GUÉRIN"_s).filter(u"MAËLLE"_s).isEmpty());
        QVERIFY(!names.filter(u"GUÉRIN"_s).filter(u"JÉRÔME"_s).isEmpty());
        QVERIFY(file.addressProof->screenshot && file.addressProof->screenshot->value < 0.3);
    }

    void documents()
    {
        QFile truthFile(m_folder + u"/documents/truth.json"_s);
        QVERIFY(truthFile.open(QIODevice::ReadOnly));
        const QJsonObject truth = QJsonDocument::fromJson(truthFile.readAll()).object();
        int right = 0;
        int wrong = 0;
        int missing = 0;
        int types = 0;
        for (const QString &name : truth.keys()) {
            const QJsonObject want = truth[name].toObject();
            const facts::FileFacts file = read(name, Role::DocumentFront);
            QVERIFY2(file.document, qPrintable(name));
            if (want.contains("document_type"_L1) && file.document->type)
                types += toName(file.document->type->type) == want["document_type"_L1].toString() ? 1 : -10;
            for (const QString &key : {u"surname"_s, u"given_names"_s, u"date_of_birth"_s, u"expires_on"_s,
                                       u"issued_on"_s, u"number"_s}) {
                if (!want.contains(key))
                    continue;
                const QString got = file.document->printed.value(key).value;
                const bool same = got.compare(want[key].toString(), Qt::CaseInsensitive) == 0;
                right += same ? 1 : 0;
                missing += got.isEmpty() ? 1 : 0;
                wrong += !same && !got.isEmpty() ? 1 : 0;
                if (!same)
                    qInfo("%s: %s is said to be \"%s\"", qPrintable(name), qPrintable(key), qPrintable(got));
            }
        }
        qInfo("printed fields: %d right, %d wrong, %d not read; %d types right", right, wrong, missing,
              types);
        QVERIFY(right >= leastRight);
        QVERIFY(wrong <= mostWrong);
        QVERIFY(types >= leastTypes);
    }

    void otherLettersHaveNoIssueDate()
    {
        const facts::FileFacts dark = read(u"pdf/licence-form-too-dark.pdf"_s, Role::AddressProof);
        QVERIFY(dark.addressProof && !dark.addressProof->issuedOn);
        const facts::FileFacts form = read(u"pdf/form-altered-after-signing.pdf"_s, Role::AddressProof);
        QVERIFY(form.addressProof && !form.addressProof->kind && !form.addressProof->issuedOn);
    }

private:
    static constexpr int leastRight = 15;
    static constexpr int mostWrong = 1;
    static constexpr int leastTypes = 7;

    facts::FileFacts read(const QString &name, Role role)
    {
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        facts::FileFacts result = m_reader->read(file.readAll(), {role, name}, QDate(2026, 11, 20), {});
        QStringList times;
        for (auto stage = result.stageMs.begin(); stage != result.stageMs.end(); ++stage)
            times += stage.key() + u' ' + QString::number(qRound(stage.value()));
        qInfo("%s: %s ms", qPrintable(name), qPrintable(times.join(u", "_s)));
        return result;
    }

    QString m_folder;
    std::unique_ptr<analysis::FileReader> m_reader;
};

QTEST_GUILESS_MAIN(CorpusTest)
#include "corpus_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/registry.h"
#include "engine/policy/catalogue.h"
#include "subject.h"

#include <QElapsedTimer>
#include <QSet>

using namespace scrutineer;
using namespace scrutineer::checks::test;
using namespace Qt::StringLiterals;

namespace {
/// A file of which nothing is known but that it is there.
facts::FileFacts unread(const facts::FileFacts &file)
{
    facts::FileFacts facts;
    facts.path = file.path;
    facts.role = file.role;
    return facts;
}
} // namespace

class JudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheWholeCatalogueInOrder_data();
    void answersTheWholeCatalogueInOrder();
    void emptyFactsNeverGiveClear();
    void aSoundCaseIsClear();
    void isTheSameTwice();
    void pendingFilesAreNotAssessed();
    void unreadableFilesAreNotAssessed();
    void primaryDoesNotAskForAddresses();
    void tenThousandCases();
};

void JudgeTest::answersTheWholeCatalogueInOrder_data()
{
    QTest::addColumn<Row>("row");
    const auto row = [](const char *name, std::function<void(Subject &)> change) {
        QTest::newRow(name) << Row{name, std::move(change), Outcome::Clear};
    };
    row("sound", [](Subject &) {});
    row("nothing at all", [](Subject &s) {
        s.input = {};
        s.facts = {};
    });
    row("no facts", [](Subject &s) { s.facts = {}; });
    row("no case", [](Subject &s) { s.input = {}; });
    row("facts without readers", [](Subject &s) {
        for (facts::FileFacts &file : s.facts.files)
            file = unread(file);
    });
    row("empty values", [](Subject &s) {
        for (facts::FileFacts &file : s.facts.files) {
            file.document = facts::Document();
            file.faces = facts::Faces();
            file.handheld = facts::Handheld();
            file.addressProof = facts::AddressProof();
        }
    });
    row("names and dates that are none", [](Subject &s) {
        s.input.applicant.fullName = u"%1 <<< 🙂"_s;
        s.input.submittedAt = {};
        s.proof().issuedOn = facts::PrintedField{u"not a date"_s, {}};
        s.addPrinted(u"expires_on"_s, u"31.31.3131"_s);
    });
}

void JudgeTest::answersTheWholeCatalogueInOrder()
{
    QFETCH(Row, row);
    Subject subject = soundCase();
    row.change(subject);
    const QList<Finding> findings = checks::judge(subject.input, subject.facts, subject.policy);
    const QList<policy::CheckInfo> &catalogue = policy::catalogue();
    QCOMPARE(findings.size(), catalogue.size());
    QCOMPARE(static_cast<qsizetype>(checks::registry().size()), catalogue.size());
    for (qsizetype i = 0; i < findings.size(); ++i) {
        QCOMPARE(findings[i].checkId, catalogue[i].id);
        QCOMPARE(findings[i].reason, catalogue[i].reason);
        QCOMPARE(QString::fromLatin1(checks::registry()[static_cast<size_t>(i)].id), catalogue[i].id);
        QVERIFY2(!findings[i].message.english().isEmpty(), qPrintable(findings[i].checkId));
    }
}

void JudgeTest::emptyFactsNeverGiveClear()
{
    // These two judge what was declared, not what was read.
    const QSet<QString> ofTheCase{u"name.levels_differ"_s, u"address.declared_incomplete"_s,
                                  u"file.missing"_s};
    for (const bool complete : {false, true}) {
        for (const bool present : {false, true}) {
            Subject subject = soundCase();
            QList<facts::FileFacts> empty;
            for (const facts::FileFacts &file : subject.facts.files)
                empty.append(unread(file));
            subject.facts = {};
            subject.facts.complete = complete;
            if (present)
                subject.facts.files = empty;
            for (const Finding &finding : checks::judge(subject.input, subject.facts, subject.policy)) {
                if (present && finding.checkId == u"file.unreadable"_s)
                    continue; // the files were opened
                if (!ofTheCase.contains(finding.checkId))
                    QVERIFY2(finding.outcome != Outcome::Clear, qPrintable(finding.checkId));
            }
        }
    }
}

void JudgeTest::aSoundCaseIsClear()
{
    const Subject subject = soundCase();
    for (const Finding &finding : checks::judge(subject.input, subject.facts, subject.policy)) {
        QVERIFY2(finding.outcome == Outcome::Clear,
                 qPrintable(finding.checkId + u' ' + toName(finding.outcome) + u": "_s +
                            finding.message.english()));
    }
}

void JudgeTest::isTheSameTwice()
{
    const Subject subject = soundCase();
    QCOMPARE(checks::judge(subject.input, subject.facts, subject.policy),
             checks::judge(subject.input, subject.facts, subject.policy));
}

void JudgeTest::pendingFilesAreNotAssessed()
{
    Subject subject = soundCase();
    subject.facts = {};
    for (const Finding &finding : checks::judge(subject.input, subject.facts, subject.policy)) {
        if (finding.checkId.startsWith(u"document."_s) || finding.checkId.startsWith(u"poa."_s) ||
            finding.checkId.startsWith(u"face."_s)) {
            QCOMPARE(finding.outcome, Outcome::NotAssessed);
            QVERIFY2(finding.message.english().contains(u"is still being read"_s),
                     qPrintable(finding.message.english()));
        }
    }
}

void JudgeTest::unreadableFilesAreNotAssessed()
{
    Subject subject = soundCase();
    for (facts::FileFacts &file : subject.facts.files) {
        file = unread(file);
        file.unreadable = Error{ErrorCode::FileDamaged, file.path, {}};
    }
    subject.facts.faceMatches.clear();
    for (const Finding &finding : checks::judge(subject.input, subject.facts, subject.policy)) {
        if (finding.checkId.startsWith(u"document."_s) || finding.checkId.startsWith(u"poa."_s) ||
            finding.checkId.startsWith(u"face."_s) || finding.checkId.startsWith(u"handheld."_s)) {
            QCOMPARE(finding.outcome, Outcome::NotAssessed);
            QVERIFY2(finding.message.english().contains(u"could not be read"_s),
                     qPrintable(finding.message.english()));
        }
    }
}

void JudgeTest::primaryDoesNotAskForAddresses()
{
    Subject subject = soundCase();
    subject.input.level = Level::Primary;
    for (const Finding &finding : checks::judge(subject.input, subject.facts, subject.policy)) {
        const int group = finding.reason / 100;
        if (group == 4 || group == 5 || group == 6)
            QVERIFY2(finding.outcome == Outcome::NotApplicable, qPrintable(finding.checkId));
    }
}

void JudgeTest::tenThousandCases()
{
    Subject subject = soundCase();
    // As long as a real bill, and the name and the address are somebody else's: the slow way through every
    // check.
    QStringList bill{u"Mme GUÉRIN MAËLLE"_s, u"GUÉRIN JÉRÔME"_s, u"12 RUE DE LONDRES"_s, u"75009 PARIS"_s};
    for (int i = 0; i < 80; ++i)
        bill.append(u"Consommation relevé %1 du 11/12/2022 montant total à régler pour le logement"_s.arg(i));
    subject.setProofText(bill);
    subject.input.applicant.fullName = u"John Lee Doe"_s;
    const QList<Finding> first = checks::judge(subject.input, subject.facts, subject.policy);
    constexpr int cases = 10'000;
    constexpr qint64 patience = 10'000; // milliseconds after which the rest is not waited for
    QElapsedTimer timer;
    timer.start();
    int done = 0;
    for (; done < cases && timer.elapsed() < patience; ++done)
        QCOMPARE(checks::judge(subject.input, subject.facts, subject.policy).size(), first.size());
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qInfo("%d judgements in %.0f ms: %.3f ms each", done, milliseconds, milliseconds / done);
    QVERIFY(milliseconds / done <
            20 * SCRUTINEER_PATIENCE); // well under 1 is wanted on a quiet machine; this catches a lost cache
}

QTEST_GUILESS_MAIN(JudgeTest)
#include "judge_test.moc"

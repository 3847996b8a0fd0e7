// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

using namespace scrutineer;
using namespace scrutineer::checks::test;
using namespace Qt::StringLiterals;
using facts::NotRead;

namespace {
facts::Handheld &held(Subject &s)
{
    return *s.file(Role::Handheld).handheld;
}

/// What every check of the handheld photo answers when there is none.
QList<Row> missingRows()
{
    return {
        {"no reader", [](Subject &s) { s.file(Role::Handheld).handheld = NotRead(); }, Outcome::NotAssessed,
         "no reader"},
        {"none, policy does not ask", [](Subject &s) { s.remove(Role::Handheld); }, Outcome::NotApplicable},
        {"none, policy asks",
         [](Subject &s) {
             s.remove(Role::Handheld);
             s.policy.requiredRoles[Level::Advanced].append(Role::Handheld);
         },
         Outcome::NotAssessed, "No handheld photo"}};
}
} // namespace

class HandheldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentMissing_data();
    void documentMissing() { judgeRow(); }
    void statementMissing_data();
    void statementMissing() { judgeRow(); }
    void differentDocument_data();
    void differentDocument() { judgeRow(); }
    void dateMismatch_data();
    void dateMismatch() { judgeRow(); }
    void wordMissing_data();
    void wordMissing() { judgeRow(); }
};

void HandheldTest::documentMissing_data()
{
    const auto inliers = [](int count) { return [count](Subject &s) { held(s).documentInliers = count; }; };
    fill(u"handheld.document_missing"_s,
         missingRows() + QList<Row>{{"there", [](Subject &) {}, Outcome::Clear, "140"},
                                    {"just there", inliers(40), Outcome::Clear},
                                    {"perhaps", inliers(39), Outcome::Review},
                                    {"not there", inliers(14), Outcome::Flagged}});
}

void HandheldTest::statementMissing_data()
{
    fill(u"handheld.statement_missing"_s,
         missingRows() + QList<Row>{{"date read", [](Subject &) {}, Outcome::Clear},
                                    {"word read",
                                     [](Subject &s) {
                                         held(s) = {u"coinex"_s, {}, 140};
                                     },
                                     Outcome::Clear, "CoinEx"},
                                    {"other text",
                                     [](Subject &s) {
                                         held(s) = {u"REPUBLIC OF UTOPIA"_s, {}, 140};
                                     },
                                     Outcome::Review},
                                    {"nothing readable",
                                     [](Subject &s) {
                                         held(s) = {u" "_s, {}, 140};
                                     },
                                     Outcome::NotAssessed}});
}

void HandheldTest::differentDocument_data()
{
    fill(u"handheld.different_document"_s,
         missingRows() + QList<Row>{{"its number is read", [](Subject &) {}, Outcome::Clear, "L898902C3"},
                                    {"its number is not read", [](Subject &s) { held(s).text = u"CoinEx"_s; },
                                     Outcome::NotAssessed}});
}

void HandheldTest::dateMismatch_data()
{
    fill(u"handheld.date_mismatch"_s,
         missingRows() + QList<Row>{{"the day", [](Subject &) {}, Outcome::Clear, "2026-11-20"},
                                    {"another day",
                                     [](Subject &s) {
                                         held(s) = {u"CoinEx"_s, QDate(2026, 11, 19), 140};
                                     },
                                     Outcome::Flagged, "2026-11-19"},
                                    {"another year",
                                     [](Subject &s) {
                                         held(s) = {u"CoinEx"_s, QDate(2025, 11, 20), 140};
                                     },
                                     Outcome::Flagged},
                                    {"the day in the text",
                                     [](Subject &s) {
                                         held(s) = {u"20/11/2026"_s, {}, 140};
                                     },
                                     Outcome::Clear},
                                    {"month first",
                                     [](Subject &s) {
                                         held(s) = {u"11/20/2026"_s, {}, 140};
                                     },
                                     Outcome::Clear},
                                    {"another day in the text",
                                     [](Subject &s) {
                                         held(s) = {u"19/11/2026"_s, {}, 140};
                                     },
                                     Outcome::Review},
                                    {"no date",
                                     [](Subject &s) {
                                         held(s) = {u"CoinEx"_s, {}, 140};
                                     },
                                     Outcome::NotAssessed}});
}

void HandheldTest::wordMissing_data()
{
    fill(u"handheld.word_missing"_s,
         missingRows() +
             QList<Row>{
                 {"read", [](Subject &) {}, Outcome::Clear, "CoinEx"},
                 {"two letters misread", [](Subject &s) { held(s).text = u"C0lnEx"_s; }, Outcome::Clear},
                 {"another word beside a date", [](Subject &s) { held(s).text = u"BTRADE"_s; },
                  Outcome::Flagged},
                 {"another word, no date",
                  [](Subject &s) {
                      held(s) = {u"BTRADE"_s, {}, 140};
                  },
                  Outcome::Review},
                 {"nothing readable",
                  [](Subject &s) {
                      held(s) = {QString(), {}, 140};
                  },
                  Outcome::NotAssessed},
                 {"the policy's word", [](Subject &s) { s.policy.statementWord = u"Zenith"_s; },
                  Outcome::Flagged, "Zenith"}});
}

QTEST_GUILESS_MAIN(HandheldTest)
#include "handheld_test.moc"

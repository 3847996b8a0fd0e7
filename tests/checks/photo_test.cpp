// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

using namespace scrutineer;
using namespace scrutineer::checks::test;
using namespace Qt::StringLiterals;
using facts::Cause;
using facts::NotRead;

namespace {
using Member = facts::Reading<facts::Measurement> facts::Quality::*;

/// The rows that every photo fault has: below, between and beyond its thresholds, and the ways not to be
/// judged.
QList<Row> faultRows(Member member, double clear, double review, double flagged)
{
    const auto set = [member](double value) {
        return [member, value](Subject &s) {
            (s.document().quality.*member)->value = value;
            s.document().mrz = NotRead{Cause::NothingFound, {}};
        };
    };
    return {
        {"clear", set(clear), Outcome::Clear},
        {"review", set(review), Outcome::Review},
        {"flagged", set(flagged), Outcome::Flagged},
        {"no reader", [member](Subject &s) { s.document().quality.*member = NotRead(); },
         Outcome::NotAssessed, "no reader"},
        {"too poor",
         [member](Subject &s) {
             s.document().quality.*member = NotRead{Cause::TooPoor, {}};
         },
         Outcome::NotAssessed, "too poor"},
        {"own reason",
         [member](Subject &s) {
             s.document().quality.*member = NotRead{Cause::TooPoor, {u"Too few edges."_s, {}}};
         },
         Outcome::NotAssessed, "Too few edges."},
        {"document not read", [](Subject &s) { s.file(Role::DocumentFront).document = NotRead(); },
         Outcome::NotAssessed, "no reader"},
        {"the back is worse",
         [member, flagged](Subject &s) {
             s.input.files.append({Role::DocumentBack, u"back.jpg"_s});
             facts::FileFacts back = s.file(Role::DocumentFront);
             back.path = u"back.jpg"_s;
             back.role = Role::DocumentBack;
             (back.document->quality.*member)->value = flagged;
             back.document->mrz = NotRead();
             s.facts.files.append(back);
         },
         Outcome::Flagged},
        {"the back is still being read",
         [](Subject &s) {
             s.input.files.append({Role::DocumentBack, u"back.jpg"_s});
             s.facts.complete = false;
         },
         Outcome::NotAssessed, "back.jpg is still being read"},
        {"no document, policy asks", [](Subject &s) { s.remove(Role::DocumentFront); }, Outcome::NotAssessed,
         "No picture of the document"},
        {"no document, policy does not ask",
         [](Subject &s) {
             s.remove(Role::DocumentFront);
             s.policy.requiredRoles.clear();
         },
         Outcome::NotApplicable},
    };
}
} // namespace

class PhotoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooDark_data()
    {
        fill(u"document.too_dark"_s, faultRows(&facts::Quality::darkness, 90, 89.9, 59.9));
    }
    void tooDark() { judgeRow(); }
    void glare_data() { fill(u"document.glare"_s, faultRows(&facts::Quality::glare, 0.0014, 0.0015, 0.004)); }
    void glare() { judgeRow(); }
    void shadow_data() { fill(u"document.shadow"_s, faultRows(&facts::Quality::shadow, 0.04, 0.05, 0.12)); }
    void shadow() { judgeRow(); }
    void obstructed_data()
    {
        fill(u"document.obstructed"_s, faultRows(&facts::Quality::obstruction, 0.003, 0.004, 0.008));
    }
    void obstructed() { judgeRow(); }
    void blurred_data();
    void blurred() { judgeRow(); }
    void cropped_data();
    void cropped() { judgeRow(); }
    void filtered_data()
    {
        fill(u"document.filtered"_s, faultRows(&facts::Quality::filtering, 0.4, 0.5, 0.6));
    }
    void filtered() { judgeRow(); }
    void altered_data();
    void altered() { judgeRow(); }
    void showsWhere();
};

void PhotoTest::blurred_data()
{
    const double review = policy::builtIn().threshold(u"document.blurred"_s, u"review"_s).value;
    const double flag = policy::builtIn().threshold(u"document.blurred"_s).value;
    QList<Row> rows = faultRows(&facts::Quality::blur, review - 0.1, review, flag);
    rows.append({"soft but read by its zone", [](Subject &s) { s.document().quality.blur->value = 9; },
                 Outcome::Clear, "the text was read"});
    rows.append({"soft but three fields read",
                 [](Subject &s) {
                     s.document().quality.blur->value = 9;
                     s.document().mrz = NotRead();
                     s.addPrinted(u"surname"_s, u"ERIKSSON"_s);
                     s.addPrinted(u"given_names"_s, u"ANNA"_s);
                     s.addPrinted(u"number"_s, u"1"_s);
                 },
                 Outcome::Clear, "the text was read"});
    const auto withPrint = [](double confidence) {
        return [confidence](Subject &s) {
            s.document().quality.blur->value = 9;
            s.document().mrz = NotRead();
            const facts::TextLine line{u"12 EXAMPLE STREET, 75009 PARIS"_s, {}, 0, confidence};
            s.document().text = QList<facts::TextLine>(6, line);
        };
    };
    rows.append(
        {"soft but its print read without doubt", withPrint(0.9), Outcome::Clear, "the text was read"});
    rows.append({"soft and its print guessed", withPrint(0.7), Outcome::Flagged});
    fill(u"document.blurred"_s, rows);
}

void PhotoTest::cropped_data()
{
    QList<Row> rows = faultRows(&facts::Quality::cropping, 0, 1, 2);
    rows[1].outcome = Outcome::Flagged; // one corner is enough, there is nothing between
    fill(u"document.cropped"_s, rows);
}

namespace {
/// Traces of editing on the front of the document.
std::function<void(Subject &)> traces(const QList<std::pair<const char *, double>> &cues)
{
    return [cues](Subject &s) {
        facts::Editing editing;
        for (const auto &[name, score] : cues)
            editing.cues.append({QString::fromLatin1(name),
                                 score,
                                 {u"seen: %1"_s, {QString::fromLatin1(name)}},
                                 0,
                                 {QPolygonF(QRectF(10, 20, 30, 40))}});
        s.file(Role::DocumentFront).editing = editing;
    };
}
} // namespace

void PhotoTest::altered_data()
{
    fill(u"document.altered"_s,
         {{"nothing found", [](Subject &) {}, Outcome::Clear, "No traces"},
          {"nobody looked", [](Subject &s) { s.file(Role::DocumentFront).editing = NotRead(); },
           Outcome::NotAssessed, "no reader for traces of editing"},
          {"an editor names itself", traces({{"editor", 1}}), Outcome::Flagged, "seen: editor"},
          {"a developer names itself", traces({{"editor", 0.5}}), Outcome::Review, "seen: editor"},
          {"below its threshold", traces({{"thumbnail", 0.1}}), Outcome::Clear},
          {"one weak trace", traces({{"writer", 1}}), Outcome::Review, "seen: writer"},
          {"two weak traces of one kind", traces({{"writer", 1}, {"camera", 1}}), Outcome::Review, "Several"},
          {"two weak traces of two kinds", traces({{"writer", 1}, {"thumbnail", 0.3}}), Outcome::Flagged,
           "another preview, records of Photoshop"},
          {"two traces of one compression", traces({{"ghosts", 90}, {"grid", 70}}), Outcome::Flagged,
           "Several"},
          {"a copy", traces({{"copy", 6}}), Outcome::Flagged, "seen: copy"},
          {"harmless credentials", traces({{"credentials", 0}}), Outcome::Clear},
          {"a cue that the policy does not know", traces({{"unheard of", 9}}), Outcome::Clear},
          {"no document",
           [](Subject &s) {
               s.remove(Role::DocumentFront);
               s.policy.requiredRoles.clear();
           },
           Outcome::NotApplicable}});
}

void PhotoTest::showsWhere()
{
    Subject subject = soundCase();
    subject.document().quality.glare = facts::Measurement{0.031, {QPolygonF(QRectF(10, 20, 30, 40))}};
    const Finding finding = findingOf(subject, u"document.glare"_s);
    QCOMPARE(finding.message.english(), u"Glare covers 3.1 % of the document, over its content."_s);
    QCOMPARE(finding.evidence,
             (QList<Region>{{u"front.jpg"_s, 0, QPolygonF(QRectF(10, 20, 30, 40)), QString()}}));
    QCOMPARE(finding.score, 0.031);
    QCOMPARE(finding.threshold, subject.policy.threshold(u"document.glare"_s).value);
    QCOMPARE(finding.unit, u"share of document area"_s);
    QCOMPARE(finding.factsUsed, QStringList{u"document.quality.glare"_s});
}

QTEST_GUILESS_MAIN(PhotoTest)
#include "photo_test.moc"

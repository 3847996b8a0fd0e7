// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

using namespace scrutineer;
using namespace scrutineer::checks::test;
using namespace Qt::StringLiterals;
using facts::Cause;
using facts::NotRead;

namespace {
facts::Face &selfie(Subject &s)
{
    return s.file(Role::Selfie).faces->faces.first();
}

std::function<void(Subject &)> second(Role role, double areaShare, const QList<float> &embedding = {})
{
    return [=](Subject &s) {
        facts::Face face = s.file(role).faces->faces.first();
        const double side = std::sqrt(areaShare);
        face.box = QRectF(0, 0, face.box.width() * side, face.box.height() * side);
        face.embedding = embedding;
        s.file(role).faces->faces.append(face);
    };
}

std::function<void(Subject &)> match(double score, const QString &model = u"mobilefacenet_112"_s)
{
    return [=](Subject &s) {
        s.facts.faceMatches[0].score = score;
        s.facts.faceMatches[0].model = model;
    };
}

void noFaces(Subject &s)
{
    s.file(Role::Selfie).faces->faces.clear();
}

void noRoles(Subject &s)
{
    s.remove(Role::Selfie);
    s.remove(Role::Handheld);
    s.policy.requiredRoles.clear();
}
} // namespace

class FaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notVisible_data();
    void notVisible() { judgeRow(); }
    void badLight_data();
    void badLight() { judgeRow(); }
    void distance_data();
    void distance() { judgeRow(); }
    void severalPeople_data();
    void severalPeople() { judgeRow(); }
    void mismatch_data();
    void mismatch() { judgeRow(); }
};

void FaceTest::notVisible_data()
{
    fill(u"face.not_visible"_s,
         {{"visible", [](Subject &) {}, Outcome::Clear},
          {"no face", noFaces, Outcome::Flagged, "No face was found in selfie.jpg"},
          {"no face in the handheld photo", [](Subject &s) { s.file(Role::Handheld).faces->faces.clear(); },
           Outcome::Flagged, "handheld.jpg"},
          {"covered", [](Subject &s) { selfie(s).score = 0.5; }, Outcome::Flagged},
          {"hard to make out", [](Subject &s) { selfie(s).score = 0.7; }, Outcome::Review},
          {"turned away", [](Subject &s) { selfie(s).landmarks[2].setX(690); }, Outcome::Review,
           "turned away"},
          {"cut by the frame", [](Subject &s) { selfie(s).box.moveLeft(-100); }, Outcome::Review,
           "outside the picture"},
          {"no landmarks", [](Subject &s) { selfie(s).landmarks.clear(); }, Outcome::Clear},
          {"no detector",
           [](Subject &s) {
               s.file(Role::Selfie).faces = NotRead{Cause::NoModel, {}};
           },
           Outcome::NotAssessed, "model file"},
          {"no reader", [](Subject &s) { s.file(Role::Selfie).faces = NotRead(); }, Outcome::NotAssessed,
           "no reader"},
          {"no selfie, policy asks",
           [](Subject &s) {
               s.remove(Role::Selfie);
               s.remove(Role::Handheld);
           },
           Outcome::NotAssessed, "No selfie"},
          {"no selfie, policy does not ask", noRoles, Outcome::NotApplicable}});
}

void FaceTest::badLight_data()
{
    fill(u"face.bad_light"_s,
         {{"well lit", [](Subject &) {}, Outcome::Clear},
          {"too dark", [](Subject &s) { selfie(s).luma = 44; }, Outcome::Flagged, "too dark: 44"},
          {"dim", [](Subject &s) { selfie(s).luma = 59; }, Outcome::Review},
          {"dark skin in good light", [](Subject &s) { selfie(s).luma = 61; }, Outcome::Clear},
          {"blown out", [](Subject &s) { selfie(s).clippedShare = 0.3; }, Outcome::Flagged, "30 %"},
          {"bright", [](Subject &s) { selfie(s).clippedShare = 0.15; }, Outcome::Review},
          {"no face", noFaces, Outcome::NotAssessed, "No face"},
          {"no reader", [](Subject &s) { s.file(Role::Selfie).faces = NotRead(); }, Outcome::NotAssessed},
          {"no selfie", noRoles, Outcome::NotApplicable}});
}

void FaceTest::distance_data()
{
    const auto height = [](double height) {
        return [height](Subject &s) { selfie(s).box.setHeight(height); };
    };
    fill(
        u"face.distance"_s,
        {{"right", [](Subject &) {}, Outcome::Clear, "41.7 %"},
         {"too far", height(179), Outcome::Flagged, "Too far"},
         {"just near enough", height(180), Outcome::Clear},
         {"just far enough", height(900), Outcome::Clear},
         {"too close", height(901), Outcome::Flagged, "Too close"},
         {"handheld may be further away",
          [](Subject &s) { s.file(Role::Handheld).faces->faces.first().box.setHeight(100); }, Outcome::Clear},
         {"no face", noFaces, Outcome::NotAssessed},
         {"size unknown", [](Subject &s) { s.file(Role::Selfie).pages.clear(); }, Outcome::NotAssessed},
         {"no reader", [](Subject &s) { s.file(Role::Selfie).faces = NotRead(); }, Outcome::NotAssessed},
         {"no selfie", noRoles, Outcome::NotApplicable}});
}

void FaceTest::severalPeople_data()
{
    fill(u"face.several_people"_s,
         {{"alone", [](Subject &) {}, Outcome::Clear},
          {"somebody small in the background", second(Role::Selfie, 0.11), Outcome::Clear},
          {"somebody beside", second(Role::Selfie, 0.2), Outcome::Flagged, "besides the first: 1"},
          {"portrait in the hand, recognised", second(Role::Handheld, 0.2, {1, 0, 0}), Outcome::Clear},
          {"portrait in the hand, not recognised", second(Role::Handheld, 0.2, {0, 1, 0}), Outcome::Review,
           "on the document held"},
          {"portrait in the hand, no recogniser", second(Role::Handheld, 0.2), Outcome::Review},
          {"no face", noFaces, Outcome::NotAssessed},
          {"no reader", [](Subject &s) { s.file(Role::Selfie).faces = NotRead(); }, Outcome::NotAssessed},
          {"no selfie", noRoles, Outcome::NotApplicable}});
}

void FaceTest::mismatch_data()
{
    fill(u"face.mismatch"_s, {{"the same", [](Subject &) {}, Outcome::Clear, "The same person"},
                              {"just the same", match(0.335), Outcome::Clear},
                              {"between", match(0.30), Outcome::Review},
                              {"another person", match(0.24), Outcome::Flagged,
                               "Different people on front.jpg and selfie.jpg (0.24)"},
                              {"the other model has its own bands",
                               match(0.34, u"face_recognition_sface_2021dec"_s), Outcome::Review},
                              {"unknown model", match(0.9, u"other"_s), Outcome::NotAssessed, "no bands"},
                              {"tiny portrait",
                               [](Subject &s) {
                                   match(0.1)(s);
                                   s.file(Role::DocumentFront).faces->faces.first().box.setWidth(39);
                               },
                               Outcome::Review, "very small"},
                              {"no recogniser",
                               [](Subject &s) {
                                   s.facts.faceMatches.clear();
                                   for (facts::FileFacts &file : s.facts.files) {
                                       if (file.faces)
                                           file.faces->recognizer.clear();
                                   }
                               },
                               Outcome::NotAssessed, "face_recognition_sface_2021dec.onnx"},
                              {"no face on the document",
                               [](Subject &s) {
                                   s.facts.faceMatches.removeFirst();
                                   s.file(Role::DocumentFront).faces->faces.clear();
                               },
                               Outcome::NotAssessed, "No face was found in front.jpg"},
                              {"no reader",
                               [](Subject &s) {
                                   s.facts.faceMatches.clear();
                                   s.file(Role::DocumentFront).faces = NotRead();
                               },
                               Outcome::NotAssessed, "no reader"},
                              {"nothing to compare",
                               [](Subject &s) {
                                   noRoles(s);
                                   s.remove(Role::DocumentFront);
                               },
                               Outcome::NotApplicable}});
}

QTEST_GUILESS_MAIN(FaceTest)
#include "face_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cases/draft.h"
#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/handheld.h"
#include "engine/samples/scene/selfie.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
const QString requiredWord = u"CoinEx"_s;

/// Whoever is in the selfie: the holder, or somebody else.
Person sitterOf(const Draft &draft, Random &random)
{
    Random another = random.fork();
    if (!draft.has(u"face.mismatch"))
        return draft.who.face;
    const uint64_t draw = another.generator()();
    Person other = draft.people.somebodyElse(draft.who.face, draw, draft.who.sex, another.between(20, 60));
    other.glasses = false;
    return other;
}

void spoilLight(Shot &shot, Camera &camera, const Flaw &flaw)
{
    if (flaw.way % 3 != 2) {
        shot.exposure = 0.16 - 0.12 * flaw.strength;
        shot.ambient = 0.3;
        camera.noise = 6;
        if (flaw.way % 3 == 1) { // against a window: the room stays bright
            shot.light = {0.8, -0.3, 0.15};
        } else {
            camera.exposure = 0.5;
        }
    } else {
        shot.exposure = 3.2 + 3 * flaw.strength;
        camera.exposure = 1.25;
    }
}

void takeSelfieFile(Draft &draft, const Person &person, Random &random)
{
    SelfieScene scene;
    const std::array<cv::Size, 4> sizes{cv::Size(1536, 2048), {1200, 1600}, {1080, 1920}, {1600, 1200}};
    scene.frame = random.pick(sizes);
    scene.person = person;
    scene.shot = makeSelfieShot(random);
    scene.faceShare = random.between(0.30, 0.48);
    if (scene.frame.height > scene.frame.width * 1.6)
        scene.faceShare *= 0.85;
    Camera camera = makeCamera(random);
    camera.defocus = random.between(0.3, 0.8);
    camera.sharpening = random.between(0.2, 1.1);
    if (const Flaw *flaw = draft.plan.flaw(u"face.not_visible")) {
        scene.cover = static_cast<Cover>(1 + flaw->way % 4);
        scene.coverage = 0.65 + 0.35 * flaw->strength;
    }
    if (const Flaw *flaw = draft.plan.flaw(u"face.bad_light"))
        spoilLight(scene.shot, camera, *flaw);
    if (const Flaw *flaw = draft.plan.flaw(u"face.distance"))
        scene.faceShare = flaw->way % 2 == 0 ? 0.12 - 0.06 * flaw->strength : 0.82 + 0.25 * flaw->strength;
    if (const Flaw *flaw = draft.plan.flaw(u"face.several_people")) {
        const uint64_t draw = random.generator()();
        const Sex sex = random.chance(0.5) ? Sex::Male : Sex::Female;
        scene.second = draft.people.somebodyElse(person, draw, sex, random.between(20, 60));
        scene.secondShare = 0.55 + 0.4 * flaw->strength;
        scene.faceShare = std::min(scene.faceShare, 0.36);
        if (scene.frame.height > scene.frame.width)
            scene.faceShare = std::min(scene.faceShare, 0.30);
    }
    Selfie selfie = takeSelfie(scene, random);
    expose(selfie.bgr, camera, random);

    QList<FlawRegion> regions;
    if (draft.has(u"face.not_visible"))
        regions.append({u"face.not_visible"_s, selfie.cover});
    if (draft.has(u"face.several_people"))
        regions.append({u"face.several_people"_s, selfie.secondFace});
    for (const QString &id : {u"face.bad_light"_s, u"face.distance"_s, u"face.mismatch"_s}) {
        if (draft.has(id))
            regions.append({id, selfie.face});
    }
    const bool messenger = draft.trapped(Trap::Messenger);
    draft.bundle.addPhoto(u"selfie"_s, u"selfie.jpg"_s, selfie.bgr,
                          messenger ? fromMessenger(random) : fromPhone(draft.submittedAt, random), regions);
}

/// What the sheet says.
Statement writeSheet(const Draft &draft, QString &date, Random &random)
{
    QDate day = draft.day();
    if (const Flaw *flaw = draft.plan.flaw(u"handheld.date_mismatch"))
        day = flaw->way % 3 == 0 ? day.addYears(-1) : day.addDays(flaw->strength < 0.6 ? -1 : -40);
    QString word = requiredWord;
    if (const Flaw *flaw = draft.plan.flaw(u"handheld.word_missing"))
        word = flaw->way % 2 == 0 ? QString() : u"Utopia Exchange"_s;
    date = day.toString(Qt::ISODate);
    QStringList others;
    if (random.chance(0.5))
        others.append(draft.who.mrzGivenNames().section(u' ', 0, 0));
    if (random.chance(0.25))
        others.append(u"verification"_s);
    const cv::Size size(900, random.integer(560, 760));
    return writeStatement(word, handwrittenDate(day, random), others, size, random);
}

void takeHandheldFile(Draft &draft, const Person &person, Random &random)
{
    HandheldScene scene;
    scene.frame = random.chance(0.6) ? cv::Size(1536, 2048) : cv::Size(2048, 1536);
    scene.person = person;
    scene.shot = makeSelfieShot(random);
    if (person.pictured)
        scene.shot.clothes = clothesOf(person.pictured->pictures[person.picture]);
    scene.fingers = random.between(0.2, 1);
    QString date;
    if (!draft.has(u"handheld.statement_missing"))
        scene.statement = writeSheet(draft, date, random);
    if (draft.has(u"handheld.different_document")) {
        Identity other = makeIdentity(draft.who.language, draft.day(), random);
        const auto design =
            static_cast<DocumentDesign>((static_cast<int>(draft.spec.design) + 4) % designCount);
        other.face = draft.who.face;
        scene.document =
            drawDocument(makeDocument(design, other.language, other, draft.day(), random), 9).front;
    } else if (!draft.has(u"handheld.document_missing")) {
        scene.document = draft.flat.front;
    }
    Handheld held = holdUp(scene, random);
    Camera camera = makeCamera(random);
    camera.noise = std::min(camera.noise, 3.0);
    camera.sharpening = random.between(0.1, 0.6);
    expose(held.photo.bgr, camera, random);

    QList<FlawRegion> regions;
    if (draft.has(u"handheld.different_document"))
        regions.append(
            {u"handheld.different_document"_s, intersection(held.photo.quad, QPolygonF(held.photo.frame()))});
    if (draft.has(u"handheld.date_mismatch"))
        regions.append({u"handheld.date_mismatch"_s, held.date});
    if (draft.has(u"handheld.word_missing"))
        regions.append({u"handheld.word_missing"_s, held.word.isEmpty() ? held.sheet : held.word});
    draft.bundle.addPhoto(u"handheld"_s, u"handheld.jpg"_s, held.photo.bgr,
                          fromPhone(draft.submittedAt, random), regions);
    draft.facts[u"handheld"_s] =
        QJsonObject{{u"date"_s, date.isEmpty() ? QJsonValue() : QJsonValue(date)},
                    {u"text"_s, scene.statement ? scene.statement->text : QString()}};
}
} // namespace

void takePortraits(Draft &draft, Random &random)
{
    const Person person = sitterOf(draft, random);
    takeSelfieFile(draft, inAnotherPicture(person, 0), random);
    if (draft.plan.handheld)
        takeHandheldFile(draft, inAnotherPicture(person, 1), random);
}

} // namespace scrutineer::samples

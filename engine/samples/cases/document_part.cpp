// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cases/draft.h"
#include "engine/samples/defect/cover.h"
#include "engine/samples/defect/forgery.h"
#include "engine/samples/defect/light.h"
#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/photograph.h"
#include "engine/samples/specimen/design.h"

#include <algorithm>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;
using enum DocumentDesign;

namespace {
constexpr std::array supported{PassportClassic,   PassportModern, PassportSerif, IdCardGreen,
                               IdCardBlue,        IdCardRose,     OldCardWide,   OldCardFold,
                               OldCardPhotoRight, LicenceRose,    LicenceBlue,   LicenceSand,
                               DriverMountain,    DriverCoast,    DriverPrairie};
constexpr std::array withZone{PassportClassic, PassportModern, PassportSerif,
                              IdCardGreen,     IdCardBlue,     IdCardRose};
constexpr std::array passports{PassportClassic, PassportModern, PassportSerif};
constexpr std::array permits{ResidenceClassic, ResidenceModern, WorkPermitCard,
                             WorkPermitZone,   StudentCampus,   StudentStripe};

template <size_t N>
DocumentDesign pick(const std::array<DocumentDesign, N> &from, Random &random)
{
    return from[static_cast<size_t>(random.integer(0, static_cast<int>(N) - 1))];
}

DocumentDesign chooseDesign(const Draft &draft, Random &random)
{
    if (draft.has(u"document.unsupported_type"))
        return pick(permits, random);
    if (draft.has(u"document.expiry_unclear") || draft.has(u"document.inconsistent"))
        return pick(withZone, random);
    if (draft.has(u"document.altered"))
        return pick(passports, random); // number, dates and portrait all stand on the one side
    if (draft.trapped(Trap::PinkLicence))
        return LicenceRose;
    return random.chance(0.35) ? pick(passports, random) : pick(supported, random);
}

Language chooseLanguage(const Draft &draft, Random &random)
{
    if (draft.plan.level == Level::Advanced && random.chance(0.7)) // proofs exist in ten languages
        return random.pick(proofLanguages);
    if (random.chance(0.55))
        return static_cast<Language>(random.integer(0, static_cast<int>(Language::Vietnamese)));
    return random.pick(allLanguages);
}

void moveExpiry(DocumentSpec &spec, const QDate &to)
{
    spec.issuedOn = spec.issuedOn.addDays(spec.expiresOn.daysTo(to));
    spec.expiresOn = to;
}

void contradict(DocumentSpec &spec, int way, Random &random)
{
    MrzValues values = mrzValuesOf(spec);
    switch (way % 3) {
    case 0:
        values.dateOfBirth = values.dateOfBirth.addYears(random.chance(0.5) ? 3 : -4);
        spec.mrz = values;
        break;
    case 1:
        values.number = otherDigits(values.number, random);
        spec.mrz = values;
        break;
    default: { // a check digit that does not fit
        QStringList lines = writeMrz(values);
        QString &line = values.format == MrzFormat::Td1 ? lines[0] : lines[1];
        const qsizetype at = values.format == MrzFormat::Td1 ? 14 : 9;
        line[at] = QChar(u'0' + (line[at].digitValue() + 3) % 10);
        spec.mrzLines = lines;
        break;
    }
    }
}

/// Flaws that stand in the document itself.
void spoilContent(Draft &draft, Random &random)
{
    DocumentSpec &spec = draft.spec;
    if (const Flaw *flaw = draft.plan.flaw(u"document.expired"))
        moveExpiry(spec, draft.day().addDays(-1 - qRound(900 * flaw->strength * random.between(0, 1))));
    else if (draft.trapped(Trap::ExpiresToday))
        moveExpiry(spec, draft.day());
    if (const Flaw *flaw = draft.plan.flaw(u"document.expiry_unclear"))
        spec.printed[u"expires_on"_s] =
            printedDate(spec.expiresOn.addYears(flaw->way % 2 == 0 ? 1 : 2), spec);
    if (const Flaw *flaw = draft.plan.flaw(u"document.inconsistent"))
        contradict(spec, flaw->way, random);
}

void declare(Draft &draft, Random &random)
{
    Declared &declared = draft.declared;
    const Identity &who = draft.who;
    declared.fullName = who.latinFullName();
    declared.dateOfBirth = who.dateOfBirth;
    declared.documentType = toName(typeOf(draft.spec.design));
    declared.documentNumber = draft.spec.number;
    declared.expiresOn = draft.spec.expiresOn;
    if (draft.trapped(Trap::Diacritics))
        declared.fullName = (who.mrzGivenNames() + u' ' + who.mrzSurname());
    if (draft.has(u"document.type_mismatch"))
        declared.documentType =
            typeOf(draft.spec.design) == DocumentType::Passport ? u"id_card"_s : u"passport"_s;
    if (const Flaw *flaw = draft.plan.flaw(u"document.data_mismatch")) {
        Random another = random.fork();
        const Identity other = makeIdentity(who.language, draft.day(), another);
        switch (flaw->way % 3) {
        case 0:
            declared.fullName = who.givenNames.latin.section(u' ', 0, 0) + u' ' + other.surname.latin;
            break;
        case 1:
            declared.dateOfBirth = declared.dateOfBirth.addDays(flaw->strength < 0.6 ? 9 : 2000);
            break;
        default:
            declared.documentNumber = otherDigits(declared.documentNumber, random);
            break;
        }
    }
    declared.primaryName = declared.fullName;
    if (const Flaw *flaw = draft.plan.flaw(u"name.levels_differ")) {
        Random another = random.fork();
        const Identity other = makeIdentity(who.language, draft.day(), another);
        declared.primaryName = flaw->way % 2 == 0
                                   ? who.givenNames.latin.section(u' ', 0, 0) + u' ' + other.surname.latin
                                   : other.givenNames.latin + u' ' + who.surname.latin;
    }
}

/// A place of the flat side that a reader needs.
QPointF importantPlace(const Draft &draft, Random &random)
{
    QList<QPolygonF> places;
    for (const FieldTruth &field : draft.flat.truth.fields) {
        const QStringList needed{u"surname"_s, u"given_names"_s, u"number"_s, u"date_of_birth"_s,
                                 u"expires_on"_s};
        if (field.side == 0 && needed.contains(field.name))
            places.append(field.region);
    }
    if (!draft.flat.truth.portrait.isEmpty())
        places.append(draft.flat.truth.portrait);
    if (draft.flat.truth.mrzSide == 0)
        places.append(draft.flat.truth.mrzRegions);
    if (places.isEmpty())
        return {draft.flat.front.width() * 0.5, draft.flat.front.height() * 0.5};
    const QRectF box = places[random.integer(0, static_cast<int>(places.size()) - 1)].boundingRect();
    return {box.left() + box.width() * random.between(0.25, 0.75), box.center().y()};
}

struct Side
{
    Photo photo;
    Encoding encoding;
    QList<FlawRegion> regions;
};

/// Cuts the frame so that a share of the document is lost on one side; negative: that much is left around it.
QPolygonF crop(Photo &photo, double lost, int side)
{
    const QRectF box = photo.quad.boundingRect();
    QRectF keep = photo.frame();
    const double cut = lost * (side % 2 == 0 ? box.width() : box.height());
    switch (side % 4) {
    case 0:
        keep.setLeft(std::max(keep.left(), box.left() + cut));
        break;
    case 1:
        keep.setTop(std::max(keep.top(), box.top() + cut));
        break;
    case 2:
        keep.setRight(std::min(keep.right(), box.right() - cut));
        break;
    default:
        keep.setBottom(std::min(keep.bottom(), box.bottom() - cut));
        break;
    }
    const cv::Rect rect(qRound(keep.left()), qRound(keep.top()), qRound(keep.width()), qRound(keep.height()));
    photo.bgr = photo.bgr(rect & cv::Rect({}, photo.bgr.size())).clone();
    photo.quad.translate(-rect.x, -rect.y);
    photo.fromDocument = cv::Matx33d(1, 0, -rect.x, 0, 1, -rect.y, 0, 0, 1) * photo.fromDocument;
    const double w = photo.bgr.cols;
    const double h = photo.bgr.rows;
    const double strip = 0.04;
    const std::array<QRectF, 4> edges{QRectF(0, 0, w * strip, h), QRectF(0, 0, w, h * strip),
                                      QRectF(w * (1 - strip), 0, w * strip, h),
                                      QRectF(0, h * (1 - strip), w, h * strip)};
    return photo.onDocument(QPolygonF(edges[static_cast<size_t>(side % 4)]));
}

View viewFor(const Draft &draft, Random &random)
{
    const bool booklet = typeOf(draft.spec.design) == DocumentType::Passport;
    View view = makeView(booklet, draft.trapped(Trap::AnyAngle), random);
    view.skin = draft.who.face.skin;
    if (draft.trapped(Trap::ThumbOnMargin))
        view.held = true;
    if (view.held)
        view.openBooklet = false;
    if (draft.trapped(Trap::NearBorder))
        view.tiltXDegrees *= 0.4;
    return view;
}

/// What lies on the document or falls on it.
void spoilScene(const Draft &draft, Side &side, Random &random)
{
    Photo &photo = side.photo;
    if (const Flaw *flaw = draft.plan.flaw(u"document.shadow"))
        side.regions.append({flaw->id, castShadow(photo, flaw->strength, random)});
    if (const Flaw *flaw = draft.plan.flaw(u"document.obstructed")) {
        if (flaw->way % 3 == 0)
            side.regions.append(
                {flaw->id, laySticker(photo, importantPlace(draft, random), flaw->strength, random)});
        else
            for (const QPolygonF &finger : layFingers(photo, draft.who.face.skin, flaw->strength, random))
                side.regions.append({flaw->id, finger});
    }
    if (const Flaw *flaw = draft.plan.flaw(u"document.glare")) {
        const QPointF at = importantPlace(draft, random);
        side.regions.append({flaw->id, flaw->way % 3 == 2 ? reflectWindow(photo, at, flaw->strength, random)
                                                          : reflectLamp(photo, at, flaw->strength, random)});
    }
    if (draft.trapped(Trap::GlossyCard))
        sheen(photo, random);
    if (const Flaw *flaw = draft.plan.flaw(u"document.cropped"))
        side.regions.append({flaw->id, crop(photo, 0.05 + 0.22 * flaw->strength, flaw->way)});
    else if (draft.trapped(Trap::NearBorder))
        static_cast<void>(crop(photo, -0.015, random.integer(0, 3)));
}

Camera cameraFor(const Draft &draft, Random &random)
{
    Camera camera = makeCamera(random);
    if (const Flaw *flaw = draft.plan.flaw(u"document.too_dark")) {
        camera.exposure = 0.28 - 0.18 * flaw->strength;
        camera.noise = 5 + 4 * flaw->strength;
    } else if (draft.trapped(Trap::DimButReadable)) {
        camera.exposure = 0.62;
        camera.noise = 6;
    }
    if (const Flaw *flaw = draft.plan.flaw(u"document.blurred")) {
        if (flaw->way % 2 == 0) {
            camera.defocus = 2.0 + 5 * flaw->strength;
        } else {
            camera.motion = 8 + 24 * flaw->strength;
            camera.motionDegrees = random.between(0, 180);
        }
    } else if (draft.trapped(Trap::SoftFocus)) {
        camera.defocus = random.between(0.9, 1.2);
    }
    if (const Flaw *flaw = draft.plan.flaw(u"document.unreadable"))
        camera.defocus = 5 + 5 * flaw->strength;
    return camera;
}

/// Forgeries, made on the finished photo.
void forgeFront(const Draft &draft, Side &side, const Flaw &flaw, double pixelsPerMm, Random &random)
{
    side.photo.bgr = compressed(side.photo.bgr, random.integer(85, 93));
    const auto way = static_cast<Forgery>(flaw.way % forgeryCount);
    side.regions.append(
        {flaw.id,
         forge(side.photo, {way, flaw.strength, draft.spec, draft.flat.truth, pixelsPerMm, draft.people},
               random)});
    side.encoding.quality = random.integer(90, 97);
    side.encoding.firstQuality = 0;
    side.encoding.longSide = 0;
    if (!side.encoding.note)
        side.encoding.note = makePhone(draft.submittedAt, random);
    if (random.chance(0.6))
        side.encoding.note->software =
            random.chance(0.7) ? u"Adobe Photoshop 25.4 (Windows)"_s : u"GIMP 2.10.34"_s;
}

void describe(Draft &draft, const Side &front, double scale)
{
    const DocumentSpec &spec = draft.spec;
    QPolygonF quad = front.photo.quad;
    for (QPointF &point : quad)
        point *= scale;
    const auto date = [](const QDate &day) { return day.toString(Qt::ISODate); };
    QJsonObject facts{
        {u"type"_s, toName(typeOf(spec.design))},
        {u"design"_s, nameOf(spec.design)},
        {u"quad"_s, Bundle::toJson(quad)},
        {u"surname"_s, draft.who.mrzSurname()},
        {u"given_names"_s, draft.who.mrzGivenNames()},
        {u"number"_s, spec.number},
        {u"date_of_birth"_s, date(draft.who.dateOfBirth)},
        {u"expires_on"_s, date(spec.expiresOn)},
        {u"issued_on"_s, date(spec.issuedOn)},
        {u"mrz"_s, QJsonObject{{u"lines"_s, QJsonArray::fromStringList(draft.flat.truth.mrzLines)}}}};
    if (!draft.flat.truth.barcodeText.isEmpty())
        facts[u"barcodes"_s] = QJsonArray{QJsonObject{{u"symbology"_s, draft.flat.truth.barcodeSymbology},
                                                      {u"text"_s, draft.flat.truth.barcodeText}}};
    draft.facts[u"document"_s] = facts;
}
} // namespace

void chooseDocument(Draft &draft, Random &random)
{
    const DocumentDesign design = chooseDesign(draft, random);
    draft.who = makeIdentity(chooseLanguage(draft, random), draft.day(), random);
    if (draft.trapped(Trap::MiddleName) || draft.trapped(Trap::Diacritics)) {
        for (int guard = 0; guard < 20 && !draft.who.givenNames.latin.contains(u' '); ++guard)
            draft.who = makeIdentity(draft.who.language, draft.day(), random);
    }
    if (draft.people.arePictured())
        draft.who.face = draft.people.somebody(random.generator()(), draft.who.sex, 0);
    draft.spec = makeDocument(design, draft.who.language, draft.who, draft.day(), random);
    draft.who = draft.spec.holder;
    spoilContent(draft, random);
    declare(draft, random);
}

void photographSides(Draft &draft, Random &random)
{
    Side front;
    const Design &design = designOf(draft.spec.design);
    const View view = viewFor(draft, random);
    const double aspect = design.size.width() / design.size.height();
    const double pixelsPerMm = usefulWidth(view, aspect) / design.size.width();
    draft.flat = drawDocument(draft.spec, pixelsPerMm);
    const bool scanned = draft.trapped(Trap::BorderlessScan);
    const bool messenger = draft.trapped(Trap::Messenger) || (!draft.plan.trap && random.chance(0.12));
    front.encoding = messenger ? fromMessenger(random) : fromPhone(draft.submittedAt, random);
    if (scanned) {
        front.photo = scanWithoutBorder(draft.flat.front, random);
        front.encoding.note.reset();
    } else {
        front.photo = layDown(draft.flat.front, view, random);
        spoilScene(draft, front, random);
        expose(front.photo.bgr, cameraFor(draft, random), random);
    }
    if (const Flaw *flaw = draft.plan.flaw(u"document.filtered"))
        applyFilter(front.photo.bgr, static_cast<Filter>(flaw->way % filterCount), flaw->strength);
    if (const Flaw *flaw = draft.plan.flaw(u"document.altered"))
        forgeFront(draft, front, *flaw, pixelsPerMm, random);
    if (draft.has(u"document.unreadable"))
        front.encoding.longSide = 900;
    draft.bundle.addPhoto(u"document_front"_s, u"front.jpg"_s, front.photo.bgr, front.encoding,
                          front.regions);
    describe(draft, front,
             encodedSize(front.photo.bgr.size(), front.encoding).width / double(front.photo.bgr.cols));
    if (draft.flat.back) {
        const View other = viewFor(draft, random);
        Photo back =
            scanned ? scanWithoutBorder(*draft.flat.back, random) : layDown(*draft.flat.back, other, random);
        if (!scanned)
            expose(back.bgr, makeCamera(random), random);
        Encoding encoding = front.encoding;
        if (encoding.note)
            encoding.note->takenAt = encoding.note->takenAt.addSecs(random.integer(10, 50));
        draft.bundle.addPhoto(u"document_back"_s, u"back.jpg"_s, back.bgr, encoding, {});
    }
}

cv::Mat plainPhoto(const QImage &flat, const cv::Vec3d &skin, Random &random)
{
    View view = makeView(false, false, random);
    view.skin = skin;
    Photo photo = layDown(flat, view, random);
    expose(photo.bgr, makeCamera(random), random);
    return photo.bgr;
}

} // namespace scrutineer::samples

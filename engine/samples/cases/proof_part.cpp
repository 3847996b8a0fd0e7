// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cases/draft.h"
#include "engine/samples/cases/other_letter.h"
#include "engine/samples/defect/broken_file.h"
#include "engine/samples/defect/edit.h"
#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/photograph.h"

#include <QBuffer>

#include <mutex>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
const QString role = u"address_proof"_s;
constexpr double pdfPointsPerPixel = 72.0 / 200; ///< truth of PDFs is in pixels at 200 dpi
constexpr double pageHeightPoints = 842;

/// Writing a PDF sets a seed of the whole process for a moment: one at a time.
std::mutex &pdfTurn()
{
    static std::mutex turn;
    return turn;
}

QByteArray asPng(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QString shortStreet(QString street)
{
    const std::array<std::pair<QString, QString>, 14> forms{{{u"Street"_s, u"St."_s},
                                                             {u"Road"_s, u"Rd"_s},
                                                             {u"Avenue"_s, u"Ave."_s},
                                                             {u"Lane"_s, u"Ln"_s},
                                                             {u"avenue"_s, u"av."_s},
                                                             {u"boulevard"_s, u"bd"_s},
                                                             {u"straße"_s, u"str."_s},
                                                             {u"Calle"_s, u"C/"_s},
                                                             {u"Avenida"_s, u"Av."_s},
                                                             {u"Rua"_s, u"R."_s},
                                                             {u"Via"_s, u"V."_s},
                                                             {u"Piazza"_s, u"P.za"_s},
                                                             {u"Corso"_s, u"C.so"_s},
                                                             {u"place"_s, u"pl."_s}}};
    for (const auto &[full, brief] : forms) {
        if (street.contains(full))
            return street.replace(full, brief);
    }
    return street;
}

void declareAddress(Draft &draft)
{
    const Identity &who = draft.who;
    const Country &country = countryOf(who.residence);
    Declared &declared = draft.declared;
    const bool native = hasProofs(who.residence) && isLatin(who.residence);
    const PostalAddress &address = native ? who.address : who.latinAddress;
    declared.street = streetLine(address, country, native);
    declared.city = address.city;
    declared.postalCode = address.postalCode;
    declared.country = country.code;
    if (draft.trapped(Trap::ShortStreet))
        declared.street = shortStreet(declared.street);
    if (const Flaw *flaw = draft.plan.flaw(u"address.declared_incomplete")) {
        switch (flaw->way % 3) {
        case 0:
            declared.postalCode.clear();
            break;
        case 1:
            declared.city.clear();
            break;
        default:
            declared.street = native ? address.street : who.latinAddress.street;
            break;
        }
    }
}

ProofSpec specFor(Draft &draft, Random &random)
{
    const ProofKind kind = random.pick(allProofKinds);
    QDate issued = draft.day().addDays(-random.integer(3, 80));
    if (const Flaw *flaw = draft.plan.flaw(u"poa.too_old"))
        issued = draft.day().addMonths(-3).addDays(-1 - qRound(500 * flaw->strength * random.between(0, 1)));
    else if (draft.trapped(Trap::ThreeMonths))
        issued = draft.day().addMonths(-3);
    ProofSpec spec = makeProof(kind, draft.who, issued, random);
    spec.showIssueDate = !draft.has(u"poa.date_unclear");
    if (draft.has(u"name.levels_differ") || draft.has(u"document.data_mismatch"))
        spec.name = draft.declared.fullName;
    if (draft.trapped(Trap::MiddleName))
        spec.name = draft.who.givenNames.latin.section(u' ', 0, 0) + u' ' + draft.who.surname.latin;
    if (draft.has(u"poa.name_abbreviated"))
        spec.name = initialsOnly(draft.who);
    if (const Flaw *flaw = draft.plan.flaw(u"poa.name_missing"))
        spec.name =
            flaw->way % 2 == 0 ? QString() : makeIdentity(draft.who.language, issued, random).latinFullName();
    if (draft.has(u"poa.address_mismatch")) {
        Identity elsewhere = draft.who;
        moveHouse(elsewhere, draft.who.residence, random);
        spec.addressLines =
            addressLines(hasProofs(draft.who.residence) ? elsewhere.address : elsewhere.latinAddress,
                         countryOf(draft.who.residence), hasProofs(draft.who.residence));
    }
    if (const Flaw *flaw = draft.plan.flaw(u"poa.address_incomplete"))
        spec.addressLines = flaw->way % 2 == 0 ? spec.addressLines.mid(1) : QStringList();
    return spec;
}

/// Which print a flaw of the letter is about.
QList<FlawRegion> regionsOf(const Draft &draft, const ProofTruth &truth)
{
    QList<FlawRegion> regions;
    const auto add = [&](const QString &id, const QPolygonF &region) {
        if (draft.has(id) && !region.isEmpty())
            regions.append({id, region});
    };
    add(u"poa.too_old"_s, truth.issuedOn.region);
    add(u"poa.name_abbreviated"_s, truth.name.region);
    add(u"poa.name_missing"_s, truth.name.region);
    for (const PrintedTruth &line : truth.address) {
        add(u"poa.address_mismatch"_s, line.region);
        add(u"poa.address_incomplete"_s, line.region);
    }
    return regions;
}

void addPdf(Draft &draft, const DrawnProof &proof)
{
    draft.bundle.addFile(role, u"proof.pdf"_s, proof.pdf, regionsOf(draft, proof.truth));
}

void addPhotoOf(Draft &draft, const ProofSpec &spec, Random &random)
{
    constexpr double pixelsPerMm = 7;
    const DrawnProof flat = drawProofImage(spec, pixelsPerMm);
    View view = makeView(false, false, random);
    view.frame = {1944, 2592};
    view.fill = random.between(0.86, 0.95);
    view.turnDegrees *= 0.6;
    view.tiltXDegrees *= 0.5;
    view.tiltYDegrees *= 0.5;
    view.held = false;
    view.cornerRadius = 0.002;
    Photo photo = layDown(flat.image, view, random);
    Camera camera = makeCamera(random);
    camera.defocus = std::min(camera.defocus, 0.25);
    camera.noise = std::min(camera.noise, 3.0);
    Encoding encoding = fromPhone(draft.submittedAt, random);
    if (const Flaw *flaw = draft.plan.flaw(u"poa.unreadable")) {
        camera.defocus = 4 + 4 * flaw->strength;
        encoding.longSide = 1000;
    }
    expose(photo.bgr, camera, random);
    QList<FlawRegion> regions = regionsOf(draft, flat.truth);
    for (FlawRegion &region : regions)
        region.polygon = photo.mapped(region.polygon);
    if (const Flaw *flaw = draft.plan.flaw(u"poa.altered")) {
        ProofSpec other = spec;
        other.issuedOn = spec.issuedOn.addDays(-200);
        photo.bgr = compressed(photo.bgr, 90);
        const QRectF box = flat.truth.issuedOn.region.boundingRect().adjusted(-3, -2, 30, 2);
        const QPolygonF where = pasteFromFlat(photo, drawProofImage(other, pixelsPerMm).image, QPolygonF(box),
                                              flaw->strength, random);
        regions.append({flaw->id, where});
        encoding.quality = 95;
        encoding.note->software = u"Adobe Photoshop 25.4 (Windows)"_s;
    }
    draft.bundle.addPhoto(role, u"proof.jpg"_s, photo.bgr, encoding, regions);
}

/// A PDF whose date was written over.
bool addEditedPdf(Draft &draft, const ProofSpec &spec)
{
    const DrawnProof proof = drawProofPdf(spec);
    const QRectF box = proof.truth.issuedOn.region.boundingRect();
    const QRectF points(
        QPointF(box.left() * pdfPointsPerPixel - 1, pageHeightPoints - box.bottom() * pdfPointsPerPixel - 2),
        QSizeF(box.width() * pdfPointsPerPixel + 8, box.height() * pdfPointsPerPixel + 4));
    const QByteArray edited =
        overwritten(proof.pdf, points, draft.day().addDays(-6).toString(u"dd.MM.yyyy"_s), 9.5);
    if (edited.isEmpty())
        return false;
    QList<FlawRegion> regions = regionsOf(draft, proof.truth);
    regions.append({u"poa.altered"_s, QPolygonF(box)});
    draft.bundle.addFile(role, u"proof.pdf"_s, edited, regions);
    return true;
}

void addLetter(Draft &draft, Random &random)
{
    const ProofSpec spec = specFor(draft, random);
    QJsonArray address;
    for (const QString &line : spec.addressLines)
        address.append(line);
    draft.facts[u"address_proof"_s] = QJsonObject{
        {u"kind"_s, nameOf(spec.kind)},
        {u"issued_on"_s, spec.showIssueDate ? QJsonValue(spec.issuedOn.toString(Qt::ISODate)) : QJsonValue()},
        {u"names"_s, QJsonArray{spec.name}},
        {u"addresses"_s, QJsonArray{address}}};
    if (const Flaw *flaw = draft.plan.flaw(u"poa.screenshot")) {
        const std::scoped_lock turn(pdfTurn());
        const DrawnProof shot = drawProofScreenshot(spec, static_cast<Screen>(flaw->way % 4), random);
        QList<FlawRegion> regions = regionsOf(draft, shot.truth);
        regions.append({flaw->id, QPolygonF(QRectF(shot.image.rect()))});
        draft.bundle.addFile(role, u"proof.png"_s, asPng(shot.image), regions);
        return;
    }
    const Flaw *altered = draft.plan.flaw(u"poa.altered");
    const bool photo = draft.has(u"poa.unreadable") || (altered && altered->way % 2 == 1) ||
                       (!altered && random.chance(0.3));
    if (photo) {
        addPhotoOf(draft, spec, random);
        return;
    }
    const std::scoped_lock turn(pdfTurn());
    if (altered && addEditedPdf(draft, spec))
        return;
    if (random.chance(0.35)) {
        ScanLook look;
        look.rotationDegrees = random.between(-1.2, 1.2);
        look.noise = random.between(2, 7);
        look.grey = random.chance(0.7);
        addPdf(draft, drawProofScan(spec, look, random));
    } else {
        addPdf(draft, drawProofPdf(spec));
    }
}
} // namespace

void writeProof(Draft &draft, Random &random)
{
    if (draft.plan.level != Level::Advanced)
        return;
    declareAddress(draft);
    if (draft.has(u"poa.identity_document")) {
        const cv::Mat photo = plainPhoto(draft.flat.front, draft.who.face.skin, random);
        const QPolygonF whole(QRectF(0, 0, photo.cols, photo.rows));
        draft.bundle.addPhoto(role, u"proof.jpg"_s, photo, fromPhone(draft.submittedAt, random),
                              {{u"poa.identity_document"_s, whole}});
    } else if (const Flaw *flaw = draft.plan.flaw(u"poa.unsupported_kind")) {
        const Country &country = countryOf(draft.who.residence);
        const QStringList to = QStringList{draft.who.latinFullName()} +
                               addressLines(draft.who.latinAddress, country, isLatin(draft.who.residence));
        const std::scoped_lock turn(pdfTurn());
        draft.bundle.addFile(role, u"proof.pdf"_s,
                             otherLetter(flaw->way, to, draft.day().addDays(-random.integer(5, 60))));
    } else {
        addLetter(draft, random);
    }
}

void breakFiles(Draft &draft, Random &random)
{
    Bundle &bundle = draft.bundle;
    const bool advanced = draft.plan.level == Level::Advanced;
    if (const Flaw *flaw = draft.plan.flaw(u"file.unreadable")) {
        const QByteArray proof = bundle.contentOf(role);
        if (flaw->way % 3 == 1 && advanced && proof.startsWith("%PDF"))
            bundle.replace(role, locked(proof));
        else if (flaw->way % 3 == 2)
            bundle.replace(u"selfie"_s, {});
        else
            bundle.replace(u"document_front"_s,
                           truncated(bundle.contentOf(u"document_front"_s), random.between(0.0005, 0.004)));
    }
    if (const Flaw *flaw = draft.plan.flaw(u"file.missing"))
        bundle.drop(flaw->way % 2 == 1 && advanced ? role : u"selfie"_s);
    if (draft.has(u"file.duplicate")) {
        const QByteArray front = bundle.contentOf(u"document_front"_s);
        bundle.drop(u"document_back"_s);
        bundle.addFile(u"document_back"_s, u"back-again.jpg"_s, front);
    }
}

} // namespace scrutineer::samples

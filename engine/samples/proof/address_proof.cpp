// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/address_proof.h"

#include "engine/samples/proof/sheet.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPdfWriter>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr double pdfPixelsPerMm = 200 / 25.4;

/// Qt writes fonts in the order of a hash table; while this lives, that order is the same in every process.
class FixedHashOrder
{
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashOrder(const FixedHashOrder &) = delete;
    FixedHashOrder &operator=(const FixedHashOrder &) = delete;
};

/// The writer's clock would make two files of one letter differ; the day of issue stands in for it.
QByteArray withFixedClock(QByteArray pdf, const QDate &day)
{
    const QByteArray mark = "/CreationDate (D:";
    const qsizetype at = pdf.indexOf(mark);
    if (at >= 0) {
        const QByteArray stamp = day.toString(u"yyyyMMdd"_s).toLatin1() + "060000";
        pdf.replace(at + mark.size(), stamp.size(), stamp);
    }
    return pdf;
}

template <typename Draw>
QByteArray writePdf(const ProofSpec &spec, Draw draw)
{
    const FixedHashOrder order;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setResolution(300);
        writer.setCreator(u"Billing of an invented supplier"_s);
        QPainter painter(&writer);
        draw(painter, writer.resolution() / 25.4);
    }
    buffer.close();
    return withFixedClock(bytes, spec.issuedOn);
}
} // namespace

QString nameOf(ProofKind kind)
{
    switch (kind) {
    case ProofKind::Electricity:
    case ProofKind::Water:
    case ProofKind::Telephone:
        break;
    case ProofKind::BankStatement:
        return u"bank_statement"_s;
    case ProofKind::TaxLetter:
        return u"tax_letter"_s;
    }
    return u"utility_bill"_s;
}

ProofTruth mapped(const ProofTruth &truth, const QTransform &transform)
{
    ProofTruth result = truth;
    const auto map = [&](PrintedTruth &print) { print.region = transform.map(print.region); };
    map(result.name);
    map(result.issuedOn);
    map(result.issuedOnLabel);
    for (PrintedTruth &line : result.address)
        map(line);
    for (PrintedTruth &date : result.otherDates)
        map(date);
    result.page = transform.map(result.page);
    return result;
}

ProofSpec makeProof(ProofKind kind, const Identity &resident, const QDate &issuedOn, Random &random)
{
    ProofSpec spec;
    spec.kind = kind;
    spec.language = hasProofs(resident.residence) ? resident.residence : Language::English;
    const bool native = hasProofs(resident.residence);
    const bool nativeName = native && resident.residence == resident.language;
    spec.name = nativeName ? resident.nativeFullName() : resident.latinFullName();
    spec.addressLines = addressLines(native ? resident.address : resident.latinAddress,
                                     countryOf(resident.residence), native);
    spec.issuedOn = issuedOn;
    spec.seed = random.generator()();
    return spec;
}

QString initialsOnly(const Identity &identity)
{
    QString initials;
    for (const QString &name : identity.givenNames.latin.split(u' '))
        initials += name.left(1).toUpper() + u". "_s;
    return initials + identity.surname.latin;
}

DrawnProof drawProofImage(const ProofSpec &spec, double pixelsPerMm)
{
    DrawnProof drawn;
    drawn.image =
        QImage(qRound(Sheet::width * pixelsPerMm), qRound(Sheet::height * pixelsPerMm), QImage::Format_RGB32);
    drawn.image.fill(Qt::white);
    QPainter painter(&drawn.image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(pixelsPerMm, pixelsPerMm);
    Sheet sheet(painter);
    drawn.truth = mapped(writeLetter(sheet, spec), QTransform::fromScale(pixelsPerMm, pixelsPerMm));
    drawn.truth.size = drawn.image.size();
    return drawn;
}

DrawnProof drawProofPdf(const ProofSpec &spec)
{
    DrawnProof drawn = drawProofImage(spec, pdfPixelsPerMm);
    drawn.pdf = writePdf(spec, [&](QPainter &painter, double scale) {
        painter.scale(scale, scale);
        Sheet sheet(painter);
        static_cast<void>(writeLetter(sheet, spec));
    });
    return drawn;
}

DrawnProof drawProofScan(const ProofSpec &spec, const ScanLook &look, Random &random)
{
    const double scale = look.dotsPerInch / 25.4;
    const DrawnProof flat = drawProofImage(spec, scale);
    DrawnProof drawn;
    const QPointF middle = QRectF(flat.image.rect()).center();
    QTransform turn = QTransform::fromTranslate(middle.x(), middle.y());
    turn.rotate(look.rotationDegrees);
    turn.translate(-middle.x(), -middle.y());
    drawn.image = QImage(flat.image.size(), QImage::Format_RGB32);
    drawn.image.fill(QColor(248, 248, 246));
    {
        QPainter painter(&drawn.image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(turn);
        painter.drawImage(0, 0, flat.image);
    }
    Random grain = random.fork();
    for (int y = 0; y < drawn.image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(drawn.image.scanLine(y));
        for (int x = 0; x < drawn.image.width(); ++x) {
            // The sum of three even numbers is near enough to normal, and cheap.
            const uint64_t bits = grain.generator()();
            const double even =
                static_cast<double>((bits & 0xffU) + (bits >> 8U & 0xffU) + (bits >> 16U & 0xffU));
            const double noise = look.noise * (even - 382.5) / 128;
            const auto level = [&](int value) {
                return std::clamp(qRound(10 + value * look.contrast + noise), 0, 255);
            };
            const int grey = qGray(line[x]);
            line[x] = look.grey ? qRgb(level(grey), level(grey), level(grey))
                                : qRgb(level(qRed(line[x])), level(qGreen(line[x])), level(qBlue(line[x])));
        }
    }
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    (look.grey ? drawn.image.convertToFormat(QImage::Format_Grayscale8) : drawn.image)
        .save(&buffer, "JPG", look.jpegQuality);
    drawn.image.loadFromData(jpeg, "JPG");
    drawn.pdf = writePdf(spec, [&](QPainter &painter, double perMm) {
        painter.drawImage(QRectF(0, 0, Sheet::width * perMm, Sheet::height * perMm), drawn.image);
    });
    drawn.truth = mapped(flat.truth, turn);
    drawn.truth.size = drawn.image.size();
    return drawn;
}

} // namespace scrutineer::samples

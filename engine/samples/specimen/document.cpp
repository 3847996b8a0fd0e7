// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/document.h"

#include "engine/samples/pictured.h"
#include "engine/samples/scene/photo.h"
#include "engine/samples/specimen/barcode_writer.h"
#include "engine/samples/specimen/design.h"
#include "engine/samples/specimen/labels.h"
#include "engine/samples/specimen/values.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr double valueDrop = 1.5;  ///< from a label's baseline to the top of its value, millimetres
constexpr double lineGap = 1.45;   ///< lines of one value, in heights of its capitals
constexpr double zonePitch = 2.54; ///< ICAO 9303 part 3: ten characters an inch
constexpr double zoneLeading = 6.35;
constexpr double zoneHeight = 23.2;
/// Pixels of a portrait's unit: printed portraits hold no more detail, and painting takes time.
constexpr double finestPortrait = 105;

/// Draws one document and writes down where everything lands.
class Artist
{
public:
    Artist(const DocumentSpec &spec, double pixelsPerMm)
        : m_spec(spec), m_design(designOf(spec.design)), m_scale(pixelsPerMm), m_values(printedValues(spec))
    {
        m_truth.type = m_design.type;
        m_truth.sizeMm = m_design.size;
        m_truth.mrzLines = spec.mrzLines.value_or(writeMrz(spec.mrz.value_or(mrzValuesOf(spec))));
        m_truth.mrzSide = m_design.mrzSide;
    }

    DrawnDocument draw()
    {
        if (m_design.portrait.isValid())
            m_portrait = portrait();
        DrawnDocument drawn;
        drawn.front = side(0);
        if (!m_design.back.isEmpty())
            drawn.back = side(1);
        drawn.truth = m_truth;
        return drawn;
    }

private:
    QImage side(int side)
    {
        Page page(m_design.size, m_scale);
        if (m_design.dress == Dress::Driver)
            landscape(page);
        else
            printPaper(page, m_design.paper);
        dressPage(page, m_design, m_spec, side);
        if (side == 0)
            pictures(page);
        marks(page, side); // below the print, which stays readable
        if (m_design.barcode != BarcodeKind::None && side == barcodeSide())
            barcode(page);
        if (m_design.mrz != MrzFormat::None && m_design.mrzSide == side)
            zone(page);
        for (const Cell &cell : side == 0 ? m_design.front : m_design.back)
            field(page, cell, side);
        return page.take();
    }

    [[nodiscard]] int barcodeSide() const { return m_design.back.isEmpty() ? 0 : 1; }

    void landscape(Page &page) const
    {
        const QString name = nameOf(m_spec.design);
        if (name == "driver_mountain"_L1)
            printLandscape(page, {190, 218, 238}, {200, 216, 230}, {222, 232, 196}, 3);
        else if (name == "driver_coast"_L1)
            printLandscape(page, {246, 226, 200}, {206, 226, 238}, {184, 212, 232}, 2);
        else
            printLandscape(page, {214, 228, 244}, {242, 230, 196}, {236, 220, 170}, 2);
        for (double y = 2; y < m_design.size.height(); y += 9)
            printRosette(page.painter(), {m_design.size.width() * 0.52, y}, 9, 13, QColor(120, 140, 160, 55));
    }

    [[nodiscard]] QImage portrait() const
    {
        if (!m_spec.portrait.isNull())
            return m_spec.portrait;
        const QSizeF size = m_design.portrait.size();
        if (m_spec.holder.face.pictured)
            return toImage(
                passportCrop(m_spec.holder.face.pictured->pictures.front(), size.width() / size.height()));
        Shot shot = m_spec.portraitShot;
        // photographers expose for the face, if not all the way
        const double skin = m_spec.holder.face.skin[1]; // linear green
        shot.exposure *= std::clamp(std::sqrt(0.30 / skin), 1.0, 2.0);
        const double unit = std::min(size.width() * m_scale / 3, finestPortrait);
        const double wide = 1.5; // half, units of the portrait
        const double high = 2 * wide * size.height() / size.width();
        const cv::Mat painted =
            paintPortrait(m_spec.holder.face, shot, unit, {-wide, -1.95, wide, high - 1.95});
        const QImage whole(painted.data, painted.cols, painted.rows, static_cast<qsizetype>(painted.step),
                           QImage::Format_ARGB32);
        return whole.copy();
    }

    /// Laser engraving has no colours.
    static QImage engraved(const QImage &picture)
    {
        QImage grey = picture.convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < grey.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(grey.scanLine(y));
            for (int x = 0; x < grey.width(); ++x) {
                const int level = qGray(line[x]);
                line[x] = qRgba(level, level, level, qAlpha(line[x]));
            }
        }
        return grey;
    }

    void pictures(Page &page)
    {
        QPainter &painter = page.painter();
        const QImage picture = m_design.greyPortrait ? engraved(m_portrait) : m_portrait;
        painter.fillRect(m_design.portrait,
                         m_design.greyPortrait ? QColor(235, 238, 240, 190) : QColor(216, 224, 231, 235));
        painter.drawImage(m_design.portrait, picture);
        m_truth.portrait = page.pixels(m_design.portrait);
        if (m_spec.ghostPortrait && m_design.ghost.isValid()) {
            painter.setOpacity(0.26);
            painter.drawImage(m_design.ghost, engraved(m_portrait));
            painter.setOpacity(1);
            m_truth.ghost = page.pixels(m_design.ghost);
        }
        if (m_design.hologramRadius > 0) {
            const double r = m_design.hologramRadius;
            printHologram(painter, m_design.hologram, r, m_spec.seed);
            m_truth.hologram = page.pixels({m_design.hologram - QPointF(r, r), QSizeF(2 * r, 2 * r)});
        }
        if (m_design.signature.isValid())
            m_truth.signature = page.pixels(
                printSignature(painter, m_design.signature, m_spec.seed,
                               m_design.dress == Dress::Driver ? QColor(20, 20, 25) : QColor(25, 30, 90)));
    }

    void barcode(Page &page)
    {
        const bool stacked = m_design.barcode == BarcodeKind::Pdf417;
        m_truth.barcodeText =
            stacked ? aamvaPayload(aamvaElements(m_spec)) : m_spec.barcode.value(u"number"_s, m_spec.number);
        m_truth.barcodeSymbology = stacked ? u"PDF417"_s : u"Code128"_s;
        m_truth.barcodeSide = barcodeSide();
        const QImage bars = stacked ? pdf417(m_truth.barcodeText) : code128(m_truth.barcodeText);
        if (bars.isNull())
            return;
        QRectF box = m_design.barcodeBox;
        if (stacked)
            box.setHeight(std::min(box.height(), box.width() * bars.height() / bars.width()));
        page.painter().fillRect(box.adjusted(-1.5, -1.2, 1.5, 1.2), Qt::white);
        page.painter().setPen(Qt::NoPen);
        page.painter().setRenderHint(QPainter::SmoothPixmapTransform, false);
        page.painter().drawImage(box, bars);
        page.painter().setRenderHint(QPainter::SmoothPixmapTransform, true);
        m_truth.barcode = page.pixels(box);
    }

    void zone(Page &page)
    {
        const QSizeF size = m_design.size;
        page.painter().fillRect(QRectF(0, size.height() - zoneHeight, size.width(), zoneHeight),
                                QColor(250, 250, 250, 215));
        const auto lines = static_cast<double>(m_truth.mrzLines.size());
        const auto columns = static_cast<double>(m_truth.mrzLines.value(0).size());
        const double left = (size.width() - (columns - 1) * zonePitch) / 2 - 0.9;
        const double first = size.height() - zoneHeight / 2 - (lines - 1) / 2 * zoneLeading + 1.2;
        Print print;
        print.family = Family::OcrB;
        print.capHeight = 2.5;
        for (qsizetype i = 0; i < m_truth.mrzLines.size(); ++i) {
            QRectF ink;
            const double y = first + zoneLeading * static_cast<double>(i);
            for (qsizetype k = 0; k < m_truth.mrzLines[i].size(); ++k)
                ink |= page.text({left + zonePitch * static_cast<double>(k), y},
                                 m_truth.mrzLines[i].mid(k, 1), print);
            m_truth.mrzRegions.append(page.pixels(ink));
        }
    }

    void field(Page &page, const Cell &cell, int side)
    {
        const QString name = QString::fromLatin1(cell.field);
        const Value value = m_values.value(name);
        if (value.text.isEmpty() && value.native.isEmpty())
            return;
        Print label;
        label.capHeight = m_design.labelSize;
        label.colour = m_design.label;
        label.maxWidth = cell.width;
        const QString words =
            *cell.label != '\0' ? QString::fromUtf8(cell.label) : bilingualLabel(name, m_spec.issuer);
        Print print;
        print.capHeight = cell.size > 0 ? cell.size : m_design.valueSize;
        print.family = m_design.family;
        print.bold = m_design.bold;
        QPointF at(cell.x, cell.y);
        double width = cell.width;
        if (cell.style == CellStyle::Labelled) {
            page.text(at, words, label);
            at.ry() += valueDrop + print.capHeight - 0.4;
        } else if (cell.style == CellStyle::Numbered) {
            const double indent = std::max(page.text(at, words, label).width() + 1.2,
                                           m_design.dress == Dress::EuLicence ? 4.4 : 3.0);
            at.rx() += indent;
            width -= indent;
        }
        write(page, name, value, at, width, print, side);
    }

    void write(Page &page, const QString &name, const Value &value, QPointF at, double width, Print print,
               int side)
    {
        double room = width;
        if (!value.native.isEmpty()) {
            Print own = print;
            own.maxWidth = width * 0.48;
            own.align = Qt::AlignRight;
            const QRectF ink = page.text(at + QPointF(width, 0), value.native, own);
            record(page, name + u"_native"_s, {value.native, {}, {}}, ink, side);
            room = width - ink.width() - 1;
        }
        print.maxWidth = room;
        QRectF ink;
        for (const QString &line : value.text.split(u'\n')) {
            ink |= page.text(at, line, print);
            at.ry() += print.capHeight * lineGap + 0.4;
        }
        record(page, name, value, ink, side);
    }

    void record(const Page &page, const QString &name, const Value &value, const QRectF &ink, int side)
    {
        if (!ink.isEmpty())
            m_truth.fields.append({name, QString(value.text).replace(u'\n', u", "_s), value.date, side,
                                   page.pixels(ink.adjusted(-0.2, -0.2, 0.2, 0.2))});
    }

    void marks(Page &page, int side) const
    {
        const QSizeF size = m_design.size;
        const bool zone = m_design.mrz != MrzFormat::None && m_design.mrzSide == side;
        const double height = zone ? size.height() - zoneHeight : size.height();
        const QPointF at(size.width() * 0.56, height * (side == 0 ? 0.58 : 0.7));
        printSpecimenMark(page, at, size.width() / (side == 0 ? 15 : 20), side == 0 ? -24 : -6);
    }

    const DocumentSpec &m_spec;
    const Design &m_design;
    double m_scale;
    QMap<QString, Value> m_values;
    QImage m_portrait;
    DocumentTruth m_truth;
};

QString filled(const QString &pattern, Random &random)
{
    QString number;
    for (const QChar c : pattern) {
        if (c == u'#')
            number += QChar(static_cast<char16_t>(u'0' + random.integer(0, 9)));
        else
            number += c == u'@' ? u"ABCDEFGHKLMNPRTUVXYZ"_s.at(random.integer(0, 19)) : c;
    }
    return number;
}
} // namespace

const FieldTruth *DocumentTruth::field(QStringView name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldTruth &f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

DocumentSpec makeDocument(DocumentDesign design, Language issuer, const Identity &holder, const QDate &on,
                          Random &random)
{
    const Design &look = designOf(design);
    DocumentSpec spec;
    spec.design = design;
    spec.issuer = issuer;
    spec.holder = holder;
    if (look.dress == Dress::Driver)
        spec.issuer = Language::English;
    const bool permit = look.dress == Dress::Permit;
    if (permit && issuer == holder.language)
        spec.issuer = issuer == Language::English ? Language::French : Language::English;
    if ((permit || look.dress == Dress::Driver) && holder.residence != spec.issuer)
        moveHouse(spec.holder, spec.issuer, random);
    spec.number = filled(QString::fromLatin1(look.numberPattern), random);
    spec.personalNumber = filled(u"##########"_s, random);
    const int days = look.validYears * 365;
    spec.issuedOn = on.addDays(-random.integer(std::min(60, days / 4), days * 7 / 10));
    spec.expiresOn = spec.issuedOn.addYears(look.validYears).addDays(-1);
    spec.seed = random.generator()();
    spec.portraitShot.ambient = 0.5;
    Random dressing(spec.seed); // a stream of its own: what people wear does not move what documents say
    spec.portraitShot.clothes = clothColour(dressing);
    spec.portraitShot.neckline = static_cast<Neckline>(dressing.integer(0, 2));
    return spec;
}

MrzValues mrzValuesOf(const DocumentSpec &spec)
{
    const Design &design = designOf(spec.design);
    const Identity &holder = spec.holder;
    return {design.mrz,
            QString::fromLatin1(design.mrzCode),
            countryOf(spec.issuer).code,
            spec.number,
            holder.mrzSurname(),
            holder.mrzGivenNames(),
            holder.nationality,
            holder.sex == Sex::Female ? u"F"_s : u"M"_s,
            holder.dateOfBirth,
            spec.expiresOn,
            design.mrz == MrzFormat::Td3 ? spec.personalNumber : QString()};
}

DrawnDocument drawDocument(const DocumentSpec &spec, double pixelsPerMm)
{
    return Artist(spec, pixelsPerMm).draw();
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr double pixelsPerMm = 12;

struct Look
{
    QColor paper;
    QColor lineA;
    QColor lineB;
    QColor ink{24, 22, 30};
    QColor label{70, 78, 110};
};

const Look passportLook{{236, 240, 246}, {140, 170, 205, 120}, {205, 150, 170, 110}};
const Look cardLook{{240, 244, 236}, {130, 180, 150, 120}, {190, 170, 110, 110}};

/// A page that is drawn on in millimetres.
class Page
{
public:
    Page(double widthMm, double heightMm, const Look &look)
        : m_look(look), m_image(static_cast<int>(widthMm * pixelsPerMm),
                                static_cast<int>(heightMm * pixelsPerMm), QImage::Format_RGB32)
    {
        m_image.fill(look.paper);
        m_painter.begin(&m_image);
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                                 QPainter::SmoothPixmapTransform);
        m_painter.scale(pixelsPerMm, pixelsPerMm);
        guilloche(widthMm, heightMm);
    }

    QPainter &painter() { return m_painter; }

    void text(double x, double y, const QString &text, double sizeMm, bool bold = false,
              const QColor &colour = {})
    {
        QFont font(u"Noto Sans"_s);
        font.setBold(bold);
        put(x, y, text, font, sizeMm, colour.isValid() ? colour : m_look.ink);
    }

    /// A field: its label in two languages above, its value below.
    void field(double x, double y, const QString &label, const QString &value)
    {
        text(x, y, label, 1.75, false, m_look.label);
        text(x, y + 3.7, value, 2.9, true);
    }

    void machineReadable(double x, double y, const QStringList &lines)
    {
        QFont font(u"OCR B"_s);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            // ICAO 9303 part 3: 10 characters an inch, each placed on its own so that the pitch is exact.
            for (qsizetype k = 0; k < lines[i].size(); ++k)
                put(x + 2.54 * static_cast<double>(k), y + 6.35 * static_cast<double>(i), lines[i].mid(k, 1),
                    font, 2.55, m_look.ink);
        }
    }

    void portrait(const Person &holder, const QRectF &box, double opacity)
    {
        Shot shot;
        shot.ambient = 0.5;
        shot.clothes = {0.09, 0.07, 0.06};
        const cv::Mat painted = paintPortrait(holder, shot, box.width() * pixelsPerMm / 2.9);
        const QImage picture(painted.data, painted.cols, painted.rows, static_cast<qsizetype>(painted.step),
                             QImage::Format_ARGB32);
        const double unit = painted.cols / portraitWidth;
        const double width = 2.9 * unit;
        const QRectF source((portraitCentreX * unit) - width / 2, 0.25 * unit, width,
                            width * box.height() / box.width());
        m_painter.setOpacity(opacity);
        if (opacity == 1)
            m_painter.fillRect(box, QColor(214, 222, 230));
        m_painter.drawImage(box, picture, source);
        m_painter.setOpacity(1);
    }

    void markSpecimen(double x, double y, double sizeMm)
    {
        m_painter.save();
        m_painter.translate(x, y);
        m_painter.rotate(-18);
        text(0, 0, u"SPECIMEN"_s, sizeMm, true, QColor(170, 30, 60, 70));
        m_painter.restore();
    }

    QImage take()
    {
        m_painter.end();
        return m_image;
    }

private:
    void put(double x, double y, const QString &text, const QFont &base, double sizeMm, const QColor &colour)
    {
        QFont font = base;
        font.setPixelSize(100); // drawn large and scaled, so that the size need not be whole pixels
        m_painter.save();
        m_painter.translate(x, y);
        const double scale = sizeMm / 71; // capital height of the fonts used, in hundredths of the size
        m_painter.scale(scale, scale);
        QPainterPath path;
        path.addText(0, 0, font, text);
        m_painter.fillPath(path, colour);
        m_painter.restore();
    }

    void guilloche(double width, double height)
    {
        for (int band = 0; band < 34; ++band) {
            for (const double phase : {0.0, std::numbers::pi}) {
                QPainterPath path;
                const double middle = height * (band + 0.5) / 34;
                for (double x = 0; x <= width; x += 0.4) {
                    const double y = middle + 2.1 * std::sin(x * 0.21 + phase + band * 0.37) *
                                                  std::cos(x * 0.045 + band * 0.2);
                    x == 0 ? path.moveTo(x, y) : path.lineTo(x, y);
                }
                m_painter.strokePath(path, QPen(phase == 0 ? m_look.lineA : m_look.lineB, 0.11));
            }
        }
    }

    Look m_look;
    QImage m_image;
    QPainter m_painter;
};

QString printed(const QDate &day)
{
    return day.toString(u"dd.MM.yyyy"_s);
}

QString sexLetter(const Specimen &specimen)
{
    return specimen.sex == Sex::Female ? u"F"_s : u"M"_s;
}

void emblem(QPainter &painter, const QPointF &centre, double radius, const QColor &colour)
{
    painter.setPen(QPen(colour, 0.35));
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < 18; ++i) {
        const double angle = i * std::numbers::pi / 9;
        const QPointF middle = centre + QPointF(std::cos(angle), std::sin(angle)) * radius * 0.5;
        painter.drawEllipse(middle, radius * 0.5, radius * 0.5);
    }
}
} // namespace

QImage drawPassport(const Specimen &specimen)
{
    Page page(125, 88, passportLook);
    emblem(page.painter(), {104, 36}, 15, QColor(150, 120, 190, 90));
    page.text(6, 7, u"REPUBLIC OF UTOPIA"_s, 3.0, true);
    page.text(82, 7, u"PASSPORT / PASSEPORT"_s, 2.4, true);
    page.portrait(specimen.holder, {6, 14, 34, 44}, 1);
    page.portrait(specimen.holder, {101, 33, 17, 22}, 0.28);
    page.field(45, 13, u"Type"_s, u"P"_s);
    page.field(58, 13, u"Code of State"_s, u"UTO"_s);
    page.field(84, 13, u"Passport No."_s, specimen.number);
    page.field(45, 21.5, u"Surname / Nom"_s, specimen.surname);
    page.field(45, 30, u"Given names / Prénoms"_s, specimen.givenNames);
    page.field(45, 38.5, u"Nationality / Nationalité"_s, u"UTOPIAN"_s);
    page.field(45, 47, u"Date of birth / Né(e) le"_s, printed(specimen.dateOfBirth));
    page.field(84, 38.5, u"Sex / Sexe"_s, sexLetter(specimen));
    page.field(45, 55.5, u"Date of issue / Délivré le"_s, printed(specimen.issuedOn));
    page.field(84, 47, u"Place of birth"_s, specimen.placeOfBirth);
    page.field(84, 55.5, u"Date of expiry / Expire le"_s, printed(specimen.expiresOn));
    page.painter().fillRect(QRectF(0, 65, 125, 23), QColor(250, 250, 250, 225));
    page.machineReadable(6, 74.5, mrzLines(specimen));
    page.markSpecimen(46, 66, 8);
    return page.take();
}

QImage drawCardFront(const Specimen &specimen)
{
    Page page(85.6, 54, cardLook);
    emblem(page.painter(), {70, 16}, 10, QColor(90, 150, 120, 90));
    page.text(4, 5.6, u"REPUBLIC OF UTOPIA"_s, 2.5, true);
    page.text(49, 5.6, u"IDENTITY CARD"_s, 2.5, true);
    page.portrait(specimen.holder, {4, 9, 25, 32.5}, 1);
    page.portrait(specimen.holder, {69, 34, 11, 14.3}, 0.28);
    page.field(32, 10.5, u"Surname"_s, specimen.surname);
    page.field(32, 18, u"Given names"_s, specimen.givenNames);
    page.field(32, 25.5, u"Date of birth"_s, printed(specimen.dateOfBirth));
    page.field(56, 25.5, u"Sex"_s, sexLetter(specimen));
    page.field(32, 33, u"Document No."_s, specimen.number);
    page.field(32, 40.5, u"Date of expiry"_s, printed(specimen.expiresOn));
    page.field(4, 47, u"Nationality"_s, u"UTO"_s);
    page.markSpecimen(34, 52, 6);
    return page.take();
}

QImage drawCardBack(const Specimen &specimen)
{
    Page page(85.6, 54, cardLook);
    page.field(4, 6, u"Address"_s, specimen.address);
    page.field(4, 14, u"Date of issue"_s, printed(specimen.issuedOn));
    page.field(40, 14, u"Issuing authority"_s, u"CITY OF AMAUROT"_s);
    page.painter().fillRect(QRectF(0, 29, 85.6, 25), QColor(250, 250, 250, 225));
    page.machineReadable(4.5, 36.5, mrzLines(specimen));
    page.markSpecimen(44, 27, 5);
    return page.take();
}

} // namespace scrutineer::samples

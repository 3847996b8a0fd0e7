// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/security_print.h"

#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr double pi = std::numbers::pi;

/// Lines of about a pixel take the painter's quick way, which is not slower for being long.
void polyline(QPainter &painter, const QPolygonF &points, const QColor &colour, double width)
{
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    if (width * painter.worldTransform().m11() < 1.7 && !painter.worldTransform().isRotating()) {
        pen.setWidthF(1);
        pen.setCosmetic(true);
    }
    painter.setPen(pen);
    painter.drawPolyline(points);
}

void waves(Page &page, const Paper &paper)
{
    const QSizeF size = page.size();
    const int bands = static_cast<int>(size.height() / 2.0);
    for (int band = 0; band < bands; ++band) {
        for (const bool second : {false, true}) {
            QPolygonF line;
            for (double x = -1; x <= size.width() + 1; x += 0.7) {
                const double swell = std::cos(x * 0.045 + band * 0.2) * (second ? -1 : 1);
                line << QPointF(x, size.height() * (band + 0.5) / bands +
                                       2.1 * std::sin(x * 0.21 + band * 0.37) * swell);
            }
            polyline(page.painter(), line, second ? paper.lineB : paper.lineA, 0.11);
        }
    }
}

void net(Page &page, const Paper &paper)
{
    const QSizeF size = page.size();
    for (const double slope : {0.55, -0.55}) {
        const double rise = size.width() * std::abs(slope);
        for (double start = -rise; start < size.height() + rise; start += 2.3) {
            QPolygonF line;
            for (double x = -1; x <= size.width() + 1; x += 0.8)
                line << QPointF(x, start + slope * x + 0.8 * std::sin(x * 0.5 + start));
            polyline(page.painter(), line, slope > 0 ? paper.lineA : paper.lineB, 0.1);
        }
    }
}

void rays(Page &page, const Paper &paper)
{
    const QSizeF size = page.size();
    const QPointF centre(size.width() * 0.68, size.height() * 0.42);
    for (double radius = 3; radius < size.width() * 0.8; radius += 1.5) {
        QPolygonF ring;
        const int steps = 150;
        for (int i = 0; i <= steps; ++i) {
            const double angle = 2 * pi * i / steps;
            const double r = radius + 0.9 * std::sin(angle * 14 + radius * 0.3);
            ring << centre + QPointF(std::cos(angle), std::sin(angle)) * r;
        }
        polyline(page.painter(), ring, std::fmod(radius, 3) < 1.5 ? paper.lineA : paper.lineB, 0.11);
    }
}

void rosettes(Page &page, const Paper &paper)
{
    const QSizeF size = page.size();
    const double step = size.height() / 3;
    for (int row = 0; row <= 3; ++row) {
        for (double x = row % 2 * step / 2; x < size.width() + step / 2; x += step)
            printRosette(page.painter(), {x, row * step}, step * 0.56, 11 + row % 2 * 4,
                         row % 2 == 0 ? paper.lineA : paper.lineB);
    }
}
} // namespace

void printPaper(Page &page, const Paper &paper)
{
    QLinearGradient gradient(0, 0, page.size().width(), page.size().height() * 0.3);
    gradient.setColorAt(0, paper.left);
    gradient.setColorAt(0.5, paper.middle);
    gradient.setColorAt(1, paper.right);
    page.painter().fillRect(QRectF({}, page.size()), gradient);
    switch (paper.guilloche) {
    case Guilloche::Waves:
        return waves(page, paper);
    case Guilloche::Net:
        return net(page, paper);
    case Guilloche::Rosettes:
        return rosettes(page, paper);
    case Guilloche::Rays:
        return rays(page, paper);
    }
}

void printMicrotext(Page &page, const QPointF &from, double width, const QString &words, const QColor &colour)
{
    Print print;
    print.capHeight = 0.42;
    print.colour = colour;
    print.maxWidth = width;
    const auto copies = static_cast<qsizetype>(width / (0.36 * static_cast<double>(words.size() + 1))) + 1;
    page.text(from, (words + u' ').repeated(copies), print);
}

void printRosette(QPainter &painter, const QPointF &centre, double radius, int petals, const QColor &colour)
{
    for (const double phase : {0.0, pi}) {
        QPolygonF line;
        const int steps = petals * 20;
        for (int i = 0; i <= steps; ++i) {
            const double angle = 2 * pi * i / steps;
            const double r = radius * (0.66 + 0.34 * std::sin(angle * petals + phase));
            line << centre + QPointF(std::cos(angle), std::sin(angle)) * r;
            if (i == steps)
                break;
        }
        polyline(painter, line, colour, 0.11);
        for (QPointF &point : line)
            point = centre + (point - centre) * 0.6;
        polyline(painter, line, colour, 0.11);
    }
}

void printHologram(QPainter &painter, const QPointF &centre, double radius, uint64_t seed)
{
    Random random(seed);
    const double start = random.between(0, 360);
    QConicalGradient rainbow(centre, start);
    for (int i = 0; i <= 12; ++i)
        rainbow.setColorAt(i / 12.0, QColor::fromHsvF(static_cast<float>(std::fmod(i * 2 / 12.0, 1.0)), 0.55F,
                                                      0.95F, i % 2 == 0 ? 0.30F : 0.14F));
    painter.setPen(Qt::NoPen);
    painter.setBrush(rainbow);
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(Qt::NoBrush);
    const QColor silver(235, 240, 245, 120);
    for (int ring = 3; ring <= 9; ring += 2) {
        QPolygonF star;
        for (int i = 0; i <= 32; ++i) {
            const double angle = pi * i / 16 + ring * 0.1;
            star << centre + QPointF(std::cos(angle), std::sin(angle)) * radius * ring / 9.5 *
                                 (i % 2 == 0 ? 1 : 0.82);
        }
        polyline(painter, star, ring % 4 == 1 ? silver : QColor(120, 130, 170, 80), 0.13);
    }
}

void printLandscape(Page &page, const QColor &sky, const QColor &far, const QColor &near, int ridges)
{
    const QSizeF size = page.size();
    QLinearGradient gradient(0, 0, 0, size.height());
    gradient.setColorAt(0, sky);
    gradient.setColorAt(1, Qt::white);
    page.painter().fillRect(QRectF({}, size), gradient);
    for (int ridge = 0; ridge < ridges; ++ridge) {
        const double share = ridges == 1 ? 1 : static_cast<double>(ridge) / (ridges - 1);
        const auto mixed = [&](int a, int b) { return qRound(a + (b - a) * share); };
        QPolygonF hill{QPointF(0, size.height())};
        const double base = size.height() * (0.42 + 0.2 * ridge);
        for (double x = 0; x <= size.width() + 1; x += 0.5)
            hill << QPointF(x, base - 7 / (ridge + 1.0) *
                                          (std::sin(x * 0.09 + ridge * 2) + 0.4 * std::sin(x * 0.31 + ridge) +
                                           (ridge == 0 ? 0.5 * std::abs(std::sin(x * 0.17)) : 0)));
        hill << QPointF(size.width(), size.height());
        page.painter().setPen(Qt::NoPen);
        page.painter().setBrush(QColor(mixed(far.red(), near.red()), mixed(far.green(), near.green()),
                                       mixed(far.blue(), near.blue())));
        page.painter().drawPolygon(hill);
    }
    page.painter().setBrush(Qt::NoBrush);
}

QRectF printSignature(QPainter &painter, const QRectF &inside, uint64_t seed, const QColor &ink)
{
    Random random(seed ^ 0x51f15eedULL);
    QPainterPath path;
    const int loops = random.integer(5, 11);
    const double middle = inside.center().y() + inside.height() * 0.15;
    const double step = inside.width() / (loops + 2);
    const double slant = random.between(-0.2, 0.9) * step;
    const double wildness = random.between(0.4, 1);
    // A large initial, smaller letters, and a line to end with.
    path.moveTo(inside.left() + step * random.between(0, 0.8),
                middle + inside.height() * random.between(-0.3, 0.35));
    for (int i = 0; i < loops; ++i) {
        const double x = inside.left() + step * (i + 1 + 0.4 * random.normal() * 0.4);
        const bool tall = i == 0 || random.chance(0.22);
        const double up =
            inside.height() * (tall ? random.between(0.4, 0.6) : random.between(0.08, 0.28)) * wildness;
        const double down =
            inside.height() * (random.chance(0.15) ? random.between(0.25, 0.4) : random.between(0.0, 0.14));
        path.cubicTo(x - step * random.between(-0.3, 0.9) + slant, middle - up,
                     x + step * random.between(0.1, 1.1) + slant, middle - up,
                     x + step * random.between(-0.3, 0.4), middle + down);
    }
    if (random.chance(0.5))
        path.quadTo(inside.right() - step, middle, inside.right(),
                    middle + inside.height() * random.between(-0.35, 0.2));
    else
        path.cubicTo(inside.right(), middle + 1, inside.right(), middle + inside.height() * 0.3,
                     inside.left() + step, middle + inside.height() * random.between(0.2, 0.34));
    painter.strokePath(path, QPen(ink, 0.28, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    return path.boundingRect().adjusted(-0.2, -0.2, 0.2, 0.2);
}

void printSpecimenMark(Page &page, const QPointF &at, double capHeight, double degrees)
{
    QPainter &painter = page.painter();
    painter.save();
    painter.translate(at);
    painter.rotate(degrees);
    Print print;
    print.capHeight = capHeight;
    print.bold = true;
    print.spacing = capHeight * 0.18;
    print.colour = QColor(190, 25, 60, 52);
    print.align = Qt::AlignHCenter;
    page.text({0, capHeight / 2}, u"SPECIMEN"_s, print);
    painter.restore();
}

} // namespace scrutineer::samples

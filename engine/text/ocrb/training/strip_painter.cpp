// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/ocrb/training/strip_painter.h"

#include "engine/text/ocrb/glyph_net.h"

#include <QFont>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

constexpr double drawnPitch = 32; ///< pixels
constexpr int drawnHeight = 128;
constexpr int beside = 3; ///< empty cells on both sides of the text
constexpr double readPitch = 16;

struct Face
{
    QString family;
    QString style;
    double share; ///< of all strips
};

const std::array<Face, 5> &faces()
{
    static const std::array<Face, 5> list{{{u"OCR B"_s, u"Regular"_s, 0.62},
                                           {u"OCR B S"_s, u"Sharp"_s, 0.18},
                                           {u"DejaVu Sans Mono"_s, u"Book"_s, 0.12},
                                           {u"Nimbus Mono PS"_s, u"Bold"_s, 0.04},
                                           {u"DejaVu Sans Mono"_s, u"Bold"_s, 0.04}}};
    return list;
}

/// The outline of one glyph around (0, 0): the middle of its cell, halfway up the capitals, one pitch wide.
QPainterPath outlineOf(std::size_t face, int glyph)
{
    static std::array<std::array<std::optional<QPainterPath>, glyphCount>, 5> known;
    std::optional<QPainterPath> &path = known[face][static_cast<std::size_t>(glyph)];
    if (path)
        return *path;
    QFont font(faces()[face].family);
    font.setStyleName(faces()[face].style);
    constexpr int size = 100;
    font.setPixelSize(size);
    font.setHintingPreference(QFont::PreferNoHinting);
    const QFontMetricsF metrics(font);
    QPainterPath outline;
    outline.setFillRule(Qt::WindingFill);
    outline.addText(0, 0, font, QString(QLatin1Char(glyphLetters[glyph])));
    QPainterPath capital;
    capital.addText(0, 0, font, u"H"_s);
    const double advance = metrics.horizontalAdvance(u"H"_s);
    const double middle = capital.boundingRect().center().y();
    QTransform transform = QTransform::fromScale(1 / advance, 1 / advance);
    transform.translate(-advance / 2, -middle);
    path = transform.map(outline);
    return *path;
}

double capitalHeight(std::size_t face)
{
    static std::array<double, 5> known{};
    if (known[face] == 0)
        known[face] = outlineOf(face, 'H' - 'A').boundingRect().height();
    return known[face];
}

} // namespace

bool StripPainter::hasFont()
{
    return QFontDatabase::families().contains(u"OCR B"_s);
}

double StripPainter::between(double low, double high)
{
    return low + (high - low) * static_cast<double>(m_generator() >> 11U) * 0x1p-53;
}

int StripPainter::integer(int low, int high)
{
    return low + static_cast<int>(m_generator() % static_cast<uint64_t>(high - low + 1));
}

double StripPainter::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - between(0, 1)));
    return radius * std::cos(2 * std::numbers::pi * between(0, 1));
}

std::vector<int> StripPainter::text(int length)
{
    std::vector<int> glyphs;
    double fillers = chance(0.3) ? 0.6 : 0.12;
    for (int i = 0; i < length; ++i) {
        if (chance(0.1))
            fillers = chance(0.3) ? 0.8 : 0.1;
        glyphs.push_back(chance(fillers) ? fillerClass : integer(0, glyphCount - 2));
    }
    return glyphs;
}

cv::Mat StripPainter::paintInk(const std::vector<int> &text, CellGrid &grid)
{
    double pick = between(0, 1);
    std::size_t face = 0;
    while (face + 1 < faces().size() && pick > faces()[face].share)
        pick -= faces()[face++].share;
    const double wide = between(0.84, 1.06);
    const double tall = wide * between(0.86, 1.22);
    const double lean = chance(0.3) ? between(-0.13, 0.13) : 0;
    const double weight = between(-0.035, 0.07); // of the pitch
    const int width = static_cast<int>((static_cast<double>(text.size()) + 2 * beside) * drawnPitch);
    QImage image(width, drawnHeight, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(weight > 0 ? QPen(Qt::white, weight / wide) : QPen(Qt::NoPen));
    painter.setBrush(Qt::white);
    grid.first = (beside + 0.5) * drawnPitch;
    grid.pitch = drawnPitch;
    grid.middle = drawnHeight / 2.0;
    grid.height = capitalHeight(face) * tall * drawnPitch;
    const auto write = [&](const std::vector<int> &glyphs, double shiftX, double shiftY) {
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const double x = grid.first + static_cast<double>(i) * drawnPitch + shiftX;
            painter.setTransform(QTransform(wide * drawnPitch, 0, -lean * drawnPitch, tall * drawnPitch, x,
                                            grid.middle + shiftY));
            painter.drawPath(outlineOf(face, glyphs[i]));
        }
    };
    write(text, 0, 0);
    const double apart = between(1.55, 2.6) * drawnPitch;
    if (chance(0.5))
        write(this->text(static_cast<int>(text.size())), between(-3, 3), apart);
    if (chance(0.5))
        write(this->text(static_cast<int>(text.size())), between(-3, 3), -apart);
    painter.end();
    const cv::Mat view(image.height(), image.width(), CV_8UC1, image.bits(),
                       static_cast<std::size_t>(image.bytesPerLine()));
    cv::Mat ink = view.clone();
    if (weight < 0)
        cv::erode(ink, ink, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
    return ink;
}

/// Words in common fonts instead of a zone: what a reader must not take for one.
void StripPainter::drawStrangeText(cv::Mat &ink)
{
    ink.setTo(0);
    const double size = between(0.5, 1.6);
    if (chance(0.7)) {
        std::string words;
        const int length = integer(8, 40);
        for (int i = 0; i < length; ++i)
            words += chance(0.15) ? ' ' : static_cast<char>(integer(0, 25) + (chance(0.2) ? 'A' : 'a'));
        cv::putText(ink, words, {integer(-20, 20), drawnHeight / 2 + integer(-10, 25)},
                    chance(0.5) ? cv::FONT_HERSHEY_DUPLEX : cv::FONT_HERSHEY_COMPLEX, size, 255,
                    integer(1, 4), cv::LINE_AA);
    }
    const int lines = integer(0, 6);
    for (int i = 0; i < lines; ++i)
        cv::line(ink, {integer(0, ink.cols), integer(0, ink.rows)},
                 {integer(0, ink.cols), integer(0, ink.rows)}, integer(80, 255), integer(1, 9), cv::LINE_AA);
    if (chance(0.3))
        cv::rectangle(ink, {integer(0, ink.cols), integer(0, ink.rows)},
                      {integer(0, ink.cols), integer(0, ink.rows)}, integer(40, 255), cv::FILLED);
}

cv::Mat StripPainter::ground(cv::Size size)
{
    cv::Mat_<float> ground(size);
    const double base = between(120, 250);
    const double fallX = between(-40, 40) / size.width;
    const double fallY = between(-20, 20) / size.height;
    const double depth = chance(0.5) ? between(4, 30) : 0;
    const double angle = between(0, std::numbers::pi);
    const double wave = between(0.3, 3) * readPitch / 2;
    const double phase = between(0, 6);
    const double bendy = between(0, 3);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double along = x * std::cos(angle) + y * std::sin(angle) + bendy * std::sin(x * 0.11);
            ground(y, x) =
                static_cast<float>(base + fallX * x + fallY * y + depth * std::sin(along * 2 / wave + phase));
        }
    }
    return ground;
}

/// The strip as a small picture of it, enlarged again, shows it.
cv::Mat StripPainter::degraded(const cv::Mat &ink, CellGrid &grid)
{
    const double nativePitch = 5.2 * std::pow(28 / 5.2, std::pow(between(0, 1), 1.5));
    const double scale = nativePitch / drawnPitch;
    const cv::Size small(static_cast<int>(std::ceil(ink.cols * scale)),
                         static_cast<int>(std::ceil(ink.rows * scale)));
    const double turn = between(-0.018, 0.018);
    const double shiftX = between(-0.5, 0.5);
    const double shiftY = between(-0.5, 0.5);
    cv::Mat soft;
    const double softness = 0.45 / scale * between(0.6, 1.0);
    cv::GaussianBlur(ink, soft, {}, std::max(0.4, softness));
    const cv::Mat toSmall = (cv::Mat_<double>(2, 3) << scale, 0, shiftX, turn * scale, scale,
                             shiftY - turn * scale * ink.cols / 2);
    cv::Mat print;
    cv::warpAffine(soft, print, toSmall, small, cv::INTER_LINEAR);
    print.convertTo(print, CV_32F, 1 / 255.0);
    cv::Mat paper = ground(small);
    const double black = between(0, 0.75);
    cv::Mat picture = paper.mul(1 - print * (1 - black));
    const double blur = chance(0.6) ? between(0, 0.085) * nativePitch : 0;
    if (blur > 0.2)
        cv::GaussianBlur(picture, picture, {}, blur * between(0.5, 1.5) + 0.1, blur);
    if (chance(0.2)) { // sharpened by a scanner or a phone
        cv::Mat mild;
        cv::GaussianBlur(picture, mild, {}, 0.08 * nativePitch + 0.4);
        picture = picture + between(0.3, 1.3) * (picture - mild);
    }
    const double noise = chance(0.6) ? between(0, 9) : 0;
    if (noise > 0.5) {
        for (auto pixel = picture.begin<float>(); pixel != picture.end<float>(); ++pixel)
            *pixel += static_cast<float>(noise * normal());
    }
    picture.convertTo(picture, CV_8U);
    if (chance(0.6)) {
        std::vector<uchar> bytes;
        cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, integer(45, 95)});
        picture = cv::imdecode(bytes, cv::IMREAD_GRAYSCALE);
    }
    const double enlarge = readPitch / nativePitch;
    cv::Mat strip;
    const cv::Size size(static_cast<int>(small.width * enlarge), static_cast<int>(small.height * enlarge));
    cv::resize(picture, strip, size, 0, 0, enlarge > 1 ? cv::INTER_CUBIC : cv::INTER_AREA);
    const double all = scale * enlarge;
    grid.first = (grid.first * scale + shiftX) * enlarge;
    grid.pitch *= all;
    grid.height *= all;
    grid.middle = (grid.middle * scale + shiftY - turn * scale * ink.cols / 2) * enlarge;
    grid.slope = turn;
    return strip;
}

PaintedStrip StripPainter::paint()
{
    PaintedStrip painted;
    const std::vector<int> glyphs = text(integer(10, 16));
    cv::Mat ink = paintInk(glyphs, painted.grid);
    const bool strange = chance(0.1);
    if (strange)
        drawStrangeText(ink);
    const CellGrid drawn = painted.grid;
    painted.strip = degraded(ink, painted.grid);
    CellGrid &grid = painted.grid;
    grid.first += std::clamp(normal() * 0.05, -0.13, 0.13) * grid.pitch;
    grid.middle += std::clamp(normal() * 0.04, -0.1, 0.1) * grid.height;
    grid.height *= between(0.9, 1.12);
    grid.slope += between(-0.004, 0.004);
    const int last = static_cast<int>(glyphs.size());
    for (int i = -2; i < last + 2; ++i) {
        painted.indices.push_back(i);
        const bool outside = i < 0 || i >= last;
        painted.labels.push_back(outside || strange ? nothingClass : glyphs[static_cast<std::size_t>(i)]);
    }
    // Half a pitch or a line off is no character either.
    if (!strange && chance(0.07)) {
        const bool sideways = chance(0.5);
        grid.first += sideways ? 0.5 * grid.pitch : 0;
        grid.middle += sideways ? 0 : (chance(0.5) ? 0.75 : -0.75) * grid.height;
        std::fill(painted.labels.begin(), painted.labels.end(), nothingClass);
    }
    Q_UNUSED(drawn)
    return painted;
}

} // namespace scrutineer::text

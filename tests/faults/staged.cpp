// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/staged.h"

#include "engine/samples/specimen/document.h"
#include "tests/image/support/scenes.h"

#include <QImage>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::test {

namespace {

const QDate today(2026, 11, 20);

cv::Point2d pointAt(const QPolygonF &quad, double x, double y)
{
    const QPointF upper = quad[0] * (1 - x) + quad[1] * x;
    const QPointF lower = quad[3] * (1 - x) + quad[2] * x;
    const QPointF point = upper * (1 - y) + lower * y;
    return {point.x(), point.y()};
}

double widthOf(const QPolygonF &quad)
{
    return std::hypot(quad[1].x() - quad[0].x(), quad[1].y() - quad[0].y());
}

cv::Mat documentMask(const Staged &photo)
{
    std::vector<cv::Point> corners;
    for (const QPointF &corner : photo.quad)
        corners.emplace_back(qRound(corner.x()), qRound(corner.y()));
    cv::Mat mask = cv::Mat::zeros(photo.bgr.size(), CV_8U);
    cv::fillConvexPoly(mask, corners, 255);
    return mask;
}

/// Paints a colour, or darkens by it, where the mask (CV_32F, 0 to 1) is.
void paint(cv::Mat &bgr, const cv::Mat &mask, const cv::Vec3d &colour, bool multiply)
{
    for (int row = 0; row < bgr.rows; ++row) {
        const auto *share = mask.ptr<float>(row);
        auto *pixels = bgr.ptr<cv::Vec3b>(row);
        for (int column = 0; column < bgr.cols; ++column) {
            for (int channel = 0; share[column] > 0 && channel < 3; ++channel) {
                const double now = pixels[column][channel];
                const double then = multiply ? now * colour[channel] : colour[channel];
                pixels[column][channel] =
                    cv::saturate_cast<uchar>(now + (then - now) * double(share[column]));
            }
        }
    }
}

cv::Mat polygonMask(const cv::Size &size, const std::vector<cv::Point2d> &corners, double soft)
{
    std::vector<cv::Point> points;
    for (const cv::Point2d &corner : corners)
        points.emplace_back(int(corner.x), int(corner.y));
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    cv::fillPoly(mask, std::vector{points}, 255, cv::LINE_AA);
    mask.convertTo(mask, CV_32F, 1 / 255.0);
    if (soft > 0)
        cv::GaussianBlur(mask, mask, {}, soft);
    return mask;
}

/// A half plane or a hand's broad outline that comes in from a side and covers `depth` of the document.
cv::Mat shadowMask(const Staged &photo, double depth, cv::RNG &random)
{
    const double slant = random.uniform(-0.35, 0.35);
    const bool blob = random.uniform(0, 3) == 0;
    std::vector<cv::Point2d> outline; // in shares of the document, from the left
    if (blob) {
        const double middle = random.uniform(0.2, 0.8);
        for (int i = 0; i <= 24; ++i) {
            const double angle = std::numbers::pi * (i / 24.0 - 0.5);
            outline.emplace_back(depth * 1.7 * std::cos(angle), middle + 0.42 * std::sin(angle));
        }
        outline.emplace_back(-0.5, middle + 0.42);
        outline.emplace_back(-0.5, middle - 0.42);
    } else {
        outline = {{-0.6, -0.6}, {depth - slant, -0.6}, {depth + slant, 1.6}, {-0.6, 1.6}};
    }
    const int side = random.uniform(0, 4);
    for (cv::Point2d &point : outline) {
        if (side == 1)
            point = {1 - point.x, point.y};
        else if (side == 2)
            point = {point.y, point.x};
        else if (side == 3)
            point = {point.y, 1 - point.x};
        point = pointAt(photo.quad, point.x, point.y);
    }
    const double soft = widthOf(photo.quad) * std::exp(random.uniform(std::log(0.002), std::log(0.025)));
    return polygonMask(photo.bgr.size(), outline, soft);
}

const std::array<cv::Vec3d, 4> skins{
    cv::Vec3d(150, 175, 222), {115, 145, 198}, {80, 110, 165}, {52, 72, 112}};

/// A finger from outside whose tip lies at a point: rounded, shaded across, with its shadow.
cv::Mat addFinger(Staged &photo, const cv::Point2d &tip, const cv::Point2d &from, double radius,
                  cv::RNG &random)
{
    cv::Mat mask = cv::Mat::zeros(photo.bgr.size(), CV_8U);
    cv::line(mask, from, tip, 255, int(2 * radius), cv::LINE_AA);
    cv::circle(mask, tip, int(radius), 255, cv::FILLED, cv::LINE_AA);
    cv::Mat soft;
    mask.convertTo(soft, CV_32F, 1 / 255.0);
    cv::Mat shade;
    cv::GaussianBlur(soft, shade, {}, radius * 0.25);
    cv::GaussianBlur(soft, soft, {}, 1.2);
    paint(photo.bgr, shade, {0.72, 0.72, 0.72}, true);
    const cv::Vec3d skin = skins[std::size_t(random.uniform(0, 4))];
    cv::Mat distance;
    cv::distanceTransform(mask > 127, distance, cv::DIST_L2, 3);
    cv::Mat relief;
    cv::pow(distance / radius, 0.35, relief);
    const cv::Mat before = photo.bgr.clone();
    paint(photo.bgr, soft, skin, false);
    for (int row = 0; row < photo.bgr.rows; ++row) {
        for (int column = 0; column < photo.bgr.cols; ++column) {
            if (mask.at<uchar>(row, column) == 0)
                continue;
            const double light =
                0.62 + 0.4 * std::min(1.0F, relief.at<float>(row, column)) + random.gaussian(0.012);
            auto &pixel = photo.bgr.at<cv::Vec3b>(row, column);
            const auto share = double(soft.at<float>(row, column));
            for (int channel = 0; channel < 3; ++channel)
                pixel[channel] = cv::saturate_cast<uchar>(
                    skin[channel] * light * share + before.at<cv::Vec3b>(row, column)[channel] * (1 - share));
        }
    }
    return mask;
}

struct Reach
{
    cv::Point2d tip;
    cv::Point2d from;
};

/// A point `depth` (of the width) inside a side, and one far outside it.
Reach reachOver(const Staged &photo, double depth, cv::RNG &random)
{
    const double along = random.uniform(0.15, 0.85);
    const double lean = random.uniform(-0.25, 0.25);
    const double aspect = widthOf(photo.quad) / std::hypot(photo.quad[3].x() - photo.quad[0].x(),
                                                           photo.quad[3].y() - photo.quad[0].y());
    switch (random.uniform(0, 4)) {
    case 0:
        return {pointAt(photo.quad, depth, along), pointAt(photo.quad, -0.7, along + lean)};
    case 1:
        return {pointAt(photo.quad, 1 - depth, along), pointAt(photo.quad, 1.7, along + lean)};
    case 2:
        return {pointAt(photo.quad, along, depth * aspect), pointAt(photo.quad, along + lean, -0.9)};
    default:
        return {pointAt(photo.quad, along, 1 - depth * aspect), pointAt(photo.quad, along + lean, 1.9)};
    }
}

double byStrength(Strength strength, double weak, double medium, double strong)
{
    return strength == Strength::Weak ? weak : strength == Strength::Medium ? medium : strong;
}

void setRegion(Staged &photo, const cv::Mat &mask)
{
    photo.region = mask & documentMask(photo);
}

void mix(cv::Mat &bgr, const cv::Vec3d &tint, double share)
{
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    for (int row = 0; row < bgr.rows; ++row) {
        for (int column = 0; column < bgr.cols; ++column) {
            auto &pixel = bgr.at<cv::Vec3b>(row, column);
            for (int channel = 0; channel < 3; ++channel)
                pixel[channel] = cv::saturate_cast<uchar>(
                    pixel[channel] * (1 - share) + grey.at<uchar>(row, column) * tint[channel] * share);
        }
    }
}

} // namespace

std::vector<cv::Mat> flatDocuments(int perDesign)
{
    std::vector<cv::Mat> flats;
    for (int i = 0; i < perDesign * samples::designCount; ++i) {
        const auto design = samples::DocumentDesign(i % samples::designCount);
        samples::Random random(4711 + std::uint64_t(i));
        const auto language = samples::Language(i % 18);
        const samples::Identity holder = samples::makeIdentity(language, today, random);
        const auto drawn =
            samples::drawDocument(samples::makeDocument(design, language, holder, today, random), 8);
        const QImage flat = drawn.front.convertToFormat(QImage::Format_BGR888);
        flats.push_back(cv::Mat(flat.height(), flat.width(), CV_8UC3, const_cast<uchar *>(flat.constBits()),
                                std::size_t(flat.bytesPerLine()))
                            .clone());
    }
    return flats;
}

Staged laidDown(const cv::Mat &document, std::uint64_t seed)
{
    using image::test::Background;
    cv::RNG random(seed * 104729 + 5);
    for (int i = 0; i < 8; ++i)
        random.next();
    constexpr std::array grounds{Background::Plain, Background::Dark, Background::Wood, Background::Fabric,
                                 Background::Clutter};
    const cv::Size frame(1600, 1200);
    const double aspect = double(document.cols) / document.rows;
    const int width =
        int(std::min(frame.width * 0.8, frame.height * 0.8 * aspect) * random.uniform(0.75, 1.0));
    auto scene =
        image::test::placed(document, frame, width, random.uniform(-7.0, 7.0), grounds[seed % 5], seed);
    Staged photo{scene.bgr, scene.quad, {}, {}};
    const cv::Vec3d balance(random.uniform(0.86, 1.06), random.uniform(0.94, 1.0), random.uniform(0.9, 1.06));
    const double slope = random.uniform(0.0, 0.2);
    const double angle = random.uniform(0.0, 2 * std::numbers::pi);
    const double fall = random.uniform(0.05, 0.2);
    for (int row = 0; row < frame.height; ++row) {
        auto *pixels = photo.bgr.ptr<cv::Vec3b>(row);
        for (int column = 0; column < frame.width; ++column) {
            const double x = 2.0 * column / frame.width - 1;
            const double y = 2.0 * row / frame.width - 0.75;
            const double light =
                1 - fall * (x * x + y * y) + slope * 0.5 * (x * std::cos(angle) + y * std::sin(angle));
            for (int channel = 0; channel < 3; ++channel)
                pixels[column][channel] =
                    cv::saturate_cast<uchar>(pixels[column][channel] * light * balance[channel]);
        }
    }
    return photo;
}

Staged nearMiss(Staged photo, std::uint64_t seed)
{
    cv::RNG random(seed * 7 + 3);
    random.next();
    if (seed % 2 == 0) { // a shadow that ends before the document
        cv::Mat mask = polygonMask(photo.bgr.size(),
                                   {pointAt(photo.quad, -0.9, -0.9), pointAt(photo.quad, -0.06, -0.9),
                                    pointAt(photo.quad, -0.06, 1.9), pointAt(photo.quad, -0.9, 1.9)},
                                   4);
        paint(photo.bgr, mask, {0.6, 0.6, 0.6}, true);
        photo.name = QStringLiteral("shadow beside");
    } else { // a finger that touches the edge from outside
        const cv::Point2d tip = pointAt(photo.quad, -0.09, random.uniform(0.2, 0.8));
        addFinger(photo, tip, pointAt(photo.quad, -0.8, 0.5), 0.08 * widthOf(photo.quad), random);
        photo.name = QStringLiteral("finger beside");
    }
    return photo;
}

Staged shadowed(Staged photo, Strength strength, std::uint64_t seed)
{
    cv::RNG random(seed * 31 + 7);
    random.next();
    const double factor = byStrength(strength, 0.8, 0.66, 0.48);
    const cv::Mat mask = shadowMask(photo, random.uniform(0.2, 0.5), random);
    paint(photo.bgr, mask, {std::min(1.0, factor * 1.03), factor, factor * 0.98}, true);
    setRegion(photo, mask > 0.5);
    photo.name = QStringLiteral("shadow");
    return photo;
}

Staged fingered(Staged photo, Strength strength, std::uint64_t seed)
{
    cv::RNG random(seed * 37 + 11);
    random.next();
    const double radius = byStrength(strength, 0.045, 0.07, 0.09);
    const double depth = byStrength(strength, 0.03, 0.09, 0.2) - radius;
    const Reach reach = reachOver(photo, depth, random);
    setRegion(photo, addFinger(photo, reach.tip, reach.from, radius * widthOf(photo.quad), random));
    photo.name = QStringLiteral("finger");
    return photo;
}

Staged coveredByThing(Staged photo, Strength strength, std::uint64_t seed)
{
    cv::RNG random(seed * 41 + 13);
    random.next();
    const std::array<cv::Vec3d, 5> colours{
        cv::Vec3d(235, 238, 240), {60, 170, 235}, {40, 40, 45}, {150, 70, 40}, {90, 200, 120}};
    const cv::Vec3d colour = colours[std::size_t(random.uniform(0, 5))];
    const double depth = byStrength(strength, 0.05, 0.12, 0.25);
    const Reach reach = reachOver(photo, depth, random);
    const cv::Point2d along = reach.tip - reach.from;
    const double length = cv::norm(along);
    const bool pen = seed % 3 == 0;
    const double half = (pen ? 0.018 : 0.12) * widthOf(photo.quad);
    const cv::Point2d aside(-along.y / length * half, along.x / length * half);
    const cv::Point2d further = pen ? along * (0.25 / length * widthOf(photo.quad)) : cv::Point2d();
    const std::vector<cv::Point2d> outline{reach.from + aside, reach.tip + further + aside,
                                           reach.tip + further - aside, reach.from - aside};
    paint(photo.bgr, polygonMask(photo.bgr.size(), outline, 5), {0.8, 0.8, 0.8}, true);
    const cv::Mat mask = polygonMask(photo.bgr.size(), outline, 0.8);
    paint(photo.bgr, mask, colour, false);
    cv::Mat noise(photo.bgr.size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0, 2);
    cv::add(photo.bgr, noise, photo.bgr, {}, CV_8U);
    setRegion(photo, mask > 0.5);
    photo.name = pen ? QStringLiteral("pen") : QStringLiteral("paper");
    return photo;
}

Staged cutOff(Staged photo, Strength strength, std::uint64_t seed)
{
    const double depth = byStrength(strength, 0.02, 0.06, 0.15);
    QRectF kept(0, 0, photo.bgr.cols, photo.bgr.rows);
    const double x = depth * photo.quad.boundingRect().width();
    const double y = depth * photo.quad.boundingRect().height();
    const QRectF box = photo.quad.boundingRect();
    switch (seed % 4) {
    case 0:
        kept.setLeft(box.left() + x);
        break;
    case 1:
        kept.setRight(box.right() - x);
        break;
    case 2:
        kept.setTop(box.top() + y);
        break;
    default:
        kept.setBottom(box.bottom() - y);
    }
    photo.bgr =
        photo.bgr(cv::Rect(int(kept.x()), int(kept.y()), int(kept.width()), int(kept.height()))).clone();
    photo.quad.translate(-int(kept.x()), -int(kept.y()));
    photo.name = QStringLiteral("cut");
    return photo;
}

Staged filtered(Staged photo, Strength strength, std::uint64_t seed)
{
    cv::Mat &bgr = photo.bgr;
    switch (seed % 6) {
    case 0:
        mix(bgr, {1, 1, 1}, byStrength(strength, 0.8, 0.95, 1));
        photo.name = QStringLiteral("grey");
        break;
    case 1:
        mix(bgr, {0.72, 0.95, 1.1}, byStrength(strength, 0.8, 0.95, 1));
        photo.name = QStringLiteral("sepia");
        break;
    case 2: {
        mix(bgr, {1, 1, 1}, byStrength(strength, 0.8, 0.95, 1));
        for (auto pixel = bgr.begin<cv::Vec3b>(); pixel != bgr.end<cv::Vec3b>(); ++pixel) {
            const double light = (*pixel)[1] / 255.0;
            *pixel = cv::Vec3b(cv::saturate_cast<uchar>((*pixel)[0] * light + 90 * (1 - light)),
                               cv::saturate_cast<uchar>((*pixel)[1] * (0.8 + 0.1 * light)),
                               cv::saturate_cast<uchar>((*pixel)[2] * (0.5 + 0.5 * light)));
        }
        photo.name = QStringLiteral("duotone");
        break;
    }
    case 3: {
        const double gain = byStrength(strength, 1.4, 1.9, 2.6);
        bgr.convertTo(bgr, CV_8UC3, gain, 128 - 135 * gain);
        photo.name = QStringLiteral("contrast");
        break;
    }
    case 4: {
        const double gain = byStrength(strength, 0.6, 0.4, 0.25);
        bgr.convertTo(bgr, CV_8UC3, gain, 190 - 150 * gain);
        photo.name = QStringLiteral("faded");
        break;
    }
    default:
        mix(bgr, {1, 1, 1}, -byStrength(strength, 0.8, 1.8, 3));
        photo.name = QStringLiteral("saturated");
    }
    return photo;
}

cv::Mat asStored(const cv::Mat &bgr)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, 88});
    return cv::imdecode(bytes, cv::IMREAD_COLOR);
}

} // namespace scrutineer::test

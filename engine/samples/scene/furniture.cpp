// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/furniture.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace scrutineer::samples {

namespace {
/// Books and other things on a board, from left on.
void paintThings(RoomBrush &brush, double left, double floor, double width, double high)
{
    Random &random = brush.random();
    double x = left + 0.01;
    while (x < left + width - 0.03) {
        const double kind = random.between(0, 1);
        if (kind < 0.55) { // a few books of one height
            const double tall = high * random.between(0.5, 0.9);
            for (int k = random.integer(2, 7); k > 0 && x < left + width - 0.02; --k) {
                const double thick = random.between(0.010, 0.026);
                const double own = tall * random.between(0.88, 1.05);
                const cv::Vec3d cover = brush.faded(30, 170);
                brush.box(x, floor - own, thick, own, cover * 0.8);
                brush.box(x + 0.002, floor - own, thick - 0.004, own, cover);
                x += thick;
            }
        } else if (kind < 0.7) {
            const double wide = random.between(0.05, 0.12);
            brush.box(x, floor - high * 0.55, wide, high * 0.55, brush.faded(60, 190));
            x += wide;
        } else if (kind < 0.85) {
            const double wide = random.between(0.02, 0.045);
            brush.blob(x + wide, floor - wide, wide, wide * 1.1, 0, brush.faded(60, 220));
            x += 2 * wide;
        }
        x += random.between(0.005, 0.06);
    }
}
} // namespace

void paintShelves(RoomBrush &brush)
{
    Random &random = brush.random();
    const double left = random.chance(0.5) ? random.between(-0.3, 0.05) : random.between(0.5, 0.85);
    const double width = random.between(0.35, 0.65);
    const double top = random.between(-0.1, 0.3);
    const double step = random.between(0.12, 0.22);
    const int count = random.integer(1, 5);
    const cv::Vec3d wood = brush.faded(60, 210);
    const bool closed = random.chance(0.5);
    if (closed) {
        brush.shadow(left, top, width, step * count);
        brush.box(left, top, width, step * count + 0.02, wood * 0.62);
    }
    for (int k = 1; k <= count; ++k) {
        paintThings(brush, left, top + k * step, width, step * 0.85);
        brush.box(left, top + k * step, width, 0.016, wood);
        brush.box(left, top + k * step + 0.016, width, 0.006, wood * 0.6);
    }
    if (closed) {
        brush.box(left - 0.012, top - 0.02, 0.018, step * count + 0.04, wood * 0.9);
        brush.box(left + width, top - 0.02, 0.018, step * count + 0.04, wood * 1.05);
    }
}

void paintWardrobe(RoomBrush &brush)
{
    Random &random = brush.random();
    const double left = random.between(-0.1, 0.85);
    const double width = random.between(0.24, 0.34);
    const double top = random.between(-0.2, 0.2);
    const cv::Vec3d wood = brush.faded(70, 215);
    brush.shadow(left, top, width, 1.2);
    brush.box(left - 0.02, top - 0.02, width + 0.04, 1.3, wood * 0.82);
    const int doors = random.integer(1, 3);
    for (int k = 0; k < doors; ++k) {
        const double x = left + width * k / doors;
        const double wide = width / doors - 0.006;
        brush.box(x, top, wide, 1.3, wood);
        brush.box(x + 0.15 * wide, top + 0.06, 0.7 * wide, 0.30, wood * 0.94);
        brush.box(x + 0.17 * wide, top + 0.07, 0.66 * wide, 0.28, wood * 1.02);
        brush.box(x + (k % 2 == 0 ? 0.88 : 0.06) * wide, top + 0.5, 0.012, 0.05, wood * 0.4);
    }
}

void paintFrames(RoomBrush &brush)
{
    Random &random = brush.random();
    const double left = random.between(0, 0.7);
    for (int k = random.integer(1, 4); k > 0; --k) {
        const double x = left + random.between(-0.2, 0.3);
        const double y = random.between(0.03, 0.4);
        const double wide = random.between(0.07, 0.24);
        const double high = wide * random.between(0.5, 1.1);
        const cv::Vec3d rim = brush.faded(20, 220);
        brush.shadow(x, y, wide, high);
        brush.box(x, y, wide, high, rim);
        brush.box(x + 0.012, y + 0.01, wide - 0.024, high - 0.02, cv::Vec3d(224, 228, 230));
        const cv::Vec3d sky = brush.faded(90, 220);
        brush.box(x + 0.03, y + 0.025, wide - 0.06, high - 0.05, sky);
        brush.box(x + 0.03, y + high * 0.55, wide - 0.06, high * 0.45 - 0.025, brush.faded(40, 150));
    }
}

void paintLamp(RoomBrush &brush)
{
    Random &random = brush.random();
    const double x = random.between(0.02, 0.98);
    const double y = random.between(0.05, 0.5);
    brush.box(x - 0.004, y, 0.008, 1, cv::Vec3d(60, 64, 70));
    const double wide = random.between(0.04, 0.09);
    const cv::Vec3d warm(150, 205, 245);
    const std::array<cv::Point, 4> shade{
        brush.at(x - 0.7 * wide, y - wide * 0.6), brush.at(x + 0.7 * wide, y - wide * 0.6),
        brush.at(x + wide, y + wide * 0.5), brush.at(x - wide, y + wide * 0.5)};
    cv::fillConvexPoly(brush.picture(), shade.data(), 4, cv::Scalar(warm), cv::LINE_AA);
    brush.glow(x, y, 0.10, {70, 80, 90});
    brush.glow(x, y, 0.45, {14, 38, 58});
}

void paintPlant(RoomBrush &brush)
{
    Random &random = brush.random();
    const double x = random.between(0, 1);
    const double y = random.between(0.35, 0.8);
    const double reach = random.between(0.10, 0.24);
    const cv::Vec3d green(50, random.between(80, 120), 64);
    for (int k = 0; k < 60; ++k) {
        const double angle = random.between(0, 360);
        const double far = reach * std::sqrt(random.between(0, 1));
        const double turn = angle * 3.1416 / 180;
        brush.blob(x + far * std::cos(turn), y + far * std::sin(turn) * 0.8, reach * 0.26, reach * 0.06,
                   angle + random.between(-30, 30), green * random.between(0.45, 1.5));
    }
    brush.box(x - 0.06, y + reach * 0.7, 0.12, 0.5, brush.faded(60, 200));
}

void paintSofa(RoomBrush &brush)
{
    Random &random = brush.random();
    const cv::Vec3d cloth = brush.faded(40, 170);
    const double top = random.between(0.55, 0.75);
    const double left = random.between(-0.4, 0.2);
    brush.blob(left + 0.5, top + 0.3, 0.62, 0.3, 0, cloth * 0.85);
    brush.box(left - 0.1, top + 0.06, 1.2, 0.6, cloth);
    for (int k = random.integer(1, 3); k > 0; --k)
        brush.blob(random.between(0, 1), top + 0.12, 0.11, 0.09, random.between(-25, 25),
                   brush.faded(60, 220));
}

void paintCoats(RoomBrush &brush)
{
    Random &random = brush.random();
    const double left = random.between(0, 0.8);
    brush.box(left - 0.04, 0.2, 0.4, 0.02, brush.faded(60, 200));
    for (int k = random.integer(2, 5); k > 0; --k) {
        const double x = left + random.between(0, 0.3);
        const cv::Vec3d cloth = brush.faded(25, 170);
        brush.blob(x, 0.36, 0.07, 0.14, random.between(-8, 8), cloth * 0.85);
        brush.box(x - 0.06, 0.36, 0.12, random.between(0.2, 0.5), cloth);
        brush.box(x - 0.02, 0.36, 0.012, 0.3, cloth * 0.7);
    }
}

} // namespace scrutineer::samples

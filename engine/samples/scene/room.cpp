// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/room.h"

#include "engine/samples/portrait_canvas.h"
#include "engine/samples/scene/furniture.h"
#include "engine/samples/scene/room_brush.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace scrutineer::samples {

namespace {
void paintWall(RoomBrush &brush)
{
    Random &random = brush.random();
    const std::array<cv::Vec3d, 8> tones{cv::Vec3d{206, 212, 216}, {178, 192, 200}, {212, 208, 200},
                                         {150, 160, 170},          {186, 196, 186}, {120, 132, 142},
                                         {196, 200, 214},          {92, 96, 100}};
    const cv::Vec3d tone = random.pick(tones);
    brush.fill(tone);
    if (random.chance(0.45)) { // a corner: the other wall has other light
        const double x = random.between(-0.1, 1.1);
        brush.box(x, -0.1, 1.3, 1.3, tone * random.between(0.72, 0.93));
    }
    if (random.chance(0.4)) { // the ceiling
        const double y = random.between(0.02, 0.16);
        const cv::Vec3d white(214, 218, 220);
        brush.box(-0.1, -0.1, 1.3, y + 0.1, white * random.between(0.8, 1.0));
        brush.box(-0.1, y, 1.3, 0.008, white * 0.85);
    }
    const bool left = random.chance(0.5);
    const double light = random.between(15, 55);
    brush.glow(left ? -0.1 : 1.1, random.between(0.1, 0.7), 0.8, {light * 0.9, light, light});
    brush.glow(left ? 1.1 : -0.1, random.between(0.6, 1.1), 0.9, cv::Vec3d::all(-1.1 * light));
}

void paintCurtain(RoomBrush &brush, double left, double width)
{
    Random &random = brush.random();
    const cv::Vec3d cloth = brush.faded(70, 215);
    const double folds = width * random.between(28, 60);
    const double start = random.between(0, 6);
    constexpr int strips = 90;
    for (int k = 0; k < strips; ++k) {
        const double t = k / double(strips);
        const double wave = std::sin(6.283 * folds * t + start + 1.5 * std::sin(9 * t + start));
        brush.box(left + width * t, -0.05, width / strips + 0.004, 1.1, cloth * (0.84 + 0.16 * wave));
    }
}

void paintWindow(RoomBrush &brush)
{
    Random &random = brush.random();
    const double left = random.between(-0.15, 0.8);
    const double width = random.between(0.22, 0.5);
    const double top = random.between(-0.15, 0.12);
    const double height = random.between(0.35, 0.7);
    const cv::Vec3d frame = cv::Vec3d(226, 230, 232) * random.between(0.5, 1);
    brush.box(left - 0.02, top - 0.015, width + 0.04, height + 0.03, frame);
    const double bright = random.between(0.75, 1);
    brush.box(left, top, width, height, cv::Vec3d(255, 250, 240) * bright);
    if (random.chance(0.6)) { // what is outside
        const double horizon = random.between(0.3, 0.7);
        for (int k = 0; k < 14; ++k)
            brush.blob(left + width * random.between(0, 1), top + height * (horizon + random.between(0, 0.5)),
                       width * 0.16, height * 0.14, 0, cv::Vec3d(196, 214, 206) * random.between(0.85, 1.15));
        brush.soften({brush.at(left, top), brush.at(left + width, top + height)}, 40);
        const cv::Rect sill =
            cv::Rect(brush.at(left - 0.3, top + height), brush.at(left + width + 0.3, top + height + 0.25));
        cv::rectangle(brush.picture(), sill, cv::Scalar(frame * 0.8), cv::FILLED);
    }
    for (double x = 0.5; x < 1 && random.chance(0.7); x += 0.5)
        brush.box(left + width * x - 0.008, top, 0.016, height, frame);
    if (random.chance(0.6)) {
        const double cover = random.between(0.08, 0.22);
        paintCurtain(brush, left - 0.06, cover);
        paintCurtain(brush, left + width - cover + 0.06, cover);
    }
    const double light = 60 * bright;
    brush.glow(left + width / 2, top + height / 2, width * 1.2, {light, light * 0.97, light * 0.92});
}

void paintTiles(RoomBrush &brush)
{
    Random &random = brush.random();
    const cv::Vec3d tile = brush.faded(130, 225);
    const double wide = random.between(0.08, 0.2);
    const double high = wide * random.between(0.4, 1) * brush.picture().cols / brush.picture().rows;
    const double top = random.chance(0.5) ? -0.1 : random.between(0.2, 0.5);
    for (double y = top; y < 1.1; y += high) {
        for (double x = -0.2 + wide * 0.5 * random.integer(0, 1); x < 1.1; x += wide)
            brush.box(x, y, wide - 0.004, high - 0.004, tile * random.between(0.95, 1.05));
    }
}

void paintStreet(RoomBrush &brush)
{
    Random &random = brush.random();
    const double bright = random.between(0.7, 1);
    brush.fill(cv::Vec3d(238, 226, 210) * bright);
    const double ground = random.between(0.6, 0.8);
    for (double x = -0.1; x < 1.1;) { // houses
        const double wide = random.between(0.15, 0.4);
        const double top = random.between(0.0, 0.45);
        const cv::Vec3d wall = brush.faded(90, 190);
        brush.box(x, top, wide, 1, wall);
        for (double y = top + 0.04; y < ground - 0.08; y += 0.1) {
            for (double w = x + 0.03; w < x + wide - 0.05; w += 0.075)
                brush.box(w, y, 0.035, 0.055, wall * random.between(0.35, 0.7));
        }
        x += wide;
    }
    for (int k = random.integer(0, 3); k > 0; --k) { // trees
        const double x = random.between(0, 1);
        const double y = random.between(0.2, 0.5);
        for (int leaf = 0; leaf < 50; ++leaf)
            brush.blob(x + 0.10 * random.normal(), y + 0.10 * random.normal(), 0.04, 0.025,
                       random.between(0, 180), cv::Vec3d(60, 105, 84) * random.between(0.4, 1.4));
        brush.box(x - 0.012, y + 0.1, 0.024, 0.6, cv::Vec3d(50, 60, 70));
    }
    brush.box(-0.1, ground, 1.2, 0.5, cv::Vec3d(128, 130, 132) * random.between(0.7, 1.2));
    brush.soften({{}, brush.picture().size()}, 90);
}

/// In a car: the window beside, the head-rest behind.
void paintSeat(RoomBrush &brush)
{
    Random &random = brush.random();
    brush.fill(cv::Vec3d::all(random.between(70, 150)));
    const bool left = random.chance(0.5);
    const double x = left ? -0.2 : 0.72;
    brush.box(x, 0.1, 0.48, 0.5, cv::Vec3d(244, 240, 232));
    for (int k = 0; k < 16; ++k)
        brush.blob(x + random.between(0, 0.48), random.between(0.35, 0.6), 0.06, 0.05, 0,
                   cv::Vec3d(170, 190, 180) * random.between(0.6, 1.2));
    brush.soften({brush.at(x, 0.1), brush.at(x + 0.48, 0.6)}, 40);
    brush.box(x - 0.1, 0.6, 0.7, 0.6, cv::Vec3d::all(random.between(30, 70)));
    const cv::Vec3d leather = brush.faded(60, 130);
    brush.blob(0.5, 0.38, 0.24, 0.15, 0, leather * 0.9);
    brush.box(0.10, 0.60, 0.80, 0.6, leather);
    brush.glow(x + 0.24, 0.35, 0.4, cv::Vec3d::all(45));
}

/// The camera is never quite level, and hardly ever square to the wall.
void tilt(cv::Mat &picture, Random &random)
{
    const auto w = static_cast<float>(picture.cols);
    const auto h = static_cast<float>(picture.rows);
    const std::array<cv::Point2f, 4> to{cv::Point2f(0, 0), {w, 0}, {w, h}, {0, h}};
    std::array<cv::Point2f, 4> from = to;
    const double turn = random.between(-0.06, 0.06);
    for (cv::Point2f &corner : from) {
        const cv::Point2f d(corner.x - w / 2, corner.y - h / 2);
        const auto c = static_cast<float>(0.9 * std::cos(turn));
        const auto s = static_cast<float>(0.9 * std::sin(turn));
        corner = {w / 2 + d.x * c - d.y * s + static_cast<float>(random.between(-0.04, 0.04)) * w,
                  h / 2 + d.x * s + d.y * c + static_cast<float>(random.between(-0.04, 0.04)) * h};
    }
    cv::warpPerspective(picture, picture, cv::getPerspectiveTransform(from.data(), to.data()), picture.size(),
                        cv::INTER_LINEAR, cv::BORDER_REPLICATE);
}
} // namespace

cv::Mat paintRoom(cv::Size size, Random &random)
{
    cv::Mat picture(size, CV_8UC3);
    RoomBrush brush(picture, random);
    const double where = random.between(0, 1);
    if (where < 0.10) {
        paintStreet(brush);
    } else if (where < 0.16) {
        paintSeat(brush);
    } else {
        paintWall(brush);
        using Thing = void (*)(RoomBrush &);
        constexpr std::array<Thing, 9> things{paintTiles,   paintWindow, paintWardrobe,
                                              paintShelves, paintFrames, paintCoats,
                                              paintSofa,    paintLamp,   paintPlant};
        constexpr std::array often{0.10, 0.35, 0.35, 0.28, 0.40, 0.12, 0.25, 0.20, 0.22};
        for (size_t k = 0; k < things.size(); ++k) {
            if (random.chance(often[k]))
                things[k](brush);
        }
        if (random.chance(0.10))
            paintCurtain(brush, random.between(-0.5, 0.6), random.between(0.3, 1.2));
    }
    tilt(picture, random);
    const cv::Mat uneven = smoothNoise(size, size.width / 5.0, size.height / 5.0, random.generator()());
    for (int j = 0; j < picture.rows; ++j) {
        for (int i = 0; i < picture.cols; ++i)
            picture.at<cv::Vec3b>(j, i) *= 1 + 0.05 * static_cast<double>(uneven.at<float>(j, i));
    }
    cv::GaussianBlur(picture, picture, {}, size.width / random.between(70, 220));
    return picture;
}

} // namespace scrutineer::samples

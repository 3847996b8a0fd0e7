// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait.h"

#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace scrutineer::samples {

namespace {
/// What the head's own canvas shows.
Region headRegion(const Person &person)
{
    const bool falls = person.hairStyle == HairStyle::Long || person.hairStyle == HairStyle::Bob;
    return {-1.55, highestHair, 1.55, falls ? std::max(1.5, person.hairLength + 0.15) : 1.5};
}

/// The shot with its light as the head sees it.
Shot seenByHead(const Shot &shot)
{
    const double cy = std::cos(-shot.yaw);
    const double sy = std::sin(-shot.yaw);
    const cv::Vec3d &light = shot.light;
    cv::Vec3d turned(light[0] * cy + light[2] * sy, light[1], -light[0] * sy + light[2] * cy);
    const double cp = std::cos(shot.pitch);
    const double sp = std::sin(shot.pitch);
    turned = {turned[0], turned[1] * cp + turned[2] * sp, -turned[1] * sp + turned[2] * cp};
    Shot own = shot;
    own.light = turned / cv::norm(turned);
    return own;
}

/// How this face departs from all others beyond what Person names: each place is drawn from a little beside
/// itself, by about 2 mm, mostly the same on both sides.
struct OwnShape
{
    static constexpr double feature = 0.40;
    static constexpr double strength = 0.036; // units

    OwnShape(const PortraitCanvas &canvas, const Person &person)
        : across(ownNoise(canvas, feature, 1, person.textureSeed + 31)),
          down(ownNoise(canvas, feature, 0.88, person.textureSeed + 32))
    {
        const cv::Mat1f uneven = ownNoise(canvas, feature, 0, person.textureSeed + 33);
        canvas.each(canvas.region, [&](float x, float y, int row, int column) {
            auto &outwards = across(row, column);
            auto &downwards = down(row, column);
            for (size_t k = 0; k < shiftCount; ++k) {
                const float dx = (std::abs(x) - static_cast<float>(shiftPlaces[k].x)) / reach;
                const float dy = (y - static_cast<float>(shiftPlaces[k].y)) / reach;
                const float near = bell(dx) * bell(dy) / static_cast<float>(strength);
                outwards -= near * static_cast<float>(person.shifts[k][0]);
                downwards -= near * static_cast<float>(person.shifts[k][1]);
            }
            // what is mirrored vanishes on the mirror
            outwards = outwards * std::tanh(x / 0.15F) + 0.12F * uneven(row, column);
        });
    }
    static constexpr float reach = 0.21F; ///< of one place's shift, units
    cv::Mat1f across;
    cv::Mat1f down;
};

/// Where each pixel of the turned head lies on the canvas: height is displacement, solved by a few
/// fixed-point steps, coarsely, as it is smooth.
void turnMaps(const PortraitCanvas &canvas, const Person &person, const Shot &shot, const Region &view,
              cv::Size size, double unit, cv::Mat1f &mapX, cv::Mat1f &mapY)
{
    constexpr double coarseUnit = 40;
    const double scale = std::min(1.0, coarseUnit / unit);
    PortraitCanvas coarse(canvas.pixelsPerUnit * scale, canvas.region);
    cv::resize(canvas.height, coarse.height, coarse.height.size(), 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(coarse.height, coarse.height, {}, coarse.pixelsPerUnit * 0.05);
    cv::Mat1f depth; // against the middle of the face, without the steep edge of the head
    cv::GaussianBlur(cv::max(coarse.height, 0.0F), depth, {}, coarse.pixelsPerUnit * 0.16);
    depth -= 0.85F;
    const OwnShape own(coarse, person);
    const cv::Size small(std::max(2, static_cast<int>(size.width * scale)),
                         std::max(2, static_cast<int>(size.height * scale)));
    mapX.create(small);
    mapY.create(small);
    const double sinYaw = std::sin(shot.yaw);
    const double sinPitch = std::sin(shot.pitch);
    const double cosRoll = std::cos(-shot.roll);
    const double sinRoll = std::sin(-shot.roll);
    constexpr double pivotY = 0.7; // heads turn about the neck
    const auto sample = [&](const cv::Mat1f &values, double u, double v) {
        const int column =
            std::clamp(static_cast<int>((u - canvas.region.left) * coarse.pixelsPerUnit), 0, values.cols - 1);
        const int row =
            std::clamp(static_cast<int>((v - canvas.region.top) * coarse.pixelsPerUnit), 0, values.rows - 1);
        return static_cast<double>(values(row, column));
    };
    for (int j = 0; j < small.height; ++j) {
        const double py = view.top + (j + 0.5) * size.height / (small.height * unit) - pivotY;
        for (int i = 0; i < small.width; ++i) {
            const double px = view.left + (i + 0.5) * size.width / (small.width * unit);
            const double x = px * cosRoll - py * sinRoll;
            const double y = px * sinRoll + py * cosRoll + pivotY;
            const double still = smoothStep(1.9, 1.2, y); // what lies on the shoulders stays
            double u = x;
            double v = y;
            for (int step = 0; step < 4; ++step) {
                const double z = (sample(coarse.height, u, v) - 0.35) * still;
                const double far = 1 - shot.nearness * sample(depth, u, v);
                u = x * far / (1 - still * (1 - std::cos(shot.yaw))) - z * sinYaw;
                v = y * far / (1 - still * (1 - std::cos(shot.pitch))) - z * sinPitch;
            }
            u += OwnShape::strength * sample(own.across, u, v);
            v += OwnShape::strength * sample(own.down, u, v);
            mapX(j, i) = static_cast<float>((u - canvas.region.left) * canvas.pixelsPerUnit - 0.5);
            mapY(j, i) = static_cast<float>((v - canvas.region.top) * canvas.pixelsPerUnit - 0.5);
        }
    }
    cv::resize(mapX, mapX, size, 0, 0, cv::INTER_LINEAR);
    cv::resize(mapY, mapY, size, 0, 0, cv::INTER_LINEAR);
}

/// 0 to 255 for linear light, in 4,096 steps; highlights roll off.
const std::array<uchar, 4097> &displayTable()
{
    static const auto table = [] {
        std::array<uchar, 4097> values{};
        for (size_t k = 0; k < values.size(); ++k) {
            const double linear = static_cast<double>(k) / 2048;
            const double shoulder =
                linear < 0.7 ? linear : 0.7 + (1 - std::exp(-(linear - 0.7) / 0.30)) * 0.30;
            const double value = std::clamp(shoulder, 0.0, 1.0);
            const double coded =
                value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055; // sRGB
            values[k] = static_cast<uchar>(std::lround(255 * coded));
        }
        return values;
    }();
    return table;
}

uchar displayed(float linear)
{
    return displayTable()[static_cast<size_t>(std::clamp(linear * 2048.0F, 0.0F, 4096.0F))];
}

cv::Mat develop(const Painting &painting)
{
    cv::Mat picture(painting.colour.size(), CV_8UC4);
    for (int j = 0; j < picture.rows; ++j) {
        auto *row = picture.ptr<cv::Vec4b>(j);
        for (int i = 0; i < picture.cols; ++i) {
            const auto &colour = painting.colour(j, i);
            row[i] = {displayed(colour[0]), displayed(colour[1]), displayed(colour[2]),
                      static_cast<uchar>(std::lround(255 * std::clamp(painting.cover(j, i), 0.0F, 1.0F)))};
        }
    }
    return picture;
}

Painting paintTurnable(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    Painting head{cv::Mat3f(canvas.height.size(), cv::Vec3f::all(0)), cv::Mat1f(canvas.height.size(), 0.0F)};
    paintHairBehind(head, canvas, person, shot);
    paintEars(head, canvas, person, shot);
    paintHead(canvas, person, shot);
    paintEyes(canvas, person, shot);
    paintMouth(canvas, person, shot);
    paintBeardShadow(canvas, person);
    layFace(head, canvas, person, shot);
    paintGlints(head, canvas, person, shot);
    paintBrows(head, canvas, person, shot);
    paintBeard(head, canvas, person, shot);
    paintHairInFront(head, canvas, person, shot);
    if (person.glasses && shot.glasses)
        paintGlasses(head, canvas, person, shot);
    return head;
}
} // namespace

cv::Vec3d clothColour(Random &random)
{
    const std::array<cv::Vec3d, 16> tones{cv::Vec3d{0.014, 0.013, 0.013},
                                          {0.018, 0.017, 0.017},
                                          {0.045, 0.042, 0.040},
                                          {0.20, 0.20, 0.20},
                                          {0.42, 0.42, 0.43},
                                          {0.66, 0.67, 0.69},
                                          {0.085, 0.035, 0.022},
                                          {0.11, 0.045, 0.03},
                                          {0.24, 0.14, 0.085},
                                          {0.55, 0.42, 0.32},
                                          {0.34, 0.46, 0.54},
                                          {0.06, 0.10, 0.09},
                                          {0.03, 0.022, 0.11},
                                          {0.04, 0.035, 0.33},
                                          {0.07, 0.12, 0.04},
                                          {0.42, 0.38, 0.60}};
    return random.pick(tones) * random.between(0.75, 1.25);
}

cv::Mat paintPortrait(const Person &person, const Shot &shot, double pixelsPerUnit, const Region &view)
{
    const double unit = pixelsPerUnit;
    const cv::Size size(static_cast<int>(std::lround((view.right - view.left) * unit)),
                        static_cast<int>(std::lround((view.bottom - view.top) * unit)));
    Painting whole{cv::Mat3f(size, cv::Vec3f::all(0)), cv::Mat1f(size, 0.0F)};
    constexpr double behindFace = 0.75; // units from the face back to the chest
    constexpr double raised = 0.16; // by which cameras at the eyes' height see shoulders nearer to the chin
    const double far = 1 + behindFace * shot.nearness;
    paintBody(whole, person, shot, unit / far,
              {view.left * far, view.top * far + raised, view.right * far, view.bottom * far + raised});

    PortraitCanvas canvas(unit, headRegion(person));
    const Painting head = paintTurnable(canvas, person, seenByHead(shot));
    const int bottom =
        std::min(size.height, static_cast<int>(std::ceil((canvas.region.bottom + 0.2 - view.top) * unit)));
    if (bottom <= 0)
        return develop(whole);
    cv::Mat1f mapX;
    cv::Mat1f mapY;
    turnMaps(canvas, person, shot, view, {size.width, bottom}, unit, mapX, mapY);
    cv::Mat3f colours;
    cv::Mat1f cover;
    cv::remap(head.colour, colours, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::remap(head.cover, cover, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0);
    for (int j = 0; j < bottom; ++j) {
        for (int i = 0; i < size.width; ++i) {
            const float share = cover(j, i);
            if (share <= 0)
                continue;
            auto &below = whole.cover(j, i);
            const float total = share + below * (1 - share);
            auto &pixel = whole.colour(j, i);
            pixel += (colours(j, i) - pixel) * (share / total);
            below = total;
        }
    }
    return develop(whole);
}

} // namespace scrutineer::samples

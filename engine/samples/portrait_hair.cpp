// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/hair_form.h"
#include "engine/samples/strands.h"

namespace scrutineer::samples {

namespace {
using enum HairStyle;

cv::Vec3f groundColour(const Person &person)
{
    const auto grey = static_cast<float>(person.grey);
    return cv::Vec3f(person.hair) * (1 - 0.7F * grey) + cv::Vec3f::all(0.22F * grey);
}

/// A dark ground below the strands, so that skin does not show through.
void layGround(Painting &painting, const PortraitCanvas &canvas, const HairForm &form, const Shot &shot,
               float share)
{
    const cv::Vec3f hair = groundColour(form.person());
    const cv::Vec3f colour = cv::Vec3f(shot.lightColour) * static_cast<float>(shot.exposure);
    const double wide = form.person().cheekWidth + 0.5;
    canvas.each({-wide, highestHair, wide, form.bottom()}, [&](float x, float y, int row, int column) {
        const float cover = smoothStep(0.35F, 1.0F, form.cover(x, y)) * share;
        if (cover <= 0)
            return;
        auto &below = painting.cover(row, column);
        auto &pixel = painting.colour(row, column);
        const float total = below + cover * (1 - below);
        const float light = lightOn(form.normal({x, y}), shot);
        pixel += (colour.mul(hair) * (0.38F * light) - pixel) * (cover / total);
        below = total;
    });
}

void drawStrands(StrandBrush &brush, const HairForm &form, const PortraitCanvas &canvas, Random &random,
                 double perUnit)
{
    const Person &person = form.person();
    const double wide = person.cheekWidth + 0.45;
    const double high = form.bottom() - highestHair;
    const auto count = static_cast<int>(perUnit * canvas.pixelsPerUnit * wide * 2 * high / form.length());
    const bool curly = person.hairStyle == Curly;
    const bool curtain = falls(person.hairStyle);
    const cv::Mat1f locks = smoothNoise({96, 96}, 4, 7, person.textureSeed + 12);
    for (int k = 0; k < count; ++k) {
        const auto x = static_cast<float>(random.between(-wide, wide));
        const auto y = static_cast<float>(highestHair + high * random.between(0, 1));
        const auto chance = static_cast<float>(random.between(0.15, 1));
        const auto tone = static_cast<float>(random.between(0.6, 1.35));
        const auto length = static_cast<float>(random.between(0.6, 1.25));
        const auto stray = static_cast<float>(0.14 * random.normal());
        const auto phase = static_cast<float>(random.between(0, 6.283));
        const auto grey = static_cast<float>(
            person.grey > 0 ? std::clamp(person.grey + 0.25 * random.normal(), 0.0, 1.0) : 0);
        if (form.cover(x, y) < chance)
            continue;
        StrandBrush::Strand strand;
        strand.root = {x, y};
        const int row = static_cast<int>((y - highestHair) * 18) % locks.rows;
        const int column = static_cast<int>((x + wide) * 26) % locks.cols;
        strand.tone = tone * (1 + 0.60F * locks(row, column));
        strand.length = form.length() * length;
        strand.opacity = 0.75F;
        strand.grey = grey;
        strand.phase = phase;
        if (curly) {
            strand.curl = 1.5F;
            strand.curlLength = 0.12F + 0.05F * length;
        } else if (person.hairWave > 0) {
            strand.curl = 0.30F * static_cast<float>(person.hairWave);
            strand.curlLength = 0.35F;
            strand.phase = 4 * x + 0.3F * phase;
        }
        const float c = std::cos(stray);
        const float s = std::sin(stray);
        brush.draw(
            strand,
            [&](const cv::Point2f &at) {
                const cv::Point2f along = form.flow(at);
                return cv::Point2f(along.x * c - along.y * s, along.x * s + along.y * c);
            },
            [&](const cv::Point2f &at) { return form.normal(at); },
            [&](const cv::Point2f &at) {
                const float below = at.y - form.hairline(at.x);
                return form.inside(at.x, at.y) < 0.06F * chance || (!curtain && below > 0.13F * chance) ||
                       (curtain && form.cover(at.x, at.y) < 0.12F * chance);
            });
    }
}
/// Single hairs that stand off: no outline of hair is clean.
void drawFlyaways(StrandBrush &brush, const HairForm &form, Random &random)
{
    constexpr int tries = 900;
    const double wide = form.person().cheekWidth + 0.45;
    for (int k = 0; k < tries; ++k) {
        const cv::Point2f root(static_cast<float>(random.between(-wide, wide)),
                               static_cast<float>(random.between(highestHair, form.bottom())));
        const auto out = static_cast<float>(random.between(0.05, 0.40));
        const auto bend = static_cast<float>(random.between(-2.5, 2.5));
        StrandBrush::Strand strand;
        strand.root = root;
        strand.length = std::min(static_cast<float>(random.between(0.10, 0.34)), 0.5F * form.length());
        strand.tone = static_cast<float>(random.between(0.7, 1.4));
        strand.opacity = 0.28F;
        const float inside = form.inside(root.x, root.y);
        if (inside < 0.05F || inside > 0.95F || form.cover(root.x, root.y) < 0.05F)
            continue;
        const cv::Vec3f normal = form.normal(root);
        brush.draw(
            strand,
            [&](const cv::Point2f &at) {
                const cv::Point2f along = form.flow(root);
                const float far = static_cast<float>(cv::norm(at - root));
                const float turn = bend * far;
                const cv::Point2f bent(along.x * std::cos(turn) - along.y * std::sin(turn),
                                       along.x * std::sin(turn) + along.y * std::cos(turn));
                cv::Point2f to(bent.x + out * normal[0], bent.y + out * normal[1]);
                to /= std::max(0.05F, std::hypot(to.x, to.y));
                return to;
            },
            [&](const cv::Point2f &) { return normal; }, [](const cv::Point2f &) { return false; });
    }
}
} // namespace

void paintHairBehind(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    if (!falls(person.hairStyle))
        return;
    const HairForm form(person);
    const auto neck = static_cast<float>(person.neckWidth);
    const cv::Vec3f colour =
        groundColour(person).mul(cv::Vec3f(shot.lightColour)) * static_cast<float>(0.42 * shot.exposure);
    canvas.each(canvas.region, [&](float x, float y, int row, int column) {
        const float share = form.inside(x, y) * smoothStep(neck - 0.08F, neck + 0.02F, std::abs(x));
        if (share <= 0)
            return;
        painting.colour(row, column) = colour * (0.5F + 0.5F * smoothStep(0.4F, 1.0F, std::abs(x)));
        painting.cover(row, column) = share;
    });
}

void paintHairInFront(Painting &painting, const PortraitCanvas &canvas, const Person &person,
                      const Shot &shot)
{
    if (person.hairStyle == Bald)
        return;
    const HairForm form(person);
    StrandBrush brush(painting, canvas, person, shot);
    Random random(person.textureSeed + 11);
    const bool cropped = person.hairStyle == Buzz || person.hairStyle == Receding;
    layGround(painting, canvas, form, shot, cropped ? 0.72F : 0.97F);
    drawStrands(brush, form, canvas, random, cropped ? 1.1 : 2.6);
    constexpr float longEnough = 0.3F; // shorter hair stands by itself
    if (form.length() > longEnough)
        drawFlyaways(brush, form, random);
}

namespace {
struct BrowShape
{
    explicit BrowShape(const Person &person)
        : centre(static_cast<float>(person.eyeDistance + person.browGap + 0.01)),
          half(static_cast<float>(person.browLength)), y(static_cast<float>(person.browY)),
          arch(static_cast<float>(person.browArch)), thick(static_cast<float>(person.browThickness)),
          tilt(static_cast<float>(person.browTilt))
    {
    }
    /// u from -1 (inner end) to 1.
    [[nodiscard]] float middle(float u) const
    {
        return y + arch * 0.5F - arch * 1.2F * (1 - square((u - 0.28F) / 1.25F)) - tilt * u * half;
    }
    [[nodiscard]] float thickness(float u) const
    {
        return thick * smoothStep(-1.15F, -0.75F, u) * (1 - 0.66F * smoothStep(-0.1F, 1.05F, u));
    }
    float centre;
    float half;
    float y;
    float arch;
    float thick;
    float tilt;
};
} // namespace

void paintBrows(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const BrowShape brow(person);
    Person dark = person;
    dark.hair = person.hair * 0.7 + person.skin * 0.03;
    StrandBrush brush(painting, canvas, dark, shot);
    Random random(person.textureSeed + 3);
    const float lift = 0.012F * static_cast<float>(shot.smile);
    const auto density = static_cast<float>(person.browDensity);
    for (const float side : {-1.0F, 1.0F}) {
        canvas.each(
            {side * brow.centre - 0.45, person.browY - 0.2, side * brow.centre + 0.45, person.browY + 0.2},
            [&](float px, float py, int row, int column) {
                const float u = (side * px - brow.centre) / brow.half;
                if (std::abs(u) > 1.1F)
                    return;
                const float across = (py - brow.middle(u) + lift) / std::max(0.006F, brow.thickness(u));
                auto &pixel = painting.colour(row, column);
                pixel += (cv::Vec3f(dark.hair) * 1.1F - pixel) *
                         (0.42F * density * bell(across * 0.95F) * smoothStep(1.0F, 0.75F, std::abs(u)));
            });
        const int hairs = static_cast<int>(300 * std::min(1.0, canvas.pixelsPerUnit / 110));
        for (int k = 0; k < hairs; ++k) {
            const auto u = static_cast<float>(random.between(-1.03, 0.88));
            const auto v = static_cast<float>(std::clamp(0.55 * random.normal(), -1.15, 1.15));
            StrandBrush::Strand strand;
            strand.root = {side * (brow.centre + u * brow.half),
                           brow.middle(u) - lift + v * brow.thickness(u)};
            strand.length = (0.085F - 0.02F * u) * static_cast<float>(random.between(0.6, 1.3));
            strand.tone = static_cast<float>(random.between(0.6, 1.3));
            strand.opacity = 0.62F * density;
            strand.grey = static_cast<float>(person.grey * random.between(0.2, 0.8));
            // upwards at the inner end, then outwards, in the upper half downwards
            const float angle = -0.75F * smoothStep(-0.3F, -1.0F, u) - 0.22F +
                                0.45F * smoothStep(0.0F, 1.0F, u) - 0.35F * v +
                                static_cast<float>(0.12 * random.normal());
            const cv::Point2f along(side * std::cos(angle), std::sin(angle));
            strand.root -= along * (0.45F * strand.length);
            brush.draw(
                strand, [&](const cv::Point2f &) { return along; },
                [](const cv::Point2f &) { return cv::Vec3f(0, -0.2F, 0.98F); },
                [](const cv::Point2f &) { return false; });
        }
    }
}

} // namespace scrutineer::samples

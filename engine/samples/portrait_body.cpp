// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/head_outline.h"
#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

namespace scrutineer::samples {

namespace {
/// Cloth and necks have little detail: made at a part of the portrait's size.
constexpr double bodyScale = 0.5;
constexpr double bodyTop = 0.55;

/// Neck, shoulders and clothes seen from the front; units.
class BodyForm
{
public:
    BodyForm(const Person &person, Neckline neckline)
        : m_neckline(neckline), m_neck(static_cast<float>(person.neckWidth)),
          m_shoulder(static_cast<float>(person.shoulderWidth))
    {
    }

    [[nodiscard]] float neckHalf(float y) const
    {
        return m_neck + 0.34F * square(smoothStep(1.10F, 1.90F, y));
    }

    /// The upper edge of the shoulders under cloth.
    [[nodiscard]] float shoulderY(float side) const
    {
        const float joint = 0.84F * m_shoulder;
        const float t = std::clamp((side - m_neck) / (joint - m_neck), 0.0F, 1.0F);
        const float slope = 1.36F + 0.84F * std::pow(t, 0.55F);
        const float q = std::clamp((side - joint) / (1.02F * m_shoulder - joint), 0.0F, 1.0F);
        return slope + 0.12F * q + 0.85F * (1 - std::sqrt(std::max(0.0F, 1 - q * q)));
    }

    /// Half the width of the collar.
    [[nodiscard]] float openHalf() const { return m_neck + (m_neckline == Neckline::Shirt ? 0.06F : 0.15F); }
    /// Where cloth begins below the throat.
    [[nodiscard]] float collarY(float side) const
    {
        const float open = openHalf();
        if (side >= open)
            return shoulderY(side) - clothThick;
        const float t = side / open;
        const float end = shoulderY(open) - clothThick;
        switch (m_neckline) {
        case Neckline::Round:
            return end + (m_base + 0.60F - end) * std::pow(1 - t * t, 0.6F);
        case Neckline::Shirt:
            return end + (m_base + 0.58F - end) * std::pow(1 - t, 0.75F);
        default:
            return end + (m_base + 1.05F - end) * std::pow(1 - t, 0.85F);
        }
    }

    /// The outer edge of the arms, which are a little spread.
    [[nodiscard]] float outerHalf(float y) const
    {
        return m_shoulder * (1 + 0.11F * smoothStep(2.4F, 5.5F, y));
    }

    [[nodiscard]] float height(float x, float y) const
    {
        const float side = std::abs(x);
        const float out = std::min(side / outerHalf(y), 0.995F);
        const float round = 0.55F * std::sqrt(1 - std::pow(out, 2.6F));
        const float slope = -0.55F * smoothStep(2.5F, 1.45F, y + 0.06F * side); // shoulders fall backwards
        const float arm = bell((side - 0.78F * m_shoulder) / 0.11F) * smoothStep(2.75F, 3.4F, y);
        const float chest = 0.08F * bell((side - 0.9F) / 0.7F) * bell((y - 3.3F) / 0.8F);
        return round + slope - 0.16F * arm + chest;
    }

    /// Skin of throat and neck.
    [[nodiscard]] float neckHeight(float x, float y) const
    {
        const float side = std::abs(x);
        const float half = neckHalf(y);
        const float round = 0.50F * std::sqrt(1.12F - square(std::min(1.0F, side / half)));
        const float t = (y - 0.75F) / 1.3F; // the muscle from behind the ear to the breastbone
        const float muscle = 0.045F * bell((side - (0.62F - 0.54F * t) * m_neck / 0.66F) / 0.085F) *
                             smoothStep(-0.1F, 0.2F, t);
        const float pit = -0.06F * bell(x / 0.10F) * bell((y - 2.02F) / 0.10F);
        const float bones =
            0.035F * bell((y - 2.10F + 0.10F * side) / 0.05F) * smoothStep(0.12F, 0.25F, side);
        return round - 0.45F + muscle + pit + bones;
    }

    [[nodiscard]] float base() const { return m_base; }

private:
    static constexpr float clothThick = 0.05F;
    Neckline m_neckline;
    float m_neck;
    float m_shoulder;
    float m_base = 1.47F; ///< where collars meet the neck
};

/// Distance from a line between two points; negative on its left.
float besideLine(float x, float y, cv::Point2f a, cv::Point2f b)
{
    const cv::Point2f d = b - a;
    return ((x - a.x) * d.y - (y - a.y) * d.x) / std::hypot(d.x, d.y);
}

/// Collars, seams, buttons: what cloth's colour is multiplied with, and how far it stands out.
struct Sewn
{
    float shade = 1;
    float relief = 0;
};

Sewn shirt(const BodyForm &form, float x, float y)
{
    Sewn sewn;
    const float side = std::abs(x);
    const float base = form.base();
    // a wing of the collar: from the side of the neck to its tip to the throat
    const float outer = besideLine(side, y, {0.86F, base + 0.02F}, {0.40F, base + 0.98F});
    const float lower = besideLine(side, y, {0.40F, base + 0.98F}, {0.03F, base + 0.56F});
    const float edge = std::min(-outer, -lower);
    const float wing = smoothStep(-0.012F, 0.012F, edge);
    sewn.relief += 0.030F * wing;
    sewn.shade *= 1 - 0.26F * (1 - wing) * smoothStep(-0.10F, 0.0F, edge);
    sewn.shade *= 1 - 0.10F * bell((edge - 0.05F) / 0.010F); // stitches
    if (wing < 0.5F && y > base + 0.5F) {
        sewn.shade *= 1 - 0.30F * bell((x - 0.14F) / 0.014F);
        sewn.relief += 0.012F * smoothStep(0.15F, 0.13F, side);
        const float button = y - base - 0.95F;
        const float near = std::hypot(x, button - 0.72F * std::round(button / 0.72F));
        if (near < 0.06F)
            sewn.shade *=
                1 + 0.35F * smoothStep(0.052F, 0.040F, near) - 0.5F * bell((near - 0.054F) / 0.007F);
    }
    return sewn;
}

Sewn pullover(const BodyForm &form, float x, float y)
{
    Sewn sewn;
    const float below = y - form.collarY(std::abs(x));
    const float band =
        smoothStep(0.125F, 0.110F, below) * smoothStep(0.03F, -0.03F, std::abs(x) - form.openHalf());
    sewn.relief += 0.018F * band;
    sewn.shade *= 1 - 0.20F * bell((below - 0.125F) / 0.012F) *
                          smoothStep(0.05F, -0.03F, std::abs(x) - form.openHalf());
    sewn.shade *= 1 + 0.06F * band * std::sin(x * 150);
    return sewn;
}

/// Folds of cloth: some that hang, some of no order.
class Folds
{
public:
    Folds(cv::Size size, double unit, const Person &person)
        : m_weave(smoothNoise(size, 1.6, 1.6, person.textureSeed + 7)),
          m_broad(smoothNoise(size, unit * 0.60, unit * 0.80, person.textureSeed + 8)),
          m_fine(smoothNoise(size, unit * 0.20, unit * 0.50, person.textureSeed + 9))
    {
    }
    [[nodiscard]] float weave(int row, int column) const { return m_weave(row, column); }
    [[nodiscard]] float height(float x, float y, int row, int column) const
    {
        const float broad = m_broad(row, column);
        const float fine = m_fine(row, column);
        const float hang = std::sin(5.2F * x + 3.0F * broad + 0.8F * y) * smoothStep(2.8F, 4.0F, y);
        const float low = smoothStep(1.8F, 2.7F, y);
        return low * (0.060F * broad + 0.034F * fine) + 0.022F * hang;
    }

private:
    cv::Mat1f m_weave;
    cv::Mat1f m_broad;
    cv::Mat1f m_fine;
};

/// What is woven or printed: the share of the other colour.
float patternAt(Pattern pattern, float x, float y)
{
    const auto band = [](float at, float pitch, float share) {
        const float t = at / pitch - std::floor(at / pitch);
        return smoothStep(0.0F, 0.08F, t) * smoothStep(share + 0.08F, share, t);
    };
    const float bent = y - 0.10F * x * x; // across a round body
    switch (pattern) {
    case Pattern::Stripes:
        return band(bent, 0.52F, 0.42F);
    case Pattern::Checks:
        return 0.5F * band(bent, 0.40F, 0.36F) + 0.5F * band(x * (1 + 0.03F * x * x), 0.40F, 0.36F);
    default:
        return 0;
    }
}

/// The jaw shades the throat.
float throatShade(const HeadOutline &outline, const Shot &shot, float x, float y)
{
    const cv::Vec3d to = shot.light / cv::norm(shot.light);
    const float share =
        outline.at(x + static_cast<float>(0.25 * to[0]), y + static_cast<float>(0.30 + 0.30 * to[1])).share;
    return 0.46F + 0.42F * smoothStep(0.95F, 1.42F, share);
}

void paintForm(PortraitCanvas &canvas, cv::Mat1f &cover, const Person &person, const Shot &shot)
{
    const BodyForm form(person, shot.neckline);
    const HeadOutline outline(person);
    const Folds folds(canvas.height.size(), canvas.pixelsPerUnit, person);
    const auto soft = static_cast<float>(0.7 / canvas.pixelsPerUnit);
    const cv::Vec3f skin(static_cast<float>(person.skin[0] * 0.90), static_cast<float>(person.skin[1] * 0.90),
                         static_cast<float>(person.skin[2] * 0.95));
    const cv::Vec3f plain(shot.clothes);
    const cv::Vec3f other(shot.otherClothes);
    const float heather = shot.pattern == Pattern::Heather ? 0.20F : 0.07F;
    const float armhole = 0.80F * static_cast<float>(person.shoulderWidth);
    canvas.each(canvas.region, [&](float x, float y, int row, int column) {
        const float side = std::abs(x);
        const float onNeck =
            smoothStep(soft, -soft, side - form.neckHalf(y)) +
            smoothStep(-soft, soft, y - form.shoulderY(side)) * smoothStep(soft, -soft, side - 1.2F);
        const float edge = form.collarY(side);
        const float onCloth =
            smoothStep(-soft, soft, y - edge) * smoothStep(soft, -soft, side - form.outerHalf(y));
        const float here = std::max(std::min(1.0F, onNeck), onCloth);
        cover(row, column) = here;
        const Sewn sewn = shot.neckline == Neckline::Shirt ? shirt(form, x, y) : pullover(form, x, y);
        const float seam = bell((side - armhole - 0.05F * square(y - 2.6F)) / 0.018F);
        const float weave = (1 + heather * folds.weave(row, column)) * (1 - 0.22F * seam);
        const cv::Vec3f cloth = plain + (other - plain) * patternAt(shot.pattern, x, y);
        const float collarShadow = 1 - 0.45F * smoothStep(-0.16F, 0.0F, y - edge) * (1 - onCloth);
        const cv::Vec3f bare = skin * (throatShade(outline, shot, x, y) * collarShadow);
        canvas.albedo(row, column) = bare + (cloth * (sewn.shade * weave) - bare) * onCloth;
        const float dressed = form.height(x, y) + sewn.relief + folds.height(x, y, row, column);
        const float naked = form.neckHeight(x, y);
        canvas.height(row, column) = naked + (dressed - naked) * onCloth;
    });
}
} // namespace

void paintBody(Painting &painting, const Person &person, const Shot &shot, double unit, const Region &view)
{
    if (view.bottom <= bodyTop)
        return;
    const int top = std::max(0, static_cast<int>((bodyTop - view.top) * unit));
    cv::Mat3f colour = painting.colour.rowRange(top, painting.colour.rows);
    cv::Mat1f cover = painting.cover.rowRange(top, painting.cover.rows);
    if (colour.empty())
        return;
    const double topUnits = view.top + top / unit;
    PortraitCanvas canvas(unit * bodyScale, {view.left, topUnits, view.left + colour.cols / unit,
                                             topUnits + colour.rows / unit});
    cv::Mat1f coarseCover(canvas.height.size(), 0.0F);
    paintForm(canvas, coarseCover, person, shot);
    const cv::Mat3f lit = lightUp(canvas, shot);
    cv::resize(lit, colour, colour.size(), 0, 0, cv::INTER_CUBIC);
    cv::resize(coarseCover, cover, cover.size(), 0, 0, cv::INTER_LINEAR);
}

} // namespace scrutineer::samples

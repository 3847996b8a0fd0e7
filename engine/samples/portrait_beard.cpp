// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/head_outline.h"
#include "engine/samples/strands.h"

namespace scrutineer::samples {

namespace {
/// Where a beard grows, 0 to 1.
class BeardForm
{
public:
    BeardForm(const Person &person, Beard beard) : m_person(person), m_outline(person), m_beard(beard) {}

    [[nodiscard]] bool outside(const cv::Point2f &at) const { return m_outline.at(at.x, at.y).share > 1.05F; }
    [[nodiscard]] float density(float x, float y) const
    {
        const float side = std::abs(x);
        const auto mouthY = static_cast<float>(m_person.mouthY());
        const auto chinY = static_cast<float>(m_person.chinY);
        const auto mouth = static_cast<float>(m_person.mouthWidth);
        const auto upper = static_cast<float>(m_person.upperLip);
        const auto lower = static_cast<float>(m_person.lowerLip);
        const float lipTop = mouthY - upper * (1 - 0.5F * square(x / mouth));
        const float moustache =
            smoothStep(static_cast<float>(m_person.noseBottomY()) - 0.02F,
                       static_cast<float>(m_person.noseBottomY()) + 0.07F, y + 0.10F * side) *
            smoothStep(mouth + 0.07F, mouth - 0.06F, side) *
            smoothStep(mouthY + 0.10F, mouthY - 0.02F, y - 0.15F * side) * (1 - 0.35F * bell(x / 0.035F));
        const float chin = smoothStep(0.36F, 0.24F, std::hypot(x, (y - chinY + 0.10F) * 0.9F)) *
                           smoothStep(mouthY + lower * 0.8F, mouthY + lower + 0.10F, y);
        const float line = 0.30F + 0.42F * smoothStep(0.80F, 0.35F, side); // the upper edge on the cheek
        const float jaw = smoothStep(line, line + 0.22F, y);
        float share = 0;
        switch (m_beard) {
        case Beard::None:
            return 0;
        case Beard::Moustache:
            share = moustache;
            break;
        case Beard::Goatee:
            share = std::max({moustache, chin,
                              bell((side - mouth - 0.05F) / 0.05F) * smoothStep(mouthY - 0.1F, mouthY, y) *
                                  smoothStep(chinY, chinY - 0.25F, y)});
            break;
        default:
            share = std::max({moustache, chin, jaw});
        }
        const float u = x / (mouth * 0.98F);
        const bool onLips =
            std::abs(u) < 1 && y > lipTop - 0.005F && y < mouthY + lower * std::pow(1 - u * u, 0.75F) + 0.02F;
        if (onLips)
            return 0;
        const float soul =
            side < 0.1F ? 1.0F : smoothStep(0.02F, 0.09F, y - mouthY - lower * 0.9F + 0.4F * (side - 0.3F));
        if (y > mouthY && side < mouth)
            share *= std::max(0.25F, soul);
        return share * smoothStep(1.03F, 0.99F, m_outline.at(x, y).share);
    }

private:
    const Person &m_person;
    HeadOutline m_outline;
    Beard m_beard;
};

struct BeardLook
{
    float ground;
    float length;
    double perUnit;
    float opacity;
};

BeardLook lookOf(Beard beard)
{
    switch (beard) {
    case Beard::Stubble:
        return {0.20F, 0.035F, 420, 0.42F};
    case Beard::Full:
        return {0.62F, 0.17F, 900, 0.65F};
    default:
        return {0.55F, 0.11F, 800, 0.65F};
    }
}
} // namespace

void paintBeardShadow(PortraitCanvas &canvas, const Person &person)
{
    if (person.beardShadow <= 0)
        return;
    const BeardForm form(person, Beard::Full);
    const cv::Mat1f pores = ownNoise(canvas, 0.016, 0, person.textureSeed + 5);
    const auto strength =
        static_cast<float>(person.beardShadow * (0.20 - 0.35 * std::min(0.3, person.hair[1])));
    const cv::Vec3f tint(0.70F, 0.62F, 0.56F);
    canvas.each({-1.1, person.noseTipY, 1.1, person.chinY + 0.05},
                [&](float x, float y, int row, int column) {
                    const float share = strength * form.density(x, y) * (1 + 0.5F * pores(row, column));
                    canvas.tint(row, column, canvas.albedo(row, column).mul(tint) * 0.75F,
                                std::clamp(share * 1.7F, 0.0F, 0.6F));
                });
}

void paintBeard(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    if (person.beard == Beard::None)
        return;
    const BeardForm form(person, person.beard);
    const BeardLook look = lookOf(person.beard);
    const Region box{-1.0, person.noseTipY, 1.0, person.chinY + 0.05};
    const cv::Vec3f ground = cv::Vec3f(person.hair) * (0.8F - 0.5F * static_cast<float>(person.grey)) +
                             cv::Vec3f::all(0.10F * static_cast<float>(person.grey));
    canvas.each(box, [&](float x, float y, int row, int column) {
        auto &pixel = painting.colour(row, column);
        const cv::Vec3f under = ground.mul(cv::Vec3f(shot.lightColour)) * static_cast<float>(shot.exposure);
        pixel += (under - pixel) * (look.ground * form.density(x, y));
    });
    StrandBrush brush(painting, canvas, person, shot);
    Random random(person.textureSeed + 6);
    const auto count = static_cast<int>(look.perUnit * 4 * canvas.pixelsPerUnit / 100);
    for (int k = 0; k < count; ++k) {
        StrandBrush::Strand strand;
        strand.root = {static_cast<float>(random.between(box.left, box.right)),
                       static_cast<float>(random.between(box.top, box.bottom))};
        const auto chance = static_cast<float>(random.between(0.1, 1));
        strand.length = look.length * static_cast<float>(random.between(0.6, 1.4));
        strand.tone = static_cast<float>(random.between(0.7, 1.8));
        strand.opacity = look.opacity;
        strand.grey = static_cast<float>(
            person.grey > 0 ? std::clamp(person.grey * 1.2 + 0.25 * random.normal(), 0.0, 1.0) : 0);
        const float lean = strand.root.x * 0.30F + static_cast<float>(0.20 * random.normal());
        const float down =
            strand.root.y < person.mouthY() - 0.03 ? 0.55F : 1.0F; // a moustache is combed aside
        if (form.density(strand.root.x, strand.root.y) < chance)
            continue;
        cv::Point2f along(lean + (1 - down) * (strand.root.x > 0 ? 1.6F : -1.6F), down);
        along /= std::hypot(along.x, along.y);
        const float nx = strand.root.x * 0.7F;
        brush.draw(
            strand, [&](const cv::Point2f &) { return along; },
            [&](const cv::Point2f &) {
                return cv::Vec3f(nx, 0.15F, std::sqrt(std::max(0.1F, 0.97F - nx * nx)));
            },
            [&](const cv::Point2f &at) { return form.outside(at); });
    }
}

void paintGlasses(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const auto power = static_cast<float>(2.2 + 3 * (1 - person.glassesRound));
    const float wide = 0.285F;
    const auto tall = static_cast<float>(0.19 + 0.05 * person.glassesRound);
    const auto centre = static_cast<float>(person.eyeDistance + 0.015);
    const float middle = static_cast<float>(Person::pupilY) + 0.04F;
    const auto ends = static_cast<float>(person.cheekWidth);
    const cv::Vec3f light = cv::Vec3f(shot.lightColour) * static_cast<float>(shot.exposure);
    canvas.each({-1.05, middle - 0.4, 1.05, middle + 0.4}, [&](float px, float py, int row, int column) {
        const float side = std::abs(px);
        const auto frame = [&](float y) {
            const float r = std::pow(std::abs((side - centre) / wide), power) +
                            std::pow(std::abs((y - middle) / tall), power);
            const float ring = std::abs(std::pow(r, 1 / power) - 1) * tall;
            const float bridge =
                side < centre - wide + 0.02F ? std::abs(y - middle + 0.07F + 0.9F * side * side) : 1;
            const float temple = side > centre + wide && side < ends ? std::abs(y - middle + 0.07F) : 1;
            return std::min({ring, bridge, temple});
        };
        auto &pixel = painting.colour(row, column);
        const float share = smoothStep(0.019F, 0.011F, frame(py));
        pixel *= 1 - 0.28F * smoothStep(0.045F, 0.0F, frame(py - 0.035F)) * (1 - share); // its shadow
        const float high = bell((frame(py - 0.008F) - 0.004F) / 0.006F);
        const cv::Vec3f colour = light.mul(cv::Vec3f(person.glassesColour)) * 0.7F + light * (0.035F * high);
        pixel += (colour - pixel) * share;
        const float lens = std::pow(std::abs((side - centre) / wide), power) +
                           std::pow(std::abs((py - middle) / tall), power);
        if (lens < 0.9F)
            pixel += light * (0.022F * smoothStep(0.15F, -0.2F, py - middle + 0.35F * (px - centre)));
    });
}

} // namespace scrutineer::samples

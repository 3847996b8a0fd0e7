// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/hair_form.h"

#include "engine/samples/portrait_canvas.h"

namespace scrutineer::samples {

namespace {
using enum HairStyle;

double topLift(const Person &person)
{
    switch (person.hairStyle) {
    case Bald:
        return 0;
    case Receding:
    case Buzz:
        return 0.025;
    case Short:
        return 0.05 + 0.6 * person.hairTop;
    case Curly:
        return 0.10 + 1.0 * person.hairTop;
    case Tied:
        return 0.06;
    case SweptBack:
        return 0.08 + 0.6 * person.hairTop;
    default:
        return 0.06 + 0.6 * person.hairTop;
    }
}

double sideLift(const Person &person)
{
    switch (person.hairStyle) {
    case Receding:
    case Buzz:
    case Tied:
        return 0.02;
    case Curly:
        return 0.03 + 1.2 * person.hairSides;
    default:
        return 0.01 + 0.8 * person.hairSides;
    }
}
} // namespace

bool falls(HairStyle style)
{
    return style == Long || style == Bob;
}

HairForm::HairForm(const Person &person)
    : m_person(person), m_outline(person), m_top(static_cast<float>(topLift(person))),
      m_side(static_cast<float>(sideLift(person))), m_cheek(static_cast<float>(person.cheekWidth)),
      m_part(static_cast<float>(person.hairPart)), m_upwards(person.textureSeed % 2 == 0)
{
    const auto top = static_cast<float>(highestHair);
    const cv::Size size(static_cast<int>(2 * reach * perUnit),
                        static_cast<int>((bottom() - highestHair) * perUnit));
    m_inside = cv::Mat1f(size);
    m_cover = cv::Mat1f(size);
    for (int j = 0; j < size.height; ++j) {
        const float y = static_cast<float>(j) / perUnit + top;
        for (int i = 0; i < size.width; ++i) {
            const float x = static_cast<float>(i) / perUnit - reach;
            m_inside(j, i) = insideAt(x, y);
            m_cover(j, i) = coverAt(x, y, m_inside(j, i));
        }
    }
}

float HairForm::look(const cv::Mat1f &map, float x, float y)
{
    const float column = (x + reach) * perUnit;
    const float row = (y - static_cast<float>(highestHair)) * perUnit;
    const int i = static_cast<int>(column);
    const int j = static_cast<int>(row);
    if (column < 0 || row < 0 || i + 1 >= map.cols || j + 1 >= map.rows)
        return 0;
    const float s = column - static_cast<float>(i);
    const float t = row - static_cast<float>(j);
    const float *upper = map[j];
    const float *lower = map[j + 1];
    return (upper[i] * (1 - s) + upper[i + 1] * s) * (1 - t) + (lower[i] * (1 - s) + lower[i + 1] * s) * t;
}

float HairForm::insideAt(float x, float y) const
{
    const HeadOutline::Place place = m_outline.at(x, y);
    const float up = smoothStep(1.25F, 0.5F, place.angle);
    const float radius = m_outline.radius(place.angle);
    const float far = place.share * radius - bulge(x < 0 ? -place.angle : place.angle);
    float outer = radius + m_side + (m_top - m_side) * up;
    if (!falls(m_person.hairStyle)) {
        outer -= 0.04F * smoothStep(-0.5F, 0.0F, y);
        return smoothStep(outer + 0.015F, outer - 0.05F, far) * smoothStep(0.20F, 0.02F, y);
    }
    const float above = smoothStep(outer + 0.015F, outer - 0.05F, far);
    const auto length = static_cast<float>(m_person.hairLength);
    const float ends = smoothStep(length + 0.02F, length - 0.12F, y);
    const float side = m_cheek + 0.06F + m_side * (1 + 1.2F * smoothStep(-0.4F, 0.7F, y)) -
                       0.10F * smoothStep(length - 0.7F, length, y);
    const float edge = smoothStep(side + 0.02F, side - 0.06F, std::abs(x));
    const float hangs = smoothStep(-0.55F, -0.15F, y);
    return (above * (1 - hangs) + edge * hangs) * ends;
}

float HairForm::hairline(float x) const
{
    const float side = std::abs(x) / m_cheek;
    const auto top = static_cast<float>(m_person.hairlineY);
    const float round = 1 - std::pow(std::min(side / 0.985F, 1.0F), 2.7F);
    const float base = top - static_cast<float>(m_person.hairTemples) * bell((side - 0.60F) / 0.17F) +
                       (0.16F - top) * (1 - std::pow(std::max(0.0F, round), 0.62F));
    switch (m_person.hairStyle) {
    case Receding:
        return base - (0.32F + 0.18F * bell((side - 0.45F) / 0.25F)) * smoothStep(0.95F, 0.7F, side);
    case Fringe:
        return std::max(base, static_cast<float>(m_person.browY) - 0.16F + 0.05F * side);
    case Long:
    case Bob: // a curtain that opens at the parting
        return std::min(top - 0.02F + 0.85F * std::pow(std::abs(x - m_part) / m_cheek, 1.5F),
                        base + 0.35F * side);
    default:
        return base;
    }
}

float HairForm::coverAt(float x, float y, float within) const
{
    if (within <= 0)
        return 0;
    const float soft = m_person.hairStyle == Buzz || m_person.hairStyle == Receding ? 0.10F : 0.055F;
    const float above = smoothStep(soft, -soft, y - hairline(x));
    float beside = 0;
    if (falls(m_person.hairStyle) && y > -0.7F) {
        const double jaw = m_outline.halfWidth(std::min<double>(y, m_person.jawY * 0.6));
        const float face = std::max(static_cast<float>(jaw), 0.84F * m_cheek);
        beside = smoothStep(face - 0.13F, face - 0.02F, std::abs(x));
    }
    return within * std::max(above, beside);
}

cv::Point2f HairForm::topFlow(const cv::Point2f &at) const
{
    const float partSide = m_part > 0 ? 1.0F : -1.0F;
    switch (m_person.hairStyle) {
    case SweptBack:
    case Tied:
    case Receding:
        return {at.x - 0.25F * m_part, at.y - 0.35F};
    case SidePart:
    case Long:
    case Bob: {
        const float from = at.x - m_part;
        const float lean = std::clamp(std::abs(from) * 1.15F + (at.y + 1.55F) * 0.55F, -0.25F, 1.5F);
        const float turn = m_person.hairStyle == SidePart ? lean - 0.55F : lean;
        return {(from < 0 ? -1.0F : 1.0F) * std::cos(turn), std::sin(turn)};
    }
    case Short:
        if (m_upwards)
            return {at.x * 0.9F + 0.5F * partSide, at.y + 0.1F};
        return {at.x - m_part + 0.25F * partSide, at.y + 2.1F};
    default:
        return {at.x - 0.3F * m_part, at.y + 1.95F};
    }
}

cv::Point2f HairForm::flow(const cv::Point2f &at) const
{
    const float side = std::abs(at.x) / m_cheek;
    const float sign = at.x < 0 ? -1.0F : 1.0F;
    cv::Point2f down(sign * 0.10F, 1);
    float low = smoothStep(0.74F, 0.90F, side) * smoothStep(-1.25F, -0.85F, at.y);
    if (falls(m_person.hairStyle)) {
        const auto wave = static_cast<float>(m_person.hairWave);
        down = {sign * 0.02F + 0.45F * wave * std::sin(at.y * 5.5F + sign * 1.3F + at.x * 3), 1};
        low = smoothStep(-0.75F, -0.1F, at.y);
    } else if (m_person.hairStyle == Tied) {
        low = 0;
    }
    cv::Point2f top = topFlow(at);
    top /= std::max(0.05F, std::hypot(top.x, top.y));
    const cv::Point2f along = top * (1 - low) + down * low;
    return along / std::max(0.05F, std::hypot(along.x, along.y));
}

cv::Vec3f HairForm::normal(const cv::Point2f &at) const
{
    const float y = falls(m_person.hairStyle) ? std::min(at.y, -0.2F + 0.15F * (at.y + 0.2F)) : at.y;
    const float nx = std::clamp(at.x / (m_cheek + 0.12F + m_side), -0.97F, 0.97F);
    const float ny = std::clamp((y + 0.25F) / 1.55F, -0.97F, 0.5F);
    cv::Vec3f normal(nx * std::abs(nx) * 0.9F + nx * 0.1F, ny * std::abs(ny), 0);
    normal[2] = std::sqrt(std::max(0.06F, 1 - normal.dot(normal)));
    return normal / std::sqrt(normal.dot(normal));
}

float HairForm::length() const
{
    switch (m_person.hairStyle) {
    case Buzz:
        return 0.05F;
    case Receding:
        return 0.14F;
    case Short:
        return 0.16F + 0.6F * static_cast<float>(m_person.hairTop);
    case Curly:
        return 0.34F;
    case Fringe:
        return 0.5F;
    case SidePart:
    case SweptBack:
        return 0.55F;
    case Tied:
        return 0.8F;
    default:
        return 1.1F;
    }
}

double HairForm::bottom() const
{
    return falls(m_person.hairStyle) ? m_person.hairLength + 0.1 : 0.35;
}

/// Nobody's hair is a smooth ball.
float HairForm::bulge(float angle) const
{
    const auto seed = static_cast<float>(m_person.textureSeed % 628) / 100;
    return (m_top * 0.22F) * (std::sin(3 * angle + seed) + 0.6F * std::sin(7 * angle + 2 * seed) +
                              0.35F * std::sin(17 * angle + 3 * seed));
}

} // namespace scrutineer::samples

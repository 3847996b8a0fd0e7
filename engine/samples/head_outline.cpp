// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/head_outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scrutineer::samples {

namespace {
struct Corner
{
    double x;
    double y;
};

/// Crown to chin on one side.
std::array<Corner, 11> corners(const Person &person)
{
    const double ramusY = 0.44;
    const double ramus = 0.5 * (person.cheekWidth + person.jawWidth) + 0.025;
    const double cornerY = person.chinY - 0.045;
    const double bodyY = 0.5 * (person.jawY + cornerY) + 0.02;
    return {{{0, person.crownY},
             {0.52 * person.headWidth, person.crownY + 0.125},
             {0.86 * person.headWidth, person.crownY + 0.42},
             {person.headWidth, -0.82},
             {0.55 * person.headWidth + 0.45 * person.templeWidth, -0.42},
             {person.cheekWidth, 0.02},
             {ramus, ramusY},
             {person.jawWidth, person.jawY},
             {0.5 * (person.jawWidth + person.chinWidth) + 0.02, bodyY},
             {person.chinWidth, cornerY},
             {0, person.chinY}}};
}
} // namespace

HeadOutline::HeadOutline(const Person &person)
{
    constexpr double pi = std::numbers::pi;
    const auto points = corners(person);
    constexpr size_t count = 11;
    std::array<double, count> angles{};
    std::array<double, count> radii{};
    for (size_t k = 0; k < count; ++k) {
        angles[k] = std::atan2(points[k].x, centreY - points[k].y);
        radii[k] = std::hypot(points[k].x, points[k].y - centreY);
    }
    std::array<double, count> slopes{}; // level at crown and chin, so that both sides join smoothly
    for (size_t k = 1; k + 1 < count; ++k)
        slopes[k] = (radii[k + 1] - radii[k - 1]) / (angles[k + 1] - angles[k - 1]);
    size_t piece = 0;
    for (int step = 0; step <= steps; ++step) {
        const double angle = pi * step / steps;
        while (piece + 2 < count && angle > angles[piece + 1])
            ++piece;
        const double width = angles[piece + 1] - angles[piece];
        const double t = std::clamp((angle - angles[piece]) / width, 0.0, 1.0);
        const double t2 = t * t;
        const double t3 = t2 * t;
        m_radius[static_cast<size_t>(step)] = static_cast<float>(
            (2 * t3 - 3 * t2 + 1) * radii[piece] + (t3 - 2 * t2 + t) * width * slopes[piece] +
            (3 * t2 - 2 * t3) * radii[piece + 1] + (t3 - t2) * width * slopes[piece + 1]);
    }
    for (int step = 0; step < 16 * steps; ++step) {
        const double angle = pi * (step + 0.5) / (16 * steps);
        const double far = radius(static_cast<float>(angle));
        const double row = (centreY - far * std::cos(angle) - firstY) * perY;
        if (row >= 0 && row < static_cast<double>(m_halfWidth.size())) {
            auto &half = m_halfWidth[static_cast<size_t>(row)];
            half = std::max(half, static_cast<float>(far * std::sin(angle)));
        }
    }
}

float HeadOutline::radius(float angle) const
{
    const float at = std::clamp(angle / std::numbers::pi_v<float>, 0.0F, 1.0F) * steps;
    const auto step = std::min(static_cast<size_t>(at), static_cast<size_t>(steps - 1));
    const float t = at - static_cast<float>(step);
    return m_radius[step] * (1 - t) + m_radius[step + 1] * t;
}

HeadOutline::Place HeadOutline::at(float x, float y) const
{
    const float up = static_cast<float>(centreY) - y;
    const float angle = std::atan2(std::abs(x), up);
    return {std::hypot(x, up) / radius(angle), angle};
}

double HeadOutline::halfWidth(double y) const
{
    const double at = (y - firstY) * perY - 0.5;
    if (at < 0 || at + 1 >= static_cast<double>(m_halfWidth.size()))
        return 0;
    const auto step = static_cast<size_t>(at);
    const double t = at - static_cast<double>(step);
    return m_halfWidth[step] * (1 - t) + m_halfWidth[step + 1] * t;
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/person.h"

#include <array>

namespace scrutineer::samples {

/// The outline of a head seen from the front, without ears and hair: the distance from a centre between the
/// eyes as a function of direction. Units of Person.
class HeadOutline
{
public:
    static constexpr double centreY = -0.15;

    explicit HeadOutline(const Person &person);

    struct Place
    {
        float share; ///< of the way from the centre to the outline; 1 lies on it
        float angle; ///< 0 up to pi down, the same on both sides
    };
    [[nodiscard]] Place at(float x, float y) const;
    [[nodiscard]] float radius(float angle) const;
    /// Half the width at a height; 0 outside.
    [[nodiscard]] double halfWidth(double y) const;

private:
    static constexpr int steps = 180;
    std::array<float, steps + 1> m_radius{};
    static constexpr double firstY = -2;
    static constexpr double perY = 64; ///< entries a unit
    std::array<float, 256> m_halfWidth{};
};

} // namespace scrutineer::samples

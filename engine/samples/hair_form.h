// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/head_outline.h"

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// Whether hair hangs down beside the face.
[[nodiscard]] bool falls(HairStyle style);

/// Where a person's hair is, seen from the front, and how it lies. Places, directions and lengths in units.
class HairForm
{
public:
    explicit HairForm(const Person &person);

    /// 1 inside the hair's outline, less towards its edge; 0 outside.
    [[nodiscard]] float inside(float x, float y) const { return look(m_inside, x, y); }
    /// How much hair covers a place in front.
    [[nodiscard]] float cover(float x, float y) const { return look(m_cover, x, y); }
    /// The edge between forehead and hair.
    [[nodiscard]] float hairline(float x) const;
    /// The direction in which hair grows at a place.
    [[nodiscard]] cv::Point2f flow(const cv::Point2f &at) const;
    /// What hair lies on: a dome.
    [[nodiscard]] cv::Vec3f normal(const cv::Point2f &at) const;
    [[nodiscard]] float length() const;
    [[nodiscard]] double bottom() const;
    [[nodiscard]] const Person &person() const { return m_person; }

private:
    static constexpr float perUnit = 44; ///< pixels of the maps
    static constexpr float reach = 1.7F; ///< units to both sides
    [[nodiscard]] static float look(const cv::Mat1f &map, float x, float y);
    [[nodiscard]] float insideAt(float x, float y) const;
    [[nodiscard]] float coverAt(float x, float y, float within) const;
    [[nodiscard]] float bulge(float angle) const;
    [[nodiscard]] cv::Point2f topFlow(const cv::Point2f &at) const;

    const Person &m_person;
    HeadOutline m_outline;
    float m_top;
    float m_side;
    float m_cheek;
    float m_part;
    bool m_upwards;
    cv::Mat1f m_inside;
    cv::Mat1f m_cover;
};

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/quality_measures/surroundings.h"

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

namespace scrutineer::image {

// Lengths are pixels of Surroundings, 320 to the document's longer side. Brightness is its natural logarithm:
// a shadow takes the same amount off every colour that it crosses.

/// Light that the paper between the print throws back.
struct PaperLight
{
    cv::Mat log[3]; ///< CV_32F: blue, green, red
    cv::Mat mean;   ///< CV_32F
};

[[nodiscard]] PaperLight paperLightOf(const cv::Mat &bgr);

/// A place on the outline of what may be a shadow: how much brighter it is outside than inside.
struct LightStep
{
    double all = 0;
    double uneven = 0; ///< between the channels
    bool onDocument = false;

    [[nodiscard]] bool mayBeShadow() const;
};

/// Measures light across outlines, on the document and beside it; not at the document's border, which is
/// nobody's.
class LightSteps
{
public:
    static constexpr float beyondPenumbra = 9; ///< pixels, of most shadows

    LightSteps(const Surroundings &around, const PaperLight &light);

    /// At a place of the outline, between two others reach pixels away; towardsLight: of length 1, out of
    /// the shadow. None where the frame ends, or
    /// the document.
    [[nodiscard]] std::optional<LightStep> across(const cv::Point2f &at, const cv::Point2f &towardsLight,
                                                  float reach) const;

private:
    cv::Mat m_log[3];
    cv::Mat m_document;
    cv::Mat m_table;
};

/// How an outline runs on the document or beside it.
struct OutlinePart
{
    int tested = 0;
    int fits = 0; ///< light falls there by one amount and in all colours alike

    [[nodiscard]] double share() const { return tested > 0 ? fits / double(tested) : 0; }
};

struct OutlineProof
{
    double drop = 0; ///< the amount; 0: light does not fall there
    OutlinePart document;
    OutlinePart table;

    /// Of the outline that fit, on the document and beside it together: 2 where all of it does.
    [[nodiscard]] double shares() const { return document.share() + table.share(); }
    [[nodiscard]] bool isLongEnough() const;
};

/// Whether two places of an outline, or two sides of a shadow, may have the same light on them.
[[nodiscard]] bool isOneDrop(double drop, double other);

[[nodiscard]] OutlineProof proofOf(const std::vector<LightStep> &steps);

} // namespace scrutineer::image

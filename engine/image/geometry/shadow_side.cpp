// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/shadow_side.h"

#include "engine/image/quality_measures/shadow_steps.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::image {

namespace {

// Lengths are pixels, a thousand to the picture's longer side.
constexpr int reach = 12;          ///< across the edge, to either side: beyond sharp penumbras
constexpr double behind = 0.25;    ///< of the side, beyond each corner
constexpr int samplesBehind = 16;  ///< beyond each corner
constexpr int samplesBetween = 64; ///< corners

using LogColour = cv::Vec3f;

LogColour logAt(const cv::Mat &bgr, const cv::Point2d &at)
{
    constexpr float dark = 4; // levels that noise hides
    const auto &value = bgr.at<cv::Vec3b>(cv::Point(at));
    return {std::log(float(value[0]) + dark), std::log(float(value[1]) + dark),
            std::log(float(value[2]) + dark)};
}

/// A place on the line of a quad's side. Its step is "on the document" between the side's corners and "on the
/// table" behind them.
struct Across
{
    cv::Point2d at;
    double share = 0; ///< of the side, from its first corner
    LightStep step;
};

struct ShadowSide
{
    cv::Point2d point;               ///< on it
    cv::Point2d towardsLight;        ///< of length 1
    std::vector<cv::Point2d> places; ///< on it, where light falls by its amount
};

/// Steps of light along a side and behind its corners, where the frame shows them.
std::vector<Across> stepsAlong(const cv::Mat &soft, const cv::Point2d &from, const cv::Point2d &to,
                               const cv::Point2d &towardsLight)
{
    const cv::Rect2d frame(0, 0, soft.cols - 1, soft.rows - 1);
    std::vector<Across> found;
    const auto add = [&](double share, bool isBetween) {
        const cv::Point2d at = from + (to - from) * share;
        const cv::Point2d light = at + towardsLight * reach;
        const cv::Point2d dark = at - towardsLight * reach;
        if (!frame.contains(light) || !frame.contains(dark))
            return;
        const LogColour by = logAt(soft, light) - logAt(soft, dark);
        const auto [least, most] = std::minmax({by[0], by[1], by[2]});
        found.push_back({at, share, {double(by[0] + by[1] + by[2]) / 3, double(most - least), isBetween}});
    };
    for (int i = 0; i < samplesBehind; ++i) {
        add(-behind * (i + 0.5) / samplesBehind, false);
        add(1 + behind * (i + 0.5) / samplesBehind, false);
    }
    for (int i = 0; i < samplesBetween; ++i)
        add(cornerShare + (1 - 2 * cornerShare) * (i + 0.5) / samplesBetween, true);
    return found;
}

/// Whether a side goes on beyond a corner, which it reaches from `before`.
bool goesOn(const Gradients &gradients, const cv::Point2d &before, const cv::Point2d &corner)
{
    constexpr double least = 0.5; // of what lies behind
    return edgeSupport(gradients, corner, corner + (corner - before) * behind, 2) > least;
}

/// Whether light goes on falling behind one corner at least, where the neighbouring side goes on as well: at
/// a booklet's fold only the one along both pages does.
bool crossesAtCorner(const std::vector<Across> &across, const OutlineProof &proof, const Gradients &gradients,
                     const Quad &quad, std::size_t first)
{
    const auto falls = [&](bool atFirst) {
        int seen = 0;
        int fits = 0;
        for (const Across &place : across) {
            if (place.step.onDocument || (place.share < 0) != atFirst)
                continue;
            ++seen;
            fits += isOneDrop(place.step.all, proof.drop) ? 1 : 0;
        }
        return 2 * fits > seen;
    };
    return (falls(true) && goesOn(gradients, quad[(first + 3) % 4], quad[first])) ||
           (falls(false) && goesOn(gradients, quad[(first + 2) % 4], quad[(first + 1) % 4]));
}

/// Whether the side that begins at a corner is a shadow's edge.
std::optional<ShadowSide> shadowAt(const cv::Mat &soft, const Gradients &gradients, const Quad &quad,
                                   std::size_t first)
{
    constexpr double leastBetween = 0.6; // of the places that fit
    constexpr double leastBehind = 0.5;  // behind one corner there may lie something else
    const cv::Point2d &from = quad[first];
    const cv::Point2d &to = quad[(first + 1) % 4];
    const cv::Point2d along = (to - from) * (1 / std::max(1.0, cv::norm(to - from)));
    for (const int side : {1, -1}) {
        const cv::Point2d towardsLight(-along.y * side, along.x * side);
        const std::vector<Across> across = stepsAlong(soft, from, to, towardsLight);
        std::vector<LightStep> steps;
        steps.reserve(across.size());
        for (const Across &place : across)
            steps.push_back(place.step);
        const OutlineProof proof = proofOf(steps);
        if (proof.document.share() < leastBetween || proof.table.share() < leastBehind ||
            proof.table.tested < samplesBehind || !crossesAtCorner(across, proof, gradients, quad, first))
            continue;
        ShadowSide shadow{from, towardsLight, {}};
        for (const Across &place : across) {
            if (isOneDrop(place.step.all, proof.drop))
                shadow.places.push_back(place.at);
        }
        return shadow;
    }
    return std::nullopt;
}

/// By what each colour is darker at a distance from the edge than in the light; the first is the darkest.
std::vector<LogColour> profileOf(const cv::Mat &soft, const ShadowSide &shadow)
{
    std::vector<LogColour> profile;
    for (int offset = -reach; offset <= reach; ++offset) {
        std::array<std::vector<float>, 3> drops;
        for (const cv::Point2d &at : shadow.places) {
            const LogColour by = logAt(soft, at + shadow.towardsLight * reach) -
                                 logAt(soft, at + shadow.towardsLight * offset);
            for (std::size_t channel = 0; channel < 3; ++channel)
                drops[channel].push_back(by[int(channel)]);
        }
        LogColour middle;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            auto &values = drops[channel];
            const auto at = values.begin() + std::ptrdiff_t(values.size() / 2);
            std::nth_element(values.begin(), at, values.end());
            middle[int(channel)] = std::max(0.0F, *at);
        }
        profile.push_back(middle);
    }
    return profile;
}

/// The picture without the shadow.
cv::Mat lit(const cv::Mat &bgr, const ShadowSide &shadow, const std::vector<LogColour> &profile)
{
    std::vector<cv::Vec3f> gains;
    gains.reserve(profile.size());
    for (const LogColour &drop : profile)
        gains.emplace_back(std::exp(drop[0]), std::exp(drop[1]), std::exp(drop[2]));
    cv::Mat result = bgr.clone();
    for (int row = 0; row < bgr.rows; ++row) {
        auto *pixels = result.ptr<cv::Vec3b>(row);
        for (int column = 0; column < bgr.cols; ++column) {
            const double distance = (cv::Point2d(column, row) - shadow.point).dot(shadow.towardsLight);
            if (distance >= reach)
                continue;
            const cv::Vec3f &gain = gains[std::size_t(std::max(0, cvRound(distance) + reach))];
            for (int channel = 0; channel < 3; ++channel)
                pixels[column][channel] =
                    cv::saturate_cast<uchar>(float(pixels[column][channel]) * gain[channel]);
        }
    }
    return result;
}

} // namespace

std::optional<cv::Mat> litAtShadowSide(const cv::Mat &bgr, const Gradients &gradients, const Quad &quad)
{
    cv::Mat soft;
    cv::blur(bgr, soft, {3, 3});
    for (std::size_t i = 0; i < 4; ++i) {
        if (const auto shadow = shadowAt(soft, gradients, quad, i))
            return lit(bgr, *shadow, profileOf(soft, *shadow));
    }
    return std::nullopt;
}

} // namespace scrutineer::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/shadow_lines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr double leastShare = 0.03; ///< of the document
constexpr double mostShare = 0.9;

/// How much darker each pixel is than the bright ones of its own colour in the same part (document or table).
cv::Mat dropOf(const PaperLight &light, const cv::Mat &part)
{
    constexpr float cell = 0.05F; // of the logarithm
    constexpr int cells = 40;     // a colour's two ratios, from -1 to 1
    const auto cellOf = [&](int row, int column) {
        const float green = light.log[1].at<float>(row, column);
        const auto index = [&](const cv::Mat &log) {
            return std::clamp(int(std::lround((log.at<float>(row, column) - green) / cell)) + cells / 2, 1,
                              cells - 2);
        };
        return cv::Point(index(light.log[0]), index(light.log[2]));
    };
    constexpr int levels = 64; // of brightness, a tenth of the logarithm each
    std::vector<std::array<int, levels>> counts(std::size_t(cells * cells));
    int total = 0;
    for (int row = 0; row < part.rows; ++row) {
        for (int column = 0; column < part.cols; ++column) {
            if (part.at<uchar>(row, column) == 0)
                continue;
            const cv::Point at = cellOf(row, column);
            const int level = std::clamp(int(light.mean.at<float>(row, column) * 10), 0, levels - 1);
            ++counts[std::size_t(at.y * cells + at.x)][std::size_t(level)];
            ++total;
        }
    }
    cv::Mat bright(cells, cells, CV_32F, cv::Scalar(-1));
    for (int y = 1; y + 1 < cells; ++y) {
        for (int x = 1; x + 1 < cells; ++x) {
            std::array<int, levels> near{};
            int all = 0;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    const auto &cellCounts = counts[std::size_t((y + dy) * cells + x + dx)];
                    for (std::size_t level = 0; level < levels; ++level) {
                        near[level] += cellCounts[level];
                        all += cellCounts[level];
                    }
                }
            }
            constexpr double rare = 0.01;
            if (all < rare * total)
                continue;
            int above = 0;
            constexpr double brightShare = 0.12;
            for (int level = levels - 1; level >= 0; --level) {
                above += near[std::size_t(level)];
                if (above >= brightShare * all) {
                    bright.at<float>(y, x) = float(level + 0.5) / 10;
                    break;
                }
            }
        }
    }
    cv::Mat drop = cv::Mat::zeros(part.size(), CV_32F);
    for (int row = 0; row < part.rows; ++row) {
        for (int column = 0; column < part.cols; ++column) {
            if (part.at<uchar>(row, column) == 0)
                continue;
            const float reference = bright.at<float>(cellOf(row, column));
            if (reference >= 0)
                drop.at<float>(row, column) = std::max(0.0F, reference - light.mean.at<float>(row, column));
        }
    }
    return drop;
}

/// The places along a patch's outline.
std::vector<LightStep> stepsAround(const cv::Mat &patch, const LightSteps &light)
{
    cv::Mat soft;
    patch.convertTo(soft, CV_32F, 1 / 255.0);
    cv::GaussianBlur(soft, soft, {}, 4);
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(patch, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    std::vector<LightStep> steps;
    for (const auto &contour : contours) {
        for (const cv::Point &at : contour) {
            if (at.x < 2 || at.y < 2 || at.x + 2 >= soft.cols || at.y + 2 >= soft.rows)
                continue;
            const cv::Point2f into(soft.at<float>(at.y, at.x + 2) - soft.at<float>(at.y, at.x - 2),
                                   soft.at<float>(at.y + 2, at.x) - soft.at<float>(at.y - 2, at.x));
            const float length = std::hypot(into.x, into.y);
            if (length < 1e-4F)
                continue;
            if (const std::optional<LightStep> step =
                    light.across(at, into * (-1 / length), LightSteps::beyondPenumbra))
                steps.push_back(*step);
        }
    }
    return steps;
}

/// How much of a patch's outline says that it is a shadow: along it, on the document and on what lies beside,
/// light falls by one amount and in all colours alike. 0: it is none.
double sharesAround(const cv::Mat &patch, const LightSteps &light)
{
    constexpr double leastDocumentShare = 0.25; // portraits and dark bands may be part of the patch
    constexpr double leastTableShare = 0.15;    // dark tables are
    const OutlineProof proof = proofOf(stepsAround(patch, light));
    if (!proof.isLongEnough() || proof.document.share() < leastDocumentShare ||
        proof.table.share() < leastTableShare)
        return 0;
    return proof.shares();
}

/// Connected patches of what is darker than a threshold, smoothed.
std::vector<cv::Mat> patchesOf(const cv::Mat &drop, double threshold, const Surroundings &around)
{
    cv::Mat dark = drop > threshold;
    const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, {9, 9});
    cv::morphologyEx(dark, dark, cv::MORPH_CLOSE, disc);
    cv::morphologyEx(dark, dark, cv::MORPH_OPEN, disc);
    cv::Mat labels;
    cv::Mat statistics;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(dark, labels, statistics, centres);
    std::vector<cv::Mat> patches;
    const double page = around.document.area();
    for (int label = 1; label < count; ++label) {
        if (statistics.at<int>(label, cv::CC_STAT_AREA) < leastShare * page)
            continue;
        cv::Mat patch = labels == label;
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(patch, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
        cv::drawContours(patch, contours, -1, 255, cv::FILLED); // print that is lighter than paper
        const double share = cv::countNonZero(patch(around.document)) / page;
        if (share >= leastShare && share <= mostShare)
            patches.push_back(patch);
    }
    return patches;
}

/// Blown highlights and their halo: beside them all paper looks shaded.
cv::Mat highlightsOf(const cv::Mat &bgr)
{
    constexpr int white = 247;
    constexpr int halo = 31; // pixels across
    cv::Mat blown;
    cv::inRange(bgr, cv::Scalar::all(white), cv::Scalar::all(255), blown);
    cv::morphologyEx(blown, blown, cv::MORPH_OPEN, cv::Mat::ones(5, 5, CV_8U));
    cv::dilate(blown, blown, cv::Mat::ones(halo, halo, CV_8U));
    return blown;
}

} // namespace

Measured measureShadow(const Canonical &document, const Surroundings &around)
{
    const PaperLight light = paperLightOf(around.bgr);
    const LightSteps steps(around, light);
    cv::Mat page = cv::Mat::zeros(around.valid.size(), CV_8U);
    page(around.document) = 255;
    page &= around.valid;
    const cv::Mat table = around.valid & ~page;
    page &= ~highlightsOf(around.bgr);
    ProvenShadow best = findStraightShadow(light, steps).value_or(ProvenShadow{});
    const cv::Mat drop = dropOf(light, page) + dropOf(light, table);
    for (const double threshold : {0.12, 0.18, 0.26, 0.38, 0.55}) {
        for (const cv::Mat &patch : patchesOf(drop, threshold, around)) {
            const double shares = sharesAround(patch, steps);
            if (shares > best.shares)
                best = {patch, shares};
        }
    }
    // Measured: straight shadows 1.69 and more, all else 1.35 and less.
    constexpr double convincing = 1.4;
    if (best.shares < convincing)
        return facts::Measurement{};
    const double share = cv::countNonZero(best.mask(around.document)) / double(around.document.area());
    return facts::Measurement{share, around.outlines(best.mask, document)};
}

} // namespace scrutineer::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/surroundings.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace scrutineer::image {

namespace {

// Lengths are pixels of Surroundings, 320 to the document's longer side. Brightness is its natural logarithm:
// a shadow takes the same amount off every colour that it crosses.
constexpr double leastDrop = 0.16;
constexpr double mostDrop = 1.5;
constexpr double leastShare = 0.03; ///< of the document
constexpr double mostShare = 0.9;

struct Light
{
    cv::Mat log[3]; ///< CV_32F: blue, green, red of the paper between the print
    cv::Mat mean;   ///< CV_32F
};

Light lightOf(const cv::Mat &bgr)
{
    cv::Mat paper;
    cv::morphologyEx(bgr, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
    cv::medianBlur(paper, paper, 5);
    Light light;
    cv::Mat channels[3];
    cv::split(paper, channels);
    light.mean = cv::Mat::zeros(bgr.size(), CV_32F);
    for (int channel = 0; channel < 3; ++channel) {
        channels[channel].convertTo(light.log[channel], CV_32F, 1, 4);
        cv::log(light.log[channel], light.log[channel]);
        light.mean += light.log[channel] / 3;
    }
    return light;
}

/// How much darker each pixel is than the bright ones of its own colour in the same part (document or table).
cv::Mat dropOf(const Light &light, const cv::Mat &part)
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

/// A place on a patch's outline: how much brighter it is outside than inside.
struct Step
{
    double all = 0;
    double uneven = 0; ///< between the channels
    bool onDocument = false;
};

struct Edge
{
    int tested = 0;
    int fits = 0;

    [[nodiscard]] double share() const { return tested > 0 ? fits / double(tested) : 0; }
};

class Prover
{
public:
    Prover(const Surroundings &around, const Light &light)
    {
        for (int channel = 0; channel < 3; ++channel)
            cv::blur(light.log[channel], m_log[channel], {3, 3});
        cv::Mat inner = around.valid.clone();
        cv::erode(inner, inner, cv::Mat::ones(5, 5, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
        constexpr int gap = 4; // the document's border is nobody's
        m_document = cv::Mat::zeros(inner.size(), CV_8U);
        m_table = inner.clone();
        const cv::Rect page = around.document;
        m_document(cv::Rect(page.x + gap, page.y + gap, page.width - 2 * gap, page.height - 2 * gap)) = 255;
        m_document &= inner;
        m_table(cv::Rect(page.x - gap, page.y - gap, page.width + 2 * gap, page.height + 2 * gap)) = 0;
    }

    /// Whether a patch is a shadow: along its outline, on the document and on what lies beside, light falls
    /// by one amount and in all colours alike. The sum of the two shares of the outline that do; 0: no
    /// shadow.
    [[nodiscard]] double proof(const cv::Mat &patch) const
    {
        const std::vector<Step> steps = stepsOf(patch);
        std::vector<double> drops;
        for (const Step &step : steps) {
            if (step.onDocument && step.all > leastDrop && step.all < mostDrop)
                drops.push_back(step.all);
        }
        if (drops.empty())
            return 0;
        const auto at = drops.begin() + std::ptrdiff_t(drops.size() / 2);
        std::nth_element(drops.begin(), at, drops.end());
        const double drop = *at;
        Edge document;
        Edge table;
        for (const Step &step : steps) {
            Edge &edge = step.onDocument ? document : table;
            ++edge.tested;
            if (step.all > leastDrop * 0.8 && std::abs(step.all - drop) < 0.08 + 0.3 * drop &&
                step.uneven < 0.05 + 0.12 * drop)
                ++edge.fits;
        }
        constexpr int leastOnDocument = 50; // a quarter of a card's height
        constexpr int leastOnTable = 8;
        constexpr double leastDocumentShare = 0.25; // portraits and dark bands may be part of the patch
        constexpr double leastTableShare = 0.15;    // dark tables are
        if (document.fits < leastOnDocument || table.fits < leastOnTable ||
            document.share() < leastDocumentShare || table.share() < leastTableShare)
            return 0;
        return document.share() + table.share();
    }

private:
    [[nodiscard]] std::vector<Step> stepsOf(const cv::Mat &patch) const
    {
        cv::Mat soft;
        patch.convertTo(soft, CV_32F, 1 / 255.0);
        cv::GaussianBlur(soft, soft, {}, 4);
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(patch, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
        std::vector<Step> steps;
        for (const auto &contour : contours) {
            for (const cv::Point &at : contour) {
                if (const std::optional<Step> step = stepAt(soft, at))
                    steps.push_back(*step);
            }
        }
        return steps;
    }

    [[nodiscard]] std::optional<Step> stepAt(const cv::Mat &soft, const cv::Point &at) const
    {
        if (at.x < 2 || at.y < 2 || at.x + 2 >= soft.cols || at.y + 2 >= soft.rows)
            return std::nullopt;
        const float dx = soft.at<float>(at.y, at.x + 2) - soft.at<float>(at.y, at.x - 2);
        const float dy = soft.at<float>(at.y + 2, at.x) - soft.at<float>(at.y - 2, at.x);
        const float length = std::hypot(dx, dy);
        if (length < 1e-4F)
            return std::nullopt;
        constexpr float reach = 9; // beyond most penumbras
        const cv::Point in(cvRound(float(at.x) + dx / length * reach),
                           cvRound(float(at.y) + dy / length * reach));
        const cv::Point out(cvRound(float(at.x) - dx / length * reach),
                            cvRound(float(at.y) - dy / length * reach));
        const cv::Rect frame({0, 0}, soft.size());
        if (!frame.contains(in) || !frame.contains(out))
            return std::nullopt;
        Step step;
        step.onDocument = m_document.at<uchar>(in) && m_document.at<uchar>(out);
        if (!step.onDocument && !(m_table.at<uchar>(in) && m_table.at<uchar>(out)))
            return std::nullopt;
        std::array<double, 3> by{};
        for (std::size_t channel = 0; channel < 3; ++channel)
            by[channel] = double(m_log[channel].at<float>(out)) - double(m_log[channel].at<float>(in));
        step.all = (by[0] + by[1] + by[2]) / 3;
        step.uneven = std::max({by[0], by[1], by[2]}) - std::min({by[0], by[1], by[2]});
        return step;
    }

    cv::Mat m_log[3];
    cv::Mat m_document;
    cv::Mat m_table;
};

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
    const Light light = lightOf(around.bgr);
    const Prover prover(around, light);
    cv::Mat page = cv::Mat::zeros(around.valid.size(), CV_8U);
    page(around.document) = 255;
    page &= around.valid;
    const cv::Mat table = around.valid & ~page;
    page &= ~highlightsOf(around.bgr);
    const cv::Mat drop = dropOf(light, page) + dropOf(light, table);
    /// Measured: drawn shadows 1.06 and more, a passport's cover and pages on granite 0.80, all else below
    /// 0.6.
    constexpr double convincing = 0.95;
    cv::Mat best;
    double most = convincing;
    for (const double threshold : {0.12, 0.18, 0.26, 0.38, 0.55}) {
        for (const cv::Mat &patch : patchesOf(drop, threshold, around)) {
            const double proof = prover.proof(patch);
            if (proof > most) {
                most = proof;
                best = patch;
            }
        }
    }
    if (best.empty())
        return facts::Measurement{};
    const double share = cv::countNonZero(best(around.document)) / double(around.document.area());
    return facts::Measurement{share, around.outlines(best, document)};
}

} // namespace scrutineer::image

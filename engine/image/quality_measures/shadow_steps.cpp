// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/shadow_steps.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::image {

namespace {
constexpr double leastDrop = 0.16; // of a shadow
constexpr double mostDrop = 1.5;
constexpr double almost = 0.8; // of the least drop, at single places

/// Whether light falls in all colours alike: what is left of it in the shade has nearly the same colour.
bool isEven(const LightStep &step, double drop)
{
    return step.uneven < 0.05 + 0.12 * drop;
}
} // namespace

PaperLight paperLightOf(const cv::Mat &bgr)
{
    cv::Mat paper;
    cv::morphologyEx(bgr, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
    cv::medianBlur(paper, paper, 5);
    PaperLight light;
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

LightSteps::LightSteps(const Surroundings &around, const PaperLight &light)
{
    for (int channel = 0; channel < 3; ++channel)
        cv::blur(light.log[channel], m_log[channel], {3, 3});
    cv::Mat inner = around.valid.clone();
    cv::erode(inner, inner, cv::Mat::ones(5, 5, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, 0);
    constexpr int gap = 4;
    m_document = cv::Mat::zeros(inner.size(), CV_8U);
    m_table = inner.clone();
    const cv::Rect page = around.document;
    m_document(cv::Rect(page.x + gap, page.y + gap, page.width - 2 * gap, page.height - 2 * gap)) = 255;
    m_document &= inner;
    m_table(cv::Rect(page.x - gap, page.y - gap, page.width + 2 * gap, page.height + 2 * gap)) = 0;
}

std::optional<LightStep> LightSteps::across(const cv::Point2f &at, const cv::Point2f &towardsLight,
                                            float reach) const
{
    const cv::Point in(at - reach * towardsLight);
    const cv::Point out(at + reach * towardsLight);
    const cv::Rect frame({0, 0}, m_table.size());
    if (!frame.contains(in) || !frame.contains(out))
        return std::nullopt;
    LightStep step;
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

bool LightStep::mayBeShadow() const
{
    return all > leastDrop * almost && all < mostDrop && isEven(*this, all);
}

bool OutlineProof::isLongEnough() const
{
    constexpr int leastOnDocument = 50; // a quarter of a card's height
    constexpr int leastOnTable = 8;
    return document.fits >= leastOnDocument && table.fits >= leastOnTable;
}

bool isOneDrop(double drop, double other)
{
    return std::abs(drop - other) < 0.08 + 0.3 * other;
}

OutlineProof proofOf(const std::vector<LightStep> &steps)
{
    OutlineProof proof;
    std::vector<double> drops;
    for (const LightStep &step : steps) {
        if (step.onDocument && step.all > leastDrop && step.all < mostDrop)
            drops.push_back(step.all);
    }
    if (drops.empty())
        return proof;
    const auto at = drops.begin() + std::ptrdiff_t(drops.size() / 2);
    std::nth_element(drops.begin(), at, drops.end());
    proof.drop = *at;
    for (const LightStep &step : steps) {
        OutlinePart &part = step.onDocument ? proof.document : proof.table;
        ++part.tested;
        if (step.all > leastDrop * almost && isOneDrop(step.all, proof.drop) && isEven(step, proof.drop))
            ++part.fits;
    }
    return proof;
}

} // namespace scrutineer::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/ghosts.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::forensics {

namespace {
constexpr int reach = 48;              ///< quantised values beyond ± this tell nothing more
constexpr int largestStep = 60;        ///< of the earlier compression that is looked for
constexpr int fineness = 2;            ///< histogram cells a grey level
constexpr int fineReach = 1024;        ///< grey levels of a DCT mode
constexpr int sampledBlocks = 6000;    ///< to learn the shape of the histograms from
constexpr double unknownShare = 0.4;   ///< of the picture may be something else: what came later
constexpr double leastLikely = 0.02;   ///< of a value that an earlier compression should not leave
constexpr double leastEvidence = 0.03; ///< nats per coefficient for a mode to tell
constexpr int leastValues = 400;       ///< of a mode that are not zero

using Histogram = std::vector<double>;
using Likelihoods = std::array<double, 2 * reach + 1>;

/// Histograms of the picture's unquantised DCT modes, from blocks off the grid.
std::vector<Histogram> shapes(const cv::Mat &luma)
{
    std::vector<Histogram> fine(keptModes, Histogram(2 * fineReach * fineness + 1, 0.0));
    const int columns = (luma.cols - 2 * blockSide) / blockSide;
    const int rows = (luma.rows - 2 * blockSide) / blockSide;
    const int step = std::max(1, int(std::sqrt(double(columns) * rows / sampledBlocks)));
    cv::Mat block;
    cv::Mat frequencies;
    for (int row = 0; row < rows; row += step) {
        for (int column = row / step % step; column < columns; column += step) {
            const int turn = row * 7 + column * 3; // any place but the grid's own
            const cv::Point corner(column * blockSide + 1 + turn % 7, row * blockSide + 1 + turn / 7 % 7);
            luma(cv::Rect(corner, cv::Size(blockSide, blockSide))).convertTo(block, CV_32F);
            cv::dct(block, frequencies);
            for (int mode = 0; mode < keptModes; ++mode) {
                const int cell = int(std::lround(double(frequencies.at<float>(modePlace(mode))) * fineness)) +
                                 fineReach * fineness;
                fine[std::size_t(mode)][std::size_t(std::clamp(cell, 0, 2 * fineReach * fineness))] += 1;
            }
        }
    }
    for (Histogram &histogram : fine) { // small counts would look like combs
        cv::Mat line(1, int(histogram.size()), CV_64F, histogram.data());
        cv::Mat wide;
        cv::GaussianBlur(line, wide, {}, 6 * fineness, 1);
        cv::GaussianBlur(line, line, {}, 0.7 * fineness, 1);
        line += 0.1 * wide + 1e-3;
    }
    return fine;
}

/// Likelihood of each quantised value but zero after an earlier quantisation (0: none).
Likelihoods valuesAfter(const Histogram &shape, int earlier, int last)
{
    Likelihoods likely{};
    for (int cell = 0; cell < int(shape.size()); ++cell) {
        double value = double(cell - fineReach * fineness) / fineness;
        const double weight = shape[std::size_t(cell)];
        if (earlier > 0)
            value = std::round(value / earlier) * earlier;
        // Decoding rounds to whole grey levels: what was a multiple lies a little beside it now.
        for (const auto &[shift, share] :
             {std::pair(-0.5, 0.15), std::pair(0.0, 0.7), std::pair(0.5, 0.15)}) {
            const int after = int(std::lround((value + (earlier > 0 ? shift : 0)) / last));
            if (after != 0 && std::abs(after) <= reach)
                likely[std::size_t(after + reach)] += weight * share;
        }
    }
    double sum = 0;
    for (const double value : likely)
        sum += value;
    for (double &value : likely)
        value = value / std::max(sum, 1e-12) + 1e-7;
    return likely;
}

struct ModeFinding
{
    int step = 0;
    double evidence = 0;  ///< nats per value that is not zero
    Likelihoods ratios{}; ///< log of "after the earlier compression" to "without"
};

std::array<double, 2 * reach + 1> countsOf(const JpegCoefficients &stored, int mode)
{
    std::array<double, 2 * reach + 1> counts{};
    for (int row = 0; row < stored.modes.rows; ++row) {
        const auto *values = stored.modes.ptr<std::int16_t>(row) + mode;
        for (int column = 0; column < stored.modes.cols; ++column, values += keptModes) {
            if (*values != 0 && std::abs(*values) <= reach)
                counts[std::size_t(*values + reach)] += 1;
        }
    }
    return counts;
}

/// The earlier step that explains a mode's values best, allowing for a part of the picture that came later.
ModeFinding explain(const std::array<double, 2 * reach + 1> &counts, const Histogram &shape, int last)
{
    ModeFinding best;
    double total = 0;
    for (const double count : counts)
        total += count;
    if (total < leastValues)
        return best;
    const Likelihoods single = valuesAfter(shape, 0, last);
    for (int step = 2; step <= largestStep; ++step) {
        if (step == last || last % step == 0)
            continue; // leaves no comb
        const Likelihoods twice = valuesAfter(shape, step, last);
        double evidence = 0;
        for (std::size_t value = 0; value < counts.size(); ++value) {
            if (counts[value] > 0)
                evidence += counts[value] *
                            std::log(unknownShare + (1 - unknownShare) * twice[value] / single[value]);
        }
        evidence /= total;
        if (evidence <= best.evidence)
            continue;
        best.step = step;
        best.evidence = evidence;
        for (std::size_t value = 0; value < counts.size(); ++value)
            best.ratios[value] = std::log(std::max(leastLikely, twice[value] / single[value]));
    }
    if (best.evidence < leastEvidence)
        best.step = 0;
    return best;
}

void weighBlocks(CompressionHistory &history, const JpegCoefficients &stored,
                 const std::vector<ModeFinding> &findings)
{
    history.blocks = cv::Mat::zeros(stored.modes.size(), CV_32F);
    history.weights = cv::Mat::zeros(stored.modes.size(), CV_32F);
    for (int row = 0; row < stored.modes.rows; ++row) {
        const auto *values = stored.modes.ptr<std::int16_t>(row);
        auto *nats = history.blocks.ptr<float>(row);
        auto *weights = history.weights.ptr<float>(row);
        for (int column = 0; column < stored.modes.cols; ++column, values += keptModes) {
            for (int mode = 0; mode < keptModes; ++mode) {
                const ModeFinding &finding = findings[std::size_t(mode)];
                if (finding.step == 0 || values[mode] == 0 || std::abs(values[mode]) > reach)
                    continue;
                nats[column] += float(finding.ratios[std::size_t(values[mode] + reach)]);
                weights[column] += float(finding.evidence);
            }
        }
    }
}
} // namespace

std::optional<CompressionHistory> compressionHistory(const JpegCoefficients &stored, const cv::Mat &luma)
{
    if (std::min(luma.cols, luma.rows) < 16 * blockSide)
        return std::nullopt;
    const std::vector<Histogram> fine = shapes(luma);
    CompressionHistory history;
    std::vector<ModeFinding> findings;
    for (int mode = 0; mode < keptModes; ++mode) {
        findings.push_back(explain(countsOf(stored, mode), fine[std::size_t(mode)],
                                   std::max(1, stored.steps[std::size_t(mode)])));
        history.earlierSteps[std::size_t(mode)] = findings.back().step;
        history.tellingModes += findings.back().step > 0 ? 1 : 0;
        history.evidence = std::max(history.evidence, findings.back().evidence);
    }
    if (history.tellingModes == 0)
        return std::nullopt;
    weighBlocks(history, stored, findings);
    return history;
}

} // namespace scrutineer::forensics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/ghosts.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
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
constexpr double leastInAll = 0.3;     ///< the same, all modes together
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

void normalise(Likelihoods &likely)
{
    double sum = 0;
    for (const double value : likely)
        sum += value;
    for (double &value : likely)
        value = value / std::max(sum, 1e-12) + 1e-7;
}

/// Adds what a value becomes after the last quantisation.
void addQuantised(Likelihoods &likely, double value, double weight, int last)
{
    const int after = int(std::lround(value / last));
    if (after != 0 && std::abs(after) <= reach)
        likely[std::size_t(after + reach)] += weight;
}

/// Likelihood of each quantised value but zero in a picture that was compressed once.
Likelihoods valuesOnce(const Histogram &shape, int last)
{
    Likelihoods likely{};
    for (int cell = 0; cell < int(shape.size()); ++cell)
        addQuantised(likely, double(cell - fineReach * fineness) / fineness, shape[std::size_t(cell)], last);
    normalise(likely);
    return likely;
}

/// The same after an earlier quantisation. Decoding rounds luma, colours and luma again to whole grey levels:
/// what was a multiple of the step lies beside it now, by a deviation of 0.33.
Likelihoods valuesTwice(const Histogram &shape, int earlier, int last)
{
    constexpr std::array<std::pair<double, double>, 7> beside{{{-1.05, 0.003},
                                                               {-0.7, 0.045},
                                                               {-0.35, 0.241},
                                                               {0.0, 0.422},
                                                               {0.35, 0.241},
                                                               {0.7, 0.045},
                                                               {1.05, 0.003}}};
    std::vector<double> multiples(std::size_t(2 * (fineReach / earlier + 1) + 1), 0.0);
    const int middle = int(multiples.size() / 2);
    for (int cell = 0; cell < int(shape.size()); ++cell) {
        const int from = cell - fineReach * fineness;
        const int multiple = (std::abs(from) + earlier * fineness / 2) / (earlier * fineness);
        multiples[std::size_t(from < 0 ? middle - multiple : middle + multiple)] += shape[std::size_t(cell)];
    }
    Likelihoods likely{};
    for (int multiple = 0; multiple < int(multiples.size()); ++multiple) {
        for (const auto &[shift, share] : beside)
            addQuantised(likely, (multiple - middle) * double(earlier) + shift,
                         multiples[std::size_t(multiple)] * share, last);
    }
    normalise(likely);
    return likely;
}

struct ModeFinding
{
    int step = 0;
    double evidence = 0;  ///< nats per value that is not zero
    Likelihoods ratios{}; ///< log of "after the earlier compression" to "without"
    double expected = 0;  ///< mean of the ratios after the earlier compression
    double spread = 0;    ///< their variance
    double without = 0;   ///< mean of the ratios without it
};

void describe(ModeFinding &finding, const Likelihoods &twice, const Likelihoods &single)
{
    double square = 0;
    for (std::size_t value = 0; value < twice.size(); ++value) {
        finding.ratios[value] = std::log(std::max(leastLikely, twice[value] / single[value]));
        finding.expected += twice[value] * finding.ratios[value];
        square += twice[value] * finding.ratios[value] * finding.ratios[value];
        finding.without += single[value] * finding.ratios[value];
    }
    finding.spread = square - finding.expected * finding.expected;
}

std::array<double, 2 * reach + 1> countsOf(const JpegCoefficients &stored, const cv::Mat &clipped, int mode)
{
    std::array<double, 2 * reach + 1> counts{};
    for (int row = 0; row < stored.modes.rows; ++row) {
        const auto *values = stored.modes.ptr<std::int16_t>(row) + mode;
        for (int column = 0; column < stored.modes.cols; ++column, values += keptModes) {
            if (*values != 0 && std::abs(*values) <= reach && clipped.at<uchar>(row, column) == 0)
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
    const Likelihoods single = valuesOnce(shape, last);
    for (int step = 2; step <= largestStep; ++step) {
        if (step == last || last % step == 0)
            continue; // leaves no comb
        const Likelihoods twice = valuesTwice(shape, step, last);
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
    }
    if (best.evidence < leastEvidence)
        return {};
    describe(best, valuesTwice(shape, best.step, last), single);
    return best;
}

void weighBlocks(CompressionHistory &history, const JpegCoefficients &stored, const cv::Mat &clipped,
                 const std::vector<ModeFinding> &findings)
{
    for (cv::Mat *map : {&history.blocks, &history.expected, &history.spread, &history.without})
        *map = cv::Mat::zeros(stored.modes.size(), CV_32F);
    for (int row = 0; row < stored.modes.rows; ++row) {
        const auto *values = stored.modes.ptr<std::int16_t>(row);
        for (int column = 0; column < stored.modes.cols; ++column, values += keptModes) {
            if (clipped.at<uchar>(row, column) != 0)
                continue;
            for (int mode = 0; mode < keptModes; ++mode) {
                const ModeFinding &finding = findings[std::size_t(mode)];
                if (finding.step == 0 || values[mode] == 0 || std::abs(values[mode]) > reach)
                    continue;
                history.blocks.at<float>(row, column) +=
                    float(finding.ratios[std::size_t(values[mode] + reach)]);
                history.expected.at<float>(row, column) += float(finding.expected);
                history.spread.at<float>(row, column) += float(finding.spread);
                history.without.at<float>(row, column) += float(finding.without);
            }
        }
    }
}

/// Blocks with several black or white pixels: clipping adds what no quantisation left.
cv::Mat clippedBlocks(const cv::Mat &bgr, cv::Size blocks)
{
    constexpr int fewSamples = 1; // of the 48 in every fourth row of a block
    cv::Mat counts(blocks, CV_16U, cv::Scalar(0));
    for (int row = 0; row < std::min(bgr.rows, blocks.height * blockSide); row += 4) {
        const uchar *pixels = bgr.ptr(row);
        auto *count = counts.ptr<ushort>(row / blockSide);
        for (int column = 0; column < std::min(bgr.cols / blockSide, blocks.width); ++column) {
            unsigned extremes = 0;
            for (int i = 0; i < 3 * blockSide; ++i, ++pixels)
                extremes += unsigned(uchar(*pixels + 1) <= 1 ? 1 : 0); // 255 and 0
            count[column] = ushort(count[column] + extremes);
        }
    }
    return counts > fewSamples;
}
} // namespace

std::optional<CompressionHistory> compressionHistory(const JpegCoefficients &stored, const cv::Mat &decoded,
                                                     const cv::Mat &luma)
{
    if (std::min(decoded.cols, decoded.rows) < 16 * blockSide)
        return std::nullopt;
    const cv::Mat clipped = clippedBlocks(decoded, stored.modes.size());
    const std::vector<Histogram> fine = shapes(luma);
    CompressionHistory history;
    std::vector<ModeFinding> findings;
    for (int mode = 0; mode < keptModes; ++mode) {
        findings.push_back(explain(countsOf(stored, clipped, mode), fine[std::size_t(mode)],
                                   std::max(1, stored.steps[std::size_t(mode)])));
        history.earlierSteps[std::size_t(mode)] = findings.back().step;
        history.tellingModes += findings.back().step > 0 ? 1 : 0;
    }
    double evidence = 0;
    for (const ModeFinding &finding : findings)
        evidence += finding.evidence;
    if (evidence < leastInAll)
        return std::nullopt;
    weighBlocks(history, stored, clipped, findings);
    return history;
}

} // namespace scrutineer::forensics

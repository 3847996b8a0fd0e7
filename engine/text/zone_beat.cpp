// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/zone_beat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numeric>

namespace scrutineer::text {

namespace {

constexpr double pitchWanted = 16; ///< pixels of a strip

struct RowBand
{
    double middle = 32;
    double height = pitchWanted;
    double slope = 0;
};

/// Ink of a strip without its ground.
cv::Mat inkOf(const cv::Mat &strip)
{
    cv::Mat ink;
    cv::morphologyEx(strip, ink, cv::MORPH_BLACKHAT, cv::getStructuringElement(cv::MORPH_RECT, {13, 17}));
    return ink;
}

std::vector<double> rowProfile(const cv::Mat &ink, double slope)
{
    std::vector<double> profile(static_cast<std::size_t>(ink.rows), 0);
    const double centre = ink.cols / 2.0;
    for (int x = static_cast<int>(stripMargin); x < ink.cols - stripMargin; x += 3) {
        const int shift = static_cast<int>(std::lround(slope * (x - centre)));
        const int from = std::max(0, -shift);
        const int to = std::min(ink.rows, ink.rows - shift);
        for (int y = from; y < to; ++y)
            profile[static_cast<std::size_t>(y)] += ink.at<uchar>(y + shift, x);
    }
    return profile;
}

double steepness(const std::vector<double> &profile)
{
    double sum = 0;
    for (std::size_t y = 2; y < profile.size(); ++y)
        sum += (profile[y] - profile[y - 2]) * (profile[y] - profile[y - 2]);
    return sum;
}

/// The slope along which rows of ink and paper part best, and the band of ink at the middle of the strip.
RowBand bandOf(const cv::Mat &ink)
{
    RowBand band;
    double best = -1;
    for (double slope = -0.06; slope <= 0.0601; slope += 0.005) {
        const double sharp = steepness(rowProfile(ink, slope));
        if (sharp > best) {
            best = sharp;
            band.slope = slope;
        }
    }
    const std::vector<double> profile = rowProfile(ink, band.slope);
    std::vector<double> sums(profile.size() + 1, 0);
    std::partial_sum(profile.begin(), profile.end(), sums.begin() + 1);
    const auto mean = [&](int from, int to) {
        from = std::clamp(from, 0, ink.rows - 1);
        to = std::clamp(to, from + 1, ink.rows);
        return (sums[static_cast<std::size_t>(to)] - sums[static_cast<std::size_t>(from)]) / (to - from);
    };
    double contrast = -1e18;
    for (int height = 9; height <= 26; ++height) {
        for (int top = ink.rows / 2 - height / 2 - 13; top <= ink.rows / 2 - height / 2 + 13; ++top) {
            const double inside = mean(top, top + height);
            const double outside = (mean(top - 5, top - 1) + mean(top + height + 1, top + height + 5)) / 2;
            const double far = std::abs(top + height / 2.0 - ink.rows / 2.0);
            const double here = (inside - outside) * std::sqrt(height) * (1 - 0.012 * far);
            if (here > contrast) {
                contrast = here;
                band.middle = top + height / 2.0;
                band.height = height;
            }
        }
    }
    return band;
}

/// How much ink stands in each column, with the tide taken out.
std::vector<double> columnProfile(const cv::Mat &ink, const RowBand &band)
{
    std::vector<double> profile(static_cast<std::size_t>(ink.cols), 0);
    for (int x = 0; x < ink.cols; ++x) {
        const double middle = band.middle + band.slope * (x - ink.cols / 2.0);
        const int top = std::clamp(static_cast<int>(middle - band.height / 2), 0, ink.rows - 1);
        const int bottom = std::clamp(static_cast<int>(middle + band.height / 2), top, ink.rows - 1);
        for (int y = top; y <= bottom; ++y)
            profile[static_cast<std::size_t>(x)] += ink.at<uchar>(y, x);
    }
    const cv::Mat row(1, static_cast<int>(profile.size()), CV_64F, profile.data());
    cv::Mat tide;
    cv::Mat strength;
    cv::blur(row, tide, {41, 1});
    cv::blur(cv::abs(row - tide), strength, {61, 1});
    cv::Mat even = (row - tide) / (strength + 0.3 * cv::mean(strength)[0] + 1);
    even = cv::min(cv::max(even, -2.0), 2.0);
    return {even.begin<double>(), even.end<double>()};
}

/// A pitch, how it changes, and where cells stand: x = centre + pitch (u + change u²), cells at u = shift +
/// k.
struct Beat
{
    double pitch = pitchWanted;
    double change = 0;
    double shift = 0;
    double strength = 0;
};

Beat beatAt(const std::vector<double> &profile, double pitch, double change)
{
    constexpr std::size_t steps = 512;
    static const std::vector<std::complex<double>> circle = [] {
        std::vector<std::complex<double>> points(steps);
        for (std::size_t i = 0; i < steps; ++i)
            points[i] = std::polar(1.0, -2 * CV_PI * static_cast<double>(i) / steps);
        return points;
    }();
    const double centre = static_cast<double>(profile.size()) / 2;
    std::complex<double> sum = 0;
    for (std::size_t x = 0; x < profile.size(); x += 2) {
        const double v = (static_cast<double>(x) - centre) / pitch;
        const double u = v - change * v * v;
        const double part = u - std::floor(u);
        sum += profile[x] * circle[std::min(steps - 1, static_cast<std::size_t>(part * steps))];
    }
    return {pitch, change, -std::arg(sum) / (2 * CV_PI), std::abs(sum)};
}

Beat refined(const std::vector<double> &profile, const Beat &rough)
{
    Beat best = rough;
    for (int pitchStep = -4; pitchStep <= 4; ++pitchStep) {
        for (int changeStep = -3; changeStep <= 3; ++changeStep) {
            const Beat fine =
                beatAt(profile, rough.pitch * (1 + 0.002 * pitchStep), rough.change + 0.0003 * changeStep);
            if (fine.strength > best.strength)
                best = fine;
        }
    }
    return best;
}

/// The strongest beat of rows that hold a whole line, and the strongest of all where that is another one:
/// rows may hold a part of a line, and strokes of letters beat twice as fast as cells.
std::vector<Beat> beatsOf(const std::vector<double> &profile)
{
    constexpr double wholeFrom = 12.6; // 44 cells and a little
    constexpr double wholeTo = 21;     // 30 cells
    Beat whole;
    Beat part;
    for (double pitch = 9; pitch < 30; pitch *= 1.008) {
        Beat &best = pitch > wholeFrom && pitch < wholeTo ? whole : part;
        for (const double change : {-0.0024, -0.0012, 0.0, 0.0012, 0.0024}) {
            const Beat beat = beatAt(profile, pitch, change);
            if (beat.strength > best.strength)
                best = beat;
        }
    }
    std::vector<Beat> best{refined(profile, whole)};
    if (part.strength > 0.8 * whole.strength)
        best.push_back(refined(profile, part));
    if (part.strength > 0.8 * whole.strength && part.pitch < wholeFrom)
        best.push_back(refined(profile, beatAt(profile, 2 * part.pitch, 2 * part.change)));
    return best;
}

CellGrid gridOf(const Beat &beat, const RowBand &band, int columns, double left)
{
    const double centre = columns / 2.0;
    double v = beat.shift;
    const auto xOf = [&](double u) { return centre + beat.pitch * (u + beat.change * u * u); };
    while (xOf(v) > left + beat.pitch * 0.2)
        v -= 1;
    while (xOf(v) < left - beat.pitch * 0.1)
        v += 1;
    CellGrid grid;
    grid.first = xOf(v);
    grid.pitch = beat.pitch * (1 + 2 * beat.change * v);
    grid.bend = beat.pitch * beat.change;
    grid.slope = band.slope;
    grid.middle = band.middle - band.slope * centre;
    grid.height = band.height;
    return grid;
}

} // namespace

std::vector<CellGrid> gridsOf(const cv::Mat &strip)
{
    const cv::Mat ink = inkOf(strip);
    const RowBand band = bandOf(ink);
    std::vector<CellGrid> grids;
    for (const Beat &beat : beatsOf(columnProfile(ink, band)))
        grids.push_back(gridOf(beat, band, strip.cols, stripMargin));
    return grids;
}

} // namespace scrutineer::text

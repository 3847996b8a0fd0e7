// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/zone_line.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numeric>

namespace scrutineer::text {

namespace {

constexpr double pitchWanted = 16; ///< pixels of a strip
constexpr int likelyCount = 37;    ///< cells of a line, between 30 and 44
constexpr int stripHeight = 64;
constexpr double tallestPrint = 20;
constexpr double stripMargin = 48; ///< pixels of the strip beyond both ends of a row
constexpr float worstScore = -5;   ///< of one cell: a single blot is not the end of a line

struct RowBand
{
    double middle = stripHeight / 2.0;
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

/// The same cells, seen upside down; count cells keep their places.
CellGrid turned(const CellGrid &grid, cv::Size strip, int count)
{
    CellGrid other = grid;
    const double last = count - 1;
    other.first = strip.width - 1 - grid.xOf(last);
    other.pitch = grid.pitch + 2 * grid.bend * last;
    other.bend = -grid.bend;
    const double end = strip.width - 1;
    other.middle = strip.height - 1 - grid.yAt(end);
    other.slope = grid.slope + 2 * grid.sag * end;
    other.sag = -grid.sag;
    return other;
}

std::vector<int> everySo(int count, int step)
{
    std::vector<int> indices;
    for (int i = step / 2; i < count; i += step)
        indices.push_back(i);
    return indices;
}

double qualityOf(const cv::Mat &strip, const CellGrid &grid, const std::vector<int> &indices,
                 const GlyphNet &net)
{
    double sum = 0;
    const std::vector<ClassScores> scores = net.classify(cellsOf(strip, grid, indices));
    for (const ClassScores &cell : scores)
        sum += std::max(worstScore, *std::max_element(cell.begin(), cell.begin() + glyphCount));
    return scores.empty() ? worstScore : sum / static_cast<double>(scores.size());
}

/// Moves one number of the grid to and fro for as long as the cells look better.
struct Fit
{
    const cv::Mat &strip;
    const GlyphNet &net;
    std::vector<int> indices;
    CellGrid grid;
    double quality;

    void tryGrid(const CellGrid &other)
    {
        const double better = qualityOf(strip, other, indices, net);
        if (better > quality) {
            quality = better;
            grid = other;
        }
    }
    template <typename Change>
    void along(double step, Change change)
    {
        for (const double by : {-step, step}) {
            const double before = quality;
            CellGrid other = grid;
            change(other, by);
            tryGrid(other);
            if (quality > before)
                break;
        }
    }
    /// One round over place and height; with ends, over what turns and stretches the row as well; with
    /// curves, over what bends it.
    void improve(double scale, int count, bool ends, bool curves)
    {
        const double pitch = grid.pitch;
        const double half = count / 2.0;
        const double centre = grid.xOf(half);
        along(0.12 * scale, [&](CellGrid &g, double by) { g.middle += by * g.height; });
        along(0.12 * scale, [&](CellGrid &g, double by) { g.height *= 1 + by; });
        along(0.1 * scale, [&](CellGrid &g, double by) { g.first += by * pitch; });
        if (!ends)
            return;
        along(0.16 * scale, [&](CellGrid &g, double by) {
            g.pitch += by * pitch / half;
            g.first -= by * pitch;
        });
        along(0.12 * scale, [&](CellGrid &g, double by) {
            const double tilt = by * g.height / centre;
            g.slope += tilt;
            g.middle -= tilt * centre;
        });
        along(0.12 * scale, [](CellGrid &g, double by) { g.lean += by; });
        if (!curves)
            return;
        along(0.12 * scale, [&](CellGrid &g, double by) {
            const double bend = by * pitch / (half * half);
            g.bend += bend; // the ends move, the middle stays
            g.pitch -= 2 * bend * half;
            g.first += bend * half * half - 0.5 * by * pitch;
        });
        along(0.1 * scale, [&](CellGrid &g, double by) {
            const double sag = by * g.height / (centre * centre);
            g.sag += sag;
            g.slope -= 2 * sag * centre;
            g.middle += 0.5 * sag * centre * centre;
        });
    }
};

int cellsIn(const CellGrid &grid, double right)
{
    int count = 1;
    while (count < 60 && grid.xOf(count) < right + 0.35 * grid.pitch)
        ++count;
    return count;
}

cv::Matx23d transformOf(const cv::Point2d &centre, double angle, double zoom, cv::Size size)
{
    const double c = std::cos(angle) / zoom;
    const double s = std::sin(angle) / zoom;
    const double x = (size.width - 1) / 2.0;
    const double y = (size.height - 1) / 2.0;
    return {c, -s, centre.x - c * x + s * y, s, c, centre.y - s * x - c * y};
}

} // namespace

cv::Mat GreyPyramid::strip(const cv::Point2d &centre, double angle, double zoom, cv::Size size,
                           cv::Matx23d &toPicture)
{
    toPicture = transformOf(centre, angle, zoom, size);
    std::size_t level = 0;
    double factor = 1;
    for (double rest = zoom; rest < 0.6; rest *= 2) {
        ++level;
        factor /= 2;
        if (level == m_levels.size()) {
            cv::Mat half;
            cv::resize(m_levels.back(), half, {}, 0.5, 0.5, cv::INTER_AREA);
            m_levels.push_back(half);
        }
    }
    cv::Matx23d map = toPicture * factor;
    map(0, 2) += (factor - 1) / 2;
    map(1, 2) += (factor - 1) / 2;
    cv::Mat strip;
    cv::warpAffine(m_levels[level], strip, map, size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
    return strip;
}

cv::Point2d ZoneLine::pictureAt(double cell, double heights) const
{
    const double x = grid.xOf(cell);
    const double y = grid.yAt(x) + heights * grid.height;
    return {toPicture(0, 0) * x + toPicture(0, 1) * y + toPicture(0, 2),
            toPicture(1, 0) * x + toPicture(1, 1) * y + toPicture(1, 2)};
}

ZoneLine lookAt(GreyPyramid &pyramid, const LineSeed &seed, const GlyphNet &net, bool directionKnown)
{
    constexpr double hopeless = -4.2;
    // Of a whole line the length tells the size of the print, of a part of one the height.
    const double zoom = std::min(pitchWanted * likelyCount / seed.length, tallestPrint / seed.thickness);
    const cv::Size size(static_cast<int>(seed.length * zoom + 2 * stripMargin), stripHeight);
    ZoneLine line;
    cv::Mat strip = pyramid.strip(seed.centre, seed.angle, zoom, size, line.toPicture);
    const cv::Mat ink = inkOf(strip);
    const RowBand band = bandOf(ink);
    cv::Mat upsideDown;
    cv::rotate(strip, upsideDown, cv::ROTATE_180);
    bool isTurned = false;
    for (const Beat &beat : beatsOf(columnProfile(ink, band))) {
        const CellGrid grid = gridOf(beat, band, size.width, stripMargin);
        const int count = cellsIn(grid, size.width - stripMargin);
        const std::vector<int> sample = everySo(count, 3);
        for (const bool turn : {false, true}) {
            if (turn && directionKnown)
                continue;
            const CellGrid seen = turn ? turned(grid, size, count) : grid;
            const cv::Mat &view = turn ? upsideDown : strip;
            Fit fit{view, net, sample, seen, qualityOf(view, seen, sample, net)};
            if (fit.quality > hopeless && fit.quality > line.quality - 1)
                fit.improve(1, count, false, false);
            if (fit.quality > line.quality) {
                line.quality = fit.quality;
                line.grid = fit.grid;
                line.count = count;
                isTurned = turn;
            }
        }
    }
    line.angle = seed.angle + (isTurned ? CV_PI : 0);
    line.toPicture = transformOf(seed.centre, line.angle, zoom, size);
    return line;
}

void readCells(GreyPyramid &pyramid, ZoneLine &line, const GlyphNet &net, bool straight)
{
    // A strip of its own: level, and of the pitch that the net knows.
    const double zoomBefore = 1 / std::hypot(line.toPicture(0, 0), line.toPicture(1, 0));
    const double half = line.count / 2.0;
    const cv::Point2d centre = line.pictureAt(half, 0);
    const double pitch = line.grid.pitchAt(half);
    const double zoom = zoomBefore * pitchWanted / pitch;
    const cv::Point2d ahead = line.pictureAt(half + 4, 0) - line.pictureAt(half - 4, 0);
    const double angle = std::atan2(ahead.y, ahead.x);
    constexpr int beside = 7;
    const cv::Size size(static_cast<int>((line.count + 2 * beside + 2) * pitchWanted), 48);
    const cv::Mat strip = pyramid.strip(centre, angle, zoom, size, line.toPicture);
    const double ratio = zoom / zoomBefore;
    CellGrid grid;
    grid.bend = straight ? 0 : line.grid.bend * ratio;
    grid.pitch = pitchWanted - 2 * grid.bend * half;
    grid.first = (size.width - 1) / 2.0 - grid.pitch * half - grid.bend * half * half;
    grid.middle = (size.height - 1) / 2.0;
    grid.height = line.grid.height * ratio;
    line.angle = angle;
    const std::vector<int> sample = everySo(line.count, 2);
    Fit fit{strip, net, sample, grid, qualityOf(strip, grid, sample, net)};
    for (const double scale : {1.0, 0.6, 0.35})
        fit.improve(scale, line.count, true, !straight);
    line.grid = fit.grid;
    line.quality = fit.quality;
    std::vector<int> indices(static_cast<std::size_t>(line.count + 2 * beside));
    std::iota(indices.begin(), indices.end(), -beside);
    line.firstIndex = -beside;
    line.cells.assign(indices.size(), ClassScores{});
    constexpr std::array<double, 3> shifts{-0.07, 0, 0.07}; // of the pitch
    for (const double shift : shifts) {
        CellGrid shifted = fit.grid;
        shifted.first += shift * pitchWanted;
        const std::vector<ClassScores> scores = net.classify(cellsOf(strip, shifted, indices));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            for (std::size_t c = 0; c < scores[i].size(); ++c)
                line.cells[i][c] += scores[i][c] / static_cast<float>(shifts.size());
        }
    }
}

} // namespace scrutineer::text

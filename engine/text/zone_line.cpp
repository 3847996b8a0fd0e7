// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/zone_line.h"

#include "engine/text/zone_beat.h"
#include "engine/text/zone_track.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace scrutineer::text {

namespace {

constexpr double pitchWanted = 16; ///< pixels of a strip
constexpr double clearlyBetter = 0.05;
constexpr double wellFitted = -0.12; ///< quality of a line that needs no closer look
constexpr int likelyCount = 37;      ///< cells of a line, between 30 and 44
constexpr int stripHeight = 64;
constexpr double tallestPrint = 20;

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

double gridQuality(const cv::Mat &strip, const CellGrid &grid, const std::vector<int> &indices,
                   const GlyphNet &net)
{
    return qualityOf(net.classify(cellsOf(strip, grid, indices)));
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
        const double better = gridQuality(strip, other, indices, net);
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

/// Where a cell of a line stands, as its neighbours lean and lie.
CellPlace placeIn(const ZoneLine &line, int cell)
{
    if (line.drift.empty())
        return placeOf(line.grid, line.firstIndex + cell);
    const int last = static_cast<int>(line.drift.size()) - 1;
    const auto before = static_cast<std::size_t>(std::max(0, cell - 1));
    const auto after = static_cast<std::size_t>(std::min(last, cell + 1));
    CellPlace place = placeOf(line.grid, line.firstIndex + cell, line.drift[static_cast<std::size_t>(cell)]);
    const cv::Point2d change = (line.drift[after] - line.drift[before]) /
                               static_cast<double>(std::max<std::size_t>(1, after - before));
    place.slope += change.y / place.pitch;
    place.pitch += change.x;
    return place;
}

/// Scores of cells from firstIndex on, each seen three times, a little to the left and right of its place.
void classifyCells(const cv::Mat &strip, ZoneLine &line, int cells, const GlyphNet &net)
{
    constexpr std::array<double, 3> shifts{-0.07, 0, 0.07}; // of the pitch
    line.cells.assign(static_cast<std::size_t>(cells), ClassScores{});
    for (const double shift : shifts) {
        std::vector<CellPlace> places;
        for (int i = 0; i < cells; ++i) {
            places.push_back(placeIn(line, i));
            places.back().middle.x += shift * pitchWanted;
        }
        const std::vector<ClassScores> scores = net.classify(cellsOf(strip, places));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            for (std::size_t c = 0; c < scores[i].size(); ++c)
                line.cells[i][c] += scores[i][c] / static_cast<float>(shifts.size());
        }
    }
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
    cv::Point2d off;
    if (!drift.empty()) {
        const auto nearest = static_cast<int>(std::lround(cell)) - firstIndex;
        off = drift[static_cast<std::size_t>(std::clamp(nearest, 0, static_cast<int>(drift.size()) - 1))];
    }
    const double along = grid.xOf(cell);
    const double x = along + off.x;
    const double y = grid.yAt(along) + off.y + heights * grid.height;
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
    cv::Mat upsideDown;
    cv::rotate(strip, upsideDown, cv::ROTATE_180);
    bool isTurned = false;
    for (const CellGrid &grid : gridsOf(strip)) {
        const int count = cellsIn(grid, size.width - stripMargin);
        const std::vector<int> sample = everySo(count, 3);
        for (const bool turn : {false, true}) {
            if (turn && directionKnown)
                continue;
            const CellGrid seen = turn ? turned(grid, size, count) : grid;
            const cv::Mat &view = turn ? upsideDown : strip;
            Fit fit{view, net, sample, seen, gridQuality(view, seen, sample, net)};
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
    Fit fit{strip, net, sample, grid, gridQuality(strip, grid, sample, net)};
    for (const double scale : {1.0, 0.6, 0.35})
        fit.improve(scale, line.count, true, !straight);
    line.grid = fit.grid;
    line.quality = fit.quality;
    line.firstIndex = -beside;
    line.drift.clear();
    classifyCells(strip, line, line.count + 2 * beside, net);
    if (straight || line.quality > wellFitted)
        return;
    ZoneLine bent = line;
    bent.drift = followed(strip, line.grid, line.count, line.firstIndex, line.count + 2 * beside, net);
    classifyCells(strip, bent, line.count + 2 * beside, net);
    const auto inside = [&](const ZoneLine &one) {
        return qualityOf(ScoredLine(one.cells.begin() + beside, one.cells.begin() + beside + one.count));
    };
    bent.quality = inside(bent);
    if (bent.quality > inside(line) + clearlyBetter)
        line = bent;
}

} // namespace scrutineer::text

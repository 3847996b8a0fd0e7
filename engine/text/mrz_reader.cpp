// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_reader.h"

#include "engine/text/mrz_cells.h"
#include "engine/text/zone_line.h"
#include "engine/text/zone_search.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::text {

namespace {

constexpr int searchSize = 1800;       ///< pixels of the longer side at which rows are looked for
constexpr std::size_t mostSeeds = 8;   ///< rows that are looked at closely, in each direction
constexpr double excellent = -0.5;     ///< quality of lines that leave no doubt, whatever check digits say
constexpr double promising = -2.0;     ///< quality of a row that may be a line of a zone
constexpr double regionHalf = 0.62;    ///< height of a line's region above its middle, in heights of print
constexpr double linePitchFrom = 1.25; ///< heights from line to line
constexpr double linePitchTo = 4.2;

double heightInPicture(const ZoneLine &line)
{
    return cv::norm(line.pictureAt(line.count / 2.0, 0.5) - line.pictureAt(line.count / 2.0, -0.5));
}

double lengthInPicture(const ZoneLine &line)
{
    return cv::norm(line.pictureAt(line.count - 0.6, 0) - line.pictureAt(-0.4, 0));
}

/// Ink by rows above and below a line, one value for each twelfth of the line's height; the line itself
/// stands in the middle.
constexpr int perHeight = 12;
constexpr int reachInHeights = 9;

std::vector<double> inkAround(GreyPyramid &pyramid, const ZoneLine &line)
{
    const double zoom = perHeight / heightInPicture(line);
    const cv::Size size(static_cast<int>(lengthInPicture(line) * zoom), 2 * reachInHeights * perHeight + 1);
    cv::Matx23d toPicture;
    const cv::Mat strip =
        pyramid.strip(line.pictureAt((line.count - 1) / 2.0, 0), line.angle, zoom, size, toPicture);
    cv::Mat ink;
    cv::morphologyEx(strip, ink, cv::MORPH_BLACKHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {perHeight, perHeight + 2}));
    cv::Mat profile;
    cv::reduce(ink, profile, 1, cv::REDUCE_AVG, CV_64F);
    cv::blur(profile, profile, {1, perHeight * 3 / 4});
    return {profile.begin<double>(), profile.end<double>()};
}

/// Where other rows of print may stand, in heights from the line, nearest first; side: -1 above, 1 below.
std::vector<double> rowsBeside(const std::vector<double> &ink, int side)
{
    const int middle = reachInHeights * perHeight;
    const double own = ink[static_cast<std::size_t>(middle)];
    std::vector<double> rows;
    for (int step = static_cast<int>(linePitchFrom * perHeight); step < middle - 3; ++step) {
        const auto at = [&](int offset) {
            return ink[static_cast<std::size_t>(middle + side * (step + offset))];
        };
        if (at(0) > 0.25 * own && at(0) >= at(-1) && at(0) > at(1) && at(0) >= at(3) && at(0) >= at(-3))
            rows.push_back(side * static_cast<double>(step) / perHeight);
    }
    return rows;
}

/// The zone's lines that stand on one side of a line.
std::vector<ZoneLine> linesBeside(GreyPyramid &pyramid, const ZoneLine &line, const std::vector<double> &ink,
                                  int side, const GlyphNet &net)
{
    std::vector<ZoneLine> found;
    double last = 0;
    for (const double offset : rowsBeside(ink, side)) {
        if (std::abs(offset - last) < linePitchFrom)
            continue;
        if (std::abs(offset - last) > linePitchTo || found.size() == 2)
            break;
        LineSeed seed;
        seed.centre = line.pictureAt((line.count - 1) / 2.0, offset);
        seed.angle = line.angle;
        seed.length = lengthInPicture(line);
        seed.thickness = heightInPicture(line);
        const ZoneLine other = lookAt(pyramid, seed, net, true);
        if (other.quality < promising || std::abs(other.count - line.count) > 6)
            continue;
        found.push_back(other);
        last = offset;
    }
    return found;
}

/// A row may be found in part: as far as cells beside it show characters, the line goes on.
ZoneLine grown(GreyPyramid &pyramid, ZoneLine line, const GlyphNet &net)
{
    constexpr int mostRounds = 5;
    constexpr int gap = 2; // cells that may look like nothing
    constexpr int fewest = 2;
    constexpr int longest = 44;
    for (int round = 0; round < mostRounds && line.count < longest; ++round) {
        ZoneLine read = line;
        readCells(pyramid, read, net, true);
        const auto shows = [&](int index) {
            const ClassScores &cell = read.cells[static_cast<std::size_t>(index - read.firstIndex)];
            return *std::max_element(cell.begin(), cell.begin() + glyphCount) > cell[nothingClass];
        };
        const int end = read.firstIndex + static_cast<int>(read.cells.size());
        int first = 0;
        for (int i = -1; i >= read.firstIndex && i >= first - gap; --i)
            first = shows(i) ? i : first;
        int last = read.count - 1;
        for (int i = read.count; i < end && i <= last + gap; ++i)
            last = shows(i) ? i : last;
        if (last - first + 1 < read.count + fewest)
            break;
        LineSeed seed;
        const cv::Point2d left = read.pictureAt(first - 0.35, 0);
        const cv::Point2d right = read.pictureAt(last + 0.35, 0);
        seed.centre = (left + right) / 2;
        seed.angle = std::atan2(right.y - left.y, right.x - left.x);
        seed.length = cv::norm(right - left);
        seed.thickness = heightInPicture(read);
        const ZoneLine longer = lookAt(pyramid, seed, net, true);
        if (longer.quality < promising || longer.count <= line.count)
            break;
        line = longer;
    }
    return line;
}

std::vector<ZoneLine> zoneAround(GreyPyramid &pyramid, const ZoneLine &line, const GlyphNet &net)
{
    const std::vector<double> ink = inkAround(pyramid, line);
    std::vector<ZoneLine> lines = linesBeside(pyramid, line, ink, -1, net);
    std::reverse(lines.begin(), lines.end());
    lines.push_back(line);
    const std::vector<ZoneLine> below = linesBeside(pyramid, line, ink, 1, net);
    lines.insert(lines.end(), below.begin(), below.end());
    for (ZoneLine &each : lines)
        readCells(pyramid, each, net, false);
    return lines;
}

QPolygonF regionOf(const ZoneLine &line, int firstCell, int length)
{
    const double left = line.firstIndex + firstCell - 0.5;
    const double right = left + length;
    QPolygonF region;
    for (const auto &[cell, heights] :
         {std::pair{left, -regionHalf}, {right, -regionHalf}, {right, regionHalf}, {left, regionHalf}}) {
        const cv::Point2d corner = line.pictureAt(cell, heights);
        region << QPointF(corner.x, corner.y);
    }
    return region;
}

struct Candidate
{
    MrzFinding finding;
    double score = -1e9;
    double quality = 0; ///< of its worst line
};

std::optional<Candidate> zoneOf(const std::vector<ZoneLine> &lines, const QDate &day)
{
    std::vector<ScoredLine> cells;
    cells.reserve(lines.size());
    for (const ZoneLine &each : lines)
        cells.push_back(each.cells);
    const std::optional<DecodedZone> zone = decodeCells(cells, day);
    if (!zone)
        return std::nullopt;
    Candidate candidate;
    candidate.finding.mrz = zone->mrz;
    for (std::size_t i = 0; i < zone->firstCells.size(); ++i) {
        const int length = static_cast<int>(zone->mrz.lines.at(static_cast<qsizetype>(i)).size());
        const ZoneLine &each = lines[static_cast<std::size_t>(zone->firstLine) + i];
        candidate.finding.mrz.lineRegions += regionOf(each, zone->firstCells[i], length);
        candidate.quality = std::min(candidate.quality, each.quality);
    }
    const double angle = lines[static_cast<std::size_t>(zone->firstLine)].angle;
    const int quarters = static_cast<int>(std::lround(angle / (CV_PI / 2)));
    candidate.finding.quarterTurns = ((quarters % 4) + 4) % 4;
    candidate.score = zone->score;
    return candidate;
}

/// Mostly the lightest channel: coloured patterns, stamps and frames fade, black print stays. A share of luma
/// keeps what noise of colour there is from standing out.
cv::Mat withoutColours(const cv::Mat &picture)
{
    constexpr double share = 0.75;
    if (picture.channels() != 3)
        return picture;
    std::vector<cv::Mat> channels;
    cv::split(picture, channels);
    cv::Mat lightest;
    cv::max(channels[0], channels[1], lightest);
    cv::max(lightest, channels[2], lightest);
    cv::Mat luma;
    cv::cvtColor(picture, luma, cv::COLOR_BGR2GRAY);
    cv::Mat mixed;
    cv::addWeighted(lightest, share, luma, 1 - share, 0, mixed);
    return mixed;
}

} // namespace

std::optional<MrzFinding> readMrz(const cv::Mat &picture, const QDate &day)
{
    const cv::Mat grey = withoutColours(picture);
    const double scale = std::min(1.0, static_cast<double>(searchSize) / std::max(grey.rows, grey.cols));
    cv::Mat small = grey;
    if (scale < 1)
        cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    GreyPyramid pyramid(grey);
    const GlyphNet &net = GlyphNet::builtIn();
    std::optional<Candidate> best;
    for (const RowDirection direction : {RowDirection::Across, RowDirection::Down}) {
        std::vector<LineSeed> seeds = findLineSeeds(small, direction);
        seeds.resize(std::min(seeds.size(), mostSeeds));
        for (LineSeed &seed : seeds) {
            seed.centre /= scale;
            seed.length /= scale;
            seed.thickness /= scale;
            const ZoneLine line = lookAt(pyramid, seed, net, false);
            if (line.quality < promising)
                continue;
            const std::optional<Candidate> zone =
                zoneOf(zoneAround(pyramid, grown(pyramid, line, net), net), day);
            if (zone && (!best || zone->finding.mrz.verified || zone->score > best->score))
                best = zone;
            if (best && (best->finding.mrz.verified || best->quality > excellent))
                return best->finding;
        }
    }
    return best ? std::optional(best->finding) : std::nullopt;
}

std::optional<MrzFinding> readMrzAt(const cv::Mat &picture, const QList<QPolygonF> &lineRegions,
                                    const QDate &day)
{
    GreyPyramid pyramid(withoutColours(picture));
    const GlyphNet &net = GlyphNet::builtIn();
    std::vector<ZoneLine> lines;
    for (const QPolygonF &region : lineRegions) {
        if (region.size() != 4)
            return std::nullopt;
        const auto between = [](const QPointF &a, const QPointF &b) {
            return cv::Point2d((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
        };
        const cv::Point2d left = between(region.at(0), region.at(3));
        const cv::Point2d right = between(region.at(1), region.at(2));
        LineSeed seed;
        seed.centre = (left + right) / 2;
        seed.angle = std::atan2(right.y - left.y, right.x - left.x);
        seed.length = cv::norm(right - left);
        seed.thickness = cv::norm(between(region.at(0), region.at(1)) - between(region.at(3), region.at(2))) /
                         (2 * regionHalf);
        ZoneLine line = lookAt(pyramid, seed, net, true);
        if (line.quality < promising)
            return std::nullopt;
        readCells(pyramid, line, net, false);
        lines.push_back(line);
    }
    const std::optional<Candidate> zone = zoneOf(lines, day);
    return zone ? std::optional(zone->finding) : std::nullopt;
}

} // namespace scrutineer::text

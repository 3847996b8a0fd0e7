// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/shifted_grid.h"

#include "engine/forensics/comb_tiles.h"
#include "engine/forensics/outlines.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr int block = 8;           ///< pixels
constexpr double worthNaming = 25; ///< nats
constexpr std::size_t mostParts = 3;
constexpr double besideTheBest = 0.15; ///< parts with less of the best one's evidence are left out
constexpr double elsewhere = 0.35; ///< of a part's evidence: more in the rest of the document is its grid too
constexpr double byChance = 3;     ///< nats of a tile that tells nothing: twice its standard deviation
constexpr double largestPart = 0.6; ///< of the document, with a tile around the part
constexpr int reach = 640;          ///< pixels beside a window in which its part may go on: a portrait
constexpr float inPhase = 0.25F;    ///< mean cosine of blocks that belong to a part
constexpr float clearly = 1.5F;     ///< the same, times the root of their number: 2.1 standard deviations
constexpr std::array<std::array<int, 2>, 4> windows{{{1, 1}, {2, 1}, {2, 2}, {3, 8}}}; ///< tiles

using Evidence = std::array<float, gridShifts>;

cv::Point gridOf(std::size_t shift)
{
    return {int(shift) % block, int(shift) / block};
}

bool isNear(std::size_t a, std::size_t b)
{
    const auto apart = [](int x, int y) {
        return std::min((x - y + block) % block, (y - x + block) % block);
    };
    return apart(gridOf(a).x, gridOf(b).x) <= 1 && apart(gridOf(a).y, gridOf(b).y) <= 1;
}

/// Sums of evidence over rectangles of tiles.
class Sums
{
public:
    explicit Sums(const CombTiles &tiles)
        : m_columns(tiles.size.width + 1), m_sums(std::size_t(m_columns * (tiles.size.height + 1)))
    {
        for (int row = 0; row < tiles.size.height; ++row) {
            Evidence line{};
            for (int column = 0; column < tiles.size.width; ++column) {
                for (std::size_t s = 0; s < gridShifts; ++s) {
                    line[s] += tiles.evidence[tiles.at(column, row)][s];
                    at(column + 1, row + 1)[s] = at(column + 1, row)[s] + line[s];
                }
            }
        }
    }

    [[nodiscard]] Evidence under(const cv::Rect &window)
    {
        const Evidence &a = at(window.x, window.y);
        const Evidence &b = at(window.br().x, window.y);
        const Evidence &c = at(window.x, window.br().y);
        const Evidence &d = at(window.br().x, window.br().y);
        Evidence sum{};
        for (std::size_t s = 0; s < gridShifts; ++s)
            sum[s] = d[s] - b[s] - c[s] + a[s];
        return sum;
    }

private:
    Evidence &at(int column, int row) { return m_sums[std::size_t(row * m_columns + column)]; }

    int m_columns;
    std::vector<Evidence> m_sums;
};

struct Part
{
    cv::Rect window; ///< tiles
    std::size_t shift = 0;
    double evidence = 0; ///< above the best grid that is not a neighbour
};

/// Whether one grid may be the shadow of another: blocks that are moved along one side only, or hardly, keep
/// part of their comb.
bool isShadow(std::size_t shift, std::size_t of)
{
    return gridOf(shift).x == gridOf(of).x || gridOf(shift).y == gridOf(of).y || isNear(shift, of);
}

/// The grid of a window that stands out most; not the picture's own, 0, nor one that it or the grid of the
/// whole document outshines.
Part partOf(const Evidence &sum, const cv::Rect &window, std::size_t whole)
{
    std::size_t best = 0;
    for (std::size_t s = 1; s < gridShifts; ++s) {
        const bool isOutshone =
            (isShadow(s, 0) && sum[0] > sum[s]) || (s != whole && isShadow(s, whole) && sum[whole] > sum[s]);
        if (!isOutshone && (best == 0 || sum[s] > sum[best]))
            best = s;
    }
    if (best == 0)
        return {};
    float second = 0;
    for (std::size_t s = 1; s < gridShifts; ++s) {
        if (!isNear(s, best))
            second = std::max(second, sum[s]);
    }
    return {window, best, double(sum[best] - second)};
}

Part clearestPart(const CombTiles &tiles)
{
    Sums sums(tiles);
    const Evidence all = sums.under(cv::Rect({}, tiles.size));
    const auto whole = std::size_t(std::max_element(all.begin() + 1, all.end()) - all.begin());
    Part best;
    for (const auto &[width, height] : windows) {
        for (int row = 0; row + height <= tiles.size.height; ++row) {
            for (int column = 0; column + width <= tiles.size.width; ++column) {
                const cv::Rect window(column, row, width, height);
                const Part part = partOf(sums.under(window), window, whole);
                if (part.evidence > best.evidence)
                    best = part;
            }
        }
    }
    return best;
}

/// The grid that is farthest from another.
std::size_t oppositeOf(std::size_t shift)
{
    return std::size_t((gridOf(shift).y + block / 2) % block * block + (gridOf(shift).x + block / 2) % block);
}

/// The most evidence of a grid and those beside it: the grid of a picture that was enlarged a little drifts.
float mostNear(const Evidence &evidence, std::size_t shift)
{
    float most = 0;
    for (std::size_t s = 1; s < gridShifts; ++s) {
        if (isNear(s, shift))
            most = std::max(most, evidence[s]);
    }
    return most;
}

/// Whether a grid is that of the whole document: the rest tells of it too, or the part is most of it.
bool isEverywhere(const CombTiles &tiles, const Part &part, const QPolygonF &outline)
{
    double inside = 0;
    double outside = 0;
    int insideTiles = 0;
    int outsideTiles = 0;
    const QRectF near =
        outline.boundingRect().adjusted(-combTileWidth, -combTileHeight, combTileWidth, combTileHeight);
    for (int row = 0; row < tiles.size.height; ++row) {
        for (int column = 0; column < tiles.size.width; ++column) {
            const QPointF middle((column + 0.5) * combTileWidth, (row + 0.5) * combTileHeight);
            const Evidence &here = tiles.evidence[tiles.at(column, row)];
            const double excess = double(mostNear(here, part.shift) - mostNear(here, oppositeOf(part.shift)));
            const bool isInside = near.contains(middle);
            (isInside ? inside : outside) += excess;
            ++(isInside ? insideTiles : outsideTiles);
        }
    }
    return insideTiles > largestPart * tiles.size.area() ||
           outside > elsewhere * inside + byChance * std::sqrt(outsideTiles);
}

cv::Rect pixelsOf(const cv::Rect &window, const cv::Mat &luma)
{
    return cv::Rect(window.x * combTileWidth, window.y * combTileHeight, window.width * combTileWidth,
                    window.height * combTileHeight) &
           cv::Rect({}, luma.size());
}

/// The rectangle around the blocks in phase that hang together with the window's.
QPolygonF outlineOf(const cv::Mat &luma, const Part &part, double angle)
{
    const cv::Point grid = gridOf(part.shift);
    const cv::Rect core = pixelsOf(part.window, luma);
    const cv::Rect place =
        cv::Rect(core.x - reach, core.y - reach, core.width + 2 * reach, core.height + 2 * reach) &
        cv::Rect({}, luma.size());
    const std::array<float, combModes> steps = combSteps(luma, core, grid);
    cv::Mat sums;
    cv::boxFilter(combBlocks(luma, place, grid, steps), sums, CV_32F, {5, 5}, {-1, -1}, false,
                  cv::BORDER_CONSTANT);
    cv::Mat mask(sums.size(), CV_8U, cv::Scalar(0));
    for (int row = 0; row < sums.rows; ++row) {
        for (int column = 0; column < sums.cols; ++column) {
            const auto &[cosines, count] = sums.at<cv::Vec2f>(row, column).val;
            mask.at<uchar>(row, column) =
                cosines > std::max(inPhase * count, clearly * std::sqrt(count)) ? 255 : 0;
        }
    }
    cv::Mat joined;
    cv::morphologyEx(mask, joined, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8U));
    cv::morphologyEx(joined, joined, cv::MORPH_CLOSE, cv::Mat::ones(7, 7, CV_8U));
    cv::Mat labels;
    cv::Mat boxes;
    cv::Mat middles;
    const int count = cv::connectedComponentsWithStats(joined, labels, boxes, middles, 8, CV_32S);
    int largest = 0;
    for (int label = 1; label < count; ++label) {
        if (largest == 0 || boxes.at<int>(label, cv::CC_STAT_AREA) > boxes.at<int>(largest, cv::CC_STAT_AREA))
            largest = label;
    }
    std::vector<cv::Point> cells;
    for (int row = 0; row < labels.rows; ++row) {
        for (int column = 0; column < labels.cols; ++column) {
            if (largest > 0 && labels.at<int>(row, column) == largest)
                cells.emplace_back(column, row);
        }
    }
    const QPointF corner(place.x + ((grid.x - place.x) % block + block) % block,
                         place.y + ((grid.y - place.y) % block + block) % block);
    if (cells.empty()) {
        QPolygonF polygon(QRectF(core.x, core.y, core.width, core.height));
        polygon.removeLast();
        return polygon;
    }
    return rectangleAround(cells, block, angle).translated(corner);
}
/// Takes the evidence of a part's grid away, around it or everywhere.
void forget(CombTiles &tiles, const Part &part, bool everywhere)
{
    const cv::Rect near(part.window.x - reach / combTileWidth, part.window.y - reach / combTileHeight,
                        part.window.width + 2 * reach / combTileWidth,
                        part.window.height + 2 * reach / combTileHeight);
    for (int row = 0; row < tiles.size.height; ++row) {
        for (int column = 0; column < tiles.size.width; ++column) {
            if (everywhere || near.contains({column, row}))
                tiles.evidence[tiles.at(column, row)][part.shift] = 0;
        }
    }
}
} // namespace

QList<EditingCue> gridCues(const cv::Mat &luma, const QPolygonF &document)
{
    cv::Rect part({}, luma.size());
    if (document.size() >= 3) {
        const QRect box = document.boundingRect().toAlignedRect();
        part &= cv::Rect(box.x() / block * block, box.y() / block * block, box.width(), box.height());
    }
    part.width = (part.width - block + 1) / combTileWidth * combTileWidth + block - 1;
    part.height = (part.height - block + 1) / combTileHeight * combTileHeight + block - 1;
    if (part.width < 3 * combTileWidth || part.height < 8 * combTileHeight)
        return {};
    const cv::Mat inside = luma(part);
    const CombTiles all = combTiles(inside);
    CombTiles left = all; // to look for parts in
    EditingCue cue;
    cue.name = u"grid"_s;
    for (std::size_t i = 0; i < mostParts; ++i) {
        const Part found = clearestPart(left);
        if (found.evidence < std::max(worthNaming, besideTheBest * cue.score))
            break;
        const QPolygonF outline = outlineOf(inside, found, angleOf(document));
        const bool isWhole = isEverywhere(all, found, outline);
        forget(left, found, isWhole);
        if (isWhole)
            continue;
        cue.score = std::max(cue.score, found.evidence);
        cue.regions.append(outline.translated(part.x, part.y));
    }
    if (cue.regions.isEmpty())
        return {};
    cue.seen = {QString::fromLatin1(QT_TRANSLATE_NOOP(
                    "scrutineer", "Part of the picture was compressed before it was put there: it comes from "
                                  "another file.")),
                {}};
    return {cue};
}

} // namespace scrutineer::forensics

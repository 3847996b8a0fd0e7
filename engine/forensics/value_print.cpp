// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/value_print.h"

#include "engine/forensics/median.h"

#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace scrutineer::forensics {

namespace {
constexpr double margin = 0.25;      ///< of the box's height that is looked at around it
constexpr int lowest = 6;            ///< pixels of a box: less shows no shapes
constexpr int highest = 250;         ///< pixels of a box: more is no value
constexpr double inkShare = 0.04;    ///< of the pixels, darkest first, at which ink is taken
constexpr double paperShare = 0.75;  ///< the same for paper
constexpr double leastContrast = 40; ///< grey levels of ink against paper
constexpr double blownPaper = 248;   ///< grey levels: glare cuts off edges, which sharpens them

constexpr int reach = 10;          ///< pixels to each side that an edge may reach
constexpr double wholeEdge = 0.6;  ///< of the contrast that an edge must have: no hairlines, no ornaments
constexpr double leastStep = 0.08; ///< the same, of its steepest step
constexpr double upright = 0.93;   ///< cosine of an edge's angle to the rows or columns that cross it
constexpr std::size_t leastEdges = 80;

constexpr std::size_t leastLetters = 5;
constexpr double lowestLetter = 0.4; ///< of the box's height
constexpr double highestLetter = 1.3;
constexpr double evenHeight = 0.06;   ///< of the letters' height by which one may differ from the others
constexpr double apartLetters = 0.5;  ///< of the height: nearer ones tell no slope
constexpr double straightLine = 0.25; ///< pixels off the line, always believed
constexpr double leastScatter = 0.1;  ///< pixels: pixels tell a letter's place no better
constexpr double farOff = 3;          ///< deviations
constexpr double ofNormal = 1.4826;   ///< deviation of a normal distribution by its median

/// A value as its box shows it, upright, in pixels as large as the picture's.
struct Patch
{
    cv::Mat luma;      ///< CV_32F
    double height = 0; ///< of the box, pixels
    double ink = 0;    ///< grey levels
    double paper = 0;
};

std::optional<Patch> patchOf(const cv::Mat &luma, const QPolygonF &value)
{
    const double width = QLineF(value[0], value[1]).length();
    Patch patch;
    patch.height = QLineF(value[0], value[3]).length();
    if (patch.height < lowest || patch.height > highest || width < patch.height)
        return std::nullopt;
    const double rim = margin * patch.height;
    const std::array<cv::Point2f, 4> from{cv::Point2f(float(rim), float(rim)),
                                          {float(rim + width), float(rim)},
                                          {float(rim + width), float(rim + patch.height)},
                                          {float(rim), float(rim + patch.height)}};
    std::array<cv::Point2f, 4> to;
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] = {float(value[qsizetype(i)].x()), float(value[qsizetype(i)].y())};
    const cv::Size size(int(width + 2 * rim), int(patch.height + 2 * rim));
    cv::warpPerspective(luma, patch.luma, cv::getPerspectiveTransform(from.data(), to.data()), size,
                        cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    patch.luma.convertTo(patch.luma, CV_32F);
    std::vector<float> levels(patch.luma.begin<float>(), patch.luma.end<float>());
    const auto levelAt = [&](double share) {
        const auto at = levels.begin() + std::ptrdiff_t(share * double(levels.size() - 1));
        std::nth_element(levels.begin(), at, levels.end());
        return double(*at);
    };
    patch.ink = levelAt(inkShare);
    patch.paper = levelAt(paperShare);
    if (patch.paper - patch.ink < leastContrast || patch.paper > blownPaper)
        return std::nullopt;
    return patch;
}

/// The width of the edge whose steepest step lies between a pixel and the next along `step`; `aside`: to the
/// next pixel across. Both in bytes. Nothing where there is none with most of the contrast.
std::optional<double> edgeAt(const uchar *at, std::ptrdiff_t step, std::ptrdiff_t aside, double contrast)
{
    const auto stepAt = [&](std::ptrdiff_t offset) { return int(at[offset + step]) - int(at[offset]); };
    const int here = stepAt(0);
    if (std::abs(here) < std::abs(stepAt(-step)) || std::abs(here) <= std::abs(stepAt(step)))
        return std::nullopt;
    const int sign = here < 0 ? -1 : 1;
    double rise = std::abs(here);
    double squares = rise * rise;
    for (std::ptrdiff_t way = -1; way <= 1; way += 2) {
        for (int k = 1; k <= reach; ++k) {
            const int more = sign * stepAt(way * k * step);
            if (more <= 0)
                break;
            rise += more;
            squares += more * more;
        }
    }
    if (rise < wholeEdge * contrast)
        return std::nullopt;
    const double along = (stepAt(-aside) + here + stepAt(aside)) / 3.0;
    const double across = (at[aside] + at[aside + step] - at[-aside] - at[-aside + step]) / 4.0;
    const double cosine = std::abs(along) / std::max(1e-6, std::hypot(along, across));
    if (cosine < upright)
        return std::nullopt;
    return rise * rise / squares * cosine;
}

/// In the picture's own pixels: every other way of looking would blur it.
std::optional<double> edgeWidthOf(const cv::Mat &luma, const QPolygonF &value, double contrast)
{
    const QRectF bounds = value.boundingRect();
    const int rim = int(margin / 2 * std::min(bounds.width(), bounds.height()));
    const cv::Rect inner(reach + 1, reach + 1, luma.cols - 2 * reach - 3, luma.rows - 2 * reach - 3);
    const cv::Rect box = cv::Rect(cv::Point(int(bounds.left()) - rim, int(bounds.top()) - rim),
                                  cv::Point(int(bounds.right()) + rim, int(bounds.bottom()) + rim)) &
                         inner;
    cv::Mat mask(box.size(), CV_8U, cv::Scalar(0));
    std::vector<cv::Point> outline;
    for (const QPointF &corner : value)
        outline.emplace_back(int(std::lround(corner.x())) - box.x, int(std::lround(corner.y())) - box.y);
    cv::fillConvexPoly(mask, outline, cv::Scalar(255));
    cv::dilate(mask, mask, cv::Mat::ones(2 * rim + 1, 2 * rim + 1, CV_8U));
    const auto down = std::ptrdiff_t(luma.step);
    std::vector<double> widths;
    for (int y = 0; y < box.height; ++y) {
        const uchar *row = luma.ptr(box.y + y) + box.x;
        for (int x = 0; x < box.width; ++x) {
            if (mask.at<uchar>(y, x) == 0)
                continue;
            for (const bool isDown : {false, true}) {
                const std::ptrdiff_t step = isDown ? down : 1;
                if (std::abs(row[x + step] - row[x]) < leastStep * contrast)
                    continue;
                if (const auto width = edgeAt(row + x, step, isDown ? 1 : down, contrast))
                    widths.push_back(*width);
            }
        }
    }
    if (widths.size() < leastEdges)
        return std::nullopt;
    return medianOf(std::move(widths));
}

/// The middle of a letter's height. Round letters reach beyond flat ones above and below alike, which the
/// middle does not see.
struct Letter
{
    double x = 0; ///< pixels of the patch
    double y = 0;
    double height = 0;
};

/// Where a column of print falls through one half, from a row on: between the rows.
double crossing(const std::vector<double> &profile, int row, int way)
{
    const double here = profile[std::size_t(row)];
    const int beyond = row + way;
    const double next = profile[std::size_t(beyond)];
    return row + way * (here - 0.5) / std::max(1e-3, here - next);
}

std::optional<Letter> letterIn(const cv::Mat &ink, const cv::Rect &box)
{
    constexpr int beyond = 3; // pixels: edges of print reach as far
    const cv::Rect high(box.x, box.y - beyond, box.width, box.height + 2 * beyond);
    if ((high & cv::Rect({}, ink.size())) != high)
        return std::nullopt;
    std::vector<double> darkest;
    for (int row = 0; row < high.height; ++row) {
        const auto *line = ink.ptr<float>(high.y + row) + high.x;
        darkest.push_back(double(*std::max_element(line, line + high.width)));
    }
    const double top = crossing(darkest, beyond, -1);
    const double bottom = crossing(darkest, beyond + box.height - 1, 1);
    return Letter{box.x + (box.width - 1) / 2.0, high.y + (top + bottom) / 2, bottom - top};
}

/// Capitals and digits: what is as high as most.
std::vector<Letter> lettersOf(const Patch &patch)
{
    const cv::Mat ink = (patch.paper - patch.luma) / (patch.paper - patch.ink);
    const cv::Mat isInk = ink > 0.5;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat middles;
    const int count = cv::connectedComponentsWithStats(isInk, labels, stats, middles, 8, CV_32S);
    std::vector<Letter> letters;
    std::vector<double> heights;
    for (int label = 1; label < count; ++label) {
        const int *of = stats.ptr<int>(label);
        const cv::Rect box(of[cv::CC_STAT_LEFT], of[cv::CC_STAT_TOP], of[cv::CC_STAT_WIDTH],
                           of[cv::CC_STAT_HEIGHT]);
        if (box.height < lowestLetter * patch.height || box.height > highestLetter * patch.height ||
            box.width > highestLetter * patch.height)
            continue;
        if (const auto letter = letterIn(ink, box)) {
            letters.push_back(*letter);
            heights.push_back(letter->height);
        }
    }
    if (letters.size() < leastLetters)
        return {};
    const double usual = medianOf(std::move(heights));
    letters.erase(std::remove_if(letters.begin(), letters.end(),
                                 [&](const Letter &letter) {
                                     return std::abs(letter.height - usual) > evenHeight * usual;
                                 }),
                  letters.end());
    return letters;
}

/// The slope that half of the pairs of letters pass (Theil 1950, Sen 1968).
std::optional<double> steadySlope(const std::vector<Letter> &letters, double apart)
{
    std::vector<double> slopes;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        for (std::size_t j = i + 1; j < letters.size(); ++j) {
            const double between = letters[j].x - letters[i].x;
            if (std::abs(between) >= apart)
                slopes.push_back((letters[j].y - letters[i].y) / between);
        }
    }
    if (slopes.size() < leastLetters)
        return std::nullopt;
    return medianOf(std::move(slopes));
}

/// Letters that do not lie on the line that most lie on are left out: other shapes, specks.
std::vector<Letter> onOneLine(std::vector<Letter> letters, double slope)
{
    std::vector<double> heights;
    heights.reserve(letters.size());
    for (const Letter &letter : letters)
        heights.push_back(letter.y - slope * letter.x);
    const double line = medianOf(heights);
    for (double &height : heights)
        height = std::abs(height - line);
    const double most = std::max(straightLine, farOff * ofNormal * medianOf(heights));
    letters.erase(std::remove_if(letters.begin(), letters.end(),
                                 [&](const Letter &letter) {
                                     return std::abs(letter.y - slope * letter.x - line) > most;
                                 }),
                  letters.end());
    return letters;
}

/// The line of least squares through the letters.
void measureSlope(const Patch &patch, ValuePrint &print)
{
    std::vector<Letter> letters = lettersOf(patch);
    const std::optional<double> steady =
        letters.size() < leastLetters ? std::nullopt : steadySlope(letters, apartLetters * patch.height);
    if (steady)
        letters = onOneLine(std::move(letters), *steady);
    if (!steady || letters.size() < leastLetters)
        return;
    const auto count = double(letters.size());
    double x = 0;
    double y = 0;
    for (const Letter &letter : letters) {
        x += letter.x / count;
        y += letter.y / count;
    }
    double across = 0;
    double both = 0;
    for (const Letter &letter : letters) {
        across += (letter.x - x) * (letter.x - x);
        both += (letter.x - x) * (letter.y - y);
    }
    const double slope = both / std::max(1.0, across);
    double off = 0;
    for (const Letter &letter : letters)
        off += std::pow(letter.y - y - slope * (letter.x - x), 2);
    print.slope = slope;
    print.slopeError =
        std::max(leastScatter, std::sqrt(off / (count - 2))) / std::sqrt(std::max(1.0, across));
}
} // namespace

ValuePrint valuePrint(const cv::Mat &luma, const QPolygonF &value)
{
    ValuePrint print;
    const std::optional<Patch> patch = value.size() == 4 ? patchOf(luma, value) : std::nullopt;
    if (!patch)
        return print;
    print.edgeWidth = edgeWidthOf(luma, value, patch->paper - patch->ink);
    measureSlope(*patch, print);
    return print;
}

std::vector<ValuePrint> valuePrints(const cv::Mat &luma, const QList<QPolygonF> &values)
{
    std::vector<ValuePrint> prints;
    for (const QPolygonF &value : values)
        prints.push_back(valuePrint(luma, value));
    return prints;
}

std::optional<double> usualEdgeWidth(const std::vector<ValuePrint> &prints)
{
    constexpr std::size_t leastValues = 3;
    std::vector<double> widths;
    for (const ValuePrint &print : prints) {
        if (print.edgeWidth)
            widths.push_back(*print.edgeWidth);
    }
    if (widths.size() < leastValues)
        return std::nullopt;
    return medianOf(std::move(widths));
}

} // namespace scrutineer::forensics

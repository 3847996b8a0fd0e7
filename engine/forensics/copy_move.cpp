// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/copy_move.h"

#include "engine/forensics/fine_detail.h"
#include "engine/forensics/moved_print.h"
#include "engine/forensics/outlines.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr double leastShare = 0.5;   ///< of the corners there that moved
constexpr double repeats = 0.4;      ///< of a part's corners: print that is found at another shift too
constexpr double withoutPaper = 0.5; ///< weight of print without paper whose grain could be compared
constexpr int cell = 8;              ///< pixels
constexpr int growth = 8;            ///< cells that a part may reach beyond its corners
constexpr double sameCell = 0.6;     ///< share of a cell's fine detail that two places may differ by
constexpr double worthNaming = 2;    ///< score

/// The answer of a filter that print's straight edges and slopes leave at 0 (Immerkaer 1996), CV_16S.
cv::Mat noiseOf(const cv::Mat &luma)
{
    static const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1);
    cv::Mat noise;
    cv::filter2D(luma, noise, CV_16S, kernel);
    return noise;
}

/// Whether two cells (CV_16S) hold the same noise: what has nothing in common differs by the sum of its
/// powers.
bool isSame(const cv::Mat &a, const cv::Mat &b)
{
    const double powers = a.dot(a) + b.dot(b);
    return cv::norm(a, b, cv::NORM_L2SQR) < sameCell * powers;
}

/// The box around the cells that are the same in both places and hang together with a part's corners.
cv::Rect grown(const cv::Mat &luma, const MovedPrint &part)
{
    const cv::Rect frame({}, luma.size());
    const cv::Rect core = cv::boundingRect(part.corners);
    cv::Rect box(core.x - growth * cell, core.y - growth * cell, core.width + 2 * growth * cell,
                 core.height + 2 * growth * cell);
    box = (((box & frame) + part.shift) & frame) - part.shift;
    const cv::Mat a = noiseOf(luma(box));
    const cv::Mat b = noiseOf(luma(box + part.shift));
    cv::Mat same(box.height / cell, box.width / cell, CV_8U, cv::Scalar(0));
    for (int row = 0; row < same.rows; ++row) {
        for (int column = 0; column < same.cols; ++column) {
            const cv::Rect here(column * cell, row * cell, cell, cell);
            same.at<uchar>(row, column) = isSame(a(here), b(here)) ? 255 : 0;
        }
    }
    cv::Mat labels;
    cv::Mat boxes;
    cv::Mat middles;
    cv::connectedComponentsWithStats(same, labels, boxes, middles, 8, CV_32S);
    cv::Rect found;
    for (const cv::Point &corner : part.corners) {
        const cv::Point at((corner.x - box.x) / cell, (corner.y - box.y) / cell);
        if (!cv::Rect({}, labels.size()).contains(at) || labels.at<int>(at) == 0)
            continue;
        const int *stats = boxes.ptr<int>(labels.at<int>(at));
        found |= cv::Rect(stats[cv::CC_STAT_LEFT], stats[cv::CC_STAT_TOP], stats[cv::CC_STAT_WIDTH],
                          stats[cv::CC_STAT_HEIGHT]);
    }
    return found.empty() ? core
                         : cv::Rect(found.x * cell + box.x, found.y * cell + box.y, found.width * cell,
                                    found.height * cell);
}

/// How abruptly the picture changes along the clearest line near each side of a box, grey levels: where a
/// part was laid over another, the two do not go on in each other.
double seamOf(const cv::Mat &luma, const cv::Rect &box)
{
    const auto clearest = [&](const cv::Mat &strip) { // lines of the strip are parallel to the side
        cv::Mat lines;
        strip.convertTo(lines, CV_32F);
        double most = 0;
        for (int row = 2; row + 2 < lines.rows; ++row) {
            const double here = cv::norm(lines.row(row), lines.row(row - 1), cv::NORM_L1);
            const double before = cv::norm(lines.row(row - 1), lines.row(row - 2), cv::NORM_L1);
            const double after = cv::norm(lines.row(row + 1), lines.row(row), cv::NORM_L1);
            most = std::max(most, (here - (before + after) / 2) / lines.cols);
        }
        return most;
    };
    const cv::Rect frame({}, luma.size());
    double sum = 0;
    for (const int y : {box.y, box.br().y})
        sum += clearest(luma(cv::Rect(box.x, y - cell, box.width, 2 * cell) & frame));
    for (const int x : {box.x, box.br().x})
        sum += clearest(luma(cv::Rect(x - cell, box.y, 2 * cell, box.height) & frame).t());
    return sum;
}

struct Copy
{
    double score = 0;
    cv::Rect place; ///< where it was laid
};

/// Two places and the surroundings of a part's corners there.
struct Sight
{
    cv::Mat from;
    cv::Mat to;
    cv::Mat near; ///< CV_8U
};

Sight sightOf(const cv::Mat &luma, const MovedPrint &part)
{
    const cv::Rect core = cv::boundingRect(part.corners);
    const cv::Rect box(core.x - lookReach, core.y - lookReach, core.width + 2 * lookReach,
                       core.height + 2 * lookReach);
    Sight sight{luma(box), luma(box + part.shift), cv::Mat(box.size(), CV_8U, cv::Scalar(0))};
    for (const cv::Point &corner : part.corners)
        sight.near(cv::Rect(corner.x - core.x, corner.y - core.y, 2 * lookReach, 2 * lookReach)) = 255;
    return sight;
}

/// Grey levels by which two places differ, root mean square, brightness apart.
double differenceOf(const Sight &sight)
{
    cv::Mat difference;
    cv::subtract(sight.from, sight.to, difference, sight.near, CV_16S);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(difference, mean, deviation, sight.near);
    return deviation[0];
}

/// Edges of print and what is near them.
cv::Mat printOf(const cv::Mat &luma)
{
    constexpr double edge = 60; // of Sobel's answer: 7.5 grey levels a pixel
    cv::Mat even;
    cv::blur(luma, even, {2, 2});
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(even, across, CV_16S, 1, 0);
    cv::Sobel(even, down, CV_16S, 0, 1);
    cv::Mat print = (cv::abs(across) + cv::abs(down)) > edge;
    cv::dilate(print, print, cv::Mat::ones(11, 11, CV_8U));
    return print;
}

/// The share of the grain of the paper between the print that two places have in common, 0 to 1; nothing
/// where there is hardly any paper.
std::optional<double> grainInCommon(const Sight &sight)
{
    constexpr int enough = 150; // pixels
    const cv::Mat paper = sight.near & ~(printOf(sight.from) | printOf(sight.to));
    if (cv::countNonZero(paper) < enough)
        return std::nullopt;
    const cv::Mat from = grainOf(sight.from);
    const cv::Mat to = grainOf(sight.to);
    const double powers = cv::norm(from, cv::NORM_L2SQR, paper) + cv::norm(to, cv::NORM_L2SQR, paper);
    return std::clamp(1 - cv::norm(from, to, cv::NORM_L2SQR, paper) / std::max(powers, 1e-6), 0.0, 1.0);
}

/// Whether a shift leads along the document's rows. right: their direction.
bool isAlongRows(const cv::Point2d &shift, const QPointF &right, double height)
{
    return std::abs(shift.y * right.x() - shift.x * right.y()) < height / 2;
}

/// Whether the print of a part is also found at another shift: it repeats itself. Within one row any other
/// print that does so tells of it: fillers of machine-readable zones stand at one pitch.
bool isRepeated(const MovedPrint &part, const std::vector<MovedPrint> &parts, const QPointF &right)
{
    const cv::Rect from = cv::boundingRect(part.corners);
    const cv::Rect to = from + part.shift;
    const bool isInRow = isAlongRows(part.shift, right, from.height);
    return std::any_of(parts.begin(), parts.end(), [&](const MovedPrint &other) {
        if (other.shift == part.shift || double(other.corners.size()) < repeats * double(part.corners.size()))
            return false;
        const cv::Rect box = cv::boundingRect(other.corners);
        const cv::Rect moved = box + other.shift;
        return !(box & from).empty() || !(moved & to).empty() || !(box & to).empty() ||
               !(moved & from).empty() ||
               (isInRow && isAlongRows(other.shift, right, from.height) &&
                isAlongRows(box.tl() - from.tl(), right, from.height));
    });
}

/// Whether a part lies, in both places, where print is known to repeat itself.
bool isFiller(const MovedPrint &part, const QList<QPolygonF> &fillers, const cv::Point &origin)
{
    const cv::Rect core = cv::boundingRect(part.corners) + origin;
    const auto isWithin = [&](const cv::Rect &place) {
        const QPointF middle(place.x + place.width / 2.0, place.y + place.height / 2.0);
        return std::any_of(fillers.begin(), fillers.end(), [&](const QPolygonF &filler) {
            return filler.containsPoint(middle, Qt::OddEvenFill);
        });
    };
    return isWithin(core) && isWithin(core + part.shift);
}

std::optional<Copy> copyOf(const cv::Mat &luma, const MovedPrint &part, const std::vector<Corner> &corners)
{
    const cv::Rect core = cv::boundingRect(part.corners);
    const auto there = std::count_if(corners.begin(), corners.end(),
                                     [&](const Corner &corner) { return core.contains(corner.at); });
    const double count = double(part.corners.size());
    const double share = count / double(std::max<std::ptrdiff_t>(1, there));
    if (share < leastShare)
        return std::nullopt;
    const Sight sight = sightOf(luma, part);
    double score = count * share / std::max(1.0, differenceOf(sight));
    if (score >= worthNaming)
        score *= grainInCommon(sight).value_or(withoutPaper);
    if (score < worthNaming)
        return std::nullopt;
    const cv::Rect from = grown(luma, part);
    const cv::Rect to = from + part.shift;
    return Copy{score, seamOf(luma, from) > seamOf(luma, to) ? from : to};
}

EditingCue cueOf(std::vector<Copy> copies, const cv::Point &origin)
{
    constexpr std::size_t mostPlaces = 4;
    std::sort(copies.begin(), copies.end(), [](const Copy &a, const Copy &b) { return a.score > b.score; });
    EditingCue cue;
    cue.name = u"copy"_s;
    cue.score = copies.front().score;
    cue.seen = {QString::fromLatin1(QT_TRANSLATE_NOOP(
                    "scrutineer",
                    "Print was copied from another place of the document: even its noise is the same.")),
                {}};
    for (std::size_t i = 0; i < std::min(copies.size(), mostPlaces); ++i) {
        const cv::Rect place = copies[i].place + origin;
        QPolygonF polygon(QRectF(place.x, place.y, place.width, place.height));
        polygon.removeLast();
        if (copies[i].score >= cue.score / 2)
            cue.regions.append(polygon);
    }
    return cue;
}
} // namespace

QList<EditingCue> copyCues(const cv::Mat &luma, const QPolygonF &document, const QList<QPolygonF> &fillers)
{
    cv::Rect part({}, luma.size());
    if (document.size() >= 3) {
        const QRect box = document.boundingRect().toAlignedRect();
        part &= cv::Rect(box.x(), box.y(), box.width(), box.height());
    }
    if (part.width < 8 * lookReach || part.height < 8 * lookReach)
        return {};
    const cv::Mat inside = luma(part);
    const std::vector<Corner> corners = cornersOf(inside);
    const std::vector<MovedPrint> parts = movedPrint(corners);
    const double angle = angleOf(document) * std::numbers::pi / 180;
    const QPointF right(std::cos(angle), std::sin(angle));
    std::vector<Copy> copies;
    for (const MovedPrint &moved : parts) {
        if (isRepeated(moved, parts, right) || isFiller(moved, fillers, part.tl()))
            continue;
        if (const std::optional<Copy> copy = copyOf(inside, moved, corners))
            copies.push_back(*copy);
    }
    return copies.empty() ? QList<EditingCue>() : QList<EditingCue>{cueOf(std::move(copies), part.tl())};
}

} // namespace scrutineer::forensics

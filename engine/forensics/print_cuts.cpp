// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/print_cuts.h"

#include "engine/forensics/fine_detail.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr int leastStep = 25;       ///< grey levels from one pixel to the next
constexpr double abrupt = 0.15;     ///< mean step to each side of a cut, as a share of the step in it
constexpr double lensSlope = 0.22;  ///< the same of print's sharper edges: with less there was no lens
constexpr double clearLens = 0.42;  ///< the same: with more, print has hardly any cuts of its own
constexpr double unclear = 0.8;     ///< weight of a score where it has
constexpr double sharpShare = 0.25; ///< of print's edges
constexpr int leastEdges = 400;
constexpr int leastSteps = 7;         ///< pixels of a cut
constexpr double leastShare = 0.2;    ///< of the line's height
constexpr double mostGap = 0.25;      ///< the same, in a cut
constexpr int smallest = 6;           ///< pixels
constexpr std::size_t mostCuts = 8;   ///< that are looked at, the longest first
constexpr double same = 0.06;         ///< difference of a copy: share of the powers of both places
constexpr double surelySame = 0.025;  ///< the same, as only copies are
constexpr double isCutThere = 0.35;   ///< share of a cut that the other place may have too
constexpr double apart = 14;          ///< grey levels, mean: beyond the cut the two places differ
constexpr double highest = 1.35;      ///< heights of a line: a copied part
constexpr double worthNaming = 1.1;   ///< score
constexpr double besideTheBest = 0.6; ///< copies with a smaller part of the best one's score are left out
constexpr double nearby = 2.5;        ///< heights of a line: both ends of a copy
constexpr double inOneRow = 0.6;      ///< of a word's height, beside the other
constexpr double wordGap = 2;         ///< heights of a line
constexpr double margin = 0.3;        ///< of a line's height, around it

/// A line of print in the picture, turned so that it runs more across than down.
struct Strip
{
    cv::Rect place; ///< pixels of the picture
    bool isTurned = false;
    double height = 0; ///< of the line, pixels
    cv::Mat luma;      ///< CV_8U
};

struct Cut
{
    std::size_t strip = 0;
    int column = 0; ///< the last before the cut
    int top = 0;
    int length = 0; ///< pixels
    int steps = 0;  ///< pixels of it where the picture changes
};

/// Words that stand in one row, together.
std::vector<cv::Rect> rowsOf(std::vector<cv::Rect> words)
{
    std::sort(words.begin(), words.end(), [](const cv::Rect &a, const cv::Rect &b) { return a.x < b.x; });
    std::vector<cv::Rect> rows;
    for (const cv::Rect &word : words) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const cv::Rect &left) {
            const int height = std::max(left.height, word.height);
            const int both = std::min(left.br().y, word.br().y) - std::max(left.y, word.y);
            return both > inOneRow * height && word.x - left.br().x < wordGap * height;
        });
        if (row == rows.end())
            rows.push_back(word);
        else
            *row |= word;
    }
    return rows;
}

Strip stripOf(const cv::Mat &luma, const Sheet &sheet, const cv::Rect &line)
{
    const double around = margin * line.height;
    const QPolygonF zone = sheet.way.mapToFull(
        cv::Rect2d(line.x - around, line.y - around, line.width + 2 * around, line.height + 2 * around));
    const QRect bounds = zone.boundingRect().toAlignedRect();
    Strip strip;
    strip.place =
        cv::Rect(bounds.x(), bounds.y(), bounds.width(), bounds.height()) & cv::Rect({}, luma.size());
    const QPointF along = zone[1] - zone[0];
    const QPointF down = zone[3] - zone[0];
    strip.isTurned = std::abs(along.y()) > std::abs(along.x());
    strip.height = std::hypot(down.x(), down.y()) / (1 + 2 * margin);
    strip.luma = luma(strip.place);
    if (strip.isTurned)
        strip.luma = strip.luma.t();
    return strip;
}

/// How far print's edges reach beyond one pixel, counted: the mean step to each side as a share of the
/// steepest.
struct Slopes
{
    static constexpr int cells = 100;
    std::array<int, cells> counts{};
    int total = 0;

    void add(double share)
    {
        ++counts.at(std::size_t(std::clamp(int(share * cells), 0, cells - 1)));
        ++total;
    }

    [[nodiscard]] double below(double share) const
    {
        int left = int(share * total);
        std::size_t cell = 0;
        while (cell + 1 < counts.size() && (left -= counts.at(cell)) >= 0)
            ++cell;
        return double(cell) / cells;
    }
};

/// The step after each pixel of a row that is steeper than those beside it; 0 elsewhere.
/// share: the mean step to each side of it.
bool isSteepest(const uchar *at, double &share)
{
    const int here = at[1] - at[0];
    const int before = at[0] - at[-1];
    const int after = at[2] - at[1];
    if (std::abs(here) < leastStep || std::abs(before) > std::abs(here) || std::abs(after) > std::abs(here))
        return false;
    share = (before + after) / (2.0 * here);
    return true;
}

/// Marks steps in a strip that no lens drew, and counts all edges.
cv::Mat abruptSteps(const Strip &strip, Slopes &slopes)
{
    cv::Mat steps(strip.luma.size(), CV_8U, cv::Scalar(0));
    for (int y = 0; y < strip.luma.rows; ++y) {
        const uchar *row = strip.luma.ptr(y);
        uchar *to = steps.ptr(y);
        for (int x = 1; x + 2 < strip.luma.cols; ++x) {
            double share = 0;
            if (std::abs(row[x + 1] - row[x]) < leastStep || !isSteepest(row + x, share))
                continue;
            slopes.add(share);
            to[x] = share < abrupt ? 1 : 0;
        }
    }
    return steps;
}

/// Columns of a strip along which steps lie, with gaps where the cut goes through paper or through ink.
void addCuts(std::vector<Cut> &cuts, const cv::Mat &steps, std::size_t strip, double height)
{
    const int least = std::max(leastSteps, int(leastShare * height));
    const int gap = int(mostGap * height);
    for (int x = 0; x < steps.cols; ++x) {
        Cut cut{strip, x, 0, 0, 0};
        int last = 0;
        const auto end = [&] {
            cut.length = last - cut.top + 1;
            if (cut.steps >= least)
                cuts.push_back(cut);
            cut.steps = 0;
        };
        for (int y = 0; y < steps.rows; ++y) {
            if (steps.at<uchar>(y, x) == 0)
                continue;
            if (cut.steps > 0 && y - last > gap)
                end();
            if (cut.steps == 0)
                cut.top = y;
            ++cut.steps;
            last = y;
        }
        end();
    }
}

/// Another place in the strip that shows the same as a window: its offset and the difference.
struct Twin
{
    cv::Point shift;
    double difference = 1;
};

Twin twinOf(const cv::Mat &detail, const cv::Rect &window)
{
    const cv::Mat part = detail(window);
    const double power = part.dot(part);
    cv::Mat differences;
    cv::matchTemplate(detail, part, differences, cv::TM_SQDIFF);
    cv::Mat powers;
    cv::boxFilter(detail.mul(detail), powers, CV_32F, window.size(), {0, 0}, false, cv::BORDER_CONSTANT);
    Twin best;
    for (int y = 0; y < differences.rows; ++y) {
        for (int x = 0; x < differences.cols; ++x) {
            if (std::abs(x - window.x) < window.width + 2)
                continue;
            const double here =
                double(differences.at<float>(y, x)) / (power + double(powers.at<float>(y, x)) + 1);
            if (here < best.difference)
                best = {{x - window.x, y - window.y}, here};
        }
    }
    return best;
}

struct Copy
{
    Cut cut;
    cv::Rect place; ///< in the strip
    double difference = 1;
};

/// How far two places show the same from a window on, away from the cut and up and down; most: pixels up and
/// down, since blank paper looks the same everywhere.
cv::Rect grownFrom(const cv::Mat &luma, cv::Rect window, const cv::Point &shift, bool isRightOfCut, int most)
{
    constexpr double alike = 6; // grey levels, mean
    const cv::Rect frame({}, luma.size());
    const auto isLike = [&](const cv::Rect &line) {
        if ((line & frame) != line || ((line + shift) & frame) != line + shift)
            return false;
        return cv::norm(luma(line), luma(line + shift), cv::NORM_L1) < alike * line.area();
    };
    const auto growWhile = [&](const cv::Point &side, int limit) {
        const bool isUpright = side.x == 0;
        const auto beside = [&] { // the line of pixels next to the window
            return isUpright
                       ? cv::Rect(window.x, side.y < 0 ? window.y - 1 : window.br().y, window.width, 1)
                       : cv::Rect(side.x < 0 ? window.x - 1 : window.br().x, window.y, 1, window.height);
        };
        for (int i = 0; i < limit && isLike(beside()); ++i)
            window |= beside();
    };
    growWhile({0, -1}, most);
    growWhile({0, 1}, most);
    growWhile({isRightOfCut ? 1 : -1, 0}, luma.cols);
    return window;
}

/// The print on one side of a cut, if the line shows it elsewhere without the cut.
std::optional<Copy> copyBeside(const Strip &strip, const cv::Mat &detail, const cv::Mat &steps,
                               const Cut &cut, bool isRightOfCut)
{
    const int width = std::max(smallest, int(0.45 * strip.height));
    const int height = std::max(cut.length, int(0.7 * strip.height));
    const int middle = cut.top + cut.length / 2;
    const cv::Rect frame(4, 2, strip.luma.cols - 8, strip.luma.rows - 4);
    const cv::Rect window =
        cv::Rect(isRightOfCut ? cut.column + 1 : cut.column + 1 - width, middle - height / 2, width, height) &
        frame;
    if (window.width < width || window.height < smallest)
        return std::nullopt;
    cv::Rect inner = window; // a filter reaches over the cut
    inner.width -= 2;
    inner.x += isRightOfCut ? 2 : 0;
    const Twin twin = twinOf(detail, inner);
    const cv::Rect beyond(isRightOfCut ? cut.column - 2 : cut.column + 1, cut.top, 3, cut.length);
    if (twin.difference > same || ((beyond + twin.shift) & frame) != beyond + twin.shift)
        return std::nullopt;
    const double off =
        cv::norm(strip.luma(beyond), strip.luma(beyond + twin.shift), cv::NORM_L1) / beyond.area();
    const cv::Rect there = cv::Rect(cut.column, cut.top, 1, cut.length) + twin.shift;
    if (off < apart || cv::countNonZero(steps(there)) > isCutThere * cut.steps)
        return std::nullopt;
    const int most = std::max(0, int(highest * strip.height - window.height) / 2);
    return Copy{cut, grownFrom(strip.luma, window, twin.shift, isRightOfCut, most), twin.difference};
}

/// The better of the two sides of a cut.
std::optional<Copy> copyAt(const Strip &strip, const cv::Mat &steps, const Cut &cut)
{
    const cv::Mat detail = detailBetween(strip.luma, 0.6, 2.2);
    std::optional<Copy> copy = copyBeside(strip, detail, steps, cut, true);
    const std::optional<Copy> left = copyBeside(strip, detail, steps, cut, false);
    if (left && (!copy || left->difference < copy->difference))
        copy = left;
    return copy;
}

QPolygonF inPicture(const Strip &strip, const cv::Rect &place)
{
    const QRectF box = strip.isTurned ? QRectF(place.y, place.x, place.height, place.width)
                                      : QRectF(place.x, place.y, place.width, place.height);
    QPolygonF polygon(box.translated(strip.place.x, strip.place.y));
    polygon.removeLast();
    return polygon;
}

/// Where a cut lies in the picture.
cv::Point placeOf(const Cut &cut, const std::vector<Strip> &strips)
{
    const Strip &strip = strips.at(cut.strip);
    const cv::Point at(cut.column, cut.top + cut.length / 2);
    return strip.place.tl() + (strip.isTurned ? cv::Point(at.y, at.x) : at);
}

/// Steps along a copy's cut, for each along the longest cut elsewhere that no copy explains: so long are
/// the cuts that print and noise make by themselves. Forgers copy in one or two places: in a third one, what
/// looks like a copy is print too. Less where the two places are not quite the same.
double scoreOf(const Copy &copy, const std::vector<Copy> &copies, const std::vector<Cut> &others,
               const std::vector<Strip> &strips)
{
    const double near = nearby * strips.at(copy.cut.strip).height;
    const auto areApart = [&](const Cut &a, const Cut &b) {
        return cv::norm(placeOf(a, strips) - placeOf(b, strips)) > near;
    };
    double usual = leastSteps;
    const auto isPrint = [&](const Cut &cut) { usual = std::max(usual, double(cut.steps)); };
    for (const Cut &other : others) {
        if (areApart(other, copy.cut))
            isPrint(other);
    }
    const Cut *second = nullptr; // copies come with the longest cut first
    for (const Copy &other : copies) {
        if (!areApart(other.cut, copy.cut))
            continue;
        if (!second)
            second = &other.cut;
        else if (areApart(other.cut, *second))
            isPrint(other.cut);
    }
    return copy.cut.steps / usual * std::min(1.0, surelySame / copy.difference);
}

QList<EditingCue> cueOf(const std::vector<Copy> &copies, const std::vector<Cut> &others,
                        const std::vector<Strip> &strips, double weight)
{
    EditingCue cue;
    cue.name = u"cut"_s;
    std::vector<double> scores;
    scores.reserve(copies.size());
    for (const Copy &copy : copies)
        scores.push_back(weight * scoreOf(copy, copies, others, strips));
    cue.score = *std::max_element(scores.begin(), scores.end());
    if (cue.score < worthNaming)
        return {};
    cue.seen = {
        QString::fromLatin1(QT_TRANSLATE_NOOP(
            "scrutineer", "Print ends at a cut that no lens draws, and stands elsewhere in its line without "
                          "the cut: it was copied.")),
        {}};
    for (std::size_t i = 0; i < copies.size(); ++i) {
        const QPolygonF place = inPicture(strips.at(copies[i].cut.strip), copies[i].place);
        const bool isShown = std::any_of(cue.regions.begin(), cue.regions.end(),
                                         [&](const QPolygonF &other) { return other.intersects(place); });
        if (scores[i] > besideTheBest * cue.score && !isShown)
            cue.regions.append(place);
    }
    return {cue};
}
} // namespace

QList<EditingCue> cutCues(const cv::Mat &luma, const Sheet &sheet, const std::vector<cv::Rect> &lines)
{
    std::vector<Strip> strips;
    std::vector<cv::Mat> steps;
    std::vector<Cut> cuts;
    Slopes slopes;
    for (const cv::Rect &line : rowsOf(lines)) {
        strips.push_back(stripOf(luma, sheet, line));
        steps.push_back(abruptSteps(strips.back(), slopes));
        addCuts(cuts, steps.back(), strips.size() - 1, strips.back().height);
    }
    const double slope = slopes.below(sharpShare);
    if (slopes.total < leastEdges || slope < lensSlope)
        return {};
    std::sort(cuts.begin(), cuts.end(), [](const Cut &a, const Cut &b) { return a.steps > b.steps; });
    cuts.resize(std::min(cuts.size(), mostCuts));
    std::vector<Copy> copies;
    std::vector<Cut> others;
    for (const Cut &cut : cuts) {
        if (const std::optional<Copy> copy = copyAt(strips.at(cut.strip), steps.at(cut.strip), cut))
            copies.push_back(*copy);
        else
            others.push_back(cut);
    }
    const double weight = slope < clearLens ? unclear : 1;
    return copies.empty() ? QList<EditingCue>() : cueOf(copies, others, strips, weight);
}

} // namespace scrutineer::forensics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/text_rows.h"

#include "engine/facts/readers/letter_chains.h"
#include "engine/image/percentile.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace scrutineer::facts {

namespace {

constexpr int strokeReach = 31;      ///< pixels: thicker than any stroke of print that is looked for
constexpr double leastContrast = 26; ///< grey levels of ink below its paper
constexpr double localShare = 0.30;  ///< of the strongest ink around
constexpr int mostRows = 90;

cv::Mat lightestOf(const cv::Mat &bgr)
{
    std::vector<cv::Mat> channels;
    cv::split(bgr, channels);
    cv::Mat lightest;
    cv::max(channels[0], channels[1], lightest);
    cv::max(lightest, channels[2], lightest);
    return lightest;
}

/// The lightest channel with a share of luma: coloured lines behind black print go away, coloured print
/// stays.
cv::Mat paleGrey(const cv::Mat &bgr, const cv::Mat &lightest)
{
    cv::Mat luma;
    cv::cvtColor(bgr, luma, cv::COLOR_BGR2GRAY);
    cv::Mat mixed;
    cv::addWeighted(lightest, 0.6, luma, 0.4, 0, mixed);
    return mixed;
}

cv::Mat square(int size)
{
    return cv::getStructuringElement(cv::MORPH_RECT, {size, size});
}

/// What the page would be without thin dark marks.
cv::Mat paperOf(const cv::Mat &grey)
{
    cv::Mat paper;
    cv::morphologyEx(grey, paper, cv::MORPH_CLOSE, square(strokeReach));
    cv::blur(paper, paper, {strokeReach, strokeReach});
    return paper;
}

/// How dark the pattern behind the print is: print covers less than an eighth of any page.
double patternDepth(const cv::Mat &depth)
{
    constexpr double share = 0.88;
    std::array<int, 256> counts{};
    for (int y = 0; y < depth.rows; y += 2) {
        const uchar *row = depth.ptr<uchar>(y);
        for (int x = 0; x < depth.cols; x += 2)
            ++counts[row[x]];
    }
    const int wanted = int(share * std::accumulate(counts.begin(), counts.end(), 0));
    int sum = 0;
    int level = 0;
    while (level < 255 && sum + counts[std::size_t(level)] < wanted)
        sum += counts[std::size_t(level++)];
    return level;
}

cv::Mat inkMask(const cv::Mat &grey, const cv::Mat &paper)
{
    cv::Mat depth;
    cv::subtract(paper, grey, depth);
    cv::Mat strongest;
    cv::dilate(depth, strongest, cv::getStructuringElement(cv::MORPH_RECT, {91, 41}));
    cv::Mat needed;
    strongest.convertTo(needed, CV_8U, localShare);
    cv::max(needed, std::max(leastContrast, patternDepth(depth) + 6), needed);
    cv::Mat mask;
    cv::compare(depth, needed, mask, cv::CMP_GT);
    return mask;
}

/// Rows that grew into each other, and what stands inside another row, become one.
void mergeRows(std::vector<TextRow> &rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = i + 1; j < rows.size();) {
            const cv::Rect common = rows[i].box & rows[j].box;
            const int lower = std::min(rows[i].box.height, rows[j].box.height);
            const int taller = std::max(rows[i].box.height, rows[j].box.height);
            const bool one = common.height > 0.7 * lower && common.width > 0 && taller < 1.5 * lower;
            if (!one) {
                ++j;
                continue;
            }
            rows[i].box |= rows[j].box;
            rows[i].letters += rows[j].letters;
            rows.erase(rows.begin() + std::ptrdiff_t(j));
            j = i + 1;
        }
    }
}

/// A box around several rows is a picture that was taken for letters.
void dropPictures(std::vector<TextRow> &rows)
{
    const auto around = [&](const TextRow &row) {
        return std::count_if(rows.begin(), rows.end(), [&](const TextRow &other) {
            return &other != &row && other.letters >= leastLetters && row.box.height > 2 * other.box.height &&
                   (row.box & other.box).area() > 0.6 * other.box.area();
        });
    };
    std::vector<TextRow> kept;
    for (const TextRow &row : rows) {
        if (around(row) < 1)
            kept.push_back(row);
    }
    rows = kept;
}

/// Median of the pixels right around a row: its ground.
int groundAround(const cv::Mat &grey, const cv::Rect &row)
{
    constexpr int beside = 2; // pixels
    const cv::Rect frame({}, grey.size());
    const cv::Rect wide =
        cv::Rect(row.x - beside, row.y - beside, row.width + 2 * beside, row.height + 2 * beside) & frame;
    std::vector<uchar> ring;
    for (int x = wide.x; x < wide.br().x; ++x) {
        ring.push_back(grey.at<uchar>(wide.y, x));
        ring.push_back(grey.at<uchar>(wide.br().y - 1, x));
    }
    const auto middle = ring.begin() + std::ptrdiff_t(ring.size() / 2);
    std::nth_element(ring.begin(), middle, ring.end());
    return *middle;
}

/// Whether a dark row stands out from what is around it; the ground between light letters does not.
bool isDarkerThanGround(const cv::Mat &grey, const TextRow &row)
{
    constexpr double inkShare = 0.1; // of a row's box, at least
    const double ink = image::percentile(grey(row.box), inkShare);
    return groundAround(grey, row.box) - ink >= leastContrast;
}

/// Light print is taken only where it is clear. On a dark ground it replaces the dark rows that stand there
/// and are but the ground between its letters.
void addLightRows(const cv::Mat &grey, const cv::Mat &inverse, std::vector<TextRow> &rows)
{
    constexpr int leastLightLetters = 5;
    constexpr int leastDepth = 70; // grey levels of light ink above its ground
    cv::Mat depth;
    cv::subtract(paperOf(inverse), inverse, depth);
    cv::Mat mask;
    cv::threshold(depth, mask, leastDepth, 255, cv::THRESH_BINARY);
    for (const TextRow &row : rowsIn(mask, true)) {
        if (row.letters < leastLightLetters)
            continue;
        const auto overlaps = [&](const TextRow &other) {
            return !other.light &&
                   (other.box & row.box).area() > 0.3 * std::min(other.box.area(), row.box.area());
        };
        const double ink = cv::mean(grey(row.box), mask(row.box))[0];
        const bool onDark = ink - groundAround(grey, row.box) >= leastDepth;
        const bool taken = std::any_of(rows.begin(), rows.end(), [&](const TextRow &other) {
            const bool hasMore = 2 * other.letters > row.letters;
            return overlaps(other) && (!onDark || (hasMore && isDarkerThanGround(grey, other)));
        });
        if (taken)
            continue;
        std::erase_if(rows, overlaps);
        rows.push_back(row);
    }
}

/// Mean of what is at least half as dark as the darkest.
double depthOf(const cv::Mat &depth)
{
    cv::Mat ink;
    double most = 0;
    cv::minMaxLoc(depth, nullptr, &most);
    cv::compare(depth, 0.5 * most, ink, cv::CMP_GT);
    return cv::mean(depth, ink)[0];
}

} // namespace

PrintedPage findRows(const cv::Mat &page)
{
    PrintedPage printed;
    printed.lightest = lightestOf(page);
    const cv::Mat grey = paleGrey(page, printed.lightest);
    cv::bitwise_not(grey, printed.inverse);
    const cv::Mat paper = paperOf(grey);
    printed.rows = rowsIn(inkMask(grey, paper), false);
    addLightRows(grey, printed.inverse, printed.rows);
    mergeRows(printed.rows);
    dropPictures(printed.rows);
    cv::divide(grey, paper, printed.ink, 250);
    cv::Mat depth;
    cv::subtract(paper, grey, depth);
    for (TextRow &row : printed.rows)
        row.depth = depthOf(depth(row.box));
    std::sort(printed.rows.begin(), printed.rows.end(), [](const TextRow &a, const TextRow &b) {
        return a.letters != b.letters ? a.letters > b.letters : a.box.y < b.box.y;
    });
    printed.rows.resize(std::min<std::size_t>(printed.rows.size(), mostRows));
    std::sort(printed.rows.begin(), printed.rows.end(),
              [](const TextRow &a, const TextRow &b) { return a.box.y < b.box.y; });
    return printed;
}

} // namespace scrutineer::facts

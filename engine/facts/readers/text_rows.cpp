// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/text_rows.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace scrutineer::facts {

namespace {

constexpr int leastLetters = 3; ///< of a row
constexpr int leastHeight = 8;  ///< pixels of a letter
constexpr int mostHeight = 100;
constexpr int strokeReach = 31;      ///< pixels: thicker than any stroke of print that is looked for
constexpr double leastContrast = 26; ///< grey levels of ink below its paper
constexpr double localShare = 0.30;  ///< of the strongest ink around
constexpr double widestGap = 1.6;    ///< between letters of one row, in heights of the lower
constexpr double leastShared = 0.45; ///< of the lower letter's height that both have in common
constexpr double mostTaller = 2.0;   ///< a capital beside a small letter, not a picture beside a letter
constexpr int longestPiece = 16;     ///< heights of a piece: bold letters run into each other
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

struct Piece
{
    cv::Rect box;
    int area = 0;

    /// Letters that this may be: those of bold print touch each other.
    [[nodiscard]] int letters() const { return std::max(1, int(std::lround(0.75 * box.width / box.height))); }
};

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

std::vector<Piece> piecesOf(const cv::Mat &mask)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8, CV_32S);
    std::vector<Piece> pieces;
    for (int i = 1; i < count; ++i) {
        const Piece piece{{stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)},
                          stats.at<int>(i, cv::CC_STAT_AREA)};
        const bool letter = piece.box.height >= leastHeight && piece.box.height <= mostHeight &&
                            piece.box.width <= longestPiece * piece.box.height && piece.area >= 10;
        if (letter)
            pieces.push_back(piece);
    }
    return pieces;
}

bool besideEachOther(const cv::Rect &a, const cv::Rect &b)
{
    const int shared = std::min(a.br().y, b.br().y) - std::max(a.y, b.y);
    const int lower = std::min(a.height, b.height);
    const int taller = std::max(a.height, b.height);
    const int gap = std::max(a.x, b.x) - std::min(a.br().x, b.br().x);
    return shared > leastShared * lower && taller < mostTaller * lower && gap < widestGap * lower;
}

/// Pieces that belong to one row share a number.
std::vector<int> chained(const std::vector<Piece> &pieces)
{
    std::vector<int> parent(pieces.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto rootOf = [&](int i) {
        while (parent[std::size_t(i)] != i)
            i = parent[std::size_t(i)] = parent[std::size_t(parent[std::size_t(i)])];
        return i;
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (std::size_t j = i + 1; j < pieces.size(); ++j) {
            if (pieces[j].box.x > pieces[i].box.br().x + widestGap * mostHeight)
                break; // sorted by left edge
            if (besideEachOther(pieces[i].box, pieces[j].box))
                parent[std::size_t(rootOf(int(j)))] = rootOf(int(i));
        }
    }
    for (std::size_t i = 0; i < parent.size(); ++i)
        parent[i] = rootOf(int(i));
    return parent;
}

/// Print covers neither too little nor too much of its row, and a row is longer than high.
bool isPrint(const TextRow &row, double inkArea)
{
    const double share = inkArea / std::max(1, row.box.area());
    return row.box.width > 1.2 * row.box.height && share > 0.08 && share < 0.75;
}

/// A letter or number that stands alone before a row, such as "3" before "DOB", belongs to it.
void joinSingles(std::vector<TextRow> &rows, const std::vector<cv::Rect> &singles)
{
    constexpr double widestIndent = 2.6; // heights of the row
    for (const cv::Rect &single : singles) {
        TextRow *nearest = nullptr;
        for (TextRow &row : rows) {
            const int gap = row.box.x - single.br().x;
            const int shared = std::min(row.box.br().y, single.br().y) - std::max(row.box.y, single.y);
            const bool fits = gap > 0 && gap < widestIndent * row.box.height &&
                              shared > 0.7 * std::min(single.height, row.box.height) &&
                              single.height < 1.3 * row.box.height && single.height > 0.5 * row.box.height;
            if (fits && (nearest == nullptr || row.box.x < nearest->box.x))
                nearest = &row;
        }
        if (nearest != nullptr) {
            nearest->box |= single;
            ++nearest->letters;
        }
    }
}

/// Pictures and lines that touch print are taller than its letters: they do not make the row's box.
TextRow rowOf(std::vector<const Piece *> pieces, double &ink)
{
    constexpr double mostOfMedian = 1.75;
    const auto middle = pieces.begin() + std::ptrdiff_t(pieces.size() / 2);
    std::nth_element(pieces.begin(), middle, pieces.end(),
                     [](const Piece *a, const Piece *b) { return a->box.height < b->box.height; });
    const double most = mostOfMedian * (*middle)->box.height;
    TextRow row;
    std::vector<int> tops;
    std::vector<int> bottoms;
    ink = 0;
    for (const Piece *piece : pieces) {
        if (piece->box.height > most)
            continue;
        row.box = row.letters == 0 ? piece->box : row.box | piece->box;
        row.letters += piece->letters();
        ink += piece->area;
        tops.push_back(piece->box.y);
        bottoms.push_back(piece->box.br().y);
    }
    // One piece in eight may stick out: a stamp or picture that touches a letter.
    std::sort(tops.begin(), tops.end());
    std::sort(bottoms.begin(), bottoms.end());
    row.box.y = tops[tops.size() / 8];
    row.box.height = bottoms[bottoms.size() - 1 - bottoms.size() / 8] - row.box.y;
    return row;
}

/// Letters that a line or stamp runs through are one piece with it and too large for a letter: the row goes
/// on as long as there is ink in its band.
void grow(TextRow &row, const cv::Mat &mask)
{
    constexpr double furthest = 9; // heights, to either side
    constexpr double leastInk = 0.04;
    const int height = row.box.height;
    const cv::Mat band = mask.rowRange(row.box.y, row.box.br().y);
    cv::Mat columns;
    cv::reduce(band, columns, 0, cv::REDUCE_AVG, CV_32F);
    const auto edgeFrom = [&](int start, int step) {
        int edge = start;
        for (int x = start, blank = 0, gone = 0; x >= 0 && x < mask.cols && gone < furthest * height;
             x += step, ++gone) {
            blank = columns.at<float>(0, x) > 255 * leastInk ? 0 : blank + 1;
            if (blank > 0.8 * height)
                break;
            edge = blank == 0 ? x : edge;
        }
        return edge;
    };
    const int left = edgeFrom(row.box.x, -1);
    const int right = edgeFrom(row.box.br().x - 1, 1);
    row.box.x = left;
    row.box.width = right + 1 - left;
}

std::vector<TextRow> rowsOf(const cv::Mat &mask, bool light)
{
    std::vector<Piece> pieces = piecesOf(mask);
    constexpr std::size_t mostPieces = 6000; // noise: no page has as many letters
    if (pieces.size() > mostPieces)
        return {};
    std::sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) { return a.box.x < b.box.x; });
    const std::vector<int> chain = chained(pieces);
    std::vector<std::vector<const Piece *>> groups(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i)
        groups[std::size_t(chain[i])].push_back(&pieces[i]);
    std::vector<TextRow> rows;
    std::vector<cv::Rect> singles;
    for (const std::vector<const Piece *> &group : groups) {
        if (group.empty())
            continue;
        double ink = 0;
        TextRow row = rowOf(group, ink);
        if (row.letters < leastLetters)
            singles.push_back(row.box);
        if (row.letters < leastLetters || !isPrint(row, ink))
            continue;
        row.light = light;
        rows.push_back(row);
    }
    joinSingles(rows, singles);
    for (TextRow &row : rows)
        grow(row, mask);
    return rows;
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
    cv::Mat levels;
    grey(row.box).copyTo(levels);
    levels = levels.reshape(1, 1);
    cv::sort(levels, levels, cv::SORT_EVERY_ROW | cv::SORT_ASCENDING);
    const int ink = levels.at<uchar>(0, int(inkShare * levels.cols));
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
    for (const TextRow &row : rowsOf(mask, true)) {
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
    printed.rows = rowsOf(inkMask(grey, paper), false);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/letter_chains.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace scrutineer::facts {

namespace {

constexpr int leastHeight = 8; ///< pixels of a letter
constexpr int mostHeight = 100;
constexpr double widestGap = 1.6;    ///< between letters of one row, in heights of the lower
constexpr double leastShared = 0.45; ///< of the lower letter's height that both have in common
constexpr double mostTaller = 2.0;   ///< a capital beside a small letter, not a picture beside a letter
constexpr int longestPiece = 16;     ///< heights of a piece: bold letters run into each other

struct Piece
{
    cv::Rect box;
    int area = 0;

    /// Letters that this may be: those of bold print touch each other.
    [[nodiscard]] int letters() const { return std::max(1, int(std::lround(0.75 * box.width / box.height))); }
};

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

} // namespace

std::vector<TextRow> rowsIn(const cv::Mat &mask, bool light)
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

} // namespace scrutineer::facts

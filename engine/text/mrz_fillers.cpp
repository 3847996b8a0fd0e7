// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_fillers.h"

#include <QList>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace scrutineer::text {

namespace {

constexpr QChar filler = u'<';
constexpr double glyphShare = 0.70; ///< ink of one OCR-B character, of the pitch
constexpr int tailCells = 5;        ///< a line that does not end in as many fillers is left alone
constexpr double alike = 0.72;      ///< correlation of a filler with the mean of the last ones
constexpr int furthestMiscount = 8;
const cv::Size cellSize(20, 30);

int lengthFor(qsizetype read)
{
    int best = 0;
    for (const int length : {30, 36, 44}) {
        if (std::abs(read - length) < std::abs(read - best))
            best = length;
    }
    return std::abs(read - best) <= furthestMiscount ? best : 0;
}

/// Where the cells of a line stand: left edge of the first one and the pitch.
struct Grid
{
    double left = 0;
    double pitch = 0;
};

/// The grid whose borders run through least ink.
Grid gridOf(const cv::Mat &ink, const QRectF &box, int length)
{
    cv::Mat columns;
    cv::reduce(ink, columns, 0, cv::REDUCE_SUM, CV_64F);
    const double pitch = box.width() / (length - 1 + glyphShare);
    Grid best;
    double least = 1e18;
    for (double stretch = 0.97; stretch <= 1.031; stretch += 0.003) {
        for (double shift = -0.35; shift <= 0.36; shift += 0.07) {
            const Grid grid{box.left() - pitch * (1 - glyphShare) / 2 + shift * pitch, pitch * stretch};
            double sum = 0;
            for (int border = 0; border <= length; ++border) {
                const int x = static_cast<int>(std::lround(grid.left + border * grid.pitch));
                sum += columns.at<double>(std::clamp(x, 0, columns.cols - 1));
            }
            if (sum < least) {
                least = sum;
                best = grid;
            }
        }
    }
    return best;
}

cv::Mat cellAt(const cv::Mat &straight, const Grid &grid, const QRectF &box, int index, double shift)
{
    const double left = grid.left + (index + shift) * grid.pitch;
    const cv::Point2f centre(static_cast<float>(left + grid.pitch / 2), static_cast<float>(box.center().y()));
    const cv::Size size(std::max(3, static_cast<int>(grid.pitch)),
                        std::max(3, static_cast<int>(box.height() * 1.15)));
    cv::Mat cell;
    cv::getRectSubPix(straight, size, centre, cell);
    cv::resize(cell, cell, cellSize, 0, 0, cv::INTER_AREA);
    cell.convertTo(cell, CV_32F);
    return cell;
}

double correlation(const cv::Mat &a, const cv::Mat &b)
{
    cv::Mat result;
    cv::matchTemplate(a, b, result, cv::TM_CCOEFF_NORMED);
    return result.at<float>(0, 0);
}

/// Per cell whether it shows a filler. Empty where the line does not end in fillers.
QList<bool> fillersOf(const cv::Mat &straight, const QRectF &box, int length)
{
    cv::Mat ink;
    cv::bitwise_not(straight.rowRange(std::max(0, static_cast<int>(box.top())),
                                      std::min(straight.rows, static_cast<int>(box.bottom()) + 1)),
                    ink);
    const Grid grid = gridOf(ink, box, length);
    cv::Mat mean = cv::Mat::zeros(cellSize, CV_32F);
    for (int i = length - tailCells; i < length; ++i)
        mean += cellAt(straight, grid, box, i, 0) / tailCells;
    for (int i = length - tailCells; i < length; ++i) {
        if (correlation(cellAt(straight, grid, box, i, 0), mean) < alike)
            return {};
    }
    QList<bool> fillers;
    for (int i = 0; i < length; ++i) {
        double best = -1;
        for (const double shift : {-0.12, 0.0, 0.12})
            best = std::max(best, correlation(cellAt(straight, grid, box, i, shift), mean));
        fillers += best >= alike;
    }
    return fillers;
}

bool maybeFiller(QChar c)
{
    return c == filler || QStringView(u"KCSEXGRLZ4").contains(c);
}

/// What it costs to take a character of the reading for a cell, to drop it, or to leave a cell without one.
double takeCost(QChar c, bool isFiller)
{
    if (isFiller)
        return c == filler ? 0 : QStringView(u"KCSEX").contains(c) ? 0.15 : maybeFiller(c) ? 1.2 : 3;
    return c == filler ? 3 : 0;
}

double dropCost(QChar c)
{
    return c == filler ? 0.5 : maybeFiller(c) ? 0.9 : 4;
}

double gapCost(bool isFiller)
{
    return isFiller ? 0.5 : 4;
}

/// The cheapest way to lay the reading over the cells (edit distance with the costs above).
std::optional<QString> laidOver(const QString &read, const QList<bool> &fillers)
{
    constexpr double mostCost = 6;
    const int rows = static_cast<int>(read.size()) + 1;
    const int columns = static_cast<int>(fillers.size()) + 1;
    cv::Mat_<double> cost(rows, columns, 1e9);
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            double &here = cost(r, c);
            if (r == 0 && c == 0)
                here = 0;
            if (r > 0)
                here = std::min(here, cost(r - 1, c) + dropCost(read.at(r - 1)));
            if (c > 0)
                here = std::min(here, cost(r, c - 1) + gapCost(fillers.at(c - 1)));
            if (r > 0 && c > 0)
                here = std::min(here, cost(r - 1, c - 1) + takeCost(read.at(r - 1), fillers.at(c - 1)));
        }
    }
    if (cost(rows - 1, columns - 1) > mostCost)
        return std::nullopt;
    QString line(columns - 1, filler);
    int r = rows - 1;
    int c = columns - 1;
    while (c > 0) {
        const double here = cost(r, c);
        if (r > 0 && here == cost(r - 1, c - 1) + takeCost(read.at(r - 1), fillers.at(c - 1))) {
            line[c - 1] = fillers.at(c - 1) ? filler : read.at(r - 1);
            --r;
            --c;
        } else if (r > 0 && here == cost(r - 1, c) + dropCost(read.at(r - 1))) {
            --r;
        } else {
            if (!fillers.at(c - 1))
                return std::nullopt; // a letter that OCR did not see
            --c;
        }
    }
    return line;
}

} // namespace

QString withSeenFillers(const QString &read, const cv::Mat &straight, const QRectF &box)
{
    const int length = lengthFor(read.size());
    if (length == 0 || box.width() < length * 4 || box.height() < 6)
        return read;
    const QList<bool> fillers = fillersOf(straight, box, length);
    return fillers.isEmpty() ? read : laidOver(read, fillers).value_or(read);
}

} // namespace scrutineer::text

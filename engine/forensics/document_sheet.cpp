// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/document_sheet.h"

#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::forensics {

namespace {
constexpr int pageWidth = 1000;  ///< pixels
constexpr int sheetWidth = 1600; ///< pixels of the document, at least: grain is still to be seen

constexpr int letters = 25;  ///< pixels of the page: strokes of print are narrower
constexpr int contrast = 45; ///< grey levels of print against its paper
constexpr int lowest = 10;   ///< pixels of the page: the height of a line
constexpr int highest = 50;

void flatten(Sheet &sheet, const QPolygonF &document)
{
    const auto side = [&](qsizetype from, qsizetype to) {
        return QLineF(document[from], document[to]).length();
    };
    const double height = pageWidth * (side(0, 3) + side(1, 2)) / std::max(1.0, side(0, 1) + side(3, 2));
    const cv::Size size(pageWidth, std::clamp(int(height), pageWidth / 4, 4 * pageWidth));
    const auto right = float(size.width);
    const auto bottom = float(size.height);
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), {right, 0}, {right, bottom}, {0, bottom}};
    std::array<cv::Point2f, 4> to;
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] = {float((document[qsizetype(i)].x() - sheet.corner.x) * sheet.scale),
                 float((document[qsizetype(i)].y() - sheet.corner.y) * sheet.scale)};
    const cv::Matx33d toSheet = cv::getPerspectiveTransform(from.data(), to.data());
    const double width = (cv::norm(to[1] - to[0]) + cv::norm(to[2] - to[3])) / 2;
    const double shrink = 1 / std::max(1.0, std::floor(width / pageWidth)); // whole factors are quick
    cv::Mat small;                                                          // pages without aliases
    cv::resize(sheet.luma, small, {}, shrink, shrink, cv::INTER_AREA);
    cv::warpPerspective(small, sheet.page, cv::Matx33d::diag({shrink, shrink, 1}) * toSheet, size,
                        cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    const cv::Matx33d toPicture(1 / sheet.scale, 0, sheet.corner.x, 0, 1 / sheet.scale, sheet.corner.y, 0, 0,
                                1);
    sheet.way = {{}, toPicture * toSheet};
}
} // namespace

Sheet sheetOf(const cv::Mat &luma, const QPolygonF &document)
{
    Sheet sheet;
    const QRect bounds = document.boundingRect().toAlignedRect();
    const cv::Rect box =
        cv::Rect(bounds.x(), bounds.y(), bounds.width(), bounds.height()) & cv::Rect({}, luma.size());
    if (document.size() != 4 || box.width < 8 || box.height < 8)
        return sheet;
    sheet.documentWidth = QLineF(document[0], document[1]).length();
    const int reduce = std::max(1, int(sheet.documentWidth / sheetWidth));
    sheet.luma = luma(box);
    sheet.scale = 1.0 / reduce;
    sheet.corner = box.tl();
    if (reduce > 1)
        cv::resize(luma(box), sheet.luma, {box.width / reduce, box.height / reduce}, 0, 0, cv::INTER_AREA);
    flatten(sheet, document);
    return sheet;
}

std::vector<cv::Rect> printLines(const cv::Mat &page)
{
    cv::Mat paper;
    cv::morphologyEx(page, paper, cv::MORPH_CLOSE, cv::Mat::ones(letters, letters, CV_8U));
    cv::Mat depth;
    cv::subtract(paper, page, depth);
    const cv::Mat print = (depth > contrast) & (depth > 0.3 * paper);
    cv::Mat joined;
    cv::morphologyEx(print, joined, cv::MORPH_CLOSE, cv::Mat::ones(3, 13, CV_8U));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat middles;
    const int count = cv::connectedComponentsWithStats(joined, labels, stats, middles, 8, CV_32S);
    std::vector<cv::Rect> lines;
    for (int label = 1; label < count; ++label) {
        const int *of = stats.ptr<int>(label);
        const cv::Rect box(of[cv::CC_STAT_LEFT], of[cv::CC_STAT_TOP], of[cv::CC_STAT_WIDTH],
                           of[cv::CC_STAT_HEIGHT]);
        const double filled = cv::countNonZero(print(box)) / double(box.area());
        if (box.height >= lowest && box.height <= highest && box.width >= 1.2 * box.height && filled > 0.1 &&
            filled < 0.7)
            lines.push_back(box);
    }
    return lines;
}

} // namespace scrutineer::forensics
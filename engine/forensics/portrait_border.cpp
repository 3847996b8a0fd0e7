// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/portrait_border.h"

#include "engine/forensics/edge_width.h"
#include "engine/forensics/outlines.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr double leastWidth = 700;      ///< pixels of the document
constexpr double lensWidth = 1.45;      ///< pixels of print's edges: what is sharper was seen by no lens
constexpr double lensValueWidth = 1.65; ///< the same by all steps: 1.57 is a step that pixels average
constexpr double worthNaming = 1.1;     ///< score
constexpr std::size_t leastSides = 2;
constexpr int leastFace = 30;      ///< pixels of the page
constexpr int pageStep = 12;       ///< grey levels of a border on the page
constexpr double leastShare = 0.6; ///< of a border that must show
constexpr int mostTilt = 5;        ///< pixels of the page from end to end
constexpr double pageSlack = 1.5;  ///< pixels of the page by which a border may lie elsewhere

/// A line that is nearly parallel to a side of the page; its ends, pixels of the page.
struct Side
{
    cv::Point2d from;
    cv::Point2d to;
};

/// Where the page changes from left to right: 255 along the clearest columns.
cv::Mat stepsAcross(const cv::Mat &page)
{
    const cv::Mat kernel = (cv::Mat_<float>(1, 6) << -1, -1, -1, 1, 1, 1) / 3;
    cv::Mat steps;
    cv::filter2D(page, steps, CV_16S, kernel, {3, 0}, 0, cv::BORDER_REPLICATE);
    steps = cv::abs(steps);
    cv::Mat clearest;
    cv::dilate(steps, clearest, cv::Mat::ones(1, 5, CV_8U));
    cv::Mat found = (steps >= clearest) & (steps >= pageStep);
    cv::dilate(found, found, cv::Mat::ones(1, 3, CV_8U));
    return found;
}

/// The upright line in a box of the page along which it changes most steadily. page: CV_8U.
std::optional<Side> uprightLine(const cv::Mat &page, const cv::Rect &where)
{
    const cv::Rect box = where & cv::Rect({}, page.size());
    if (box.width < 3 * mostTilt || box.height < leastFace)
        return std::nullopt;
    const cv::Mat steps = stepsAcross(page(box));
    int most = 0;
    Side best;
    for (int tilt = -mostTilt; tilt <= mostTilt; ++tilt) {
        for (int column = mostTilt; column + mostTilt < box.width; ++column) {
            int count = 0;
            for (int row = 0; row < box.height; ++row)
                count += steps.at<uchar>(row, column + tilt * (2 * row - box.height) / (2 * box.height)) & 1;
            if (count > most) {
                most = count;
                best = {cv::Point2d(column - tilt / 2.0, 0) + cv::Point2d(box.tl()),
                        cv::Point2d(column + tilt / 2.0, box.height) + cv::Point2d(box.tl())};
            }
        }
    }
    if (most < leastShare * box.height)
        return std::nullopt;
    return best;
}

/// The sides of the portrait around a face, as far as they show: left, right, top, bottom.
std::array<std::optional<Side>, 4> sidesAround(const cv::Mat &page, const cv::Rect2d &face)
{
    const auto at = [](double x, double y, double right, double bottom) {
        return cv::Rect(cv::Point(int(x), int(y)), cv::Point(int(right), int(bottom)));
    };
    const double right = face.x + face.width;
    const double bottom = face.y + face.height;
    const cv::Mat turned = page.t();
    const auto level = [&](double y, double end) -> std::optional<Side> {
        const auto side = uprightLine(turned, at(y, face.x, end, right));
        if (!side)
            return std::nullopt;
        return Side{{side->from.y, side->from.x}, {side->to.y, side->to.x}};
    };
    return {uprightLine(page, at(face.x - 1.4 * face.width, face.y, face.x, bottom)),
            uprightLine(page, at(right, face.y, right + 1.4 * face.width, bottom)),
            level(face.y - face.height, face.y), level(bottom, bottom + 1.2 * face.height)};
}

/// The portrait on the page; sides that do not show lie as far from the face as the ones that do.
cv::Rect2d portraitOf(const std::array<std::optional<Side>, 4> &sides, const cv::Rect2d &face)
{
    const auto place = [&](std::size_t side, bool isUpright, double otherwise) {
        if (!sides.at(side))
            return otherwise;
        const cv::Point2d middle = (sides.at(side)->from + sides.at(side)->to) / 2;
        return isUpright ? middle.x : middle.y;
    };
    const double right = face.x + face.width;
    const double bottom = face.y + face.height;
    const double margin = sides[0]   ? face.x - place(0, true, 0)
                          : sides[1] ? place(1, true, 0) - right
                                     : 0.4 * face.width;
    const cv::Point2d topLeft(place(0, true, face.x - margin), place(2, false, face.y - 0.4 * face.height));
    const cv::Point2d bottomRight(place(1, true, right + margin),
                                  place(3, false, bottom + 0.4 * face.height));
    return {topLeft, bottomRight};
}

/// Where print may be looked at, in nine zones: on the document, not on faces and what is around them.
cv::Mat printMask(const cv::Size &picture, const QPolygonF &document, const QList<QRectF> &faces)
{
    const cv::Size cells((picture.width + printMaskCell - 1) / printMaskCell,
                         (picture.height + printMaskCell - 1) / printMaskCell);
    cv::Mat mask = cellsInside(document, cells, printMaskCell);
    cv::erode(mask, mask, cv::Mat::ones(5, 5, CV_8U), {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    for (const QRectF &face : faces) {
        const QRectF around =
            face.adjusted(-0.8 * face.width(), -0.8 * face.height(), 0.8 * face.width(), face.height());
        mask.setTo(0, cellsInside(QPolygonF(around), cells, printMaskCell));
    }
    const QRectF box = document.boundingRect();
    cv::Mat zones(cells, CV_8U, cv::Scalar(0));
    for (int zone = 0; zone < 9; ++zone) {
        const int down = zone / 3;
        const QRectF part(box.x() + zone % 3 * box.width() / 3, box.y() + down * box.height() / 3,
                          box.width() / 3, box.height() / 3);
        zones.setTo(zone + 1, cellsInside(QPolygonF(part), cells, printMaskCell) & mask);
    }
    return zones;
}

/// The width of most of the sides. One may lie on a line beside the border.
double borderWidth(std::vector<double> sides)
{
    std::sort(sides.begin(), sides.end(), std::greater<>());
    return sides[sides.size() > 2 ? 1 : 0];
}

/// The width of the portrait's border in the picture; nothing where fewer than two sides show it.
std::optional<EdgeWidth> borderWidth(const cv::Mat &luma, const Sheet &sheet,
                                     const std::array<std::optional<Side>, 4> &sides, double print)
{
    const double slack = pageSlack * std::max(1.0, sheet.documentWidth / sheet.page.cols);
    std::vector<double> bySteepest;
    std::vector<double> byAllSteps;
    for (const std::optional<Side> &side : sides) {
        const auto end = [&](const cv::Point2d &point) {
            const QPointF mapped = sheet.way.mapToFull(point);
            return cv::Point2d(mapped.x(), mapped.y());
        };
        const auto width =
            side ? straightEdgeWidth(luma, end(side->from), end(side->to), slack, print) : std::nullopt;
        if (width) {
            bySteepest.push_back(width->bySteepest);
            byAllSteps.push_back(width->byAllSteps);
        }
    }
    if (bySteepest.size() < leastSides)
        return std::nullopt;
    return EdgeWidth{borderWidth(std::move(bySteepest)), borderWidth(std::move(byAllSteps))};
}

/// How many times sharper than print a border is; nothing where no lens shows.
std::optional<double> sharpness(const EdgeWidth &border, double print, std::optional<double> valueWidth)
{
    if (print >= lensWidth)
        return print / border.bySteepest;
    if (valueWidth && *valueWidth >= lensValueWidth)
        return *valueWidth / border.byAllSteps;
    return std::nullopt;
}

/// A face on the page: as wide as its box in the picture, which is larger where the document is turned.
cv::Rect2d onPage(const Sheet &sheet, const QRectF &face)
{
    const std::vector<cv::Point2d> middle{{face.center().x(), face.center().y()}};
    std::vector<cv::Point2d> mapped;
    cv::perspectiveTransform(middle, mapped, sheet.way.toFull.inv());
    const double side =
        std::min(face.width(), face.height()) * sheet.page.cols / std::max(1.0, sheet.documentWidth);
    return {mapped[0].x - side / 2, mapped[0].y - 0.7 * side, side, 1.4 * side};
}
} // namespace

QList<EditingCue> borderCues(const cv::Mat &luma, const QPolygonF &document, const Sheet &sheet,
                             const QList<QRectF> &faces, std::optional<double> valueWidth)
{
    const auto portrait = std::find_if(faces.begin(), faces.end(), [&](const QRectF &face) {
        return document.containsPoint(face.center(), Qt::OddEvenFill);
    });
    if (portrait == faces.end() || sheet.documentWidth < leastWidth)
        return {};
    const cv::Rect2d face = onPage(sheet, *portrait);
    if (face.width < leastFace || face.height < leastFace)
        return {};
    const std::array<std::optional<Side>, 4> sides = sidesAround(sheet.page, face);
    const auto shown =
        std::count_if(sides.begin(), sides.end(), [](const auto &side) { return side.has_value(); });
    const auto print = std::size_t(shown) < leastSides
                           ? std::nullopt
                           : sharpPrintWidth(luma, printMask(luma.size(), document, faces));
    const std::optional<EdgeWidth> width = print ? borderWidth(luma, sheet, sides, *print) : std::nullopt;
    const std::optional<double> score = width ? sharpness(*width, *print, valueWidth) : std::nullopt;
    if (!score || *score < worthNaming)
        return {};
    const QPolygonF region = sheet.way.mapToFull(portraitOf(sides, face));
    return {{u"border"_s,
             *score,
             {QString::fromLatin1(QT_TRANSLATE_NOOP(
                  "scrutineer", "The border of the portrait is sharper than the lens could make it.")),
              {}},
             0,
             {region}}};
}

} // namespace scrutineer::forensics

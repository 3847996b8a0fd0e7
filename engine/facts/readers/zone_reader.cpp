// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/zone_reader.h"

#include "engine/image/document_quad.h"
#include "engine/text/mrz_reader.h"

#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

namespace {

constexpr int widestFrame = 2400; ///< pixels at which a zone is looked for in a whole picture
constexpr int widest = 1600;      ///< pixels to which a page of fewer pixels is enlarged for the search
constexpr double finer = 1.6;     ///< times the picture's own pixels: straightening must not blur small print

/// Pixels of the quad's longer horizontal side, in the picture.
double sideOf(const image::Picture &picture, const QPolygonF &quad)
{
    const double top = QLineF(quad.at(0), quad.at(1)).length();
    const double bottom = QLineF(quad.at(3), quad.at(2)).length();
    return std::max(top, bottom) * picture.scale;
}

template <typename ToFull>
ZoneFound placed(text::MrzFinding found, ToFull toFull)
{
    for (QPolygonF &region : found.mrz.lineRegions) {
        for (QPointF &corner : region)
            corner = toFull(cv::Point2d(corner.x(), corner.y()));
    }
    return ZoneFound{found.mrz, found.quarterTurns};
}

/// Whether the picture holds every line with so many characters' width added to its ends; fewer than none
/// takes them off.
bool holdsLines(const Mrz &mrz, const QSize &size, double added)
{
    const QRectF frame({0, 0}, QSizeF(size));
    for (qsizetype i = 0; i < mrz.lineRegions.size() && i < mrz.lines.size(); ++i) {
        const QPolygonF &region = mrz.lineRegions.at(i);
        const QPointF left = (region.at(0) + region.at(3)) / 2;
        const QPointF right = (region.at(1) + region.at(2)) / 2;
        const QPointF more = (right - left) / double(mrz.lines.at(i).size()) * added;
        if (!frame.contains(left - more) || !frame.contains(right + more))
            return false;
    }
    return true;
}

qsizetype validDigits(const Mrz &mrz)
{
    return std::count(mrz.checkDigits.begin(), mrz.checkDigits.end(), true);
}

/// The same zone read from the picture itself: straightening blurs small print. The cut is the zone's
/// surroundings.
std::optional<ZoneFound> asTaken(const image::Picture &picture, const ZoneFound &found, const QDate &day)
{
    QPolygonF all;
    QList<QPolygonF> lines;
    for (const QPolygonF &region : found.mrz.lineRegions) {
        QPolygonF line;
        for (const QPointF &corner : region) {
            const cv::Point2d at = picture.fromFull(corner);
            line << QPointF(at.x, at.y);
        }
        lines += line;
        all += line;
    }
    const QRectF box = all.boundingRect();
    const double margin = 0.12 * std::max(box.width(), box.height());
    const QRect wide = box.adjusted(-margin, -margin, margin, margin).toAlignedRect() &
                       QRect(0, 0, picture.bgr.cols, picture.bgr.rows);
    if (wide.isEmpty())
        return std::nullopt;
    for (QPolygonF &line : lines)
        line.translate(-wide.topLeft());
    const cv::Rect cut(wide.x(), wide.y(), wide.width(), wide.height());
    const std::optional<text::MrzFinding> again = text::readMrzAt(picture.bgr(cut), lines, day);
    if (!again || again->mrz.format != found.mrz.format)
        return std::nullopt;
    ZoneFound taken = placed(*again, [&](const cv::Point2d &corner) {
        return picture.toFull(corner + cv::Point2d(wide.x(), wide.y()));
    });
    taken.quarterTurns = found.quarterTurns;
    return taken;
}

} // namespace

bool reachesFrame(const Mrz &mrz, const QSize &fullSize)
{
    constexpr double margin = 1.5; // characters; every layout leaves more paper beside its lines
    return !holdsLines(mrz, fullSize, margin);
}

std::optional<ZoneFound> readZone(const image::Picture &picture, const QDate &day)
{
    const double scale = std::min(1.0, double(widestFrame) / std::max(picture.bgr.cols, picture.bgr.rows));
    cv::Mat frame = picture.bgr;
    if (scale < 1)
        cv::resize(picture.bgr, frame, {}, scale, scale, cv::INTER_AREA);
    const std::optional<text::MrzFinding> found = text::readMrz(frame, day);
    if (!found)
        return std::nullopt;
    return placed(*found, [&](const cv::Point2d &corner) { return picture.toFull(corner / scale); });
}

std::optional<ZoneFound> readZone(const image::Picture &picture, const QPolygonF &quad,
                                  const image::Rectified &flat, const QDate &day)
{
    const double side = sideOf(picture, quad);
    const image::Rectified view =
        flat.bgr.cols <= side ? flat
                              : image::rectify(picture, quad, std::min(widest, int(std::ceil(finer * side))));
    if (view.bgr.empty())
        return std::nullopt;
    const std::optional<text::MrzFinding> found = text::readMrz(view.bgr, day);
    if (!found)
        return std::nullopt;
    const ZoneFound straight =
        placed(*found, [&](const cv::Point2d &corner) { return view.mapToFull(corner); });
    const std::optional<ZoneFound> taken = asTaken(picture, straight, day);
    ZoneFound better = taken && validDigits(taken->mrz) >= validDigits(straight.mrz) ? *taken : straight;
    constexpr double mostBeyond = 1.5; // characters
    better.isCut = !holdsLines(better.mrz, picture.fullSize, -mostBeyond);
    return better;
}

} // namespace scrutineer::facts

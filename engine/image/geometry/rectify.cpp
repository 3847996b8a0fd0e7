// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/display.h"
#include "engine/image/document_quad.h"
#include "engine/image/geometry/quad_score.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::image {

namespace {

constexpr int mostPixels = 100'000'000; ///< of a rectified picture
constexpr double leastAspect = 0.2;     ///< of a document; what is beyond is a wrong quad
constexpr double mostAspect = 5;
constexpr double fineShrink = 1.25; ///< up to this a warp of a few pixels each loses nothing

/// A part of a picture with some margin around, made a little narrower where that lets it be halved without
/// remainders; not at the picture's own rim.
cv::Rect halvable(cv::Rect part, const cv::Size &picture, double shrink)
{
    int step = 1;
    for (; shrink >= 2; shrink /= 2)
        step *= 2;
    if (part.br().x < picture.width && part.width >= step)
        part.width -= part.width % step;
    if (part.br().y < picture.height && part.height >= step)
        part.height -= part.height % step;
    return part;
}

/// So soft that every shrink-th pixel stands for its neighbours too.
cv::Mat softened(const cv::Mat &picture, double shrink)
{
    const double spread = 0.3 * std::sqrt(shrink * shrink - 1);
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {5, 5}, spread, spread, cv::BORDER_REPLICATE);
    return soft;
}

} // namespace

double trueAspect(const Quad &quad, const cv::Size &frame)
{
    const double width = (cv::norm(quad[1] - quad[0]) + cv::norm(quad[2] - quad[3])) / 2;
    const double height = (cv::norm(quad[3] - quad[0]) + cv::norm(quad[2] - quad[1])) / 2;
    if (width <= 0 || height <= 0)
        return 0;
    const double flat = width / height;

    const double unit = std::max(frame.width, frame.height);
    const auto ray = [&](const cv::Point2d &point) {
        return cv::Vec3d((point.x - frame.width / 2.0) / unit, (point.y - frame.height / 2.0) / unit, 1);
    };
    // Names as in the paper: m1 top left, m2 top right, m3 bottom left, m4 bottom right.
    const cv::Vec3d m1 = ray(quad[0]);
    const cv::Vec3d m2 = ray(quad[1]);
    const cv::Vec3d m4 = ray(quad[2]);
    const cv::Vec3d m3 = ray(quad[3]);
    const double k2 = m1.cross(m4).dot(m3) / m2.cross(m4).dot(m3);
    const double k3 = m1.cross(m4).dot(m2) / m3.cross(m4).dot(m2);
    const cv::Vec3d n2 = k2 * m2 - m1;
    const cv::Vec3d n3 = k3 * m3 - m1;
    constexpr double parallel = 0.03; // sides closer to parallel than this tell nothing about the camera
    if (std::abs(k2 - 1) < parallel || std::abs(k3 - 1) < parallel)
        return flat;
    const double focalSquared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
    if (!(focalSquared > 0.25 &&
          focalSquared < 16)) // no camera has such a lens: the corners are not exact enough
        return flat;
    const auto squared = [&](const cv::Vec3d &n) {
        return (n[0] * n[0] + n[1] * n[1]) / focalSquared + n[2] * n[2];
    };
    const double aspect = std::sqrt(squared(n2) / squared(n3));
    return std::isfinite(aspect) ? aspect : flat;
}

double trueAspect(const QPolygonF &quad, const QSize &pictureSize)
{
    if (quad.size() < 4)
        return 0;
    Quad corners;
    for (std::size_t i = 0; i < 4; ++i)
        corners[i] = {quad[qsizetype(i)].x(), quad[qsizetype(i)].y()};
    return trueAspect(corners, cv::Size(pictureSize.width(), pictureSize.height()));
}

QPointF Rectified::mapToFull(const cv::Point2d &point) const
{
    const cv::Vec3d mapped = toFull * cv::Vec3d(point.x, point.y, 1);
    return mapped[2] == 0 ? QPointF() : QPointF(mapped[0] / mapped[2], mapped[1] / mapped[2]);
}

QPolygonF Rectified::mapToFull(const cv::Rect2d &box) const
{
    return QPolygonF{mapToFull(box.tl()), mapToFull(cv::Point2d(box.x + box.width, box.y)),
                     mapToFull(box.br()), mapToFull(cv::Point2d(box.x, box.y + box.height))};
}

QPolygonF Rectified::mapToFull(const std::vector<cv::Point> &outline) const
{
    QPolygonF polygon;
    for (const cv::Point &point : outline)
        polygon << mapToFull(cv::Point2d(point));
    return polygon;
}

Rectified rectify(const Picture &picture, const QPolygonF &quad, int width, int quarterTurns)
{
    Rectified result;
    if (quad.size() < 4 || picture.bgr.empty() || width < 1)
        return result;
    const int turns = ((quarterTurns % 4) + 4) % 4;
    double aspect = trueAspect(quad, picture.fullSize);
    if (aspect <= 0)
        return result;
    if (turns % 2 == 1)
        aspect = 1 / aspect;
    const int height = std::max(1, int(std::lround(width / std::clamp(aspect, leastAspect, mostAspect))));
    if (qint64{width} * height > mostPixels)
        return result;

    std::array<cv::Point2f, 4> from;
    for (int i = 0; i < 4; ++i) {
        const cv::Point2d corner = picture.fromFull(quad[(i + turns) % 4]);
        // Full-size coordinates run along pixel edges, OpenCV's through pixel centres.
        from[std::size_t(i)] = cv::Point2f(float(corner.x - 0.5), float(corner.y - 0.5));
    }
    const float right = float(width) - 0.5F;
    const float bottom = float(height) - 0.5F;
    const std::array<cv::Point2f, 4> to{cv::Point2f(-0.5F, -0.5F), cv::Point2f(right, -0.5F),
                                        cv::Point2f(right, bottom), cv::Point2f(-0.5F, bottom)};
    try {
        const cv::Matx33d toPicture = cv::getPerspectiveTransform(to.data(), from.data());
        double shrink = std::max(cv::norm(from[1] - from[0]), cv::norm(from[2] - from[3])) / width;
        const int margin = int(4 * std::max(1.0, shrink));
        const cv::Rect box = cv::boundingRect(std::vector<cv::Point2f>(from.begin(), from.end()));
        const cv::Rect around = halvable(
            cv::Rect(box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin) &
                cv::Rect({}, picture.bgr.size()),
            picture.bgr.size(), shrink);
        cv::Mat source = halved(picture.bgr(around), shrink, 2);
        const double x = double(source.cols) / around.width;
        const double y = double(source.rows) / around.height;
        const bool isFine = shrink <= fineShrink;
        if (!isFine)
            source = softened(source, shrink);
        const cv::Matx33d toSource =
            cv::Matx33d(x, 0, (0.5 - around.x) * x - 0.5, 0, y, (0.5 - around.y) * y - 0.5, 0, 0, 1) *
            toPicture;
        cv::warpPerspective(source, result.bgr, toSource, {width, height},
                            (isFine ? cv::INTER_CUBIC : cv::INTER_LINEAR) | cv::WARP_INVERSE_MAP,
                            cv::BORDER_REPLICATE);
        const double unscale = 1 / picture.scale;
        result.toFull =
            cv::Matx33d(unscale, 0, 0.5 * unscale, 0, unscale, 0.5 * unscale, 0, 0, 1) * toPicture;
    } catch (const cv::Exception &) {
        return {};
    }
    return result;
}

Rectified turnedOver(const Rectified &view)
{
    Rectified turned;
    cv::rotate(view.bgr, turned.bgr, cv::ROTATE_180);
    turned.toFull = view.toFull * cv::Matx33d(-1, 0, view.bgr.cols - 1, 0, -1, view.bgr.rows - 1, 0, 0, 1);
    return turned;
}

} // namespace scrutineer::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/defect/edit.h"

#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/encode.h"
#include "engine/samples/scene/surface.h"

#include <opencv2/imgproc.hpp>

namespace scrutineer::samples {

QPolygonF pasteFromFlat(Photo &photo, const QImage &otherFlat, const QPolygonF &onDocument, double strength,
                        Random &random)
{
    cv::Mat flat = toBgr(otherFlat);
    const QPolygonF region = photo.mapped(onDocument);
    const cv::Rect box = cv::boundingRect(toPoints(region)) & cv::Rect({}, photo.bgr.size());
    if (box.empty())
        return {};
    const double sx = photo.document.width / static_cast<double>(flat.cols);
    const cv::Matx33d fit(sx, 0, 0, 0, sx, 0, 0, 0, 1);
    cv::Mat laid;
    cv::warpPerspective(flat, laid, cv::Mat(photo.fromDocument * fit), photo.bgr.size(), cv::INTER_LINEAR,
                        cv::BORDER_REPLICATE);
    laid = compressed(laid, 60 + random.integer(0, 15)); // from another file, on another grid
    const cv::Mat mask = polygonMask(photo.bgr.size(), region, strength < 0.5 ? 1.5 : 0);
    // A forger matches the brightness; a careless one not quite.
    const cv::Scalar here = cv::mean(photo.bgr, mask);
    const cv::Scalar there = cv::mean(laid, mask);
    std::vector<cv::Mat> planes;
    cv::split(laid, planes);
    for (int c = 0; c < 3; ++c) {
        const double gain = here[c] / std::max(1.0, there[c]);
        planes[static_cast<size_t>(c)].convertTo(planes[static_cast<size_t>(c)], -1,
                                                 gain * (1 + 0.05 * strength), 0);
    }
    cv::merge(planes, laid);
    if (strength < 0.4)
        addNoise(laid, 1.5 * (1 - strength), random);
    blend(photo.bgr, laid, mask);
    return region;
}

QPolygonF copyMove(Photo &photo, const QRectF &from, const QPointF &to, Random &random)
{
    const QPolygonF source = photo.mapped(from);
    const QPolygonF target = photo.mapped(QRectF(to, from.size()));
    const cv::Rect frame({}, photo.bgr.size());
    const cv::Rect box = cv::boundingRect(toPoints(source)) & frame;
    const cv::Point corner(qRound(target.boundingRect().left()) + random.integer(-1, 1),
                           qRound(target.boundingRect().top()));
    const cv::Rect place = cv::Rect(corner, box.size()) & frame;
    if (box.empty() || place.size() != box.size())
        return {};
    const cv::Mat patch = photo.bgr(box).clone();
    patch.copyTo(photo.bgr(place));
    return QPolygonF({QPointF(place.x, place.y), QPointF(place.br().x, place.y),
                      QPointF(place.br().x, place.br().y), QPointF(place.x, place.br().y)});
}

QPolygonF replaceBackground(Photo &photo, double strength, Random &random)
{
    cv::Mat other(photo.bgr.size(), CV_8UC3, cv::Scalar(255, 255, 255));
    if (strength < 0.6)
        other =
            paintSurface(static_cast<Surface>(random.integer(0, surfaceCount - 2)), photo.bgr.size(), random);
    QPolygonF cut = photo.quad;
    const QPointF middle = cut.boundingRect().center();
    for (QPointF &corner : cut) // a pixel or two of the margin go with it
        corner = middle + (corner - middle) * 0.997;
    const cv::Mat mask = polygonMask(photo.bgr.size(), cut, 0);
    photo.bgr.copyTo(other, mask);
    photo.bgr = other;
    const QRectF frame = photo.frame();
    return QPolygonF({frame.topLeft(), frame.topRight(), frame.bottomRight(), frame.bottomLeft()});
}

} // namespace scrutineer::samples

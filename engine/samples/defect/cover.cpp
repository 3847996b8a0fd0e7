// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/defect/cover.h"

#include "engine/samples/portrait_canvas.h"
#include "engine/samples/scene/hand.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace scrutineer::samples {

QList<QPolygonF> layFingers(Photo &photo, const cv::Vec3d &skin, double strength, Random &random)
{
    const QPointF middle =
        photo.mapped(QRectF(0, 0, photo.document.width, photo.document.height)).boundingRect().center();
    const int side = random.integer(0, 2); // left, right, below
    const QLineF edge(photo.quad[side == 0   ? 3
                                 : side == 1 ? 1
                                             : 2],
                      photo.quad[side == 0   ? 0
                                 : side == 1 ? 2
                                             : 3]);
    const QPointF at = edge.pointAt(random.between(0.3, 0.7));
    QPointF inward = middle - edge.center();
    inward /= std::hypot(inward.x(), inward.y());
    const double radius = photo.documentWidth() * random.between(0.070, 0.088);
    const QPointF sideways(-inward.y(), inward.x());
    const QPointF tip = at + inward * photo.documentWidth() * (0.10 + 0.20 * strength);
    const QPointF base = at - inward * radius * 12 + sideways * radius * random.between(-3, 3);
    const auto lay = [&](const Finger &finger) {
        return photo.onDocument(paintFinger(photo.bgr, finger, skin, random));
    };
    QList<QPolygonF> hidden{lay({base, tip, radius, true})};
    if (strength > 0.75) {
        const QPointF beside = sideways * radius * 2.1;
        hidden.append(lay({base + beside, tip + beside - inward * radius, radius * 0.95, true}));
    }
    hidden.removeIf([](const QPolygonF &part) { return part.isEmpty(); });
    return hidden;
}

QPolygonF laySticker(Photo &photo, const QPointF &centre, double strength, Random &random)
{
    const double width = photo.document.width * (0.12 + 0.20 * strength);
    const double height = width * random.between(0.45, 0.9);
    const double turn = random.between(-0.4, 0.4);
    const bool coin = random.chance(0.3);
    QPolygonF flat;
    if (coin) {
        flat = ellipse(centre, width / 2, width / 2);
    } else {
        for (const QPointF &corner :
             {QPointF(-0.5, -0.5), QPointF(0.5, -0.5), QPointF(0.5, 0.5), QPointF(-0.5, 0.5)}) {
            const double x = corner.x() * width;
            const double y = corner.y() * height;
            flat << centre + QPointF(x * std::cos(turn) - y * std::sin(turn),
                                     x * std::sin(turn) + y * std::cos(turn));
        }
    }
    const QPolygonF outline = photo.mapped(flat);
    QPolygonF shade = outline;
    shade.translate(photo.bgr.cols * 0.003, photo.bgr.cols * 0.004);
    cv::Mat soft;
    polygonMask(photo.bgr.size(), shade, photo.bgr.cols * 0.004).convertTo(soft, CV_32F, 1 / 255.0);
    darken(photo.bgr, soft, 0.55);
    const std::array<cv::Vec3d, 4> papers{
        cv::Vec3d{120, 226, 244}, {200, 178, 240}, {236, 240, 240}, {90, 90, 96}};
    const cv::Vec3d tone = coin ? cv::Vec3d(120, 156, 172) : random.pick(papers);
    const cv::Mat uneven =
        smoothNoise(photo.bgr.size(), photo.bgr.cols / 40.0, photo.bgr.cols / 40.0, random.generator()());
    const QRectF box = outline.boundingRect();
    cv::Mat paper(photo.bgr.size(), CV_8UC3, cv::Scalar(tone)); // the soft rim reaches past the box
    for (int j = std::max(0, static_cast<int>(box.top())); j < std::min<double>(photo.bgr.rows, box.bottom());
         ++j) {
        for (int i = std::max(0, static_cast<int>(box.left()));
             i < std::min<double>(photo.bgr.cols, box.right()); ++i) {
            const double u = (i - box.center().x()) / box.width() * 2;
            const double v = (j - box.center().y()) / box.height() * 2;
            const double r = std::hypot(u, v);
            const double relief =
                coin ? 0.18 * std::sin(u * 3 - v * 4) + (r > 0.86 ? 0.2 : 0) : 0.05 * (u - v);
            const double shadeHere = 1 + relief + 0.05 * uneven.at<float>(j, i);
            for (int c = 0; c < 3; ++c)
                paper.at<cv::Vec3b>(j, i)[c] = cv::saturate_cast<uchar>(tone[c] * shadeHere);
        }
    }
    blend(photo.bgr, paper, polygonMask(photo.bgr.size(), outline, 0.5));
    return photo.onDocument(outline);
}

} // namespace scrutineer::samples

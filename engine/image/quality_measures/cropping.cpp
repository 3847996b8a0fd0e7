// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/display.h"
#include "engine/image/document_quad.h"
#include "engine/image/geometry/quad_score.h"
#include "engine/image/quality_measures/measures.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::image {

namespace {

constexpr double exactness = 0.005; ///< of the frame's long side: how exact a corner is
constexpr double shown = 0.04;      ///< of the frame's long side: depth of the strip that shows what is lost

constexpr double maybe = 0.5;           ///< corners: something to look at
constexpr double shapeTolerance = 0.03; ///< of the aspect's logarithm

/// Of a document's longer side: where round corners (ISO/IEC 7810: radius 3.18 mm of 85.6 mm; ICAO 9303-4 the
/// same) lie half a millimetre and more inside the sides' straight continuation.
constexpr double cornerEnd = 0.012;
constexpr double square = 0.7; ///< support of the sides' ends: they run straight into the corners
/// Below: they do not. Measured: 0 to 0.57 on cards whose outline is exact, 0.8 and more on square corners.
constexpr double round = 0.5;

/// The strip of the frame beside a line of the quad.
QPolygonF stripAlong(const QLineF &side, const QPointF &inwards, const QRectF &frame)
{
    const QPolygonF strip{side.p1(), side.p2(), side.p2() + inwards, side.p1() + inwards};
    return QPolygonF(strip.boundingRect().intersected(frame));
}

struct FrameSide
{
    Qt::Edge edge;
    QPointF inwards;
};

constexpr std::array<FrameSide, 4> frameSides{
    FrameSide{Qt::TopEdge, {0, 1}}, FrameSide{Qt::RightEdge, {-1, 0}}, FrameSide{Qt::BottomEdge, {0, -1}},
    FrameSide{Qt::LeftEdge, {1, 0}}};

/// How far a point lies inside a side of the frame, pixels.
double insideOf(const FrameSide &side, const QPointF &at, const QRectF &frame)
{
    const double along = QPointF::dotProduct(at, side.inwards);
    return side.edge == Qt::RightEdge    ? along + frame.width()
           : side.edge == Qt::BottomEdge ? along + frame.height()
                                         : along;
}

/// Whether the document's corners are round, but not those at the frame: there it goes on, whatever shape is
/// seen of it.
bool losesRoundCorners(const Picture &picture, const QPolygonF &quad, const std::array<bool, 4> &lost)
{
    constexpr int longSide = 1000; // pixels
    const cv::Mat seen = shrunk(picture.bgr, longSide);
    const Gradients gradients = gradientsOf(seen);
    const double scale = double(seen.cols) / picture.fullSize.width();
    const QRectF box = quad.boundingRect();
    const double end = cornerEnd * scale * std::max(box.width(), box.height());
    std::array<double, 2> sums{}; // of corners in the picture, of lost ones
    std::array<int, 2> counts{};
    for (std::size_t corner = 0; corner < 4; ++corner) {
        for (const std::size_t other : {(corner + 1) % 4, (corner + 3) % 4}) {
            if (lost[corner] && lost[other])
                continue; // the frame's own side
            QLineF side(quad[qsizetype(corner)] * scale, quad[qsizetype(other)] * scale);
            side.setLength(end);
            sums[lost[corner]] += edgeSupport(gradients, {side.x1(), side.y1()}, {side.x2(), side.y2()}, 2);
            ++counts[lost[corner]];
        }
    }
    return counts[0] > 0 && counts[1] > 0 && sums[0] / counts[0] < round && sums[1] / counts[1] >= square;
}

} // namespace

bool isFrame(const Picture &picture, const QPolygonF &quad)
{
    const QRectF box = quad.boundingRect();
    return quad.size() >= 4 && std::abs(box.width() - picture.fullSize.width()) < 1 &&
           std::abs(box.height() - picture.fullSize.height()) < 1 && std::abs(box.x()) < 1 &&
           std::abs(box.y()) < 1;
}

Measured measureCropping(const Picture &picture, const QPolygonF &quad, Qt::Edges cutAt)
{
    if (isFrame(picture, quad))
        return facts::Measurement{};
    const QRectF frame(QPointF(0, 0), QSizeF(picture.fullSize));
    const double longSide = std::max(frame.width(), frame.height());
    const double reach = exactness * longSide;
    std::array<bool, 4> lost{};
    QList<QPolygonF> regions;
    for (const FrameSide &side : frameSides) {
        QList<QPointF> beyond;
        for (int corner = 0; corner < 4; ++corner) {
            // A corner on the border may be whole, but not where the document goes on behind it.
            const double inside = insideOf(side, quad[corner], frame);
            if (inside > (cutAt.testFlag(side.edge) ? reach : -reach))
                continue;
            lost[std::size_t(corner)] = true;
            beyond.append(quad[corner]);
        }
        if (beyond.isEmpty())
            continue;
        const QPointF depth = side.inwards * shown * longSide;
        const QPointF aside(std::abs(depth.y()), std::abs(depth.x()));
        const QLineF along = beyond.size() == 1 ? QLineF(beyond[0] - aside, beyond[0] + aside)
                                                : QLineF(beyond.first(), beyond.last());
        // From the frame's side inwards, wherever beyond it the corner lies.
        regions.append(stripAlong(
            along, depth - side.inwards * std::min(0.0, insideOf(side, along.p1(), frame)), frame));
    }
    const auto count = double(std::count(lost.begin(), lost.end(), true));
    // What ends at the frame and has a document's shape all the same may lie there with all of it.
    const bool mayBeWhole = cutAt && isDocumentShape(trueAspect(quad, picture.fullSize), shapeTolerance) &&
                            !losesRoundCorners(picture, quad, lost);
    return facts::Measurement{mayBeWhole ? maybe : count, regions};
}

} // namespace scrutineer::image

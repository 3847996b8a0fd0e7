// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/stored_frame.h"

#include <utility>

namespace scrutineer::forensics {

namespace {
/// The eight orientations are: sides swapped or not, then each side turned round or not.
struct Turn
{
    bool swaps = false;
    bool flipsX = false; ///< of the upright page
    bool flipsY = false;
};

Turn turnOf(int orientation)
{
    switch (orientation) {
    case 2:
        return {false, true, false};
    case 3:
        return {false, true, true};
    case 4:
        return {false, false, true};
    case 5:
        return {true, false, false};
    case 6:
        return {true, true, false};
    case 7:
        return {true, true, true};
    case 8:
        return {true, false, true};
    default:
        return {};
    }
}
} // namespace

QPointF StoredFrame::toUpright(const QPointF &point) const
{
    const Turn turn = turnOf(orientation);
    const QSize upright = turn.swaps ? stored.transposed() : stored;
    const QPointF moved = turn.swaps ? point.transposed() : point;
    return {turn.flipsX ? upright.width() - moved.x() : moved.x(),
            turn.flipsY ? upright.height() - moved.y() : moved.y()};
}

QPointF StoredFrame::toStored(const QPointF &point) const
{
    const Turn turn = turnOf(orientation);
    const QSize upright = turn.swaps ? stored.transposed() : stored;
    const QPointF back(turn.flipsX ? upright.width() - point.x() : point.x(),
                       turn.flipsY ? upright.height() - point.y() : point.y());
    return turn.swaps ? back.transposed() : back;
}

QPolygonF StoredFrame::toUpright(const QPolygonF &polygon) const
{
    QPolygonF moved;
    for (const QPointF &point : polygon)
        moved << toUpright(point);
    return moved;
}

QPolygonF StoredFrame::toStored(const QPolygonF &polygon) const
{
    QPolygonF moved;
    for (const QPointF &point : polygon)
        moved << toStored(point);
    return moved;
}

cv::Mat StoredFrame::toStored(const cv::Mat &upright) const
{
    const Turn turn = turnOf(orientation);
    cv::Mat flipped = upright;
    if (turn.flipsX || turn.flipsY) {
        flipped = cv::Mat(); // a copy of a picture shares its pixels
        cv::flip(upright, flipped, turn.flipsX && turn.flipsY ? -1 : turn.flipsX ? 1 : 0);
    }
    if (!turn.swaps)
        return flipped;
    cv::Mat swapped;
    cv::transpose(flipped, swapped);
    return swapped;
}

} // namespace scrutineer::forensics

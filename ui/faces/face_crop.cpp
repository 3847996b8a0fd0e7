// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faces/face_crop.h"

#include <QPainter>

#include <array>
#include <complex>

namespace scrutineer::ui {

namespace {
using Point = std::complex<double>;

// Right eye, left eye, nose, right and left corner of the mouth, in the order of facts::Face.
constexpr double templateSide = 112;
const std::array<Point, 5> templatePoints{Point(38.2946, 51.6963), Point(73.5318, 51.5014),
                                          Point(56.0252, 71.7366), Point(41.5493, 92.3655),
                                          Point(70.7299, 92.2041)};
constexpr double templateShare =
    0.82; ///< of the crop's side that the template's square takes; the rest is hair and chin
constexpr double templateRise = 0.02; ///< of the side: less room below than above
constexpr double boxShare = 0.62;     ///< of the crop's side that a bare box takes
constexpr auto outside = qRgb(0x80, 0x80, 0x80);

QTransform fromBox(const QRectF &box, int side)
{
    const double longest = qMax(1.0, qMax(box.width(), box.height()));
    const double scale = boxShare * side / longest;
    QTransform transform;
    transform.translate(side / 2.0, side / 2.0);
    transform.scale(scale, scale);
    transform.translate(-box.center().x(), -box.center().y());
    return transform;
}
} // namespace

QTransform faceTransform(const facts::Face &face, int side)
{
    if (face.landmarks.size() != static_cast<qsizetype>(templatePoints.size()))
        return fromBox(face.box, side);
    const double scale = templateShare * side / templateSide;
    const Point offset((1 - templateShare) / 2 * side, ((1 - templateShare) / 2 + templateRise) * side);
    Point fromMean;
    Point toMean;
    std::array<Point, 5> from;
    std::array<Point, 5> to;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const QPointF &landmark = face.landmarks[static_cast<qsizetype>(i)];
        from[i] = {landmark.x(), landmark.y()};
        to[i] = templatePoints[i] * scale + offset;
        fromMean += from[i] / 5.0;
        toMean += to[i] / 5.0;
    }
    Point sum;
    double spread = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        sum += std::conj(from[i] - fromMean) * (to[i] - toMean);
        spread += std::norm(from[i] - fromMean);
    }
    if (spread < 1 || std::abs(sum) < 1e-9)
        return fromBox(face.box, side);
    const Point turn = sum / spread; // z -> turn * z + shift is the least-squares similarity
    const Point shift = toMean - turn * fromMean;
    return {turn.real(), turn.imag(), -turn.imag(), turn.real(), shift.real(), shift.imag()};
}

QImage faceCrop(const QImage &display, const QSize &fullSize, const facts::Face &face, int side)
{
    if (display.isNull() || fullSize.isEmpty() || side < 1)
        return {};
    const QTransform toCrop = faceTransform(face, side);
    const double toDisplay = static_cast<double>(display.width()) / fullSize.width();
    const QRect needed = QTransform::fromScale(toDisplay, toDisplay)
                             .mapRect(toCrop.inverted().mapRect(QRectF(0, 0, side, side)))
                             .toAlignedRect()
                             .intersected(display.rect());
    if (needed.isEmpty())
        return {};
    QImage part = display.copy(needed);
    // From far above the wanted size, shrink first: interpolation alone would drop lines.
    const double shrink = std::hypot(toCrop.m11(), toCrop.m12()) / toDisplay;
    if (shrink < 0.5) {
        const QSize smaller = (QSizeF(needed.size()) * shrink).toSize().expandedTo({1, 1});
        part = part.scaled(smaller, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    QImage crop(side, side, QImage::Format_RGB32);
    crop.fill(outside);
    QPainter painter(&crop);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(toCrop);
    painter.drawImage(QRectF(needed.x() / toDisplay, needed.y() / toDisplay, needed.width() / toDisplay,
                             needed.height() / toDisplay),
                      part);
    return crop;
}

} // namespace scrutineer::ui

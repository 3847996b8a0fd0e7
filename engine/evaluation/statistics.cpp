// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/statistics.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace scrutineer::evaluation {

namespace {
constexpr double z = 1.959964; // the 97.5 % point of the normal distribution
constexpr int gridSide = 512;  // cells

/// Centre and half width of Wilson's interval.
std::pair<double, double> wilson(int count, int of)
{
    const double n = of;
    const double share = count / n;
    const double scale = 1 / (1 + z * z / n);
    return {scale * (share + z * z / (2 * n)),
            scale * z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n))};
}

QImage painted(const QList<QPolygonF> &polygons, const QRectF &bounds)
{
    QImage grid(gridSide, gridSide, QImage::Format_Grayscale8);
    grid.fill(0);
    QPainter painter(&grid);
    painter.scale(gridSide / bounds.width(), gridSide / bounds.height());
    painter.translate(-bounds.topLeft());
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    for (const QPolygonF &polygon : polygons)
        painter.drawPolygon(polygon, Qt::WindingFill);
    return grid;
}
} // namespace

double Share::low() const
{
    if (of == 0)
        return 0;
    const auto [centre, half] = wilson(count, of);
    return std::max(0.0, centre - half);
}

double Share::high() const
{
    if (of == 0)
        return 1;
    const auto [centre, half] = wilson(count, of);
    return std::min(1.0, centre + half);
}

std::optional<double> overlap(const QList<QPolygonF> &a, const QList<QPolygonF> &b)
{
    QRectF bounds;
    for (const QList<QPolygonF> *set : {&a, &b}) {
        for (const QPolygonF &polygon : *set)
            bounds |= polygon.boundingRect();
    }
    if (a.isEmpty() || b.isEmpty() || bounds.isEmpty())
        return std::nullopt;
    const QImage first = painted(a, bounds);
    const QImage second = painted(b, bounds);
    int both = 0;
    int either = 0;
    for (int row = 0; row < gridSide; ++row) {
        const uchar *one = first.constScanLine(row);
        const uchar *other = second.constScanLine(row);
        for (int column = 0; column < gridSide; ++column) {
            both += (one[column] & other[column]) >> 7;
            either += (one[column] | other[column]) >> 7;
        }
    }
    return either > 0 ? std::optional(static_cast<double>(both) / either) : std::nullopt;
}

double mean(const QList<double> &values)
{
    if (values.isEmpty())
        return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double quantile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::ranges::sort(values);
    return values[static_cast<qsizetype>(std::lround(share * static_cast<double>(values.size() - 1)))];
}

} // namespace scrutineer::evaluation

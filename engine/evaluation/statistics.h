// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"

#include <QList>
#include <QSizeF>

#include <optional>

namespace scrutineer::evaluation {

/// A share of cases with its 95 % interval (Wilson 1927), which stays honest for few cases and for 0 and 1.
struct Share
{
    int count = 0;
    int of = 0;

    [[nodiscard]] double value() const { return of > 0 ? static_cast<double>(count) / of : 0; }
    [[nodiscard]] double low() const;
    [[nodiscard]] double high() const;
};

/// How well two sets of polygons cover each other, each set united: intersection over union, 0 to 1. Nothing
/// where either is empty. Measured on a grid of 512 cells over both, which is exact to about 1 %.
[[nodiscard]] std::optional<double> overlap(const QList<QPolygonF> &a, const QList<QPolygonF> &b);

[[nodiscard]] double mean(const QList<double> &values);
/// The value below which a share of the values lies; 0 for none.
[[nodiscard]] double quantile(QList<double> values, double share);

} // namespace scrutineer::evaluation

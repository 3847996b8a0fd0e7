// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"

#include <QList>
#include <QSize>

namespace scrutineer::ui {

/// What the arrangement needs to know about a pane.
struct PaneShape
{
    Role role = Role::DocumentFront;
    double aspect = 1;    ///< width by height of its page
    bool isEmpty = false; ///< nothing to see: it gets a narrow place and no say

    friend bool operator==(const PaneShape &, const PaneShape &) = default;
};

struct Arrangement
{
    QList<QList<int>> rows; ///< indices into the shapes
    QList<double> heights;  ///< share of the board's height, one per row

    friend bool operator==(const Arrangement &, const Arrangement &) = default;
};

/// Document, selfie and handheld in one row, the proof of address beside or below them: whichever shows more
/// of the pictures on a board of that size. Pure.
[[nodiscard]] Arrangement arrange(const QList<PaneShape> &shapes, const QSize &board);

} // namespace scrutineer::ui

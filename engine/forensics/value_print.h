// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

namespace scrutineer::forensics {

/// How the print of one value looks, whatever it says. Nothing where there is too little of it.
struct ValuePrint
{
    /// Width of its edges, pixels of the picture, median: squared contrast over the sum of squared steps,
    /// which for a Gaussian blur is 3.5 times its deviation wherever the edge lies between the pixels.
    std::optional<double> edgeWidth;
    /// How its row of letters is turned against the sides of its box, radians.
    std::optional<double> slope;
    double slopeError = 0; ///< of the slope, one standard deviation, radians
};

/// luma: CV_8U; value: the four corners of its box, clockwise from where the print begins, pixels.
[[nodiscard]] ValuePrint valuePrint(const cv::Mat &luma, const QPolygonF &value);
/// One for each value.
[[nodiscard]] std::vector<ValuePrint> valuePrints(const cv::Mat &luma, const QList<QPolygonF> &values);

/// The width of the edges of most values, as above; nothing of fewer than three.
[[nodiscard]] std::optional<double> usualEdgeWidth(const std::vector<ValuePrint> &prints);

} // namespace scrutineer::forensics

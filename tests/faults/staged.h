// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::test {

/// Fronts of drawn documents of every design, 8 pixels a millimetre. Needs a QGuiApplication.
[[nodiscard]] std::vector<cv::Mat> flatDocuments(int perDesign);

/// A photo of a document, and where its fault lies.
struct Staged
{
    cv::Mat bgr;
    QPolygonF quad; ///< clockwise from the document's own top left
    cv::Mat region; ///< CV_8U, of the photo's size: the fault on the document; empty where it has no place
    QString name;
};

enum class Strength { Weak, Medium, Strong };

/// Laid on one of five surfaces, lit from a side, with a camera's fall-off and white balance.
[[nodiscard]] Staged laidDown(const cv::Mat &document, std::uint64_t seed);

/// What lies beside the document, not on it: a shadow on the table, a hand at the edge.
[[nodiscard]] Staged nearMiss(Staged photo, std::uint64_t seed);

[[nodiscard]] Staged shadowed(Staged photo, Strength strength, std::uint64_t seed);
[[nodiscard]] Staged fingered(Staged photo, Strength strength, std::uint64_t seed);
[[nodiscard]] Staged coveredByThing(Staged photo, Strength strength, std::uint64_t seed);
[[nodiscard]] Staged cutOff(Staged photo, Strength strength, std::uint64_t seed);
[[nodiscard]] Staged filtered(Staged photo, Strength strength, std::uint64_t seed);

/// As a phone stores it.
[[nodiscard]] cv::Mat asStored(const cv::Mat &bgr);

} // namespace scrutineer::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/picture.h"
#include "engine/policy/policy.h"
#include "tests/image/support/scenes.h"

#include <opencv2/imgcodecs.hpp>

/// What the tests of photo faults share.
namespace scrutineer::image::test {

/// As a phone stores it.
inline Picture stored(const cv::Mat &bgr)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, 88});
    const cv::Mat decoded = cv::imdecode(bytes, cv::IMREAD_COLOR);
    return {decoded, QSize(decoded.cols, decoded.rows), 1};
}

inline QPolygonF frameOf(const cv::Mat &bgr)
{
    const double right = bgr.cols;
    const double bottom = bgr.rows;
    return {{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
}

/// A drawn card on a table.
inline Scene onTable(std::uint64_t seed, const cv::Scalar &paper = {205, 214, 208},
                     Background background = Background::Wood)
{
    return placed(drawnCard(900, 1.586, paper), {1200, 900}, 820, double(seed % 7) - 3, background, seed);
}

inline double thresholdOf(const QString &check, const QString &name = QStringLiteral("flag"))
{
    return policy::builtIn().threshold(check, name).value;
}

} // namespace scrutineer::image::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <opencv2/core.hpp>

namespace scrutineer::text {

/// OCR reads chevrons as K, C, S or E, or drops them. A zone is of fixed pitch and a name line ends in
/// fillers: cells that look like its last ones are fillers whatever OCR says. Gives the line with those
/// fillers in place and of the length of its layout (30, 36 or 44); the line as it was where it does not end
/// in fillers or does not fit. straight: grey, lines level. box: the line in it. read: capitals, digits and
/// fillers.
[[nodiscard]] QString withSeenFillers(const QString &read, const cv::Mat &straight, const QRectF &box);

} // namespace scrutineer::text

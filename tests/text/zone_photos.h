// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <opencv2/core.hpp>

#include <cstdint>

namespace scrutineer::tests {

/// A document with a machine-readable zone as a phone or a scanner shows it.
struct ZonePhoto
{
    cv::Mat picture; ///< CV_8UC3
    QStringList lines;
    QString number;
    QString birth;  ///< YYMMDD
    QString expiry; ///< YYMMDD
    QString what;   ///< in a word or two, for messages
};

/// Paints a document of a random layout with print above the zone and patterns behind it, in perspective,
/// turned, small, blurred, noisy and compressed. Needs a QGuiApplication and the font OCR B.
[[nodiscard]] ZonePhoto paintZonePhoto(uint64_t seed);

/// The same without a zone.
[[nodiscard]] cv::Mat paintPageWithoutZone(uint64_t seed);

} // namespace scrutineer::tests

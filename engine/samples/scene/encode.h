// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <opencv2/core.hpp>

#include <optional>

namespace scrutineer::samples {

/// What a phone notes in a picture. Empty strings and invalid times are left out.
struct PhoneNote
{
    QString make;
    QString model;
    QString software;
    QDateTime takenAt;   ///< local
    int orientation = 1; ///< TIFF 6.0: 1 upright, 3 upside down, 6 and 8 on its sides
};

/// How a picture came to be a file.
struct Encoding
{
    int quality = 90;
    int firstQuality = 0;          ///< of an earlier JPEG; 0: there was none
    int longSide = 0;              ///< reduced to this before the last compression; 0: as it is
    std::optional<PhoneNote> note; ///< none: the file has no Exif
};

/// A phone of one of several makes; the time is some minutes before.
[[nodiscard]] PhoneNote makePhone(const QDateTime &before, Random &random);

/// Straight from a phone, mostly. Now and then the picture is stored on its side, with Exif saying so.
[[nodiscard]] Encoding fromPhone(const QDateTime &before, Random &random);
/// As a messenger sends pictures: small, twice compressed, without Exif.
[[nodiscard]] Encoding fromMessenger(Random &random);

/// The size that a picture has in its file, upright.
[[nodiscard]] cv::Size encodedSize(cv::Size picture, const Encoding &encoding);
/// A JPEG file of an upright picture.
[[nodiscard]] QByteArray encode(const cv::Mat &bgr, const Encoding &encoding);
/// What is left after one JPEG compression.
[[nodiscard]] cv::Mat compressed(const cv::Mat &bgr, int quality);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/upright.h"

#include <exiv2/error.hpp>
#include <exiv2/exif.hpp>
#include <opencv2/imgproc.hpp>

#include <exception>

namespace scrutineer::image {

int exifOrientation(std::span<const unsigned char> exif)
{
    try {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::ExifData data;
        Exiv2::ExifParser::decode(data, exif.data(), std::uint32_t(exif.size()));
        const auto tag = data.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
        if (tag == data.end() || tag->count() != 1)
            return uprightOrientation;
        const auto value = tag->toLong();
        return value >= 1 && value <= 8 ? int(value) : uprightOrientation;
    } catch (const std::exception &) {
        return uprightOrientation; // a picture does not become unreadable by its metadata
    }
}

QSize uprightSize(const QSize &stored, int orientation)
{
    return orientation >= 5 ? stored.transposed() : stored;
}

Picture uprightPicture(const cv::Mat &stored, const QSize &storedSize, int orientation)
{
    Picture picture;
    picture.fullSize = uprightSize(storedSize, orientation);
    switch (orientation) {
    case 2:
        cv::flip(stored, picture.bgr, 1);
        break;
    case 3:
        cv::rotate(stored, picture.bgr, cv::ROTATE_180);
        break;
    case 4:
        cv::flip(stored, picture.bgr, 0);
        break;
    case 5:
        cv::transpose(stored, picture.bgr);
        break;
    case 6:
        cv::rotate(stored, picture.bgr, cv::ROTATE_90_CLOCKWISE);
        break;
    case 7: {
        cv::Mat turned;
        cv::rotate(stored, turned, cv::ROTATE_180);
        cv::transpose(turned, picture.bgr);
        break;
    }
    case 8:
        cv::rotate(stored, picture.bgr, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    default:
        picture.bgr = stored;
    }
    picture.scale = double(picture.bgr.cols) / picture.fullSize.width();
    return picture;
}

Result<void> checkSize(const QSize &size, const policy::Limits &limits)
{
    if (size.width() < 1 || size.height() < 1)
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("a side of no length"));
    if (qint64{size.width()} * size.height() > limits.pixelsPerPicture) {
        return failure(ErrorCode::TooManyPixels, {},
                       QStringLiteral("%1 x %2").arg(size.width()).arg(size.height()));
    }
    return {};
}

cv::Mat overWhite(const cv::Mat &bgra)
{
    cv::Mat bgr(bgra.size(), CV_8UC3);
    for (int row = 0; row < bgra.rows; ++row) {
        const auto *from = bgra.ptr<cv::Vec4b>(row);
        auto *to = bgr.ptr<cv::Vec3b>(row);
        for (int column = 0; column < bgra.cols; ++column) {
            const int alpha = from[column][3];
            for (int channel = 0; channel < 3; ++channel)
                to[column][channel] =
                    uchar((from[column][channel] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return bgr;
}

} // namespace scrutineer::image

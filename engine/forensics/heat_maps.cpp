// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/heat_maps.h"

#include "engine/forensics/ghosts.h"
#include "engine/forensics/jpeg_coefficients.h"
#include "engine/forensics/metadata.h"
#include "engine/forensics/noise.h"
#include "engine/forensics/stored_frame.h"
#include "engine/image/formats/upright.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace scrutineer::forensics {

namespace {
constexpr int errorLevelQuality = 90;
constexpr double errorLevelGain = 14;   ///< grey levels of the map for one of the picture
constexpr double noiseGain = 255 / 8.0; ///< the same for a standard deviation of one grey level
constexpr double ghostGain = 6;         ///< grey levels for one nat in a window
constexpr int ghostWindow = 3;          ///< blocks
constexpr qint64 mostPixels = 64'000'000;

cv::Mat bounded(const cv::Mat &map, int longSide)
{
    const double scale = double(longSide) / std::max(map.cols, map.rows);
    if (scale >= 1)
        return map;
    cv::Mat small;
    cv::resize(map, small, {}, scale, scale, cv::INTER_AREA);
    return small;
}
} // namespace

cv::Mat errorLevelMap(const image::Picture &picture, int longSide)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", picture.bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, errorLevelQuality});
    cv::Mat difference;
    cv::absdiff(picture.bgr, cv::imdecode(bytes, cv::IMREAD_COLOR), difference);
    cv::Mat level;
    cv::cvtColor(difference, level, cv::COLOR_BGR2GRAY);
    level.convertTo(level, CV_8U, errorLevelGain);
    return bounded(level, longSide);
}

cv::Mat noiseMap(const image::Picture &picture, int longSide)
{
    cv::Mat luma;
    cv::cvtColor(picture.bgr, luma, cv::COLOR_BGR2GRAY);
    cv::Mat level;
    noiseLevels(luma).convertTo(level, CV_8U, noiseGain);
    cv::medianBlur(level, level, 3);
    return bounded(level, longSide);
}

cv::Mat ghostMap(const QByteArray &bytes, const image::Picture &picture, int longSide)
{
    const auto stored = readCoefficients(bytes, mostPixels);
    if (!stored || picture.scale != 1)
        return {};
    const StoredFrame frame{stored->size, readMetadata(bytes).orientation};
    cv::Mat luma;
    cv::cvtColor(picture.bgr, luma, cv::COLOR_BGR2GRAY);
    const auto history = compressionHistory(*stored, frame.toStored(picture.bgr), frame.toStored(luma));
    if (!history)
        return {};
    cv::Mat sums;
    cv::boxFilter(history->blocks, sums, CV_32F, {ghostWindow, ghostWindow}, {-1, -1}, false);
    cv::Mat level;
    sums.convertTo(level, CV_8U, -ghostGain);
    const image::Picture upright = image::uprightPicture(level, stored->size, frame.orientation);
    return bounded(upright.bgr, longSide);
}

} // namespace scrutineer::forensics

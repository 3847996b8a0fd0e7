// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/display.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::image {

cv::Mat shrunk(const cv::Mat &bgr, int longSide)
{
    const int longest = std::max(bgr.cols, bgr.rows);
    if (longest <= longSide || longest == 0)
        return bgr;
    const double scale = double(longSide) / longest;
    const cv::Size size(std::max(1, int(std::lround(bgr.cols * scale))),
                        std::max(1, int(std::lround(bgr.rows * scale))));
    cv::Mat small;
    cv::resize(bgr, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

QByteArray toJpeg(const cv::Mat &bgr, int longSide, int quality)
{
    if (bgr.empty())
        return {};
    std::vector<uchar> bytes;
    try {
        if (!cv::imencode(".jpg", shrunk(bgr, longSide), bytes, {cv::IMWRITE_JPEG_QUALITY, quality}))
            return {};
    } catch (const cv::Exception &) {
        return {};
    }
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

} // namespace scrutineer::image

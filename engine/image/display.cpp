// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/display.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace scrutineer::image {

cv::Mat halved(const cv::Mat &picture, double &shrink, double least)
{
    cv::Mat small = picture;
    for (; shrink >= least && small.cols > 1 && small.rows > 1; shrink /= 2)
        cv::resize(small, small, {}, 0.5, 0.5, cv::INTER_AREA);
    return small;
}

cv::Mat shrunk(const cv::Mat &bgr, int longSide)
{
    const int longest = std::max(bgr.cols, bgr.rows);
    if (longest <= longSide || longest == 0)
        return bgr;
    const double scale = double(longSide) / longest;
    const cv::Size size(std::max(1, int(std::lround(bgr.cols * scale))),
                        std::max(1, int(std::lround(bgr.rows * scale))));
    double shrink = 1 / scale;
    cv::Mat small = halved(bgr, shrink);
    cv::resize(small, small, size, 0, 0, cv::INTER_AREA);
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

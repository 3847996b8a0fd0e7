// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/fine_detail.h"

#include <opencv2/imgproc.hpp>

namespace scrutineer::forensics {

namespace {
constexpr double finest = 0.8;   ///< pixels: what outlives no compression is finer
constexpr double coarsest = 1.8; ///< pixels: shades are coarser

cv::Mat blurred(const cv::Mat &luma, double deviation)
{
    cv::Mat exact;
    luma.convertTo(exact, CV_32F);
    cv::GaussianBlur(exact, exact, {}, deviation);
    return exact;
}
} // namespace

cv::Mat detailBetween(const cv::Mat &luma, double fine, double coarse)
{
    return blurred(luma, fine) - blurred(luma, coarse);
}

cv::Mat evened(const cv::Mat &luma)
{
    return blurred(luma, finest);
}

cv::Mat grainOf(const cv::Mat &luma)
{
    return detailBetween(luma, finest, coarsest);
}

} // namespace scrutineer::forensics

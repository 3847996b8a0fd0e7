// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/fine_detail.h"

#include <opencv2/imgproc.hpp>

namespace scrutineer::forensics {

cv::Mat detailBetween(const cv::Mat &luma, double fine, double coarse)
{
    cv::Mat exact;
    luma.convertTo(exact, CV_32F);
    cv::Mat less;
    cv::Mat more;
    cv::GaussianBlur(exact, less, {}, fine);
    cv::GaussianBlur(exact, more, {}, coarse);
    return less - more;
}

cv::Mat grainOf(const cv::Mat &luma)
{
    return detailBetween(luma, 0.8, 1.8);
}

} // namespace scrutineer::forensics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/image/support/faults.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::image::test {

cv::Mat withHighlight(const cv::Mat &bgr, const cv::Point2d &middle, double spread, double strength)
{
    cv::Mat lit = bgr.clone();
    const cv::Point2d at(middle.x * bgr.cols, middle.y * bgr.rows);
    const double deviation = spread * bgr.cols;
    for (int row = 0; row < lit.rows; ++row) {
        auto *pixels = lit.ptr<cv::Vec3b>(row);
        for (int column = 0; column < lit.cols; ++column) {
            const double distance = std::hypot(column - at.x, row - at.y) / deviation;
            const double light = strength * std::exp(-0.5 * distance * distance);
            for (int channel = 0; channel < 3; ++channel)
                pixels[column][channel] = cv::saturate_cast<uchar>(pixels[column][channel] + light);
        }
    }
    return lit;
}

cv::Mat outOfFocus(const cv::Mat &bgr, double sigma)
{
    cv::Mat blurred;
    const double pixels = sigma * bgr.cols / 1000.0;
    if (pixels <= 0)
        return bgr.clone();
    cv::GaussianBlur(bgr, blurred, {}, pixels);
    return blurred;
}

cv::Mat shaken(const cv::Mat &bgr, double length, double degrees)
{
    const double pixels = std::max(1.0, length * bgr.cols / 1000.0);
    const int half = int(std::ceil(pixels / 2));
    const cv::Point2d middle(half, half);
    const double turn = degrees * CV_PI / 180;
    const cv::Point2d reach = cv::Point2d(std::cos(turn), std::sin(turn)) * ((pixels - 1) / 2);
    cv::Mat path = cv::Mat::zeros(2 * half + 1, 2 * half + 1, CV_32F);
    cv::line(path, middle - reach, middle + reach, cv::Scalar(1));
    cv::Mat blurred;
    cv::filter2D(bgr, blurred, -1, path / cv::sum(path)[0]);
    return blurred;
}

cv::Mat darkened(const cv::Mat &bgr, double factor)
{
    cv::Mat light;
    bgr.convertTo(light, CV_16SC3, factor);
    cv::Mat noise(bgr.size(), CV_16SC3);
    cv::RNG random(11);
    random.fill(noise, cv::RNG::NORMAL, 0, 4);
    light += noise;
    cv::Mat dark;
    light.convertTo(dark, CV_8UC3);
    return dark;
}

} // namespace scrutineer::image::test

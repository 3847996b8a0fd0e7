// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/quad_candidates.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::image {

namespace {

constexpr double leastRegion = 0.05; ///< of the frame
constexpr double largestRegion = 0.97;
constexpr int closing = 9;   ///< pixels: print is closed over
constexpr int snapReach = 6; ///< pixels

/// The mean colour of the outermost rim.
cv::Scalar rimColour(const cv::Mat &lab)
{
    const int rim = std::max(2, std::min(lab.cols, lab.rows) / 40);
    cv::Mat mask(lab.size(), CV_8U, cv::Scalar(255));
    mask(cv::Rect(rim, rim, lab.cols - 2 * rim, lab.rows - 2 * rim)) = 0;
    return cv::mean(lab, mask);
}

std::vector<cv::Mat> masksOf(const cv::Mat &bgr)
{
    cv::Mat smooth;
    cv::GaussianBlur(bgr, smooth, {}, 2);
    cv::Mat lab;
    cv::cvtColor(smooth, lab, cv::COLOR_BGR2Lab);
    cv::Mat hsv;
    cv::cvtColor(smooth, hsv, cv::COLOR_BGR2HSV);
    cv::Mat lightness;
    cv::Mat saturation;
    cv::extractChannel(lab, lightness, 0);
    cv::extractChannel(hsv, saturation, 1);
    cv::Mat difference;
    cv::absdiff(lab, rimColour(lab), difference);
    cv::Mat sums;
    cv::transform(difference, sums, cv::Matx13f(0.5F, 1, 1));

    std::vector<cv::Mat> masks;
    for (const cv::Mat &plane : {lightness, saturation, sums}) {
        cv::Mat mask;
        cv::threshold(plane, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
        masks.push_back(mask);
        cv::Mat inverse;
        cv::bitwise_not(mask, inverse);
        masks.push_back(inverse);
    }
    const cv::Mat kernel = cv::getStructuringElement(cv::MORPH_RECT, {closing, closing});
    for (cv::Mat &mask : masks) {
        cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, kernel);
        cv::morphologyEx(mask, mask, cv::MORPH_OPEN, kernel);
    }
    return masks;
}

/// The four-cornered outline of a region, round corners squared; nullopt where it is nothing like one.
std::optional<Quad> quadAround(const std::vector<cv::Point> &contour)
{
    std::vector<cv::Point> hull;
    cv::convexHull(contour, hull);
    const double perimeter = cv::arcLength(hull, true);
    for (double tolerance = 0.01; tolerance < 0.1; tolerance += 0.01) {
        std::vector<cv::Point> corners;
        cv::approxPolyDP(hull, corners, tolerance * perimeter, true);
        if (corners.size() < 4)
            break;
        if (corners.size() == 4) {
            const Quad quad{cv::Point2d(corners[0]), cv::Point2d(corners[1]), cv::Point2d(corners[2]),
                            cv::Point2d(corners[3])};
            return ordered(quad);
        }
    }
    const cv::RotatedRect box = cv::minAreaRect(hull);
    if (cv::contourArea(hull) < 0.85 * double(box.size.area()))
        return std::nullopt;
    cv::Point2f corners[4];
    box.points(corners);
    return ordered(
        {cv::Point2d(corners[0]), cv::Point2d(corners[1]), cv::Point2d(corners[2]), cv::Point2d(corners[3])});
}

} // namespace

std::vector<ScoredQuad> quadsFromRegions(const cv::Mat &bgr, const Gradients &gradients)
{
    const double frame = double(bgr.cols) * bgr.rows;
    std::vector<ScoredQuad> quads;
    for (const cv::Mat &mask : masksOf(bgr)) {
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
        for (const auto &contour : contours) {
            const double area = cv::contourArea(contour);
            if (area < leastRegion * frame || area > largestRegion * frame)
                continue;
            const auto rough = quadAround(contour);
            if (!rough)
                continue;
            const Quad quad = snapped(gradients, *rough, snapReach);
            if (const auto score = scoreQuad(gradients, quad))
                quads.push_back({quad, *score, {}});
        }
    }
    return quads;
}

} // namespace scrutineer::image

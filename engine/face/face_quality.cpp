// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/face_quality.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>

namespace scrutineer::face {

namespace {
constexpr int cropSide = 112;
constexpr int clippedFrom = 250;

// Where the five landmarks lie in the aligned crop. Source: the alignment of ArcFace and SFace.
const std::vector<cv::Point2f> alignedLandmarks{{38.2946F, 51.6963F},
                                                {73.5318F, 51.5014F},
                                                {56.0252F, 71.7366F},
                                                {41.5493F, 92.3655F},
                                                {70.7299F, 92.2041F}};

cv::Mat boxCrop(const cv::Mat &bgr, const cv::Rect2f &box)
{
    const cv::Rect inside = cv::Rect(box) & cv::Rect({0, 0}, bgr.size());
    if (inside.empty())
        return cv::Mat(cropSide, cropSide, CV_8UC3, cv::Scalar::all(0));
    cv::Mat crop;
    cv::resize(bgr(inside), crop, {cropSide, cropSide}, 0, 0, cv::INTER_AREA);
    return crop;
}
} // namespace

cv::Mat alignedCrop(const cv::Mat &bgr, const Detection &face)
{
    if (!face.hasLandmarks)
        return boxCrop(bgr, face.box);
    const std::vector<cv::Point2f> from(face.landmarks.begin(), face.landmarks.end());
    const cv::Mat transform = cv::estimateAffinePartial2D(from, alignedLandmarks, cv::noArray(), cv::LMEDS);
    if (transform.empty())
        return boxCrop(bgr, face.box);
    cv::Mat crop;
    cv::warpAffine(bgr, crop, transform, {cropSide, cropSide}, cv::INTER_LINEAR);
    return crop;
}

FaceQuality measureQuality(const cv::Mat &bgr, const Detection &face)
{
    cv::Mat gray;
    cv::cvtColor(alignedCrop(bgr, face), gray, cv::COLOR_BGR2GRAY);
    cv::Mat laplacian;
    cv::Laplacian(gray, laplacian, CV_32F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(laplacian, mean, deviation);
    FaceQuality quality;
    quality.sharpness = deviation[0] * deviation[0];
    quality.luma = cv::mean(gray)[0];
    quality.clippedShare = cv::countNonZero(gray >= clippedFrom) / static_cast<double>(gray.total());
    return quality;
}

} // namespace scrutineer::face

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/camera.h"

#include <QtGlobal>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scrutineer::samples {

namespace {
constexpr int brightestPaper = 243; ///< grey levels; layDown keeps flats below

/// Noise of a demosaiced sensor: neighbours are alike.
cv::Mat noiseTile(Random &random)
{
    constexpr int side = 768;
    cv::RNG source(random.generator()());
    cv::Mat tile(side, side, CV_32FC3);
    source.fill(tile, cv::RNG::NORMAL, 0, 1);
    cv::GaussianBlur(tile, tile, {}, 0.6);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(tile, mean, deviation);
    return tile / deviation[0];
}

cv::Mat motionKernel(double length, double degrees)
{
    const int side = std::max(3, static_cast<int>(std::ceil(length)) | 1);
    cv::Mat kernel(side, side, CV_32F, cv::Scalar(0));
    const double angle = degrees * std::numbers::pi / 180;
    const cv::Point2d middle(side / 2, side / 2);
    const cv::Point2d reach(std::cos(angle) * length / 2, std::sin(angle) * length / 2);
    constexpr int steps = 200;
    for (int k = 0; k <= steps; ++k) { // a hand slows down at the ends of its shake
        const double t = 2.0 * k / steps - 1;
        const cv::Point at(qRound(middle.x + reach.x * t), qRound(middle.y + reach.y * t));
        if (cv::Rect(0, 0, side, side).contains(at))
            kernel.at<float>(at) += static_cast<float>(1 + 0.6 * t * t);
    }
    return kernel / cv::sum(kernel)[0];
}

void light(cv::Mat &bgr, const Camera &camera, Random &random)
{
    const double cx = bgr.cols * random.between(0.4, 0.6);
    const double cy = bgr.rows * random.between(0.4, 0.6);
    const double reach = std::hypot(bgr.cols, bgr.rows) / 2;
    const double angle = camera.slopeDegrees * std::numbers::pi / 180;
    const cv::Mat tile = noiseTile(random);
    const cv::Point shift(random.integer(0, tile.cols - 1), random.integer(0, tile.rows - 1));
    for (int j = 0; j < bgr.rows; ++j) {
        auto *row = bgr.ptr<cv::Vec3b>(j);
        const auto *noise = tile.ptr<cv::Vec3f>((j + shift.y) % tile.rows);
        const double dy = (j - cy) / reach;
        int column = shift.x;
        for (int i = 0; i < bgr.cols; ++i) {
            const double dx = (i - cx) / reach;
            const double gain =
                camera.exposure * (1 - camera.fallOff * (dx * dx + dy * dy) +
                                   camera.slope * (dx * std::cos(angle) + dy * std::sin(angle)));
            // What is brighter than paper has saturated the sensor: it stays white whatever the gains.
            const int darkest = std::min({row[i][0], row[i][1], row[i][2]});
            const double blown =
                darkest > brightestPaper ? (darkest - brightestPaper) / (255.0 - brightestPaper) : 0;
            const double white = std::min(255.0, 400 * camera.exposure);
            for (int c = 0; c < 3; ++c) {
                const double own = row[i][c] * gain * camera.whiteBalance[c];
                const double lit = own + blown * (std::max(own, white) - own);
                const double grey = (lit - 128) * camera.contrast + 128;
                const double speckle = noise[column][c] * camera.noise * (1.25 - 0.5 * lit / 255);
                row[i][c] = cv::saturate_cast<uchar>(grey + speckle);
            }
            if (++column == tile.cols)
                column = 0;
        }
    }
}
} // namespace

Camera makeCamera(Random &random)
{
    Camera camera;
    camera.exposure = random.between(0.9, 1.07);
    camera.defocus = random.between(0.1, 0.45);
    camera.noise = random.between(1, 4.5);
    const double warm = random.between(-0.06, 0.11);
    const double green = random.between(-0.02, 0.02);
    camera.whiteBalance = {1 - warm * 1.25, 1 + green, 1 + warm * 0.5};
    camera.fallOff = random.between(0.04, 0.24);
    camera.slope = random.between(0, 0.16);
    camera.slopeDegrees = random.between(0, 360);
    camera.contrast = random.between(0.94, 1.08);
    return camera;
}

void expose(cv::Mat &bgr, const Camera &camera, Random &random)
{
    const double thousandth = std::max(bgr.cols, bgr.rows) / 1000.0;
    if (const double blur = camera.defocus * thousandth; blur > 0.25)
        cv::GaussianBlur(bgr, bgr, {}, blur);
    if (const double length = camera.motion * thousandth; length > 1)
        cv::filter2D(bgr, bgr, -1, motionKernel(length, camera.motionDegrees));
    if (camera.sharpening > 0) { // leaves bright and dark seams along edges
        cv::Mat soft;
        cv::GaussianBlur(bgr, soft, {}, 1.1 * thousandth);
        cv::addWeighted(bgr, 1 + camera.sharpening, soft, -camera.sharpening, 0, bgr);
    }
    light(bgr, camera, random);
}

void addNoise(cv::Mat &bgr, double deviation, Random &random)
{
    Camera camera;
    camera.fallOff = 0;
    camera.slope = 0;
    camera.noise = deviation;
    light(bgr, camera, random);
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/quality_measures/surroundings.h"

#include "engine/image/display.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::image {

namespace {
/// Moves pixel centres: x of the result is scale times x, plus an offset in pixels of the result.
cv::Matx33d scaling(double scale, double offset)
{
    return {scale, 0, 0.5 * scale - 0.5 + offset, 0, scale, 0.5 * scale - 0.5 + offset, 0, 0, 1};
}
} // namespace

QList<QPolygonF> Surroundings::outlines(const cv::Mat &mask, const Canonical &canonical) const
{
    cv::Mat large;
    cv::resize(mask(document), large, canonical.luma.size(), 0, 0, cv::INTER_LINEAR);
    return canonical.outlines(large > 127);
}

Surroundings surroundingsOf(const Picture &picture, const Canonical &canonical)
{
    const cv::Size page = canonical.flat.bgr.size();
    Surroundings around;
    around.toCanonical = double(std::max(page.width, page.height)) / Surroundings::longSide;
    const cv::Size inner(std::max(1, cvRound(page.width / around.toCanonical)),
                         std::max(1, cvRound(page.height / around.toCanonical)));
    around.document = cv::Rect({Surroundings::margin, Surroundings::margin}, inner);
    const cv::Size whole = inner + cv::Size(2 * Surroundings::margin, 2 * Surroundings::margin);

    // From these pixels to canonical, full-size and working ones, and on to a picture that is shrunk first so
    // that the warp, which reads four pixels, averages.
    const cv::Matx33d toPage = scaling(around.toCanonical, 0) *
                               cv::Matx33d(1, 0, -Surroundings::margin, 0, 1, -Surroundings::margin, 0, 0, 1);
    const cv::Matx33d toWorking =
        cv::Matx33d(picture.scale, 0, -0.5, 0, picture.scale, -0.5, 0, 0, 1) * canonical.flat.toFull * toPage;
    const auto workingAt = [&](double x, double y) {
        const cv::Vec3d mapped = toWorking * cv::Vec3d(x, y, 1);
        return cv::Point2d(mapped[0] / mapped[2], mapped[1] / mapped[2]);
    };
    const cv::Point2d left = workingAt(around.document.x, around.document.y + inner.height / 2.0);
    const cv::Point2d right = workingAt(around.document.br().x, around.document.y + inner.height / 2.0);
    double shrink = std::max(1.0, cv::norm(right - left) / inner.width);
    cv::Mat source = halved(picture.bgr, shrink);
    if (shrink > 1.3)
        cv::resize(source, source, {}, 1 / shrink, 1 / shrink, cv::INTER_AREA);
    const double x = double(source.cols) / picture.bgr.cols;
    const double y = double(source.rows) / picture.bgr.rows;
    const cv::Matx33d toSource = cv::Matx33d(x, 0, 0.5 * x - 0.5, 0, y, 0.5 * y - 0.5, 0, 0, 1) * toWorking;
    cv::warpPerspective(source, around.bgr, toSource, whole, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                        cv::BORDER_REPLICATE);
    const cv::Mat all(source.size(), CV_8U, cv::Scalar(255));
    cv::warpPerspective(all, around.valid, toSource, whole, cv::INTER_NEAREST | cv::WARP_INVERSE_MAP,
                        cv::BORDER_CONSTANT, 0);
    return around;
}

} // namespace scrutineer::image

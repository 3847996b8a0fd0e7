// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

namespace scrutineer::samples {

PortraitCanvas::PortraitCanvas(double unit, const Region &region) : pixelsPerUnit(unit), region(region)
{
    const cv::Size size(static_cast<int>(std::lround((region.right - region.left) * unit)),
                        static_cast<int>(std::lround((region.bottom - region.top) * unit)));
    albedo = cv::Mat3f(size, cv::Vec3f::all(0));
    height = cv::Mat1f(size, 0.0F);
    gloss = cv::Mat1f(size, 0.0F);
}

cv::Rect PortraitCanvas::pixels(const Region &box) const
{
    const auto column = [&](double x) {
        return static_cast<int>(std::floor((x - region.left) * pixelsPerUnit));
    };
    const auto row = [&](double y) { return static_cast<int>(std::floor((y - region.top) * pixelsPerUnit)); };
    return cv::Rect(cv::Point(column(box.left), row(box.top)),
                    cv::Point(column(box.right) + 1, row(box.bottom) + 1)) &
           cv::Rect({}, height.size());
}

void PortraitCanvas::bump(double x, double y, double width, double tall, double amount)
{
    constexpr double reach = 2.6;
    const auto cx = static_cast<float>(x);
    const auto cy = static_cast<float>(y);
    const auto perWidth = static_cast<float>(1 / width);
    const auto perTall = static_cast<float>(1 / tall);
    const auto high = static_cast<float>(amount);
    each({x - reach * width, y - reach * tall, x + reach * width, y + reach * tall},
         [&](float px, float py, int row, int column) {
             height(row, column) += high * bell((px - cx) * perWidth) * bell((py - cy) * perTall);
         });
}

cv::Mat smoothNoise(cv::Size size, double featureWidth, double featureHeight, uint64_t seed)
{
    Random random(seed);
    cv::Mat coarse(std::max(2, static_cast<int>(size.height / std::max(1.0, featureHeight)) + 2),
                   std::max(2, static_cast<int>(size.width / std::max(1.0, featureWidth)) + 2), CV_32F);
    for (auto value = coarse.begin<float>(); value != coarse.end<float>(); ++value)
        *value = static_cast<float>(random.between(-1, 1));
    cv::Mat noise;
    cv::resize(coarse, noise, size, 0, 0, cv::INTER_CUBIC);
    return noise;
}

cv::Mat1f ownNoise(const PortraitCanvas &canvas, double feature, double evenness, uint64_t seed)
{
    constexpr double reach = 2.4; // units from the middle that faces and their hair take
    Random random(seed);
    const int half = static_cast<int>(std::ceil(reach / feature)) + 2;
    cv::Mat1f coarse(2 * half, 2 * half);
    for (int j = 0; j < coarse.rows; ++j) {
        for (int i = 0; i < half; ++i) {
            const double both = random.between(-1, 1);
            for (const int column : {half + i, half - 1 - i})
                coarse(j, column) =
                    static_cast<float>(evenness * both + (1 - evenness) * random.between(-1, 1));
        }
    }
    const double perPixel = 1 / (canvas.pixelsPerUnit * feature);
    const cv::Matx23d toCoarse(perPixel, 0, (canvas.region.left / feature) + half - 0.5, 0, perPixel,
                               (canvas.region.top / feature) + half - 0.5);
    cv::Mat1f noise;
    cv::warpAffine(coarse, noise, toCoarse, canvas.height.size(), cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REFLECT);
    return noise;
}

} // namespace scrutineer::samples

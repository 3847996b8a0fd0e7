// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/room_brush.h"

#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scrutineer::samples {

cv::Point RoomBrush::at(double x, double y) const
{
    return {static_cast<int>(std::lround(x * m_picture.cols)),
            static_cast<int>(std::lround(y * m_picture.rows))};
}

void RoomBrush::fill(const cv::Vec3d &colour)
{
    m_picture.setTo(cv::Scalar(colour));
}

void RoomBrush::box(double left, double top, double width, double height, const cv::Vec3d &colour)
{
    cv::rectangle(m_picture, at(left, top), at(left + width, top + height), cv::Scalar(colour), cv::FILLED,
                  cv::LINE_AA);
}

void RoomBrush::blob(double x, double y, double wide, double high, double degrees, const cv::Vec3d &colour)
{
    const cv::Point size = at(wide, high);
    cv::ellipse(m_picture, at(x, y), {std::max(1, size.x), std::max(1, size.y)}, degrees, 0, 360,
                cv::Scalar(colour), cv::FILLED, cv::LINE_AA);
}

void RoomBrush::glow(double x, double y, double reach, const cv::Vec3d &light)
{
    const cv::Point middle = at(x, y);
    const double far = reach * m_picture.cols;
    for (int j = 0; j < m_picture.rows; ++j) {
        auto *row = m_picture.ptr<cv::Vec3b>(j);
        for (int i = 0; i < m_picture.cols; ++i) {
            const auto share = bell(static_cast<float>(std::hypot(i - middle.x, j - middle.y) / far));
            for (int c = 0; c < 3 && share > 0.004F; ++c)
                row[i][c] = cv::saturate_cast<uchar>(row[i][c] + light[c] * static_cast<double>(share));
        }
    }
}

void RoomBrush::shadow(double left, double top, double width, double height)
{
    const cv::Rect frame({}, m_picture.size());
    for (int k = 3; k > 0; --k) {
        const double wider = 0.008 * k;
        const cv::Rect part =
            cv::Rect(at(left - wider, top), at(left + width + 2 * wider, top + height + wider)) & frame;
        if (!part.empty())
            m_picture(part) *= 0.94;
    }
}

void RoomBrush::soften(const cv::Rect &where, double perWidth)
{
    const cv::Rect part = where & cv::Rect({}, m_picture.size());
    if (part.empty())
        return;
    cv::Mat soft = m_picture(part);
    cv::GaussianBlur(soft, soft, {}, m_picture.cols / perWidth);
}

cv::Vec3d RoomBrush::faded(double darkest, double brightest)
{
    const double grey = m_random.between(darkest, brightest);
    const double warm = m_random.between(-0.06, 0.22);
    const double colour = m_random.chance(0.1) ? 0.20 : 0.06;
    return {grey * (1 - warm + colour * m_random.between(-1, 1)),
            grey * (1 + 0.5 * colour * m_random.between(-1, 1)),
            grey * (1 + 0.6 * warm + colour * m_random.between(-1, 1))};
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/strands.h"

namespace scrutineer::samples {

StrandBrush::StrandBrush(Painting &painting, const PortraitCanvas &canvas, const Person &person,
                         const Shot &shot)
    : m_painting(painting), m_canvas(canvas), m_hair(person.hair), m_light(shot.light / cv::norm(shot.light)),
      m_colour(cv::Vec3f(shot.lightColour) * static_cast<float>(shot.exposure)),
      m_ambient(static_cast<float>(shot.ambient))
{
    m_half = m_light + cv::Vec3f(0, 0, 1);
    m_half /= static_cast<float>(cv::norm(m_half));
}

cv::Vec3f StrandBrush::shade(const cv::Point2f &along, const cv::Vec3f &normal, const Strand &strand) const
{
    const float rise = -(along.x * normal[0] + along.y * normal[1]) / std::max(0.25F, normal[2]);
    cv::Vec3f tangent(along.x, along.y, rise);
    tangent /= std::sqrt(tangent.dot(tangent));
    const float onLight = tangent.dot(m_light);
    const float onHalf = tangent.dot(m_half);
    const float facing = std::max(0.0F, 0.35F + 0.65F * normal.dot(m_light));
    const float diffuse = std::sqrt(std::max(0.0F, 1 - onLight * onLight)) * facing;
    float lobe = std::max(0.0F, 1 - onHalf * onHalf); // sin²
    lobe *= lobe;
    lobe *= lobe;
    lobe *= lobe * lobe; // sin^24
    const float ambient = m_ambient * (0.55F - 0.30F * normal[1] + 0.25F * normal[2]);
    const cv::Vec3f own = m_hair + (cv::Vec3f(0.36F, 0.38F, 0.40F) - m_hair) * strand.grey;
    const float lit = (ambient * 1.1F + (1 - m_ambient) * diffuse * 1.2F) * strand.tone;
    const float shine = (1 - m_ambient * 0.6F) * lobe * facing;
    return m_colour.mul(own * lit + (own * 0.9F + cv::Vec3f::all(0.022F)) * (shine * strand.tone));
}

void StrandBrush::line(const cv::Point2f &from, const cv::Point2f &to, const cv::Vec3f &colour, float opacity)
{
    const auto unit = static_cast<float>(m_canvas.pixelsPerUnit);
    const float x = (from.x - static_cast<float>(m_canvas.region.left)) * unit - 0.5F;
    const float y = (from.y - static_cast<float>(m_canvas.region.top)) * unit - 0.5F;
    const float dx = (to.x - from.x) * unit;
    const float dy = (to.y - from.y) * unit;
    const float length = std::max(std::abs(dx), std::abs(dy));
    const int dots = std::max(1, static_cast<int>(length / 0.9F));
    const float share = std::min(1.0F, length / static_cast<float>(dots));
    for (int k = 0; k < dots; ++k) {
        const float t = static_cast<float>(k) / static_cast<float>(dots);
        dot(x + dx * t, y + dy * t, colour, opacity * share);
    }
}

void StrandBrush::dot(float column, float row, const cv::Vec3f &colour, float opacity)
{
    const int i = static_cast<int>(std::floor(column));
    const int j = static_cast<int>(std::floor(row));
    if (i < 0 || j < 0 || i + 1 >= m_painting.cover.cols || j + 1 >= m_painting.cover.rows)
        return;
    const float fx = column - static_cast<float>(i);
    const float fy = row - static_cast<float>(j);
    const float weights[4]{(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy};
    for (int k = 0; k < 4; ++k) {
        const float share = weights[k] * opacity;
        auto &cover = m_painting.cover(j + k / 2, i + k % 2);
        auto &pixel = m_painting.colour(j + k / 2, i + k % 2);
        const float total = cover + share * (1 - cover);
        if (total > 0.001F)
            pixel += (colour - pixel) * (share / total);
        cover = total;
    }
}

} // namespace scrutineer::samples

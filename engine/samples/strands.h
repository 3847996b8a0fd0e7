// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/portrait_canvas.h"

namespace scrutineer::samples {

/// Draws hairs on what is lit already, one over the other.
class StrandBrush
{
public:
    StrandBrush(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot);

    struct Strand
    {
        cv::Point2f root;
        float length = 0.2F;  ///< units
        float tone = 1;       ///< lighter or darker than the others
        float opacity = 0.7F; ///< in the middle
        float curl = 0;       ///< how far it winds, radians
        float curlLength = 0.15F;
        float phase = 0;
        float grey = 0; ///< share of grey in its colour
    };

    /// One hair. flow(point) is the direction it grows to; normal(point) what it lies on. stop(point) ends
    /// it.
    template <typename Flow, typename Normal, typename Stop>
    void draw(const Strand &strand, Flow &&flow, Normal &&normal, Stop &&stop)
    {
        constexpr float step = 0.022F;
        cv::Point2f at = strand.root;
        for (float gone = 0; gone < strand.length; gone += step) {
            const float winding =
                strand.curl > 0 ? strand.curl * std::sin(6.283F * gone / strand.curlLength + strand.phase)
                                : 0;
            const cv::Point2f straight = flow(at);
            const float c = std::cos(winding);
            const float s = std::sin(winding);
            const cv::Point2f along(straight.x * c - straight.y * s, straight.x * s + straight.y * c);
            const cv::Point2f to = at + along * step;
            if (stop(to))
                return;
            const float end = gone / strand.length;
            const float fade = smoothStep(0.0F, 0.12F, end + 0.05F) * smoothStep(1.0F, 0.55F, end);
            line(at, to, shade(along, normal(at), strand), strand.opacity * fade);
            at = to;
        }
    }

private:
    /// Light on a thread (Kajiya and Kay 1989).
    [[nodiscard]] cv::Vec3f shade(const cv::Point2f &along, const cv::Vec3f &normal,
                                  const Strand &strand) const;
    void line(const cv::Point2f &from, const cv::Point2f &to, const cv::Vec3f &colour, float opacity);
    void dot(float column, float row, const cv::Vec3f &colour, float opacity);

    Painting &m_painting;
    const PortraitCanvas &m_canvas;
    cv::Vec3f m_hair;
    cv::Vec3f m_light;
    cv::Vec3f m_half;
    cv::Vec3f m_colour;
    float m_ambient;
};

} // namespace scrutineer::samples

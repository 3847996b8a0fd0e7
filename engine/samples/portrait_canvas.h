// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/portrait.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace scrutineer::samples {

/// A surface seen from the front while it is made: one value a pixel for colour, height and highlights.
/// Heights are in units, towards the viewer. Single precision: a portrait is a million pixels.
class PortraitCanvas
{
public:
    PortraitCanvas(double unit, const Region &region);

    double pixelsPerUnit = 0;
    Region region{};
    cv::Mat3f albedo; ///< linear BGR
    cv::Mat1f height;
    cv::Mat1f gloss; ///< strength of highlights

    [[nodiscard]] float xOf(int column) const
    {
        return static_cast<float>((column + 0.5) / pixelsPerUnit + region.left);
    }
    [[nodiscard]] float yOf(int row) const
    {
        return static_cast<float>((row + 0.5) / pixelsPerUnit + region.top);
    }
    [[nodiscard]] cv::Rect pixels(const Region &box) const;
    /// Calls work(x, y, row, column) for every pixel of the box.
    template <typename Work>
    void each(const Region &box, Work &&work) const
    {
        const cv::Rect rect = pixels(box);
        for (int j = rect.y; j < rect.y + rect.height; ++j) {
            const float y = yOf(j);
            for (int i = rect.x; i < rect.x + rect.width; ++i)
                work(xOf(i), y, j, i);
        }
    }
    /// Lays a colour over a pixel.
    void tint(int row, int column, const cv::Vec3f &colour, float share)
    {
        auto &pixel = albedo(row, column);
        pixel += (colour - pixel) * share;
    }
    /// Adds a Gaussian bump to the height.
    void bump(double x, double y, double width, double tall, double amount);
};

/// 0 below low, 1 above high, smooth between; works with low > high for the falling step.
template <typename Low, typename High, typename Value>
[[nodiscard]] auto smoothStep(Low low, High high, Value value)
{
    using Real = std::common_type_t<float, Low, High, Value>;
    const Real t = std::clamp((Real(value) - Real(low)) / (Real(high) - Real(low)), Real(0), Real(1));
    return t * t * (3 - 2 * t);
}

[[nodiscard]] inline float square(float x)
{
    return x * x;
}

/// Nearly exp(-x²), a power of 16 that costs four products; 0 beyond 4.
[[nodiscard]] inline float bell(float x)
{
    float power = std::max(0.0F, 1 - x * x * (1 / 16.0F));
    power *= power;
    power *= power;
    power *= power;
    return power * power;
}

/// Smooth noise between about -1 and 1 with features of the given sizes (pixels), the same for the same seed.
[[nodiscard]] cv::Mat smoothNoise(cv::Size size, double featureWidth, double featureHeight, uint64_t seed);

/// Smooth noise that belongs to one face: the same at every size of the picture. feature in units; evenness:
/// share that is the same on both sides of the face.
[[nodiscard]] cv::Mat1f ownNoise(const PortraitCanvas &canvas, double feature, double evenness,
                                 uint64_t seed);

/// Light with soft shadows, some of it let through as by skin. Gives linear BGR.
[[nodiscard]] cv::Mat3f lightUp(const PortraitCanvas &canvas, const Shot &shot);
/// The same for one place that faces a direction.
[[nodiscard]] float lightOn(const cv::Vec3f &normal, const Shot &shot);

/// What has been painted of a portrait, lit: colour (not premultiplied) and cover, 0 nothing to 1.
struct Painting
{
    cv::Mat3f colour;
    cv::Mat1f cover;
};

// The layers, back to front. The head's are lit as seen from the front and turned afterwards.
void paintBody(Painting &painting, const Person &person, const Shot &shot, double unit, const Region &view);
void paintHead(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintEyes(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintMouth(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintBeardShadow(PortraitCanvas &canvas, const Person &person);
/// Lights the face and lays it over hair and ears behind.
void layFace(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot);
// On what is lit already:
void paintEars(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintGlints(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintBrows(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintBeard(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintHairBehind(Painting &painting, const PortraitCanvas &canvas, const Person &person,
                     const Shot &shot);
void paintHairInFront(Painting &painting, const PortraitCanvas &canvas, const Person &person,
                      const Shot &shot);
void paintGlasses(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/portrait.h"

#include <opencv2/core.hpp>

#include <functional>

namespace scrutineer::samples {

/// A portrait while it is made: seen from the front, one value per pixel for colour, height and cover.
/// Heights are in units, towards the viewer.
struct PortraitCanvas
{
    explicit PortraitCanvas(double unit);

    double pixelsPerUnit = 0;
    cv::Mat albedo; ///< 32FC3, linear BGR
    cv::Mat height; ///< 32F
    cv::Mat cover;  ///< 32F, 0 nothing to 1
    cv::Mat gloss;  ///< 32F, strength of highlights

    [[nodiscard]] double xOf(int column) const { return (column + 0.5) / pixelsPerUnit - portraitCentreX; }
    [[nodiscard]] double yOf(int row) const { return (row + 0.5) / pixelsPerUnit - portraitCentreY; }

    /// What a layer puts at one place: its colour and how much of it (0 leaves what is there).
    struct Paint
    {
        cv::Vec3d colour;
        double share = 0;
    };
    /// Paints colour only, inside a box in units.
    void tint(double left, double top, double right, double bottom,
              const std::function<Paint(double x, double y)> &layer);
    /// Adds a Gaussian bump to the height.
    void bump(double x, double y, double width, double tall, double amount);
};

/// 0 below low, 1 above high, smooth between; works with low > high for the falling step.
[[nodiscard]] double smoothStep(double low, double high, double value);

/// Smooth noise between about -1 and 1 with features of the given sizes (pixels), the same for the same seed.
[[nodiscard]] cv::Mat smoothNoise(cv::Size size, double featureWidth, double featureHeight, uint64_t seed);

/// Smooth noise over the whole canvas that belongs to one face: the same at every size. feature in units;
/// evenness: share that is the same on both sides of the face.
[[nodiscard]] cv::Mat ownNoise(cv::Size size, double feature, double evenness, uint64_t seed);

// The layers, back to front.
void paintBody(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintHead(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintEyes(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintBrows(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintMouth(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintBeard(PortraitCanvas &canvas, const Person &person, const Shot &shot);
void paintHairBehind(PortraitCanvas &canvas, const Person &person);
void paintHairInFront(PortraitCanvas &canvas, const Person &person);
void paintGlasses(PortraitCanvas &canvas, const Person &person);

} // namespace scrutineer::samples

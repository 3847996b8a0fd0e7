// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/ocrb/glyph_cells.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <random>
#include <vector>

namespace scrutineer::text {

/// A piece of a line as cameras and scanners deliver it, with what each cell shows.
struct PaintedStrip
{
    cv::Mat strip; ///< CV_8UC1, about 16 px a cell
    CellGrid grid; ///< where the cells stand; off by a little on purpose, as in reading
    std::vector<int> indices;
    std::vector<int> labels; ///< class of each index (glyph_net.h)
};

/// Paints strips for training and for tests: OCR-B in several weights and widths, with blur, noise, JPEG,
/// small scales, slant, patterns and neighbouring lines. The same seed paints the same strips wherever the
/// same fonts are installed. Needs a QGuiApplication. One per thread.
class StripPainter
{
public:
    explicit StripPainter(uint64_t seed) : m_generator(seed) {}

    /// Whether OCR-B is installed.
    [[nodiscard]] static bool hasFont();
    [[nodiscard]] PaintedStrip paint();

private:
    double between(double low, double high);
    int integer(int low, int high);
    bool chance(double probability) { return between(0, 1) < probability; }
    double normal();
    std::vector<int> text(int length);
    cv::Mat paintInk(const std::vector<int> &text, CellGrid &grid);
    cv::Mat ground(cv::Size size);
    void drawStrangeText(cv::Mat &ink);
    cv::Mat degraded(const cv::Mat &ink, CellGrid &grid);

    std::mt19937_64 m_generator;
};

} // namespace scrutineer::text

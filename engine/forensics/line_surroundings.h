// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/forensics/document_sheet.h"
#include "engine/forensics/paper_shade.h"

#include <optional>
#include <utility>

namespace scrutineer::forensics {

inline constexpr double lineMargin = 2.5; ///< pixels of the page around a line of print that are its own
inline constexpr double blownPaper = 248; ///< grey levels: white holds neither grain nor shades

/// A line of print and the paper around it, as far as a field's own background reaches.
class LineSurroundings
{
public:
    /// line: of printLines(). The sheet must outlive it.
    LineSurroundings(const Sheet &sheet, const cv::Rect &line);

    [[nodiscard]] const cv::Rect &line() const { return m_line; }
    /// Whether enough of it lies in the picture for the rest.
    [[nodiscard]] bool isLargeEnough() const;

    /// Median grain of the paper around and within the line, grey levels; nothing where there is too little
    /// paper.
    [[nodiscard]] std::optional<std::pair<double, double>> grain() const;

    /// The paper between the letters; nothing where there is too little.
    [[nodiscard]] std::optional<PaperShade> within() const;
    /// The paper above and below; nothing where one of them is too little.
    [[nodiscard]] std::optional<std::pair<PaperShade, PaperShade>> aboveAndBelow() const;

private:
    [[nodiscard]] std::vector<cv::Point> zone(double ends, double above, double below) const;
    [[nodiscard]] cv::Mat filled(std::vector<cv::Point> outline) const;
    [[nodiscard]] cv::Mat paperBeside(int reach) const;
    [[nodiscard]] std::optional<PaperShade> shadeOf(const cv::Mat &part) const;

    const Sheet &m_sheet;
    cv::Rect m_line;
    cv::Rect m_box; ///< around all of it, pixels of the sheet
    cv::Mat m_even; ///< CV_32F, without the finest noise
    cv::Mat m_own;  ///< the line, with its margin
    cv::Mat m_print;
};

} // namespace scrutineer::forensics

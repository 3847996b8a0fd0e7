// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_alphabet.h"
#include "engine/text/ocrb/glyph_cells.h"
#include "engine/text/ocrb/glyph_net.h"
#include "engine/text/zone_search.h"

#include <opencv2/core.hpp>

#include <vector>

namespace scrutineer::text {

/// A picture in halving sizes, so that strips are sampled without aliasing.
class GreyPyramid
{
public:
    explicit GreyPyramid(const cv::Mat &grey) : m_levels{grey} {}

    /// A level strip around a row: its centre in the middle of the strip, zoom strip pixels for one of the
    /// picture. toPicture: 2x3, from strip to picture. Values beyond the picture repeat its border.
    [[nodiscard]] cv::Mat strip(const cv::Point2d &centre, double angle, double zoom, cv::Size size,
                                cv::Matx23d &toPicture);

private:
    std::vector<cv::Mat> m_levels;
};

/// One line of fixed-pitch print with what its cells show.
struct ZoneLine
{
    CellGrid grid;         ///< in the strip
    cv::Matx23d toPicture; ///< from strip to picture
    int count = 0;         ///< cells from index 0 that the row seems to hold
    double angle = 0;      ///< radians, in reading direction
    double quality = -99;  ///< mean over cells of the best character's score; above -1 for real zones
    int firstIndex = 0;    ///< of cells and drift
    ScoredLine cells;
    std::vector<cv::Point2d> drift; ///< of each cell off the grid, strip pixels; empty: none

    [[nodiscard]] cv::Point2d pictureAt(double cell, double heights) const;
};

/// Fits a grid to the row and looks at some of its cells, in both reading directions; quality says how much
/// it looks like a zone. Cells are left empty. directionKnown: only the
/// direction of the seed's angle is tried.
[[nodiscard]] ZoneLine lookAt(GreyPyramid &pyramid, const LineSeed &seed, const GlyphNet &net,
                              bool directionKnown);

/// Fits the grid closely and classifies every cell, with a few beside the row. straight: the row is taken to
/// be straight and evenly spaced, so that the grid can be trusted beyond its ends.
void readCells(GreyPyramid &pyramid, ZoneLine &line, const GlyphNet &net, bool straight);

} // namespace scrutineer::text

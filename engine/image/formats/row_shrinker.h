// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/picture.h"

#include <QSize>

#include <opencv2/core.hpp>

#include <cstdint>
#include <vector>

namespace scrutineer::image {

/// Takes a picture row by row and keeps it no larger than workingLongSide, averaging blocks of whole pixels,
/// so that a picture of any size needs the memory of a working picture only.
class RowShrinker
{
public:
    explicit RowShrinker(const QSize &fullSize);

    /// The next row from the top: fullSize.width() pixels of three bytes, blue-green-red.
    void add(const uchar *bgr);
    /// A block of rows (CV_8UC3, as wide as the picture).
    void add(const cv::Mat &rows);

    /// The picture; complete once every row was added.
    [[nodiscard]] const cv::Mat &picture() const { return m_picture; }

private:
    void flush();

    QSize m_fullSize;
    int m_block = 1;  ///< pixels of the file to a pixel of the picture, per side
    int m_rowsIn = 0; ///< rows in the sums
    int m_rowsOut = 0;
    std::vector<std::uint32_t> m_sums;
    cv::Mat m_picture;
};

} // namespace scrutineer::image

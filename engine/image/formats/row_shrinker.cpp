// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/row_shrinker.h"

#include <algorithm>
#include <cstring>

namespace scrutineer::image {

RowShrinker::RowShrinker(const QSize &fullSize) : m_fullSize(fullSize)
{
    const int longest = std::max(fullSize.width(), fullSize.height());
    m_block = (longest + workingLongSide - 1) / workingLongSide;
    const int columns = (fullSize.width() + m_block - 1) / m_block;
    const int rows = (fullSize.height() + m_block - 1) / m_block;
    m_picture = cv::Mat(rows, columns, CV_8UC3, cv::Scalar::all(255));
    m_sums.assign(std::size_t(columns) * 3, 0);
}

void RowShrinker::add(const uchar *bgr)
{
    if (m_rowsOut >= m_picture.rows)
        return;
    if (m_block == 1) {
        std::memcpy(m_picture.ptr(m_rowsOut++), bgr, std::size_t(m_picture.cols) * 3);
        return;
    }
    std::uint32_t *sum = m_sums.data();
    int inBlock = 0;
    for (int column = 0; column < m_fullSize.width(); ++column, bgr += 3) {
        sum[0] += bgr[0];
        sum[1] += bgr[1];
        sum[2] += bgr[2];
        if (++inBlock == m_block) {
            inBlock = 0;
            sum += 3;
        }
    }
    ++m_rowsIn;
    const int rowsLeft = m_fullSize.height() - m_rowsOut * m_block;
    if (m_rowsIn == std::min(m_block, rowsLeft))
        flush();
}

void RowShrinker::add(const cv::Mat &rows)
{
    for (int row = 0; row < rows.rows; ++row)
        add(rows.ptr(row));
}

void RowShrinker::flush()
{
    auto *to = m_picture.ptr(m_rowsOut++);
    for (int column = 0; column < m_picture.cols; ++column) {
        const int columnsIn = std::min(m_block, m_fullSize.width() - column * m_block);
        const auto count = std::uint32_t(columnsIn * m_rowsIn);
        for (int channel = 0; channel < 3; ++channel) {
            const std::size_t at = std::size_t(column) * 3 + std::size_t(channel);
            to[at] = uchar((m_sums[at] + count / 2) / count);
        }
    }
    std::fill(m_sums.begin(), m_sums.end(), 0);
    m_rowsIn = 0;
}

} // namespace scrutineer::image

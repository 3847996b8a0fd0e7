// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace scrutineer::forensics {

/// What a JPEG file's header tells of the program that wrote it.
struct JpegTables
{
    QSize size; ///< pixels as stored
    bool isProgressive = false;
    /// Where luma and chroma were both quantised by the tables of ITU-T T.81, annex K, scaled as the
    /// Independent JPEG Group's library does: its quality, 1 to 100.
    std::optional<int> standardQuality;
};

/// Nothing where the bytes are no JPEG in colour. Any thread.
[[nodiscard]] std::optional<JpegTables> readJpegTables(const QByteArray &bytes);

} // namespace scrutineer::forensics

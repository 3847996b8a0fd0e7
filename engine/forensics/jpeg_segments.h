// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace scrutineer::forensics {

/// A marker segment of a JPEG file, up to the first scan (ITU-T T.81, annex B).
struct JpegSegment
{
    int marker = 0; ///< 0xE1 for APP1
    QByteArray body;
};

/// Empty where the bytes are no JPEG; ends at the first segment that is cut short. Bodies are views into the
/// bytes.
[[nodiscard]] QList<JpegSegment> jpegSegments(const QByteArray &bytes);

/// A chunk of a PNG file.
struct PngChunk
{
    QByteArray type; ///< "tEXt"
    QByteArray body;
};

/// All chunks but the picture's own data; empty where the bytes are no PNG.
[[nodiscard]] QList<PngChunk> pngChunks(const QByteArray &bytes);

} // namespace scrutineer::forensics

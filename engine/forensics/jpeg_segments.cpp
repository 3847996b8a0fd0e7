// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/jpeg_segments.h"

#include <QtEndian>

namespace scrutineer::forensics {

namespace {
constexpr int startOfImage = 0xd8;
constexpr int startOfScan = 0xda;
constexpr qsizetype markerBytes = 2;
constexpr qsizetype lengthBytes = 2;
constexpr qsizetype pngHeader = 8;
constexpr qsizetype chunkFrame = 12; ///< length, type and check sum
constexpr qsizetype mostParts = 10'000;

bool isMarker(const QByteArray &bytes, qsizetype at)
{
    return uchar(bytes[at]) == 0xff;
}
} // namespace

QList<JpegSegment> jpegSegments(const QByteArray &bytes)
{
    QList<JpegSegment> segments;
    if (bytes.size() < markerBytes || !isMarker(bytes, 0) || uchar(bytes[1]) != startOfImage)
        return segments;
    qsizetype at = markerBytes;
    while (at + markerBytes + lengthBytes <= bytes.size() && segments.size() < mostParts) {
        if (!isMarker(bytes, at))
            break;
        const int marker = uchar(bytes[at + 1]);
        if (marker == 0xff) { // fill bytes
            ++at;
            continue;
        }
        const auto length = qsizetype(qFromBigEndian<quint16>(bytes.constData() + at + markerBytes));
        if (marker == startOfScan || length < lengthBytes || at + markerBytes + length > bytes.size())
            break;
        const qsizetype body = at + markerBytes + lengthBytes;
        segments.append({marker, QByteArray::fromRawData(bytes.constData() + body, length - lengthBytes)});
        at += markerBytes + length;
    }
    return segments;
}

QList<PngChunk> pngChunks(const QByteArray &bytes)
{
    QList<PngChunk> chunks;
    if (!bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return chunks;
    qsizetype at = pngHeader;
    while (at + chunkFrame <= bytes.size() && chunks.size() < mostParts) {
        const auto length = qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
        if (at + chunkFrame + length > bytes.size())
            break;
        const QByteArray type = bytes.mid(at + 4, 4);
        if (type != "IDAT")
            chunks.append({type, QByteArray::fromRawData(bytes.constData() + at + 8, length)});
        at += chunkFrame + length;
    }
    return chunks;
}

} // namespace scrutineer::forensics

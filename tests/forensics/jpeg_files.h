// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace scrutineer::test {

/// A JPEG with a segment after its start.
inline QByteArray withSegment(const QByteArray &jpeg, int marker, const QByteArray &body)
{
    QByteArray head(4, '\0');
    head[0] = '\xff';
    head[1] = char(marker);
    qToBigEndian(quint16(body.size() + 2), head.data() + 2);
    return jpeg.left(2) + head + body + jpeg.mid(2);
}

} // namespace scrutineer::test

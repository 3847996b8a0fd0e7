// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/defect/forgery.h"

#include <QByteArray>
#include <QPolygonF>
#include <QSize>

namespace scrutineer::test {

/// A picture of a drawn document as a file.
struct DrawnPicture
{
    QByteArray bytes;
    QPolygonF quad;   ///< of the document
    QPolygonF region; ///< what was changed; empty: nothing
    QString name;     ///< of its kind
    QString sent;     ///< how it was sent
};

/// How a picture came to be that nobody changed.
enum class Harmless {
    FromPhone,
    FromMessenger,
    SavedTwice,  ///< turned and saved again by a viewer
    CutAndSaved, ///< cut to the document, which moves the block grid
    Scan,
    ScanSavedTwice,
    Dim,
    Lossless, ///< a PNG
    MessengerTwice,
    Glossy,   ///< a lamp shines on it
    Shadowed, ///< saved twice
    Shrunk,   ///< and saved well
};
inline constexpr int harmlessCount = static_cast<int>(Harmless::Shrunk) + 1;

/// How a forged picture is sent.
enum class Sending {
    Saved,   ///< well: a JPEG of a quality of 90 to 97
    Cheaper, ///< at the quality of the first compression or less
    Shrunk,  ///< to some two thirds, then saved well
    Messenger,
};
inline constexpr int sendingCount = static_cast<int>(Sending::Messenger) + 1;

/// Need a QGuiApplication. The same seed gives the same bytes.
[[nodiscard]] DrawnPicture forgedPicture(samples::Forgery way, double strength, std::uint64_t seed,
                                         Sending sending = Sending::Saved);
[[nodiscard]] DrawnPicture harmlessPicture(Harmless kind, std::uint64_t seed);
/// A JPEG made larger and saved twice, as if a better camera had taken it.
[[nodiscard]] QByteArray enlarged(const QByteArray &jpeg, const QSize &size);

} // namespace scrutineer::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/display_page.h"

#include <QByteArray>
#include <QImage>
#include <QObject>

#include <memory>
#include <vector>

namespace scrutineer::ui {

/// A decoded page and its halvings: level 0 as decoded, each next one half as wide, down to 256 pixels.
/// Painting from the level next above the wanted size costs the same at any zoom and does not flicker.
struct Pyramid
{
    std::vector<QImage> levels;

    [[nodiscard]] qint64 bytes() const;
    /// The smallest level that still has a pixel for each device pixel when level 0 is shown at `scale`.
    [[nodiscard]] const QImage &levelFor(double scale) const;
};

/// Decodes a JPEG made by the worker. Null where the bytes are damaged, cut short or larger than a display
/// page can be. enough: may be decoded at half or a quarter of its size where that still covers this; empty:
/// at its own size. Any thread.
[[nodiscard]] QImage decodeJpeg(const QByteArray &bytes, const QSize &enough = {});

/// Decoded pages, kept by use up to a number of bytes, and the threads that decode them. One for all boards
/// of a program; lives on the GUI thread and never blocks it.
class PictureCache : public QObject
{
    Q_OBJECT
public:
    explicit PictureCache(qint64 maximumBytes = qint64{768} << 20, QObject *parent = nullptr);
    ~PictureCache() override;

    /// Names a page by what it shows, so that pages of different cases are never taken for each other.
    [[nodiscard]] static QByteArray keyOf(const facts::DisplayPage &page);

    /// The page at full resolution, or null where it is not decoded. Marks it as just used.
    [[nodiscard]] std::shared_ptr<const Pyramid> picture(const QByteArray &key);
    /// Starts decoding; decoded() or failed() follows. Nothing happens where the page is there or on its way.
    void request(const facts::DisplayPage &page);
    /// The same after everything that was requested: for the pages of the next case.
    void prefetch(const facts::DisplayPage &page);

    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] qint64 maximumBytes() const;

Q_SIGNALS:
    void decoded(const QByteArray &key);
    void failed(const QByteArray &key);

private:
    void start(const facts::DisplayPage &page, int priority);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

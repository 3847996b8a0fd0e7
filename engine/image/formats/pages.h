// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/image/file_decoder.h"
#include "engine/image/picture.h"
#include "engine/policy/policy.h"

#include <QByteArray>
#include <QList>
#include <QSize>

#include <memory>

namespace scrutineer::image {

/// One open file of one format.
class FileDecoder::Pages
{
public:
    Pages() = default;
    Pages(const Pages &) = delete;
    Pages &operator=(const Pages &) = delete;
    virtual ~Pages() = default;

    [[nodiscard]] virtual QList<QSize> sizes() const = 0;      ///< upright, full size
    [[nodiscard]] virtual Result<Picture> page(int index) = 0; ///< index is in range
    [[nodiscard]] virtual Result<QList<Word>> words(int) { return QList<Word>{}; }
};

using OpenedPages = Result<std::unique_ptr<FileDecoder::Pages>>;

/// One function a format. Each checks the header against the limits and keeps the bytes for later.
[[nodiscard]] OpenedPages openJpeg(const QByteArray &bytes, const policy::Limits &limits);
[[nodiscard]] OpenedPages openPng(const QByteArray &bytes, const policy::Limits &limits);
[[nodiscard]] OpenedPages openWebp(const QByteArray &bytes, const policy::Limits &limits);
[[nodiscard]] OpenedPages openTiff(const QByteArray &bytes, const policy::Limits &limits);
[[nodiscard]] OpenedPages openPdf(const QByteArray &bytes, const policy::Limits &limits);
#ifdef SCRUTINEER_HEIF
[[nodiscard]] OpenedPages openHeif(const QByteArray &bytes, const policy::Limits &limits);
#endif

} // namespace scrutineer::image

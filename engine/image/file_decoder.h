// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/image/picture.h"
#include "engine/policy/policy.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

#include <memory>

namespace scrutineer::image {

/// Resolution at which PDF pages are measured, dots per inch. Pages too large for the pixel limit get less.
inline constexpr double pdfDotsPerInch = 200;

/// Opens a stranger's file and hands out its pages. The kind is told by the content, never by the name. Sizes
/// are checked against the limits before a pixel is decoded; nothing is written to disk. JPEG, PNG, WebP,
/// TIFF and PDF; HEIC where the program was built with libheif. One object per thread; different objects may
/// be used on different threads at once.
class FileDecoder
{
public:
    /// Errors: FileEmpty, FileTooLarge, KindUnsupported, FileDamaged, FileEncrypted, TooManyPixels,
    /// TooManyPages.
    [[nodiscard]] static Result<FileDecoder> open(const QByteArray &bytes, const policy::Limits &limits);
    /// The kind's media type by the first bytes ("image/jpeg", "application/pdf"), empty where it is none we
    /// know.
    [[nodiscard]] static QString sniff(const QByteArray &bytes);

    FileDecoder(FileDecoder &&) noexcept;
    FileDecoder &operator=(FileDecoder &&) noexcept;
    ~FileDecoder();

    [[nodiscard]] QString kind() const;           ///< media type
    [[nodiscard]] int pageCount() const;          ///< 1 for pictures; pages of a PDF or TIFF
    [[nodiscard]] QList<QSize> pageSizes() const; ///< upright pages at full size, pixels (PDF: at 200 dpi)

    /// Decodes a page, from 0. Errors: FileDamaged (also where the file is cut short), OutOfMemory,
    /// InvalidArgument.
    [[nodiscard]] Result<Picture> page(int index) const;

    /// The text layer of a page in reading order: empty for pictures and for scans without text. Errors as
    /// page().
    [[nodiscard]] Result<QList<Word>> words(int index) const;

    class Pages; ///< what each file format implements; engine/image only

private:
    FileDecoder(QString kind, std::unique_ptr<Pages> pages);
    QString m_kind;
    std::unique_ptr<Pages> m_pages;
};

} // namespace scrutineer::image

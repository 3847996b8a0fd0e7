// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/file_decoder.h"

#include "engine/image/formats/pages.h"

#include <array>
#include <exception>
#include <new>

namespace scrutineer::image {

namespace {

constexpr qsizetype pdfHeaderWithin = 1024; ///< bytes; readers accept a header that does not come first

struct Format
{
    QLatin1StringView kind;
    bool (*matches)(const QByteArray &bytes);
    OpenedPages (*open)(const QByteArray &bytes, const policy::Limits &limits);
};

bool isTiff(const QByteArray &bytes)
{
    using namespace std::string_view_literals;
    const std::string_view start(bytes.constData(), std::size_t(std::min<qsizetype>(bytes.size(), 4)));
    return start == "II*\0"sv || start == "MM\0*"sv || start == "II+\0"sv || start == "MM\0+"sv;
}

#ifdef SCRUTINEER_HEIF
bool isHeif(const QByteArray &bytes)
{
    if (bytes.size() < 12 || bytes.mid(4, 4) != "ftyp")
        return false;
    const QByteArray brand = bytes.mid(8, 4);
    return brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis" || brand == "mif1";
}
#endif

const auto formats = std::to_array<Format>({
    {QLatin1StringView("image/jpeg"),
     [](const QByteArray &bytes) { return bytes.startsWith("\xff\xd8\xff"); }, openJpeg},
    {QLatin1StringView("image/png"),
     [](const QByteArray &bytes) { return bytes.startsWith("\x89PNG\r\n\x1a\n"); }, openPng},
    {QLatin1StringView("image/webp"),
     [](const QByteArray &bytes) { return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP"; }, openWebp},
    {QLatin1StringView("image/tiff"), isTiff, openTiff},
#ifdef SCRUTINEER_HEIF
    {QLatin1StringView("image/heic"), isHeif, openHeif},
#endif
    {QLatin1StringView("application/pdf"),
     [](const QByteArray &bytes) { return bytes.left(pdfHeaderWithin).contains("%PDF-"); }, openPdf},
});

const Format *formatOf(const QByteArray &bytes)
{
    for (const Format &format : formats) {
        if (format.matches(bytes))
            return &format;
    }
    return nullptr;
}

/// Runs a decoder; what libraries throw becomes a value here, once.
template <typename Call>
auto guarded(const Call &call) -> decltype(call())
{
    try {
        return call();
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::OutOfMemory);
    } catch (const cv::Exception &exception) {
        return failure(exception.code == cv::Error::StsNoMem ? ErrorCode::OutOfMemory
                                                             : ErrorCode::FileDamaged,
                       {}, QStringLiteral("decoder gave up"));
    } catch (const std::exception &) {
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("decoder gave up"));
    }
}

} // namespace

FileDecoder::FileDecoder(QString kind, std::unique_ptr<Pages> pages)
    : m_kind(std::move(kind)), m_pages(std::move(pages))
{
}
FileDecoder::FileDecoder(FileDecoder &&) noexcept = default;
FileDecoder &FileDecoder::operator=(FileDecoder &&) noexcept = default;
FileDecoder::~FileDecoder() = default;

QString FileDecoder::sniff(const QByteArray &bytes)
{
    const Format *format = formatOf(bytes);
    return format ? QString(format->kind) : QString();
}

Result<FileDecoder> FileDecoder::open(const QByteArray &bytes, const policy::Limits &limits)
{
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty);
    if (bytes.size() > limits.bytesPerFile)
        return failure(ErrorCode::FileTooLarge);
    const Format *format = formatOf(bytes);
    if (!format)
        return failure(ErrorCode::KindUnsupported);
    auto pages = guarded([&] { return format->open(bytes, limits); });
    if (!pages)
        return tl::unexpected(pages.error());
    return FileDecoder(format->kind, std::move(*pages));
}

QString FileDecoder::kind() const
{
    return m_kind;
}

int FileDecoder::pageCount() const
{
    return int(m_pages->sizes().size());
}

QList<QSize> FileDecoder::pageSizes() const
{
    return m_pages->sizes();
}

Result<Picture> FileDecoder::page(int index) const
{
    if (index < 0 || index >= pageCount())
        return failure(ErrorCode::InvalidArgument);
    return guarded([&] { return m_pages->page(index); });
}

Result<QList<Word>> FileDecoder::words(int index) const
{
    if (index < 0 || index >= pageCount())
        return failure(ErrorCode::InvalidArgument);
    return guarded([&] { return m_pages->words(index); });
}

} // namespace scrutineer::image

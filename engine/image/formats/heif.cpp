// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/pages.h"
#include "engine/image/formats/row_shrinker.h"
#include "engine/image/formats/upright.h"

#include <libheif/heif.h>
#include <opencv2/imgproc.hpp>

namespace scrutineer::image {

namespace {

template <typename T, void (*Release)(T *)>
struct Releaser
{
    void operator()(T *object) const { Release(object); }
};
void releaseContext(heif_context *context)
{
    heif_context_free(context);
}
void releaseHandle(heif_image_handle *handle)
{
    heif_image_handle_release(handle);
}
void releaseImage(heif_image *image)
{
    heif_image_release(image);
}
using Context = std::unique_ptr<heif_context, Releaser<heif_context, releaseContext>>;
using Handle = std::unique_ptr<heif_image_handle, Releaser<heif_image_handle, releaseHandle>>;
using Image = std::unique_ptr<heif_image, Releaser<heif_image, releaseImage>>;

struct OpenedHeif
{
    Context context;
    Handle handle;
};

Error errorOf(const heif_error &error)
{
    if (error.code == heif_error_Memory_allocation_error)
        return {ErrorCode::OutOfMemory, {}, {}};
    if (error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype)
        return {ErrorCode::KindUnsupported, {}, QStringLiteral("HEIC of a rare kind")};
    return {ErrorCode::FileDamaged, {}, QStringLiteral("not a whole HEIC")};
}

Result<OpenedHeif> openPrimary(const QByteArray &bytes)
{
    OpenedHeif opened;
    opened.context.reset(heif_context_alloc());
    heif_context_set_max_decoding_threads(opened.context.get(), 0);
    heif_error error = heif_context_read_from_memory_without_copy(opened.context.get(), bytes.constData(),
                                                                  std::size_t(bytes.size()), nullptr);
    if (error.code != heif_error_Ok)
        return tl::unexpected(errorOf(error));
    heif_image_handle *handle = nullptr;
    error = heif_context_get_primary_image_handle(opened.context.get(), &handle);
    if (error.code != heif_error_Ok)
        return tl::unexpected(errorOf(error));
    opened.handle.reset(handle);
    return opened;
}

QSize sizeOf(const OpenedHeif &opened)
{
    return {heif_image_handle_get_width(opened.handle.get()),
            heif_image_handle_get_height(opened.handle.get())};
}

/// The library applies the format's own turns and mirrors, which overrule EXIF.
class HeifPages final : public FileDecoder::Pages
{
public:
    HeifPages(QByteArray bytes, QSize size) : m_bytes(std::move(bytes)), m_size(size) {}

    QList<QSize> sizes() const override { return {m_size}; }

    Result<Picture> page(int) override
    {
        const auto opened = openPrimary(m_bytes);
        if (!opened)
            return tl::unexpected(opened.error());
        const bool transparent = heif_image_handle_has_alpha_channel(opened->handle.get()) != 0;
        heif_image *decoded = nullptr;
        const heif_error error = heif_decode_image(
            opened->handle.get(), &decoded, heif_colorspace_RGB,
            transparent ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
        if (error.code != heif_error_Ok)
            return tl::unexpected(errorOf(error));
        const Image image(decoded);
        int stride = 0;
        const uint8_t *plane = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
        const QSize size(heif_image_get_primary_width(image.get()),
                         heif_image_get_primary_height(image.get()));
        if (!plane || size != m_size)
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole HEIC"));
        RowShrinker shrinker(m_size);
        cv::Mat bgr;
        for (int row = 0; row < size.height(); ++row) {
            const cv::Mat rgb(1, size.width(), transparent ? CV_8UC4 : CV_8UC3,
                              const_cast<uint8_t *>(plane) + std::ptrdiff_t(row) * stride);
            cv::cvtColor(rgb, bgr, transparent ? cv::COLOR_RGBA2BGRA : cv::COLOR_RGB2BGR);
            shrinker.add(transparent ? overWhite(bgr) : bgr);
        }
        return uprightPicture(shrinker.picture(), m_size, uprightOrientation);
    }

private:
    QByteArray m_bytes;
    QSize m_size;
};

} // namespace

OpenedPages openHeif(const QByteArray &bytes, const policy::Limits &limits)
{
    const auto opened = openPrimary(bytes);
    if (!opened)
        return tl::unexpected(opened.error());
    if (const auto fits = checkSize(sizeOf(*opened), limits); !fits)
        return tl::unexpected(fits.error());
    return std::make_unique<HeifPages>(bytes, sizeOf(*opened));
}

} // namespace scrutineer::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/formats/pages.h"
#include "engine/image/formats/upright.h"

#include <QImage>

#include <opencv2/imgproc.hpp>
#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <mutex>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr double pointsPerInch = 72;
constexpr double largestSidePoints = 14'400; ///< ISO 32000-1, annex C: the largest page a reader need know

/// Poppler prints what it dislikes about a file unless it is told not to.
void silencePoppler()
{
    static std::once_flag once;
    std::call_once(once,
                   [] { Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {}); });
}

/// A page at full size, and the resolution that gives it.
struct PageScale
{
    QSize full;
    double dotsPerInch = pdfDotsPerInch;
};

PageScale scaleOf(const QSizeF &points, const policy::Limits &limits)
{
    const double width = std::clamp(points.width(), 1.0, largestSidePoints) / pointsPerInch;
    const double height = std::clamp(points.height(), 1.0, largestSidePoints) / pointsPerInch;
    PageScale scale;
    scale.dotsPerInch =
        std::min(pdfDotsPerInch, std::sqrt(double(limits.pixelsPerPicture) / (width * height)));
    scale.full = QSize(std::max(1, int(std::floor(width * scale.dotsPerInch))),
                       std::max(1, int(std::floor(height * scale.dotsPerInch))));
    return scale;
}

/// True where a file ends as PDF files end: an end mark with nothing of the body behind it. Poppler would
/// rebuild a file that is cut short and show what is left.
bool endsWell(const QByteArray &bytes)
{
    const qsizetype end = bytes.lastIndexOf("%%EOF");
    return end >= 0 && bytes.lastIndexOf("startxref") < end && bytes.indexOf("endobj", end) < 0 &&
           bytes.indexOf(" obj", end) < 0 && bytes.indexOf("stream", end) < 0;
}

class PdfPages final : public FileDecoder::Pages
{
public:
    explicit PdfPages(std::unique_ptr<Poppler::Document> document) : m_document(std::move(document))
    {
        m_document->setRenderHint(Poppler::Document::Antialiasing);
        m_document->setRenderHint(Poppler::Document::TextAntialiasing);
    }

    bool addPages(const policy::Limits &limits)
    {
        for (int index = 0; index < m_document->numPages(); ++index) {
            const std::unique_ptr<Poppler::Page> page(m_document->page(index));
            if (!page)
                return false;
            m_scales.push_back(scaleOf(page->pageSizeF(), limits));
        }
        return !m_scales.empty();
    }

    QList<QSize> sizes() const override
    {
        QList<QSize> sizes;
        for (const PageScale &scale : m_scales)
            sizes.append(scale.full);
        return sizes;
    }

    Result<Picture> page(int index) override
    {
        const std::unique_ptr<Poppler::Page> page(m_document->page(index));
        if (!page)
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("page missing"));
        const PageScale &full = m_scales.at(std::size_t(index));
        const double shrink =
            std::min(1.0, double(workingLongSide) / std::max(full.full.width(), full.full.height()));
        const QSize size(std::max(1, int(std::lround(full.full.width() * shrink))),
                         std::max(1, int(std::lround(full.full.height() * shrink))));
        const double dotsPerInch = full.dotsPerInch * shrink;
        const QImage image = page->renderToImage(dotsPerInch, dotsPerInch, 0, 0, size.width(), size.height())
                                 .convertToFormat(QImage::Format_RGB32);
        if (image.isNull() || image.size() != size)
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("page cannot be drawn"));
        const cv::Mat bgrx(image.height(), image.width(), CV_8UC4, const_cast<uchar *>(image.constBits()),
                           std::size_t(image.bytesPerLine()));
        Picture picture;
        cv::cvtColor(bgrx, picture.bgr, cv::COLOR_BGRA2BGR);
        picture.fullSize = full.full;
        picture.scale = double(picture.bgr.cols) / full.full.width();
        return picture;
    }

    Result<QList<Word>> words(int index) override
    {
        const std::unique_ptr<Poppler::Page> page(m_document->page(index));
        if (!page)
            return failure(ErrorCode::FileDamaged, {}, QStringLiteral("page missing"));
        const double perPoint = m_scales.at(std::size_t(index)).dotsPerInch / pointsPerInch;
        QList<Word> words;
        for (const auto &box : page->textList()) {
            const QRectF points = box->boundingBox();
            words.append({box->text(), QRectF(points.topLeft() * perPoint, points.size() * perPoint),
                          box->hasSpaceAfter()});
        }
        return words;
    }

private:
    std::unique_ptr<Poppler::Document> m_document;
    std::vector<PageScale> m_scales;
};

} // namespace

OpenedPages openPdf(const QByteArray &bytes, const policy::Limits &limits)
{
    silencePoppler();
    std::unique_ptr<Poppler::Document> document(Poppler::Document::loadFromData(bytes));
    if (document && document->isLocked())
        return failure(ErrorCode::FileEncrypted);
    if (!endsWell(bytes))
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("cut short"));
    if (!document)
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("not a whole PDF"));
    if (document->numPages() > limits.pagesPerPdf) {
        return failure(ErrorCode::TooManyPages, {}, QStringLiteral("%1 pages").arg(document->numPages()));
    }
    auto pages = std::make_unique<PdfPages>(std::move(document));
    if (!pages->addPages(limits))
        return failure(ErrorCode::FileDamaged, {}, QStringLiteral("page missing"));
    return pages;
}

} // namespace scrutineer::image

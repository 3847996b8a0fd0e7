// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/picture_cache.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QHash>
#include <QImageReader>
#include <QPromise>
#include <QSet>
#include <QThreadPool>

#include <list>

namespace scrutineer::ui {

namespace {
constexpr int largestSide = 8192;  ///< pixels; twice what the worker writes at most
constexpr int smallestLevel = 256; ///< pixels, long side
constexpr int decodingThreads = 2;
constexpr int keyTail = 4096; ///< bytes of the display picture that go into its key
constexpr int requestPriority = 1;
constexpr int prefetchPriority = 0;

std::shared_ptr<const Pyramid> decodePyramid(const QByteArray &bytes)
{
    QImage level = decodeJpeg(bytes);
    if (level.isNull())
        return nullptr;
    auto pyramid = std::make_shared<Pyramid>();
    while (true) {
        pyramid->levels.push_back(level);
        if (qMax(level.width(), level.height()) <= smallestLevel)
            return pyramid;
        level = level
                    .scaled(qMax(1, level.width() / 2), qMax(1, level.height() / 2), Qt::IgnoreAspectRatio,
                            Qt::SmoothTransformation)
                    .convertToFormat(QImage::Format_RGB32);
    }
}
} // namespace

qint64 Pyramid::bytes() const
{
    qint64 sum = 0;
    for (const QImage &level : levels)
        sum += level.sizeInBytes();
    return sum;
}

const QImage &Pyramid::levelFor(double scale) const
{
    std::size_t level = 0;
    while (level + 1 < levels.size() && scale <= 0.5) {
        scale *= 2;
        ++level;
    }
    return levels[level];
}

QImage decodeJpeg(const QByteArray &bytes, const QSize &enough)
{
    // The library fills what is missing with grey and calls it a picture: a page cut short must not look
    // whole.
    const bool whole = bytes.size() > 4 && bytes.startsWith("\xff\xd8") && bytes.endsWith("\xff\xd9");
    if (!whole)
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "jpeg");
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > largestSide || size.height() > largestSide)
        return {};
    QSize wanted = size;
    while (!enough.isEmpty() && wanted.width() / 2 >= enough.width() &&
           wanted.height() / 2 >= enough.height() && size.width() / wanted.width() < 4)
        wanted = QSize((wanted.width() + 1) / 2, (wanted.height() + 1) / 2); // as the decoder rounds
    if (wanted != size)
        reader.setScaledSize(wanted);
    const QImage image = reader.read();
    return image.isNull() ? image : image.convertToFormat(QImage::Format_RGB32);
}

class PictureCache::Private
{
public:
    struct Entry
    {
        std::shared_ptr<const Pyramid> pyramid;
        std::list<QByteArray>::iterator place;
    };

    QHash<QByteArray, Entry> entries;
    std::list<QByteArray> byUse; ///< the one used last in front
    QSet<QByteArray> underWay;
    qint64 bytes = 0;
    qint64 maximumBytes = 0;
    QThreadPool threads; ///< last: its destructor waits for the decoders

    void insert(const QByteArray &key, std::shared_ptr<const Pyramid> pyramid)
    {
        bytes += pyramid->bytes();
        byUse.push_front(key);
        entries.insert(key, {std::move(pyramid), byUse.begin()});
        while (bytes > maximumBytes && byUse.size() > 1) {
            const Entry oldest = entries.take(byUse.back());
            bytes -= oldest.pyramid->bytes();
            byUse.pop_back();
        }
    }
};

PictureCache::PictureCache(qint64 maximumBytes, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->maximumBytes = maximumBytes;
    d->threads.setMaxThreadCount(decodingThreads);
    d->threads.setThreadPriority(QThread::LowPriority);
}

PictureCache::~PictureCache()
{
    d->threads.clear();
}

QByteArray PictureCache::keyOf(const facts::DisplayPage &page)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(page.preview);
    hash.addData(QByteArrayView(page.display).last(qMin<qsizetype>(keyTail, page.display.size())));
    const qint64 size = page.display.size();
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size));
    return hash.result();
}

std::shared_ptr<const Pyramid> PictureCache::picture(const QByteArray &key)
{
    const auto found = d->entries.constFind(key);
    if (found == d->entries.cend())
        return nullptr;
    d->byUse.splice(d->byUse.begin(), d->byUse, found->place);
    return found->pyramid;
}

void PictureCache::request(const facts::DisplayPage &page)
{
    start(page, requestPriority);
}

void PictureCache::prefetch(const facts::DisplayPage &page)
{
    start(page, prefetchPriority);
}

void PictureCache::start(const facts::DisplayPage &page, int priority)
{
    const QByteArray key = keyOf(page);
    if (d->entries.contains(key) || d->underWay.contains(key))
        return;
    d->underWay.insert(key);
    auto promise = std::make_shared<QPromise<std::shared_ptr<const Pyramid>>>();
    promise->future().then(this, [this, key](const std::shared_ptr<const Pyramid> &pyramid) {
        d->underWay.remove(key);
        if (!pyramid) {
            Q_EMIT failed(key);
            return;
        }
        d->insert(key, pyramid);
        Q_EMIT decoded(key);
    });
    promise->start();
    d->threads.start(
        [promise, bytes = page.display] {
            promise->addResult(decodePyramid(bytes));
            promise->finish();
        },
        priority);
}

qint64 PictureCache::bytes() const
{
    return d->bytes;
}

qint64 PictureCache::maximumBytes() const
{
    return d->maximumBytes;
}

} // namespace scrutineer::ui

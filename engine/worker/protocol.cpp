// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/protocol.h"

#include "engine/facts/serialize.h"

#include <QCborArray>
#include <QCborStreamReader>
#include <QCborValue>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace scrutineer::worker::protocol {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 headerAllowance = qint64{1} << 20;
constexpr int longestStageName = 64;
constexpr int longestPageSide = 1 << 20; // pixels; beyond any picture that the limits let through

bool looksLikeJpeg(QByteArrayView bytes)
{
    return bytes.isEmpty() || bytes.startsWith("\xff\xd8\xff");
}

QCborMap limitsToCbor(const policy::Limits &limits)
{
    return {{u"memory_bytes"_s, limits.memoryBytes},
            {u"seconds_per_file"_s, limits.secondsPerFile},
            {u"pixels_per_picture"_s, limits.pixelsPerPicture},
            {u"pages_per_pdf"_s, limits.pagesPerPdf},
            {u"bytes_per_file"_s, limits.bytesPerFile},
            {u"display_long_side"_s, limits.displayLongSide},
            {u"preview_long_side"_s, limits.previewLongSide}};
}

policy::Limits limitsFromCbor(const QCborMap &map)
{
    policy::Limits limits;
    limits.memoryBytes = map[u"memory_bytes"_s].toInteger(limits.memoryBytes);
    limits.secondsPerFile = int(map[u"seconds_per_file"_s].toInteger(limits.secondsPerFile));
    limits.pixelsPerPicture = map[u"pixels_per_picture"_s].toInteger(limits.pixelsPerPicture);
    limits.pagesPerPdf = int(map[u"pages_per_pdf"_s].toInteger(limits.pagesPerPdf));
    limits.bytesPerFile = map[u"bytes_per_file"_s].toInteger(limits.bytesPerFile);
    limits.displayLongSide = int(map[u"display_long_side"_s].toInteger(limits.displayLongSide));
    limits.previewLongSide = int(map[u"preview_long_side"_s].toInteger(limits.previewLongSide));
    return limits;
}

struct ToFrame
{
    Frame operator()(const Setup &setup) const
    {
        return {{{u"type"_s, u"setup"_s},
                 {u"version"_s, version},
                 {u"models"_s, QCborArray::fromStringList(setup.modelFolders)},
                 {u"limits"_s, limitsToCbor(setup.limits)}},
                {}};
    }
    Frame operator()(const Job &job) const
    {
        return {{{u"type"_s, u"job"_s},
                 {u"job"_s, qint64(job.id)},
                 {u"role"_s, toName(job.file.role)},
                 {u"path"_s, job.file.path},
                 {u"submission_day"_s, job.submissionDay.toString(Qt::ISODate)},
                 {u"want_display"_s, job.wantDisplay},
                 {u"maps_of_page"_s, job.mapsOfPage ? QCborValue(*job.mapsOfPage) : QCborValue(nullptr)}},
                job.bytes};
    }
    Frame operator()(const Hello &hello) const
    {
        return {{{u"type"_s, u"hello"_s}, {u"version"_s, hello.version}, {u"landlock"_s, hello.landlock}},
                {}};
    }
    Frame operator()(const Progress &progress) const
    {
        return {{{u"type"_s, u"progress"_s},
                 {u"job"_s, qint64(progress.job)},
                 {u"stage"_s, progress.stage},
                 {u"fraction"_s, progress.fraction}},
                {}};
    }
    Frame operator()(const Page &page) const
    {
        return {{{u"type"_s, u"page"_s},
                 {u"job"_s, qint64(page.job)},
                 {u"page"_s, page.page.page},
                 {u"width"_s, page.page.fullSize.width()},
                 {u"height"_s, page.page.fullSize.height()},
                 {u"preview_bytes"_s, page.page.preview.size()}},
                page.page.preview + page.page.display};
    }
    Frame operator()(const Map &map) const
    {
        return {{{u"type"_s, u"map"_s},
                 {u"job"_s, qint64(map.job)},
                 {u"page"_s, map.map.page},
                 {u"kind"_s, int(map.map.kind)}},
                map.map.jpeg};
    }
    Frame operator()(const Answer &answer) const
    {
        return {
            {{u"type"_s, u"answer"_s}, {u"job"_s, qint64(answer.job)}, {u"facts"_s, toCbor(answer.facts)}},
            {}};
    }
};

std::optional<Setup> setupFrom(const QCborMap &header)
{
    if (header[u"version"_s].toInteger() != version)
        return std::nullopt;
    Setup setup;
    for (const QCborValue &folder : header[u"models"_s].toArray())
        setup.modelFolders += folder.toString();
    setup.limits = limitsFromCbor(header[u"limits"_s].toMap());
    return setup;
}

std::optional<Job> jobFrom(Frame &frame)
{
    const std::optional<Role> role = roleFromName(frame.header[u"role"_s].toString());
    if (!role)
        return std::nullopt;
    const QCborValue maps = frame.header[u"maps_of_page"_s];
    return Job{quint64(frame.header[u"job"_s].toInteger()),
               {*role, frame.header[u"path"_s].toString()},
               QDate::fromString(frame.header[u"submission_day"_s].toString(), Qt::ISODate),
               frame.header[u"want_display"_s].toBool(),
               std::move(frame.attachment),
               maps.isInteger() ? std::optional(int(std::clamp<qint64>(maps.toInteger(), 0, longestPageSide)))
                                : std::nullopt};
}

std::optional<Progress> progressFrom(const QCborMap &header)
{
    const QString stage = header[u"stage"_s].toString();
    const double fraction = header[u"fraction"_s].toDouble(-1);
    if (stage.isEmpty() || stage.size() > longestStageName || !(fraction >= 0 && fraction <= 1))
        return std::nullopt;
    return Progress{quint64(header[u"job"_s].toInteger()), stage, fraction};
}

std::optional<Page> pageFrom(const Frame &frame)
{
    const qint64 index = frame.header[u"page"_s].toInteger(-1);
    const qint64 width = frame.header[u"width"_s].toInteger();
    const qint64 height = frame.header[u"height"_s].toInteger();
    const qint64 previewBytes = frame.header[u"preview_bytes"_s].toInteger(-1);
    if (index < 0 || index > longestPageSide || width < 1 || width > longestPageSide || height < 1 ||
        height > longestPageSide || previewBytes < 0 || previewBytes > frame.attachment.size())
        return std::nullopt;
    facts::DisplayPage page;
    page.page = int(index);
    page.fullSize = QSize(int(width), int(height));
    page.preview = frame.attachment.first(previewBytes);
    page.display = frame.attachment.sliced(previewBytes);
    if (!looksLikeJpeg(page.preview) || !looksLikeJpeg(page.display))
        return std::nullopt;
    return Page{quint64(frame.header[u"job"_s].toInteger()), page};
}

std::optional<Map> mapFrom(const Frame &frame)
{
    const qint64 index = frame.header[u"page"_s].toInteger(-1);
    const qint64 kind = frame.header[u"kind"_s].toInteger(-1);
    if (index < 0 || index > longestPageSide || kind < 0 || kind >= facts::mapKinds ||
        (!frame.attachment.isEmpty() && !looksLikeJpeg(frame.attachment)))
        return std::nullopt;
    return Map{quint64(frame.header[u"job"_s].toInteger()),
               {{}, int(index), static_cast<facts::MapKind>(kind), frame.attachment}};
}

std::optional<Answer> answerFrom(const QCborMap &header)
{
    if (!header[u"facts"_s].isMap())
        return std::nullopt;
    return Answer{quint64(header[u"job"_s].toInteger()),
                  facts::fileFactsFromCbor(header[u"facts"_s].toMap())};
}
} // namespace

FrameLimits requestLimits(const policy::Limits &limits)
{
    return {headerAllowance, limits.bytesPerFile};
}

std::optional<FramePrefix> parsePrefix(QByteArrayView bytes, const FrameLimits &limits)
{
    if (bytes.size() < prefixBytes)
        return std::nullopt;
    const FramePrefix prefix{qFromBigEndian<quint32>(bytes.data()),
                             qFromBigEndian<quint32>(bytes.data() + 4)};
    if (prefix.headerBytes < 1 || prefix.headerBytes > limits.header ||
        prefix.attachmentBytes > limits.attachment)
        return std::nullopt;
    return prefix;
}

std::optional<QCborMap> parseHeader(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || error.offset != bytes.size() || !value.isMap())
        return std::nullopt;
    return value.toMap();
}

QByteArray frameHead(const Frame &frame)
{
    const QByteArray header = frame.header.toCborValue().toCbor();
    QByteArray head(prefixBytes, Qt::Uninitialized);
    qToBigEndian(quint32(header.size()), head.data());
    qToBigEndian(quint32(frame.attachment.size()), head.data() + 4);
    return head + header;
}

std::optional<Frame> FrameBuffer::next()
{
    if (m_broken || m_bytes.size() < prefixBytes)
        return std::nullopt;
    const std::optional<FramePrefix> prefix = parsePrefix(m_bytes, m_limits);
    m_broken = !prefix;
    if (m_broken)
        return std::nullopt;
    const qint64 whole = prefixBytes + prefix->headerBytes + prefix->attachmentBytes;
    if (m_bytes.size() < whole) {
        m_bytes.reserve(whole);
        return std::nullopt;
    }
    std::optional<QCborMap> header = parseHeader(m_bytes.sliced(prefixBytes, prefix->headerBytes));
    m_broken = !header;
    if (m_broken)
        return std::nullopt;
    Frame frame{std::move(*header),
                m_bytes.sliced(prefixBytes + prefix->headerBytes, prefix->attachmentBytes)};
    m_bytes.remove(0, whole);
    return frame;
}

Frame toFrame(const Request &request)
{
    return std::visit(ToFrame{}, request);
}

Frame toFrame(const Reply &reply)
{
    return std::visit(ToFrame{}, reply);
}

std::optional<Request> requestFrom(Frame frame)
{
    const QString type = frame.header[u"type"_s].toString();
    if (type == "setup"_L1)
        return setupFrom(frame.header);
    if (type == "job"_L1)
        return jobFrom(frame);
    return std::nullopt;
}

std::optional<Reply> replyFrom(Frame frame)
{
    const QString type = frame.header[u"type"_s].toString();
    if (type == "hello"_L1) {
        return Hello{int(frame.header[u"version"_s].toInteger()),
                     int(frame.header[u"landlock"_s].toInteger())};
    }
    if (type == "progress"_L1)
        return progressFrom(frame.header);
    if (type == "page"_L1)
        return pageFrom(frame);
    if (type == "map"_L1)
        return mapFrom(frame);
    if (type == "answer"_L1)
        return answerFrom(frame.header);
    return std::nullopt;
}

} // namespace scrutineer::worker::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/facts/display_page.h"
#include "engine/facts/facts.h"
#include "engine/policy/policy.h"

#include <QByteArray>
#include <QCborMap>
#include <QDate>
#include <QStringList>

#include <optional>
#include <variant>

/// What the pool and a worker process say to each other, over the worker's standard input and output. A frame
/// is eight bytes (two big-endian 32-bit lengths: header, attachment), a CBOR map (the header) and raw bytes
/// (the attachment). The worker's side is not trusted: every length is bounded before anything is kept, and
/// what does not fit is refused. See docs/decisions/0051-worker-protocol.md.
namespace scrutineer::worker::protocol {

inline constexpr int version = 1;
inline constexpr qsizetype prefixBytes = 8;

/// Upper bounds of one frame, in bytes.
struct FrameLimits
{
    qint64 header = 0;
    qint64 attachment = 0;
};
/// From a worker: facts with all recognised text in the header, one page's two JPEGs in the attachment.
inline constexpr FrameLimits replyLimits{qint64{8} << 20, qint64{64} << 20};
/// To a worker: the attachment is the evidence file.
[[nodiscard]] FrameLimits requestLimits(const policy::Limits &limits);

struct Frame
{
    QCborMap header;
    QByteArray attachment;
};

struct FramePrefix
{
    qint64 headerBytes = 0;
    qint64 attachmentBytes = 0;
};

/// The first eight bytes of a frame; nothing where they promise more than the limits allow or no header.
[[nodiscard]] std::optional<FramePrefix> parsePrefix(QByteArrayView bytes, const FrameLimits &limits);
/// A header's bytes as a map; nothing where they are not exactly one CBOR map.
[[nodiscard]] std::optional<QCborMap> parseHeader(const QByteArray &bytes);
/// Prefix and header; the attachment's bytes follow it as they are.
[[nodiscard]] QByteArray frameHead(const Frame &frame);

/// Collects bytes as they come and gives whole frames.
class FrameBuffer
{
public:
    explicit FrameBuffer(FrameLimits limits) : m_limits(limits) {}

    void append(const QByteArray &bytes) { m_bytes += bytes; }
    /// The next frame, if it is all there. After nonsense there is none any more, and broken() holds.
    [[nodiscard]] std::optional<Frame> next();
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    FrameLimits m_limits;
    QByteArray m_bytes;
    bool m_broken = false;
};

/// First to a worker: what it needs before it shuts itself in.
struct Setup
{
    QStringList modelFolders;
    policy::Limits limits;
};

/// One file to read. The worker sees its bytes, never a path that it could open.
struct Job
{
    quint64 id = 0;
    EvidenceFile file; ///< the path is a label only
    QDate submissionDay;
    bool wantDisplay = true;
    QByteArray bytes;
    std::optional<int> mapsOfPage = {}; ///< set: only the maps of this page are wanted, no facts
};

/// First from a worker: it is shut in and ready.
struct Hello
{
    int version = 0;
    int landlock = 0; ///< version of the kernel's Landlock in force, 0: none
};

struct Progress
{
    quint64 job = 0;
    QString stage;
    double fraction = 0;
};

struct Page
{
    quint64 job = 0;
    facts::DisplayPage page; ///< the path is left out: the pool knows it
};

struct Map
{
    quint64 job = 0;
    facts::HeatMap map; ///< the path is left out: the pool knows it
};

struct Answer
{
    quint64 job = 0;
    facts::FileFacts facts;
};

using Request = std::variant<Setup, Job>;
using Reply = std::variant<Hello, Progress, Page, Map, Answer>;

[[nodiscard]] Frame toFrame(const Request &request);
[[nodiscard]] Frame toFrame(const Reply &reply);
/// Nothing where the frame is of no known type or lacks a member. Takes the attachment's bytes.
[[nodiscard]] std::optional<Request> requestFrom(Frame frame);
[[nodiscard]] std::optional<Reply> replyFrom(Frame frame);

} // namespace scrutineer::worker::protocol

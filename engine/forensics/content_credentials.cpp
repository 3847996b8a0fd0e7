// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/content_credentials.h"

#include "engine/forensics/jpeg_segments.h"

#include <QCborArray>
#include <QCborMap>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;

namespace {
constexpr int app11 = 0xeb;
constexpr qsizetype boxHead = 8;          ///< length and type
constexpr qsizetype segmentHead = 8;      ///< "JP", box instance, sequence number (ISO/IEC 19566-5, annex D)
constexpr qsizetype descriptionHead = 17; ///< UUID and toggles
constexpr int deepest = 8;
constexpr int mostBoxes = 500;
constexpr uchar hasLabel = 0x02;

/// Boxes are cut into segments, each of which repeats the box's head.
QByteArray boxesOfJpeg(const QByteArray &file)
{
    QMap<quint16, QByteArray> boxes;
    for (const JpegSegment &segment : jpegSegments(file)) {
        if (segment.marker != app11 || segment.body.size() < segmentHead + boxHead ||
            !segment.body.startsWith("JP"))
            continue;
        const auto instance = qFromBigEndian<quint16>(segment.body.constData() + 2);
        QByteArray &box = boxes[instance];
        box += segment.body.mid(box.isEmpty() ? segmentHead : segmentHead + boxHead);
    }
    QByteArray all;
    for (const QByteArray &box : boxes)
        all += box;
    return all;
}

QByteArray boxesOfPng(const QByteArray &file)
{
    for (const PngChunk &chunk : pngChunks(file)) {
        if (chunk.type == "caBX")
            return chunk.body;
    }
    return {};
}

/// Qt 6.4 reads beside a map that holds nothing.
QCborValue valueOf(const QCborMap &map, QLatin1StringView key)
{
    return map.isEmpty() || !map.contains(key) ? QCborValue() : map.value(key);
}

QCborValue firstOf(const QCborValue &value)
{
    if (!value.isArray())
        return value;
    const QCborArray array = value.toArray();
    return array.isEmpty() ? QCborValue() : array.at(0);
}

QString lastPart(const QString &address)
{
    return address.section(u'/', -1);
}

/// Walks through boxes within boxes.
class Manifest
{
public:
    void read(const QByteArray &boxes, const QString &label, int depth)
    {
        qsizetype at = 0;
        QString inner = label;
        while (at + boxHead <= boxes.size() && depth < deepest && ++m_boxes < mostBoxes) {
            const auto stated = qsizetype(qFromBigEndian<quint32>(boxes.constData() + at));
            const qsizetype length = stated == 0 ? boxes.size() - at : stated;
            if (length < boxHead || at + length > boxes.size())
                return;
            const QByteArray type = boxes.mid(at + 4, 4);
            const QByteArray body = boxes.mid(at + boxHead, length - boxHead);
            if (type == "jumd")
                inner = labelOf(body);
            else if (type == "jumb")
                read(body, inner, depth + 1);
            else if (type == "cbor")
                take(inner, QCborValue::fromCbor(body));
            else if (type == "json")
                take(inner, QCborValue::fromJsonValue(QJsonDocument::fromJson(body).object()));
            at += length;
        }
    }

    [[nodiscard]] bool isManifest() const { return m_isManifest; }
    [[nodiscard]] const ContentCredentials &credentials() const { return m_credentials; }

private:
    QString labelOf(const QByteArray &description)
    {
        if (description.size() <= descriptionHead || !(uchar(description[descriptionHead - 1]) & hasLabel))
            return {};
        const qsizetype end = description.indexOf('\0', descriptionHead);
        const QString label = QString::fromUtf8(
            description.mid(descriptionHead, (end < 0 ? description.size() : end) - descriptionHead));
        m_isManifest = m_isManifest || label == u"c2pa";
        return label;
    }

    void take(const QString &label, const QCborValue &content)
    {
        const QCborMap map = content.toMap();
        if (label.startsWith(u"c2pa.claim")) {
            QString generator = valueOf(map, "claim_generator"_L1).toString();
            const QCborValue info = valueOf(map, "claim_generator_info"_L1);
            if (generator.isEmpty())
                generator = valueOf(firstOf(info).toMap(), "name"_L1).toString();
            if (!generator.isEmpty())
                m_credentials.generator = generator.left(120);
        } else if (label.startsWith(u"c2pa.actions")) {
            for (const QCborValue &action : valueOf(map, "actions"_L1).toArray())
                takeAction(action.toMap());
        }
    }

    void takeAction(const QCborMap &action)
    {
        const auto add = [](QStringList &list, const QString &value) {
            if (!value.isEmpty() && !list.contains(value) && list.size() < 20)
                list.append(value.left(80));
        };
        add(m_credentials.actions, valueOf(action, "action"_L1).toString());
        add(m_credentials.sourceTypes, lastPart(valueOf(action, "digitalSourceType"_L1).toString()));
        const QCborValue agent = valueOf(action, "softwareAgent"_L1);
        add(m_credentials.agents,
            agent.isMap() ? valueOf(agent.toMap(), "name"_L1).toString() : agent.toString());
    }

    ContentCredentials m_credentials;
    bool m_isManifest = false;
    int m_boxes = 0;
};
} // namespace

bool ContentCredentials::tellOfEditing() const
{
    constexpr std::array editing{"c2pa.edited"_L1,   "c2pa.placed"_L1,           "c2pa.drawing"_L1,
                                 "c2pa.removed"_L1,  "c2pa.addedText"_L1,        "c2pa.deleted"_L1,
                                 "c2pa.filtered"_L1, "c2pa.color_adjustments"_L1};
    return std::any_of(actions.begin(), actions.end(), [&](const QString &action) {
        return std::any_of(editing.begin(), editing.end(),
                           [&](QLatin1StringView name) { return action.startsWith(name); });
    });
}

bool ContentCredentials::tellOfGeneration() const
{
    return std::any_of(sourceTypes.begin(), sourceTypes.end(), [](const QString &type) {
        return type.contains("trainedAlgorithmicMedia"_L1, Qt::CaseInsensitive) ||
               type.contains("algorithmicMedia"_L1, Qt::CaseInsensitive);
    });
}

std::optional<ContentCredentials> readContentCredentials(const QByteArray &file)
{
    const QByteArray boxes = file.startsWith("\x89PNG") ? boxesOfPng(file) : boxesOfJpeg(file);
    if (boxes.isEmpty())
        return std::nullopt;
    Manifest manifest;
    manifest.read(boxes, {}, 0);
    return manifest.isManifest() ? std::optional(manifest.credentials()) : std::nullopt;
}

} // namespace scrutineer::forensics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/serialize.h"
#include "engine/store/encoding.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>
#include <QCborValue>

namespace scrutineer::store {

using namespace Qt::StringLiterals;

namespace {
constexpr int compressionLevel =
    1; // of zlib: text shrinks to a fifth, at a third of the default level's time

void writeTexts(QCborStreamWriter &writer, const QStringList &texts)
{
    writer.startArray(static_cast<quint64>(texts.size()));
    for (const QString &text : texts)
        writer.append(text);
    writer.endArray();
}

void write(QCborStreamWriter &writer, const Region &region)
{
    writer.startMap(4);
    writer.append("path"_L1);
    writer.append(region.path);
    writer.append("page"_L1);
    writer.append(region.page);
    writer.append("polygon"_L1);
    writer.startArray(static_cast<quint64>(region.polygon.size()));
    for (const QPointF &point : region.polygon) {
        writer.startArray(2);
        writer.append(point.x());
        writer.append(point.y());
        writer.endArray();
    }
    writer.endArray();
    writer.append("text"_L1);
    writer.append(region.text);
    writer.endMap();
}

void write(QCborStreamWriter &writer, const Finding &finding)
{
    writer.startMap();
    writer.append("id"_L1);
    writer.append(finding.checkId);
    writer.append("reason"_L1);
    writer.append(finding.reason);
    writer.append("outcome"_L1);
    writer.append(toName(finding.outcome));
    writer.append("unit"_L1);
    writer.append(finding.unit);
    writer.append("message"_L1);
    writer.append(finding.message.text);
    writer.append("values"_L1);
    writeTexts(writer, finding.message.values);
    writer.append("facts_used"_L1);
    writeTexts(writer, finding.factsUsed);
    if (finding.score) {
        writer.append("score"_L1);
        writer.append(*finding.score);
    }
    if (finding.threshold) {
        writer.append("threshold"_L1);
        writer.append(*finding.threshold);
    }
    writer.append("evidence"_L1);
    writer.startArray(static_cast<quint64>(finding.evidence.size()));
    for (const Region &region : finding.evidence)
        write(writer, region);
    writer.endArray();
    writer.endMap();
}
} // namespace

QByteArray factsBlob(const facts::Facts &facts)
{
    return qCompress(QCborValue(facts::toCbor(facts)).toCbor(), compressionLevel);
}

facts::Facts factsFromBlob(const QByteArray &blob)
{
    return facts::factsFromCbor(QCborValue::fromCbor(qUncompress(blob)).toMap());
}

QByteArray findingsBytes(const QList<Finding> &findings)
{
    QByteArray bytes;
    bytes.reserve(findings.size() * 256);
    QCborStreamWriter writer(&bytes);
    writer.startArray(static_cast<quint64>(findings.size()));
    for (const Finding &finding : findings)
        write(writer, finding);
    writer.endArray();
    return bytes;
}

QByteArray compressed(const QByteArray &bytes)
{
    return qCompress(bytes, compressionLevel);
}
QByteArray uncompressed(const QByteArray &blob)
{
    return qUncompress(blob);
}

QList<Finding> findingsFromBlob(const QByteArray &blob)
{
    return findingsFromJson(QCborValue::fromCbor(uncompressed(blob)).toArray().toJsonArray());
}

} // namespace scrutineer::store

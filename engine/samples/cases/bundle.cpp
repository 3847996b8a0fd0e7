// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cases/bundle.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::WriteFailed, path, file.errorString());
    return {};
}
} // namespace

Bundle::Bundle(QString folder) : m_folder(std::move(folder)) {}

QJsonArray Bundle::toJson(const QPolygonF &polygon)
{
    QJsonArray points;
    for (const QPointF &point : polygon) {
        const QJsonArray next{qRound(point.x()), qRound(point.y())};
        if (points.isEmpty() || points.last() != next) // rounding joins neighbours
            points.append(next);
    }
    if (points.size() > 1 && points.last() == points.first())
        points.removeLast(); // rings are open
    return points;
}

void Bundle::addPhoto(const QString &role, const QString &name, const cv::Mat &bgr, const Encoding &encoding,
                      const QList<FlawRegion> &regions)
{
    const double scale = encodedSize(bgr.size(), encoding).width / static_cast<double>(bgr.cols);
    QList<FlawRegion> scaled = regions;
    for (FlawRegion &region : scaled) {
        for (QPointF &point : region.polygon)
            point *= scale;
    }
    addFile(role, name, encode(bgr, encoding), scaled);
}

void Bundle::addFile(const QString &role, const QString &name, const QByteArray &bytes,
                     const QList<FlawRegion> &regions)
{
    m_entries.append({role, name, bytes});
    for (const FlawRegion &found : regions)
        region(found.id, name, found.polygon);
}

void Bundle::region(const QString &id, const QString &path, const QPolygonF &polygon)
{
    if (polygon.size() > 2)
        m_regions.append(
            QJsonObject{{u"id"_s, id}, {u"path"_s, path}, {u"page"_s, 0}, {u"polygon"_s, toJson(polygon)}});
}

const Bundle::Entry *Bundle::entry(const QString &role) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.role == role; });
    return found == m_entries.end() ? nullptr : &*found;
}

void Bundle::drop(const QString &role)
{
    m_entries.removeIf([&](const Entry &e) { return e.role == role; });
}

void Bundle::replace(const QString &role, const QByteArray &bytes)
{
    for (Entry &e : m_entries) {
        if (e.role == role)
            e.bytes = bytes;
    }
}

QByteArray Bundle::contentOf(const QString &role) const
{
    const Entry *found = entry(role);
    return found ? found->bytes : QByteArray();
}

QJsonArray Bundle::files() const
{
    QJsonArray files;
    for (const Entry &e : m_entries)
        files.append(QJsonObject{{u"role"_s, e.role}, {u"path"_s, e.name}});
    return files;
}

Result<void> Bundle::write(const QJsonObject &bundle, const QJsonObject &truth) const
{
    QDir().mkpath(m_folder);
    for (const Entry &e : m_entries) {
        if (auto written = writeFile(m_folder + u'/' + e.name, e.bytes); !written)
            return written;
    }
    if (auto written = writeFile(m_folder + u"/case.json"_s, QJsonDocument(bundle).toJson()); !written)
        return written;
    return writeFile(m_folder + u"/truth.json"_s, QJsonDocument(truth).toJson());
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/samples/scene/encode.h"
#include "engine/samples/scene/photo.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPolygonF>
#include <QStringList>

#include <optional>

namespace scrutineer::samples {

/// Where a flaw lies in a picture.
struct FlawRegion
{
    QString id;
    QPolygonF polygon;
};

/// A folder of a case while it is written: its files, and what is true of them.
class Bundle
{
public:
    explicit Bundle(QString folder);

    /// Writes a picture as a JPEG file; polygons follow it to its final size.
    void addPhoto(const QString &role, const QString &name, const cv::Mat &bgr, const Encoding &encoding,
                  const QList<FlawRegion> &regions);
    void addFile(const QString &role, const QString &name, const QByteArray &bytes,
                 const QList<FlawRegion> &regions = {});
    /// Takes a file back, or replaces its content.
    void drop(const QString &role);
    void replace(const QString &role, const QByteArray &bytes);
    void region(const QString &id, const QString &path, const QPolygonF &polygon);

    [[nodiscard]] QByteArray contentOf(const QString &role) const;
    [[nodiscard]] QJsonArray files() const;
    [[nodiscard]] QJsonArray regions() const { return m_regions; }

    /// Writes every file. Errors: WriteFailed (where: the file).
    [[nodiscard]] Result<void> write(const QJsonObject &bundle, const QJsonObject &truth) const;

    static QJsonArray toJson(const QPolygonF &polygon);

private:
    struct Entry
    {
        QString role;
        QString name;
        QByteArray bytes;
    };
    [[nodiscard]] const Entry *entry(const QString &role) const;

    QString m_folder;
    QList<Entry> m_entries;
    QJsonArray m_regions;
};

} // namespace scrutineer::samples

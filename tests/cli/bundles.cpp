// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/bundles.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {
constexpr int dpi = 72;
constexpr double pointsPerPixel = 1.0;

void paint(QPainter &painter, const QSize &size)
{
    painter.fillRect(QRect({0, 0}, size), QColor(60, 70, 80));
    painter.fillRect(QRect({0, 0}, size).adjusted(20, 20, -20, -20), QColor(225, 228, 215));
    for (int y = 50; y < size.height() - 40; y += 50) // too few and too plain to keep OCR busy
        painter.fillRect(50, y, size.width() / 2, 12, QColor(30, 30, 40));
}

QByteArray pdf()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const QImage image = picture();
    QPdfWriter writer(&buffer);
    writer.setResolution(dpi);
    writer.setPageSize(QPageSize(QSizeF(image.size()) * pointsPerPixel, QPageSize::Point));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.drawImage(0, 0, image);
    painter.end();
    return buffer.data();
}
} // namespace

QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    paint(painter, image.size());
    return image;
}

QByteArray encoded(const QByteArray &format)
{
    if (format == "pdf")
        return pdf();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return picture().save(&buffer, format.constData()) ? buffer.data() : QByteArray();
}

QJsonObject caseJson(const QString &id, const QList<QPair<QString, QString>> &files)
{
    QJsonArray list;
    for (const auto &[role, path] : files)
        list += QJsonObject{{u"role"_s, role}, {u"path"_s, path}};
    return {{u"format"_s, u"scrutineer.case/1"_s},
            {u"id"_s, id},
            {u"level"_s, u"primary"_s},
            {u"submitted_at"_s, u"2026-11-20T08:12:00Z"_s},
            {u"applicant"_s, QJsonObject{{u"full_name"_s, u"Anna Maria Eriksson"_s}}},
            {u"files"_s, list}};
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

bool write(const QString &path, const QJsonObject &json)
{
    return write(path, QJsonDocument(json).toJson());
}

} // namespace bundles

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QJsonObject>
#include <QPair>
#include <QString>

/// Small bundles and pictures made in code.
namespace bundles {

/// A card-like picture: a pale page with dark lines of bars on it.
[[nodiscard]] QImage picture(int width = 320, int height = 200);
/// The same in a file format of Qt ("jpeg", "png", "tiff"), or as a one-page PDF ("pdf").
[[nodiscard]] QByteArray encoded(const QByteArray &format);

/// A valid case.json with these files: role, path.
[[nodiscard]] QJsonObject caseJson(const QString &id, const QList<QPair<QString, QString>> &files);

/// Writes a file, making the folders that it lies in. False: it cannot be written.
[[nodiscard]] bool write(const QString &path, const QByteArray &bytes);
[[nodiscard]] bool write(const QString &path, const QJsonObject &json);

} // namespace bundles

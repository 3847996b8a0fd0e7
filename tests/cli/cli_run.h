// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// Runs the built scrutineer-cli and keeps what it said.
struct CliRun
{
    int status = -1;            ///< exit status; -1: it crashed or did not end
    QByteArray output;          ///< standard output
    QString complaints;         ///< standard error
    QList<QJsonObject> objects; ///< one per line of standard output
    bool onlyObjects = true;    ///< every line of standard output is a JSON object
};

[[nodiscard]] CliRun runCli(const QStringList &arguments, int patienceMs = 110'000);

/// A check of an analysis, empty where it is not there.
[[nodiscard]] QJsonObject checkOf(const QJsonObject &analysis, const QString &id);
/// The entry of a file in an analysis, empty where it is not there.
[[nodiscard]] QJsonObject fileOf(const QJsonObject &analysis, const QString &path);

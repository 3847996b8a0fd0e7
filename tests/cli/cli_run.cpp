// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace {
QJsonObject memberWith(const QJsonArray &array, const QString &key, const QString &value)
{
    for (const QJsonValue &member : array) {
        if (member[key].toString() == value)
            return member.toObject();
    }
    return {};
}
} // namespace

CliRun runCli(const QStringList &arguments, int patienceMs)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"SCRUTINEER_MODELS"_s);
    environment.insert(u"XDG_DATA_HOME"_s, u"/nonexistent"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SCRUTINEER_BIN_DIR "/scrutineer-cli"), arguments);
    CliRun run;
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit)
        run.status = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.complaints = QString::fromUtf8(process.readAllStandardError());
    for (const QByteArray &line : run.output.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        run.onlyObjects = run.onlyObjects && document.isObject();
        run.objects += document.object();
    }
    return run;
}

QJsonObject checkOf(const QJsonObject &analysis, const QString &id)
{
    return memberWith(analysis[u"checks"_s].toArray(), u"id"_s, id);
}

QJsonObject fileOf(const QJsonObject &analysis, const QString &path)
{
    return memberWith(analysis[u"files"_s].toArray(), u"path"_s, path);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/importer.h"

#include "engine/case/bundle_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace scrutineer::workstation {

namespace {
constexpr qint64 maxTruthBytes = qint64{1} << 20;

QByteArray truthIn(const QString &folder)
{
    QFile file(folder + u"/truth.json"_s);
    return file.size() <= maxTruthBytes && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void importOne(const QString &folder, store::Workspace &workspace, const store::ImportOptions &options,
               ImportReport &report)
{
    const QString name = QFileInfo(folder).fileName();
    const auto input = readBundle(folder);
    if (!input) {
        report.problems.append(u"%1: %2"_s.arg(name, sentence(input.error())));
        return;
    }
    store::ImportOptions own = options;
    if (options.training)
        own.truth = truthIn(folder);
    const auto done = workspace.importCase(*input, folder, own);
    if (done)
        report.imported.append(input->id);
    else if (done.error().code == ErrorCode::AlreadyExists)
        report.known.append(input->id);
    else
        report.problems.append(u"%1: %2"_s.arg(name, sentence(done.error())));
}

void importAll(QPromise<ImportReport> &promise, const store::Workspace &workspace, const QStringList &given,
               const store::ImportOptions &options)
{
    ImportReport report;
    report.training = options.training;
    const QStringList folders = caseFoldersIn(given);
    promise.setProgressRange(0, static_cast<int>(folders.size()));
    const auto own = workspace.anotherConnection();
    if (!own) {
        report.problems.append(sentence(own.error()));
    } else {
        for (int i = 0; i < folders.size() && !promise.isCanceled(); ++i) {
            promise.setProgressValue(i);
            importOne(folders.at(i), **own, options, report);
        }
    }
    promise.addResult(report);
}
} // namespace

QStringList caseFoldersIn(const QStringList &folders)
{
    QStringList found;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        if (dir.exists(u"case.json"_s)) {
            found.append(dir.absolutePath());
            continue;
        }
        QStringList inside;
        for (const QString &name :
             dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
            if (QFileInfo::exists(dir.filePath(name) + u"/case.json"_s))
                inside.append(dir.absoluteFilePath(name));
        }
        found += inside.isEmpty() ? QStringList{dir.absolutePath()} : inside;
    }
    return found;
}

Importer::Importer(const store::Workspace &workspace, qint64 maxBytesPerFile, QString who, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    m_options.who = std::move(who);
    m_options.maxBytesPerFile = maxBytesPerFile;
    m_thread.setMaxThreadCount(1);
}

Importer::~Importer()
{
    for (auto *watcher : findChildren<QFutureWatcher<ImportReport> *>())
        watcher->cancel();
    m_thread.waitForDone();
}

void Importer::import(const QStringList &folders)
{
    run(folders, m_options);
}

void Importer::importTraining(const QString &folder)
{
    store::ImportOptions options = m_options;
    options.training = true;
    run({folder}, options);
}

void Importer::run(const QStringList &folders, const store::ImportOptions &options)
{
    ++m_waiting;
    auto *watcher = new QFutureWatcher<ImportReport>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, watcher](int done) { Q_EMIT progressed(done, watcher->progressMaximum()); });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        --m_waiting;
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            Q_EMIT finished(watcher->result());
    });
    const auto task = [&workspace = m_workspace, folders, options](QPromise<ImportReport> &promise) {
        importAll(promise, workspace, folders, options);
    };
    watcher->setFuture(QtConcurrent::run(&m_thread, task));
}

} // namespace scrutineer::workstation

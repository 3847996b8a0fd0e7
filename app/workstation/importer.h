// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/policy.h"
#include "engine/store/workspace.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

namespace scrutineer::workstation {

struct ImportReport
{
    QStringList imported; ///< case ids
    QStringList known;    ///< case ids that were there already
    QStringList problems; ///< sentences
    bool training = false;
};

/// Takes case folders into a workspace without holding up the window. One import after the other.
class Importer : public QObject
{
    Q_OBJECT
public:
    /// The workspace must outlive it. who: for the audit log.
    Importer(const store::Workspace &workspace, qint64 maxBytesPerFile, QString who,
             QObject *parent = nullptr);
    ~Importer() override;

    /// A folder with a case.json is a case; another one is looked through for such folders, one level down.
    void import(const QStringList &folders);
    /// The same for training cases, with the truth.json of each.
    void importTraining(const QString &folder);
    [[nodiscard]] bool isRunning() const { return m_waiting > 0; }

Q_SIGNALS:
    void progressed(int done, int total);
    void finished(const scrutineer::workstation::ImportReport &report);

private:
    void run(const QStringList &folders, const store::ImportOptions &options);

    const store::Workspace &m_workspace;
    store::ImportOptions m_options;
    QThreadPool m_thread; ///< one thread
    int m_waiting = 0;
};

/// The case folders that the given ones are or hold, in order; a folder without any stays as it is.
[[nodiscard]] QStringList caseFoldersIn(const QStringList &folders);

} // namespace scrutineer::workstation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/course_run.h"
#include "engine/policy/policy.h"
#include "engine/review/review_session.h"
#include "engine/store/workspace.h"
#include "engine/worker/pool.h"
#include "ui/shell/main_window.h"

#include <QObject>

#include <functional>
#include <memory>

namespace scrutineer::workstation {

/// Brings window, workspace and worker processes together: opens workspaces and cases, imports, analyses in
/// the background, records decisions and takes them back. GUI thread.
class Workstation : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        policy::Policy policy;
        worker::PoolSettings pool;
        std::function<QDateTime()> now; ///< UTC clock
        Course course = {};             ///< without cases: none is offered
    };

    /// The window must outlive it.
    Workstation(ui::MainWindow &window, Parts parts, QObject *parent = nullptr);
    ~Workstation() override;

    /// Shows the workspace's desk, or a page that says why it cannot be opened; then false.
    bool openWorkspace(const QString &folder);
    void importFolders(const QStringList &folders);
    /// Lists the training cases; draws and imports them first where they are not all there.
    void startCourse();
    void openCase(const QString &caseId);
    [[nodiscard]] const store::Workspace *workspace() const;

Q_SIGNALS:
    void workspaceOpened(const QString &folder);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::workstation

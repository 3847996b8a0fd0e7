// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/policy.h"
#include "ui/shell/message_page.h"
#include "ui/shell/notice_banner.h"
#include "ui/shell/settings.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace scrutineer::ui {

class Commands;
class CourseBanner;
class Desk;
class Prompt;

/// The window of the workstation: menu, desk or a page that says why there is none, notices, progress. Knows
/// no store and no worker: what a person asks for leaves as signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    struct Parts
    {
        policy::Policy policy;
        Settings settings;
        Prompt *prompt = nullptr;       ///< must outlive the window
        std::function<QDateTime()> now; ///< UTC clock
        QStringList languages;          ///< that the program can speak
    };

    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Desk *desk() const;
    [[nodiscard]] Commands *commands() const;
    [[nodiscard]] Prompt *prompt() const;
    [[nodiscard]] const Settings &settings() const;

    void showDesk();
    /// Takes the place of the desk: no workspace can be worked on.
    void showProblem(const PageText &page);
    void tell(NoticeBanner::Tone tone, const QString &text, const QStringList &details = {});
    /// In the line at the bottom. fraction below 0: no bar. Empty text: nothing runs.
    void showProgress(const QString &text, double fraction);
    void setWorkspaceName(const QString &folder);
    [[nodiscard]] CourseBanner *courseBanner() const;

Q_SIGNALS:
    void importRequested(const QStringList &folders);
    void workspaceChosen(const QString &folder);
    void exportRequested(const QString &file);
    void verifyRequested();
    void courseRequested();
    void settingsChanged(const scrutineer::ui::Settings &settings);
    void nextCaseRequested();
    void previousCaseRequested();
    void takeBackRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

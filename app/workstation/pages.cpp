// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/pages.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace scrutineer::workstation {

namespace {
struct Pages
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};
} // namespace

ui::PageText workspaceProblem(const Error &error, const QString &folder, const ProblemActions &actions)
{
    ui::PageText page;
    page.detail = QDir::toNativeSeparators(folder);
    const ui::PageText::Button again{u"tryAgainButton"_s, Pages::tr("Try again"), actions.tryAgain};
    const ui::PageText::Button other{u"chooseWorkspaceButton"_s, Pages::tr("Choose another workspace"),
                                     actions.chooseAnother};
    page.buttons = {other, again};
    switch (error.code) {
    case ErrorCode::WorkspaceLocked:
        page.sign = ui::Icon::User;
        page.heading = Pages::tr("Another workstation has this workspace open");
        page.text = Pages::tr(
            "One workstation at a time works on a workspace. Nothing was changed. Close it there, then "
            "try again.");
        page.detail = error.where + u'\n' + page.detail;
        page.buttons = {again, other};
        break;
    case ErrorCode::WorkspaceNewer:
        page.sign = ui::Icon::Unreadable;
        page.heading = Pages::tr("This workspace was made by a newer version");
        page.text = Pages::tr("Install that version of Scrutineer to work on it. Nothing was changed.");
        break;
    case ErrorCode::WorkspaceDamaged:
        page.sign = ui::Icon::Unreadable;
        page.heading = Pages::tr("This workspace is damaged");
        page.text = Pages::tr(
            "Nothing was changed. “scrutineer-cli verify” says what is wrong; copies from before each "
            "upgrade are in its folder “backups”.");
        page.detail = error.where + u'\n' + page.detail;
        break;
    case ErrorCode::DiskFull:
        page.sign = ui::Icon::Unreadable;
        page.heading = Pages::tr("The disk is full");
        page.text = Pages::tr("Make room, then try again.");
        page.buttons = {again, other};
        break;
    default:
        page.sign = ui::Icon::Unreadable;
        page.heading = Pages::tr("The workspace cannot be opened");
        page.text = sentence(error);
        page.buttons = {again, other};
    }
    return page;
}

ui::PageText restPage(bool anyCase, std::function<void()> import, std::function<void()> startCourse)
{
    ui::PageText page;
    page.sign = anyCase ? ui::Icon::Approve : ui::Icon::Import;
    page.heading = anyCase ? Pages::tr("Every case is decided") : Pages::tr("No case waits");
    page.text =
        anyCase ? Pages::tr("Import further case folders, or drop them on this window.")
                : Pages::tr("Import case folders to begin, or drop them on this window. They are copied; the "
                            "originals stay as they are.");
    page.buttons = {{u"restImportButton"_s, Pages::tr("Import case folders…"), std::move(import)}};
    if (startCourse)
        page.buttons.append({u"restCourseButton"_s, Pages::tr("Start the course…"), std::move(startCourse)});
    return page;
}

} // namespace scrutineer::workstation

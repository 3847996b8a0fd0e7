// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands.h"

#include "ui/icons/icons.h"

#include <QCoreApplication>
#include <QWidget>

#include <optional>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

namespace {
struct Row
{
    Command command;
    const char *name; ///< objectName
    const char *group;
    const char *text;
    const char *key;       ///< empty: none
    const char *singleKey; ///< empty: none
    std::optional<Icon> sign;
};

const QList<Row> &table()
{
    static const char *const queue = QT_TRANSLATE_NOOP("Commands", "Queue");
    static const char *const findings = QT_TRANSLATE_NOOP("Commands", "Findings");
    static const char *const decision = QT_TRANSLATE_NOOP("Commands", "Decision");
    static const char *const view = QT_TRANSLATE_NOOP("Commands", "View");
    static const char *const program = QT_TRANSLATE_NOOP("Commands", "Program");
    static const QList<Row> rows{
        {Command::NextCase, "nextCaseAction", queue, QT_TRANSLATE_NOOP("Commands", "Next case"), "Ctrl+Down",
         ".", Icon::Next},
        {Command::PreviousCase, "previousCaseAction", queue, QT_TRANSLATE_NOOP("Commands", "Previous case"),
         "Ctrl+Up", ",", Icon::Previous},
        {Command::Search, "searchAction", queue, QT_TRANSLATE_NOOP("Commands", "Search the queue"), "Ctrl+F",
         "/", Icon::Search},
        {Command::NextFinding,
         "nextFindingAction",
         findings,
         QT_TRANSLATE_NOOP("Commands", "Next finding"),
         "Alt+Down",
         "J",
         {}},
        {Command::PreviousFinding,
         "previousFindingAction",
         findings,
         QT_TRANSLATE_NOOP("Commands", "Previous finding"),
         "Alt+Up",
         "K",
         {}},
        {Command::NextOpenFinding,
         "nextOpenFindingAction",
         findings,
         QT_TRANSLATE_NOOP("Commands", "Next finding nobody judged"),
         "Ctrl+Shift+G",
         "G",
         {}},
        {Command::ConfirmFinding, "confirmFindingAction", findings,
         QT_TRANSLATE_NOOP("Commands", "Confirm finding"), "Ctrl+Shift+C", "C", Icon::Confirm},
        {Command::DismissFinding, "dismissFindingAction", findings,
         QT_TRANSLATE_NOOP("Commands", "Dismiss finding"), "Ctrl+Shift+D", "D", Icon::Dismiss},
        {Command::Approve, "approveAction", decision, QT_TRANSLATE_NOOP("Commands", "Approve"),
         "Ctrl+Shift+A", "A", Icon::Approve},
        {Command::AskForFiles, "askAction", decision, QT_TRANSLATE_NOOP("Commands", "Ask for new files"),
         "Ctrl+Shift+N", "N", Icon::AskAgain},
        {Command::Reject, "rejectAction", decision, QT_TRANSLATE_NOOP("Commands", "Reject"), "Ctrl+Shift+X",
         "X", Icon::Reject},
        {Command::Record,
         "recordAction",
         decision,
         QT_TRANSLATE_NOOP("Commands", "Record the decision"),
         "Ctrl+Return",
         "",
         {}},
        {Command::Cancel, "cancelAction", decision, QT_TRANSLATE_NOOP("Commands", "Cancel"), "Esc", "", {}},
        {Command::TakeBack, "takeBackAction", decision,
         QT_TRANSLATE_NOOP("Commands", "Take the decision back"), "Ctrl+Z", "", Icon::Undo},
        {Command::AddReason,
         "addReasonAction",
         decision,
         QT_TRANSLATE_NOOP("Commands", "Add a reason"),
         "Ctrl+Shift+W",
         "W",
         {}},
        {Command::EditMessage, "editMessageAction", decision,
         QT_TRANSLATE_NOOP("Commands", "Message to the applicant"), "Ctrl+Shift+M", "M", Icon::Message},
        {Command::EditNote, "editNoteAction", decision, QT_TRANSLATE_NOOP("Commands", "Internal note"),
         "Ctrl+Shift+I", "I", Icon::Note},
        {Command::CompareFaces, "compareFacesAction", view, QT_TRANSLATE_NOOP("Commands", "Compare faces"),
         "Ctrl+Shift+B", "B", Icon::Blink},
        {Command::LinkViews, "linkViewsAction", view,
         QT_TRANSLATE_NOOP("Commands", "Link the pictures' zoom and place"), "Ctrl+Shift+L", "", Icon::Link},
        {Command::NextArea,
         "nextAreaAction",
         view,
         QT_TRANSLATE_NOOP("Commands", "To the next area"),
         "F7",
         "",
         {}},
        {Command::Import, "importAction", program, QT_TRANSLATE_NOOP("Commands", "Import case folders…"),
         "Ctrl+I", "", Icon::Import},
        {Command::OpenWorkspace,
         "openWorkspaceAction",
         program,
         QT_TRANSLATE_NOOP("Commands", "Open a workspace…"),
         "Ctrl+O",
         "",
         {}},
        {Command::Export, "exportAction", program, QT_TRANSLATE_NOOP("Commands", "Export…"), "Ctrl+E", "",
         Icon::Export},
        {Command::Verify, "verifyAction", program, QT_TRANSLATE_NOOP("Commands", "Verify the workspace"),
         "Ctrl+Shift+V", "", Icon::Verify},
        {Command::StartCourse,
         "startCourseAction",
         program,
         QT_TRANSLATE_NOOP("Commands", "Start the course…"),
         "",
         "",
         {}},
        {Command::Settings, "settingsAction", program, QT_TRANSLATE_NOOP("Commands", "Settings…"), "Ctrl+,",
         "", Icon::Settings},
        {Command::Keys, "keysAction", program, QT_TRANSLATE_NOOP("Commands", "Keys"), "F1", "?", Icon::Help},
        {Command::About,
         "aboutAction",
         program,
         QT_TRANSLATE_NOOP("Commands", "About Scrutineer"),
         "",
         "",
         {}},
        {Command::Quit, "quitAction", program, QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q", "", {}},
    };
    return rows;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}
} // namespace

Commands::Commands(QWidget *window) : QObject(window)
{
    for (const Row &row : table()) {
        auto *action = new QAction(translated(row.text), window);
        action->setObjectName(QLatin1StringView(row.name));
        if (row.sign)
            action->setIcon(icon(*row.sign));
        action->setShortcutContext(Qt::WindowShortcut);
        m_actions.insert(row.command, action);
        window->addAction(action);
    }
    setSingleKeysEnabled(true);
}

QAction *Commands::action(Command command) const
{
    return m_actions.value(command);
}

void Commands::setSingleKeysEnabled(bool enabled)
{
    for (const Row &row : table()) {
        QList<QKeySequence> keys;
        if (enabled && *row.singleKey)
            keys.append(QKeySequence(QLatin1StringView(row.singleKey)));
        if (*row.key)
            keys.append(QKeySequence(QLatin1StringView(row.key)));
        m_actions.value(row.command)->setShortcuts(keys);
    }
}

QList<Commands::Line> Commands::lines() const
{
    QList<Line> lines;
    for (const Row &row : table()) {
        const QAction *action = m_actions.value(row.command);
        if (!action->shortcuts().isEmpty())
            lines.append({translated(row.group), action->text(), action->shortcuts()});
    }
    return lines;
}

} // namespace scrutineer::ui

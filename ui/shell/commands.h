// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QWidget;

namespace scrutineer::ui {

/// What a person can make the workstation do by key or menu.
enum class Command {
    Import,
    OpenWorkspace,
    Export,
    Verify,
    StartCourse,
    Settings,
    Quit,
    NextCase,
    PreviousCase,
    Search,
    NextFinding,
    PreviousFinding,
    NextOpenFinding,
    ConfirmFinding,
    DismissFinding,
    CompareFaces,
    LinkViews,
    NextArea,
    Approve,
    AskForFiles,
    Reject,
    Record,
    Cancel,
    TakeBack,
    AddReason,
    EditMessage,
    EditNote,
    Keys,
    About,
};

/// The actions of a window with their keys. A single key is a letter or sign without Ctrl or Alt: it never
/// fires while a person types, can be switched off, and has a second key with Ctrl+Shift that always works.
class Commands : public QObject
{
    Q_OBJECT
public:
    /// The actions belong to the window and work in all of it.
    explicit Commands(QWidget *window);

    [[nodiscard]] QAction *action(Command command) const;
    void setSingleKeysEnabled(bool enabled);

    struct Line
    {
        QString group;
        QString what;
        QList<QKeySequence> keys;
    };
    /// For the help sheet, in its order, with the keys that work now.
    [[nodiscard]] QList<Line> lines() const;

private:
    QHash<Command, QAction *> m_actions;
};

} // namespace scrutineer::ui

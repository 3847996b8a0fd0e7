// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace scrutineer::ui {

/// The message to the applicant: composed from the reasons until the reviewer changes it, in the applicant's
/// language.
class MessageEditor : public QFrame
{
    Q_OBJECT
public:
    explicit MessageEditor(QWidget *parent = nullptr);

    /// Shows without emitting.
    void setMessage(const QString &text, bool edited);
    void setLanguage(const QString &language);
    void setLocked(bool locked);
    [[nodiscard]] QPlainTextEdit *editor() const { return m_editor; }

Q_SIGNALS:
    void messageTyped(const QString &text);
    void recomposeRequested();
    void languageChosen(const QString &language);

private:
    QPlainTextEdit *m_editor = nullptr;
    QComboBox *m_languages = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_recompose = nullptr;
};

} // namespace scrutineer::ui

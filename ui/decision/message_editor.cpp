// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decision/message_editor.h"

#include "engine/policy/catalogue.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

MessageEditor::MessageEditor(QWidget *parent) : QFrame(parent)
{
    auto *heading = new QLabel(tr("Message to the applicant"), this);
    setKind(heading, "title"_L1);
    m_languages = new QComboBox(this);
    m_languages->setObjectName(u"messageLanguageCombo"_s);
    m_languages->setAccessibleName(tr("Language of the message"));
    m_languages->setToolTip(tr("Language of the message"));
    for (const QString &language : policy::reasonLanguages()) {
        // Qt calls plain English "American English".
        const QString name = language == u"en"_s ? u"English"_s : QLocale(language).nativeLanguageName();
        m_languages->addItem(name, language);
    }
    m_state = new QLabel(this);
    setKind(m_state, "dim"_L1);
    m_recompose = new QPushButton(tr("Compose anew"), this);
    m_recompose->setObjectName(u"recomposeButton"_s);
    m_recompose->setToolTip(tr("Drops your changes and composes the message from the reasons"));
    m_editor = new QPlainTextEdit(this);
    m_editor->setObjectName(u"messageEdit"_s);
    m_editor->setAccessibleName(heading->text());
    m_editor->setPlaceholderText(tr("Composed from the reasons. Add a reason or write here."));
    m_editor->setTabChangesFocus(true);
    m_editor->setFixedHeight(7 * fontMetrics().lineSpacing());

    auto *top = new QHBoxLayout;
    top->addWidget(heading);
    top->addWidget(m_languages);
    top->addWidget(m_state);
    top->addStretch();
    top->addWidget(m_recompose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_editor);

    connect(m_editor, &QPlainTextEdit::textChanged, this,
            [this] { Q_EMIT messageTyped(m_editor->toPlainText()); });
    connect(m_recompose, &QPushButton::clicked, this, &MessageEditor::recomposeRequested);
    connect(m_languages, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT languageChosen(m_languages->currentData().toString()); });
    setMessage({}, false);
}

void MessageEditor::setMessage(const QString &text, bool edited)
{
    if (text != m_editor->toPlainText()) {
        const QSignalBlocker quiet(m_editor);
        m_editor->setPlainText(text);
    }
    m_state->setText(edited ? tr("Changed by you") : QString());
    m_recompose->setVisible(edited);
}

void MessageEditor::setLanguage(const QString &language)
{
    const QSignalBlocker quiet(m_languages);
    m_languages->setCurrentIndex(m_languages->findData(language));
}

void MessageEditor::setLocked(bool locked)
{
    m_editor->setReadOnly(locked);
    m_languages->setEnabled(!locked);
    m_recompose->setEnabled(!locked);
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decision/decision_bar.h"

#include "ui/decision/message_editor.h"
#include "ui/decision/reason_chips.h"
#include "ui/decision/take_back_banner.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

using review::DecisionKind;
using review::Objection;

class DecisionBar::Private
{
public:
    explicit Private(DecisionBar &bar) : q(bar) {}

    QPushButton *addDecision(DecisionKind kind, const QString &name, Icon sign, QLatin1StringView dress)
    {
        auto *button = new QPushButton(&q);
        button->setObjectName(name);
        button->setCheckable(true);
        setKind(button, dress);
        signs.insert(kind, sign);
        buttons.insert(kind, button);
        QObject::connect(button, &QPushButton::clicked, &q, [this, kind] {
            if (choice == kind)
                q.record();
            else
                q.choose(kind);
        });
        return button;
    }

    void build(const std::function<QDateTime()> &now);
    QWidget *buildNotice();
    void connectEditors();
    void showButtons();
    void showObjections();
    void showDraft();
    void showLock();
    [[nodiscard]] bool locked() const { return !session || session->standingDecision(); }
    void guard(const Result<void> &done)
    {
        if (!done)
            Q_EMIT q.failed(done.error());
    }

    DecisionBar &q;
    QPointer<review::ReviewSession> session;
    std::optional<DecisionKind> choice;
    QMap<DecisionKind, QPushButton *> buttons;
    QMap<DecisionKind, Icon> signs;
    bool singleKeys = true;
    TakeBackBanner *banner = nullptr;
    QFrame *notice = nullptr;
    QLabel *noticeText = nullptr;
    QPushButton *recordButton = nullptr;
    ReasonChips *chips = nullptr;
    MessageEditor *message = nullptr;
    QToolButton *messageToggle = nullptr;
    QLineEdit *note = nullptr;
    QLabel *standing = nullptr;
};

QWidget *DecisionBar::Private::buildNotice()
{
    notice = new QFrame(&q);
    notice->setObjectName(u"decisionNotice"_s);
    noticeText = new QLabel(notice);
    noticeText->setObjectName(u"decisionNoticeText"_s);
    noticeText->setWordWrap(true);
    noticeText->setTextFormat(Qt::PlainText);
    recordButton = new QPushButton(notice);
    recordButton->setObjectName(u"recordButton"_s);
    recordButton->setToolTip(tr("Record the decision (Ctrl+Return)"));
    setKind(recordButton, "primary"_L1);
    auto *cancel = new QPushButton(tr("Cancel"), notice);
    cancel->setObjectName(u"cancelDecisionButton"_s);
    cancel->setToolTip(tr("Back to the case (Esc)"));
    setKind(cancel, "plain"_L1);
    QObject::connect(recordButton, &QPushButton::clicked, &q, &DecisionBar::record);
    QObject::connect(cancel, &QPushButton::clicked, &q, &DecisionBar::cancelChoice);
    auto *layout = new QHBoxLayout(notice);
    layout->setContentsMargins(metrics::wideGap, metrics::smallGap, metrics::gap, metrics::smallGap);
    layout->addWidget(noticeText, 1);
    layout->addWidget(recordButton);
    layout->addWidget(cancel);
    notice->hide();
    return notice;
}

void DecisionBar::Private::build(const std::function<QDateTime()> &now)
{
    banner = new TakeBackBanner(now, &q);
    chips = new ReasonChips(&q);
    message = new MessageEditor(&q);
    message->hide();
    standing = new QLabel(&q);
    standing->setObjectName(u"standingDecisionLabel"_s);
    standing->hide();
    messageToggle = new QToolButton(&q);
    messageToggle->setObjectName(u"messageToggle"_s);
    messageToggle->setText(tr("Message"));
    messageToggle->setIcon(icon(Icon::Message));
    messageToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    messageToggle->setCheckable(true);
    messageToggle->setToolTip(tr("Show the message to the applicant"));
    setKind(messageToggle, "verdict"_L1);
    note = new QLineEdit(&q);
    note->setObjectName(u"noteEdit"_s);
    note->setPlaceholderText(tr("Note, stays inside"));
    note->setAccessibleName(tr("Internal note"));
    note->addAction(icon(Icon::Note), QLineEdit::LeadingPosition);
    note->setMinimumWidth(150);
    note->setMaximumWidth(280);

    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addWidget(addDecision(DecisionKind::Approve, u"approveButton"_s, Icon::Approve, "approve"_L1));
    row->addWidget(addDecision(DecisionKind::AskForFiles, u"askButton"_s, Icon::AskAgain, "ask"_L1));
    row->addWidget(addDecision(DecisionKind::Reject, u"rejectButton"_s, Icon::Reject, "reject"_L1));
    row->addSpacing(metrics::gap);
    row->addWidget(standing);
    row->addWidget(chips, 1);
    row->addWidget(messageToggle);
    row->addWidget(note);
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(metrics::gap, metrics::gap - 2, metrics::gap, metrics::gap - 2);
    layout->setSpacing(metrics::smallGap + 2);
    layout->addWidget(banner);
    layout->addWidget(buildNotice());
    layout->addWidget(message);
    layout->addLayout(row);
}

void DecisionBar::Private::connectEditors()
{
    QObject::connect(messageToggle, &QToolButton::toggled, &q, [this](bool open) {
        message->setVisible(open);
        messageToggle->setIcon(open ? icon(Icon::Message, tokensFor(q.palette()).onAccent)
                                    : icon(Icon::Message));
    });
    QObject::connect(chips, &ReasonChips::addRequested, &q, [this](int reason) {
        if (session)
            guard(session->addReason(reason));
    });
    QObject::connect(chips, &ReasonChips::removeRequested, &q, [this](int reason) {
        if (session)
            guard(session->removeReason(reason));
    });
    QObject::connect(message, &MessageEditor::messageTyped, &q, [this](const QString &text) {
        if (session)
            guard(session->setMessage(text));
    });
    QObject::connect(message, &MessageEditor::recomposeRequested, &q, [this] {
        if (session)
            guard(session->recomposeMessage());
    });
    QObject::connect(message, &MessageEditor::languageChosen, &q, [this](const QString &language) {
        if (session)
            guard(session->setLanguage(language));
    });
    QObject::connect(note, &QLineEdit::textEdited, &q, [this](const QString &text) {
        if (session)
            guard(session->setNote(text));
    });
}

void DecisionBar::Private::showButtons()
{
    struct Words
    {
        DecisionKind kind;
        QString plain;
        QString key;
    };
    const std::array words{Words{DecisionKind::Approve, tr("Approve"), u"A"_s},
                           Words{DecisionKind::AskForFiles, tr("Ask for new files"), u"N"_s},
                           Words{DecisionKind::Reject, tr("Reject"), u"R"_s}};
    for (const Words &word : words) {
        QPushButton *button = buttons.value(word.kind);
        const bool isChosen = choice == word.kind;
        button->setText(word.plain);
        button->setChecked(isChosen);
        const Tokens &tokens = tokensFor(q.palette());
        const Outcome tone = word.kind == DecisionKind::Approve  ? Outcome::Clear
                             : word.kind == DecisionKind::Reject ? Outcome::Flagged
                                                                 : Outcome::Review;
        button->setIcon(icon(signs.value(word.kind), isChosen ? tokens.panel : tokens.of(tone)));
        button->setEnabled(!locked());
        const QString what = isChosen ? tr("Press again to record") : word.plain;
        button->setToolTip(singleKeys ? tr("%1 (%2)").arg(what, word.key) : what);
    }
}

void DecisionBar::Private::showObjections()
{
    notice->setVisible(choice.has_value());
    if (!choice || !session)
        return;
    QStringList lines;
    bool blocked = false;
    bool warned = false;
    QStringList about;
    for (const Objection &objection : session->objections(*choice)) {
        lines.append(objection.what.translated());
        (objection.warning ? warned : blocked) = true;
        about += objection.about;
    }
    if (lines.isEmpty())
        lines.append(*choice == DecisionKind::Approve ? tr("Nothing stands against it.")
                                                      : tr("The applicant gets the message below."));
    setKind(notice, blocked ? "error"_L1 : warned ? "warning"_L1 : "note"_L1);
    noticeText->setText(lines.join(u'\n'));
    const QString what = *choice == DecisionKind::Approve  ? tr("Record approval")
                         : *choice == DecisionKind::Reject ? tr("Record rejection")
                                                           : tr("Record request");
    recordButton->setText(warned && !blocked ? tr("%1 anyway").arg(what) : what);
    recordButton->setEnabled(!blocked);
    if (!about.isEmpty())
        Q_EMIT q.objected(about);
}

void DecisionBar::Private::showDraft()
{
    if (session) {
        chips->setReasons(session->reasons());
        message->setMessage(session->message(), session->messageEdited());
        message->setLanguage(session->language());
        if (note->text() != session->note())
            note->setText(session->note());
    } else {
        chips->setReasons({});
        message->setMessage({}, false);
        note->clear();
    }
}

void DecisionBar::Private::showLock()
{
    const bool isLocked = locked();
    chips->setLocked(isLocked);
    message->setLocked(isLocked);
    note->setReadOnly(isLocked);
    note->setEnabled(session != nullptr);
    messageToggle->setEnabled(session != nullptr);
    const review::Decision *decision = session ? session->standingDecision() : nullptr;
    standing->setVisible(decision != nullptr);
    if (decision) {
        const QString at = QLocale().toString(decision->at.toLocalTime(), QLocale::ShortFormat);
        standing->setText(tr("%1 by %2, %3").arg(toLabel(decision->kind), decision->who, at));
    }
    showButtons();
}

DecisionBar::DecisionBar(std::function<QDateTime()> now, QWidget *parent)
    : QFrame(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(u"decisionBar"_s);
    setAccessibleName(tr("Decision"));
    setKind(this, "bar"_L1);
    d->build(now);
    d->connectEditors();
    setSession(nullptr);
}

DecisionBar::~DecisionBar() = default;

void DecisionBar::setSession(review::ReviewSession *session)
{
    if (d->session)
        d->session->disconnect(this);
    d->session = session;
    d->choice.reset();
    if (session) {
        connect(session, &review::ReviewSession::reasonsChanged, this, [this] {
            d->showDraft();
            d->showObjections();
        });
        connect(session, &review::ReviewSession::messageChanged, this, [this] { d->showDraft(); });
        connect(session, &review::ReviewSession::noteChanged, this, [this] { d->showDraft(); });
        connect(session, &review::ReviewSession::findingsChanged, this, [this] { d->showObjections(); });
        connect(session, &review::ReviewSession::verdictChanged, this, [this] { d->showObjections(); });
        connect(session, &review::ReviewSession::viewedChanged, this, [this] { d->showObjections(); });
        connect(session, &review::ReviewSession::takenBack, this, [this] {
            d->showDraft();
            d->showLock();
        });
    }
    d->showDraft();
    d->showLock();
    d->showObjections();
}

void DecisionBar::setLanguage(const QString &language)
{
    d->chips->setLanguage(language);
}

void DecisionBar::setSingleKeysEnabled(bool enabled)
{
    d->singleKeys = enabled;
    d->showButtons();
}

void DecisionBar::choose(DecisionKind kind)
{
    if (d->locked())
        return;
    d->choice = kind;
    // What the applicant will read is seen before it is sent.
    d->messageToggle->setChecked(kind != DecisionKind::Approve);
    d->showButtons();
    d->showObjections();
}

std::optional<DecisionKind> DecisionBar::chosen() const
{
    return d->choice;
}

void DecisionBar::cancelChoice()
{
    d->choice.reset();
    d->messageToggle->setChecked(false);
    d->showButtons();
    d->showObjections();
}

void DecisionBar::record()
{
    if (!d->session || !d->choice)
        return;
    const DecisionKind kind = *d->choice;
    const auto objections = d->session->objections(kind);
    const bool blocked = std::any_of(objections.cbegin(), objections.cend(),
                                     [](const Objection &objection) { return !objection.warning; });
    if (blocked) {
        d->showObjections();
        return;
    }
    const auto decision = d->session->decide(kind, review::Warnings::Accept);
    if (!decision) {
        Q_EMIT failed(decision.error());
        return;
    }
    d->choice.reset();
    d->messageToggle->setChecked(false);
    d->showObjections();
    d->showLock();
    Q_EMIT decided(*decision);
}

void DecisionBar::addReason()
{
    d->chips->openMenu();
}

void DecisionBar::editNote()
{
    d->note->setFocus(Qt::ShortcutFocusReason);
}

void DecisionBar::editMessage()
{
    d->messageToggle->setChecked(true);
    d->message->editor()->setFocus(Qt::ShortcutFocusReason);
}

void DecisionBar::focusFirst()
{
    d->buttons.first()->setFocus(Qt::ShortcutFocusReason);
}

TakeBackBanner *DecisionBar::takeBack() const
{
    return d->banner;
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/finding_row.h"

#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

class FindingRow::Private
{
public:
    explicit Private(FindingRow &row) : q(row) {}

    QToolButton *addButton(const QString &name, Icon sign, bool checkable)
    {
        auto *button = new QToolButton(&q);
        button->setObjectName(name);
        button->setIcon(icon(sign));
        button->setIconSize(QSize(16, 16));
        button->setCheckable(checkable);
        // The row holds the focus and the keys; three tab stops a row would make tabbing a journey.
        button->setFocusPolicy(Qt::NoFocus);
        setKind(button, "verdict"_L1);
        return button;
    }

    void build()
    {
        mark = new QLabel(&q);
        number = new QLabel(&q);
        setKind(number, "dim"_L1);
        title = new QLabel(&q);
        setKind(title, "title"_L1);
        message = new QLabel(&q);
        message->setObjectName(QStringLiteral("findingMessage"));
        message->setWordWrap(true);
        state = new QLabel(&q);
        state->setWordWrap(true);
        state->hide();
        for (QLabel *label : {number, title, message, state})
            label->setTextFormat(Qt::PlainText);
        confirmButton = addButton(QStringLiteral("confirmButton"), Icon::Confirm, true);
        dismissButton = addButton(QStringLiteral("dismissButton"), Icon::Dismiss, true);
        overlayButton = addButton(QStringLiteral("overlayButton"), Icon::Overlay, true);
        overlayButton->setChecked(true);
        setKind(overlayButton, "quiet"_L1);
        ownWords = new QLineEdit(&q);
        ownWords->setObjectName(QStringLiteral("dismissReasonEdit"));
        ownWords->setPlaceholderText(tr("Why not? Return dismisses, Esc goes back"));
        ownWords->setAccessibleName(tr("Why this finding is dismissed"));
        ownWords->hide();
        ownWords->installEventFilter(&q);

        auto *buttons = new QHBoxLayout;
        buttons->setSpacing(2);
        buttons->addWidget(overlayButton);
        buttons->addWidget(confirmButton);
        buttons->addWidget(dismissButton);
        auto *heading = new QHBoxLayout;
        heading->setSpacing(6);
        heading->addWidget(number);
        heading->addWidget(title, 1);
        auto *layout = new QGridLayout(&q);
        layout->setContentsMargins(8, 5, 6, 6);
        layout->setHorizontalSpacing(6);
        layout->setVerticalSpacing(2);
        layout->addWidget(mark, 0, 0, Qt::AlignVCenter);
        layout->addLayout(heading, 0, 1);
        layout->addLayout(buttons, 0, 2);
        layout->addWidget(message, 1, 1, 1, 2);
        layout->addWidget(state, 2, 1, 1, 2);
        layout->addWidget(ownWords, 3, 1, 1, 2);
        layout->setColumnStretch(1, 1);
    }

    void connectButtons()
    {
        QObject::connect(confirmButton, &QToolButton::clicked, &q, [this] {
            confirmButton->setChecked(verdict == review::Verdict::Confirmed);
            toggleConfirm();
        });
        QObject::connect(dismissButton, &QToolButton::clicked, &q, [this] {
            dismissButton->setChecked(verdict == review::Verdict::Dismissed);
            toggleDismiss();
        });
        QObject::connect(overlayButton, &QToolButton::clicked, &q, &FindingRow::overlayToggled);
        QObject::connect(ownWords, &QLineEdit::returnPressed, &q, [this] {
            const QString why = ownWords->text().simplified();
            if (why.isEmpty())
                return;
            closeOwnWords();
            Q_EMIT q.dismissRequested(why);
        });
    }

    void toggleConfirm()
    {
        if (locked)
            return;
        if (verdict == review::Verdict::Confirmed)
            Q_EMIT q.clearVerdictRequested();
        else
            Q_EMIT q.confirmRequested();
    }

    void toggleDismiss()
    {
        if (locked)
            return;
        if (verdict == review::Verdict::Dismissed)
            Q_EMIT q.clearVerdictRequested();
        else
            q.askWhy();
    }

    void closeOwnWords()
    {
        ownWords->hide();
        ownWords->clear();
        q.setFocus(Qt::OtherFocusReason);
    }

    /// What could not be assessed takes one line until it is selected: it must not push flags out of sight.
    void showMessage() const
    {
        const bool brief = finding.outcome == Outcome::NotAssessed && !q.property("current").toBool();
        message->setWordWrap(!brief);
        // Only this direction: a new policy would forget that wrapped text needs height for its width.
        QSizePolicy policy = message->sizePolicy();
        policy.setHorizontalPolicy(brief ? QSizePolicy::Ignored : QSizePolicy::Preferred);
        message->setSizePolicy(policy);
        const int room = q.width() - message->x() - q.layout()->contentsMargins().right();
        message->setText(brief
                             ? message->fontMetrics().elidedText(sentence, Qt::ElideRight, std::max(40, room))
                             : sentence);
    }

    void showSigns() const
    {
        // A pressed button is filled with the accent: its sign needs the colour that stands on it.
        const QColor &onAccent = tokensFor(q.palette()).onAccent;
        const auto sign = [&onAccent](QToolButton *button, Icon name) {
            button->setIcon(button->isChecked() ? icon(name, onAccent) : icon(name));
        };
        sign(confirmButton, Icon::Confirm);
        sign(dismissButton, Icon::Dismiss);
    }

    void showTips() const
    {
        const bool confirmed = verdict == review::Verdict::Confirmed;
        const bool dismissed = verdict == review::Verdict::Dismissed;
        const auto tell = [](QToolButton *button, const QString &text, const QString &key) {
            button->setToolTip(key.isEmpty() ? text : tr("%1 (%2)").arg(text, key));
            button->setAccessibleName(text);
        };
        tell(confirmButton, confirmed ? tr("Take the confirmation back") : tr("Confirm: the fault is there"),
             singleKeys ? u"C"_s : QString());
        tell(dismissButton, dismissed ? tr("Take the dismissal back") : tr("Dismiss: the fault is not there"),
             singleKeys ? u"D"_s : QString());
        tell(overlayButton, tr("Show on the picture"), QString());
    }

    static QString tr(const char *text) { return FindingRow::tr(text); }

    FindingRow &q;
    Finding finding;
    QString sentence;
    std::optional<review::Verdict> verdict;
    bool locked = false;
    bool singleKeys = true;
    bool pressed = false;
    QLabel *mark = nullptr;
    QLabel *number = nullptr;
    QLabel *title = nullptr;
    QLabel *message = nullptr;
    QLabel *state = nullptr;
    QToolButton *confirmButton = nullptr;
    QToolButton *dismissButton = nullptr;
    QToolButton *overlayButton = nullptr;
    QLineEdit *ownWords = nullptr;
};

FindingRow::FindingRow(QWidget *parent) : QFrame(parent), d(std::make_unique<Private>(*this))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setKind(this, "card"_L1);
    d->build();
    d->connectButtons();
    d->showTips();
}

FindingRow::~FindingRow() = default;

void FindingRow::setFinding(const Finding &finding, const QString &title, const QString &what)
{
    d->finding = finding;
    d->mark->setPixmap(
        icon(outcomeIcon(finding.outcome), tokensFor(palette()).of(finding.outcome)).pixmap(16, 16));
    d->number->setText(QString::number(finding.reason));
    d->title->setText(title);
    QString text = finding.message.translated();
    if (finding.outcome == Outcome::NotAssessed)
        text = text.isEmpty() ? tr("Could not be judged. Please look yourself.")
                              : tr("%1 Please look yourself.").arg(text);
    d->sentence = text;
    d->message->setVisible(!text.isEmpty());
    d->showMessage();
    setKind(d->message, finding.outcome == Outcome::NotAssessed ? "dim"_L1 : "text"_L1);
    const bool places = !finding.evidence.isEmpty();
    d->overlayButton->setVisible(places);
    setToolTip(finding.outcome == Outcome::NotAssessed ? what + u'\n' + text : what);
    setObjectName(u"finding_"_s + finding.checkId);
    setAccessibleName(tr("%1, %2 %3").arg(toLabel(finding.outcome)).arg(finding.reason).arg(title));
    setAccessibleDescription(text);
}

void FindingRow::setVerdict(const review::FindingVerdict *verdict)
{
    d->verdict = verdict ? std::optional(verdict->verdict) : std::nullopt;
    const bool confirmed = d->verdict == review::Verdict::Confirmed;
    const bool dismissed = d->verdict == review::Verdict::Dismissed;
    d->confirmButton->setChecked(confirmed);
    d->dismissButton->setChecked(dismissed);
    d->showSigns();
    QFont font = d->title->font();
    font.setStrikeOut(dismissed);
    d->title->setFont(font);
    d->state->setVisible(verdict != nullptr);
    if (confirmed)
        d->state->setText(tr("Confirmed"));
    else if (dismissed)
        d->state->setText(verdict->why.isEmpty() ? tr("Dismissed") : tr("Dismissed: %1").arg(verdict->why));
    setKind(d->state, confirmed ? "flagged"_L1 : "dim"_L1);
    d->showTips();
}

void FindingRow::setCurrent(bool current)
{
    if (property("current").toBool() == current)
        return;
    setProperty("current", current);
    d->showMessage();
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void FindingRow::setLocked(bool locked)
{
    d->locked = locked;
    d->confirmButton->setEnabled(!locked);
    d->dismissButton->setEnabled(!locked);
}

void FindingRow::setOverlayShown(bool shown)
{
    d->overlayButton->setChecked(shown);
}

void FindingRow::setSingleKeysEnabled(bool enabled)
{
    d->singleKeys = enabled;
    d->showTips();
}

void FindingRow::askWhy()
{
    if (d->locked)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"dismissMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList usual{tr("Not to be seen on the picture"), tr("Read wrongly, the value is right"),
                            tr("Usual for this kind of document"), tr("Too slight to matter")};
    int digit = 1;
    for (const QString &why : usual)
        connect(menu->addAction(u"&%1  %2"_s.arg(digit++).arg(why)), &QAction::triggered, this,
                [this, why] { Q_EMIT dismissRequested(why); });
    menu->addSeparator();
    connect(menu->addAction(u"&%1  %2"_s.arg(digit).arg(tr("Other reason…"))), &QAction::triggered, this,
            [this] {
                d->ownWords->show();
                d->ownWords->setFocus(Qt::OtherFocusReason);
            });
    menu->popup(d->dismissButton->mapToGlobal(QPoint(0, d->dismissButton->height())));
}

const Finding &FindingRow::finding() const
{
    return d->finding;
}

void FindingRow::mousePressEvent(QMouseEvent *event)
{
    d->pressed = event->button() == Qt::LeftButton;
}

void FindingRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(d->pressed, false) && rect().contains(event->pos()))
        Q_EMIT activated();
}

void FindingRow::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        plain ? Q_EMIT activated() : event->ignore();
    else
        QFrame::keyPressEvent(event);
}

void FindingRow::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT selected();
}

bool FindingRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != d->ownWords || !key || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    // The override keeps Esc from the window's shortcut; the key itself follows.
    if (event->type() == QEvent::KeyPress)
        d->closeOwnWords();
    event->accept();
    return true;
}

void FindingRow::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        d->showMessage();
}

void FindingRow::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !d || !d->mark)
        return;
    const QColor &colour = tokensFor(palette()).of(d->finding.outcome);
    d->mark->setPixmap(icon(outcomeIcon(d->finding.outcome), colour).pixmap(16, 16));
    d->showSigns();
}

} // namespace scrutineer::ui

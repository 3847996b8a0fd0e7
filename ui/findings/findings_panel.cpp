// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findings_panel.h"

#include "engine/policy/catalogue.h"
#include "ui/findings/finding_row.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

namespace {
int weight(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Flagged:
        return 0;
    case Outcome::Review:
        return 1;
    case Outcome::NotAssessed:
        return 2;
    case Outcome::Clear:
    case Outcome::NotApplicable:
        break;
    }
    return 3;
}
} // namespace

class FindingsPanel::Private
{
public:
    explicit Private(FindingsPanel &panel) : q(panel) {}

    struct Group
    {
        QLabel *heading = nullptr;
        QToolButton *fold = nullptr;
        bool open = false;
    };

    void build();
    void arrange();
    void arrangeGroup(int number);
    FindingRow *rowFor(const QString &checkId);
    Group &groupFor(int number);
    void update(FindingRow &row, const Finding &finding);
    void setCurrent(const QString &checkId);
    void showSummary();
    [[nodiscard]] const Finding *findingOf(const QString &checkId) const;

    FindingsPanel &q;
    QString language = u"en"_s;
    bool locked = false;
    bool singleKeys = true;
    QString current;
    QList<Finding> findings;
    VerdictOf verdictOf;
    QHash<QString, FindingRow *> rows;
    QMap<int, Group> groups;
    QStringList listed;
    QSet<QString> hiddenOverlays;
    QLabel *summary = nullptr;
    QLabel *empty = nullptr;
    QScrollArea *scroll = nullptr;
    QWidget *content = nullptr;
    QVBoxLayout *list = nullptr;
};

void FindingsPanel::Private::build()
{
    auto *heading = new QLabel(q.tr("Findings"), &q);
    setKind(heading, "title"_L1);
    summary = new QLabel(&q);
    summary->setObjectName(u"findingsSummary"_s);
    setKind(summary, "dim"_L1);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(10, 8, 10, 4);
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(summary);

    content = new QWidget;
    content->setObjectName(u"findingsContent"_s);
    list = new QVBoxLayout(content);
    list->setContentsMargins(4, 0, 4, 8);
    list->setSpacing(1);
    empty = new QLabel(q.tr("No case is open."), content);
    setKind(empty, "dim"_L1);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    list->addWidget(empty);
    list->addStretch();
    scroll = new QScrollArea(&q);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    content->setBackgroundRole(QPalette::Base);

    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(scroll, 1);
}

FindingRow *FindingsPanel::Private::rowFor(const QString &checkId)
{
    if (FindingRow *row = rows.value(checkId))
        return row;
    auto *row = new FindingRow(content);
    row->setSingleKeysEnabled(singleKeys);
    rows.insert(checkId, row);
    QObject::connect(row, &FindingRow::selected, &q, [this, checkId] {
        if (checkId != current) {
            setCurrent(checkId);
            Q_EMIT q.findingSelected(checkId);
        }
    });
    QObject::connect(row, &FindingRow::activated, &q, [this, checkId] {
        setCurrent(checkId);
        Q_EMIT q.findingSelected(checkId);
        q.showCurrentPlace();
    });
    QObject::connect(row, &FindingRow::moveRequested, &q, [this](int by) { q.step(by); });
    QObject::connect(row, &FindingRow::confirmRequested, &q,
                     [this, checkId] { Q_EMIT q.confirmRequested(checkId); });
    QObject::connect(row, &FindingRow::dismissRequested, &q,
                     [this, checkId](const QString &why) { Q_EMIT q.dismissRequested(checkId, why); });
    QObject::connect(row, &FindingRow::clearVerdictRequested, &q,
                     [this, checkId] { Q_EMIT q.clearVerdictRequested(checkId); });
    QObject::connect(row, &FindingRow::overlayToggled, &q, [this, checkId](bool visible) {
        visible ? void(hiddenOverlays.remove(checkId)) : void(hiddenOverlays.insert(checkId));
        Q_EMIT q.overlayToggled(checkId, visible);
    });
    return row;
}

FindingsPanel::Private::Group &FindingsPanel::Private::groupFor(int number)
{
    Group &group = groups[number];
    if (group.heading)
        return group;
    group.heading = new QLabel(u"%1  %2"_s.arg(number).arg(policy::groupLabel(number)), content);
    setKind(group.heading, "group"_L1);
    group.heading->setIndent(6);
    group.fold = new QToolButton(content);
    group.fold->setObjectName(u"foldButton_%1"_s.arg(number));
    group.fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    group.fold->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setKind(group.fold, "fold"_L1);
    QObject::connect(group.fold, &QToolButton::clicked, &q, [this, number] {
        groups[number].open = !groups[number].open;
        arrange();
    });
    return group;
}

void FindingsPanel::Private::update(FindingRow &row, const Finding &finding)
{
    const policy::ReasonText text = policy::reasonText(finding.reason, language);
    row.setFinding(finding, text.title, text.reviewer);
    row.setVerdict(verdictOf ? verdictOf(finding.checkId) : nullptr);
    row.setLocked(locked);
    row.setOverlayShown(!hiddenOverlays.contains(finding.checkId));
}

void FindingsPanel::Private::arrangeGroup(int number)
{
    QList<const Finding *> shown;
    QList<const Finding *> clear;
    for (const Finding &finding : std::as_const(findings)) {
        if (finding.reason / 100 != number || finding.outcome == Outcome::NotApplicable)
            continue;
        const bool judged = verdictOf && verdictOf(finding.checkId);
        (finding.outcome == Outcome::Clear && !judged ? clear : shown).append(&finding);
    }
    if (shown.isEmpty() && clear.isEmpty())
        return;
    std::stable_sort(shown.begin(), shown.end(), [](const Finding *a, const Finding *b) {
        return weight(a->outcome) < weight(b->outcome);
    });
    Group &group = groupFor(number);
    list->addWidget(group.heading);
    group.heading->show();
    const auto add = [this](const Finding *finding) {
        FindingRow *row = rowFor(finding->checkId);
        update(*row, *finding);
        list->addWidget(row);
        row->show();
        listed.append(finding->checkId);
    };
    for (const Finding *finding : std::as_const(shown))
        add(finding);
    if (clear.isEmpty())
        return;
    group.fold->setText(q.tr("%n clear", nullptr, static_cast<int>(clear.size())));
    group.fold->setArrowType(group.open ? Qt::DownArrow : Qt::RightArrow);
    group.fold->setAccessibleName(group.open ? q.tr("Fold what is clear") : q.tr("Unfold what is clear"));
    list->addWidget(group.fold);
    group.fold->show();
    if (group.open) {
        for (const Finding *finding : std::as_const(clear))
            add(finding);
    }
}

void FindingsPanel::Private::arrange()
{
    content->setUpdatesEnabled(false);
    const QWidget *focused = content->focusWidget();
    while (QLayoutItem *item = list->takeAt(0)) {
        if (item->widget() && item->widget() != focused)
            item->widget()->hide();
        delete item;
    }
    listed.clear();
    for (const int number : {1, 2, 3, 4, 5, 6, 9})
        arrangeGroup(number);
    empty->setVisible(findings.isEmpty());
    if (findings.isEmpty())
        list->addWidget(empty);
    list->addStretch();
    // What had the focus and is listed no more goes now; hiding it earlier would have moved the focus about.
    for (FindingRow *row : std::as_const(rows)) {
        if (!listed.contains(row->finding().checkId) && row->isVisibleTo(content))
            row->hide();
    }
    if (!listed.contains(current))
        setCurrent(QString());
    showSummary();
    content->setUpdatesEnabled(true);
}

void FindingsPanel::Private::setCurrent(const QString &checkId)
{
    if (FindingRow *row = rows.value(current))
        row->setCurrent(false);
    current = checkId;
    if (FindingRow *row = rows.value(current)) {
        row->setCurrent(true);
        scroll->ensureWidgetVisible(row, 0, 24);
    }
}

void FindingsPanel::Private::showSummary()
{
    int flagged = 0;
    int look = 0;
    for (const Finding &finding : std::as_const(findings)) {
        flagged += finding.outcome == Outcome::Flagged;
        look += finding.outcome == Outcome::Review;
    }
    if (findings.isEmpty())
        summary->clear();
    else if (flagged == 0 && look == 0)
        summary->setText(q.tr("nothing found"));
    else
        summary->setText(q.tr("%1 flagged, %2 to look at").arg(flagged).arg(look));
}

const Finding *FindingsPanel::Private::findingOf(const QString &checkId) const
{
    for (const Finding &finding : findings) {
        if (finding.checkId == checkId)
            return &finding;
    }
    return nullptr;
}

FindingsPanel::FindingsPanel(QWidget *parent) : QFrame(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(u"findingsPanel"_s);
    setAccessibleName(tr("Findings"));
    setKind(this, "panel"_L1);
    setMinimumWidth(230);
    setFocusPolicy(Qt::StrongFocus);
    d->build();
}

FindingsPanel::~FindingsPanel() = default;

void FindingsPanel::setFindings(const QList<Finding> &findings, const VerdictOf &verdictOf)
{
    d->findings = findings;
    d->verdictOf = verdictOf;
    d->arrange();
}

void FindingsPanel::startCase()
{
    d->setCurrent(QString());
    d->hiddenOverlays.clear();
    for (auto &group : d->groups)
        group.open = false;
    d->findings.clear();
    d->verdictOf = nullptr;
    d->scroll->ensureVisible(0, 0);
}

void FindingsPanel::setVerdict(const QString &checkId, const review::FindingVerdict *verdict)
{
    if (FindingRow *row = d->rows.value(checkId))
        row->setVerdict(verdict);
}

void FindingsPanel::setLanguage(const QString &language)
{
    d->language = language;
    d->arrange();
}

void FindingsPanel::setLocked(bool locked)
{
    d->locked = locked;
    for (FindingRow *row : std::as_const(d->rows))
        row->setLocked(locked);
}

void FindingsPanel::setSingleKeysEnabled(bool enabled)
{
    d->singleKeys = enabled;
    for (FindingRow *row : std::as_const(d->rows))
        row->setSingleKeysEnabled(enabled);
}

QString FindingsPanel::currentCheck() const
{
    return d->current;
}

QStringList FindingsPanel::listedChecks() const
{
    return d->listed;
}

void FindingsPanel::select(const QString &checkId)
{
    const Finding *finding = d->findingOf(checkId);
    if (finding && !d->listed.contains(checkId)) {
        d->groupFor(finding->reason / 100).open = true;
        d->arrange();
    }
    d->setCurrent(checkId);
    Q_EMIT findingSelected(checkId);
}

void FindingsPanel::step(int by)
{
    if (d->listed.isEmpty())
        return;
    const auto at = d->listed.indexOf(d->current);
    const auto next = at < 0 ? (by > 0 ? 0 : d->listed.size() - 1)
                             : std::clamp<qsizetype>(at + by, 0, d->listed.size() - 1);
    d->setCurrent(d->listed.at(next));
    Q_EMIT findingSelected(d->current);
    d->rows.value(d->current)->setFocus(Qt::OtherFocusReason);
    showCurrentPlace();
}

void FindingsPanel::stepToOpen()
{
    const auto start = d->listed.indexOf(d->current);
    for (qsizetype i = 1; i <= d->listed.size(); ++i) {
        const QString checkId = d->listed.at((start + i) % d->listed.size());
        const Finding *finding = d->findingOf(checkId);
        const bool asks =
            finding && (finding->outcome == Outcome::Flagged || finding->outcome == Outcome::Review);
        if (asks && !(d->verdictOf && d->verdictOf(checkId))) {
            d->setCurrent(checkId);
            Q_EMIT findingSelected(checkId);
            d->rows.value(checkId)->setFocus(Qt::OtherFocusReason);
            showCurrentPlace();
            return;
        }
    }
}

void FindingsPanel::showCurrentPlace()
{
    const Finding *finding = d->findingOf(d->current);
    if (finding && !finding->evidence.isEmpty())
        Q_EMIT regionRequested(finding->evidence);
}

void FindingsPanel::confirmCurrent()
{
    const Finding *finding = d->findingOf(d->current);
    if (!finding || d->locked)
        return;
    const review::FindingVerdict *verdict = d->verdictOf ? d->verdictOf(d->current) : nullptr;
    if (verdict && verdict->verdict == review::Verdict::Confirmed)
        Q_EMIT clearVerdictRequested(d->current);
    else
        Q_EMIT confirmRequested(d->current);
}

void FindingsPanel::dismissCurrent()
{
    FindingRow *row = d->rows.value(d->current);
    if (!row || !d->findingOf(d->current) || d->locked)
        return;
    const review::FindingVerdict *verdict = d->verdictOf ? d->verdictOf(d->current) : nullptr;
    if (verdict && verdict->verdict == review::Verdict::Dismissed)
        Q_EMIT clearVerdictRequested(d->current);
    else
        row->askWhy();
}

void FindingsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        step(event->key() == Qt::Key_Down ? 1 : -1);
    else
        QFrame::keyPressEvent(event);
}

void FindingsPanel::focusList()
{
    const QString first = d->listed.value(0);
    if (FindingRow *row = d->rows.value(d->current.isEmpty() ? first : d->current))
        row->setFocus(Qt::ShortcutFocusReason);
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/finding_list.h"

#include "engine/policy/catalogue.h"
#include "ui/findings/finding_row.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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

class FindingList::Private
{
public:
    explicit Private(FindingList &list) : q(list) {}

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

    FindingList &q;
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
    QLabel *empty = nullptr;
    QWidget *content = nullptr;
    QVBoxLayout *list = nullptr;
};

void FindingList::Private::build()
{
    content = new QWidget;
    content->setObjectName(u"findingsContent"_s);
    list = new QVBoxLayout(content);
    list->setContentsMargins(4, 0, 4, 8);
    list->setSpacing(1);
    empty = new QLabel(FindingList::tr("No case is open."), content);
    setKind(empty, "dim"_L1);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    list->addWidget(empty);
    list->addStretch();
    q.setWidgetResizable(true);
    q.setFrameShape(QFrame::NoFrame);
    q.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    q.setFocusPolicy(Qt::NoFocus);
    q.setWidget(content);
    q.viewport()->setBackgroundRole(QPalette::Base);
    content->setBackgroundRole(QPalette::Base);
}

FindingRow *FindingList::Private::rowFor(const QString &checkId)
{
    if (FindingRow *row = rows.value(checkId))
        return row;
    auto *row = new FindingRow(content);
    row->setSingleKeysEnabled(singleKeys);
    rows.insert(checkId, row);
    QObject::connect(row, &FindingRow::selected, &q, [this, checkId] {
        if (checkId != current) {
            setCurrent(checkId);
            Q_EMIT q.selected(checkId);
        }
    });
    QObject::connect(row, &FindingRow::activated, &q, [this, checkId] {
        setCurrent(checkId);
        Q_EMIT q.selected(checkId);
        Q_EMIT q.activated(checkId);
    });
    QObject::connect(row, &FindingRow::moveRequested, &q, &FindingList::moveRequested);
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

FindingList::Private::Group &FindingList::Private::groupFor(int number)
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

void FindingList::Private::update(FindingRow &row, const Finding &finding)
{
    const policy::ReasonText text = policy::reasonText(finding.reason, language);
    row.setFinding(finding, text.title, text.reviewer);
    row.setVerdict(verdictOf ? verdictOf(finding.checkId) : nullptr);
    row.setLocked(locked);
    row.setOverlayShown(!hiddenOverlays.contains(finding.checkId));
}

void FindingList::Private::arrangeGroup(int number)
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
    group.fold->setText(FindingList::tr("%n clear", nullptr, static_cast<int>(clear.size())));
    group.fold->setArrowType(group.open ? Qt::DownArrow : Qt::RightArrow);
    group.fold->setAccessibleName(group.open ? FindingList::tr("Fold what is clear")
                                             : FindingList::tr("Unfold what is clear"));
    list->addWidget(group.fold);
    group.fold->show();
    if (group.open) {
        for (const Finding *finding : std::as_const(clear))
            add(finding);
    }
}

void FindingList::Private::arrange()
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
    content->setUpdatesEnabled(true);
}

void FindingList::Private::setCurrent(const QString &checkId)
{
    if (FindingRow *row = rows.value(current))
        row->setCurrent(false);
    current = checkId;
    if (FindingRow *row = rows.value(current)) {
        row->setCurrent(true);
        q.ensureWidgetVisible(row, 0, 24);
    }
}

FindingList::FindingList(QWidget *parent) : QScrollArea(parent), d(std::make_unique<Private>(*this))
{
    d->build();
}

FindingList::~FindingList() = default;

void FindingList::setFindings(const QList<Finding> &findings, const VerdictOf &verdictOf)
{
    d->findings = findings;
    d->verdictOf = verdictOf;
    d->arrange();
}

void FindingList::startCase()
{
    d->setCurrent(QString());
    d->hiddenOverlays.clear();
    for (auto &group : d->groups)
        group.open = false;
    d->findings.clear();
    d->verdictOf = nullptr;
    ensureVisible(0, 0);
}

void FindingList::setLanguage(const QString &language)
{
    d->language = language;
    d->arrange();
}

void FindingList::setLocked(bool locked)
{
    d->locked = locked;
    for (FindingRow *row : std::as_const(d->rows))
        row->setLocked(locked);
}

void FindingList::setSingleKeysEnabled(bool enabled)
{
    d->singleKeys = enabled;
    for (FindingRow *row : std::as_const(d->rows))
        row->setSingleKeysEnabled(enabled);
}

void FindingList::setCurrent(const QString &checkId)
{
    const Finding *finding = this->finding(checkId);
    if (finding && !d->listed.contains(checkId)) {
        d->groupFor(finding->reason / 100).open = true;
        d->arrange();
    }
    d->setCurrent(checkId);
}

QString FindingList::current() const
{
    return d->current;
}

QStringList FindingList::listed() const
{
    return d->listed;
}

FindingRow *FindingList::row(const QString &checkId) const
{
    return d->rows.value(checkId);
}

const Finding *FindingList::finding(const QString &checkId) const
{
    for (const Finding &finding : std::as_const(d->findings)) {
        if (finding.checkId == checkId)
            return &finding;
    }
    return nullptr;
}

const review::FindingVerdict *FindingList::verdictOn(const QString &checkId) const
{
    return d->verdictOf ? d->verdictOf(checkId) : nullptr;
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_panel.h"

#include "ui/icons/icons.h"
#include "ui/queue/queue_delegate.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

using store::CaseState;

class QueuePanel::Private
{
public:
    Private(QueuePanel &panel, std::function<QDateTime()> clock) : q(panel), now(std::move(clock)) {}

    QComboBox *addCombo(const QString &name, const QString &spoken, const QStringList &choices)
    {
        auto *combo = new QComboBox(&q);
        combo->setObjectName(name);
        combo->setAccessibleName(spoken);
        combo->setToolTip(spoken);
        combo->addItems(choices);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(6);
        QObject::connect(combo, &QComboBox::currentIndexChanged, &q, [this] { applyFilter(); });
        return combo;
    }

    [[nodiscard]] store::QueueFilter chosenFilter() const
    {
        static const QList<QList<CaseState>> states{
            {CaseState::Imported, CaseState::Ready},
            {CaseState::Approved, CaseState::FilesAsked, CaseState::Rejected},
            {CaseState::Approved},
            {CaseState::FilesAsked},
            {CaseState::Rejected},
            {},
        };
        static constexpr std::array<int, 4> ageHours{0, 1, 24, 72};
        store::QueueFilter filter;
        filter.states = states.value(stateCombo->currentIndex());
        if (levelCombo->currentIndex() > 0)
            filter.level = levelCombo->currentIndex() == 1 ? Level::Primary : Level::Advanced;
        filter.flags = static_cast<store::QueueFilter::Flags>(flagsCombo->currentIndex());
        if (const int hours = ageHours.at(static_cast<std::size_t>(std::max(0, ageCombo->currentIndex()))))
            filter.submittedBefore = now().addSecs(-qint64{hours} * 3600);
        if (trainingCombo->currentIndex() != 2)
            filter.training = trainingCombo->currentIndex() == 1;
        filter.search = search->text().simplified();
        return filter;
    }

    [[nodiscard]] bool isFiltered() const
    {
        return stateCombo->currentIndex() != 0 || levelCombo->currentIndex() != 0 ||
               flagsCombo->currentIndex() != 0 || ageCombo->currentIndex() != 0 ||
               !search->text().trimmed().isEmpty();
    }

    void applyFilter()
    {
        searchDelay->stop();
        model->setFilter(chosenFilter());
        showState();
    }

    void showState()
    {
        const int count = model->rowCount();
        stack->setCurrentIndex(count > 0 ? 0 : 1);
        countLabel->setText(q.tr("%n case(s)", nullptr, count));
        const bool filtered = isFiltered();
        emptyTitle->setText(filtered ? q.tr("No case fits the filter") : q.tr("No case waits"));
        emptyHint->setText(
            filtered ? q.tr("Change the search or the filters above.")
                     : q.tr("Import case folders from the File menu, or drop them on this window."));
        clearButton->setVisible(filtered);
        markCurrent();
    }

    /// Where a case stands in the list as it is shown: one that was decided a moment ago has left the source,
    /// and its neighbours are still wanted.
    [[nodiscard]] int shownRowOf(const QString &caseId) const
    {
        const int row = view->currentIndex().row();
        return row >= 0 && model->idAt(row) == caseId ? row : model->rowOf(caseId);
    }

    void markCurrent()
    {
        const int row = model->rowOf(current);
        const QSignalBlocker quiet(view->selectionModel());
        if (row < 0) {
            view->selectionModel()->clear();
        } else {
            view->selectionModel()->setCurrentIndex(model->index(row), QItemSelectionModel::ClearAndSelect);
            view->scrollTo(model->index(row));
        }
        view->viewport()->update();
    }

    void build();

    QueuePanel &q;
    std::function<QDateTime()> now;
    QString current;
    QueueModel *model = nullptr;
    QLineEdit *search = nullptr;
    QTimer *searchDelay = nullptr;
    QComboBox *levelCombo = nullptr;
    QComboBox *flagsCombo = nullptr;
    QComboBox *ageCombo = nullptr;
    QComboBox *stateCombo = nullptr;
    QComboBox *sortCombo = nullptr;
    QComboBox *trainingCombo = nullptr;
    QLabel *countLabel = nullptr;
    QStackedWidget *stack = nullptr;
    QListView *view = nullptr;
    QLabel *emptyTitle = nullptr;
    QLabel *emptyHint = nullptr;
    QPushButton *clearButton = nullptr;
};

void QueuePanel::Private::build()
{
    search = new QLineEdit(&q);
    search->setObjectName(QStringLiteral("queueSearch"));
    search->setPlaceholderText(q.tr("Search id or name"));
    search->setAccessibleName(q.tr("Search the queue by case id or name"));
    search->setClearButtonEnabled(true);
    search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    searchDelay = new QTimer(&q);
    searchDelay->setSingleShot(true);
    searchDelay->setInterval(150);
    QObject::connect(search, &QLineEdit::textChanged, searchDelay, qOverload<>(&QTimer::start));
    QObject::connect(searchDelay, &QTimer::timeout, &q, [this] { applyFilter(); });

    stateCombo = addCombo(QStringLiteral("queueStateCombo"), q.tr("Show by state"),
                          {q.tr("Waiting"), q.tr("Decided"), q.tr("Approved"), q.tr("Files asked"),
                           q.tr("Rejected"), q.tr("All states")});
    levelCombo = addCombo(QStringLiteral("queueLevelCombo"), q.tr("Show by level"),
                          {q.tr("Any level"), q.tr("Primary"), q.tr("Advanced")});
    flagsCombo =
        addCombo(QStringLiteral("queueFlagsCombo"), q.tr("Show by flags"),
                 {q.tr("Any flags"), q.tr("Flagged"), q.tr("Flags or to look at"), q.tr("Nothing found")});
    ageCombo = addCombo(QStringLiteral("queueAgeCombo"), q.tr("Show by waiting time"),
                        {q.tr("Any age"), q.tr("Over 1 hour"), q.tr("Over 1 day"), q.tr("Over 3 days")});
    trainingCombo = addCombo(QStringLiteral("queueTrainingCombo"), q.tr("Real cases or training"),
                             {q.tr("Real cases"), q.tr("Training cases"), q.tr("Real and training cases")});
    trainingCombo->hide();
    // A course goes from easy to mean by its ids; real cases by how long they wait.
    QObject::connect(trainingCombo, &QComboBox::currentIndexChanged, &q, [this](int index) {
        sortCombo->setCurrentIndex(
            static_cast<int>(index == 1 ? store::QueueSort::Id : store::QueueSort::OldestFirst));
    });
    sortCombo = new QComboBox(&q);
    sortCombo->setObjectName(QStringLiteral("queueSortCombo"));
    sortCombo->setAccessibleName(q.tr("Order of the queue"));
    sortCombo->setToolTip(q.tr("Order of the queue"));
    sortCombo->addItems(
        {q.tr("Oldest first"), q.tr("Newest first"), q.tr("Most flags"), q.tr("By id"), q.tr("By name")});
    sortCombo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    sortCombo->setMinimumContentsLength(6);
    QObject::connect(sortCombo, &QComboBox::currentIndexChanged, &q, [this](int index) {
        model->setSort(static_cast<store::QueueSort>(index));
        markCurrent();
    });

    view = new QListView(&q);
    view->setObjectName(QStringLiteral("queueView"));
    view->setAccessibleName(q.tr("Cases"));
    view->setModel(model);
    view->setItemDelegate(new QueueDelegate(now, view));
    view->setUniformItemSizes(true);
    view->setMouseTracking(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    // "activated" alone would ask for a double click on some platforms; a click opens, and so does Enter.
    const auto choose = [this](const QModelIndex &index) {
        const QString id = model->idAt(index.row());
        if (!id.isEmpty() && id != current)
            Q_EMIT q.caseChosen(id);
    };
    QObject::connect(view, &QListView::clicked, &q, choose);
    QObject::connect(view, &QListView::activated, &q, choose);

    auto *empty = new QWidget(&q);
    emptyTitle = new QLabel(empty);
    emptyTitle->setObjectName(QStringLiteral("queueEmptyTitle"));
    setKind(emptyTitle, "title"_L1);
    emptyHint = new QLabel(empty);
    setKind(emptyHint, "dim"_L1);
    for (QLabel *label : {emptyTitle, emptyHint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    clearButton = new QPushButton(q.tr("Clear filters"), empty);
    clearButton->setObjectName(QStringLiteral("queueClearFiltersButton"));
    QObject::connect(clearButton, &QPushButton::clicked, &q, &QueuePanel::clearFilters);
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->addStretch(1);
    emptyLayout->addWidget(emptyTitle);
    emptyLayout->addWidget(emptyHint);
    emptyLayout->addWidget(clearButton, 0, Qt::AlignCenter);
    emptyLayout->addStretch(2);

    stack = new QStackedWidget(&q);
    stack->addWidget(view);
    stack->addWidget(empty);

    countLabel = new QLabel(&q);
    countLabel->setObjectName(QStringLiteral("queueCountLabel"));
    setKind(countLabel, "dim"_L1);

    auto *tools = new QGridLayout;
    tools->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::smallGap);
    tools->setSpacing(metrics::smallGap);
    tools->addWidget(search, 0, 0, 1, 2);
    tools->addWidget(stateCombo, 1, 0);
    tools->addWidget(levelCombo, 1, 1);
    tools->addWidget(flagsCombo, 2, 0);
    tools->addWidget(ageCombo, 2, 1);
    tools->addWidget(countLabel, 3, 0);
    tools->addWidget(sortCombo, 3, 1);
    tools->addWidget(trainingCombo, 4, 0, 1, 2);
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(stack, 1);
}

QueuePanel::QueuePanel(std::function<QDateTime()> now, QWidget *parent)
    : QFrame(parent), d(std::make_unique<Private>(*this, std::move(now)))
{
    setObjectName(QStringLiteral("queuePanel"));
    setAccessibleName(tr("Queue"));
    setKind(this, "panel"_L1);
    setMinimumWidth(190);
    d->model = new QueueModel(this);
    d->build();
    d->model->setFilter(d->chosenFilter());
    connect(d->model, &QueueModel::failed, this, &QueuePanel::failed);
    d->showState();
}

QueuePanel::~QueuePanel() = default;

void QueuePanel::setSource(const review::QueueSource *source)
{
    d->model->setSource(source);
    d->showState();
}

void QueuePanel::refresh()
{
    d->model->refresh();
    d->showState();
}

void QueuePanel::setCurrentCase(const QString &caseId)
{
    d->current = caseId;
    d->markCurrent();
}

QString QueuePanel::currentCase() const
{
    return d->current;
}

QString QueuePanel::caseAfter(const QString &caseId) const
{
    const int row = d->shownRowOf(caseId);
    const QString next = d->model->idAt(row + 1);
    if (!next.isEmpty())
        return next;
    const QString first = d->model->idAt(0);
    return first == caseId ? QString() : first;
}

QString QueuePanel::caseBefore(const QString &caseId) const
{
    const int row = d->shownRowOf(caseId);
    return row > 0 ? d->model->idAt(row - 1) : QString();
}

void QueuePanel::focusSearch()
{
    d->search->setFocus(Qt::ShortcutFocusReason);
    d->search->selectAll();
}

void QueuePanel::clearFilters()
{
    {
        const QSignalBlocker quietSearch(d->search);
        d->search->clear();
        for (QComboBox *combo : {d->stateCombo, d->levelCombo, d->flagsCombo, d->ageCombo}) {
            const QSignalBlocker quiet(combo);
            combo->setCurrentIndex(0);
        }
    }
    d->applyFilter();
}

void QueuePanel::offerTraining(bool offered)
{
    d->trainingCombo->setVisible(offered);
    if (!offered)
        d->trainingCombo->setCurrentIndex(0);
}

void QueuePanel::showTraining()
{
    d->trainingCombo->setCurrentIndex(1);
}

QueueModel *QueuePanel::model() const
{
    return d->model;
}

QListView *QueuePanel::view() const
{
    return d->view;
}

} // namespace scrutineer::ui

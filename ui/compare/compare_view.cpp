// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_view.h"

#include "ui/compare/compare_delegate.h"
#include "ui/compare/compare_model.h"
#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace scrutineer::ui {

namespace {
constexpr int preferredWidth = 640; ///< logical pixels
constexpr int preferredHeight = 190;
constexpr int smallestHeight = 80;
} // namespace

class CompareView::Private
{
public:
    void build(CompareView &view);

    CompareModel model;
    CompareDelegate delegate;
    QLabel *count = nullptr;
    QLabel *empty = nullptr;
    QTableView *table = nullptr;
};

void CompareView::Private::build(CompareView &view)
{
    count = new QLabel(&view);
    count->setObjectName(QStringLiteral("compareCountLabel"));
    count->setProperty("kind", QStringLiteral("dim"));
    empty = new QLabel(tr("What was declared and what was read stand here side by side."), &view);
    empty->setProperty("kind", QStringLiteral("dim"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    table = new QTableView(&view);
    table->setObjectName(QStringLiteral("compareTable"));
    table->setAccessibleName(tr("Declared and read values"));
    table->setModel(&model);
    table->setItemDelegate(&delegate);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    table->setMouseTracking(true);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setCornerButtonEnabled(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->setHighlightSections(false);
    table->installEventFilter(&view);
}

CompareView::CompareView(QWidget *parent) : QFrame(parent), d(std::make_unique<Private>())
{
    setObjectName(QStringLiteral("compareView"));
    setProperty("kind", QStringLiteral("panel"));
    d->build(*this);
    auto *title = new QLabel(tr("Compare"), this);
    title->setProperty("kind", QStringLiteral("title"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::gap, metrics::smallGap, metrics::gap, 0);
    head->setSpacing(metrics::gap);
    head->addWidget(title);
    head->addWidget(d->count, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(metrics::smallGap);
    layout->addLayout(head);
    layout->addWidget(d->table, 1);
    layout->addWidget(d->empty, 1);
    connect(d->table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        const review::Cell *cell = d->model.cellAt(index);
        if (cell && cell->region)
            Q_EMIT regionRequested(*cell->region);
    });
    // Queued: by then every column has its width.
    connect(d->table->horizontalHeader(), &QHeaderView::sectionResized, d->table,
            &QTableView::resizeRowsToContents, Qt::QueuedConnection);
    connect(&d->model, &CompareModel::modelReset, d->table, &QTableView::resizeRowsToContents,
            Qt::QueuedConnection);
    setRows({});
}

CompareView::~CompareView()
{
    delete d->table; // before its model and delegate
}

void CompareView::setRows(const QList<review::Row> &rows)
{
    d->model.setRows(rows);
    d->table->setVisible(!rows.isEmpty());
    d->empty->setVisible(rows.isEmpty());
    const int differences = d->model.differences();
    QString count;
    if (!rows.isEmpty())
        count = differences == 0 ? tr("nothing differs") : tr("differences: %1").arg(differences);
    d->count->setText(count);
}

QSize CompareView::sizeHint() const
{
    return {preferredWidth, preferredHeight};
}

QSize CompareView::minimumSizeHint() const
{
    return {preferredWidth / 3, smallestHeight};
}

bool CompareView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT d->table->clicked(d->table->currentIndex());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace scrutineer::ui

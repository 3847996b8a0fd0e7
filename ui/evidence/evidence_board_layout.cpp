// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_board.h"
#include "ui/evidence/evidence_board_p.h"
#include "ui/evidence/picture_view.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace scrutineer::ui {

namespace {
constexpr int detachedWidth = 1000; ///< logical pixels
constexpr int detachedHeight = 760;
constexpr double narrowest = 0.55; ///< width by height a pane is given at least and at most
constexpr double widest = 1.8;
constexpr double emptyAspect = 0.5; ///< of a pane that only has a sentence

/// What a picture of the role usually looks like, until its page is there.
double usualAspect(Role role)
{
    switch (role) {
    case Role::DocumentFront:
    case Role::DocumentBack:
        return 1.4;
    case Role::Selfie:
    case Role::Handheld:
        return 0.8;
    case Role::AddressProof:
        return 0.71;
    }
    return 1;
}

bool hasSomethingToShow(const EvidencePane *pane)
{
    return pane->state() == EvidencePane::State::Showing || pane->state() == EvidencePane::State::Reading;
}

double aspectOf(const EvidencePane *pane)
{
    if (!hasSomethingToShow(pane))
        return emptyAspect;
    const QSize page = pane->pageSize();
    const double aspect =
        page.isEmpty() ? usualAspect(pane->role()) : static_cast<double>(page.width()) / page.height();
    return qBound(narrowest, aspect, widest);
}

/// A screen that the board is not on, where there is one.
QScreen *otherScreen(const QWidget *board)
{
    for (QScreen *screen : QGuiApplication::screens()) {
        if (screen != board->screen())
            return screen;
    }
    return board->screen();
}
} // namespace

DetachedWindow::DetachedWindow(EvidencePane *pane, const QString &title, QWidget *board)
    : QWidget(board, Qt::Window)
{
    setObjectName(QStringLiteral("detachedWindow"));
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pane);
    resize(detachedWidth, detachedHeight);
    const QRect area = otherScreen(board)->availableGeometry();
    move(area.center() - rect().center());
}

void DetachedWindow::closeEvent(QCloseEvent *event)
{
    event->ignore(); // the pane goes back first, then the window is deleted
    Q_EMIT closed();
}

/// Gives each file a pane: one that showed a file of its role before, so that the desk stays as the reviewer
/// put it.
void EvidenceBoard::Private::assign(const QList<EvidenceFile> &files)
{
    QList<EvidencePane *> spare = board.panes();
    for (const EvidenceFile &file : files) {
        const auto same = std::find_if(spare.cbegin(), spare.cend(), [&file](const EvidencePane *pane) {
            return pane->role() == file.role;
        });
        EvidencePane *pane = same == spare.cend() ? makePane() : *same;
        spare.removeOne(pane);
        const bool isNew = !board.panes().contains(pane);
        pane->setFile(file.role, file.path);
        if (isNew)
            insertByRole(pane);
    }
    for (EvidencePane *pane : std::as_const(spare)) {
        removeFromRows(pane);
        if (DetachedWindow *window = detached.take(pane))
            window->deleteLater();
        pane->hide();
        pane->deleteLater();
    }
}

void EvidenceBoard::Private::insertByRole(EvidencePane *pane)
{
    const auto isProof = [](const EvidencePane *other) { return other->role() == Role::AddressProof; };
    if (rows.isEmpty())
        rows.append(QList<EvidencePane *>());
    QList<EvidencePane *> &row = isProof(pane) ? rows.last() : rows.first();
    const auto after = std::find_if(
        row.cbegin(), row.cend(), [pane](const EvidencePane *other) { return other->role() > pane->role(); });
    row.insert(after - row.cbegin(), pane);
}

void EvidenceBoard::Private::removeFromRows(EvidencePane *pane)
{
    for (auto &row : rows)
        row.removeOne(pane);
    rows.removeIf([](const QList<EvidencePane *> &row) { return row.isEmpty(); });
}

void EvidenceBoard::Private::arrangeAgain()
{
    Rows wanted = rows;
    if (!isArrangedByHand) {
        QList<EvidencePane *> attached;
        for (const auto &row : std::as_const(rows))
            attached += row;
        std::stable_sort(attached.begin(), attached.end(),
                         [](const EvidencePane *a, const EvidencePane *b) { return a->role() < b->role(); });
        QList<PaneShape> shapes;
        for (const EvidencePane *pane : std::as_const(attached))
            shapes.append({pane->role(), aspectOf(pane), !hasSomethingToShow(pane)});
        const Arrangement arrangement = arrange(shapes, board.size());
        heights = arrangement.heights;
        wanted.clear();
        for (const QList<int> &row : arrangement.rows) {
            wanted.append(QList<EvidencePane *>());
            for (const int index : row)
                wanted.last().append(attached[index]);
        }
    }
    showRows(wanted);
}

void EvidenceBoard::Private::showRows(const Rows &wanted)
{
    rows = wanted;
    while (lines.size() < rows.size()) {
        auto *line = new QSplitter(Qt::Horizontal, column);
        line->setChildrenCollapsible(false);
        connect(line, &QSplitter::splitterMoved, &board, [this] { isSizedByHand = true; });
        lines.append(line);
    }
    QWidget *before = nullptr;
    bool changed = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (qsizetype j = 0; j < rows[i].size(); ++j) {
            EvidencePane *pane = rows[i][j];
            if (lines[i]->widget(static_cast<int>(j)) != pane) {
                lines[i]->insertWidget(static_cast<int>(j), pane);
                changed = true;
            }
            if (before)
                QWidget::setTabOrder(before, pane->view());
            before = pane->view();
        }
    }
    if (changed)
        isSizedByHand = false;
    applyFill();
    if (!isSizedByHand)
        shareSpace();
}

/// Gives every picture of a row the same height, and rows the heights of the arrangement.
void EvidenceBoard::Private::shareSpace()
{
    constexpr double parts = 10000;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QList<int> widths;
        for (const EvidencePane *pane : std::as_const(rows[i]))
            widths.append(qRound(parts * aspectOf(pane)));
        lines[i]->setSizes(widths);
    }
    QList<int> shares;
    for (qsizetype i = 0; i < lines.size(); ++i)
        shares.append(i < heights.size() && !isArrangedByHand ? qRound(parts * heights[i]) : qRound(parts));
    column->setSizes(shares);
}

void EvidenceBoard::Private::applyFill()
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool inUse = i < rows.size();
        lines[i]->setVisible(inUse && (!filled || rows[i].contains(filled)));
        if (!inUse)
            continue;
        for (EvidencePane *pane : std::as_const(rows[i])) {
            pane->setVisible(!filled || pane == filled);
            pane->setFilling(pane == filled);
        }
    }
}

void EvidenceBoard::setFilled(EvidencePane *pane, bool filled)
{
    if (DetachedWindow *window = d->detached.value(pane)) {
        window->setWindowState(window->windowState() ^ Qt::WindowMaximized);
        return;
    }
    d->filled = filled ? pane : nullptr;
    d->applyFill();
    if (pane)
        pane->setFocus();
}

EvidencePane *EvidenceBoard::filledPane() const
{
    return d->filled;
}

void EvidenceBoard::setDetached(EvidencePane *pane, bool detached)
{
    if (detached == d->detached.contains(pane))
        return;
    if (detached)
        d->detach(pane);
    else
        d->attach(pane);
}

void EvidenceBoard::Private::detach(EvidencePane *pane)
{
    if (filled == pane)
        filled.clear();
    removeFromRows(pane);
    auto *window = new DetachedWindow(pane, tr("%1 – %2").arg(toLabel(pane->role()), caseId), &board);
    detached.insert(pane, window);
    connect(window, &DetachedWindow::closed, &board, [this, pane] { board.setDetached(pane, false); });
    pane->setDetached(true);
    pane->setFilling(false);
    pane->show();
    window->show();
    arrangeAgain();
}

void EvidenceBoard::Private::attach(EvidencePane *pane)
{
    DetachedWindow *window = detached.take(pane);
    insertByRole(pane);
    pane->setDetached(false);
    arrangeAgain();
    window->hide();
    window->deleteLater();
    pane->setFocus();
}

void EvidenceBoard::swapPanes(EvidencePane *a, EvidencePane *b)
{
    if (a == b || d->detached.contains(a) || d->detached.contains(b))
        return;
    for (auto &row : d->rows) {
        for (EvidencePane *&pane : row) {
            if (pane == a)
                pane = b;
            else if (pane == b)
                pane = a;
        }
    }
    d->isArrangedByHand = true;
    d->showRows(d->rows);
}

void EvidenceBoard::Private::move(EvidencePane *pane, int dx, int dy)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const qsizetype j = rows[i].indexOf(pane);
        if (j < 0)
            continue;
        if (dx != 0) {
            if (j + dx >= 0 && j + dx < rows[i].size())
                board.swapPanes(pane, rows[i][j + dx]);
        } else {
            const bool isAlone = rows[i].size() == 1;
            if (isAlone && (i + dy < 0 || i + dy >= rows.size()))
                return;
            rows[i].removeAt(j);
            if (i + dy < 0)
                rows.prepend({pane});
            else if (i + dy >= rows.size())
                rows.append(QList<EvidencePane *>{pane});
            else
                rows[i + dy].insert(qMin(j, rows[i + dy].size()), pane);
            rows.removeIf([](const QList<EvidencePane *> &row) { return row.isEmpty(); });
            isArrangedByHand = true;
            showRows(rows);
        }
        pane->setFocus();
        return;
    }
}

void EvidenceBoard::focusNextPane(int step)
{
    const QList<EvidencePane *> all = panes();
    if (all.isEmpty())
        return;
    const qsizetype now = all.indexOf(currentPane());
    const bool hasFocus = all[now]->isAncestorOf(QApplication::focusWidget());
    const qsizetype next = hasFocus ? (now + step + all.size()) % all.size() : now;
    if (d->filled && !d->detached.contains(all[next]))
        setFilled(all[next], true);
    all[next]->activateWindow();
    all[next]->setFocus();
}

} // namespace scrutineer::ui

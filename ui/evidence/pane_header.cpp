// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/pane_header.h"

#include "ui/theme/tokens.h"

#include <QAction>
#include <QApplication>
#include <QDrag>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace scrutineer::ui {

namespace {
constexpr int iconSide = 16;
constexpr int buttonSide = 22;
constexpr int dotSide = 10;
constexpr int lineHeight = 26; ///< at least
} // namespace

PaneHeader::PaneHeader(const Actions &actions, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("paneHeader"));
    setProperty("kind", QStringLiteral("header"));
    setCursor(Qt::OpenHandCursor);
    setMinimumHeight(lineHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gap, 1, 2, 1);
    layout->setSpacing(metrics::smallGap);
    const auto addLabel = [this, layout](const QString &name, const QString &kind) {
        auto *label = new QLabel(this);
        label->setObjectName(name);
        label->setProperty("kind", kind);
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
        return label;
    };
    m_title = addLabel(QStringLiteral("paneTitleLabel"), QStringLiteral("title"));
    m_seen = addLabel(QStringLiteral("seenLabel"), {});
    m_previous = addButton(actions.previousPage, QStringLiteral("previousPageButton"));
    m_page = addLabel(QStringLiteral("pageLabel"), {});
    m_next = addButton(actions.nextPage, QStringLiteral("nextPageButton"));
    m_warning = addLabel(QStringLiteral("paneWarningLabel"), QStringLiteral("review"));
    layout->addStretch(1);
    m_zoom = addLabel(QStringLiteral("zoomLabel"), QStringLiteral("dim"));
    auto *fit = addButton(actions.fit, QStringLiteral("fitButton"));
    auto *trueSize = addButton(actions.trueSize, QStringLiteral("trueSizeButton"));
    auto *rotate = addButton(actions.rotate, QStringLiteral("rotateButton"));
    auto *detach = addButton(actions.detach, QStringLiteral("detachButton"));
    auto *fill = addButton(actions.fill, QStringLiteral("fillButton"));
    m_foldable = {detach, rotate, fit, trueSize, fill, m_zoom};
    setPage(0, 0);
    setZoom(0);
    setWarning({}, {});
}

QToolButton *PaneHeader::addButton(QAction *action, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setIconSize({iconSide, iconSide});
    button->setFixedSize(buttonSide, buttonSide);
    button->setFocusPolicy(Qt::NoFocus); // each has a key; Tab goes from picture to picture
    button->setCursor(Qt::ArrowCursor);
    layout()->addWidget(button);
    return button;
}

void PaneHeader::setTitle(const QString &title)
{
    m_titleText = title;
    m_title->setToolTip(tr("%1. Drag to change places, double-click to fill the board.").arg(title));
    fold();
}

void PaneHeader::setPage(int page, int total)
{
    m_pages = total;
    m_page->setText(total > 1 ? tr("%1/%2").arg(page + 1).arg(total) : QString());
    m_page->setToolTip(tr("Page %1 of %2").arg(page + 1).arg(total));
    for (QWidget *widget :
         {static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next)})
        widget->setVisible(total > 1);
    fold();
}

void PaneHeader::setZoom(double zoom)
{
    m_hasPicture = zoom > 0;
    m_zoom->setText(m_hasPicture ? tr("%1 %").arg(qRound(zoom * 100)) : QString());
    m_zoom->setToolTip(tr("100 % shows each pixel of the file as one pixel of the screen."));
    m_seen->setVisible(m_hasPicture);
    fold();
}

void PaneHeader::setSeen(bool seen, int seenPages, int total)
{
    m_isSeen = seen;
    QString text = seen ? tr("Seen at true size") : tr("Not yet seen at true size");
    if (total > 1)
        text += QLatin1Char('\n') + tr("%1 of %2 pages seen at true size").arg(seenPages).arg(total);
    m_seen->setToolTip(text);
    m_seen->setAccessibleName(text);
    showSeen();
}

/// A full dot for seen, a ring for not yet.
void PaneHeader::showSeen()
{
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(dotSide, dotSide) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_isSeen ? tokens.clear : tokens.dim, 1.6));
    painter.setBrush(m_isSeen ? QBrush(tokens.clear) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(1, 1, dotSide - 2, dotSide - 2));
    painter.end();
    m_seen->setPixmap(pixmap);
}

void PaneHeader::setWarning(const QString &text, const QString &explanation)
{
    m_warning->setText(text);
    m_warning->setToolTip(explanation.isEmpty() ? text : explanation);
    m_warning->setVisible(!text.isEmpty());
    fold();
}

/// Shows as many of the foldable widgets as the width has room for beside the whole title, then shortens the
/// title.
void PaneHeader::fold()
{
    const QMargins margins = layout()->contentsMargins();
    const int spacing = layout()->spacing();
    int room = width() - margins.left() - margins.right();
    for (const QWidget *fixed :
         {static_cast<QWidget *>(m_seen), static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_page),
          static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_warning)}) {
        if (!fixed->isHidden())
            room -= fixed->sizeHint().width() + spacing;
    }
    const int titleWidth = m_title->fontMetrics().horizontalAdvance(m_titleText) + 2;
    int left = room - titleWidth - spacing;
    bool full = false;
    for (auto widget = m_foldable.crbegin(); widget != m_foldable.crend(); ++widget) {
        const int needed = (*widget == m_zoom ? m_zoom->sizeHint().width() : buttonSide) + spacing;
        full = full || left < needed || (!m_hasPicture && *widget != m_foldable.at(4));
        (*widget)->setVisible(!full);
        left -= full ? 0 : needed;
    }
    m_title->setText(
        m_title->fontMetrics().elidedText(m_titleText, Qt::ElideRight, qMax(titleWidth / 3, room)));
}

void PaneHeader::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fold();
}

void PaneHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
}

void PaneHeader::mouseMoveEvent(QMouseEvent *event)
{
    const bool far = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !far)
        return;
    auto *drag = new QDrag(this);
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(mimeType), {});
    drag->setMimeData(data);
    drag->setPixmap(grab());
    drag->setHotSpot(m_pressedAt);
    drag->exec(Qt::MoveAction);
}

void PaneHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT fillRequested();
}

void PaneHeader::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_seen)
        showSeen();
    if (event->type() == QEvent::FontChange && m_title)
        fold();
}

} // namespace scrutineer::ui

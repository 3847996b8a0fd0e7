// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decision/take_back_banner.h"

#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

TakeBackBanner::TakeBackBanner(std::function<QDateTime()> now, QWidget *parent)
    : QFrame(parent), m_now(std::move(now))
{
    setObjectName(u"takeBackBanner"_s);
    setKind(this, "done"_L1);
    m_text = new QLabel(this);
    m_text->setObjectName(u"takeBackText"_s);
    m_left = new QProgressBar(this);
    m_left->setTextVisible(false);
    m_left->setFixedSize(120, 6);
    m_left->setAccessibleName(tr("Time left to take the decision back"));
    m_button = new QPushButton(this);
    m_button->setObjectName(u"takeBackButton"_s);
    m_button->setIcon(icon(Icon::Undo));
    m_button->setToolTip(tr("Take the decision back (Ctrl+Z)"));
    setKind(m_button, "plain"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::wideGap, metrics::smallGap, metrics::gap, metrics::smallGap);
    layout->addWidget(m_text);
    layout->addStretch();
    layout->addWidget(m_left);
    layout->addWidget(m_button);
    m_timer = new QTimer(this);
    m_timer->setInterval(200);
    connect(m_timer, &QTimer::timeout, this, &TakeBackBanner::tick);
    connect(m_button, &QPushButton::clicked, this, &TakeBackBanner::takeBackRequested);
    hide();
}

void TakeBackBanner::showFor(const QString &what, const QDateTime &until)
{
    m_text->setText(what);
    m_until = until;
    m_totalMs = std::max<qint64>(1, m_now().msecsTo(until));
    m_timer->start();
    show();
    tick();
}

void TakeBackBanner::dismiss()
{
    m_timer->stop();
    hide();
}

bool TakeBackBanner::isOpen() const
{
    return m_timer->isActive();
}

void TakeBackBanner::tick()
{
    const qint64 leftMs = m_now().msecsTo(m_until);
    if (leftMs <= 0) {
        dismiss();
        Q_EMIT expired();
        return;
    }
    m_left->setRange(0, static_cast<int>(m_totalMs));
    m_left->setValue(static_cast<int>(std::min(leftMs, m_totalMs)));
    m_button->setText(tr("Take back (%1 s)").arg((leftMs + 999) / 1000));
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decision/reason_chips.h"

#include "engine/policy/catalogue.h"
#include "ui/decision/flow_layout.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

ReasonChips::ReasonChips(QWidget *parent)
    : QWidget(parent), m_language(u"en"_s), m_layout(new FlowLayout(metrics::smallGap, this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_add = new QToolButton(this);
    m_add->setObjectName(u"addReasonButton"_s);
    m_add->setText(tr("+ Reason"));
    m_add->setAccessibleName(tr("Add a reason from the catalogue"));
    m_add->setToolTip(tr("Add a reason from the catalogue (W)"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(new QMenu(m_add));
    setKind(m_add, "fold"_L1);
    connect(m_add->menu(), &QMenu::aboutToShow, this, &ReasonChips::fillMenu);
    show();
}

void ReasonChips::setLanguage(const QString &language)
{
    m_language = language;
    show();
}

void ReasonChips::setReasons(const QList<int> &reasons)
{
    m_reasons = reasons;
    show();
}

void ReasonChips::setLocked(bool locked)
{
    m_locked = locked;
    show();
}

void ReasonChips::openMenu()
{
    // Not showMenu(): that one waits in an event loop of its own until the menu closes.
    if (m_add->isEnabled())
        m_add->menu()->popup(m_add->mapToGlobal(QPoint(0, -m_add->menu()->sizeHint().height())));
}

void ReasonChips::fillMenu()
{
    QMenu *menu = m_add->menu();
    menu->clear();
    QMenu *groupMenu = nullptr;
    int group = -1;
    for (const policy::CheckInfo &check : policy::catalogue()) {
        if (check.group() != group) {
            group = check.group();
            groupMenu = menu->addMenu(u"&%1  %2"_s.arg(group).arg(policy::groupLabel(group)));
        }
        const policy::ReasonText text = policy::reasonText(check.reason, m_language);
        QAction *action = groupMenu->addAction(u"%1  %2"_s.arg(check.reason).arg(text.title));
        action->setToolTip(text.reviewer);
        action->setEnabled(!m_reasons.contains(check.reason));
        connect(action, &QAction::triggered, this,
                [this, reason = check.reason] { Q_EMIT addRequested(reason); });
    }
}

void ReasonChips::show()
{
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    for (QWidget *chip : std::as_const(m_chips)) {
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (const int reason : std::as_const(m_reasons)) {
        const policy::ReasonText text = policy::reasonText(reason, m_language);
        auto *chip = new QPushButton(u"%1 %2"_s.arg(reason).arg(text.title), this);
        chip->setObjectName(u"reasonChip_%1"_s.arg(reason));
        chip->setIcon(icon(Icon::Close));
        chip->setIconSize(QSize(12, 12));
        chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        chip->setToolTip(tr("%1 Click to take this reason out.").arg(text.reviewer));
        chip->setAccessibleName(tr("Reason %1 %2, press to take it out").arg(reason).arg(text.title));
        chip->setEnabled(!m_locked);
        setKind(chip, "chip"_L1);
        connect(chip, &QPushButton::clicked, this, [this, reason] { Q_EMIT removeRequested(reason); });
        m_chips.append(chip);
        m_layout->addWidget(chip);
        chip->show();
    }
    m_add->setEnabled(!m_locked);
    m_layout->addWidget(m_add);
    m_layout->invalidate();
    updateGeometry();
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/course_banner.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

CourseBanner::CourseBanner(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"courseBanner"_s);
    setKind(this, "note"_L1);
    m_text = new QLabel(this);
    m_text->setObjectName(u"courseText"_s);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"courseProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the course"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setMinimumWidth(120);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(u"courseCancelButton"_s);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_text->setText(tr("Stopping…"));
        Q_EMIT cancelRequested();
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::wideGap, metrics::smallGap, metrics::gap, metrics::smallGap);
    layout->addWidget(m_text);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_cancel);
    hide();
}

void CourseBanner::showProgress(int done, int total)
{
    if (isHidden())
        m_cancel->setEnabled(true);
    if (m_cancel->isEnabled())
        m_text->setText(total > 0 ? tr("Drawing the cases of the course: %1 of %2").arg(done).arg(total)
                                  : tr("Drawing the cases of the course"));
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    show();
}

} // namespace scrutineer::ui

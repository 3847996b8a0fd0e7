// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_banner.h"

#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

namespace {
constexpr qsizetype mostDetails = 12;
/// What went well needs no click to go away.
constexpr int doneShownMs = 8000;
} // namespace

NoticeBanner::NoticeBanner(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"noticeBanner"_s);
    m_text = new QLabel(this);
    m_text->setObjectName(u"noticeText"_s);
    m_details = new QLabel(this);
    m_details->hide();
    for (QLabel *label : {m_text, m_details}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_more = new QToolButton(this);
    m_more->setText(tr("Details"));
    m_more->setCheckable(true);
    setKind(m_more, "fold"_L1);
    connect(m_more, &QToolButton::toggled, m_details, &QWidget::setVisible);
    auto *close = new QToolButton(this);
    close->setObjectName(u"noticeCloseButton"_s);
    close->setIcon(icon(Icon::Close));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close the notice"));
    setKind(close, "fold"_L1);
    connect(close, &QToolButton::clicked, this, &NoticeBanner::dismiss);
    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::wideGap, metrics::smallGap, metrics::smallGap, metrics::smallGap);
    layout->addLayout(row);
    layout->addWidget(m_details);
    m_goAway = new QTimer(this);
    m_goAway->setSingleShot(true);
    m_goAway->setInterval(doneShownMs);
    connect(m_goAway, &QTimer::timeout, this, &NoticeBanner::dismiss);
    connect(m_more, &QToolButton::clicked, m_goAway, &QTimer::stop);
    hide();
}

void NoticeBanner::tell(Tone tone, const QString &text, const QStringList &details)
{
    setKind(this, tone == Tone::Done ? "done"_L1 : tone == Tone::Warning ? "warning"_L1 : "error"_L1);
    m_text->setText(text);
    QStringList lines = details.mid(0, mostDetails);
    if (details.size() > mostDetails)
        lines.append(tr("and %n more", nullptr, static_cast<int>(details.size() - mostDetails)));
    m_details->setText(lines.join(u'\n'));
    m_more->setVisible(!details.isEmpty());
    m_more->setChecked(false);
    tone == Tone::Done ? m_goAway->start() : m_goAway->stop();
    show();
}

QString NoticeBanner::text() const
{
    return m_text->text();
}

} // namespace scrutineer::ui

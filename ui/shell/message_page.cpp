// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/message_page.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

namespace {
constexpr int signSide = 56;
constexpr int textWidth = 520;
} // namespace

MessagePage::MessagePage(QWidget *parent) : QWidget(parent)
{
    m_sign = new QLabel(this);
    m_heading = new QLabel(this);
    m_heading->setObjectName(u"pageHeading"_s);
    setKind(m_heading, "heading"_L1);
    m_text = new QLabel(this);
    m_text->setObjectName(u"pageText"_s);
    m_detail = new QLabel(this);
    m_detail->setObjectName(u"pageDetail"_s);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setKind(m_detail, "dim"_L1);
    for (QLabel *label : {m_heading, m_text, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
    }
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(metrics::gap);
    // A column of its own: wrapped labels get their height only from a layout that gives them its whole
    // width.
    auto *column = new QWidget(this);
    column->setFixedWidth(textWidth);
    auto *texts = new QVBoxLayout(column);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(metrics::wideGap);
    texts->addWidget(m_sign, 0, Qt::AlignCenter);
    texts->addWidget(m_heading);
    texts->addWidget(m_text);
    texts->addWidget(m_detail);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::wideGap);
    layout->addStretch(2);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::gap);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

void MessagePage::setPage(const PageText &page)
{
    m_icon = page.sign;
    paintSign();
    m_heading->setText(page.heading);
    m_text->setText(page.text);
    m_text->setVisible(!page.text.isEmpty());
    m_detail->setText(page.detail);
    m_detail->setVisible(!page.detail.isEmpty());
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_buttons->addStretch();
    bool first = true;
    for (const PageText::Button &entry : page.buttons) {
        auto *button = new QPushButton(entry.text, this);
        button->setObjectName(entry.name);
        setKind(button, first ? "primary"_L1 : "plain"_L1);
        connect(button, &QPushButton::clicked, this, entry.pressed);
        m_buttons->addWidget(button);
        button->show();
        first = false;
    }
    m_buttons->addStretch();
}

QString MessagePage::heading() const
{
    return m_heading->text();
}

void MessagePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_sign)
        paintSign();
}

void MessagePage::paintSign()
{
    m_sign->setPixmap(icon(m_icon, tokensFor(palette()).dim).pixmap(signSide, signSide));
}

} // namespace scrutineer::ui

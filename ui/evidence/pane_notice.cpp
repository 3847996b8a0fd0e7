// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/pane_notice.h"

#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QHash>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace scrutineer::ui {

namespace {
constexpr int signSide = 40;
constexpr int widestProgress = 220;
constexpr int progressHeight = 6;
} // namespace

QString stageLabel(const QString &stage)
{
    static const QHash<QString, const char *> labels{
        {QStringLiteral("decoding"), QT_TRANSLATE_NOOP("scrutineer", "Opening the file")},
        {QStringLiteral("rendering"), QT_TRANSLATE_NOOP("scrutineer", "Drawing the pages")},
        {QStringLiteral("geometry"), QT_TRANSLATE_NOOP("scrutineer", "Looking for the document's edges")},
        {QStringLiteral("quad"), QT_TRANSLATE_NOOP("scrutineer", "Looking for the document's edges")},
        {QStringLiteral("quality"), QT_TRANSLATE_NOOP("scrutineer", "Measuring light and focus")},
        {QStringLiteral("faces"), QT_TRANSLATE_NOOP("scrutineer", "Looking for faces")},
        {QStringLiteral("mrz"), QT_TRANSLATE_NOOP("scrutineer", "Reading the machine-readable zone")},
        {QStringLiteral("barcodes"), QT_TRANSLATE_NOOP("scrutineer", "Reading barcodes")},
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("scrutineer", "Reading the text")},
        {QStringLiteral("ocr"), QT_TRANSLATE_NOOP("scrutineer", "Reading the text")},
        {QStringLiteral("waiting"), QT_TRANSLATE_NOOP("scrutineer", "Waiting for its turn")},
    };
    const char *label = labels.value(stage, QT_TRANSLATE_NOOP("scrutineer", "Reading the file"));
    return QCoreApplication::translate("scrutineer", label);
}

PaneNotice::PaneNotice(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("paneNotice"));
    m_sign = new QLabel(this);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("noticeHeadingLabel"));
    m_heading->setProperty("kind", QStringLiteral("title"));
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("noticeSentenceLabel"));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(widestProgress);
    m_progress->setFixedHeight(progressHeight);
    m_progress->setRange(0, 100);
    for (QLabel *label : {m_sign, m_heading, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(label == m_sign ? Qt::AutoText : Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::wideGap, metrics::wideGap, metrics::wideGap, metrics::wideGap);
    layout->setSpacing(metrics::gap);
    layout->addStretch(2);
    layout->addWidget(m_sign);
    layout->addWidget(m_heading);
    layout->addWidget(m_sentence);
    auto *line = new QHBoxLayout;
    line->addWidget(m_progress);
    layout->addLayout(line);
    layout->addStretch(3);
}

void PaneNotice::showEmpty()
{
    showText(Icon::Queue, tr("No case is open"), tr("Choose one in the queue. Its pictures appear here."));
    m_progress->hide();
}

void PaneNotice::showMissing(const QString &what)
{
    showText(Icon::Missing, tr("Not sent"), tr("The applicant sent no file for: %1.").arg(what));
    m_progress->hide();
}

void PaneNotice::showReading(const QString &stage, double fraction)
{
    showText(Icon::Reading, tr("Still being read"), stageLabel(stage));
    m_progress->setValue(qRound(fraction * 100));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->show();
}

void PaneNotice::showUnreadable(const QString &sentence)
{
    showText(Icon::Unreadable, tr("Cannot be read"), sentence);
    m_progress->hide();
}

QString PaneNotice::sentence() const
{
    return m_sentence->text();
}

void PaneNotice::showText(Icon sign, const QString &heading, const QString &sentence)
{
    m_icon = sign;
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    setAccessibleName(heading);
    setAccessibleDescription(sentence);
    showSign();
}

void PaneNotice::showSign()
{
    const Tokens &tokens = tokensFor(palette());
    const QColor color = m_icon == Icon::Reading   ? tokens.dim
                         : m_icon == Icon::Missing ? tokens.review
                                                   : tokens.flagged;
    m_sign->setPixmap(icon(m_icon, color).pixmap(QSize(signSide, signSide), devicePixelRatioF()));
}

void PaneNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).panel);
}

void PaneNotice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_sign)
        showSign();
}

} // namespace scrutineer::ui

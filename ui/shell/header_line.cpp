// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/header_line.h"

#include "ui/queue/waiting.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

HeaderLine::HeaderLine(std::function<QDateTime()> now, QWidget *parent)
    : QFrame(parent), m_now(std::move(now))
{
    setObjectName(u"headerLine"_s);
    setKind(this, "header"_L1);
    const auto add = [this](const QString &name) {
        auto *label = new QLabel(this);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        return label;
    };
    m_id = add(u"headerCaseId"_s);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setKind(m_id, "title"_L1);
    m_what = add(u"headerWhat"_s);
    m_waiting = add(u"headerWaiting"_s);
    m_counts = add(u"headerCounts"_s);
    m_counts->setTextFormat(Qt::RichText);
    m_clock = add(u"headerClock"_s);
    m_clock->setToolTip(tr("Time on this case"));
    m_reviewer = add(u"headerReviewer"_s);
    m_reviewer->setToolTip(tr("Who decides here"));
    for (QLabel *label : {m_what, m_waiting, m_clock, m_reviewer})
        setKind(label, "dim"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::wideGap, 7, metrics::wideGap, 7);
    layout->setSpacing(18);
    layout->addWidget(m_id);
    layout->addWidget(m_what);
    layout->addWidget(m_waiting);
    layout->addStretch();
    layout->addWidget(m_counts);
    layout->addSpacing(metrics::wideGap);
    layout->addWidget(m_clock);
    layout->addWidget(m_reviewer);
    m_timer = new QTimer(this);
    m_timer->setInterval(1000);
    connect(m_timer, &QTimer::timeout, this, &HeaderLine::tick);
    clear();
}

void HeaderLine::setCase(const Case &input)
{
    m_submittedAt = input.submittedAt;
    m_id->setText(input.id);
    QStringList what{toLabel(input.level)};
    if (input.document && input.document->type)
        what.append(toLabel(*input.document->type) + u' ' + input.document->issuingCountry);
    else if (input.document && !input.document->issuingCountry.isEmpty())
        what.append(input.document->issuingCountry);
    m_what->setText(what.join(u" · "_s).simplified());
    m_onDesk.start();
    m_timer->start();
    tick();
}

void HeaderLine::setCounts(int flagged, int toLookAt, int notAssessed, bool complete)
{
    m_flagged = flagged;
    m_toLookAt = toLookAt;
    m_notAssessed = notAssessed;
    m_complete = complete;
    showCounts();
}

void HeaderLine::setReviewer(const QString &name)
{
    m_reviewer->setText(name);
}

void HeaderLine::clear()
{
    m_timer->stop();
    for (QLabel *label : {m_id, m_what, m_waiting, m_counts, m_clock})
        label->clear();
    m_id->setText(tr("Scrutineer"));
}

void HeaderLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_counts && !m_counts->text().isEmpty())
        showCounts();
}

void HeaderLine::tick()
{
    m_waiting->setText(tr("waiting %1").arg(waitingText(m_submittedAt, m_now())));
    const qint64 seconds = m_onDesk.elapsed() / 1000;
    m_clock->setText(u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

void HeaderLine::showCounts()
{
    const Tokens &tokens = tokensFor(palette());
    const auto part = [](const QColor &colour, QStringView sign, const QString &text) {
        return u"<span style=\"color:%1;font-weight:600\">%2&nbsp;%3</span>"_s.arg(
            colour.name(), sign.toString(), text.toHtmlEscaped());
    };
    QStringList parts;
    if (m_flagged > 0)
        parts.append(part(tokens.flagged, u"▲", tr("%n flag(s)", nullptr, m_flagged)));
    if (m_toLookAt > 0)
        parts.append(part(tokens.review, u"●", tr("%n to look at", nullptr, m_toLookAt)));
    if (m_notAssessed > 0)
        parts.append(part(tokens.notAssessed, u"–", tr("%n not assessed", nullptr, m_notAssessed)));
    if (parts.isEmpty() && m_complete)
        parts.append(part(tokens.clear, u"○", tr("nothing found")));
    if (!m_complete)
        parts.append(part(tokens.dim, u"…", tr("being analysed")));
    m_counts->setText(parts.join(u"&nbsp;&nbsp;&nbsp;"_s));
}

} // namespace scrutineer::ui

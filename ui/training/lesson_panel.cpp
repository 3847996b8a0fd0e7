// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/lesson_panel.h"

#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

namespace {
using Answer = review::TrainingResult::Answer;

QString verdictOf(const review::TrainingResult &result)
{
    if (result.isFlawless())
        return LessonPanel::tr("All right.");
    switch (result.answer) {
    case Answer::Right:
        return LessonPanel::tr("The decision is right, its reasons are not all.");
    case Answer::OtherRefusal:
        return LessonPanel::tr("Not approving was right, but another answer was expected.");
    case Answer::Wrong:
        return LessonPanel::tr("Another decision was expected.");
    }
    return {};
}

QLatin1StringView kindOf(const review::TrainingResult &result)
{
    if (result.isFlawless())
        return "done"_L1;
    return result.answer == Answer::Wrong ? "error"_L1 : "warning"_L1;
}

QLabel *wrapped(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

LessonPanel::LessonPanel(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"lessonPanel"_s);
    setAccessibleName(tr("Lesson"));
    setKind(this, "panel"_L1);
    auto *page = new QWidget(this);
    m_heading = wrapped(page, u"lessonHeading"_s);
    setKind(m_heading, "dim"_L1);
    m_title = wrapped(page, u"lessonTitle"_s);
    setKind(m_title, "heading"_L1);
    m_card = new QFrame(page);
    m_verdict = wrapped(m_card, u"lessonVerdict"_s);
    m_decisions = wrapped(m_card, u"lessonDecisions"_s);
    auto *cardLayout = new QVBoxLayout(m_card);
    cardLayout->addWidget(m_verdict);
    cardLayout->addWidget(m_decisions);
    m_reasonBox = new QWidget(page);
    m_reasons = new QGridLayout(m_reasonBox);
    m_reasons->setContentsMargins(0, 0, 0, 0);
    m_reasons->setColumnStretch(0, 1);
    m_wrong = wrapped(page, u"lessonWrong"_s);
    m_look = wrapped(page, u"lessonLook"_s);
    m_answer = wrapped(page, u"lessonAnswer"_s);

    auto *content = new QVBoxLayout(page);
    for (QWidget *widget : QList<QWidget *>{m_heading, m_title, m_card, m_reasonBox})
        content->addWidget(widget);
    for (const auto &[heading, label] :
         {std::pair(tr("What is wrong"), m_wrong), std::pair(tr("Where to look"), m_look),
          std::pair(tr("What to answer the applicant"), m_answer)}) {
        auto *group = new QLabel(heading, page);
        setKind(group, "group"_L1);
        content->addSpacing(metrics::smallGap);
        content->addWidget(group);
        content->addWidget(label);
    }
    content->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    for (QWidget *clear : {page, scroll->viewport()})
        clear->setAutoFillBackground(false); // the panel's colour shows through
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_next = new QPushButton(icon(Icon::Next), tr("Next case"), this);
    m_next->setObjectName(u"lessonNextButton"_s);
    m_next->setAutoDefault(true);
    setKind(m_next, "primary"_L1);
    connect(m_next, &QPushButton::clicked, this, &LessonPanel::nextRequested);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, metrics::gap);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_next, 0, Qt::AlignCenter);
    setMinimumWidth(240);
    hide();
}

void LessonPanel::setLesson(const review::Lesson &lesson, store::DecisionKind chosen,
                            const review::TrainingResult &result, const std::function<QString(int)> &titleOf)
{
    m_heading->setText(lesson.difficulty > 0 ? tr("Lesson, difficulty %1 of 5").arg(lesson.difficulty)
                                             : tr("Lesson"));
    m_title->setText(lesson.text.title);
    m_title->setVisible(!lesson.text.title.isEmpty());
    setKind(m_card, kindOf(result));
    m_verdict->setText(verdictOf(result));
    m_decisions->setText(
        tr("Expected: %1. You: %2.").arg(store::toLabel(lesson.decision), store::toLabel(chosen)));
    m_wrong->setText(lesson.text.wrong);
    m_look->setText(lesson.text.look);
    m_answer->setText(lesson.text.answer);

    clearReasons();
    const QList<Finding> findings = review::findingsOf(lesson);
    const auto placesOf = [&](int reason) {
        for (const Finding &finding : findings) {
            if (finding.reason == reason)
                return finding.evidence;
        }
        return QList<Region>();
    };
    for (const auto &[list, state, kind] : {std::tuple(&result.right, tr("found"), "clear"_L1),
                                            std::tuple(&result.missed, tr("missed"), "flagged"_L1),
                                            std::tuple(&result.tooMuch, tr("too much"), "review"_L1),
                                            std::tuple(&result.open, tr("open to question"), "dim"_L1)}) {
        for (const int reason : *list)
            addReason(reason, titleOf(reason), state, kind, placesOf(reason));
    }
    m_reasonBox->setVisible(m_reasons->count() > 0);
}

void LessonPanel::focusNext()
{
    m_next->setFocus(Qt::OtherFocusReason);
}

void LessonPanel::addReason(int reason, const QString &title, const QString &state, QLatin1StringView kind,
                            const QList<Region> &places)
{
    const int row = m_reasons->rowCount();
    QLabel *name = wrapped(m_reasonBox, u"lessonReason_%1"_s.arg(reason));
    name->setText(u"%1 %2"_s.arg(reason).arg(title));
    auto *mark = new QLabel(state, m_reasonBox);
    mark->setObjectName(u"lessonState_%1"_s.arg(reason));
    setKind(mark, kind);
    m_reasons->addWidget(name, row, 0);
    m_reasons->addWidget(mark, row, 1);
    if (places.isEmpty())
        return;
    auto *show = new QToolButton(m_reasonBox);
    show->setObjectName(u"lessonShow_%1"_s.arg(reason));
    show->setIcon(icon(Icon::Search));
    show->setToolTip(tr("Show where"));
    show->setAccessibleName(tr("Show where: %1").arg(title));
    setKind(show, "quiet"_L1);
    connect(show, &QToolButton::clicked, this, [this, places] { Q_EMIT regionRequested(places); });
    m_reasons->addWidget(show, row, 2);
}

void LessonPanel::clearReasons()
{
    while (QLayoutItem *item = m_reasons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace scrutineer::ui

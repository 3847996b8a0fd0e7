// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

#include "engine/policy/catalogue.h"
#include "engine/review/compare_table.h"
#include "engine/review/training.h"
#include "ui/compare/compare_view.h"
#include "ui/decision/decision_bar.h"
#include "ui/evidence/evidence_board.h"
#include "ui/evidence/picture_cache.h"
#include "ui/faces/face_strip.h"
#include "ui/findings/findings_panel.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/desk_areas.h"
#include "ui/shell/header_line.h"
#include "ui/shell/message_page.h"
#include "ui/training/lesson_panel.h"

#include <QListView>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

class Desk::Private
{
public:
    Private(Desk &desk, policy::Policy rules, const std::function<QDateTime()> &now)
        : q(desk), policy(std::move(rules)), areas(layOutDesk(desk, now))
    {
    }

    void connectFindings();
    void connectEvidence();
    void bind();
    void showFindings(const QList<Finding> &findings);
    void showAnalysis();
    void showLessonPanel(bool shown) const;
    [[nodiscard]] FaceBands bandsFor(const facts::Facts &facts) const;
    /// A file's first page is on the board as soon as it is there; the others only when somebody turns to
    /// them.
    void markShown(const facts::DisplayPage &page) const
    {
        if (session && page.page == 0)
            session->markViewed(page.path, page.page, false);
    }
    void guard(const Result<void> &done)
    {
        if (!done)
            Q_EMIT q.failed(done.error());
    }

    Desk &q;
    policy::Policy policy;
    QPointer<review::ReviewSession> session;
    QSet<QString> hiddenChecks;
    DeskAreas areas;
    QString language = QStringLiteral("en");
};

void Desk::Private::connectFindings()
{
    QObject::connect(areas.findings, &FindingsPanel::findingSelected, areas.evidence,
                     &EvidenceBoard::setSelectedCheck);
    QObject::connect(areas.findings, &FindingsPanel::regionRequested, &q,
                     [this](const QList<Region> &regions) { areas.evidence->flyTo(regions); });
    QObject::connect(areas.findings, &FindingsPanel::confirmRequested, &q, [this](const QString &checkId) {
        if (!session)
            return;
        guard(session->confirm(checkId));
        areas.findings->stepToOpen();
    });
    QObject::connect(areas.findings, &FindingsPanel::dismissRequested, &q,
                     [this](const QString &checkId, const QString &why) {
                         if (!session)
                             return;
                         guard(session->dismiss(checkId, why));
                         areas.findings->stepToOpen();
                     });
    QObject::connect(areas.findings, &FindingsPanel::clearVerdictRequested, &q,
                     [this](const QString &checkId) {
                         if (session)
                             guard(session->clearVerdict(checkId));
                     });
    QObject::connect(areas.findings, &FindingsPanel::overlayToggled, &q,
                     [this](const QString &checkId, bool visible) {
                         visible ? void(hiddenChecks.remove(checkId)) : void(hiddenChecks.insert(checkId));
                         areas.evidence->setHiddenChecks(hiddenChecks);
                     });
}

void Desk::Private::connectEvidence()
{
    QObject::connect(areas.evidence, &EvidenceBoard::findingActivated, areas.findings,
                     &FindingsPanel::select);
    QObject::connect(areas.evidence, &EvidenceBoard::seenAtTrueSize, &q,
                     [this](const QString &path, int page) {
                         if (session)
                             session->markViewed(path, page, true);
                     });
    QObject::connect(areas.compare, &CompareView::regionRequested, &q,
                     [this](const Region &region) { areas.evidence->flyTo({region}, true); });
    QObject::connect(areas.faces, &FaceStrip::regionRequested, &q,
                     [this](const Region &region) { areas.evidence->flyTo({region}, true); });
    QObject::connect(areas.lesson, &LessonPanel::regionRequested, &q,
                     [this](const QList<Region> &regions) { areas.evidence->flyTo(regions); });
    QObject::connect(areas.lesson, &LessonPanel::nextRequested, &q, &Desk::lessonRead);
}

void Desk::Private::showLessonPanel(bool shown) const
{
    areas.lesson->setVisible(shown);
    areas.findings->setVisible(!shown);
    areas.faces->setVisible(!shown);
}

void Desk::Private::bind()
{
    QObject::connect(session, &review::ReviewSession::verdictChanged, &q, [this](const QString &checkId) {
        areas.findings->setVerdict(checkId, session->verdictOn(checkId));
    });
    QObject::connect(session, &review::ReviewSession::findingsChanged, &q, [this] { showAnalysis(); });
    QObject::connect(session, &review::ReviewSession::takenBack, &q, [this] {
        areas.findings->setLocked(false);
        showAnalysis();
    });
    QObject::connect(session, &review::ReviewSession::draftSaveFailed, &q, &Desk::failed);
}

void Desk::Private::showFindings(const QList<Finding> &list)
{
    areas.findings->setFindings(
        list, [this](const QString &checkId) { return session ? session->verdictOn(checkId) : nullptr; });
    areas.evidence->setFindings(list);
    areas.faces->setFindings(list);
    int flagged = 0;
    int toLookAt = 0;
    int notAssessed = 0;
    for (const Finding &finding : list) {
        flagged += finding.outcome == Outcome::Flagged;
        toLookAt += finding.outcome == Outcome::Review;
        notAssessed += finding.outcome == Outcome::NotAssessed;
    }
    const auto &facts = session->storedCase().facts;
    areas.header->setCounts(flagged, toLookAt, facts ? notAssessed : 0, facts.has_value());
}

FaceBands Desk::Private::bandsFor(const facts::Facts &facts) const
{
    // Cosines differ from model to model, so each has bands of its own.
    const QString model = facts.faceMatches.isEmpty() ? QString() : facts.faceMatches.constFirst().model;
    const auto band = [this, &model](const QString &name) {
        return policy.thresholds.value(u"face.mismatch/%1.%2"_s.arg(model, name)).value;
    };
    return {band(u"different"_s), band(u"same"_s)};
}

void Desk::Private::showAnalysis()
{
    const store::StoredCase &stored = session->storedCase();
    showFindings(stored.findings);
    areas.compare->setRows(
        review::compareTable(stored.input, stored.facts.value_or(facts::Facts{}), policy.proofMaxAgeMonths));
    if (stored.facts) {
        for (const facts::FileFacts &file : stored.facts->files) {
            if (file.unreadable)
                areas.evidence->fileUnreadable(file.path, sentence(*file.unreadable));
            else if (!file.pages.isEmpty())
                areas.evidence->setPageCount(file.path, static_cast<int>(file.pages.size()));
        }
        areas.faces->setFacts(*stored.facts, bandsFor(*stored.facts));
    }
    for (const store::StoredFile &file : stored.files) {
        if (file.problem)
            areas.evidence->fileUnreadable(file.file.path, sentence(*file.problem));
    }
}

Desk::Desk(policy::Policy policy, const std::function<QDateTime()> &now, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, std::move(policy), now))
{
    d->connectFindings();
    d->connectEvidence();
    connect(d->areas.decision, &DecisionBar::decided, this, [this](const store::Decision &decision) {
        d->areas.findings->setLocked(true);
        Q_EMIT decided(decision);
    });
    connect(d->areas.decision, &DecisionBar::failed, this, &Desk::failed);
    connect(d->areas.queue, &QueuePanel::failed, this, &Desk::failed);
}

Desk::~Desk() = default;

void Desk::openCase(review::ReviewSession *session, const QList<facts::DisplayPage> &pages)
{
    if (d->session)
        d->session->disconnect(this);
    d->session = session;
    d->hiddenChecks.clear();
    d->showLessonPanel(false);
    d->bind();
    const store::StoredCase &stored = session->storedCase();
    d->areas.middle->setCurrentIndex(1);
    d->areas.header->setCase(stored.input);
    d->areas.queue->setCurrentCase(stored.input.id);
    d->areas.evidence->setHiddenChecks({});
    d->areas.evidence->setCase(stored.input, pages, d->policy.requiredRoles.value(stored.input.level));
    QHash<QString, QSet<int>> seen;
    for (const store::ViewedMark &mark : stored.viewed) {
        if (mark.trueSize)
            seen[mark.path].insert(mark.page);
    }
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        d->areas.evidence->setSeen(it.key(), it.value());
    d->areas.faces->setCase(stored.input, pages);
    d->areas.findings->startCase();
    d->areas.findings->setLocked(session->standingDecision() != nullptr);
    d->showAnalysis();
    d->areas.decision->setSession(session);
    // Keys act on the new case at once; only who walks through the list stays there.
    if (!d->areas.queue->view()->hasFocus())
        d->areas.findings->setFocus(Qt::OtherFocusReason);
    for (const facts::DisplayPage &page : pages)
        d->markShown(page);
}

void Desk::closeCase()
{
    if (d->session)
        d->session->disconnect(this);
    d->session = nullptr;
    d->showLessonPanel(false);
    d->areas.decision->setSession(nullptr);
    d->areas.findings->startCase();
    d->areas.findings->setFindings({}, nullptr);
    d->areas.evidence->clear();
    d->areas.faces->clear();
    d->areas.compare->clear();
    d->areas.header->clear();
    d->areas.queue->setCurrentCase(QString());
    d->areas.middle->setCurrentIndex(0);
}

void Desk::setRestPage(const PageText &page)
{
    d->areas.rest->setPage(page);
}

void Desk::addPage(const facts::DisplayPage &page)
{
    d->areas.evidence->addPage(page);
    d->areas.faces->addPage(page);
    d->markShown(page);
}

void Desk::fileProgressed(const QString &path, const QString &stage, double fraction)
{
    d->areas.evidence->fileProgressed(path, stage, fraction);
}

void Desk::showInterimFindings(const QList<Finding> &findings)
{
    if (d->session)
        d->showFindings(findings);
}

Result<void> Desk::showLesson(const QByteArray &truth, const store::Decision &decision)
{
    return review::readLesson(truth, d->language).map([&](const review::Lesson &lesson) {
        d->areas.lesson->setLesson(
            lesson, decision.kind, review::compare(lesson, decision.kind, decision.reasons),
            [this](int reason) { return policy::reasonText(reason, d->language, d->policy).title; });
        const QList<Finding> flaws = review::findingsOf(lesson);
        d->areas.evidence->setFindings(flaws);
        QList<Region> places;
        for (const Finding &flaw : flaws)
            places += flaw.evidence;
        d->areas.evidence->flyTo(places);
        d->showLessonPanel(true);
        d->areas.lesson->focusNext();
    });
}

void Desk::prefetch(const QList<facts::DisplayPage> &pages)
{
    for (const facts::DisplayPage &page : pages)
        d->areas.cache->prefetch(page);
}

void Desk::setReviewer(const QString &name)
{
    d->areas.header->setReviewer(name);
}

void Desk::setLanguage(const QString &language)
{
    d->language = language;
    d->areas.findings->setLanguage(language);
    d->areas.decision->setLanguage(language);
}

void Desk::setSingleKeysEnabled(bool enabled)
{
    d->areas.findings->setSingleKeysEnabled(enabled);
    d->areas.evidence->setSingleKeysEnabled(enabled);
    d->areas.decision->setSingleKeysEnabled(enabled);
}

void Desk::setReducedMotion(bool reduced)
{
    d->areas.evidence->setReducedMotion(reduced);
}

void Desk::focusNextArea()
{
    const auto holds = [](const QWidget *area) { return area->isAncestorOf(QApplication::focusWidget()); };
    if (holds(d->areas.queue)) {
        d->areas.evidence->focusNextPane();
    } else if (holds(d->areas.evidence)) {
        d->areas.findings->focusList();
    } else if (holds(d->areas.findings)) {
        d->areas.decision->focusFirst();
    } else {
        d->areas.queue->view()->setFocus(Qt::ShortcutFocusReason);
    }
}

review::ReviewSession *Desk::session() const
{
    return d->session;
}
QueuePanel *Desk::queue() const
{
    return d->areas.queue;
}
EvidenceBoard *Desk::evidence() const
{
    return d->areas.evidence;
}
FindingsPanel *Desk::findings() const
{
    return d->areas.findings;
}
FaceStrip *Desk::faces() const
{
    return d->areas.faces;
}
DecisionBar *Desk::decision() const
{
    return d->areas.decision;
}

} // namespace scrutineer::ui

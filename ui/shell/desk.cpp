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
#include "ui/shell/header_line.h"
#include "ui/shell/message_page.h"
#include "ui/theme/theme.h"
#include "ui/training/lesson_panel.h"

#include <QListView>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

class Desk::Private
{
public:
    Private(Desk &desk, policy::Policy rules) : q(desk), policy(std::move(rules)) {}

    void build(const std::function<QDateTime()> &now);
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
    PictureCache *cache = nullptr;
    HeaderLine *header = nullptr;
    QueuePanel *queue = nullptr;
    QStackedWidget *middle = nullptr;
    MessagePage *rest = nullptr;
    EvidenceBoard *evidence = nullptr;
    FindingsPanel *findings = nullptr;
    FaceStrip *faces = nullptr;
    CompareView *compare = nullptr;
    LessonPanel *lesson = nullptr;
    DecisionBar *decision = nullptr;
    QString language = QStringLiteral("en");
};

void Desk::Private::build(const std::function<QDateTime()> &now)
{
    cache = new PictureCache(qint64{768} << 20, &q);
    header = new HeaderLine(now, &q);
    queue = new QueuePanel(now, &q);
    evidence = new EvidenceBoard(*cache, &q);
    faces = new FaceStrip(&q);
    compare = new CompareView(&q);
    findings = new FindingsPanel(&q);
    lesson = new LessonPanel(&q);
    decision = new DecisionBar(now, &q);
    rest = new MessagePage(&q);

    auto *centre = new QSplitter(Qt::Vertical, &q);
    centre->setObjectName(u"centreSplitter"_s);
    centre->addWidget(evidence);
    centre->addWidget(compare);
    centre->setStretchFactor(0, 1);
    centre->setChildrenCollapsible(false);
    auto *right = new QSplitter(Qt::Vertical, &q);
    right->addWidget(lesson);
    right->addWidget(findings);
    right->addWidget(faces);
    right->setStretchFactor(0, 1);
    right->setStretchFactor(1, 1);
    right->setChildrenCollapsible(false);
    auto *work = new QSplitter(Qt::Horizontal, &q);
    work->addWidget(centre);
    work->addWidget(right);
    work->setStretchFactor(0, 1);
    work->setSizes({860, 320});
    work->setChildrenCollapsible(false);
    middle = new QStackedWidget(&q);
    middle->addWidget(rest);
    middle->addWidget(work);
    auto *columns = new QSplitter(Qt::Horizontal, &q);
    columns->addWidget(queue);
    columns->addWidget(middle);
    columns->setStretchFactor(1, 1);
    columns->setSizes({230, 1130});
    columns->setCollapsible(1, false);
    for (QSplitter *splitter : {centre, right, work, columns})
        splitter->setHandleWidth(6);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(6, 6, 6, 6);
    body->setSpacing(6);
    body->addWidget(columns, 1);
    body->addWidget(decision);
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addLayout(body, 1);
}

void Desk::Private::connectFindings()
{
    QObject::connect(findings, &FindingsPanel::findingSelected, evidence, &EvidenceBoard::setSelectedCheck);
    QObject::connect(findings, &FindingsPanel::regionRequested, &q,
                     [this](const QList<Region> &regions) { evidence->flyTo(regions); });
    QObject::connect(findings, &FindingsPanel::confirmRequested, &q, [this](const QString &checkId) {
        if (!session)
            return;
        guard(session->confirm(checkId));
        findings->stepToOpen();
    });
    QObject::connect(findings, &FindingsPanel::dismissRequested, &q,
                     [this](const QString &checkId, const QString &why) {
                         if (!session)
                             return;
                         guard(session->dismiss(checkId, why));
                         findings->stepToOpen();
                     });
    QObject::connect(findings, &FindingsPanel::clearVerdictRequested, &q, [this](const QString &checkId) {
        if (session)
            guard(session->clearVerdict(checkId));
    });
    QObject::connect(findings, &FindingsPanel::overlayToggled, &q,
                     [this](const QString &checkId, bool visible) {
                         visible ? void(hiddenChecks.remove(checkId)) : void(hiddenChecks.insert(checkId));
                         evidence->setHiddenChecks(hiddenChecks);
                     });
}

void Desk::Private::connectEvidence()
{
    QObject::connect(evidence, &EvidenceBoard::findingActivated, findings, &FindingsPanel::select);
    QObject::connect(evidence, &EvidenceBoard::seenAtTrueSize, &q, [this](const QString &path, int page) {
        if (session)
            session->markViewed(path, page, true);
    });
    QObject::connect(compare, &CompareView::regionRequested, &q,
                     [this](const Region &region) { evidence->flyTo({region}, true); });
    QObject::connect(faces, &FaceStrip::regionRequested, &q,
                     [this](const Region &region) { evidence->flyTo({region}, true); });
    QObject::connect(lesson, &LessonPanel::regionRequested, &q,
                     [this](const QList<Region> &regions) { evidence->flyTo(regions); });
    QObject::connect(lesson, &LessonPanel::nextRequested, &q, &Desk::lessonRead);
}

void Desk::Private::showLessonPanel(bool shown) const
{
    lesson->setVisible(shown);
    findings->setVisible(!shown);
    faces->setVisible(!shown);
}

void Desk::Private::bind()
{
    QObject::connect(session, &review::ReviewSession::verdictChanged, &q, [this](const QString &checkId) {
        findings->setVerdict(checkId, session->verdictOn(checkId));
    });
    QObject::connect(session, &review::ReviewSession::findingsChanged, &q, [this] { showAnalysis(); });
    QObject::connect(session, &review::ReviewSession::takenBack, &q, [this] {
        findings->setLocked(false);
        showAnalysis();
    });
    QObject::connect(session, &review::ReviewSession::draftSaveFailed, &q, &Desk::failed);
}

void Desk::Private::showFindings(const QList<Finding> &list)
{
    findings->setFindings(
        list, [this](const QString &checkId) { return session ? session->verdictOn(checkId) : nullptr; });
    evidence->setFindings(list);
    faces->setFindings(list);
    int flagged = 0;
    int toLookAt = 0;
    int notAssessed = 0;
    for (const Finding &finding : list) {
        flagged += finding.outcome == Outcome::Flagged;
        toLookAt += finding.outcome == Outcome::Review;
        notAssessed += finding.outcome == Outcome::NotAssessed;
    }
    const auto &facts = session->storedCase().facts;
    header->setCounts(flagged, toLookAt, facts ? notAssessed : 0, facts.has_value());
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
    compare->setRows(
        review::compareTable(stored.input, stored.facts.value_or(facts::Facts{}), policy.proofMaxAgeMonths));
    if (stored.facts) {
        for (const facts::FileFacts &file : stored.facts->files) {
            if (file.unreadable)
                evidence->fileUnreadable(file.path, sentence(*file.unreadable));
            else if (!file.pages.isEmpty())
                evidence->setPageCount(file.path, static_cast<int>(file.pages.size()));
        }
        faces->setFacts(*stored.facts, bandsFor(*stored.facts));
    }
    for (const store::StoredFile &file : stored.files) {
        if (file.problem)
            evidence->fileUnreadable(file.file.path, sentence(*file.problem));
    }
}

Desk::Desk(policy::Policy policy, std::function<QDateTime()> now, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, std::move(policy)))
{
    d->build(now);
    d->connectFindings();
    d->connectEvidence();
    connect(d->decision, &DecisionBar::decided, this, [this](const store::Decision &decision) {
        d->findings->setLocked(true);
        Q_EMIT decided(decision);
    });
    connect(d->decision, &DecisionBar::failed, this, &Desk::failed);
    connect(d->queue, &QueuePanel::failed, this, &Desk::failed);
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
    d->middle->setCurrentIndex(1);
    d->header->setCase(stored.input);
    d->queue->setCurrentCase(stored.input.id);
    d->evidence->setHiddenChecks({});
    d->evidence->setCase(stored.input, pages, d->policy.requiredRoles.value(stored.input.level));
    QHash<QString, QSet<int>> seen;
    for (const store::ViewedMark &mark : stored.viewed) {
        if (mark.trueSize)
            seen[mark.path].insert(mark.page);
    }
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        d->evidence->setSeen(it.key(), it.value());
    d->faces->setCase(stored.input, pages);
    d->findings->startCase();
    d->findings->setLocked(session->standingDecision() != nullptr);
    d->showAnalysis();
    d->decision->setSession(session);
    // Keys act on the new case at once; only who walks through the list stays there.
    if (!d->queue->view()->hasFocus())
        d->findings->setFocus(Qt::OtherFocusReason);
    for (const facts::DisplayPage &page : pages)
        d->markShown(page);
}

void Desk::closeCase()
{
    if (d->session)
        d->session->disconnect(this);
    d->session = nullptr;
    d->showLessonPanel(false);
    d->decision->setSession(nullptr);
    d->findings->startCase();
    d->findings->setFindings({}, nullptr);
    d->evidence->clear();
    d->faces->clear();
    d->compare->clear();
    d->header->clear();
    d->queue->setCurrentCase(QString());
    d->middle->setCurrentIndex(0);
}

void Desk::setRestPage(const PageText &page)
{
    d->rest->setPage(page);
}

void Desk::addPage(const facts::DisplayPage &page)
{
    d->evidence->addPage(page);
    d->faces->addPage(page);
    d->markShown(page);
}

void Desk::fileProgressed(const QString &path, const QString &stage, double fraction)
{
    d->evidence->fileProgressed(path, stage, fraction);
}

void Desk::showInterimFindings(const QList<Finding> &findings)
{
    if (d->session)
        d->showFindings(findings);
}

Result<void> Desk::showLesson(const QByteArray &truth, const store::Decision &decision)
{
    return review::readLesson(truth, d->language).map([&](const review::Lesson &lesson) {
        d->lesson->setLesson(
            lesson, decision.kind, review::compare(lesson, decision.kind, decision.reasons),
            [this](int reason) { return policy::reasonText(reason, d->language, d->policy).title; });
        const QList<Finding> flaws = review::findingsOf(lesson);
        d->evidence->setFindings(flaws);
        QList<Region> places;
        for (const Finding &flaw : flaws)
            places += flaw.evidence;
        d->evidence->flyTo(places);
        d->showLessonPanel(true);
        d->lesson->focusNext();
    });
}

void Desk::prefetch(const QList<facts::DisplayPage> &pages)
{
    for (const facts::DisplayPage &page : pages)
        d->cache->prefetch(page);
}

void Desk::setReviewer(const QString &name)
{
    d->header->setReviewer(name);
}

void Desk::setLanguage(const QString &language)
{
    d->language = language;
    d->findings->setLanguage(language);
    d->decision->setLanguage(language);
}

void Desk::setSingleKeysEnabled(bool enabled)
{
    d->findings->setSingleKeysEnabled(enabled);
    d->evidence->setSingleKeysEnabled(enabled);
    d->decision->setSingleKeysEnabled(enabled);
}

void Desk::setReducedMotion(bool reduced)
{
    d->evidence->setReducedMotion(reduced);
}

void Desk::focusNextArea()
{
    const auto holds = [](const QWidget *area) { return area->isAncestorOf(QApplication::focusWidget()); };
    if (holds(d->queue)) {
        d->evidence->focusNextPane();
    } else if (holds(d->evidence)) {
        d->findings->focusList();
    } else if (holds(d->findings)) {
        d->decision->focusFirst();
    } else {
        d->queue->view()->setFocus(Qt::ShortcutFocusReason);
    }
}

review::ReviewSession *Desk::session() const
{
    return d->session;
}
QueuePanel *Desk::queue() const
{
    return d->queue;
}
EvidenceBoard *Desk::evidence() const
{
    return d->evidence;
}
FindingsPanel *Desk::findings() const
{
    return d->findings;
}
FaceStrip *Desk::faces() const
{
    return d->faces;
}
DecisionBar *Desk::decision() const
{
    return d->decision;
}

} // namespace scrutineer::ui

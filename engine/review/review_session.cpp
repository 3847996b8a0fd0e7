// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/review_session.h"

#include "engine/policy/catalogue.h"

#include <QTimer>
#include <QUuid>

namespace scrutineer::review {

using namespace Qt::StringLiterals;

ReviewSession::ReviewSession(store::StoredCase stored, SessionSettings settings, Ledger &ledger,
                             QObject *parent)
    : QObject(parent), m_case(std::move(stored)), m_settings(std::move(settings)), m_ledger(ledger),
      m_autosave(new QTimer(this))
{
    m_autosave->setSingleShot(true);
    m_autosave->setInterval(m_settings.autosaveAfter);
    connect(m_autosave, &QTimer::timeout, this, [this] { static_cast<void>(saveDraft()); });
    if (m_case.draft)
        m_draft = *m_case.draft;
    else if (const Decision *decision = standingDecision())
        m_draft = draftOf(*decision);
    if (m_draft.language.isEmpty())
        m_draft.language = m_settings.applicantLanguage;
}

ReviewSession::~ReviewSession()
{
    const QSignalBlocker quiet(this);
    static_cast<void>(saveDraft());
}

void ReviewSession::setAnalysis(const facts::Facts &facts, const QList<Finding> &findings,
                                const QString &policySha256)
{
    const QList<int> before = reasons();
    m_case.facts = facts;
    m_case.findings = findings;
    m_case.policySha256 = policySha256;
    if (m_case.state == store::CaseState::Imported && facts.complete)
        m_case.state = store::CaseState::Ready;
    Q_EMIT findingsChanged();
    if (reasons() != before)
        Q_EMIT reasonsChanged();
}

const Finding *ReviewSession::findingOf(const QString &checkId) const
{
    const auto found = std::find_if(m_case.findings.cbegin(), m_case.findings.cend(),
                                    [&](const Finding &finding) { return finding.checkId == checkId; });
    return found == m_case.findings.cend() ? nullptr : &*found;
}

const FindingVerdict *ReviewSession::verdictOn(const QString &checkId) const
{
    const auto found =
        std::find_if(m_draft.verdicts.cbegin(), m_draft.verdicts.cend(),
                     [&](const FindingVerdict &verdict) { return verdict.checkId == checkId; });
    return found == m_draft.verdicts.cend() ? nullptr : &*found;
}

Result<void> ReviewSession::checkOpen() const
{
    if (canTakeBackUntil())
        return failure(ErrorCode::Conflict, caseId(), u"decided; take it back first"_s);
    return {};
}

Result<void> ReviewSession::edit(const std::function<void()> &change)
{
    if (auto open = checkOpen(); !open)
        return open;
    const Draft before = m_draft;
    const QList<int> reasonsBefore = reasons();
    change();
    const bool reasonsDiffer = reasons() != reasonsBefore;
    if (reasonsDiffer && !m_draft.messageEdited)
        compose();
    if (m_draft == before)
        return {};
    m_dirty = true;
    m_autosave->start();
    if (reasonsDiffer)
        Q_EMIT reasonsChanged();
    if (m_draft.message != before.message || m_draft.messageEdited != before.messageEdited ||
        m_draft.language != before.language)
        Q_EMIT messageChanged();
    if (m_draft.note != before.note)
        Q_EMIT noteChanged();
    return {};
}

void ReviewSession::dropVerdict(const QString &checkId)
{
    m_draft.verdicts.removeIf([&](const FindingVerdict &verdict) { return verdict.checkId == checkId; });
}

void ReviewSession::compose()
{
    m_draft.message = composeMessage(reasons(), m_draft.language, m_settings.policy);
}

Result<void> ReviewSession::setVerdict(const QString &checkId, Verdict verdict, const QString &why)
{
    const Finding *finding = findingOf(checkId);
    if (!finding)
        return failure(ErrorCode::NotFound, checkId);
    auto done = edit([&] {
        dropVerdict(checkId);
        m_draft.verdicts.append({checkId, finding->reason, finding->outcome, verdict, why.trimmed()});
        m_draft.removedReasons.removeAll(finding->reason); // judged anew: proposed anew
    });
    if (done)
        Q_EMIT verdictChanged(checkId);
    return done;
}

Result<void> ReviewSession::confirm(const QString &checkId)
{
    return setVerdict(checkId, Verdict::Confirmed, {});
}

Result<void> ReviewSession::dismiss(const QString &checkId, const QString &why)
{
    if (why.trimmed().isEmpty())
        return failure(ErrorCode::InvalidArgument, checkId, u"dismissing needs a reason"_s);
    return setVerdict(checkId, Verdict::Dismissed, why);
}

Result<void> ReviewSession::clearVerdict(const QString &checkId)
{
    auto done = edit([&] { dropVerdict(checkId); });
    if (done)
        Q_EMIT verdictChanged(checkId);
    return done;
}

QList<int> ReviewSession::proposedReasons() const
{
    QList<int> proposed;
    for (const policy::CheckInfo &check : policy::catalogue()) {
        const FindingVerdict *verdict = verdictOn(check.id);
        if (verdict && verdict->verdict == Verdict::Confirmed && !proposed.contains(check.reason))
            proposed.append(check.reason);
    }
    return proposed;
}

QList<int> ReviewSession::reasons() const
{
    QList<int> reasons = proposedReasons();
    reasons.removeIf([&](int reason) { return m_draft.removedReasons.contains(reason); });
    for (const int reason : m_draft.addedReasons) {
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
    return reasons;
}

Result<void> ReviewSession::addReason(int reason)
{
    if (!policy::checkByReason(reason))
        return failure(ErrorCode::NotFound, QString::number(reason));
    return edit([&] {
        m_draft.removedReasons.removeAll(reason);
        if (!proposedReasons().contains(reason) && !m_draft.addedReasons.contains(reason))
            m_draft.addedReasons.append(reason);
    });
}

Result<void> ReviewSession::removeReason(int reason)
{
    return edit([&] {
        m_draft.addedReasons.removeAll(reason);
        if (proposedReasons().contains(reason) && !m_draft.removedReasons.contains(reason))
            m_draft.removedReasons.append(reason);
    });
}

Result<void> ReviewSession::setMessage(const QString &text)
{
    return edit([&] {
        if (text == m_draft.message)
            return;
        m_draft.message = text;
        m_draft.messageEdited = true;
    });
}

Result<void> ReviewSession::recomposeMessage()
{
    return edit([&] {
        m_draft.messageEdited = false;
        compose();
    });
}

Result<void> ReviewSession::setLanguage(const QString &language)
{
    return edit([&] {
        m_draft.language = language;
        if (!m_draft.messageEdited)
            compose();
    });
}

Result<void> ReviewSession::setNote(const QString &text)
{
    return edit([&] { m_draft.note = text; });
}

Result<Decision> ReviewSession::decide(DecisionKind kind, Warnings warnings)
{
    for (const Objection &objection : objections(kind)) {
        if (!objection.warning || warnings == Warnings::Stop)
            return failure(ErrorCode::InvalidArgument, caseId(), objection.what.english());
    }
    Decision decision;
    decision.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    decision.caseId = caseId();
    decision.kind = kind;
    decision.who = m_settings.reviewer;
    decision.at = now();
    decision.policySha256 = m_case.policySha256;
    decision.verdicts = m_draft.verdicts;
    decision.reasons = reasons();
    decision.language = m_draft.language;
    decision.message = m_draft.message;
    decision.note = m_draft.note;
    if (auto recorded = m_ledger.record(decision); !recorded)
        return tl::unexpected(recorded.error());
    m_autosave->stop();
    m_dirty = false;
    m_case.draft.reset();
    m_case.decisions.append(decision);
    m_case.state = store::stateAfter(kind);
    Q_EMIT decided(decision);
    return decision;
}

std::optional<QDateTime> ReviewSession::canTakeBackUntil() const
{
    const Decision *decision = standingDecision();
    if (!decision || decision->who != m_settings.reviewer)
        return std::nullopt;
    const QDateTime until = decision->at.addSecs(m_settings.rules.takeBack.count());
    return now() < until ? std::optional(until) : std::nullopt;
}

Result<void> ReviewSession::takeBack()
{
    if (!canTakeBackUntil())
        return failure(ErrorCode::Conflict, caseId(), u"nothing that can still be taken back"_s);
    const QDateTime at = now();
    const QString id = standingDecision()->id;
    if (auto withdrawn = m_ledger.withdraw(id, m_settings.reviewer, at, m_draft); !withdrawn)
        return withdrawn;
    for (Decision &decision : m_case.decisions) {
        if (decision.id == id)
            decision.withdrawnAt = at;
    }
    m_case.draft = m_draft;
    const Decision *standing = standingDecision();
    if (standing)
        m_case.state = store::stateAfter(standing->kind);
    else
        m_case.state = m_case.facts ? store::CaseState::Ready : store::CaseState::Imported;
    Q_EMIT takenBack();
    return {};
}

Draft ReviewSession::draftOf(const Decision &decision) const
{
    Draft draft;
    draft.verdicts = decision.verdicts;
    draft.language = decision.language;
    draft.message = decision.message;
    draft.note = decision.note;
    QList<int> confirmed;
    for (const FindingVerdict &verdict : decision.verdicts) {
        if (verdict.verdict == Verdict::Confirmed && !confirmed.contains(verdict.reason))
            confirmed.append(verdict.reason);
    }
    for (const int reason : decision.reasons) {
        if (!confirmed.contains(reason))
            draft.addedReasons.append(reason);
    }
    for (const int reason : confirmed) {
        if (!decision.reasons.contains(reason))
            draft.removedReasons.append(reason);
    }
    draft.messageEdited =
        decision.message != composeMessage(decision.reasons, decision.language, m_settings.policy);
    return draft;
}

Result<void> ReviewSession::saveDraft()
{
    m_autosave->stop();
    if (!m_dirty)
        return {};
    auto saved = m_ledger.saveDraft(caseId(), m_draft);
    if (saved) {
        m_dirty = false;
        m_case.draft = m_draft;
    } else {
        Q_EMIT draftSaveFailed(saved.error());
    }
    return saved;
}

QDateTime ReviewSession::now() const
{
    return m_settings.now ? m_settings.now() : QDateTime::currentDateTimeUtc();
}

} // namespace scrutineer::review

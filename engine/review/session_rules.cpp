// SPDX-License-Identifier: GPL-3.0-or-later
// What stands against a decision, and what was looked at.
#include "engine/review/review_session.h"

#include <QCoreApplication>

namespace scrutineer::review {

namespace {
Sentence sentence(const char *text, const QStringList &values = {})
{
    return {QString::fromUtf8(text), values};
}

bool isReadable(const store::StoredFile &file, const std::optional<facts::Facts> &facts)
{
    if (file.problem)
        return false;
    const facts::FileFacts *read = facts ? facts->fileAt(file.file.path) : nullptr;
    return !read || !read->unreadable;
}
} // namespace

QStringList ReviewSession::openFlags() const
{
    QStringList open;
    for (const Finding &finding : m_case.findings) {
        if (finding.outcome == Outcome::Flagged && !verdictOn(finding.checkId))
            open.append(finding.checkId);
    }
    return open;
}

QStringList ReviewSession::standingFlags() const
{
    QStringList standing;
    for (const Finding &finding : m_case.findings) {
        const FindingVerdict *verdict = verdictOn(finding.checkId);
        const bool confirmed = verdict && verdict->verdict == Verdict::Confirmed;
        if (confirmed || (finding.outcome == Outcome::Flagged && !verdict))
            standing.append(finding.checkId);
    }
    return standing;
}

void ReviewSession::markViewed(const QString &path, int page, bool trueSize)
{
    const auto mark =
        std::find_if(m_case.viewed.begin(), m_case.viewed.end(), [&](const store::ViewedMark &earlier) {
            return earlier.path == path && earlier.page == page && earlier.who == m_settings.reviewer;
        });
    const bool known = mark != m_case.viewed.end();
    if (known && (mark->trueSize || !trueSize))
        return;
    const store::ViewedMark now{path, page, m_settings.reviewer, known ? mark->at : this->now(), trueSize};
    if (auto marked = m_ledger.markViewed(caseId(), now); !marked)
        Q_EMIT draftSaveFailed(marked.error());
    if (known)
        *mark = now;
    else
        m_case.viewed.append(now);
    Q_EMIT viewedChanged(path);
}

bool ReviewSession::wasViewed(const QString &path, bool trueSize) const
{
    return std::any_of(m_case.viewed.cbegin(), m_case.viewed.cend(), [&](const store::ViewedMark &mark) {
        return mark.path == path && mark.who == m_settings.reviewer && (mark.trueSize || !trueSize);
    });
}

QStringList ReviewSession::unseenFiles() const
{
    QStringList unseen;
    for (const store::StoredFile &file : m_case.files) {
        if (isReadable(file, m_case.facts) && !wasViewed(file.file.path))
            unseen.append(file.file.path);
    }
    return unseen;
}

std::optional<Objection> ReviewSession::unseenObjection() const
{
    const QStringList unseen = unseenFiles();
    if (unseen.isEmpty() || m_settings.rules.unseenPictures == ReviewRules::Unseen::Allow)
        return std::nullopt;
    return Objection{Objection::Kind::UnseenPictures,
                     m_settings.rules.unseenPictures == ReviewRules::Unseen::Warn,
                     sentence(QT_TRANSLATE_NOOP("scrutineer", "You have not looked at these files: %1."),
                              {unseen.join(QStringLiteral(", "))}),
                     unseen};
}

QList<Objection> ReviewSession::objections(DecisionKind kind) const
{
    QList<Objection> objections;
    const auto add = [&](Objection::Kind what, bool warning, const char *text,
                         const QStringList &about = {}) {
        objections.append({what, warning, sentence(text), about});
    };
    if (canTakeBackUntil())
        add(Objection::Kind::AlreadyDecided, false,
            QT_TRANSLATE_NOOP("scrutineer", "This case is decided. Take the decision back to change it."));
    const bool approve = kind == DecisionKind::Approve;
    if (m_case.findings.isEmpty() || !m_case.facts || !m_case.facts->complete)
        add(Objection::Kind::NotAnalysed, !approve,
            QT_TRANSLATE_NOOP("scrutineer", "The files of this case have not all been analysed yet."));
    const QStringList standing = approve ? standingFlags() : QStringList();
    if (!standing.isEmpty())
        add(Objection::Kind::OpenFlags, false,
            QT_TRANSLATE_NOOP("scrutineer", "Dismiss every flag, with a reason, before you approve."),
            standing);
    else if (approve && !reasons().isEmpty())
        add(Objection::Kind::ReasonsStand, false,
            QT_TRANSLATE_NOOP("scrutineer", "Take the reasons out before you approve."));
    if (!approve && reasons().isEmpty())
        add(Objection::Kind::NeedsReason, false,
            QT_TRANSLATE_NOOP("scrutineer",
                              "Confirm a flag or add a reason: the applicant must be told why."));
    if (const auto unseen = unseenObjection())
        objections.append(*unseen);
    return objections;
}

} // namespace scrutineer::review

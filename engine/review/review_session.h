// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/sentence.h"
#include "engine/policy/policy.h"
#include "engine/review/ledger.h"
#include "engine/store/stored_case.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

class QTimer;

namespace scrutineer::review {

using store::Decision;
using store::DecisionKind;
using store::Draft;
using store::FindingVerdict;
using store::Verdict;

/// What an organisation may set about reviewing.
struct ReviewRules
{
    enum class Unseen {
        Allow,
        Warn, ///< the decision must be asked for a second time
        Refuse,
    };
    Unseen unseenPictures = Unseen::Warn; ///< deciding while a readable picture was never looked at
    std::chrono::seconds takeBack{10};
};

struct SessionSettings
{
    QString reviewer;
    QString applicantLanguage = QStringLiteral("en"); ///< of the message, until the reviewer chooses another
    ReviewRules rules;
    policy::Policy policy = policy::builtIn(); ///< for the words of the message
    std::function<QDateTime()> now;            ///< UTC clock; empty: the system's
    std::chrono::milliseconds autosaveAfter{500};
};

/// Something that stands against a decision.
struct Objection
{
    enum class Kind {
        NeedsReason,  ///< reject and ask for files give at least one reason
        OpenFlags,    ///< approving needs every flagged finding dismissed, and none confirmed
        ReasonsStand, ///< approving, but reasons were put in by hand
        UnseenPictures,
        NotAnalysed,
        AlreadyDecided, ///< the decision can still be taken back: do that first
    };
    Kind kind = Kind::NeedsReason;
    bool warning = false; ///< true: decide(kind, AcceptWarnings) goes through
    Sentence what;
    QStringList about; ///< check ids or file paths

    friend bool operator==(const Objection &, const Objection &) = default;
};

enum class Warnings { Stop, Accept };

/// One reviewer's work on one opened case: verdicts, reasons, message, note, decision, taking it back. Holds
/// the rules; shows nothing. GUI thread; writes through a Ledger that must outlive it. Findings may be
/// replaced while it lives (analysis still running); verdicts stay with their check.
class ReviewSession : public QObject
{
    Q_OBJECT
public:
    ReviewSession(store::StoredCase stored, SessionSettings settings, Ledger &ledger,
                  QObject *parent = nullptr);
    ~ReviewSession() override; ///< saves the draft

    [[nodiscard]] const store::StoredCase &storedCase() const { return m_case; }
    [[nodiscard]] QString caseId() const { return m_case.input.id; }
    void setAnalysis(const facts::Facts &facts, const QList<Finding> &findings, const QString &policySha256);

    // Findings

    [[nodiscard]] const FindingVerdict *verdictOn(const QString &checkId) const;
    /// A finding of any outcome can be confirmed: a person may see what the engine did not.
    /// Errors: NotFound (no such finding), Conflict (decided).
    Result<void> confirm(const QString &checkId);
    /// Errors: InvalidArgument (why is blank), NotFound, Conflict.
    Result<void> dismiss(const QString &checkId, const QString &why);
    Result<void> clearVerdict(const QString &checkId);
    /// Flagged findings without a verdict.
    [[nodiscard]] QStringList openFlags() const;

    // Reasons: those of confirmed findings, each number once in the order of the catalogue, then those added
    // by hand.

    [[nodiscard]] QList<int> reasons() const;
    Result<void> addReason(int reason); ///< Errors: NotFound (not in the catalogue), Conflict
    Result<void> removeReason(int reason);

    // Message and note

    [[nodiscard]] QString message() const { return m_draft.message; }
    [[nodiscard]] bool messageEdited() const { return m_draft.messageEdited; }
    [[nodiscard]] QString language() const { return m_draft.language; }
    [[nodiscard]] QString note() const { return m_draft.note; }
    Result<void> setMessage(const QString &text);      ///< from now on the reviewer's own
    Result<void> recomposeMessage();                   ///< drops the reviewer's changes
    Result<void> setLanguage(const QString &language); ///< composes anew unless edited
    Result<void> setNote(const QString &text);

    // Seen pictures

    void markViewed(const QString &path, int page, bool trueSize);
    [[nodiscard]] bool wasViewed(const QString &path, bool trueSize = false) const;
    /// Readable files that nobody looked at.
    [[nodiscard]] QStringList unseenFiles() const;

    // Decision

    [[nodiscard]] QList<Objection> objections(DecisionKind kind) const;
    /// Recorded when it returns. Errors: InvalidArgument (there are objections), or the ledger's.
    Result<Decision> decide(DecisionKind kind, Warnings warnings = Warnings::Stop);
    /// The decision that stands, or nullptr.
    [[nodiscard]] const Decision *standingDecision() const { return m_case.standingDecision(); }
    /// Until when the standing decision can be taken back; nullopt when it is final or there is none. Counts
    /// from Decision::at, so a session opened anew after a crash can still take it back in time.
    [[nodiscard]] std::optional<QDateTime> canTakeBackUntil() const;
    /// Back to the draft as it was. Errors: Conflict (too late or nothing to take back), or the ledger's.
    Result<void> takeBack();

    /// Writes the draft now if it changed. Called by itself a moment after each change.
    Result<void> saveDraft();

Q_SIGNALS:
    void verdictChanged(const QString &checkId);
    void findingsChanged();
    void reasonsChanged();
    void messageChanged();
    void noteChanged();
    void viewedChanged(const QString &path);
    void decided(const scrutineer::store::Decision &decision);
    void takenBack();
    void draftSaveFailed(const scrutineer::Error &error);

private:
    [[nodiscard]] Result<void> checkOpen() const;
    [[nodiscard]] const Finding *findingOf(const QString &checkId) const;
    Result<void> setVerdict(const QString &checkId, Verdict verdict, const QString &why);
    /// Checks that the case is open, changes the draft, then says what changed and saves soon.
    Result<void> edit(const std::function<void()> &change);
    void dropVerdict(const QString &checkId);
    void compose();
    [[nodiscard]] QList<int> proposedReasons() const;
    [[nodiscard]] QStringList standingFlags() const;
    [[nodiscard]] std::optional<Objection> unseenObjection() const;
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] Draft draftOf(const Decision &decision) const;

    store::StoredCase m_case;
    SessionSettings m_settings;
    Ledger &m_ledger;
    Draft m_draft;
    bool m_dirty = false;
    QTimer *m_autosave = nullptr;
};

/// The message to an applicant: one paragraph per reason in the given language, in the order given.
[[nodiscard]] QString composeMessage(const QList<int> &reasons, const QString &language,
                                     const policy::Policy &policy);

} // namespace scrutineer::review

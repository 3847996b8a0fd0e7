// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/store/decision.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace scrutineer::store {

/// Which cases the queue shows. Everything that is set must hold.
struct QueueFilter
{
    enum class Flags {
        Any,
        Flagged,  ///< at least one finding is flagged
        ToLookAt, ///< at least one finding is flagged or to look at
        Nothing,  ///< analysed, nothing is flagged or to look at
    };

    QList<CaseState> states; ///< any of these; empty: all
    std::optional<Level> level;
    Flags flags = Flags::Any;
    std::optional<int> reason; ///< this reason is flagged or to look at
    QDateTime submittedBefore; ///< invalid: no limit
    QDateTime submittedFrom;   ///< invalid: no limit
    std::optional<bool> training;
    QString
        search; ///< every word must occur in the id or the applicant's name; case and accents do not matter

    friend bool operator==(const QueueFilter &, const QueueFilter &) = default;
};

enum class QueueSort { OldestFirst, NewestFirst, MostFlags, Id, Name };

/// One line of the queue.
struct QueueRow
{
    QString id;
    Level level = Level::Primary;
    QDateTime submittedAt; ///< UTC
    QString applicantName;
    std::optional<DocumentType> documentType; ///< as declared
    QString issuingCountry;                   ///< as declared
    CaseState state = CaseState::Imported;
    int flagged = 0;  ///< findings
    int toLookAt = 0; ///< findings with outcome review
    int notAssessed = 0;
    bool training = false;
    bool hasDraft = false;

    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};

} // namespace scrutineer::store

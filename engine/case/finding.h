// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <QList>
#include <QPolygonF>
#include <QString>

#include <optional>

namespace scrutineer {

/// How a check of the catalogue ended. Order is severity, least first, but for NotAssessed: it is never
/// clear.
enum class Outcome { NotApplicable, Clear, NotAssessed, Review, Flagged };

/// Where something was seen: pixels of the upright image at full size, whatever was shown or measured on.
struct Region
{
    QString path;      ///< EvidenceFile::path
    int page = 0;      ///< from 0
    QPolygonF polygon; ///< empty: the whole page
    QString text;      ///< what was read there, empty where nothing was

    friend bool operator==(const Region &, const Region &) = default;
};

/// One check's answer on one case. An engine's finding flags; it decides nothing.
struct Finding
{
    QString checkId; ///< catalogue id, "document.glare"
    int reason = 0;  ///< catalogue number, 112
    Outcome outcome = Outcome::NotAssessed;
    std::optional<double> score;
    std::optional<double> threshold;
    QString unit;     ///< of score and threshold
    Sentence message; ///< what was seen, or why it could not be judged
    QString cause;    ///< NotAssessed only: facts::toName of the cause, "no_model"; empty otherwise
    QList<Region> evidence;
    QStringList factsUsed; ///< paths into the facts, "document.mrz.fields.expires_on"

    friend bool operator==(const Finding &, const Finding &) = default;
};

[[nodiscard]] QString toName(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeFromName(QStringView name);
[[nodiscard]] QString toLabel(Outcome outcome);

} // namespace scrutineer

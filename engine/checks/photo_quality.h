// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checks/answers.h"

namespace scrutineer::checks {

/// How one photo fault is judged: a measurement inside the document against the policy's "flag" and "review".
struct QualityRule
{
    QString checkId;
    QString fact; ///< its name under document.quality
    facts::Reading<facts::Measurement> facts::Quality::*measurement;
    bool lowIsBad = false;
    QString (*format)(double) = nullptr; ///< of the value in the sentences
    const char *noReader = nullptr;      ///< sentence for a measurement that nobody makes
    const char *clear = nullptr;         ///< sentences with %1, the value
    const char *review = nullptr;
    const char *flagged = nullptr;
};

/// Judges front and back of the document; the worse one answers.
[[nodiscard]] Finding judgeQuality(const Context &context, const QualityRule &rule);

/// Whether the print of a document was read well enough that it cannot be blurred beyond use: a verified
/// machine-readable zone, three fields and more, or much print that was recognised without doubt.
[[nodiscard]] bool textWasRead(const facts::Document &document);

} // namespace scrutineer::checks

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/policy/policy.h"

#include <QByteArray>

namespace scrutineer::forensics {

/// What a PDF shows now and did not show in an earlier revision of itself (ISO 32000-1, 7.5.6: incremental
/// updates), as cue "revisions": 1 where print was changed, or anything after a signature; 0.5 where
/// something was added on blank paper. Fields of signatures do not count: signing twice is no change. A
/// program that edits PDFs is cue "editor". Any thread.
[[nodiscard]] QList<facts::EditingCue> pdfCues(const QByteArray &bytes, const policy::Limits &limits);

} // namespace scrutineer::forensics

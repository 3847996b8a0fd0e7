// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/evaluation/score.h"

#include <QList>
#include <QStringList>

namespace scrutineer::test {

/// How sample cases are run through the engine.
struct EngineRun
{
    int threads = 1;
    bool documentsOnly = false; ///< leaves selfies, handheld photos and proofs unread
    bool pictures = false;      ///< keeps previews of the pages, for a report with pictures
};

/// Reads and judges bundles with a truth.json in this process, without the worker's sandbox: for files that
/// the tests drew themselves. Models come from SCRUTINEER_MODELS. Errors: of the bundle reader and readTruth.
[[nodiscard]] Result<QList<evaluation::EvaluatedCase>> runEngine(const QStringList &folders,
                                                                 const EngineRun &run = {});

/// A line for each mistake: what the engine said, and where the case lies.
[[nodiscard]] QStringList mistakeLines(const evaluation::Score &score,
                                       const QList<evaluation::EvaluatedCase> &cases);

} // namespace scrutineer::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/text/mrz_layout.h"

#include <QMap>
#include <QStringList>

namespace scrutineer::text {

/// One way to understand the lines.
struct MrzCandidate
{
    const MrzLayout *layout = nullptr;
    QStringList lines;
    QMap<QString, bool> checks;
    int valid = 0; ///< independent check digits that hold
    int invalid = 0;
    bool repaired = false;
    double score = 0;
};

[[nodiscard]] QString textAt(const QStringList &lines, const MrzSpan &span);
/// Does nothing where the text is not as long as the span.
void putAt(QStringList &lines, const MrzSpan &span, const QString &text);
[[nodiscard]] bool isMrzDigits(QStringView text);

/// The check of the document number: a number of more than nine characters goes on in the optional data of
/// TD1 (ICAO 9303 part 5, 4.2.2.1 note j).
[[nodiscard]] MrzCheck numberCheck(const QStringList &lines, const MrzLayout &layout);

/// Says which check digits hold, as the lines are.
void verify(MrzCandidate &candidate);

/// Takes letters of the number for digits where its check digit asks for it, and takes back what its check
/// digit says where a twin of the number fits it as well. A swap that a check digit found is no proof: what
/// the check digits say stays as it was before, and the candidate is marked repaired.
void settleNumber(MrzCandidate &candidate);

} // namespace scrutineer::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

namespace scrutineer::facts {

/// What a cue of editing is drawn from. Two weak cues of one kind may have one harmless cause, and count
/// once.
struct CueKind
{
    QLatin1StringView name; ///< EditingCue::name
    QLatin1StringView kind;
    const char *inWords; ///< context "scrutineer words"
};

/// The kind of a cue; null for a name that this version does not know.
/// docs/decisions/0080-traces-of-editing.md.
[[nodiscard]] const CueKind *cueKindOf(QStringView name);

} // namespace scrutineer::facts

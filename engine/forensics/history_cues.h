// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/forensics/ghosts.h"
#include "engine/forensics/stored_frame.h"

namespace scrutineer::forensics {

/// Parts of the picture that lack the earlier compression of the rest, as cue "ghosts": its score is the
/// evidence of the clearest part in nats (the logarithm of the likelihood ratio). The background as a whole
/// is cue "background": nats per telling coefficient. document: in pixels of the upright page, may be empty.
[[nodiscard]] QList<facts::EditingCue> historyCues(const CompressionHistory &history,
                                                   const StoredFrame &frame, const QPolygonF &document);

} // namespace scrutineer::forensics

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

namespace scrutineer::facts {

/// Puts the facts of single files together in the order of the case and adds what only shows between files:
/// face matches (cosine of stored embeddings) and duplicates within the case. Pure.
[[nodiscard]] Facts merge(const Case &input, const QList<FileFacts> &files);

/// The same picture under other bytes, by the perceptual hashes of page 0.
[[nodiscard]] bool samePicture(const FileFacts &a, const FileFacts &b);

} // namespace scrutineer::facts

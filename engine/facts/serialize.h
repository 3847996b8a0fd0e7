// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QCborMap>

namespace scrutineer::facts {

/// Every fact, without loss, for the pipe and the store. Readers of older or hostile maps: a member that is
/// missing or of another type leaves the default, nothing throws.
[[nodiscard]] QCborMap toCbor(const FileFacts &file);
[[nodiscard]] FileFacts fileFactsFromCbor(const QCborMap &map);
[[nodiscard]] QCborMap toCbor(const Facts &facts);
[[nodiscard]] Facts factsFromCbor(const QCborMap &map);

} // namespace scrutineer::facts

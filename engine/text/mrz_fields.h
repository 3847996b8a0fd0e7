// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/text/mrz_layout.h"

#include <QDate>
#include <QStringList>

namespace scrutineer::text {

/// The fields of a zone whose lines are as many and as long as its layout asks. day: decides the century of
/// two-digit years.
[[nodiscard]] facts::MrzFields mrzFieldsOf(const QStringList &lines, const MrzLayout &layout,
                                           const QDate &day);

} // namespace scrutineer::text

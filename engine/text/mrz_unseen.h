// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/text/mrz_board.h"

namespace scrutineer::text {

/// Takes back what was made of cells that show no character at all, such as those under a finger: the layout
/// asks for a character there, but none was read. Fields on such cells are emptied, both names where a part
/// of one may be hidden; the cells become fillers. Pure.
void forgetUnseen(const MrzBoard &board, facts::Mrz &mrz);

} // namespace scrutineer::text

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/scene/room_brush.h"

namespace scrutineer::samples {

// What stands in rooms and hangs on their walls, each in a place of its own choosing.
void paintShelves(RoomBrush &brush); ///< Boards with books and things, or a bookcase.
void paintWardrobe(RoomBrush &brush);
void paintFrames(RoomBrush &brush); ///< Pictures on the wall.
void paintLamp(RoomBrush &brush);   ///< A standing lamp that is lit.
void paintPlant(RoomBrush &brush);
void paintSofa(RoomBrush &brush);
void paintCoats(RoomBrush &brush); ///< Coats on hooks.

} // namespace scrutineer::samples

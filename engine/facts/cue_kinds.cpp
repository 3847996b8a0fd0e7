// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/cue_kinds.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array cueKinds{
    CueKind{"editor"_L1, "metadata"_L1, QT_TRANSLATE_NOOP("scrutineer words", "a named program")},
    CueKind{"credentials"_L1, "metadata"_L1, QT_TRANSLATE_NOOP("scrutineer words", "content credentials")},
    CueKind{"writer"_L1, "metadata"_L1, QT_TRANSLATE_NOOP("scrutineer words", "records of Photoshop")},
    CueKind{"camera"_L1, "metadata"_L1, QT_TRANSLATE_NOOP("scrutineer words", "not as the camera wrote it")},
    CueKind{"tables"_L1, "metadata"_L1,
            QT_TRANSLATE_NOOP("scrutineer words", "not as the camera compresses")},
    CueKind{"thumbnail"_L1, "thumbnail"_L1, QT_TRANSLATE_NOOP("scrutineer words", "another preview")},
    CueKind{"ghosts"_L1, "compression"_L1, QT_TRANSLATE_NOOP("scrutineer words", "another compression")},
    CueKind{"grid"_L1, "compression"_L1, QT_TRANSLATE_NOOP("scrutineer words", "a block grid of its own")},
    CueKind{"background"_L1, "compression"_L1, QT_TRANSLATE_NOOP("scrutineer words", "another background")},
    CueKind{"noise"_L1, "noise"_L1, QT_TRANSLATE_NOOP("scrutineer words", "other noise")},
    CueKind{"paper"_L1, "noise"_L1, QT_TRANSLATE_NOOP("scrutineer words", "blank paper under print")},
    CueKind{"shade"_L1, "noise"_L1, QT_TRANSLATE_NOOP("scrutineer words", "even paper under print")},
    CueKind{"backdrop"_L1, "noise"_L1, QT_TRANSLATE_NOOP("scrutineer words", "a background without noise")},
    CueKind{"copy"_L1, "copy"_L1, QT_TRANSLATE_NOOP("scrutineer words", "print copied from another place")},
    CueKind{"cut"_L1, "copy"_L1, QT_TRANSLATE_NOOP("scrutineer words", "print that is cut off")},
    CueKind{"border"_L1, "sharpness"_L1,
            QT_TRANSLATE_NOOP("scrutineer words", "a portrait that is sharper than the lens")},
    CueKind{"edges"_L1, "sharpness"_L1,
            QT_TRANSLATE_NOOP("scrutineer words", "a value that is sharper than the others")},
    CueKind{"soft"_L1, "sharpness"_L1,
            QT_TRANSLATE_NOOP("scrutineer words", "a value that is more blurred than the others")},
    CueKind{"slant"_L1, "alignment"_L1,
            QT_TRANSLATE_NOOP("scrutineer words", "a value that is turned against the others")},
    CueKind{"cutout"_L1, "cutout"_L1, QT_TRANSLATE_NOOP("scrutineer words", "a blank background")},
    CueKind{"revisions"_L1, "revisions"_L1, QT_TRANSLATE_NOOP("scrutineer words", "a later revision")},
};
} // namespace

const CueKind *cueKindOf(QStringView name)
{
    const auto found =
        std::find_if(cueKinds.begin(), cueKinds.end(), [&](const CueKind &row) { return name == row.name; });
    return found == cueKinds.end() ? nullptr : &*found;
}

} // namespace scrutineer::facts

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/people.h"
#include "engine/samples/random.h"
#include "engine/samples/scene/photo.h"
#include "engine/samples/specimen/document.h"

#include <array>

namespace scrutineer::samples {

/// Ways to change a finished photo of a document.
enum class Forgery {
    NumberPasted,   ///< another number, from a clean drawing of the same design
    PortraitPasted, ///< another portrait, from the same
    ExpiryPasted,
    CopyMoved,          ///< one field's print over another's
    BackgroundReplaced, ///< cut out and laid on something else
    Retyped,            ///< print painted over and typed anew, sharp and without noise
    Spliced,            ///< a field from another photo: other blur, other noise, another JPEG quality
    PortraitSpliced,    ///< the portrait of another photo
    CharactersRetyped,  ///< only the digits that change, brushed away and typed anew
    CharactersCloned,   ///< two characters copied from another field
};
inline constexpr int forgeryCount = static_cast<int>(Forgery::CharactersCloned) + 1;

/// What is forged, and out of what.
struct ForgeryJob
{
    Forgery way = Forgery::NumberPasted;
    double strength = 0.6; ///< 0 with care, 1 crude
    DocumentSpec spec;     ///< of the document in the photo
    DocumentTruth truth;   ///< where its fields are
    double pixelsPerMm = 10;
    People people; ///< whose portraits are pasted over the holder's
};

/// Forges the front of a document in a finished photo, which has been compressed once. Gives the polygon of
/// what was changed, in pixels of the photo. A design that lacks what the way needs has another field
/// replaced.
[[nodiscard]] QPolygonF forge(Photo &photo, const ForgeryJob &job, Random &random);

/// Two digits of a number changed.
[[nodiscard]] QString otherDigits(QString number, Random &random);

} // namespace scrutineer::samples

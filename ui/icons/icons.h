// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"

#include <QColor>
#include <QIcon>

namespace scrutineer::ui {

/// The pictures drawn for this product, each a file of resources/icons.
enum class Icon {
    Approve,
    AskAgain,
    Reject,
    Import,
    Export,
    Verify,
    Search,
    Filter,
    Queue,
    User,
    Settings,
    Help,
    Undo,
    Note,
    Message,
    Confirm,
    Dismiss,
    Next,
    Previous,
    ZoomIn,
    ZoomOut,
    Fit,
    TrueSize,
    Rotate,
    Fill,
    Link,
    Detach,
    Attach,
    Overlay,
    Blink,
    Slide,
    Calendar,
    Flagged,
    Review,
    Clear,
    NotAssessed,
    NotApplicable,
    Missing,
    Unreadable,
    Reading,
    Close,
};

/// Drawn in the application palette's text colour at any size and pixel ratio; follows a change between light
/// and dark.
[[nodiscard]] QIcon icon(Icon name);

/// The same in one colour, for signs that carry a colour of their own.
[[nodiscard]] QIcon icon(Icon name, const QColor &color);

/// Scrutineer's own icon, in its colours.
[[nodiscard]] QIcon applicationIcon();

/// The sign of an outcome: a different shape for each, so that colour only repeats what the shape says.
[[nodiscard]] Icon outcomeIcon(Outcome outcome);

} // namespace scrutineer::ui

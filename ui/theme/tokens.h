// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"

#include <QColor>
#include <QPalette>

namespace scrutineer::ui {

/// Every colour of the product, once for light and once for dark. Text colours keep 4.5 : 1 against each
/// surface they stand on (WCAG 2.2, 1.4.3); a test measures it.
struct Tokens
{
    bool dark = false;
    // Surfaces
    QColor window;   ///< behind the panels
    QColor panel;    ///< lists, editors, cards
    QColor raised;   ///< header lines, bars
    QColor canvas;   ///< behind a document picture: neutral, so that it does not tint what is judged
    QColor line;     ///< separators and borders
    QColor selected; ///< the current row
    // Text
    QColor text;
    QColor dim;
    QColor accent;   ///< links, focus, the running thing
    QColor onAccent; ///< text on accent
    // Outcomes: text or shape on panel, and a quiet surface of the same kind
    QColor flagged, flaggedTint;
    QColor review, reviewTint;
    QColor clear, clearTint;
    QColor notAssessed, notAssessedTint;

    [[nodiscard]] const QColor &of(Outcome outcome) const;
    [[nodiscard]] const QColor &tintOf(Outcome outcome) const;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();
/// The tokens that fit a widget's palette: ask again in paintEvent or changeEvent, nothing is cached.
[[nodiscard]] const Tokens &tokensFor(const QPalette &palette);

/// Lengths in device-independent pixels.
namespace metrics {
inline constexpr int gap = 8;
inline constexpr int smallGap = 4;
inline constexpr int wideGap = 12;
inline constexpr int radius = 4;
} // namespace metrics

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace scrutineer::ui

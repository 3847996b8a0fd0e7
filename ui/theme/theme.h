// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPalette>
#include <QString>

class QApplication;

namespace scrutineer::ui {

/// What the user chose. System follows the desktop's palette as it was when the program started.
enum class Scheme { System, Light, Dark };

[[nodiscard]] QString toName(Scheme scheme);
[[nodiscard]] Scheme schemeFromName(QStringView name);

[[nodiscard]] QPalette paletteOf(const Tokens &tokens);
/// The few things a palette cannot say: chips, bars, banners. Widgets ask for them with the dynamic property
/// "kind": QFrame "panel", "bar", "card"; QLabel "title", "dim", "group"; QPushButton "approve", "ask",
/// "reject", "chip".
[[nodiscard]] QString styleSheetOf(const Tokens &tokens);

/// Fusion, palette and style sheet for the whole program. May be called again to switch while it runs.
void applyTheme(QApplication &application, Scheme scheme);

} // namespace scrutineer::ui

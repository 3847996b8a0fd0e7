// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace scrutineer::ui {

/// What the user chose. System follows the desktop's palette as it was when the program started.
enum class Scheme { System, Light, Dark };

[[nodiscard]] QString toName(Scheme scheme);
[[nodiscard]] Scheme schemeFromName(QStringView name);

[[nodiscard]] QPalette paletteOf(const Tokens &tokens);
/// The few things a palette cannot say: chips, bars, banners. Widgets ask for them with setKind().
[[nodiscard]] QString styleSheetOf(const Tokens &tokens);

/// How the style sheet dresses a widget. QFrame: panel, bar, header, card, note, warning, error, done;
/// QLabel: dim, title, heading, group, key, flagged, review, clear; QPushButton: plain, primary, approve,
/// ask, reject, chip; QToolButton: verdict, quiet, fold. May be changed while the widget is shown.
void setKind(QWidget *widget, QLatin1StringView kind);

/// Fusion, palette and style sheet for the whole program. May be called again to switch while it runs.
void applyTheme(QApplication &application, Scheme scheme);

} // namespace scrutineer::ui

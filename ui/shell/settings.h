// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QSettings;

namespace scrutineer::ui {

/// What a person chose for this workstation. Kept in a QSettings that is handed in.
struct Settings
{
    Scheme scheme = Scheme::System;
    QString language;       ///< "en", "zh_CN"; empty: the system's
    bool singleKeys = true; ///< letters without Ctrl do something
    bool reducedMotion = false;
    QString reviewer;      ///< who decides; empty: the name of the system's user
    QString lastWorkspace; ///< folder

    friend bool operator==(const Settings &, const Settings &) = default;
};

[[nodiscard]] Settings loadSettings(const QSettings &from);
void saveSettings(const Settings &settings, QSettings &to);
/// Settings::reviewer, or the system's user.
[[nodiscard]] QString reviewerName(const Settings &settings);

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings.h"

#include <QDialog>

#include <memory>

namespace scrutineer::ui {

/// Shows settings; applied() hands back what was chosen when the person presses Apply.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /// languages: those that the program can speak, "en", "zh_CN".
    SettingsDialog(const Settings &settings, const QStringList &languages, QWidget *parent);
    ~SettingsDialog() override;

Q_SIGNALS:
    void applied(const scrutineer::ui::Settings &settings);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

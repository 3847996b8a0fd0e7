// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commands.h"

#include <QDialog>

namespace scrutineer::ui {

/// All keys on one sheet over the window; any key or click closes it.
class KeySheet : public QDialog
{
    Q_OBJECT
public:
    KeySheet(const QList<Commands::Line> &lines, bool singleKeys, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
};

} // namespace scrutineer::ui

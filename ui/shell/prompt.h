// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace scrutineer::ui {

/// Everything that asks the person in a box of its own, behind one seam: tests answer in its place. Nothing
/// blocks; the answer comes through the function, which is not called where the person cancels.
class Prompt
{
public:
    virtual ~Prompt() = default;
    virtual void chooseFolder(QWidget *parent, const QString &title, const QString &startFolder,
                              std::function<void(const QString &folder)> chosen) = 0;
    /// filters: as QFileDialog has them, "JSON Lines (*.jsonl)".
    virtual void chooseNewFile(QWidget *parent, const QString &title, const QString &suggested,
                               const QStringList &filters,
                               std::function<void(const QString &file)> chosen) = 0;
};

/// Asks through the dialogs of the platform.
class DialogPrompt : public Prompt
{
public:
    void chooseFolder(QWidget *parent, const QString &title, const QString &startFolder,
                      std::function<void(const QString &)> chosen) override;
    void chooseNewFile(QWidget *parent, const QString &title, const QString &suggested,
                       const QStringList &filters, std::function<void(const QString &)> chosen) override;
};

} // namespace scrutineer::ui

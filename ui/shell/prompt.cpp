// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/prompt.h"

#include <QFileDialog>

namespace scrutineer::ui {

namespace {
void openAndHand(QFileDialog *dialog, std::function<void(const QString &)> chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(chosen));
    dialog->open();
}
} // namespace

void DialogPrompt::chooseFolder(QWidget *parent, const QString &title, const QString &startFolder,
                                std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, startFolder);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openAndHand(dialog, std::move(chosen));
}

void DialogPrompt::chooseNewFile(QWidget *parent, const QString &title, const QString &suggested,
                                 const QStringList &filters, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->selectFile(suggested);
    openAndHand(dialog, std::move(chosen));
}

} // namespace scrutineer::ui

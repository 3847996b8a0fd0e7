// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/prompt.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

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

void DialogPrompt::confirm(QWidget *parent, const QString &title, const QString &question, const QString &yes,
                           std::function<void()> confirmed)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *accept = box->addButton(yes, QMessageBox::AcceptRole);
    QObject::connect(accept, &QPushButton::clicked, box, std::move(confirmed));
    box->open();
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about_dialog.h"

#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Scrutineer"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *sign = new QLabel(this);
    sign->setPixmap(applicationIcon().pixmap(64, 64));
    auto *heading = new QLabel(u"Scrutineer " SCRUTINEER_VERSION ""_s, this);
    setKind(heading, "heading"_L1);
    auto *text = new QLabel(
        tr("A workstation for reviewing identity verifications. The engine flags, people decide."), this);
    auto *licence = new QLabel(tr("Free software under the GNU General Public License, version 3 or later. "
                                  "It comes with no warranty, as far as "
                                  "the law permits. You may use, study, change and pass it on under that "
                                  "licence; its text is in the file "
                                  "LICENSE."),
                               this);
    auto *made = new QLabel(
        tr("Made with Qt %1, OpenCV, Tesseract, Poppler and SQLite.").arg(QString::fromLatin1(qVersion())),
        this);
    setKind(made, "dim"_L1);
    for (QLabel *label : {text, licence, made}) {
        label->setWordWrap(true);
        label->setMinimumWidth(420);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::wideGap);
    words->addWidget(heading);
    words->addWidget(text);
    words->addWidget(licence);
    words->addWidget(made);
    words->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 22, 24, 18);
    layout->setSpacing(20);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addLayout(words);
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

class SettingsDialog::Private
{
public:
    Settings settings;
    QLineEdit *reviewer = nullptr;
    QComboBox *scheme = nullptr;
    QComboBox *language = nullptr;
    QCheckBox *singleKeys = nullptr;
    QCheckBox *reducedMotion = nullptr;
};

SettingsDialog::SettingsDialog(const Settings &settings, const QStringList &languages, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>())
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    d->settings = settings;
    d->reviewer = new QLineEdit(settings.reviewer, this);
    d->reviewer->setObjectName(u"reviewerEdit"_s);
    d->reviewer->setPlaceholderText(reviewerName(Settings()));
    d->scheme = new QComboBox(this);
    d->scheme->setObjectName(u"schemeCombo"_s);
    d->scheme->addItem(tr("As the desktop"), int(Scheme::System));
    d->scheme->addItem(tr("Light"), int(Scheme::Light));
    d->scheme->addItem(tr("Dark"), int(Scheme::Dark));
    d->scheme->setCurrentIndex(d->scheme->findData(int(settings.scheme)));
    d->language = new QComboBox(this);
    d->language->setObjectName(u"languageCombo"_s);
    d->language->addItem(tr("As the system"), QString());
    for (const QString &language : languages)
        d->language->addItem(language == u"en"_s ? u"English"_s : QLocale(language).nativeLanguageName(),
                             language);
    d->language->setCurrentIndex(std::max(0, d->language->findData(settings.language)));
    d->singleKeys = new QCheckBox(tr("Single keys (A, N, X, C, D …) without Ctrl"), this);
    d->singleKeys->setObjectName(u"singleKeysCheck"_s);
    d->singleKeys->setChecked(settings.singleKeys);
    d->reducedMotion = new QCheckBox(tr("No animation when flying to a place"), this);
    d->reducedMotion->setObjectName(u"reducedMotionCheck"_s);
    d->reducedMotion->setChecked(settings.reducedMotion);
    auto *later = new QLabel(tr("A new language is used from the next start on."), this);
    setKind(later, "dim"_L1);

    auto *form = new QFormLayout;
    form->addRow(tr("Reviewer"), d->reviewer);
    form->addRow(tr("Colours"), d->scheme);
    form->addRow(tr("Language"), d->language);
    form->addRow(QString(), later);
    form->addRow(tr("Keys"), d->singleKeys);
    form->addRow(tr("Motion"), d->reducedMotion);
    auto *buttons = new QDialogButtonBox(this);
    auto *apply = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    apply->setObjectName(u"applySettingsButton"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Settings chosen = d->settings;
        chosen.reviewer = d->reviewer->text().trimmed();
        chosen.scheme = static_cast<Scheme>(d->scheme->currentData().toInt());
        chosen.language = d->language->currentData().toString();
        chosen.singleKeys = d->singleKeys->isChecked();
        chosen.reducedMotion = d->reducedMotion->isChecked();
        Q_EMIT applied(chosen);
        accept();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

SettingsDialog::~SettingsDialog() = default;

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_sheet.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMap>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

namespace {
QWidget *keyLabels(const QList<QKeySequence> &keys, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addStretch();
    for (const QKeySequence &key : keys) {
        auto *label = new QLabel(key.toString(QKeySequence::NativeText), box);
        setKind(label, "key"_L1);
        row->addWidget(label);
    }
    return box;
}
} // namespace

KeySheet::KeySheet(const QList<Commands::Line> &lines, bool singleKeys, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *heading = new QLabel(tr("Keys"), this);
    setKind(heading, "heading"_L1);
    auto *hint = new QLabel(
        singleKeys ? tr("Single keys work outside of text fields and can be switched off in the settings.")
                   : tr("Single keys are switched off in the settings."),
        this);
    setKind(hint, "dim"_L1);

    // Groups in their order, filled column by column so that columns end at about the same height.
    QStringList groups;
    for (const Commands::Line &line : lines) {
        if (!groups.contains(line.group))
            groups.append(line.group);
    }
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    const auto perColumn = (lines.size() + 2 * groups.size() + 2) / 3;
    QGridLayout *grid = nullptr;
    int row = 0;
    for (const QString &group : std::as_const(groups)) {
        const auto size =
            std::count_if(lines.cbegin(), lines.cend(), [&group](const auto &l) { return l.group == group; });
        if (!grid || row + size / 2 > perColumn) {
            grid = new QGridLayout;
            grid->setVerticalSpacing(6);
            grid->setHorizontalSpacing(16);
            auto *column = new QVBoxLayout;
            column->addLayout(grid);
            column->addStretch();
            columns->addLayout(column);
            row = 0;
        }
        auto *title = new QLabel(group, this);
        setKind(title, "group"_L1);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const Commands::Line &line : lines) {
            if (line.group != group)
                continue;
            grid->addWidget(new QLabel(line.what, this), row, 0);
            grid->addWidget(keyLabels(line.keys, this), row++, 1);
        }
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(metrics::gap);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addLayout(columns);
}

void KeySheet::keyPressEvent(QKeyEvent *event)
{
    const bool modifier = event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control ||
                          event->key() == Qt::Key_Alt || event->key() == Qt::Key_Meta;
    if (!modifier)
        accept();
}

void KeySheet::mousePressEvent(QMouseEvent *)
{
    accept();
}

} // namespace scrutineer::ui

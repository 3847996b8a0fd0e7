// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/review/compare_table.h"

#include <QFrame>

#include <memory>

namespace scrutineer::ui {

/// What was declared beside what was read, a row a field and a column a source. Differences are marked by
/// character; a click or Enter asks to see where a value was read.
class CompareView : public QFrame
{
    Q_OBJECT
public:
    explicit CompareView(QWidget *parent = nullptr);
    ~CompareView() override;

    void setRows(const QList<review::Row> &rows);
    void clear() { setRows({}); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void regionRequested(const scrutineer::Region &region);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

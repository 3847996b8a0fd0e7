// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"
#include "engine/review/review_session.h"

#include <QFrame>

#include <memory>

namespace scrutineer::ui {

/// One finding: its outcome as a shape, number, title and sentence, with confirm, dismiss and the switch of
/// its overlay. Keys while it has the focus: Up and Down move, Return shows the place.
class FindingRow : public QFrame
{
    Q_OBJECT
public:
    explicit FindingRow(QWidget *parent = nullptr);
    ~FindingRow() override;

    void setFinding(const Finding &finding, const QString &title, const QString &what);
    /// Null: nobody has judged it yet.
    void setVerdict(const review::FindingVerdict *verdict);
    void setCurrent(bool current);
    /// A decision stands: verdicts cannot be changed.
    void setLocked(bool locked);
    void setOverlayShown(bool shown);
    void setSingleKeysEnabled(bool enabled);
    /// Opens the reasons for dismissing below the button; one of them, or words typed, emits
    /// dismissRequested().
    void askWhy();
    [[nodiscard]] const Finding &finding() const;

Q_SIGNALS:
    void activated(); ///< clicked or Return: show the place
    void selected();  ///< got the focus
    void moveRequested(int step);
    void confirmRequested();
    void dismissRequested(const QString &why);
    void clearVerdictRequested();
    void overlayToggled(bool visible);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

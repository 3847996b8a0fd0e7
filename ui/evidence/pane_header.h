// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;

namespace scrutineer::ui {

/// The line above a picture: its name, whether it was seen at true size, page, zoom and tools. What does not
/// fit goes, the least needed first; everything is in the pane's context menu and on keys as well. Dragged,
/// it moves the pane.
class PaneHeader : public QFrame
{
    Q_OBJECT
public:
    struct Actions
    {
        QAction *previousPage;
        QAction *nextPage;
        QAction *fit;
        QAction *trueSize;
        QAction *rotate;
        QAction *fill;
        QAction *detach;
    };

    explicit PaneHeader(const Actions &actions, QWidget *parent);

    void setTitle(const QString &title);
    /// total 0: no picture. A single page is not counted.
    void setPage(int page, int total);
    void setZoom(double zoom); ///< 0: no picture
    /// seen: this page; of all pages `seenPages` of `total`.
    void setSeen(bool seen, int seenPages, int total);
    void setWarning(const QString &text, const QString &explanation); ///< empty: none

    static constexpr auto mimeType = "application/x-scrutineer-pane";

Q_SIGNALS:
    void fillRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(QAction *action, const QString &name);
    void showSeen();
    void fold();

    QLabel *m_title = nullptr;
    QLabel *m_seen = nullptr;
    QLabel *m_page = nullptr;
    QLabel *m_zoom = nullptr;
    QLabel *m_warning = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QList<QWidget *> m_foldable; ///< least needed first
    QString m_titleText;
    QPoint m_pressedAt;
    int m_pages = 0;
    bool m_hasPicture = false;
    bool m_isSeen = false;
};

} // namespace scrutineer::ui

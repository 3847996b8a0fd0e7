// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons/icons.h"

#include <QDialog>
#include <QImage>
#include <QList>
#include <QTimer>

class QAction;
class QComboBox;
class QLabel;

namespace scrutineer::ui {

/// Two aligned faces on top of each other or side by side. In slide, the pointer or the arrow keys move the
/// seam.
class FaceOverlay : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { SideBySide, Blink, Slide };

    explicit FaceOverlay(QWidget *parent);

    void setFaces(const QImage &a, const QImage &b);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool showsSecond() const { return m_showsSecond; } ///< in blink
    [[nodiscard]] double seam() const
    {
        return m_seam;
    } ///< in slide: share of the width that shows the first
    void setSeam(double seam);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF square() const;

    QImage m_a;
    QImage m_b;
    Mode m_mode = Mode::SideBySide;
    double m_seam = 0.5;
    bool m_showsSecond = false;
    QTimer m_blink;
};

struct ComparedFace
{
    QString name; ///< "ID front"
    QImage crop;  ///< aligned, all at one scale
};

/// A window that compares two faces of a case. B blinks, S slides, P puts them side by side.
class FaceComparison : public QDialog
{
    Q_OBJECT
public:
    explicit FaceComparison(QWidget *parent);

    /// verdict: says how alike the faces at two places of the list are ("Same person, 0.72").
    void setFaces(const QList<ComparedFace> &faces, const std::function<QString(int, int)> &verdict);
    void choose(int a, int b);
    [[nodiscard]] FaceOverlay *overlay() const { return m_overlay; }

private:
    void showChosen();
    QAction *addMode(const QString &name, const QString &text, Icon sign, Qt::Key key,
                     FaceOverlay::Mode mode);

    QList<ComparedFace> m_faces;
    std::function<QString(int, int)> m_verdict;
    FaceOverlay *m_overlay = nullptr;
    QComboBox *m_first = nullptr;
    QComboBox *m_second = nullptr;
    QLabel *m_words = nullptr;
};

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"

#include <QAbstractButton>
#include <QImage>

namespace scrutineer::ui {

/// One face with the name of its file below it; a button that shows where the face is.
class FaceTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FaceTile(QWidget *parent);

    void setRole(Role role);
    void setFace(const QImage &crop, int facesInFile);
    /// No picture: what is there instead ("No face found").
    void setNote(const QString &note);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    Role m_role = Role::DocumentFront;
    QImage m_crop;
    QString m_note;
    int m_faces = 0;
};

} // namespace scrutineer::ui

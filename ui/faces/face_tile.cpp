// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faces/face_tile.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace scrutineer::ui {

namespace {
constexpr int preferredSide = 96; ///< logical pixels
constexpr int smallestSide = 56;
} // namespace

FaceTile::FaceTile(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("faceTile"));
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setSizePolicy(policy);
}

void FaceTile::setRole(Role role)
{
    m_role = role;
    describe();
}

void FaceTile::setFace(const QImage &crop, int facesInFile)
{
    m_crop = crop;
    m_faces = facesInFile;
    m_note.clear();
    setEnabled(true);
    describe();
}

void FaceTile::setNote(const QString &note)
{
    m_crop = {};
    m_faces = 0;
    m_note = note;
    setEnabled(false);
    describe();
}

void FaceTile::describe()
{
    const QString name = toLabel(m_role);
    setAccessibleName(m_note.isEmpty() ? tr("Face of: %1").arg(name) : tr("%1: %2").arg(name, m_note));
    QString tip = m_note.isEmpty() ? tr("%1. Click to see where this face is.").arg(name) : accessibleName();
    if (m_faces > 1)
        tip += QLatin1Char(' ') + tr("The largest of %1 faces.").arg(m_faces);
    setToolTip(tip);
    update();
}

QSize FaceTile::sizeHint() const
{
    return {preferredSide, preferredSide + fontMetrics().height() + metrics::smallGap};
}

QSize FaceTile::minimumSizeHint() const
{
    return {smallestSide, smallestSide + fontMetrics().height() + metrics::smallGap};
}

void FaceTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Tokens &tokens = tokensFor(palette());
    const int textHeight = fontMetrics().height();
    const int side = qMin(width(), height() - textHeight - metrics::smallGap);
    const QRectF square((width() - side) / 2.0, 0, side, side);
    QPainterPath rounded;
    rounded.addRoundedRect(square.adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    painter.fillPath(rounded, tokens.raised);
    if (m_crop.isNull()) {
        painter.setPen(tokens.dim);
        painter.drawText(square.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, m_note);
    } else {
        painter.setClipPath(rounded);
        const QSize pixels = (square.size() * devicePixelRatioF()).toSize();
        painter.drawImage(square, m_crop.scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        painter.setClipping(false);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() || underMouse() ? tokens.accent : tokens.line, hasFocus() ? 2 : 1));
    painter.drawPath(rounded);
    QString name = toLabel(m_role);
    if (m_faces > 1)
        name = tr("%1 (1 of %2)").arg(name).arg(m_faces);
    painter.setPen(tokens.text);
    painter.drawText(QRect(0, height() - textHeight, width(), textHeight), Qt::AlignCenter,
                     fontMetrics().elidedText(name, Qt::ElideRight, width()));
}

} // namespace scrutineer::ui

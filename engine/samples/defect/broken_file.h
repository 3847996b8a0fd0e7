// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>

namespace scrutineer::samples {

/// A file whose transfer stopped.
[[nodiscard]] QByteArray truncated(const QByteArray &file, double share);
/// A PDF that asks for a password nobody knows: an encryption dictionary of the standard handler (ISO 32000-1
/// section 7.6.3) whose check fails for the empty password.
[[nodiscard]] QByteArray locked(const QByteArray &pdf);
/// The first page of a PDF edited afterwards: an incremental update (ISO 32000-1 section 7.5.6) adds a white
/// box with new text over a box (points, from the lower left). Empty where the file is not understood.
[[nodiscard]] QByteArray overwritten(const QByteArray &pdf, const QRectF &box, const QString &text,
                                     double fontPoints);

} // namespace scrutineer::samples

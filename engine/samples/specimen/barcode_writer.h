// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMap>
#include <QString>

namespace scrutineer::samples {

/// The bytes of a driving licence's barcode: header, one subfile DL (AAMVA Card Design Standard 2016, annex
/// D, version 09). Elements are written in the order DAQ, DCS, …; those that the standard does not know come
/// last.
[[nodiscard]] QString aamvaPayload(const QMap<QString, QString> &elements);

/// PDF417 without a quiet zone, one pixel a module across, rows three modules high. Null where it does not
/// fit.
[[nodiscard]] QImage pdf417(const QString &text);
/// Code 128 without a quiet zone, one pixel a module, one row.
[[nodiscard]] QImage code128(const QString &text);

} // namespace scrutineer::samples

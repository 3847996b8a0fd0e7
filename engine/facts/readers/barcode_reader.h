// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/image/picture.h"

#include <QPolygonF>

namespace scrutineer::facts {

/// Barcodes inside a document (quad in full-size pixels; the frame where no document was found): PDF417 in
/// any of four orientations and skewed by up to 25 degrees inside the quad, from 1.5 pixels a module; and
/// where there is none QR code, Aztec, Data Matrix and Code 128. Symbology is "PDF417", "QRCode", "Aztec",
/// "DataMatrix", "Code128". The texts are personal data: never log them. NothingFound where there is none,
/// TooPoor where one is seen and cannot be read. Any thread; 10 to 60 ms.
[[nodiscard]] Reading<QList<Barcode>> readBarcodes(const image::Picture &picture, const QPolygonF &quad);

} // namespace scrutineer::facts

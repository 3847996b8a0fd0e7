// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QRandomGenerator;

/// Files that nobody sends in good faith, made in code.
namespace hostile {

/// Cut short, bits flipped, bytes overwritten, or foreign bytes put in.
[[nodiscard]] QByteArray mutated(QByteArray bytes, QRandomGenerator &random);

/// A valid PNG of one colour, 1 bit a pixel, compressed as it is written: half a megabyte stands for any
/// size.
[[nodiscard]] QByteArray hugePng(int side);
/// A PDF whose cross-reference table claims that many objects.
[[nodiscard]] QByteArray pdfWithObjects(qint64 claimed);
/// A PDF whose page tree claims that many pages and refers to itself.
[[nodiscard]] QByteArray pdfWithEndlessPages(qint64 claimed);
/// A PDF that opens only with a password.
[[nodiscard]] QByteArray encryptedPdf();

} // namespace hostile

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/facts/readers/text_layout.h"
#include "engine/text/dates.h"

#include <QDate>
#include <QMap>
#include <QRectF>
#include <QString>

namespace scrutineer::facts {

/// What is known of a document before its fields are read.
struct DocumentHints
{
    DocumentType type = DocumentType::Other;
    QString issuer;               ///< ISO 3166-1 alpha-3, may be empty
    QDate day;                    ///< of submission
    QList<QDate> knownDates = {}; ///< that a zone or barcode on the same document names
    std::optional<text::DateOrder> order = std::nullopt; ///< in which its other dates are written
};

/// A value and where it stands, in the pixels of the lines.
struct FoundField
{
    QString value; ///< dates as ISO 8601
    QString text;  ///< as printed
    QRectF box;
    double confidence = 0; ///< of its words together
    double weakest = 0;    ///< of the word that OCR is least sure of
};

/// Fields by their labels (resources/documents/labels.json), by the numbers of European and North American
/// driving licences, by where names and numbers stand on North American ones, and dates by their order in
/// time. Keys as in Document::printed. What is doubtful is left out. lines: laid out, upright.
[[nodiscard]] QMap<QString, FoundField> printedFields(const QList<LaidLine> &lines,
                                                      const DocumentHints &hints);

} // namespace scrutineer::facts

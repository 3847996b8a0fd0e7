// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/specimen/document.h"
#include "engine/samples/specimen/security_print.h"

#include <QList>

namespace scrutineer::samples {

enum class CellStyle {
    Labelled, ///< the label above the value
    Numbered, ///< a short label before the value, as on driving licences
    Bare      ///< no label
};

/// Where a field stands. Millimetres; y is the baseline of the first line of print.
struct Cell
{
    const char *field;
    double x;
    double y;
    double width;
    const char *label = ""; ///< empty: the word for the field in the country's languages
    CellStyle style = CellStyle::Labelled;
    double size = 0; ///< height of capitals; 0: the design's
};

enum class BarcodeKind { None, Pdf417, Code128 };

/// The family of headings, flags and tables that a design is dressed in.
enum class Dress { Passport, Card, EuLicence, Driver, Permit, Student };

/// A layout. Boxes that a design does not have are empty.
struct Design
{
    const char *name;
    DocumentType type;
    Dress dress;
    const char *title; ///< key of the label, "passport"
    QSizeF size;
    Paper paper;
    QColor accent; ///< titles
    QColor label;
    Family family = Family::Sans;
    bool bold = true;
    double valueSize = 2.1;
    double labelSize = 1.2;
    QRectF portrait{};
    bool greyPortrait = false;
    QRectF ghost{};
    QPointF hologram{};
    double hologramRadius = 0;
    QRectF signature{};
    MrzFormat mrz = MrzFormat::None;
    const char *mrzCode = "";
    int mrzSide = 0;
    BarcodeKind barcode = BarcodeKind::None;
    QRectF barcodeBox{};
    const char *numberPattern = "#########";
    int validYears = 10;
    QList<Cell> front{};
    QList<Cell> back{}; ///< empty: there is no back
};

inline constexpr QSizeF td1Size{85.6, 53.98};
inline constexpr QSizeF td2Size{105, 74};
inline constexpr QSizeF td3Size{125, 88};

[[nodiscard]] const Design &designOf(DocumentDesign design);

[[nodiscard]] QList<Design> passportDesigns();
[[nodiscard]] QList<Design> cardDesigns();
[[nodiscard]] QList<Design> licenceDesigns();
[[nodiscard]] QList<Design> permitDesigns();

/// Headings, flags, tables and legends: what is the same on every copy of a design.
void dressPage(Page &page, const Design &design, const DocumentSpec &spec, int side);

} // namespace scrutineer::samples

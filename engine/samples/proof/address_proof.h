// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/names/identity.h"
#include "engine/samples/proof/words.h"

#include <QByteArray>
#include <QImage>
#include <QPolygonF>
#include <QStringList>

#include <optional>

namespace scrutineer::samples {

enum class ProofKind { Electricity, Water, Telephone, BankStatement, TaxLetter };
inline constexpr std::array allProofKinds{ProofKind::Electricity, ProofKind::Water, ProofKind::Telephone,
                                          ProofKind::BankStatement, ProofKind::TaxLetter};

/// As facts::AddressProof::kind: "utility_bill", "bank_statement", "tax_letter".
[[nodiscard]] QString nameOf(ProofKind kind);

/// Everything that a letter says about the person; what else it says follows from the seed.
struct ProofSpec
{
    ProofKind kind = ProofKind::Electricity;
    Language language = Language::English; ///< one of proofLanguages
    QString name;                          ///< empty: no name is printed
    QStringList addressLines;              ///< below the name; fewer lines: an incomplete address
    QDate issuedOn;
    bool showIssueDate = true;
    uint64_t seed = 1; ///< amounts, numbers, colours, which of the layouts
};

/// A piece of print and where it stands, clockwise from its top left. In pixels of the picture; of a PDF, in
/// pixels of its page at 200 dpi.
struct PrintedTruth
{
    QString text;
    QPolygonF region;
};

struct ProofTruth
{
    QString kind;
    PrintedTruth name;
    QList<PrintedTruth> address;    ///< one a line
    PrintedTruth issuedOn;          ///< the date as printed
    PrintedTruth issuedOnLabel;     ///< the words beside it
    QList<PrintedTruth> otherDates; ///< due dates, periods and the like
    QPolygonF page;                 ///< the sheet within the picture
    QSize size;                     ///< of the picture
};

struct DrawnProof
{
    QByteArray pdf; ///< where the form is a PDF
    QImage image;   ///< the page as it looks: of a text PDF at 200 dpi
    ProofTruth truth;
};

/// What a scanner does to a sheet.
struct ScanLook
{
    double rotationDegrees = 0.6;
    double noise = 6; ///< deviation, grey levels
    double contrast = 0.92;
    bool grey = true;
    int jpegQuality = 75; ///< of the picture within the PDF
    int dotsPerInch = 200;
};

enum class Screen { PhoneTall, PhoneSmall, Tablet, Laptop };

/// A letter to a person at home: in the language of the country of residence, or English where that has none.
[[nodiscard]] ProofSpec makeProof(ProofKind kind, const Identity &resident, const QDate &issuedOn,
                                  Random &random);

/// All of these need a QGuiApplication for fonts, mark the letter SPECIMEN, and give the same bytes for the
/// same spec and random numbers. A4 with a text layer.
[[nodiscard]] DrawnProof drawProofPdf(const ProofSpec &spec);
/// The flat sheet, to be photographed.
[[nodiscard]] DrawnProof drawProofImage(const ProofSpec &spec, double pixelsPerMm);
/// One picture in a PDF, without a text layer. `image` is what the scanner saw.
[[nodiscard]] DrawnProof drawProofScan(const ProofSpec &spec, const ScanLook &look, Random &random);
/// The letter in a viewer or browser, with the screen around it.
[[nodiscard]] DrawnProof drawProofScreenshot(const ProofSpec &spec, Screen screen, Random &random);

/// "J. Fairweather": the given names shortened to their initials.
[[nodiscard]] QString initialsOnly(const Identity &identity);

} // namespace scrutineer::samples

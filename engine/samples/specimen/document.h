// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/samples/names/identity.h"
#include "engine/samples/portrait.h"
#include "engine/samples/specimen/mrz_writer.h"

#include <QImage>
#include <QMap>
#include <QPolygonF>

#include <array>
#include <optional>

namespace scrutineer::samples {

/// The looks that a document may have. Any country may issue any of them.
enum class DocumentDesign {
    PassportClassic,
    PassportModern,
    PassportSerif,
    IdCardGreen,
    IdCardBlue,
    IdCardRose,
    OldCardWide,
    OldCardFold,
    OldCardPhotoRight,
    LicenceRose,
    LicenceBlue,
    LicenceSand,
    DriverMountain,
    DriverCoast,
    DriverPrairie,
    ResidenceClassic,
    ResidenceModern,
    WorkPermitCard,
    WorkPermitZone,
    StudentCampus,
    StudentStripe
};

inline constexpr int designCount = static_cast<int>(DocumentDesign::StudentStripe) + 1;

/// Everything that a document shows. What the machine-readable zone and the barcode say follows from the
/// holder and the dates unless it is overridden, so each of the three can be made to differ from the others.
/// Names of fields: surname, given_names, number, date_of_birth, expires_on, issued_on, issuer, address,
/// nationality, sex, place_of_birth, personal_number, height and what single designs add (truth.fields
/// tells); surname_native and given_names_native are the same in the country's script.
struct DocumentSpec
{
    DocumentDesign design = DocumentDesign::PassportClassic;
    Language issuer = Language::English; ///< whose country issues it
    Identity holder;
    QString number;
    QString personalNumber;
    QDate issuedOn;
    QDate expiresOn;
    uint64_t seed = 1;                   ///< for what only decorates: signature, audit numbers
    QMap<QString, QString> printed;      ///< field → what is printed instead; empty: nothing is
    std::optional<MrzValues> mrz;        ///< instead of what follows from the rest
    std::optional<QStringList> mrzLines; ///< instead of right lines
    QMap<QString, QString> barcode;      ///< AAMVA element ("DBA") → what is encoded instead
    Shot portraitShot;                   ///< how the portrait was taken
    QImage portrait;                     ///< instead of the rendered portrait of the holder
    bool ghostPortrait = true;
};

struct FieldTruth
{
    QString name;
    QString value; ///< as printed
    std::optional<QDate> date;
    int side = 0; ///< 0 front, 1 back
    QPolygonF region;
};

/// What is where. Polygons are in pixels of the flat side, clockwise from the top left of what they surround;
/// empty where the design has no such thing.
struct DocumentTruth
{
    DocumentType type = DocumentType::Passport;
    QSizeF sizeMm;
    QList<FieldTruth> fields;
    QStringList mrzLines;
    QList<QPolygonF> mrzRegions; ///< one a line
    int mrzSide = 0;
    QPolygonF portrait; ///< on the front
    QPolygonF ghost;
    QPolygonF hologram;
    QPolygonF signature;
    QString barcodeText;
    QString barcodeSymbology; ///< "PDF417", "Code128"
    QPolygonF barcode;
    int barcodeSide = 0;

    [[nodiscard]] const FieldTruth *field(QStringView name) const;
};

struct DrawnDocument
{
    QImage front; ///< RGB32
    std::optional<QImage> back;
    DocumentTruth truth;
};

[[nodiscard]] DocumentType typeOf(DocumentDesign design);
/// "passport_classic", for file names and reports.
[[nodiscard]] QString nameOf(DocumentDesign design);

/// A valid document of a person, issued some time before a day and not expired on it. Permits are issued to a
/// foreigner: one who would get a permit of the own country gets one of another. Holders of permits and of
/// North American licences live in the issuer's country: spec.holder then has another address than `holder`.
[[nodiscard]] DocumentSpec makeDocument(DocumentDesign design, Language issuer, const Identity &holder,
                                        const QDate &on, Random &random);

/// A date as the design prints it, for DocumentSpec::printed.
[[nodiscard]] QString printedDate(const QDate &date, const DocumentSpec &spec);

/// What the zone of a correct document says; empty lines where the design has none.
[[nodiscard]] MrzValues mrzValuesOf(const DocumentSpec &spec);

/// The flat document, marked SPECIMEN. 12 pixels a millimetre is about 300 dpi. Needs a QGuiApplication for
/// its fonts. The same spec gives the same bytes.
[[nodiscard]] DrawnDocument drawDocument(const DocumentSpec &spec, double pixelsPerMm);

} // namespace scrutineer::samples

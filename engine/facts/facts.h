// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/reading.h"

#include <QMap>
#include <QPolygonF>
#include <QRectF>
#include <QSize>

/// What the files say, without a pixel and without a judgement. Plain values: copied between threads and
/// processes, stored, and judged again whenever the policy changes. Coordinates are pixels of the upright
/// image at full size.
namespace scrutineer::facts {

/// A measured property and where it shows. The unit is that of the policy's threshold for the same check.
struct Measurement
{
    double value = 0;
    QList<QPolygonF> regions;

    friend bool operator==(const Measurement &, const Measurement &) = default;
};

/// Photo faults, measured inside the document at canonical scale.
struct Quality
{
    Reading<Measurement> darkness; ///< 90th percentile of luma inside the document, 0 (black) to 255
    Reading<Measurement>
        glare; ///< share of the document's area under blown highlights that cover content, 0 to 1
    Reading<Measurement> shadow;      ///< share of the document's area, 0 to 1
    Reading<Measurement> obstruction; ///< share of the document's area, 0 to 1
    Reading<Measurement> blur;        ///< 10-90 % edge width, in pixels of a page 1,000 px wide
    Reading<Measurement> cropping;    ///< corners outside the frame, 0 to 4
    Reading<Measurement> filtering;   ///< 0 to 1

    friend bool operator==(const Quality &, const Quality &) = default;
};

/// Fields of a machine-readable zone as ICAO 9303 names them; fillers removed, empty or null where not read.
struct MrzFields
{
    QString documentCode;
    QString issuer;
    QString number;
    QString surname;
    QString givenNames;
    QString nationality;
    QString sex;
    std::optional<QDate> dateOfBirth;
    std::optional<QDate> expiresOn;

    friend bool operator==(const MrzFields &, const MrzFields &) = default;
};

struct Mrz
{
    QString format;    ///< TD1, TD2, TD3, MRV-A, MRV-B, FR-ID, …
    QStringList lines; ///< as printed, fillers as '<'
    MrzFields fields;
    QMap<QString, bool>
        checkDigits;       ///< "number", "date_of_birth", "expires_on", "composite" → valid as printed
    bool repaired = false; ///< a character was changed to make a check digit fit
    bool verified = false; ///< at least two independent check digits hold as printed
    QList<QPolygonF> lineRegions; ///< one per line, may be empty

    friend bool operator==(const Mrz &, const Mrz &) = default;
};

struct Barcode
{
    QString symbology;
    QString text;
    QPolygonF region;

    friend bool operator==(const Barcode &, const Barcode &) = default;
};

/// A piece of text and where it stands.
struct TextLine
{
    QString text;
    QPolygonF region;
    int page = 0;
    double confidence = 1; ///< 0 to 1; 1 for text that was not recognised but stored as text

    friend bool operator==(const TextLine &, const TextLine &) = default;
};

/// A value read from print. Dates are ISO 8601.
struct PrintedField
{
    QString value;
    TextLine source;

    friend bool operator==(const PrintedField &, const PrintedField &) = default;
};

struct TypeGuess
{
    DocumentType type = DocumentType::Other;
    double confidence = 0; ///< 0 to 1
    QString grounds;       ///< "mrz", "words", "layout": what it was drawn from, comma-separated
    TextLine source;       ///< the words or line that told

    friend bool operator==(const TypeGuess &, const TypeGuess &) = default;
};

/// Which part of a document a picture shows. Front: the side or page with the holder's data, which is an
/// inner page of a passport. InsidePage: any other page of a booklet.
enum class DocumentSide { Front, Back, Cover, InsidePage };

/// The side's stable name ("inside_page"), and back.
[[nodiscard]] QString toName(DocumentSide side);
[[nodiscard]] std::optional<DocumentSide> documentSideFromName(QStringView name);

struct SideGuess
{
    DocumentSide side = DocumentSide::Front;
    double confidence = 0; ///< 0 to 1
    QString grounds; ///< "mrz", "barcode", "portrait", "no_portrait", "fields", "words"; comma-separated

    friend bool operator==(const SideGuess &, const SideGuess &) = default;
};

/// What one picture of a document says.
struct Document
{
    Reading<QPolygonF> quad; ///< four corners clockwise from the document's own top left
    bool fillsFrame = false; ///< a scan without borders: the quad is the frame
    /// "top", "right", "bottom", "left" of the picture: there the document goes on beyond the frame.
    QStringList cutAt;
    QList<QPolygonF> otherQuads; ///< of more documents in the same picture: a back beside its front
    Quality quality;
    Reading<Mrz> mrz;
    Reading<QList<Barcode>> barcodes;
    Reading<QList<TextLine>> text; ///< everything that OCR read
    Reading<TypeGuess> type;
    Reading<SideGuess> side; ///< NothingFound where unsure
    /// "surname", "given_names", "full_name", "number", "date_of_birth", "expires_on", "issued_on", "issuer",
    /// "address"
    QMap<QString, PrintedField> printed;

    friend bool operator==(const Document &, const Document &) = default;
};

/// One face in a picture.
struct Face
{
    QRectF box;
    double score = 0; ///< the detector's, 0 to 1
    QList<QPointF>
        landmarks; ///< right eye, left eye, nose, right and left corner of the mouth; may be empty (Haar)
    QList<float> embedding;  ///< unit length; empty without a recogniser
    double sharpness = 0;    ///< variance of the Laplacian on the 112 px aligned crop
    double luma = 0;         ///< mean, 0 to 255
    double clippedShare = 0; ///< share of face pixels at 250 and above, 0 to 1

    friend bool operator==(const Face &, const Face &) = default;
};

struct Faces
{
    QString detector;   ///< "yunet_n_640", "haar"
    QString recognizer; ///< model name, empty where none is installed
    QList<Face> faces;  ///< largest first

    friend bool operator==(const Faces &, const Faces &) = default;
};

struct Handheld
{
    QString text;
    std::optional<QDate> date;
    int documentInliers = 0; ///< ORB matches with the uploaded document that agree with one homography

    friend bool operator==(const Handheld &, const Handheld &) = default;
};

struct AddressProof
{
    Reading<QString>
        kind; ///< "utility_bill", "bank_statement", "tax_letter", "official_letter", "identity_document", …
    Reading<QList<TextLine>> text; ///< PDF text layer, or OCR
    bool fromTextLayer = false;
    Reading<PrintedField> issuedOn;
    QList<PrintedField> otherDates;   ///< dates that are not the issue date, with the words beside them
    bool otherDatesExplained = false; ///< each of them is a due date, a period, a booking or the like
    QList<PrintedField> names;        ///< lines that stand where an addressee stands
    QList<PrintedField> addresses;    ///< postal addresses, one line each
    Reading<Measurement> screenshot;  ///< 0 to 1

    friend bool operator==(const AddressProof &, const AddressProof &) = default;
};

/// One trace of editing: how strong it is, where it shows, and what was seen there. The policy has the
/// thresholds and units of every name under "document.altered".
struct EditingCue
{
    QString name;     ///< "editor", "ghosts", "noise", …: see docs/decisions/0080-traces-of-editing.md
    double score = 0; ///< in the unit of the policy's threshold of that name
    Sentence seen;
    int page = 0;
    QList<QPolygonF> regions; ///< empty: the whole file

    friend bool operator==(const EditingCue &, const EditingCue &) = default;
};

/// Traces of editing in bytes and pixels. A cue that was looked for and not found is absent.
struct Editing
{
    QList<EditingCue> cues;

    friend bool operator==(const Editing &, const Editing &) = default;
};

/// Everything that one file says.
struct FileFacts
{
    QString path; ///< EvidenceFile::path
    Role role = Role::DocumentFront;
    QString sha256; ///< hex
    qint64 bytes = 0;
    QString kind;                    ///< media type, "image/jpeg"; empty where unknown
    QList<QSize> pages;              ///< size of each upright page at full size, pixels (PDF: at 200 dpi)
    std::optional<Error> unreadable; ///< set: the file could not be read, and nothing below is
    std::optional<quint64>
        perceptualHash;                 ///< 64-bit DCT hash of page 0, for the same picture under other bytes
    Reading<Document> document;         ///< document_front, document_back
    Reading<Faces> faces;               ///< document_front, selfie, handheld
    Reading<Handheld> handheld;         ///< handheld
    Reading<AddressProof> addressProof; ///< address_proof
    Reading<Editing> editing;           ///< document_front, document_back, address_proof
    QMap<QString, double> stageMs;      ///< processor time of each stage, milliseconds

    friend bool operator==(const FileFacts &, const FileFacts &) = default;
};

/// Two faces of different files compared; the largest of each file.
struct FaceMatch
{
    QString a;
    QString b;
    double score = 0; ///< cosine of the embeddings, -1 to 1
    QString model;

    friend bool operator==(const FaceMatch &, const FaceMatch &) = default;
};

/// The same bytes, or the same picture, seen elsewhere.
struct Duplicate
{
    QString path;
    QString otherCaseId; ///< empty: within this case
    QString otherPath;
    bool sameBytes = true;

    friend bool operator==(const Duplicate &, const Duplicate &) = default;
};

/// Everything that a case's files say, and what only shows when they are put together.
struct Facts
{
    QList<FileFacts> files; ///< in the order of Case::files; a file still being read is absent
    QList<FaceMatch> faceMatches;
    QList<Duplicate> duplicates;
    bool complete = false; ///< every file of the case has been read or given up

    [[nodiscard]] const FileFacts *fileOf(Role role) const;
    [[nodiscard]] const FileFacts *fileAt(QStringView path) const;

    friend bool operator==(const Facts &, const Facts &) = default;
};

} // namespace scrutineer::facts

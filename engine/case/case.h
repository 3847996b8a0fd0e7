// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace scrutineer {

/// Primary: document, selfie and handheld photo. Advanced: a proof of address as well.
enum class Level { Primary, Advanced };

enum class DocumentType { Passport, IdCard, DrivingLicence, ResidencePermit, WorkPermit, StudentId, Other };

enum class Role { DocumentFront, DocumentBack, Selfie, Handheld, AddressProof };

/// A postal address as the applicant declared it; a part that was not given is empty.
struct Address
{
    QString street; ///< street and house number, in the order of the country
    QString city;
    QString region;
    QString postalCode;
    QString country; ///< ISO 3166-1 alpha-2 or alpha-3

    friend bool operator==(const Address &, const Address &) = default;
};

struct Applicant
{
    QString fullName;
    std::optional<QDate> dateOfBirth;
    QString nationality; ///< ISO 3166-1 or a code of ICAO 9303 part 3 section 5
    std::optional<Address> address;

    friend bool operator==(const Applicant &, const Applicant &) = default;
};

struct DeclaredDocument
{
    std::optional<DocumentType> type;
    QString number;
    QString issuingCountry;
    std::optional<QDate> expiresOn;

    friend bool operator==(const DeclaredDocument &, const DeclaredDocument &) = default;
};

struct EvidenceFile
{
    Role role = Role::DocumentFront;
    QString path; ///< relative to the bundle's folder, stays inside it; identifies the file within its case

    friend bool operator==(const EvidenceFile &, const EvidenceFile &) = default;
};

/// What the applicant declared and which files were sent: the content of a bundle's case.json.
struct Case
{
    QString id;
    Level level = Level::Primary;
    QDateTime submittedAt; ///< UTC
    Applicant applicant;
    QString primaryFullName; ///< the name of the primary verification; empty where not given
    std::optional<DeclaredDocument> document;
    QList<EvidenceFile> files;

    /// The day that decides about expiry and age. UTC, as in the bundle.
    [[nodiscard]] QDate submissionDay() const { return submittedAt.toUTC().date(); }
    [[nodiscard]] const EvidenceFile *fileOf(Role role) const;

    friend bool operator==(const Case &, const Case &) = default;
};

/// The names of the contract ("document_front", "driving_licence", "advanced"), and back.
[[nodiscard]] QString toName(Level level);
[[nodiscard]] QString toName(DocumentType type);
[[nodiscard]] QString toName(Role role);
[[nodiscard]] std::optional<Level> levelFromName(QStringView name);
[[nodiscard]] std::optional<DocumentType> documentTypeFromName(QStringView name);
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);

/// The same for people, in the user's language ("ID front", "Driving licence", "Advanced").
[[nodiscard]] QString toLabel(Level level);
[[nodiscard]] QString toLabel(DocumentType type);
[[nodiscard]] QString toLabel(Role role);

} // namespace scrutineer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/case/case.h"

#include "engine/case/finding.h"

#include <QCoreApplication>

#include <array>

namespace scrutineer {

namespace {
template <typename Enum>
struct Name
{
    Enum value;
    const char *name;
    const char *label;
};

constexpr std::array levels{
    Name<Level>{Level::Primary, "primary", QT_TRANSLATE_NOOP("scrutineer", "Primary")},
    Name<Level>{Level::Advanced, "advanced", QT_TRANSLATE_NOOP("scrutineer", "Advanced")},
};

constexpr std::array documentTypes{
    Name<DocumentType>{DocumentType::Passport, "passport", QT_TRANSLATE_NOOP("scrutineer", "Passport")},
    Name<DocumentType>{DocumentType::IdCard, "id_card", QT_TRANSLATE_NOOP("scrutineer", "ID card")},
    Name<DocumentType>{DocumentType::DrivingLicence, "driving_licence",
                       QT_TRANSLATE_NOOP("scrutineer", "Driving licence")},
    Name<DocumentType>{DocumentType::ResidencePermit, "residence_permit",
                       QT_TRANSLATE_NOOP("scrutineer", "Residence permit")},
    Name<DocumentType>{DocumentType::WorkPermit, "work_permit",
                       QT_TRANSLATE_NOOP("scrutineer", "Work permit")},
    Name<DocumentType>{DocumentType::StudentId, "student_id", QT_TRANSLATE_NOOP("scrutineer", "Student ID")},
    Name<DocumentType>{DocumentType::Other, "other", QT_TRANSLATE_NOOP("scrutineer", "Other document")},
};

constexpr std::array roles{
    Name<Role>{Role::DocumentFront, "document_front", QT_TRANSLATE_NOOP("scrutineer", "ID front")},
    Name<Role>{Role::DocumentBack, "document_back", QT_TRANSLATE_NOOP("scrutineer", "ID back")},
    Name<Role>{Role::Selfie, "selfie", QT_TRANSLATE_NOOP("scrutineer", "Selfie")},
    Name<Role>{Role::Handheld, "handheld", QT_TRANSLATE_NOOP("scrutineer", "Handheld")},
    Name<Role>{Role::AddressProof, "address_proof", QT_TRANSLATE_NOOP("scrutineer", "Proof of address")},
};

constexpr std::array outcomes{
    Name<Outcome>{Outcome::NotApplicable, "not_applicable",
                  QT_TRANSLATE_NOOP("scrutineer", "Not applicable")},
    Name<Outcome>{Outcome::Clear, "clear", QT_TRANSLATE_NOOP("scrutineer", "Clear")},
    Name<Outcome>{Outcome::NotAssessed, "not_assessed", QT_TRANSLATE_NOOP("scrutineer", "Not assessed")},
    Name<Outcome>{Outcome::Review, "review", QT_TRANSLATE_NOOP("scrutineer", "To look at")},
    Name<Outcome>{Outcome::Flagged, "flagged", QT_TRANSLATE_NOOP("scrutineer", "Flagged")},
};

template <typename Table, typename Enum>
const auto &rowOf(const Table &table, Enum value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return row;
    }
    return table.back();
}

template <typename Table>
auto valueOf(const Table &table, QStringView name) -> std::optional<decltype(table.front().value)>
{
    for (const auto &row : table) {
        if (name == QLatin1StringView(row.name))
            return row.value;
    }
    return std::nullopt;
}

template <typename Row>
QString nameOf(const Row &row)
{
    return QString::fromLatin1(row.name);
}

template <typename Row>
QString labelOf(const Row &row)
{
    return QCoreApplication::translate("scrutineer", row.label);
}
} // namespace

const EvidenceFile *Case::fileOf(Role role) const
{
    for (const EvidenceFile &file : files) {
        if (file.role == role)
            return &file;
    }
    return nullptr;
}

QString toName(Level level)
{
    return nameOf(rowOf(levels, level));
}
QString toName(DocumentType type)
{
    return nameOf(rowOf(documentTypes, type));
}
QString toName(Role role)
{
    return nameOf(rowOf(roles, role));
}
QString toName(Outcome outcome)
{
    return nameOf(rowOf(outcomes, outcome));
}

QString toLabel(Level level)
{
    return labelOf(rowOf(levels, level));
}
QString toLabel(DocumentType type)
{
    return labelOf(rowOf(documentTypes, type));
}
QString toLabel(Role role)
{
    return labelOf(rowOf(roles, role));
}
QString toLabel(Outcome outcome)
{
    return labelOf(rowOf(outcomes, outcome));
}

std::optional<Level> levelFromName(QStringView name)
{
    return valueOf(levels, name);
}
std::optional<DocumentType> documentTypeFromName(QStringView name)
{
    return valueOf(documentTypes, name);
}
std::optional<Role> roleFromName(QStringView name)
{
    return valueOf(roles, name);
}
std::optional<Outcome> outcomeFromName(QStringView name)
{
    return valueOf(outcomes, name);
}

} // namespace scrutineer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/registry.h"

namespace scrutineer::checks {

const std::array<CheckRow, 41> &registry()
{
    static constexpr std::array<CheckRow, 41> rows{{
        {"document.too_dark", documentTooDark},
        {"document.glare", documentGlare},
        {"document.shadow", documentShadow},
        {"document.obstructed", documentObstructed},
        {"document.blurred", documentBlurred},
        {"document.cropped", documentCropped},
        {"document.filtered", documentFiltered},
        {"document.unreadable", documentUnreadable},
        {"document.unsupported_type", documentUnsupportedType},
        {"document.type_mismatch", documentTypeMismatch},
        {"document.expired", documentExpired},
        {"document.expiry_unclear", documentExpiryUnclear},
        {"document.altered", documentAltered},
        {"document.inconsistent", documentInconsistent},
        {"document.data_mismatch", documentDataMismatch},
        {"face.not_visible", faceNotVisible},
        {"face.bad_light", faceBadLight},
        {"face.distance", faceDistance},
        {"face.several_people", faceSeveralPeople},
        {"face.mismatch", faceMismatch},
        {"handheld.document_missing", handheldDocumentMissing},
        {"handheld.statement_missing", handheldStatementMissing},
        {"handheld.different_document", handheldDifferentDocument},
        {"handheld.date_mismatch", handheldDateMismatch},
        {"handheld.word_missing", handheldWordMissing},
        {"poa.identity_document", poaIdentityDocument},
        {"poa.unsupported_kind", poaUnsupportedKind},
        {"poa.screenshot", poaScreenshot},
        {"poa.too_old", poaTooOld},
        {"poa.date_unclear", poaDateUnclear},
        {"poa.altered", poaAltered},
        {"poa.unreadable", poaUnreadable},
        {"name.levels_differ", nameLevelsDiffer},
        {"poa.name_missing", poaNameMissing},
        {"poa.name_abbreviated", poaNameAbbreviated},
        {"poa.address_mismatch", poaAddressMismatch},
        {"address.declared_incomplete", addressDeclaredIncomplete},
        {"poa.address_incomplete", poaAddressIncomplete},
        {"file.unreadable", fileUnreadable},
        {"file.missing", fileMissing},
        {"file.duplicate", fileDuplicate},
    }};
    return rows;
}

} // namespace scrutineer::checks

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checks/context.h"

#include <array>

/// The checks of the catalogue, each in the file that is named after its id.
namespace scrutineer::checks {

[[nodiscard]] Finding documentTooDark(const Context &context);
[[nodiscard]] Finding documentGlare(const Context &context);
[[nodiscard]] Finding documentShadow(const Context &context);
[[nodiscard]] Finding documentObstructed(const Context &context);
[[nodiscard]] Finding documentBlurred(const Context &context);
[[nodiscard]] Finding documentCropped(const Context &context);
[[nodiscard]] Finding documentFiltered(const Context &context);
[[nodiscard]] Finding documentUnreadable(const Context &context);
[[nodiscard]] Finding documentUnsupportedType(const Context &context);
[[nodiscard]] Finding documentTypeMismatch(const Context &context);
[[nodiscard]] Finding documentExpired(const Context &context);
[[nodiscard]] Finding documentExpiryUnclear(const Context &context);
[[nodiscard]] Finding documentAltered(const Context &context);
[[nodiscard]] Finding documentInconsistent(const Context &context);
[[nodiscard]] Finding documentDataMismatch(const Context &context);
[[nodiscard]] Finding faceNotVisible(const Context &context);
[[nodiscard]] Finding faceBadLight(const Context &context);
[[nodiscard]] Finding faceDistance(const Context &context);
[[nodiscard]] Finding faceSeveralPeople(const Context &context);
[[nodiscard]] Finding faceMismatch(const Context &context);
[[nodiscard]] Finding handheldDocumentMissing(const Context &context);
[[nodiscard]] Finding handheldStatementMissing(const Context &context);
[[nodiscard]] Finding handheldDifferentDocument(const Context &context);
[[nodiscard]] Finding handheldDateMismatch(const Context &context);
[[nodiscard]] Finding handheldWordMissing(const Context &context);
[[nodiscard]] Finding poaIdentityDocument(const Context &context);
[[nodiscard]] Finding poaUnsupportedKind(const Context &context);
[[nodiscard]] Finding poaScreenshot(const Context &context);
[[nodiscard]] Finding poaTooOld(const Context &context);
[[nodiscard]] Finding poaDateUnclear(const Context &context);
[[nodiscard]] Finding poaAltered(const Context &context);
[[nodiscard]] Finding poaUnreadable(const Context &context);
[[nodiscard]] Finding nameLevelsDiffer(const Context &context);
[[nodiscard]] Finding poaNameMissing(const Context &context);
[[nodiscard]] Finding poaNameAbbreviated(const Context &context);
[[nodiscard]] Finding poaAddressMismatch(const Context &context);
[[nodiscard]] Finding addressDeclaredIncomplete(const Context &context);
[[nodiscard]] Finding poaAddressIncomplete(const Context &context);
[[nodiscard]] Finding fileUnreadable(const Context &context);
[[nodiscard]] Finding fileMissing(const Context &context);
[[nodiscard]] Finding fileDuplicate(const Context &context);

/// Every check in the order of the catalogue.
[[nodiscard]] const std::array<CheckRow, 41> &registry();

} // namespace scrutineer::checks

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/case/case.h"
#include "engine/case/evidence_path.h"

#include <QByteArray>
#include <QJsonObject>

namespace scrutineer {

/// Reads a case bundle's case.json, "scrutineer.case/1", and checks it against the JSON Schema of the
/// resources. The evidence files are not opened: one that is missing, empty or a link leaves the bundle
/// readable (openEvidence()). Errors name the file and the JSON pointer ("case.json#/files/0/role"):
/// JsonInvalid, FormatUnknown, SchemaViolated (also an impossible date and a path that is listed twice),
/// PathLeavesBundle; FileMissing, FileNotRegular, FileTooLarge, FileEmpty and ReadFailed are of case.json
/// itself.
[[nodiscard]] Result<Case> readBundle(const QString &folder);

/// The same from bytes; fileName is only for the errors.
[[nodiscard]] Result<Case> readCase(const QByteArray &json, const QString &fileName);

/// The content of a case.json that readCase() reads back to an equal Case. Parts that were not given are left
/// out.
[[nodiscard]] QJsonObject toJson(const Case &input);

/// Above this, case.json is FileTooLarge: a hundred files and every field at its longest need a tenth of it.
inline constexpr qint64 maxCaseJsonBytes = qint64{4} << 20;

} // namespace scrutineer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checks/answers.h"

namespace scrutineer::checks {

/// Confidence of print, 0 to 1, from which a value counts as read well: what recognition was less sure of is
/// wrong too often to contradict anything. Values that differ from a verified zone were read twice more.
inline constexpr double readWellFrom = 0.7;

/// Where on a document a value was read.
enum class Origin { MachineReadable, Printed, Barcode };

/// A value and how far it can be trusted.
struct FieldValue
{
    Origin origin = Origin::Printed;
    QString value;         ///< dates as ISO 8601
    bool verified = false; ///< protected by check digits or error correction that hold
    bool repaired = false; ///< a character was changed to make a check digit fit
    double confidence = 0; ///< of the recognised print, 0 to 1; 1 where verified
    Region region;
    QString fact; ///< path into the facts

    [[nodiscard]] QDate date() const { return QDate::fromString(value, Qt::ISODate); }
};

/// Every source of a field on front and back: machine-readable zone, barcode (AAMVA), print. Keys as in
/// Document::printed: "date_of_birth", "expires_on", "number", "full_name". Dates that are no dates are left
/// out.
[[nodiscard]] QList<FieldValue> valuesOf(const Sources &sources, const QString &key);

/// "machine-readable zone 2018-12-31, print 2015-12-31"
[[nodiscard]] QString listed(const QList<FieldValue> &values);
[[nodiscard]] QList<Region> regionsOf(const QList<FieldValue> &values);
[[nodiscard]] QStringList factsOf(const QList<FieldValue> &values);

/// Why the fields of a document are missing: the reason that its text or its file gives.
[[nodiscard]] Finding fieldsMissing(const Sources &sources, const char *noReader);

/// The file that tells the document's type: the first that does, or else the first. sources: not empty.
[[nodiscard]] const facts::FileFacts &fileWithType(const Sources &sources);

/// Every line of print on front and back.
[[nodiscard]] QStringList printedLines(const Sources &sources);

} // namespace scrutineer::checks

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/names/language.h"

#include <QString>

namespace scrutineer::samples {

/// The word for a field ("surname", "date_of_birth", …) or a document's title ("passport", "id_card",
/// "driving_licence", "residence_permit", "work_permit", "student_card"); empty for what has none.
[[nodiscard]] QString labelOf(const QString &key, Language language);

/// As documents print it: the country's language, then English, or French after English: "Nachname /
/// Surname".
[[nodiscard]] QString bilingualLabel(const QString &key, Language language);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/names/language.h"

#include <QList>
#include <QString>

namespace scrutineer::samples {

/// A name in its own script and in Latin letters; the two are the same where the script is Latin.
struct Name
{
    QString native;
    QString latin;

    friend bool operator==(const Name &, const Name &) = default;
};

/// "Иван Анна" or "李:Li 王:Wang": words with spaces between, an underscore for a space within, the Latin
/// form after a colon where it does not follow from the script.
[[nodiscard]] QList<Name> nameList(const char *text, Language language);

/// At least twenty family names, those that have one in the form for the sex.
[[nodiscard]] QList<Name> familyNames(Language language, bool female);
/// At least ten given names of each sex.
[[nodiscard]] QList<Name> givenNames(Language language, bool female);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace scrutineer {

/// A sentence kept apart from its language: an English template with %1 … %9 and the values to put in.
/// It is stored as it is and translated when it is shown, so that a stored finding speaks each reader's
/// language. Templates are marked with QT_TRANSLATE_NOOP("scrutineer", "…"); values are already formatted (C
/// locale numbers). A value that is a word of ours ("driving licence"), or several with ", " between, is
/// translated too where it is marked with QT_TRANSLATE_NOOP("scrutineer words", "…").
struct Sentence
{
    QString text;
    QStringList values;

    [[nodiscard]] QString english() const;
    /// In the language of the translators installed in this process.
    [[nodiscard]] QString translated() const;

    friend bool operator==(const Sentence &, const Sentence &) = default;
};

} // namespace scrutineer

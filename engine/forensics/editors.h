// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace scrutineer::forensics {

/// What a program does with pictures.
enum class ProgramKind {
    Generator, ///< makes pictures from words
    Editor,    ///< changes parts of pictures
    Developer, ///< changes light and colour as a whole, and can do more
};

struct NamedProgram
{
    ProgramKind kind = ProgramKind::Editor;
    QString name; ///< "Adobe Photoshop"
};

/// The program that a text from a file's metadata names ("Adobe Photoshop CC 2019 (Windows)"); nothing for
/// the firmware of cameras and for programs that only store, show or send pictures.
[[nodiscard]] std::optional<NamedProgram> programNamedIn(const QString &text);

} // namespace scrutineer::forensics

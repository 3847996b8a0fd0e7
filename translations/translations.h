// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace scrutineer::translations {

/// Languages that the program speaks, English among them: "en", "zh_CN".
[[nodiscard]] QStringList languages();

/// Makes the application speak a language, or the system's where it is empty; English where that one is not
/// there. Qt's own texts follow where its translations are installed. Returns the language spoken. Before the
/// first window.
QString install(QCoreApplication &application, const QString &language);

} // namespace scrutineer::translations

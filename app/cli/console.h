// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QJsonObject>
#include <QString>

namespace scrutineer::cli {

/// One line for people, on standard error.
void say(const QString &line);
/// An error as one sentence, on standard error, with the detail where there is one.
void complain(const Error &error);

/// Writes an object as one line to standard output, at once. False: it cannot be written (the reader has
/// gone, the disk is full); that has been said, once.
[[nodiscard]] bool print(const QJsonObject &object);

/// Writes text for people to standard output. False: as above.
[[nodiscard]] bool printText(const QString &text);

} // namespace scrutineer::cli

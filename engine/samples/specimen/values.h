// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/specimen/document.h"

namespace scrutineer::samples {

/// What a field prints.
struct Value
{
    QString text; ///< lines separated by line feeds
    std::optional<QDate> date;
    QString native; ///< beside it, in the country's script; empty where that is Latin
};

/// Every field that any design may show, overridden where the spec says so.
[[nodiscard]] QMap<QString, Value> printedValues(const DocumentSpec &spec);

/// The elements of a North American licence's barcode.
[[nodiscard]] QMap<QString, QString> aamvaElements(const DocumentSpec &spec);

} // namespace scrutineer::samples

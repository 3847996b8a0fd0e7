// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace scrutineer {

/// Parses UTF-8 JSON text whose top level is an object. A byte order mark is allowed. Stops at a nesting of
/// 1,024. Error: JsonInvalid, where: fileName, detail: what is wrong at which byte.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &fileName);

/// "case.json#/files/0/role": a file name and a JSON pointer (RFC 6901) of these tokens.
[[nodiscard]] QString jsonWhere(const QString &fileName, const QStringList &tokens);

/// A compiled JSON Schema (draft 7). Copies share it; any number of threads may use it.
class JsonSchema
{
public:
    /// Error: SchemaViolated where the schema itself is none.
    [[nodiscard]] static Result<JsonSchema> compile(const QByteArray &schema);

    /// Error: SchemaViolated for the innermost violation that was found first; where: file name and JSON
    /// pointer, detail: the rule that is broken, never the value.
    [[nodiscard]] Result<void> check(const QJsonObject &object, const QString &fileName) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace scrutineer

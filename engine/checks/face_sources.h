// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checks/answers.h"

namespace scrutineer::checks {

/// Judges the faces of each file of the roles; the worst answers. Files whose faces were not read are not
/// assessed.
template <typename Judge>
[[nodiscard]] Finding judgeFaces(const Context &context, std::initializer_list<Role> roles, Judge judge)
{
    const Sources sources = sourcesOf(context, roles);
    if (sources.instead)
        return *sources.instead;
    QList<Finding> findings;
    for (const facts::FileFacts *file : sources.files) {
        findings.append(
            file->faces
                ? judge(*file, *file->faces)
                : notAssessed(file->faces.missing(), file->path,
                              QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for faces.")));
    }
    return sources.settled(worst(findings));
}

[[nodiscard]] double areaOf(const facts::Face &face);
[[nodiscard]] Region regionOf(const QString &path, const facts::Face &face);
/// Size of the picture that holds the faces; empty where unknown.
[[nodiscard]] QSize pictureSize(const facts::FileFacts &file);
/// Cosine of two embeddings; nothing where one is missing.
[[nodiscard]] std::optional<double> cosine(const facts::Face &a, const facts::Face &b);
/// The answer of a check that needs a face where none was found.
[[nodiscard]] Finding noFace(const QString &path);

} // namespace scrutineer::checks

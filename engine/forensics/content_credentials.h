// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace scrutineer::forensics {

/// What a manifest of content credentials says of a picture (C2PA specification 2.1, sections 10 and 18). Its
/// signature is not verified: what a forger would say of himself is taken as said.
struct ContentCredentials
{
    QString generator;       ///< the program that made the claim
    QStringList actions;     ///< "c2pa.created", "c2pa.edited", … in their order
    QStringList sourceTypes; ///< IPTC digital source types, the last part of their address
    QStringList agents;      ///< programs named by actions

    /// A part of the picture was painted, placed or made by a program.
    [[nodiscard]] bool tellOfEditing() const;
    /// The picture, or a part of it, was made from words.
    [[nodiscard]] bool tellOfGeneration() const;
};

/// The manifest in a JPEG's APP11 segments or a PNG's caBX chunk; nothing where there is none. Hostile bytes
/// are bounded in depth and number.
[[nodiscard]] std::optional<ContentCredentials> readContentCredentials(const QByteArray &file);

} // namespace scrutineer::forensics

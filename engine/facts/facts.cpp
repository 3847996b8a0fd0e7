// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/facts.h"

#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

struct NamedSide
{
    DocumentSide side;
    QLatin1StringView name;
};

constexpr std::array sides{
    NamedSide{DocumentSide::Front, "front"_L1}, NamedSide{DocumentSide::Back, "back"_L1},
    NamedSide{DocumentSide::Cover, "cover"_L1}, NamedSide{DocumentSide::InsidePage, "inside_page"_L1}};

} // namespace

QString toName(DocumentSide side)
{
    for (const NamedSide &one : sides) {
        if (one.side == side)
            return one.name;
    }
    return {};
}

std::optional<DocumentSide> documentSideFromName(QStringView name)
{
    for (const NamedSide &one : sides) {
        if (one.name == name)
            return one.side;
    }
    return std::nullopt;
}

const FileFacts *Facts::fileOf(Role role) const
{
    for (const FileFacts &file : files) {
        if (file.role == role)
            return &file;
    }
    return nullptr;
}

const FileFacts *Facts::fileAt(QStringView path) const
{
    for (const FileFacts &file : files) {
        if (file.path == path)
            return &file;
    }
    return nullptr;
}

} // namespace scrutineer::facts

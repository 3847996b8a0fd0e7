// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/facts.h"

namespace scrutineer::facts {

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

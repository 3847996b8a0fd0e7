// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/stored_case.h"

namespace scrutineer::store {

const Decision *StoredCase::standingDecision() const
{
    for (auto it = decisions.crbegin(); it != decisions.crend(); ++it) {
        if (!it->withdrawnAt)
            return &*it;
    }
    return nullptr;
}

} // namespace scrutineer::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cast.h"

#include <array>
#include <cmath>
#include <vector>

namespace scrutineer::samples {

namespace {
constexpr CastMember cast[] = {
#include "engine/samples/cast.inc"
};
constexpr double ageWindow = 6; // years
constexpr size_t enough = 6;    // people to choose from

std::vector<CastMember> fitting(Sex sex, double ageYears)
{
    std::vector<CastMember> found;
    for (double window = ageWindow; found.size() < enough; window *= 1.5) {
        found.clear();
        for (const CastMember &member : cast) {
            if (member.sex() == sex && std::abs(member.ageYears - ageYears) <= window)
                found.push_back(member);
        }
    }
    return found;
}
} // namespace

std::span<const CastMember> wholeCast()
{
    return cast;
}

Person castPerson(uint64_t draw, Sex sex, double ageYears)
{
    const std::vector<CastMember> members = fitting(sex, ageYears);
    return members[draw % members.size()].person();
}

Person castSomebodyElse(const Person &than, uint64_t draw, Sex sex, double ageYears)
{
    const std::vector<CastMember> members = fitting(sex, ageYears);
    Person person = members[draw % members.size()].person();
    return person.textureSeed == than.textureSeed ? members[(draw + 1) % members.size()].person() : person;
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/people.h"

#include "engine/samples/cast.h"

namespace scrutineer::samples {

Person People::somebody(uint64_t draw, Sex sex, double ageYears) const
{
    return arePictured() ? toPerson(m_pictured[draw % m_pictured.size()]) : castPerson(draw, sex, ageYears);
}

Person People::somebodyElse(const Person &than, uint64_t draw, Sex sex, double ageYears) const
{
    if (!arePictured())
        return castSomebodyElse(than, draw, sex, ageYears);
    const size_t count = m_pictured.size();
    const auto &first = m_pictured[draw % count];
    return toPerson(first == than.pictured ? m_pictured[(draw + 1) % count] : first);
}

Person inAnotherPicture(Person person, uint64_t draw)
{
    if (person.pictured && person.pictured->pictures.size() > 1)
        person.picture = 1 + draw % (person.pictured->pictures.size() - 1);
    return person;
}

} // namespace scrutineer::samples

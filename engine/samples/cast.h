// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/person.h"

#include <array>
#include <span>

namespace scrutineer::samples {

/// One of the invented people that detectors find and that a recogniser tells from the others.
struct CastMember
{
    uint32_t seed = 0; ///< even: a woman
    uint32_t ageYears = 0;
    std::array<int8_t, traitCount> tenths{}; ///< what sets the face apart (makePerson)

    [[nodiscard]] Sex sex() const { return seed % 2 == 0 ? Sex::Female : Sex::Male; }
    [[nodiscard]] Person person() const { return makePerson(seed, sex(), ageYears, tenths); }
};

/// Everybody, in the order of their seeds (docs/decisions/0063-people.md).
[[nodiscard]] std::span<const CastMember> wholeCast();

/// Somebody of that sex who looks about that age. The same draw is the same person.
[[nodiscard]] Person castPerson(uint64_t draw, Sex sex, double ageYears);

/// The same, but never the one given.
[[nodiscard]] Person castSomebodyElse(const Person &than, uint64_t draw, Sex sex, double ageYears);

} // namespace scrutineer::samples

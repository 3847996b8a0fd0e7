// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/pictured.h"

#include <memory>
#include <vector>

namespace scrutineer::samples {

/// Whom cases are made with: the invented cast, or real people of whom there are pictures.
class People
{
public:
    using Pictured = std::vector<std::shared_ptr<const PicturedPerson>>;

    People() = default;
    /// At least two.
    explicit People(Pictured pictured) : m_pictured(std::move(pictured)) {}

    [[nodiscard]] bool arePictured() const { return !m_pictured.empty(); }
    /// Somebody; of the invented ones, of that sex and about that age. The same draw is the same person.
    [[nodiscard]] Person somebody(uint64_t draw, Sex sex, double ageYears) const;
    /// The same, but never the one given.
    [[nodiscard]] Person somebodyElse(const Person &than, uint64_t draw, Sex sex, double ageYears) const;

private:
    Pictured m_pictured;
};

/// The same person as another picture shows, where there is one besides the document's.
[[nodiscard]] Person inAnotherPicture(Person person, uint64_t draw);

} // namespace scrutineer::samples

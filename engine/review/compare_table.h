// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/facts.h"

#include <QList>
#include <QString>

#include <optional>

namespace scrutineer::review {

enum class Field {
    Name,
    DateOfBirth,
    DocumentNumber,
    ExpiresOn,
    Issuer,
    Nationality,
    Address,
    ProofIssuedOn
};
enum class Source { Declared, Printed, Mrz, Proof };

/// A stretch of a cell's text.
struct Segment
{
    enum class Kind {
        Same,
        Added,
        Missing
    }; ///< against what was declared: Missing stands there and not here
    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const Segment &, const Segment &) = default;
};

struct Cell
{
    enum class State {
        Empty,     ///< not read, or not a source of this field
        Reference, ///< what the others are compared with
        Same,      ///< equal once case, accents and spacing are set aside
        Different,
        NotComparable, ///< nothing was declared to compare with, or only a part was read, as declared
    };
    State state = State::Empty;
    QString text; ///< as declared or read
    QList<Segment>
        segments; ///< text against the reference, when Different; joined without Missing they give the text
    std::optional<Region> region; ///< where it was read
    std::optional<Sentence> note; ///< dates: "issued 1,439 days before submission; 3 months allowed"; names
                                  ///< of which only a part was read
    Sentence spoken;              ///< the difference in words, for screen readers

    friend bool operator==(const Cell &, const Cell &) = default;
};

struct Row
{
    Field field = Field::Name;
    QList<Cell> cells; ///< one per Source, in its order

    [[nodiscard]] const Cell &at(Source source) const { return cells[static_cast<int>(source)]; }
    friend bool operator==(const Row &, const Row &) = default;
};

/// Rows of the fields that the case has anything about, in the order of Field. Pure.
/// proofMaxAgeMonths: policy::Policy::proofMaxAgeMonths.
[[nodiscard]] QList<Row> compareTable(const Case &input, const facts::Facts &facts, int proofMaxAgeMonths);

/// In the user's language.
[[nodiscard]] QString toLabel(Field field);
[[nodiscard]] QString toLabel(Source source);

} // namespace scrutineer::review

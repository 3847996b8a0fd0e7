// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/samples/random.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace scrutineer::samples {

/// One thing that is wrong with a case.
struct Flaw
{
    QString id;            ///< of the catalogue
    int way = 0;           ///< which of several ways to do it; any number, taken modulo their count
    double strength = 0.6; ///< 0 barely visible, 1 gross; for those that have degrees
};

/// Something that looks wrong and is not.
enum class Trap {
    GlossyCard,     ///< a sheen that hides nothing
    SoftFocus,      ///< soft but readable
    NearBorder,     ///< near the border of the frame but whole
    PinkLicence,    ///< a pink licence, no finger on it
    ExpiresToday,   ///< expires on the day of submission
    ThreeMonths,    ///< the proof is three months old to the day
    MiddleName,     ///< the second given name is left out
    Diacritics,     ///< declared without diacritics, or in Latin letters
    ShortStreet,    ///< "St." for "Street"
    Messenger,      ///< small and compressed twice
    BorderlessScan, ///< a scan cut to the document
    AnyAngle,       ///< turned any way
    DimButReadable, ///< an evening photo
    ThumbOnMargin   ///< held at the edge, nothing hidden
};
inline constexpr int trapCount = static_cast<int>(Trap::ThumbOnMargin) + 1;
[[nodiscard]] QString nameOf(Trap trap);

/// What a case is to be.
struct CasePlan
{
    Level level = Level::Primary;
    QList<Flaw> flaws;
    std::optional<Trap> trap;
    bool handheld = false; ///< a handheld photo is sent

    [[nodiscard]] const Flaw *flaw(QStringView id) const;
};

/// A balanced list: first a clean case, then one with three flags, then an advanced one; after that every
/// check in turn, in an order that follows from the seed, with a second flaw now and then, and every fifth
/// case a clean one that looks suspicious. A shorter list is the beginning of a longer one.
[[nodiscard]] QList<CasePlan> planCases(int count, uint64_t seed);

/// Ids of the checks that apply to a level, whatever was sent.
[[nodiscard]] QStringList applicableChecks(const CasePlan &plan);
/// What cannot be told any more of a case with this flaw: neither flagged nor clear.
[[nodiscard]] QStringList unsureAfter(const Flaw &flaw);
/// Whether two flaws may stand in one case.
[[nodiscard]] bool combine(const Flaw &a, const Flaw &b);

} // namespace scrutineer::samples

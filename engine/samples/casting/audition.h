// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/samples/person.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <opencv2/core.hpp>

#include <memory>
#include <vector>

namespace scrutineer::samples {

/// How one invented person came through: a document's portrait first, then selfies in a room.
struct Audition
{
    int pictures = 0;
    int foundByYuNet = 0;
    int foundByCascades = 0;              ///< by every one of them
    std::vector<QList<float>> embeddings; ///< of unit length, one for each picture YuNet found a face in

    [[nodiscard]] bool passed() const { return foundByYuNet == pictures && foundByCascades == pictures; }
};

/// Looks at invented people with the detectors and the recogniser that look at real ones. One per thread.
class Jury
{
public:
    /// Errors: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<Jury> load(const QStringList &modelFolders);
    Jury(Jury &&) noexcept;
    ~Jury();

    /// The pictures differ by seed in light, turn, smile and room. strict: the first failure ends it.
    [[nodiscard]] Audition see(const Person &person, uint64_t seed, int selfies, bool strict);

private:
    struct Eyes;
    explicit Jury(std::unique_ptr<Eyes> eyes);
    std::unique_ptr<Eyes> d;
};

/// Cosines between pictures of one person, and of different people; ascending.
struct Likeness
{
    std::vector<double> same;
    std::vector<double> different;
};
[[nodiscard]] Likeness likenessOf(const std::vector<Audition> &auditions);

/// A value below which this share (0 to 1) of the ascending values lies; 0 where there are none.
[[nodiscard]] double quantile(const std::vector<double> &ascending, double share);
/// Share of the ascending values below the limit.
[[nodiscard]] double shareBelow(const std::vector<double> &ascending, double limit);
/// One line for people: how many, minimum, 5 %, median, 95 %, maximum, share below the limit.
[[nodiscard]] QString summary(const std::vector<double> &ascending, double limit);

} // namespace scrutineer::samples

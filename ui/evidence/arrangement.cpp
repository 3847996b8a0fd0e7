// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/arrangement.h"

#include <algorithm>
#include <cmath>

namespace scrutineer::ui {

namespace {
constexpr double header = 26;         ///< logical pixels above each picture
constexpr double smallestShare = 0.3; ///< of the height, for a row
constexpr double shareStep = 0.05;
constexpr double proofWeight = 3; ///< a page of small print needs its height more than a face does

/// The logarithm of the height at which the pictures of a row stand, once for each picture by its weight.
double worth(const QList<PaneShape> &shapes, const QList<int> &row, double width, double height)
{
    double aspects = 0;
    double weight = 0;
    for (const int index : row) {
        aspects += shapes[index].aspect;
        if (!shapes[index].isEmpty)
            weight += shapes[index].role == Role::AddressProof ? proofWeight : 1;
    }
    return weight * std::log(qMax(1.0, qMin(height - header, width / aspects)));
}
} // namespace

Arrangement arrange(const QList<PaneShape> &shapes, const QSize &board)
{
    QList<int> all;
    QList<int> people;
    QList<int> proofs;
    for (int i = 0; i < static_cast<int>(shapes.size()); ++i) {
        all.append(i);
        (shapes[i].role == Role::AddressProof ? proofs : people).append(i);
    }
    if (all.isEmpty())
        return {};
    Arrangement best{{all}, {1}};
    const bool hasProof =
        std::any_of(proofs.cbegin(), proofs.cend(), [&shapes](int index) { return !shapes[index].isEmpty; });
    if (people.isEmpty() || !hasProof)
        return best;
    double most = worth(shapes, all, board.width(), board.height());
    for (double share = smallestShare; share <= 1 - smallestShare + 1e-9; share += shareStep) {
        const double sum = worth(shapes, people, board.width(), share * board.height()) +
                           worth(shapes, proofs, board.width(), (1 - share) * board.height());
        if (sum > most) {
            most = sum;
            best = {{people, proofs}, {share, 1 - share}};
        }
    }
    return best;
}

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/geometry/quad_score.h"

#include <vector>

namespace scrutineer::image {

struct ScoredQuad
{
    Quad quad{};
    QuadScore score;
    std::array<bool, 4>
        cut{}; ///< top, right, bottom, left: the document goes on beyond this side of the frame
};

/// Keeps the best of many.
class QuadHeap
{
public:
    explicit QuadHeap(std::size_t most) : m_most(most) {}

    void add(const ScoredQuad &quad);
    /// The best first.
    [[nodiscard]] std::vector<ScoredQuad> sorted() const;

private:
    std::size_t m_most;
    std::vector<ScoredQuad> m_quads; ///< a heap with the worst of the best on top
};

/// Quads that straight lines of the picture enclose: with four sides of their own, and with one or two where
/// the frame cuts off what goes on.
void quadsFromLines(const Gradients &gradients, QuadHeap *whole, QuadHeap *cut);

/// Whether the picture at the frame shows the same thing that the quad encloses: what lies inside the quad
/// along the sides of the frame that cut it differs from what lies beside it. lab: CV_8UC3. A table's stripes
/// and grain run into the frame too, but go on alike to both sides of a line.
[[nodiscard]] bool goesOnBeyondFrame(const cv::Mat &lab, const ScoredQuad &quad);

/// The data page of an open booklet whose other page the frame cuts off: whole, from the side that is seen to
/// the fold. nullopt where no line is where the fold must be.
[[nodiscard]] std::optional<ScoredQuad> pageBeforeFold(const Gradients &gradients, const ScoredQuad &booklet);

/// Quads around regions that stand out by lightness, by saturation or from the colour of the frame's rim.
[[nodiscard]] std::vector<ScoredQuad> quadsFromRegions(const cv::Mat &bgr, const Gradients &gradients);

} // namespace scrutineer::image

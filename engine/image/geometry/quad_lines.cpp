// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/edge_lines.h"
#include "engine/image/geometry/quad_candidates.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scrutineer::image {

namespace {

constexpr std::size_t mostLines = 64;  ///< with the frame's four they make some hundred thousand quads
constexpr double leastGap = 0.12;      ///< of the frame's shorter side, between opposite sides
constexpr double leastAcross = 0.7071; ///< sine between neighbouring sides: 45 degrees
/// Cosine between opposite sides: 28 degrees, the most that perspective turns them apart.
constexpr double leastAlike = 0.883;
constexpr double outside = 0.12;       ///< of the frame's sides: how far a corner may lie outside
constexpr double seenShare = 0.6;      ///< of a side that the frame shows
constexpr double sideThere = 0.35;     ///< support below which nothing more is looked at
constexpr double leastCutArea = 0.08;  ///< of the frame
constexpr double runsIn = 12;          ///< pixels at the frame, in which a side that runs into it still shows
constexpr double runsInSupport = 0.5;  ///< of them
constexpr double scannedShape = 0.045; ///< of the logarithm
constexpr double behind = 24;          ///< pixels beyond a corner
constexpr double behindSupport = 0.6;  ///< of them: the side does not end at the corner
constexpr double longestVisible =
    1.66; ///< visible length of a side that is cut off, to the whole side across
constexpr double shortestVisible = 0.3;
constexpr double cutTwice = 0.9; ///< of the score: one side is cut off much more often
/// Where two sides are all that is seen of a document they must be there almost all along.
constexpr double twoSidesSupport = 0.9;

struct Corner
{
    cv::Point2d at;
    double onFirst = 0; ///< place on the line of the smaller index
    double onSecond = 0;
    bool exists = false;
};

struct Opposite
{
    std::size_t a;
    std::size_t b;
};

class Enumerator
{
public:
    Enumerator(std::vector<EdgeLine> lines, const cv::Size &frame) : m_lines(std::move(lines)), m_frame(frame)
    {
        const std::size_t count = m_lines.size();
        m_corners.resize(count * count);
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = a + 1; b < count; ++b)
                m_corners[a * count + b] = cornerOf(m_lines[a], m_lines[b]);
        }
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = a + 1; b < count; ++b) {
                if (mayFace(m_lines[a], m_lines[b]))
                    m_pairs.push_back({a, b});
            }
        }
    }

    void run(QuadHeap *whole, QuadHeap *cut) const
    {
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            for (std::size_t j = i + 1; j < m_pairs.size(); ++j)
                consider(m_pairs[i], m_pairs[j], whole, cut);
        }
    }

private:
    struct Side
    {
        std::size_t line = 0;
        double from = 0;
        double to = 0;
        bool runsInAtStart = false; ///< its neighbour there is the frame
        bool runsInAtEnd = false;
    };

    [[nodiscard]] static Corner cornerOf(const EdgeLine &a, const EdgeLine &b)
    {
        Corner corner;
        if (std::abs(a.along().cross(b.along())) < leastAcross)
            return corner;
        const auto at = meeting(a.point(), a.point() + a.along(), b.point(), b.point() + b.along());
        if (!at)
            return corner;
        return {*at, a.placeOf(*at), b.placeOf(*at), true};
    }

    [[nodiscard]] bool mayFace(const EdgeLine &a, const EdgeLine &b) const
    {
        if (std::abs(a.along().dot(b.along())) < leastAlike)
            return false;
        const cv::Point2d middle = b.at((b.first() + b.last()) / 2);
        return std::abs(a.along().cross(middle - a.point())) >
               leastGap * std::min(m_frame.width, m_frame.height);
    }

    [[nodiscard]] const Corner &cornerAt(std::size_t a, std::size_t b) const
    {
        return m_corners[std::min(a, b) * m_lines.size() + std::max(a, b)];
    }

    [[nodiscard]] static double placeOn(const Corner &corner, std::size_t line, std::size_t other)
    {
        return line < other ? corner.onFirst : corner.onSecond;
    }

    [[nodiscard]] bool isNearFrame(const Corner &corner, double share) const
    {
        const cv::Point2d &at = corner.at;
        return corner.exists && at.x > -share * m_frame.width && at.y > -share * m_frame.height &&
               at.x < (1 + share) * m_frame.width && at.y < (1 + share) * m_frame.height;
    }

    [[nodiscard]] Side sideOf(std::size_t line, std::size_t before, std::size_t after) const
    {
        return {line, placeOn(cornerAt(line, before), line, before),
                placeOn(cornerAt(line, after), line, after), m_lines[before].isFrame(),
                m_lines[after].isFrame()};
    }

    /// How much of a side is an edge; below zero where that cannot be, or not be known.
    [[nodiscard]] double supportOf(const Side &side) const
    {
        const EdgeLine &line = m_lines[side.line];
        const double span = side.to - side.from;
        const double trim = cornerShare * span;
        const double from = side.from + (side.runsInAtStart ? 0 : trim);
        const double to = side.to - (side.runsInAtEnd ? 0 : trim);
        const double shown =
            std::min(std::max(from, to), line.last()) - std::max(std::min(from, to), line.first());
        if (shown < seenShare * std::abs(to - from))
            return -1;
        const double step = span < 0 ? -runsIn : runsIn;
        if (side.runsInAtStart && line.support(side.from, side.from + step) < runsInSupport)
            return -1;
        if (side.runsInAtEnd && line.support(side.to - step, side.to) < runsInSupport)
            return -1;
        return line.support(from, to);
    }

    void consider(const Opposite &one, const Opposite &other, QuadHeap *whole, QuadHeap *cut) const
    {
        const std::array<std::size_t, 4> around{one.a, other.a, one.b, other.b};
        int frames = 0;
        for (const std::size_t line : around)
            frames += m_lines[line].isFrame() ? 1 : 0;
        const bool facing = (m_lines[one.a].isFrame() && m_lines[one.b].isFrame()) ||
                            (m_lines[other.a].isFrame() && m_lines[other.b].isFrame());
        if (frames > 2 || facing) // two lines from border to border: planks have them too
            return;
        QuadHeap *heap = frames == 0 ? whole : cut;
        ScoredQuad candidate;
        for (std::size_t i = 0; i < 4; ++i) {
            const Corner &corner = cornerAt(around[i], around[(i + 1) % 4]);
            if (!isNearFrame(corner, frames == 0 ? outside : 0.004))
                return;
            candidate.quad[i] = corner.at;
        }
        Supports supports;
        for (std::size_t i = 0; i < 4; ++i) {
            if (m_lines[around[i]].isFrame())
                continue;
            const double support = supportOf(sideOf(around[i], around[(i + 3) % 4], around[(i + 1) % 4]));
            if (support < (frames == 2 ? twoSidesSupport : sideThere))
                return;
            supports.add(support);
        }
        if (!endsSomewhere(around) || (frames > 0 && !mayGoOn(candidate.quad, around)))
            return;
        candidate.quad = ordered(candidate.quad);
        const auto score = scoreQuad(m_frame, candidate.quad, supports, frames > 0);
        if (!score || (frames > 0 && score->area < leastCutArea))
            return;
        candidate.score = *score;
        if (frames == 2)
            candidate.score.total *= cutTwice;
        // In the corner of a scan lies a whole document where it has the shape of one.
        const bool scanned =
            frames == 2 && isDocumentShape(trueAspect(candidate.quad, m_frame), scannedShape);
        for (const std::size_t line : around) {
            if (m_lines[line].isFrame() && !scanned)
                candidate.cut[std::size_t(m_lines[line].frameSide())] = true;
        }
        heap->add(candidate);
    }

    /// Whether a side goes on behind its start (or its end).
    [[nodiscard]] bool goesOn(const Side &side, bool atStart) const
    {
        const double corner = atStart ? side.from : side.to;
        const bool forward = (side.to > side.from) != atStart;
        return m_lines[side.line].support(corner, corner + (forward ? behind : -behind)) >= behindSupport;
    }

    /// A document's sides end at its corners. Where two opposite sides both go on, the line between them is
    /// printed on the document; a booklet's pages go on behind the fold, at one end.
    [[nodiscard]] bool endsSomewhere(const std::array<std::size_t, 4> &around) const
    {
        for (std::size_t i = 0; i < 2; ++i) {
            const Side one = sideOf(around[i], around[(i + 3) % 4], around[(i + 1) % 4]);
            const Side other = sideOf(around[i + 2], around[(i + 3) % 4], around[(i + 1) % 4]);
            if (m_lines[one.line].isFrame() || m_lines[other.line].isFrame())
                continue;
            const bool before = one.runsInAtStart || (goesOn(one, true) && goesOn(other, true));
            const bool after = one.runsInAtEnd || (goesOn(one, false) && goesOn(other, false));
            if (before && after)
                return false;
        }
        return true;
    }

    /// Whether what is seen of a document that is cut off on one side is no longer than a document.
    [[nodiscard]] bool mayGoOn(const Quad &quad, const std::array<std::size_t, 4> &around) const
    {
        // Corner i lies between lines i and i + 1, so line i + 1 runs from corner i to corner i + 1.
        std::array<double, 4> lengths{};
        for (std::size_t i = 0; i < 4; ++i)
            lengths[(i + 1) % 4] = cv::norm(quad[(i + 1) % 4] - quad[i]);
        for (std::size_t i = 0; i < 4; ++i) {
            if (!m_lines[around[i]].isFrame())
                continue;
            const double visible = (lengths[(i + 1) % 4] + lengths[(i + 3) % 4]) / 2;
            const double across = lengths[(i + 2) % 4];
            if (visible > longestVisible * across || visible < shortestVisible * across)
                return false;
        }
        return true;
    }

    std::vector<EdgeLine> m_lines;
    cv::Size m_frame;
    std::vector<Corner> m_corners;
    std::vector<Opposite> m_pairs;
};

} // namespace

void quadsFromLines(const Gradients &gradients, QuadHeap *whole, QuadHeap *cut)
{
    const Enumerator enumerator(edgeLinesOf(gradients, mostLines), gradients.x.size());
    enumerator.run(whole, cut);
}

} // namespace scrutineer::image

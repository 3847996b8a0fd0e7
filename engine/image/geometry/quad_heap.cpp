// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/geometry/quad_candidates.h"

#include <algorithm>

namespace scrutineer::image {

namespace {
bool isBetter(const ScoredQuad &a, const ScoredQuad &b)
{
    return a.score.total > b.score.total;
}
} // namespace

void QuadHeap::add(const ScoredQuad &quad)
{
    if (m_quads.size() == m_most) {
        if (!isBetter(quad, m_quads.front()))
            return;
        std::pop_heap(m_quads.begin(), m_quads.end(), isBetter);
        m_quads.pop_back();
    }
    m_quads.push_back(quad);
    std::push_heap(m_quads.begin(), m_quads.end(), isBetter);
}

std::vector<ScoredQuad> QuadHeap::sorted() const
{
    std::vector<ScoredQuad> quads = m_quads;
    std::sort(quads.begin(), quads.end(), isBetter);
    return quads;
}

} // namespace scrutineer::image

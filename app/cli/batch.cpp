// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"

#include <QThread>

namespace scrutineer::cli {

Batch::Batch(worker::Pool &pool, policy::Policy policy, bool wantDisplay)
    : m_pool(pool), m_policy(std::move(policy)), m_wantDisplay(wantDisplay)
{
}

void Batch::run(const Next &next, const Take &take)
{
    m_next = next;
    m_take = take;
    fill();
    if (!m_slots.empty())
        m_loop.exec();
    m_slots.clear();
}

void Batch::fill()
{
    // Cases that wait for an earlier, slower one keep their facts only; twice the workers is enough to keep
    // them busy.
    const std::size_t most = 2 * static_cast<std::size_t>(QThread::idealThreadCount()) + 2;
    while (!m_exhausted && m_slots.size() < most) {
        const std::optional<BatchCase> next = m_next();
        m_exhausted = !next;
        if (next)
            start(*next);
    }
}

void Batch::start(const BatchCase &next)
{
    const qsizetype place = m_started++;
    Slot &slot = m_slots[place];
    slot.analysis =
        std::make_unique<worker::CaseAnalysis>(m_pool, next.input, next.folder, m_policy, m_wantDisplay);
    slot.analysis->setFileLocations(next.locations);
    connect(slot.analysis.get(), &worker::CaseAnalysis::pageRendered, this,
            [this, place](const facts::DisplayPage &page) { m_slots[place].pages += page; });
    connect(
        slot.analysis.get(), &worker::CaseAnalysis::finished, this,
        [this, place](const worker::CaseResult &result) {
            m_slots[place].result = result;
            handOver();
        },
        Qt::QueuedConnection); // the analysis is deleted in there
    slot.analysis->start();
}

void Batch::handOver()
{
    bool wanted = true;
    while (wanted && !m_slots.empty() && m_slots.begin()->second.result) {
        const auto node = m_slots.extract(m_slots.begin());
        wanted = m_take(*node.mapped().result, node.mapped().pages);
    }
    if (wanted)
        fill();
    if (!wanted || m_slots.empty())
        m_loop.quit();
}

} // namespace scrutineer::cli

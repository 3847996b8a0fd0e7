// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/policy.h"
#include "engine/worker/case_analysis.h"
#include "engine/worker/pool.h"

#include <QEventLoop>
#include <QMap>

#include <functional>
#include <memory>
#include <optional>

namespace scrutineer::cli {

/// A case to analyse and where its files lie.
struct BatchCase
{
    Case input;
    QString folder;
    QHash<QString, QString> locations; ///< of files that do not lie in the folder
};

/// Analyses many cases through one pool, a few at a time so that all workers have something to do, and hands
/// over the results in the order in which the cases came.
class Batch : public QObject
{
    Q_OBJECT
public:
    /// The next case, or nothing when there is none any more.
    using Next = std::function<std::optional<BatchCase>()>;
    /// False: stop, nobody wants more.
    using Take =
        std::function<bool(const worker::CaseResult &result, const QList<facts::DisplayPage> &pages)>;

    Batch(worker::Pool &pool, policy::Policy policy, bool wantDisplay);

    /// Returns when all is done, or stopped.
    void run(const Next &next, const Take &take);

private:
    struct Slot
    {
        std::unique_ptr<worker::CaseAnalysis> analysis;
        QList<facts::DisplayPage> pages;
        std::optional<worker::CaseResult> result;
    };

    void fill();
    void start(const BatchCase &next);
    void handOver();

    worker::Pool &m_pool;
    policy::Policy m_policy;
    bool m_wantDisplay;
    Next m_next;
    Take m_take;
    QEventLoop m_loop;
    std::map<qsizetype, Slot> m_slots; ///< by place in the order
    qsizetype m_started = 0;
    bool m_exhausted = false;
    bool m_filling = false;
};

} // namespace scrutineer::cli

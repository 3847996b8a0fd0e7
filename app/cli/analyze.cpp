// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/report_line.h"
#include "app/cli/summary.h"
#include "engine/case/bundle_reader.h"

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

Exit analyze(const QStringList &arguments)
{
    Options options(
        u"analyze"_s, u"CASE_DIR…"_s,
        u"Analyses case bundles; prints one scrutineer.analysis/1 object a line, in the order given."_s);
    options.add(u"summary"_s, u"Print a summary for people instead."_s);
    options.addAnalysisOptions();
    if (const auto over = options.parse(arguments, 1))
        return *over;

    worker::Pool pool(options.poolSettings());
    Batch batch(pool, options.policy(), false);
    QStringList folders = options.arguments();
    Exit status = Exit::Done;
    const auto next = [&]() -> std::optional<BatchCase> {
        while (!folders.isEmpty()) {
            const QString folder = folders.takeFirst();
            Result<Case> input = readBundle(folder);
            if (input) {
                if (options.today())
                    input->submittedAt = startOf(*options.today());
                return BatchCase{*input, folder, {}};
            }
            complain(inBundle(folder, input.error()));
            status = Exit::BundleInvalid;
        }
        return std::nullopt;
    };
    batch.run(next, [&](const worker::CaseResult &result, const QList<facts::DisplayPage> &) {
        const bool printed =
            options.isSet(u"summary"_s) ? printText(summary(result)) : printReport(result, options.policy());
        if (!printed)
            status = Exit::Failed;
        return printed;
    });
    return status;
}

} // namespace scrutineer::cli

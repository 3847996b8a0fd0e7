// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/report_line.h"
#include "app/cli/workspace_option.h"
#include "engine/case/bundle_reader.h"
#include "engine/checks/judge.h"

#include <QCoreApplication>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

namespace {
/// Puts bundles into a workspace one by one, and what was found in them as it comes.
class Importer
{
public:
    Importer(store::Workspace &workspace, const Options &options) : m_workspace(workspace), m_options(options)
    {
    }

    /// Imports a bundle. Nothing: it could not be, and why was said.
    std::optional<BatchCase> take(const QString &folder)
    {
        Result<Case> input = readBundle(folder);
        if (!input) {
            complain(inBundle(folder, input.error()));
            raise(Exit::BundleInvalid);
            return std::nullopt;
        }
        if (m_options.today())
            input->submittedAt = startOf(*m_options.today());
        store::ImportOptions how;
        how.who = userName();
        how.maxBytesPerFile = m_options.policy().limits.bytesPerFile;
        if (const Result<void> done = m_workspace.importCase(*input, folder, how); !done) {
            complain(done.error());
            raise(done.error().code == ErrorCode::AlreadyExists ? Exit::BundleInvalid
                                                                : Exit::WorkspaceUnusable);
            return std::nullopt;
        }
        BatchCase imported{*input, folder, {}};
        if (const Result<store::StoredCase> stored = m_workspace.loadCase(input->id)) {
            for (const store::StoredFile &file : stored->files) {
                if (!file.storedPath.isEmpty())
                    imported.locations.insert(file.file.path, file.storedPath);
            }
        }
        return imported;
    }

    bool keep(const worker::CaseResult &result, const QList<facts::DisplayPage> &pages)
    {
        facts::Facts facts = result.facts;
        QList<Finding> findings = result.findings;
        const auto duplicates = m_workspace.duplicatesInEarlierCases(result.input.id, facts);
        if (!duplicates) {
            complain(duplicates.error());
            raise(Exit::WorkspaceUnusable);
            return false;
        }
        if (!duplicates->isEmpty()) {
            facts.duplicates += *duplicates;
            findings = checks::judge(result.input, facts, m_options.policy());
        }
        const Result<void> saved =
            m_workspace.saveAnalysis(result.input.id, {facts, findings, m_options.policy().sha256,
                                                       QCoreApplication::applicationVersion(), pages});
        if (!saved) {
            complain(saved.error());
            raise(Exit::WorkspaceUnusable);
            return false;
        }
        const auto flagged = std::count_if(findings.begin(), findings.end(), [](const Finding &finding) {
            return finding.outcome == Outcome::Flagged;
        });
        return say(result.input.id, true, flagged);
    }

    /// One object for a case that is in.
    bool say(const QString &id, bool analysed, qint64 flagged)
    {
        const bool printed = print({{u"case"_s, id},
                                    {u"analysed"_s, analysed},
                                    {u"flagged"_s, analysed ? QJsonValue(flagged) : QJsonValue()}});
        if (!printed)
            raise(Exit::Failed);
        return printed;
    }

    [[nodiscard]] Exit status() const { return m_status; }

private:
    void raise(Exit status) { m_status = std::max(m_status, status); }

    store::Workspace &m_workspace;
    const Options &m_options;
    Exit m_status = Exit::Done;
};
} // namespace

Exit importCases(const QStringList &arguments)
{
    Options options(
        u"import"_s, u"CASE_DIR… --workspace DIR"_s,
        u"Copies case bundles into a workspace, which is made where there is none, and analyses them; "
        "prints one object for each."_s);
    addWorkspaceOption(options);
    options.add(u"no-analysis"_s, u"Leave the analysis to the workstation."_s);
    options.addAnalysisOptions();
    if (const auto over = options.parse(arguments, 1))
        return *over;
    const auto workspace = openWorkspace(options, store::OpenMode::ReadWrite);
    if (!workspace)
        return workspace.error();

    Importer importer(**workspace, options);
    QStringList folders = options.arguments();
    if (options.isSet(u"no-analysis"_s)) {
        for (const QString &folder : std::as_const(folders)) {
            const auto imported = importer.take(folder);
            if (imported && !importer.say(imported->input.id, false, 0))
                break;
        }
        return importer.status();
    }
    worker::Pool pool(options.poolSettings());
    Batch batch(pool, options.policy(), true);
    const auto next = [&]() -> std::optional<BatchCase> {
        while (!folders.isEmpty()) {
            if (auto imported = importer.take(folders.takeFirst()))
                return imported;
        }
        return std::nullopt;
    };
    batch.run(next, [&](const worker::CaseResult &result, const QList<facts::DisplayPage> &pages) {
        return importer.keep(result, pages);
    });
    return importer.status();
}

} // namespace scrutineer::cli

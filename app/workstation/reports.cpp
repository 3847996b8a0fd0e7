// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/reports.h"

#include "engine/checks/judge.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace scrutineer::workstation {

namespace {
struct Reports
{
    Q_DECLARE_TR_FUNCTIONS(Reports)
};

using Tone = ui::NoticeBanner::Tone;

Result<qint64> writeExport(const store::Workspace &workspace, const QString &file)
{
    const auto own = workspace.anotherConnection();
    if (!own)
        return tl::unexpected(own.error());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return failure(ErrorCode::WriteFailed, file, out.errorString());
    const bool csv = file.endsWith(u".csv"_s, Qt::CaseInsensitive);
    const auto count =
        (*own)->exportAll(out, csv ? store::ExportFormat::Csv : store::ExportFormat::JsonLines);
    if (count && !out.commit())
        return failure(ErrorCode::WriteFailed, file, out.errorString());
    return count;
}

Result<store::VerifyReport> readReport(const store::Workspace &workspace)
{
    const auto own = workspace.anotherConnection();
    if (!own)
        return tl::unexpected(own.error());
    return (*own)->verify();
}

void tellReport(const store::VerifyReport &report, ui::MainWindow &window)
{
    const QString counted = Reports::tr("%1 cases, %2 files, %3 decisions, %4 log entries checked.")
                                .arg(report.cases)
                                .arg(report.files)
                                .arg(report.decisions)
                                .arg(report.auditEntries);
    if (report.holds()) {
        window.tell(Tone::Done, Reports::tr("The workspace is sound.") + u' ' + counted,
                    {Reports::tr("Head of the audit log: %1").arg(report.auditHead)});
        return;
    }
    QStringList problems;
    for (const store::Problem &problem : report.problems)
        problems.append(problem.what.translated());
    window.tell(
        Tone::Error,
        Reports::tr("%n problem(s) found in the workspace.", nullptr, static_cast<int>(problems.size())) +
            u' ' + counted,
        problems);
}

/// True where the newest analysed case carries findings of another policy.
bool judgedUnderAnother(const policy::Policy &policy, const store::Workspace &workspace)
{
    store::QueueFilter analysed;
    analysed.states = {store::CaseState::Ready, store::CaseState::Approved, store::CaseState::FilesAsked,
                       store::CaseState::Rejected};
    const auto newest = workspace.window(analysed, store::QueueSort::NewestFirst, 0, 1);
    if (!newest || newest->isEmpty())
        return false;
    const auto stored = workspace.loadCase(newest->constFirst().id);
    return stored && stored->facts && stored->policySha256 != policy.sha256;
}
} // namespace

void judgeUnder(const policy::Policy &policy, const store::Workspace &workspace, const QString &who,
                QThreadPool &pool, const std::atomic_bool &cancelled, ui::MainWindow &window,
                QObject &context, std::function<void()> judged)
{
    if (!judgedUnderAnother(policy, workspace))
        return;
    window.showProgress(Reports::tr("Judging cases anew under the changed policy…"), -1);
    const auto task = [&workspace, &cancelled, policy, who]() -> Result<store::RejudgeReport> {
        const auto own = workspace.anotherConnection();
        if (!own)
            return tl::unexpected(own.error());
        store::RejudgeOptions options;
        options.who = who;
        options.cancelled = &cancelled;
        return (*own)->rejudge(
            policy.sha256,
            [&policy](const Case &input, const facts::Facts &facts) {
                return checks::judge(input, facts, policy);
            },
            options);
    };
    QtConcurrent::run(&pool, task)
        .then(&context, [&window, judged = std::move(judged)](const Result<store::RejudgeReport> &report) {
            window.showProgress(QString(), -1);
            if (!report) {
                window.tell(Tone::Error, sentence(report.error()));
                return;
            }
            if (report->cancelled)
                return;
            window.tell(Tone::Done, Reports::tr("The policy changed: %n case(s) judged anew.", nullptr,
                                                static_cast<int>(report->cases)));
            judged();
        });
}

void exportTo(const QString &file, const store::Workspace &workspace, QThreadPool &pool,
              ui::MainWindow &window)
{
    window.showProgress(Reports::tr("Exporting…"), -1);
    QtConcurrent::run(&pool, [&workspace, file] {
        return writeExport(workspace, file);
    }).then(&window, [&window, file](const Result<qint64> &count) {
        window.showProgress(QString(), -1);
        if (count)
            window.tell(Tone::Done,
                        Reports::tr("%n case(s) exported to %1.", nullptr, static_cast<int>(*count))
                            .arg(QDir::toNativeSeparators(file)));
        else
            window.tell(Tone::Error, sentence(count.error()));
    });
}

void verify(const store::Workspace &workspace, QThreadPool &pool, ui::MainWindow &window)
{
    window.showProgress(Reports::tr("Verifying the workspace…"), -1);
    QtConcurrent::run(&pool, [&workspace] {
        return readReport(workspace);
    }).then(&window, [&window](const Result<store::VerifyReport> &report) {
        window.showProgress(QString(), -1);
        if (report)
            tellReport(*report, window);
        else
            window.tell(Tone::Error, sentence(report.error()));
    });
}

} // namespace scrutineer::workstation

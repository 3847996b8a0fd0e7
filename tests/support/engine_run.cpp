// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine_run.h"

#include "engine/analysis/file_reader.h"
#include "engine/case/bundle_reader.h"
#include "engine/checks/judge.h"
#include "engine/facts/merge.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <thread>

namespace scrutineer::test {

using namespace Qt::StringLiterals;

namespace {
void readFiles(evaluation::EvaluatedCase &one, analysis::FileReader &reader, const EngineRun &run)
{
    QElapsedTimer clock;
    clock.start();
    analysis::Observer observer;
    if (run.pictures)
        observer.pageRendered = [&](const facts::DisplayPage &page) {
            one.pages.append(page);
            one.pages.last().display.clear();
        };
    QList<facts::FileFacts> files;
    for (const EvidenceFile &evidence : one.input.files) {
        const bool document = evidence.role == Role::DocumentFront || evidence.role == Role::DocumentBack;
        QFile file(one.folder + u'/' + evidence.path);
        if ((document || !run.documentsOnly) && file.open(QIODevice::ReadOnly))
            files.append(reader.read(file.readAll(), evidence, one.input.submissionDay(), observer));
    }
    one.facts = facts::merge(one.input, files);
    one.findings = checks::judge(one.input, one.facts, policy::builtIn());
    one.durationMs = clock.elapsed();
}
} // namespace

Result<QList<evaluation::EvaluatedCase>> runEngine(const QStringList &folders, const EngineRun &run)
{
    QList<evaluation::EvaluatedCase> cases;
    for (const QString &folder : folders) {
        const Result<Case> input = readBundle(folder);
        const Result<evaluation::Truth> truth = evaluation::readTruth(folder);
        if (!input || !truth)
            return tl::unexpected(input ? truth.error() : input.error());
        cases.append({folder, *input, *truth, {}, {}, 0, {}});
    }
    const QString models = qEnvironmentVariable("SCRUTINEER_MODELS");
    std::atomic<qsizetype> next = 0;
    evaluation::EvaluatedCase *const first = cases.data();
    const auto work = [&, count = cases.size()] {
        analysis::FileReader reader(models.isEmpty() ? QStringList{} : QStringList{models}, policy::Limits{});
        for (qsizetype i = next++; i < count; i = next++)
            readFiles(first[i], reader, run);
    };
    std::vector<std::thread> threads;
    for (int i = 1; i < run.threads; ++i)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
    return cases;
}

QStringList mistakeLines(const evaluation::Score &score, const QList<evaluation::EvaluatedCase> &cases)
{
    QStringList lines;
    for (const evaluation::Mistake &mistake : score.mistakes) {
        const evaluation::EvaluatedCase &one = cases[mistake.caseIndex];
        const auto finding = std::ranges::find(one.findings, mistake.checkId, &Finding::checkId);
        lines.append(u"%1 %2 %3: %4"_s.arg(mistake.missed ? u"missed"_s : u"false alarm"_s, mistake.checkId,
                                           one.folder, finding->message.english()));
    }
    return lines;
}

} // namespace scrutineer::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "engine/case/bundle_reader.h"
#include "engine/evaluation/report.h"

#include <QSaveFile>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

namespace {
/// Bundles and truths, and what the engine said about them.
class Evaluation
{
public:
    explicit Evaluation(const QStringList &folders)
    {
        for (const QString &folder : folders)
            m_waiting += evaluation::bundlesIn(folder);
        m_total = m_waiting.size();
    }

    std::optional<BatchCase> next()
    {
        while (!m_waiting.isEmpty()) {
            const QString folder = m_waiting.takeFirst();
            Result<Case> input = readBundle(folder);
            Result<evaluation::Truth> truth = evaluation::readTruth(folder);
            if (input && truth) {
                m_begun.append({folder, *input, *truth, {}, {}, 0, {}});
                return BatchCase{*input, folder, {}};
            }
            Error error = input ? truth.error() : input.error();
            error.where = folder + u'/' + error.where;
            complain(error);
            m_anyInvalid = true;
        }
        return std::nullopt;
    }

    /// Results come in the order of next().
    void take(const worker::CaseResult &result, const QList<facts::DisplayPage> &pages)
    {
        evaluation::EvaluatedCase evaluated = m_begun.takeFirst();
        evaluated.facts = result.facts;
        evaluated.findings = result.findings;
        evaluated.durationMs = result.durationMs;
        if (!evaluation::score({evaluated}).mistakes.isEmpty()) {
            evaluated.pages = pages;
            for (facts::DisplayPage &page : evaluated.pages)
                page.display.clear();
        }
        m_done.append(evaluated);
        if (m_done.size() % 10 == 0 || m_done.size() == m_total)
            say(u"%1 of %2 cases"_s.arg(m_done.size()).arg(m_total));
    }

    [[nodiscard]] const QList<evaluation::EvaluatedCase> &cases() const { return m_done; }
    [[nodiscard]] bool anyInvalid() const { return m_anyInvalid; }

private:
    QStringList m_waiting;
    qsizetype m_total = 0;
    QList<evaluation::EvaluatedCase> m_begun;
    QList<evaluation::EvaluatedCase> m_done;
    bool m_anyInvalid = false;
};

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    complain({ErrorCode::WriteFailed, path, file.errorString()});
    return false;
}
} // namespace

Exit evaluate(const QStringList &arguments)
{
    Options options(
        u"evaluate"_s, u"DIR…"_s,
        u"Analyses bundles that have a truth.json, at or below the folders, and says per check how often "
        "the engine was right. Prints a scrutineer.evaluation/1 object, then the table for people."_s);
    options.add(u"html"_s, u"Also write a page with the worst mistakes as pictures."_s, u"FILE"_s);
    options.addAnalysisOptions();
    if (const auto over = options.parse(arguments, 1))
        return *over;

    Evaluation evaluation(options.arguments());
    worker::Pool pool(options.poolSettings());
    Batch batch(pool, options.policy(), options.isSet(u"html"_s));
    batch.run([&] { return evaluation.next(); },
              [&](const worker::CaseResult &result, const QList<facts::DisplayPage> &pages) {
                  evaluation.take(result, pages);
                  return true;
              });
    if (evaluation.cases().isEmpty()) {
        say(u"There is no bundle with a truth.json."_s);
        return Exit::BundleInvalid;
    }
    const evaluation::Score score = evaluation::score(evaluation.cases());
    if (!print(evaluation::jsonReport(score, evaluation.cases())) ||
        !printText(evaluation::textReport(score)))
        return Exit::Failed;
    if (options.isSet(u"html"_s) &&
        !write(options.value(u"html"_s), evaluation::htmlReport(score, evaluation.cases()).toUtf8()))
        return Exit::Failed;
    return evaluation.anyInvalid() ? Exit::BundleInvalid : Exit::Done;
}

} // namespace scrutineer::cli

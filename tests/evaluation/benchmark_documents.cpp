// SPDX-License-Identifier: GPL-3.0-or-later
// How good the engine is on documents: draws cases with each fault of a document and with each thing that
// only looks like one, reads and judges them in this process and prints the evaluation. Fails where the
// product's own limits are passed: 5 % missed, 3 % false alarms, 20 % missed for edited pictures.
#include "engine/evaluation/report.h"
#include "engine/policy/catalogue.h"
#include "engine/samples/sample_cases.h"
#include "tests/support/engine_run.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace scrutineer;
using namespace Qt::StringLiterals;
using samples::CasePlan;
using samples::Trap;

namespace {
constexpr double mediumStrength = 0.5;
constexpr double mostMissed = 0.05;
constexpr double mostMissedEdits = 0.20;
constexpr double mostFalseAlarms = 0.03;

bool isOfDocument(const QString &checkId)
{
    return checkId.startsWith("document."_L1);
}

bool isOfProof(Trap trap)
{
    return trap == Trap::ThreeMonths || trap == Trap::MiddleName || trap == Trap::ShortStreet;
}

/// each cases of every fault, from medium to gross, of every harmless look-alike, and of clean documents.
QList<CasePlan> plans(int each, const QStringList &only)
{
    QList<CasePlan> list;
    for (const policy::CheckInfo &check : policy::catalogue()) {
        if (!isOfDocument(check.id) || (!only.isEmpty() && !only.contains(QString::number(check.reason))))
            continue;
        for (int i = 0; i < each; ++i) {
            const double strength = mediumStrength + (1 - mediumStrength) * (i + 0.5) / each;
            list.append({Level::Primary, {{check.id, i, strength}}, {}, false});
        }
    }
    for (int trap = -1; trap < samples::trapCount; ++trap) {
        if (trap >= 0 && isOfProof(static_cast<Trap>(trap)))
            continue;
        for (int i = 0; i < each; ++i)
            list.append({Level::Primary,
                         {},
                         trap < 0 ? std::nullopt : std::optional(static_cast<Trap>(trap)),
                         false});
    }
    return list;
}

void say(const QString &line)
{
    std::fprintf(stderr, "%s\n", qPrintable(line));
}

/// The wrong cases that were not flagged though not missed either: each is a person's time.
void sayUnsure(const QList<evaluation::EvaluatedCase> &cases)
{
    for (const evaluation::EvaluatedCase &one : cases) {
        for (const Finding &finding : one.findings) {
            const bool unsure = finding.outcome == Outcome::Review || finding.outcome == Outcome::NotAssessed;
            if (unsure && isOfDocument(finding.checkId) && one.truth.flagged.contains(finding.checkId))
                say(u"%1 %2 %3: %4"_s.arg(toName(finding.outcome), finding.checkId, one.folder,
                                          finding.message.english()));
        }
    }
}

/// Those past their limits.
QStringList shortfalls(const evaluation::Score &score)
{
    QStringList lines;
    for (const evaluation::CheckScore &check : score.checks) {
        const double limit = check.checkId == "document.altered"_L1 ? mostMissedEdits : mostMissed;
        if (check.missShare().value() > limit)
            lines.append(
                u"%1 misses %2 of %3"_s.arg(check.checkId).arg(check.misses).arg(check.missShare().of));
        if (check.falseAlarmShare().value() > mostFalseAlarms)
            lines.append(u"%1 has %2 false alarms in %3"_s.arg(check.checkId)
                             .arg(check.falseAlarms)
                             .arg(check.falseAlarmShare().of));
    }
    return lines;
}
} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"seed"_s, u"of the cases"_s, u"N"_s, u"4004"_s},
                       {u"each"_s, u"cases of each kind"_s, u"N"_s, u"8"_s},
                       {u"only"_s, u"reason numbers, with commas between"_s, u"LIST"_s},
                       {u"threads"_s, u"that read"_s, u"N"_s, u"1"_s},
                       {u"folder"_s, u"draws the cases here, or takes those that are here"_s, u"DIR"_s},
                       {u"html"_s, u"also writes a page with the worst mistakes as pictures"_s, u"FILE"_s}});
    parser.process(application);

    const QTemporaryDir scratch;
    const QString folder = parser.isSet(u"folder"_s) ? parser.value(u"folder"_s) : scratch.path();
    if (evaluation::bundlesIn(folder).isEmpty()) {
        if (QDir(folder).exists() && !QDir(folder).isEmpty()) {
            say(u"%1 holds other things than cases: nothing is drawn there."_s.arg(folder));
            return 2;
        }
        const QStringList only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
        const QList<CasePlan> wanted = plans(parser.value(u"each"_s).toInt(), only);
        say(u"Drawing %1 cases in %2"_s.arg(wanted.size()).arg(folder));
        const auto written =
            samples::writePlannedCases(folder, u"DOC"_s, wanted, parser.value(u"seed"_s).toULongLong());
        if (!written) {
            say(written.error().detail);
            return 2;
        }
    }
    const test::EngineRun run{parser.value(u"threads"_s).toInt(), true, parser.isSet(u"html"_s)};
    const auto cases = test::runEngine(evaluation::bundlesIn(folder), run);
    if (!cases) {
        say(cases.error().where + u' ' + cases.error().detail);
        return 2;
    }
    evaluation::Score score = evaluation::score(*cases);
    score.checks.removeIf([](const evaluation::CheckScore &check) { return !isOfDocument(check.checkId); });
    score.mistakes.removeIf(
        [](const evaluation::Mistake &mistake) { return !isOfDocument(mistake.checkId); });
    for (const QString &line : test::mistakeLines(score, *cases))
        say(line);
    sayUnsure(*cases);
    std::printf("%s", qPrintable(evaluation::textReport(score)));
    if (parser.isSet(u"html"_s)) {
        QSaveFile page(parser.value(u"html"_s));
        if (!page.open(QIODevice::WriteOnly) ||
            page.write(evaluation::htmlReport(score, *cases).toUtf8()) < 0 || !page.commit()) {
            say(page.errorString());
            return 2;
        }
    }
    const QStringList lines = shortfalls(score);
    for (const QString &line : lines)
        std::printf("SHORT %s\n", qPrintable(line));
    return lines.isEmpty() ? 0 : 1;
}

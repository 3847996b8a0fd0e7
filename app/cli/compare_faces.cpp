// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/report_line.h"
#include "engine/checks/judge.h"
#include "engine/facts/merge.h"
#include "engine/worker/pool.h"

#include <QEventLoop>
#include <QFileInfo>

#include <cmath>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

namespace {
/// Reads both files as selfies: faces, and nothing that only documents have.
QList<facts::FileFacts> readBoth(const QStringList &paths, const Options &options)
{
    worker::Pool pool(options.poolSettings());
    QEventLoop loop;
    QMap<worker::Pool::JobId, facts::FileFacts> read;
    QObject::connect(&pool, &worker::Pool::jobFinished, &loop,
                     [&](worker::Pool::JobId id, const facts::FileFacts &facts) {
                         read.insert(id, facts);
                         if (read.size() == paths.size())
                             loop.quit();
                     });
    for (const QString &path : paths) {
        const QFileInfo file(path);
        pool.submit(
            {file.absolutePath(), file.fileName(), {Role::Selfie, path}, QDate::currentDate(), false});
    }
    loop.exec();
    return read.values();
}

QJsonObject answer(const Finding &mismatch, const facts::Facts &facts)
{
    const bool assessed = mismatch.outcome != Outcome::NotAssessed && !facts.faceMatches.isEmpty();
    QString model;
    for (const facts::FileFacts &file : facts.files) {
        if (file.faces && !file.faces->recognizer.isEmpty())
            model = file.faces->recognizer;
    }
    return {{u"score"_s, assessed ? QJsonValue(facts.faceMatches.first().score) : QJsonValue()},
            {u"outcome"_s, toName(assessed ? mismatch.outcome : Outcome::NotAssessed)},
            {u"model"_s, model.isEmpty() ? QJsonValue() : QJsonValue(model)},
            {u"message"_s, mismatch.message.english()}};
}
} // namespace

Exit compareFaces(const QStringList &arguments)
{
    Options options(
        u"compare-faces"_s, u"A B"_s,
        u"Compares the largest faces of two pictures; prints one object: score (cosine), outcome (clear: "
        "the same person; review; flagged: another person; not_assessed), model."_s);
    options.addAnalysisOptions();
    if (const auto over = options.parse(arguments, 2, 2))
        return *over;

    // The check on faces of a case does the judging: two pictures in two roles, under names that differ.
    const QString a = options.arguments().first();
    const QString b = options.arguments().last() == a ? a + u" (again)"_s : options.arguments().last();
    QList<facts::FileFacts> files = readBoth(options.arguments(), options);
    files[0].path = a;
    files[1].path = b;
    Case input;
    input.submittedAt = startOf(options.today().value_or(QDateTime::currentDateTimeUtc().date()));
    input.files = {{Role::Selfie, a}, {Role::Handheld, b}};
    const facts::Facts facts = facts::merge(input, files);
    for (const facts::FileFacts &file : facts.files) {
        if (file.unreadable)
            complain(*file.unreadable);
    }
    for (const Finding &finding : checks::judge(input, facts, options.policy())) {
        if (finding.checkId == "face.mismatch"_L1)
            return print(answer(finding, facts)) ? Exit::Done : Exit::Failed;
    }
    return Exit::Failed;
}

} // namespace scrutineer::cli

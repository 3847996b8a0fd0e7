// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/sample_cases.h"

#include "engine/policy/catalogue.h"
#include "engine/samples/cases/draft.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
const QDate lastDay(2026, 11, 20);

QJsonObject caseJson(const Draft &draft, const QString &id)
{
    const Declared &declared = draft.declared;
    QJsonObject applicant{{u"full_name"_s, declared.fullName},
                          {u"date_of_birth"_s, declared.dateOfBirth.toString(Qt::ISODate)},
                          {u"nationality"_s, draft.who.nationality}};
    if (!declared.country.isEmpty())
        applicant[u"address"_s] = QJsonObject{{u"street"_s, declared.street},
                                              {u"city"_s, declared.city},
                                              {u"region"_s, QString()},
                                              {u"postal_code"_s, declared.postalCode},
                                              {u"country"_s, declared.country}};
    return {{u"format"_s, u"scrutineer.case/1"_s},
            {u"id"_s, id},
            {u"level"_s, toName(draft.plan.level)},
            {u"submitted_at"_s, draft.submittedAt.toString(Qt::ISODate)},
            {u"applicant"_s, applicant},
            {u"primary"_s, QJsonObject{{u"full_name"_s, declared.primaryName}}},
            {u"document"_s, QJsonObject{{u"type"_s, declared.documentType},
                                        {u"number"_s, declared.documentNumber},
                                        {u"issuing_country"_s, countryOf(draft.spec.issuer).code},
                                        {u"expires_on"_s, declared.expiresOn.toString(Qt::ISODate)}}},
            {u"files"_s, draft.bundle.files()}};
}

QJsonObject truthJson(const Draft &draft)
{
    QStringList flagged;
    QJsonArray reasons;
    QJsonArray defects;
    QStringList unsure;
    double strongest = 0;
    for (const Flaw &flaw : draft.plan.flaws) {
        flagged.append(flaw.id);
        if (const policy::CheckInfo *check = policy::checkById(flaw.id))
            reasons.append(check->reason);
        defects.append(QJsonObject{{u"id"_s, flaw.id}, {u"strength"_s, qRound(flaw.strength * 100) / 100.0}});
        unsure += unsureAfter(flaw);
        strongest = std::max(strongest, flaw.strength);
    }
    QStringList clear = applicableChecks(draft.plan);
    clear.removeIf([&](const QString &id) { return flagged.contains(id) || unsure.contains(id); });
    QJsonObject truth{{u"flagged"_s, QJsonArray::fromStringList(flagged)},
                      {u"clear"_s, QJsonArray::fromStringList(clear)},
                      {u"decision"_s, flagged.isEmpty() ? u"approve"_s : u"reject"_s},
                      {u"reasons"_s, reasons},
                      {u"regions"_s, draft.bundle.regions()},
                      {u"facts"_s, draft.facts},
                      {u"lesson"_s, lessonOf(draft.plan)},
                      {u"strength"_s, qRound(strongest * 100) / 100.0},
                      {u"defects"_s, defects}};
    if (draft.plan.trap)
        truth[u"hard_negative"_s] = nameOf(*draft.plan.trap);
    return truth;
}

Result<void> writeCase(const QString &folder, const QString &id, const CasePlan &plan, const People &people,
                       Random random)
{
    Draft draft{plan, people, {}, {}, {}, {}, {}, {}, Bundle(folder + u'/' + id)};
    draft.submittedAt = QDateTime(lastDay.addDays(-random.integer(0, 90)),
                                  QTime(random.integer(8, 19), random.integer(0, 59)), Qt::UTC);
    // A stream for each part: what one draws does not move the others.
    Random content = random.fork();
    Random sides = random.fork();
    Random portraits = random.fork();
    Random letters = random.fork();
    chooseDocument(draft, content);
    photographSides(draft, sides);
    takePortraits(draft, portraits);
    writeProof(draft, letters);
    breakFiles(draft, letters);
    return draft.bundle.write(caseJson(draft, id), truthJson(draft));
}
} // namespace

Result<void> writePlannedCases(const QString &folder, const QString &prefix, const QList<CasePlan> &plans,
                               uint64_t seed, const SampleProgress &progress, const People &people)
{
    Random seeds(seed);
    std::vector<Random> streams;
    for (qsizetype i = 0; i < plans.size(); ++i)
        streams.push_back(seeds.fork());

    std::atomic<qsizetype> next = 0;
    std::mutex turn;
    std::optional<Error> error;
    int done = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < plans.size(); i = next++) {
            const QString id = u"%1-%2"_s.arg(prefix).arg(i + 1, 4, 10, QLatin1Char('0'));
            const Result<void> written =
                writeCase(folder, id, plans[i], people, streams[static_cast<size_t>(i)]);
            const std::scoped_lock lock(turn);
            ++done;
            const bool goOn = written && (!progress || progress(done));
            if (goOn)
                continue;
            if (!error)
                error = written ? Error{ErrorCode::Cancelled, folder, {}} : written.error();
            next = plans.size();
        }
    };
    const auto count = std::clamp<qsizetype>(std::thread::hardware_concurrency(), 1, plans.size());
    std::vector<std::thread> threads;
    for (qsizetype k = 1; k < count; ++k)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
    if (error)
        return tl::unexpected(*error);
    return {};
}

Result<void> writeSampleCases(const QString &folder, int count, uint64_t seed, const SampleProgress &progress,
                              const People &people)
{
    return writePlannedCases(folder, u"SAMPLE-%1"_s.arg(seed), planCases(count, seed), seed, progress,
                             people);
}

} // namespace scrutineer::samples

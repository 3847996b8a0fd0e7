// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cast.h"
#include "engine/samples/casting/audition.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <numeric>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {
constexpr double sameBand = 0.335; ///< policy.json, face.mismatch, mobilefacenet_112.same
constexpr double wanted = 0.25;    ///< and .different: two people of the cast should lie below this
constexpr double leastSame = 0.60; ///< two pictures of one person

struct Candidate
{
    CastMember member;
    Audition audition;
};

double lowestOf(const Audition &audition)
{
    return quantile(likenessOf({audition}).same, 0);
}

std::vector<Candidate> auditionAll(Jury &jury, uint32_t first, uint32_t count, QTextStream &out)
{
    std::vector<Candidate> passed;
    for (uint32_t seed = first; seed < first + count; ++seed) {
        const CastMember member{seed, static_cast<uint32_t>(19 + seed * 7 % 51)};
        Candidate candidate{member, jury.see(member.person(), seed, 3, true)};
        if (candidate.audition.passed() && lowestOf(candidate.audition) > leastSame)
            passed.push_back(std::move(candidate));
        if (seed % 100 == 0) {
            out << "seed " << seed << ": " << passed.size() << " passed\n";
            out.flush();
        }
    }
    return passed;
}

/// Sends home, one after the other, whoever has the most pictures that look like somebody else's.
void thin(std::vector<Candidate> &people, size_t keep)
{
    const size_t count = people.size();
    std::vector<std::vector<int>> alike(count, std::vector<int>(count));
    std::vector<int> total(count);
    for (size_t i = 0; i < count; ++i) {
        for (size_t j = 0; j < i; ++j) {
            const Likeness pair = likenessOf({people[i].audition, people[j].audition});
            int weight = 0;
            for (const double cosine : pair.different)
                weight += cosine >= sameBand ? 4 : cosine >= wanted ? 1 : 0;
            alike[i][j] = alike[j][i] = weight;
            total[i] += weight;
            total[j] += weight;
        }
    }
    std::vector<bool> gone(count);
    for (size_t left = count; left > keep; --left) {
        size_t worst = 0;
        int most = -1;
        for (size_t i = 0; i < count; ++i) {
            if (!gone[i] && total[i] > most) {
                most = total[i];
                worst = i;
            }
        }
        gone[worst] = true;
        for (size_t i = 0; i < count; ++i)
            total[i] -= alike[i][worst];
    }
    std::vector<Candidate> kept;
    for (size_t i = 0; i < count; ++i) {
        if (!gone[i])
            kept.push_back(std::move(people[i]));
    }
    people = std::move(kept);
}

void report(const std::vector<Candidate> &people, QTextStream &out)
{
    std::vector<Audition> auditions;
    for (const Candidate &candidate : people)
        auditions.push_back(candidate.audition);
    const Likeness likeness = likenessOf(auditions);
    out << people.size() << " people\nsame: " << summary(likeness.same, sameBand)
        << "\ndifferent: " << summary(likeness.different, sameBand)
        << "\ndifferent: " << summary(likeness.different, wanted) << "\n";
    out.flush();
}

bool write(const std::vector<Candidate> &people, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QTextStream out(&file);
    out << "// Seeds and ages of invented people, chosen by the target cast_people. Even seeds are women.\n";
    int column = 0;
    for (const Candidate &candidate : people)
        out << "{" << candidate.member.seed << ", " << candidate.member.ageYears << "},"
            << (++column % 10 == 0 ? "\n" : " ");
    out << "\n";
    return out.status() == QTextStream::Ok;
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QCoreApplication::arguments();
    const QString models = qEnvironmentVariable("SCRUTINEER_MODELS");
    auto jury = Jury::load({models});
    if (arguments.size() != 4 || !jury) {
        out << "usage: cast_people FILE CANDIDATES KEEP; needs the face models of SCRUTINEER_MODELS\n";
        return 2;
    }
    std::vector<Candidate> people = auditionAll(*jury, 1, arguments.at(2).toUInt(), out);
    const size_t keep = arguments.at(3).toUInt();
    for (size_t size = people.size(); size > keep; size = std::max(keep, size * 3 / 4)) {
        thin(people, size);
        report(people, out);
    }
    thin(people, keep);
    report(people, out);
    return write(people, arguments.at(1)) ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cast.h"
#include "engine/samples/casting/audition.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cmath>
#include <numeric>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {
constexpr double sameBand = 0.335; ///< policy.json, face.mismatch, mobilefacenet_112.same
constexpr double wanted = 0.29;    ///< two people of the cast should lie below this
constexpr double softness = 0.05;  ///< of the edge at wanted
constexpr double leastSame = 0.60; ///< two pictures of one person
constexpr int selfies = 3;

struct Candidate
{
    CastMember member;
    Audition audition;
};

Audition audition(Jury &jury, const CastMember &member, int pictures)
{
    return jury.see(member.person(), member.seed, pictures, true);
}

bool suits(const Audition &audition)
{
    return audition.passed() && quantile(likenessOf({audition}).same, 0) > leastSame;
}

/// How much two people look alike; steep around the band, so that the worst pairs weigh most.
double alike(const Audition &one, const Audition &other)
{
    double sum = 0;
    const Likeness pair = likenessOf({one, other});
    for (const double cosine : pair.different)
        sum += std::log1p(std::exp((cosine - wanted) / softness));
    return sum / static_cast<double>(pair.different.size());
}

std::vector<Candidate> auditionAll(Jury &jury, uint32_t count, QTextStream &out)
{
    std::vector<Candidate> passed;
    for (uint32_t seed = 1; seed <= count; ++seed) {
        CastMember member;
        member.seed = seed;
        member.ageYears = 18 + seed * 7 % 61;
        Candidate candidate{member, audition(jury, member, 1)};
        if (suits(candidate.audition))
            passed.push_back(std::move(candidate));
    }
    out << passed.size() << " of " << count << " were found\n";
    out.flush();
    return passed;
}

/// Those there are, to be set apart further.
std::vector<Candidate> auditionCast(Jury &jury)
{
    std::vector<Candidate> passed;
    for (const CastMember &member : wholeCast()) {
        Candidate candidate{member, audition(jury, member, selfies)};
        if (suits(candidate.audition))
            passed.push_back(std::move(candidate));
    }
    return passed;
}

/// Sends home, one after the other, whoever looks most like the others; keeps as many women as men.
void thin(std::vector<Candidate> &people, size_t keep)
{
    const size_t count = people.size();
    std::vector<std::vector<double>> table(count, std::vector<double>(count));
    std::vector<double> total(count);
    std::array<size_t, 2> left{};
    for (size_t i = 0; i < count; ++i) {
        ++left[people[i].member.seed % 2];
        for (size_t j = 0; j < i; ++j) {
            table[i][j] = table[j][i] = alike(people[i].audition, people[j].audition);
            total[i] += table[i][j];
            total[j] += table[i][j];
        }
    }
    std::vector<bool> gone(count);
    while (left[0] + left[1] > keep) {
        size_t worst = count;
        for (size_t i = 0; i < count; ++i) {
            const bool many = left[people[i].member.seed % 2] > keep / 2;
            if (!gone[i] && many && (worst == count || total[i] > total[worst]))
                worst = i;
        }
        if (worst == count)
            break;
        gone[worst] = true;
        --left[people[worst].member.seed % 2];
        for (size_t i = 0; i < count; ++i)
            total[i] -= table[i][worst];
    }
    std::vector<Candidate> kept;
    for (size_t i = 0; i < count; ++i) {
        if (!gone[i])
            kept.push_back(std::move(people[i]));
    }
    people = std::move(kept);
}

/// How a portrait's embedding moves with each measure, per standard deviation: the mean over some people.
using Slopes = std::array<QList<float>, traitCount>;

QList<float> portraitEmbedding(Jury &jury, const CastMember &member)
{
    const Audition alone = jury.see(member.person(), member.seed, 0, false);
    return alone.embeddings.empty() ? QList<float>() : alone.embeddings.front();
}

Slopes slopesOf(Jury &jury, const std::vector<Candidate> &people)
{
    constexpr size_t models = 4;
    constexpr int8_t step = 8; // tenths
    Slopes slopes;
    for (size_t k = 0; k < models; ++k) {
        const CastMember &member = people[k * people.size() / models].member;
        const QList<float> at = portraitEmbedding(jury, member);
        for (size_t trait = 0; trait < traitCount; ++trait) {
            CastMember moved = member;
            moved.tenths[trait] = static_cast<int8_t>(moved.tenths[trait] + step);
            const QList<float> to = portraitEmbedding(jury, moved);
            if (to.size() != at.size())
                continue;
            slopes[trait].resize(at.size());
            for (qsizetype c = 0; c < at.size(); ++c)
                slopes[trait][c] += (to[c] - at[c]) * 10.0F / (step * models);
        }
    }
    return slopes;
}

double dot(const QList<float> &a, const QList<float> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Which way each measure should go for one embedding to leave the others: downhill of alike().
std::array<double, traitCount> wayApart(const std::vector<Candidate> &people, size_t self,
                                        const QList<float> &at, const Slopes &slopes)
{
    QList<float> pull(at.size());
    for (size_t j = 0; j < people.size(); ++j) {
        for (const QList<float> &other : people[j].audition.embeddings) {
            const double cosine = dot(at, other);
            const double weight = j == self ? 0 : 1 / (1 + std::exp((wanted - cosine) / softness));
            for (qsizetype c = 0; c < at.size(); ++c)
                pull[c] += static_cast<float>(weight * (other[c] - cosine * at[c]));
        }
    }
    std::array<double, traitCount> way{};
    double sum = 0;
    for (size_t trait = 0; trait < traitCount; ++trait) {
        way[trait] = slopes[trait].isEmpty() ? 0 : -dot(pull, slopes[trait]);
        sum += way[trait] * way[trait];
    }
    for (double &own : way)
        own /= std::sqrt(std::max(1e-12, sum / traitCount));
    return way;
}

double alikeToAll(const std::vector<Candidate> &people, size_t self, const Audition &audition)
{
    double sum = 0;
    for (size_t j = 0; j < people.size(); ++j)
        sum += j == self ? 0 : alike(audition, people[j].audition);
    return sum;
}

/// Changes one face towards what nobody else looks like, and keeps it if it is still found in all its
/// pictures.
void setApart(Jury &jury, std::vector<Candidate> &people, size_t self, int tries, const Slopes &slopes,
              int pictures, Random &random)
{
    Candidate best = people[self];
    best.audition = audition(jury, best.member, 0);
    if (!best.audition.passed())
        return;
    double cost = alikeToAll(people, self, best.audition);
    double step = 6; // tenths, root of the mean square
    for (int k = 0; k < tries; ++k) {
        Candidate next = best;
        const auto way = wayApart(people, self, best.audition.embeddings.front(), slopes);
        for (size_t trait = 0; trait < traitCount; ++trait) {
            const double moved = next.member.tenths[trait] + step * (way[trait] + 0.6 * random.normal());
            next.member.tenths[trait] = static_cast<int8_t>(std::clamp(moved, -45.0, 45.0));
        }
        next.audition = audition(jury, next.member, 0);
        const double own = next.audition.passed() ? alikeToAll(people, self, next.audition) : cost;
        step *= own < cost ? 1.15 : 0.80;
        if (own < cost) {
            cost = own;
            best = std::move(next);
        }
    }
    best.audition = audition(jury, best.member, pictures);
    if (suits(best.audition))
        people[self] = std::move(best);
}

void report(const std::vector<Candidate> &people, QTextStream &out)
{
    std::vector<Audition> auditions;
    for (const Candidate &candidate : people)
        auditions.push_back(candidate.audition);
    const Likeness likeness = likenessOf(auditions);
    out << people.size() << " people\nsame: " << summary(likeness.same, sameBand)
        << "\ndifferent: " << summary(likeness.different, sameBand) << "\n";
    out.flush();
}

bool write(const std::vector<Candidate> &people, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QTextStream out(&file);
    out << "// Invented people, set apart by the target cast_people: seed (even: a woman), age, tenths of "
           "traits.\n";
    for (const Candidate &candidate : people) {
        QStringList tenths;
        for (const int value : candidate.member.tenths)
            tenths.append(QString::number(value));
        out << "{" << candidate.member.seed << "," << candidate.member.ageYears << ",{" << tenths.join(u',')
            << "}},\n";
    }
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
    if (arguments.size() != 6 || !jury) {
        out << "usage: cast_people FILE CANDIDATES KEEP ROUNDS TRIES; 0 CANDIDATES: sets apart those there "
               "are.\n"
               "Needs the face models of SCRUTINEER_MODELS.\n";
        return 2;
    }
    const uint32_t candidates = arguments.at(2).toUInt();
    std::vector<Candidate> people =
        candidates > 0 ? auditionAll(*jury, candidates, out) : auditionCast(*jury);
    thin(people, arguments.at(3).toUInt());
    report(people, out);
    Random random(1);
    const Slopes slopes = slopesOf(*jury, people);
    const int rounds = arguments.at(4).toInt();
    for (int round = 0; round < rounds; ++round) {
        const int pictures = round + 1 < rounds ? 1 : selfies;
        for (size_t self = 0; self < people.size(); ++self)
            setApart(*jury, people, self, arguments.at(5).toInt(), slopes, pictures, random);
        report(people, out);
        if (!write(people, arguments.at(1)))
            return 1;
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cast.h"
#include "engine/samples/casting/audition.h"
#include "engine/samples/portrait.h"

#include <QtTest>

#include <set>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

/// The invented people: there are enough of them, the same draw is the same one, and with the models of
/// SCRUTINEER_MODELS they are found and told apart as the real ones are.
class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAgeHasAChoice_data()
    {
        QTest::addColumn<Sex>("sex");
        QTest::newRow("women") << Sex::Female;
        QTest::newRow("men") << Sex::Male;
    }

    void everyAgeHasAChoice()
    {
        QFETCH(Sex, sex);
        for (int age = 19; age <= 69; ++age) {
            std::set<uint64_t> faces;
            for (uint64_t draw = 0; draw < 60; ++draw)
                faces.insert(castPerson(draw, sex, age).textureSeed);
            QVERIFY2(faces.size() >= 5, qPrintable(QString::number(age)));
        }
    }

    void castHasNobodyTwice()
    {
        std::set<uint32_t> seeds;
        for (const CastMember &member : wholeCast())
            seeds.insert(member.seed);
        QCOMPARE(seeds.size(), wholeCast().size());
        QVERIFY(seeds.size() >= 32);
    }

    void sameDrawIsTheSamePerson()
    {
        const Shot shot;
        const Region view{-1.5, -2, 1.5, 2};
        for (uint64_t draw = 1; draw < 4; ++draw) {
            const Person once = castPerson(draw, Sex::Female, 40);
            const Person again = castPerson(draw, Sex::Female, 40);
            const cv::Mat first = paintPortrait(once, shot, 40, view);
            const cv::Mat second = paintPortrait(again, shot, 40, view);
            QCOMPARE(cv::norm(first, second, cv::NORM_INF), 0.0);
        }
    }

    void somebodyElseIsSomebodyElse()
    {
        for (uint64_t draw = 0; draw < 100; ++draw) {
            const Person person = castPerson(draw, Sex::Male, 33);
            QVERIFY(castSomebodyElse(person, draw, Sex::Male, 33).textureSeed != person.textureSeed);
        }
    }

    /// Pictures that the casting has not seen.
    void detectorsAndRecogniserSeePeople()
    {
        const QString models = qEnvironmentVariable("SCRUTINEER_MODELS");
        if (models.isEmpty())
            QSKIP("SCRUTINEER_MODELS is not set: whether people are found and told apart is not tested");
        auto jury = Jury::load({models});
        QVERIFY(jury);
        std::vector<Audition> auditions;
        int pictures = 0;
        int yuNet = 0;
        int cascades = 0;
        const std::span<const CastMember> cast = wholeCast();
        for (size_t k = 0; k < cast.size(); ++k) {
            auditions.push_back(jury->see(cast[k].person(), 70'000 + k, 2, false));
            pictures += auditions.back().pictures;
            yuNet += auditions.back().foundByYuNet;
            cascades += auditions.back().foundByCascades;
        }
        const Likeness likeness = likenessOf(auditions);
        qInfo("%d pictures: YuNet finds %d, the cascades %d", pictures, yuNet, cascades);
        qInfo("same: %s", qPrintable(summary(likeness.same, sameBand)));
        qInfo("different: %s", qPrintable(summary(likeness.different, sameBand)));
        QVERIFY(yuNet >= pictures * 0.99);
        QVERIFY(cascades >= pictures * 0.98);
        QVERIFY(shareBelow(likeness.same, sameBand) <= 0.01);
        QVERIFY(quantile(likeness.same, 0.05) > 0.75);
        QVERIFY(shareBelow(likeness.different, sameBand) >= 0.95);
        QVERIFY(quantile(likeness.different, 0.5) < 0.22);
    }

private:
    static constexpr double sameBand = 0.335; ///< policy.json, face.mismatch, mobilefacenet_112.same
};

QTEST_GUILESS_MAIN(TestPeople)
#include "test_people.moc"

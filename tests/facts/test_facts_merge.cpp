// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/merge.h"

#include <QTest>

using namespace scrutineer;
using namespace scrutineer::facts;
using namespace Qt::StringLiterals;

class TestFactsMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfTheCase();
    void comparesLargestFaces_data();
    void comparesLargestFaces();
    void comparesEveryPairOnce();
    void comparesNothing_data();
    void comparesNothing();
    void findsDuplicates_data();
    void findsDuplicates();
    void namesCauses();
};

namespace {
FileFacts fileOf(const QString &path, Role role, QList<float> embedding = {})
{
    FileFacts file;
    file.path = path;
    file.role = role;
    file.sha256 = u"hash of "_s + path;
    if (!embedding.isEmpty()) {
        Face largest;
        largest.embedding = std::move(embedding);
        Face other; // smaller: must never be compared
        other.embedding = {0.F, -1.F, 0.F};
        file.faces = Faces{u"yunet_n_640"_s, u"model"_s, {largest, other}};
    }
    return file;
}

Case caseOf(const QList<FileFacts> &files)
{
    Case input;
    for (const FileFacts &file : files)
        input.files += EvidenceFile{file.role, file.path};
    return input;
}
} // namespace

void TestFactsMerge::keepsTheOrderOfTheCase()
{
    const FileFacts front = fileOf(u"front"_s, Role::DocumentFront);
    const FileFacts selfie = fileOf(u"selfie"_s, Role::Selfie);
    const FileFacts stranger = fileOf(u"stranger"_s, Role::Selfie);
    const Case input = caseOf({front, selfie});

    Facts facts = merge(input, {stranger, selfie, front});
    QCOMPARE(facts.files, QList({front, selfie}));
    QVERIFY(facts.complete);
    QCOMPARE(facts.fileOf(Role::Selfie)->path, u"selfie"_s);
    QCOMPARE(facts.fileAt(u"front")->role, Role::DocumentFront);

    facts = merge(input, {selfie});
    QCOMPARE(facts.files, QList({selfie}));
    QVERIFY(!facts.complete);
    QVERIFY(!facts.fileOf(Role::DocumentFront));
}

void TestFactsMerge::comparesLargestFaces_data()
{
    QTest::addColumn<QList<float>>("a");
    QTest::addColumn<QList<float>>("b");
    QTest::addColumn<double>("score");
    QTest::newRow("same") << QList{1.F, 0.F, 0.F} << QList{1.F, 0.F, 0.F} << 1.0;
    QTest::newRow("nothing in common") << QList{1.F, 0.F, 0.F} << QList{0.F, 1.F, 0.F} << 0.0;
    QTest::newRow("opposite") << QList{1.F, 0.F, 0.F} << QList{-1.F, 0.F, 0.F} << -1.0;
    QTest::newRow("not of unit length") << QList{3.F, 4.F, 0.F} << QList{10.F, 0.F, 0.F} << 0.6;
}

void TestFactsMerge::comparesLargestFaces()
{
    QFETCH(QList<float>, a);
    QFETCH(QList<float>, b);
    const QList files{fileOf(u"front"_s, Role::DocumentFront, a), fileOf(u"selfie"_s, Role::Selfie, b)};
    const Facts facts = merge(caseOf(files), files);
    QCOMPARE(facts.faceMatches.size(), 1);
    QCOMPARE(facts.faceMatches[0].a, u"front"_s);
    QCOMPARE(facts.faceMatches[0].b, u"selfie"_s);
    QCOMPARE(facts.faceMatches[0].model, u"model"_s);
    QFETCH(double, score);
    QVERIFY(qAbs(facts.faceMatches[0].score - score) < 1e-6);
}

void TestFactsMerge::comparesEveryPairOnce()
{
    const QList<float> embedding{1.F, 0.F, 0.F};
    const QList files{fileOf(u"handheld"_s, Role::Handheld, embedding),
                      fileOf(u"selfie"_s, Role::Selfie, embedding),
                      fileOf(u"front"_s, Role::DocumentFront, embedding)};
    QStringList pairs;
    for (const FaceMatch &match : merge(caseOf(files), files).faceMatches)
        pairs += match.a + u'-' + match.b;
    QCOMPARE(pairs, QStringList({u"front-selfie"_s, u"front-handheld"_s, u"selfie-handheld"_s}));
}

void TestFactsMerge::comparesNothing_data()
{
    QTest::addColumn<FileFacts>("front");
    QTest::addColumn<FileFacts>("selfie");
    const FileFacts good = fileOf(u"selfie"_s, Role::Selfie, {1.F, 0.F, 0.F});
    const FileFacts front = fileOf(u"front"_s, Role::DocumentFront, {1.F, 0.F, 0.F});
    FileFacts other = front;
    other.faces->recognizer = u"another model"_s;
    FileFacts unreadable = front;
    unreadable.unreadable = Error{ErrorCode::FileDamaged, {}, {}};
    FileFacts noFace = front;
    noFace.faces->faces.clear();
    QTest::newRow("no faces read") << fileOf(u"front"_s, Role::DocumentFront) << good;
    QTest::newRow("no face found") << noFace << good;
    QTest::newRow("different models") << other << good;
    QTest::newRow("unreadable") << unreadable << good;
    QTest::newRow("different lengths") << fileOf(u"front"_s, Role::DocumentFront, {1.F, 0.F}) << good;
    QTest::newRow("zero") << fileOf(u"front"_s, Role::DocumentFront, {0.F, 0.F, 0.F}) << good;
    QTest::newRow("not a pair of the case")
        << fileOf(u"front"_s, Role::DocumentBack, {1.F, 0.F, 0.F}) << good;
}

void TestFactsMerge::comparesNothing()
{
    QFETCH(FileFacts, front);
    QFETCH(FileFacts, selfie);
    QVERIFY(merge(caseOf({front, selfie}), {front, selfie}).faceMatches.isEmpty());
}

void TestFactsMerge::findsDuplicates_data()
{
    QTest::addColumn<QString>("sha256");
    QTest::addColumn<std::optional<quint64>>("hash");
    QTest::addColumn<int>("found");
    QTest::addColumn<bool>("sameBytes");
    using Hash = std::optional<quint64>;
    QTest::newRow("same bytes") << u"hash of front"_s << Hash() << 1 << true;
    QTest::newRow("same picture") << u"x"_s << Hash(0xF0F0F0F0F0F0F0F0) << 1 << false;
    QTest::newRow("six bits apart") << u"x"_s << Hash(0xF0F0F0F0F0F0F0CF) << 1 << false;
    QTest::newRow("seven bits apart") << u"x"_s << Hash(0xF0F0F0F0F0F0E0CF) << 0 << false;
    QTest::newRow("no hash") << u"x"_s << Hash() << 0 << false;
    QTest::newRow("nothing known") << QString() << Hash() << 0 << false;
}

void TestFactsMerge::findsDuplicates()
{
    FileFacts front = fileOf(u"front"_s, Role::DocumentFront);
    front.perceptualHash = 0xF0F0F0F0F0F0F0F0;
    FileFacts selfie = fileOf(u"selfie"_s, Role::Selfie);
    QFETCH(QString, sha256);
    QFETCH(std::optional<quint64>, hash);
    QFETCH(int, found);
    QFETCH(bool, sameBytes);
    selfie.sha256 = sha256;
    selfie.perceptualHash = hash;
    if (sha256.isEmpty())
        front.sha256.clear();
    const Facts facts = merge(caseOf({front, selfie}), {front, selfie});
    QCOMPARE(facts.duplicates.size(), found);
    if (found)
        QCOMPARE(facts.duplicates[0], (Duplicate{u"selfie"_s, {}, u"front"_s, sameBytes}));
}

void TestFactsMerge::namesCauses()
{
    for (const Cause cause : {Cause::Pending, Cause::NoReader, Cause::NoModel, Cause::FileMissing,
                              Cause::FileUnreadable, Cause::NothingFound, Cause::TooPoor}) {
        QCOMPARE(causeFromName(toName(cause)), cause);
        QVERIFY(sentence(cause).english().endsWith(u'.'));
    }
    QCOMPARE(causeFromName(u"mystery"), Cause::NoReader);
}

QTEST_GUILESS_MAIN(TestFactsMerge)
#include "test_facts_merge.moc"

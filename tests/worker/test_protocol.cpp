// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/protocol.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::worker;
using namespace scrutineer::worker::protocol;
using namespace Qt::StringLiterals;

namespace {
QByteArray bytesOf(const Frame &frame)
{
    return frameHead(frame) + frame.attachment;
}

Frame pageFrame()
{
    facts::DisplayPage page;
    page.page = 3;
    page.fullSize = QSize(4000, 3000);
    page.display = QByteArray("\xff\xd8\xff") + QByteArray(5000, 'd');
    page.preview = QByteArray("\xff\xd8\xff") + QByteArray(500, 'p');
    return toFrame(Reply(Page{7, page}));
}

Frame answerFrame()
{
    facts::FileFacts facts;
    facts.kind = u"image/png"_s;
    facts.pages = {QSize(10, 20)};
    facts.unreadable = Error{ErrorCode::FileDamaged, u"a.png"_s, {}};
    return toFrame(Reply(Answer{8, facts}));
}
} // namespace

class TestProtocol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsFramesTogether_data();
    void putsFramesTogether();
    void keepsRequests();
    void keepsReplies();
    void keepsMaps();
    void refusesFrames_data();
    void refusesFrames();
    void survivesMutations();
};

void TestProtocol::putsFramesTogether_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 7, 8, 9, 64, 100'000})
        QTest::addRow("pieces of %d bytes", piece) << piece;
}

void TestProtocol::putsFramesTogether()
{
    QFETCH(int, piece);
    const QByteArray stream = bytesOf(pageFrame()) + bytesOf(answerFrame()) + bytesOf(pageFrame());
    FrameBuffer buffer(replyLimits);
    QList<Frame> frames;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        buffer.append(stream.mid(at, piece));
        while (auto frame = buffer.next())
            frames += *frame;
    }
    QVERIFY(!buffer.broken());
    QCOMPARE(frames.size(), 3);
    QCOMPARE(frames[0].header, pageFrame().header);
    QCOMPARE(frames[0].attachment, pageFrame().attachment);
    QCOMPARE(frames[1].header, answerFrame().header);
    QCOMPARE(frames[2].attachment, pageFrame().attachment);
}

void TestProtocol::keepsRequests()
{
    Setup setup;
    setup.modelFolders = {u"/a"_s, u"/b"_s};
    setup.limits = {1, 2, 3, 4, 5, 6, 7};
    const auto request = requestFrom(toFrame(Request(setup)));
    QVERIFY(request && std::holds_alternative<Setup>(*request));
    const Setup back = std::get<Setup>(*request);
    QCOMPARE(back.modelFolders, setup.modelFolders);
    QCOMPARE(back.limits.memoryBytes, 1);
    QCOMPARE(back.limits.secondsPerFile, 2);
    QCOMPARE(back.limits.pixelsPerPicture, 3);
    QCOMPARE(back.limits.pagesPerPdf, 4);
    QCOMPARE(back.limits.bytesPerFile, 5);
    QCOMPARE(back.limits.displayLongSide, 6);
    QCOMPARE(back.limits.previewLongSide, 7);

    const Job job{
        42, {Role::AddressProof, u"bill.pdf"_s}, QDate(2026, 11, 20), false, QByteArray("%PDF\0x", 6)};
    const auto second = requestFrom(toFrame(Request(job)));
    QVERIFY(second && std::holds_alternative<Job>(*second));
    const Job same = std::get<Job>(*second);
    QCOMPARE(same.id, 42);
    QVERIFY(same.file == job.file);
    QCOMPARE(same.submissionDay, job.submissionDay);
    QCOMPARE(same.wantDisplay, false);
    QCOMPARE(same.bytes, job.bytes);
}

void TestProtocol::keepsReplies()
{
    const auto hello = replyFrom(toFrame(Reply(Hello{version, 5})));
    QVERIFY(hello && std::get<Hello>(*hello).version == version && std::get<Hello>(*hello).landlock == 5);
    const auto progress = replyFrom(toFrame(Reply(Progress{3, u"faces"_s, 0.25})));
    QVERIFY(progress);
    QCOMPARE(std::get<Progress>(*progress).stage, u"faces"_s);
    QCOMPARE(std::get<Progress>(*progress).fraction, 0.25);
    const auto page = replyFrom(pageFrame());
    QVERIFY(page);
    QCOMPARE(std::get<Page>(*page).page.page, 3);
    QCOMPARE(std::get<Page>(*page).page.fullSize, QSize(4000, 3000));
    QCOMPARE(std::get<Page>(*page).page.display.size(), 5003);
    QCOMPARE(std::get<Page>(*page).page.preview.size(), 503);
    const auto answer = replyFrom(answerFrame());
    QVERIFY(answer);
    QVERIFY(std::get<Answer>(*answer).facts.unreadable);
    QCOMPARE(std::get<Answer>(*answer).facts.unreadable->code, ErrorCode::FileDamaged);
}

void TestProtocol::keepsMaps()
{
    const QByteArray jpeg = QByteArray("\xff\xd8\xff") + QByteArray(900, 'm');
    const auto reply = replyFrom(toFrame(Reply(Map{9, {u"a.jpg"_s, 2, facts::MapKind::Noise, jpeg}})));
    QVERIFY(reply && std::holds_alternative<Map>(*reply));
    const Map &map = std::get<Map>(*reply);
    QCOMPARE(map.job, 9U);
    QCOMPARE(map.map.page, 2);
    QVERIFY(map.map.kind == facts::MapKind::Noise);
    QCOMPARE(map.map.jpeg, jpeg);
    QVERIFY(map.map.path.isEmpty()); // the pool knows it
    QVERIFY2(replyFrom(toFrame(Reply(Map{9, {{}, 0, facts::MapKind::Ghosts, {}}}))),
             "a page without that map");
    QVERIFY2(!replyFrom(toFrame(Reply(Map{9, {{}, 0, facts::MapKind::Ghosts, "GIF89a"}}))), "no JPEG");
    QVERIFY2(!replyFrom(toFrame(Reply(Map{9, {{}, -1, facts::MapKind::Ghosts, jpeg}}))), "no page");
    Frame unknown = toFrame(Reply(Map{9, {{}, 0, facts::MapKind::Ghosts, jpeg}}));
    unknown.header[u"kind"_s] = 77;
    QVERIFY2(!replyFrom(unknown), "no kind");

    Job job{4, {Role::AddressProof, u"a.pdf"_s}, QDate(2026, 11, 20), false, "bytes", 3};
    const auto request = requestFrom(toFrame(Request(job)));
    QVERIFY(request && std::get<Job>(*request).mapsOfPage == 3);
    job.mapsOfPage.reset();
    QVERIFY(!std::get<Job>(*requestFrom(toFrame(Request(job)))).mapsOfPage);
}

void TestProtocol::refusesFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("header too long") << QByteArray("\x7f\xff\xff\xff\x00\x00\x00\x00", 8);
    QTest::newRow("no header") << QByteArray("\x00\x00\x00\x00\x00\x00\x00\x00", 8);
    QTest::newRow("attachment too long") << QByteArray("\x00\x00\x00\x01\xff\xff\xff\xff", 8);
    QTest::newRow("a number") << QByteArray("\x00\x00\x00\x01\x00\x00\x00\x00\x07", 9);
    QTest::newRow("an endless array") << QByteArray("\x00\x00\x00\x02\x00\x00\x00\x00\x9f\x9f", 10);
    QTest::newRow("more after the map") << QByteArray("\x00\x00\x00\x02\x00\x00\x00\x00\xa0\xa0", 10);
    QTest::newRow("an array of 2^62")
        << QByteArray("\x00\x00\x00\x09\x00\x00\x00\x00\x9b\x40\x00\x00\x00\x00\x00\x00\x00", 17);
}

void TestProtocol::refusesFrames()
{
    QFETCH(QByteArray, bytes);
    FrameBuffer buffer(replyLimits);
    buffer.append(bytes);
    QVERIFY(!buffer.next());
    QVERIFY(buffer.broken());
    buffer.append(bytesOf(pageFrame()));
    QVERIFY(!buffer.next());
}

void TestProtocol::survivesMutations()
{
    QRandomGenerator random(20261122);
    const QByteArray good = bytesOf(pageFrame()) + bytesOf(answerFrame());
    int refused = 0;
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = good;
        for (int i = random.bounded(1, 20); i > 0; --i)
            bytes[random.bounded(round % 2 ? int(bytes.size()) : 80)] = char(random.bounded(256));
        FrameBuffer buffer(replyLimits);
        buffer.append(bytes);
        while (auto frame = buffer.next())
            refused += !replyFrom(std::move(*frame));
        refused += buffer.broken();
    }
    QVERIFY(refused > 500);
}

QTEST_GUILESS_MAIN(TestProtocol)
#include "test_protocol.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/content_credentials.h"
#include "engine/forensics/editors.h"
#include "engine/forensics/jpeg_segments.h"
#include "engine/forensics/metadata.h"
#include "engine/samples/scene/encode.h"
#include "tests/forensics/jpeg_files.h"

#include <QCborArray>
#include <QCborMap>
#include <QtEndian>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace scrutineer;
using namespace scrutineer::forensics;
using test::withSegment;
using namespace Qt::StringLiterals;

namespace {
cv::Mat picture(int shade = 90)
{
    cv::Mat bgr(240, 320, CV_8UC3, cv::Scalar::all(shade));
    cv::circle(bgr, {100, 90}, 60, cv::Scalar(40, 180, 230), cv::FILLED);
    cv::rectangle(bgr, {190, 120, 90, 70}, cv::Scalar(200, 60, 20), cv::FILLED);
    return bgr;
}

QByteArray encoded(const char *kind, const cv::Mat &bgr)
{
    std::vector<uchar> bytes;
    cv::imencode(kind, bgr, bytes);
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray withChunk(const QByteArray &png, const QByteArray &type, const QByteArray &body)
{
    constexpr qsizetype afterHeader = 33;
    return png.left(afterHeader) + bigEndian(quint32(body.size())) + type + body + bigEndian(0) +
           png.mid(afterHeader);
}

QByteArray resource(quint16 id, const QByteArray &content)
{
    QByteArray record("8BIM", 4);
    record += char(id >> 8U);
    record += char(id & 0xffU);
    record += QByteArray(2, '\0') + bigEndian(quint32(content.size())) + content;
    return content.size() % 2 == 0 ? record : record + '\0';
}

QByteArray box(const QByteArray &type, const QByteArray &body)
{
    return bigEndian(quint32(body.size() + 8)) + type + body;
}

QByteArray superBox(const QByteArray &label, const QByteArray &content)
{
    return box("jumb", box("jumd", QByteArray(16, '\1') + '\3' + label + '\0') + content);
}

QByteArray manifest(const QString &action, const QString &sourceType)
{
    QCborMap step{{u"action"_s, action}};
    if (!sourceType.isEmpty())
        step[u"digitalSourceType"_s] = u"http://cv.iptc.org/newscodes/digitalsourcetype/"_s + sourceType;
    const QByteArray actions = QCborValue(QCborMap{{u"actions"_s, QCborArray{step}}}).toCbor();
    const QByteArray claim = QCborValue(QCborMap{{u"claim_generator"_s, u"UtoCam/1.0"_s}}).toCbor();
    return superBox("c2pa", superBox("urn:uuid:1", superBox("c2pa.assertions",
                                                            superBox("c2pa.actions", box("cbor", actions))) +
                                                       superBox("c2pa.claim", box("cbor", claim))));
}

/// Cut into segments as writers cut large manifests.
QByteArray inApp11(const QByteArray &boxes, qsizetype part)
{
    QByteArray jpeg = encoded(".jpg", picture());
    const QByteArray head = boxes.left(8);
    QList<QByteArray> bodies;
    for (qsizetype at = 8; at < boxes.size(); at += part)
        bodies.append(QByteArray("JP\0\1", 4) + bigEndian(quint32(bodies.size() + 1)) + head +
                      boxes.mid(at, part));
    for (qsizetype i = bodies.size() - 1; i >= 0; --i)
        jpeg = withSegment(jpeg, 0xeb, bodies[i]);
    return jpeg;
}

const facts::EditingCue *cueOf(const QList<facts::EditingCue> &cues, const QString &name)
{
    for (const facts::EditingCue &cue : cues) {
        if (cue.name == name)
            return &cue;
    }
    return nullptr;
}

double scoreOf(const QByteArray &bytes, const QString &name)
{
    const QList<facts::EditingCue> cues = metadataCues(bytes, picture(), QSize(320, 240));
    const facts::EditingCue *cue = cueOf(cues, name);
    return cue ? cue->score : 0;
}

samples::Encoding noted(const QString &software)
{
    samples::Encoding encoding;
    encoding.note = samples::PhoneNote{u"Utophone"_s, u"UT-15"_s, software, {}, 1};
    return encoding;
}
} // namespace

class MetadataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesPrograms_data();
    void namesPrograms();
    void readsExif();
    void readsXmp();
    void readsPngText_data();
    void readsPngText();
    void theMarkerAloneIsNoTrace();
    void photoshopsOwnRecordsAre();
    void camerasWriteNoAdobeMarker();
    void cutPicturesShow();
    void thumbnails_data();
    void thumbnails();
    void readsCredentials_data();
    void readsCredentials();
    void survivesBrokenBytes();
    void knowsRealFiles_data();
    void knowsRealFiles();
};

void MetadataTest::namesPrograms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("photoshop") << u"Adobe Photoshop CC 2019 (Windows)"_s << u"Adobe Photoshop"_s;
    QTest::newRow("photoshop on a mac") << u"Adobe Photoshop 25.4 (Macintosh)"_s << u"Adobe Photoshop"_s;
    QTest::newRow("lightroom") << u"Adobe Photoshop Lightroom Classic 9.2"_s << u"Adobe Lightroom"_s;
    QTest::newRow("gimp") << u"GIMP 2.10.34"_s << u"GIMP"_s;
    QTest::newRow("web") << u"Canva (Renderer)"_s << u"Canva"_s;
    QTest::newRow("generator") << u"Midjourney"_s << u"Midjourney"_s;
    QTest::newRow("firmware") << u"S916BXXU3AWF7"_s << QString();
    QTest::newRow("version") << u"17.4.1"_s << QString();
    QTest::newRow("HDR") << u"HDR+ 1.0.540104767zd"_s << QString();
    QTest::newRow("the marker") << u"Photoshop3.0x"_s << u"Adobe Photoshop"_s;
    QTest::newRow("inside another word") << u"nagimpo canvas"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void MetadataTest::namesPrograms()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    const auto program = programNamedIn(text);
    QCOMPARE(program ? program->name : QString(), name);
}

void MetadataTest::readsExif()
{
    QCOMPARE(scoreOf(samples::encode(picture(), noted(u"Adobe Photoshop 25.4 (Windows)"_s)), u"editor"_s),
             1.0);
    QCOMPARE(scoreOf(samples::encode(picture(), noted(u"darktable 4.2"_s)), u"editor"_s), 0.5);
    QCOMPARE(scoreOf(samples::encode(picture(), noted(u"17.4.1"_s)), u"editor"_s), 0.0);
    const Metadata metadata = readMetadata(samples::encode(picture(), noted(u"17.4.1"_s)));
    QCOMPARE(metadata.make, u"Utophone"_s);
    QCOMPARE(metadata.notedSize, QSize(320, 240));
}

void MetadataTest::readsXmp()
{
    const QByteArray packet =
        R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
           <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
            xmp:CreatorTool="17.4.1"><xmpMM:History><rdf:Seq><rdf:li rdf:parseType="Resource">
            <stEvt:softwareAgent>GIMP 2.10</stEvt:softwareAgent></rdf:li></rdf:Seq></xmpMM:History>
           </rdf:Description></rdf:RDF></x:xmpmeta>)";
    const QByteArray jpeg = withSegment(encoded(".jpg", picture()), 0xe1,
                                        QByteArray("http://ns.adobe.com/xap/1.0/") + '\0' + packet);
    QCOMPARE(readMetadata(jpeg).programs, QStringList({u"17.4.1"_s, u"GIMP 2.10"_s}));
    QCOMPARE(scoreOf(jpeg, u"editor"_s), 1.0);
}

void MetadataTest::readsPngText_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<double>("score");
    const QByteArray end(1, '\0');
    QTest::newRow("plain") << QByteArray("tEXt") << "Software" + end + "Adobe ImageReady" << 1.0;
    QTest::newRow("packed") << QByteArray("zTXt") << "Software" + end + end + qCompress("Krita 5.2").mid(4)
                            << 1.0;
    QTest::newRow("international") << QByteArray("iTXt")
                                   << "Comment" + end + end + end + end + end + "Created with GIMP" << 1.0;
    QTest::newRow("generator's settings")
        << QByteArray("tEXt") << "parameters" + end + "a card\nSteps: 20, Sampler: Euler" << 1.0;
    QTest::newRow("a title") << QByteArray("tEXt") << "Title" + end + "My GIMP course" << 0.0;
    QTest::newRow("a screen capture") << QByteArray("tEXt") << "Software" + end + "gnome-screenshot" << 0.0;
}

void MetadataTest::readsPngText()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(double, score);
    QCOMPARE(scoreOf(withChunk(encoded(".png", picture()), type, body), u"editor"_s), score);
}

void MetadataTest::theMarkerAloneIsNoTrace()
{
    const QByteArray caption = QByteArray("Photoshop 3.0") + '\0' + resource(0x0404, "\x1c\x02\x50\0\3abc") +
                               resource(0x0425, QByteArray(16, 'd'));
    const QList<facts::EditingCue> cues =
        metadataCues(withSegment(encoded(".jpg", picture()), 0xed, caption), picture(), QSize(320, 240));
    QVERIFY(cues.isEmpty());
    QVERIFY(metadataCues(withSegment(encoded(".jpg", picture()), 0xed, "Photoshop 3.0"), picture(),
                         QSize(320, 240))
                .isEmpty());
}

void MetadataTest::photoshopsOwnRecordsAre()
{
    const QByteArray records =
        QByteArray("Photoshop 3.0") + '\0' + resource(0x0404, "abc") + resource(0x0406, QByteArray(7, '\1'));
    QCOMPARE(scoreOf(withSegment(encoded(".jpg", picture()), 0xed, records), u"writer"_s), 1.0);
    QCOMPARE(scoreOf(withSegment(encoded(".jpg", picture()), 0xec, "Ducky"), u"writer"_s), 1.0);
}

void MetadataTest::camerasWriteNoAdobeMarker()
{
    const QByteArray adobe = QByteArray("Adobe") + QByteArray(7, '\0');
    const QByteArray plain = encoded(".jpg", picture());
    QCOMPARE(scoreOf(withSegment(plain, 0xee, adobe), u"camera"_s), 0.0);
    QCOMPARE(scoreOf(withSegment(samples::encode(picture(), noted({})), 0xee, adobe), u"camera"_s), 1.0);
}

void MetadataTest::cutPicturesShow()
{
    const QByteArray jpeg = samples::encode(picture(), noted({}));
    const auto scoreAt = [&](const QSize &size) {
        const QList<facts::EditingCue> cues = metadataCues(jpeg, picture(), size);
        return cueOf(cues, u"camera"_s) != nullptr;
    };
    QVERIFY(!scoreAt(QSize(320, 240)));
    QVERIFY(!scoreAt(QSize(240, 320))); // turned upright
    QVERIFY(!scoreAt(QSize(160, 120))); // made smaller
    QVERIFY(scoreAt(QSize(300, 240)));
}

void MetadataTest::thumbnails_data()
{
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("turns");
    QTest::newRow("the same picture") << true << 0;
    QTest::newRow("turned since") << true << 1;
    QTest::newRow("another picture") << false << 0;
}

void MetadataTest::thumbnails()
{
    QFETCH(bool, same);
    QFETCH(int, turns);
    cv::Mat shown = picture();
    for (int i = 0; i < turns; ++i)
        cv::rotate(shown, shown, cv::ROTATE_90_CLOCKWISE);
    cv::Mat small(120, 160, CV_8UC3, cv::Scalar(0, 0, 0));
    if (same)
        cv::resize(picture(), small, small.size(), 0, 0, cv::INTER_AREA);
    else
        cv::line(small, {0, 119}, {159, 0}, cv::Scalar(255, 255, 255), 30);
    Metadata metadata;
    metadata.thumbnail = encoded(".jpg", small);
    const std::optional<facts::EditingCue> cue = thumbnailCue(metadata, shown);
    QVERIFY(cue);
    if (same)
        QVERIFY2(cue->score < 0.1, qPrintable(QString::number(cue->score)));
    else
        QVERIFY2(cue->score > 0.6, qPrintable(QString::number(cue->score)));
    QVERIFY(!thumbnailCue(Metadata(), shown));
}

void MetadataTest::readsCredentials_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("sourceType");
    QTest::addColumn<double>("score");
    QTest::newRow("a camera's") << u"c2pa.created"_s << u"digitalCapture"_s << 0.0;
    QTest::newRow("edited") << u"c2pa.edited"_s << QString() << 1.0;
    QTest::newRow("placed") << u"c2pa.placed"_s << QString() << 1.0;
    QTest::newRow("generated") << u"c2pa.created"_s << u"trainedAlgorithmicMedia"_s << 1.0;
    QTest::newRow("partly generated")
        << u"c2pa.created"_s << u"compositeWithTrainedAlgorithmicMedia"_s << 1.0;
}

void MetadataTest::readsCredentials()
{
    QFETCH(QString, action);
    QFETCH(QString, sourceType);
    QFETCH(double, score);
    const QByteArray boxes = manifest(action, sourceType);
    const QList<QByteArray> files{inApp11(boxes, 10'000), inApp11(boxes, 90),
                                  withChunk(encoded(".png", picture()), "caBX", boxes)};
    for (const QByteArray &file : files) {
        const auto credentials = readContentCredentials(file);
        QVERIFY(credentials);
        QCOMPARE(credentials->generator, u"UtoCam/1.0"_s);
        QCOMPARE(credentials->actions, QStringList{action});
        const QList<facts::EditingCue> cues = metadataCues(file, picture(), QSize(320, 240));
        QVERIFY(cueOf(cues, u"credentials"_s));
        QCOMPARE(cueOf(cues, u"credentials"_s)->score, score);
        QVERIFY(cueOf(cues, u"credentials"_s)->seen.english().contains(u"UtoCam"_s));
    }
}

void MetadataTest::survivesBrokenBytes()
{
    const QByteArray whole = inApp11(manifest(u"c2pa.edited"_s, {}), 90);
    for (qsizetype length = 0; length < std::min<qsizetype>(whole.size(), 900); length += 7) {
        static_cast<void>(readContentCredentials(whole.left(length)));
        static_cast<void>(readMetadata(whole.left(length)));
    }
    QByteArray flipped = whole;
    for (qsizetype at = 2; at < std::min<qsizetype>(whole.size(), 900); ++at) {
        flipped[at] = char(~flipped[at]);
        static_cast<void>(readContentCredentials(flipped));
        flipped[at] = whole[at];
    }
    QVERIFY(!readContentCredentials(encoded(".jpg", picture())));
    QVERIFY(jpegSegments("no picture").isEmpty());
    QVERIFY(pngChunks("no picture").isEmpty());
}

void MetadataTest::knowsRealFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("named");
    QTest::newRow("saved by Photoshop") << u"documents/us-licence-photoshop-metadata.jpg"_s << true;
    QTest::newRow("saved by ImageReady") << u"mrz/0_id-esp.png"_s << true;
    for (const char *name : {"documents/us-passport-phone-photo.jpg", "documents/fr-licence-2013-front.jpg",
                             "documents/us-co-licence-2016-pixelated-portrait.jpg", "mrz/100_pass-hrv.jpg"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void MetadataTest::knowsRealFiles()
{
    const QString folder = qEnvironmentVariable("SCRUTINEER_TESTDATA");
    if (folder.isEmpty())
        QSKIP("SCRUTINEER_TESTDATA is not set: the real files are not there.");
    QFETCH(QString, path);
    QFETCH(bool, named);
    QFile file(folder + u'/' + path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(scoreOf(file.readAll(), u"editor"_s) >= 1, named);
}

QTEST_GUILESS_MAIN(MetadataTest)
#include "metadata_test.moc"

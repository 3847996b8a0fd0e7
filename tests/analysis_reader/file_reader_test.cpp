// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/file_reader.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 20);

QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray card()
{
    QImage image(1200, 760, QImage::Format_RGB32);
    image.fill(QColor(236, 238, 233));
    QPainter painter(&image);
    QFont font(u"DejaVu Sans"_s);
    font.setPixelSize(34);
    painter.setFont(font);
    const QStringList lines{u"UTOPIA IDENTITY CARD"_s, u"Surname LINDGREN"_s, u"Given names MAJA"_s,
                            u"Date of birth 5 Apr 1976"_s, u"Date of expiry 6 Aug 2031"_s};
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(380, 120 + 80 * i, lines.at(i));
    return png(image);
}

QByteArray letter()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(200);
    QPainter painter(&writer);
    QFont font(u"DejaVu Sans"_s);
    font.setPixelSize(30);
    painter.setFont(font);
    const QStringList lines{u"Utopian Water Company"_s, u"Invoice date: 3 September 2026"_s,
                            u"Your water bill for the meter in your house"_s,
                            u"Payment due 30 September 2026"_s};
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(100, 700 + 120 * i, lines.at(i));
    const QStringList address{u"Maja Lindgren"_s, u"4 Harbour Lane"_s, u"London SW1A 1AA"_s};
    for (int i = 0; i < address.size(); ++i)
        painter.drawText(900, 200 + 45 * i, address.at(i));
    painter.end();
    return bytes;
}

} // namespace

class FileReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_reader = std::make_unique<analysis::FileReader>(QStringList{}, policy::Limits{});
    }

    void unreadable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::FileEmpty);
        QTest::newRow("text") << QByteArray("Hello, this is no picture at all, whatever its name says.")
                              << int(ErrorCode::KindUnsupported);
        QTest::newRow("cut short") << card().left(4000) << int(ErrorCode::FileDamaged);
        QTest::newRow("only a header") << QByteArray("%PDF-1.7\n") << int(ErrorCode::FileDamaged);
    }
    void unreadable()
    {
        QFETCH(QByteArray, bytes);
        for (const Role role : {Role::DocumentFront, Role::Selfie, Role::AddressProof}) {
            const facts::FileFacts file = m_reader->read(bytes, {role, u"a.jpg"_s}, day, {});
            QVERIFY(file.unreadable);
            QTEST(int(file.unreadable->code), "code");
            QCOMPARE(file.unreadable->where, u"a.jpg"_s);
            QVERIFY(!file.document && !file.faces && !file.addressProof);
            QCOMPARE(file.document.missing().cause, facts::Cause::FileUnreadable);
        }
    }

    void document()
    {
        const QByteArray bytes = card();
        QList<facts::DisplayPage> pages;
        QStringList stages;
        analysis::Observer observer;
        observer.pageRendered = [&](const facts::DisplayPage &page) { pages += page; };
        observer.progressed = [&](const QString &stage, double fraction) {
            QVERIFY(fraction >= 0 && fraction <= 1);
            stages += stage;
        };
        const facts::FileFacts file =
            m_reader->read(bytes, {Role::DocumentFront, u"front.png"_s}, day, observer);
        QVERIFY(!file.unreadable);
        QCOMPARE(file.kind, u"image/png"_s);
        QCOMPARE(file.pages, QList<QSize>{QSize(1200, 760)});
        QCOMPARE(file.sha256,
                 QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(file.bytes, bytes.size());
        QVERIFY(file.document);
        QVERIFY(file.document->type);
        QCOMPARE(int(file.document->type->type), int(DocumentType::IdCard));
        QCOMPARE(file.document->printed.value(u"surname"_s).value, u"LINDGREN"_s);
        QCOMPARE(file.document->printed.value(u"date_of_birth"_s).value, u"1976-04-05"_s);
        QCOMPARE(file.document->printed.value(u"expires_on"_s).value, u"2031-08-06"_s);
        QVERIFY(QRectF(0, 0, 1200, 760)
                    .contains(file.document->printed.value(u"surname"_s).source.region.boundingRect()));
        QVERIFY(!file.document->mrz);
        QCOMPARE(file.document->mrz.missing().cause, facts::Cause::NothingFound);
        QCOMPARE(pages.size(), 1);
        QVERIFY(!pages.first().preview.isEmpty());
        QCOMPARE(stages.last(), u"finished"_s);
        QVERIFY(file.stageMs.contains(u"text"_s));
        QVERIFY(!file.addressProof);
        QCOMPARE(file.addressProof.missing().cause, facts::Cause::NoReader);
    }

    void textLayer()
    {
        const facts::FileFacts file = m_reader->read(letter(), {Role::AddressProof, u"bill.pdf"_s}, day, {});
        QVERIFY(!file.unreadable);
        QVERIFY(file.addressProof);
        QVERIFY(file.addressProof->fromTextLayer);
        QVERIFY(file.addressProof->kind);
        QCOMPARE(*file.addressProof->kind, u"utility_bill"_s);
        QVERIFY(file.addressProof->issuedOn);
        QCOMPARE(file.addressProof->issuedOn->value, u"2026-09-03"_s);
        QVERIFY(!file.addressProof->names.isEmpty());
        QCOMPARE(file.addressProof->names.first().value, u"Maja Lindgren"_s);
        QVERIFY(!file.addressProof->addresses.isEmpty());
        QVERIFY(file.addressProof->addresses.first().value.contains(u"SW1A 1AA"_s));
    }

    void emptyPictures()
    {
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(Qt::gray);
        for (const Role role :
             {Role::DocumentFront, Role::DocumentBack, Role::Selfie, Role::Handheld, Role::AddressProof}) {
            const facts::FileFacts file = m_reader->read(png(image), {role, u"grey.png"_s}, day, {});
            QVERIFY(!file.unreadable);
            QVERIFY(!file.document || !file.document->mrz);
            QVERIFY(!file.faces || file.faces->faces.isEmpty());
            QVERIFY(!file.addressProof || !file.addressProof->issuedOn);
        }
    }

    void limitsHold()
    {
        policy::Limits limits;
        limits.pixelsPerPicture = 1000;
        analysis::FileReader reader({}, limits);
        const facts::FileFacts file = reader.read(card(), {Role::Selfie, u"front.png"_s}, day, {});
        QVERIFY(file.unreadable);
        QCOMPARE(file.unreadable->code, ErrorCode::TooManyPixels);
    }

private:
    std::unique_ptr<analysis::FileReader> m_reader;
};

QTEST_MAIN(FileReaderTest)
#include "file_reader_test.moc"

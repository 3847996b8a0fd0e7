// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/document.h"
#include "engine/text/ocr_engine.h"

#include <QtTest>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {
const QDate today(2026, 11, 20);

/// Letters without marks and digits, so that a reader of English is not asked for accents.
QString plain(const QString &text)
{
    QString kept;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toUpper()) {
        if (c.isLetterOrNumber())
            kept += c == u'Đ' ? u'D' : c == u'Ł' ? u'L' : c;
    }
    return kept;
}

/// French has the cedilla and accents that English lacks.
QString readPage(text::OcrEngine &engine, const QImage &page, bool accents)
{
    QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    const cv::Mat picture(grey.height(), grey.width(), CV_8UC1, grey.bits(),
                          static_cast<size_t>(grey.bytesPerLine()));
    text::OcrRequest request;
    request.language = accents ? u"fra"_s : u"eng"_s;
    request.layout = text::OcrLayout::Sparse;
    request.resolution = 300;
    const auto lines = engine.read(picture, request);
    QString all;
    if (lines) {
        for (const text::OcrLine &line : *lines)
            all += line.text + u'\n';
    }
    return all;
}
} // namespace

/// Whether documents as drawn can be read, with the reader that the engine uses.
class TestSpecimenPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndDatesAreRead()
    {
        text::OcrEngine engine;
        if (!engine.languages().contains(u"eng"_s))
            QSKIP("Tesseract has no English: print is not read back");
        int whole = 0;
        QStringList missed;
        for (int i = 0; i < designCount; ++i) {
            const Language language = allLanguages[static_cast<size_t>(i * 5) % allLanguages.size()];
            Random random(static_cast<uint64_t>(40 + i));
            const Identity identity = makeIdentity(language, today, random);
            const DocumentSpec spec =
                makeDocument(static_cast<DocumentDesign>(i), language, identity, today, random);
            const DrawnDocument drawn = drawDocument(spec, 12);
            const bool accents = isLatin(language) && language != Language::English;
            QString text = readPage(engine, drawn.front, accents);
            if (drawn.truth.field(u"date_of_birth")->side == 1)
                text += readPage(engine, *drawn.back, accents);
            const QString read = plain(text);
            QStringList lost;
            for (const auto &name : {u"surname"_s, u"given_names"_s, u"date_of_birth"_s, u"expires_on"_s}) {
                const QString value = drawn.truth.field(name)->value;
                if (!read.contains(plain(value)))
                    lost.append(value);
            }
            lost.isEmpty() ? void(++whole)
                           : missed.append(nameOf(spec.design) + u": "_s + lost.join(u", "_s));
        }
        qInfo("%d of %d documents read", whole, designCount);
        QVERIFY2(whole * 10 >= designCount * 9, qPrintable(missed.join(u"; "_s)));
        for (const QString &miss : missed)
            qInfo("missed %s", qPrintable(miss));
    }
};

QTEST_MAIN(TestSpecimenPrint)
#include "test_specimen_print.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/names/transliteration.h"
#include "engine/samples/specimen/document.h"
#include "engine/text/mrz_decoder.h"

#include <QtTest>

#include <ZXing/ReadBarcode.h>

using namespace scrutineer;
using namespace scrutineer::samples;
using namespace Qt::StringLiterals;

namespace {
const QDate today(2026, 11, 20);

DocumentSpec specOf(DocumentDesign design, Language language, uint64_t seed = 3)
{
    Random random(seed + static_cast<uint64_t>(design) * 97 + static_cast<uint64_t>(language));
    const Identity identity = makeIdentity(language, today, random);
    DocumentSpec spec = makeDocument(design, language, identity, today, random);
    spec.portrait = QImage(30, 40, QImage::Format_ARGB32); // faces are tested elsewhere
    spec.portrait.fill(Qt::gray);
    return spec;
}

QString readBarcode(const QImage &side)
{
    const QImage grey = side.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    return QString::fromStdWString(ZXing::ReadBarcode(view).text());
}

/// The polygons may touch, which is how print stands in narrow columns.
bool overlap(const FieldTruth &a, const FieldTruth &b)
{
    const QRectF common = a.region.boundingRect() & b.region.boundingRect();
    return a.side == b.side && common.width() > 6 && common.height() > 6;
}
} // namespace

class TestSpecimens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreTransliterated_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("zone");
        QTest::newRow("umlaut") << u"Rößler"_s << Language::German << u"ROESSLER"_s;
        QTest::newRow("Spanish") << u"Agüero Muñoz"_s << Language::Spanish << u"AGUERO MUNOZ"_s;
        QTest::newRow("stroke") << u"Łęcka"_s << Language::Polish << u"LECKA"_s;
        QTest::newRow("dotless") << u"Işık"_s << Language::Turkish << u"ISIK"_s;
        QTest::newRow("apostrophe and hyphen")
            << u"D'Aubigné-Saint"_s << Language::French << u"DAUBIGNE SAINT"_s;
        QTest::newRow("Vietnamese") << u"Đặng"_s << Language::Vietnamese << u"DANG"_s;
        QTest::newRow("Russian") << u"Щукин Юрий"_s << Language::Russian << u"SHCHUKIN IURII"_s;
        QTest::newRow("Ukrainian") << u"Григорій"_s << Language::Ukrainian << u"HRYHORII"_s;
    }

    void namesAreTransliterated()
    {
        QFETCH(QString, name);
        QFETCH(Language, language);
        QFETCH(QString, zone);
        QCOMPARE(icaoTransliteration(name, language), zone);
        QCOMPARE(icaoTransliteration(romanised(name, language), language), zone);
    }

    void everyLanguageHasNamesAndACountry_data()
    {
        QTest::addColumn<Language>("language");
        for (const Language language : allLanguages)
            QTest::newRow(languageCode(language)) << language;
    }

    void everyLanguageHasNamesAndACountry()
    {
        QFETCH(Language, language);
        for (const bool female : {false, true}) {
            QVERIFY(givenNames(language, female).size() >= 10);
            QVERIFY(familyNames(language, female).size() >= 20);
            for (const Name &name : givenNames(language, female) + familyNames(language, female)) {
                const QString zone = icaoTransliteration(name.latin, language);
                QVERIFY2(QRegularExpression(u"^[A-Z]+( [A-Z]+)*$"_s).match(zone).hasMatch(),
                         qPrintable(name.latin));
                QCOMPARE(isLatin(language), name.native == name.latin);
            }
        }
        const Country &country = countryOf(language);
        // Codes that ISO 3166-1 leaves to users, and Utopia of ICAO 9303.
        QVERIFY(QRegularExpression(u"^(UTO|Q[M-Z][A-Z])$"_s).match(country.code).hasMatch());
        QVERIFY(country.cities.size() >= 5);
        QVERIFY(country.streets.size() >= 5);
    }

    void peopleDiffer()
    {
        Random random(1);
        QSet<QString> names;
        for (int i = 0; i < 200; ++i)
            names.insert(
                makeIdentity(allLanguages[static_cast<size_t>(i) % allLanguages.size()], today, random)
                    .latinFullName());
        QVERIFY2(names.size() > 185, qPrintable(QString::number(names.size())));
    }

    void zonesHold_data() { designs(); }

    void zonesHold()
    {
        QFETCH(DocumentDesign, design);
        for (const Language language : allLanguages) {
            const DocumentSpec spec = specOf(design, language);
            const MrzValues values = mrzValuesOf(spec);
            const QStringList lines = writeMrz(values);
            if (values.format == MrzFormat::None) {
                QVERIFY(lines.isEmpty());
                continue;
            }
            const auto mrz = text::decodeMrz(lines, today);
            QVERIFY2(mrz.has_value(), qPrintable(lines.join(u'\n')));
            QVERIFY(mrz->verified && !mrz->repaired);
            for (const bool valid : mrz->checkDigits)
                QVERIFY(valid);
            QCOMPARE(mrz->fields.number, spec.number);
            QCOMPARE(mrz->fields.issuer, countryOf(spec.issuer).code);
            QCOMPARE(mrz->fields.dateOfBirth, std::optional(spec.holder.dateOfBirth));
            QCOMPARE(mrz->fields.expiresOn, std::optional(spec.expiresOn));
            QVERIFY(spec.holder.mrzSurname().startsWith(mrz->fields.surname) &&
                    !mrz->fields.surname.isEmpty());
            QVERIFY(spec.holder.mrzGivenNames().startsWith(mrz->fields.givenNames));
        }
    }

    void longNamesKeepBothParts()
    {
        MrzValues values{MrzFormat::Td1,
                         u"I"_s,
                         u"UTO"_s,
                         u"A1"_s,
                         u"WOLFESCHLEGELSTEINHAUSENBERGERDORFF"_s,
                         u"ADOLPH BLAINE"_s,
                         u"UTO"_s,
                         u"M"_s,
                         QDate(1980, 1, 1),
                         QDate(2030, 1, 1),
                         {}};
        const QStringList lines = writeMrz(values);
        QCOMPARE(lines.last().size(), 30);
        QVERIFY(lines.last().endsWith("<<ADO"_L1));
    }

    void everythingStandsOnThePage_data() { designs(); }

    void everythingStandsOnThePage()
    {
        QFETCH(DocumentDesign, design);
        for (const Language language :
             {Language::German, Language::Greek, Language::Arabic, Language::Japanese}) {
            const DrawnDocument drawn = drawDocument(specOf(design, language), 6);
            const auto inside = [&](const QPolygonF &polygon, int side) {
                const QImage &page = side == 0 ? drawn.front : drawn.back.value();
                return polygon.isEmpty() || QRectF(page.rect()).contains(polygon.boundingRect());
            };
            QVERIFY(drawn.truth.fields.size() >= 6);
            for (const FieldTruth &field : drawn.truth.fields)
                QVERIFY2(inside(field.region, field.side), qPrintable(field.name + u' ' + field.value));
            for (const QPolygonF &line : drawn.truth.mrzRegions)
                QVERIFY(inside(line, drawn.truth.mrzSide));
            QVERIFY(inside(drawn.truth.portrait, 0) && inside(drawn.truth.signature, 0) &&
                    inside(drawn.truth.ghost, 0));
            for (qsizetype a = 0; a < drawn.truth.fields.size(); ++a) {
                for (qsizetype b = a + 1; b < drawn.truth.fields.size(); ++b)
                    QVERIFY2(
                        !overlap(drawn.truth.fields[a], drawn.truth.fields[b]),
                        qPrintable(drawn.truth.fields[a].value + u" over "_s + drawn.truth.fields[b].value));
            }
            for (const auto *name : {"surname", "given_names", "date_of_birth", "number", "expires_on"})
                QVERIFY2(drawn.truth.field(QString::fromLatin1(name)), name);
        }
    }

    void barcodesAreReadBack_data() { designs(); }

    void barcodesAreReadBack()
    {
        QFETCH(DocumentDesign, design);
        DocumentSpec spec = specOf(design, Language::English);
        const DrawnDocument drawn = drawDocument(spec, 12);
        if (drawn.truth.barcodeText.isEmpty())
            return;
        const auto sideOf = [](const DrawnDocument &d) {
            return d.truth.barcodeSide == 0 ? d.front : *d.back;
        };
        QCOMPARE(readBarcode(sideOf(drawn)), drawn.truth.barcodeText);
        if (typeOf(design) != DocumentType::DrivingLicence)
            return;
        QVERIFY(drawn.truth.barcodeText.startsWith("@\n\x1e\rANSI 636999"_L1));
        QVERIFY(drawn.truth.barcodeText.contains(u"DBA"_s + spec.expiresOn.toString(u"MMddyyyy"_s)));
        spec.barcode[u"DBA"_s] = u"01012020"_s;
        const DrawnDocument other = drawDocument(spec, 12);
        QVERIFY(readBarcode(sideOf(other)).contains("\nDBA01012020\n"_L1));
        QCOMPARE(other.front, drawn.front);
    }

    void partsCanDiffer()
    {
        DocumentSpec spec = specOf(DocumentDesign::PassportClassic, Language::French);
        const DrawnDocument clean = drawDocument(spec, 6);
        spec.printed[u"expires_on"_s] = printedDate(QDate(2035, 1, 2), spec);
        spec.printed[u"personal_number"_s] = QString();
        DrawnDocument altered = drawDocument(spec, 6);
        QCOMPARE(altered.truth.field(u"expires_on")->value, u"02 01 2035"_s);
        QVERIFY(!altered.truth.field(u"personal_number"));
        QCOMPARE(altered.truth.mrzLines, clean.truth.mrzLines);
        MrzValues values = mrzValuesOf(spec);
        values.number = u"X12345678"_s;
        spec.mrz = values;
        altered = drawDocument(spec, 6);
        QVERIFY(altered.truth.mrzLines[1].startsWith("X12345678"_L1));
        QCOMPARE(altered.truth.field(u"number")->value, spec.number);
    }

    void sameSpecSameBytes_data() { designs(); }

    void sameSpecSameBytes()
    {
        QFETCH(DocumentDesign, design);
        const DocumentSpec spec = specOf(design, Language::Korean);
        const DrawnDocument once = drawDocument(spec, 6);
        const DrawnDocument again = drawDocument(spec, 6);
        QVERIFY(once.front == again.front && once.back == again.back);
        DocumentSpec other = specOf(design, Language::Korean, 4);
        QVERIFY(drawDocument(other, 6).front != once.front);
    }

private:
    static void designs()
    {
        QTest::addColumn<DocumentDesign>("design");
        for (int i = 0; i < designCount; ++i) {
            const auto design = static_cast<DocumentDesign>(i);
            QTest::newRow(qPrintable(nameOf(design))) << design;
        }
    }
};

QTEST_MAIN(TestSpecimens)
#include "test_specimens.moc"

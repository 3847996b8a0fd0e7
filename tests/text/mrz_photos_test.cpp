// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_reader.h"
#include "tests/text/zone_photos.h"

#include <QElapsedTimer>
#include <QFontDatabase>
#include <QtTest>

#include <algorithm>
#include <vector>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 11, 20);

QString shortDate(const std::optional<QDate> &date)
{
    return date ? date->toString(u"yyMMdd") : QString();
}

} // namespace

/// Painted photos of zones: perspective, any orientation, from 6 px a character. A floor for what is read,
/// none said to be valid though wrong. SCRUTINEER_ZONE_PHOTOS sets how many; the count is a benchmark as
/// well.
class MrzPhotosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFontDatabase::families().contains(u"OCR B"_s))
            QSKIP("The font OCR B is not installed: no zone can be painted");
    }

    void photos()
    {
        constexpr int usual = 50;
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("SCRUTINEER_ZONE_PHOTOS", &given);
        const int count = given ? asked : usual;
        int exact = 0;
        int wrong = 0;
        std::vector<double> milliseconds;
        QStringList missed;
        for (int i = 0; i < count; ++i) {
            const uint64_t seed = 5000 + static_cast<uint64_t>(i);
            const tests::ZonePhoto photo = tests::paintZonePhoto(seed);
            QElapsedTimer clock;
            clock.start();
            const auto found = text::readMrz(photo.picture, day);
            milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            if (found && found->mrz.lines == photo.lines)
                ++exact;
            else
                missed += u"%1 (%2)"_s.arg(seed).arg(photo.what);
            if (!found)
                continue;
            const QMap<QString, bool> &digits = found->mrz.checkDigits;
            const facts::MrzFields &fields = found->mrz.fields;
            wrong += digits.value(u"number"_s) && fields.number != photo.number ? 1 : 0;
            wrong += digits.value(u"date_of_birth"_s) && shortDate(fields.dateOfBirth) != photo.birth ? 1 : 0;
            wrong += digits.value(u"expires_on"_s) && shortDate(fields.expiresOn) != photo.expiry ? 1 : 0;
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        qInfo(
            "%d of %d photos exact, %d fields wrong though valid, median %.0f ms, slowest %.0f ms; missed %s",
            exact, count, wrong, milliseconds[milliseconds.size() / 2], milliseconds.back(),
            qPrintable(missed.join(u", "_s)));
        QVERIFY(exact * 100 >= count * 85);
        QCOMPARE(wrong, 0);
    }

    void pagesWithoutAZone()
    {
        constexpr int count = 20;
        for (int i = 0; i < count; ++i) {
            const auto found =
                text::readMrz(tests::paintPageWithoutZone(900 + static_cast<uint64_t>(i)), day);
            QVERIFY2(!found, qPrintable(found ? found->mrz.lines.join(u'\n') : QString()));
        }
    }
};

QTEST_MAIN(MrzPhotosTest)
#include "mrz_photos_test.moc"

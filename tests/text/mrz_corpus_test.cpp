// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_reader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <vector>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {

struct Fields
{
    QString number;
    QString birth;
    QString expiry;
    QString names;

    friend bool operator==(const Fields &, const Fields &) = default;
};

QString withoutFillers(QString text)
{
    return text.replace(u'<', u' ').simplified();
}

Fields expected(const QStringList &lines)
{
    const bool three = lines.size() == 3;
    const QString &data = three ? lines.at(1) : lines.last();
    const QString number = three ? lines.first().mid(5, 9) : data.left(9);
    const QString names = three ? lines.last() : lines.first().mid(5);
    return {withoutFillers(number), data.mid(three ? 0 : 13, 6), data.mid(three ? 8 : 21, 6),
            withoutFillers(names)};
}

Fields read(const facts::MrzFields &fields)
{
    const auto shortDate = [](const std::optional<QDate> &date) {
        return date ? date->toString(u"yyMMdd") : QString();
    };
    return {fields.number, shortDate(fields.dateOfBirth), shortDate(fields.expiresOn),
            (fields.surname + u' ' + fields.givenNames).trimmed()};
}

} // namespace

/// Specimen documents of SCRUTINEER_TESTDATA: one floor for what is read, one ceiling for what is wrong.
class MrzCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specimens()
    {
        const QString folder = qEnvironmentVariable("SCRUTINEER_TESTDATA");
        if (folder.isEmpty())
            QSKIP("SCRUTINEER_TESTDATA is not set: the specimen zones are not read");
        QFile file(folder + u"/mrz/truth.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
        std::vector<double> milliseconds;
        int exact = 0;
        int exactLines = 0;
        for (const QString &name : truth.keys()) {
            QStringList lines;
            for (const QJsonValue &line : truth[name].toArray())
                lines += line.toString();
            const cv::Mat picture = cv::imread((folder + u"/mrz/"_s + name).toStdString());
            QVERIFY(!picture.empty());
            QElapsedTimer clock;
            clock.start();
            const auto found = text::readMrz(picture, QDate(2026, 11, 20));
            milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            if (!found)
                continue;
            exactLines += found->mrz.lines == lines ? 1 : 0;
            const Fields want = expected(lines);
            const Fields got = read(found->mrz.fields);
            exact += want == got ? 1 : 0;
            const QMap<QString, bool> &checks = found->mrz.checkDigits;
            QVERIFY2(!checks.value(u"number"_s) || got.number == want.number, qPrintable(name));
            QVERIFY2(!checks.value(u"date_of_birth"_s) || got.birth == want.birth, qPrintable(name));
            QVERIFY2(!checks.value(u"expires_on"_s) || got.expiry == want.expiry, qPrintable(name));
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        qInfo("%d of %d files exact, %d with exact lines, median %.0f ms a file, slowest %.0f ms", exact,
              static_cast<int>(truth.size()), exactLines, milliseconds[milliseconds.size() / 2],
              milliseconds.back());
        constexpr int leastExact = 15;
        constexpr int leastExactLines = 14;
        QVERIFY(exact >= leastExact);
        QVERIFY(exactLines >= leastExactLines);
    }
};

QTEST_APPLESS_MAIN(MrzCorpusTest)
#include "mrz_corpus_test.moc"

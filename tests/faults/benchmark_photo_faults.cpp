// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/document_quad.h"
#include "engine/image/quality.h"
#include "engine/policy/policy.h"
#include "tests/faults/staged.h"

#include <QElapsedTimer>
#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <array>

using namespace scrutineer;
using namespace scrutineer::test;
using namespace Qt::StringLiterals;

namespace {

using Member = facts::Reading<facts::Measurement> facts::Quality::*;

struct Fault
{
    QString check;
    const char *name = nullptr;
    Member member;
    Staged (*stage)(Staged, Strength, std::uint64_t) = nullptr;
    double mostMissed = 1;   ///< at medium strength and above, share
    double leastOverlap = 0; ///< mean intersection over union
};

struct Verdict
{
    bool assessed = false;
    bool flagged = false;
    double value = 0;
    double overlap = -1;
};

struct Tally
{
    int cases = 0;
    int missed = 0;
    int notAssessed = 0;
    double overlaps = 0;
    int overlapped = 0;
    QStringList which;

    void add(const Verdict &outcome, const QString &name)
    {
        ++cases;
        notAssessed += outcome.assessed ? 0 : 1;
        if (!outcome.flagged) {
            ++missed;
            which << u"%1 %2"_s.arg(name, outcome.assessed ? QString::number(outcome.value, 'g', 2) : u"-"_s);
        } else if (outcome.overlap >= 0) {
            overlaps += outcome.overlap;
            ++overlapped;
        }
    }
};

image::Picture pictureOf(const cv::Mat &bgr)
{
    return {bgr, QSize(bgr.cols, bgr.rows), 1};
}

double overlapOf(const QList<QPolygonF> &regions, const cv::Mat &truth)
{
    cv::Mat shown = cv::Mat::zeros(truth.size(), CV_8U);
    for (const QPolygonF &region : regions) {
        std::vector<cv::Point> points;
        for (const QPointF &point : region)
            points.emplace_back(qRound(point.x()), qRound(point.y()));
        cv::fillPoly(shown, std::vector{points}, 255);
    }
    const double all = cv::countNonZero(shown | truth);
    return all > 0 ? cv::countNonZero(shown & truth) / all : 0;
}

struct Measured
{
    facts::Quality quality;
    bool found = false;
    double ms = 0;
};

Measured measure(const cv::Mat &bgr)
{
    const image::Picture picture = pictureOf(bgr);
    const auto found = image::findDocument(picture);
    Measured measured;
    if (!found)
        return measured;
    measured.found = true;
    QElapsedTimer timer;
    timer.start();
    measured.quality = image::measureQuality(picture, found->quad, found->cutAt);
    measured.ms = double(timer.nsecsElapsed()) / 1e6;
    return measured;
}

Verdict judged(const Fault &fault, const Measured &measured, const cv::Mat &truth)
{
    Verdict outcome;
    const auto &reading = measured.quality.*fault.member;
    if (!measured.found || !reading)
        return outcome;
    outcome.assessed = true;
    outcome.value = reading->value;
    outcome.flagged = reading->value >= policy::builtIn().threshold(fault.check).value;
    if (!truth.empty())
        outcome.overlap = overlapOf(reading->regions, truth);
    return outcome;
}

QString rowOf(const QString &name, const char *strength, const Tally &tally)
{
    return u"%1 %2 %3 of %4 missed (%5 not assessed), overlap %6   %7"_s.arg(name, -22)
        .arg(QLatin1StringView(strength), -7)
        .arg(tally.missed)
        .arg(tally.cases)
        .arg(tally.notAssessed)
        .arg(tally.overlapped > 0 ? QString::number(tally.overlaps / tally.overlapped, 'f', 2) : u"-"_s)
        .arg(tally.which.mid(0, 12).join(u", "_s));
}

} // namespace

class BenchmarkPhotoFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        cv::setNumThreads(1);
        m_flats = flatDocuments(1);
    }

    void staysQuietOnGoodPhotos()
    {
        QMap<QString, QStringList> alarms;
        int cases = 0;
        double ms = 0;
        const auto look = [&](const Staged &photo, const QString &name) {
            const Measured measured = measure(asStored(photo.bgr));
            ++cases;
            ms += measured.ms;
            for (const Fault &fault : faults()) {
                const Verdict outcome = judged(fault, measured, {});
                if (outcome.flagged)
                    alarms[fault.check] << u"%1 %2"_s.arg(name).arg(outcome.value);
            }
        };
        for (std::size_t i = 0; i < m_flats.size(); ++i) {
            const Staged photo = laidDown(m_flats[i], i);
            look(photo, u"clean %1"_s.arg(i));
            const Staged miss = nearMiss(photo, i);
            look(miss, u"%1 %2"_s.arg(miss.name).arg(i));
            look({m_flats[i], {}, {}, {}}, u"scan %1"_s.arg(i));
        }
        qInfo("all photo faults: %.0f ms a photo", ms / cases);
        for (const Fault &fault : faults()) {
            const QStringList &raised = alarms[fault.check];
            qInfo().noquote() << u"%1 %2 false alarms of %3   %4"_s.arg(fault.check, -22)
                                     .arg(raised.size())
                                     .arg(cases)
                                     .arg(raised.join(u", "_s));
            QVERIFY(double(raised.size()) <= 0.03 * cases);
        }
    }

    void findsFaults_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 0; number < faults().size(); ++number)
            QTest::addRow("%s", faults()[number].name) << number;
    }
    void findsFaults()
    {
        QFETCH(int, number);
        const Fault &fault = faults()[number];
        Tally grave;
        for (const auto &[strength, name] : {std::pair{Strength::Weak, "weak"},
                                             {Strength::Medium, "medium"},
                                             {Strength::Strong, "strong"}}) {
            Tally tally;
            for (std::size_t i = 0; i < m_flats.size(); ++i) {
                const Staged photo = fault.stage(laidDown(m_flats[i], i + 100), strength, i);
                const Verdict verdict = judged(fault, measure(asStored(photo.bgr)), photo.region);
                tally.add(verdict, u"%1 %2"_s.arg(photo.name).arg(i));
                if (strength != Strength::Weak)
                    grave.add(verdict, {});
            }
            qInfo().noquote() << rowOf(fault.check, name, tally);
        }
        QVERIFY(grave.missed <= fault.mostMissed * grave.cases);
        QVERIFY(grave.overlapped == 0 || grave.overlaps / grave.overlapped >= fault.leastOverlap);
    }

private:
    static const QList<Fault> &faults()
    {
        static const QList<Fault> all{
            {u"document.shadow"_s, "shadow", &facts::Quality::shadow, shadowed, 0.1, 0.6},
            {u"document.obstructed"_s, "finger", &facts::Quality::obstruction, fingered, 0.25, 0.6},
            {u"document.obstructed"_s, "thing", &facts::Quality::obstruction, coveredByThing, 0.7, 0.6},
            {u"document.cropped"_s, "cut", &facts::Quality::cropping, cutOff, 0.98, 0},
            {u"document.filtered"_s, "filter", &facts::Quality::filtering, filtered, 0.4, 0}};
        return all;
    }

    std::vector<cv::Mat> m_flats;
};

QTEST_MAIN(BenchmarkPhotoFaults)
#include "benchmark_photo_faults.moc"

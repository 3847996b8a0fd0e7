// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_panel.h"
#include "ui/queue/waiting.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace scrutineer;
using namespace scrutineer::ui;

namespace {
const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

/// A queue of any length that makes its lines up when they are asked for, and remembers how many that were.
class CountedSource : public review::QueueSource
{
public:
    explicit CountedSource(qint64 total) : m_total(total) {}

    [[nodiscard]] Result<qint64> count(const review::QueueFilter &filter) const override
    {
        if (m_fail)
            return failure(ErrorCode::ReadFailed, QStringLiteral("workspace.sqlite"));
        lastFilter = filter;
        if (!filter.search.isEmpty())
            return filter.search == QLatin1StringView("C-7") ? 1 : 0;
        return m_total;
    }
    [[nodiscard]] Result<QList<review::QueueRow>> window(const review::QueueFilter &filter, review::QueueSort,
                                                         qint64 offset, int limit) const override
    {
        if (m_fail)
            return failure(ErrorCode::ReadFailed, QStringLiteral("workspace.sqlite"));
        QList<review::QueueRow> rows;
        const qint64 end = std::min(*count(filter), offset + limit);
        for (qint64 i = offset; i < end; ++i) {
            review::QueueRow row;
            row.id = QStringLiteral("C-%1").arg(filter.search.isEmpty() ? i : 7);
            row.applicantName = QStringLiteral("Applicant %1").arg(i);
            row.submittedAt = now.addSecs(-3600 * (i + 1));
            row.state = store::CaseState::Ready;
            row.flagged = static_cast<int>(i % 4);
            rows.append(row);
        }
        fetched += rows.size();
        return rows;
    }
    [[nodiscard]] Result<std::optional<qint64>>
    positionOf(const QString &caseId, const review::QueueFilter &filter, review::QueueSort) const override
    {
        const qint64 row = QStringView(caseId).mid(2).toLongLong();
        return row < *count(filter) ? std::optional(row) : std::nullopt;
    }

    void setTotal(qint64 total) { m_total = total; }
    void setFail(bool fail) { m_fail = fail; }

    mutable qint64 fetched = 0;
    mutable review::QueueFilter lastFilter;

private:
    qint64 m_total;
    bool m_fail = false;
};
} // namespace

class QueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // What the offscreen platform cannot do is no fault of the window.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void modelKeepsItsPromises();
    void hundredThousandCasesAreNotLoaded();
    void failureIsTold();
    void searchAndFiltersReachTheSource();
    void emptyStatesSayWhy();
    void clickAndEnterChoose();
    void neighboursFollowTheList();
    void waitingTimes_data();
    void waitingTimes();
};

void QueueTest::modelKeepsItsPromises()
{
    CountedSource source(300);
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(&source);
    QCOMPARE(model.rowCount(), 300);
    QCOMPARE(model.idAt(299), QStringLiteral("C-299"));
    source.setTotal(10);
    model.refresh();
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.rowOf(QStringLiteral("C-3")), 3);
    QCOMPARE(model.rowOf(QStringLiteral("C-10")), -1);
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    model.refresh();
    QCOMPARE(changed.size(), 1);
    model.setSource(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void QueueTest::hundredThousandCasesAreNotLoaded()
{
    CountedSource source(100'000);
    QueuePanel panel([] { return now; });
    panel.resize(260, 700);
    QElapsedTimer clock;
    clock.start();
    panel.setSource(&source);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(source.fetched < 1000, qPrintable(QString::number(source.fetched)));
    panel.setCurrentCase(QStringLiteral("C-90000"));
    QCOMPARE(panel.view()->currentIndex().row(), 90'000);
    QVERIFY2(source.fetched < 2000, qPrintable(QString::number(source.fetched)));
}

void QueueTest::failureIsTold()
{
    CountedSource source(5);
    QueuePanel panel([] { return now; });
    QSignalSpy failed(&panel, &QueuePanel::failed);
    panel.setSource(&source);
    QCOMPARE(failed.size(), 0);
    source.setFail(true);
    panel.refresh();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(panel.model()->rowCount(), 0);
}

void QueueTest::searchAndFiltersReachTheSource()
{
    CountedSource source(50);
    QueuePanel panel([] { return now; });
    panel.setSource(&source);
    QCOMPARE(source.lastFilter.states, (QList{store::CaseState::Imported, store::CaseState::Ready}));

    auto *search = panel.findChild<QLineEdit *>(QStringLiteral("queueSearch"));
    QTest::keyClicks(search, QStringLiteral("C-7"));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->idAt(0), QStringLiteral("C-7"));

    panel.findChild<QComboBox *>(QStringLiteral("queueLevelCombo"))->setCurrentIndex(2);
    panel.findChild<QComboBox *>(QStringLiteral("queueFlagsCombo"))->setCurrentIndex(1);
    panel.findChild<QComboBox *>(QStringLiteral("queueAgeCombo"))->setCurrentIndex(2);
    QCOMPARE(source.lastFilter.level, std::optional(Level::Advanced));
    QCOMPARE(source.lastFilter.flags, store::QueueFilter::Flags::Flagged);
    QCOMPARE(source.lastFilter.submittedBefore, now.addDays(-1));

    panel.clearFilters();
    QCOMPARE(source.lastFilter.search, QString());
    QCOMPARE(source.lastFilter.level, std::nullopt);
    QCOMPARE(panel.model()->rowCount(), 50);
}

void QueueTest::emptyStatesSayWhy()
{
    CountedSource source(0);
    QueuePanel panel([] { return now; });
    panel.setSource(&source);
    const auto *title = panel.findChild<QLabel *>(QStringLiteral("queueEmptyTitle"));
    QCOMPARE(title->text(), QStringLiteral("No case waits"));
    source.setTotal(3);
    panel.findChild<QLineEdit *>(QStringLiteral("queueSearch"))->setText(QStringLiteral("nobody"));
    QTRY_COMPARE(title->text(), QStringLiteral("No case fits the filter"));
}

void QueueTest::clickAndEnterChoose()
{
    CountedSource source(20);
    QueuePanel panel([] { return now; });
    panel.resize(260, 600);
    panel.setSource(&source);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy chosen(&panel, &QueuePanel::caseChosen);
    QListView *view = panel.view();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(view->model()->index(2, 0)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.takeFirst().first().toString(), QStringLiteral("C-2"));
    panel.setCurrentCase(QStringLiteral("C-2"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("C-3"));
}

void QueueTest::neighboursFollowTheList()
{
    CountedSource source(3);
    QueuePanel panel([] { return now; });
    panel.setSource(&source);
    QCOMPARE(panel.caseAfter(QStringLiteral("C-0")), QStringLiteral("C-1"));
    QCOMPARE(panel.caseAfter(QStringLiteral("C-2")), QStringLiteral("C-0"));
    QCOMPARE(panel.caseAfter(QString()), QStringLiteral("C-0"));
    QCOMPARE(panel.caseBefore(QStringLiteral("C-1")), QStringLiteral("C-0"));
    QCOMPARE(panel.caseBefore(QStringLiteral("C-0")), QString());
    source.setTotal(1);
    panel.refresh();
    QCOMPARE(panel.caseAfter(QStringLiteral("C-0")), QString());
}

void QueueTest::waitingTimes_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("brief");
    QTest::newRow("a moment") << qint64{20} << QStringLiteral("just now") << QStringLiteral("now");
    QTest::newRow("minutes") << qint64{12 * 60} << QStringLiteral("12 min") << QStringLiteral("12 min");
    QTest::newRow("hours") << qint64{3 * 3600 + 12 * 60} << QStringLiteral("3 h 12 min")
                           << QStringLiteral("3 h");
    QTest::newRow("days") << qint64{50 * 3600} << QStringLiteral("2 d 2 h") << QStringLiteral("2 d");
    QTest::newRow("long") << qint64{40 * 86400} << QStringLiteral("40 d") << QStringLiteral("40 d");
    QTest::newRow("clock runs behind") << qint64{-100} << QStringLiteral("just now") << QStringLiteral("now");
}

void QueueTest::waitingTimes()
{
    QFETCH(qint64, seconds);
    QTEST(waitingText(now.addSecs(-seconds), now), "full");
    QTEST(waitingShort(now.addSecs(-seconds), now), "brief");
}

QTEST_MAIN(QueueTest)
#include "queue_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_delegate.h"
#include "ui/compare/compare_model.h"
#include "ui/compare/compare_view.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace scrutineer;
using namespace scrutineer::ui;
using review::Cell;
using review::Field;
using review::Row;
using review::Segment;

namespace {
const Region printedAt{QStringLiteral("front.jpg"), 0, QPolygonF(QRectF(10, 20, 300, 30)),
                       QStringLiteral("ANNA")};

Cell cell(Cell::State state, const QString &text)
{
    Cell result;
    result.state = state;
    result.text = text;
    result.segments = {{Segment::Kind::Same, text}};
    return result;
}

Cell different()
{
    Cell result = cell(Cell::State::Different, QStringLiteral("ANNA ERIKSSEN"));
    result.segments = {
        {Segment::Kind::Same, QStringLiteral("ANNA ")},  {Segment::Kind::Missing, QStringLiteral("MARIA ")},
        {Segment::Kind::Same, QStringLiteral("ERIKSS")}, {Segment::Kind::Missing, QStringLiteral("O")},
        {Segment::Kind::Added, QStringLiteral("E")},     {Segment::Kind::Same, QStringLiteral("N")}};
    result.spoken.text = QStringLiteral("MARIA is missing.");
    result.region = printedAt;
    return result;
}

QList<Row> rows()
{
    Cell issued = cell(Cell::State::NotComparable, QStringLiteral("2020-01-15"));
    issued.note = Sentence{QStringLiteral("issued 1,439 days before submission; 3 months allowed"), {}};
    return {{Field::Name,
             {cell(Cell::State::Reference, QStringLiteral("Anna Maria Eriksson")),
              different(),
              cell(Cell::State::Same, QStringLiteral("ERIKSSON ANNA MARIA")),
              {}}},
            {Field::ProofIssuedOn, {{}, issued, {}, {}}}};
}
} // namespace

class TestCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modelIsConsistent()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(rows());
        model.setRows({});
        QCOMPARE(model.columnCount(), 0);
        model.setRows(rows());
        QCOMPARE(model.rowCount(), 2);
    }

    void showsTheSourcesThatSaySomething()
    {
        CompareModel model;
        model.setRows(rows());
        QString picture;
        for (int row = 0; row < model.rowCount(); ++row) {
            picture += model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
            for (int column = 0; column < model.columnCount(); ++column)
                picture += QStringLiteral(" | ") + model.index(row, column).data().toString();
            picture += QLatin1Char('\n');
        }
        const QString name = review::toLabel(Field::Name);
        const QString issued = review::toLabel(Field::ProofIssuedOn);
        QCOMPARE(picture, QStringLiteral("%1 | Anna Maria Eriksson | ANNA ERIKSSEN | ERIKSSON ANNA MARIA\n"
                                         "%2 | — | 2020-01-15 | —\n")
                              .arg(name, issued));
        QCOMPARE(model.differences(), 1);
    }

    void saysDifferencesInWords()
    {
        CompareModel model;
        model.setRows(rows());
        const QString words = model.index(0, 1).data(Qt::AccessibleTextRole).toString();
        QVERIFY(words.contains(review::toLabel(review::Source::Printed)));
        QVERIFY(words.contains(QStringLiteral("ANNA ERIKSSEN")));
        QVERIFY(words.contains(QStringLiteral("MARIA is missing")));
        const QString age = model.index(1, 1).data(Qt::AccessibleTextRole).toString();
        QVERIFY(age.contains(QStringLiteral("1,439 days")));
    }

    void emptyCellsSayWhy()
    {
        CompareModel model;
        model.setRows(rows());
        QStringList reasons;
        for (const int column : {0, 2})
            reasons.append(model.index(1, column).data(Qt::ToolTipRole).toString());
        QVERIFY(reasons[0].contains(QStringLiteral("declare")));
        QVERIFY(reasons[1].contains(QStringLiteral("machine-readable")));
    }

    void marksDifferencesWithoutColour()
    {
        QCOMPARE(CompareDelegate::shownText(different()), QStringLiteral("ANNA [MARIA ]ERIKSS[O]EN"));
        QCOMPARE(CompareDelegate::shownText({}), QStringLiteral("—"));
        // Nearly nothing in common: not taken apart.
        Cell other = cell(Cell::State::Different, QStringLiteral("LEA"));
        other.segments = {{Segment::Kind::Missing, QStringLiteral("John ")},
                          {Segment::Kind::Same, QStringLiteral("Le")},
                          {Segment::Kind::Missing, QStringLiteral("e")},
                          {Segment::Kind::Added, QStringLiteral("A")}};
        QCOMPARE(CompareDelegate::shownText(other), QStringLiteral("LEA"));
    }

    void clickAndEnterAskForTheRegion()
    {
        CompareView view;
        view.resize(700, 220);
        view.setRows(rows());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *table = view.findChild<QTableView *>();
        QSignalSpy requested(&view, &CompareView::regionRequested);
        const auto click = [table](int row, int column) {
            const QPoint at = table->visualRect(table->model()->index(row, column)).center();
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        };
        click(0, 0);
        QCOMPARE(requested.size(), 0);
        click(0, 1);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].value<Region>(), printedAt);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(requested.size(), 2);
        QTest::keyClick(table, Qt::Key_Left);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(requested.size(), 2);
    }

    void rowsGrowWithTheirText()
    {
        CompareView view;
        view.resize(900, 300);
        view.setRows(rows());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto *table = view.findChild<QTableView *>();
        QTRY_VERIFY(table->rowHeight(0) < 40);
        const int before = table->rowHeight(0);
        QVERIFY(table->rowHeight(1) > before); // the age line
        view.resize(260, 300);
        QTRY_VERIFY(table->rowHeight(0) > before);
    }

    void saysWhenThereIsNothing()
    {
        CompareView view;
        view.setRows(rows());
        QVERIFY(!view.findChild<QLabel *>(QStringLiteral("compareCountLabel"))->text().isEmpty());
        view.clear();
        QVERIFY(view.findChild<QTableView *>()->isHidden());
        QVERIFY(view.findChild<QLabel *>(QStringLiteral("compareCountLabel"))->text().isEmpty());
    }

    void paintsInLightAndDark_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }

    void paintsInLightAndDark()
    {
        QFETCH(Scheme, scheme);
        applyTheme(*qApp, scheme);
        CompareView view;
        view.resize(700, 160);
        view.setRows(rows());
        view.show();
        QTRY_VERIFY(view.findChild<QTableView *>()->rowHeight(0) < 40);
        QTRY_VERIFY(view.findChild<QTableView *>()->rowHeight(1) > 50); // the age takes two more lines
        const QImage image = view.grab().toImage();
        const QString file = qEnvironmentVariable("SCRUTINEER_SCREENSHOTS");
        if (!file.isEmpty())
            QVERIFY(image.save(QStringLiteral("%1/compare-%2.png").arg(file, toName(scheme))));
        const QColor background = image.pixelColor(image.width() - 12, image.height() - 6);
        QCOMPARE(background.lightness() < 128, scheme == Scheme::Dark);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestCompare test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_compare.moc"

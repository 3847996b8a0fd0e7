// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons/icons.h"

#include <QGuiApplication>
#include <QTest>

#include <cmath>

using namespace scrutineer;
using namespace scrutineer::ui;

namespace {
int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    return count;
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = qMax(luminance(a), luminance(b));
    const double low = qMin(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::ButtonText, Qt::white);
    return palette;
}
} // namespace

class TestIcons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyIconDraws()
    {
        QList<QImage> seen;
        for (int i = 0; i <= static_cast<int>(Icon::Close); ++i) {
            const QImage image = icon(static_cast<Icon>(i)).pixmap(QSize(24, 24), 2.0).toImage();
            QCOMPARE(image.size(), QSize(48, 48));
            QVERIFY2(inked(image) > 60, qPrintable(QString::number(i)));
            QVERIFY2(!seen.contains(image), qPrintable(QString::number(i)));
            seen.append(image);
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void followsThePalette()
    {
        const QPalette before = QGuiApplication::palette();
        const QIcon drawn = icon(Icon::Fill);
        const auto brightest = [&drawn] {
            const QImage image = drawn.pixmap(24, 24).toImage();
            int value = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor color = image.pixelColor(x, y);
                    value = color.alpha() > 200 ? qMax(value, color.lightness()) : value;
                }
            }
            return value;
        };
        QGuiApplication::setPalette(darkPalette());
        QVERIFY(brightest() > 240);
        QPalette light;
        light.setColor(QPalette::ButtonText, Qt::black);
        QGuiApplication::setPalette(light);
        QVERIFY(brightest() < 20);
        QGuiApplication::setPalette(before);
    }

    void outcomesAreToldApart_data()
    {
        QTest::addColumn<QPalette>("palette");
        QPalette light;
        light.setColor(QPalette::Base, Qt::white);
        light.setColor(QPalette::Text, Qt::black);
        QTest::newRow("light") << light;
        QTest::newRow("dark") << darkPalette();
    }

    void outcomesAreToldApart()
    {
        QFETCH(QPalette, palette);
        QList<Icon> shapes;
        for (const Outcome outcome : {Outcome::NotApplicable, Outcome::Clear, Outcome::NotAssessed,
                                      Outcome::Review, Outcome::Flagged}) {
            QVERIFY(!shapes.contains(outcomeIcon(outcome)));
            shapes.append(outcomeIcon(outcome));
            QVERIFY2(contrast(outcomeColor(outcome, palette), palette.color(QPalette::Base)) >= 4.5,
                     qPrintable(toName(outcome)));
        }
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"

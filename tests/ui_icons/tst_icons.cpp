// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons/icons.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPalette>
#include <QTest>

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

    void outcomesAreToldApart()
    {
        QList<Icon> shapes;
        for (const Outcome outcome : {Outcome::NotApplicable, Outcome::Clear, Outcome::NotAssessed,
                                      Outcome::Review, Outcome::Flagged}) {
            QVERIFY(!shapes.contains(outcomeIcon(outcome)));
            shapes.append(outcomeIcon(outcome));
        }
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"

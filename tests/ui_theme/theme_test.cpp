// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

using namespace scrutineer;
using namespace scrutineer::ui;

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsMeasuredAsWcagSays();
    void textCanBeRead_data();
    void textCanBeRead();
    void paletteTellsItsScheme();
    void styleSheetHasNoUnknownToken();
};

void ThemeTest::contrastIsMeasuredAsWcagSays()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void ThemeTest::textCanBeRead_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("surface");
    for (const Tokens *t : {&lightTokens(), &darkTokens()}) {
        const auto row = [t](const char *what, const QColor &text, const QColor &surface) {
            QTest::addRow("%s %s", t->dark ? "dark" : "light", what) << text << surface;
        };
        row("text on window", t->text, t->window);
        row("text on selected", t->text, t->selected);
        row("dim on window", t->dim, t->window);
        row("dim on panel", t->dim, t->panel);
        row("dim on raised", t->dim, t->raised);
        row("dim on selected", t->dim, t->selected);
        row("accent on window", t->accent, t->window);
        row("on accent", t->onAccent, t->accent);
        for (const Outcome outcome :
             {Outcome::Flagged, Outcome::Review, Outcome::Clear, Outcome::NotAssessed}) {
            const QByteArray name = toName(outcome).toUtf8();
            row((name + " on panel").constData(), t->of(outcome), t->panel);
            row((name + " on raised").constData(), t->of(outcome), t->raised);
            row((name + " on selected").constData(), t->of(outcome), t->selected);
            row(("panel on " + name).constData(), t->panel, t->of(outcome));
            row((name + " on tint").constData(), t->of(outcome), t->tintOf(outcome));
            row(("text on tint of " + name).constData(), t->text, t->tintOf(outcome));
        }
    }
}

void ThemeTest::textCanBeRead()
{
    QFETCH(QColor, text);
    QFETCH(QColor, surface);
    const double ratio = contrastRatio(text, surface);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void ThemeTest::paletteTellsItsScheme()
{
    QVERIFY(!tokensFor(paletteOf(lightTokens())).dark);
    QVERIFY(tokensFor(paletteOf(darkTokens())).dark);
    applyTheme(*qApp, Scheme::Dark);
    QVERIFY(tokensFor(QApplication::palette()).dark);
    applyTheme(*qApp, Scheme::Light);
    QVERIFY(!tokensFor(QApplication::palette()).dark);
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark})
        QCOMPARE(schemeFromName(toName(scheme)), scheme);
}

void ThemeTest::styleSheetHasNoUnknownToken()
{
    QVERIFY(!styleSheetOf(lightTokens()).contains(u'@'));
    QVERIFY(styleSheetOf(darkTokens()).contains(darkTokens().flaggedTint.name()));
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"

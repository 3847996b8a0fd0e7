// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

namespace scrutineer::ui {

namespace {
bool desktopIsDark()
{
    // The palette before the first change of ours is the desktop's.
    static const bool dark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    return dark;
}

constexpr auto sheet = R"(
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QFrame[kind="panel"] { background: @panel; border: 1px solid @line; border-radius: 4px; }
QFrame[kind="bar"] { background: @raised; border: 1px solid @line; border-radius: 4px; }
QFrame[kind="header"] { background: @raised; border: none; border-bottom: 1px solid @line; }
QFrame[kind="card"] { background: @panel; border: none; border-radius: 4px; }
QFrame[kind="card"][current="true"] { background: @selected; }
QFrame[kind="note"] { background: @notAssessedTint; border: 1px solid @line; border-radius: 4px; }
QFrame[kind="warning"] { background: @reviewTint; border: 1px solid @review; border-radius: 4px; }
QFrame[kind="error"] { background: @flaggedTint; border: 1px solid @flagged; border-radius: 4px; }
QFrame[kind="done"] { background: @clearTint; border: 1px solid @clear; border-radius: 4px; }
QLabel[kind="dim"] { color: @dim; }
QLabel[kind="flagged"] { color: @flagged; font-weight: 600; }
QLabel[kind="review"] { color: @review; font-weight: 600; }
QLabel[kind="clear"] { color: @clear; font-weight: 600; }
QLabel[kind="title"] { font-weight: 600; }
QLabel[kind="heading"] { font-size: 20px; font-weight: 600; }
QLabel[kind="group"] { color: @dim; font-weight: 600; padding-top: 6px; }
QLabel[kind="key"] { background: @raised; border: 1px solid @line; border-radius: 3px; padding: 1px 6px; font-weight: 600; }
QPushButton[kind] { padding: 5px 14px; border: 1px solid @line; border-radius: 4px; background: @panel; color: @text; }
QPushButton[kind]:hover { background: @selected; }
QPushButton[kind]:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton[kind]:disabled { color: @disabled; background: @raised; }
QPushButton[kind="approve"] { color: @clear; border-color: @clear; font-weight: 600; }
QPushButton[kind="ask"] { color: @review; border-color: @review; font-weight: 600; }
QPushButton[kind="reject"] { color: @flagged; border-color: @flagged; font-weight: 600; }
QPushButton[kind="approve"]:checked { color: @panel; background: @clear; }
QPushButton[kind="ask"]:checked { color: @panel; background: @review; }
QPushButton[kind="reject"]:checked { color: @panel; background: @flagged; }
QPushButton[kind="approve"]:disabled, QPushButton[kind="ask"]:disabled, QPushButton[kind="reject"]:disabled {
  color: @disabled; border-color: @line; background: @raised; }
QPushButton[kind="primary"] { color: @onAccent; background: @accent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 4px 13px; }
QPushButton[kind="primary"]:disabled { color: @disabled; background: @raised; border-color: @line; }
QPushButton[kind="chip"] { padding: 2px 8px; border-radius: 10px; background: @notAssessedTint; }
QPushButton[kind="chip"]:hover { background: @selected; }
QPushButton[kind="chip"]:focus { border: 2px solid @accent; padding: 1px 7px; }
QToolButton[kind="verdict"] { border: 1px solid @line; border-radius: 4px; padding: 2px; background: @panel; color: @text; }
QToolButton[kind="verdict"]:hover { background: @selected; }
QToolButton[kind="verdict"]:focus { border: 2px solid @accent; padding: 1px; }
QToolButton[kind="verdict"]:checked { background: @accent; color: @onAccent; border-color: @accent; }
QToolButton[kind="quiet"] { border: 1px solid transparent; border-radius: 4px; padding: 2px; background: transparent; }
QToolButton[kind="quiet"]:checked { background: @notAssessedTint; }
QToolButton[kind="quiet"]:hover { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="fold"] { border: 1px solid transparent; border-radius: 4px; color: @dim; padding: 3px 4px; text-align: left; }
QToolButton[kind="fold"]:hover, QToolButton[kind="fold"]:focus { border: 1px solid @accent; }
)";
} // namespace

QString toName(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return QStringLiteral("light");
    case Scheme::Dark:
        return QStringLiteral("dark");
    case Scheme::System:
        break;
    }
    return QStringLiteral("system");
}

Scheme schemeFromName(QStringView name)
{
    if (name == QLatin1StringView("light"))
        return Scheme::Light;
    return name == QLatin1StringView("dark") ? Scheme::Dark : Scheme::System;
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, tokens.window);
    set(QPalette::WindowText, tokens.text);
    set(QPalette::Base, tokens.panel);
    set(QPalette::AlternateBase, tokens.raised);
    set(QPalette::Text, tokens.text);
    set(QPalette::Button, tokens.raised);
    set(QPalette::ButtonText, tokens.text);
    set(QPalette::BrightText, tokens.flagged);
    set(QPalette::ToolTipBase, tokens.panel);
    set(QPalette::ToolTipText, tokens.text);
    set(QPalette::PlaceholderText, tokens.dim);
    set(QPalette::Highlight, tokens.accent);
    set(QPalette::HighlightedText, tokens.onAccent);
    set(QPalette::Link, tokens.accent);
    set(QPalette::LinkVisited, tokens.accent);
    set(QPalette::Light, tokens.raised.lighter(tokens.dark ? 130 : 104));
    set(QPalette::Midlight, tokens.raised);
    set(QPalette::Mid, tokens.line);
    set(QPalette::Dark, tokens.line.darker(130));
    set(QPalette::Shadow, tokens.dark ? QColor(Qt::black) : tokens.line.darker(160));
    QColor faded = tokens.dim;
    faded.setAlphaF(0.75F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tokens.text);
    return palette;
}

QString styleSheetOf(const Tokens &tokens)
{
    QString out = QString::fromLatin1(sheet);
    const QColor disabled = tokens.dark ? tokens.dim.darker(140) : tokens.dim.lighter(150);
    // Longer names first: "@flaggedTint" must not be taken for "@flagged".
    const std::array<std::pair<const char *, QColor>, 18> values{{
        {"@flaggedTint", tokens.flaggedTint},
        {"@reviewTint", tokens.reviewTint},
        {"@clearTint", tokens.clearTint},
        {"@notAssessedTint", tokens.notAssessedTint},
        {"@disabled", disabled},
        {"@selected", tokens.selected},
        {"@onAccent", tokens.onAccent},
        {"@flagged", tokens.flagged},
        {"@review", tokens.review},
        {"@raised", tokens.raised},
        {"@window", tokens.window},
        {"@accent", tokens.accent},
        {"@panel", tokens.panel},
        {"@clear", tokens.clear},
        {"@text", tokens.text},
        {"@line", tokens.line},
        {"@dim", tokens.dim},
        {"@canvas", tokens.canvas},
    }};
    for (const auto &[name, colour] : values)
        out.replace(QLatin1StringView(name), colour.name());
    return out;
}

void setKind(QWidget *widget, QLatin1StringView kind)
{
    if (widget->property("kind").toString() == kind)
        return;
    widget->setProperty("kind", QString(kind));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void applyTheme(QApplication &application, Scheme scheme)
{
    const bool dark = scheme == Scheme::Dark || (scheme == Scheme::System && desktopIsDark());
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    if (application.styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(tokens));
    application.setStyleSheet(styleSheetOf(tokens));
}

} // namespace scrutineer::ui

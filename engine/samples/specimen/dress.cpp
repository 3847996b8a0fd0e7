// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/names/transliteration.h"
#include "engine/samples/specimen/design.h"
#include "engine/samples/specimen/labels.h"

#include <cmath>
#include <numbers>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
Print heading(const Design &design, double capHeight, double maxWidth, Qt::Alignment align = Qt::AlignLeft)
{
    Print print;
    print.capHeight = capHeight;
    print.bold = true;
    print.family = design.family == Family::Serif ? Family::Serif : Family::Sans;
    print.colour = design.accent;
    print.maxWidth = maxWidth;
    print.align = align;
    return print;
}

QString countryName(const Country &country)
{
    return capitals(country.name.native, country.language);
}

QString bothNames(const Country &country)
{
    return isLatin(country.language) ? countryName(country)
                                     : countryName(country) + u" / "_s + country.name.latin.toUpper();
}

QString titleIn(const Design &design, Language language)
{
    return labelOf(QString::fromLatin1(design.title), language);
}

void arms(QPainter &painter, const QPointF &centre, double radius, const QColor &colour)
{
    QColor faint = colour;
    faint.setAlpha(58);
    printRosette(painter, centre, radius, 9, faint);
    printRosette(painter, centre, radius * 0.72, 16, faint);
    painter.setPen(QPen(faint, 0.3));
    painter.drawEllipse(centre, radius * 0.34, radius * 0.34);
}

void dressPassport(Page &page, const Design &design, const DocumentSpec &spec)
{
    const Country &country = countryOf(spec.issuer);
    const QString own = titleIn(design, spec.issuer);
    const QString other =
        titleIn(design, spec.issuer == Language::English ? Language::French : Language::English);
    const QString name = QString::fromLatin1(design.name);
    if (name == "passport_modern"_L1) {
        arms(page.painter(), {108, 36}, 15, design.accent);
        page.text({7, 5.6}, bothNames(country), heading(design, 2.2, 92));
        page.text({7, 10.6}, own, heading(design, 2.3, 33));
        page.text({7, 14.8}, other, heading(design, 2.3, 33));
        page.text({118, 62.5}, country.code.left(2), heading(design, 5, 16, Qt::AlignRight));
    } else if (name == "passport_serif"_L1) {
        arms(page.painter(), {88, 34}, 19, design.accent);
        page.text({62.5, 7.4}, bothNames(country), heading(design, 2.7, 112, Qt::AlignHCenter));
        page.text({5, 12.6}, own == other ? own : own + u" / "_s + other, heading(design, 1.9, 40));
    } else {
        arms(page.painter(), {72, 38}, 17, design.accent);
        page.text({6, 7.4}, own, heading(design, 2.5, 34));
        page.text({6, 11.6}, other, heading(design, 1.9, 34));
        page.text({43, 6.4}, bothNames(country), heading(design, 2.5, 77));
    }
    printMicrotext(page, {4, 64.2}, 117, countryName(country) + u' ' + own, design.accent);
}

void dressCard(Page &page, const Design &design, const DocumentSpec &spec, int side)
{
    const Country &country = countryOf(spec.issuer);
    const double width = design.size.width();
    const bool wide = design.size == td2Size;
    arms(page.painter(), {width * 0.62, design.size.height() * (side == 0 ? 0.42 : 0.24)}, wide ? 14 : 11,
         design.accent);
    if (side == 1 && !wide) {
        printMicrotext(page, {4, 29.6}, width - 8, countryName(country), design.accent);
        return;
    }
    const QString own = titleIn(design, spec.issuer);
    const QString other =
        titleIn(design, spec.issuer == Language::English ? Language::French : Language::English);
    page.text({4, wide ? 5.6 : 5}, bothNames(country), heading(design, wide ? 2.3 : 1.9, width * 0.52 - 4));
    page.text({width - 4, wide ? 5.6 : 5}, own,
              heading(design, wide ? 2.1 : 1.8, width * 0.4, Qt::AlignRight));
    Print small = heading(design, 1.15, width * 0.4, Qt::AlignRight);
    small.bold = false;
    page.text({width - 4, wide ? 8 : 7.4}, other, small);
    page.painter().setPen(QPen(design.accent, 0.2));
    if (!wide)
        page.painter().drawLine(QLineF(4, 8.6, width - 4, 8.6));
    if (side == 0)
        printMicrotext(page, {4, wide ? 50.4 : 52.6}, width - 8, countryName(country), design.accent);
}

void ringOfStars(Page &page, const QRectF &flag, const QString &letters)
{
    QPainter &painter = page.painter();
    painter.fillRect(flag, QColor(28, 60, 150));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(250, 215, 60));
    for (int i = 0; i < 12; ++i) {
        const double angle = i * std::numbers::pi / 6;
        const QPointF centre =
            flag.center() + QPointF(std::cos(angle), std::sin(angle)) * flag.height() * 0.38;
        QPolygonF star;
        for (int k = 0; k < 10; ++k) {
            const double turn = k * std::numbers::pi / 5 - std::numbers::pi / 2;
            star << centre + QPointF(std::cos(turn), std::sin(turn)) * (k % 2 == 0 ? 0.55 : 0.22);
        }
        painter.drawPolygon(star);
    }
    painter.setBrush(Qt::NoBrush);
    Print print;
    print.capHeight = flag.height() * 0.26;
    print.bold = true;
    print.colour = Qt::white;
    print.align = Qt::AlignHCenter;
    page.text(flag.center() + QPointF(0, print.capHeight / 2), letters, print);
}

void licenceTable(Page &page, const Design &design, const DocumentSpec &spec)
{
    const QString from = spec.issuedOn.addYears(-3).toString(u"dd.MM.yy"_s);
    const QString until = spec.expiresOn.toString(u"dd.MM.yy"_s);
    const QStringList categories = u"AM A1 A2 A B1 B C1 C D1 D BE T"_s.split(u' ');
    Print small;
    small.capHeight = 1.15;
    small.colour = {60, 60, 75};
    QPainter &painter = page.painter();
    painter.setPen(QPen(QColor(120, 120, 140), 0.15));
    const double left = 36;
    for (qsizetype row = 0; row <= categories.size(); ++row) {
        const double y = 6.2 + 3.1 * static_cast<double>(row);
        painter.setPen(QPen(QColor(120, 120, 140), 0.15));
        painter.drawLine(QLineF(left, y, 82, y));
        if (row == categories.size())
            break;
        const bool held = categories[row] == "AM"_L1 || categories[row] == "B"_L1;
        page.text({left + 1, y + 2.2}, categories[row], small);
        page.text({left + 12, y + 2.2}, held ? from : u"—"_s, small);
        page.text({left + 27, y + 2.2}, held ? until : u"—"_s, small);
    }
    for (const double x : {left, left + 10, left + 25, left + 40, 82.0}) {
        painter.setPen(QPen(QColor(120, 120, 140), 0.15));
        painter.drawLine(QLineF(x, 3.2, x, 6.2 + 3.1 * static_cast<double>(categories.size())));
    }
    const std::array<std::pair<double, const char16_t *>, 4> heads{
        {{left + 1, u"9."}, {left + 12, u"10."}, {left + 27, u"11."}, {left + 41, u"12."}}};
    for (const auto &[x, text] : heads)
        page.text({x, 5.3}, QString::fromUtf16(text), small);
    const std::array fields{"surname",    "given_names", "date_of_birth", "issued_on",
                            "expires_on", "issuer",      "number",        "address"};
    const std::array marks{"1.", "2.", "3.", "4a.", "4b.", "4c.", "5.", "8."};
    small.maxWidth = 29;
    for (size_t i = 0; i < fields.size(); ++i)
        page.text({5, 8 + 3.4 * static_cast<double>(i)},
                  QString::fromLatin1(marks[i]) + u' ' +
                      bilingualLabel(QString::fromLatin1(fields[i]), spec.issuer),
                  small);
    arms(painter, {20, 40}, 8, design.accent);
}

void dressLicence(Page &page, const Design &design, const DocumentSpec &spec, int side)
{
    if (side == 1)
        return licenceTable(page, design, spec);
    const Country &country = countryOf(spec.issuer);
    arms(page.painter(), {62, 28}, 15, design.accent);
    ringOfStars(page, {5, 4, 12.5, 8.6}, country.code.left(2));
    page.text({20, 6.6}, titleIn(design, spec.issuer), heading(design, 2.1, 34));
    page.text({82, 6.6}, countryName(country), heading(design, 1.6, 26, Qt::AlignRight));
    Print small = heading(design, 1.1, 62);
    small.bold = false;
    QStringList others;
    for (const Language each : {Language::English, Language::French, Language::German, Language::Spanish}) {
        if (each != spec.issuer)
            others << titleIn(design, each);
    }
    page.text({20, 9.4}, others.join(u"  "_s), small);
    printMicrotext(page, {5, 52.8}, 76, countryName(country), design.accent);
}

void dressDriver(Page &page, const Design &design, int side)
{
    const QString name = QString::fromLatin1(design.name);
    QPainter &painter = page.painter();
    if (side == 1) {
        Print small;
        small.capHeight = 1.0;
        small.colour = {50, 50, 60};
        small.maxWidth = 74;
        page.text(
            {6, 27},
            u"Class C: any single vehicle under 26,001 lb. Report a change of address within 30 days."_s,
            small);
        page.text(
            {6, 29.4},
            u"Property of the Department of Motor Vehicles. Not valid: specimen of an invented state."_s,
            small);
        if (name == "driver_coast"_L1)
            painter.fillRect(QRectF(0, 44.5, design.size.width(), 8), QColor(35, 32, 34));
        else
            arms(painter, {66, 46}, 6, design.accent);
        return;
    }
    if (name == "driver_mountain"_L1) {
        page.text({3, 8.6}, u"NEW ARCADIA"_s, heading(design, 4.6, 60));
        Print title = heading(design, 2.0, 40);
        title.colour = {30, 30, 40};
        page.text({44, 11.6}, u"DRIVER LICENSE"_s, title);
        painter.setPen(QPen(QColor(60, 60, 60), 0.3));
        painter.drawRect(QRectF(70, 3.2, 10, 5.4));
        title.align = Qt::AlignHCenter;
        page.text({75, 6.9}, u"DL"_s, title);
    } else if (name == "driver_coast"_L1) {
        page.text({3, 8}, u"Pacifica"_s, heading(design, 4.4, 40));
        page.text({82, 8}, u"DRIVER LICENSE"_s, heading(design, 2.2, 40, Qt::AlignRight));
        painter.setPen(QPen(design.accent, 0.5));
        painter.drawLine(QLineF(3, 10, 82, 10));
    } else {
        page.text({4, 6.6}, u"LAURENTIA"_s, heading(design, 3.2, 40));
        page.text({82, 5.2}, u"DRIVER'S LICENCE"_s, heading(design, 1.7, 36, Qt::AlignRight));
        page.text({82, 8.4}, u"PERMIS DE CONDUIRE"_s, heading(design, 1.7, 36, Qt::AlignRight));
    }
}

void dressStudent(Page &page, const Design &design, const DocumentSpec &spec, int side)
{
    const Country &country = countryOf(spec.issuer);
    QPainter &painter = page.painter();
    const double width = design.size.width();
    Print white = heading(design, 2.6, 50);
    white.colour = Qt::white;
    if (side == 1) {
        painter.fillRect(QRectF(0, 5, width, 10), QColor(35, 32, 34));
        Print small;
        small.capHeight = 1.1;
        small.maxWidth = width - 12;
        page.text({6, 46},
                  u"This card belongs to the university. If found, please return it to any campus desk."_s,
                  small);
        return;
    }
    painter.fillRect(QRectF(0, 0, width, 11.5), design.accent);
    painter.setBrush(QColor(255, 255, 255, 225));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(8.5, 5.7), 3.8, 3.8);
    painter.setBrush(Qt::NoBrush);
    arms(painter, {8.5, 5.7}, 3.4, design.accent);
    page.text({15, 5.6}, u"UNIVERSITY OF "_s + country.cities.first().latin.toUpper(), white);
    white.capHeight = 1.6;
    white.bold = false;
    const QString own = bilingualLabel(QString::fromLatin1(design.title), spec.issuer);
    page.text({15, 9.4}, own, white);
}
} // namespace

void dressPage(Page &page, const Design &design, const DocumentSpec &spec, int side)
{
    switch (design.dress) {
    case Dress::Passport:
        return dressPassport(page, design, spec);
    case Dress::Card:
    case Dress::Permit:
        return dressCard(page, design, spec, side);
    case Dress::EuLicence:
        return dressLicence(page, design, spec, side);
    case Dress::Driver:
        return dressDriver(page, design, side);
    case Dress::Student:
        return dressStudent(page, design, spec, side);
    }
}

} // namespace scrutineer::samples

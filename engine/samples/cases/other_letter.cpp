// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cases/other_letter.h"

#include "engine/samples/proof/sheet.h"

#include <QBuffer>
#include <QHashSeed>
#include <QLocale>
#include <QPdfWriter>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
struct Letter
{
    const char *sender;
    const char *title;
    std::array<const char *, 4> lines;
};

constexpr std::array letters{
    Letter{"Trattoria Anemolia",
           "Your reservation",
           {"Table for four, window side", "Menu of the season, 4 x 38.00", "Two bottles of house wine",
            "We look forward to your visit."}},
    Letter{"Amaurot Fitness Club",
           "Welcome to the club",
           {"Membership: Gold, twelve months", "Your locker has the number 217",
            "Classes start every day at seven", "Bring a towel and indoor shoes."}},
    Letter{"Utopia Railways",
           "Ticket and seat",
           {"Amaurot Central 08:14 to Nephelo 11:32", "Coach 7, seat 43, second class",
            "Valid on this train only", "Have a pleasant journey."}},
    Letter{"Harbour Homes Letting Agency",
           "An offer for you",
           {"Three rooms with a balcony, 74 square metres", "From 1,150.00 a month without heating",
            "Viewings on Saturday between ten and twelve", "Call us for an appointment."}}};

void write(Sheet &sheet, const Letter &letter, const QStringList &to, const QDate &date)
{
    LetterPrint head;
    head.size = 6;
    head.bold = true;
    sheet.line({20, 24}, QString::fromLatin1(letter.sender), head);
    double y = 52;
    for (const QString &line : to) {
        sheet.line({20, y}, line);
        y += 5.4;
    }
    sheet.line({150, 52}, QLocale(QLocale::English).toString(date, u"d MMMM yyyy"_s));
    head.size = 4.6;
    sheet.line({20, 100}, QString::fromLatin1(letter.title), head);
    sheet.rule(105);
    y = 116;
    for (const char *line : letter.lines) {
        sheet.line({20, y}, QString::fromLatin1(line));
        y += 8;
    }
    LetterPrint small;
    small.size = 2.8;
    sheet.line({20, 284}, u"SPECIMEN, an invented letter"_s, small);
}
} // namespace

QByteArray otherLetter(int kind, const QStringList &to, const QDate &date)
{
    QHashSeed::setDeterministicGlobalSeed(); // fonts are written in the order of a hash table
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setResolution(300);
        QPainter painter(&writer);
        painter.scale(300 / 25.4, 300 / 25.4);
        Sheet sheet(painter);
        write(sheet, letters[static_cast<size_t>(kind) % letters.size()], to, date);
    }
    QHashSeed::resetRandomGlobalSeed();
    const QByteArray mark = "/CreationDate (D:";
    if (const qsizetype at = bytes.indexOf(mark); at >= 0) { // the clock would make two files differ
        const QByteArray stamp = date.toString(u"yyyyMMdd"_s).toLatin1() + "060000";
        bytes.replace(at + mark.size(), stamp.size(), stamp);
    }
    return bytes;
}

} // namespace scrutineer::samples

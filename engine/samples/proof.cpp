// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof.h"

#include <QBuffer>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
/// Writes lines of text in millimetres.
class Sheet
{
public:
    explicit Sheet(QPdfWriter &writer) : m_painter(&writer)
    {
        m_painter.scale(writer.resolution() / 25.4, writer.resolution() / 25.4);
    }

    void line(double x, double y, const QString &text, double sizeMm = 3.4, bool bold = false)
    {
        QFont font(u"Noto Sans"_s);
        font.setBold(bold);
        font.setPixelSize(100);
        m_painter.save();
        m_painter.translate(x, y);
        m_painter.scale(sizeMm / 100, sizeMm / 100);
        m_painter.setFont(font);
        m_painter.drawText(QPointF(0, 0), text);
        m_painter.restore();
    }

    void rule(double y)
    {
        m_painter.setPen(QPen(QColor(120, 130, 140), 0.25));
        m_painter.drawLine(QLineF(20, y, 190, y));
        m_painter.setPen(Qt::black);
    }

    QPainter &painter() { return m_painter; }

private:
    QPainter m_painter;
};

void letterhead(Sheet &sheet)
{
    sheet.painter().fillRect(QRectF(20, 14, 9, 9), QColor(16, 118, 110));
    sheet.line(32, 21, u"Utopia Power"_s, 6.5, true);
    sheet.line(140, 18, u"Customer service 0800 555 010"_s, 3);
    sheet.line(140, 22.5, u"SPECIMEN, not a real bill"_s, 3);
}
} // namespace

QByteArray drawBill(const Bill &bill)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setResolution(300);
    writer.setTitle(u"Electricity bill"_s);
    writer.setCreator(u"Utopia Power billing"_s);
    const auto day = [](const QDate &date) {
        return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, u"d MMMM yyyy"_s);
    };

    Sheet sheet(writer);
    letterhead(sheet);
    sheet.line(120, 52, bill.customer, 4);
    for (qsizetype i = 0; i < bill.address.size(); ++i)
        sheet.line(120, 58 + 6.0 * static_cast<double>(i), bill.address[i], 4);
    sheet.line(20, 52, u"Account number: "_s + bill.account);
    sheet.line(20, 58, u"Invoice date: "_s + day(bill.issuedOn));
    sheet.line(20, 100, u"Your electricity bill"_s, 5.5, true);
    sheet.rule(104);
    sheet.line(20, 112,
               u"Supply period: "_s + day(bill.issuedOn.addMonths(-1)) + u" to "_s +
                   day(bill.issuedOn.addDays(-1)));
    sheet.line(20, 122, u"Energy used, 214 kWh at 0.21"_s);
    sheet.line(165, 122, u"44.94"_s);
    sheet.line(20, 129, u"Standing charge"_s);
    sheet.line(165, 129, u"11.30"_s);
    sheet.rule(133);
    sheet.line(20, 140, u"Total to pay"_s, 3.8, true);
    sheet.line(165, 140, u"56.24"_s, 3.8, true);
    sheet.line(20, 150, u"Please pay by "_s + day(bill.issuedOn.addDays(21)) + u"."_s);
    sheet.painter().end();
    buffer.close();
    return bytes;
}

} // namespace scrutineer::samples

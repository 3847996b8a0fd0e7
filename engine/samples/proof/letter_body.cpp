// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/letter.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

void Letter::item(double y, const QString &what, int cents, bool bold)
{
    m_sheet.line({20, y}, what, {3.5, bold});
    m_sheet.line({190, y}, money(cents, m_spec.language), {3.5, bold, QColor(25, 25, 30), Qt::AlignRight});
}

void Letter::period(double y)
{
    const QDate end = periodEnd();
    const QString words = say(Word::Period) + u": "_s;
    const QRectF box = m_sheet.line({20, y}, words, {3.5});
    otherDate({box.right() + 1.5, y}, shortDay(end.addMonths(-1).addDays(1)) + u" – "_s + shortDay(end));
}

void Letter::dueDate(double y, int daysAfter)
{
    const QRectF box = m_sheet.line({20, y}, say(Word::DueDate) + u": "_s, {3.5, true});
    otherDate({box.right() + 1.5, y}, day(m_spec.issuedOn.addDays(daysAfter)), {3.5, true});
}

void Letter::usage()
{
    period(119);
    const int used = m_random.integer(2800, 9900);
    const int standing = m_random.integer(600, 1900);
    const int tax = (used + standing) / 5;
    item(130, say(Word::Usage), used);
    item(137, say(Word::StandingCharge), standing);
    item(144, say(Word::Vat), tax);
    m_sheet.rule(147);
    item(153.5, say(Word::Total), used + standing + tax, true);
    dueDate(165, 21);
    const QRectF box = m_sheet.line({20, 172}, say(Word::NextBill) + u": "_s, {3.5});
    otherDate({box.right() + 1.5, 172}, day(m_spec.issuedOn.addMonths(1)));
    const bool slip = m_random.chance(0.5);
    if (slip)
        paymentSlip(used + standing + tax);
    else
        bars();
    m_sheet.line({20, slip ? 184.0 : 246.0}, say(Word::Courtesy), {3.1});
}

void Letter::paymentSlip(int cents)
{
    QPainter &painter = m_sheet.painter();
    painter.setPen(QPen(QColor(120, 120, 130), 0.25, Qt::DashLine));
    painter.drawLine(QLineF(0, 208, Sheet::width, 208));
    painter.setPen(QPen(m_theme.accent, 0.3));
    painter.drawRect(QRectF(20, 214, 170, 44));
    painter.setPen(Qt::black);
    m_sheet.line({24, 222}, sender(), {3.6, true});
    m_sheet.line({24, 228}, senderAddress(), {3});
    m_sheet.line({24, 240}, say(Word::Total), {3.1});
    m_sheet.line({24, 246}, money(cents, m_spec.language), {4.2, true});
    m_sheet.line({100, 240}, say(Word::DueDate), {3.1});
    otherDate({100, 246}, shortDay(m_spec.issuedOn.addDays(21)), {3.8});
    painter.setPen(QPen(QColor(120, 120, 130), 0.2));
    for (int i = 0; i < 27; ++i)
        painter.drawRect(QRectF(24 + i * 5.5, 250, 5.5, 5));
}

void Letter::bars()
{
    QPainter &painter = m_sheet.painter();
    for (int i = 0; i < 12; ++i) {
        const double tall = m_random.between(8, 32);
        painter.fillRect(QRectF(24 + i * 13.5, 230 - tall, 8, tall),
                         m_theme.accent.lighter(i == 11 ? 100 : 165));
    }
    m_sheet.rule(230, 20, 190, m_theme.accent);
}

void Letter::transactions()
{
    period(119);
    const LetterPrint head{3.1, true};
    m_sheet.line({20, 128}, say(Word::DayColumn), head);
    m_sheet.line({50, 128}, say(Word::Description), head);
    m_sheet.line({190, 128}, say(Word::Amount), {3.1, true, QColor(25, 25, 30), Qt::AlignRight});
    m_sheet.rule(130);
    int balance = m_random.integer(40000, 400000);
    item(136, say(Word::OpeningBalance), balance, true);
    double y = 143;
    for (int i = 0; i < 11; ++i) {
        const QDate on = periodEnd().addDays(-29 + i * 29 / 11);
        const bool salary = i == 2;
        const int amount =
            salary ? m_random.integer(150000, 420000) : -m_random.integer(450, 12000) * (i == 4 ? 8 : 1);
        otherDate({20, y}, shortDay(on), {3.2});
        m_sheet.line({50, y}, say(salary ? Word::Salary : i == 4 ? Word::Rent : Word::CardPayment), {3.2});
        m_sheet.line({190, y}, money(amount, m_spec.language),
                     {3.2, false, QColor(25, 25, 30), Qt::AlignRight});
        balance += amount;
        y += 7;
    }
    m_sheet.rule(y - 3);
    item(y + 3, say(Word::ClosingBalance), balance, true);
}

void Letter::notice()
{
    const QString sentence = say(Word::TaxSentence);
    const bool chinese = m_spec.language == Language::Chinese;
    const qsizetype stop = chinese ? sentence.indexOf(u'，') + 1 : sentence.indexOf(u". "_s) + 1;
    m_sheet.line({20, 121}, sentence.left(stop).trimmed(), {3.7});
    m_sheet.line({20, 127}, sentence.mid(stop).trimmed(), {3.7});
    period(138);
    const int tax = m_random.integer(18000, 160000);
    item(150, title(), tax);
    m_sheet.rule(153);
    item(159.5, say(Word::Total), tax, true);
    dueDate(171, 45);
    QPainter &painter = m_sheet.painter();
    painter.setPen(QPen(m_theme.accent, 0.5));
    painter.drawEllipse(QPointF(158, 205), 14, 14);
    painter.drawEllipse(QPointF(158, 205), 11.5, 11.5);
    m_sheet.line({158, 206.5}, m_country.code, {5, true, m_theme.accent, Qt::AlignHCenter});
}

} // namespace scrutineer::samples

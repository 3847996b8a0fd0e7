// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/sheet.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr int drawnSize = 1000; ///< pixels: the grid of the fonts, so that outlines are not rounded

QFont letterFont(bool bold)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"WenQuanYi Micro Hei"_s});
    font.setPixelSize(drawnSize);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing,
                          0.5); // no ligatures, which text layers of bills seldom have
    return font;
}

struct Theme
{
    QColor accent;
    int layout = 0; ///< 0 band across the top, 1 logo left, 2 logo right
};

/// One letter while it is written.
class Letter
{
public:
    Letter(Sheet &sheet, const ProofSpec &spec)
        : m_sheet(sheet), m_spec(spec), m_random(spec.seed), m_country(countryOf(spec.language))
    {
        const QList<QColor> colours{
            {16, 118, 110}, {30, 80, 160}, {170, 60, 30}, {95, 55, 130}, {40, 110, 50}};
        m_theme = {m_random.pick(colours), m_random.integer(0, 2)};
        m_longDates = m_random.chance(0.5);
        m_truth.kind = nameOf(spec.kind);
        m_truth.page = QPolygonF(QRectF(0, 0, Sheet::width, Sheet::height));
        m_truth.page.removeLast();
    }

    ProofTruth write()
    {
        watermark();
        letterhead();
        addressee();
        references();
        m_sheet.line({20, 108}, title(), {5.4, true, m_theme.accent});
        m_sheet.rule(111.5);
        if (m_spec.kind == ProofKind::BankStatement)
            transactions();
        else if (m_spec.kind == ProofKind::TaxLetter)
            notice();
        else
            usage();
        footer();
        return m_truth;
    }

private:
    [[nodiscard]] QString say(Word which) const { return word(which, m_spec.language); }
    [[nodiscard]] QString day(const QDate &date) const
    {
        return letterDate(date, m_spec.language, m_longDates);
    }
    [[nodiscard]] QString shortDay(const QDate &date) const
    {
        return letterDate(date, m_spec.language, false);
    }
    [[nodiscard]] QString title() const { return say(static_cast<Word>(static_cast<int>(m_spec.kind))); }
    [[nodiscard]] QString sender() const
    {
        return say(
            static_cast<Word>(static_cast<int>(Word::ElectricitySupplier) + static_cast<int>(m_spec.kind)));
    }

    [[nodiscard]] QString senderAddress()
    {
        if (m_sender.isEmpty()) {
            const PostalAddress address{
                m_country.streets.last().native, QString::number(m_random.integer(1, 90)),
                m_country.cities.first().native,
                QString(m_country.postalPattern).replace(u'#', u'1').replace(u'@', u'A')};
            m_sender = addressLines(address, m_country, true).join(u", "_s);
        }
        return m_sender;
    }

    static PrintedTruth truth(const QString &text, const QRectF &box)
    {
        if (box.isEmpty())
            return {};
        return {text, QPolygonF{{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}}};
    }

    void otherDate(const QPointF &at, const QString &text, const LetterPrint &print = {})
    {
        m_truth.otherDates.append(truth(text, m_sheet.line(at, text, print)));
    }

    /// As an outline, so that it does not get between the lines of a text layer.
    void watermark()
    {
        QPainterPath path;
        path.addText(0, 0, letterFont(true), u"SPECIMEN"_s);
        QPainter &painter = m_sheet.painter();
        painter.save();
        painter.translate(105, 205);
        painter.rotate(-35);
        painter.scale(30.0 / drawnSize, 30.0 / drawnSize);
        painter.translate(-path.boundingRect().center().x(), 0);
        painter.fillPath(path, QColor(236, 236, 240));
        painter.restore();
    }

    void logo(const QPointF &at, const QColor &colour)
    {
        QPainter &painter = m_sheet.painter();
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        if (m_spec.kind == ProofKind::BankStatement) {
            painter.drawPolygon(QPolygonF{{at, at + QPointF(9, 0), at + QPointF(9, 9), at + QPointF(0, 9)}});
        } else if (m_spec.kind == ProofKind::Water) {
            painter.drawEllipse(at + QPointF(4.5, 5.5), 3.6, 3.6);
            painter.drawPolygon(
                QPolygonF{{at + QPointF(4.5, -0.5), at + QPointF(7.8, 4.2), at + QPointF(1.2, 4.2)}});
        } else {
            painter.drawEllipse(at + QPointF(4.5, 4.5), 4.5, 4.5);
            painter.setBrush(Qt::white);
            painter.drawPolygon(
                QPolygonF{{at + QPointF(5.5, 1.5), at + QPointF(2.6, 5.2), at + QPointF(4.5, 5.2),
                           at + QPointF(3.6, 7.8), at + QPointF(6.5, 4), at + QPointF(4.7, 4)}});
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(Qt::black);
    }

    void letterhead()
    {
        const QString contact =
            say(Word::CustomerService) + u": 0800 555 0"_s + QString::number(m_random.integer(10, 99));
        const LetterPrint small{2.7, false, QColor(95, 100, 110)};
        if (m_theme.layout == 0) {
            m_sheet.painter().fillRect(QRectF(0, 0, Sheet::width, 22), m_theme.accent);
            logo({20, 6.5}, Qt::white);
            m_sheet.line({32, 14}, sender(), {6.4, true, Qt::white});
            m_sheet.line({190, 27}, contact, {2.7, false, QColor(95, 100, 110), Qt::AlignRight});
        } else if (m_theme.layout == 1) {
            logo({20, 13}, m_theme.accent);
            m_sheet.line({32, 20}, sender(), {6.2, true, m_theme.accent});
            m_sheet.line({32, 24.5}, senderAddress(), small);
            m_sheet.line({32, 28.5}, contact, small);
        } else {
            logo({181, 12}, m_theme.accent);
            m_sheet.line({178, 19}, sender(), {5.8, true, m_theme.accent, Qt::AlignRight});
            m_sheet.line({20, 16}, senderAddress(), small);
            m_sheet.line({20, 20}, contact, small);
        }
    }

    /// Letters of these countries show the address through a window on the right.
    [[nodiscard]] bool isWindowRight() const
    {
        switch (m_spec.language) {
        case Language::French:
        case Language::Spanish:
        case Language::Italian:
        case Language::Portuguese:
        case Language::Polish:
        case Language::Greek:
            return true;
        default:
            return false;
        }
    }

    void addressee()
    {
        const double x = isWindowRight() ? 112 : 22;
        double y = 52;
        if (m_spec.language ==
            Language::German) // DIN 5008: the sender in small print above the window's address
            m_sheet.line({x, 46}, sender() + u" · "_s + senderAddress(), {2.1, false, QColor(90, 90, 100)});
        if (!m_spec.name.isEmpty()) {
            m_truth.name = truth(m_spec.name, m_sheet.line({x, y}, m_spec.name, {4.1}));
            y += 5.6;
        }
        for (const QString &line : m_spec.addressLines) {
            m_truth.address.append(truth(line, m_sheet.line({x, y}, line, {4.1})));
            y += 5.6;
        }
    }

    [[nodiscard]] Word issueWord() const
    {
        if (m_spec.kind == ProofKind::BankStatement)
            return Word::StatementDate;
        return m_spec.kind == ProofKind::TaxLetter ? Word::LetterDate : Word::InvoiceDate;
    }

    void references()
    {
        const double x = isWindowRight() ? 20 : 118;
        const double gap = 5.4;
        double y = 52;
        const LetterPrint label{3.1, false, QColor(90, 95, 105)};
        const auto row = [&](const QString &words, const QString &value) {
            const QRectF box = m_sheet.line({x, y}, words + u":"_s, label);
            const QRectF valueBox = m_sheet.line({std::max(x + 38, box.right() + 2), y}, value, {3.3});
            y += gap;
            return std::pair(truth(words, box), truth(value, valueBox));
        };
        if (m_random.chance(0.4)) {
            const QColor tint(m_theme.accent.red(), m_theme.accent.green(), m_theme.accent.blue(), 22);
            m_sheet.painter().fillRect(QRectF(x - 3, y - 7, 78, 28), tint);
        }
        const bool numberFirst = m_random.chance(0.5);
        const QString number = u"%1 %2"_s.arg(m_random.integer(1000, 9999)).arg(m_random.integer(1000, 9999));
        if (numberFirst)
            row(say(Word::CustomerNumber), number);
        if (m_spec.showIssueDate)
            std::tie(m_truth.issuedOnLabel, m_truth.issuedOn) = row(say(issueWord()), day(m_spec.issuedOn));
        if (!numberFirst)
            row(say(Word::CustomerNumber), number);
        row(say(Word::DocumentNumber),
            u"%1-%2"_s.arg(m_random.integer(100, 999)).arg(m_random.integer(100000, 999999)));
        if (m_random.chance(0.6)) {
            const QDate since =
                m_spec.issuedOn.addYears(-m_random.integer(1, 9)).addDays(-m_random.integer(1, 300));
            m_truth.otherDates.append(row(say(Word::ContractSince), shortDay(since)).second);
        }
    }

    void item(double y, const QString &what, int cents, bool bold = false)
    {
        m_sheet.line({20, y}, what, {3.5, bold});
        m_sheet.line({190, y}, money(cents, m_spec.language),
                     {3.5, bold, QColor(25, 25, 30), Qt::AlignRight});
    }

    [[nodiscard]] QDate periodEnd() const { return m_spec.issuedOn.addDays(-4); }

    void period(double y)
    {
        const QDate end = periodEnd();
        const QString words = say(Word::Period) + u": "_s;
        const QRectF box = m_sheet.line({20, y}, words, {3.5});
        otherDate({box.right() + 1.5, y}, shortDay(end.addMonths(-1).addDays(1)) + u" – "_s + shortDay(end));
    }

    void dueDate(double y, int daysAfter)
    {
        const QRectF box = m_sheet.line({20, y}, say(Word::DueDate) + u": "_s, {3.5, true});
        otherDate({box.right() + 1.5, y}, day(m_spec.issuedOn.addDays(daysAfter)), {3.5, true});
    }

    void usage()
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

    /// To be torn off and taken to the bank: sender, amount and day once more.
    void paymentSlip(int cents)
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

    /// Use over the last year.
    void bars()
    {
        QPainter &painter = m_sheet.painter();
        for (int i = 0; i < 12; ++i) {
            const double tall = m_random.between(8, 32);
            painter.fillRect(QRectF(24 + i * 13.5, 230 - tall, 8, tall),
                             m_theme.accent.lighter(i == 11 ? 100 : 165));
        }
        m_sheet.rule(230, 20, 190, m_theme.accent);
    }

    void transactions()
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
            m_sheet.line({50, y},
                         say(salary   ? Word::Salary
                             : i == 4 ? Word::Rent
                                      : Word::CardPayment),
                         {3.2});
            m_sheet.line({190, y}, money(amount, m_spec.language),
                         {3.2, false, QColor(25, 25, 30), Qt::AlignRight});
            balance += amount;
            y += 7;
        }
        m_sheet.rule(y - 3);
        item(y + 3, say(Word::ClosingBalance), balance, true);
    }

    void notice()
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

    void footer()
    {
        m_sheet.rule(276);
        const LetterPrint small{2.5, false, QColor(100, 105, 115)};
        m_sheet.line({20, 281}, sender() + u", "_s + senderAddress(), small);
        m_sheet.line({190, 281}, say(Word::PageOne), {2.5, false, QColor(100, 105, 115), Qt::AlignRight});
        m_sheet.line({20, 285.5}, u"SPECIMEN. "_s + m_country.name.latin + u" is an invented country."_s,
                     small);
    }

    Sheet &m_sheet;
    const ProofSpec &m_spec;
    Random m_random;
    const Country &m_country;
    Theme m_theme;
    bool m_longDates = false;
    QString m_sender;
    ProofTruth m_truth;
};
} // namespace

QRectF Sheet::line(const QPointF &at, const QString &text, const LetterPrint &print)
{
    if (text.isEmpty())
        return {};
    const QFont font = letterFont(print.bold);
    const double scale = print.size / drawnSize;
    const QFontMetricsF metrics(font);
    const QRectF ink = metrics.tightBoundingRect(text);
    double left = 0;
    if (print.align & Qt::AlignRight)
        left = -metrics.horizontalAdvance(text);
    else if (print.align & Qt::AlignHCenter)
        left = -metrics.horizontalAdvance(text) / 2;
    m_painter.save();
    m_painter.translate(at);
    m_painter.scale(scale, scale);
    m_painter.setFont(font);
    m_painter.setPen(print.colour);
    m_painter.drawText(QPointF(left, 0), text);
    m_painter.restore();
    return {at.x() + (left + ink.x()) * scale, at.y() + ink.y() * scale, ink.width() * scale,
            ink.height() * scale};
}

void Sheet::rule(double y, double from, double to, const QColor &colour)
{
    m_painter.setPen(QPen(colour, 0.25));
    m_painter.drawLine(QLineF(from, y, to, y));
    m_painter.setPen(Qt::black);
}

ProofTruth writeLetter(Sheet &sheet, const ProofSpec &spec)
{
    return Letter(sheet, spec).write();
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/letter.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

Letter::Letter(Sheet &sheet, const ProofSpec &spec)
    : m_sheet(sheet), m_spec(spec), m_random(spec.seed), m_country(countryOf(spec.language))
{
    const QList<QColor> colours{{16, 118, 110}, {30, 80, 160}, {170, 60, 30}, {95, 55, 130}, {40, 110, 50}};
    m_theme = {m_random.pick(colours), m_random.integer(0, 2)};
    m_longDates = m_random.chance(0.5);
    m_truth.kind = nameOf(spec.kind);
    m_truth.page = QPolygonF(QRectF(0, 0, Sheet::width, Sheet::height));
    m_truth.page.removeLast();
}

ProofTruth Letter::write()
{
    m_sheet.watermark();
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

QString Letter::sender() const
{
    return say(
        static_cast<Word>(static_cast<int>(Word::ElectricitySupplier) + static_cast<int>(m_spec.kind)));
}

QString Letter::senderAddress()
{
    if (m_sender.isEmpty()) {
        const PostalAddress address{m_country.streets.last().native, QString::number(m_random.integer(1, 90)),
                                    m_country.cities.first().native,
                                    QString(m_country.postalPattern).replace(u'#', u'1').replace(u'@', u'A')};
        m_sender = addressLines(address, m_country, true).join(u", "_s);
    }
    return m_sender;
}

PrintedTruth Letter::truth(const QString &text, const QRectF &box)
{
    if (box.isEmpty())
        return {};
    return {text, QPolygonF{{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}}};
}

void Letter::otherDate(const QPointF &at, const QString &text, const LetterPrint &print)
{
    m_truth.otherDates.append(truth(text, m_sheet.line(at, text, print)));
}

void Letter::logo(const QPointF &at, const QColor &colour)
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
        painter.drawPolygon(QPolygonF{{at + QPointF(5.5, 1.5), at + QPointF(2.6, 5.2), at + QPointF(4.5, 5.2),
                                       at + QPointF(3.6, 7.8), at + QPointF(6.5, 4), at + QPointF(4.7, 4)}});
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(Qt::black);
}

void Letter::letterhead()
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

bool Letter::isWindowRight() const
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

void Letter::addressee()
{
    const double x = isWindowRight() ? 112 : 22;
    double y = 52;
    if (m_spec.language == Language::German) // DIN 5008: the sender in small print above the window's address
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

Word Letter::issueWord() const
{
    if (m_spec.kind == ProofKind::BankStatement)
        return Word::StatementDate;
    return m_spec.kind == ProofKind::TaxLetter ? Word::LetterDate : Word::InvoiceDate;
}

void Letter::references()
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

void Letter::footer()
{
    m_sheet.rule(276);
    const LetterPrint small{2.5, false, QColor(100, 105, 115)};
    m_sheet.line({20, 281}, sender() + u", "_s + senderAddress(), small);
    m_sheet.line({190, 281}, say(Word::PageOne), {2.5, false, QColor(100, 105, 115), Qt::AlignRight});
    m_sheet.line({20, 285.5}, u"SPECIMEN. "_s + m_country.name.latin + u" is an invented country."_s, small);
}

ProofTruth writeLetter(Sheet &sheet, const ProofSpec &spec)
{
    return Letter(sheet, spec).write();
}

} // namespace scrutineer::samples

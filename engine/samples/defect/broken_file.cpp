// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/defect/broken_file.h"

#include <QRegularExpression>

#include <optional>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
/// What an incremental update needs to know of a file with a classic cross-reference table.
struct Tail
{
    qsizetype startXref = 0;
    int size = 0;
    QByteArray root;
    QByteArray info; ///< "/Info 2 0 R" or empty
};

std::optional<Tail> tailOf(const QByteArray &pdf)
{
    Tail tail;
    const qsizetype at = pdf.lastIndexOf("startxref");
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    if (at < 0 || trailer < 0)
        return std::nullopt;
    tail.startXref = pdf.mid(at + 9, 20).trimmed().split('\n').first().trimmed().toLongLong();
    const QString text = QString::fromLatin1(pdf.mid(trailer, at - trailer));
    static const QRegularExpression size(u"/Size\\s+(\\d+)"_s);
    static const QRegularExpression root(u"/Root\\s+(\\d+ \\d+ R)"_s);
    static const QRegularExpression info(u"/Info\\s+\\d+ \\d+ R"_s);
    tail.size = size.match(text).captured(1).toInt();
    tail.root = root.match(text).captured(1).toLatin1();
    tail.info = info.match(text).captured(0).toLatin1();
    if (tail.size == 0 || tail.root.isEmpty())
        return std::nullopt;
    return tail;
}

/// Objects added or replaced after the end of a file.
class Update
{
public:
    Update(const QByteArray &pdf, const Tail &tail) : m_file(pdf), m_tail(tail)
    {
        if (!m_file.endsWith('\n'))
            m_file += '\n';
    }

    void object(int number, const QByteArray &body)
    {
        m_entries += QByteArray::number(number) + " 1\n" +
                     QByteArray::number(m_file.size()).rightJustified(10, '0') + " 00000 n \n";
        m_file += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
        m_size = std::max(m_size, number + 1);
    }

    [[nodiscard]] QByteArray finish(const QByteArray &more)
    {
        const qsizetype xref = m_file.size();
        m_file += "xref\n" + m_entries + "trailer\n<< /Size " +
                  QByteArray::number(std::max(m_size, m_tail.size)) + " /Root " + m_tail.root + ' ' +
                  m_tail.info + " /Prev " + QByteArray::number(m_tail.startXref) + ' ' + more +
                  " >>\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
        return m_file;
    }

private:
    QByteArray m_file;
    Tail m_tail;
    QByteArray m_entries;
    int m_size = 0;
};

QByteArray numbers(std::initializer_list<double> values)
{
    QByteArray text;
    for (const double value : values)
        text += QByteArray::number(value, 'f', 2) + ' ';
    return text;
}
} // namespace

QByteArray truncated(const QByteArray &file, double share)
{
    return file.left(static_cast<qsizetype>(static_cast<double>(file.size()) * share));
}

QByteArray locked(const QByteArray &pdf)
{
    const std::optional<Tail> tail = tailOf(pdf);
    if (!tail)
        return truncated(pdf, 0.2);
    Update update(pdf, *tail);
    update.object(tail->size, "<< /Filter /Standard /V 1 /R 2 /P -60 /O <" + QByteArray(64, '5') + "> /U <" +
                                  QByteArray(64, 'A') + "> >>");
    return update.finish("/Encrypt " + QByteArray::number(tail->size) + " 0 R /ID [<" + QByteArray(32, '1') +
                         "> <" + QByteArray(32, '1') + ">]");
}

QByteArray overwritten(const QByteArray &pdf, const QRectF &box, const QString &text, double fontPoints)
{
    const std::optional<Tail> tail = tailOf(pdf);
    static const QRegularExpression page(u"(\\d+) 0 obj\\s*(<<\\s*/Type\\s*/Page\\b.*?)endobj"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch found = page.match(QString::fromLatin1(pdf));
    if (!tail || !found.hasMatch())
        return {};
    QByteArray dictionary = found.captured(2).trimmed().toLatin1();
    static const QRegularExpression annotations(u"/Annots\\s*(\\d+ \\d+ R|\\[[^\\]]*\\])"_s);
    dictionary = QString::fromLatin1(dictionary).remove(annotations).toLatin1();
    const int annotation = tail->size;
    dictionary.insert(dictionary.lastIndexOf(">>"), "/Annots [" + QByteArray::number(annotation) + " 0 R]\n");

    const QByteArray stream = "1 g 0 0 " + numbers({box.width(), box.height()}) + "re f 0 g BT /F1 " +
                              numbers({fontPoints}) + "Tf " + numbers({1, box.height() * 0.28}) + "Td (" +
                              text.toLatin1() + ") Tj ET";
    Update update(pdf, *tail);
    update.object(found.captured(1).toInt(), dictionary);
    update.object(annotation, "<< /Type /Annot /Subtype /FreeText /F 4 /DA (/F1 10 Tf) /Rect [" +
                                  numbers({box.left(), box.top(), box.right(), box.bottom()}) +
                                  "] /Contents (" + text.toLatin1() + ") /AP << /N " +
                                  QByteArray::number(annotation + 1) + " 0 R >> >>");
    update.object(
        annotation + 1,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 " + numbers({box.width(), box.height()}) +
            "] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> "
            "/Length " +
            QByteArray::number(stream.size()) + " >>\nstream\n" + stream + "\nendstream");
    return update.finish({});
}

} // namespace scrutineer::samples

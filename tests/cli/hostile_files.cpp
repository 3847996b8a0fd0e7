// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/hostile_files.h"

#include <QList>
#include <QRandomGenerator>
#include <QtEndian>

#include <zlib.h>

namespace hostile {

namespace {
QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    const uLong crc = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()));
    return bigEndian(quint32(data.size())) + body + bigEndian(quint32(crc));
}

/// `rows` rows of zeros, each with its filter byte, as one zlib stream.
QByteArray compressedRows(qsizetype rowBytes, int rows)
{
    z_stream stream{};
    deflateInit(&stream, Z_BEST_SPEED);
    QByteArray row(rowBytes, '\0');
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    QByteArray out;
    for (int i = 0; i < rows; ++i) {
        stream.next_in = reinterpret_cast<Bytef *>(row.data());
        stream.avail_in = uInt(row.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
            stream.avail_out = uInt(buffer.size());
            deflate(&stream, i + 1 < rows ? Z_NO_FLUSH : Z_FINISH);
            out += buffer.first(buffer.size() - qsizetype(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return out;
}

/// Objects numbered from 1, a cross-reference table (with a claimed number of entries) and a trailer.
QByteArray pdf(const QList<QByteArray> &objects, const QByteArray &trailer, qint64 claimed = 0)
{
    QByteArray out = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype start = out.size();
    const QByteArray size = QByteArray::number(claimed > 0 ? claimed : objects.size() + 1);
    return out + "xref\n0 " + size + '\n' + table + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer +
           " >>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

const QByteArray catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
const QByteArray onePage = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const QByteArray page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>";
} // namespace

QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    const auto place = [&] { return random.bounded(qint64(bytes.size())); };
    switch (random.bounded(4)) {
    case 0:
        bytes.truncate(place());
        break;
    case 1:
        for (int i = random.bounded(1, 60); i > 0; --i)
            bytes[place()] = char(bytes[place()] ^ (1 << random.bounded(8)));
        break;
    case 2:
        for (int i = random.bounded(1, 60); i > 0; --i)
            bytes[place()] = char(random.bounded(256));
        break;
    default: {
        QByteArray foreign(random.bounded(1, 2000), Qt::Uninitialized);
        for (char &byte : foreign)
            byte = char(random.bounded(256));
        bytes.insert(place(), foreign);
    }
    }
    return bytes;
}

QByteArray hugePng(int side)
{
    const QByteArray header =
        bigEndian(quint32(side)) + bigEndian(quint32(side)) + QByteArray("\x01\0\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", header) +
           chunk("IDAT", compressedRows(1 + (side + 7) / 8, side)) + chunk("IEND", {});
}

QByteArray pdfWithObjects(qint64 claimed)
{
    return pdf({catalogue, onePage, page}, {}, claimed);
}

QByteArray pdfWithEndlessPages(qint64 claimed)
{
    return pdf(
        {catalogue, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count " + QByteArray::number(claimed) + " >>"}, {});
}

QByteArray encryptedPdf()
{
    // Standard handler, 40-bit RC4. The check value /U fits no empty password.
    const QByteArray secret = '<' + QByteArray(32, '\x5a').toHex() + '>';
    const QByteArray encrypt = "<< /Filter /Standard /V 1 /R 2 /P -4 /O " + secret + " /U " + secret + " >>";
    const QByteArray id = '<' + QByteArray(16, '\x42').toHex() + '>';
    return pdf({catalogue, onePage, page, encrypt}, "/Encrypt 4 0 R /ID [" + id + id + "]");
}

} // namespace hostile

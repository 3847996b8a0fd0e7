// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/barcode_writer.h"

#include <QStringList>

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
QImage toImage(const ZXing::BitMatrix &matrix)
{
    QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
    for (int y = 0; y < matrix.height(); ++y) {
        for (int x = 0; x < matrix.width(); ++x)
            image.scanLine(y)[x] = matrix.get(x, y) ? 0 : 255;
    }
    return image;
}

QImage encode(ZXing::BarcodeFormat format, const QString &text, int eccLevel)
{
    try {
        ZXing::MultiFormatWriter writer(format);
        writer.setMargin(0).setEncoding(ZXing::CharacterSet::ISO8859_1);
        if (eccLevel >= 0)
            writer.setEccLevel(eccLevel);
        return toImage(writer.encode(text.toStdWString(), 0, 0));
    } catch (const std::exception &) {
        return {};
    }
}
} // namespace

QString aamvaPayload(const QMap<QString, QString> &elements)
{
    static const QStringList order =
        u"DAQ DCS DDE DAC DDF DAD DDG DCA DCB DCD DBD DBB DBA DBC DAU DAY DAG DAI DAJ DAK "
        "DCF DCG DAW DAZ DCK"_s.split(u' ');
    QStringList lines;
    for (const QString &key : order) {
        if (elements.contains(key))
            lines.append(key + elements[key]);
    }
    for (auto element = elements.begin(); element != elements.end(); ++element) {
        if (!order.contains(element.key()))
            lines.append(element.key() + element.value());
    }
    const QString subfile = u"DL"_s + lines.join(u'\n') + u'\r';
    // 636999: an issuer number that is not assigned. The header is 21 characters, one designator is 10.
    const QString header = u"@\n\x1e\rANSI 636999090001"_s;
    const QString designator = u"DL%1%2"_s.arg(header.size() + 10, 4, 10, QLatin1Char('0'))
                                   .arg(subfile.size(), 4, 10, QLatin1Char('0'));
    return header + designator + subfile;
}

QImage pdf417(const QString &text)
{
    return encode(ZXing::BarcodeFormat::PDF417, text, 5);
}

QImage code128(const QString &text)
{
    const QImage bars = encode(ZXing::BarcodeFormat::Code128, text, -1);
    return bars.isNull() ? bars : bars.copy(0, 0, bars.width(), 1);
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/encode.h"

#include <exiv2/exiv2.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
struct Phone
{
    const char *make;
    const char *model;
    const char *software;
};

// Invented makes, in the form that real ones have.
constexpr std::array phones{Phone{"Utophone", "UT-15", "17.4.1"},
                            Phone{"Utophone", "UT-12 mini", "16.6"},
                            Phone{"Amaurot", "AM-S916B", "S916BXXU3AWF7"},
                            Phone{"Amaurot", "AM-A546B", "A546BXXS7CXE3"},
                            Phone{"Anyder", "Anyder Pix 7a", "HDR+ 1.0.540104767zd"},
                            Phone{"Hythloday", "HY 2201116SG", ""}};

QByteArray jpeg(const cv::Mat &bgr, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

/// Turned the way that the sensor read it, so that the orientation turns it back.
cv::Mat stored(const cv::Mat &bgr, int orientation)
{
    cv::Mat turned;
    switch (orientation) {
    case 3:
        cv::rotate(bgr, turned, cv::ROTATE_180);
        return turned;
    case 6:
        cv::rotate(bgr, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
        return turned;
    case 8:
        cv::rotate(bgr, turned, cv::ROTATE_90_CLOCKWISE);
        return turned;
    default:
        return bgr;
    }
}

/// The APP1 segment of a note, put right after the start of the image.
QByteArray withExif(const QByteArray &file, const PhoneNote &note, cv::Size size)
{
    Exiv2::ExifData data;
    const auto set = [&](const char *key, const QString &text) {
        if (!text.isEmpty())
            data[key] = text.toStdString();
    };
    set("Exif.Image.Make", note.make);
    set("Exif.Image.Model", note.model);
    set("Exif.Image.Software", note.software);
    data["Exif.Image.Orientation"] = static_cast<uint16_t>(note.orientation);
    if (note.takenAt.isValid()) {
        const QString time = note.takenAt.toString(u"yyyy:MM:dd HH:mm:ss"_s);
        set("Exif.Image.DateTime", time);
        set("Exif.Photo.DateTimeOriginal", time);
        set("Exif.Photo.DateTimeDigitized", time);
    }
    data["Exif.Photo.PixelXDimension"] = static_cast<uint32_t>(size.width);
    data["Exif.Photo.PixelYDimension"] = static_cast<uint32_t>(size.height);
    try {
        Exiv2::Blob blob;
        Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
        const QByteArray body =
            QByteArray("Exif\0\0", 6) +
            QByteArray(reinterpret_cast<const char *>(blob.data()), static_cast<qsizetype>(blob.size()));
        const auto length = static_cast<quint16>(body.size() + 2);
        QByteArray segment("\xFF\xE1", 2);
        segment += static_cast<char>(length >> 8U);
        segment += static_cast<char>(length & 0xFFU);
        return file.left(2) + segment + body + file.mid(2);
    } catch (const Exiv2::Error &) {
        return file; // without the note
    }
}
} // namespace

PhoneNote makePhone(const QDateTime &before, Random &random)
{
    const Phone &phone = phones[static_cast<size_t>(random.integer(0, static_cast<int>(phones.size()) - 1))];
    PhoneNote note;
    note.make = QString::fromLatin1(phone.make);
    note.model = QString::fromLatin1(phone.model);
    note.software = QString::fromLatin1(phone.software);
    note.takenAt = before.addSecs(-random.integer(60, 3600));
    return note;
}

Encoding fromPhone(const QDateTime &before, Random &random)
{
    Encoding encoding;
    encoding.quality = random.integer(84, 95);
    encoding.note = makePhone(before, random);
    if (random.chance(0.3))
        encoding.note->orientation = std::array{3, 6, 6, 8}[static_cast<size_t>(random.integer(0, 3))];
    return encoding;
}

Encoding fromMessenger(Random &random)
{
    Encoding encoding;
    encoding.firstQuality = random.integer(86, 94);
    encoding.quality = random.integer(62, 78);
    encoding.longSide = random.chance(0.6) ? 1600 : 1280;
    return encoding;
}

cv::Size encodedSize(cv::Size picture, const Encoding &encoding)
{
    const int longSide = std::max(picture.width, picture.height);
    if (encoding.longSide == 0 || longSide <= encoding.longSide)
        return picture;
    const double reduce = encoding.longSide / static_cast<double>(longSide);
    return {qRound(picture.width * reduce), qRound(picture.height * reduce)};
}

cv::Mat compressed(const cv::Mat &bgr, int quality)
{
    const QByteArray file = jpeg(bgr, quality);
    return cv::imdecode(
        cv::Mat(1, static_cast<int>(file.size()), CV_8U, const_cast<char *>(file.constData())),
        cv::IMREAD_COLOR);
}

QByteArray encode(const cv::Mat &bgr, const Encoding &encoding)
{
    cv::Mat picture = encoding.firstQuality > 0 ? compressed(bgr, encoding.firstQuality) : bgr;
    if (const cv::Size size = encodedSize(picture.size(), encoding); size != picture.size())
        cv::resize(picture, picture, size, 0, 0, cv::INTER_AREA);
    if (!encoding.note)
        return jpeg(picture, encoding.quality);
    const cv::Mat turned = stored(picture, encoding.note->orientation);
    return withExif(jpeg(turned, encoding.quality), *encoding.note, turned.size());
}

} // namespace scrutineer::samples

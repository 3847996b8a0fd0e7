// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/metadata.h"

#include "engine/forensics/jpeg_segments.h"

#include <QtEndian>

#include <exiv2/exiv2.hpp>

#include <exception>
#include <mutex>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;

namespace {
constexpr int app12 = 0xec;
constexpr int app13 = 0xed;
constexpr int app14 = 0xee;
constexpr qsizetype longestText = 300;
constexpr qsizetype mostPrograms = 12;
constexpr uint32_t mostInflated = 1 << 20; ///< of a PNG's packed text

/// XMP's parser keeps state of the whole process.
void startXmp()
{
    static std::mutex guard;
    static std::once_flag once;
    std::call_once(once, [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::XmpParser::initialize(
            [](void *lock, bool locks) {
                auto *turn = static_cast<std::mutex *>(lock);
                locks ? turn->lock() : turn->unlock();
            },
            &guard);
    });
}

void addProgram(Metadata &metadata, const QString &text)
{
    const QString trimmed = text.trimmed().left(longestText);
    if (!trimmed.isEmpty() && !metadata.programs.contains(trimmed) && metadata.programs.size() < mostPrograms)
        metadata.programs.append(trimmed);
}

template <typename Data, typename Key>
QString textOf(const Data &data, const char *key)
{
    const auto found = data.findKey(Key(key));
    return found == data.end() ? QString() : QString::fromStdString(found->toString()).trimmed();
}

void takeExif(Metadata &metadata, const Exiv2::ExifData &exif)
{
    using Key = Exiv2::ExifKey;
    metadata.make = textOf<Exiv2::ExifData, Key>(exif, "Exif.Image.Make");
    metadata.model = textOf<Exiv2::ExifData, Key>(exif, "Exif.Image.Model");
    for (const char *key : {"Exif.Image.Software", "Exif.Image.ProcessingSoftware"})
        addProgram(metadata, textOf<Exiv2::ExifData, Key>(exif, key));
    const auto number = [&](const char *key, int otherwise) {
        const auto found = exif.findKey(Key(key));
        return found == exif.end() || found->count() == 0 ? otherwise : int(found->toLong());
    };
    metadata.orientation = number("Exif.Image.Orientation", 1);
    metadata.notedSize =
        QSize(number("Exif.Photo.PixelXDimension", 0), number("Exif.Photo.PixelYDimension", 0));
    const Exiv2::DataBuf thumbnail = Exiv2::ExifThumbC(exif).copy();
    metadata.thumbnail = QByteArray(reinterpret_cast<const char *>(thumbnail.pData_), thumbnail.size_);
}

/// CreatorTool, and every step of the history with its program.
void takeXmp(Metadata &metadata, const Exiv2::XmpData &xmp)
{
    for (const Exiv2::Xmpdatum &datum : xmp) {
        const QString key = QString::fromStdString(datum.key());
        if (key == u"Xmp.xmp.CreatorTool" || key == u"Xmp.tiff.Software" ||
            key.endsWith(u"stEvt:softwareAgent") || key == u"Xmp.photoshop.History")
            addProgram(metadata, QString::fromStdString(datum.toString()));
    }
}

void takeIptc(Metadata &metadata, const Exiv2::IptcData &iptc)
{
    using Key = Exiv2::IptcKey;
    addProgram(metadata, textOf<Exiv2::IptcData, Key>(iptc, "Iptc.Application2.Program"));
}

/// Latin-1 or UTF-8 after the keyword; packed text only where it unpacks to little.
QString textOf(const PngChunk &chunk)
{
    const qsizetype keyword = chunk.body.indexOf('\0');
    if (keyword < 0)
        return {};
    QByteArray text = chunk.body.mid(keyword + 1);
    if (chunk.type == "zTXt") {
        QByteArray packed(4, '\0'); // qUncompress() wants the size before it; what is more is dropped
        qToBigEndian(mostInflated, packed.data());
        return QString::fromLatin1(qUncompress(packed + text.mid(1)));
    }
    if (chunk.type == "iTXt") {
        const bool isPacked = text.size() > 2 && text[0] != '\0';
        text = text.mid(2);
        for (int i = 0; i < 2; ++i) // language, translated keyword
            text = text.mid(text.indexOf('\0') + 1);
        return isPacked ? QString() : QString::fromUtf8(text);
    }
    return QString::fromLatin1(text);
}

void takePng(Metadata &metadata, const QByteArray &bytes)
{
    for (const PngChunk &chunk : pngChunks(bytes)) {
        if (chunk.type != "tEXt" && chunk.type != "iTXt" && chunk.type != "zTXt")
            continue;
        const QByteArray keyword = chunk.body.left(chunk.body.indexOf('\0'));
        if (keyword == "XML:com.adobe.xmp")
            continue;
        if (keyword == "parameters" && textOf(chunk).contains(u"Steps:"_s)) // written by its web interface
            addProgram(metadata, u"Stable Diffusion"_s);
        else if (keyword == "Software" || keyword == "Comment" || keyword == "Source")
            addProgram(metadata, textOf(chunk));
        if (keyword == "prompt" || keyword == "workflow")
            addProgram(metadata, textOf(chunk).contains(u"class_type"_s) ? u"ComfyUI"_s : QString());
    }
}

/// Photoshop keeps records of its own beside IPTC (0x0404) and its digest (0x0425): the quality it saved with
/// (0x0406), its version (0x0421), its thumbnail (0x040C). Programs that only write captions do not.
bool hasPhotoshopRecords(const QByteArray &body)
{
    qsizetype at = qsizetype(sizeof("Photoshop 3.0"));
    while (at + 12 <= body.size() && body.mid(at, 4) == "8BIM") {
        const auto id = qFromBigEndian<quint16>(body.constData() + at + 4);
        if (id == 0x0406 || id == 0x0421 || id == 0x040c)
            return true;
        const qsizetype name = 1 + qsizetype(uchar(body[at + 6]));
        const qsizetype size = at + 6 + name + name % 2;
        if (size + 4 > body.size())
            return false;
        const auto length = qsizetype(qFromBigEndian<quint32>(body.constData() + size));
        at = size + 4 + length + length % 2;
    }
    return false;
}

void takeSegments(Metadata &metadata, const QByteArray &bytes)
{
    for (const JpegSegment &segment : jpegSegments(bytes)) {
        if (segment.marker == app14 && segment.body.startsWith("Adobe"))
            metadata.hasAdobeMarker = true;
        else if (segment.marker == app12 && segment.body.startsWith("Ducky"))
            metadata.hasPhotoshopRecords = true;
        else if (segment.marker == app13 && segment.body.startsWith("Photoshop 3.0"))
            metadata.hasPhotoshopRecords |= hasPhotoshopRecords(segment.body);
    }
}
} // namespace

Metadata readMetadata(const QByteArray &bytes)
{
    Metadata metadata;
    takeSegments(metadata, bytes);
    takePng(metadata, bytes);
    try {
        startXmp();
        const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.constData()),
                                                     long(bytes.size()));
        image->readMetadata();
        takeExif(metadata, image->exifData());
        takeXmp(metadata, image->xmpData());
        takeIptc(metadata, image->iptcData());
        addProgram(metadata, QString::fromStdString(image->comment()));
    } catch (const std::exception &) {
        return metadata; // what was read before the damage counts
    }
    return metadata;
}

} // namespace scrutineer::forensics

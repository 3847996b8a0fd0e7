// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forensics/drawn_pictures.h"

#include "engine/samples/defect/light.h"
#include "engine/samples/names/identity.h"
#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/encode.h"
#include "engine/samples/scene/photograph.h"
#include "engine/samples/specimen/design.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace scrutineer::test {

using namespace samples;

namespace {
const QDate today(2026, 11, 20);

/// A document before a camera.
struct Taken
{
    Photo photo;
    ForgeryJob job;
};

Taken take(std::uint64_t seed, std::optional<Harmless> kind, Random &random)
{
    const auto design = static_cast<DocumentDesign>(seed % designCount);
    const auto language = static_cast<Language>(random.integer(0, 17));
    const Identity holder = makeIdentity(language, today, random);
    Taken taken;
    taken.job.spec = makeDocument(design, language, holder, today, random);
    const Design &look = designOf(design);
    const bool booklet = typeOf(design) == DocumentType::Passport;
    const View view = makeView(booklet, false, random);
    const double aspect = look.size.width() / look.size.height();
    taken.job.pixelsPerMm = usefulWidth(view, aspect) / look.size.width();
    const DrawnDocument flat = drawDocument(taken.job.spec, taken.job.pixelsPerMm);
    taken.job.truth = flat.truth;
    if (kind == Harmless::Scan || kind == Harmless::ScanSavedTwice) {
        taken.photo = scanWithoutBorder(flat.front, random);
        return taken;
    }
    taken.photo = layDown(flat.front, view, random);
    if (kind == Harmless::Glossy)
        sheen(taken.photo, random);
    if (kind == Harmless::Shadowed)
        static_cast<void>(castShadow(taken.photo, 0.6, random));
    Camera camera = makeCamera(random);
    if (kind == Harmless::Dim) {
        camera.exposure = 0.62;
        camera.noise = 6;
    }
    expose(taken.photo.bgr, camera, random);
    return taken;
}

QByteArray bytesOf(const cv::Mat &bgr, const char *kind, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(kind, bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

cv::Mat decoded(const QByteArray &jpeg)
{
    return cv::imdecode(
        cv::Mat(1, static_cast<int>(jpeg.size()), CV_8U, const_cast<char *>(jpeg.constData())),
        cv::IMREAD_COLOR);
}

QPolygonF scaled(QPolygonF polygon, double factor)
{
    for (QPointF &point : polygon)
        point *= factor;
    return polygon;
}
} // namespace

DrawnPicture forgedPicture(Forgery way, double strength, std::uint64_t seed, Sending sending)
{
    Random random(seed * 7919 + 13);
    Taken taken = take(seed, std::nullopt, random);
    cv::Mat &bgr = taken.photo.bgr;
    const int firstQuality = random.integer(85, 93);
    bgr = compressed(bgr, firstQuality);
    taken.job.way = way;
    taken.job.strength = strength;
    DrawnPicture picture;
    picture.region = forge(taken.photo, taken.job, random);
    picture.quad = taken.photo.quad;
    constexpr std::array names{"number pasted", "portrait pasted", "expiry pasted", "copy moved",
                               "background",    "retyped",         "spliced",       "portrait spliced",
                               "few retyped",   "few cloned"};
    constexpr std::array ways{"saved", "cheaper", "shrunk", "messenger"};
    picture.name = QString::fromLatin1(names[static_cast<std::size_t>(way)]);
    picture.sent = QString::fromLatin1(ways[static_cast<std::size_t>(sending)]);
    Encoding encoding;
    switch (sending) {
    case Sending::Saved:
        encoding.quality = random.integer(90, 97);
        break;
    case Sending::Cheaper:
        encoding.quality = firstQuality - random.integer(0, 8);
        break;
    case Sending::Shrunk:
        encoding.quality = random.integer(90, 97);
        encoding.longSide = static_cast<int>(std::max(bgr.cols, bgr.rows) * random.between(0.55, 0.8));
        break;
    case Sending::Messenger:
        encoding = fromMessenger(random);
        break;
    }
    const double scale = encodedSize(bgr.size(), encoding).width / double(bgr.cols);
    picture.region = scaled(picture.region, scale);
    picture.quad = scaled(picture.quad, scale);
    picture.bytes = encode(bgr, encoding);
    return picture;
}

DrawnPicture harmlessPicture(Harmless kind, std::uint64_t seed)
{
    Random random(seed * 104729 + 7);
    Taken taken = take(seed, kind, random);
    cv::Mat &bgr = taken.photo.bgr;
    constexpr std::array names{
        "phone", "messenger", "saved twice",     "cut",    "scan",     "scan saved twice",
        "dim",   "PNG",       "messenger twice", "glossy", "shadowed", "shrunk"};
    DrawnPicture picture{
        {}, taken.photo.quad, {}, QString::fromLatin1(names[static_cast<std::size_t>(kind)]), {}};
    switch (kind) {
    case Harmless::FromMessenger: {
        const Encoding encoding = fromMessenger(random);
        picture.quad = scaled(picture.quad, encodedSize(bgr.size(), encoding).width / double(bgr.cols));
        picture.bytes = encode(bgr, encoding);
        break;
    }
    case Harmless::MessengerTwice: {
        Encoding encoding = fromMessenger(random);
        picture.quad = scaled(picture.quad, encodedSize(bgr.size(), encoding).width / double(bgr.cols));
        bgr = decoded(encode(bgr, encoding));
        encoding.quality = random.integer(62, 78);
        picture.bytes = encode(bgr, encoding);
        break;
    }
    case Harmless::Shrunk: {
        Encoding encoding;
        encoding.firstQuality = random.integer(85, 94);
        encoding.quality = random.integer(90, 97);
        encoding.longSide = static_cast<int>(std::max(bgr.cols, bgr.rows) * random.between(0.55, 0.8));
        picture.quad = scaled(picture.quad, encodedSize(bgr.size(), encoding).width / double(bgr.cols));
        picture.bytes = encode(bgr, encoding);
        break;
    }
    case Harmless::SavedTwice:
    case Harmless::Shadowed:
    case Harmless::ScanSavedTwice:
        picture.bytes = bytesOf(compressed(bgr, random.integer(80, 94)), ".jpg", random.integer(85, 97));
        break;
    case Harmless::CutAndSaved: {
        const QPoint corner(random.integer(1, 40), random.integer(1, 40));
        const cv::Mat first = compressed(bgr, random.integer(80, 94));
        picture.bytes =
            bytesOf(first(cv::Rect(corner.x(), corner.y(), first.cols - corner.x(), first.rows - corner.y())),
                    ".jpg", random.integer(85, 97));
        picture.quad.translate(-corner);
        break;
    }
    case Harmless::Lossless:
        picture.bytes = bytesOf(bgr, ".png", 0);
        break;
    case Harmless::FromPhone:
    case Harmless::Scan:
    case Harmless::Dim:
    case Harmless::Glossy:
        picture.bytes = bytesOf(bgr, ".jpg", random.integer(84, 95));
        break;
    }
    return picture;
}

QByteArray enlarged(const QByteArray &jpeg, const QSize &size)
{
    cv::Mat large;
    cv::resize(decoded(jpeg), large, {size.width(), size.height()}, 0, 0, cv::INTER_CUBIC);
    Random random(5);
    addNoise(large, 2, random);
    return bytesOf(compressed(large, 88), ".jpg", 94);
}

} // namespace scrutineer::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/forensics/drawn_pictures.h"

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

Taken take(std::uint64_t seed, bool scanned, bool dim, Random &random)
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
    if (scanned) {
        taken.photo = scanWithoutBorder(flat.front, random);
        return taken;
    }
    taken.photo = layDown(flat.front, view, random);
    Camera camera = makeCamera(random);
    if (dim) {
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

QPolygonF scaled(QPolygonF polygon, double factor)
{
    for (QPointF &point : polygon)
        point *= factor;
    return polygon;
}
} // namespace

DrawnPicture forgedPicture(Forgery way, double strength, std::uint64_t seed)
{
    Random random(seed * 7919 + 13);
    Taken taken = take(seed, false, false, random);
    taken.photo.bgr = compressed(taken.photo.bgr, random.integer(85, 93));
    taken.job.way = way;
    taken.job.strength = strength;
    DrawnPicture picture;
    picture.region = forge(taken.photo, taken.job, random);
    picture.quad = taken.photo.quad;
    picture.bytes = bytesOf(taken.photo.bgr, ".jpg", random.integer(90, 97));
    constexpr std::array names{"number pasted", "portrait pasted", "expiry pasted", "copy moved",
                               "background",    "retyped",         "spliced"};
    picture.name = QString::fromLatin1(names[static_cast<std::size_t>(way)]);
    return picture;
}

DrawnPicture harmlessPicture(Harmless kind, std::uint64_t seed)
{
    Random random(seed * 104729 + 7);
    const bool scanned = kind == Harmless::Scan || kind == Harmless::ScanSavedTwice;
    Taken taken = take(seed, scanned, kind == Harmless::Dim, random);
    cv::Mat &bgr = taken.photo.bgr;
    constexpr std::array names{"phone", "messenger",        "saved twice", "cut",
                               "scan",  "scan saved twice", "dim",         "PNG"};
    DrawnPicture picture{
        {}, taken.photo.quad, {}, QString::fromLatin1(names[static_cast<std::size_t>(kind)])};
    switch (kind) {
    case Harmless::FromMessenger: {
        const Encoding encoding = fromMessenger(random);
        picture.quad = scaled(picture.quad, encodedSize(bgr.size(), encoding).width / double(bgr.cols));
        picture.bytes = encode(bgr, encoding);
        break;
    }
    case Harmless::SavedTwice:
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
        picture.bytes = bytesOf(bgr, ".jpg", random.integer(84, 95));
        break;
    }
    return picture;
}

QByteArray enlarged(const QByteArray &jpeg, const QSize &size)
{
    const cv::Mat bytes(1, static_cast<int>(jpeg.size()), CV_8U, const_cast<char *>(jpeg.constData()));
    cv::Mat large;
    cv::resize(cv::imdecode(bytes, cv::IMREAD_COLOR), large, {size.width(), size.height()}, 0, 0,
               cv::INTER_CUBIC);
    Random random(5);
    addNoise(large, 2, random);
    return bytesOf(compressed(large, 88), ".jpg", 94);
}

} // namespace scrutineer::test

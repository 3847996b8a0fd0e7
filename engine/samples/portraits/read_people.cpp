// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portraits/read_people.h"

#include "engine/face/cascade.h"
#include "engine/face/model_files.h"
#include "engine/samples/scene/photo.h"

#include <QDir>
#include <QImageReader>

#include <opencv2/imgproc.hpp>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr int longSide = 2400; ///< pixels: cases show no more
/// A second face as large as this share of the first's area, and found nearly as surely, makes it unclear
/// whose picture it is; cascades find small faces in folds and leaves.
constexpr float otherFaceArea = 0.35F;
constexpr float otherFaceScore = 0.8F;

const QStringList pictureNames{u"*.jpg"_s, u"*.jpeg"_s, u"*.png"_s, u"*.webp"_s, u"*.tif"_s, u"*.tiff"_s};

Result<FacePicture> readPicture(const QString &path, const QString &name, face::Cascade &cascade)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QImage image = reader.read();
    if (image.isNull())
        return failure(ErrorCode::FileDamaged, name, reader.errorString());
    FacePicture picture{name, toBgr(image), {}};
    const int side = std::max(image.width(), image.height());
    if (side > longSide) {
        const double scale = longSide / static_cast<double>(side);
        cv::resize(picture.bgr, picture.bgr, {}, scale, scale, cv::INTER_AREA);
    }
    const std::vector<face::Detection> faces = cascade.detect(picture.bgr);
    if (faces.empty())
        return failure(ErrorCode::FaceMissing, name);
    for (size_t k = 1; k < faces.size(); ++k) {
        if (faces[k].box.area() > otherFaceArea * faces[0].box.area() &&
            faces[k].score > otherFaceScore * faces[0].score)
            return failure(ErrorCode::ManyFaces, name);
    }
    picture.face = faces.front().box;
    return picture;
}

Result<PicturedPerson> readPerson(const QDir &folder, const QString &name, face::Cascade &cascade)
{
    const QDir own(folder.filePath(name));
    PicturedPerson person{name, {}};
    for (const QString &file : own.entryList(pictureNames, QDir::Files, QDir::Name)) {
        Result<FacePicture> picture = readPicture(own.filePath(file), name + u'/' + file, cascade);
        if (!picture)
            return tl::unexpected(picture.error());
        person.pictures.push_back(std::move(*picture));
    }
    if (person.pictures.empty())
        return failure(ErrorCode::PictureMissing, own.path());
    return person;
}
} // namespace

Result<People> readPeople(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists())
        return failure(ErrorCode::NotFound, folder);
    const QStringList names = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (names.size() < 2)
        return failure(ErrorCode::TooFewPeople, folder);
    Result<face::Cascade> cascade = face::Cascade::load(face::cascadeFile());
    if (!cascade)
        return tl::unexpected(cascade.error());
    People::Pictured pictured;
    for (const QString &name : names) {
        Result<PicturedPerson> person = readPerson(dir, name, *cascade);
        if (!person)
            return tl::unexpected(person.error());
        pictured.push_back(std::make_shared<const PicturedPerson>(std::move(*person)));
    }
    return People(std::move(pictured));
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/casting/audition.h"

#include "engine/face/cascade.h"
#include "engine/face/model_files.h"
#include "engine/face/recognizer.h"
#include "engine/face/yunet.h"
#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/selfie.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
cv::Mat documentPortrait(const Person &person)
{
    Shot shot;
    shot.ambient = 0.5;
    Person bare = person;
    bare.glasses = false;
    const cv::Mat bgra = paintPortrait(bare, shot, 64, {-1.5, -1.95, 1.5, 1.9});
    cv::Mat bgr(bgra.size(), CV_8UC3);
    const cv::Vec3b paper(231, 224, 216);
    for (int j = 0; j < bgra.rows; ++j) {
        for (int i = 0; i < bgra.cols; ++i) {
            const auto &pixel = bgra.at<cv::Vec4b>(j, i);
            for (int c = 0; c < 3; ++c)
                bgr.at<cv::Vec3b>(j, i)[c] =
                    static_cast<uchar>((pixel[c] * pixel[3] + paper[c] * (255 - pixel[3])) / 255);
        }
    }
    return bgr;
}

cv::Mat selfie(const Person &person, Random &random)
{
    SelfieScene scene;
    scene.frame = {336, 448};
    scene.person = person;
    scene.person.glasses = false;
    scene.shot = makeSelfieShot(random);
    scene.faceShare = random.between(0.34, 0.46);
    Selfie taken = takeSelfie(scene, random);
    Camera camera = makeCamera(random);
    camera.defocus = 0.4;
    expose(taken.bgr, camera, random);
    return taken.bgr;
}

double cosine(const QList<float> &a, const QList<float> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}
} // namespace

struct Jury::Eyes
{
    face::YuNet yuNet;
    face::Recognizer recognizer;
    std::vector<face::Cascade> cascades;

    /// The same face, not a pattern elsewhere.
    bool everyCascadeFinds(const cv::Mat &bgr, const face::Detection &face)
    {
        return std::ranges::all_of(cascades, [&](face::Cascade &cascade) {
            return std::ranges::any_of(cascade.detect(bgr), [&](const face::Detection &found) {
                return (found.box & face.box).area() > 0.4F * std::min(found.box.area(), face.box.area());
            });
        });
    }
};

Jury::Jury(std::unique_ptr<Eyes> eyes) : d(std::move(eyes)) {}
Jury::Jury(Jury &&) noexcept = default;
Jury::~Jury() = default;

Result<Jury> Jury::load(const QStringList &modelFolders)
{
    auto yuNet = face::YuNet::load(face::findDetector(modelFolders).path);
    if (!yuNet)
        return tl::unexpected(yuNet.error());
    auto recognizer = face::Recognizer::load(face::findRecognizer(modelFolders).path);
    if (!recognizer)
        return tl::unexpected(recognizer.error());
    auto eyes = std::make_unique<Eyes>(Eyes{std::move(*yuNet), std::move(*recognizer), {}});
    const QString folder = QFileInfo(face::cascadeFile()).path();
    for (const QString &name : {u"alt2"_s, u"default"_s}) {
        auto cascade = face::Cascade::load(folder + u"/haarcascade_frontalface_%1.xml"_s.arg(name));
        if (!cascade)
            return tl::unexpected(cascade.error());
        eyes->cascades.push_back(std::move(*cascade));
    }
    return Jury(std::move(eyes));
}

Audition Jury::see(const Person &person, uint64_t seed, int selfies, bool strict)
{
    Audition audition;
    Random random(seed);
    for (int k = 0; k <= selfies; ++k) {
        const cv::Mat bgr = k == 0 ? documentPortrait(person) : selfie(person, random);
        ++audition.pictures;
        const std::vector<face::Detection> faces = d->yuNet.detect(bgr);
        if (!faces.empty()) {
            ++audition.foundByYuNet;
            audition.embeddings.push_back(d->recognizer.embedding(bgr, faces.front()));
            audition.foundByCascades += d->everyCascadeFinds(bgr, faces.front()) ? 1 : 0;
        }
        if (strict && !audition.passed())
            break;
    }
    return audition;
}

Likeness likenessOf(const std::vector<Audition> &auditions)
{
    Likeness likeness;
    for (size_t i = 0; i < auditions.size(); ++i) {
        for (size_t a = 0; a < auditions[i].embeddings.size(); ++a) {
            const QList<float> &one = auditions[i].embeddings[a];
            for (size_t b = a + 1; b < auditions[i].embeddings.size(); ++b)
                likeness.same.push_back(cosine(one, auditions[i].embeddings[b]));
            for (size_t j = i + 1; j < auditions.size(); ++j) {
                for (const QList<float> &other : auditions[j].embeddings)
                    likeness.different.push_back(cosine(one, other));
            }
        }
    }
    std::ranges::sort(likeness.same);
    std::ranges::sort(likeness.different);
    return likeness;
}

double quantile(const std::vector<double> &ascending, double share)
{
    if (ascending.empty())
        return 0;
    const auto at = static_cast<size_t>(share * static_cast<double>(ascending.size()));
    return ascending[std::min(at, ascending.size() - 1)];
}

double shareBelow(const std::vector<double> &ascending, double limit)
{
    const auto below = std::ranges::lower_bound(ascending, limit) - ascending.begin();
    return ascending.empty() ? 0 : static_cast<double>(below) / static_cast<double>(ascending.size());
}

QString summary(const std::vector<double> &ascending, double limit)
{
    return u"%1 pairs: lowest %2, 5 % %3, median %4, 95 % %5, highest %6; %7 % below %8"_s
        .arg(ascending.size())
        .arg(quantile(ascending, 0), 0, 'f', 3)
        .arg(quantile(ascending, 0.05), 0, 'f', 3)
        .arg(quantile(ascending, 0.5), 0, 'f', 3)
        .arg(quantile(ascending, 0.95), 0, 'f', 3)
        .arg(quantile(ascending, 1), 0, 'f', 3)
        .arg(100 * shareBelow(ascending, limit), 0, 'f', 1)
        .arg(limit);
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/face_engine.h"

#include "engine/face/cascade.h"
#include "engine/face/face_quality.h"
#include "engine/face/model_files.h"
#include "engine/face/recognizer.h"
#include "engine/face/yunet.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace scrutineer::face {

namespace {
/// A quarter turn and the way back from its coordinates.
struct QuarterTurn
{
    int quarters = 0; ///< clockwise

    [[nodiscard]] cv::Mat apply(const cv::Mat &picture) const
    {
        constexpr std::array codes{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
        if (quarters == 0)
            return picture;
        cv::Mat turned;
        cv::rotate(picture, turned, codes[static_cast<size_t>(quarters - 1)]);
        return turned;
    }

    /// From a point of the turned picture to the picture of the given size.
    [[nodiscard]] cv::Point2f undo(cv::Point2f point, cv::Size size) const
    {
        const auto width = static_cast<float>(size.width);
        const auto height = static_cast<float>(size.height);
        switch (quarters) {
        case 1:
            return {point.y, height - point.x};
        case 2:
            return {width - point.x, height - point.y};
        case 3:
            return {width - point.y, point.x};
        default:
            return point;
        }
    }

    [[nodiscard]] Detection undo(Detection face, cv::Size size) const
    {
        const cv::Point2f a = undo(face.box.tl(), size);
        const cv::Point2f b = undo(face.box.br(), size);
        face.box = cv::Rect2f(cv::Point2f(std::min(a.x, b.x), std::min(a.y, b.y)),
                              cv::Point2f(std::max(a.x, b.x), std::max(a.y, b.y)));
        for (cv::Point2f &point : face.landmarks)
            point = undo(point, size);
        return face;
    }
};

/// As long as the detectors, which look at 960 pixels and less, see no difference: what is large takes long
/// to turn and to shrink.
cv::Mat halved(const cv::Mat &picture)
{
    constexpr int enough = 960; // pixels
    cv::Mat small = picture;
    while (std::max(small.cols, small.rows) >= 2 * enough && std::min(small.cols, small.rows) > 1)
        cv::resize(small, small, {}, 0.5, 0.5, cv::INTER_AREA);
    return small;
}

facts::Face toFact(const cv::Mat &bgr, const Detection &face, double scale, QList<float> embedding)
{
    facts::Face fact;
    fact.box =
        QRectF(face.box.x / scale, face.box.y / scale, face.box.width / scale, face.box.height / scale);
    fact.score = face.score;
    if (face.hasLandmarks) {
        for (const cv::Point2f &point : face.landmarks)
            fact.landmarks.append({point.x / scale, point.y / scale});
    }
    const FaceQuality quality = measureQuality(bgr, face);
    fact.sharpness = quality.sharpness;
    fact.luma = quality.luma;
    fact.clippedShare = quality.clippedShare;
    fact.embedding = std::move(embedding);
    return fact;
}
} // namespace

class FaceEngine::Private
{
public:
    explicit Private(QStringList folders) : m_folders(std::move(folders)) {}

    void load()
    {
        if (m_loaded)
            return;
        m_loaded = true;
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT); // errors come back as values
        if (const ModelFile file = findDetector(m_folders); file.isFound())
            m_detectorName = take(YuNet::load(file.path), m_yuNet) ? file.name : QString();
        if (!m_yuNet && take(Cascade::load(cascadeFile()), m_cascade))
            m_detectorName = QStringLiteral("haar");
        if (const ModelFile file = findRecognizer(m_folders); file.isFound())
            m_recognizerName = take(Recognizer::load(file.path), m_recognizer) ? file.name : QString();
    }

    [[nodiscard]] std::vector<Detection> detect(const cv::Mat &bgr)
    {
        return m_yuNet ? m_yuNet->detect(bgr) : m_cascade->detect(bgr);
    }

    /// Detects at the first turn that shows a face; faces and landmarks in the coordinates of `bgr`.
    [[nodiscard]] std::vector<Detection> detect(const cv::Mat &bgr, Turn turn)
    {
        const cv::Mat small = halved(bgr);
        const float enlargement = static_cast<float>(bgr.cols) / static_cast<float>(small.cols);
        for (const int quarters : {0, 1, 3, 2}) {
            const QuarterTurn quarterTurn{quarters};
            std::vector<Detection> found = detect(quarterTurn.apply(small));
            if (found.empty() && turn == Turn::Any)
                continue;
            for (Detection &face : found)
                face = scaled(quarterTurn.undo(face, small.size()), enlargement);
            return found;
        }
        return {};
    }

    QStringList m_folders;
    bool m_loaded = false;
    std::optional<YuNet> m_yuNet;
    std::optional<Cascade> m_cascade;
    std::optional<Recognizer> m_recognizer;
    QString m_detectorName;
    QString m_recognizerName;
    QList<Error> m_errors;

private:
    template <typename Model>
    bool take(Result<Model> loaded, std::optional<Model> &model)
    {
        if (loaded)
            model.emplace(std::move(*loaded));
        else
            m_errors.append(loaded.error());
        return model.has_value();
    }
};

FaceEngine::FaceEngine(const QStringList &modelFolders) : d(std::make_unique<Private>(modelFolders)) {}
FaceEngine::~FaceEngine() = default;

facts::Reading<facts::Faces> FaceEngine::read(const cv::Mat &bgr, double scale, Turn turn)
{
    d->load();
    if (!d->m_yuNet && !d->m_cascade) {
        return facts::NotRead{
            facts::Cause::NoModel,
            {QStringLiteral(QT_TRANSLATE_NOOP("scrutineer", "No face detector: install %1.")),
             {preferredDetectorFile()}}};
    }
    try {
        facts::Faces faces;
        faces.detector = d->m_detectorName;
        faces.recognizer = d->m_recognizerName;
        for (const Detection &face : d->detect(bgr, turn)) {
            QList<float> embedding = d->m_recognizer ? d->m_recognizer->embedding(bgr, face) : QList<float>();
            faces.faces.append(toFact(bgr, face, scale, std::move(embedding)));
        }
        std::ranges::sort(faces.faces, std::ranges::greater{},
                          [](const facts::Face &face) { return face.box.width() * face.box.height(); });
        return faces;
    } catch (const cv::Exception &) {
        return facts::NotRead{facts::Cause::TooPoor,
                              {QStringLiteral(QT_TRANSLATE_NOOP(
                                   "scrutineer", "The face detector could not process this picture.")),
                               {}}};
    }
}

QString FaceEngine::detectorName()
{
    d->load();
    return d->m_detectorName;
}

QString FaceEngine::recognizerName()
{
    d->load();
    return d->m_recognizerName;
}

QList<Error> FaceEngine::modelErrors()
{
    d->load();
    return d->m_errors;
}

} // namespace scrutineer::face

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/recognizer.h"

#include <QFileInfo>

#include <cmath>

namespace scrutineer::face {

namespace {
/// FaceRecognizerSF takes a face as one row: x, y, width, height, five landmarks, score.
cv::Mat asRow(const Detection &face)
{
    cv::Mat row(1, 15, CV_32F);
    auto *values = row.ptr<float>();
    values[0] = face.box.x;
    values[1] = face.box.y;
    values[2] = face.box.width;
    values[3] = face.box.height;
    for (size_t i = 0; i < face.landmarks.size(); ++i) {
        values[4 + 2 * i] = face.landmarks[i].x;
        values[5 + 2 * i] = face.landmarks[i].y;
    }
    values[14] = face.score;
    return row;
}
} // namespace

Recognizer::Recognizer(cv::Ptr<cv::FaceRecognizerSF> model) : m_model(std::move(model)) {}

Result<Recognizer> Recognizer::load(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    if (!QFileInfo(file).isReadable())
        return failure(ErrorCode::ModelMissing, name);
    try {
        Recognizer recognizer(cv::FaceRecognizerSF::create(file.toStdString(), {}));
        cv::Mat feature;
        recognizer.m_model->feature(cv::Mat(112, 112, CV_8UC3, cv::Scalar::all(128)), feature);
        if (feature.total() < 64 || feature.depth() != CV_32F)
            return failure(ErrorCode::ModelDamaged, name, QStringLiteral("the output is no embedding"));
        return recognizer;
    } catch (const cv::Exception &error) {
        return failure(ErrorCode::ModelDamaged, name, QString::fromStdString(error.msg));
    }
}

QList<float> Recognizer::embedding(const cv::Mat &bgr, const Detection &face)
{
    if (!face.hasLandmarks)
        return {};
    cv::Mat aligned;
    cv::Mat feature;
    m_model->alignCrop(bgr, asRow(face), aligned);
    m_model->feature(aligned, feature);
    feature = feature.reshape(1, 1);
    const double length = cv::norm(feature);
    if (!std::isfinite(length) || length <= 0)
        return {};
    feature /= length;
    return QList<float>(feature.begin<float>(), feature.end<float>());
}

} // namespace scrutineer::face

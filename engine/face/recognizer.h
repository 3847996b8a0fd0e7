// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/face/detection.h"

#include <QList>

#include <opencv2/objdetect.hpp>

namespace scrutineer::face {

/// A face embedding through cv::FaceRecognizerSF: SFace, and every model with its input (112 x 112, aligned
/// on five landmarks). One per thread.
class Recognizer
{
public:
    /// Errors: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<Recognizer> load(const QString &file);

    /// The embedding, of unit length; empty without landmarks or where the model gives nothing finite.
    [[nodiscard]] QList<float> embedding(const cv::Mat &bgr, const Detection &face);

private:
    explicit Recognizer(cv::Ptr<cv::FaceRecognizerSF> model);
    cv::Ptr<cv::FaceRecognizerSF> m_model;
};

} // namespace scrutineer::face

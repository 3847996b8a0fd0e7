// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/face/detection.h"

#include <opencv2/objdetect.hpp>

#include <vector>

namespace scrutineer::face {

/// Viola and Jones' frontal-face cascade: finds fewer faces than YuNet, gives no landmarks and so no
/// embedding, but needs no model file beyond Debian's opencv-data. One per thread.
class Cascade
{
public:
    /// Errors: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<Cascade> load(const QString &file);

    /// Faces in a BGR picture, best first. The score is the cascade's stage weight mapped to 0 … 1.
    [[nodiscard]] std::vector<Detection> detect(const cv::Mat &bgr);

private:
    Cascade() = default;
    cv::CascadeClassifier m_classifier;
};

} // namespace scrutineer::face

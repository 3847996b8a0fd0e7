// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/face/detection.h"

#include <opencv2/dnn.hpp>

#include <vector>

namespace scrutineer::face {

/// YuNet through cv::dnn with its own decoding, because cv::FaceDetectorYN of OpenCV 4.6 cannot read models
/// with a fixed input. One per thread. Source: Wu, Peng, Yu, "YuNet: A Tiny Millisecond-level Face Detector",
/// 2023.
class YuNet
{
public:
    /// Errors: ModelMissing, ModelDamaged.
    [[nodiscard]] static Result<YuNet> load(const QString &file);

    /// Faces in a BGR picture of any size; it is scaled so that its long side fits the input, never enlarged
    /// by more than two. Best first.
    [[nodiscard]] std::vector<Detection> detect(const cv::Mat &bgr);

private:
    explicit YuNet(const cv::dnn::Net &net);
    void decode(int stride, const std::vector<cv::Mat> &outputs, size_t strideIndex,
                std::vector<Detection> &found) const;

    cv::dnn::Net m_net;
};

} // namespace scrutineer::face

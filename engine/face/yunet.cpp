// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/yunet.h"

#include <QFileInfo>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::face {

namespace {
constexpr int inputSide = 640; // pixels; fixed in the model
constexpr std::array strides{8, 16, 32};
constexpr float minScore = 0.6F;   // below, measured on public photographs, it is mostly hands and patterns
constexpr float maxOverlap = 0.3F; // suppression of overlaps as the model was published
constexpr double maxEnlargement = 2;

std::vector<cv::String> outputNames()
{
    std::vector<cv::String> names;
    for (const char *kind : {"cls_", "obj_", "bbox_", "kps_"}) {
        for (const int stride : strides)
            names.push_back(kind + std::to_string(stride));
    }
    return names;
}

/// The picture in the top left of a square of the input's side, the rest black.
cv::Mat padded(const cv::Mat &bgr, double scale)
{
    cv::Mat square(inputSide, inputSide, CV_8UC3, cv::Scalar::all(0));
    const cv::Size size(std::clamp(static_cast<int>(std::lround(bgr.cols * scale)), 1, inputSide),
                        std::clamp(static_cast<int>(std::lround(bgr.rows * scale)), 1, inputSide));
    cv::resize(bgr, square(cv::Rect({0, 0}, size)), size, 0, 0,
               scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return square;
}
} // namespace

YuNet::YuNet(const cv::dnn::Net &net) : m_net(net) {}

Result<YuNet> YuNet::load(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    if (!QFileInfo(file).isReadable())
        return failure(ErrorCode::ModelMissing, name);
    try {
        cv::dnn::Net net = cv::dnn::readNetFromONNX(file.toStdString());
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        YuNet detector(net);
        std::ignore =
            detector.detect(cv::Mat(64, 64, CV_8UC3, cv::Scalar::all(128))); // a wrong model fails here
        return detector;
    } catch (const cv::Exception &error) {
        return failure(ErrorCode::ModelDamaged, name, QString::fromStdString(error.msg));
    }
}

std::vector<Detection> YuNet::detect(const cv::Mat &bgr)
{
    if (bgr.empty())
        return {};
    const double scale =
        std::min(maxEnlargement, inputSide / static_cast<double>(std::max(bgr.cols, bgr.rows)));
    m_net.setInput(cv::dnn::blobFromImage(padded(bgr, scale)));
    static const std::vector<cv::String> names = outputNames();
    std::vector<cv::Mat> outputs;
    m_net.forward(outputs, names);

    std::vector<Detection> found;
    for (size_t i = 0; i < strides.size(); ++i)
        decode(strides[i], outputs, i, found);
    found = withoutOverlaps(std::move(found), maxOverlap);
    for (Detection &face : found)
        face = scaled(face, static_cast<float>(1 / scale));
    return found;
}

void YuNet::decode(int stride, const std::vector<cv::Mat> &outputs, size_t strideIndex,
                   std::vector<Detection> &found) const
{
    const auto of = [&](size_t kind) { return outputs[kind * strides.size() + strideIndex].ptr<float>(); };
    const float *classes = of(0);
    const float *objects = of(1);
    const float *boxes = of(2);
    const float *points = of(3);
    const int side = inputSide / stride;
    const auto step = static_cast<float>(stride);
    for (int cell = 0; cell < side * side; ++cell) {
        const float score =
            std::sqrt(std::clamp(classes[cell], 0.F, 1.F) * std::clamp(objects[cell], 0.F, 1.F));
        if (score < minScore)
            continue;
        const auto column = static_cast<float>(cell % side);
        const int rowsAbove = cell / side;
        const auto row = static_cast<float>(rowsAbove);
        const float *box = boxes + std::ptrdiff_t{cell} * 4;
        const cv::Point2f centre((column + box[0]) * step, (row + box[1]) * step);
        const cv::Size2f size(std::exp(box[2]) * step, std::exp(box[3]) * step);
        Detection face;
        face.score = score;
        face.box = cv::Rect2f(centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height);
        face.hasLandmarks = true;
        for (size_t k = 0; k < face.landmarks.size(); ++k) {
            const float *point = points + std::ptrdiff_t{cell} * 10 + std::ptrdiff_t(k) * 2;
            face.landmarks[k] = {(column + point[0]) * step, (row + point[1]) * step};
        }
        found.push_back(face);
    }
}

} // namespace scrutineer::face

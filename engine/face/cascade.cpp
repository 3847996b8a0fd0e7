// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/cascade.h"

#include <QFileInfo>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::face {

namespace {
constexpr int workingSide = 960; // pixels of the long side; larger pictures only cost time
constexpr double pyramidStep = 1.1;
constexpr int minNeighbours = 4;
constexpr int minFaceSide = 28; // pixels at working size
constexpr double minWeight = 0; // stage weight of a face just found
constexpr float maxOverlap = 0.3F;
} // namespace

Result<Cascade> Cascade::load(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    if (!QFileInfo(file).isReadable())
        return failure(ErrorCode::ModelMissing, name);
    try {
        Cascade cascade;
        if (!cascade.m_classifier.load(file.toStdString()))
            return failure(ErrorCode::ModelDamaged, name);
        return cascade;
    } catch (const cv::Exception &error) {
        return failure(ErrorCode::ModelDamaged, name, QString::fromStdString(error.msg));
    }
}

std::vector<Detection> Cascade::detect(const cv::Mat &bgr)
{
    if (bgr.empty())
        return {};
    cv::Mat gray;
    cv::cvtColor(bgr, gray, cv::COLOR_BGR2GRAY);
    const double scale = std::min(1.0, workingSide / static_cast<double>(std::max(gray.cols, gray.rows)));
    if (std::min(gray.cols, gray.rows) * scale < minFaceSide)
        return {};
    cv::resize(gray, gray, {}, scale, scale, cv::INTER_AREA);
    cv::equalizeHist(gray, gray);

    std::vector<cv::Rect> boxes;
    std::vector<int> levels;
    std::vector<double> weights;
    m_classifier.detectMultiScale(gray, boxes, levels, weights, pyramidStep, minNeighbours, 0,
                                  {minFaceSide, minFaceSide}, {}, true);
    std::vector<Detection> found;
    for (size_t i = 0; i < boxes.size(); ++i) {
        if (weights[i] < minWeight)
            continue;
        Detection face;
        face.score = static_cast<float>(1 - std::exp(-weights[i] / 2));
        const cv::Rect2d box(boxes[i]);
        face.box = cv::Rect2d(box.x / scale, box.y / scale, box.width / scale, box.height / scale);
        found.push_back(face);
    }
    return withoutOverlaps(std::move(found), maxOverlap);
}

} // namespace scrutineer::face

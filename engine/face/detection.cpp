// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/detection.h"

#include <algorithm>

namespace scrutineer::face {

namespace {
float overlap(const cv::Rect2f &a, const cv::Rect2f &b)
{
    const float shared = (a & b).area();
    const float both = a.area() + b.area() - shared;
    return both > 0 ? shared / both : 0;
}
} // namespace

Detection scaled(Detection face, float factor)
{
    face.box = cv::Rect2f(face.box.x * factor, face.box.y * factor, face.box.width * factor,
                          face.box.height * factor);
    for (cv::Point2f &point : face.landmarks)
        point *= factor;
    return face;
}

std::vector<Detection> withoutOverlaps(std::vector<Detection> detections, float maxOverlap)
{
    std::ranges::sort(detections, std::ranges::greater{}, &Detection::score);
    std::vector<Detection> kept;
    for (const Detection &candidate : detections) {
        const bool covered = std::ranges::any_of(
            kept, [&](const Detection &better) { return overlap(better.box, candidate.box) > maxOverlap; });
        if (!covered)
            kept.push_back(candidate);
    }
    return kept;
}

} // namespace scrutineer::face

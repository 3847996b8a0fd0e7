// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/portrait.h"
#include "engine/samples/scene/photo.h"
#include "engine/samples/scene/statement.h"

#include <optional>

namespace scrutineer::samples {

/// A person who holds a document and a sheet of paper before the camera.
struct HandheldScene
{
    cv::Size frame{1536, 2048};
    Person person;
    Shot shot;
    std::optional<QImage> document;
    std::optional<Statement> statement;
    double fingers = 1; ///< 0: only the edges are touched, 1: fingertips lie on the margins
};

/// Not yet exposed. Polygons are empty for what is not there.
struct Handheld
{
    Photo photo; ///< quad and homography are the document's
    QPolygonF face;
    QPolygonF sheet;
    QPolygonF date;
    QPolygonF word;
};

[[nodiscard]] Handheld holdUp(const HandheldScene &scene, Random &random);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/portrait.h"
#include "engine/samples/random.h"

#include <QImage>
#include <QPolygonF>

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// A picture as a phone takes it, and where things lie in it.
struct PlainPhoto
{
    cv::Mat bgr;    ///< 8UC3
    QPolygonF quad; ///< corners of the document, clockwise from its own top left; empty in a selfie
    cv::Matx33d fromDocument = cv::Matx33d::eye(); ///< pixels of the flat document to pixels of the photo
};

/// How a document is photographed.
struct DocumentScene
{
    cv::Size size{2000, 1500};
    double tiltDegrees = 4;    ///< about the optical axis, at most
    double perspective = 0.05; ///< share by which corners are moved
    double brightness = 1;
    double noise = 3; ///< deviation of the sensor noise, grey levels
    double blurPixels = 0.6;
};

/// Lays a flat document on a table and photographs it.
[[nodiscard]] PlainPhoto photographDocument(const QImage &document, const DocumentScene &scene, Random &random);

/// Adds the reflection of a lamp over a rectangle of the flat document; gives its outline in the photo.
[[nodiscard]] QPolygonF addGlare(PlainPhoto &photo, const QRectF &onDocument, Random &random);

/// A person before a room; several share the frame side by side.
[[nodiscard]] PlainPhoto takeSelfie(const std::vector<Person> &people, cv::Size size, Random &random);

/// As a JPEG file.
[[nodiscard]] QByteArray asJpeg(const cv::Mat &bgr, int quality);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <QByteArray>

#include <opencv2/core.hpp>

#include <optional>

namespace scrutineer::forensics {

/// What a picture's metadata tells of programs and cameras.
struct Metadata
{
    QStringList
        programs; ///< texts in which programs name themselves, as written, in the order of their weight
    QString make; ///< of the camera, empty where none is named
    QString model;
    int orientation = 1;              ///< EXIF's
    QSize notedSize;                  ///< the size that EXIF gives, empty where it gives none
    QByteArray thumbnail;             ///< JPEG, empty where there is none
    bool hasAdobeMarker = false;      ///< APP14: the file was written by a program, not by a camera
    bool hasPhotoshopRecords = false; ///< records of Photoshop's own beside IPTC, or its web export's mark
};

/// EXIF, XMP, IPTC and PNG's text chunks of a JPEG, PNG, TIFF or WebP file. What cannot be parsed is left
/// out. Any thread.
[[nodiscard]] Metadata readMetadata(const QByteArray &bytes);

/// The preview inside the file held against its picture (upright, CV_8UC3, any scale); nothing without a
/// preview.
[[nodiscard]] std::optional<facts::EditingCue> thumbnailCue(const Metadata &metadata, const cv::Mat &upright);

/// The traces in it: "editor", "credentials", "writer", "camera", "tables", "thumbnail". upright: the picture
/// (CV_8UC3, any scale); fullSize: of the upright page.
[[nodiscard]] QList<facts::EditingCue> metadataCues(const QByteArray &bytes, const cv::Mat &upright,
                                                    const QSize &fullSize);

} // namespace scrutineer::forensics

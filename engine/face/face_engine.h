// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/facts/facts.h"

#include <QStringList>

#include <opencv2/core.hpp>

#include <memory>

namespace scrutineer::face {

/// How a face may lie in a picture.
enum class Turn {
    Upright, ///< a selfie: turned by its EXIF data at most
    Any,     ///< a document, which may lie on its side
};

/// Finds faces, measures them and gives each its embedding. Loads models on first use. One per thread.
/// Without a detector model the Haar cascade is used; without a recogniser there are no embeddings.
class FaceEngine
{
public:
    explicit FaceEngine(const QStringList &modelFolders);
    ~FaceEngine();
    FaceEngine(const FaceEngine &) = delete;
    FaceEngine &operator=(const FaceEngine &) = delete;

    /// Faces in an upright BGR picture, largest first; coordinates are divided by `scale` (picture pixels per
    /// pixel of the full-size image). Missing with Cause::NoModel where neither a model nor the cascade is
    /// installed.
    [[nodiscard]] facts::Reading<facts::Faces> read(const cv::Mat &bgr, double scale,
                                                    Turn turn = Turn::Upright);

    /// Model names as facts carry them; the recogniser's is empty where none can be used.
    [[nodiscard]] QString detectorName();
    [[nodiscard]] QString recognizerName();
    /// What was wrong with model files that are there but cannot be used.
    [[nodiscard]] QList<Error> modelErrors();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::face

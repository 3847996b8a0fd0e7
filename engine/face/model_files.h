// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace scrutineer::face {

/// A face model that can be used: the pair of OpenCV Zoo, or the pair of small models with the same
/// interfaces.
struct ModelFile
{
    QString name; ///< file name without its ending; how facts and thresholds name the model
    QString path; ///< empty where none is installed

    [[nodiscard]] bool isFound() const { return !path.isEmpty(); }
};

/// The first known detector (YuNet) and recogniser (SFace interface: 112 x 112 in, an embedding out) in the
/// folders, in their order; within a folder the OpenCV Zoo's file goes first. Looks at names only, opens
/// nothing.
[[nodiscard]] ModelFile findDetector(const QStringList &folders);
[[nodiscard]] ModelFile findRecognizer(const QStringList &folders);

/// What to install where none was found: "face_recognition_sface_2021dec.onnx".
[[nodiscard]] QString preferredDetectorFile();
[[nodiscard]] QString preferredRecognizerFile();

/// The frontal-face cascade of Debian's opencv-data, the fallback without a detector model. Empty where not
/// installed.
[[nodiscard]] QString cascadeFile();

} // namespace scrutineer::face

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/model_files.h"

#include <QFileInfo>

#include <array>
#include <span>

namespace scrutineer::face {

namespace {
constexpr std::array detectors{"face_detection_yunet_2023mar", "yunet_n_640"};
constexpr std::array recognizers{"face_recognition_sface_2021dec", "mobilefacenet_112"};
constexpr std::array cascades{"/usr/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml",
                              "/usr/share/opencv/haarcascades/haarcascade_frontalface_alt2.xml"};

QString fileName(const char *name)
{
    return QString::fromLatin1(name) + QStringLiteral(".onnx");
}

ModelFile find(const QStringList &folders, std::span<const char *const> names)
{
    for (const QString &folder : folders) {
        for (const char *name : names) {
            const QFileInfo file(folder + u'/' + fileName(name));
            if (file.isFile() && file.isReadable())
                return {QString::fromLatin1(name), file.absoluteFilePath()};
        }
    }
    return {};
}
} // namespace

ModelFile findDetector(const QStringList &folders)
{
    return find(folders, detectors);
}
ModelFile findRecognizer(const QStringList &folders)
{
    return find(folders, recognizers);
}

QString preferredDetectorFile()
{
    return fileName(detectors.front());
}
QString preferredRecognizerFile()
{
    return fileName(recognizers.front());
}

QString cascadeFile()
{
    for (const char *path : cascades) {
        if (QFileInfo(QString::fromLatin1(path)).isReadable())
            return QString::fromLatin1(path);
    }
    return {};
}

} // namespace scrutineer::face

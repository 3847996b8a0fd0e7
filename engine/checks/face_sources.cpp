// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/face_sources.h"

#include <numeric>

namespace scrutineer::checks {

double areaOf(const facts::Face &face)
{
    return face.box.width() * face.box.height();
}

Region regionOf(const QString &path, const facts::Face &face)
{
    return {path, 0, QPolygonF(face.box), {}};
}

QSize pictureSize(const facts::FileFacts &file)
{
    return file.pages.isEmpty() ? QSize() : file.pages.first();
}

std::optional<double> cosine(const facts::Face &a, const facts::Face &b)
{
    if (a.embedding.isEmpty() || a.embedding.size() != b.embedding.size())
        return std::nullopt;
    // Unit length: the product is the cosine.
    return std::inner_product(a.embedding.begin(), a.embedding.end(), b.embedding.begin(), 0.0);
}

Finding noFace(const QString &path)
{
    Finding finding = answer(Outcome::NotAssessed,
                             say(QT_TRANSLATE_NOOP("scrutineer", "No face was found in %1."), {path}));
    return finding;
}

} // namespace scrutineer::checks

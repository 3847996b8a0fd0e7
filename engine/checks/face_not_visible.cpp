// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/face_sources.h"
#include "engine/checks/registry.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
/// How far the nose stands from the middle between the eyes, in eye distances: 0 from the front, about 0.5 in
/// profile.
double turned(const facts::Face &face)
{
    if (face.landmarks.size() < 3)
        return 0;
    const QPointF right = face.landmarks[0];
    const QPointF axis = face.landmarks[1] - right;
    const double length = QPointF::dotProduct(axis, axis);
    if (length <= 0)
        return 1;
    return std::abs(QPointF::dotProduct(face.landmarks[2] - right, axis) / length - 0.5);
}

/// Share of the face's box outside the picture.
double cut(const facts::Face &face, QSize size)
{
    if (size.isEmpty() || face.box.isEmpty())
        return 0;
    const QRectF inside = face.box.intersected(QRectF(QPointF(0, 0), QSizeF(size)));
    return 1 - inside.width() * inside.height() / areaOf(face);
}

Finding judged(const Context &context, const facts::FileFacts &file, const facts::Faces &faces)
{
    const QString id = u"face.not_visible"_s;
    const policy::Threshold &flag = context.policy.threshold(id);
    const policy::Threshold &review = context.policy.threshold(id, u"review"_s);
    const QStringList facts{u"faces"_s};
    Finding finding;
    if (faces.faces.isEmpty()) {
        finding = answer(Outcome::Flagged,
                         say(QT_TRANSLATE_NOOP("scrutineer", "No face was found in %1."), {file.path}), 0,
                         flag, facts);
        finding.evidence = {wholePage(file.path)};
        return finding;
    }
    const facts::Face &face = faces.faces.first();
    const policy::Threshold &turnedLimit = context.policy.threshold(id, u"turned"_s);
    const policy::Threshold &cutLimit = context.policy.threshold(id, u"cut"_s);
    const double outside = cut(face, pictureSize(file));
    if (face.score < flag.value)
        finding = answer(Outcome::Flagged,
                         say(QT_TRANSLATE_NOOP("scrutineer", "The face is covered or unclear (%1 of 1)."),
                             {number(face.score)}),
                         face.score, flag, facts);
    else if (outside >= cutLimit.value)
        finding = answer(Outcome::Review,
                         say(QT_TRANSLATE_NOOP("scrutineer", "%1 of the face is outside the picture."),
                             {percent(outside)}),
                         outside, cutLimit, facts);
    else if (turned(face) >= turnedLimit.value)
        finding = answer(Outcome::Review, say(QT_TRANSLATE_NOOP("scrutineer", "The face is turned away.")),
                         turned(face), turnedLimit, facts);
    else if (face.score < review.value)
        finding = answer(Outcome::Review,
                         say(QT_TRANSLATE_NOOP("scrutineer", "The face is hard to make out (%1 of 1)."),
                             {number(face.score)}),
                         face.score, flag, facts);
    else
        return answer(
            Outcome::Clear,
            say(QT_TRANSLATE_NOOP("scrutineer", "The face is visible (%1 of 1)."), {number(face.score)}),
            face.score, flag, facts);
    finding.evidence = {regionOf(file.path, face)};
    return finding;
}
} // namespace

Finding faceNotVisible(const Context &context)
{
    return judgeFaces(context, {Role::Selfie, Role::Handheld},
                      [&](const facts::FileFacts &file, const facts::Faces &faces) {
                          return judged(context, file, faces);
                      });
}

} // namespace scrutineer::checks

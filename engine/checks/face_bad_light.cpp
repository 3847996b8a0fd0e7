// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/face_sources.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
Finding judged(const Context &context, const facts::FileFacts &file, const facts::Faces &faces)
{
    if (faces.faces.isEmpty())
        return noFace(file.path);
    const QString id = u"face.bad_light"_s;
    const policy::Threshold &tooDark = context.policy.threshold(id, u"too_dark"_s);
    const policy::Threshold &dim = context.policy.threshold(id, u"dim"_s);
    const policy::Threshold &blownOut = context.policy.threshold(id, u"blown_out"_s);
    const policy::Threshold &bright = context.policy.threshold(id, u"bright"_s);
    const facts::Face &face = faces.faces.first();
    const QStringList luma{number(face.luma, 0)};
    const QStringList clipped{percent(face.clippedShare)};
    const QStringList facts{u"faces"_s};
    Finding finding;
    if (face.luma < tooDark.value)
        finding = answer(Outcome::Flagged,
                         say(QT_TRANSLATE_NOOP("scrutineer", "The face is too dark: %1 of 255."), luma),
                         face.luma, tooDark, facts);
    else if (face.clippedShare >= blownOut.value)
        finding =
            answer(Outcome::Flagged,
                   say(QT_TRANSLATE_NOOP("scrutineer", "%1 of the face is blown out to white."), clipped),
                   face.clippedShare, blownOut, facts);
    else if (face.luma < dim.value)
        finding = answer(Outcome::Review,
                         say(QT_TRANSLATE_NOOP("scrutineer", "The face is rather dark: %1 of 255."), luma),
                         face.luma, tooDark, facts);
    else if (face.clippedShare >= bright.value)
        finding = answer(Outcome::Review,
                         say(QT_TRANSLATE_NOOP("scrutineer", "%1 of the face is nearly white."), clipped),
                         face.clippedShare, blownOut, facts);
    else
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "The face is well lit: %1 of 255."), luma),
                      face.luma, tooDark, facts);
    finding.evidence = {regionOf(file.path, face)};
    return finding;
}
} // namespace

Finding faceBadLight(const Context &context)
{
    return judgeFaces(context, {Role::Selfie, Role::Handheld},
                      [&](const facts::FileFacts &file, const facts::Faces &faces) {
                          return judged(context, file, faces);
                      });
}

} // namespace scrutineer::checks

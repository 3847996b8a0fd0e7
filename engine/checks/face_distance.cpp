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
    const QSize size = pictureSize(file);
    if (size.isEmpty())
        return notAssessed({facts::Cause::TooPoor, {}}, file.path, "");
    const policy::Threshold &far = context.policy.threshold(u"face.distance"_s, u"too_far"_s);
    const policy::Threshold &close = context.policy.threshold(u"face.distance"_s, u"too_close"_s);
    const facts::Face &face = faces.faces.first();
    const double share = face.box.height() / size.height();
    const QStringList values{percent(share)};
    const QStringList facts{u"faces"_s, u"files.pages"_s};
    Finding finding;
    if (share < far.value)
        finding = answer(
            Outcome::Flagged,
            say(QT_TRANSLATE_NOOP("scrutineer", "Too far away: the face takes %1 of the picture's height."),
                values),
            share, far, facts);
    else if (share > close.value)
        finding = answer(
            Outcome::Flagged,
            say(QT_TRANSLATE_NOOP("scrutineer", "Too close: the face takes %1 of the picture's height."),
                values),
            share, close, facts);
    else
        return answer(
            Outcome::Clear,
            say(QT_TRANSLATE_NOOP("scrutineer", "The face takes %1 of the picture's height."), values), share,
            far, facts);
    finding.evidence = {regionOf(file.path, face)};
    return finding;
}
} // namespace

/// The selfie only: who holds a document and a statement stands further away.
Finding faceDistance(const Context &context)
{
    return judgeFaces(context, {Role::Selfie}, [&](const facts::FileFacts &file, const facts::Faces &faces) {
        return judged(context, file, faces);
    });
}

} // namespace scrutineer::checks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/face_sources.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
/// A face on the document in the hand is the owner's own: the recogniser says so. Where it does not, a person
/// looks.
bool isOwnPortrait(const Context &context, const facts::Faces &faces, const facts::Face &other)
{
    const std::optional<policy::MatchBands> bands = context.policy.matchBands(faces.recognizer);
    const std::optional<double> score = cosine(faces.faces.first(), other);
    return bands && score && *score >= bands->same.value;
}

Finding judged(const Context &context, const facts::FileFacts &file, const facts::Faces &faces)
{
    if (faces.faces.isEmpty())
        return noFace(file.path);
    const policy::Threshold &flag = context.policy.threshold(u"face.several_people"_s);
    const facts::Face &owner = faces.faces.first();
    const bool handheld = file.role == Role::Handheld;
    double largest = 0;
    QList<Region> others;
    for (qsizetype i = 1; i < faces.faces.size(); ++i) {
        const facts::Face &other = faces.faces[i];
        const double share = areaOf(owner) > 0 ? areaOf(other) / areaOf(owner) : 0;
        if (handheld && isOwnPortrait(context, faces, other))
            continue;
        largest = std::max(largest, share);
        if (share > flag.value)
            others.append(regionOf(file.path, other));
    }
    const QStringList facts{u"faces"_s};
    if (others.isEmpty())
        return answer(Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "One person is in the picture.")),
                      largest, flag, facts);
    const char *text =
        handheld ? QT_TRANSLATE_NOOP("scrutineer",
                                     "Faces besides the first: %1; they may be on the document held.")
                 : QT_TRANSLATE_NOOP("scrutineer",
                                     "Faces besides the first: %1, the largest with %2 of its area.");
    Finding finding =
        answer(handheld ? Outcome::Review : Outcome::Flagged,
               say(text, {QString::number(others.size()), percent(largest)}), largest, flag, facts);
    finding.evidence = others;
    return finding;
}
} // namespace

Finding faceSeveralPeople(const Context &context)
{
    return judgeFaces(context, {Role::Selfie, Role::Handheld},
                      [&](const facts::FileFacts &file, const facts::Faces &faces) {
                          return judged(context, file, faces);
                      });
}

} // namespace scrutineer::checks

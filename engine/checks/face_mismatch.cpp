// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/face_sources.h"
#include "engine/checks/registry.h"

#include <algorithm>
#include <array>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array roles{Role::DocumentFront, Role::Selfie, Role::Handheld};

/// The face of a file that is compared: its largest one.
const facts::Face *faceOf(const facts::FileFacts *file)
{
    return file != nullptr && file->faces && !file->faces->faces.isEmpty() ? &file->faces->faces.first()
                                                                           : nullptr;
}

/// A small or coarsely printed portrait proves nothing when it does not match.
bool tinyPortrait(const Context &context, const QString &path)
{
    const facts::FileFacts *file = context.facts.fileAt(path);
    const facts::Face *face = faceOf(file);
    if (face == nullptr || file->role != Role::DocumentFront)
        return false;
    const double least = context.policy.threshold(u"face.mismatch"_s, u"tiny_portrait"_s).value;
    return std::min(face->box.width(), face->box.height()) < least;
}

Finding judged(const Context &context, const facts::FaceMatch &match)
{
    const QStringList facts{u"face_matches"_s};
    const QStringList values{number(match.score), match.a, match.b};
    const std::optional<policy::MatchBands> bands = context.policy.matchBands(match.model);
    if (!bands)
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "The policy has no bands for the face model %1."),
                          {match.model}),
                      facts);
    if (match.score >= bands->same.value)
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "The same person on %2 and %3 (%1)."), values),
                      match.score, bands->same, facts);
    Finding finding;
    const bool tiny = tinyPortrait(context, match.a) || tinyPortrait(context, match.b);
    if (match.score >= bands->different.value)
        finding = answer(
            Outcome::Review,
            say(QT_TRANSLATE_NOOP("scrutineer", "Perhaps not the same person on %2 and %3 (%1)."), values),
            match.score, bands->same, facts);
    else if (tiny)
        finding = answer(
            Outcome::Review,
            say(QT_TRANSLATE_NOOP("scrutineer",
                                  "The faces on %2 and %3 differ (%1), but the portrait is very small."),
                values),
            match.score, bands->different, facts);
    else
        finding = answer(Outcome::Flagged,
                         say(QT_TRANSLATE_NOOP("scrutineer", "Different people on %2 and %3 (%1)."), values),
                         match.score, bands->different, facts);
    for (const QString &path : {match.a, match.b}) {
        const facts::Face *face = faceOf(context.facts.fileAt(path));
        finding.evidence.append(face != nullptr ? regionOf(path, *face) : wholePage(path));
    }
    return finding;
}

/// Why two files were not compared.
Finding whyNotCompared(const Sources &sources)
{
    if (sources.instead)
        return *sources.instead;
    if (sources.unread)
        return *sources.unread;
    for (const facts::FileFacts *file : sources.files) {
        if (!file->faces)
            return notAssessed(file->faces.missing(), file->path,
                               QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for faces."));
        if (file->faces->recognizer.isEmpty())
            return answer(
                Outcome::NotAssessed,
                say(QT_TRANSLATE_NOOP("scrutineer", "No face recogniser: install %1 to compare faces."),
                    {u"face_recognition_sface_2021dec.onnx"_s}));
        if (file->faces->faces.isEmpty())
            return noFace(file->path);
    }
    return answer(Outcome::NotAssessed,
                  say(QT_TRANSLATE_NOOP("scrutineer", "There are no two pictures of a face to compare.")));
}

bool between(const Context &context, const facts::FaceMatch &match)
{
    const facts::FileFacts *a = context.facts.fileAt(match.a);
    const facts::FileFacts *b = context.facts.fileAt(match.b);
    const auto compared = [](const facts::FileFacts *file) {
        return file != nullptr && std::find(roles.begin(), roles.end(), file->role) != roles.end();
    };
    return compared(a) && compared(b);
}

bool isSent(const Context &context, Role role)
{
    return context.input.fileOf(role) != nullptr;
}

/// The picture of a face that a role should give has been compared with another.
bool wasCompared(const Context &context, Role role)
{
    return std::any_of(context.facts.faceMatches.begin(), context.facts.faceMatches.end(),
                       [&](const facts::FaceMatch &match) {
                           const facts::FileFacts *a = context.facts.fileAt(match.a);
                           const facts::FileFacts *b = context.facts.fileAt(match.b);
                           return (a != nullptr && a->role == role) || (b != nullptr && b->role == role);
                       });
}
} // namespace

Finding faceMismatch(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::Selfie, Role::DocumentFront, Role::Handheld});
    QList<Finding> findings;
    for (const facts::FaceMatch &match : context.facts.faceMatches) {
        if (between(context, match))
            findings.append(judged(context, match));
    }
    if (findings.isEmpty())
        return whyNotCompared(sources);
    const Finding finding = worst(findings);
    if (finding.outcome != Outcome::Clear)
        return finding;
    // One pair that fits does not clear a picture that was never compared.
    for (const Role role : roles) {
        if (isSent(context, role) && !wasCompared(context, role))
            return whyNotCompared(sources);
    }
    return finding;
}

} // namespace scrutineer::checks

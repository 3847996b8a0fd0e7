// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding handheldDocumentMissing(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::Handheld});
    if (sources.instead)
        return *sources.instead;
    const facts::FileFacts &file = *sources.files.first();
    if (!file.handheld)
        return notAssessed(
            file.handheld.missing(), file.path,
            QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for handheld photos."));
    const policy::Threshold &flag = context.policy.threshold(u"handheld.document_missing"_s);
    const policy::Threshold &review = context.policy.threshold(u"handheld.document_missing"_s, u"review"_s);
    const int inliers = file.handheld->documentInliers;
    const QStringList values{QString::number(inliers)};
    const QStringList facts{u"handheld.document_inliers"_s};
    Finding finding;
    if (inliers < flag.value)
        finding =
            answer(Outcome::Flagged,
                   say(QT_TRANSLATE_NOOP("scrutineer",
                                         "The uploaded document is not in the hand: %1 matching points."),
                       values),
                   inliers, flag, facts);
    else if (inliers < review.value)
        finding =
            answer(Outcome::Review,
                   say(QT_TRANSLATE_NOOP("scrutineer",
                                         "The uploaded document may not be in the hand: %1 matching points."),
                       values),
                   inliers, flag, facts);
    else
        return answer(
            Outcome::Clear,
            say(QT_TRANSLATE_NOOP("scrutineer",
                                  "A document like the uploaded one is in the hand: %1 matching points."),
                values),
            inliers, flag, facts);
    finding.evidence = {wholePage(file.path)};
    return finding;
}

} // namespace scrutineer::checks

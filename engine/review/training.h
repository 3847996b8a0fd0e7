// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/case/finding.h"
#include "engine/store/decision.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace scrutineer::review {

/// What a lesson tells, in one language.
struct LessonText
{
    QString title;  ///< "The lamp over the number"
    QString wrong;  ///< what is wrong, or that nothing is
    QString look;   ///< where to look
    QString answer; ///< what to answer the applicant

    friend bool operator==(const LessonText &, const LessonText &) = default;
};

/// A true flaw and where it is seen.
struct LessonPlace
{
    QString checkId;
    Region region;

    friend bool operator==(const LessonPlace &, const LessonPlace &) = default;
};

/// What is true of a training case: its truth.json, as far as a trainee is told.
struct Lesson
{
    store::DecisionKind decision = store::DecisionKind::Approve;
    QList<int> reasons; ///< that are right, in the order of the catalogue
    QStringList clear;  ///< ids of checks that are clear for certain
    QList<LessonPlace> places;
    LessonText text;
    int difficulty = 0; ///< 1 easy to 5 mean; 0 where it is not said
};

/// Reads a truth.json; the text in a language ("zh_CN"), or in English where that has none, or the plain
/// lesson. Errors: JsonInvalid, SchemaViolated (a check or decision that is none); where: JSON pointer.
[[nodiscard]] Result<Lesson> readLesson(const QByteArray &truth, const QString &language);

/// A trainee's decision against what is true.
struct TrainingResult
{
    enum class Answer {
        Right,
        OtherRefusal, ///< rejected instead of asked for files, or the other way about
        Wrong,        ///< approved what is wrong, or refused what is right
    };
    Answer answer = Answer::Right;
    QList<int> right;   ///< reasons that were found
    QList<int> missed;  ///< true reasons that were not given
    QList<int> tooMuch; ///< given, but clear
    QList<int> open;    ///< given, and the case leaves open whether they hold

    [[nodiscard]] bool isFlawless() const
    {
        return answer == Answer::Right && missed.isEmpty() && tooMuch.isEmpty();
    }
    friend bool operator==(const TrainingResult &, const TrainingResult &) = default;
};

/// Reasons keep the order of the catalogue. An approval gives no reasons, whatever was noted on the way.
[[nodiscard]] TrainingResult compare(const Lesson &lesson, store::DecisionKind chosen,
                                     const QList<int> &reasons);

/// The true flaws as findings, with their places, to be drawn on the evidence.
[[nodiscard]] QList<Finding> findingsOf(const Lesson &lesson);

} // namespace scrutineer::review

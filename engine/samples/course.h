// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/samples/cases/plan.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>

namespace scrutineer::samples {

/// A case of a training course, as its script has it.
struct CourseCase
{
    QString id;         ///< "COURSE-0007"
    int difficulty = 1; ///< 1 easy to 5 mean
    QString decision;   ///< that is expected: "approve", "ask_for_files", "reject"
    CasePlan plan;
};

struct Course
{
    QString prefix; ///< of the ids
    uint64_t seed = 0;
    QList<CourseCase> cases; ///< in the order of the ids

    [[nodiscard]] QStringList caseIds() const;
};

/// The script that is built in (resources/course/course.json), from easy to mean. Any thread. Errors: those
/// of courseFrom.
[[nodiscard]] Result<Course> builtInCourse();

/// Reads a script. Errors: JsonInvalid, SchemaViolated (also: an id out of turn, a check that is not in the
/// catalogue, flaws that are approved or a flawless case that is not); where: JSON pointer.
[[nodiscard]] Result<Course> courseFrom(const QByteArray &json);

/// Draws the cases on all cores, each a bundle folder with a truth.json that also has the difficulty and the
/// lesson in every language there is ("lesson_texts"). The same script gives the same bytes. `progressed` is
/// called by the threads that draw, one at a time. Needs a QGuiApplication for its fonts. Errors: Cancelled
/// (what was written stays), ReadFailed, WriteFailed.
[[nodiscard]] Result<void> writeCourse(const QString &folder, const Course &course,
                                       const std::function<void(int done, int total)> &progressed,
                                       const std::atomic_bool &cancelled);

} // namespace scrutineer::samples

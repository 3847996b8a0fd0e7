// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/course.h"

#include "engine/base/json_text.h"
#include "engine/policy/catalogue.h"
#include "engine/samples/sample_cases.h"
#include "resources/resources.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
const QString fileName = u"course.json"_s;

const Result<JsonSchema> &schema()
{
    static const Result<JsonSchema> compiled =
        JsonSchema::compile(resources::read("schema/course.schema.json"_L1));
    return compiled;
}

Error violation(qsizetype index, const QString &member, const QString &rule)
{
    return {ErrorCode::SchemaViolated, jsonWhere(fileName, {u"cases"_s, QString::number(index), member}),
            rule};
}

std::optional<Trap> trapNamed(const QString &name)
{
    for (int i = 0; i < trapCount; ++i) {
        if (nameOf(static_cast<Trap>(i)) == name)
            return static_cast<Trap>(i);
    }
    return std::nullopt;
}

CourseCase caseFrom(const QJsonObject &object)
{
    CourseCase made;
    made.id = object["id"_L1].toString();
    made.difficulty = object["difficulty"_L1].toInt();
    made.decision = object["decision"_L1].toString();
    made.plan.level = object["level"_L1].toString() == "advanced"_L1 ? Level::Advanced : Level::Primary;
    made.plan.handheld = object["handheld"_L1].toBool();
    made.plan.trap = trapNamed(object["trap"_L1].toString());
    for (const QJsonValue &flaw : object["flaws"_L1].toArray())
        made.plan.flaws.append(
            {flaw["check"_L1].toString(), flaw["way"_L1].toInt(), flaw["strength"_L1].toDouble()});
    return made;
}

/// What the schema cannot say.
Result<void> checkCase(const CourseCase &made, const QString &prefix, qsizetype index)
{
    if (made.id != u"%1-%2"_s.arg(prefix).arg(index + 1, 4, 10, QLatin1Char('0')))
        return tl::unexpected(violation(index, u"id"_s, u"ids count up from PREFIX-0001"_s));
    for (const Flaw &flaw : made.plan.flaws) {
        if (!policy::checkById(flaw.id))
            return tl::unexpected(violation(index, u"flaws"_s, u"not a check of the catalogue"_s));
    }
    if (made.plan.flaws.isEmpty() != (made.decision == "approve"_L1))
        return tl::unexpected(violation(index, u"decision"_s, u"approve what has no flaws, and only that"_s));
    return {};
}

/// Lessons by language, then by case id.
using LessonTexts = QHash<QString, QJsonObject>;

LessonTexts lessonTexts()
{
    LessonTexts texts;
    for (const QString &name : resources::list("course"_L1)) {
        if (name == fileName)
            continue;
        const QByteArray json = resources::read(QLatin1StringView(("course/"_L1 + name).toLatin1()));
        texts.insert(name.section(u'.', 0, 0), QJsonDocument::fromJson(json).object());
    }
    return texts;
}

/// Tells in a case's truth.json what the script knows of it.
Result<void> addLesson(const QString &folder, const CourseCase &made, const LessonTexts &texts)
{
    const QString path = folder + u'/' + made.id + u"/truth.json"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ReadFailed, path, file.errorString());
    auto truth = parseJsonObject(file.readAll(), u"truth.json"_s);
    if (!truth)
        return tl::unexpected(truth.error());
    QJsonObject lessons;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        lessons.insert(it.key(), it.value()[made.id]);
    const QJsonValue english = lessons["en"_L1];
    truth->insert("decision"_L1, made.decision);
    truth->insert("difficulty"_L1, made.difficulty);
    truth->insert("lesson"_L1, english["wrong"_L1].toString() + u' ' + english["answer"_L1].toString());
    truth->insert("lesson_texts"_L1, lessons);
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(*truth).toJson()) < 0 || !out.commit())
        return failure(ErrorCode::WriteFailed, path, out.errorString());
    return {};
}
} // namespace

QStringList Course::caseIds() const
{
    QStringList ids;
    for (const CourseCase &made : cases)
        ids.append(made.id);
    return ids;
}

Result<Course> builtInCourse()
{
    return courseFrom(resources::read("course/course.json"_L1));
}

Result<Course> courseFrom(const QByteArray &json)
{
    const auto object = parseJsonObject(json, fileName);
    if (!object || !schema())
        return tl::unexpected(object ? schema().error() : object.error());
    if (const auto valid = schema()->check(*object, fileName); !valid)
        return tl::unexpected(valid.error());
    Course course{object->value("prefix"_L1).toString(),
                  static_cast<uint64_t>(object->value("seed"_L1).toInteger()),
                  {}};
    for (const QJsonValue &value : object->value("cases"_L1).toArray()) {
        const CourseCase made = caseFrom(value.toObject());
        if (const auto right = checkCase(made, course.prefix, course.cases.size()); !right)
            return tl::unexpected(right.error());
        course.cases.append(made);
    }
    return course;
}

Result<void> writeCourse(const QString &folder, const Course &course,
                         const std::function<void(int done, int total)> &progressed,
                         const std::atomic_bool &cancelled)
{
    QList<CasePlan> plans;
    for (const CourseCase &made : course.cases)
        plans.append(made.plan);
    const auto total = static_cast<int>(plans.size());
    const auto written = writePlannedCases(folder, course.prefix, plans, course.seed, [&](int done) {
        if (progressed)
            progressed(done, total);
        return !cancelled;
    });
    if (!written)
        return written;
    const LessonTexts texts = lessonTexts();
    for (const CourseCase &made : course.cases) {
        if (const auto told = addLesson(folder, made, texts); !told)
            return told;
    }
    return {};
}

} // namespace scrutineer::samples

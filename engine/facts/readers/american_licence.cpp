// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/american_licence.h"

#include "engine/facts/readers/field_values.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

/// The surname stands next above the given names and begins where they do, whether its number was read or
/// not.
void readSurnameAbove(const QList<LaidLine> &lines, const DocumentHints &hints,
                      QMap<QString, FoundField> &fields)
{
    constexpr double highest = 2.2; // heights of the given names, from middle to middle
    if (fields.contains(u"surname"_s) || !fields.contains(u"given_names"_s))
        return;
    const QRectF given = fields.value(u"given_names"_s).box;
    for (const LaidLine &line : lines) {
        const double up = given.center().y() - line.box.center().y();
        const bool begins = std::abs(line.box.left() - given.left()) < given.height();
        if (begins && up > 0.5 * given.height() && up < highest * given.height()) {
            if (const auto surname = valueOf(u"surname"_s, line.words, hints))
                fields[u"surname"_s] = *surname;
            return;
        }
    }
}

/// The number is told by its form.
void readNumber(const QList<LaidLine> &lines, const DocumentHints &hints, QMap<QString, FoundField> &fields)
{
    static const QRegularExpression number(
        u"^(?:[A-Z]\\d{3,5}-\\d{4,8}(?:-\\d{1,6})?|[A-Z]\\d{6,14}|\\d{2}-\\d{3}-\\d{4})[^\\w]*$"_s);
    for (int i = 0; i < lines.size() && !fields.contains(u"number"_s); ++i) {
        for (const PlacedWord &word : lines.at(i).words) {
            if (!number.match(word.text).hasMatch())
                continue;
            // Nothing else has this form; whether each letter is right is confirmed by a second look.
            PlacedWord formed = word;
            formed.confidence = std::max(word.confidence, leastConfidence);
            fields[u"number"_s] = valueOf(u"number"_s, {formed}, hints).value_or(FoundField{});
            break;
        }
    }
}

/// Surname and given names stand alone, one above the other, next above the line with the date of birth.
void readNamesAbove(const QRectF &birth, const QList<LaidLine> &lines, const DocumentHints &hints,
                    QMap<QString, FoundField> &fields)
{
    QList<LaidLine> capitals;
    for (const LaidLine &line : lines) {
        const bool above = line.box.bottom() < birth.top() + 0.3 * birth.height() &&
                           line.box.bottom() > birth.top() - 7 * birth.height();
        const std::optional<FoundField> name = valueOf(u"surname"_s, line.words, hints);
        if (above && name && name->value == name->value.toUpper() && name->text.size() + 4 > line.text.size())
            capitals += line;
    }
    std::sort(capitals.begin(), capitals.end(),
              [](const LaidLine &a, const LaidLine &b) { return a.box.top() < b.box.top(); });
    if (capitals.size() != 2 ||
        std::abs(capitals.first().box.left() - capitals.last().box.left()) > 3 * birth.height())
        return;
    fields[u"surname"_s] = *valueOf(u"surname"_s, capitals.first().words, hints);
    fields[u"given_names"_s] = *valueOf(u"surname"_s, capitals.last().words, hints);
}

} // namespace

bool hasAmericanLabels(const QList<LaidLine> &lines)
{
    static const QSet<QString> labels{u"DOB"_s, u"ISS"_s,  u"EXP"_s,  u"DLN"_s,  u"HGT"_s, u"WGT"_s,
                                      u"SEX"_s, u"EYES"_s, u"HAIR"_s, u"REST"_s, u"END"_s, u"CLASS"_s};
    constexpr qsizetype enough = 3;
    QSet<QString> seen;
    for (const LaidLine &line : lines) {
        for (const PlacedWord &word : line.words) {
            const QString label = word.text.section(u'/', 0, 0).toUpper();
            if (labels.contains(label))
                seen += label;
        }
    }
    return seen.size() >= enough;
}

void readAmericanLicence(const QList<LaidLine> &lines, const DocumentHints &hints,
                         QMap<QString, FoundField> &fields)
{
    readNumber(lines, hints, fields);
    readSurnameAbove(lines, hints, fields);
    if (!fields.contains(u"surname"_s) && fields.contains(u"date_of_birth"_s))
        readNamesAbove(fields.value(u"date_of_birth"_s).box, lines, hints, fields);
}

} // namespace scrutineer::facts

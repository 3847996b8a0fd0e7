// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/printed_fields.h"

#include "engine/facts/readers/field_labels.h"
#include "engine/text/addresses.h"
#include "engine/text/dates.h"
#include "engine/text/fold.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double furthestRight = 14; ///< from a label to its value, in heights of the label
constexpr double furthestBelow = 2.6;
constexpr double leastConfidence = 0.45;     ///< of the words of a value
constexpr double leastNameConfidence = 0.70; ///< a name has no form that tells a misreading
constexpr int oldestYears = 115;
constexpr int furthestExpiryYears = 60;

bool isEuropean(const DocumentHints &hints)
{
    return hints.issuer != "USA"_L1 && hints.issuer != "CAN"_L1;
}

bool sameRow(const QRectF &a, const QRectF &b)
{
    const double overlap = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return overlap > 0.45 * std::min(a.height(), b.height());
}

/// Words and labels of a whole card, so that values can be looked for around labels.
class Card
{
public:
    Card(const QList<LaidLine> &lines, const DocumentHints &hints)
        : m_lines(lines),
          m_labels(findLabels(lines, hints.type == DocumentType::DrivingLicence, isEuropean(hints)))
    {
    }

    [[nodiscard]] const QList<LabelHit> &labels() const { return m_labels; }

    /// Words to the right of a label, in its row, up to the next label.
    [[nodiscard]] QList<PlacedWord> rightOf(const LabelHit &label) const
    {
        QList<PlacedWord> words;
        const double end = nextLabelIn(label.box, label.box.right());
        for (int line = 0; line < m_lines.size(); ++line) {
            for (int word = 0; word < m_lines.at(line).words.size(); ++word) {
                const PlacedWord &placed = m_lines.at(line).words.at(word);
                const double gap = placed.box.left() - label.box.right();
                const bool beside = sameRow(placed.box, label.box) &&
                                    placed.box.center().x() > label.box.right() && placed.box.left() < end;
                if (beside && gap < furthestRight * label.box.height() && !isLabel(line, word))
                    words += placed;
            }
        }
        sortByLeft(words);
        return words;
    }

    /// Words in the row below a label, under it, up to where the next label's column begins.
    [[nodiscard]] QList<PlacedWord> below(const LabelHit &label) const
    {
        const double height = label.box.height();
        const double end = nextLabelIn(label.box, label.box.right());
        QList<PlacedWord> candidates;
        for (int line = 0; line < m_lines.size(); ++line) {
            for (int word = 0; word < m_lines.at(line).words.size(); ++word) {
                const PlacedWord &placed = m_lines.at(line).words.at(word);
                const double down = placed.box.top() - label.box.bottom();
                const bool under = placed.box.left() > label.box.left() - 2.5 * height &&
                                   placed.box.left() < end - 0.5 * height;
                if (under && down > -0.45 * height && down < furthestBelow * height &&
                    placed.box.center().y() > label.box.bottom() && !isLabel(line, word))
                    candidates += placed;
            }
        }
        if (candidates.isEmpty())
            return {};
        const auto first = std::min_element(
            candidates.begin(), candidates.end(),
            [](const PlacedWord &a, const PlacedWord &b) { return a.box.center().y() < b.box.center().y(); });
        const QRectF row = first->box;
        candidates.removeIf([&](const PlacedWord &word) { return !sameRow(word.box, row); });
        sortByLeft(candidates);
        return withoutFarWords(candidates, label.box);
    }

private:
    static void sortByLeft(QList<PlacedWord> &words)
    {
        std::sort(words.begin(), words.end(),
                  [](const PlacedWord &a, const PlacedWord &b) { return a.box.left() < b.box.left(); });
    }

    /// Stops at the first gap that is too wide for one value.
    static QList<PlacedWord> withoutFarWords(const QList<PlacedWord> &words, const QRectF &label)
    {
        QList<PlacedWord> near;
        for (const PlacedWord &word : words) {
            const bool starts = near.isEmpty() && word.box.left() < label.right() + 3 * label.height();
            const bool goesOn =
                !near.isEmpty() && word.box.left() - near.last().box.right() < 1.8 * word.box.height();
            if (!starts && !goesOn)
                break;
            near += word;
        }
        return near;
    }

    [[nodiscard]] bool isLabel(int line, int word) const
    {
        return std::any_of(m_labels.begin(), m_labels.end(), [&](const LabelHit &label) {
            return label.line == line && word >= label.firstWord && word <= label.lastWord;
        });
    }

    [[nodiscard]] double nextLabelIn(const QRectF &row, double from) const
    {
        double next = 1e9;
        for (const LabelHit &label : m_labels) {
            if (sameRow(label.box, row) && label.box.left() > from)
                next = std::min(next, label.box.left());
        }
        return next;
    }

    const QList<LaidLine> &m_lines;
    QList<LabelHit> m_labels;
};

FoundField fieldOf(const QList<PlacedWord> &words)
{
    FoundField field;
    QStringList texts;
    double sum = 0;
    for (const PlacedWord &word : words) {
        texts += word.text;
        field.box |= word.box;
        sum += word.confidence;
    }
    field.text = texts.join(u' ');
    field.confidence = words.isEmpty() ? 0 : sum / static_cast<double>(words.size());
    return field;
}

QString countryFor(const DocumentHints &hints, const QString &printed)
{
    if (!hints.issuer.isEmpty())
        return hints.issuer;
    return printed.contains(u'.') ? u"DE"_s
                                  : QString(); // points are put between day, month and year in Europe
}

std::optional<FoundField> asDate(const QList<PlacedWord> &words, const QString &field,
                                 const DocumentHints &hints)
{
    FoundField found = fieldOf(words);
    text::DateHints dates;
    dates.country = countryFor(hints, found.text);
    dates.reference = hints.day;
    dates.earliest = hints.day.addYears(-oldestYears);
    dates.latest = field == "expires_on"_L1 ? hints.day.addYears(furthestExpiryYears) : hints.day;
    const QList<text::DateHit> hits = text::findDates(found.text, dates);
    if (hits.isEmpty())
        return std::nullopt;
    const std::optional<QDate> date = text::resolve(hits.first(), dates);
    if (!date || *date < dates.earliest || *date > dates.latest)
        return std::nullopt;
    found.value = date->toString(Qt::ISODate);
    return found;
}

/// Letters of a name; what OCR saw of ornaments and labels around it is cut off.
std::optional<FoundField> asName(QList<PlacedWord> words)
{
    const auto isNamePart = [](const PlacedWord &word) {
        static const QRegularExpression part(u"^[\\p{L}][\\p{L}'’.-]*,?$"_s);
        return part.match(word.text).hasMatch() && word.confidence >= leastConfidence;
    };
    while (!words.isEmpty() && !isNamePart(words.first()))
        words.removeFirst();
    qsizetype count = 0;
    while (count < words.size() && isNamePart(words.at(count)))
        ++count;
    words = words.first(count);
    while (!words.isEmpty() && words.last().text.size() == 1 && words.size() > 1 &&
           words.last().confidence < 0.7)
        words.removeLast();
    FoundField found = fieldOf(words);
    static const QRegularExpression trailing(u"[,'’-]+$|(?<=\\p{L}{3})[.]+$"_s);
    found.value = QString(found.text).remove(trailing).trimmed();
    const qsizetype letters =
        std::count_if(found.value.begin(), found.value.end(), [](QChar c) { return c.isLetter(); });
    if (letters < 2 || !found.value.front().isUpper() || found.confidence < leastNameConfidence)
        return std::nullopt;
    return found;
}

/// A number has at least four digits; letters, digits and hyphens, in one word or a few.
std::optional<FoundField> asNumber(const QList<PlacedWord> &words)
{
    static const QRegularExpression part(u"^[A-Z0-9][A-Z0-9-]*$"_s);
    static const QRegularExpression edges(u"^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$"_s);
    QList<PlacedWord> kept;
    for (PlacedWord word : words) {
        word.text.remove(edges);
        if (word.text.isEmpty())
            continue;
        if (!part.match(word.text).hasMatch() || word.confidence < leastConfidence) {
            if (kept.isEmpty())
                continue;
            break;
        }
        kept += word;
    }
    FoundField found = fieldOf(kept);
    found.value = found.text;
    const qsizetype digits =
        std::count_if(found.value.begin(), found.value.end(), [](QChar c) { return c.isDigit(); });
    if (digits < 4 || found.value.size() > 24)
        return std::nullopt;
    return found;
}

std::optional<FoundField> valueOf(const QString &field, const QList<PlacedWord> &words,
                                  const DocumentHints &hints)
{
    if (words.isEmpty())
        return std::nullopt;
    if (field == "surname"_L1 || field == "given_names"_L1)
        return asName(words);
    if (field == "number"_L1)
        return asNumber(words);
    return asDate(words, field, hints);
}

/// "LIN, MEI-HUA" under a label for both: what stands before the comma is the surname.
void splitAtComma(QMap<QString, FoundField> &fields)
{
    for (const QString &key : {u"surname"_s, u"given_names"_s}) {
        const auto field = fields.constFind(key);
        if (field == fields.constEnd() || !field->value.contains(u',') || field->value.endsWith(u','))
            continue;
        const FoundField whole = *field;
        fields[u"surname"_s] = fields[u"given_names"_s] = whole;
        fields[u"surname"_s].value = whole.value.section(u',', 0, 0).trimmed();
        fields[u"given_names"_s].value = whole.value.section(u',', 1).remove(u',').trimmed();
        return;
    }
}

void readLabelled(const Card &card, const DocumentHints &hints, QMap<QString, FoundField> &fields)
{
    QMap<QString, int> strengths;
    for (const LabelHit &label : card.labels()) {
        if (label.field == "other"_L1 ||
            (fields.contains(label.field) && strengths[label.field] >= label.strength))
            continue;
        std::optional<FoundField> value = valueOf(label.field, card.rightOf(label), hints);
        if (!value && label.strength > 0)
            value = valueOf(label.field, card.below(label), hints);
        if (!value || value->confidence < leastConfidence)
            continue;
        fields[label.field] = *value;
        strengths[label.field] = label.strength;
    }
}

/// North American licences print number and names large and without words beside them.
void readUnlabelled(const QList<LaidLine> &lines, const DocumentHints &hints,
                    QMap<QString, FoundField> &fields)
{
    if (hints.type != DocumentType::DrivingLicence || isEuropean(hints))
        return;
    static const QRegularExpression number(u"^[A-Z]\\d{3,5}-\\d{4,8}(-\\d{1,6})?[^\\w]*$"_s);
    for (int i = 0; i < lines.size() && !fields.contains(u"number"_s); ++i) {
        for (const PlacedWord &word : lines.at(i).words) {
            if (!number.match(word.text).hasMatch())
                continue;
            fields[u"number"_s] = asNumber({word}).value_or(FoundField{});
            break;
        }
    }
    if (fields.contains(u"surname"_s) || !fields.contains(u"date_of_birth"_s))
        return;
    // Surname and given names stand alone, one above the other, next above the line with the date of birth.
    const QRectF birth = fields.value(u"date_of_birth"_s).box;
    QList<LaidLine> capitals;
    for (const LaidLine &line : lines) {
        const bool above = line.box.bottom() < birth.top() + 0.3 * birth.height() &&
                           line.box.bottom() > birth.top() - 7 * birth.height();
        const std::optional<FoundField> name = asName(line.words);
        if (above && name && name->value == name->value.toUpper() && name->text.size() + 4 > line.text.size())
            capitals += line;
    }
    std::sort(capitals.begin(), capitals.end(),
              [](const LaidLine &a, const LaidLine &b) { return a.box.top() < b.box.top(); });
    if (capitals.size() != 2 ||
        std::abs(capitals.first().box.left() - capitals.last().box.left()) > 3 * birth.height())
        return;
    fields[u"surname"_s] = *asName(capitals.first().words);
    fields[u"given_names"_s] = *asName(capitals.last().words);
}

/// Lines as the search for addresses gets them: without field numbers in front, and empty where other fields
/// stand.
QStringList addressTexts(const QList<LaidLine> &lines, const Card &card,
                         const QMap<QString, FoundField> &fields)
{
    static const QRegularExpression fieldNumber(u"^8\\.?\\s+(?=\\S)"_s);
    QStringList texts = textsOf(lines);
    for (const LabelHit &label : card.labels()) {
        const bool isAddress =
            label.field == "other"_L1 && label.firstWord == 0 && texts.at(label.line).startsWith(u'8');
        if (!isAddress)
            texts[label.line].clear();
    }
    for (int i = 0; i < lines.size(); ++i) {
        const bool taken = std::any_of(fields.begin(), fields.end(), [&](const FoundField &field) {
            return field.box.intersects(lines.at(i).box) && sameRow(field.box, lines.at(i).box);
        });
        if (taken)
            texts[i].clear();
        texts[i].remove(fieldNumber);
    }
    return texts;
}

void readAddress(const QList<LaidLine> &lines, const Card &card, const DocumentHints &hints,
                 QMap<QString, FoundField> &fields)
{
    const QList<text::FoundAddress> found =
        text::findAddresses(addressTexts(lines, card, fields), hints.issuer);
    const auto address =
        std::find_if(found.begin(), found.end(), [](const text::FoundAddress &one) { return one.complete; });
    if (address == found.end())
        return;
    FoundField field;
    field.value = address->text;
    field.text = address->text;
    field.confidence = 1;
    for (int i = address->firstLine; i < address->firstLine + address->lineCount && i < lines.size(); ++i) {
        field.box |= lines.at(i).box;
        field.confidence = std::min(field.confidence, lines.at(i).confidence);
    }
    if (field.confidence >= leastConfidence)
        fields[u"address"_s] = field;
}

/// Dates that contradict each other were misread or mislabelled: both are dropped.
void dropContradictions(QMap<QString, FoundField> &fields)
{
    const QString birth = fields.value(u"date_of_birth"_s).value;
    const QString issued = fields.value(u"issued_on"_s).value;
    const QString expires = fields.value(u"expires_on"_s).value;
    const auto notBefore = [](const QString &early, const QString &late) {
        return !early.isEmpty() && !late.isEmpty() && late <= early;
    };
    if (notBefore(birth, expires)) {
        fields.remove(u"date_of_birth"_s);
        fields.remove(u"expires_on"_s);
    }
    if (notBefore(birth, issued) || notBefore(issued, expires))
        fields.remove(u"issued_on"_s);
}

} // namespace

QMap<QString, FoundField> printedFields(const QList<LaidLine> &lines, const DocumentHints &hints)
{
    QMap<QString, FoundField> fields;
    const Card card(lines, hints);
    readLabelled(card, hints, fields);
    splitAtComma(fields);
    readUnlabelled(lines, hints, fields);
    readAddress(lines, card, hints, fields);
    dropContradictions(fields);
    const auto isEmpty = [](const FoundField &field) { return field.value.isEmpty(); };
    for (auto field = fields.begin(); field != fields.end();)
        field = isEmpty(field.value()) ? fields.erase(field) : std::next(field);
    return fields;
}

} // namespace scrutineer::facts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/number_column.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastNumbers = 3; ///< that must have been read
constexpr double inLine = 0.8;        ///< heights of a number that its left side may be off its column's
constexpr double inRow = 0.3;         ///< row distances that a row may be off its place
constexpr double evenRows = 0.15;     ///< by which row distances may differ

const QStringList &order()
{
    static const QStringList fields{u"surname"_s,   u"given_names"_s, u"date_of_birth"_s,
                                    u"issued_on"_s, u"expires_on"_s,  u"number"_s};
    return fields;
}

/// A number that was read.
struct Number
{
    int place = 0; ///< in order()
    QRectF box;

    [[nodiscard]] double y() const { return box.center().y(); }
};

template <typename Value>
Value middleOf(QList<Value> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// The numbers of one column from top to bottom; none where they are too few or out of order.
QList<Number> numbersIn(const QList<LabelHit> &labels)
{
    QList<Number> numbers;
    QList<double> lefts;
    for (const LabelHit &label : labels) {
        const qsizetype place = order().indexOf(label.field);
        if (label.strength == 0 && place >= 0) {
            numbers += Number{static_cast<int>(place), label.box};
            lefts += label.box.left();
        }
    }
    if (numbers.isEmpty())
        return {};
    const double left = middleOf(lefts);
    numbers.removeIf([&](const Number &number) {
        return std::abs(number.box.left() - left) > inLine * number.box.height();
    });
    std::sort(numbers.begin(), numbers.end(), [](const Number &a, const Number &b) { return a.y() < b.y(); });
    const bool inOrder =
        std::is_sorted(numbers.begin(), numbers.end(),
                       [](const Number &a, const Number &b) { return a.place < b.place; }) &&
        std::adjacent_find(numbers.begin(), numbers.end(), [](const Number &a, const Number &b) {
            return a.place == b.place;
        }) == numbers.end();
    return inOrder && numbers.size() >= leastNumbers ? numbers : QList<Number>{};
}

/// Where a row should be.
struct Expected
{
    double y = 0;
    bool enclosed = false; ///< numbers above and below it were read
};

/// The column: how far its rows are apart, and where its values begin.
class Column
{
public:
    Column(const QList<LaidLine> &lines, const QList<Number> &read) : m_lines(lines), m_numbers(read)
    {
        const QList<Number> &numbers = m_numbers;
        QList<double> distances;
        QList<double> heights;
        QList<double> lefts;
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            heights += numbers.at(i).box.height();
            lefts += numbers.at(i).box.left();
            if (i > 0)
                distances += distance(numbers.at(i - 1), numbers.at(i));
        }
        m_distance = middleOf(distances);
        m_height = middleOf(heights);
        m_left = middleOf(lefts);
        QList<double> starts;
        for (const Number &number : numbers) {
            if (const std::optional<Row> row = rowAt(number.y()); row && row->value)
                starts += row->value->box.left();
        }
        m_valueLeft = starts.isEmpty() ? 0 : middleOf(starts);
    }

    [[nodiscard]] bool isEven(const Number &a, const Number &b) const
    {
        return std::abs(distance(a, b) - m_distance) < evenRows * m_distance;
    }

    [[nodiscard]] std::optional<Expected> expected(int place) const
    {
        const auto next = std::find_if(m_numbers.begin(), m_numbers.end(),
                                       [&](const Number &number) { return number.place > place; });
        if (next == m_numbers.begin() && next->place == place + 1)
            return Expected{next->y() - m_distance, false};
        if (next == m_numbers.end() && m_numbers.last().place == place - 1)
            return Expected{m_numbers.last().y() + m_distance, false};
        if (next == m_numbers.begin() || next == m_numbers.end() || !isEven(*std::prev(next), *next))
            return std::nullopt;
        return Expected{std::prev(next)->y() + m_distance * (place - std::prev(next)->place), true};
    }

    /// The label of a row; it counts as a number of the column from now on.
    [[nodiscard]] std::optional<LabelHit> find(int place);

private:
    struct Row
    {
        int line = -1;
        int word = -1;                      ///< of a piece of print where the column's numbers stand
        const PlacedWord *number = nullptr; ///< that piece
        const PlacedWord *value = nullptr;  ///< the first word right of it
        int valueLine = -1;
    };

    static double distance(const Number &a, const Number &b) { return (b.y() - a.y()) / (b.place - a.place); }

    /// What stands at a height.
    [[nodiscard]] std::optional<Row> rowAt(double y) const
    {
        Row row;
        for (int line = 0; line < m_lines.size(); ++line) {
            for (int word = 0; word < m_lines.at(line).words.size(); ++word) {
                const PlacedWord &placed = m_lines.at(line).words.at(word);
                if (std::abs(placed.box.center().y() - y) > inRow * m_distance)
                    continue;
                if (std::abs(placed.box.left() - m_left) < inLine * m_height) {
                    row.line = line;
                    row.word = word;
                    row.number = &placed;
                } else if (placed.box.left() > m_left &&
                           (!row.value || placed.box.left() < row.value->box.left())) {
                    row.value = &placed;
                    row.valueLine = line;
                }
            }
        }
        return row.number || row.value ? std::optional(row) : std::nullopt;
    }

    const QList<LaidLine> &m_lines;
    QList<Number> m_numbers; ///< from top to bottom
    double m_distance = 0;
    double m_height = 0;
    double m_left = 0;
    double m_valueLeft = 0;
};

/// Whether OCR may have made this of the number; what is another field's number beyond doubt is not this one.
bool mayBe(const QString &printed, int place, bool enclosed)
{
    static const QStringList others{u"4c"_s, u"4d"_s, u"6"_s, u"7"_s, u"8"_s, u"9"_s};
    static const QStringList alike{u"1li|!7"_s, u"2z"_s, u"3"_s, u"4a@e"_s, u"4b6hv"_s, u"5s"_s};
    QString token = printed.toLower();
    token.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    if (token.size() > 3 || (others.contains(token) && !(enclosed && token.size() == 1)))
        return false;
    return enclosed ||
           std::all_of(token.begin(), token.end(), [&](QChar c) { return alike.at(place).contains(c); });
}

std::optional<LabelHit> Column::find(int place)
{
    const std::optional<Expected> where = expected(place);
    const std::optional<Row> row = where ? rowAt(where->y) : std::nullopt;
    if (!row || !row->value || std::abs(row->value->box.left() - m_valueLeft) > inLine * m_height)
        return std::nullopt;
    LabelHit label{order().at(place), row->valueLine, 0, -1,
                   QRectF(m_left, where->y - m_height / 2, m_height, m_height)};
    if (row->number) {
        if (!mayBe(row->number->text, place, where->enclosed))
            return std::nullopt;
        label = {order().at(place), row->line, row->word, row->word, row->number->box};
    } else if (!where->enclosed && place > 0) {
        // Without a number, only what stands above the given names or between two neighbours is beyond doubt.
        return std::nullopt;
    }
    const auto below = std::find_if(m_numbers.begin(), m_numbers.end(),
                                    [&](const Number &number) { return number.place > place; });
    m_numbers.insert(below, Number{place, label.box});
    return label;
}

} // namespace

void completeNumbers(const QList<LaidLine> &lines, QList<LabelHit> &labels)
{
    const QList<Number> numbers = numbersIn(labels);
    if (numbers.isEmpty())
        return;
    Column column(lines, numbers);
    for (int place = 0; place < order().size(); ++place) {
        const bool known = std::any_of(labels.begin(), labels.end(), [&](const LabelHit &label) {
            return label.field == order().at(place);
        });
        if (known)
            continue;
        if (const std::optional<LabelHit> label = column.find(place))
            labels += *label;
    }
}

} // namespace scrutineer::facts

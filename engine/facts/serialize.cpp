// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/serialize.h"

#include "engine/facts/members.h"

#include <QCborArray>
#include <QtEndian>

#include <cmath>
#include <limits>
#include <type_traits>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {
/// put() makes a value; get() takes one in and answers whether it had the right shape. Where it had not, the
/// target keeps its default. A class, so that all overloads see each other whatever their order.
struct Cbor : Members
{
    // Plain values

    static QCborValue put(bool value) { return value; }
    static QCborValue put(int value) { return value; }
    static QCborValue put(qint64 value) { return value; }
    static QCborValue put(quint64 value) { return static_cast<qint64>(value); }
    static QCborValue put(double value) { return value; }
    static QCborValue put(const QString &value) { return value; }
    static QCborValue put(const QDate &value) { return value.toString(Qt::ISODate); }
    static QCborValue put(const QPointF &value) { return QCborArray{value.x(), value.y()}; }
    static QCborValue put(const QRectF &value)
    {
        return QCborArray{value.x(), value.y(), value.width(), value.height()};
    }
    static QCborValue put(const QSize &value) { return QCborArray{value.width(), value.height()}; }
    static QCborValue put(Role value) { return toName(value); }
    static QCborValue put(DocumentType value) { return toName(value); }
    static QCborValue put(DocumentSide value) { return toName(value); }
    static QCborValue put(Cause value) { return toName(value); }
    static QCborValue put(ErrorCode value) { return toName(value); }

    static bool get(const QCborValue &from, bool &value)
    {
        if (from.isBool())
            value = from.toBool();
        return from.isBool();
    }

    template <typename Integer>
    static bool getInteger(const QCborValue &from, Integer &value)
    {
        const qint64 number = from.toInteger();
        const bool fits = std::is_same_v<Integer, quint64> || std::in_range<Integer>(number);
        if (!from.isInteger() || !fits)
            return false;
        value = static_cast<Integer>(number);
        return true;
    }

    static bool get(const QCborValue &from, int &value) { return getInteger(from, value); }
    static bool get(const QCborValue &from, qint64 &value) { return getInteger(from, value); }
    static bool get(const QCborValue &from, quint64 &value) { return getInteger(from, value); }

    static bool get(const QCborValue &from, double &value)
    {
        const double number = from.toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!std::isfinite(number))
            return false;
        value = number;
        return true;
    }

    static bool get(const QCborValue &from, QString &value)
    {
        if (from.isString())
            value = from.toString();
        return from.isString();
    }

    static bool get(const QCborValue &from, QDate &value)
    {
        const QDate date = QDate::fromString(from.toString(), Qt::ISODate);
        if (date.isValid())
            value = date;
        return date.isValid();
    }

    /// Exactly as many finite numbers as asked for.
    template <std::size_t count>
    static std::optional<std::array<double, count>> numbers(const QCborValue &from)
    {
        const QCborArray array = from.toArray();
        std::array<double, count> values{};
        if (array.size() != qsizetype(count))
            return std::nullopt;
        for (std::size_t i = 0; i < count; ++i) {
            if (!get(array.at(qsizetype(i)), values[i]))
                return std::nullopt;
        }
        return values;
    }

    static bool get(const QCborValue &from, QPointF &value)
    {
        const auto n = numbers<2>(from);
        if (n)
            value = {(*n)[0], (*n)[1]};
        return n.has_value();
    }

    static bool get(const QCborValue &from, QRectF &value)
    {
        const auto n = numbers<4>(from);
        if (n)
            value = {(*n)[0], (*n)[1], (*n)[2], (*n)[3]};
        return n.has_value();
    }

    static bool get(const QCborValue &from, QSize &value)
    {
        const QCborArray array = from.toArray();
        int width = 0;
        int height = 0;
        if (array.size() != 2 || !get(array.at(0), width) || !get(array.at(1), height))
            return false;
        value = {width, height};
        return true;
    }

    static bool get(const QCborValue &from, Role &value)
    {
        const auto role = roleFromName(from.toString());
        value = role.value_or(value);
        return role.has_value();
    }

    static bool get(const QCborValue &from, DocumentType &value)
    {
        const auto type = documentTypeFromName(from.toString());
        value = type.value_or(value);
        return type.has_value();
    }

    static bool get(const QCborValue &from, DocumentSide &value)
    {
        const auto side = documentSideFromName(from.toString());
        value = side.value_or(value);
        return side.has_value();
    }

    static bool get(const QCborValue &from, Cause &value)
    {
        value = causeFromName(from.toString());
        return from.isString();
    }

    static bool get(const QCborValue &from, ErrorCode &value)
    {
        value = errorCodeFromName(from.toString());
        return from.isString();
    }

    // Compact forms: a polygon is x, y, x, y, …; an embedding is the little-endian bytes of its floats.

    static QCborValue put(const QPolygonF &polygon)
    {
        QCborArray flat;
        for (const QPointF &point : polygon) {
            flat.append(point.x());
            flat.append(point.y());
        }
        return flat;
    }

    static bool get(const QCborValue &from, QPolygonF &polygon)
    {
        const QCborArray flat = from.toArray();
        if (!from.isArray() || flat.size() % 2 != 0)
            return false;
        QPolygonF points;
        for (qsizetype i = 0; i < flat.size(); i += 2) {
            QPointF point;
            if (!get(flat.at(i), point.rx()) || !get(flat.at(i + 1), point.ry()))
                return false;
            points += point;
        }
        polygon = points;
        return true;
    }

    static QCborValue put(const QList<float> &values)
    {
        if (values.isEmpty())
            return QByteArray();
        QByteArray bytes(values.size() * qsizetype(sizeof(float)), Qt::Uninitialized);
        qToLittleEndian<float>(values.constData(), values.size(), bytes.data());
        return bytes;
    }

    static bool get(const QCborValue &from, QList<float> &values)
    {
        const QByteArray bytes = from.toByteArray();
        if (!from.isByteArray() || bytes.size() % qsizetype(sizeof(float)) != 0)
            return false;
        if (bytes.isEmpty()) {
            values.clear();
            return true;
        }
        QList<float> floats(bytes.size() / qsizetype(sizeof(float)));
        qFromLittleEndian<float>(bytes.constData(), floats.size(), floats.data());
        if (!std::all_of(floats.cbegin(), floats.cend(), [](float value) { return std::isfinite(value); }))
            return false;
        values = floats;
        return true;
    }

    // Compositions

    template <typename T>
    static QCborValue put(const QList<T> &list)
    {
        QCborArray array;
        for (const T &value : list)
            array.append(put(value));
        return array;
    }

    /// Elements of another shape are left out.
    template <typename T>
    static bool get(const QCborValue &from, QList<T> &list)
    {
        if (!from.isArray())
            return false;
        list.clear();
        for (const QCborValue &element : from.toArray()) {
            T value{};
            if (get(element, value))
                list += value;
        }
        return true;
    }

    template <typename T>
    static QCborValue put(const QMap<QString, T> &map)
    {
        QCborMap out;
        for (auto it = map.begin(); it != map.end(); ++it)
            out.insert(it.key(), put(it.value()));
        return out;
    }

    template <typename T>
    static bool get(const QCborValue &from, QMap<QString, T> &map)
    {
        if (!from.isMap())
            return false;
        map.clear();
        const QCborMap in = from.toMap();
        for (auto it = in.begin(); it != in.end(); ++it) {
            T value{};
            if (it.key().isString() && get(it.value(), value))
                map.insert(it.key().toString(), value);
        }
        return true;
    }

    template <typename T>
    static QCborValue put(const std::optional<T> &value)
    {
        return value ? put(*value) : QCborValue(nullptr);
    }

    template <typename T>
    static bool get(const QCborValue &from, std::optional<T> &value)
    {
        T inner{};
        value = get(from, inner) ? std::optional<T>(inner) : std::nullopt;
        return value.has_value();
    }

    template <typename T>
    static QCborValue put(const Reading<T> &reading)
    {
        return reading ? QCborMap{{"value"_L1, put(*reading)}}
                       : QCborMap{{"missing"_L1, put(reading.missing())}};
    }

    template <typename T>
    static bool get(const QCborValue &from, Reading<T> &reading)
    {
        const QCborMap in = from.toMap();
        T value{};
        NotRead missing;
        if (get(in.value("value"_L1), value))
            reading = value;
        else if (get(in.value("missing"_L1), missing))
            reading = missing;
        return from.isMap();
    }

    template <typename T>
    static QCborValue put(const T &value)
    {
        QCborMap map;
        // describe() hands out the members by reference for both directions; this one only reads them.
        describe(const_cast<T &>(value),
                 [&map](QLatin1StringView name, const auto &member) { map.insert(name, put(member)); });
        return map;
    }

    template <typename T>
    static bool get(const QCborValue &from, T &value)
    {
        const QCborMap map = from.toMap();
        describe(value, [&map](QLatin1StringView name, auto &member) { get(map.value(name), member); });
        return from.isMap();
    }
};
} // namespace

QCborMap toCbor(const FileFacts &file)
{
    return Cbor::put(file).toMap();
}
QCborMap toCbor(const Facts &facts)
{
    return Cbor::put(facts).toMap();
}

FileFacts fileFactsFromCbor(const QCborMap &map)
{
    FileFacts file;
    Cbor::get(map, file);
    return file;
}

Facts factsFromCbor(const QCborMap &map)
{
    Facts facts;
    Cbor::get(map, facts);
    return facts;
}

} // namespace scrutineer::facts

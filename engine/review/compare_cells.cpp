// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/compare_cells.h"

#include "engine/text/addresses.h"
#include "engine/text/dates.h"
#include "engine/text/diff.h"
#include "engine/text/fold.h"
#include "engine/text/names.h"

#include <QCoreApplication>
#include <QLocale>

namespace scrutineer::review {

namespace {
// As in the built-in policy for poa.address_mismatch: similarity of street and city, 0 to 1. The table
// only colours a cell; what counts is the check's finding.
constexpr double streetFloor = 0.85;
constexpr double cityFloor = 0.9;

QString upperAlphanumeric(const QString &text)
{
    QString kept;
    for (const QChar c : text.toUpper()) {
        if (c.isLetterOrNumber())
            kept.append(c);
    }
    return kept;
}

bool sameCountry(const QString &a, const QString &b)
{
    const QString codeA = text::alpha2(a);
    const QString codeB = text::alpha2(b);
    if (!codeA.isEmpty() && !codeB.isEmpty())
        return codeA == codeB;
    return text::fold(a) == text::fold(b);
}

bool isSame(Field field, const QString &declared, const QString &read, const std::optional<Address> &address)
{
    switch (field) {
    case Field::Name: {
        // Documents put the surname first or last as their country does: check 161 finds no fault with that.
        const text::NameMatch kind = text::compareNames(declared, read).kind;
        return kind == text::NameMatch::Same || kind == text::NameMatch::Order;
    }
    case Field::DocumentNumber:
        return upperAlphanumeric(declared) == upperAlphanumeric(read);
    case Field::Issuer:
    case Field::Nationality:
        return sameCountry(declared, read);
    case Field::Address:
        return address && text::compareAddress(*address, read).matches(streetFloor, cityFloor);
    case Field::DateOfBirth:
    case Field::ExpiresOn:
    case Field::ProofIssuedOn:
        break;
    }
    return declared == read;
}

/// Whether a part of a name is there as it was declared.
bool isPartOf(const QString &declared, const QString &read)
{
    const text::NameComparison names = text::compareNames(declared, read);
    return names.extra.isEmpty() &&
           (names.kind == text::NameMatch::Partial || names.kind == text::NameMatch::MissingMiddle);
}

QList<Segment> segmentsOf(const QString &declared, const QString &read)
{
    QList<Segment> segments;
    for (const text::DiffSegment &part : text::diff(declared, read)) {
        const auto kind = part.kind == text::DiffKind::Equal      ? Segment::Kind::Same
                          : part.kind == text::DiffKind::Inserted ? Segment::Kind::Added
                                                                  : Segment::Kind::Missing;
        segments.append({kind, part.text});
    }
    return segments;
}

Cell cellFor(Field field, const Value &declared, const Value &value, const std::optional<Address> &address)
{
    Cell cell;
    if (value.text.isEmpty())
        return cell;
    cell.text = value.text;
    cell.region = value.region;
    cell.segments = {{Segment::Kind::Same, value.text}};
    if (declared.text.isEmpty()) {
        cell.state = Cell::State::NotComparable;
        cell.spoken = {QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "Nothing was declared.")), {}};
    } else if (value.part && isPartOf(declared.text, value.text)) {
        cell.state = Cell::State::NotComparable;
        cell.spoken = *value.part;
        cell.note = value.part;
    } else if (isSame(field, declared.text, value.text, address)) {
        cell.state = Cell::State::Same;
        cell.spoken = {QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "As declared.")), {}};
    } else {
        cell.state = Cell::State::Different;
        cell.segments = segmentsOf(declared.text, value.text);
        cell.spoken = text::diffInWords(declared.text, value.text);
    }
    return cell;
}

/// English grouping: values of sentences are formatted without regard to the reader's language.
QString grouped(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

Sentence days(const char *one, const char *many, qint64 count, const QStringList &more = {})
{
    const QString text = QString::fromUtf8(count == 1 ? one : many);
    return {text, QStringList{grouped(count)} + more};
}

int fullYears(const QDate &from, const QDate &to)
{
    const int years = to.year() - from.year();
    return from.addYears(years) > to ? years - 1 : years;
}

Sentence expiryInWords(qint64 left)
{
    if (left < 0)
        return days(QT_TRANSLATE_NOOP("scrutineer", "expired %1 day before submission"),
                    QT_TRANSLATE_NOOP("scrutineer", "expired %1 days before submission"), -left);
    return days(QT_TRANSLATE_NOOP("scrutineer", "valid for %1 more day at submission"),
                QT_TRANSLATE_NOOP("scrutineer", "valid for %1 more days at submission"), left);
}

Sentence issueInWords(qint64 age, int months)
{
    if (age < 0)
        return days(QT_TRANSLATE_NOOP("scrutineer", "issued %1 day after submission"),
                    QT_TRANSLATE_NOOP("scrutineer", "issued %1 days after submission"), -age);
    return days(QT_TRANSLATE_NOOP("scrutineer", "issued %1 day before submission; %2 months allowed"),
                QT_TRANSLATE_NOOP("scrutineer", "issued %1 days before submission; %2 months allowed"), age,
                {QString::number(months)});
}
} // namespace

Row makeRow(Field field, const Value &declared, const QList<Value> &others,
            const std::optional<Address> &declaredAddress)
{
    Row row{field, {}};
    Cell reference;
    if (!declared.text.isEmpty()) {
        reference.state = Cell::State::Reference;
        reference.text = declared.text;
        reference.segments = {{Segment::Kind::Same, declared.text}};
    }
    row.cells.append(reference);
    for (const Value &value : others)
        row.cells.append(cellFor(field, declared, value, declaredAddress));
    return row;
}

std::optional<Sentence> ageInWords(Field field, const QString &isoDate, const QDate &submitted,
                                   int proofMaxAgeMonths)
{
    const QDate date = QDate::fromString(isoDate, Qt::ISODate);
    if (!date.isValid() || !submitted.isValid())
        return std::nullopt;
    if (field == Field::DateOfBirth)
        return days(QT_TRANSLATE_NOOP("scrutineer", "%1 year old at submission"),
                    QT_TRANSLATE_NOOP("scrutineer", "%1 years old at submission"),
                    fullYears(date, submitted));
    if (field == Field::ExpiresOn)
        return expiryInWords(submitted.daysTo(date));
    if (field == Field::ProofIssuedOn)
        return issueInWords(text::ageDays(date, submitted), proofMaxAgeMonths);
    return std::nullopt;
}

} // namespace scrutineer::review

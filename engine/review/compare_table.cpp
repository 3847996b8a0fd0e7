// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/review/compare_table.h"

#include "engine/review/compare_cells.h"
#include "engine/text/addresses.h"
#include "engine/text/names.h"

#include <QCoreApplication>

#include <array>

namespace scrutineer::review {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array fields{Field::Name,   Field::DateOfBirth, Field::DocumentNumber, Field::ExpiresOn,
                            Field::Issuer, Field::Nationality, Field::Address,        Field::ProofIssuedOn};

QString isoText(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QString();
}

Region regionOf(const QString &path, const facts::TextLine &line)
{
    return {path, line.page, line.region, line.text};
}

QString addressText(const Address &address)
{
    const QString city = QStringList{address.postalCode, address.city}.join(u' ').trimmed();
    QStringList parts{address.street, city, address.region, address.country};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

Value declaredValue(const Case &input, Field field)
{
    const DeclaredDocument document = input.document.value_or(DeclaredDocument{});
    switch (field) {
    case Field::Name:
        return {input.applicant.fullName};
    case Field::DateOfBirth:
        return {isoText(input.applicant.dateOfBirth)};
    case Field::DocumentNumber:
        return {document.number};
    case Field::ExpiresOn:
        return {isoText(document.expiresOn)};
    case Field::Issuer:
        return {document.issuingCountry};
    case Field::Nationality:
        return {input.applicant.nationality};
    case Field::Address:
        return {input.applicant.address ? addressText(*input.applicant.address) : QString()};
    case Field::ProofIssuedOn:
        break;
    }
    return {};
}

std::optional<Value> printedField(const facts::FileFacts &file, const QString &name)
{
    const auto found = file.document->printed.constFind(name);
    if (found == file.document->printed.cend() || found->value.isEmpty())
        return std::nullopt;
    return Value{found->value, regionOf(file.path, found->source)};
}

std::optional<Value> printedName(const facts::FileFacts &file)
{
    if (auto full = printedField(file, u"full_name"_s))
        return full;
    const auto given = printedField(file, u"given_names"_s);
    const auto surname = printedField(file, u"surname"_s);
    const auto alone = [](std::optional<Value> part, const char *what) {
        if (part)
            part->part = Sentence{QString::fromUtf8(what), {}};
        return part;
    };
    if (!given)
        return alone(surname, QT_TRANSLATE_NOOP("scrutineer", "only the surname was read"));
    if (!surname)
        return alone(given, QT_TRANSLATE_NOOP("scrutineer", "only the given names were read"));
    return Value{given->text + u' ' + surname->text, surname->region};
}

std::optional<Value> printedOn(const facts::FileFacts &file, Field field)
{
    switch (field) {
    case Field::Name:
        return printedName(file);
    case Field::DateOfBirth:
        return printedField(file, u"date_of_birth"_s);
    case Field::DocumentNumber:
        return printedField(file, u"number"_s);
    case Field::ExpiresOn:
        return printedField(file, u"expires_on"_s);
    case Field::Issuer:
        return printedField(file, u"issuer"_s);
    case Field::Nationality:
        return printedField(file, u"nationality"_s);
    case Field::Address:
        return printedField(file, u"address"_s);
    case Field::ProofIssuedOn:
        break;
    }
    return std::nullopt;
}

/// The line of the zone that a field stands on, from 0 (ICAO 9303 parts 4 to 7: TD3, TD2 and visas have the
/// name above and the rest below, TD1 has number, dates and name on a line each); nothing for other formats.
std::optional<int> mrzLine(const QString &format, Field field)
{
    const bool onNameLine = field == Field::Name;
    if (format == u"TD1") {
        if (onNameLine)
            return 2;
        return field == Field::DocumentNumber || field == Field::Issuer ? 0 : 1;
    }
    if (format == u"TD2" || format == u"TD3" || format.startsWith(u"MRV"))
        return onNameLine || field == Field::Issuer ? 0 : 1;
    return std::nullopt;
}

Region mrzRegion(const QString &path, const facts::Mrz &mrz, Field field)
{
    const auto line = mrzLine(mrz.format, field);
    if (line && *line < mrz.lineRegions.size() && *line < mrz.lines.size())
        return {path, 0, mrz.lineRegions[*line], mrz.lines[*line]};
    QRectF all;
    for (const QPolygonF &region : mrz.lineRegions)
        all |= region.boundingRect();
    return {path, 0, all.isEmpty() ? QPolygonF() : QPolygonF(all), mrz.lines.join(u'\n')};
}

std::optional<Value> mrzOn(const facts::FileFacts &file, Field field)
{
    if (!file.document->mrz)
        return std::nullopt;
    const facts::Mrz &mrz = *file.document->mrz;
    const auto text = [&]() -> QString {
        switch (field) {
        case Field::Name:
            return (mrz.fields.givenNames + u' ' + mrz.fields.surname).trimmed();
        case Field::DateOfBirth:
            return isoText(mrz.fields.dateOfBirth);
        case Field::DocumentNumber:
            return mrz.fields.number;
        case Field::ExpiresOn:
            return isoText(mrz.fields.expiresOn);
        case Field::Issuer:
            return mrz.fields.issuer;
        case Field::Nationality:
            return mrz.fields.nationality;
        case Field::Address:
        case Field::ProofIssuedOn:
            break;
        }
        return {};
    }();
    if (text.isEmpty())
        return std::nullopt;
    return Value{text, mrzRegion(file.path, mrz, field)};
}

template <typename Find>
Value onDocument(const facts::Facts &facts, Find find)
{
    for (const Role role : {Role::DocumentFront, Role::DocumentBack}) {
        const facts::FileFacts *file = facts.fileOf(role);
        if (!file || !file->document)
            continue;
        if (const auto value = find(*file))
            return *value;
    }
    return {};
}

/// The nearest of several candidates to what was declared; the first where nothing was.
template <typename Closeness>
const facts::PrintedField *nearest(const QList<facts::PrintedField> &candidates, Closeness closeness)
{
    const auto best =
        std::max_element(candidates.cbegin(), candidates.cend(), [&](const auto &a, const auto &b) {
            return closeness(a.value) < closeness(b.value);
        });
    return best == candidates.cend() ? nullptr : &*best;
}

Value proofValue(const Case &input, const facts::Facts &facts, Field field)
{
    const facts::FileFacts *file = facts.fileOf(Role::AddressProof);
    if (!file || !file->addressProof)
        return {};
    const facts::AddressProof &proof = *file->addressProof;
    const facts::PrintedField *found = nullptr;
    if (field == Field::Name)
        found = nearest(proof.names, [&](const QString &name) {
            return text::compareNames(input.applicant.fullName, name).similarity;
        });
    else if (field == Field::Address)
        found = nearest(proof.addresses, [&](const QString &address) {
            const Address declared = input.applicant.address.value_or(Address{});
            return text::compareAddress(declared, address).closeness();
        });
    else if (field == Field::ProofIssuedOn && proof.issuedOn)
        found = &*proof.issuedOn;
    if (!found)
        return {};
    return {found->value, regionOf(file->path, found->source)};
}
} // namespace

QList<Row> compareTable(const Case &input, const facts::Facts &facts, int proofMaxAgeMonths)
{
    QList<Row> rows;
    for (const Field field : fields) {
        const Value printed = onDocument(facts, [&](const auto &file) { return printedOn(file, field); });
        const Value mrz = onDocument(facts, [&](const auto &file) { return mrzOn(file, field); });
        Row row = makeRow(field, declaredValue(input, field), {printed, mrz, proofValue(input, facts, field)},
                          input.applicant.address);
        const bool anything = std::any_of(row.cells.cbegin(), row.cells.cend(),
                                          [](const Cell &cell) { return cell.state != Cell::State::Empty; });
        if (!anything)
            continue;
        for (Cell &cell : row.cells) {
            if (!cell.note)
                cell.note = ageInWords(field, cell.text, input.submissionDay(), proofMaxAgeMonths);
        }
        rows.append(row);
    }
    return rows;
}

QString toLabel(Field field)
{
    constexpr std::array labels{
        QT_TRANSLATE_NOOP("scrutineer", "Name"),
        QT_TRANSLATE_NOOP("scrutineer", "Date of birth"),
        QT_TRANSLATE_NOOP("scrutineer", "Document number"),
        QT_TRANSLATE_NOOP("scrutineer", "Expires on"),
        QT_TRANSLATE_NOOP("scrutineer", "Issued by"),
        QT_TRANSLATE_NOOP("scrutineer", "Nationality"),
        QT_TRANSLATE_NOOP("scrutineer", "Address"),
        QT_TRANSLATE_NOOP("scrutineer", "Proof issued on"),
    };
    return QCoreApplication::translate("scrutineer", labels[static_cast<size_t>(field)]);
}

QString toLabel(Source source)
{
    constexpr std::array labels{
        QT_TRANSLATE_NOOP("scrutineer", "Declared"),
        QT_TRANSLATE_NOOP("scrutineer", "Printed"),
        QT_TRANSLATE_NOOP("scrutineer", "Machine-readable"),
        QT_TRANSLATE_NOOP("scrutineer", "Proof of address"),
    };
    return QCoreApplication::translate("scrutineer", labels[static_cast<size_t>(source)]);
}

} // namespace scrutineer::review

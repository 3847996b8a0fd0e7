// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"

#include "engine/text/aamva/aamva.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
QString joinedName(const QString &given, const QString &surname)
{
    return given.isEmpty() || surname.isEmpty() ? given + surname : given + u' ' + surname;
}

bool isDateKey(const QString &key)
{
    return key == "date_of_birth"_L1 || key == "expires_on"_L1;
}

QString mrzValue(const facts::MrzFields &fields, const QString &key)
{
    const auto iso = [](const std::optional<QDate> &date) { return date ? isoDate(*date) : QString(); };
    if (key == "date_of_birth"_L1)
        return iso(fields.dateOfBirth);
    if (key == "expires_on"_L1)
        return iso(fields.expiresOn);
    if (key == "number"_L1)
        return fields.number;
    return joinedName(fields.givenNames, fields.surname);
}

Region mrzRegion(const facts::FileFacts &file, const facts::Mrz &mrz)
{
    QPolygonF all;
    for (const QPolygonF &line : mrz.lineRegions)
        all = all.united(line);
    return {file.path, 0, all.isEmpty() ? QPolygonF() : QPolygonF(all.boundingRect()), mrz.lines.join(u'\n')};
}

QString barcodeValue(const text::AamvaCard &card, const QString &key)
{
    const auto iso = [](const std::optional<QDate> &date) { return date ? isoDate(*date) : QString(); };
    if (key == "date_of_birth"_L1)
        return iso(card.dateOfBirth);
    if (key == "expires_on"_L1)
        return iso(card.expiresOn);
    if (key == "number"_L1)
        return card.number;
    return joinedName(card.givenNames, card.surname);
}

void addMrz(QList<FieldValue> &values, const facts::FileFacts &file, const QString &key)
{
    const facts::Reading<facts::Mrz> &mrz = file.document->mrz;
    if (!mrz)
        return;
    const QString value = mrzValue(mrz->fields, key);
    if (value.isEmpty())
        return;
    // A name has no check digit of its own; it stands in a zone that was proven to be read well. Nor has the
    // expiry of a one-line licence, which its composite digit covers.
    const bool own =
        key == "full_name"_L1 || mrz->checkDigits.value(key, mrz->checkDigits.value(u"composite"_s, false));
    const bool verified = mrz->verified && !mrz->repaired && own;
    const QString name = key == "full_name"_L1 ? u"surname"_s : key;
    values.append({Origin::MachineReadable, value, verified, mrz->repaired, verified ? 1.0 : 0.5,
                   mrzRegion(file, *mrz), u"document.mrz.fields."_s + name});
}

void addBarcodes(QList<FieldValue> &values, const facts::FileFacts &file, const QString &key)
{
    const facts::Reading<QList<facts::Barcode>> &barcodes = file.document->barcodes;
    if (!barcodes)
        return;
    for (const facts::Barcode &barcode : *barcodes) {
        const std::optional<text::AamvaCard> card = text::parseAamva(barcode.text);
        const QString value = card ? barcodeValue(*card, key) : QString();
        if (!value.isEmpty())
            values.append({Origin::Barcode,
                           value,
                           true,
                           false,
                           1,
                           {file.path, 0, barcode.region, value},
                           u"document.barcodes"_s});
    }
}

void addPrinted(QList<FieldValue> &values, const facts::FileFacts &file, const QString &key)
{
    const QMap<QString, facts::PrintedField> &printed = file.document->printed;
    const auto add = [&](const QString &value, const facts::PrintedField &field, const QString &name) {
        if (!value.isEmpty())
            values.append({Origin::Printed, value, false, false, field.source.confidence,
                           regionOf(file.path, field.source), u"document.printed."_s + name});
    };
    if (const auto it = printed.constFind(key); it != printed.constEnd()) {
        add(it->value, *it, key);
    } else if (key == "full_name"_L1) {
        const auto surname = printed.constFind(u"surname"_s);
        const auto given = printed.constFind(u"given_names"_s);
        // Half a name would look like another one.
        if (surname != printed.constEnd() && given != printed.constEnd())
            add(joinedName(given->value, surname->value),
                surname->source.confidence < given->source.confidence ? *surname : *given, u"surname"_s);
    }
}

QString originName(Origin origin)
{
    switch (origin) {
    case Origin::MachineReadable:
        return u"machine-readable zone"_s;
    case Origin::Barcode:
        return u"barcode"_s;
    case Origin::Printed:
        break;
    }
    return u"print"_s;
}
} // namespace

QList<FieldValue> valuesOf(const Sources &sources, const QString &key)
{
    QList<FieldValue> values;
    for (const facts::FileFacts *file : sources.files) {
        if (!file->document)
            continue;
        addMrz(values, *file, key);
        addBarcodes(values, *file, key);
        addPrinted(values, *file, key);
    }
    if (isDateKey(key))
        values.removeIf([](const FieldValue &value) { return !value.date().isValid(); });
    return values;
}

QString listed(const QList<FieldValue> &values)
{
    QStringList parts;
    for (const FieldValue &value : values)
        parts.append(originName(value.origin) + u' ' + value.value);
    return parts.join(u", "_s);
}

QList<Region> regionsOf(const QList<FieldValue> &values)
{
    QList<Region> regions;
    for (const FieldValue &value : values)
        regions.append(value.region);
    return regions;
}

QStringList factsOf(const QList<FieldValue> &values)
{
    QStringList paths;
    for (const FieldValue &value : values)
        paths.append(value.fact);
    return paths;
}

Finding fieldsMissing(const Sources &sources, const char *noReader)
{
    if (sources.instead)
        return *sources.instead;
    const facts::FileFacts &file = *sources.files.first();
    if (!file.document)
        return notAssessed(file.document.missing(), file.path, noReader);
    if (!file.document->text)
        return notAssessed(file.document->text.missing(), file.path, noReader);
    return notAssessed({facts::Cause::NothingFound, {}}, file.path, noReader);
}

const facts::FileFacts &fileWithType(const Sources &sources)
{
    const auto told =
        std::find_if(sources.files.begin(), sources.files.end(),
                     [](const facts::FileFacts *file) { return file->document && file->document->type; });
    return told == sources.files.end() ? *sources.files.first() : **told;
}

QStringList printedLines(const Sources &sources)
{
    QStringList lines;
    for (const facts::FileFacts *file : sources.files) {
        if (!file->document || !file->document->text)
            continue;
        for (const facts::TextLine &line : *file->document->text)
            lines.append(line.text);
    }
    return lines;
}

} // namespace scrutineer::checks

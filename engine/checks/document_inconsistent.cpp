// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"
#include "engine/text/document_number.h"
#include "engine/text/names.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
struct Contradiction
{
    QString key;
    QList<FieldValue> values;
    bool strong = false; ///< both sides were read beyond doubt
    bool likely = false; ///< the print was read well, if not beyond doubt
};

/// Whether a printed value that differs is beyond a misreading.
bool isSure(const QString &key, const FieldValue &machine, const FieldValue &other, double sureFrom)
{
    if (other.verified)
        return true;
    if (other.confidence < sureFrom)
        return false;
    if (key == "number"_L1)
        return text::isClearlyOtherNumber(machine.value, other.value);
    return key != "full_name"_L1;
}

bool agree(const QString &key, const FieldValue &a, const FieldValue &b)
{
    if (key == "full_name"_L1) {
        // Zones cut long names and print adds maiden names: only another name contradicts.
        const text::NameMatch kind = text::compareNames(a.value, b.value).kind;
        return kind != text::NameMatch::Different && kind != text::NameMatch::Partial;
    }
    if (key == "number"_L1) {
        const QString first = text::documentNumber(a.value);
        const QString second = text::documentNumber(b.value);
        return text::sameNumber(a.value, b.value) || first.contains(second) || second.contains(first);
    }
    return a.date() == b.date();
}

/// Whether clear print shows the very characters that were changed in a zone to make its check digit fit:
/// then it may be the digit that is wrong.
bool isRefuted(const QString &key, const FieldValue &machine, const FieldValue &other, double sureFrom)
{
    return key == "number"_L1 && machine.repaired && other.confidence >= sureFrom &&
           text::documentNumber(machine.value).size() == text::documentNumber(other.value).size() &&
           text::documentNumber(machine.value) != text::documentNumber(other.value);
}

std::optional<Contradiction> contradiction(const Sources &sources, const QString &key, double sureFrom,
                                           bool *compared)
{
    const QList<FieldValue> values = valuesOf(sources, key);
    const auto machine = std::find_if(values.begin(), values.end(), [](const FieldValue &value) {
        return value.origin != Origin::Printed;
    });
    if (machine == values.end())
        return std::nullopt;
    for (const FieldValue &other : values) {
        if (&other == &*machine ||
            (other.origin == machine->origin && other.region.path == machine->region.path))
            continue;
        *compared = true;
        if (agree(key, *machine, other) && !isRefuted(key, *machine, other, sureFrom))
            continue;
        const bool sure = isSure(key, *machine, other, sureFrom);
        const bool readWell = other.verified || (key != "full_name"_L1 && other.confidence >= readWellFrom);
        return Contradiction{
            key, {*machine, other}, machine->verified && sure, machine->verified && readWell};
    }
    return std::nullopt;
}

struct FailedDigits
{
    QStringList names; ///< of their fields
    QStringList wrong; ///< those among them that fail though their field is read right
    bool any = false;  ///< a zone with check digits was read
};

/// Whether print or barcode say the same as a field whose check digit does not hold: then the field was read
/// right, and it is the digit that is wrong.
bool isConfirmed(const Sources &sources, const QString &key)
{
    const QList<FieldValue> values = valuesOf(sources, key);
    const auto zone = std::find_if(values.begin(), values.end(), [](const FieldValue &value) {
        return value.origin == Origin::MachineReadable;
    });
    return zone != values.end() && std::any_of(values.begin(), values.end(), [&](const FieldValue &other) {
               return other.origin != Origin::MachineReadable && other.confidence >= readWellFrom &&
                      text::documentNumber(other.value) == text::documentNumber(zone->value);
           });
}

/// Check digits that do not hold as printed.
FailedDigits failedDigits(const Sources &sources)
{
    FailedDigits failed;
    for (const facts::FileFacts *file : sources.files) {
        if (!file->document || !file->document->mrz)
            continue;
        const facts::Mrz &mrz = *file->document->mrz;
        failed.any = failed.any || !mrz.checkDigits.isEmpty();
        for (auto it = mrz.checkDigits.begin(); it != mrz.checkDigits.end(); ++it) {
            if (it.value())
                continue;
            failed.names.append(inWords(it.key()));
            if (mrz.verified && isConfirmed(sources, it.key()))
                failed.wrong.append(inWords(it.key()));
        }
    }
    return failed;
}

/// Kinds that have no machine-readable zone as a rule; the barcode of some stands on the back.
bool needsNoZone(const facts::Document &document)
{
    return document.type && (document.type->type == DocumentType::DrivingLicence ||
                             document.type->type == DocumentType::StudentId);
}

/// A file that shows a barcode which could not be read; null where there is none.
const facts::FileFacts *withUnreadBarcode(const Sources &sources)
{
    const auto found =
        std::find_if(sources.files.begin(), sources.files.end(), [](const facts::FileFacts *file) {
            return file->document && !file->document->barcodes &&
                   file->document->barcodes.missing().cause == facts::Cause::TooPoor;
        });
    return found == sources.files.end() ? nullptr : *found;
}

/// Nothing but print: it can only be compared with itself.
Finding printAlone(const Sources &sources)
{
    const facts::FileFacts &file = *sources.files.first();
    if (!file.document)
        return notAssessed(file.document.missing(), file.path,
                           QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for this document."));
    // Readers drop dates that contradict each other: where two are left, they follow each other.
    const QStringList dates{u"date_of_birth"_s, u"issued_on"_s, u"expires_on"_s};
    const auto read = std::count_if(dates.begin(), dates.end(),
                                    [&](const QString &key) { return file.document->printed.contains(key); });
    const facts::FileFacts *unread = withUnreadBarcode(sources);
    if (unread)
        return notAssessed(unread->document->barcodes.missing(), unread->path, "");
    if (needsNoZone(*file.document) && read >= 2)
        return sources.settled(answer(
            Outcome::Clear,
            say(QT_TRANSLATE_NOOP("scrutineer",
                                  "There is only print on this kind of document; its dates fit each other.")),
            {u"document.printed"_s}));
    return answer(
        Outcome::NotAssessed,
        say(QT_TRANSLATE_NOOP("scrutineer",
                              "No machine-readable zone or barcode was read to compare the print with.")));
}

Finding contradicted(const QList<Contradiction> &contradictions)
{
    QStringList parts;
    int likely = 0;
    Finding finding = answer(Outcome::Review, {});
    for (const Contradiction &one : contradictions) {
        parts.append(inWords(one.key) + u": "_s + listed(one.values));
        finding.evidence += regionsOf(one.values);
        finding.factsUsed += factsOf(one.values);
        likely += one.likely ? 1 : 0;
        if (one.strong)
            finding.outcome = Outcome::Flagged;
    }
    // One field may be misread; two that contradict a verified zone were not.
    if (likely >= 2)
        finding.outcome = Outcome::Flagged;
    finding.message =
        say(QT_TRANSLATE_NOOP("scrutineer", "The document contradicts itself. %1."), {parts.join(u"; "_s)});
    return finding;
}
Finding failedAt(const FailedDigits &failed, const Sources &sources)
{
    const Sentence message =
        failed.wrong.isEmpty()
            ? say(QT_TRANSLATE_NOOP("scrutineer", "Check digits do not hold as they were read: %1."),
                  {failed.names.join(u", "_s)})
            : say(QT_TRANSLATE_NOOP("scrutineer",
                                    "Wrong check digit in the machine-readable zone: %1. Its field "
                                    "reads the same elsewhere on the document."),
                  {failed.wrong.join(u", "_s)});
    Finding finding = answer(failed.wrong.isEmpty() ? Outcome::Review : Outcome::Flagged, message,
                             {u"document.mrz.check_digits"_s});
    for (const FieldValue &value : valuesOf(sources, u"full_name"_s)) {
        if (value.origin == Origin::MachineReadable)
            finding.evidence.append(value.region);
    }
    return finding;
}
} // namespace

Finding documentInconsistent(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead)
        return *sources.instead;
    const double sureFrom = context.policy.threshold(u"document.inconsistent"_s, u"confidence"_s).value;
    QList<Contradiction> contradictions;
    bool compared = false;
    for (const QString &key : {u"full_name"_s, u"date_of_birth"_s, u"number"_s, u"expires_on"_s}) {
        if (std::optional<Contradiction> found = contradiction(sources, key, sureFrom, &compared))
            contradictions.append(*found);
    }
    if (!contradictions.isEmpty())
        return contradicted(contradictions);

    const FailedDigits failed = failedDigits(sources);
    if (!failed.names.isEmpty())
        return failedAt(failed, sources);
    if (compared)
        return sources.settled(
            answer(Outcome::Clear,
                   say(QT_TRANSLATE_NOOP(
                       "scrutineer", "Print, machine-readable zone and barcode agree where they were read.")),
                   {u"document.mrz"_s, u"document.barcodes"_s, u"document.printed"_s}));
    if (failed.any)
        return sources.settled(
            answer(Outcome::Clear,
                   say(QT_TRANSLATE_NOOP("scrutineer", "All check digits hold; no print to compare with.")),
                   {u"document.mrz.check_digits"_s}));
    return printAlone(sources);
}

} // namespace scrutineer::checks

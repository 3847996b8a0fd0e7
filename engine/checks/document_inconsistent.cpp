// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"
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

constexpr double readWellFrom = 0.7; ///< confidence of print

bool agree(const QString &key, const FieldValue &a, const FieldValue &b)
{
    if (key == "full_name"_L1) {
        // Zones cut long names and print adds maiden names: only another name contradicts.
        const text::NameMatch kind = text::compareNames(a.value, b.value).kind;
        return kind != text::NameMatch::Different && kind != text::NameMatch::Partial;
    }
    if (key == "number"_L1) {
        const QString first = documentNumber(a.value);
        const QString second = documentNumber(b.value);
        return sameNumber(a.value, b.value) || first.contains(second) || second.contains(first);
    }
    return a.date() == b.date();
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
        if (agree(key, *machine, other))
            continue;
        const bool date = key == "date_of_birth"_L1 || key == "expires_on"_L1;
        const bool sure = other.verified || (date && other.confidence >= sureFrom);
        const bool readWell = other.verified || (key != "full_name"_L1 && other.confidence >= readWellFrom);
        return Contradiction{
            key, {*machine, other}, machine->verified && sure, machine->verified && readWell};
    }
    return std::nullopt;
}

/// Check digits that do not hold as printed, by name.
QStringList failedDigits(const Sources &sources, bool *anyDigit)
{
    QStringList failed;
    for (const facts::FileFacts *file : sources.files) {
        if (!file->document || !file->document->mrz)
            continue;
        const QMap<QString, bool> &digits = file->document->mrz->checkDigits;
        *anyDigit = *anyDigit || !digits.isEmpty();
        for (auto it = digits.begin(); it != digits.end(); ++it) {
            if (!it.value())
                failed.append(inWords(it.key()));
        }
    }
    return failed;
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

    bool anyDigit = false;
    const QStringList failed = failedDigits(sources, &anyDigit);
    if (!failed.isEmpty()) {
        Finding finding =
            answer(Outcome::Review,
                   say(QT_TRANSLATE_NOOP("scrutineer", "Check digits do not hold as they were read: %1."),
                       {failed.join(u", "_s)}),
                   {u"document.mrz.check_digits"_s});
        for (const FieldValue &value : valuesOf(sources, u"full_name"_s)) {
            if (value.origin == Origin::MachineReadable)
                finding.evidence.append(value.region);
        }
        return finding;
    }
    if (compared)
        return sources.settled(
            answer(Outcome::Clear,
                   say(QT_TRANSLATE_NOOP(
                       "scrutineer", "Print, machine-readable zone and barcode agree where they were read.")),
                   {u"document.mrz"_s, u"document.barcodes"_s, u"document.printed"_s}));
    if (anyDigit)
        return sources.settled(
            answer(Outcome::Clear,
                   say(QT_TRANSLATE_NOOP("scrutineer", "All check digits hold; no print to compare with.")),
                   {u"document.mrz.check_digits"_s}));
    const facts::FileFacts &file = *sources.files.first();
    if (!file.document)
        return notAssessed(file.document.missing(), file.path,
                           QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for this document."));
    return answer(
        Outcome::NotAssessed,
        say(QT_TRANSLATE_NOOP("scrutineer",
                              "No machine-readable zone or barcode was read to compare the print with.")));
}

} // namespace scrutineer::checks

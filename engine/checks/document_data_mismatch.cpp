// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/document_fields.h"
#include "engine/checks/registry.h"
#include "engine/text/dates.h"
#include "engine/text/document_number.h"
#include "engine/text/names.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
enum class Verdict { Unread, Agrees, LooksDifferent, Differs };

/// One declared field beside everything the document says about it.
struct FieldVerdict
{
    QString key;
    QString declared;
    Verdict verdict = Verdict::Unread;
    double similarity = 1;    ///< of names
    QList<FieldValue> values; ///< what it was drawn from
};

class Comparison
{
public:
    Comparison(const Context &context, const Sources &sources)
        : m_context(context), m_sources(sources), m_lines(printedLines(sources)),
          m_sureFrom(context.policy.threshold(u"document.inconsistent"_s, u"confidence"_s).value)
    {
    }

    [[nodiscard]] QList<FieldVerdict> all() const
    {
        QList<FieldVerdict> verdicts;
        if (!m_context.input.applicant.fullName.trimmed().isEmpty())
            verdicts.append(name());
        if (const std::optional<QDate> &birth = m_context.input.applicant.dateOfBirth)
            verdicts.append(birthDate(*birth));
        if (m_context.input.document && !m_context.input.document->number.isEmpty())
            verdicts.append(documentNo(m_context.input.document->number));
        return verdicts;
    }

private:
    /// Any source that agrees settles a field: what disagrees beside it is for document.inconsistent. clear:
    /// the difference is more than a misreading makes, so that well-read print is enough for it.
    void take(FieldVerdict &field, const FieldValue &value, bool agrees, bool harmless, bool clear) const
    {
        Verdict verdict = Verdict::Agrees;
        const bool sure = value.verified || (clear && value.confidence >= m_sureFrom);
        if (!agrees)
            verdict = sure && !harmless ? Verdict::Differs : Verdict::LooksDifferent;
        const bool better = field.verdict == Verdict::Unread || verdict == Verdict::Agrees ||
                            (field.verdict != Verdict::Agrees && verdict > field.verdict);
        if (better) {
            field.verdict = verdict;
            field.values = {value};
        }
    }

    [[nodiscard]] FieldVerdict name() const
    {
        FieldVerdict field{u"full_name"_s, m_context.input.applicant.fullName, Verdict::Unread, 0, {}};
        const double other = m_context.policy.threshold(u"document.data_mismatch"_s).value;
        bool longer = false; // the document names more than was declared, which the text cannot disprove
        for (const FieldValue &value : valuesOf(m_sources, field.key)) {
            const text::NameComparison comparison = text::compareNames(field.declared, value.value);
            longer = longer || comparison.kind == text::NameMatch::MissingMiddle;
            const bool same =
                comparison.kind == text::NameMatch::Same || comparison.kind == text::NameMatch::Order;
            const bool another =
                comparison.kind == text::NameMatch::Different || comparison.kind == text::NameMatch::Partial;
            take(field, value, same, !another || comparison.similarity >= other, another);
            field.similarity = std::max(field.similarity, comparison.similarity);
        }
        if (field.verdict != Verdict::Agrees && !longer) {
            const std::optional<text::FoundName> found = text::findName(field.declared, m_lines);
            if (found && found->complete() && exact(found->tokens) && field.verdict != Verdict::Differs)
                settle(field);
        }
        return field;
    }

    [[nodiscard]] static bool exact(const QList<text::NameToken> &tokens)
    {
        return std::all_of(tokens.begin(), tokens.end(), [](const text::NameToken &token) {
            return token.match == text::TokenMatch::Exact;
        });
    }

    static void settle(FieldVerdict &field)
    {
        field.verdict = Verdict::Agrees;
        field.similarity = 1;
        field.values.clear();
    }

    [[nodiscard]] FieldVerdict birthDate(QDate birth) const
    {
        FieldVerdict field{u"date_of_birth"_s, isoDate(birth), Verdict::Unread, 1, {}};
        for (const FieldValue &value : valuesOf(m_sources, field.key))
            take(field, value, value.date() == birth, false, true);
        const bool verified = !field.values.isEmpty() && field.values.first().verified;
        if (field.verdict == Verdict::Agrees || (field.verdict == Verdict::Differs && verified))
            return field;
        const text::DateHints hints{
            m_context.input.document ? m_context.input.document->issuingCountry : QString(), birth, {}, {}};
        for (const QString &line : m_lines) {
            const QList<text::DateHit> hits = text::findDates(line, hints);
            if (std::any_of(hits.begin(), hits.end(),
                            [birth](const text::DateHit &hit) { return hit.readings.contains(birth); }))
                settle(field);
        }
        return field;
    }

    [[nodiscard]] FieldVerdict documentNo(const QString &declared) const
    {
        FieldVerdict field{u"number"_s, declared, Verdict::Unread, 1, {}};
        const QString wanted = text::documentNumber(declared);
        for (const FieldValue &value : valuesOf(m_sources, field.key)) {
            // A number may be printed with its check digit or a prefix.
            const QString read = text::documentNumber(value.value);
            const bool inside = std::min(read.size(), wanted.size()) >= shortestPart &&
                                (read.contains(wanted) || wanted.contains(read));
            take(field, value, inside || text::sameNumber(declared, value.value), false,
                 text::isClearlyOtherNumber(declared, value.value));
        }
        const bool verified = !field.values.isEmpty() && field.values.first().verified;
        if (field.verdict != Verdict::Agrees && !verified) {
            for (const QString &line : m_lines) {
                if (wanted.size() >= shortestPart && text::holdsNumber(line, wanted))
                    settle(field);
            }
        }
        return field;
    }

    static constexpr qsizetype shortestPart = 6;

    const Context &m_context;
    const Sources &m_sources;
    QStringList m_lines;
    double m_sureFrom; ///< confidence of print
};

QString described(const QList<FieldVerdict> &fields)
{
    QStringList parts;
    for (const FieldVerdict &field : fields)
        parts.append(u"%1 declared %2, %3"_s.arg(inWords(field.key), field.declared, listed(field.values)));
    return parts.join(u"; "_s);
}

QStringList keysOf(const QList<FieldVerdict> &fields, Verdict verdict)
{
    QStringList keys;
    for (const FieldVerdict &field : fields) {
        if (field.verdict == verdict)
            keys.append(inWords(field.key));
    }
    return keys;
}
} // namespace

Finding documentDataMismatch(const Context &context)
{
    const Sources sources = sourcesOf(context, {Role::DocumentFront, Role::DocumentBack});
    if (sources.instead)
        return *sources.instead;
    const QList<FieldVerdict> fields = Comparison(context, sources).all();
    const policy::Threshold &flag = context.policy.threshold(u"document.data_mismatch"_s);
    QList<FieldVerdict> different;
    Outcome outcome = Outcome::Clear;
    Finding details;
    for (const FieldVerdict &field : fields) {
        if (field.verdict == Verdict::Unread || field.verdict == Verdict::Agrees)
            continue;
        outcome = std::max(outcome, field.verdict == Verdict::Differs ? Outcome::Flagged : Outcome::Review);
        different.append(field);
        details.evidence += regionsOf(field.values);
        details.factsUsed += factsOf(field.values);
    }
    if (!different.isEmpty()) {
        Finding finding = answer(
            outcome, say(QT_TRANSLATE_NOOP("scrutineer", "Not as declared: %1."), {described(different)}),
            fields.first().similarity, flag, details.factsUsed);
        finding.evidence = details.evidence;
        return finding;
    }
    if (context.input.applicant.fullName.trimmed().isEmpty())
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "No name was declared to compare with.")));
    const QStringList agreeing = keysOf(fields, Verdict::Agrees);
    const QStringList unread = keysOf(fields, Verdict::Unread);
    if (agreeing.isEmpty())
        return fieldsMissing(sources,
                             QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for print."));
    if (!unread.isEmpty())
        return answer(Outcome::NotAssessed,
                      say(QT_TRANSLATE_NOOP("scrutineer", "As declared: %1. Could not be read: %2."),
                          {agreeing.join(u", "_s), unread.join(u", "_s)}));
    return answer(
        Outcome::Clear, say(QT_TRANSLATE_NOOP("scrutineer", "As declared: %1."), {agreeing.join(u", "_s)}),
        fields.first().similarity, flag, {u"document.mrz"_s, u"document.printed"_s, u"document.text"_s});
}

} // namespace scrutineer::checks

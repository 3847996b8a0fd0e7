// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"

#include "engine/checks/document_fields.h"

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr int linesAbovePostalCode = 3;

void addText(ProofReading &reading, const Context &context)
{
    const facts::Reading<QList<facts::TextLine>> &text = reading.proof->text;
    if (!text)
        return;
    for (const facts::TextLine &line : *text) {
        reading.lines.append(line.text);
        reading.letters +=
            std::count_if(line.text.begin(), line.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    }
    const double enough = context.policy.threshold(u"poa.unreadable"_s, u"review"_s).value;
    reading.legible = static_cast<double>(reading.letters) >= enough;
}

/// Lines that may hold the declared address: around its postal code, or around its house number where there
/// is none.
QList<int> candidateLines(const ProofReading &reading, const Address &declared)
{
    QString key = documentNumber(declared.postalCode);
    if (key.isEmpty())
        key = text::parseStreet(declared.street).houseNumber.toUpper();
    QList<int> candidates;
    for (int i = 0; i < reading.lines.size() && !key.isEmpty(); ++i) {
        if (documentNumber(reading.lines[i]).contains(key))
            candidates.append(i);
    }
    return candidates;
}

class Nearest
{
public:
    Nearest(const Context &context, const Address &declared)
        : m_declared(declared),
          m_street(context.policy.threshold(u"poa.address_mismatch"_s, u"street"_s).value),
          m_city(context.policy.threshold(u"poa.address_mismatch"_s, u"city"_s).value)
    {
    }

    void consider(const QString &text, const Region &region)
    {
        const text::AddressComparison comparison = text::compareAddress(m_declared, text);
        const bool matches = comparison.matches(m_street, m_city);
        const bool better =
            !m_best || (matches && !m_best->matches) ||
            (matches == m_best->matches && comparison.closeness() > m_best->comparison.closeness());
        if (better)
            m_best = NearestAddress{comparison, text, region, matches, confusable(comparison, text)};
    }
    [[nodiscard]] bool found() const { return m_best && m_best->matches; }
    [[nodiscard]] const std::optional<NearestAddress> &best() const { return m_best; }

private:
    /// "H3A 188" for "H3A 1S8": the street and the city fit, and the code differs only as recognition errs.
    [[nodiscard]] bool confusable(const text::AddressComparison &comparison, const QString &text) const
    {
        if (!comparison.houseNumber || comparison.postalCode || comparison.street < m_street ||
            comparison.city < m_city)
            return false;
        const QString wanted = documentNumber(m_declared.postalCode);
        const QString all = documentNumber(text);
        for (qsizetype i = 0; i + wanted.size() <= all.size(); ++i) {
            if (sameNumber(wanted, QStringView(all).mid(i, wanted.size())))
                return true;
        }
        return false;
    }

    const Address &m_declared;
    double m_street;
    double m_city;
    std::optional<NearestAddress> m_best;
};
} // namespace

ProofReading proofOf(const Context &context, const char *noReader)
{
    ProofReading reading;
    const Sources sources = advancedSourcesOf(context, {Role::AddressProof});
    reading.instead = sources.instead;
    if (reading.instead)
        return reading;
    reading.file = sources.files.first();
    if (!reading.file->addressProof) {
        reading.instead = notAssessed(reading.file->addressProof.missing(), reading.file->path, noReader);
        return reading;
    }
    reading.proof = &*reading.file->addressProof;
    addText(reading, context);
    return reading;
}

ProofReading proofTextOf(const Context &context, const char *noReader)
{
    ProofReading reading = proofOf(context, noReader);
    if (!reading.instead && !reading.proof->text)
        reading.instead = notAssessed(reading.proof->text.missing(), reading.file->path, noReader);
    return reading;
}

namespace {
std::optional<text::FoundName> foundName(const Context &context, const ProofReading &reading)
{
    std::optional<text::FoundName> found = text::findName(context.input.applicant.fullName, reading.lines);
    if (!found)
        return found;
    const double floor = context.policy.threshold(u"poa.name_missing"_s, u"token"_s).value;
    for (text::NameToken &token : found->tokens) {
        if (token.match == text::TokenMatch::Spelling && token.similarity < floor) {
            token.match = text::TokenMatch::Missing;
            --found->full;
            ++found->missing;
        }
    }
    return found;
}

std::optional<NearestAddress> foundAddress(const Context &context, const ProofReading &reading,
                                           const Address &declared)
{
    Nearest nearest(context, declared);
    for (const int line : candidateLines(reading, declared)) {
        QString block = reading.lines[line];
        for (int first = line; first >= std::max(0, line - linesAbovePostalCode) && !nearest.found();
             --first) {
            if (first < line)
                block.prepend(reading.lines[first] + u'\n');
            nearest.consider(block, reading.region(line));
        }
    }
    for (const facts::PrintedField &address : reading.proof->addresses) {
        if (!nearest.found())
            nearest.consider(address.value, regionOf(reading.file->path, address.source));
    }
    return nearest.best();
}
} // namespace

std::optional<text::FoundName> nameOn(const Context &context, const ProofReading &reading)
{
    if (!context.cache.name)
        context.cache.name = foundName(context, reading);
    return *context.cache.name;
}

std::optional<NearestAddress> nearestAddress(const Context &context, const ProofReading &reading,
                                             const Address &declared)
{
    if (!context.cache.address)
        context.cache.address = foundAddress(context, reading, declared);
    return *context.cache.address;
}

} // namespace scrutineer::checks

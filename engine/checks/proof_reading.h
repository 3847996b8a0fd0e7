// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checks/answers.h"
#include "engine/text/addresses.h"
#include "engine/text/names.h"

namespace scrutineer::checks {

/// The proof of address of an advanced case, as far as it was read.
struct ProofReading
{
    std::optional<Finding> instead; ///< set: there is nothing to judge, and the rest is empty
    const facts::FileFacts *file = nullptr;
    const facts::AddressProof *proof = nullptr;
    QStringList lines;     ///< of its text, empty where none was read
    qsizetype letters = 0; ///< letters and digits in them
    bool legible = false;  ///< enough letters to say that something is not there (poa.unreadable/review)

    [[nodiscard]] Region region(int line) const { return regionOf(file->path, proof->text->at(line)); }
};

/// noReader: the sentence for a proof that nobody read.
[[nodiscard]] ProofReading proofOf(const Context &context, const char *noReader);
/// The same for a check that needs its text.
[[nodiscard]] ProofReading proofTextOf(const Context &context, const char *noReader);

/// An address in the letterhead, in the footer, or in one line behind a company's name: the sender's own.
[[nodiscard]] bool isSenders(const Context &context, const ProofReading &reading,
                             const facts::PrintedField &address);

/// The applicant's name on the proof; words that are too unlike count as missing.
[[nodiscard]] std::optional<text::FoundName> nameOn(const Context &context, const ProofReading &reading);

/// The place on the proof that is most like the declared address.
struct NearestAddress
{
    text::AddressComparison comparison;
    QString text;
    Region region;
    bool matches = false;    ///< by the policy's thresholds
    bool confusable = false; ///< only letters and digits that recognition confuses differ in number or code
};

/// Nothing where neither an address nor the declared postal code is on the proof.
[[nodiscard]] std::optional<NearestAddress>
nearestAddress(const Context &context, const ProofReading &reading, const Address &declared);

/// The slow comparisons of the proof, made once for a judgement.
struct ProofCache
{
    std::optional<std::optional<text::FoundName>> name;
    std::optional<std::optional<NearestAddress>> address;
};

} // namespace scrutineer::checks

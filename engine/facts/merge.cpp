// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/merge.h"

#include <bit>
#include <cmath>

namespace scrutineer::facts {

namespace {
/// Bits of the 64 in which two DCT hashes of one picture may differ after scaling and new compression. Two
/// pictures that have nothing in common differ in about 32 (half of the bits by chance); six is 6.5 standard
/// deviations away.
constexpr int samePictureBits = 6;

const FileFacts *read(const QList<FileFacts> &files, const EvidenceFile &wanted)
{
    for (const FileFacts &file : files) {
        if (file.path == wanted.path)
            return &file;
    }
    return nullptr;
}

/// The largest face of a file that can be compared; null where there is none.
const Face *comparableFace(const FileFacts &file)
{
    if (file.unreadable || !file.faces || file.faces->faces.isEmpty())
        return nullptr;
    const Face &largest = file.faces->faces.first();
    return largest.embedding.isEmpty() ? nullptr : &largest;
}

/// The cosine of two embeddings, none where they cannot be compared.
std::optional<double> cosine(const QList<float> &a, const QList<float> &b)
{
    if (a.size() != b.size())
        return std::nullopt;
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        dot += double(a[i]) * double(b[i]);
        aa += double(a[i]) * double(a[i]);
        bb += double(b[i]) * double(b[i]);
    }
    if (!(aa > 0) || !(bb > 0))
        return std::nullopt;
    return std::clamp(dot / std::sqrt(aa * bb), -1.0, 1.0);
}

std::optional<FaceMatch> compared(const FileFacts &a, const FileFacts &b)
{
    const Face *faceA = comparableFace(a);
    const Face *faceB = comparableFace(b);
    if (!faceA || !faceB || a.faces->recognizer != b.faces->recognizer)
        return std::nullopt;
    const std::optional<double> score = cosine(faceA->embedding, faceB->embedding);
    if (!score)
        return std::nullopt;
    return FaceMatch{a.path, b.path, *score, a.faces->recognizer};
}

void addFaceMatches(Facts &facts)
{
    constexpr std::array pairs{
        std::pair{Role::DocumentFront, Role::Selfie},
        std::pair{Role::DocumentFront, Role::Handheld},
        std::pair{Role::Selfie, Role::Handheld},
    };
    for (const auto &[roleA, roleB] : pairs) {
        for (const FileFacts &a : facts.files) {
            for (const FileFacts &b : facts.files) {
                if (a.role != roleA || b.role != roleB)
                    continue;
                if (const auto match = compared(a, b))
                    facts.faceMatches += *match;
            }
        }
    }
}

void addDuplicates(Facts &facts)
{
    for (qsizetype i = 0; i < facts.files.size(); ++i) {
        for (qsizetype j = i + 1; j < facts.files.size(); ++j) {
            const FileFacts &a = facts.files[i];
            const FileFacts &b = facts.files[j];
            if (!a.sha256.isEmpty() && a.sha256 == b.sha256)
                facts.duplicates += Duplicate{b.path, {}, a.path, true};
            else if (samePicture(a, b))
                facts.duplicates += Duplicate{b.path, {}, a.path, false};
        }
    }
}
} // namespace

bool samePicture(const FileFacts &a, const FileFacts &b)
{
    return a.perceptualHash && b.perceptualHash &&
           std::popcount(*a.perceptualHash ^ *b.perceptualHash) <= samePictureBits;
}

Facts merge(const Case &input, const QList<FileFacts> &files)
{
    Facts facts;
    for (const EvidenceFile &wanted : input.files) {
        if (const FileFacts *file = read(files, wanted)) {
            facts.files += *file;
            facts.files.last().role = wanted.role; // what the applicant says, whatever the reader was told
        }
    }
    facts.complete = facts.files.size() == input.files.size();
    addFaceMatches(facts);
    addDuplicates(facts);
    return facts;
}

} // namespace scrutineer::facts

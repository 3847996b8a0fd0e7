// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/address_proof.h"
#include "engine/samples/specimen/document.h"

#include <QtTest>

#include <ctime>

using namespace scrutineer::samples;

namespace {
const QDate today(2026, 11, 20);

/// Milliseconds of processor time, the best of three.
template <typename Work>
double bestOfThree(Work work)
{
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const std::clock_t start = std::clock();
        work();
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}
} // namespace

/// A case has 1.5 s of a core; its document and its bill may take a tenth each.
class BenchSpecimens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents()
    {
        for (int i = 0; i < designCount; ++i) {
            const Language language = allLanguages[static_cast<size_t>(i) % allLanguages.size()];
            Random random(static_cast<uint64_t>(i));
            const Identity holder = makeIdentity(language, today, random);
            const DocumentSpec spec =
                makeDocument(static_cast<DocumentDesign>(i), language, holder, today, random);
            const double ms = bestOfThree([&] { static_cast<void>(drawDocument(spec, 12)); });
            qInfo("%s %.0f ms", qPrintable(nameOf(spec.design)), ms);
            QVERIFY2(ms < 150, qPrintable(nameOf(spec.design)));
        }
    }

    void proofs()
    {
        for (const ProofKind kind : allProofKinds) {
            Random random(7);
            const Identity resident = makeIdentity(Language::French, today, random);
            const ProofSpec spec = makeProof(kind, resident, today.addDays(-20), random);
            const double pdf = bestOfThree([&] { static_cast<void>(drawProofPdf(spec)); });
            const double scan = bestOfThree([&] { static_cast<void>(drawProofScan(spec, {}, random)); });
            qInfo("%s: text PDF %.0f ms, scan %.0f ms", qPrintable(nameOf(kind)), pdf, scan);
            QVERIFY(pdf < 150 && scan < 300);
        }
    }
};

QTEST_MAIN(BenchSpecimens)
#include "bench_specimens.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the classifier of OCR-B and writes it: train_mrz FILE [STRIPS ROUNDS]
#include "engine/text/ocrb/training/strip_painter.h"
#include "engine/text/ocrb/training/trainer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <algorithm>
#include <map>

using namespace scrutineer::text;

namespace {

void report(const GlyphNet &net, QTextStream &out)
{
    constexpr uint64_t heldOutSeed = 7;
    constexpr int heldOutStrips = 1000;
    const CellSamples samples = paintedCells(heldOutSeed, heldOutStrips);
    const std::vector<ClassScores> scores = net.classify(samples.cells);
    std::map<std::pair<int, int>, int> confusions;
    int right = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto best =
            static_cast<int>(std::max_element(scores[i].begin(), scores[i].end()) - scores[i].begin());
        right += best == samples.labels[i] ? 1 : 0;
        if (best != samples.labels[i])
            ++confusions[{samples.labels[i], best}];
    }
    out << "right on held-out cells: " << right << " of " << scores.size() << "\n";
    std::vector<std::pair<int, std::pair<int, int>>> worst;
    for (const auto &[pair, count] : confusions)
        worst.push_back({count, pair});
    std::sort(worst.rbegin(), worst.rend());
    const auto letter = [](int glyph) { return glyph == nothingClass ? '.' : glyphLetters[glyph]; };
    for (std::size_t i = 0; i < std::min<std::size_t>(worst.size(), 24); ++i)
        out << letter(worst[i].second.first) << letter(worst[i].second.second) << " " << worst[i].first
            << "  ";
    out << "\n";
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2 || !StripPainter::hasFont()) {
        out << "usage: train_mrz FILE [STRIPS ROUNDS]; needs the font OCR B\n";
        return 2;
    }
    TrainingPlan plan;
    if (arguments.size() >= 4) {
        plan.strips = arguments.at(2).toInt();
        plan.rounds = arguments.at(3).toInt();
    }
    QElapsedTimer clock;
    clock.start();
    const std::optional<GlyphNet> net = GlyphNet::fromBytes(trainGlyphNet(plan).toBytes());
    QFile file(arguments.at(1));
    if (!net || !file.open(QIODevice::WriteOnly) || file.write(net->toBytes()) < 1)
        return 1;
    out << "trained in " << clock.elapsed() / 1000 << " s\n";
    report(*net, out);
    return 0;
}

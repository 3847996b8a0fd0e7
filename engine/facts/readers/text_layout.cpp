// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/text_layout.h"

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

namespace {

constexpr double widestGap = 1.6;     ///< between words of one line, in heights of the line
constexpr double widestLeading = 2.4; ///< from one line's middle to the next one's, in heights

bool runsUpright(const PlacedWord &word)
{
    return word.text.size() > 2 && word.box.height() > 1.5 * word.box.width();
}

double heightOf(const LaidLine &line)
{
    QList<double> heights;
    for (const PlacedWord &word : line.words)
        heights += word.box.height();
    std::nth_element(heights.begin(), heights.begin() + heights.size() / 2, heights.end());
    return heights.at(heights.size() / 2);
}

bool hasLetters(const PlacedWord &word)
{
    return std::any_of(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// The last word that is more than a hyphen or a colon; the last one where there is none.
const PlacedWord &lastSolid(const LaidLine &line)
{
    const auto found = std::find_if(line.words.rbegin(), line.words.rend(), hasLetters);
    return found == line.words.rend() ? line.words.last() : *found;
}

bool continues(const LaidLine &line, const PlacedWord &word)
{
    const QRectF solid = lastSolid(line).box;
    const double height = std::max(solid.height(), word.box.height());
    const double shorter = std::min(solid.height(), word.box.height());
    const double overlap =
        std::min(solid.bottom(), word.box.bottom()) - std::max(solid.top(), word.box.top());
    const double gap = word.box.left() - line.words.last().box.right();
    const bool alike = height < 2.6 * shorter || !hasLetters(word) || !hasLetters(lastSolid(line));
    return overlap > 0.45 * shorter && gap > -0.6 * height && gap < widestGap * height && alike;
}

void append(LaidLine &line, const PlacedWord &word)
{
    line.words += word;
    line.box |= word.box;
}

void finish(LaidLine &line)
{
    QStringList texts;
    double sum = 0;
    for (const PlacedWord &word : line.words) {
        texts += word.text;
        sum += word.confidence;
    }
    line.text = texts.join(QLatin1Char(' '));
    line.confidence = sum / static_cast<double>(std::max<qsizetype>(1, line.words.size()));
}

QList<LaidLine> joinedToLines(QList<PlacedWord> words)
{
    std::stable_sort(words.begin(), words.end(),
                     [](const PlacedWord &a, const PlacedWord &b) { return a.box.left() < b.box.left(); });
    QList<LaidLine> lines;
    for (const PlacedWord &word : words) {
        LaidLine *best = nullptr;
        double bestDistance = 0;
        for (LaidLine &line : lines) {
            if (!continues(line, word))
                continue;
            const double distance = std::abs(line.words.last().box.center().y() - word.box.center().y());
            if (!best || distance < bestDistance) {
                best = &line;
                bestDistance = distance;
            }
        }
        if (!best) {
            lines += LaidLine{};
            best = &lines.last();
        }
        append(*best, word);
    }
    for (LaidLine &line : lines)
        finish(line);
    return lines;
}

bool isBelow(const LaidLine &upper, const LaidLine &lower)
{
    const double height = std::max(heightOf(upper), heightOf(lower));
    const double shorter = std::min(heightOf(upper), heightOf(lower));
    const double down = lower.box.center().y() - upper.box.center().y();
    const bool near = down > 0.4 * shorter && down < widestLeading * height;
    const bool leftAligned = std::abs(upper.box.left() - lower.box.left()) < 1.5 * height;
    const double shared =
        std::min(upper.box.right(), lower.box.right()) - std::max(upper.box.left(), lower.box.left());
    const bool centred = std::abs(upper.box.center().x() - lower.box.center().x()) < 1.5 * height;
    return near && shared > 0 && (leftAligned || centred) && height < 1.9 * shorter;
}

/// Rows that lie over each other show the same word twice; the surer reading stays.
void dropTwins(QList<PlacedWord> &words)
{
    constexpr double mostOfIt = 0.5; // of the smaller box
    const auto isTwin = [](const PlacedWord &a, const PlacedWord &b) {
        const QRectF common = a.box & b.box;
        const double smaller = std::min(a.box.width() * a.box.height(), b.box.width() * b.box.height());
        return a.text == b.text && common.width() * common.height() > mostOfIt * smaller;
    };
    for (qsizetype i = 0; i < words.size(); ++i) {
        for (qsizetype j = words.size() - 1; j > i; --j) {
            if (!isTwin(words.at(i), words.at(j)))
                continue;
            if (words.at(j).confidence > words.at(i).confidence)
                words[i] = words.at(j);
            words.removeAt(j);
        }
    }
}

} // namespace

QList<LaidLine> laidOut(QList<PlacedWord> words)
{
    dropTwins(words);
    QList<LaidLine> upright;
    for (const PlacedWord &word : words) {
        if (!runsUpright(word))
            continue;
        LaidLine line;
        append(line, word);
        finish(line);
        upright += line;
    }
    words.removeIf(runsUpright);
    QList<LaidLine> lines = joinedToLines(words);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const LaidLine &a, const LaidLine &b) { return a.box.top() < b.box.top(); });

    QList<QList<LaidLine>> blocks;
    for (const LaidLine &line : lines) {
        const auto found = std::find_if(blocks.rbegin(), blocks.rend(), [&](const QList<LaidLine> &block) {
            return isBelow(block.last(), line);
        });
        if (found != blocks.rend())
            found->append(line);
        else
            blocks += QList<LaidLine>{line};
    }
    for (const LaidLine &line : upright)
        blocks += QList<LaidLine>{line};

    QList<LaidLine> result;
    for (int block = 0; block < blocks.size(); ++block) {
        for (LaidLine line : blocks.at(block)) {
            line.block = block;
            result += line;
        }
    }
    return result;
}

QStringList textsOf(const QList<LaidLine> &lines)
{
    QStringList texts;
    for (const LaidLine &line : lines)
        texts += line.text;
    return texts;
}

} // namespace scrutineer::facts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/upright_text.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::facts {

namespace {

constexpr int textWidth = 1200;       ///< pixels at which print is read: 0.3 to 0.5 s a card
constexpr double scarceLetters = 150; ///< fewer are read once more without a layout
constexpr double sureWord = 0.75;
constexpr double unsureWord = 0.60;      ///< lines with such a word are looked at again
constexpr double leastConfidence = 0.25; ///< of a word that is kept
constexpr int mostSecondLooks = 8;       ///< 30 to 50 ms each
constexpr double secondLookHeight = 44;  ///< pixels of a line

qsizetype lettersIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

qsizetype digitsIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// Words to lay out. One with digits is kept however unsure: it may be a date that a second look confirms.
QList<PlacedWord> kept(const QList<text::OcrLine> &lines)
{
    constexpr int digitsOfDate = 4;
    QList<PlacedWord> words;
    for (const text::OcrLine &line : lines) {
        for (const text::OcrWord &word : line.words) {
            if (word.confidence >= leastConfidence || digitsIn(word.text) >= digitsOfDate)
                words += PlacedWord{word.text, word.box, word.confidence};
        }
    }
    return words;
}

bool isUnsure(const LaidLine &line)
{
    return lettersIn(line.text) >= 4 && line.box.width() > line.box.height() &&
           std::any_of(line.words.begin(), line.words.end(),
                       [](const PlacedWord &word) { return word.confidence < unsureWord; });
}

double confidenceOf(const QList<PlacedWord> &words)
{
    double sum = 0;
    double weight = 0;
    for (const PlacedWord &word : words) {
        sum += word.confidence * static_cast<double>(word.text.size());
        weight += static_cast<double>(word.text.size());
    }
    return weight > 0 ? sum / weight : 0;
}

/// The words of one line, read alone and larger.
QList<PlacedWord> lookAgain(const cv::Mat &grey, const QRectF &box, text::OcrEngine &ocr)
{
    const double margin = 0.35 * box.height();
    const QRect around = box.adjusted(-2 * margin, -margin, 2 * margin, margin).toAlignedRect() &
                         QRect(0, 0, grey.cols, grey.rows);
    if (around.width() < 8 || around.height() < 8)
        return {};
    const double factor = std::clamp(secondLookHeight / box.height(), 1.0, 3.0);
    cv::Mat larger;
    cv::resize(grey(cv::Rect(around.x(), around.y(), around.width(), around.height())), larger, {}, factor,
               factor, cv::INTER_CUBIC);
    text::OcrRequest request;
    request.layout = text::OcrLayout::Line;
    request.resolution = 300;
    const Result<QList<text::OcrLine>> read = ocr.read(larger, request);
    QList<PlacedWord> words = read ? kept(*read) : QList<PlacedWord>{};
    for (PlacedWord &word : words) {
        word.box = QRectF(around.x() + word.box.x() / factor, around.y() + word.box.y() / factor,
                          word.box.width() / factor, word.box.height() / factor);
    }
    return words;
}

QList<LaidLine> withSecondLooks(const QList<LaidLine> &lines, const cv::Mat &grey, text::OcrEngine &ocr)
{
    QList<const LaidLine *> unsure;
    for (const LaidLine &line : lines) {
        if (isUnsure(line))
            unsure += &line;
    }
    std::stable_sort(unsure.begin(), unsure.end(), [](const LaidLine *a, const LaidLine *b) {
        return digitsIn(a->text) > digitsIn(b->text);
    });
    unsure = unsure.first(std::min<qsizetype>(unsure.size(), mostSecondLooks));
    QList<PlacedWord> words;
    for (const LaidLine &line : lines) {
        const QList<PlacedWord> again =
            unsure.contains(&line) ? lookAgain(grey, line.box, ocr) : QList<PlacedWord>{};
        words += confidenceOf(again) > confidenceOf(line.words) ? again : line.words;
    }
    words.removeIf([](const PlacedWord &word) { return word.confidence < leastConfidence; });
    return laidOut(words);
}

double lettersOf(const QList<PlacedWord> &words)
{
    double letters = 0;
    for (const PlacedWord &word : words) {
        const bool lies =
            word.box.width() > word.box.height(); // Tesseract reads text that runs up the page as well
        if (word.confidence > sureWord && word.text.size() >= 3 && lies)
            letters += static_cast<double>(lettersIn(word.text));
    }
    return letters;
}

/// Sure words, and those of a second reading that stand where none of them is.
QList<PlacedWord> together(const QList<PlacedWord> &first, const QList<PlacedWord> &second)
{
    QList<PlacedWord> words;
    for (const PlacedWord &word : first) {
        const bool better = std::any_of(second.begin(), second.end(), [&](const PlacedWord &other) {
            return other.box.intersects(word.box) && other.confidence > word.confidence + 0.1 &&
                   other.text.size() >= word.text.size();
        });
        if (word.confidence >= unsureWord || !better)
            words += word;
    }
    const QList<PlacedWord> known = words;
    for (const PlacedWord &word : second) {
        const bool taken = std::any_of(known.begin(), known.end(), [&](const PlacedWord &other) {
            return other.box.intersects(word.box);
        });
        if (!taken && word.confidence >= unsureWord)
            words += word;
    }
    return words;
}

UprightText readTurned(const image::Picture &picture, const QPolygonF &quad, int quarterTurns, cv::Mat &grey,
                       text::OcrEngine &ocr)
{
    UprightText upright;
    upright.quarterTurns = quarterTurns;
    upright.view = image::rectify(picture, quad, textWidth, quarterTurns);
    if (upright.view.bgr.empty())
        return upright;
    cv::cvtColor(upright.view.bgr, grey, cv::COLOR_BGR2GRAY);
    text::OcrRequest request;
    request.resolution = 300;
    const Result<QList<text::OcrLine>> read = ocr.read(grey, request);
    if (!read)
        return upright;
    QList<PlacedWord> words = kept(*read);
    upright.letters = lettersOf(words);
    if (upright.letters >= enoughLetters && upright.letters < scarceLetters) {
        request.layout = text::OcrLayout::Sparse; // pictures behind the print break up the page's layout
        if (const Result<QList<text::OcrLine>> sparse = ocr.read(grey, request))
            words = together(words, kept(*sparse));
    }
    upright.lines = laidOut(words);
    return upright;
}

} // namespace

UprightText readUpright(const image::Picture &picture, const QPolygonF &quad, const QList<int> &turns,
                        text::OcrEngine &ocr)
{
    UprightText best;
    cv::Mat bestGrey;
    for (const int turn : turns) {
        cv::Mat grey;
        const UprightText upright = readTurned(picture, quad, turn, grey, ocr);
        if (upright.letters > best.letters || best.view.bgr.empty()) {
            best = upright;
            bestGrey = grey;
        }
        if (best.letters >= enoughLetters)
            break; // the others are hardly better, and each costs half a second
    }
    if (!bestGrey.empty())
        best.lines = withSecondLooks(best.lines, bestGrey, ocr);
    return best;
}

} // namespace scrutineer::facts

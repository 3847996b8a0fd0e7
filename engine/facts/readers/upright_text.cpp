// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/upright_text.h"

#include "engine/facts/readers/row_reader.h"
#include "engine/text/dates.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 1200; ///< pixels at which the print of a card is read
constexpr int pageWidth = 1440; ///< of a passport's page, whose print is smaller beside its width
constexpr double leastCardAspect = 1.5;
constexpr double sureWord = 0.75;
constexpr double unsureWord = 0.70;      ///< lines with such a word are looked at again
constexpr double leastConfidence = 0.25; ///< of a word that is kept
constexpr double readTwice = 0.75;       ///< of a word that another look reads the same
constexpr double microprint = 14;        ///< pixels: print of less height is part of the pattern
constexpr int mostSecondLooks = 7;       ///< 15 to 30 ms each
constexpr int mostOverlooked = 3;        ///< places that are looked at because nothing was read there
constexpr int plentyOfPrint = 120;       ///< letters in level rows: a page on its side shows a few by chance
constexpr int lettersOfRow = 4;          ///< rows of fewer pieces say little about how the page lies
constexpr double mostInk = 13'000;       ///< pixels of rows at reading height, together: about 0.35 s

qsizetype lettersIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

qsizetype digitsIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

qsizetype capitalsIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
}

/// Words to lay out. One with digits is kept however unsure: it may be a date that a second look confirms.
void keepUsable(QList<PlacedWord> &words)
{
    constexpr int digitsOfDate = 4;
    words.removeIf([](const PlacedWord &word) {
        return word.confidence < leastConfidence && digitsIn(word.text) < digitsOfDate;
    });
}

/// Digits set out as a date that are none: one of them was misread.
bool isSpoiltDate(const QString &text)
{
    static const QRegularExpression form(u"\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}"_s);
    return form.match(text).hasMatch() && text::findDates(text).isEmpty();
}

bool isUnsure(const LaidLine &line)
{
    if (isSpoiltDate(line.text))
        return true;
    if (line.box.height() < microprint)
        return false;
    // Values stand in digits or capitals; labels are told however badly they are read.
    const bool isValue = digitsIn(line.text) >= 2 || capitalsIn(line.text) >= 3;
    return isValue && lettersIn(line.text) >= 4 &&
           std::any_of(line.words.begin(), line.words.end(),
                       [](const PlacedWord &word) { return word.confidence < unsureWord; });
}

/// What a reading is worth: letters by how sure they are, doubtful ones against it.
double worthOf(const QList<PlacedWord> &words)
{
    constexpr double even = 0.4;
    double worth = 0;
    for (const PlacedWord &word : words)
        worth += (word.confidence - even) * static_cast<double>(word.text.size());
    return worth;
}

int datesIn(const QList<PlacedWord> &words)
{
    QStringList texts;
    for (const PlacedWord &word : words)
        texts += word.text;
    return static_cast<int>(text::findDates(texts.join(u' ')).size());
}

/// A reading that makes a date beats one that does not: noise makes none.
bool isBetter(const QList<PlacedWord> &again, const QList<PlacedWord> &first)
{
    const int dates = datesIn(again) - datesIn(first);
    return dates != 0 ? dates > 0 : worthOf(again) > worthOf(first);
}

/// Words of the better of two readings, surer where the other reading has the same words in the same order.
QList<PlacedWord> agreed(const QList<PlacedWord> &again, QList<PlacedWord> better,
                         const QList<PlacedWord> &first)
{
    for (qsizetype i = 0; i < better.size() && again.size() == first.size(); ++i) {
        if (again.at(i).text == first.at(i).text)
            better[i].confidence = std::max(better.at(i).confidence, readTwice);
    }
    return better;
}

/// How dark print of a page is that is meant to be read: most rows of patterns and pictures are paler.
double depthOfPrint(const std::vector<TextRow> &rows)
{
    constexpr double dark = 0.75; // of the rows
    constexpr double paler = 0.7; // of such a row's depth
    std::vector<double> depths;
    for (const TextRow &row : rows) {
        if (row.letters >= lettersOfRow)
            depths.push_back(row.depth);
    }
    if (depths.empty())
        return 0;
    const auto at = depths.begin() + std::ptrdiff_t(dark * double(depths.size() - 1));
    std::nth_element(depths.begin(), at, depths.end());
    return paler * *at;
}

/// The widest part of a row that no word covers.
QRectF uncovered(const TextRow &row, const QList<LaidLine> &lines)
{
    const QRectF all(row.box.x, row.box.y, row.box.width, row.box.height);
    constexpr double besideWord = 0.5; // heights of the row: looks go a little beyond a place
    QList<QRectF> words;
    for (const LaidLine &line : lines) {
        for (const PlacedWord &word : line.words) {
            if (word.box.top() < all.center().y() && word.box.bottom() > all.center().y() &&
                word.box.right() > all.left() && word.box.left() < all.right())
                words += word.box;
        }
    }
    std::sort(words.begin(), words.end(),
              [](const QRectF &a, const QRectF &b) { return a.left() < b.left(); });
    words += QRectF(all.topRight(), all.bottomRight());
    QRectF widest;
    double from = all.left();
    for (const QRectF &word : std::as_const(words)) {
        if (word.left() - from > widest.width())
            widest = QRectF(from, all.top(), word.left() - from, all.height());
        from = std::max(from, word.right() + besideWord * all.height());
    }
    return widest;
}

QList<LaidLine> withSecondLooks(const QList<LaidLine> &lines, const PrintedPage &page, text::OcrEngine &ocr)
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
        QList<PlacedWord> again;
        if (unsure.contains(&line))
            again = readPlace(page.lightest, line.box, ocr);
        words += agreed(again, isBetter(again, line.words) ? again : line.words, line.words);
    }
    constexpr int digitsOfDate = 6;
    words.removeIf([](const PlacedWord &word) {
        return word.confidence < leastConfidence && digitsIn(word.text) < digitsOfDate;
    });
    return laidOut(words);
}

/// Letters of words that OCR is sure of, and of those that it is not; words of one or two say nothing.
struct LettersRead
{
    double sure = 0;
    double unsure = 0;

    /// Upside down, some words are read with confidence too, but most are not.
    [[nodiscard]] bool isUpright() const { return sure >= enoughLetters && sure > unsure; }
};

LettersRead lettersOf(const QList<PlacedWord> &words)
{
    LettersRead letters;
    for (const PlacedWord &word : words) {
        if (word.text.size() >= 3)
            (word.confidence > sureWord ? letters.sure : letters.unsure) +=
                static_cast<double>(lettersIn(word.text));
    }
    return letters;
}

/// How much print a page shows as level rows.
int printIn(const PrintedPage &page)
{
    int letters = 0;
    for (const TextRow &row : page.rows)
        letters += row.letters >= lettersOfRow ? row.letters : 0;
    return letters;
}

/// The rows worth reading: not where another reader was, the darkest ones first where there are too many.
std::vector<TextRow> wanted(const UprightText &upright, const QList<QPolygonF> &known)
{
    const cv::Matx33d fromFull = upright.view.toFull.inv();
    QList<QRectF> taken;
    for (const QPolygonF &polygon : known) {
        QPolygonF placed;
        for (const QPointF &corner : polygon) {
            const cv::Vec3d mapped = fromFull * cv::Vec3d(corner.x(), corner.y(), 1);
            placed << QPointF(mapped[0] / mapped[2], mapped[1] / mapped[2]);
        }
        taken += placed.boundingRect();
    }
    std::vector<TextRow> rows;
    for (const TextRow &row : upright.page.rows) {
        const QPointF middle(row.box.x + row.box.width / 2.0, row.box.y + row.box.height / 2.0);
        if (std::none_of(taken.begin(), taken.end(), [&](const QRectF &box) { return box.contains(middle); }))
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const TextRow &a, const TextRow &b) { return a.depth > b.depth; });
    double ink = 0;
    std::size_t count = 0;
    for (; count < rows.size() && ink < mostInk; ++count)
        ink += 32.0 * rows[count].box.width / rows[count].box.height;
    rows.resize(count);
    std::sort(rows.begin(), rows.end(), [](const TextRow &a, const TextRow &b) { return a.box.y < b.box.y; });
    return rows;
}

bool hasWord(const QList<PlacedWord> &words)
{
    constexpr qsizetype leastLetters = 3;
    return std::any_of(words.begin(), words.end(), [](const PlacedWord &word) {
        return word.confidence >= leastConfidence && lettersIn(word.text) >= leastLetters;
    });
}

/// Lines with the words of dark rows where OCR of all rows together found none: it drops one now and then.
QList<LaidLine> withOverlooked(const UprightText &upright, const std::vector<TextRow> &rows,
                               text::OcrEngine &ocr)
{
    constexpr double leastWidth = 3;  // heights of the row: the gaps between columns are narrower
    constexpr double blackest = 0.35; // of the way from ink to paper
    const double dark = depthOfPrint(rows);
    QList<QRectF> places;
    for (const TextRow &row : rows) {
        if (row.light || row.box.height < microprint || row.letters < lettersOfRow || row.depth < dark)
            continue;
        const QRectF place = uncovered(row, upright.lines);
        if (place.width() > leastWidth * place.height())
            places += place;
    }
    std::sort(places.begin(), places.end(),
              [](const QRectF &a, const QRectF &b) { return a.width() > b.width(); });
    QList<PlacedWord> words;
    for (const QRectF &place : places.first(std::min<qsizetype>(places.size(), mostOverlooked))) {
        const QList<PlacedWord> first = readPlace(upright.page.lightest, place, ocr);
        if (!hasWord(first))
            continue; // a signature, a picture
        const QList<PlacedWord> again =
            readPlace(darkestInk(upright.page.lightest, place, blackest), place, ocr);
        words += agreed(again, isBetter(again, first) ? again : first, first);
    }
    words.removeIf([](const PlacedWord &word) { return word.confidence < unsureWord; });
    if (words.isEmpty())
        return upright.lines;
    for (const LaidLine &line : upright.lines)
        words += line.words;
    return laidOut(words);
}

UprightText prepared(const image::Rectified &view, int quarterTurns)
{
    UprightText upright;
    upright.quarterTurns = quarterTurns;
    upright.view = view;
    if (!view.bgr.empty())
        upright.page = findRows(view.bgr);
    return upright;
}

/// Whether what it read shows that the page stands upright.
bool read(UprightText &upright, const QList<QPolygonF> &known, text::OcrEngine &ocr)
{
    if (upright.view.bgr.empty())
        return false;
    QList<PlacedWord> words = readRows(upright.page, wanted(upright, known), ocr);
    const LettersRead letters = lettersOf(words);
    upright.letters = letters.sure;
    keepUsable(words);
    upright.lines = laidOut(words);
    return letters.isUpright();
}

} // namespace

image::Rectified readingView(const image::Picture &picture, const QPolygonF &quad, int quarterTurns)
{
    const double flat = image::trueAspect(quad, picture.fullSize);
    const double aspect = quarterTurns % 2 == 0 || flat <= 0 ? flat : 1 / flat;
    return image::rectify(picture, quad, aspect < leastCardAspect ? pageWidth : cardWidth, quarterTurns);
}

UprightText readUpright(const image::Picture &picture, const QPolygonF &quad,
                        const image::Rectified &flatView, std::optional<int> quarterTurns,
                        const QList<QPolygonF> &known, text::OcrEngine &ocr)
{
    const auto seen = [&](int turns) {
        if (turns % 2 != 0)
            return prepared(readingView(picture, quad, turns), turns);
        const bool isOver = turns == 2 && !flatView.bgr.empty();
        return prepared(isOver ? image::turnedOver(flatView) : flatView, turns);
    };
    UprightText best;
    if (quarterTurns) {
        best = seen(*quarterTurns);
        read(best, known, ocr);
    } else {
        UprightText flat = seen(0);
        UprightText standing;
        if (printIn(flat.page) < plentyOfPrint)
            standing = seen(1);
        const bool lies = printIn(flat.page) >= printIn(standing.page);
        UprightText &likely = lies ? flat : standing;
        bool isUpright = read(likely, known, ocr);
        best = likely;
        for (const int turn : {2, lies ? 1 : 3, lies ? 3 : 1}) {
            if (isUpright)
                break; // the others are hardly better, and each costs a quarter of a second
            UprightText other = seen((likely.quarterTurns + turn) % 4);
            isUpright = read(other, known, ocr);
            if (other.letters > best.letters)
                best = other;
        }
    }
    if (!best.page.lightest.empty()) {
        best.lines = withOverlooked(best, wanted(best, known), ocr);
        best.lines = withSecondLooks(best.lines, best.page, ocr);
    }
    return best;
}

} // namespace scrutineer::facts

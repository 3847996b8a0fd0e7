// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/row_reader.h"

#include "engine/image/percentile.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::facts {

namespace {

constexpr int rowHeight = 32;    ///< pixels of a row's ink on the sheet
constexpr int placeHeight = 44;  ///< of a place that is read by itself
constexpr double mostLarger = 3; ///< more shows nothing new
constexpr int sheetMargin = 20;  ///< pixels
constexpr int rowGap = 16;       ///< between rows of the sheet
constexpr int mostSheetWidth = 3000;
constexpr double white = 250;
constexpr double inkShare = 0.05;  ///< of a row's pixels that are ink beyond doubt
constexpr double paperShare = 0.6; ///< of a row's pixels that are not lighter than paper

/// A row's place on the sheet.
struct SheetRow
{
    cv::Mat ink;
    cv::Point2d origin; ///< on the page
    QRectF print;       ///< the row itself, on the page
    double factor = 1;  ///< sheet pixels for a page pixel
    int top = 0;
};

/// How dark what lies behind a row is, in grey levels below paper: the darkest fifth of the strips above and
/// below it. Half of a strip may be another row's print.
double patternBeside(const cv::Mat &page, const cv::Rect &row, double paper)
{
    constexpr double darkestShare = 0.2;
    const cv::Rect frame(0, 0, page.cols, page.rows);
    const int strip = std::max(4, row.height / 3);
    double depth = 0;
    int strips = 0;
    for (const int top : {row.y - strip - 1, row.y + row.height + 1}) {
        const cv::Rect beside = cv::Rect(row.x, top, row.width, strip) & frame;
        if (beside.empty())
            continue;
        const double own = std::max(0.0, paper - image::percentile(page(beside), darkestShare));
        depth = strips == 0 ? own : std::min(depth, own);
        ++strips;
    }
    return depth;
}

/// How dark the print is along a row, in grey levels below paper, a value a column of `cut`: labels are often
/// printed paler than what stands beside them. CV_32F, one row.
cv::Mat inkAlong(const cv::Mat &page, const cv::Rect &row, const cv::Rect &cut, double paper)
{
    constexpr double palest = 0.4; // of the row's ink: what is paler may be pattern
    constexpr int window = 3;      // heights of the row
    const double way = std::max(1.0, paper - image::percentile(page(row), inkShare));
    const cv::Rect columns = cv::Rect(cut.x, row.y, cut.width, row.height);
    cv::Mat darkest;
    cv::GaussianBlur(page(columns), darkest, {}, 0.7);
    cv::reduce(darkest, darkest, 0, cv::REDUCE_MIN);
    cv::erode(darkest, darkest, cv::Mat::ones(1, window * row.height | 1, CV_8U));
    cv::Mat ink;
    darkest.convertTo(ink, CV_32F, -1, paper);
    cv::blur(ink, ink, {window * row.height | 1, 1});
    return cv::min(cv::max(ink, palest * way), way);
}

/// Print alone: security print is paler than the text it lies behind, and OCR takes its lines for points and
/// strokes. What is no darker than the pattern beside the row is paper, as far as that leaves the strokes
/// whole; in small print, whose strokes are too thin to be as dark as their ink, less of it.
cv::Mat withoutPattern(const cv::Mat &page, const cv::Rect &row, const cv::Rect &cut)
{
    constexpr double above = 1.3;   // times the pattern's depth
    constexpr double most = 0.35;   // of the way from paper to ink that may count as paper
    constexpr double darkest = 0.4; // of that share: as much of the way from ink on is black
    constexpr double small = 12;    // pixels of a row: nothing is taken for paper
    constexpr double large = 20;    // of a row: as much as for any
    const double paper = image::percentile(page(row), paperShare);
    const cv::Mat ink = inkAlong(page, row, cut, paper);
    const double size = std::clamp((row.height - small) / (large - small), 0.0, 1.0);
    const double share = size * std::min(most, above * patternBeside(page, row, paper) / cv::mean(ink)[0]);
    cv::Mat depth; // 0 paper, 1 ink
    page(cut).convertTo(depth, CV_32F, -1, paper);
    depth /= cv::repeat(ink, cut.height, 1);
    cv::Mat alone;
    const double steepness = white / (1 - share - darkest * share);
    depth.convertTo(alone, CV_8U, -steepness, white + share * steepness);
    return cv::min(alone, white);
}

SheetRow cutOut(const PrintedPage &page, const TextRow &row)
{
    const int edge = std::max(3, row.box.height / 6);
    const cv::Rect wide =
        cv::Rect(row.box.x - edge, row.box.y - edge, row.box.width + 2 * edge, row.box.height + 2 * edge) &
        cv::Rect(0, 0, page.ink.cols, page.ink.rows);
    SheetRow placed;
    placed.origin = wide.tl();
    placed.print = QRectF(row.box.x, row.box.y, row.box.width, row.box.height);
    placed.factor =
        std::min({mostLarger, double(rowHeight) / row.box.height, double(mostSheetWidth) / wide.width});
    cv::Mat light;
    if (row.light)
        cv::normalize(page.inverse(wide), light, 0, white, cv::NORM_MINMAX);
    cv::resize(row.light ? light : withoutPattern(page.ink, row.box, wide), placed.ink, {}, placed.factor,
               placed.factor, placed.factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return placed;
}

/// A word's box, no higher than its row: OCR's boxes take in marks above and below.
QRectF inRow(const QRectF &box, const QRectF &row)
{
    constexpr double accents = 2; // pixels
    QRectF inside = box;
    inside.setTop(std::max(box.top(), row.top() - accents));
    inside.setBottom(std::min(box.bottom(), row.bottom() + accents));
    return inside.height() > 0 ? inside : box;
}

} // namespace

QList<PlacedWord> readRows(const PrintedPage &page, const std::vector<TextRow> &rows, text::OcrEngine &ocr)
{
    std::vector<SheetRow> placed;
    int top = sheetMargin;
    int width = 0;
    for (const TextRow &row : rows) {
        placed.push_back(cutOut(page, row));
        placed.back().top = top;
        top += placed.back().ink.rows + rowGap;
        width = std::max(width, placed.back().ink.cols);
    }
    if (placed.empty())
        return {};
    cv::Mat sheet(top + sheetMargin, width + 2 * sheetMargin, CV_8U, cv::Scalar(white));
    for (const SheetRow &row : placed)
        row.ink.copyTo(sheet(cv::Rect(sheetMargin, row.top, row.ink.cols, row.ink.rows)));
    text::OcrRequest request;
    request.layout = text::OcrLayout::Block;
    request.resolution = 300;
    const Result<QList<text::OcrLine>> read = ocr.read(sheet, request);
    if (!read)
        return {};
    QList<PlacedWord> words;
    for (const text::OcrLine &line : *read) {
        for (const text::OcrWord &word : line.words) {
            const double middle = word.box.center().y();
            const auto below = std::find_if(placed.begin(), placed.end(), [&](const SheetRow &row) {
                return middle < row.top + row.ink.rows + rowGap / 2.0;
            });
            if (below == placed.end())
                continue;
            const double f = below->factor;
            const QRectF box(below->origin.x + (word.box.x() - sheetMargin) / f,
                             below->origin.y + (word.box.y() - below->top) / f, word.box.width() / f,
                             word.box.height() / f);
            words += PlacedWord{word.text, inRow(box, below->print), word.confidence};
        }
    }
    return words;
}

cv::Mat darkestInk(const cv::Mat &grey, const QRectF &place, double upTo)
{
    cv::Mat alone(grey.size(), CV_8U, cv::Scalar(white));
    const QRect frame(0, 0, grey.cols, grey.rows);
    const QRect inside = place.toAlignedRect() & frame;
    const int margin = inside.height();
    const QRect around = inside.adjusted(-margin, -margin, margin, margin) & frame;
    if (inside.isEmpty())
        return alone;
    const auto pixels = [](const QRect &r) { return cv::Rect(r.x(), r.y(), r.width(), r.height()); };
    const double ink = image::percentile(grey(pixels(inside)), inkShare);
    const double paper = image::percentile(grey(pixels(inside)), paperShare);
    const double slope = white / std::max(1.0, upTo * (paper - ink));
    cv::Mat here = alone(pixels(around));
    grey(pixels(around)).convertTo(here, CV_8U, slope, -slope * ink);
    return alone;
}

QList<PlacedWord> readPlace(const cv::Mat &grey, const QRectF &place, text::OcrEngine &ocr,
                            const QString &onlyCharacters)
{
    const double edge = 0.3 * place.height();
    const QRect around = place.adjusted(-1.5 * edge, -edge, 1.5 * edge, edge).toAlignedRect() &
                         QRect(0, 0, grey.cols, grey.rows);
    if (around.width() < 8 || around.height() < 8)
        return {};
    const double factor = std::clamp(placeHeight / place.height(), 0.5, mostLarger);
    cv::Mat larger;
    const cv::Rect cut(around.x(), around.y(), around.width(), around.height());
    const QRect inside = place.toAlignedRect() & around;
    const cv::Rect row(inside.x(), inside.y(), inside.width(), inside.height());
    cv::resize(withoutPattern(grey, row, cut), larger, {}, factor, factor, cv::INTER_CUBIC);
    text::OcrRequest request;
    request.layout = text::OcrLayout::Line;
    request.resolution = 300;
    request.onlyCharacters = onlyCharacters;
    request.dictionary = onlyCharacters.isEmpty();
    const Result<QList<text::OcrLine>> read = ocr.read(larger, request);
    QList<PlacedWord> words;
    if (!read)
        return words;
    for (const text::OcrLine &line : *read) {
        for (const text::OcrWord &word : line.words)
            words += PlacedWord{word.text,
                                QRectF(around.x() + word.box.x() / factor, around.y() + word.box.y() / factor,
                                       word.box.width() / factor, word.box.height() / factor),
                                word.confidence};
    }
    return words;
}

} // namespace scrutineer::facts

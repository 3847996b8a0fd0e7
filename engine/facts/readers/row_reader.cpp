// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/row_reader.h"

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

/// A row's place on the sheet.
struct SheetRow
{
    cv::Mat ink;
    cv::Point2d origin; ///< on the page
    double factor = 1;  ///< sheet pixels for a page pixel
    int top = 0;
};

SheetRow cutOut(const PrintedPage &page, const TextRow &row)
{
    const int edge = std::max(3, row.box.height / 6);
    const cv::Rect wide =
        cv::Rect(row.box.x - edge, row.box.y - edge, row.box.width + 2 * edge, row.box.height + 2 * edge) &
        cv::Rect(0, 0, page.ink.cols, page.ink.rows);
    SheetRow placed;
    placed.origin = wide.tl();
    placed.factor =
        std::min({mostLarger, double(rowHeight) / row.box.height, double(mostSheetWidth) / wide.width});
    cv::Mat light;
    if (row.light)
        cv::normalize(page.inverse(wide), light, 0, white, cv::NORM_MINMAX);
    cv::resize(row.light ? light : page.ink(wide), placed.ink, {}, placed.factor, placed.factor,
               placed.factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return placed;
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
            words += PlacedWord{word.text,
                                QRectF(below->origin.x + (word.box.x() - sheetMargin) / f,
                                       below->origin.y + (word.box.y() - below->top) / f,
                                       word.box.width() / f, word.box.height() / f),
                                word.confidence};
        }
    }
    return words;
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
    cv::resize(grey(cv::Rect(around.x(), around.y(), around.width(), around.height())), larger, {}, factor,
               factor, cv::INTER_CUBIC);
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

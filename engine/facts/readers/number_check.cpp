// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/number_check.h"

#include "engine/image/percentile.h"
#include "engine/text/document_number.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr double lineHeight = 48;    ///< pixels at which the number is read again
constexpr double furtherRight = 1.6; ///< heights
constexpr qsizetype mostAdded = 3;   ///< characters that the second look may add
constexpr double confirmed = 0.93;   ///< confidence of a number that two readings agree on

QString plain(const QString &text)
{
    QString result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
                 [](QChar c) { return c.isLetterOrNumber(); });
    return result;
}

/// What another look at a number makes of it. Empty where it contradicts the first.
std::optional<FoundField> compared(const FoundField &number, const cv::Mat &shown, text::OcrEngine &ocr)
{
    text::OcrRequest request;
    request.layout = text::OcrLayout::Line;
    request.dictionary = false;
    request.onlyCharacters = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"_s;
    const Result<QList<text::OcrLine>> read = ocr.read(shown, request);
    if (!read || read->isEmpty())
        return number;
    const QString first = plain(number.value);
    const QString second = plain(read->first().text);
    if (second == first) {
        FoundField sure = number;
        sure.confidence = std::max(number.confidence, confirmed);
        return sure;
    }
    // Letters for digits of one look contradict nothing: which of them it is stays unsure.
    if (first.startsWith(second) || text::sameNumber(first, second))
        return number;
    const qsizetype at = second.indexOf(first);
    if (at < 0)
        return std::nullopt;
    const qsizetype added = second.size() - at - first.size();
    if (added > mostAdded)
        return number;
    FoundField longer = number;
    longer.value += second.mid(at + first.size());
    longer.text = longer.value;
    longer.box.setRight(longer.box.right() + number.box.height() * 0.6 * static_cast<double>(added));
    return longer;
}

} // namespace

std::optional<FoundField> confirmedNumber(const FoundField &number, const cv::Mat &view, text::OcrEngine &ocr)
{
    const double height = number.box.height();
    const QRectF wide =
        number.box.adjusted(-0.4 * height, -0.3 * height, furtherRight * height, 0.3 * height);
    const QRect area = wide.toAlignedRect() & QRect(0, 0, view.cols, view.rows);
    if (area.width() < 16 || area.height() < 8)
        return number;
    cv::Mat grey;
    cv::cvtColor(view(cv::Rect(area.x(), area.y(), area.width(), area.height())), grey, cv::COLOR_BGR2GRAY);
    const double factor = std::clamp(lineHeight / height, 1.0, 3.0);
    cv::resize(grey, grey, {}, factor, factor, cv::INTER_CUBIC);
    const double ink = image::percentile(grey, 0.03);
    const double paper = image::percentile(grey, 0.6);
    cv::Mat dark;
    cv::threshold(grey, dark, ink + 0.45 * (paper - ink), 255, cv::THRESH_BINARY);
    const int narrow = std::min(grey.cols, int(std::lround(grey.cols - furtherRight * height * factor)));
    const cv::Mat alone = narrow > 16 ? grey.colRange(0, narrow) : grey;
    // Print alone, without what lies behind it; the picture as it is, where strokes are thin; and without
    // what stands beside it.
    std::optional<FoundField> unsure;
    for (const cv::Mat &shown : {dark, grey, alone}) {
        const std::optional<FoundField> seen = compared(number, shown, ocr);
        if (seen && seen->value != number.value)
            return unsure ? unsure : seen;
        if (seen && seen->confidence >= confirmed)
            return seen;
        if (!unsure)
            unsure = seen;
    }
    return unsure;
}

} // namespace scrutineer::facts

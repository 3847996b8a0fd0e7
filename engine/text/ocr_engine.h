// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QList>
#include <QRect>
#include <QRectF>
#include <QStringList>

#include <opencv2/core.hpp>

#include <memory>

namespace scrutineer::text {

struct OcrWord
{
    QString text;
    QRectF box;            ///< pixels of the picture that was given
    double confidence = 0; ///< 0 to 1
};

struct OcrLine
{
    QString text;          ///< the words with one space between
    QRectF box;            ///< pixels of the picture that was given
    double confidence = 0; ///< mean of the words, 0 to 1
    int block = 0;         ///< lines of one paragraph share a number
    QList<OcrWord> words;
};

/// How text is laid out in the picture; Tesseract's page segmentation modes 3, 6, 7 and 11.
enum class OcrLayout { Page, Block, Line, Sparse };

struct OcrRequest
{
    QString language = QStringLiteral("eng"); ///< Tesseract's name, or several ("rus+eng"); what is not
                                              ///< installed is left out, and eng stands in for nothing
    OcrLayout layout = OcrLayout::Page;
    QString onlyCharacters; ///< empty: all
    bool dictionary = true; ///< false for codes
    QRect region;           ///< empty: the whole picture
    int resolution = 200;   ///< dots per inch of the picture, as far as known
};

/// Tesseract, LSTM only. Languages are loaded when first asked for and kept. One engine per thread. Start the
/// process with OMP_THREAD_LIMIT=1 where possible: OpenMP inside OCR makes it seven times slower on shared
/// cores.
class OcrEngine
{
public:
    OcrEngine();
    ~OcrEngine();
    OcrEngine(const OcrEngine &) = delete;
    OcrEngine &operator=(const OcrEngine &) = delete;

    /// Tesseract names of what is installed ("eng", "fra"), without "osd".
    [[nodiscard]] const QStringList &languages() const;

    /// Lines in reading order. picture: 8 bit, one channel. A picture without text gives an empty list.
    /// Errors: ModelMissing (no language data at all), InvalidArgument (picture), TimedOut (20 s for one
    /// call).
    [[nodiscard]] Result<QList<OcrLine>> read(const cv::Mat &picture, const OcrRequest &request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::text

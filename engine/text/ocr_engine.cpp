// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/ocr_engine.h"

#include <QHash>

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <map>
#include <omp.h>
#include <string>
#include <vector>

namespace scrutineer::text {

namespace {

constexpr int deadlineMs = 20'000; ///< noise can keep Tesseract busy for minutes

tesseract::PageSegMode toMode(OcrLayout layout)
{
    switch (layout) {
    case OcrLayout::Page:
        return tesseract::PSM_AUTO;
    case OcrLayout::Block:
        return tesseract::PSM_SINGLE_BLOCK;
    case OcrLayout::Line:
        return tesseract::PSM_SINGLE_LINE;
    case OcrLayout::Sparse:
        return tesseract::PSM_SPARSE_TEXT;
    }
    return tesseract::PSM_AUTO;
}

std::unique_ptr<tesseract::TessBaseAPI> load(const QString &language, bool dictionary)
{
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    std::vector<std::string> names{"debug_file"};
    std::vector<std::string> values{"/dev/null"};
    if (!dictionary) {
        for (const char *name :
             {"load_system_dawg", "load_freq_dawg", "load_number_dawg", "load_punc_dawg"}) {
            names.emplace_back(name);
            values.emplace_back("0");
        }
    }
    const QByteArray name = language.toUtf8();
    if (api->Init(nullptr, name.constData(), tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values, false) !=
        0)
        return nullptr;
    return api;
}

QRectF boxAt(const tesseract::ResultIterator &at, tesseract::PageIteratorLevel level)
{
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (!at.BoundingBox(level, &left, &top, &right, &bottom))
        return {};
    return QRectF(left, top, right - left, bottom - top);
}

QString wordAt(const tesseract::ResultIterator &at)
{
    const std::unique_ptr<char[]> word(at.GetUTF8Text(tesseract::RIL_WORD));
    return word ? QString::fromUtf8(word.get()).trimmed() : QString();
}

void finish(OcrLine &line, QList<OcrLine> &lines)
{
    if (line.words.isEmpty())
        return;
    QStringList words;
    double sum = 0;
    QRectF box;
    for (const OcrWord &word : line.words) {
        words += word.text;
        sum += word.confidence;
        box |= word.box;
    }
    line.text = words.join(QLatin1Char(' '));
    line.confidence = sum / static_cast<double>(line.words.size());
    line.box = box;
    lines += line;
}

QList<OcrLine> collect(tesseract::TessBaseAPI &api)
{
    QList<OcrLine> lines;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (!at)
        return lines;
    OcrLine line;
    int block = -1;
    do {
        if (at->IsAtBeginningOf(tesseract::RIL_PARA))
            ++block;
        if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) {
            finish(line, lines);
            line = OcrLine{};
            line.block = block;
        }
        const QString word = wordAt(*at);
        if (word.isEmpty())
            continue;
        const double confidence =
            std::clamp(static_cast<double>(at->Confidence(tesseract::RIL_WORD)) / 100, 0.0, 1.0);
        line.words += OcrWord{word, boxAt(*at, tesseract::RIL_WORD), confidence};
    } while (at->Next(tesseract::RIL_WORD));
    finish(line, lines);
    return lines;
}

} // namespace

class OcrEngine::Private
{
public:
    tesseract::TessBaseAPI *engineFor(QString language, bool dictionary)
    {
        QStringList known;
        for (const QString &part : language.split(QLatin1Char('+'))) {
            if (languages.contains(part) && !known.contains(part))
                known += part;
        }
        language = known.isEmpty() ? QStringLiteral("eng") : known.join(QLatin1Char('+'));
        const auto key = std::make_pair(language, dictionary);
        const auto found = engines.find(key);
        if (found != engines.end())
            return found->second.get();
        return engines.emplace(key, load(language, dictionary)).first->second.get();
    }

    std::map<std::pair<QString, bool>, std::unique_ptr<tesseract::TessBaseAPI>> engines;
    QStringList languages;
};

OcrEngine::OcrEngine() : d(std::make_unique<Private>())
{
    omp_set_max_active_levels(0); // this thread's OCR must not start more threads
    std::unique_ptr<tesseract::TessBaseAPI> english = load(QStringLiteral("eng"), true);
    if (!english)
        return;
    std::vector<std::string> names;
    english->GetAvailableLanguagesAsVector(&names);
    for (const std::string &name : names) {
        if (name != "osd")
            d->languages += QString::fromStdString(name);
    }
    d->engines.emplace(std::make_pair(QStringLiteral("eng"), true), std::move(english));
}

OcrEngine::~OcrEngine() = default;

const QStringList &OcrEngine::languages() const
{
    return d->languages;
}

Result<QList<OcrLine>> OcrEngine::read(const cv::Mat &picture, const OcrRequest &request)
{
    if (picture.type() != CV_8UC1 || picture.cols < 3 || picture.rows < 3)
        return failure(ErrorCode::InvalidArgument, {}, QStringLiteral("OCR wants a grey picture of 8 bit"));
    tesseract::TessBaseAPI *api = d->engineFor(request.language, request.dictionary);
    if (!api)
        return failure(ErrorCode::ModelMissing, QStringLiteral("eng.traineddata"));

    api->SetPageSegMode(toMode(request.layout));
    api->SetVariable("tessedit_char_whitelist", request.onlyCharacters.toUtf8().constData());
    // Cut out here and not by SetRectangle, after which Tesseract 5.3 reads nonsense.
    const QRect whole(0, 0, picture.cols, picture.rows);
    const QRect region = request.region.isEmpty() ? whole : request.region.intersected(whole);
    if (region.width() < 3 || region.height() < 3)
        return failure(ErrorCode::InvalidArgument, {},
                       QStringLiteral("OCR wants a region inside the picture"));
    const cv::Mat part = picture(cv::Rect(region.x(), region.y(), region.width(), region.height()));
    api->SetImage(part.data, part.cols, part.rows, 1, static_cast<int>(part.step));
    api->SetSourceResolution(request.resolution);

    tesseract::ETEXT_DESC monitor;
    monitor.set_deadline_msecs(deadlineMs);
    const bool read = api->Recognize(&monitor) == 0;
    QList<OcrLine> lines = read ? collect(*api) : QList<OcrLine>{};
    for (OcrLine &line : lines) {
        line.box.translate(region.topLeft());
        for (OcrWord &word : line.words)
            word.box.translate(region.topLeft());
    }
    api->Clear();
    if (!read && monitor.deadline_exceeded())
        return failure(ErrorCode::TimedOut, {}, QStringLiteral("OCR"));
    return lines;
}

} // namespace scrutineer::text

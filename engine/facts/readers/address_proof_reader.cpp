// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/address_proof_reader.h"

#include "engine/facts/readers/proof_text.h"
#include "engine/facts/readers/screenshot.h"
#include "engine/image/document_quad.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOcrPages = 4;      ///< the head of a letter, its annexes hardly ever matter
constexpr int ocrWidth = 1650;       ///< pixels; A4 at 200 dots per inch
constexpr int fewestLayerWords = 12; ///< fewer are page numbers or stamps over a scan
constexpr double sampleWidth = 0.55; ///< of a page, read to tell its language
constexpr double sampleHeight = 0.16;
constexpr double leastConfidence = 0.30;    ///< of an OCR word
constexpr double readableConfidence = 0.55; ///< of a line, in which a word that was hard to read is kept

NotRead nothing(const char *why)
{
    return NotRead{Cause::NothingFound, Sentence{QString::fromLatin1(why), {}}};
}

/// The part of the page with most strokes; stains and boxes have few.
QRect densestPart(const cv::Mat &grey)
{
    constexpr int shrink = 4;
    cv::Mat dark;
    cv::resize(grey, dark, {}, 2.0 / shrink, 2.0 / shrink, cv::INTER_AREA);
    cv::adaptiveThreshold(dark, dark, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 31, 25);
    cv::Mat strokes;
    cv::absdiff(dark.colRange(1, dark.cols), dark.colRange(0, dark.cols - 1), strokes);
    cv::resize(strokes, strokes, {}, 0.5, 0.5, cv::INTER_AREA);
    const cv::Size part(static_cast<int>(strokes.cols * sampleWidth),
                        static_cast<int>(strokes.rows * sampleHeight));
    cv::Mat density;
    cv::boxFilter(strokes, density, CV_32F, part, {0, 0}, true, cv::BORDER_CONSTANT);
    const cv::Rect corners(0, 0, density.cols - part.width, density.rows - part.height);
    cv::Point densest;
    cv::minMaxLoc(density(corners), nullptr, nullptr, nullptr, &densest);
    return {densest.x * shrink, densest.y * shrink, part.width * shrink, part.height * shrink};
}

QList<PlacedWord> placed(const QList<text::OcrLine> &lines)
{
    QList<PlacedWord> words;
    for (const text::OcrLine &line : lines) {
        if (line.words.size() > 1 && line.box.height() > 1.5 * line.box.width()) {
            words +=
                PlacedWord{line.text, line.box, line.confidence}; // runs up the margin: kept in one piece
            continue;
        }
        for (const text::OcrWord &word : line.words) {
            if (word.confidence >= leastConfidence || line.confidence >= readableConfidence)
                words += PlacedWord{word.text, word.box, word.confidence};
        }
    }
    return words;
}

/// A page as OCR gets it, and the way back to full-size pixels.
struct OcrPage
{
    cv::Mat grey;
    image::Rectified rectified; ///< bgr empty: the page as it is
    double scale = 1;           ///< pixels of grey per full-size pixel, where not rectified

    [[nodiscard]] QRectF toFull(const QRectF &box) const
    {
        if (!rectified.bgr.empty())
            return rectified.mapToFull(cv::Rect2d(box.x(), box.y(), box.width(), box.height()))
                .boundingRect();
        return {box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale};
    }
};

OcrPage ocrPage(const image::Picture &picture, bool isPdf)
{
    OcrPage page;
    if (!isPdf) {
        const Reading<image::FoundDocument> found = image::findDocument(picture);
        if (found && !found->fillsFrame)
            page.rectified = image::rectify(picture, found->quad, ocrWidth);
    }
    const cv::Mat &source = page.rectified.bgr.empty() ? picture.bgr : page.rectified.bgr;
    cv::cvtColor(source, page.grey, cv::COLOR_BGR2GRAY);
    page.scale = picture.scale;
    const bool wide = page.grey.cols > ocrWidth * 5 / 4;
    const bool narrow = page.grey.cols < ocrWidth * 3 / 5;
    if (page.rectified.bgr.empty() && !isPdf && (wide || narrow)) {
        const double factor = static_cast<double>(ocrWidth) / page.grey.cols;
        cv::resize(page.grey, page.grey, {}, factor, factor, wide ? cv::INTER_AREA : cv::INTER_CUBIC);
        page.scale *= factor;
    }
    return page;
}

/// What a part of the page reads like in one language, and how sure Tesseract is of it.
struct SampleText
{
    QStringList texts;
    double confidence = 0; ///< of the letters
};

SampleText sampleIn(text::OcrEngine &ocr, const cv::Mat &grey, const QString &language)
{
    text::OcrRequest request;
    request.language = language;
    request.region = densestPart(grey);
    request.layout = text::OcrLayout::Sparse;
    SampleText sample;
    double letters = 0;
    if (const Result<QList<text::OcrLine>> lines = ocr.read(grey, request)) {
        for (const text::OcrLine &line : *lines) {
            sample.texts += line.text;
            const auto size = static_cast<double>(line.text.size());
            sample.confidence += size * line.confidence;
            letters += size;
        }
    }
    sample.confidence /= std::max(1.0, letters);
    return sample;
}

/// English reads every Latin alphabet well enough to tell the language by its words. Other scripts come out
/// as nonsense that knows no word: then each of them is tried, and the one that is surest of itself wins.
QString languageByOcr(text::OcrEngine &ocr, const cv::Mat &grey)
{
    const SampleText latin = sampleIn(ocr, grey, u"eng"_s);
    const QString language = languageOf(latin.texts);
    if (!language.isEmpty())
        return language;
    QString best = u"eng"_s;
    double confidence = latin.confidence;
    for (const QString &other : {u"rus"_s, u"ell"_s, u"chi_sim"_s}) {
        if (!ocr.languages().contains(other))
            continue;
        const SampleText sample = sampleIn(ocr, grey, other);
        if (sample.confidence > confidence && languageOf(sample.texts) == other) {
            best = other;
            confidence = sample.confidence;
        }
    }
    return best == "eng"_L1 ? best : best + u"+eng"_s; // names and companies stay Latin
}

QList<text::OcrLine> linesIn(text::OcrEngine &ocr, const cv::Mat &grey, const QString &language)
{
    text::OcrRequest request;
    request.language = language;
    return ocr.read(grey, request).value_or(QList<text::OcrLine>{});
}

} // namespace

void AddressProofReader::addPage(const image::Picture &picture, const QList<image::Word> &words)
{
    const StageTimer timer(m_tools.stageMs, u"text"_s);
    const int page = m_pages++;
    QList<LaidLine> lines;
    if (words.size() >= fewestLayerWords) {
        QList<PlacedWord> layer;
        for (const image::Word &word : words)
            layer += PlacedWord{word.text, word.box, 1};
        lines = laidOut(layer);
        m_fromTextLayer = true;
    } else if (page < mostOcrPages) {
        lines = readByOcr(picture);
    }
    for (const LaidLine &line : lines)
        m_lines += ProofLine{line, page, picture.fullSize};
    if (page == 0)
        m_screenshot = screenshotLikeness(picture, lines, isPdf());
}

QList<LaidLine> AddressProofReader::readByOcr(const image::Picture &picture)
{
    const OcrPage page = ocrPage(picture, isPdf());
    const bool first = m_language.isEmpty();
    if (first)
        m_language = languageByOcr(m_tools.ocr, page.grey);
    QList<LaidLine> lines = laidOut(placed(linesIn(m_tools.ocr, page.grey, m_language)));
    // A table has few words in its densest part: the whole page may tell another language.
    const QString language = first ? languageOf(textsOf(lines)) : QString();
    if (!language.isEmpty() && language != m_language.section(u'+', 0, 0) &&
        m_tools.ocr.languages().contains(language)) {
        m_language = language;
        lines = laidOut(placed(linesIn(m_tools.ocr, page.grey, m_language)));
    }
    for (LaidLine &line : lines) {
        line.box = page.toFull(line.box);
        for (PlacedWord &word : line.words)
            word.box = page.toFull(word.box);
    }
    return lines;
}

AddressProof AddressProofReader::result()
{
    const StageTimer timer(m_tools.stageMs, u"fields"_s);
    AddressProof proof;
    proof.screenshot = m_screenshot;
    proof.fromTextLayer = m_fromTextLayer;
    if (m_lines.isEmpty()) {
        const NotRead missing =
            nothing(QT_TRANSLATE_NOOP("scrutineer", "No text could be read on the proof of address."));
        proof.text = missing;
        proof.kind = missing;
        proof.issuedOn = missing;
        return proof;
    }
    QStringList texts;
    QList<TextLine> lines;
    for (const ProofLine &line : m_lines) {
        texts += line.line.text;
        lines += toTextLine(line);
    }
    proof.text = lines;
    const QString country = countryOf(texts, languageOf(texts));
    const QString kind = proofKind(m_lines);
    proof.kind = kind.isEmpty() ? Reading<QString>(nothing(QT_TRANSLATE_NOOP(
                                      "scrutineer", "The words do not tell what kind of letter this is.")))
                                : Reading<QString>(kind);
    const ProofDates dates = proofDates(m_lines, m_tools.day, country);
    proof.otherDates = dates.others;
    proof.otherDatesExplained = dates.explained;
    if (dates.issuedOn)
        proof.issuedOn = *dates.issuedOn;
    else if (dates.contested)
        proof.issuedOn =
            nothing(QT_TRANSLATE_NOOP("scrutineer", "Several dates could be the date of issue."));
    else
        proof.issuedOn = nothing(QT_TRANSLATE_NOOP("scrutineer", "No date is marked as the date of issue."));
    const Addressees people = addressees(m_lines, country);
    proof.names = people.names;
    proof.addresses = people.addresses;
    return proof;
}

} // namespace scrutineer::facts

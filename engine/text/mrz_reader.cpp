// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_reader.h"

#include "engine/text/mrz_band.h"
#include "engine/text/mrz_decoder.h"
#include "engine/text/mrz_mending.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scrutineer::text {

namespace {

constexpr int searchWidth = 1000; ///< pixels; bands are looked for at this width
constexpr int sharpWidth = 2600;  ///< pixels; bands are cut out of a picture at most this wide

/// How a band is shown to OCR. Different ways fail in different places, so that their readings can vote.
struct Way
{
    double lineHeight;
    enum { Plain, Flattened, Binary } look;
};
constexpr std::array<Way, 4> ways{
    {{34, Way::Plain}, {34, Way::Flattened}, {26, Way::Plain}, {44, Way::Binary}}};

cv::Mat shown(const cv::Mat &straight, const Way &way)
{
    if (way.look == Way::Plain)
        return straight;
    const int size = static_cast<int>(way.lineHeight * 1.5) | 1;
    cv::Mat paper;
    cv::morphologyEx(straight, paper, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {size, size}));
    cv::GaussianBlur(paper, paper, {size, size}, 0);
    cv::Mat flat;
    cv::divide(straight, paper, flat, 235);
    if (way.look == Way::Binary)
        cv::threshold(flat, flat, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    return flat;
}

struct Pass
{
    QStringList lines;
    QList<QPolygonF> regions; ///< pixels of the picture in which the bands were found
};

QPolygonF toPolygon(const QRectF &box, const cv::Mat &toPicture, double scale)
{
    QPolygonF polygon;
    for (const QPointF &corner : {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}) {
        const double x = toPicture.at<double>(0, 0) * corner.x() + toPicture.at<double>(0, 1) * corner.y() +
                         toPicture.at<double>(0, 2);
        const double y = toPicture.at<double>(1, 0) * corner.x() + toPicture.at<double>(1, 1) * corner.y() +
                         toPicture.at<double>(1, 2);
        polygon << QPointF(x * scale, y * scale);
    }
    return polygon;
}

/// A picture and the sizes that belong to it.
struct Source
{
    cv::Mat grey;       ///< at most sharpWidth wide
    double toGiven = 1; ///< from its pixels to those of the picture that was given
};

Pass readBand(const Source &source, const MrzBand &band, const Way &way, OcrEngine &engine)
{
    cv::Mat toPicture;
    const cv::Mat straight = straightened(source.grey, band, way.lineHeight, toPicture);
    OcrRequest request;
    request.layout = OcrLayout::Block;
    request.dictionary = false;
    request.onlyCharacters = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<");
    const Result<QList<OcrLine>> lines = engine.read(shown(straight, way), request);
    Pass pass;
    if (!lines)
        return pass;
    for (const OcrLine &line : *lines) {
        const QString clean = cleanMrzLine(line.text);
        constexpr int shortest = 22;
        constexpr int longest = 56;
        if (clean.size() < shortest || clean.size() > longest)
            continue;
        pass.lines += clean;
        pass.regions += toPolygon(line.box, toPicture, source.toGiven);
    }
    return pass;
}

/// The zone's lines are the last ones of a band: one, two or three of them.
QList<QStringList> groupings(const QList<Pass> &passes)
{
    QList<QStringList> groups;
    for (const Pass &pass : passes) {
        for (const qsizetype count : {3, 2, 1}) {
            if (pass.lines.size() >= count)
                groups += pass.lines.last(count);
        }
    }
    return groups;
}

bool isSettled(const facts::Mrz &mrz)
{
    const bool allHold =
        std::all_of(mrz.checkDigits.begin(), mrz.checkDigits.end(), [](bool valid) { return valid; });
    return mrz.verified && allHold && !mrz.fields.surname.isEmpty();
}

std::optional<facts::Mrz> readBandInAllWays(const Source &source, const MrzBand &band, OcrEngine &engine,
                                            const QDate &day)
{
    QList<Pass> passes;
    std::optional<facts::Mrz> mrz;
    int settled = 0;
    for (const Way &way : ways) {
        passes += readBand(source, band, way, engine);
        if (passes.last().lines.isEmpty() && !mrz && passes.size() == 2)
            return std::nullopt; // nothing long enough in two ways: no such zone here
        mrz = decodeMrz(groupings(passes), day);
        if (mrz && isSettled(*mrz) && ++settled == 2)
            break; // a second look agrees
    }
    if (!mrz)
        return std::nullopt;
    for (const Pass &pass : passes) {
        if (pass.regions.size() >= mrz->lines.size()) {
            mrz->lineRegions = pass.regions.last(mrz->lines.size());
            break;
        }
    }
    return mrz;
}

/// The same band upside down.
MrzBand turned(MrzBand band)
{
    band.box.angle += 180;
    return band;
}

Source scaled(MrzBand &band, const Source &source, double searchScale)
{
    const float factor = static_cast<float>(1 / searchScale);
    for (cv::RotatedRect *box : {&band.box}) {
        box->center *= factor;
        box->size = cv::Size2f(box->size.width * factor, box->size.height * factor);
    }
    for (cv::RotatedRect &line : band.lines) {
        line.center *= factor;
        line.size = cv::Size2f(line.size.width * factor, line.size.height * factor);
    }
    return source;
}

std::optional<MrzFinding> search(const Source &source, OcrEngine &engine, const QDate &day)
{
    const double searchScale = static_cast<double>(searchWidth) / source.grey.cols;
    cv::Mat small;
    cv::resize(source.grey, small, {}, searchScale, searchScale,
               searchScale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    std::optional<MrzFinding> best;
    for (MrzBand band : findMrzBands(small)) {
        const Source sharp = scaled(band, source, searchScale);
        for (const int halfTurns : {0, 1}) {
            std::optional<facts::Mrz> mrz =
                readBandInAllWays(sharp, halfTurns == 0 ? band : turned(band), engine, day);
            if (!mrz)
                continue;
            if (mrz->verified)
                return MrzFinding{*mrz, 2 * halfTurns};
            if (!best)
                best = MrzFinding{*mrz, 2 * halfTurns};
        }
    }
    return best;
}

} // namespace

std::optional<MrzFinding> readMrz(const cv::Mat &picture, OcrEngine &engine, const QDate &day)
{
    Source source;
    cv::Mat grey = picture;
    if (picture.channels() == 3)
        cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    source.grey = grey;
    if (grey.cols > sharpWidth) {
        source.toGiven = static_cast<double>(grey.cols) / sharpWidth;
        cv::resize(grey, source.grey, {}, 1 / source.toGiven, 1 / source.toGiven, cv::INTER_AREA);
    }
    return search(source, engine, day);
}

} // namespace scrutineer::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_reader.h"

#include "engine/text/mrz_band.h"
#include "engine/text/mrz_decoder.h"
#include "engine/text/mrz_fillers.h"
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
    QList<QPolygonF> regions; ///< pixels of the picture that was given
    double confidence = 0;    ///< of the line that OCR is surest of
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
        pass.lines += withSeenFillers(clean, straight, line.box);
        pass.confidence = std::max(pass.confidence, line.confidence);
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

/// Whether it is worth reading a band again: a zone shows fillers, or many digits in a long line.
bool isPromising(const Pass &pass)
{
    return std::any_of(pass.lines.begin(), pass.lines.end(),
                       [](const QString &line) { return line.count(u'<') >= 4 || looksLikeMrz(line); });
}

/// Passes that read the same names.
qsizetype agreeing(const QList<facts::Mrz> &passes, const facts::Mrz &mrz)
{
    return std::count_if(passes.begin(), passes.end(), [&](const facts::Mrz &pass) {
        return pass.fields.surname == mrz.fields.surname && pass.fields.givenNames == mrz.fields.givenNames;
    });
}

std::optional<facts::Mrz> readInOtherWays(const Source &source, const MrzBand &band, const Pass &first,
                                          OcrEngine &engine, const QDate &day)
{
    QList<Pass> passes{first};
    QList<facts::Mrz> alone; // what each pass says without the others
    std::optional<facts::Mrz> mrz = decodeMrz(groupings(passes), day);
    if (mrz)
        alone += *mrz;
    for (std::size_t way = 1; way < ways.size(); ++way) {
        passes += readBand(source, band, ways[way], engine);
        if (const std::optional<facts::Mrz> single = decodeMrz(groupings({passes.last()}), day))
            alone += *single;
        mrz = decodeMrz(groupings(passes), day);
        if (mrz && isSettled(*mrz) && agreeing(alone, *mrz) >= 2)
            break;
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

/// From pixels of the search to those of the source.
MrzBand scaled(MrzBand band, double factor)
{
    const float by = static_cast<float>(factor);
    const auto scale = [by](cv::RotatedRect &box) {
        box.center *= by;
        box.size = cv::Size2f(box.size.width * by, box.size.height * by);
    };
    scale(band.box);
    std::for_each(band.lines.begin(), band.lines.end(), scale);
    return band;
}

std::vector<MrzBand> bandsOf(const Source &source, double leastWidthShare)
{
    const double searchScale = static_cast<double>(searchWidth) / source.grey.cols;
    cv::Mat small;
    cv::resize(source.grey, small, {}, searchScale, searchScale,
               searchScale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    std::vector<MrzBand> bands = findMrzBands(small, leastWidthShare);
    for (MrzBand &band : bands)
        band = scaled(band, 1 / searchScale);
    return bands;
}

/// Every band is looked at once; only those that promise a zone are read again. Bands in which OCR is sure of
/// nothing may stand on their head.
std::optional<MrzFinding> search(const Source &source, OcrEngine &engine, const QDate &day,
                                 double leastWidthShare)
{
    constexpr double sure = 0.75;
    constexpr std::size_t mostTurned = 2;
    std::optional<MrzFinding> best;
    std::vector<MrzBand> unread;
    const auto look = [&](const MrzBand &band, int quarterTurns) {
        const Pass pass = readBand(source, band, ways[0], engine);
        if (pass.confidence < sure && quarterTurns == 0)
            unread.push_back(turned(band));
        if (!isPromising(pass))
            return false;
        const std::optional<facts::Mrz> mrz = readInOtherWays(source, band, pass, engine, day);
        if (mrz && (!best || mrz->verified))
            best = MrzFinding{*mrz, quarterTurns};
        return best && best->mrz.verified;
    };
    for (const MrzBand &band : bandsOf(source, leastWidthShare)) {
        if (look(band, 0))
            return best;
    }
    for (std::size_t i = 0; i < std::min(mostTurned, unread.size()); ++i) {
        const MrzBand band = unread[i];
        if (look(band, 2))
            return best;
    }
    return best;
}

} // namespace

std::optional<MrzFinding> readMrz(const cv::Mat &picture, OcrEngine &engine, const QDate &day,
                                  double leastWidthShare)
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
    return search(source, engine, day, leastWidthShare);
}

} // namespace scrutineer::text

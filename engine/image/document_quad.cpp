// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/document_quad.h"

#include "engine/image/display.h"
#include "engine/image/geometry/quad_candidates.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::image {

namespace {

constexpr int searchLongSide = 720;   ///< pixels
constexpr int refineLongSide = 1000;  ///< pixels
constexpr std::size_t linesKept = 40; ///< quads that are looked at closely
/// Score from which a quad is the document. The portrait of a card that is cut off or hardly seen reaches
/// 0.73.
constexpr double goodEnough = 0.74;
constexpr double scanScore = 0.85;  ///< score that a quad needs where the frame itself may be the document
constexpr double weakestSide = 0.4; ///< support below which a side is not there
constexpr double wholeFrame = 0.9;  ///< of the frame's area: a quad this large is the frame
/// Of the logarithm. Scans have their document's shape, give or take a margin; cameras write 4:3, 3:2 and
/// 16:9, which lie 0.055 and more away from every document.
constexpr double scanAspectTolerance = 0.053;

constexpr double nearlyEqual = 0.9; ///< of the best score
constexpr double largerBy = 1.04;   ///< in area
constexpr double sameLine = 4;      ///< search pixels

Quad scaled(const Quad &quad, double factor)
{
    Quad result;
    std::transform(quad.begin(), quad.end(), result.begin(), [&](const cv::Point2d &corner) {
        return cv::Point2d((corner.x + 0.5) * factor - 0.5, (corner.y + 0.5) * factor - 0.5);
    });
    return result;
}

QPolygonF polygonOf(const Quad &quad)
{
    QPolygonF polygon;
    for (const cv::Point2d &corner : quad)
        polygon << QPointF(corner.x, corner.y);
    return polygon;
}

FoundDocument wholeOf(const Picture &picture)
{
    FoundDocument found;
    const double right = picture.fullSize.width();
    const double bottom = picture.fullSize.height();
    found.quad = QPolygonF{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
    found.fillsFrame = true;
    found.aspect = right / bottom;
    return found;
}

bool frameHasDocumentShape(const Picture &picture)
{
    const double aspect = std::abs(std::log(double(picture.fullSize.width()) / picture.fullSize.height()));
    const auto near = [&](double known) { return std::abs(aspect - std::log(known)) < scanAspectTolerance; };
    return near(1.586) || near(1.42);
}

bool holds(const Quad &outer, const Quad &inner)
{
    const std::vector<cv::Point2f> outline(outer.begin(), outer.end());
    return std::all_of(inner.begin(), inner.end(), [&](const cv::Point2d &corner) {
        return cv::pointPolygonTest(outline, corner, true) > -sameLine;
    });
}

/// A card has bands and boxes with edges as good as its own: of nearly equal quads the one around the others
/// wins.
ScoredQuad outermost(ScoredQuad best, const std::vector<ScoredQuad> &quads)
{
    const double least = nearlyEqual * best.score.total;
    const double leastSupport = best.score.weakest - 0.05;
    for (const ScoredQuad &quad : quads) {
        if (quad.score.total >= least && quad.score.weakest >= leastSupport &&
            quad.score.area > largerBy * best.score.area && holds(quad.quad, best.quad))
            best = quad;
    }
    return best;
}

std::optional<ScoredQuad> bestQuad(const cv::Mat &search)
{
    const Gradients gradients = gradientsOf(search);
    std::vector<ScoredQuad> quads = quadsFromLines(search, gradients, linesKept);
    for (ScoredQuad &candidate : quads) {
        const Quad moved = ordered(snapped(gradients, candidate.quad, 3));
        const auto score = scoreQuad(gradients, moved);
        if (score && score->total > candidate.score.total)
            candidate = {moved, *score};
    }
    const std::vector<ScoredQuad> regions = quadsFromRegions(search, gradients);
    quads.insert(quads.end(), regions.begin(), regions.end());
    const auto best =
        std::max_element(quads.begin(), quads.end(), [](const ScoredQuad &a, const ScoredQuad &b) {
            return a.score.total < b.score.total;
        });
    if (best == quads.end())
        return std::nullopt;
    return outermost(*best, quads);
}

facts::NotRead nothingFound()
{
    return {facts::Cause::NothingFound,
            {QString::fromLatin1(QT_TRANSLATE_NOOP(
                 "scrutineer", "No document with four visible sides was found in the picture.")),
             {}}};
}

} // namespace

facts::Reading<FoundDocument> findDocument(const Picture &picture)
{
    if (picture.bgr.empty() || std::min(picture.bgr.cols, picture.bgr.rows) < 32)
        return nothingFound();
    try {
        const cv::Mat search = shrunk(picture.bgr, searchLongSide);
        const auto best = bestQuad(search);
        const bool maybeScan = frameHasDocumentShape(picture);
        const bool good = best && best->score.total >= (maybeScan ? scanScore : goodEnough) &&
                          best->score.weakest >= weakestSide;
        if (!good && !maybeScan)
            return nothingFound();
        if (!good || best->score.area >= wholeFrame)
            return wholeOf(picture);

        const cv::Mat fine = shrunk(picture.bgr, refineLongSide);
        const double toFine = double(fine.cols) / search.cols;
        const Quad quad =
            ordered(snapped(gradientsOf(fine), scaled(best->quad, toFine), int(std::ceil(2 * toFine))));
        FoundDocument found;
        found.quad = polygonOf(scaled(quad, double(picture.fullSize.width()) / fine.cols));
        found.score = best->score.total;
        found.aspect = trueAspect(found.quad, picture.fullSize);
        return found;
    } catch (const cv::Exception &) {
        return nothingFound();
    }
}

} // namespace scrutineer::image

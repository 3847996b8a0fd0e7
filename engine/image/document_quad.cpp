// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/document_quad.h"

#include "engine/image/display.h"
#include "engine/image/geometry/quad_candidates.h"
#include "engine/image/geometry/quad_evidence.h"
#include "engine/image/geometry/shadow_side.h"

#include <QCoreApplication>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::image {

namespace {

constexpr int searchLongSide = 720; ///< pixels
/// Pixels, where nothing was found, or nothing sure: edges that are blurred over many pixels are steeper
/// here, and a table's grain averages out.
constexpr int blurredLongSide = 360;
constexpr int refineLongSide = 1000;   ///< pixels
constexpr std::size_t looksClose = 40; ///< quads that are looked at closely
constexpr std::size_t wholeKept = 160; ///< one document has many nearly equal quads
constexpr std::size_t cutKept = 24;
/// Score from which a quad is the document. The portrait of a card that is cut off or hardly seen reaches
/// 0.73.
constexpr double goodEnough = 0.74;
constexpr double scanScore = 0.88;  ///< score that a quad needs where the frame itself may be the document
constexpr double weakestSide = 0.4; ///< support below which a side is not there
constexpr double wholeFrame = 0.9;  ///< of the frame's area: a quad this large is the frame
/// Of the logarithm. Scans have their document's shape, give or take a margin; cameras write 4:3, 3:2 and
/// 16:9, which lie 0.055 and more away from every document.
constexpr double scanAspectTolerance = 0.053;

constexpr double nearlyEqual = 0.9; ///< of the best score
constexpr double largerBy = 1.04;   ///< in area
constexpr double likely = 0.62;     ///< what a second search must find, corners counted
constexpr double surer = 0.05;      ///< and so much more than the first
constexpr double asGood = 0.02;     ///< of the evidence
constexpr double sameLine = 4;      ///< search pixels
constexpr double wholeFirst = 0.1;  ///< of the score: documents beside a cut-off one are seldom
constexpr double sharedArea = 0.1;  ///< of the smaller one: less is two documents side by side

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
    return isDocumentShape(double(picture.fullSize.width()) / picture.fullSize.height(), scanAspectTolerance);
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
    const double least = nearlyEqual * best.score.worth();
    const double leastSupport = best.score.weakest - 0.05;
    for (const ScoredQuad &quad : quads) {
        if (quad.score.worth() >= least && quad.score.weakest >= leastSupport &&
            quad.score.evidence >= best.score.evidence - asGood &&
            quad.score.area > largerBy * best.score.area && quad.cut == best.cut &&
            holds(quad.quad, best.quad))
            best = quad;
    }
    return best;
}

struct Candidates
{
    std::vector<ScoredQuad> whole;
    std::vector<ScoredQuad> cut; ///< the best first; the document goes on at the frame
};

Candidates candidatesIn(const cv::Mat &search, const Gradients &gradients)
{
    QuadHeap whole(wholeKept);
    QuadHeap cut(cutKept);
    quadsFromLines(gradients, &whole, &cut);
    Candidates found{whole.sorted(), cut.sorted()};
    for (std::size_t i = 0; i < std::min(looksClose, found.whole.size()); ++i) {
        ScoredQuad &candidate = found.whole[i];
        const Quad moved = ordered(snapped(gradients, candidate.quad, 3));
        const auto score = scoreQuad(gradients, moved);
        if (score && score->total > candidate.score.total)
            candidate = {moved, *score, {}};
    }
    const std::vector<ScoredQuad> regions = quadsFromRegions(search, gradients);
    found.whole.insert(found.whole.end(), regions.begin(), regions.end());
    cv::Mat lab;
    if (!found.cut.empty())
        cv::cvtColor(search, lab, cv::COLOR_BGR2Lab);
    std::erase_if(found.cut, [&](const ScoredQuad &quad) { return !goesOnBeyondFrame(lab, quad); });
    for (ScoredQuad &quad : found.whole)
        quad.score.evidence = cornersReached(gradients, quad.quad);
    const double strong = found.cut.empty() ? 0 : strongEdge(gradients);
    for (ScoredQuad &quad : found.cut) {
        quad.score.total *= printWithin(gradients, quad.quad, strong);
        quad.score.evidence = cornersReached(gradients, quad.quad);
    }
    return found;
}

bool isGood(const ScoredQuad &quad, double least)
{
    return quad.score.total >= least && quad.score.weakest >= weakestSide;
}

std::optional<ScoredQuad> bestOf(const std::vector<ScoredQuad> &quads, double least)
{
    const ScoredQuad *best = nullptr;
    for (const ScoredQuad &quad : quads) {
        if (isGood(quad, least) && (!best || best->score.worth() < quad.score.worth()))
            best = &quad;
    }
    if (!best)
        return std::nullopt;
    return outermost(*best, quads);
}

/// The document: with all its sides, or cut off by the frame where that explains more of the edges.
std::optional<ScoredQuad> documentAmong(const Candidates &candidates, const Gradients &gradients,
                                        double least)
{
    const std::optional<ScoredQuad> whole = bestOf(candidates.whole, least);
    const std::optional<ScoredQuad> cut = bestOf(candidates.cut, least);
    if (!cut)
        return whole;
    if (whole &&
        whole->score.worth() >= cut->score.worth() - (holds(cut->quad, whole->quad) ? 0 : wholeFirst))
        return whole;
    const std::optional<ScoredQuad> page = pageBeforeFold(gradients, *cut);
    return page ? page : cut;
}

struct Search
{
    Candidates candidates;
    std::optional<ScoredQuad> best;
    double toFine = 1; ///< pixels of the finer picture to one of the searched one
};

/// mayBeCut: whether the frame may cut the document off. At a few pixels of the rim nobody can tell.
Search searchedAt(const cv::Mat &fine, int longSide, double least, bool mayBeCut)
{
    const cv::Mat picture = shrunk(fine, longSide);
    const Gradients gradients = gradientsOf(picture);
    Search search;
    search.candidates = candidatesIn(picture, gradients);
    if (!mayBeCut)
        search.candidates.cut.clear();
    search.best = documentAmong(search.candidates, gradients, least);
    search.toFine = double(fine.cols) / picture.cols;
    return search;
}

double sharedOf(const std::vector<cv::Point2f> &a, const std::vector<cv::Point2f> &b)
{
    std::vector<cv::Point2f> common;
    return double(cv::intersectConvexConvex(a, b, common));
}

struct LitSearch
{
    Search search;
    cv::Mat fine; ///< without the shadow
};

/// The search again where a side of what was found is a shadow's edge: a card half in a deep shadow ends
/// there. nullopt where none is, or where nothing that holds the first one was found.
std::optional<LitSearch> searchedInLight(const cv::Mat &fine, const Gradients &gradients,
                                         const Search &search)
{
    constexpr double mostOfIt = 0.8;
    const Quad first = scaled(search.best->quad, search.toFine);
    const std::optional<cv::Mat> lit = litAtShadowSide(fine, gradients, first);
    if (!lit)
        return std::nullopt;
    LitSearch again{searchedAt(*lit, searchLongSide, goodEnough, true), *lit};
    if (!again.search.best)
        return std::nullopt;
    const Quad second = scaled(again.search.best->quad, again.search.toFine);
    const double shared = sharedOf({first.begin(), first.end()}, {second.begin(), second.end()});
    if (areaOf(second) < largerBy * areaOf(first) || shared < mostOfIt * areaOf(first))
        return std::nullopt;
    return again;
}

bool overlap(const Quad &a, const Quad &b)
{
    const std::vector<cv::Point2f> first(a.begin(), a.end());
    const std::vector<cv::Point2f> second(b.begin(), b.end());
    // Asked first, since OpenCV 4.6 finds nothing in common where one lies in the other and sides touch.
    const auto holdsMiddle = [](const std::vector<cv::Point2f> &outer,
                                const std::vector<cv::Point2f> &inner) {
        const cv::Point2f middle = (inner[0] + inner[1] + inner[2] + inner[3]) / 4;
        return cv::pointPolygonTest(outer, middle, false) >= 0;
    };
    if (holdsMiddle(first, second) || holdsMiddle(second, first))
        return true;
    return sharedOf(first, second) > sharedArea * std::min(areaOf(a), areaOf(b));
}

/// Other documents beside the best one.
std::vector<ScoredQuad> withOthers(const ScoredQuad &best, const std::vector<ScoredQuad> &whole,
                                   std::size_t most)
{
    std::vector<ScoredQuad> documents{best};
    while (documents.size() < most) {
        std::vector<ScoredQuad> apart;
        std::copy_if(whole.begin(), whole.end(), std::back_inserter(apart), [&](const ScoredQuad &quad) {
            return std::none_of(documents.begin(), documents.end(),
                                [&](const ScoredQuad &taken) { return overlap(taken.quad, quad.quad); });
        });
        const auto next = bestOf(apart, goodEnough);
        if (!next)
            break;
        documents.push_back(*next);
    }
    return documents;
}

Qt::Edges edgesOf(const ScoredQuad &quad)
{
    Qt::Edges edges;
    constexpr std::array sides{Qt::TopEdge, Qt::RightEdge, Qt::BottomEdge, Qt::LeftEdge};
    for (std::size_t side = 0; side < sides.size(); ++side)
        edges.setFlag(sides[side], quad.cut[side]);
    return edges;
}

/// The quad of the search picture, moved onto the edges of a finer one.
FoundDocument refined(const Picture &picture, const ScoredQuad &coarse, double toFine, const Gradients &fine)
{
    const Quad quad = ordered(snapped(fine, scaled(coarse.quad, toFine), int(std::ceil(2 * toFine))));
    FoundDocument found;
    found.quad = polygonOf(scaled(quad, double(picture.fullSize.width()) / fine.x.cols));
    found.cutAt = edgesOf(coarse);
    found.score = coarse.score.total;
    found.aspect = trueAspect(found.quad, picture.fullSize);
    return found;
}

facts::NotRead nothingFound()
{
    return {facts::Cause::NothingFound,
            {QString::fromLatin1(QT_TRANSLATE_NOOP(
                 "scrutineer", "No document with four visible sides was found in the picture.")),
             {}}};
}

} // namespace

facts::Reading<QList<FoundDocument>> findDocuments(const Picture &picture, int most)
{
    if (picture.bgr.empty() || std::min(picture.bgr.cols, picture.bgr.rows) < 32 || most < 1)
        return nothingFound();
    try {
        const cv::Mat fine = shrunk(picture.bgr, refineLongSide);
        const bool maybeScan = frameHasDocumentShape(picture);
        Search search = searchedAt(fine, searchLongSide, maybeScan ? scanScore : goodEnough, true);
        if (!maybeScan && (!search.best || search.best->score.worth() < goodEnough)) {
            const Search again = searchedAt(fine, blurredLongSide, goodEnough, !search.best);
            if (again.best && again.best->score.worth() >= likely &&
                (!search.best || again.best->score.worth() > search.best->score.worth() + surer))
                search = again;
        }
        if (!search.best && !maybeScan)
            return nothingFound();
        if (!search.best || search.best->score.area >= wholeFrame)
            return QList<FoundDocument>{wholeOf(picture)};
        Gradients gradients = gradientsOf(fine);
        if (std::optional<LitSearch> lit = searchedInLight(fine, gradients, search)) {
            search = std::move(lit->search);
            gradients = gradientsOf(lit->fine);
        }
        QList<FoundDocument> documents;
        for (const ScoredQuad &quad : withOthers(*search.best, search.candidates.whole, std::size_t(most)))
            documents.append(refined(picture, quad, search.toFine, gradients));
        return documents;
    } catch (const cv::Exception &) {
        return nothingFound();
    }
}

facts::Reading<FoundDocument> findDocument(const Picture &picture)
{
    const facts::Reading<QList<FoundDocument>> found = findDocuments(picture, 1);
    if (!found)
        return found.missing();
    return found->front();
}

} // namespace scrutineer::image

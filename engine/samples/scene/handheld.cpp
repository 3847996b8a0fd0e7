// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/handheld.h"

#include "engine/samples/scene/hand.h"
#include "engine/samples/scene/selfie.h"
#include "engine/samples/scene/surface.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::samples {

namespace {
/// A flat thing held upright: a rectangle, slightly turned and tilted.
QPolygonF heldQuad(const QPointF &middle, QSizeF size, Random &random)
{
    const double turn = random.between(-9, 9) * std::numbers::pi / 180;
    const double lean = random.between(-0.05, 0.05); // one side nearer
    const double nod = random.between(-0.04, 0.04);
    const std::array<QPointF, 4> signs{QPointF(-1, -1), QPointF(1, -1), QPointF(1, 1), QPointF(-1, 1)};
    QPolygonF quad;
    for (const QPointF &sign : signs) {
        const double x = sign.x() * size.width() / 2 * (1 + nod * sign.y());
        const double y = sign.y() * size.height() / 2 * (1 + lean * sign.x());
        quad << middle +
                    QPointF(x * std::cos(turn) - y * std::sin(turn), x * std::sin(turn) + y * std::cos(turn));
    }
    return quad;
}

/// Warps a flat picture into a quad; gives the homography.
cv::Matx33d put(cv::Mat &bgr, const QImage &flat, const QPolygonF &quad)
{
    const cv::Mat page = toBgr(flat);
    std::array<cv::Point2f, 4> to;
    for (size_t k = 0; k < 4; ++k)
        to[k] = cv::Point2f(static_cast<float>(quad[static_cast<int>(k)].x()),
                            static_cast<float>(quad[static_cast<int>(k)].y()));
    const auto right = static_cast<float>(page.cols);
    const auto bottom = static_cast<float>(page.rows);
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), {right, 0}, {right, bottom}, {0, bottom}};
    const cv::Mat transform = cv::getPerspectiveTransform(from.data(), to.data());
    const double scale = cv::norm(to[1] - to[0]) / page.cols;
    cv::Mat source = page;
    if (scale < 0.7)
        cv::GaussianBlur(page, source, {}, 0.4 / scale);
    cv::Mat laid;
    cv::warpPerspective(source, laid, transform, bgr.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::Mat shade;
    QPolygonF moved = quad;
    moved.translate(bgr.cols * 0.006, bgr.cols * 0.010);
    polygonMask(bgr.size(), moved, bgr.cols * 0.012).convertTo(shade, CV_32F, 1 / 255.0);
    darken(bgr, shade, 0.62);
    blend(bgr, laid, polygonMask(bgr.size(), quad, 0.6));
    return transform;
}

/// A hand at one side: forearm, palm and fingers go behind what it holds, the thumb before it.
struct Hand
{
    QPointF grip;   ///< on the edge
    QPointF inward; ///< unit, into the sheet
    QPointF down;   ///< unit, along the edge
    double width;   ///< half a finger

    [[nodiscard]] QPointF at(double in, double below) const
    {
        return grip + inward * (in * width) + down * (below * width);
    }
};

void paintArm(cv::Mat &bgr, const Hand &hand, const Person &person, const cv::Vec3d &cloth, Random &random)
{
    const double sideways = hand.grip.x() < bgr.cols * 0.5 ? -0.10 : 0.10;
    const QPointF palm = hand.at(-2.0, 1.2);
    const QPointF elbow(palm.x() + sideways * bgr.cols, bgr.rows + 5 * hand.width);
    const QPointF along = (elbow - palm) / std::hypot(elbow.x() - palm.x(), elbow.y() - palm.y());
    const QPointF wrist = palm + along * (5.2 * hand.width);
    paintFinger(bgr, {wrist + along * (3 * hand.width), wrist - along * hand.width, hand.width * 2.0, false},
                person.skin, random);
    paintSleeve(bgr, elbow, wrist + along * (1.2 * hand.width), hand.width * 2.9, cloth, random);
    paintFinger(bgr, {wrist, palm - along * (2.2 * hand.width), hand.width * 2.7, false}, person.skin,
                random);
    for (int k = 3; k >= 0; --k) { // knuckles beside the edge
        const double below = -2.2 + 1.75 * k;
        const double out = k == 0 || k == 3 ? 2.0 : 2.5;
        paintFinger(
            bgr,
            {hand.at(-out, below + 0.5), hand.at(1.5, below), hand.width * (k == 3 ? 0.85 : 0.98), false},
            person.skin * 0.97, random);
    }
}

void paintThumb(cv::Mat &bgr, const Hand &hand, const Person &person, double reach, Random &random)
{
    paintFinger(bgr, {hand.at(-2.6, 3.2), hand.at(reach, 0), hand.width * 1.12, true}, person.skin, random);
}

Hand handAt(const QPolygonF &quad, bool left, double width)
{
    const QPointF a = left ? quad[0] : quad[1];
    const QPointF b = left ? quad[3] : quad[2];
    const QPointF other = left ? quad[2] : quad[3];
    const QPointF along = other - b;
    const QPointF down = b - a;
    return {a + down * 0.74, along / std::hypot(along.x(), along.y()), down / std::hypot(down.x(), down.y()),
            width};
}

} // namespace

Handheld holdUp(const HandheldScene &scene, Random &random)
{
    Handheld held;
    cv::Mat &bgr = held.photo.bgr;
    bgr = paintSurface(Surface::Room, scene.frame, random);
    const double width = scene.frame.width;
    const double height = scene.frame.height;
    const bool tall = height > width;
    Sitter sitter{scene.person, scene.shot, {}, (tall ? 0.105 : 0.13) * height, Cover::None, 0};
    sitter.face = {width * random.between(0.46, 0.54), height * (tall ? 0.27 : 0.30)};
    held.face = paintSitter(bgr, sitter, random).face;

    const double line = height * (tall ? random.between(0.64, 0.70) : random.between(0.70, 0.74));
    const double share = tall ? 0.44 : 0.36;
    const double finger = std::min(width, height) * 0.028;
    const bool documentLeft = random.chance(0.7);
    const double leftX = width * (tall ? 0.26 : 0.26);
    const double rightX = width * (tall ? 0.745 : 0.72);
    QPolygonF documentQuad;
    QPolygonF sheetQuad;
    if (scene.document) {
        const double aspect = scene.document->width() / double(scene.document->height());
        documentQuad = heldQuad({documentLeft ? leftX : rightX, line},
                                {width * share * 0.98, width * share * 0.98 / aspect}, random);
    }
    if (scene.statement) {
        const double aspect = scene.statement->paper.width() / double(scene.statement->paper.height());
        sheetQuad = heldQuad({documentLeft ? rightX : leftX, line + height * random.between(-0.02, 0.03)},
                             {width * share, width * share / aspect}, random);
    }
    const auto arm = [&](const QPolygonF &quad, bool left) {
        if (!quad.isEmpty())
            paintArm(bgr, handAt(quad, left, finger), scene.person, scene.shot.clothes * 0.9, random);
    };
    const auto thumb = [&](const QPolygonF &quad, bool left) {
        if (!quad.isEmpty())
            paintThumb(bgr, handAt(quad, left, finger), scene.person, 0.4 + 1.2 * scene.fingers, random);
    };
    arm(documentQuad, documentLeft);
    arm(sheetQuad, !documentLeft);
    if (scene.statement) {
        const cv::Matx33d transform = put(bgr, scene.statement->paper, sheetQuad);
        held.sheet = intersection(sheetQuad, QPolygonF(held.photo.frame()));
        const QPolygonF frame(held.photo.frame());
        if (!scene.statement->date.isEmpty())
            held.date = intersection(mapPolygon(transform, scene.statement->date), frame);
        if (!scene.statement->word.isEmpty())
            held.word = intersection(mapPolygon(transform, scene.statement->word), frame);
    }
    if (scene.document) {
        held.photo.fromDocument = put(bgr, *scene.document, documentQuad);
        held.photo.document = {scene.document->width(), scene.document->height()};
        held.photo.quad = documentQuad;
    }
    thumb(documentQuad, documentLeft);
    thumb(sheetQuad, !documentLeft);
    return held;
}

} // namespace scrutineer::samples

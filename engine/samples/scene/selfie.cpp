// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/selfie.h"

#include "engine/samples/pictured.h"
#include "engine/samples/portrait_canvas.h"
#include "engine/samples/scene/hand.h"
#include "engine/samples/scene/surface.h"

#include <QtMath>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace scrutineer::samples {

namespace {
constexpr double faceUnits = 2.3; ///< forehead to chin, as detectors box it
constexpr double faceWidthUnits = 1.75;
/// Portraits are painted up to this size and enlarged: skin has no finer detail.
constexpr double finestUnit = 160;
constexpr double tableUnits = 4.6; ///< from the eyes down to a table in front of somebody

/// Lays a picture with transparency over the scene, its corner at a pixel.
void paste(cv::Mat &scene, const cv::Mat &bgra, const cv::Point &corner)
{
    for (int j = 0; j < bgra.rows; ++j) {
        const auto *from = bgra.ptr<cv::Vec4b>(j);
        auto *to = scene.ptr<cv::Vec3b>(j + corner.y) + corner.x;
        for (int i = 0; i < bgra.cols; ++i) {
            const int share = from[i][3];
            for (int c = 0; c < 3 && share > 0; ++c)
                to[i][c] = static_cast<uchar>((to[i][c] * (255 - share) + from[i][c] * share + 127) / 255);
        }
    }
}

/// Whatever of the sitter lies in the frame.
void paintWhole(cv::Mat &bgr, const Sitter &sitter)
{
    const double unit = sitter.unit;
    const QPointF &face = sitter.face;
    const cv::Rect whole(
        cv::Point(qFloor(face.x() - widestBody * unit), qFloor(face.y() + highestHair * unit)),
        cv::Point(qCeil(face.x() + widestBody * unit), bgr.rows));
    const cv::Rect box = whole & cv::Rect({}, bgr.size());
    if (box.empty())
        return;
    const Region view{(box.x - face.x()) / unit, (box.y - face.y()) / unit, (box.br().x - face.x()) / unit,
                      (box.br().y - face.y()) / unit};
    cv::Mat portrait = paintPortrait(sitter.person, sitter.shot, std::min(unit, finestUnit), view);
    if (portrait.size() != box.size())
        cv::resize(portrait, portrait, box.size(), 0, 0, cv::INTER_CUBIC);
    paste(bgr, portrait, box.tl());
}

QPolygonF shape(const Sitter &sitter, std::initializer_list<QPointF> units)
{
    const double c = std::cos(sitter.shot.roll);
    const double s = std::sin(sitter.shot.roll);
    QPolygonF polygon;
    for (const QPointF &unit : units) {
        const double x = unit.x() + 0.35 * sitter.shot.yaw;
        polygon << sitter.face + QPointF(x * c - unit.y() * s, x * s + unit.y() * c) * sitter.unit;
    }
    return polygon;
}

/// Cloth with a little shading over a polygon.
void paintCloth(cv::Mat &bgr, const QPolygonF &outline, const cv::Scalar &colour, double pleats)
{
    const cv::Mat mask = polygonMask(bgr.size(), outline, 0.8);
    const QRectF box = outline.boundingRect();
    cv::Mat cloth(bgr.size(), CV_8UC3, colour);
    for (int j = std::max(0, static_cast<int>(box.top())); j < std::min<double>(bgr.rows, box.bottom());
         ++j) {
        auto *row = cloth.ptr<cv::Vec3b>(j);
        const double v = (j - box.top()) / box.height();
        const double pleat = pleats > 0 ? 0.07 * std::sin(v * pleats * 6.283) : 0;
        for (int i = std::max(0, static_cast<int>(box.left())); i < std::min<double>(bgr.cols, box.right());
             ++i) {
            const double u = 2 * (i - box.left()) / box.width() - 1;
            const double shade =
                (0.72 + 0.28 * std::sqrt(std::max(0.0, 1 - u * u))) * (1.04 - 0.14 * v) + pleat;
            row[i] *= shade;
        }
    }
    blend(bgr, cloth, mask);
}

QPolygonF paintCover(cv::Mat &bgr, const Sitter &sitter, Random &random)
{
    const double chin = sitter.person.chinY;
    const double side = sitter.person.cheekWidth;
    const double share = sitter.coverage;
    switch (sitter.cover) {
    case Cover::None:
        return {};
    case Cover::Mask: {
        const double lowest = (sitter.person.noseTipY + sitter.person.mouthY()) / 2;
        const double top = std::lerp(lowest, Person::pupilY + 0.2, share); // below the nose, up to the eyes
        const QPolygonF outline = shape(sitter, {{-side * 0.93, top + 0.04},
                                                 {-0.30, top - 0.06},
                                                 {0, top - 0.14},
                                                 {0.30, top - 0.06},
                                                 {side * 0.93, top + 0.04},
                                                 {side * 0.78, chin * 0.80},
                                                 {0.30, chin + 0.05},
                                                 {-0.30, chin + 0.05},
                                                 {-side * 0.78, chin * 0.80}});
        const std::array colours{cv::Scalar(214, 196, 158), cv::Scalar(236, 236, 234),
                                 cv::Scalar(44, 42, 42)};
        paintCloth(bgr, outline, colours[static_cast<size_t>(random.integer(0, 2))], 4);
        return outline;
    }
    case Cover::DarkGlasses: {
        const double half = 0.20 + 0.14 * share;
        QPolygonF all;
        for (const double sign : {-1.0, 1.0}) {
            const QPointF middle =
                shape(sitter, {{sign * (sitter.person.eyeDistance + 0.03), Person::pupilY + 0.04}}).first();
            const QPolygonF lens = ellipse(middle, half * 1.12 * sitter.unit, half * 0.86 * sitter.unit);
            paintCloth(bgr, lens, cv::Scalar(22, 18, 16), 0);
            all = all.united(lens);
        }
        constexpr double top = Person::pupilY - 0.09;
        constexpr double bottom = Person::pupilY - 0.02;
        const QPolygonF bridge = shape(sitter, {{-0.2, top}, {0.2, top}, {0.2, bottom}, {-0.2, bottom}});
        paintCloth(bgr, bridge, cv::Scalar(18, 16, 16), 0);
        return QPolygonF(all.boundingRect());
    }
    case Cover::Scarf: {
        const double top = std::lerp(sitter.person.mouthY() - 0.1, Person::pupilY + 0.35, share);
        const QPolygonF outline = shape(sitter, {{-side * 1.05, top - 0.05},
                                                 {0, top + 0.10},
                                                 {side * 1.05, top - 0.05},
                                                 {side * 1.15, chin * 1.15},
                                                 {side * 1.2, chin * 1.5},
                                                 {-side * 1.2, chin * 1.5},
                                                 {-side * 1.15, chin * 1.15}});
        paintCloth(bgr, outline,
                   cv::Scalar(random.between(40, 150), random.between(40, 120), random.between(60, 170)), 6);
        return outline;
    }
    case Cover::Hand: {
        QPolygonF all;
        const double up = 1.15 - 1.75 * share; // fingertips: at the chin, up to the eyes
        for (int k = 0; k < 4; ++k) {
            const double x = -0.52 + 0.36 * k;
            const double reach = k == 0 ? 0.18 : k == 3 ? 0.25 : 0.0;
            const QPolygonF line = shape(sitter, {{x * 0.8 + 0.2, chin + 1.4}, {x, up + reach}});
            const QPolygonF finger = paintFinger(bgr, {line[0], line[1], 0.185 * sitter.unit, true},
                                                 sitter.person.skin * 0.95, random);
            all = all.isEmpty() ? finger : all.united(finger);
        }
        return all;
    }
    }
    return {};
}

/// Two pictures side by side, with a soft seam.
void putBeside(cv::Mat &left, const cv::Mat &right, double seam)
{
    const double reach = 0.05 * left.cols;
    for (int j = 0; j < left.rows; ++j) {
        for (int i = 0; i < left.cols; ++i) {
            const double share = smoothStep(seam - reach, seam + reach, i);
            auto &pixel = left.at<cv::Vec3b>(j, i);
            pixel = pixel * (1 - share) + right.at<cv::Vec3b>(j, i) * share;
        }
    }
}

/// Whoever is far from the camera sits at a table: people are painted down to their arms.
void putBehindTable(cv::Mat &bgr, double top, Random &random)
{
    constexpr double leastTable = 0.04; // of the picture's height
    constexpr double edgeShare = 0.05;  // of the table
    const int row = qRound(top);
    if (bgr.rows - row < leastTable * bgr.rows)
        return;
    cv::Mat table = paintSurface(Surface::Laminate, {bgr.cols, bgr.rows - row}, random);
    const int edge = std::max(2, qRound(edgeShare * table.rows));
    cv::Mat rim = table.rowRange(0, edge);
    rim *= 1.12; // its edge catches the light of the room
    cv::GaussianBlur(table, table, {}, std::max(1.0, bgr.rows / 900.0));
    table.copyTo(bgr.rowRange(row, bgr.rows));
}
} // namespace

Shot makeSelfieShot(Random &random)
{
    Shot shot;
    shot.yaw = random.between(-0.19, 0.19);
    shot.pitch = random.between(-0.10, 0.08);
    shot.roll = random.between(-0.10, 0.10);
    shot.smile = random.chance(0.6) ? random.between(0, 0.75) : 0;
    shot.light = {random.between(-0.75, 0.75), random.between(-0.6, 0), random.between(0.65, 1.0)};
    shot.ambient = random.between(0.40, 0.66);
    shot.nearness = random.between(0.05, 0.16);
    shot.exposure = random.between(0.85, 1.08);
    const double warm =
        random.chance(0.25) ? random.between(0.08, 0.18) : random.between(-0.05, 0.10); // a lamp
    shot.lightColour = {1 - warm, 1, 1 + warm * 0.6};
    shot.clothes = clothColour(random);
    shot.pattern = random.chance(0.5) ? Pattern::Plain : static_cast<Pattern>(random.integer(1, 3));
    shot.otherClothes = random.chance(0.5) ? clothColour(random) : shot.clothes * random.between(0.4, 1.8);
    shot.neckline = static_cast<Neckline>(random.integer(0, 2));
    shot.gaze = {random.between(-0.2, 0.2), random.between(-0.1, 0.2)};
    return shot;
}

Seated paintSitter(cv::Mat &bgr, const Sitter &sitter, Random &random)
{
    const QPointF middle = sitter.face + QPointF(0, 0.12 * sitter.unit);
    const QSizeF size(faceWidthUnits * sitter.unit, faceUnits * sitter.unit);
    if (sitter.person.pictured) {
        const double side = size.height();
        bgr = fillFrame(sitter.person.pictured->pictures[sitter.person.picture], bgr.size(),
                        {middle.x() - side / 2, middle.y() - side / 2, side, side}, sitter.shot);
    } else {
        paintWhole(bgr, sitter);
    }
    const QPolygonF frame(QRectF(0, 0, bgr.cols, bgr.rows));
    Seated seated;
    seated.face =
        intersection(QPolygonF(QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)), frame);
    if (sitter.cover != Cover::None)
        seated.cover = intersection(paintCover(bgr, sitter, random), frame);
    return seated;
}

Selfie takeSelfie(const SelfieScene &scene, Random &random)
{
    Selfie selfie;
    selfie.bgr = paintSurface(Surface::Room, scene.frame, random);
    const double height = scene.frame.height;
    Sitter sitter{scene.person, scene.shot,    {}, scene.faceShare * height / faceUnits,
                  scene.cover,  scene.coverage};
    const double column = scene.second ? random.between(0.30, 0.38) : random.between(0.41, 0.59);
    const double lowest = height - 1.75 * sitter.unit; // shoulders reach the lower edge
    sitter.face = {scene.frame.width * column,
                   std::clamp(height * random.between(0.37, 0.51), std::min(lowest, height * 0.5),
                              std::max(lowest, height * 0.5))};
    if (scene.second) {
        Sitter other{
            *scene.second, makeSelfieShot(random), {}, sitter.unit * scene.secondShare, Cover::None, 0};
        other.face = {scene.frame.width * random.between(0.74, 0.80),
                      sitter.face.y() + sitter.unit * random.between(-0.2, 0.3)};
        selfie.secondFace = paintSitter(selfie.bgr, other, random).face;
    }
    const cv::Mat beside = scene.second && scene.person.pictured ? selfie.bgr.clone() : cv::Mat();
    const Seated seated = paintSitter(selfie.bgr, sitter, random);
    if (!beside.empty())
        putBeside(selfie.bgr, beside, scene.frame.width * 0.56);
    if (!scene.person.pictured)
        putBehindTable(selfie.bgr, sitter.face.y() + tableUnits * sitter.unit, random);
    selfie.face = seated.face;
    selfie.cover = seated.cover;
    return selfie;
}

} // namespace scrutineer::samples

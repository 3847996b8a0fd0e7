// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/hand.h"

#include "engine/samples/portrait_canvas.h"

#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scrutineer::samples {

namespace {
double displayed(double linear)
{
    return 255 * std::pow(std::clamp(linear, 0.0, 1.0), 1 / 2.2);
}

/// A rounded bar: where a pixel lies along it (0 base, 1 tip) and across (-1 to 1, more outside).
struct Bar
{
    Bar(const QPointF &from, const QPointF &to, double radius)
        : from(from), length(std::max(1.0, QLineF(from, to).length())), along((to - from) / length),
          radius(radius)
    {
    }

    struct Place
    {
        double t;
        double across;
        double outside; ///< pixels, negative inside
    };
    [[nodiscard]] double radiusAt(double t) const
    {
        const double joint = 0.05 * std::exp(-std::pow((t - 0.52) / 0.09, 2));
        return radius * (1.04 - 0.16 * t + joint);
    }
    [[nodiscard]] Place at(double x, double y) const
    {
        const QPointF d(x - from.x(), y - from.y());
        const double along1 = QPointF::dotProduct(d, along);
        const double aside = d.x() * -along.y() + d.y() * along.x();
        const double t = along1 / length;
        const double own = radiusAt(std::clamp(t, 0.0, 1.0));
        const double endLength = length - own; // the tip is round
        const double over = std::max(0.0, along1 - endLength);
        const double distance = std::hypot(over, aside);
        return {t, (aside < 0 ? -1 : 1) * distance / own,
                along1 < 0 ? std::hypot(along1, aside) - own : distance - own}; // the base is round too
    }
    [[nodiscard]] cv::Rect box(cv::Size picture) const
    {
        const QPointF to = from + along * length;
        const double reach = radius * 1.4 + 3;
        const cv::Rect around(cv::Point(static_cast<int>(std::min(from.x(), to.x()) - reach),
                                        static_cast<int>(std::min(from.y(), to.y()) - reach)),
                              cv::Point(static_cast<int>(std::max(from.x(), to.x()) + reach),
                                        static_cast<int>(std::max(from.y(), to.y()) + reach)));
        return around & cv::Rect({}, picture);
    }
    [[nodiscard]] QPolygonF outline() const
    {
        QPolygonF left;
        QPolygonF right;
        const QPointF normal(-along.y(), along.x());
        constexpr int steps = 12;
        for (int i = 0; i <= steps; ++i) {
            const double t = i / double(steps);
            const double s = t * length;
            const double own = radiusAt(t);
            const double over = std::max(0.0, s - (length - own));
            const double half = std::sqrt(std::max(0.0, own * own - over * over));
            left << from + along * s + normal * half;
            right.prepend(from + along * s - normal * half);
        }
        return left + right;
    }

    QPointF from;
    double length;
    QPointF along;
    double radius;
};

void castShadow(cv::Mat &bgr, const Bar &bar, double strength)
{
    const double soft = bar.radius * 0.30;
    QPolygonF outline = bar.outline();
    outline.translate(bar.radius * 0.16, bar.radius * 0.22);
    const cv::Rect box =
        (bar.box(bgr.size()) + cv::Size(static_cast<int>(soft * 6), static_cast<int>(soft * 6))) -
        cv::Point(static_cast<int>(soft * 3), static_cast<int>(soft * 3));
    const cv::Rect inside = box & cv::Rect({}, bgr.size());
    if (inside.empty())
        return;
    outline.translate(-inside.x, -inside.y);
    cv::Mat mask;
    polygonMask(inside.size(), outline, soft).convertTo(mask, CV_32F, 1 / 255.0);
    cv::Mat part = bgr(inside);
    darken(part, mask, 1 - strength);
}

/// How much of a nail lies at a place, and its rim.
double nailAt(const Bar &bar, double t, double across)
{
    const double middle = 1 - 0.62 * bar.radius / bar.length;
    const double dx = across / 0.60;
    const double dy = (t - middle) * bar.length / (bar.radius * 0.52);
    return smoothStep(1.08, 0.94, std::sqrt(std::pow(std::abs(dx), 2.6) + std::pow(std::abs(dy), 2.6)));
}
} // namespace

QPolygonF paintFinger(cv::Mat &bgr, const Finger &finger, const cv::Vec3d &skin, Random &random)
{
    const Bar bar(finger.base, finger.tip, finger.radius);
    castShadow(bgr, bar, 0.42);
    const cv::Rect box = bar.box(bgr.size());
    const QPolygonF outline = bar.outline();
    if (box.empty())
        return outline;
    const cv::Mat blotches =
        smoothNoise(box.size(), finger.radius * 0.5, finger.radius * 0.5, random.generator()());
    const cv::Mat pores =
        smoothNoise(box.size(), finger.radius * 0.06, finger.radius * 0.09, random.generator()());
    const double side = random.between(-0.25, 0.25);
    for (int j = 0; j < box.height; ++j) {
        auto *row = bgr.ptr<cv::Vec3b>(j + box.y);
        for (int i = 0; i < box.width; ++i) {
            const Bar::Place place = bar.at(i + box.x, j + box.y);
            const double cover = std::clamp(0.5 - place.outside, 0.0, 1.0);
            if (cover <= 0)
                continue;
            const double s = std::clamp(place.across, -1.0, 1.0);
            double shade = 0.30 + 0.70 * std::sqrt(1 - s * s) + side * s * 0.8;
            shade *= 1 + 0.10 * blotches.at<float>(j, i) + 0.05 * pores.at<float>(j, i);
            for (const double crease : {0.48, 0.52, 0.56})
                shade *= 1 - 0.16 * std::exp(-std::pow((place.t - crease - 0.012 * s * s) * bar.length /
                                                           (finger.radius * 0.045),
                                                       2));
            cv::Vec3d colour = skin;
            const double pink = smoothStep(0.75, 1.0, place.t) * 0.35;
            colour = {colour[0] * (1 - 0.30 * pink), colour[1] * (1 - 0.34 * pink), colour[2]};
            if (finger.nail) {
                const double nail = nailAt(bar, place.t, s);
                const cv::Vec3d plate{skin[0] * 1.05 + 0.05, skin[1] * 1.0 + 0.05, skin[2] * 1.02 + 0.06};
                colour = colour * (1 - nail) + plate * nail;
                shade *= 1 - 0.55 * nail * (1 - nail) * 4 * 0.35;
                shade += 0.14 * nail * std::exp(-std::pow((s + 0.2) / 0.18, 2));
            }
            for (int c = 0; c < 3; ++c)
                row[i + box.x][c] = cv::saturate_cast<uchar>(row[i + box.x][c] * (1 - cover) +
                                                             displayed(colour[c] * shade) * cover);
        }
    }
    return outline;
}

void paintSleeve(cv::Mat &bgr, const QPointF &from, const QPointF &to, double radius, const cv::Vec3d &cloth,
                 Random &random)
{
    const Bar bar(from, to, radius);
    castShadow(bgr, bar, 0.35);
    const cv::Rect box = bar.box(bgr.size());
    if (box.empty())
        return;
    const cv::Mat folds = smoothNoise(box.size(), radius * 0.9, radius * 0.35, random.generator()());
    for (int j = 0; j < box.height; ++j) {
        auto *row = bgr.ptr<cv::Vec3b>(j + box.y);
        for (int i = 0; i < box.width; ++i) {
            const Bar::Place place = bar.at(i + box.x, j + box.y);
            const double cover = std::clamp(0.5 - place.outside, 0.0, 1.0);
            if (cover <= 0)
                continue;
            const double s = std::clamp(place.across, -1.0, 1.0);
            const double shade = (0.35 + 0.65 * std::sqrt(1 - s * s)) * (1 + 0.28 * folds.at<float>(j, i));
            for (int c = 0; c < 3; ++c)
                row[i + box.x][c] = cv::saturate_cast<uchar>(row[i + box.x][c] * (1 - cover) +
                                                             displayed(cloth[c] * shade) * cover);
        }
    }
}

void paintFingersBehind(cv::Mat &bgr, const QLineF &edge, double width, const cv::Vec3d &skin, Random &random)
{
    const QLineF normal = edge.normalVector().unitVector();
    const QPointF inward = normal.p2() - normal.p1();
    const double start = random.between(0.12, 0.24);
    for (int k = 0; k < 4; ++k) {
        const QPointF at = edge.pointAt(start + 1.02 * k * 2 * width / edge.length());
        const double reach = width * (k == 0 || k == 3 ? 0.7 : 1.1);
        Finger finger{at + inward * width * 4, at - inward * reach, width * random.between(0.94, 1.06),
                      false};
        paintFinger(bgr, finger, skin, random);
    }
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/defect/light.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::samples {

namespace {
/// Light that a mask (32F, of the flat document at a quarter of its size) throws at the camera.
void addLight(Photo &photo, const cv::Mat &mask, double greyLevels, const cv::Vec3d &tint)
{
    const double grow = photo.document.width / static_cast<double>(mask.cols);
    const cv::Matx33d enlarge(grow, 0, 0, 0, grow, 0, 0, 0, 1);
    cv::Mat inPhoto;
    cv::warpPerspective(mask, inPhoto, cv::Mat(photo.fromDocument * enlarge), photo.bgr.size(),
                        cv::INTER_LINEAR);
    for (int j = 0; j < photo.bgr.rows; ++j) {
        auto *row = photo.bgr.ptr<cv::Vec3b>(j);
        const auto *light = inPhoto.ptr<float>(j);
        for (int i = 0; i < photo.bgr.cols; ++i) {
            if (light[i] < 0.004F)
                continue;
            for (int c = 0; c < 3; ++c)
                row[i][c] = cv::saturate_cast<uchar>(row[i][c] + light[i] * greyLevels * tint[c]);
        }
    }
}

/// What a reflection around a place of the flat document has blown out, in all channels, as one outline. Only
/// whole patches count, not the gaps between letters at their rim.
QPolygonF blownOut(const Photo &photo, const QPointF &centre, double radius)
{
    constexpr double saturated = 249; // half way from the brightest paper to white
    const QPolygonF near = photo.mapped(ellipse(centre, radius, radius));
    const cv::Mat around = polygonMask(photo.bgr.size(), near);
    cv::Mat blown;
    cv::inRange(photo.bgr, cv::Scalar::all(saturated), cv::Scalar::all(255), blown);
    blown &= around > 127;
    const int gap = std::max(3, cvRound(photo.documentWidth() * 0.006)) | 1;
    const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, {gap, gap});
    cv::morphologyEx(blown, blown, cv::MORPH_CLOSE, disc);
    cv::morphologyEx(blown, blown, cv::MORPH_OPEN, disc);
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(blown, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    const auto largest = std::max_element(contours.begin(), contours.end(), [](const auto &a, const auto &b) {
        return cv::contourArea(a) < cv::contourArea(b);
    });
    QPolygonF outline;
    if (largest == contours.end())
        return outline;
    std::vector<cv::Point> simple;
    cv::approxPolyDP(*largest, simple, 2, true);
    for (const cv::Point &point : simple)
        outline << QPointF(point.x, point.y);
    return outline;
}

cv::Size quarter(const Photo &photo)
{
    return {std::max(8, photo.document.width / 4), std::max(8, photo.document.height / 4)};
}
} // namespace

QPolygonF reflectLamp(Photo &photo, const QPointF &centre, double strength, Random &random)
{
    const double width = photo.document.width;
    const double radiusX = width * (0.035 + 0.10 * strength) * random.between(0.9, 1.2);
    const double radiusY = radiusX * random.between(0.55, 0.95);
    const double degrees = random.between(-50, 50);
    const double turn = degrees * std::numbers::pi / 180;
    cv::Mat mask(quarter(photo), CV_32F);
    for (int j = 0; j < mask.rows; ++j) {
        for (int i = 0; i < mask.cols; ++i) {
            const double dx = i * 4 - centre.x();
            const double dy = j * 4 - centre.y();
            const double u = (dx * std::cos(turn) + dy * std::sin(turn)) / radiusX;
            const double v = (dy * std::cos(turn) - dx * std::sin(turn)) / radiusY;
            const double r = std::sqrt(u * u + v * v);
            const double core = 1 / (1 + std::exp((r - 1) * 9)); // a bulb behind frosted glass
            const double halo = 0.22 * std::exp(-r * r * 0.22);
            mask.at<float>(j, i) = static_cast<float>(core + halo);
        }
    }
    addLight(photo, mask, 230 + 130 * strength, {0.98, 1, 1});
    const QPolygonF hidden = blownOut(photo, centre, 3 * radiusX);
    return hidden.isEmpty() ? photo.onDocument(photo.mapped(ellipse(centre, radiusX, radiusY, degrees)))
                            : photo.onDocument(hidden);
}

QPolygonF reflectWindow(Photo &photo, const QPointF &centre, double strength, Random &random)
{
    const double width = photo.document.width * (0.10 + 0.20 * strength);
    const double height = width * random.between(0.7, 1.3);
    const double skew = random.between(-0.3, 0.3);
    QPolygonF pane;
    for (const QPointF &corner :
         {QPointF(-0.5, -0.5), QPointF(0.5, -0.5), QPointF(0.5, 0.5), QPointF(-0.5, 0.5)})
        pane << centre + QPointF(corner.x() * width + corner.y() * height * skew, corner.y() * height);
    cv::Mat mask(quarter(photo), CV_32F, cv::Scalar(0));
    const auto fill = [&](double left, double top, double right, double bottom) {
        std::vector<cv::Point> points;
        for (const QPointF &corner :
             {QPointF(left, top), QPointF(right, top), QPointF(right, bottom), QPointF(left, bottom)}) {
            const QPointF at =
                centre + QPointF(corner.x() * width + corner.y() * height * skew, corner.y() * height);
            points.emplace_back(qRound(at.x() / 4), qRound(at.y() / 4));
        }
        cv::fillPoly(mask, std::vector{points}, cv::Scalar(1), cv::LINE_8);
    };
    fill(-0.5, -0.5, -0.03, -0.03);
    fill(0.03, -0.5, 0.5, -0.03);
    fill(-0.5, 0.03, -0.03, 0.5);
    fill(0.03, 0.03, 0.5, 0.5);
    cv::GaussianBlur(mask, mask, {}, 1.5 + mask.cols * 0.006);
    addLight(photo, mask, 190 + 130 * strength, {1.06, 1, 0.97});
    return photo.onDocument(photo.mapped(pane));
}

void sheen(Photo &photo, Random &random)
{
    cv::Mat mask(quarter(photo), CV_32F);
    const double turn = random.between(0, std::numbers::pi);
    const double offset = random.between(-0.2, 0.2);
    for (int j = 0; j < mask.rows; ++j) {
        for (int i = 0; i < mask.cols; ++i) {
            const double x = i / double(mask.cols) - 0.5;
            const double y = j / double(mask.cols) - 0.3;
            const double band = (x * std::cos(turn) + y * std::sin(turn) - offset) / 0.16;
            mask.at<float>(j, i) = static_cast<float>(std::exp(-band * band));
        }
    }
    addLight(photo, mask, random.between(12, 26), {1.02, 1, 0.99});
}

QPolygonF castShadow(Photo &photo, double strength, Random &random)
{
    const double w = photo.document.width;
    const double h = photo.document.height;
    const bool phone = random.chance(0.5);
    const double into = 0.42 + 0.28 * strength;
    const double lean = random.between(-0.18, 0.18);
    QPolygonF flat;
    if (phone) { // a straight-edged shadow from one side
        const bool left = random.chance(0.5);
        const double edge = left ? w * into : w * (1 - into);
        const double far = left ? -w : 2 * w;
        flat << QPointF(far, -h) << QPointF(edge + lean * h, -h) << QPointF(edge - lean * h, 2 * h)
             << QPointF(far, 2 * h);
    } else { // an arm across
        const double top = h * random.between(0.2, 0.4);
        const double tall = h * (0.35 + 0.35 * strength);
        flat << QPointF(-w, top - lean * w * 2) << QPointF(2 * w, top + lean * w)
             << QPointF(2 * w, top + tall + lean * w) << QPointF(-w, top + tall - lean * w * 2);
    }
    const QPolygonF shadow = intersection(mapPolygon(photo.fromDocument, flat), QPolygonF(photo.frame()));
    cv::Mat mask;
    polygonMask(photo.bgr.size(), shadow, photo.bgr.cols * random.between(0.003, 0.012))
        .convertTo(mask, CV_32F, 1 / 255.0);
    darken(photo.bgr, mask, 0.72 - 0.48 * strength);
    return photo.onDocument(shadow);
}

void applyFilter(cv::Mat &bgr, Filter filter, double strength)
{
    constexpr std::array<std::array<double, 6>, 2> duotones{
        {{60, 24, 30, 190, 236, 250}, {70, 40, 10, 236, 220, 150}}};
    const double share = 0.35 + 0.65 * strength;
    const auto &tone = duotones[strength > 0.6 ? 1 : 0];
    for (int j = 0; j < bgr.rows; ++j) {
        auto *row = bgr.ptr<cv::Vec3b>(j);
        for (int i = 0; i < bgr.cols; ++i) {
            const cv::Vec3d was(row[i]);
            const double grey = 0.114 * was[0] + 0.587 * was[1] + 0.299 * was[2];
            cv::Vec3d now = was;
            for (int c = 0; c < 3; ++c) {
                switch (filter) {
                case Filter::Grey:
                    now[c] = grey;
                    break;
                case Filter::Sepia:
                    now[c] = grey * std::array{0.70, 0.90, 1.08}[static_cast<size_t>(c)];
                    break;
                case Filter::Duotone: {
                    const auto k = static_cast<size_t>(c);
                    now[c] = tone[k] + (tone[k + 3] - tone[k]) * grey / 255;
                    break;
                }
                case Filter::Contrast:
                    now[c] = (was[c] - 140) * (1 + 2.2 * share) + 140;
                    break;
                case Filter::Faded:
                    now[c] = 96 + was[c] * 0.45;
                    break;
                case Filter::Posterised:
                    now[c] = std::round(was[c] / 51) * 51;
                    break;
                }
                const double mix = filter == Filter::Contrast ? 1 : share;
                row[i][c] = cv::saturate_cast<uchar>(was[c] + (now[c] - was[c]) * mix);
            }
        }
    }
}

} // namespace scrutineer::samples

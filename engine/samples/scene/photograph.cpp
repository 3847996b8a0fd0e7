// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/photograph.h"

#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/hand.h"

#include <QLineF>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::samples {

namespace {
constexpr double whitestPaper = 0.945; ///< share of the light that white paper sends back

using Corners = std::array<cv::Point2f, 4>;

/// The corners of a flat of a shape, seen by a pinhole camera, in units of its diagonal.
std::array<QPointF, 4> seen(double aspect, const View &view)
{
    constexpr double degree = std::numbers::pi / 180;
    const double height = 1 / std::hypot(1, aspect);
    const double width = height * aspect;
    const double ca = std::cos(view.tiltXDegrees * degree);
    const double sa = std::sin(view.tiltXDegrees * degree);
    const double cb = std::cos(view.tiltYDegrees * degree);
    const double sb = std::sin(view.tiltYDegrees * degree);
    const double cc = std::cos(view.turnDegrees * degree);
    const double sc = std::sin(view.turnDegrees * degree);
    std::array<QPointF, 4> corners;
    const std::array<QPointF, 4> signs{QPointF(-1, -1), QPointF(1, -1), QPointF(1, 1), QPointF(-1, 1)};
    for (size_t k = 0; k < 4; ++k) {
        const double x0 = signs[k].x() * width / 2;
        const double y0 = signs[k].y() * height / 2;
        const double x1 = x0 * cc - y0 * sc; // turned, then tilted
        const double y1 = x0 * sc + y0 * cc;
        const double y2 = y1 * ca;
        const double z2 = -y1 * sa;
        const double x3 = x1 * cb;
        const double z3 = z2 - x1 * sb;
        const double scale = view.distance / (view.distance + z3);
        corners[k] = {x3 * scale, y2 * scale};
    }
    return corners;
}

Corners fitted(double aspect, const View &view)
{
    const auto unit = seen(aspect, view);
    QRectF extent(unit[0], QSizeF(0, 0));
    for (const QPointF &corner : unit)
        extent |= QRectF(corner, QSizeF(1e-9, 1e-9));
    const double scale =
        view.fill * std::min(view.frame.width / extent.width(), view.frame.height / extent.height());
    const QPointF middle((0.5 + view.shift.x()) * view.frame.width,
                         (0.5 + view.shift.y()) * view.frame.height);
    Corners corners;
    for (size_t k = 0; k < 4; ++k) {
        const QPointF at = middle + (unit[k] - extent.center()) * scale;
        corners[k] = {static_cast<float>(at.x()), static_cast<float>(at.y())};
    }
    return corners;
}

cv::Mat roundedMask(cv::Size size, double radius)
{
    cv::Mat mask(size, CV_8U, cv::Scalar(0));
    const int r = static_cast<int>(radius);
    cv::rectangle(mask, {r, 0, size.width - 2 * r, size.height}, cv::Scalar(255), cv::FILLED);
    cv::rectangle(mask, {0, r, size.width, size.height - 2 * r}, cv::Scalar(255), cv::FILLED);
    for (const cv::Point corner :
         {cv::Point(r, r), cv::Point(size.width - 1 - r, r), cv::Point(r, size.height - 1 - r),
          cv::Point(size.width - 1 - r, size.height - 1 - r)})
        cv::circle(mask, corner, r, cv::Scalar(255), cv::FILLED, cv::LINE_AA);
    return mask;
}

/// What is laid down: the page itself, or a booklet around it.
struct Sheet
{
    cv::Mat bgr;
    cv::Mat mask;
    int top = 0; ///< rows above the page
};

/// A passport lies open: above the fold another page, below the data page the edges of the others.
Sheet booklet(const cv::Mat &page, Random &random)
{
    const int above = static_cast<int>(page.rows * random.between(0.35, 0.95));
    const int below = static_cast<int>(page.rows * random.between(0.012, 0.035));
    Sheet sheet;
    sheet.top = above;
    sheet.bgr = cv::Mat(page.rows + above + below, page.cols, CV_8UC3);
    const cv::Scalar tone = cv::mean(page.rowRange(0, page.rows / 10));
    sheet.bgr.setTo(tone * random.between(0.86, 0.98));
    page.copyTo(sheet.bgr.rowRange(above, above + page.rows));
    cv::Mat upper = sheet.bgr.rowRange(0, above);
    const double pitch = page.rows / random.between(40, 60);
    for (double y = pitch * 2; y < above - pitch; y += pitch * random.between(1, 2.2)) { // small print
        const double left = page.cols * 0.07;
        const double width = page.cols * random.between(0.2, 0.85);
        for (double x = left; x < left + width; x += page.cols * random.between(0.006, 0.014))
            cv::line(upper, cv::Point2d(x, y), cv::Point2d(x + page.cols * random.between(0.002, 0.006), y),
                     tone * 0.62, std::max(1, qRound(page.rows / 260.0)), cv::LINE_AA);
    }
    for (int j = 0; j < above; ++j) // the fold is a valley
        sheet.bgr.row(j) *= 1 - 0.30 * std::exp((j - above) / (page.rows * 0.02));
    for (int j = 0; j < page.rows / 18; ++j)
        sheet.bgr.row(above + j) *= 1 - 0.22 * std::exp(-j / (page.rows * 0.012));
    for (int j = 0; j < below; ++j)
        sheet.bgr.row(above + page.rows + j).setTo(tone * (j % 4 == 0 ? 0.55 : 0.82 - 0.1 * j / below));
    sheet.mask = roundedMask(sheet.bgr.size(), page.rows * 0.03);
    return sheet;
}

void lay(Photo &photo, const Sheet &sheet, const cv::Mat &transform)
{
    cv::Mat source = sheet.bgr;
    const double scale = photo.documentWidth() / sheet.bgr.cols;
    if (scale < 0.7) // warping takes single pixels: blur what would alias
        cv::GaussianBlur(source, source, {}, 0.45 / scale);
    cv::Mat laid;
    cv::Mat mask;
    cv::warpPerspective(source, laid, transform, photo.bgr.size(),
                        scale > 1.2 ? cv::INTER_CUBIC : cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::warpPerspective(sheet.mask, mask, transform, photo.bgr.size(), cv::INTER_LINEAR);
    blend(photo.bgr, laid, mask);
}

void shadeBelow(Photo &photo, const Sheet &sheet, const cv::Mat &transform, Random &random)
{
    constexpr double reduce = 4; // shadows are soft
    const cv::Size small(photo.bgr.cols / 4, photo.bgr.rows / 4);
    cv::Mat shrink = (cv::Mat_<double>(3, 3) << 1 / reduce, 0, 0, 0, 1 / reduce, 0, 0, 0, 1);
    cv::Mat mask;
    cv::warpPerspective(sheet.mask, mask, shrink * transform, small, cv::INTER_LINEAR);
    const double soft = small.width / random.between(60, 180);
    const double angle = random.between(0, 2 * std::numbers::pi);
    const cv::Mat shift =
        (cv::Mat_<double>(2, 3) << 1, 0, soft * 0.9 * std::cos(angle), 0, 1, soft * 0.9 * std::sin(angle));
    cv::warpAffine(mask, mask, shift, mask.size());
    cv::GaussianBlur(mask, mask, {}, soft);
    cv::Mat share;
    cv::resize(mask, mask, photo.bgr.size(), 0, 0, cv::INTER_LINEAR);
    mask.convertTo(share, CV_32F, 1 / 255.0);
    darken(photo.bgr, share, random.between(0.35, 0.6));
}

/// The light edge of a card.
void shineEdge(Photo &photo, Random &random)
{
    cv::Mat mask(photo.bgr.size(), CV_8U, cv::Scalar(0));
    const int from = random.integer(0, 3);
    const QPointF a = photo.quad[from];
    const QPointF b = photo.quad[(from + 1) % 4];
    const QPointF inset = (b - a) * 0.05;
    const int thick = std::max(1, qRound(photo.bgr.cols / 1100.0));
    cv::line(mask, cv::Point2d(a.x() + inset.x(), a.y() + inset.y()),
             cv::Point2d(b.x() - inset.x(), b.y() - inset.y()), cv::Scalar(130), thick, cv::LINE_AA);
    blend(photo.bgr, cv::Mat(photo.bgr.size(), CV_8UC3, cv::Scalar(240, 244, 246)), mask);
}

/// A palm comes from below, the fingertips close around one side.
void holdFromBehind(Photo &photo, const cv::Vec3d &skin, Random &random)
{
    const QPointF middle = photo.quad.boundingRect().center();
    const double width = std::max(photo.bgr.cols, photo.bgr.rows) * random.between(0.030, 0.038);
    const bool right = random.chance(0.7);
    const QPointF below(middle.x() + (right ? -1 : 1) * random.between(0, 0.1) * photo.bgr.cols,
                        photo.bgr.rows * 1.05);
    paintFinger(photo.bgr, {below, middle, width * random.between(3.0, 3.8), false}, skin, random);
    QLineF side;
    for (int k = 0; k < 4; ++k) {
        const QLineF edge(photo.quad[(k + 1) % 4], photo.quad[k]);
        if (side.isNull() || (edge.center().x() > side.center().x()) == right)
            side = edge;
    }
    paintFingersBehind(photo.bgr, side, width, skin, random);
}
} // namespace

View makeView(bool isBooklet, bool anyAngle, Random &random)
{
    const std::array<cv::Size, 8> sizes{cv::Size(2048, 1536), {2016, 1512}, {2048, 1536}, {2240, 1680},
                                        {2560, 1920},         {2048, 1536}, {2592, 1944}, {3264, 2448}};
    View view;
    view.frame = random.chance(0.04) ? cv::Size(4032, 3024) : random.pick(sizes);
    if (random.chance(0.18))
        view.frame = {view.frame.height, view.frame.width};
    view.surface = static_cast<Surface>(random.integer(0, surfaceCount - 2));
    view.turnDegrees = anyAngle ? random.between(-180, 180) : 3.5 * random.normal();
    view.tiltXDegrees = std::clamp(9 * random.normal(), -22.0, 22.0);
    view.tiltYDegrees = std::clamp(7 * random.normal(), -18.0, 18.0);
    view.distance = random.between(1.6, 3.2);
    view.fill = random.between(0.70, 0.92);
    const double slack = (1 - view.fill) * 0.25;
    view.shift = {random.between(-slack, slack), random.between(-slack, slack)};
    view.openBooklet = isBooklet && random.chance(0.7);
    if (view.openBooklet)
        view.shift.setY(std::max(view.shift.y(), 0.0));
    view.held = !view.openBooklet && random.chance(0.15);
    return view;
}

double usefulWidth(const View &view, double aspect)
{
    const Corners corners = fitted(aspect, view);
    return std::clamp(cv::norm(corners[1] - corners[0]) * 1.05, 700.0, 1900.0);
}

Photo layDown(const QImage &document, const View &view, Random &random)
{
    const cv::Mat page = toBgr(document) * whitestPaper;
    Photo photo;
    photo.document = page.size();
    const Corners to = fitted(page.cols / static_cast<double>(page.rows), view);
    const auto right = static_cast<float>(page.cols);
    const auto bottom = static_cast<float>(page.rows);
    const Corners from{cv::Point2f(0, 0), {right, 0}, {right, bottom}, {0, bottom}};
    const cv::Mat transform = cv::getPerspectiveTransform(from.data(), to.data());
    photo.fromDocument = transform;
    for (const cv::Point2f &corner : to)
        photo.quad << QPointF(corner.x, corner.y);

    const Sheet sheet = view.openBooklet
                            ? booklet(page, random)
                            : Sheet{page, roundedMask(page.size(), page.rows * view.cornerRadius), 0};
    const cv::Mat lift = (cv::Mat_<double>(3, 3) << 1, 0, 0, 0, 1, -sheet.top, 0, 0, 1);
    const cv::Mat whole = transform * lift;
    photo.bgr = paintSurface(view.held ? Surface::Room : view.surface, view.frame, random);
    if (view.held) {
        holdFromBehind(photo, view.skin, random);
    } else {
        shadeBelow(photo, sheet, whole, random);
    }
    lay(photo, sheet, whole);
    if (!view.openBooklet && view.cornerRadius > 0.01)
        shineEdge(photo, random);
    return photo;
}

Photo scanWithoutBorder(const QImage &document, Random &random)
{
    Photo photo;
    photo.bgr = toBgr(document);
    photo.document = photo.bgr.size();
    photo.quad = QPolygonF(QRectF(0, 0, photo.bgr.cols, photo.bgr.rows));
    photo.quad.removeLast();
    cv::GaussianBlur(photo.bgr, photo.bgr, {}, 0.7);
    photo.bgr.convertTo(photo.bgr, -1, random.between(0.97, 1.04), random.between(-4, 5));
    addNoise(photo.bgr, random.between(0.8, 2), random);
    return photo;
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene.h"

#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>

namespace scrutineer::samples {

namespace {
cv::Mat wood(cv::Size size, Random &random)
{
    const cv::Mat grain = smoothNoise(size, size.width / 3.0, 3.5, random.generator()());
    const cv::Mat planks = smoothNoise(size, size.width, size.height / 7.0, random.generator()());
    const cv::Vec3d tone(random.between(45, 80), random.between(70, 105), random.between(100, 140));
    cv::Mat table(size, CV_8UC3);
    for (int j = 0; j < size.height; ++j) {
        for (int i = 0; i < size.width; ++i) {
            const double dim = 1 + 0.10 * grain.at<float>(j, i) + 0.14 * planks.at<float>(j, i);
            table.at<cv::Vec3b>(j, i) =
                cv::Vec3b(cv::saturate_cast<uchar>(tone[0] * dim), cv::saturate_cast<uchar>(tone[1] * dim),
                          cv::saturate_cast<uchar>(tone[2] * dim));
        }
    }
    return table;
}

cv::Mat room(cv::Size size, Random &random)
{
    const cv::Mat broad = smoothNoise(size, size.width / 2.5, size.height / 2.0, random.generator()());
    const cv::Vec3d wall(random.between(150, 205), random.between(160, 205), random.between(165, 210));
    cv::Mat picture(size, CV_8UC3);
    for (int j = 0; j < size.height; ++j) {
        for (int i = 0; i < size.width; ++i) {
            const double dim = 0.86 + 0.10 * broad.at<float>(j, i) - 0.12 * j / size.height;
            picture.at<cv::Vec3b>(j, i) =
                cv::Vec3b(cv::saturate_cast<uchar>(wall[0] * dim), cv::saturate_cast<uchar>(wall[1] * dim),
                          cv::saturate_cast<uchar>(wall[2] * dim));
        }
    }
    for (int k = 0; k < 3; ++k) { // shelves, a door, a picture on the wall
        const cv::Rect box(random.integer(-size.width / 5, size.width), random.integer(0, size.height / 2),
                           random.integer(size.width / 8, size.width / 3),
                           random.integer(size.height / 6, size.height));
        const int tone = random.integer(60, 215);
        cv::rectangle(picture, box, cv::Scalar(tone, tone + 8, tone + 15), cv::FILLED);
    }
    cv::GaussianBlur(picture, picture, {}, size.width / 90.0);
    return picture;
}

/// The lens and the sensor: light falls off to the corners, a little blur, noise.
void expose(cv::Mat &bgr, double brightness, double blurPixels, double noise, Random &random)
{
    if (blurPixels > 0)
        cv::GaussianBlur(bgr, bgr, {}, blurPixels);
    cv::RNG grain(random.generator()());
    cv::Mat noisy;
    bgr.convertTo(noisy, CV_32FC3);
    cv::Mat speckle(bgr.size(), CV_32FC3);
    grain.fill(speckle, cv::RNG::NORMAL, 0, noise);
    const double cx = bgr.cols * random.between(0.4, 0.6);
    const double cy = bgr.rows * random.between(0.4, 0.6);
    const double reach = std::hypot(bgr.cols, bgr.rows) / 2;
    for (int j = 0; j < bgr.rows; ++j) {
        auto *row = noisy.ptr<cv::Vec3f>(j);
        for (int i = 0; i < bgr.cols; ++i) {
            const double r = std::hypot(i - cx, j - cy) / reach;
            row[i] *= static_cast<float>(brightness * (1 - 0.16 * r * r));
        }
    }
    noisy += speckle;
    noisy.convertTo(bgr, CV_8UC3);
}

std::array<cv::Point2f, 4> cornersOf(cv::Size document, const DocumentScene &scene, Random &random)
{
    const double aspect = document.width / static_cast<double>(document.height);
    const double width = std::min(scene.size.width * 0.80, scene.size.height * 0.76 * aspect);
    const double height = width / aspect;
    const double angle = random.between(-scene.tiltDegrees, scene.tiltDegrees) * std::numbers::pi / 180;
    std::array<cv::Point2f, 4> corners;
    const std::array signs{cv::Point2d(-1, -1), cv::Point2d(1, -1), cv::Point2d(1, 1), cv::Point2d(-1, 1)};
    for (size_t i = 0; i < 4; ++i) {
        const double x =
            signs[i].x * width / 2 * (1 + random.between(-scene.perspective, scene.perspective) / 2);
        const double y =
            signs[i].y * height / 2 * (1 + random.between(-scene.perspective, scene.perspective) / 2);
        corners[i] = {
            static_cast<float>(scene.size.width / 2.0 + x * std::cos(angle) - y * std::sin(angle)),
            static_cast<float>(scene.size.height / 2.0 + x * std::sin(angle) + y * std::cos(angle))};
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

void blend(cv::Mat &below, const cv::Mat &above, const cv::Mat &mask)
{
    for (int j = 0; j < below.rows; ++j) {
        for (int i = 0; i < below.cols; ++i) {
            const double share = mask.at<uchar>(j, i) / 255.0;
            if (share > 0)
                below.at<cv::Vec3b>(j, i) = cv::Vec3d(below.at<cv::Vec3b>(j, i)) * (1 - share) +
                                            cv::Vec3d(above.at<cv::Vec3b>(j, i)) * share;
        }
    }
}

/// Pastes a portrait so that the middle of its face lies at a point.
void paste(cv::Mat &scene, const cv::Mat &bgra, cv::Point faceCentre, double unit)
{
    const cv::Point corner(static_cast<int>(faceCentre.x - portraitCentreX * unit),
                           static_cast<int>(faceCentre.y - portraitCentreY * unit));
    for (int j = std::max(0, -corner.y); j < bgra.rows && j + corner.y < scene.rows; ++j) {
        for (int i = std::max(0, -corner.x); i < bgra.cols && i + corner.x < scene.cols; ++i) {
            const auto &pixel = bgra.at<cv::Vec4b>(j, i);
            const double share = pixel[3] / 255.0;
            auto &below = scene.at<cv::Vec3b>(j + corner.y, i + corner.x);
            for (int c = 0; c < 3; ++c)
                below[c] = cv::saturate_cast<uchar>(below[c] * (1 - share) + pixel[c] * share);
        }
    }
}
} // namespace

PlainPhoto photographDocument(const QImage &document, const DocumentScene &scene, Random &random)
{
    const QImage flat = document.convertToFormat(QImage::Format_RGB32);
    const cv::Mat bgra(flat.height(), flat.width(), CV_8UC4, const_cast<uchar *>(flat.constBits()),
                       static_cast<size_t>(flat.bytesPerLine()));
    cv::Mat bgr;
    cv::cvtColor(bgra, bgr, cv::COLOR_BGRA2BGR);

    PlainPhoto photo;
    const std::array<cv::Point2f, 4> to = cornersOf(bgr.size(), scene, random);
    const auto right = static_cast<float>(bgr.cols);
    const auto bottom = static_cast<float>(bgr.rows);
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), cv::Point2f(right, 0),
                                          cv::Point2f(right, bottom), cv::Point2f(0, bottom)};
    const cv::Mat transform = cv::getPerspectiveTransform(from.data(), to.data());
    photo.fromDocument = transform;
    cv::Mat laid;
    cv::Mat mask;
    cv::warpPerspective(bgr, laid, transform, scene.size, cv::INTER_AREA);
    cv::warpPerspective(roundedMask(bgr.size(), bgr.rows * 0.045), mask, transform, scene.size,
                        cv::INTER_LINEAR);

    photo.bgr = wood(scene.size, random);
    cv::Mat shade;
    const double spread = scene.size.width / 120.0;
    cv::GaussianBlur(mask, shade, {}, spread);
    const cv::Mat shift = (cv::Mat_<double>(2, 3) << 1, 0, spread * 0.6, 0, 1, spread * 0.8);
    cv::warpAffine(shade, shade, shift, shade.size());
    blend(photo.bgr, cv::Mat(photo.bgr * 0.45), shade);
    blend(photo.bgr, laid, mask);
    expose(photo.bgr, scene.brightness, scene.blurPixels, scene.noise, random);
    for (const cv::Point2f &corner : to)
        photo.quad << QPointF(corner.x, corner.y);
    return photo;
}

QPolygonF addGlare(PlainPhoto &photo, const QRectF &onDocument, Random &random)
{
    const double cx = onDocument.center().x();
    const double cy = onDocument.center().y();
    std::vector<cv::Point2d> outline;
    const int steps = 40;
    for (int i = 0; i < steps; ++i) {
        const double angle = 2 * std::numbers::pi * i / steps;
        const double reach = 1 + 0.05 * std::sin(angle * 3 + random.between(0, 0.2));
        outline.emplace_back(cx + onDocument.width() / 2 * reach * std::cos(angle),
                             cy + onDocument.height() / 2 * reach * std::sin(angle));
    }
    std::vector<cv::Point2d> inPhoto;
    cv::perspectiveTransform(outline, inPhoto, photo.fromDocument);
    std::vector<cv::Point> polygon(inPhoto.begin(), inPhoto.end());
    cv::Mat mask(photo.bgr.size(), CV_8U, cv::Scalar(0));
    cv::fillPoly(mask, std::vector{polygon}, cv::Scalar(255), cv::LINE_AA);
    cv::GaussianBlur(mask, mask, {}, photo.bgr.cols / 400.0);
    blend(photo.bgr, cv::Mat(photo.bgr.size(), CV_8UC3, cv::Scalar(255, 255, 255)), mask);
    QPolygonF region;
    for (const cv::Point2d &point : inPhoto)
        region << QPointF(point.x, point.y);
    return region;
}

PlainPhoto takeSelfie(const std::vector<Person> &people, cv::Size size, Random &random)
{
    PlainPhoto photo;
    photo.bgr = room(size, random);
    const auto count = static_cast<int>(people.size());
    const double unit = size.height / (count > 1 ? 4.8 : 4.4);
    for (int i = count - 1; i >= 0; --i) {
        Shot shot;
        shot.yaw = random.between(-0.10, 0.10);
        shot.pitch = random.between(-0.05, 0.05);
        shot.roll = random.between(-0.04, 0.04);
        shot.smile = random.between(0, 0.5);
        shot.light = {random.between(-0.5, 0.5), random.between(-0.6, -0.2), 0.85};
        shot.clothes = {random.between(0.03, 0.3), random.between(0.03, 0.25), random.between(0.03, 0.3)};
        const double own = i == 0 ? unit : unit * 0.86;
        const double x = count == 1 ? 0.5 : 0.30 + 0.42 * i;
        const double shoulders =
            size.height - (portraitHeight - portraitCentreY - 0.05) * own; // reach the lower edge
        const double y = std::max(size.height * 0.45, shoulders);
        paste(photo.bgr, paintPortrait(people[static_cast<size_t>(i)], shot, own),
              {static_cast<int>(size.width * x), static_cast<int>(y)}, own);
    }
    expose(photo.bgr, 1, 0.7, 3, random);
    return photo;
}

QByteArray asJpeg(const cv::Mat &bgr, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/image/support/scenes.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace scrutineer::image::test {

namespace {

cv::Mat backgroundOf(const cv::Size &size, Background kind, cv::RNG &random)
{
    cv::Mat ground(size, CV_8UC3, cv::Scalar(120, 140, 150));
    switch (kind) {
    case Background::Plain:
        break;
    case Background::Dark:
        ground.setTo(cv::Scalar(38, 36, 40));
        break;
    case Background::Wood:
        for (int row = 0; row < size.height; ++row) {
            for (int column = 0; column < size.width; ++column) {
                const double grain = std::sin(row * 0.09 + 2 * std::sin(column * 0.006)) * 10 +
                                     std::sin(row * 0.41 + column * 0.01) * 5;
                ground.at<cv::Vec3b>(row, column) =
                    cv::Vec3b(uchar(50 + grain), uchar(90 + grain), uchar(150 + grain));
            }
        }
        break;
    case Background::Fabric:
        for (int patch = 0; patch < 14; ++patch) {
            const cv::Point at(random.uniform(0, size.width), random.uniform(0, size.height));
            const int grey = random.uniform(60, 190);
            const cv::Size half(random.uniform(80, 300), random.uniform(80, 300));
            std::vector<cv::Point> corners;
            const double turn = random.uniform(0.0, 3.0);
            for (int i = 0; i < 4; ++i) {
                const double angle = turn + i * std::numbers::pi / 2;
                corners.emplace_back(at.x + int(half.width * std::cos(angle)),
                                     at.y + int(half.height * std::sin(angle)));
            }
            cv::fillConvexPoly(ground, corners, cv::Scalar(grey, grey + 3, grey + 6), cv::LINE_AA);
        }
        break;
    case Background::Clutter:
        for (int thing = 0; thing < 12; ++thing) {
            const cv::Point from(random.uniform(0, size.width), random.uniform(0, size.height));
            const cv::Point to(random.uniform(0, size.width), random.uniform(0, size.height));
            const cv::Scalar colour(random.uniform(0, 160), random.uniform(0, 160), random.uniform(0, 160));
            cv::line(ground, from, to, colour, random.uniform(3, 40), cv::LINE_AA);
        }
        break;
    }
    return ground;
}

void addNoise(cv::Mat *bgr, cv::RNG &random)
{
    cv::Mat noise(bgr->size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0, 3);
    cv::Mat sum;
    bgr->convertTo(sum, CV_16SC3);
    sum += noise;
    sum.convertTo(*bgr, CV_8UC3);
}

std::vector<cv::Point2f> cvPolygon(const QPolygonF &polygon)
{
    std::vector<cv::Point2f> points;
    for (const QPointF &point : polygon)
        points.emplace_back(float(point.x()), float(point.y()));
    return points;
}

} // namespace

cv::Mat drawnCard(int width, double aspect, const cv::Scalar &paper)
{
    const int height = int(std::lround(width / aspect));
    const double unit = width / 1000.0;
    cv::Mat card(height, width, CV_8UC3, paper);
    const auto at = [&](double x, double y) { return cv::Point(int(x * unit), int(y * height / 630.0)); };
    for (int wave = 0; wave < 40; ++wave) // a faint security pattern
        cv::line(card, at(wave * 50 - 600, 0), at(wave * 50, 630), paper * 0.96, std::max(1, int(2 * unit)),
                 cv::LINE_AA);
    cv::rectangle(card, at(0, 0), at(1000, 80), cv::Scalar(150, 90, 60), cv::FILLED);
    const auto print = [&](const std::string &text, double x, double y, double size, const cv::Scalar &ink) {
        cv::putText(card, text, at(x, y), cv::FONT_HERSHEY_SIMPLEX, size * unit, ink,
                    std::max(1, int(std::lround(size * 2.4 * unit))), cv::LINE_AA);
    };
    print("REPUBLIC OF SPECIMEN", 40, 58, 1.6, {240, 240, 240});
    cv::rectangle(card, at(40, 130), at(290, 450), cv::Scalar(170, 170, 165), cv::FILLED);
    cv::ellipse(card, at(165, 270), {int(70 * unit), int(95 * unit)}, 0, 0, 360, {90, 110, 150}, cv::FILLED,
                cv::LINE_AA);
    cv::ellipse(card, at(165, 230), {int(75 * unit), int(70 * unit)}, 0, 180, 360, {30, 30, 35}, cv::FILLED,
                cv::LINE_AA);
    const std::array<const char *, 6> lines{"SURNAME  ERIKSSON",   "GIVEN NAMES  ANNA MARIA",
                                            "BORN  12.08.1974",    "NUMBER  D231458907",
                                            "EXPIRES  15.04.2032", "12 EXAMPLE STREET, 75009"};
    for (std::size_t line = 0; line < lines.size(); ++line)
        print(lines[line], 330, 150 + 55.0 * double(line), 1.1, {25, 25, 25});
    print("I<UTOD231458907<<<<<<<<<<<<<<<", 40, 520, 1.45, {20, 20, 20});
    print("7408122F3204159UTO<<<<<<<<<<<6", 40, 575, 1.45, {20, 20, 20});
    print("ERIKSSON<<ANNA<MARIA<<<<<<<<<<", 40, 622, 1.45, {20, 20, 20});
    return card;
}

Scene placed(const cv::Mat &card, const cv::Size &frame, int width, double degrees, Background background,
             std::uint64_t seed)
{
    cv::RNG random(seed * 7919 + 17);
    Scene scene;
    scene.bgr = backgroundOf(frame, background, random);
    const double height = double(width) * card.rows / card.cols;
    const double angle = degrees * std::numbers::pi / 180;
    const cv::Point2d middle(frame.width * random.uniform(0.47, 0.53),
                             frame.height * random.uniform(0.47, 0.53));
    std::array<cv::Point2f, 4> to;
    const std::array<cv::Point2d, 4> unit{cv::Point2d(-0.5, -0.5), {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
    for (std::size_t i = 0; i < 4; ++i) {
        const double x = unit[i].x * width * random.uniform(0.97, 1.03);
        const double y = unit[i].y * height * random.uniform(0.97, 1.03);
        to[i] = cv::Point2f(float(middle.x + x * std::cos(angle) - y * std::sin(angle)),
                            float(middle.y + x * std::sin(angle) + y * std::cos(angle)));
        scene.quad << QPointF(double(to[i].x) + 0.5, double(to[i].y) + 0.5);
    }
    const float right = float(card.cols) - 1;
    const float bottom = float(card.rows) - 1;
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), {right, 0}, {right, bottom}, {0, bottom}};
    const cv::Mat matrix = cv::getPerspectiveTransform(from.data(), to.data());

    cv::Mat shape(card.size(), CV_8U, cv::Scalar(0));
    const int radius = card.cols / 27; // ISO/IEC 7810: 3.18 mm of 85.6
    cv::rectangle(shape, cv::Rect(radius, 0, card.cols - 2 * radius, card.rows), 255, cv::FILLED);
    cv::rectangle(shape, cv::Rect(0, radius, card.cols, card.rows - 2 * radius), 255, cv::FILLED);
    for (const cv::Point &corner : {cv::Point(radius, radius),
                                    {card.cols - 1 - radius, radius},
                                    {card.cols - 1 - radius, card.rows - 1 - radius},
                                    {radius, card.rows - 1 - radius}})
        cv::circle(shape, corner, radius, 255, cv::FILLED);
    cv::Mat warpedCard;
    cv::Mat warpedShape;
    cv::warpPerspective(card, warpedCard, matrix, frame, cv::INTER_AREA, cv::BORDER_REPLICATE);
    cv::warpPerspective(shape, warpedShape, matrix, frame, cv::INTER_LINEAR);
    warpedCard.copyTo(scene.bgr, warpedShape > 127);
    cv::GaussianBlur(scene.bgr, scene.bgr, {}, 0.6);
    addNoise(&scene.bgr, random);
    return scene;
}

double overlap(const QPolygonF &a, const QPolygonF &b)
{
    std::vector<cv::Point2f> shared;
    const double common = double(cv::intersectConvexConvex(cvPolygon(a), cvPolygon(b), shared));
    const double all =
        std::abs(cv::contourArea(cvPolygon(a))) + std::abs(cv::contourArea(cvPolygon(b))) - common;
    return all > 0 ? common / all : 0;
}

} // namespace scrutineer::image::test

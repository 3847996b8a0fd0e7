// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/pictured.h"

#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scrutineer::samples {

namespace {
/// The median colour of a part of a picture, linear BGR.
cv::Vec3d medianColour(const cv::Mat &bgr, const cv::Rect2d &where)
{
    const cv::Rect part = cv::Rect(where) & cv::Rect({}, bgr.size());
    cv::Vec3d colour(0.2, 0.2, 0.2);
    if (part.empty())
        return colour;
    for (int c = 0; c < 3; ++c) {
        std::vector<uchar> values;
        for (int j = part.y; j < part.br().y; ++j) {
            for (int i = part.x; i < part.br().x; ++i)
                values.push_back(bgr.at<cv::Vec3b>(j, i)[c]);
        }
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        colour[c] = std::pow(*middle / 255.0, 2.2);
    }
    return colour;
}

/// A part of a picture at another size; beyond the picture its borders go on, blurred. Mirrored ones would
/// show a second head.
cv::Mat cut(const cv::Mat &bgr, const cv::Rect2d &part, cv::Size size)
{
    const double scale = size.width / part.width;
    cv::Mat source = bgr;
    double reduced = 1;
    if (scale < 0.8) { // without aliasing
        reduced = scale;
        cv::resize(bgr, source, {}, scale, scale, cv::INTER_AREA);
    }
    const double perPixel = reduced / scale;
    const cv::Matx23d toSource(perPixel, 0, part.x * reduced, 0, perPixel, part.y * reduced);
    constexpr int inverse = cv::INTER_CUBIC | cv::WARP_INVERSE_MAP;
    cv::Mat whole;
    cv::warpAffine(source, whole, toSource, size, inverse, cv::BORDER_REPLICATE);
    const cv::Rect2d inside(-part.x * scale, -part.y * scale, bgr.cols * scale, bgr.rows * scale);
    if (inside.contains({0, 0}) && inside.contains(cv::Point2d(size.width, size.height)))
        return whole;
    constexpr double coarse = 0.125; // what is blurred holds no detail
    cv::Mat soft;
    cv::resize(whole, soft, {}, coarse, coarse, cv::INTER_AREA);
    cv::GaussianBlur(soft, soft, {}, std::max(1.0, size.width * coarse * 0.05));
    cv::resize(soft, soft, size, 0, 0, cv::INTER_LINEAR);
    const double reach = 0.04 * size.width;
    for (int j = 0; j < size.height; ++j) {
        for (int i = 0; i < size.width; ++i) {
            const double beyond =
                std::max({inside.x - i, i - inside.br().x, inside.y - j, j - inside.br().y});
            const double share = std::clamp(1 + beyond / reach, 0.0, 1.0);
            auto &pixel = whole.at<cv::Vec3b>(j, i);
            if (share > 0)
                pixel = pixel * (1 - share) + soft.at<cv::Vec3b>(j, i) * share;
        }
    }
    return whole;
}

/// How much of a person is at a place; units of a face's height from its middle.
float personAt(float x, float y)
{
    const float head = bell(std::hypot(x / 0.85F, (y + 0.1F) / 0.95F));
    const float body = smoothStep(0.5F, 0.9F, y) * smoothStep(1.5F, 1.0F, std::abs(x));
    return std::max(head, body);
}

/// Another light than the picture was taken in: brighter on one side, of another colour and strength.
void relight(cv::Mat &bgr, const cv::Rect2d &face, const Shot &shot)
{
    constexpr double gamma = 1 / 2.4; // what light is to a finished picture
    constexpr double lateral = 0.20;  // how much brighter the side towards the light is
    const double exposed = std::pow(shot.exposure, gamma);
    const cv::Point2d middle(face.x + face.width / 2, face.y + face.height / 2);
    for (int j = 0; j < bgr.rows; ++j) {
        auto *row = bgr.ptr<cv::Vec3b>(j);
        const double y = (j - middle.y) / face.height;
        for (int i = 0; i < bgr.cols; ++i) {
            const double x = (i - middle.x) / face.height;
            const double towards = std::clamp(x * shot.light[0] + 0.5 * y * shot.light[1], -1.0, 1.0);
            const auto person = static_cast<double>(personAt(static_cast<float>(x), static_cast<float>(y)));
            const double gain = (1 + (exposed - 1) * person) * (1 + lateral * (1 - shot.ambient) * towards);
            for (int c = 0; c < 3; ++c)
                row[i][c] = cv::saturate_cast<uchar>(row[i][c] * gain * std::pow(shot.lightColour[c], gamma));
        }
    }
}
} // namespace

Person toPerson(std::shared_ptr<const PicturedPerson> pictured)
{
    Person person;
    const FacePicture &picture = pictured->pictures.front();
    const cv::Rect2d &face = picture.face;
    // cheeks and nose
    person.skin = medianColour(picture.bgr, {face.x + 0.25 * face.width, face.y + 0.45 * face.height,
                                             0.5 * face.width, 0.25 * face.height});
    person.hair = medianColour(picture.bgr, {face.x + 0.3 * face.width, face.y - 0.3 * face.height,
                                             0.4 * face.width, 0.15 * face.height});
    person.pictured = std::move(pictured);
    return person;
}

cv::Vec3d clothesOf(const FacePicture &picture)
{
    const cv::Rect2d &face = picture.face;
    const double below = std::min(face.br().y + 0.7 * face.height, picture.bgr.rows - 0.2 * face.height);
    return medianColour(picture.bgr, {face.x, below, face.width, 0.2 * face.height});
}

cv::Mat passportCrop(const FacePicture &picture, double aspect)
{
    // Faces found are squares with the eyes at 0.38 of their height; a head is 1.5 of them tall, and has
    // three quarters of a passport's portrait with the eyes somewhat above the middle (ICAO 9303 part 3).
    constexpr double heightInFaces = 2.0;
    constexpr double eyesInFace = 0.38;
    constexpr double eyesInPortrait = 0.45;
    constexpr int finest = 500; // pixels: printed portraits hold no more
    const cv::Rect2d &face = picture.face;
    const double high = heightInFaces * face.height;
    const double wide = high * aspect;
    const cv::Rect2d part(face.x + face.width / 2 - wide / 2,
                          face.y + eyesInFace * face.height - eyesInPortrait * high, wide, high);
    const int rows = std::min(finest, static_cast<int>(std::lround(high)));
    return cut(picture.bgr, part,
               {std::max(8, static_cast<int>(std::lround(rows * aspect))), std::max(8, rows)});
}

cv::Mat fillFrame(const FacePicture &picture, cv::Size frame, const cv::Rect2d &face, const Shot &shot)
{
    const double scale = picture.face.height / face.height;
    const cv::Point2d from(picture.face.x + picture.face.width / 2, picture.face.y + picture.face.height / 2);
    const cv::Point2d to(face.x + face.width / 2, face.y + face.height / 2);
    cv::Mat bgr =
        cut(picture.bgr,
            {from.x - to.x * scale, from.y - to.y * scale, frame.width * scale, frame.height * scale}, frame);
    relight(bgr, face, shot);
    return bgr;
}

} // namespace scrutineer::samples

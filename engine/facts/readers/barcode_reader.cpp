// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/barcode_reader.h"

#include "engine/image/document_quad.h"

#include <opencv2/imgproc.hpp>

#define ZX_USE_UTF8 // texts as UTF-8, as in every version to come
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchLongSide = 1000;    ///< pixels at which stacked codes are looked for and others are read
constexpr double leastArea = 0.012;     ///< of the page that a stacked code takes
constexpr double leastElongation = 1.4; ///< of a stacked code, length to height
constexpr int mostCandidates = 3;       ///< a failed one costs 20 to 60 ms
constexpr int leastTransitions = 36;    ///< light to dark and back along any row of a stacked code
constexpr double margin = 0.045;        ///< of the code's length: the quiet zone that ZXing wants
constexpr std::array lengths{1200, 900, 1700}; ///< pixels at which a stacked code is read, the best first

cv::Mat greyOf(const cv::Mat &bgr)
{
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

/// Dense print of any direction as blobs. Close together in a stacked code, apart in text.
cv::Mat denseMask(const cv::Mat &grey)
{
    cv::Mat x;
    cv::Mat y;
    cv::Sobel(grey, x, CV_16S, 1, 0);
    cv::Sobel(grey, y, CV_16S, 0, 1);
    cv::Mat strength;
    cv::addWeighted(cv::abs(x), 0.25, cv::abs(y), 0.25, 0, strength, CV_8U);
    cv::blur(strength, strength, {9, 9});
    cv::Mat mask;
    cv::threshold(strength, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {21, 21}));
    cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {27, 27}));
    return mask;
}

/// A rectangle with its long side lying, as four corners clockwise from its top left.
std::array<cv::Point2f, 4> lying(const cv::RotatedRect &box)
{
    std::array<cv::Point2f, 4> corners;
    box.points(corners.data());
    const double first = cv::norm(corners[1] - corners[0]);
    const double second = cv::norm(corners[2] - corners[1]);
    if (first > second)
        std::rotate(corners.begin(), corners.begin() + 1, corners.end());
    // Now from the second to the third corner runs a long side.
    return {corners[1], corners[2], corners[3], corners[0]};
}

std::vector<cv::RotatedRect> candidates(const cv::Mat &grey)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(denseMask(grey), contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<cv::RotatedRect> boxes;
    for (const std::vector<cv::Point> &contour : contours) {
        const cv::RotatedRect box = cv::minAreaRect(contour);
        const float length = std::max(box.size.width, box.size.height);
        const float height = std::min(box.size.width, box.size.height);
        const bool filled = cv::contourArea(contour) > 0.6 * double(box.size.area());
        if (filled && double(box.size.area()) > leastArea * double(grey.total()) &&
            double(length) > leastElongation * double(height))
            boxes.push_back(box);
    }
    std::sort(boxes.begin(), boxes.end(), [](const cv::RotatedRect &a, const cv::RotatedRect &b) {
        return a.size.area() > b.size.area();
    });
    boxes.resize(std::min<std::size_t>(boxes.size(), mostCandidates));
    return boxes;
}

/// A code's picture, its rows level, and the way back.
struct Patch
{
    cv::Mat grey;
    cv::Matx33d toFull;
};

Patch cutOut(const image::Picture &picture, const image::Rectified &view, const cv::RotatedRect &code,
             int length)
{
    cv::RotatedRect wide = code;
    const float edge = float(margin) * std::max(code.size.width, code.size.height);
    wide.size.width += 2 * edge;
    wide.size.height += 2 * edge;
    const std::array<cv::Point2f, 4> corners = lying(wide);
    const double ratio = cv::norm(corners[3] - corners[0]) / cv::norm(corners[1] - corners[0]);
    const float right = float(length);
    const float bottom = std::max(16.F, float(length * ratio));
    const std::array<cv::Point2f, 4> flat{cv::Point2f(0, 0), cv::Point2f(right, 0),
                                          cv::Point2f(right, bottom), cv::Point2f(0, bottom)};
    Patch patch;
    patch.toFull = view.toFull * cv::Matx33d(cv::getPerspectiveTransform(flat.data(), corners.data()));
    const double scale = picture.scale;
    const cv::Matx33d toPicture = cv::Matx33d(scale, 0, -0.5, 0, scale, -0.5, 0, 0, 1) * patch.toFull;
    // Grey before it is warped, which takes a third of the time.
    std::vector<cv::Point2f> outline;
    cv::perspectiveTransform(std::vector<cv::Point2f>(flat.begin(), flat.end()), outline, toPicture);
    constexpr int rim = 3; // pixels that interpolation reaches
    const cv::Rect box = cv::boundingRect(outline);
    const cv::Rect around = cv::Rect(box.x - rim, box.y - rim, box.width + 2 * rim, box.height + 2 * rim) &
                            cv::Rect({}, picture.bgr.size());
    if (around.empty())
        return patch;
    const cv::Matx33d toPart = cv::Matx33d(1, 0, -around.x, 0, 1, -around.y, 0, 0, 1) * toPicture;
    cv::warpPerspective(greyOf(picture.bgr(around)), patch.grey, toPart, {int(right), int(bottom)},
                        cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return patch;
}

/// Bars stand: there is far more change along rows of a stacked code than across them. Print has as much of
/// both (at most 1.8 times along), codes 3.2 times and more.
bool standUpright(const cv::Mat &grey)
{
    constexpr double leastAlong = 2.2; // times the change across
    cv::Mat along;
    cv::Mat across;
    cv::Sobel(grey, along, CV_16S, 1, 0);
    cv::Sobel(grey, across, CV_16S, 0, 1);
    return cv::norm(along, cv::NORM_L1) >= leastAlong * cv::norm(across, cv::NORM_L1);
}

/// Whether nearly every row changes between light and dark as often as those of a stacked code do.
bool hasBars(const cv::Mat &grey)
{
    cv::Mat small;
    cv::GaussianBlur(grey, small, {3, 3}, 0);
    cv::Mat local;
    cv::boxFilter(small, local, -1, {61, 61});
    std::vector<int> transitions;
    const int first = grey.rows / 5;
    for (int y = first; y < grey.rows - first; y += 3) {
        int count = 0;
        bool dark = false;
        for (int x = 0; x < grey.cols; ++x) {
            const int difference = int(small.at<uchar>(y, x)) - int(local.at<uchar>(y, x));
            const bool now = dark ? difference < 4 : difference < -4;
            count += now != dark ? 1 : 0;
            dark = now;
        }
        transitions.push_back(count);
    }
    if (transitions.empty())
        return false;
    const auto low = transitions.begin() + std::ptrdiff_t(transitions.size() / 8);
    std::nth_element(transitions.begin(), low, transitions.end());
    return *low >= leastTransitions && standUpright(small.rowRange(first, grey.rows - first));
}

QPolygonF regionOf(const ZXing::Position &position, const cv::Matx33d &toFull)
{
    QPolygonF region;
    for (const ZXing::PointI &corner :
         {position.topLeft(), position.topRight(), position.bottomRight(), position.bottomLeft()}) {
        const cv::Vec3d mapped = toFull * cv::Vec3d(corner.x, corner.y, 1);
        region << QPointF(mapped[0] / mapped[2], mapped[1] / mapped[2]);
    }
    return region;
}

QList<Barcode> decoded(const cv::Mat &grey, const ZXing::DecodeHints &hints, const cv::Matx33d &toFull)
{
    QList<Barcode> found;
    const ZXing::ImageView image(grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum, int(grey.step));
    for (const ZXing::Result &result : ZXing::ReadBarcodes(image, hints)) {
        if (!result.isValid())
            continue;
        found += Barcode{QString::fromStdString(ZXing::ToString(result.format())),
                         QString::fromStdString(result.text()), regionOf(result.position(), toFull)};
    }
    return found;
}

/// Light evened out: a shadow's edge would be a bar.
cv::Mat evened(const cv::Mat &grey)
{
    cv::Mat paper;
    cv::dilate(grey, paper, cv::getStructuringElement(cv::MORPH_RECT, {25, 25}));
    cv::blur(paper, paper, {51, 51});
    cv::Mat flat;
    cv::divide(grey, paper, flat, 235);
    return flat;
}

cv::Mat sharpened(const cv::Mat &grey, double deviation)
{
    cv::Mat soft;
    cv::GaussianBlur(grey, soft, {}, deviation);
    cv::Mat sharp;
    cv::addWeighted(grey, 2.6, soft, -1.6, 0, sharp);
    return sharp;
}

/// seen: set where there is a stacked code, whether it can be read or not.
QList<Barcode> readStacked(const image::Picture &picture, const image::Rectified &view,
                           const cv::RotatedRect &box, bool &seen)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::PDF417).setTryRotate(true).setMaxNumberOfSymbols(1);
    hints.setTryDownscale(false);
    bool first = true;
    for (const int length : lengths) {
        const Patch patch = cutOut(picture, view, box, length);
        if (first && (patch.grey.empty() || !hasBars(patch.grey)))
            return {};
        first = false;
        seen = true;
        const cv::Mat flat = evened(patch.grey);
        for (const cv::Mat &way : {flat, sharpened(flat, length / 500.0)}) {
            const QList<Barcode> found = decoded(way, hints, patch.toFull);
            if (!found.isEmpty())
                return found;
        }
    }
    return {};
}

QList<Barcode> readOthers(const cv::Mat &grey, const image::Rectified &view)
{
    using ZXing::BarcodeFormat;
    ZXing::DecodeHints matrix;
    matrix.setFormats(BarcodeFormat::QRCode | BarcodeFormat::Aztec | BarcodeFormat::DataMatrix);
    matrix.setTryDownscale(false); // the search picture is small already
    // ZXing 1.4 ends the process when it compares a second linear code with one that it saw in several rows.
    ZXing::DecodeHints linear;
    linear.setFormats(BarcodeFormat::Code128).setMaxNumberOfSymbols(1).setTryDownscale(false);
    return decoded(grey, matrix, view.toFull) + decoded(grey, linear, view.toFull);
}

QList<Barcode> readAll(const image::Picture &picture, const QPolygonF &quad, bool &seen)
{
    const double aspect = image::trueAspect(quad, picture.fullSize);
    const int width = aspect >= 1 ? searchLongSide : std::max(200, int(searchLongSide * aspect));
    const image::Rectified view = image::rectify(picture, quad, width, 0);
    if (view.bgr.empty())
        return {};
    const cv::Mat grey = greyOf(view.bgr);
    QList<Barcode> found;
    for (const cv::RotatedRect &box : candidates(grey))
        found += readStacked(picture, view, box, seen);
    return found.isEmpty() ? readOthers(grey, view) : found;
}

} // namespace

Reading<QList<Barcode>> readBarcodes(const image::Picture &picture, const QPolygonF &quad)
{
    QList<Barcode> found;
    bool seen = false;
    try {
        found = readAll(picture, quad, seen);
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) { // of the barcode library: this picture has no code for it
        found.clear();
    }
    if (found.isEmpty() && seen)
        return NotRead{Cause::TooPoor,
                       Sentence{QString::fromLatin1(QT_TRANSLATE_NOOP(
                                    "scrutineer", "A barcode is there, but it could not be read.")),
                                {}}};
    if (found.isEmpty())
        return NotRead{
            Cause::NothingFound,
            Sentence{QString::fromLatin1(QT_TRANSLATE_NOOP("scrutineer", "No barcode was found.")), {}}};
    return found;
}

} // namespace scrutineer::facts

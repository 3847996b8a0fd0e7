// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/defect/edit.h"

#include "engine/samples/scene/camera.h"
#include "engine/samples/scene/encode.h"
#include "engine/samples/scene/surface.h"

#include <opencv2/imgproc.hpp>

namespace scrutineer::samples {

namespace {
/// The other flat as the photo would show it.
cv::Mat laidOut(const Photo &photo, const QImage &otherFlat)
{
    const cv::Mat flat = toBgr(otherFlat);
    const double sx = photo.document.width / static_cast<double>(flat.cols);
    const cv::Matx33d fit(sx, 0, 0, 0, sx, 0, 0, 0, 1);
    cv::Mat laid;
    cv::warpPerspective(flat, laid, cv::Mat(photo.fromDocument * fit), photo.bgr.size(), cv::INTER_LINEAR,
                        cv::BORDER_REPLICATE);
    return laid;
}

/// Compressed as a part of another file: on a grid of its own.
cv::Mat compressedElsewhere(const cv::Mat &bgr, int quality, Random &random)
{
    const cv::Rect inner({random.integer(0, 7), random.integer(0, 7)}, bgr.size());
    cv::Mat padded;
    cv::copyMakeBorder(bgr, padded, inner.y, 0, inner.x, 0, cv::BORDER_REPLICATE);
    return compressed(padded, quality)(inner).clone();
}

/// What a document that was cut out is laid on: a blank page, a smooth shade, or another photo with a history
/// of its own. Crude forgers take the blank page.
cv::Mat otherBackground(cv::Size size, double strength, Random &random)
{
    const double choice = random.between(0, 1) + 0.4 * (strength - 0.75);
    if (choice > 0.6)
        return {size, CV_8UC3, cv::Scalar(255, 255, 255)};
    cv::Mat other = paintSurface(static_cast<Surface>(random.integer(0, surfaceCount - 2)), size, random);
    if (choice > 0.4) {
        cv::GaussianBlur(other, other, {}, size.width / 40.0);
        return other;
    }
    expose(other, makeCamera(random), random);
    return compressedElsewhere(other, random.integer(70, 92), random);
}

/// Gives a paste the brightness of its place; `off` by some share.
void matchBrightness(cv::Mat &laid, const cv::Mat &bgr, const cv::Mat &mask, double off)
{
    const cv::Scalar here = cv::mean(bgr, mask);
    const cv::Scalar there = cv::mean(laid, mask);
    std::vector<cv::Mat> planes;
    cv::split(laid, planes);
    for (int c = 0; c < 3; ++c) {
        const double gain = here[c] / std::max(1.0, there[c]);
        planes[static_cast<size_t>(c)].convertTo(planes[static_cast<size_t>(c)], -1, gain * (1 + off), 0);
    }
    cv::merge(planes, laid);
}
} // namespace

QPolygonF pasteFromFlat(Photo &photo, const QImage &otherFlat, const QPolygonF &onDocument, double strength,
                        Random &random)
{
    const QPolygonF region = photo.mapped(onDocument);
    const cv::Rect box = cv::boundingRect(toPoints(region)) & cv::Rect({}, photo.bgr.size());
    if (box.empty())
        return {};
    cv::Mat laid = compressedElsewhere(laidOut(photo, otherFlat), 60 + random.integer(0, 15), random);
    const cv::Mat mask = polygonMask(photo.bgr.size(), region, strength < 0.5 ? 1.5 : 0);
    matchBrightness(laid, photo.bgr, mask, 0.05 * strength); // a careless forger does not quite match it
    if (strength < 0.4)
        addNoise(laid, 1.5 * (1 - strength), random);
    blend(photo.bgr, laid, mask);
    return region;
}

QPolygonF retypeFromFlat(Photo &photo, const QImage &otherFlat, const QPolygonF &onDocument, Random &random)
{
    const QPolygonF region = photo.mapped(onDocument);
    const cv::Rect box = cv::boundingRect(toPoints(region)) & cv::Rect({}, photo.bgr.size());
    if (box.width < 8 || box.height < 8)
        return {};
    const int letters = std::max(7, box.height / 2 | 1);
    const cv::Mat kernel = cv::getStructuringElement(cv::MORPH_RECT, {letters, letters});
    cv::Mat laid;
    cv::cvtColor(laidOut(photo, otherFlat)(box), laid, cv::COLOR_BGR2GRAY);
    cv::Mat paper;
    cv::morphologyEx(laid, paper, cv::MORPH_CLOSE, kernel);
    cv::Mat ink; // 0 to 255: how much print lies there
    cv::subtract(paper, laid, ink);
    double strongest = 0;
    cv::minMaxLoc(ink, nullptr, &strongest);
    ink.convertTo(ink, CV_8U, 255 / std::max(1.0, strongest));
    cv::Mat part = photo.bgr(box);
    cv::Mat cleaned; // the print is brushed away, with what is fine in the paper
    cv::morphologyEx(part, cleaned, cv::MORPH_CLOSE, kernel);
    cv::medianBlur(cleaned, cleaned, letters < 9 ? letters : 9);
    const cv::Mat inside = polygonMask(photo.bgr.size(), region, 1)(box);
    blend(part, cleaned, inside);
    const double tone = random.between(15, 45);
    blend(part, cv::Mat(part.size(), CV_8UC3, cv::Scalar(tone + 4, tone, tone)), ink);
    return region;
}

QPolygonF retypeCharacters(Photo &photo, const QImage &flat, const QImage &otherFlat, const QRectF &field,
                           double strength, Random &random)
{
    cv::Mat changed;
    cv::absdiff(toBgr(flat), toBgr(otherFlat), changed);
    cv::cvtColor(changed, changed, cv::COLOR_BGR2GRAY);
    const cv::Rect box(qRound(field.x()), qRound(field.y()), qRound(field.width()), qRound(field.height()));
    const cv::Rect ink = cv::boundingRect(changed(box & cv::Rect({}, changed.size())) > 40);
    if (ink.empty())
        return {};
    const QRectF place = QRectF(ink.x + box.x, ink.y + box.y, ink.width, ink.height).adjusted(-3, -3, 3, 3);
    const QPolygonF region = photo.mapped(place);
    const cv::Rect around = cv::boundingRect(toPoints(region)) & cv::Rect({}, photo.bgr.size());
    if (around.width < 6 || around.height < 6)
        return {};
    cv::Mat laid = laidOut(photo, otherFlat);
    const cv::Mat mask = polygonMask(photo.bgr.size(), region, 1);
    matchBrightness(laid, photo.bgr, mask, 0.02 * strength);
    const double blur = (1.2 - strength) * random.between(0.4, 0.9); // pixels: by eye, and not enough
    if (blur > 0.25)
        cv::GaussianBlur(laid, laid, {}, blur);
    blend(photo.bgr, laid, mask);
    return region;
}

QPolygonF spliceFromPhoto(Photo &photo, const QImage &otherFlat, const QPolygonF &onDocument, double strength,
                          Random &random)
{
    const QPolygonF region = photo.mapped(onDocument);
    if ((cv::boundingRect(toPoints(region)) & cv::Rect({}, photo.bgr.size())).empty())
        return {};
    cv::Mat laid = laidOut(photo, otherFlat);
    Camera camera = makeCamera(random);
    camera.defocus = random.between(0.1, 0.3) + 0.35 * strength * random.between(0, 1);
    camera.fallOff = 0;
    camera.slope = 0;
    expose(laid, camera, random);
    laid = compressedElsewhere(laid, random.integer(52, 78), random);
    const cv::Mat mask = polygonMask(photo.bgr.size(), region, 1.5);
    matchBrightness(laid, photo.bgr, mask, 0.03 * strength);
    blend(photo.bgr, laid, mask);
    return region;
}

QPolygonF copyMove(Photo &photo, const QRectF &from, const QPointF &to, Random &random)
{
    const QPolygonF source = photo.mapped(from);
    const QPolygonF target = photo.mapped(QRectF(to, from.size()));
    const cv::Rect frame({}, photo.bgr.size());
    const cv::Rect box = cv::boundingRect(toPoints(source)) & frame;
    const cv::Point corner(qRound(target.boundingRect().left()) + random.integer(-1, 1),
                           qRound(target.boundingRect().top()));
    const cv::Rect place = cv::Rect(corner, box.size()) & frame;
    if (box.empty() || place.size() != box.size())
        return {};
    const cv::Mat patch = photo.bgr(box).clone();
    patch.copyTo(photo.bgr(place));
    return QPolygonF({QPointF(place.x, place.y), QPointF(place.br().x, place.y),
                      QPointF(place.br().x, place.br().y), QPointF(place.x, place.br().y)});
}

QPolygonF replaceBackground(Photo &photo, double strength, Random &random)
{
    cv::Mat other = otherBackground(photo.bgr.size(), strength, random);
    QPolygonF cut = photo.quad;
    const QPointF middle = cut.boundingRect().center();
    for (QPointF &corner : cut) // a pixel or two of the margin go with it
        corner = middle + (corner - middle) * 0.997;
    const cv::Mat mask = polygonMask(photo.bgr.size(), cut, 0);
    photo.bgr.copyTo(other, mask);
    photo.bgr = other;
    const QRectF frame = photo.frame();
    QPolygonF outside(
        {frame.topLeft(), frame.topRight(), frame.bottomRight(), frame.bottomLeft(), frame.topLeft()});
    for (qsizetype k = 0; k <= cut.size(); ++k) // round the document the other way
        outside << cut[(cut.size() - k) % cut.size()];
    return outside;
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/display.h"
#include "engine/image/quality_measures/surroundings.h"
#include "engine/image/quality_measures/tone_steps.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace scrutineer::image {

namespace {

constexpr int binWidth = 4;         ///< levels of luma
constexpr std::size_t leastOf = 30; ///< pixels of a bin that are worth looking at
constexpr int flat = 24; ///< levels between neighbours: at edges JPEG's colour lags behind its luma

double ramp(double value, double from, double to)
{
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

struct Tint
{
    float red = 0; ///< above green, levels
    float blue = 0;
};

float middleOf(std::vector<float> values)
{
    const auto at = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// How far colours stray from a single colour for each brightness: 98.5th percentile, levels. A grey-scale,
/// sepia or two-tone picture has one colour a brightness; a colour photo of a grey thing has its noise, its
/// shades and what lies around. Only what is darker than paper can show a colour.
double strayOf(const cv::Mat &bgr, const cv::Mat &valid)
{
    std::array<std::vector<Tint>, 256 / binWidth> bins;
    cv::Mat relief;
    cv::cvtColor(bgr, relief, cv::COLOR_BGR2GRAY);
    cv::morphologyEx(relief, relief, cv::MORPH_GRADIENT, cv::Mat::ones(3, 3, CV_8U));
    for (int row = 0; row < bgr.rows; ++row) {
        const auto *pixels = bgr.ptr<cv::Vec3b>(row);
        const auto *shown = valid.ptr(row);
        for (int column = 0; column < bgr.cols; ++column) {
            const cv::Vec3b &pixel = pixels[column];
            const int luma = (pixel[0] + 2 * pixel[1] + pixel[2]) / 4;
            if (shown[column] && relief.at<uchar>(row, column) < flat)
                bins[std::size_t(luma / binWidth)].push_back(
                    {float(pixel[2]) - float(pixel[1]), float(pixel[0]) - float(pixel[1])});
        }
    }
    std::vector<float> strays;
    for (const std::vector<Tint> &bin : bins) {
        if (bin.size() < leastOf)
            continue;
        std::vector<float> reds(bin.size());
        std::vector<float> blues(bin.size());
        std::transform(bin.begin(), bin.end(), reds.begin(), [](const Tint &tint) { return tint.red; });
        std::transform(bin.begin(), bin.end(), blues.begin(), [](const Tint &tint) { return tint.blue; });
        const float red = middleOf(std::move(reds));
        const float blue = middleOf(std::move(blues));
        for (const Tint &tint : bin)
            strays.push_back(std::hypot(tint.red - red, tint.blue - blue));
    }
    if (strays.empty())
        return 255;
    const auto at = strays.begin() + std::ptrdiff_t(0.985 * double(strays.size() - 1));
    std::nth_element(strays.begin(), at, strays.end());
    return double(*at);
}

/// How strongly the bright parts are tinted: the logarithms of red and blue to green, together.
double tintOf(const cv::Mat &bgr, const cv::Mat &bright)
{
    const cv::Scalar mean = cv::mean(bgr, bright);
    const double green = std::max(1.0, mean[1]);
    return std::hypot(std::log(std::max(1.0, mean[2]) / green), std::log(std::max(1.0, mean[0]) / green));
}

/// A document as if light fell on all of it alike: in a shadow colours lie near each other, and shaded paper
/// is no print. light: luma of its paper.
cv::Mat evenlyLit(const cv::Mat &bgr, double light)
{
    constexpr int window = 81; // wider than portraits, narrower than most shadows
    constexpr double mostGain = 4;
    cv::Mat local;
    cv::cvtColor(bgr, local, cv::COLOR_BGR2GRAY);
    cv::dilate(local, local, cv::Mat::ones(window, window, CV_8U));
    cv::blur(local, local, {window / 2, window / 2});
    cv::Mat result(bgr.size(), CV_8UC3);
    for (int row = 0; row < bgr.rows; ++row) {
        for (int column = 0; column < bgr.cols; ++column) {
            const double gain =
                std::clamp(light / std::max(1.0, double(local.at<uchar>(row, column))), 1.0, mostGain);
            for (int channel = 0; channel < 3; ++channel)
                result.at<cv::Vec3b>(row, column)[channel] =
                    cv::saturate_cast<uchar>(gain * bgr.at<cv::Vec3b>(row, column)[channel]);
        }
    }
    return result;
}

/// Share of the document that is neither paper nor black nor edge: where a colour would show. Black and white
/// print looks the same in colour and without.
double middleTones(const cv::Mat &luma, const cv::Mat &valid, double light)
{
    constexpr double black = 0.3; // of paper's luma
    constexpr double paper = 0.85;
    cv::Mat relief;
    cv::morphologyEx(luma, relief, cv::MORPH_GRADIENT, cv::Mat::ones(3, 3, CV_8U));
    const cv::Mat middle = (luma > black * light) & (luma <= paper * light) & (relief < flat) & valid;
    return cv::countNonZero(middle) / double(std::max(1, cv::countNonZero(valid)));
}

/// How far colours stray, levels.
struct Strays
{
    double surelyOne = 0;
    double surelyMany = 0;
};

/// Measured on 436 drawn cases and all real ones: documents in colour 18.6 and more, most beyond 24;
/// grey-scale, sepia and two tones mixed in by two thirds and more at most 14
/// (docs/decisions/0036-photo-faults.md).
constexpr Strays ofDocument{15, 20};
/// A room may have walls, tables and skin of nearly one colour, and there is no document that would show
/// another: measured 13.
constexpr Strays ofFrame{8, 12};

/// Grey-scale, sepia, two tones. In the dark colours are near each other anyway: strays count by brightness.
/// A picture with a strong tint of its own may keep some more of its colours: light that is so coloured does
/// not take them away.
double oneColour(const cv::Mat &bgr, const cv::Mat &valid, const cv::Rect &document, const Strays &strays)
{
    constexpr double paper = 200; // luma
    constexpr double brightest = 0.95;
    constexpr double showsColour = 60; // luma of paper: below, a pale colour is a level or two
    constexpr double darker = 0.85;    // than paper, where a colour shows
    cv::Mat luma;
    cv::cvtColor(bgr, luma, cv::COLOR_BGR2GRAY);
    const double light = percentile(luma(document), brightest, valid(document));
    if (light < showsColour)
        return 0;
    const cv::Mat lit = evenlyLit(bgr(document), light);
    cv::Mat litLuma;
    cv::cvtColor(lit, litLuma, cv::COLOR_BGR2GRAY);
    constexpr double leastTones = 0.02; // of the document
    const cv::Mat shown = valid(document);
    if (middleTones(litLuma, shown, light) < leastTones)
        return 0;
    const cv::Mat bright = valid & (luma > 0.7 * light);
    constexpr double plainTint = 0.12; // of white balance
    constexpr double perTint = 40;     // levels
    constexpr double mostForTint = 5;
    const double allowed = std::clamp((tintOf(bgr, bright) - plainTint) * perTint, 0.0, mostForTint);
    // By themselves, or plain paper would outnumber what is printed; and tinted paper beside white. The paler
    // a colour is, the nearer it lies to white: pale strays count for more.
    constexpr double white = 0.97;
    constexpr double perPale = 1.5;
    const double pale = strayOf(lit, shown & (litLuma > darker * light) & (litLuma <= white * light));
    const double stray = std::max({strayOf(bgr, valid & (luma <= darker * light)),
                                   strayOf(lit, shown & (litLuma <= darker * light)), perPale * pale}) *
                         paper / light;
    return 1 - ramp(stray - allowed, strays.surelyOne, strays.surelyMany);
}

/// Difference of each pixel's highest and lowest channel.
cv::Mat colourfulness(const cv::Mat &bgr)
{
    cv::Mat channels[3];
    cv::split(bgr, channels);
    cv::Mat least;
    cv::Mat most;
    cv::min(channels[0], channels[1], least);
    cv::min(least, channels[2], least);
    cv::max(channels[0], channels[1], most);
    cv::max(most, channels[2], most);
    return most - least;
}

/// Whether colours were stretched as light was, 0 to 1. Measured: the most colourful tenth of what is neither
/// dark nor light 128 and more on drawn photos whose contrast was raised, at most 102 on real documents.
double stretchedColours(const Canonical &document)
{
    const cv::Mat tones = (document.luma > 30) & (document.luma < 225);
    if (cv::countNonZero(tones) == 0)
        return 0;
    return ramp(percentile(colourfulness(document.flat.bgr), 0.9, tones), 110, 150);
}

/// Ends of the range cut off on both sides, which no camera does with a document. Scanners do: a page without
/// surroundings cannot tell, and one with a white lid around only where its colours were stretched too.
double hardContrast(const Canonical &document, const Surroundings &around, bool isFrame)
{
    cv::Mat surroundings;
    cv::cvtColor(around.bgr, surroundings, cv::COLOR_BGR2GRAY);
    cv::Mat outside = around.valid.clone();
    outside(around.document) = 0;
    const double seen = cv::countNonZero(outside);
    if (isFrame || seen == 0)
        return 0;
    // Bars and modules of barcodes are black and white side by side by themselves: white counts away from
    // black.
    constexpr int apart = 25; // pixels of the canonical page
    const auto whole = double(document.luma.total());
    const cv::Mat dark = document.luma <= 4;
    cv::Mat nearDark;
    cv::dilate(dark, nearDark, cv::Mat::ones(apart, apart, CV_8U));
    // Paper that is only bright has most of its levels below the end of the range; what was cut off lies at
    // it, in each channel by itself: under tinted light one of them may end below.
    cv::Mat channels[3];
    cv::split(document.flat.bgr, channels);
    cv::Mat cutChannels = cv::Mat::zeros(document.luma.size(), CV_8U);
    int below = 0;
    for (const cv::Mat &channel : channels) {
        cutChannels += (channel >= 254) / 255;
        below += cv::countNonZero((channel >= 243) & (channel < 254));
    }
    if (cv::sum(cutChannels)[0] < below)
        return 0;
    const double black = cv::countNonZero(dark) / whole;
    const cv::Mat cut = (document.luma >= 251) | (cutChannels >= 2);
    const double blown = cv::countNonZero(cut & ~nearDark) / whole;
    const double cutOff = ramp(std::sqrt(black * blown), 0.03, 0.055);
    constexpr double lid = 0.4;
    const double white = cv::countNonZero((surroundings >= 251) & outside);
    return white > lid * seen ? std::min(cutOff, stretchedColours(document)) : cutOff;
}

/// Black lifted and the range crushed, as "faded" looks do. Then nothing in the picture is black, and what
/// was dark lies in one pile at its end: thin print alone fades out to a few dark pixels.
double fadedRange(const Canonical &document, const Surroundings &around)
{
    constexpr double darkest = 0.0003;
    constexpr double dark = 0.002;
    cv::Mat surroundings;
    cv::cvtColor(around.bgr, surroundings, cv::COLOR_BGR2GRAY);
    const double end = percentile(document.luma, darkest);
    const double black = std::min(end, percentile(surroundings, darkest, around.valid));
    const double tail = percentile(document.luma, dark) - end;
    const double white = percentile(document.luma, 0.99);
    return ramp(black, 45, 70) * (1 - ramp(tail, 8, 20)) * (1 - ramp(white - black, 130, 170));
}

/// Colours stronger than any paper or print has over a quarter of a document.
double strongColour(const Surroundings &around)
{
    return ramp(percentile(colourfulness(around.bgr(around.document)), 0.75), 90, 140);
}

/// A plain card on a plain table has few tones by chance in one of the two, hardly in both.
double fewTones(const Picture &picture, const Canonical &document)
{
    const double strength = toneSteps(document.flat.bgr);
    return strength > 0 ? std::min(strength, toneSteps(picture.bgr)) : 0;
}

} // namespace

Measured measureFiltering(const Picture &picture, const Canonical &document, const Surroundings &around,
                          bool isFrame)
{
    const double strength = std::max({oneColour(around.bgr, around.valid, around.document, ofDocument),
                                      hardContrast(document, around, isFrame), fadedRange(document, around),
                                      strongColour(around), fewTones(picture, document)});
    return facts::Measurement{strength, {document.outline()}};
}

Measured measureOneColour(const Canonical &frame)
{
    const cv::Mat small = shrunk(frame.flat.bgr, Surroundings::longSide);
    const cv::Mat all(small.size(), CV_8U, cv::Scalar(255));
    return facts::Measurement{oneColour(small, all, cv::Rect({0, 0}, small.size()), ofFrame),
                              {frame.outline()}};
}

} // namespace scrutineer::image

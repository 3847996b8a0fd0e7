// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

#include <algorithm>
#include <cmath>

namespace scrutineer::samples {

namespace {
using enum HairStyle;

bool isLong(HairStyle style)
{
    return style == Long || style == Bob;
}

/// Strands follow the way hair is combed: noise that is fine across a strand and long along it.
class Strands
{
public:
    explicit Strands(const Person &person)
        : m_person(person), m_tile(smoothNoise({tileSide, tileSide}, 2.2, person.hairStyle == Curly ? 5 : 46,
                                               person.textureSeed + 11)),
          m_locks(smoothNoise({tileSide, tileSide}, 14, person.hairStyle == Curly ? 14 : 110,
                              person.textureSeed + 12))
    {
    }

    /// About -1 to 1; the same at every size of the picture.
    [[nodiscard]] double at(double x, double y) const
    {
        const auto [across, along] = combed(x, y);
        return 0.5 * lookUp(m_tile, across / 0.0075, along / 0.0075) +
               0.5 * lookUp(m_locks, across / 0.0075, along / 0.0075);
    }

private:
    struct Place
    {
        double across;
        double along;
    };
    static constexpr int tileSide = 512;

    [[nodiscard]] Place combed(double x, double y) const
    {
        const double wave = 0.035 * m_person.hairWave;
        switch (m_person.hairStyle) {
        case Curly:
            return {x + 0.05 * std::sin(y * 23 + 3 * x), y + 0.05 * std::sin(x * 19)};
        case SweptBack:
        case Tied:
        case Receding: { // away from the face
            const double angle = std::atan2(x - 0.25 * m_person.hairPart, 0.35 - y);
            const double far = std::hypot(x, y - 0.35);
            return {1.1 * angle + wave * std::sin(far * 9), far};
        }
        case SidePart:
        case Long:
        case Bob: { // down on both sides of the parting
            const double d = (x - m_person.hairPart) / (x > m_person.hairPart ? 1.15 : 0.95);
            const double up = std::min(0.0, y + 0.10) / 1.25;
            const double ring = std::hypot(d, up) + wave * std::sin(y * 8 + 2 * d);
            return {ring * 1.05, 1.1 * std::atan2(d, -up) + std::max(0.0, y)};
        }
        default: { // from the crown
            const double angle = std::atan2(x - 0.3 * m_person.hairPart, y + 1.75);
            const double far = std::hypot(x, y + 1.75);
            return {0.9 * angle + wave * std::sin(far * 11 + 5 * angle), far};
        }
        }
    }

    [[nodiscard]] static double lookUp(const cv::Mat &tile, double column, double row)
    {
        const auto c = static_cast<int>(std::floor(column));
        const auto r = static_cast<int>(std::floor(row)) & (tileSide - 1);
        const double t = column - c;
        const auto *values = tile.ptr<float>(r);
        return values[c & (tileSide - 1)] * (1 - t) + values[(c + 1) & (tileSide - 1)] * t;
    }

    const Person &m_person;
    cv::Mat m_tile;
    cv::Mat m_locks;
};

/// Puts hair at one pixel, over whatever is there. strand: -1 to 1, light or dark.
void layHair(PortraitCanvas &canvas, const Person &person, int row, int column, double strand, double share,
             double height)
{
    if (share <= 0)
        return;
    const double tone = std::max(0.18, 1 + 0.62 * strand);
    auto &pixel = canvas.albedo.at<cv::Vec3f>(row, column);
    pixel = cv::Vec3d(pixel) * (1 - share) + (person.hair + cv::Vec3d::all(0.004)) * tone * share;
    auto &z = canvas.height.at<float>(row, column);
    z = static_cast<float>(z * (1 - share) + (height + 0.022 * strand) * share);
    auto &cover = canvas.cover.at<float>(row, column);
    cover = std::max(cover, static_cast<float>(share));
    auto &gloss = canvas.gloss.at<float>(row, column);
    gloss = static_cast<float>(gloss * (1 - share) + 0.10 * share * tone);
}

double topLift(const Person &person)
{
    switch (person.hairStyle) {
    case Bald:
        return 0;
    case Receding:
    case Buzz:
        return 0.03;
    case Short:
        return 0.04 + 0.4 * person.hairTop;
    case Curly:
        return 0.10 + person.hairTop;
    case Tied:
        return 0.06;
    default:
        return 0.05 + 0.7 * person.hairTop;
    }
}

double sideLift(const Person &person)
{
    switch (person.hairStyle) {
    case Receding:
    case Buzz:
    case Tied:
        return 0.02;
    case Curly:
        return 0.05 + person.hairSides * 1.4;
    default:
        return 0.02 + person.hairSides;
    }
}

/// Height of the edge between forehead and hair at x.
double hairline(const Person &person, double x)
{
    const double side = std::abs(x) / person.cheekWidth;
    const double peak = person.hairPeak * std::exp(-std::pow(x / 0.14, 2));
    const double temples = person.hairTemples * std::exp(-std::pow((side - 0.48) / 0.20, 2));
    const double base = person.hairlineY + 0.58 * std::pow(side, 3.4) + peak - temples;
    const double fromPart = x - person.hairPart;
    switch (person.hairStyle) {
    case Receding:
        return base - peak - 0.26 - 0.08 * std::exp(-std::pow((side - 0.45) / 0.25, 2)) + 0.25 * side * side;
    case Fringe:
        return person.browY - 0.16 + 0.10 * side * side + 0.10 * x * (person.hairPart > 0 ? 1 : -1);
    case SidePart: // a wave over the wide side
        return base - 0.04 +
               0.30 * std::exp(-std::pow((std::abs(fromPart) - 0.75) / 0.40, 2)) *
                   (fromPart * person.hairPart < 0 ? 1 : 0.25);
    case Long:
    case Bob: // a curtain that opens at the parting
        return base - 0.06 + 0.55 * std::pow(std::abs(fromPart) / 0.95, 1.6);
    default:
        return base;
    }
}

/// Half the width of the hair at height y above the ears.
double hairHalfWidth(const Person &person, double y)
{
    const double crown = person.crownY - topLift(person);
    const double up = std::clamp(y / crown, 0.0, 1.0);
    const double power = 2.3 + 0.5 * static_cast<double>(person.textureSeed % 5) / 4;
    const double half =
        (person.cheekWidth + sideLift(person)) * std::pow(std::max(0.0, 1 - std::pow(up, power)), 0.5);
    return half;
}

double endsY(const Person &person)
{
    return person.hairStyle == Bob ? 0.85 + 2 * person.hairSides : 1.55 + 4 * person.hairSides;
}
} // namespace

void paintHairBehind(PortraitCanvas &canvas, const Person &person)
{
    if (!isLong(person.hairStyle))
        return;
    const Strands strands(person);
    const double ends = endsY(person);
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        const double y = canvas.yOf(j);
        if (y > ends + 0.3)
            break;
        const double spread =
            (person.hairSides + 0.03) * smoothStep(-0.2, 0.9, y) - 0.05 * smoothStep(ends - 0.5, ends, y);
        const double half = hairHalfWidth(person, std::min(0.0, y)) + spread;
        if (half < 0.05)
            continue;
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            const double x = canvas.xOf(i);
            if (std::abs(x) > half + 0.15)
                continue;
            const double strand = strands.at(x, y);
            const double edge =
                half + 0.03 * strand + 0.03 * person.hairWave * std::sin(y * 8 + (x > 0 ? 2 : 0));
            const double end = ends + 0.10 * strand;
            const double share =
                smoothStep(edge + 0.03, edge - 0.04, std::abs(x)) * smoothStep(end + 0.10, end - 0.10, y);
            layHair(canvas, person, j, i, strand - 0.25, share, -0.35 - 0.2 * std::abs(x));
        }
    }
}

void paintHairInFront(PortraitCanvas &canvas, const Person &person)
{
    if (person.hairStyle == Bald)
        return;
    const Strands strands(person);
    const bool falls = isLong(person.hairStyle);
    const double lift = topLift(person);
    const double lowest = falls ? endsY(person) : person.sideburns;
    const double soft = person.hairStyle == Fringe || falls ? 0.03 : 0.07;
    for (int j = 0; j < canvas.albedo.rows; ++j) {
        const double y = canvas.yOf(j);
        if (y > lowest + 0.2)
            break;
        const double half =
            hairHalfWidth(person, std::min(0.0, y)) +
            (falls ? person.hairSides * 0.8 * smoothStep(-0.2, 0.9, y) : -0.25 * std::max(0.0, y));
        const double face = std::max(faceHalfWidth(person, y), falls ? 0.80 * person.cheekWidth : 0);
        for (int i = 0; i < canvas.albedo.cols; ++i) {
            const double x = canvas.xOf(i);
            const double side = std::abs(x);
            if (half < 0.03 || side > half + 0.12)
                continue;
            const double strand = strands.at(x, y);
            const double edge = half + 0.035 * strand * (person.hairStyle == Curly ? 1.8 : 1);
            const double outer = smoothStep(edge + 0.02, edge - 0.04, side);
            const double above = smoothStep(soft, -soft, y - hairline(person, x) + 0.10 * strand);
            // Beside the face: curtains, or cropped sides that fade towards the sideburns.
            const double curtain = falls ? smoothStep(face - 0.09, face - 0.01, side + 0.05 * strand) : 0;
            const double fade = smoothStep(lowest + 0.10, lowest - 0.30, y);
            const double cropped = falls ? 0
                                         : smoothStep(face - 0.10, face + 0.01, side + 0.06 * strand) * fade *
                                               (y > -0.95 ? 1 : 0);
            const double end = smoothStep(lowest + 0.10, lowest - 0.10, y + 0.1 * strand);
            double share = outer * end * std::max({above, curtain, cropped});
            if (person.hairStyle == Buzz || person.hairStyle == Receding)
                share *= 0.80 + 0.2 * strand;
            const double round =
                0.84 * std::sqrt(std::max(0.0, half * half - x * x)) - 0.10 * y * y + lift * 0.7;
            const double hanging = smoothStep(-0.3, 0.9, y);
            layHair(canvas, person, j, i, strand, share, round * (1 - hanging) + 0.30 * hanging);
        }
    }
}

} // namespace scrutineer::samples

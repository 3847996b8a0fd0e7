// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/person.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::samples {

namespace {
/// One measure of a face: means of women and men, and the standard deviation within a sex over people from
/// all over the world, in units of 7.5 cm. Set by eye, near what anthropometry calls average: for drawing
/// people, not for measuring any.
struct Trait
{
    double Person::*field;
    double female;
    double male;
    double deviation;
};

constexpr std::array<Trait, measureCount> traits{{
    {&Person::crownY, -1.60, -1.66, 0.05},
    {&Person::headWidth, 0.97, 1.00, 0.028},
    {&Person::templeWidth, 0.855, 0.885, 0.030},
    {&Person::cheekWidth, 0.875, 0.910, 0.042},
    {&Person::jawWidth, 0.630, 0.690, 0.052},
    {&Person::jawY, 0.74, 0.80, 0.070},
    {&Person::chinWidth, 0.215, 0.265, 0.050},
    {&Person::chinY, 1.290, 1.375, 0.070},
    {&Person::hairlineY, -1.03, -1.05, 0.100},
    {&Person::neckWidth, 0.585, 0.715, 0.035},
    {&Person::shoulderWidth, 2.45, 2.80, 0.12},
    {&Person::cheekbones, 0.055, 0.050, 0.030},
    {&Person::cheekHollow, 0.015, 0.030, 0.022},
    {&Person::fullness, 0.02, 0.00, 0.045},
    {&Person::chinBump, 0.070, 0.085, 0.026},
    {&Person::browRidge, 0.010, 0.040, 0.016},
    {&Person::muzzle, 0.085, 0.085, 0.022},
    {&Person::eyeDistance, 0.412, 0.424, 0.028},
    {&Person::eyeWidth, 0.206, 0.212, 0.014},
    {&Person::eyeHeight, 0.079, 0.072, 0.011},
    {&Person::eyeTilt, 0.075, 0.045, 0.072},
    {&Person::eyeDepth, 0.125, 0.155, 0.035},
    {&Person::eyeSkew, 0.08, 0.08, 0.11},
    {&Person::lidPlate, 0.060, 0.042, 0.024},
    {&Person::lidHood, 0.25, 0.33, 0.20},
    {&Person::irisRadius, 0.079, 0.079, 0.003},
    {&Person::lashes, 1.35, 0.75, 0.25},
    {&Person::eyeBags, 0.20, 0.26, 0.20},
    {&Person::socketShade, 0.22, 0.24, 0.070},
    {&Person::browY, -0.425, -0.385, 0.040},
    {&Person::browThickness, 0.040, 0.058, 0.014},
    {&Person::browArch, 0.060, 0.035, 0.028},
    {&Person::browLength, 0.275, 0.290, 0.027},
    {&Person::browTilt, 0.00, -0.02, 0.036},
    {&Person::browDensity, 0.72, 0.80, 0.170},
    {&Person::browGap, 0.015, 0.0, 0.028},
    {&Person::noseTipY, 0.300, 0.335, 0.050},
    {&Person::noseWidth, 0.215, 0.240, 0.036},
    {&Person::noseBridge, 0.120, 0.150, 0.048},
    {&Person::noseTip, 0.250, 0.275, 0.042},
    {&Person::noseRidge, 0.080, 0.092, 0.016},
    {&Person::noseHump, 0.004, 0.016, 0.014},
    {&Person::noseBall, 0.045, 0.050, 0.020},
    {&Person::nostrils, 0.95, 1.05, 0.14},
    {&Person::noseBend, 0.0, 0.0, 0.008},
    {&Person::philtrum, 0.255, 0.278, 0.034},
    {&Person::mouthWidth, 0.325, 0.350, 0.032},
    {&Person::upperLip, 0.095, 0.085, 0.027},
    {&Person::lowerLip, 0.128, 0.120, 0.029},
    {&Person::mouthCurve, 0.052, 0.048, 0.010},
    {&Person::cupidBow, 0.28, 0.25, 0.11},
    {&Person::flush, 0.60, 0.65, 0.35},
    {&Person::roughness, 0.8, 1.15, 0.28},
    {&Person::shine, 0.45, 0.55, 0.20},
    {&Person::folds, 0.05, 0.12, 0.16},
    {&Person::blotches, 0.9, 1.1, 0.32},
}};

// Linear BGR, from fair to dark, by eye on public portraits.
const std::array<cv::Vec3d, 7> skinTones{
    cv::Vec3d{0.430, 0.490, 0.700}, {0.335, 0.410, 0.640}, {0.250, 0.330, 0.570}, {0.175, 0.245, 0.470},
    {0.110, 0.165, 0.345},          {0.066, 0.100, 0.215}, {0.040, 0.058, 0.125}};
const std::array<cv::Vec3d, 6> hairTones{cv::Vec3d{0.010, 0.011, 0.014}, {0.016, 0.024, 0.040},
                                         {0.030, 0.050, 0.090},          {0.060, 0.115, 0.190},
                                         {0.130, 0.235, 0.340},          {0.028, 0.070, 0.190}};
const std::array<cv::Vec3d, 5> irisTones{cv::Vec3d{0.012, 0.025, 0.055},
                                         {0.022, 0.055, 0.110},
                                         {0.200, 0.140, 0.090},
                                         {0.075, 0.120, 0.095},
                                         {0.190, 0.185, 0.150}};

cv::Vec3d mix(const cv::Vec3d &a, const cv::Vec3d &b, double share)
{
    return a * (1 - share) + b * share;
}

/// Keeps each value within `most`, and the root of the mean square of all within `together`.
void restrain(std::span<double> values, double most, double together)
{
    double sum = 0;
    for (double &value : values) {
        value = std::clamp(value, -most, most);
        sum += value * value;
    }
    const double share = std::min(1.0, together / std::sqrt(sum / static_cast<double>(values.size())));
    for (double &value : values)
        value *= share;
}

// Standard deviations of one measure, and of all together. Of 80 independent ones, one face in twenty has
// more.
constexpr double mostInShape = 2.2;
constexpr double mostShape = 1.12;
constexpr double mostInTone = 2.3;
constexpr double mostTone = 1.2;
constexpr double toneDeviation = 0.09; ///< share of light that skin throws back
constexpr double ruddyDeviation = 0.03;

/// Faces differ in form, not in mood: nobody frowns or pulls the mouth down by nature.
void relax(Person &person)
{
    constexpr double mostFrown = 0.015; // units, or slope
    constexpr double least = 0.036;     // curve of a mouth at rest
    person.browTilt = std::min(person.browTilt, mostFrown);
    person.mouthCurve = std::max(person.mouthCurve, least);
    auto &innerBrow = person.shifts[0];
    auto &mouthCorner = person.shifts[8];
    auto &mouthMiddle = person.shifts[9];
    innerBrow[1] = std::min(innerBrow[1], 0.4 * mostFrown);
    mouthCorner[1] = std::min(mouthCorner[1], 0.4 * mostFrown);
    mouthMiddle[1] = std::max(mouthMiddle[1], -0.4 * mostFrown);
}

void shape(Person &person, std::span<const int8_t> tenths, Random &random, Random shifting, Random toning)
{
    std::array<double, traitCount> own{};
    for (size_t k = 0; k < own.size(); ++k) {
        Random &source = k < measureCount ? random : k < shapeCount ? shifting : toning;
        own[k] = source.normal() + (k < tenths.size() ? tenths[k] * 0.1 : 0);
    }
    const std::span all(own);
    restrain(all.first(shapeCount), mostInShape, mostShape);
    restrain(all.subspan(shapeCount), mostInTone, mostTone);
    for (size_t k = 0; k < measureCount; ++k) {
        const Trait &trait = traits[k];
        person.*trait.field = (person.male() ? trait.male : trait.female) + trait.deviation * own[k];
    }
    for (size_t k = 0; k < shiftCount; ++k)
        person.shifts[k] =
            cv::Vec2d(own[measureCount + 2 * k], own[measureCount + 2 * k + 1]) * shiftPlaces[k].deviation;
    for (size_t k = 0; k < toneCount; ++k) {
        person.tones[k] = toneDeviation * own[shapeCount + k];
        person.ruddiness[k] = ruddyDeviation * own[shapeCount + toneCount + k];
    }
    relax(person);
    const double years = std::clamp((person.age - 25) / 50, 0.0, 1.0);
    person.eyeBags = std::clamp(person.eyeBags + 0.45 * years, 0.0, 1.0);
    person.lidHood = std::clamp(person.lidHood + 0.35 * years, 0.0, 1.0);
    person.eyeHeight -= 0.010 * years;
    person.upperLip = std::max(0.035, person.upperLip - 0.022 * years);
    person.lowerLip -= 0.015 * years;
    person.philtrum += 0.03 * years;
    person.noseTipY += 0.02 * years;
    person.noseBall += 0.02 * years;
    person.mouthCurve -= 0.006 * years;
    person.cheekHollow += 0.018 * years;
    person.browDensity = std::clamp(person.browDensity, 0.35, 1.0);
    person.folds = std::max(0.0, person.folds);
}

void colour(Person &person, Random &random)
{
    const double tone = random.between(0, static_cast<double>(skinTones.size()) - 1.001);
    const auto step = static_cast<size_t>(tone);
    person.skin = mix(skinTones[step], skinTones[step + 1], tone - static_cast<double>(step));
    const double warm = 0.05 * random.normal(); // olive, or rosy
    person.skin = {person.skin[0] * (1 - warm), person.skin[1] * (1 - 0.4 * warm), person.skin[2]};
    const bool dark = tone > 2.6;
    person.hair = dark ? hairTones[static_cast<size_t>(random.integer(0, 1))]
                       : mix(random.pick(hairTones), random.pick(hairTones), random.between(0, 0.5));
    person.grey = std::clamp((person.age - 45) / 28 + 0.22 * random.normal(), 0.0, 1.0);
    person.iris = dark ? irisTones[static_cast<size_t>(random.integer(0, 1))] : random.pick(irisTones);
    const double red = random.between(0.45, 1.1);
    person.lips = {person.skin[0] * (0.95 - 0.30 * red), person.skin[1] * (0.86 - 0.36 * red),
                   person.skin[2] * (1.0 - 0.14 * red)};
    person.freckles = !dark && random.chance(0.25) ? random.between(0.3, 1) : 0;
}

HairStyle chooseHair(const Person &person, Random &random)
{
    using enum HairStyle;
    constexpr std::array maleStyles{Short,     Short,     Short, Buzz,   SidePart, SidePart,
                                    SweptBack, SweptBack, Curly, Fringe, Receding, Bald};
    constexpr std::array femaleStyles{Long, Long, Long, Bob, Bob, Tied, Tied, Tied, SidePart, Curly};
    const HairStyle style = person.male() ? random.pick(maleStyles) : random.pick(femaleStyles);
    return person.age < 28 && (style == Bald || style == Receding) ? Short : style;
}

void dress(Person &person, Random &random)
{
    const bool male = person.male();
    person.hairStyle = chooseHair(person, random);
    person.hairTop = random.between(0.08, 0.22);
    person.hairSides = male ? random.between(0.03, 0.08) : random.between(0.05, 0.14);
    person.hairTemples = male ? random.between(0.02, 0.06 + 0.003 * person.age) : random.between(0.0, 0.06);
    person.hairPart = random.between(0.05, 0.45) * (random.chance(0.5) ? -1 : 1);
    person.hairWave = random.chance(0.6) ? random.between(0.2, 1) : 0;
    person.hairLength =
        person.hairStyle == HairStyle::Bob ? random.between(0.7, 1.25) : random.between(1.7, 2.6);
    const std::array beards{Beard::None,    Beard::None,      Beard::None,   Beard::None,
                            Beard::Stubble, Beard::Moustache, Beard::Goatee, Beard::Full};
    person.beard = male && person.age > 21 ? random.pick(beards) : Beard::None;
    person.beardShadow = male && person.age > 18 ? random.between(0.1, 0.9) : 0;
    person.glasses = random.chance(0.22);
    person.glassesRound = random.between(0, 1);
    const std::array<cv::Vec3d, 4> frames{
        cv::Vec3d{0.01, 0.01, 0.01}, {0.015, 0.025, 0.05}, {0.20, 0.20, 0.21}, {0.03, 0.015, 0.015}};
    person.glassesColour = random.pick(frames);
}
} // namespace

// Both ends of the brow, both corners of the eye, cheekbone, bridge and wing of the nose, cheek, corner and
// middle of the mouth, chin, jaw.
const std::array<ShiftPlace, shiftCount> shiftPlaces{{{0.20, -0.40, 0.009},
                                                      {0.60, -0.42, 0.014},
                                                      {0.24, -0.15, 0.012},
                                                      {0.62, -0.15, 0.012},
                                                      {0.62, 0.15, 0.008},
                                                      {0.10, 0.05, 0.010},
                                                      {0.20, 0.34, 0.012},
                                                      {0.45, 0.45, 0.008},
                                                      {0.34, 0.75, 0.009},
                                                      {0.08, 0.75, 0.014},
                                                      {0.15, 1.12, 0.010},
                                                      {0.55, 0.95, 0.008}}};

Person makePerson(uint64_t seed, Sex sex, double ageYears, std::span<const int8_t> tenths)
{
    Random random(seed ^ 0x9e3779b97f4a7c15ULL);
    Person person;
    person.sex = sex;
    person.age = ageYears;
    shape(person, tenths, random, Random(seed ^ 0x5bd1e9955bd1e995ULL), Random(seed ^ 0x2545f4914f6cdd1dULL));
    colour(person, random);
    dress(person, random);
    person.textureSeed = random.generator()();
    return person;
}

} // namespace scrutineer::samples

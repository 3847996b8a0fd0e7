// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/person.h"

#include <array>

namespace scrutineer::samples {

namespace {
// Linear BGR from the six Fitzpatrick types, measured by eye on public portraits.
const std::array<cv::Vec3d, 7> skinTones{cv::Vec3d{0.50, 0.58, 0.80}, {0.42, 0.52, 0.76}, {0.33, 0.44, 0.70},
                                         {0.24, 0.35, 0.60},          {0.16, 0.25, 0.47}, {0.09, 0.15, 0.32},
                                         {0.05, 0.08, 0.19}};
const std::array<cv::Vec3d, 6> hairTones{cv::Vec3d{0.010, 0.011, 0.013}, {0.018, 0.026, 0.045},
                                         {0.035, 0.060, 0.110},          {0.070, 0.150, 0.260},
                                         {0.160, 0.300, 0.440},          {0.030, 0.080, 0.230}};
const std::array<cv::Vec3d, 5> irisTones{cv::Vec3d{0.02, 0.04, 0.08},
                                         {0.04, 0.09, 0.17},
                                         {0.30, 0.20, 0.13},
                                         {0.12, 0.19, 0.14},
                                         {0.25, 0.25, 0.20}};

/// More often near the ends than in the middle: faces that are average in everything look alike.
double spread(Random &random, double low, double high)
{
    const double t = random.between(-1, 1);
    return low + (high - low) * 0.5 * (1 + std::copysign(std::sqrt(std::abs(t)), t));
}

cv::Vec3d mix(const cv::Vec3d &a, const cv::Vec3d &b, double share)
{
    return a * (1 - share) + b * share;
}

void shapeHead(Person &person, Random &random, bool male)
{
    person.cheekWidth = spread(random, 0.84, 1.04);
    person.jawPower = male ? spread(random, 2.4, 4.4) : spread(random, 2.0, 3.4);
    person.jawTaper = male ? spread(random, 0.0, 0.20) : spread(random, 0.06, 0.26);
    person.chinY = spread(random, 1.10, 1.34) + (male ? 0.03 : 0);
    person.crownY = spread(random, -1.52, -1.34);
    person.hairlineY = spread(random, -1.00, -0.74);
    person.cheekbones = spread(random, 0.0, 0.12);
    person.cheekHollow = spread(random, -0.03, 0.09);
    person.chinBump = spread(random, 0.02, 0.17);
    person.browRidge = male ? spread(random, 0.02, 0.11) : spread(random, 0.0, 0.06);
}

void shapeFeatures(Person &person, Random &random, bool male)
{
    person.eyeDistance = spread(random, 0.330, 0.480);
    person.eyeWidth = spread(random, 0.140, 0.245);
    person.eyeHeight = spread(random, 0.045, 0.115);
    person.eyeTilt = spread(random, -0.20, 0.26);
    person.eyeDepth = spread(random, 0.05, 0.18);
    person.eyeRound = spread(random, 0.42, 1.05);
    person.eyeSkew = spread(random, -0.25, 0.35);
    person.irisRadius = spread(random, 0.074, 0.104);
    person.eyeWhite = spread(random, 0.42, 0.72);
    person.lashes = male ? spread(random, 0.4, 1.3) : spread(random, 0.7, 2.4);
    person.lidCrease = spread(random, 0, 1);
    person.eyeBags = spread(random, -0.4, 1) * std::clamp((person.age - 15) / 40, 0.2, 1.0);
    person.socketShade = spread(random, 0.15, 0.38);
    person.browY = spread(random, -0.54, -0.31);
    person.browThickness = male ? spread(random, 0.045, 0.105) : spread(random, 0.025, 0.075);
    person.browArch = spread(random, -0.02, 0.14);
    person.browLength = spread(random, 0.20, 0.35);
    person.browTilt = spread(random, -0.18, 0.20);
    person.browDensity = spread(random, 0.6, 1);
    person.noseTipY = spread(random, 0.22, 0.50);
    person.noseWidth = spread(random, 0.145, 0.30);
    person.noseBridge = spread(random, 0.05, 0.30);
    person.noseTip = spread(random, 0.06, 0.22);
    person.noseRidge = spread(random, 0.060, 0.125);
    person.nostrils = spread(random, 0.65, 1.4);
    person.noseWings = spread(random, 0.10, 0.60);
    person.mouthY = person.noseTipY + spread(random, 0.20, 0.40);
    person.mouthWidth = spread(random, 0.23, 0.42);
    person.upperLip = spread(random, 0.020, 0.095);
    person.lowerLip = spread(random, 0.040, 0.130);
    person.mouthCurve = spread(random, -0.025, 0.030);
    person.cupidBow = spread(random, 0.0, 0.5);
}

void colour(Person &person, Random &random)
{
    const double tone = spread(random, 0, static_cast<double>(skinTones.size()) - 1.001);
    const auto step = static_cast<size_t>(tone);
    person.skin = mix(skinTones[step], skinTones[step + 1], tone - static_cast<double>(step));
    const bool dark = tone > 2.6;
    person.hair = dark ? hairTones[static_cast<size_t>(random.integer(0, 1))] : random.pick(hairTones);
    const double grey = std::clamp((person.age - 42) / 30 + random.between(-0.25, 0.2), 0.0, 0.92);
    person.hair = mix(person.hair, {0.42, 0.43, 0.45}, grey);
    person.iris = dark ? irisTones[static_cast<size_t>(random.integer(0, 1))] : random.pick(irisTones);
    person.lips = mix(person.skin, {0.16, 0.12, 0.52}, spread(random, 0.08, 0.65));
    person.freckles = !dark && random.chance(0.2) ? random.between(0.3, 1) : 0;
    person.roughness = spread(random, 0.5, 2.2);
    person.shine = spread(random, 0.02, 0.16);
    person.flush = spread(random, 0.1, 1.7);
    person.folds = spread(random, -0.6, 1);
    if (random.chance(0.3))
        person.mole = {random.between(-0.6, 0.6), random.between(0.15, 0.9)};
}

HairStyle chooseHair(Random &random, bool male, double age)
{
    using enum HairStyle;
    constexpr std::array maleStyles{Short,     Short, Buzz,   SidePart, SidePart,
                                    SweptBack, Curly, Fringe, Receding, Bald};
    constexpr std::array femaleStyles{Long, Long, Long, Bob, Bob, Tied, Tied, SidePart, Fringe, Curly};
    const HairStyle style = male ? random.pick(maleStyles) : random.pick(femaleStyles);
    return age < 28 && (style == Bald || style == Receding) ? Short : style;
}

void dress(Person &person, Random &random, bool male)
{
    person.hairStyle = chooseHair(random, male, person.age);
    person.hairTop = random.between(0.06, 0.26);
    person.hairSides = male ? random.between(0.01, 0.09) : random.between(0.04, 0.20);
    person.hairPeak = random.chance(0.4) ? random.between(0.02, 0.12) : 0;
    person.hairTemples = male ? random.between(0.0, 0.10 + 0.003 * person.age) : random.between(0.0, 0.08);
    person.hairPart = random.between(0.0, 0.5) * (random.chance(0.5) ? -1 : 1);
    person.hairWave = random.chance(0.5) ? random.between(0.2, 1) : 0;
    person.sideburns = random.between(-0.05, 0.30);
    const std::array beards{Beard::None,      Beard::None,   Beard::None, Beard::Stubble,
                            Beard::Moustache, Beard::Goatee, Beard::Full};
    person.beard = male && person.age > 19 ? random.pick(beards) : Beard::None;
    person.glasses = random.chance(0.22);
    person.glassesRound = random.between(0, 1);
    const std::array<cv::Vec3d, 4> frames{
        cv::Vec3d{0.01, 0.01, 0.01}, {0.03, 0.05, 0.12}, {0.30, 0.30, 0.32}, {0.15, 0.03, 0.03}};
    person.glassesColour = random.pick(frames);
}
} // namespace

Person makePerson(uint64_t seed, Sex sex, double ageYears)
{
    Random random(seed ^ 0x9e3779b97f4a7c15ULL);
    const bool male = sex == Sex::Male;
    Person person;
    person.age = ageYears;
    shapeHead(person, random, male);
    shapeFeatures(person, random, male);
    colour(person, random);
    dress(person, random, male);
    person.textureSeed = random.generator()();
    return person;
}

double faceHalfWidth(const Person &person, double y)
{
    const bool lower = y > 0;
    const double t = lower ? y / person.chinY : y / person.crownY;
    if (t >= 1)
        return 0;
    const double taper = lower ? 1 - person.jawTaper * t * t : 1;
    return person.cheekWidth * taper * std::sqrt(1 - std::pow(t, lower ? person.jawPower : 2.6));
}

} // namespace scrutineer::samples

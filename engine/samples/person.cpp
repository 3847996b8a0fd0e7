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

cv::Vec3d mix(const cv::Vec3d &a, const cv::Vec3d &b, double share)
{
    return a * (1 - share) + b * share;
}

void shapeHead(Person &person, Random &random, bool male)
{
    person.cheekWidth = random.between(0.84, 1.04);
    person.jawPower = male ? random.between(2.4, 4.2) : random.between(1.9, 3.0);
    person.chinY = random.between(1.10, 1.34) + (male ? 0.03 : 0);
    person.crownY = random.between(-1.52, -1.34);
    person.hairlineY = random.between(-1.00, -0.74);
    person.cheekbones = random.between(0.01, 0.11);
    person.chinBump = random.between(0.03, 0.14);
}

void shapeFeatures(Person &person, Random &random, bool male)
{
    person.eyeDistance = random.between(0.345, 0.455);
    person.eyeWidth = random.between(0.150, 0.215);
    person.eyeHeight = random.between(0.050, 0.100);
    person.eyeTilt = random.between(-0.10, 0.17);
    person.eyeDepth = random.between(0.05, 0.16);
    person.browY = random.between(-0.46, -0.33);
    person.browThickness = male ? random.between(0.045, 0.085) : random.between(0.025, 0.060);
    person.browArch = random.between(0.00, 0.12);
    person.browLength = random.between(0.22, 0.33);
    person.noseTipY = random.between(0.27, 0.46);
    person.noseWidth = random.between(0.15, 0.28);
    person.noseBridge = random.between(0.08, 0.24);
    person.noseTip = random.between(0.08, 0.20);
    person.mouthY = person.noseTipY + random.between(0.24, 0.37);
    person.mouthWidth = random.between(0.24, 0.39);
    person.upperLip = random.between(0.025, 0.085);
    person.lowerLip = random.between(0.045, 0.115);
}

void colour(Person &person, Random &random)
{
    const double tone = random.between(0, static_cast<double>(skinTones.size()) - 1.001);
    const auto step = static_cast<size_t>(tone);
    person.skin = mix(skinTones[step], skinTones[step + 1], tone - static_cast<double>(step));
    const bool dark = tone > 2.6;
    person.hair = dark ? hairTones[static_cast<size_t>(random.integer(0, 1))] : random.pick(hairTones);
    const double grey = std::clamp((person.age - 42) / 30 + random.between(-0.25, 0.2), 0.0, 0.92);
    person.hair = mix(person.hair, {0.42, 0.43, 0.45}, grey);
    person.iris = dark ? irisTones[static_cast<size_t>(random.integer(0, 1))] : random.pick(irisTones);
    person.lips = mix(person.skin, {0.16, 0.12, 0.52}, random.between(0.22, 0.55));
    person.freckles = !dark && random.chance(0.2) ? random.between(0.3, 1) : 0;
    if (random.chance(0.3))
        person.mole = {random.between(-0.6, 0.6), random.between(0.15, 0.9)};
}

void dress(Person &person, Random &random, bool male)
{
    using enum HairStyle;
    const std::array maleStyles{Short, Short, SidePart, Curly, Receding, Bald, Fringe};
    const std::array femaleStyles{Long, Long, Tied, SidePart, Fringe, Curly, Tied};
    person.hairStyle = male ? random.pick(maleStyles) : random.pick(femaleStyles);
    if (male && person.age < 28 && (person.hairStyle == Bald || person.hairStyle == Receding))
        person.hairStyle = Short;
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
    return person.cheekWidth * std::sqrt(1 - std::pow(t, lower ? person.jawPower : 2.6));
}

} // namespace scrutineer::samples

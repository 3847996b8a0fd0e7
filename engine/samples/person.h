// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace scrutineer::samples {

struct PicturedPerson;

enum class HairStyle { Bald, Receding, Buzz, Short, SidePart, SweptBack, Fringe, Bob, Long, Curly, Tied };
enum class Beard { None, Stubble, Moustache, Goatee, Full };
enum class Sex { Female, Male };

constexpr size_t measureCount = 56; ///< measures that vary around means
constexpr size_t shiftCount = 12;   ///< places of a face that lie elsewhere in each
constexpr size_t toneColumns = 4;   ///< places of a half face whose colour is each face's own
constexpr size_t toneRows = 8;
constexpr size_t toneCount = toneColumns * toneRows;
constexpr size_t shapeCount = measureCount + 2 * shiftCount;
constexpr size_t traitCount = shapeCount + 2 * toneCount;

/// An invented face. Lengths are in units of 7.5 cm, about half the width of a head; colours are linear BGR,
/// 0 to 1. x grows to the right of the picture, y downwards, from the bridge of the nose; the pupils lie at
/// pupilY. What varies from person to person is drawn around the means of real faces (person.cpp).
struct Person
{
    static constexpr double pupilY = -0.15;

    Sex sex = Sex::Female;
    double age = 35; ///< years
    // Shape of the head: half widths, and heights of the outline's corners
    double crownY = -1.62;
    double headWidth = 0.97;
    double templeWidth = 0.86;
    double cheekWidth = 0.89; ///< at the cheekbones
    double jawWidth = 0.68;
    double jawY = 0.83;
    double chinWidth = 0.26;
    double chinY = 1.30;
    double hairlineY = -1.05;
    double neckWidth = 0.66;
    double shoulderWidth = 2.8; ///< with the upper arms
    // Relief: heights
    double cheekbones = 0.05;
    double cheekHollow = 0.03;
    double fullness = 0; ///< of the cheeks
    double chinBump = 0.08;
    double browRidge = 0.02;
    double muzzle = 0.10; ///< how far the teeth push the mouth forward
    // Eyes
    double eyeDistance = 0.42; ///< from the middle
    double eyeWidth = 0.200;   ///< half
    double eyeHeight = 0.070;  ///< half, open
    double eyeTilt = 0.05;     ///< slope, outer corner up
    double eyeDepth = 0.11;
    double eyeSkew = 0.1;   ///< how far the arch leans to the inner corner
    double lidPlate = 0.06; ///< skin to be seen between lashes and crease
    double lidHood = 0.3;   ///< 0 a crease to 1 a fold that hangs over it
    double irisRadius = 0.079;
    double lashes = 1;        ///< thickness
    double eyeBags = 0.2;     ///< 0 to 1
    double socketShade = 0.2; ///< how dark the skin around the eyes is, share
    // Brows
    double browY = -0.44;
    double browThickness = 0.055; ///< half
    double browArch = 0.05;
    double browLength = 0.30; ///< half
    double browTilt = 0;      ///< slope, outer end up
    double browDensity = 0.8;
    double browGap = 0; ///< moves the brows apart
    // Nose
    double noseTipY = 0.33;
    double noseWidth = 0.22;  ///< half, at the wings
    double noseBridge = 0.14; ///< height at the eyes
    double noseTip = 0.30;    ///< height at the tip
    double noseRidge = 0.085; ///< half the width of the bridge
    double noseHump = 0.01;   ///< height
    double noseBall = 0.05;   ///< how bulky the tip is
    double nostrils = 1;      ///< size
    double noseBend = 0;      ///< sideways
    // Mouth
    double philtrum = 0.29; ///< from the nose to between the lips
    double mouthWidth = 0.34;
    double upperLip = 0.090; ///< heights of the red
    double lowerLip = 0.125;
    double mouthCurve = 0; ///< corners up
    double cupidBow = 0.25;
    // Surface
    double flush = 1;     ///< redness of cheeks and nose
    double roughness = 1; ///< of the skin
    double shine = 0.5;   ///< of the skin
    double folds = 0;     ///< lines that have nothing to do with age, 0 to 1
    double blotches = 1;  ///< how uneven the colour is
    double freckles = 0;  ///< 0 to 1
    // At the places of a grid, row by row:
    std::array<double, toneCount> tones{};     ///< brighter by this share
    std::array<double, toneCount> ruddiness{}; ///< redder by this share
    cv::Vec3d skin{0.25, 0.34, 0.55};
    cv::Vec3d lips{0.20, 0.22, 0.48};
    cv::Vec3d iris{0.10, 0.15, 0.25};
    cv::Vec3d hair{0.03, 0.04, 0.06};
    double grey = 0; ///< share of grey hairs
    // Hair and glasses
    HairStyle hairStyle = HairStyle::Short;
    double hairTop = 0.12;     ///< how far hair stands off above
    double hairSides = 0.06;   ///< the same at the sides
    double hairTemples = 0.05; ///< how far the temples recede
    double hairPart = -0.3;    ///< where it is parted, x
    double hairWave = 0;       ///< 0 straight to 1
    double hairLength = 1.4;   ///< y where long hair ends
    Beard beard = Beard::None;
    double beardShadow = 0; ///< of a shaven beard, 0 to 1
    bool glasses = false;
    cv::Vec3d glassesColour{0.02, 0.02, 0.02};
    double glassesRound = 0.5;                ///< 0 rectangular, 1 round
    std::array<cv::Vec2d, shiftCount> shifts; ///< outwards and down, at shiftPlaces
    uint64_t textureSeed = 1;                 ///< of pores, moles, strands, and of what shape has no name
    /// Set: a real person, whose pictures are shown instead of all this (pictured.h).
    std::shared_ptr<const PicturedPerson> pictured;
    size_t picture = 0; ///< which of them

    [[nodiscard]] bool male() const { return sex == Sex::Male; }
    [[nodiscard]] double noseBottomY() const { return noseTipY + 0.125; }
    [[nodiscard]] double mouthY() const { return noseBottomY() + philtrum; }
};

/// A place that lies elsewhere in each face, on the right side; the left follows.
struct ShiftPlace
{
    double x;
    double y;
    double deviation; ///< standard, in both directions
};
extern const std::array<ShiftPlace, shiftCount> shiftPlaces;

/// A person from a seed: the same seed is the same person. tenths: what is added to each trait, in tenths of
/// its standard deviation; the sum stays within 2.3 deviations.
[[nodiscard]] Person makePerson(uint64_t seed, Sex sex, double ageYears, std::span<const int8_t> tenths = {});

} // namespace scrutineer::samples

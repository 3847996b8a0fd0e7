// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <opencv2/core.hpp>

namespace scrutineer::samples {

enum class HairStyle { Bald, Receding, Buzz, Short, SidePart, SweptBack, Fringe, Bob, Long, Curly, Tied };
enum class Beard { None, Stubble, Moustache, Goatee, Full };

/// An invented face. Lengths are in units of about half the width of a head (7.5 cm); colours are linear BGR,
/// 0 to 1. x grows to the right of the picture, y downwards, from the middle of the face.
struct Person
{
    // Shape of the head
    double cheekWidth = 0.95; ///< half the width at the cheekbones
    double jawPower = 2.6;    ///< large: square, small: pointed
    double chinY = 1.22;
    double crownY = -1.42;
    double hairlineY = -0.85;
    double cheekbones = 0.06;  ///< height of the bump
    double cheekHollow = 0.03; ///< depth below the cheekbone
    double jawTaper = 0.10;    ///< how much narrower the face is at the chin, share
    double chinBump = 0.08;
    double browRidge = 0.04; ///< height
    // Eyes
    double eyeDistance = 0.40; ///< from the middle
    double eyeWidth = 0.185;   ///< half
    double eyeHeight = 0.080;  ///< half, open
    double eyeTilt = 0;        ///< radians, outer corner up
    double eyeDepth = 0.10;
    double eyeRound = 0.62; ///< exponent of the upper lid's arch: small: round, large: almond
    double eyeSkew = 0.12;  ///< how far the arch leans to the inner corner
    double irisRadius = 0.088;
    double eyeWhite = 0.64;   ///< brightness
    double lashes = 1;        ///< thickness
    double lidCrease = 0.5;   ///< 0 none to 1 deep
    double eyeBags = 0;       ///< 0 to 1
    double socketShade = 0.2; ///< how dark the skin is around the eyes, share
    cv::Vec3d iris{0.10, 0.15, 0.25};
    // Brows
    double browY = -0.40;
    double browThickness = 0.055;
    double browArch = 0.06;
    double browLength = 0.28; ///< half
    double browTilt = 0;      ///< slope, outer end up
    double browDensity = 0.9;
    // Nose
    double noseTipY = 0.36;
    double noseWidth = 0.20;  ///< half, at the wings
    double noseBridge = 0.16; ///< height
    double noseTip = 0.14;
    double noseRidge = 0.085; ///< half the width of the bridge
    double nostrils = 1;      ///< size
    double noseWings = 0.4;   ///< how clearly they are set off
    // Mouth
    double mouthY = 0.66;
    double mouthWidth = 0.31; ///< half
    double upperLip = 0.060;
    double lowerLip = 0.080;
    double mouthCurve = 0;  ///< corners up
    double cupidBow = 0.22; ///< depth, share of the upper lip
    // Surface
    cv::Vec3d skin{0.35, 0.45, 0.70};
    cv::Vec3d lips{0.28, 0.25, 0.55};
    cv::Vec3d hair{0.03, 0.04, 0.06};
    double age = 35;        ///< years
    double freckles = 0;    ///< 0 to 1
    double roughness = 1;   ///< of the skin
    double shine = 0.1;     ///< of the skin
    double flush = 1;       ///< redness of cheeks and nose
    double folds = 0;       ///< lines that have nothing to do with age, 0 to 1
    cv::Point2d mole{0, 0}; ///< none at the origin
    HairStyle hairStyle = HairStyle::Short;
    double hairTop = 0.12;   ///< how far hair stands off above
    double hairSides = 0.06; ///< the same at the sides
    double hairPeak = 0;     ///< widow's peak, units
    double hairTemples = 0;  ///< how far the temples recede, units
    double hairPart = -0.3;  ///< where it is parted, x
    double hairWave = 0;     ///< 0 straight to 1
    double sideburns = 0.1;  ///< where they end, y
    Beard beard = Beard::None;
    bool glasses = false;
    cv::Vec3d glassesColour{0.02, 0.02, 0.02};
    double glassesRound = 0.5; ///< 0 rectangular, 1 round
    uint64_t textureSeed = 1;  ///< of everything that is this face's own and has no name
};

enum class Sex { Female, Male };

/// A person from a seed: the same seed is the same person.
[[nodiscard]] Person makePerson(uint64_t seed, Sex sex, double ageYears);

/// Half the width of the face at height y; 0 outside.
[[nodiscard]] double faceHalfWidth(const Person &person, double y);

} // namespace scrutineer::samples

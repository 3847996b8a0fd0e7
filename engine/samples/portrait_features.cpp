// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/portrait_canvas.h"

namespace scrutineer::samples {

namespace {
/// An eye in its own coordinates: u from -1 (inner corner) to 1 (outer), v in units downwards from the pupil.
struct EyeShape
{
    EyeShape(const Person &person, const Shot &shot)
        : high(
              static_cast<float>(person.eyeHeight * std::max(0.05, shot.eyesOpen) * (1 - 0.14 * shot.smile))),
          low(static_cast<float>(person.eyeHeight * 0.86 * (1 - 0.25 * shot.smile))),
          skew(static_cast<float>(person.eyeSkew)), plate(static_cast<float>(person.lidPlate)),
          hood(static_cast<float>(person.lidHood)), width(static_cast<float>(person.eyeWidth)),
          distance(static_cast<float>(person.eyeDistance)), tilt(static_cast<float>(person.eyeTilt))
    {
    }
    [[nodiscard]] float upper(float u) const
    {
        return -high * std::pow(std::max(0.0F, 1 - u * u), 0.62F) * (1 - skew * u);
    }
    [[nodiscard]] float lower(float u) const
    {
        return low * std::pow(std::max(0.0F, 1 - u * u), 0.80F) * (1 + 0.16F * u);
    }
    [[nodiscard]] float creaseAt(float u) const
    {
        const float hidden = hood * smoothStep(-0.6F, 1.0F, u);
        return upper(std::clamp(u, -0.96F, 0.96F)) - 0.020F -
               plate * (1 - 0.75F * hidden) * (1 - 0.45F * u * u);
    }
    struct Place
    {
        float u;
        float v;
        float x; ///< from the pupil, units, to the outer side
    };
    [[nodiscard]] Place at(float px, float py) const
    {
        const float x = std::abs(px) - distance;
        return {x / width, py - static_cast<float>(Person::pupilY) + tilt * x, x};
    }
    [[nodiscard]] Region box(double side) const
    {
        const double x = side * static_cast<double>(distance);
        const double reach = static_cast<double>(width) * 1.5;
        return {x - reach, Person::pupilY - 0.26, x + reach, Person::pupilY + 0.20};
    }
    float high;
    float low;
    float skew;
    float plate;
    float hood;
    float width;
    float distance;
    float tilt;
};

struct Gaze
{
    float x;
    float y;
};

/// The lids: plate over the eyeball, crease, rims.
void shapeLids(PortraitCanvas &canvas, const Person &person, const EyeShape &eye, int row, int column,
               const EyeShape::Place &place)
{
    const float reach = smoothStep(1.32F, 0.95F, std::abs(place.u));
    if (reach <= 0)
        return;
    const float u = std::clamp(place.u, -0.98F, 0.98F);
    const float crease = place.v - eye.creaseAt(u);
    const float groove = bell(crease / 0.016F) * reach;
    const float fold = bell((crease + 0.055F) / 0.042F) * reach; // skin above hangs over
    canvas.height(row, column) += -0.016F * groove + (0.012F + 0.026F * eye.hood) * fold;
    const cv::Vec3f skin = canvas.albedo(row, column);
    canvas.tint(row, column, skin.mul(cv::Vec3f(0.30F, 0.32F, 0.42F)), 0.75F * groove * (1 - 0.35F * u * u));
    const float rim = place.v - eye.lower(u); // the lower lid's moist edge
    canvas.tint(row, column,
                cv::Vec3f(skin[0] * 1.02F + 0.02F, skin[1] * 0.98F + 0.015F, skin[2] * 1.06F + 0.03F),
                0.55F * bell((rim - 0.010F) / 0.010F) * smoothStep(1.0F, 0.85F, std::abs(place.u)));
    const float below = 0.45F * bell((rim - 0.024F) / 0.009F) * smoothStep(1.05F, 0.8F, std::abs(place.u));
    canvas.tint(row, column, skin * 0.42F, below * static_cast<float>(std::min(1.3, person.lashes)) * 0.7F);
}

cv::Vec3f irisAt(const Person &person, float x, float y, float r)
{
    const float angle = std::atan2(y, x);
    const float ray =
        0.80F + 0.20F * std::sin(angle * 17 + 3 * std::sin(angle * 5)) + 0.14F * std::sin(angle * 41 + r * 9);
    const float ring = 1 - 0.72F * smoothStep(0.72F, 1.0F, r);
    const float depth = 0.75F + 0.55F * smoothStep(-0.6F, 0.8F, y / static_cast<float>(person.irisRadius));
    return cv::Vec3f(person.iris) * (ray * ring * depth * (0.75F + 0.5F * smoothStep(0.75F, 0.40F, r)));
}

void paintEyeball(PortraitCanvas &canvas, const Person &person, const EyeShape &eye, const Gaze &gaze,
                  int row, int column, const EyeShape::Place &place, float sign)
{
    if (std::abs(place.u) >= 1.0F)
        return;
    const auto soft = static_cast<float>(0.6 / canvas.pixelsPerUnit);
    const float upper = place.v - eye.upper(place.u);
    const float lower = eye.lower(place.u) - place.v;
    const float inside = smoothStep(-soft, soft, upper) * smoothStep(-soft, soft, lower);
    if (inside <= 0)
        return;
    const float dx = place.x - sign * gaze.x;
    const float dy = place.v - gaze.y;
    const float r = std::hypot(dx, dy) / static_cast<float>(person.irisRadius);
    const float corner = place.u * place.u;
    const float dark = 0.70F + 0.30F * static_cast<float>(std::min(1.0, person.skin[1] * 3));
    cv::Vec3f colour = cv::Vec3f(0.50F, 0.51F, 0.55F) * (dark * (1 - 0.30F * corner));
    colour = colour.mul(cv::Vec3f(1 - 0.22F * corner, 1 - 0.20F * corner, 1)); // veins towards the corners
    const float iris = smoothStep(1.07F, 0.93F, r);
    colour += (irisAt(person, dx, dy, r) - colour) * iris;
    colour *= 1 - smoothStep(0.45F, 0.37F, r) * 0.97F;
    const float duct = bell((place.u + 0.98F) / 0.10F);
    colour += (cv::Vec3f(0.22F, 0.22F, 0.42F) * dark - colour) * (0.8F * duct);
    colour *= 1 - 0.58F * smoothStep(0.058F, -0.004F, upper); // the upper lid and its lashes shade it
    colour *= 1 - 0.30F * smoothStep(0.020F, 0.0F, lower);
    canvas.tint(row, column, colour, inside);
    canvas.gloss(row, column) *= 1 - inside;
}

void paintLashLine(PortraitCanvas &canvas, const Person &person, const EyeShape &eye, int row, int column,
                   const EyeShape::Place &place)
{
    if (std::abs(place.u) > 1.10F)
        return;
    const float u = std::clamp(place.u, -0.995F, 0.995F);
    const float thick = (0.0085F + 0.0070F * smoothStep(-0.9F, 0.9F, u)) *
                        (0.75F + 0.35F * static_cast<float>(person.lashes));
    const float line =
        smoothStep(thick * 1.4F, thick * 0.3F, std::abs(place.v - eye.upper(u) + thick * 0.45F));
    const float ends = smoothStep(1.08F, 0.93F, std::abs(place.u));
    const cv::Vec3f colour = cv::Vec3f(person.skin) * 0.05F + cv::Vec3f(person.hair) * 0.25F;
    canvas.tint(row, column, colour, 0.90F * line * ends);
}

Gaze gazeOf(const Shot &shot)
{
    return {static_cast<float>(shot.gaze[0] * 0.035), static_cast<float>(shot.gaze[1] * 0.016)};
}
} // namespace

void paintEyes(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const EyeShape eye(person, shot);
    for (const double side : {-1.0, 1.0}) {
        canvas.each(eye.box(side), [&](float px, float py, int row, int column) {
            const EyeShape::Place place = eye.at(px, py);
            shapeLids(canvas, person, eye, row, column, place);
            paintEyeball(canvas, person, eye, gazeOf(shot), row, column, place, static_cast<float>(side));
            paintLashLine(canvas, person, eye, row, column, place);
        });
    }
}

void paintGlints(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const EyeShape eye(person, shot);
    const cv::Vec3d to = shot.light / cv::norm(shot.light);
    const Gaze gaze = gazeOf(shot);
    for (const double side : {-1.0, 1.0}) {
        const auto x = static_cast<float>(side * person.eyeDistance + to[0] * 0.055) + gaze.x;
        const auto y = static_cast<float>(Person::pupilY + to[1] * 0.055 - 0.012) + gaze.y;
        canvas.each(eye.box(side), [&](float px, float py, int row, int column) {
            const EyeShape::Place place = eye.at(px, py);
            if (std::abs(place.u) >= 1 || place.v < eye.upper(place.u) || place.v > eye.lower(place.u))
                return;
            const float glint = smoothStep(0.028F, 0.014F, std::hypot(px - x, 1.1F * (py - y)));
            const float sky = 0.06F * bell(std::hypot(px - x, py - y) / 0.06F);
            painting.colour(row, column) +=
                cv::Vec3f(shot.lightColour) * (static_cast<float>(shot.exposure) * (0.95F * glint + sky));
        });
    }
}

namespace {
/// The lines of a mouth at u, -1 to 1 from corner to corner; y in units.
struct MouthShape
{
    MouthShape(const Person &person, const Shot &shot)
        : half(static_cast<float>(person.mouthWidth * (1 + 0.17 * shot.smile))),
          middle(static_cast<float>(person.mouthY())), upperLip(static_cast<float>(person.upperLip)),
          lowerLip(static_cast<float>(person.lowerLip)),
          curve(static_cast<float>(person.mouthCurve + 0.085 * shot.smile)),
          bow(static_cast<float>(person.cupidBow)),
          open(static_cast<float>(0.10 * std::max(0.0, shot.smile - 0.45)))
    {
    }
    [[nodiscard]] float arch(float u) const { return std::sqrt(std::max(0.0F, 1 - u * u)); }
    [[nodiscard]] float seam(float u) const
    {
        return middle - curve * std::abs(u) * u * u + 0.25F * curve -
               0.010F * bell((std::abs(u) - 0.28F) / 0.22F) + 0.008F * bell(u / 0.16F);
    }
    [[nodiscard]] float top(float u) const
    {
        const float shape = std::pow(std::max(0.0F, 1 - std::abs(u)), 0.62F) * (0.82F + 0.35F * std::abs(u));
        const float dip = 1 - bow * bell(u / 0.11F) + 0.10F * bell((std::abs(u) - 0.20F) / 0.14F);
        return seam(u) - open * 0.4F * arch(u) - upperLip * shape * dip * 1.08F;
    }
    [[nodiscard]] float bottom(float u) const
    {
        return seam(u) + open * arch(u) + lowerLip * std::pow(arch(u), 1.5F);
    }
    float half;
    float middle;
    float upperLip;
    float lowerLip;
    float curve;
    float bow;
    float open;
};

/// Teeth behind the lips; s 0 at their gums to 1.
cv::Vec3f teethAt(float x, float s)
{
    const float tooth = x / 0.105F; // a gap at every whole number
    const float gap = bell((tooth - std::round(tooth)) / 0.06F);
    const float shade = (1 - 0.35F * gap) * (0.60F + 0.40F * smoothStep(0.0F, 0.5F, s)) *
                        (1 - 0.55F * std::min(1.0F, x * x * 9));
    return cv::Vec3f(0.42F, 0.48F, 0.52F) * shade;
}
} // namespace

void paintMouth(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const MouthShape mouth(person, shot);
    const cv::Mat1f creases = ownNoise(canvas, 0.022, 0.2, person.textureSeed + 41);
    const cv::Vec3f lips(person.lips);
    const double reach = static_cast<double>(mouth.half) + 0.12;
    canvas.each({-reach, person.mouthY() - 0.25, reach, person.mouthY() + 0.32}, [&](float x, float y,
                                                                                     int row, int column) {
        const float u = std::clamp(x / mouth.half, -1.0F, 1.0F);
        const float beyond = std::abs(x) - mouth.half;
        const float seam = mouth.seam(u);
        // the corners sit in a dimple
        const float corner = bell(std::hypot((beyond - 0.012F) / 0.055F, (y - seam) / 0.055F));
        canvas.height(row, column) -= 0.022F * corner;
        canvas.tint(row, column, canvas.albedo(row, column) * 0.45F,
                    0.45F * bell(beyond / 0.028F) * bell((y - seam) / 0.016F));
        if (beyond >= 0)
            return;
        const float top = mouth.top(u);
        const float bottom = mouth.bottom(u);
        const float upperEdge = seam - mouth.open * 0.4F * mouth.arch(u);
        const float lowerEdge = seam + mouth.open * mouth.arch(u);
        const float inside = smoothStep(-0.010F, 0.012F, y - top) * smoothStep(0.020F, -0.016F, y - bottom);
        const bool isUpper = y < 0.5F * (upperEdge + lowerEdge);
        const float t = isUpper ? (y - top) / std::max(0.01F, upperEdge - top)
                                : (y - lowerEdge) / std::max(0.01F, bottom - lowerEdge);
        const float s = std::clamp(t, 0.0F, 1.0F);
        const float round = std::sin(3.1416F * std::pow(s, isUpper ? 1.2F : 0.8F));
        const float full = mouth.arch(u);
        canvas.height(row, column) +=
            inside * full * round * (isUpper ? mouth.upperLip * 0.30F : mouth.lowerLip * 0.48F);
        canvas.height(row, column) += 0.006F * bell((y - top) / 0.014F) * full; // the pale rim
        cv::Vec3f colour = lips * ((isUpper ? 0.80F : 1.0F) * (1 + 0.10F * creases(row, column)));
        canvas.tint(row, column, colour, inside * (0.86F - 0.25F * u * u));
        canvas.gloss(row, column) += 0.05F * inside * (isUpper ? 0.3F : 1.0F) * full;
        if (y > upperEdge && y < lowerEdge && mouth.open > 0.004F) {
            const float depth = (y - upperEdge) / std::max(0.01F, lowerEdge - upperEdge);
            const cv::Vec3f within =
                depth < 0.72F ? teethAt(x, depth + 0.3F) : cv::Vec3f(0.03F, 0.03F, 0.09F);
            canvas.tint(row, column, within,
                        smoothStep(0.0F, 0.012F, std::min(y - upperEdge, lowerEdge - y)));
        }
        const float dark = std::max(bell((y - upperEdge) / 0.011F),
                                    mouth.open > 0.004F ? 0.7F * bell((y - lowerEdge) / 0.010F) : 0.0F);
        canvas.tint(row, column, lips * 0.16F, 0.82F * dark * smoothStep(1.0F, 0.9F, std::abs(u)));
    });
}

} // namespace scrutineer::samples

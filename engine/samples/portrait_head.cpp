// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/head_outline.h"
#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

namespace scrutineer::samples {

namespace {
/// Broad shapes are made at up to this size and enlarged.
constexpr double coarseUnit = 64;

float years(const Person &person)
{
    return static_cast<float>(std::clamp((person.age - 26) / 44, 0.0, 1.15));
}

/// The head without features: round at the sides, flat in front, with a firm chin.
void raiseSkull(PortraitCanvas &canvas, const HeadOutline &outline)
{
    constexpr float deep = 1.02F; // from the ears to the face
    canvas.each(canvas.region, [&](float x, float y, int row, int column) {
        const HeadOutline::Place place = outline.at(x, y);
        const float down = smoothStep(1.7F, 2.9F, place.angle);
        const float up = smoothStep(1.4F, 0.0F, place.angle);
        const float power = 2.5F + 2.6F * down - 0.35F * up;
        const float inside = 1 - std::pow(std::min(place.share, 1.0F), power);
        canvas.height(row, column) =
            deep * std::sqrt(inside + 0.004F) - std::max(0.0F, place.share - 1) * 2.5F;
    });
}

void raiseNose(PortraitCanvas &canvas, const Person &person)
{
    const auto top = static_cast<float>(Person::pupilY - 0.12);
    const auto tip = static_cast<float>(person.noseTipY);
    const auto bridge = static_cast<float>(person.noseBridge);
    const auto high = static_cast<float>(person.noseTip);
    const auto hump = static_cast<float>(person.noseHump);
    const auto ridge = static_cast<float>(person.noseRidge);
    const auto wide = static_cast<float>(person.noseWidth);
    const auto bend = static_cast<float>(person.noseBend);
    canvas.each({-0.62, top - 0.25, 0.62, tip + 0.25}, [&](float px, float y, int row, int column) {
        const float t = (y - top) / (tip - top);
        const float along = std::clamp(t, -0.3F, 1.0F);
        const float x = px - bend * bell((along - 0.55F) / 0.4F);
        float tall =
            bridge * 1.15F * smoothStep(-0.42F, 0.16F, t) +
            (high * 1.15F - bridge) * std::max(0.0F, along) * (0.45F + 0.55F * std::max(0.0F, along));
        tall += hump * bell((along - 0.42F) / 0.22F);
        const float aside = std::min(1.0F, std::abs(x) / wide);
        tall *= smoothStep(tip + 0.150F - 0.045F * aside, tip + 0.035F - 0.045F * aside, y); // under the tip
        const float narrow =
            ridge * (1.05F - 0.25F * bell((along - 0.38F) / 0.3F) + 0.28F * std::max(0.0F, along));
        const float flank = narrow * 1.9F + (wide - ridge * 1.5F) * 0.55F * smoothStep(0.35F, 1.0F, along);
        canvas.height(row, column) += tall * (0.34F * bell(square(x / narrow)) + 0.66F * bell(x / flank));
    });
    canvas.bump(person.noseBend * 0.4, person.noseTipY - 0.01, 0.105, 0.085, person.noseBall);
    for (const double side : {-1.0, 1.0})
        canvas.bump(side * person.noseWidth * 0.78, person.noseTipY + 0.025, 0.075, 0.078, 0.105);
}

/// Bone and fat: brows, sockets, cheeks, the round of the teeth, chin.
void raiseFeatures(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const double eyeY = Person::pupilY;
    canvas.bump(0, person.browY + 0.02, 0.15, 0.13, 0.030 + person.browRidge * 0.6);
    canvas.bump(0, eyeY + 0.0, 0.11, 0.12, -0.020);
    for (const double side : {-1.0, 1.0}) {
        const double eyeX = side * person.eyeDistance;
        canvas.bump(eyeX * 0.85, person.browY + 0.02, 0.27, 0.085, 1.4 * person.browRidge + 0.035);
        canvas.bump(eyeX, eyeY + 0.01, 0.26, 0.165, -1.15 * person.eyeDepth);
        canvas.bump(side * (person.eyeDistance - person.eyeWidth - 0.03), eyeY - 0.02, 0.085, 0.12, -0.055);
        canvas.bump(eyeX, eyeY - 0.005, 0.175, 0.115, 0.075);
        canvas.bump(side * 0.60, 0.13, 0.22, 0.15, person.cheekbones + 0.03 * shot.smile);
        canvas.bump(side * 0.40, 0.27, 0.20, 0.17, 0.022 + 0.045 * shot.smile + 0.4 * person.fullness);
        canvas.bump(side * 0.54, 0.68, 0.25, 0.26, person.fullness - person.cheekHollow);
        canvas.bump(side * 0.34, 1.06, 0.13, 0.14, 0.018 * years(person) + 0.2 * person.fullness);
        canvas.bump(side * 0.70, -0.42, 0.12, 0.22, -0.030); // temples
    }
    canvas.bump(0, person.mouthY() - 0.02, 0.36, 0.26, person.muzzle);
    canvas.bump(0, person.mouthY() + person.lowerLip + 0.080, 0.15, 0.055, -0.036);
    canvas.bump(0, person.chinY - 0.16, 0.20, 0.13, person.chinBump);
    canvas.bump(0, person.noseBottomY() + 0.5 * (person.philtrum - person.upperLip), 0.032, 0.075, -0.014);
}

/// Lines: beside the nose, at the corners of the eyes, across the forehead, between the brows; below 0 deep.
float lineAt(const Person &person, const Shot &shot, float x, float y)
{
    const float old = years(person);
    const auto own = static_cast<float>(person.folds);
    const auto smile = static_cast<float>(shot.smile);
    const auto mouthY = static_cast<float>(person.mouthY());
    const auto noseY = static_cast<float>(person.noseTipY);
    const float side = std::abs(x);
    float depth = 0;
    const auto foldTop = static_cast<float>(person.noseWidth) + 0.03F;
    const auto foldEnd = static_cast<float>(person.mouthWidth) + 0.10F;
    const float t = (y - noseY + 0.02F) / (mouthY - noseY + 0.06F);
    if (t > -0.1F && t < 1.25F) {
        const float foldX = foldTop + (foldEnd - foldTop) * t * (1.25F - 0.25F * t);
        const float strength = 0.32F + 0.9F * old + own + 0.7F * smile;
        depth += 0.75F * strength * bell((side - foldX) / 0.034F) * smoothStep(-0.1F, 0.12F, t) *
                 smoothStep(1.25F, 0.75F, t);
    }
    if (old + own < 0.05F)
        return depth;
    const auto browY = static_cast<float>(person.browY);
    if (y < browY - 0.10F && side < 0.6F)
        depth += (0.55F * old + 0.2F * own) * smoothStep(0.6F, 0.3F, side) *
                 std::pow(std::max(0.0F, std::sin((y + 0.06F * std::cos(x * 4.0F)) * 44)), 4.0F);
    const auto cornerX = static_cast<float>(person.eyeDistance + person.eyeWidth);
    const auto eyeY = static_cast<float>(Person::pupilY);
    const float out = side - cornerX;
    if (out > 0 && out < 0.22F)
        depth += (0.65F * old + 0.5F * smile * old) * bell((out - 0.09F) / 0.07F) * bell((y - eyeY) / 0.13F) *
                 std::pow(std::max(0.0F, std::cos((y - eyeY) / (out + 0.10F) * 6)), 6.0F);
    if (side < 0.14F && std::abs(y - browY - 0.02F) < 0.2F)
        depth += 0.5F * old * bell((side - 0.055F) / 0.016F) * bell((y - browY) / 0.10F);
    const float droop = side - static_cast<float>(person.mouthWidth) - 0.03F - 0.10F * (y - mouthY);
    depth += 0.55F * old * bell(droop / 0.025F) * smoothStep(0.02F, 0.10F, y - mouthY) *
             smoothStep(0.42F, 0.15F, y - mouthY);
    return depth;
}

/// What is under the eyes: the lower edge of the socket, deeper with the years.
float bagAt(const Person &person, float x, float y)
{
    const float dx = (std::abs(x) - static_cast<float>(person.eyeDistance) + 0.02F) / 0.19F;
    const float edge = static_cast<float>(Person::pupilY + 0.185) - 0.055F * dx * dx;
    return static_cast<float>(person.eyeBags) * bell(dx * 0.9F) *
           (bell((y - edge) / 0.022F) - 0.8F * bell((y - edge + 0.055F) / 0.04F));
}

struct SkinTexture
{
    cv::Mat1f pores;
    cv::Mat1f spots;
    cv::Mat1f blotches;
    cv::Mat1f freckles;
    cv::Mat1f tone; ///< where this skin is paler or darker
    cv::Mat1f ruddy;
};

/// What a face has at the places of a grid, smooth between. Coarse: nothing in it is smaller than the grid.
cv::Mat1f onGrid(const PortraitCanvas &canvas, const std::array<double, toneCount> &values)
{
    constexpr float pitch = 0.30F; // units
    constexpr float top = -1.00F;
    constexpr float reach = 0.75F * pitch;
    constexpr double coarse = 20;
    const PortraitCanvas small(std::min(coarse, canvas.pixelsPerUnit), canvas.region);
    cv::Mat1f field(small.height.size(), 0.0F);
    small.each(small.region, [&](float x, float y, int row, int column) {
        for (size_t k = 0; k < toneCount; ++k) {
            const float dx = (std::abs(x) - pitch * static_cast<float>(k % toneColumns)) / reach;
            const float dy = (y - top - pitch * static_cast<float>(k / toneColumns)) / reach;
            field(row, column) += static_cast<float>(values[k]) * bell(dx) * bell(dy);
        }
    });
    cv::resize(field, field, canvas.height.size(), 0, 0, cv::INTER_CUBIC);
    return field;
}

SkinTexture makeTexture(const PortraitCanvas &canvas, const Person &person)
{
    const uint64_t seed = person.textureSeed;
    return {ownNoise(canvas, 0.014, 0, seed),    ownNoise(canvas, 0.036, 0, seed + 1),
            ownNoise(canvas, 0.12, 0, seed + 2), ownNoise(canvas, 0.024, 0, seed + 4),
            onGrid(canvas, person.tones),        onGrid(canvas, person.ruddiness)};
}

/// Skin is redder on cheeks, nose and chin, paler on the forehead, darker around the eyes.
cv::Vec3f skinAt(const Person &person, float x, float y)
{
    const float side = std::abs(x);
    const auto noseY = static_cast<float>(person.noseTipY);
    const float red = static_cast<float>(person.flush) *
                      (0.85F * bell((side - 0.50F) / 0.27F) * bell((y - 0.24F) / 0.22F) +
                       0.9F * bell(x / 0.19F) * bell((y - noseY) / 0.15F) +
                       0.45F * bell(x / 0.2F) * bell((y - static_cast<float>(person.chinY) + 0.16F) / 0.12F) +
                       0.3F * bell((side - 0.42F) / 0.25F) * bell((y + 0.12F) / 0.13F));
    const float eyeX = side - static_cast<float>(person.eyeDistance);
    const float inner = eyeX + static_cast<float>(person.eyeWidth) * 0.8F;
    const float shade =
        static_cast<float>(person.socketShade) * (0.55F * bell(eyeX / 0.27F) * bell((y + 0.15F) / 0.16F) +
                                                  1.0F * bell(inner / 0.12F) * bell((y + 0.20F) / 0.15F) +
                                                  0.5F * bell(eyeX / 0.25F) * bell((y + 0.29F) / 0.06F)) +
        0.35F * std::max(0.0F, bagAt(person, x, y));
    const cv::Vec3f skin(person.skin);
    return {skin[0] * (1 - 0.20F * red) * (1 - 0.95F * shade), skin[1] * (1 - 0.19F * red) * (1 - shade),
            skin[2] * (1 + 0.02F * red) * (1 - 0.80F * shade)};
}

void paintSkin(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const SkinTexture texture = makeTexture(canvas, person);
    const auto rough = static_cast<float>(person.roughness);
    const auto uneven = static_cast<float>(person.blotches);
    const auto freckled = static_cast<float>(person.freckles);
    const auto shine = static_cast<float>(0.13 * person.shine);
    const double light = person.skin[1];
    const auto seen = static_cast<float>(std::clamp(light * 3, 0.3, 1.0)); // spots show less on dark skin
    canvas.each(canvas.region, [&](float x, float y, int row, int column) {
        const float pores = texture.pores(row, column);
        const float spots = texture.spots(row, column);
        const float blotches = texture.blotches(row, column);
        cv::Vec3f colour = skinAt(person, x, y);
        const float grain = 0.030F * rough * pores + 0.020F * rough * spots + 0.040F * uneven * blotches +
                            texture.tone(row, column);
        const float own = 0.5F * texture.ruddy(row, column);
        const float ruddy = uneven * (0.040F * blotches + 0.018F * spots) * seen - own;
        colour = {colour[0] * (1 + grain + ruddy), colour[1] * (1 + grain + ruddy),
                  colour[2] * (1 + 0.8F * grain + own)};
        if (freckled > 0) {
            const float zone = bell((std::abs(x) - 0.32F) / 0.42F) * bell((y - 0.12F) / 0.28F) + 0.15F;
            const float freckle =
                freckled * zone * smoothStep(0.42F, 0.85F, texture.freckles(row, column) + 0.25F * blotches);
            colour = {colour[0] * (1 - 0.50F * freckle), colour[1] * (1 - 0.40F * freckle),
                      colour[2] * (1 - 0.22F * freckle)};
        }
        const float line = lineAt(person, shot, x, y);
        canvas.albedo(row, column) = colour * (1 - 0.10F * std::min(line, 1.5F));
        canvas.height(row, column) +=
            0.0013F * rough * pores + 0.0010F * rough * spots - 0.016F * line - 0.018F * bagAt(person, x, y);
        const float oily =
            0.55F + 0.45F * bell(x / 0.25F) * smoothStep(0.6F, -0.2F, y) * smoothStep(-1.0F, -0.6F, y) +
            0.35F * bell((std::abs(x) - 0.55F) / 0.2F) * bell((y - 0.1F) / 0.15F);
        canvas.gloss(row, column) = shine * oily * (1 + 0.25F * pores + 0.15F * spots);
    });
}

void paintMoles(PortraitCanvas &canvas, const Person &person)
{
    Random random(person.textureSeed + 17);
    for (int k = random.integer(-2, 4); k > 0; --k) {
        const double x = random.between(-0.65, 0.65);
        const double y = random.between(-0.8, 1.1);
        const auto size = static_cast<float>(random.between(0.010, 0.024));
        const auto dark = static_cast<float>(random.between(0.3, 0.75));
        canvas.each({x - 0.05, y - 0.05, x + 0.05, y + 0.05}, [&](float px, float py, int row, int column) {
            const float far = std::hypot(px - static_cast<float>(x), py - static_cast<float>(y));
            canvas.tint(row, column, canvas.albedo(row, column).mul(cv::Vec3f(0.25F, 0.3F, 0.42F)),
                        dark * smoothStep(size * 1.25F, size * 0.7F, far));
        });
    }
}

void paintNostrils(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const auto size = static_cast<float>(person.nostrils);
    const auto wide = static_cast<float>(person.noseWidth);
    const double y = person.noseTipY + 0.088 - 0.25 * shot.pitch;
    const auto cy = static_cast<float>(y);
    const cv::Vec3f dark(static_cast<float>(person.skin[0] * 0.10), static_cast<float>(person.skin[1] * 0.09),
                         static_cast<float>(person.skin[2] * 0.13));
    canvas.each({-0.4, y - 0.25, 0.4, y + 0.12}, [&](float px, float py, int row, int column) {
        const float side = std::abs(px);
        const float dx = (side - wide * 0.46F) / (0.062F * size);
        const float dy = (py - cy + 0.22F * (side - wide * 0.46F)) / (0.026F * size);
        canvas.tint(row, column, dark, 0.92F * smoothStep(1.35F, 0.35F, dx * dx + dy * dy));
        // the crease around the wings
        const float wing = std::hypot((side - wide * 0.70F) / 0.095F, (py - cy + 0.062F) / 0.095F);
        const float outer = smoothStep(0.70F, 0.86F, side / wide) * smoothStep(0.10F, -0.02F, py - cy);
        const float crease = outer * bell((wing - 1.05F) / 0.20F);
        canvas.height(row, column) -= 0.024F * crease;
        canvas.tint(row, column, canvas.albedo(row, column) * 0.55F, 0.45F * crease);
    });
}
} // namespace

void paintHead(PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const HeadOutline outline(person);
    PortraitCanvas coarse(std::min(coarseUnit, canvas.pixelsPerUnit), canvas.region);
    raiseSkull(coarse, outline);
    raiseFeatures(coarse, person, shot);
    raiseNose(coarse, person);
    constexpr double unevenness = 0.038; // of bone and fat, units
    coarse.height += ownNoise(coarse, 0.31, 0.85, person.textureSeed + 21) * unevenness;
    cv::resize(coarse.height, canvas.height, canvas.height.size(), 0, 0, cv::INTER_CUBIC);
    paintSkin(canvas, person, shot);
    paintMoles(canvas, person);
    paintNostrils(canvas, person, shot);
}

void layFace(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const HeadOutline outline(person);
    const cv::Mat3f lit = lightUp(canvas, shot);
    const auto soft = static_cast<float>(1.2 / canvas.pixelsPerUnit);
    canvas.each({-1.2, person.crownY - 0.1, 1.2, person.chinY + 0.1},
                [&](float x, float y, int row, int column) {
                    const float share = smoothStep(1 + soft, 1 - soft, outline.at(x, y).share);
                    auto &pixel = painting.colour(row, column);
                    pixel += (lit(row, column) - pixel) * share;
                    painting.cover(row, column) = std::max(painting.cover(row, column), share);
                });
}

void paintEars(Painting &painting, const PortraitCanvas &canvas, const Person &person, const Shot &shot)
{
    const float light = lightOn({0, -0.1F, 0.95F}, shot) * static_cast<float>(shot.exposure);
    const cv::Vec3f skin(static_cast<float>(person.skin[0] * 0.74), static_cast<float>(person.skin[1] * 0.74),
                         static_cast<float>(person.skin[2] * 0.86));
    const double side = person.cheekWidth + 0.045;
    for (const double sign : {-1.0, 1.0}) {
        const float turned = lightOn({static_cast<float>(sign) * 0.5F, 0, 0.85F}, shot) *
                                 static_cast<float>(shot.exposure) * 0.5F +
                             light * 0.4F;
        canvas.each({sign * side - 0.3, -0.5, sign * side + 0.3, 0.6}, [&](float px, float y, int row,
                                                                           int column) {
            const float x = (std::abs(px) - static_cast<float>(side)) + 0.14F * (y - 0.05F); // leans outwards
            const float tall = y < 0.02F ? 0.34F : 0.42F;
            const float wide = 0.120F - 0.055F * smoothStep(0.0F, 0.42F, y);
            const float r = std::hypot(x / wide, (y - 0.02F) / tall);
            const float share = smoothStep(1.03F, 0.93F, r);
            if (share <= 0)
                return;
            const float helix = bell((r - 0.82F) / 0.16F);
            const float inner = bell(std::hypot((x + 0.03F) / 0.06F, (y - 0.08F) / 0.13F));
            const float shade =
                (0.74F + 0.34F * helix - 0.42F * inner - 0.22F * bell((r - 0.55F) / 0.10F)) * turned;
            auto &pixel = painting.colour(row, column);
            pixel += (skin.mul(cv::Vec3f(shot.lightColour)) * shade - pixel) * share;
            painting.cover(row, column) = std::max(painting.cover(row, column), share);
        });
    }
}

} // namespace scrutineer::samples

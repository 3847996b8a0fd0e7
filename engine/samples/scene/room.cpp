// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/room.h"

#include "engine/samples/portrait_canvas.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <vector>

namespace scrutineer::samples {

namespace {
/// Colours of things in rooms: mostly dull, and warm rather than any other.
cv::Vec3d faded(Random &random, double darkest = 35, double brightest = 190)
{
    const double grey = random.between(darkest, brightest);
    const double warm = random.between(-0.06, 0.22);
    const double colour = random.chance(0.1) ? 0.20 : 0.06;
    return {grey * (1 - warm + colour * random.between(-1, 1)),
            grey * (1 + 0.5 * colour * random.between(-1, 1)),
            grey * (1 + 0.6 * warm + colour * random.between(-1, 1))};
}

/// A room while it is furnished. Places are shares of the picture's size.
class Furnisher
{
public:
    Furnisher(cv::Mat &picture, Random &random) : m_picture(picture), m_random(random) {}

    void wall();
    void window();
    void curtain(double left, double width);
    void shelves();
    void wardrobe();
    void frames();
    void lamp();
    void plant();
    void sofa();
    void tiles();
    void street();
    void seat();
    void coats();

private:
    [[nodiscard]] cv::Point at(double x, double y) const
    {
        return {static_cast<int>(std::lround(x * m_picture.cols)),
                static_cast<int>(std::lround(y * m_picture.rows))};
    }
    void box(double left, double top, double width, double height, const cv::Vec3d &colour)
    {
        cv::rectangle(m_picture, at(left, top), at(left + width, top + height), cv::Scalar(colour),
                      cv::FILLED, cv::LINE_AA);
    }
    void blob(double x, double y, double wide, double high, double degrees, const cv::Vec3d &colour)
    {
        const cv::Point size = at(wide, high);
        cv::ellipse(m_picture, at(x, y), {std::max(1, size.x), std::max(1, size.y)}, degrees, 0, 360,
                    cv::Scalar(colour), cv::FILLED, cv::LINE_AA);
    }
    /// Adds light around a place, or with less than nothing takes some away.
    void glow(double x, double y, double reach, const cv::Vec3d &light);
    /// A shadow below and beside what is drawn next.
    void shadow(double left, double top, double width, double height);
    /// What is far away.
    void soften(const cv::Rect &where, double perWidth)
    {
        const cv::Rect part = where & cv::Rect({}, m_picture.size());
        if (part.empty())
            return;
        cv::Mat soft = m_picture(part);
        cv::GaussianBlur(soft, soft, {}, m_picture.cols / perWidth);
    }
    void things(double left, double floor, double width, double high);

    cv::Mat &m_picture;
    Random &m_random;
};

void Furnisher::glow(double x, double y, double reach, const cv::Vec3d &light)
{
    const cv::Point middle = at(x, y);
    const double far = reach * m_picture.cols;
    for (int j = 0; j < m_picture.rows; ++j) {
        auto *row = m_picture.ptr<cv::Vec3b>(j);
        for (int i = 0; i < m_picture.cols; ++i) {
            const auto share = bell(static_cast<float>(std::hypot(i - middle.x, j - middle.y) / far));
            for (int c = 0; c < 3 && share > 0.004F; ++c)
                row[i][c] = cv::saturate_cast<uchar>(row[i][c] + light[c] * static_cast<double>(share));
        }
    }
}

void Furnisher::shadow(double left, double top, double width, double height)
{
    const cv::Rect frame({}, m_picture.size());
    for (int k = 3; k > 0; --k) {
        const double wider = 0.008 * k;
        const cv::Rect part =
            cv::Rect(at(left - wider, top), at(left + width + 2 * wider, top + height + wider)) & frame;
        if (!part.empty())
            m_picture(part) *= 0.94;
    }
}

void Furnisher::wall()
{
    const std::array<cv::Vec3d, 8> tones{cv::Vec3d{206, 212, 216}, {178, 192, 200}, {212, 208, 200},
                                         {150, 160, 170},          {186, 196, 186}, {120, 132, 142},
                                         {196, 200, 214},          {92, 96, 100}};
    const cv::Vec3d tone = m_random.pick(tones);
    m_picture.setTo(cv::Scalar(tone));
    if (m_random.chance(0.45)) { // a corner: the other wall has other light
        const double x = m_random.between(-0.1, 1.1);
        box(x, -0.1, 1.3, 1.3, tone * m_random.between(0.72, 0.93));
    }
    if (m_random.chance(0.4)) { // the ceiling
        const double y = m_random.between(0.02, 0.16);
        const cv::Vec3d white(214, 218, 220);
        box(-0.1, -0.1, 1.3, y + 0.1, white * m_random.between(0.8, 1.0));
        box(-0.1, y, 1.3, 0.008, white * 0.85);
    }
    const bool left = m_random.chance(0.5);
    const double light = m_random.between(15, 55);
    glow(left ? -0.1 : 1.1, m_random.between(0.1, 0.7), 0.8, {light * 0.9, light, light});
    glow(left ? 1.1 : -0.1, m_random.between(0.6, 1.1), 0.9, cv::Vec3d::all(-1.1 * light));
}

void Furnisher::curtain(double left, double width)
{
    const cv::Vec3d cloth = faded(m_random, 70, 215);
    const double folds = width * m_random.between(28, 60);
    const double start = m_random.between(0, 6);
    constexpr int strips = 90;
    for (int k = 0; k < strips; ++k) {
        const double t = k / double(strips);
        const double wave = std::sin(6.283 * folds * t + start + 1.5 * std::sin(9 * t + start));
        box(left + width * t, -0.05, width / strips + 0.004, 1.1, cloth * (0.84 + 0.16 * wave));
    }
}

void Furnisher::window()
{
    const double left = m_random.between(-0.15, 0.8);
    const double width = m_random.between(0.22, 0.5);
    const double top = m_random.between(-0.15, 0.12);
    const double height = m_random.between(0.35, 0.7);
    const cv::Vec3d frame = cv::Vec3d(226, 230, 232) * m_random.between(0.5, 1);
    box(left - 0.02, top - 0.015, width + 0.04, height + 0.03, frame);
    const double bright = m_random.between(0.75, 1);
    box(left, top, width, height, cv::Vec3d(255, 250, 240) * bright);
    if (m_random.chance(0.6)) { // what is outside
        const double horizon = m_random.between(0.3, 0.7);
        for (int k = 0; k < 14; ++k)
            blob(left + width * m_random.between(0, 1), top + height * (horizon + m_random.between(0, 0.5)),
                 width * 0.16, height * 0.14, 0, cv::Vec3d(196, 214, 206) * m_random.between(0.85, 1.15));
        soften({at(left, top), at(left + width, top + height)}, 40);
        const cv::Rect sill =
            cv::Rect(at(left - 0.3, top + height), at(left + width + 0.3, top + height + 0.25));
        cv::rectangle(m_picture, sill, cv::Scalar(frame * 0.8), cv::FILLED);
    }
    for (double x = 0.5; x < 1 && m_random.chance(0.7); x += 0.5)
        box(left + width * x - 0.008, top, 0.016, height, frame);
    if (m_random.chance(0.6)) {
        const double cover = m_random.between(0.08, 0.22);
        curtain(left - 0.06, cover);
        curtain(left + width - cover + 0.06, cover);
    }
    const double light = 60 * bright;
    glow(left + width / 2, top + height / 2, width * 1.2, {light, light * 0.97, light * 0.92});
}

void Furnisher::things(double left, double floor, double width, double high)
{
    double x = left + 0.01;
    while (x < left + width - 0.03) {
        const double kind = m_random.between(0, 1);
        if (kind < 0.55) { // a few books of one height
            const double tall = high * m_random.between(0.5, 0.9);
            for (int k = m_random.integer(2, 7); k > 0 && x < left + width - 0.02; --k) {
                const double thick = m_random.between(0.010, 0.026);
                const double own = tall * m_random.between(0.88, 1.05);
                const cv::Vec3d cover = faded(m_random, 30, 170);
                box(x, floor - own, thick, own, cover * 0.8);
                box(x + 0.002, floor - own, thick - 0.004, own, cover);
                x += thick;
            }
        } else if (kind < 0.7) {
            const double wide = m_random.between(0.05, 0.12);
            box(x, floor - high * 0.55, wide, high * 0.55, faded(m_random, 60, 190));
            x += wide;
        } else if (kind < 0.85) {
            const double wide = m_random.between(0.02, 0.045);
            blob(x + wide, floor - wide, wide, wide * 1.1, 0, faded(m_random, 60, 220));
            x += 2 * wide;
        }
        x += m_random.between(0.005, 0.06);
    }
}

void Furnisher::shelves()
{
    const double left = m_random.chance(0.5) ? m_random.between(-0.3, 0.05) : m_random.between(0.5, 0.85);
    const double width = m_random.between(0.35, 0.65);
    const double top = m_random.between(-0.1, 0.3);
    const double step = m_random.between(0.12, 0.22);
    const int count = m_random.integer(1, 5);
    const cv::Vec3d wood = faded(m_random, 60, 210);
    const bool closed = m_random.chance(0.5);
    if (closed) {
        shadow(left, top, width, step * count);
        box(left, top, width, step * count + 0.02, wood * 0.62);
    }
    for (int k = 1; k <= count; ++k) {
        things(left, top + k * step, width, step * 0.85);
        box(left, top + k * step, width, 0.016, wood);
        box(left, top + k * step + 0.016, width, 0.006, wood * 0.6);
    }
    if (closed) {
        box(left - 0.012, top - 0.02, 0.018, step * count + 0.04, wood * 0.9);
        box(left + width, top - 0.02, 0.018, step * count + 0.04, wood * 1.05);
    }
}

void Furnisher::wardrobe()
{
    const double left = m_random.between(-0.1, 0.85);
    const double width = m_random.between(0.24, 0.34);
    const double top = m_random.between(-0.2, 0.2);
    const cv::Vec3d wood = faded(m_random, 70, 215);
    shadow(left, top, width, 1.2);
    box(left - 0.02, top - 0.02, width + 0.04, 1.3, wood * 0.82);
    const int doors = m_random.integer(1, 3);
    for (int k = 0; k < doors; ++k) {
        const double x = left + width * k / doors;
        const double wide = width / doors - 0.006;
        box(x, top, wide, 1.3, wood);
        box(x + 0.15 * wide, top + 0.06, 0.7 * wide, 0.30, wood * 0.94);
        box(x + 0.17 * wide, top + 0.07, 0.66 * wide, 0.28, wood * 1.02);
        box(x + (k % 2 == 0 ? 0.88 : 0.06) * wide, top + 0.5, 0.012, 0.05, wood * 0.4);
    }
}

void Furnisher::frames()
{
    const double left = m_random.between(0, 0.7);
    for (int k = m_random.integer(1, 4); k > 0; --k) {
        const double x = left + m_random.between(-0.2, 0.3);
        const double y = m_random.between(0.03, 0.4);
        const double wide = m_random.between(0.07, 0.24);
        const double high = wide * m_random.between(0.5, 1.1);
        const cv::Vec3d rim = faded(m_random, 20, 220);
        shadow(x, y, wide, high);
        box(x, y, wide, high, rim);
        box(x + 0.012, y + 0.01, wide - 0.024, high - 0.02, cv::Vec3d(224, 228, 230));
        const cv::Vec3d sky = faded(m_random, 90, 220);
        box(x + 0.03, y + 0.025, wide - 0.06, high - 0.05, sky);
        box(x + 0.03, y + high * 0.55, wide - 0.06, high * 0.45 - 0.025, faded(m_random, 40, 150));
    }
}

void Furnisher::lamp()
{
    const double x = m_random.between(0.02, 0.98);
    const double y = m_random.between(0.05, 0.5);
    box(x - 0.004, y, 0.008, 1, cv::Vec3d(60, 64, 70));
    const double wide = m_random.between(0.04, 0.09);
    const cv::Vec3d warm(150, 205, 245);
    const std::array<cv::Point, 4> shade{at(x - 0.7 * wide, y - wide * 0.6),
                                         at(x + 0.7 * wide, y - wide * 0.6), at(x + wide, y + wide * 0.5),
                                         at(x - wide, y + wide * 0.5)};
    cv::fillConvexPoly(m_picture, shade.data(), 4, cv::Scalar(warm), cv::LINE_AA);
    glow(x, y, 0.10, {70, 80, 90});
    glow(x, y, 0.45, {14, 38, 58});
}

void Furnisher::plant()
{
    const double x = m_random.between(0, 1);
    const double y = m_random.between(0.35, 0.8);
    const double reach = m_random.between(0.10, 0.24);
    const cv::Vec3d green(50, m_random.between(80, 120), 64);
    for (int k = 0; k < 60; ++k) {
        const double angle = m_random.between(0, 360);
        const double far = reach * std::sqrt(m_random.between(0, 1));
        const double turn = angle * 3.1416 / 180;
        blob(x + far * std::cos(turn), y + far * std::sin(turn) * 0.8, reach * 0.26, reach * 0.06,
             angle + m_random.between(-30, 30), green * m_random.between(0.45, 1.5));
    }
    box(x - 0.06, y + reach * 0.7, 0.12, 0.5, faded(m_random, 60, 200));
}

void Furnisher::sofa()
{
    const cv::Vec3d cloth = faded(m_random, 40, 170);
    const double top = m_random.between(0.55, 0.75);
    const double left = m_random.between(-0.4, 0.2);
    blob(left + 0.5, top + 0.3, 0.62, 0.3, 0, cloth * 0.85);
    box(left - 0.1, top + 0.06, 1.2, 0.6, cloth);
    for (int k = m_random.integer(1, 3); k > 0; --k)
        blob(m_random.between(0, 1), top + 0.12, 0.11, 0.09, m_random.between(-25, 25),
             faded(m_random, 60, 220));
}

void Furnisher::tiles()
{
    const cv::Vec3d tile = faded(m_random, 130, 225);
    const double wide = m_random.between(0.08, 0.2);
    const double high = wide * m_random.between(0.4, 1) * m_picture.cols / m_picture.rows;
    const double top = m_random.chance(0.5) ? -0.1 : m_random.between(0.2, 0.5);
    for (double y = top; y < 1.1; y += high) {
        for (double x = -0.2 + wide * 0.5 * m_random.integer(0, 1); x < 1.1; x += wide)
            box(x, y, wide - 0.004, high - 0.004, tile * m_random.between(0.95, 1.05));
    }
}

void Furnisher::street()
{
    const double bright = m_random.between(0.7, 1);
    m_picture.setTo(cv::Scalar(cv::Vec3d(238, 226, 210) * bright));
    const double ground = m_random.between(0.6, 0.8);
    for (double x = -0.1; x < 1.1;) { // houses
        const double wide = m_random.between(0.15, 0.4);
        const double top = m_random.between(0.0, 0.45);
        const cv::Vec3d wall = faded(m_random, 90, 190);
        box(x, top, wide, 1, wall);
        for (double y = top + 0.04; y < ground - 0.08; y += 0.1) {
            for (double w = x + 0.03; w < x + wide - 0.05; w += 0.075)
                box(w, y, 0.035, 0.055, wall * m_random.between(0.35, 0.7));
        }
        x += wide;
    }
    for (int k = m_random.integer(0, 3); k > 0; --k) { // trees
        const double x = m_random.between(0, 1);
        const double y = m_random.between(0.2, 0.5);
        for (int leaf = 0; leaf < 50; ++leaf)
            blob(x + 0.10 * m_random.normal(), y + 0.10 * m_random.normal(), 0.04, 0.025,
                 m_random.between(0, 180), cv::Vec3d(60, 105, 84) * m_random.between(0.4, 1.4));
        box(x - 0.012, y + 0.1, 0.024, 0.6, cv::Vec3d(50, 60, 70));
    }
    box(-0.1, ground, 1.2, 0.5, cv::Vec3d(128, 130, 132) * m_random.between(0.7, 1.2));
    soften({{}, m_picture.size()}, 90);
}

/// In a car: the window beside, the head-rest behind.
void Furnisher::seat()
{
    m_picture.setTo(cv::Scalar(cv::Vec3d::all(m_random.between(70, 150))));
    const bool left = m_random.chance(0.5);
    const double x = left ? -0.2 : 0.72;
    box(x, 0.1, 0.48, 0.5, cv::Vec3d(244, 240, 232));
    for (int k = 0; k < 16; ++k)
        blob(x + m_random.between(0, 0.48), m_random.between(0.35, 0.6), 0.06, 0.05, 0,
             cv::Vec3d(170, 190, 180) * m_random.between(0.6, 1.2));
    soften({at(x, 0.1), at(x + 0.48, 0.6)}, 40);
    box(x - 0.1, 0.6, 0.7, 0.6, cv::Vec3d::all(m_random.between(30, 70)));
    const cv::Vec3d leather = faded(m_random, 60, 130);
    blob(0.5, 0.38, 0.24, 0.15, 0, leather * 0.9);
    box(0.10, 0.60, 0.80, 0.6, leather);
    glow(x + 0.24, 0.35, 0.4, cv::Vec3d::all(45));
}

void Furnisher::coats()
{
    const double left = m_random.between(0, 0.8);
    box(left - 0.04, 0.2, 0.4, 0.02, faded(m_random, 60, 200));
    for (int k = m_random.integer(2, 5); k > 0; --k) {
        const double x = left + m_random.between(0, 0.3);
        const cv::Vec3d cloth = faded(m_random, 25, 170);
        blob(x, 0.36, 0.07, 0.14, m_random.between(-8, 8), cloth * 0.85);
        box(x - 0.06, 0.36, 0.12, m_random.between(0.2, 0.5), cloth);
        box(x - 0.02, 0.36, 0.012, 0.3, cloth * 0.7);
    }
}

/// The camera is never quite level, and hardly ever square to the wall.
void tilt(cv::Mat &picture, Random &random)
{
    const auto w = static_cast<float>(picture.cols);
    const auto h = static_cast<float>(picture.rows);
    const std::array<cv::Point2f, 4> to{cv::Point2f(0, 0), {w, 0}, {w, h}, {0, h}};
    std::array<cv::Point2f, 4> from = to;
    const double turn = random.between(-0.06, 0.06);
    for (cv::Point2f &corner : from) {
        const cv::Point2f d(corner.x - w / 2, corner.y - h / 2);
        const auto c = static_cast<float>(0.9 * std::cos(turn));
        const auto s = static_cast<float>(0.9 * std::sin(turn));
        corner = {w / 2 + d.x * c - d.y * s + static_cast<float>(random.between(-0.04, 0.04)) * w,
                  h / 2 + d.x * s + d.y * c + static_cast<float>(random.between(-0.04, 0.04)) * h};
    }
    cv::warpPerspective(picture, picture, cv::getPerspectiveTransform(from.data(), to.data()), picture.size(),
                        cv::INTER_LINEAR, cv::BORDER_REPLICATE);
}
} // namespace

cv::Mat paintRoom(cv::Size size, Random &random)
{
    cv::Mat picture(size, CV_8UC3);
    Furnisher furnisher(picture, random);
    const double where = random.between(0, 1);
    if (where < 0.10) {
        furnisher.street();
    } else if (where < 0.16) {
        furnisher.seat();
    } else {
        furnisher.wall();
        using Thing = void (Furnisher::*)();
        std::vector<Thing> things{&Furnisher::tiles,   &Furnisher::window, &Furnisher::wardrobe,
                                  &Furnisher::shelves, &Furnisher::frames, &Furnisher::coats,
                                  &Furnisher::sofa,    &Furnisher::lamp,   &Furnisher::plant};
        constexpr std::array often{0.10, 0.35, 0.35, 0.28, 0.40, 0.12, 0.25, 0.20, 0.22};
        for (size_t k = 0; k < things.size(); ++k) {
            if (random.chance(often[k]))
                (furnisher.*things[k])();
        }
        if (random.chance(0.10))
            furnisher.curtain(random.between(-0.5, 0.6), random.between(0.3, 1.2));
    }
    tilt(picture, random);
    const cv::Mat uneven = smoothNoise(size, size.width / 5.0, size.height / 5.0, random.generator()());
    for (int j = 0; j < picture.rows; ++j) {
        for (int i = 0; i < picture.cols; ++i)
            picture.at<cv::Vec3b>(j, i) *= 1 + 0.05 * static_cast<double>(uneven.at<float>(j, i));
    }
    cv::GaussianBlur(picture, picture, {}, size.width / random.between(70, 220));
    return picture;
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/zone_photos.h"

#include "engine/samples/random.h"
#include "engine/text/mrz_decoder.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace scrutineer::tests {

using namespace Qt::StringLiterals;
using samples::Random;

namespace {

constexpr double pagePitch = 20; ///< pixels a cell before the photo is taken

QString pickFrom(const QString &alphabet, int length, Random &random)
{
    QString text;
    for (int i = 0; i < length; ++i)
        text += alphabet.at(random.integer(0, static_cast<int>(alphabet.size()) - 1));
    return text;
}

QString digitOf(const QString &text)
{
    return QString::number(text::mrzCheckDigit(text));
}

QString date(int fromYear, int toYear, Random &random)
{
    return u"%1%2%3"_s.arg(random.integer(fromYear, toYear), 2, 10, QLatin1Char('0'))
        .arg(random.integer(1, 12), 2, 10, QLatin1Char('0'))
        .arg(random.integer(1, 28), 2, 10, QLatin1Char('0'));
}

QString word(Random &random)
{
    return pickFrom(u"ABCDEFGHIJKLMNOPQRSTUVWXYZAEIOUNRSTLAEIOU"_s, random.integer(3, 9), random);
}

void writeZone(ZonePhoto &photo, Random &random)
{
    const QString country =
        random.pick(QStringList{u"UTO"_s, u"FRA"_s, u"USA"_s, u"CZE"_s, u"IND"_s, u"BRA"_s});
    const QString letters = random.chance(0.6) ? u"0123456789"_s : u"ABCDEFGHJKLMNPRTUVWXYZ0123456789"_s;
    photo.number = pickFrom(u"ABCDEFGHJKLMNPRTUVWXYZ"_s, random.integer(0, 2), random);
    photo.number += pickFrom(letters, 9 - static_cast<int>(photo.number.size()), random);
    photo.birth = date(30, 99, random);
    photo.expiry = date(27, 36, random);
    const QString number = photo.number + digitOf(photo.number);
    const QString birth = photo.birth + digitOf(photo.birth);
    const QString expiry = photo.expiry + digitOf(photo.expiry);
    const QString sex = random.pick(QStringList{u"M"_s, u"F"_s, u"<"_s});
    QString names = word(random) + u"<<"_s + word(random);
    if (random.chance(0.5))
        names += u'<' + word(random);
    const auto filled = [](const QString &text, int length) {
        return text.left(length).leftJustified(length, u'<');
    };
    const int kind = random.integer(0, 4);
    photo.what = QStringList{u"TD1"_s, u"TD2"_s, u"TD3"_s, u"MRV-A"_s, u"MRV-B"_s}.at(kind);
    if (kind == 0) {
        const QString first = filled(u"I<"_s + country + number, 30);
        const QString optional = QString(11, u'<');
        photo.lines = {first,
                       birth + sex + expiry + country + optional +
                           digitOf(first.mid(5) + birth + expiry + optional),
                       filled(names, 30)};
        return;
    }
    const int length = kind == 1 || kind == 4 ? 36 : 44;
    const QString code = kind == 1 ? u"I<"_s : kind == 2 ? u"P<"_s : u"V<"_s;
    QString second = number + country + birth + sex + expiry;
    const QString more =
        random.chance(0.5) ? pickFrom(u"0123456789ABCDEF"_s, random.integer(3, 7), random) : QString();
    if (kind == 1) {
        second = filled(second + more, 35);
        second += digitOf(number + birth + expiry + second.mid(28));
    } else if (kind == 2) {
        const QString optional = filled(more, 14);
        second += optional + digitOf(optional);
        second += digitOf(number + birth + expiry + second.mid(28));
    } else {
        second = filled(second + more, length);
    }
    photo.lines = {filled(code + country + names, length), second};
}

void paintGround(QPainter &painter, const QSize &size, Random &random)
{
    const QColor paper =
        QColor::fromHsv(random.integer(0, 359), random.integer(0, 60), random.integer(200, 252));
    painter.fillRect(QRect({}, size), paper);
    const double strength = random.between(0, 0.28);
    painter.setPen(QPen(
        QColor::fromHsvF(static_cast<float>(random.between(0, 1)), 0.6F, 0.5F, static_cast<float>(strength)),
        random.between(1, 3)));
    const double step = random.between(7, 22);
    const double swing = random.between(2, 18);
    const double wave = random.between(40, 160);
    for (double y = 0; y < size.height(); y += step) {
        QPainterPath path({0, y});
        for (int x = 0; x <= size.width(); x += 12)
            path.lineTo(x, y + swing * std::sin(x / wave * 6.28));
        painter.drawPath(path);
    }
}

/// Photograph, labels and values, as on a passport or a card.
void paintPrint(QPainter &painter, const QRectF &area, Random &random)
{
    const QRectF portrait(area.left(), area.top() + 40, area.width() * 0.26, area.height() * 0.75);
    painter.fillRect(portrait, QColor(170, 160, 150));
    painter.setBrush(QColor(120, 95, 80));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(portrait.adjusted(30, 40, -30, -30));
    painter.setPen(QColor(30, 30, 40));
    for (double y = area.top() + 30; y < area.bottom() - 10; y += random.between(32, 60)) {
        QFont font(random.chance(0.8) ? u"DejaVu Sans"_s : u"DejaVu Serif"_s);
        font.setPixelSize(random.integer(11, 26));
        font.setBold(random.chance(0.3));
        painter.setFont(font);
        QString text;
        for (int words = random.integer(1, 5); words > 0; --words)
            text += (random.chance(0.5) ? word(random) : word(random).toLower()) + u' ';
        painter.drawText(QPointF(portrait.right() + 30, y), text);
    }
}

QImage paintPage(const QStringList &lines, Random &random)
{
    const int cells = lines.isEmpty() ? 40 : static_cast<int>(lines.first().size());
    const bool card = cells == 30;
    const double margin = random.between(20, 60);
    const int width = static_cast<int>(cells * pagePitch + 2 * margin);
    const double apart = card ? random.between(31, 36) : random.between(40, 54);
    const int height = static_cast<int>(width * (card ? 0.63 : 0.7));
    QImage page(width, height, QImage::Format_RGB888);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, page.size(), random);
    const double zoneTop = height - 35 - apart * static_cast<double>(lines.size());
    paintPrint(painter, QRectF(margin, 10, width - 2 * margin, (lines.isEmpty() ? height : zoneTop) - 30),
               random);
    QFont font(u"OCR B"_s);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(100);
    const double scale = pagePitch / QFontMetricsF(font).horizontalAdvance(u'H');
    painter.setBrush(QColor(20, 20, 30));
    painter.setPen(random.chance(0.4) ? QPen(QColor(20, 20, 30), random.between(0, 5)) : QPen(Qt::NoPen));
    for (qsizetype row = 0; row < lines.size(); ++row) {
        for (qsizetype i = 0; i < lines.at(row).size(); ++i) {
            QPainterPath glyph;
            glyph.addText(0, 0, font, lines.at(row).mid(i, 1));
            painter.setTransform(QTransform(scale, 0, 0, scale * 1.02,
                                            margin + static_cast<double>(i) * pagePitch,
                                            zoneTop + apart * (static_cast<double>(row) + 0.75)));
            painter.drawPath(glyph);
        }
    }
    return page;
}

/// Laid on a table, seen from the side, out of focus, in a phone's compression.
cv::Mat photographed(const QImage &page, Random &random)
{
    const cv::Mat view(page.height(), page.width(), CV_8UC3, const_cast<uchar *>(page.constBits()),
                       static_cast<std::size_t>(page.bytesPerLine()));
    const bool scan = random.chance(0.35);
    const double nativePitch = random.between(6.3, 22);
    const double zoom = nativePitch / pagePitch;
    const double width = page.width() * zoom;
    const double height = page.height() * zoom;
    const double rim = scan ? random.between(0, 10) : random.between(0.02, 0.3) * width;
    const double turn = scan ? random.between(-0.03, 0.03) : random.between(-0.26, 0.26);
    const double lean = scan ? 0 : 0.05;
    std::array<cv::Point2f, 4> from{cv::Point2f(0, 0),
                                    {static_cast<float>(page.width()), 0},
                                    {static_cast<float>(page.width()), static_cast<float>(page.height())},
                                    {0, static_cast<float>(page.height())}};
    std::array<cv::Point2f, 4> to;
    float left = 1e9F;
    float top = 1e9F;
    float right = -1e9F;
    float bottom = -1e9F;
    for (std::size_t i = 0; i < 4; ++i) {
        const double x = from[i].x * zoom + random.between(-lean, lean) * width;
        const double y = from[i].y * zoom + random.between(-lean, lean) * height;
        to[i] = cv::Point2f(static_cast<float>(x * std::cos(turn) - y * std::sin(turn)),
                            static_cast<float>(x * std::sin(turn) + y * std::cos(turn)));
        left = std::min(left, to[i].x);
        right = std::max(right, to[i].x);
        top = std::min(top, to[i].y);
        bottom = std::max(bottom, to[i].y);
    }
    for (cv::Point2f &corner : to)
        corner += cv::Point2f(static_cast<float>(rim) - left, static_cast<float>(rim) - top);
    const cv::Size size(static_cast<int>(right - left + 2 * rim), static_cast<int>(bottom - top + 2 * rim));
    cv::Mat soft;
    cv::GaussianBlur(view, soft, {}, std::max(0.3, 0.42 / zoom));
    cv::Mat photo;
    const double table = random.between(40, 230);
    cv::warpPerspective(soft, photo, cv::getPerspectiveTransform(from.data(), to.data()), size,
                        cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                        cv::Scalar(table, table * random.between(0.8, 1), table * random.between(0.7, 1)));
    if (random.chance(0.6))
        cv::GaussianBlur(photo, photo, {}, 0.1 + random.between(0, 0.07) * nativePitch);
    photo.convertTo(photo, CV_8U, random.between(0.55, 1), random.between(0, 40));
    cv::Mat noise(photo.size(), CV_8UC3);
    cv::RNG noisy(random.generator()());
    noisy.fill(noise, cv::RNG::NORMAL, 32, random.between(0, 7));
    cv::Mat sum;
    cv::add(photo, noise, sum, cv::noArray(), CV_16S);
    sum -= cv::Scalar::all(32);
    sum.convertTo(photo, CV_8U);
    std::vector<uchar> bytes;
    cv::imencode(".jpg", photo, bytes, {cv::IMWRITE_JPEG_QUALITY, random.integer(55, 95)});
    photo = cv::imdecode(bytes, cv::IMREAD_COLOR);
    const int quarter = random.chance(0.5) ? 0 : random.integer(1, 3);
    if (quarter > 0)
        cv::rotate(photo, photo, quarter - 1);
    return photo;
}

} // namespace

ZonePhoto paintZonePhoto(uint64_t seed)
{
    Random random(seed);
    ZonePhoto photo;
    writeZone(photo, random);
    photo.picture = photographed(paintPage(photo.lines, random), random);
    return photo;
}

cv::Mat paintPageWithoutZone(uint64_t seed)
{
    Random random(seed);
    return photographed(paintPage({}, random), random);
}

} // namespace scrutineer::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/scene/statement.h"

#include "engine/samples/portrait_canvas.h"
#include "engine/samples/scene/photo.h"

#include <QFont>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <array>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
/// Packages fonts-dkg-handwriting, fonts-breip, fonts-sjfonts, fonts-rufscript and fonts-bwht of Debian.
const std::array<QString, 5> hands{u"DkgHandwriting"_s, u"Breip"_s, u"Steve"_s, u"Rufscript"_s,
                                   u"Because We Organize"_s};

void printRules(QPainter &painter, QSizeF size, double pitch, Random &random)
{
    const int kind = random.integer(0, 2); // plain, ruled, squared
    painter.setPen(QPen(QColor(120, 150, 205, 120), std::max(1.0, size.width() / 700)));
    for (double y = pitch; kind > 0 && y < size.height(); y += kind == 2 ? pitch / 2 : pitch)
        painter.drawLine(QLineF(0, y, size.width(), y));
    for (double x = pitch / 2; kind == 2 && x < size.width(); x += pitch / 2)
        painter.drawLine(QLineF(x, 0, x, size.height()));
    if (kind == 1) {
        painter.setPen(QPen(QColor(205, 110, 120, 120), std::max(1.0, size.width() / 600)));
        painter.drawLine(QLineF(size.width() * 0.09, 0, size.width() * 0.09, size.height()));
    }
}

/// Writes a line that wanders a little; gives its box.
QRectF write(QPainter &painter, const QFont &font, const QString &line, QPointF at, double maxWidth,
             Random &random)
{
    QFont own = font;
    const double wide = QFontMetricsF(own).horizontalAdvance(line);
    if (wide > maxWidth)
        own.setPixelSize(std::max(8, static_cast<int>(own.pixelSize() * maxWidth / wide)));
    const QFontMetricsF metrics(own);
    painter.setFont(own);
    const double slant = random.between(-0.022, 0.014);
    double x = at.x();
    for (const QString &word : line.split(u' ')) {
        const double y = at.y() + slant * (x - at.x()) + random.between(-0.03, 0.03) * own.pixelSize();
        painter.drawText(QPointF(x, y), word);
        x += metrics.horizontalAdvance(word) + metrics.horizontalAdvance(u' ') * random.between(0.85, 1.3);
    }
    return QRectF(at.x(), at.y() - own.pixelSize() * 0.85, x - at.x(), own.pixelSize() * 1.15);
}

/// Folds and uneven light of a sheet that was in a pocket.
void crease(QImage &paper, Random &random)
{
    cv::Mat bgr = toBgr(paper);
    const cv::Mat waves = smoothNoise(bgr.size(), bgr.cols / 2.5, bgr.rows / 2.5, random.generator()());
    const double fold = random.chance(0.5) ? bgr.rows * random.between(0.45, 0.55) : -1000;
    for (int j = 0; j < bgr.rows; ++j) {
        auto *row = bgr.ptr<cv::Vec3b>(j);
        const double dy = (j - fold) / (bgr.rows * 0.006);
        const double valley = 0.10 * std::exp(-dy * dy) - (j > fold ? 0.02 : 0);
        for (int i = 0; i < bgr.cols; ++i)
            row[i] *= 1 + 0.035 * waves.at<float>(j, i) - valley;
    }
    paper = toImage(bgr).convertToFormat(QImage::Format_RGB32);
}
} // namespace

QString handwrittenDate(const QDate &date, Random &random)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const std::array<QString, 8> orders{u"yyyy-MM-dd"_s,   u"dd.MM.yyyy"_s,  u"dd/MM/yyyy"_s,
                                        u"d MMMM yyyy"_s,  u"MMM d, yyyy"_s, u"yyyy/MM/dd"_s,
                                        u"MMMM d, yyyy"_s, u"dd-MM-yyyy"_s};
    return english.toString(date, orders[static_cast<size_t>(random.integer(0, 7))]);
}

Statement writeStatement(const QString &word, const QString &date, const QStringList &others, cv::Size size,
                         Random &random)
{
    Statement statement;
    statement.paper = QImage(size.width, size.height, QImage::Format_RGB32);
    const int warm = random.integer(0, 10);
    statement.paper.fill(QColor(246, 246 - warm / 3, 244 - warm));
    QPainter painter(&statement.paper);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double pitch = size.height / random.between(5.0, 6.2);
    printRules(painter, QSizeF(size.width, size.height), pitch, random);

    const std::array<QColor, 4> inks{QColor(24, 34, 110), QColor(20, 20, 26), QColor(30, 60, 150),
                                     QColor(60, 58, 64)};
    painter.setPen(inks[static_cast<size_t>(random.integer(0, 3))]);
    QFont font(hands[static_cast<size_t>(random.integer(0, static_cast<int>(hands.size()) - 1))]);
    font.setPixelSize(static_cast<int>(pitch * random.between(0.78, 0.95)));
    struct Line
    {
        QString text;
        QRectF *box;
    };
    QList<Line> lines;
    if (!word.isEmpty())
        lines.append({word, &statement.word});
    if (!date.isEmpty())
        lines.insert(random.chance(0.3) ? 0 : lines.size(), {date, &statement.date});
    QRectF elsewhere;
    for (const QString &other : others)
        lines.append({other, &elsewhere});
    double y = pitch * 1.35;
    QStringList text;
    for (const Line &line : lines) {
        const double left = size.width * random.between(0.10, 0.16);
        *line.box = write(painter, font, line.text, {left, y}, size.width * 0.84 - left, random);
        text.append(line.text);
        y += pitch * random.between(1.0, 1.12);
    }
    painter.end();
    statement.text = text.join(u'\n');
    crease(statement.paper, random);
    return statement;
}

} // namespace scrutineer::samples

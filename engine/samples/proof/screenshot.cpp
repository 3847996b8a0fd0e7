// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/sheet.h"

#include <QPainterPath>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
/// Where things stand on a screen, in pixels.
struct Chrome
{
    QSize size;
    int status = 0;  ///< height of the bar with clock and battery
    int toolbar = 0; ///< height of the viewer's or browser's bar
    int bottom = 0;  ///< height of the buttons below
    double pageWidth = 0;
    QColor desk;
    double unit = 1; ///< pixels of a point of the user interface
};

Chrome chromeOf(Screen screen, bool dark)
{
    const QColor desk = dark ? QColor(52, 53, 56) : QColor(228, 229, 233);
    switch (screen) {
    case Screen::PhoneTall:
        return {{1080, 2340}, 84, 168, 126, 1040, desk, 2.9};
    case Screen::PhoneSmall:
        return {{750, 1334}, 40, 96, 88, 722, desk, 2};
    case Screen::Tablet:
        return {{1536, 2048}, 40, 104, 0, 1400, desk, 2};
    case Screen::Laptop:
        break;
    }
    return {{1366, 768}, 0, 112, 34, 900, desk, 1.05};
}

class ScreenPainter
{
public:
    ScreenPainter(QPainter &painter, const Chrome &chrome, bool dark)
        : m_painter(painter), m_chrome(chrome), m_bar(dark ? QColor(32, 33, 36) : QColor(250, 250, 252)),
          m_ink(dark ? QColor(232, 234, 237) : QColor(40, 42, 46)),
          m_field(dark ? QColor(60, 62, 66) : QColor(236, 238, 242))
    {
    }

    void label(const QPointF &at, const QString &text, double points, bool bold = false)
    {
        QFont font;
        font.setFamilies({u"Noto Sans"_s, u"WenQuanYi Micro Hei"_s});
        font.setPixelSize(qRound(points * m_chrome.unit));
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setBold(bold);
        m_painter.setFont(font);
        m_painter.setPen(m_ink);
        m_painter.drawText(at, text);
    }

    void statusBar(const QString &clock, int charge)
    {
        const double h = m_chrome.status;
        const double u = m_chrome.unit;
        const double w = m_chrome.size.width();
        m_painter.fillRect(QRectF(0, 0, w, h), m_bar);
        label({14 * u, h * 0.68}, clock, 12, true);
        const QRectF battery(w - 36 * u, h * 0.34, 20 * u, h * 0.34);
        m_painter.setPen(QPen(m_ink, u * 0.8));
        m_painter.drawRoundedRect(battery, 2 * u, 2 * u);
        m_painter.fillRect(QRectF(battery.right() + u, battery.center().y() - 2 * u, 1.4 * u, 4 * u), m_ink);
        m_painter.fillRect(
            battery.adjusted(1.6 * u, 1.6 * u, -1.6 * u - battery.width() * (100 - charge) / 115, -1.6 * u),
            m_ink);
        label({w - 64 * u, h * 0.66}, QString::number(charge) + u'%', 9);
        for (int i = 0; i < 4; ++i)
            m_painter.fillRect(
                QRectF(w - (102 - i * 5) * u, h * 0.66 - (i + 1) * 2.4 * u, 3.2 * u, (i + 1) * 2.4 * u),
                m_ink);
        m_painter.setPen(QPen(m_ink, 1.4 * u, Qt::SolidLine, Qt::RoundCap));
        for (int i = 0; i < 3; ++i) {
            const double r = (2 + i * 3) * u;
            m_painter.drawArc(QRectF(w - 74 * u - r, h * 0.64 - r, 2 * r, 2 * r), 45 * 16, 90 * 16);
        }
    }

    void mobileToolbar(const QString &file)
    {
        const double top = m_chrome.status;
        const double h = m_chrome.toolbar;
        const double u = m_chrome.unit;
        const double w = m_chrome.size.width();
        m_painter.fillRect(QRectF(0, top, w, h), m_bar);
        const double y = top + h / 2;
        m_painter.setPen(QPen(m_ink, 1.8 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolyline(
            QPolygonF{{QPointF(25 * u, y - 7 * u), QPointF(18 * u, y), QPointF(25 * u, y + 7 * u)}});
        label({44 * u, y + 6 * u}, file, 15, true);
        for (int i = -1; i <= 1; ++i) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_ink);
            m_painter.drawEllipse(QPointF(w - 18 * u, y + i * 6 * u), 1.8 * u, 1.8 * u);
        }
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_ink, 1.6 * u));
        m_painter.drawEllipse(QPointF(w - 52 * u, y - 1.5 * u), 5.5 * u, 5.5 * u);
        m_painter.drawLine(QPointF(w - 48 * u, y + 2.5 * u), QPointF(w - 43.5 * u, y + 7 * u));
    }

    void mobileBottom()
    {
        const double h = m_chrome.bottom;
        if (h <= 0)
            return;
        const double u = m_chrome.unit;
        const double w = m_chrome.size.width();
        const double y = m_chrome.size.height() - h / 2;
        m_painter.fillRect(QRectF(0, m_chrome.size.height() - h, w, h), m_bar);
        m_painter.setPen(QPen(m_ink, 1.6 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolygon(QPolygonF{{QPointF(w * 0.25 + 5 * u, y - 6 * u), QPointF(w * 0.25 - 6 * u, y),
                                         QPointF(w * 0.25 + 5 * u, y + 6 * u)}});
        m_painter.drawEllipse(QPointF(w * 0.5, y), 6.5 * u, 6.5 * u);
        m_painter.drawRoundedRect(QRectF(w * 0.75 - 6 * u, y - 6 * u, 12 * u, 12 * u), u, u);
    }

    void browser(const QString &title, const QString &address)
    {
        const double w = m_chrome.size.width();
        m_painter.fillRect(QRectF(0, 0, w, m_chrome.toolbar), m_field);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_bar);
        m_painter.drawRoundedRect(QRectF(10, 6, 240, 40), 8, 8);
        m_painter.drawRect(QRectF(0, 38, w, 40));
        m_painter.setBrush(m_field);
        m_painter.drawRoundedRect(QRectF(110, 43, w - 230, 30), 15, 15);
        m_painter.setBrush(m_ink.lighter(150));
        m_painter.drawRect(QRectF(0, 78, w, 34));
        m_painter.setBrush(Qt::NoBrush);
        label({24, 28}, title, 11.5);
        label({226, 28}, u"×"_s, 13);
        label({16, 64}, u"←   →   ⟳"_s, 14);
        label({128, 63}, address, 12);
        const QColor ink = m_ink;
        m_ink = QColor(240, 240, 242);
        label({20, 100}, title, 11.5);
        label({w / 2 - 60, 100}, u"1 / 1     −  100%  +"_s, 11.5);
        m_ink = ink;
    }

    void taskbar(const QString &clock)
    {
        const double w = m_chrome.size.width();
        const double top = m_chrome.size.height() - m_chrome.bottom;
        m_painter.fillRect(QRectF(0, top, w, m_chrome.bottom), QColor(28, 32, 44));
        const std::array<QColor, 5> icons{
            QColor(80, 150, 240), {240, 180, 60}, {90, 190, 120}, {220, 90, 80}, {150, 120, 220}};
        for (size_t i = 0; i < icons.size(); ++i) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(icons[i]);
            m_painter.drawRoundedRect(QRectF(14 + 42.0 * static_cast<double>(i), top + 7, 20, 20), 5, 5);
        }
        m_painter.setBrush(Qt::NoBrush);
        const QColor ink = m_ink;
        m_ink = Qt::white;
        label({w - 70, top + 22}, clock, 11.5);
        m_ink = ink;
    }

private:
    QPainter &m_painter;
    const Chrome &m_chrome;
    QColor m_bar;
    QColor m_ink;
    QColor m_field;
};
} // namespace

DrawnProof drawProofScreenshot(const ProofSpec &spec, Screen screen, Random &random)
{
    const bool dark = random.chance(0.4);
    const Chrome chrome = chromeOf(screen, dark);
    const double scale = chrome.pageWidth / Sheet::width;
    const DrawnProof flat = drawProofImage(spec, scale);
    DrawnProof drawn;
    drawn.image = QImage(chrome.size, QImage::Format_RGB32);
    drawn.image.fill(chrome.desk);
    QPainter painter(&drawn.image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double room = chrome.size.height() - chrome.status - chrome.toolbar - chrome.bottom;
    const QPointF at((chrome.size.width() - flat.image.width()) / 2,
                     chrome.status + chrome.toolbar +
                         (flat.image.height() < room ? qRound((room - flat.image.height()) / 4) : 12));
    painter.fillRect(QRectF(at, QSizeF(flat.image.size())).adjusted(-2, -2, 3, 4), QColor(0, 0, 0, 40));
    painter.drawImage(at, flat.image);
    ScreenPainter bars(painter, chrome, dark);
    const QString clock =
        u"%1:%2"_s.arg(random.integer(7, 22)).arg(random.integer(0, 59), 2, 10, QLatin1Char('0'));
    const QString file = word(static_cast<Word>(static_cast<int>(spec.kind)), spec.language);
    if (screen == Screen::Laptop) {
        bars.browser(file.left(28), u"https://my.supplier.example/documents/"_s +
                                        QString::number(random.integer(10000, 99999)) + u".pdf"_s);
        bars.taskbar(clock);
    } else {
        bars.statusBar(clock, random.integer(12, 99));
        bars.mobileToolbar(file.left(26));
        bars.mobileBottom();
    }
    painter.end();
    drawn.truth = mapped(flat.truth, QTransform::fromTranslate(at.x(), at.y()));
    drawn.truth.size = drawn.image.size();
    return drawn;
}

} // namespace scrutineer::samples

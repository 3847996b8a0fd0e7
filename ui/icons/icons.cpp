// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <optional>

static void loadIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace scrutineer::ui {

namespace {
constexpr std::array fileNames{
    "approve",      "ask_again",      "reject",  "import",     "export",   "verify",  "search",
    "filter",       "queue",          "user",    "settings",   "help",     "undo",    "note",
    "message",      "confirm",        "dismiss", "next",       "previous", "zoom_in", "zoom_out",
    "fit",          "true_size",      "rotate",  "fill",       "link",     "detach",  "attach",
    "overlay",      "blink",          "slide",   "calendar",   "flagged",  "review",  "clear",
    "not_assessed", "not_applicable", "missing", "unreadable", "reading",  "close",
};
static_assert(fileNames.size() == static_cast<std::size_t>(Icon::Close) + 1);

QByteArray drawing(const QString &name)
{
    QFile file(QStringLiteral(":/scrutineer/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Renders a drawing whose colour is `currentColor`, each time in the colour that the palette has by then.
class DrawingEngine : public QIconEngine
{
public:
    DrawingEngine(QString name, std::optional<QColor> color) : m_name(std::move(name)), m_color(color) {}

    QIconEngine *clone() const override { return new DrawingEngine(m_name, m_color); }
    QString key() const override { return QStringLiteral("scrutineer"); }
    bool isNull() override { return false; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(drawing(m_name).replace("currentColor", colorFor(mode).name().toLatin1()));
        painter->save();
        if (mode == QIcon::Disabled && m_color)
            painter->setOpacity(0.4);
        const int side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        renderer.render(painter, square);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty()) // a button that was squeezed to nothing
            return {};
        const QString key = QStringLiteral("scrutineer/%1/%2/%3x%4/%5")
                                .arg(m_name, colorFor(mode).name())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(mode);
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect({}, size), mode, state);
        painter.end();
        QPixmapCache::insert(key, result);
        return result;
    }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        if (m_color)
            return *m_color;
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
    }

    QString m_name;
    std::optional<QColor> m_color;
};

QIcon make(Icon name, std::optional<QColor> color)
{
    loadIconResource();
    const char *fileName = fileNames.at(static_cast<std::size_t>(name));
    return QIcon(new DrawingEngine(QString::fromLatin1(fileName), color));
}
} // namespace

QIcon icon(Icon name)
{
    return make(name, std::nullopt);
}

QIcon icon(Icon name, const QColor &color)
{
    return make(name, color);
}

QIcon applicationIcon()
{
    loadIconResource();
    QIcon result;
    QSvgRenderer renderer(drawing(QStringLiteral("scrutineer")));
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

Icon outcomeIcon(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotApplicable:
        return Icon::NotApplicable;
    case Outcome::Clear:
        return Icon::Clear;
    case Outcome::NotAssessed:
        return Icon::NotAssessed;
    case Outcome::Review:
        return Icon::Review;
    case Outcome::Flagged:
        return Icon::Flagged;
    }
    return Icon::NotAssessed;
}

} // namespace scrutineer::ui

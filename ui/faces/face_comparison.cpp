// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faces/face_comparison.h"

#include "ui/icons/icons.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace scrutineer::ui {

namespace {
constexpr int blinkMs = 600; ///< far below the three flashes a second that WCAG 2.3.1 allows
constexpr double seamStep = 0.05;
constexpr int preferredSide = 420; ///< logical pixels
} // namespace

FaceOverlay::FaceOverlay(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("faceOverlay"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_blink.setInterval(blinkMs);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_showsSecond = !m_showsSecond;
        update();
    });
}

void FaceOverlay::setFaces(const QImage &a, const QImage &b)
{
    m_a = a;
    m_b = b;
    update();
}

void FaceOverlay::setMode(Mode mode)
{
    m_mode = mode;
    m_showsSecond = false;
    mode == Mode::Blink ? m_blink.start() : m_blink.stop();
    setCursor(mode == Mode::Slide ? Qt::SplitHCursor : Qt::ArrowCursor);
    update();
}

void FaceOverlay::setSeam(double seam)
{
    m_seam = qBound(0.0, seam, 1.0);
    update();
}

QSize FaceOverlay::sizeHint() const
{
    return {2 * preferredSide, preferredSide};
}

QRectF FaceOverlay::square() const
{
    const double side = qMin(width(), height());
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

void FaceOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Tokens &tokens = tokensFor(palette());
    painter.fillRect(rect(), tokens.canvas);
    if (m_mode == Mode::SideBySide) {
        const double side = qMin(width() / 2.0, static_cast<double>(height()));
        const double top = (height() - side) / 2;
        painter.drawImage(QRectF(width() / 2.0 - side, top, side - 1, side), m_a);
        painter.drawImage(QRectF(width() / 2.0 + 1, top, side - 1, side), m_b);
        return;
    }
    if (m_mode == Mode::Blink) {
        painter.drawImage(square(), m_showsSecond ? m_b : m_a);
        return;
    }
    const double x = square().left() + m_seam * square().width();
    painter.drawImage(square(), m_b);
    painter.save();
    painter.setClipRect(QRectF(0, 0, x, height()));
    painter.drawImage(square(), m_a);
    painter.restore();
    painter.setPen(QPen(Qt::white, 3));
    painter.drawLine(QPointF(x, square().top()), QPointF(x, square().bottom()));
    painter.setPen(QPen(tokens.accent, 1.4));
    painter.drawLine(QPointF(x, square().top()), QPointF(x, square().bottom()));
}

void FaceOverlay::mouseMoveEvent(QMouseEvent *event)
{
    if (m_mode == Mode::Slide && square().width() > 0)
        setSeam((event->position().x() - square().left()) / square().width());
}

void FaceOverlay::mousePressEvent(QMouseEvent *event)
{
    setFocus();
    mouseMoveEvent(event);
}

void FaceOverlay::keyPressEvent(QKeyEvent *event)
{
    const bool slides = m_mode == Mode::Slide;
    if (slides && event->key() == Qt::Key_Left)
        setSeam(m_seam - seamStep);
    else if (slides && event->key() == Qt::Key_Right)
        setSeam(m_seam + seamStep);
    else
        QWidget::keyPressEvent(event);
}

FaceComparison::FaceComparison(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("faceComparison"));
    setWindowTitle(tr("Compare faces"));
    m_first = new QComboBox(this);
    m_first->setAccessibleName(tr("First face"));
    m_second = new QComboBox(this);
    m_second->setAccessibleName(tr("Second face"));
    m_overlay = new FaceOverlay(this);
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("comparisonLabel"));
    m_words->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout;
    line->addWidget(m_first);
    line->addWidget(m_second);
    line->addStretch(1);
    auto *group = new QActionGroup(this);
    QAction *const modes[]{addMode(QStringLiteral("sideBySideAction"), tr("Side by side (P)"), Icon::User,
                                   Qt::Key_P, FaceOverlay::Mode::SideBySide),
                           addMode(QStringLiteral("blinkAction"), tr("Blink (B)"), Icon::Blink, Qt::Key_B,
                                   FaceOverlay::Mode::Blink),
                           addMode(QStringLiteral("slideAction"), tr("Slide (S)"), Icon::Slide, Qt::Key_S,
                                   FaceOverlay::Mode::Slide)};
    for (QAction *action : modes) {
        group->addAction(action);
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        line->addWidget(button);
    }
    modes[0]->setChecked(true);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(line);
    layout->addWidget(m_overlay, 1);
    layout->addWidget(m_words);
    connect(m_first, &QComboBox::currentIndexChanged, this, &FaceComparison::showChosen);
    connect(m_second, &QComboBox::currentIndexChanged, this, &FaceComparison::showChosen);
    m_overlay->setFocus();
}

QAction *FaceComparison::addMode(const QString &name, const QString &text, Icon sign, Qt::Key key,
                                 FaceOverlay::Mode mode)
{
    auto *action = new QAction(icon(sign), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, mode] { m_overlay->setMode(mode); });
    addAction(action);
    return action;
}

void FaceComparison::setFaces(const QList<ComparedFace> &faces,
                              const std::function<QString(int, int)> &verdict)
{
    m_faces = faces;
    m_verdict = verdict;
    for (QComboBox *box : {m_first, m_second}) {
        const QSignalBlocker blocker(box);
        const int before = box->currentIndex();
        box->clear();
        for (const ComparedFace &face : faces)
            box->addItem(face.name);
        const int usual = qMin(box == m_first ? 0 : 1, static_cast<int>(faces.size()) - 1);
        box->setCurrentIndex(before >= 0 && before < faces.size() ? before : usual);
    }
    showChosen();
}

void FaceComparison::choose(int a, int b)
{
    m_first->setCurrentIndex(a);
    m_second->setCurrentIndex(b);
}

void FaceComparison::showChosen()
{
    const int a = m_first->currentIndex();
    const int b = m_second->currentIndex();
    if (a < 0 || b < 0 || a >= m_faces.size() || b >= m_faces.size())
        return;
    m_overlay->setFaces(m_faces[a].crop, m_faces[b].crop);
    m_overlay->setAccessibleName(tr("Faces of %1 and %2").arg(m_faces[a].name, m_faces[b].name));
    m_words->setText(m_verdict ? m_verdict(a, b) : QString());
}

} // namespace scrutineer::ui

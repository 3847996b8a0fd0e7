// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faces/face_strip.h"

#include "ui/evidence/picture_cache.h"
#include "ui/faces/face_comparison.h"
#include "ui/faces/face_crop.h"
#include "ui/faces/face_strip_p.h"
#include "ui/faces/face_tile.h"
#include "ui/icons/icons.h"
#include "ui/theme/tokens.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPromise>
#include <QToolButton>
#include <QVBoxLayout>

namespace scrutineer::ui {

namespace {
constexpr int cropSide = 480; ///< pixels; enough for the comparison window
constexpr int signSide = 16;
constexpr int preferredHeight = 190; ///< logical pixels
constexpr int preferredWidth = 320;
constexpr int smallestHeight = 130;
constexpr auto matchCheck = "face.mismatch";

bool hasFace(Role role)
{
    return role == Role::DocumentFront || role == Role::Selfie || role == Role::Handheld;
}
} // namespace

FaceStrip::FaceStrip(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(QStringLiteral("faceStrip"));
    setAccessibleName(tr("Faces"));
    d->threads.setMaxThreadCount(1);
    d->build();
    clear();
}

FaceStrip::~FaceStrip()
{
    d->threads.clear();
}

void FaceStrip::Private::build()
{
    auto *frame = new QFrame(&strip);
    frame->setProperty("kind", QStringLiteral("panel"));
    auto *title = new QLabel(tr("Faces"), frame);
    title->setProperty("kind", QStringLiteral("title"));
    model = new QLabel(frame);
    model->setObjectName(QStringLiteral("faceModelLabel"));
    model->setProperty("kind", QStringLiteral("dim"));
    compareButton = new QToolButton(frame);
    compareButton->setObjectName(QStringLiteral("compareFacesButton"));
    compareButton->setIcon(icon(Icon::Slide));
    compareButton->setText(tr("Compare"));
    compareButton->setToolTip(tr("Compare two faces by blinking and by a slide"));
    compareButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    compareButton->setAutoRaise(true);
    connect(compareButton, &QToolButton::clicked, &strip, &FaceStrip::compare);
    empty = new QLabel(frame);
    empty->setObjectName(QStringLiteral("faceEmptyLabel"));
    empty->setProperty("kind", QStringLiteral("dim"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    scoreBox = new QWidget(frame);
    scores = new QGridLayout(scoreBox);
    scores->setContentsMargins(0, 0, 0, 0);
    scores->setHorizontalSpacing(metrics::gap);
    scores->setVerticalSpacing(2);
    scores->setColumnStretch(2, 1);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addWidget(model, 1);
    head->addWidget(compareButton);
    tileLine = new QHBoxLayout;
    tileLine->setSpacing(metrics::gap);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(metrics::gap, metrics::smallGap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::smallGap);
    layout->addLayout(head);
    layout->addLayout(tileLine, 1);
    layout->addWidget(empty, 1);
    layout->addWidget(scoreBox);
    auto *outer = new QVBoxLayout(&strip);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(frame);
}

void FaceStrip::setCase(const Case &input, const QList<facts::DisplayPage> &pages)
{
    ++d->generation;
    d->threads.clear();
    d->files.clear();
    d->facts = {};
    d->hasFacts = false;
    d->notAssessed.clear();
    for (const EvidenceFile &file : input.files) {
        if (hasFace(file.role)) {
            Private::Slot slot;
            slot.path = file.path;
            slot.role = file.role;
            d->files.append(slot);
        }
    }
    std::stable_sort(d->files.begin(), d->files.end(),
                     [](const Private::Slot &a, const Private::Slot &b) { return a.role < b.role; });
    d->makeTiles();
    for (const facts::DisplayPage &page : pages)
        addPage(page);
    d->showTiles();
    d->showScores();
}

void FaceStrip::addPage(const facts::DisplayPage &page)
{
    Private::Slot *slot = page.page == 0 ? d->slotOf(page.path) : nullptr;
    if (!slot)
        return;
    slot->page = page;
    d->cut(*slot);
}

void FaceStrip::setFacts(const facts::Facts &facts, const FaceBands &bands)
{
    d->facts = facts;
    d->hasFacts = true;
    d->bands = bands;
    for (Private::Slot &slot : d->files)
        d->readFacts(slot);
    d->showTiles();
    d->showScores();
}

void FaceStrip::setFindings(const QList<Finding> &findings)
{
    d->notAssessed.clear();
    for (const Finding &finding : findings) {
        if (finding.checkId == QLatin1StringView(matchCheck) && finding.outcome == Outcome::NotAssessed)
            d->notAssessed = finding.message.translated();
    }
    d->showScores();
}

void FaceStrip::clear()
{
    setCase({}, {});
}

bool FaceStrip::canCompare() const
{
    return std::count_if(d->files.cbegin(), d->files.cend(),
                         [](const Private::Slot &slot) { return !slot.crop.isNull(); }) >= 2;
}

void FaceStrip::compare()
{
    if (!canCompare())
        return;
    if (!d->comparison)
        d->comparison = new FaceComparison(this);
    d->showComparison();
    d->comparison->show();
    d->comparison->raise();
    d->comparison->activateWindow();
}

QSize FaceStrip::sizeHint() const
{
    return {preferredWidth, preferredHeight};
}

QSize FaceStrip::minimumSizeHint() const
{
    return {preferredWidth / 2, smallestHeight};
}

void FaceStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d->scores)
        d->showScores(); // signs carry the palette's colours
}

void FaceStrip::Private::makeTiles()
{
    qDeleteAll(tiles);
    tiles.clear();
    for (const Slot &slot : std::as_const(files)) {
        auto *tile = new FaceTile(&strip);
        tile->setRole(slot.role);
        connect(tile, &FaceTile::clicked, &strip, [this, path = slot.path] {
            const Slot *clicked = slotOf(path);
            if (clicked && clicked->face)
                Q_EMIT strip.regionRequested({path, 0, QPolygonF(clicked->face->box), {}});
        });
        tileLine->addWidget(tile);
        tiles.append(tile);
    }
}

void FaceStrip::Private::readFacts(Slot &slot)
{
    const facts::FileFacts *file = facts.fileAt(slot.path);
    slot.isRead = file != nullptr;
    if (!file)
        return;
    std::optional<facts::Face> face;
    slot.faces = 0;
    if (file->unreadable)
        slot.note = tr("Cannot be read");
    else if (!file->faces)
        slot.note = tr("Not looked for");
    else if (file->faces->faces.isEmpty())
        slot.note = tr("No face found");
    else {
        face = file->faces->faces.first();
        slot.faces = static_cast<int>(file->faces->faces.size());
        slot.note.clear();
    }
    if (face == slot.face)
        return;
    slot.face = face;
    slot.crop = {};
    cut(slot);
}

/// Decodes and cuts in the background; the tile shows the face when it comes.
void FaceStrip::Private::cut(const Slot &slot)
{
    if (!slot.face || slot.page.fullSize.isEmpty())
        return;
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->future().then(
        &strip, [this, path = slot.path, face = *slot.face, made = generation](const QImage &crop) {
            Slot *target = slotOf(path);
            if (made != generation || !target || !target->face || !(*target->face == face))
                return;
            target->crop = crop;
            if (crop.isNull())
                target->note = tr("Picture damaged");
            showTiles();
            showScores();
            if (comparison && comparison->isVisible())
                showComparison();
        });
    promise->start();
    threads.start([promise, page = slot.page, face = *slot.face] {
        const QImage display = decodeJpeg(page.display);
        const QImage source = display.isNull() ? decodeJpeg(page.preview) : display;
        promise->addResult(faceCrop(source, page.fullSize, face, cropSide));
        promise->finish();
    });
}

void FaceStrip::Private::showTiles()
{
    for (qsizetype i = 0; i < files.size(); ++i) {
        const Slot &slot = files[i];
        if (!slot.crop.isNull())
            tiles[i]->setFace(slot.crop, slot.faces);
        else
            tiles[i]->setNote(slot.note.isEmpty() ? tr("Still being read") : slot.note);
    }
    empty->setVisible(files.isEmpty());
    empty->setText(tr("Faces of the document, the selfie and the handheld photo stand here side by side."));
    compareButton->setEnabled(strip.canCompare());
}

Outcome FaceStrip::Private::bandOf(double score) const
{
    if (score < bands.different)
        return Outcome::Flagged;
    return score >= bands.same ? Outcome::Clear : Outcome::Review;
}

QString FaceStrip::Private::wordsOf(const facts::FaceMatch &match) const
{
    const QString score = QLocale().toString(match.score, 'f', 2);
    switch (bandOf(match.score)) {
    case Outcome::Flagged:
        return tr("Different people, %1").arg(score);
    case Outcome::Clear:
        return tr("Same person, %1").arg(score);
    default:
        return tr("Unclear, look: %1").arg(score);
    }
}

QString FaceStrip::Private::verdictOn(const QString &a, const QString &b) const
{
    for (const facts::FaceMatch &match : facts.faceMatches) {
        if ((match.a == a && match.b == b) || (match.a == b && match.b == a))
            return tr("%1 (%2)").arg(wordsOf(match), match.model);
    }
    return notAssessed.isEmpty() ? tr("These two were not compared.") : notAssessed;
}

QString FaceStrip::Private::nameOf(const QString &path) const
{
    for (const Slot &slot : files) {
        if (slot.path == path)
            return toLabel(slot.role);
    }
    return path;
}

FaceStrip::Private::Slot *FaceStrip::Private::slotOf(const QString &path)
{
    for (Slot &slot : files) {
        if (slot.path == path)
            return &slot;
    }
    return nullptr;
}

void FaceStrip::Private::addScore(int row, Outcome outcome, const QString &pair, const QString &words,
                                  const QString &tip)
{
    auto *sign = new QLabel(scoreBox);
    const QColor color = tokensFor(strip.palette()).of(outcome);
    sign->setPixmap(
        icon(outcomeIcon(outcome), color).pixmap(QSize(signSide, signSide), strip.devicePixelRatioF()));
    sign->setAccessibleName(toLabel(outcome));
    auto *name = new QLabel(pair, scoreBox);
    name->setTextFormat(Qt::PlainText);
    auto *text = new QLabel(words, scoreBox);
    text->setObjectName(QStringLiteral("faceScoreLabel"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setToolTip(tip);
    text->setProperty("kind", outcome == Outcome::NotAssessed ? QString()
                                                              : toName(outcome)); // coloured like its sign
    scores->addWidget(sign, row, 0, Qt::AlignTop);
    scores->addWidget(name, row, 1, Qt::AlignTop);
    scores->addWidget(text, row, 2);
}

void FaceStrip::Private::showScores()
{
    while (QLayoutItem *item = scores->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    QString usedModel;
    for (const facts::FaceMatch &match : std::as_const(facts.faceMatches)) {
        const QLocale locale;
        const QString tip =
            tr("Cosine of the two faces. Same person from %1 on, different people below %2.")
                .arg(locale.toString(bands.same, 'f', 2), locale.toString(bands.different, 'f', 2));
        addScore(row++, bandOf(match.score), tr("%1 – %2").arg(nameOf(match.a), nameOf(match.b)),
                 wordsOf(match), tip);
        usedModel = match.model;
    }
    if (row == 0 && !notAssessed.isEmpty())
        addScore(row++, Outcome::NotAssessed, toLabel(Outcome::NotAssessed), notAssessed, notAssessed);
    model->setText(usedModel);
    model->setToolTip(tr("The model that compared the faces"));
    scoreBox->setVisible(row > 0);
}

void FaceStrip::Private::showComparison()
{
    QList<ComparedFace> faces;
    QStringList paths;
    for (const Slot &slot : std::as_const(files)) {
        if (slot.crop.isNull())
            continue;
        faces.append({toLabel(slot.role), slot.crop});
        paths.append(slot.path);
    }
    comparison->setFaces(faces, [this, paths](int a, int b) {
        return a == b ? tr("The same picture twice") : verdictOn(paths[a], paths[b]);
    });
}

} // namespace scrutineer::ui

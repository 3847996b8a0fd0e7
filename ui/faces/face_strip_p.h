// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/faces/face_strip.h"

#include <QImage>
#include <QPointer>
#include <QThreadPool>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace scrutineer::ui {

class FaceComparison;
class FaceTile;

class FaceStrip::Private
{
public:
    explicit Private(FaceStrip &owner) : strip(owner) {}

    /// One file that should show a face.
    struct Slot
    {
        QString path;
        Role role = Role::DocumentFront;
        facts::DisplayPage page; ///< the first; without bytes until it is there
        bool isRead = false;
        QString note;                    ///< why there is no face
        std::optional<facts::Face> face; ///< the largest
        int faces = 0;
        QImage crop;
    };

    void build();
    void makeTiles();
    void readFacts(Slot &slot);
    void cut(const Slot &slot);
    void showTiles();
    void showScores();
    void addScore(int row, Outcome outcome, const QString &pair, const QString &words, const QString &tip);
    void showComparison();
    [[nodiscard]] Outcome bandOf(double score) const;
    [[nodiscard]] QString wordsOf(const facts::FaceMatch &match) const;
    [[nodiscard]] QString verdictOn(const QString &a, const QString &b) const;
    [[nodiscard]] QString nameOf(const QString &path) const;
    [[nodiscard]] Slot *slotOf(const QString &path);

    FaceStrip &strip;
    QHBoxLayout *tileLine = nullptr;
    QGridLayout *scores = nullptr;
    QWidget *scoreBox = nullptr;
    QLabel *model = nullptr;
    QLabel *empty = nullptr;
    QToolButton *compareButton = nullptr;
    QPointer<FaceComparison> comparison;
    QList<FaceTile *> tiles;
    QList<Slot> files;
    facts::Facts facts;
    bool hasFacts = false;
    FaceBands bands;
    QString notAssessed; ///< the finding's sentence
    int generation = 0;  ///< of the case; crops of an earlier one are dropped
    QThreadPool threads; ///< last: its destructor waits
};

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"
#include "engine/samples/specimen/page.h"

namespace scrutineer::samples {

enum class Guilloche { Waves, Net, Rosettes, Rays };

/// What a page is printed on.
struct Paper
{
    QColor left;
    QColor middle;
    QColor right;
    QColor lineA;
    QColor lineB;
    Guilloche guilloche = Guilloche::Waves;
};

/// The colours of the paper and its fine lines over the whole page.
void printPaper(Page &page, const Paper &paper);

/// A line of text so small that it looks like a rule.
void printMicrotext(Page &page, const QPointF &from, double width, const QString &words,
                    const QColor &colour);

/// A fine-line ornament.
void printRosette(QPainter &painter, const QPointF &centre, double radius, int petals, const QColor &colour);

/// An optically variable emblem: its hue runs around and along the radius.
void printHologram(QPainter &painter, const QPointF &centre, double radius, uint64_t seed);

/// Hills and sky behind a North American licence.
void printLandscape(Page &page, const QColor &sky, const QColor &far, const QColor &near, int ridges);

/// A pen stroke like a signature; gives its box.
QRectF printSignature(QPainter &painter, const QRectF &inside, uint64_t seed, const QColor &ink);

/// The word that every page carries, large, in outline and across.
void printSpecimenMark(Page &page, const QPointF &at, double capHeight, double degrees);

} // namespace scrutineer::samples

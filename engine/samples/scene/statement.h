// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/random.h"

#include <QDate>
#include <QImage>
#include <QRectF>
#include <QStringList>

#include <opencv2/core.hpp>

namespace scrutineer::samples {

/// A sheet with handwriting, and where its parts stand (pixels; empty where there is none).
struct Statement
{
    QImage paper; ///< RGB32
    QRectF date;
    QRectF word;
    QString text; ///< what is written, lines separated by line feeds
};

/// A date as people write it: one of eight orders and separators.
[[nodiscard]] QString handwrittenDate(const QDate &date, Random &random);

/// Writes a word, a date and some other lines; an empty word or date is left out.
[[nodiscard]] Statement writeStatement(const QString &word, const QString &date, const QStringList &others,
                                       cv::Size size, Random &random);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"

#include <opencv2/core.hpp>

namespace scrutineer::forensics {

/// Print that was copied from one place of the document to another, as cue "copy". Print repeats itself too
/// (digits, chevrons, patterns), but a camera sees each repetition between other pixels and with other noise.
/// A copy keeps every corner of its print, at one shift by whole pixels, nearly every grey level and the
/// grain of the paper between. The score is the number of corners that moved together, times their share of
/// all corners there, times the share of grain that both places have in common, divided by their difference
/// (grey levels, root mean square, at least 1). luma: CV_8U, the picture at full size; document: where to
/// look, pixels; empty: everywhere.
[[nodiscard]] QList<facts::EditingCue> copyCues(const cv::Mat &luma, const QPolygonF &document,
                                                const QList<QPolygonF> &fillers = {});

} // namespace scrutineer::forensics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/known_places.h"

#include <algorithm>

namespace scrutineer::analysis {

using namespace Qt::StringLiterals;

namespace {
/// Runs of fillers in a zone's line, whose characters stand at one pitch. region: of the line.
QList<QPolygonF> fillersIn(const QString &line, const QPolygonF &region)
{
    QList<QPolygonF> runs;
    if (region.size() != 4)
        return runs;
    const auto at = [&](qsizetype from, qsizetype to, qsizetype character) {
        return region[from] + (region[to] - region[from]) * double(character) / double(line.size());
    };
    for (qsizetype start = line.indexOf(u'<'); start >= 0;) {
        qsizetype end = start;
        while (end < line.size() && line.at(end) == u'<')
            ++end;
        runs.append(QPolygonF({at(0, 1, start), at(0, 1, end), at(3, 2, end), at(3, 2, start)}));
        start = line.indexOf(u'<', end);
    }
    return runs;
}
} // namespace

forensics::KnownPlaces knownPlaces(const facts::FileFacts &file)
{
    forensics::KnownPlaces known;
    if (file.faces) {
        for (const facts::Face &face : file.faces->faces)
            known.faces.append(face.box);
    }
    if (!file.document || !file.document->quad)
        return known;
    known.document = *file.document->quad;
    const QMap<QString, facts::PrintedField> &printed = file.document->printed;
    for (auto field = printed.begin(); field != printed.end(); ++field) {
        const QPolygonF &region = field->source.region;
        const QPointF middle = region.boundingRect().center(); // names may stand in one place
        const bool isKnown =
            std::any_of(known.values.begin(), known.values.end(),
                        [&](const QPolygonF &value) { return value.containsPoint(middle, Qt::OddEvenFill); });
        if (field.key() != "issuer"_L1 && field.key() != "address"_L1 && !isKnown)
            known.values.append(region);
    }
    if (const facts::Reading<facts::Mrz> &mrz = file.document->mrz) {
        for (qsizetype i = 0; i < std::min(mrz->lines.size(), mrz->lineRegions.size()); ++i)
            known.fillers += fillersIn(mrz->lines.at(i), mrz->lineRegions.at(i));
    }
    return known;
}

} // namespace scrutineer::analysis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/value_cues.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr std::size_t leastValues = 4;
constexpr double worthNaming = 1.1;  ///< times sharper or more blurred
constexpr double worthTurning = 2;   ///< deviations
constexpr double otherSize = 1.6;    ///< times as high as the others, or as low: another type
constexpr double regionMargin = 0.2; ///< of the box's height that is shown around it

constexpr double degree = std::numbers::pi / 180;
constexpr double unevenPrint = 0.08 * degree; ///< by which rows of one print differ. Measured.
constexpr double mostError = 0.3 * degree;    ///< of a slope that tells something
constexpr double keystone = 1.0 * degree; ///< by which slopes change from end to end of a page whose corners
                                          ///< were not found to the pixel, one deviation. Measured.

struct Value
{
    QPolygonF box;
    cv::Point2d middle; ///< on the page, 0 to 1 of its width and height
    double height = 0;  ///< pixels
    ValuePrint print;
};

/// A value and how far it stands apart from the others.
struct Outlier
{
    const Value *value = nullptr;
    double score = 0;
};

std::vector<Value> placed(const Sheet &sheet, const QList<QPolygonF> &boxes,
                          const std::vector<ValuePrint> &prints)
{
    std::vector<Value> values;
    const cv::Matx33d toPage = sheet.way.toFull.inv();
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        const QPolygonF &box = boxes[i];
        if (box.size() != 4)
            continue;
        const QPointF middle = (box[0] + box[2]) / 2;
        const cv::Vec3d mapped = toPage * cv::Vec3d(middle.x(), middle.y(), 1);
        values.push_back({box,
                          {mapped[0] / mapped[2] / sheet.page.cols, mapped[1] / mapped[2] / sheet.page.rows},
                          QLineF(box[0], box[3]).length(),
                          prints.at(std::size_t(i))});
    }
    return values;
}

/// Values in one type: neither much higher nor much lower than most.
std::vector<const Value *> inOneType(const std::vector<Value> &values)
{
    std::vector<double> heights;
    for (const Value &value : values) {
        if (value.print.edgeWidth)
            heights.push_back(value.height);
    }
    if (heights.size() < leastValues)
        return {};
    const auto middle = heights.begin() + std::ptrdiff_t(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    std::vector<const Value *> alike;
    for (const Value &value : values) {
        if (value.print.edgeWidth && value.height < otherSize * *middle && value.height * otherSize > *middle)
            alike.push_back(&value);
    }
    return alike;
}

/// The ends of a row of values in which their edges grow wider: how much an end is apart from the others,
/// divided by how far the others are apart. A page held at an angle is not equally sharp everywhere, but
/// evenly so.
std::pair<Outlier, Outlier> sharpestAndSoftest(const std::vector<Value> &values)
{
    std::vector<const Value *> row = inOneType(values);
    if (row.size() < leastValues)
        return {};
    const auto width = [&](std::size_t at) { return *row[at]->print.edgeWidth; };
    std::sort(row.begin(), row.end(),
              [](const Value *a, const Value *b) { return *a->print.edgeWidth < *b->print.edgeWidth; });
    const std::size_t last = row.size() - 1;
    return {{row.front(), width(1) / width(0) / (width(last) / width(1))},
            {row.back(), width(last) / width(last - 1) / (width(last - 1) / width(0))}};
}

/// The slope that a value should have by the slopes of others, and the variance of its difference: a plane
/// over the page that rises little. Where the others lie off it by more than they should, that counts for
/// all.
std::pair<double, double> expectedSlope(const std::vector<const Value *> &values, const Value *wanted)
{
    struct Term
    {
        cv::Vec3d at; ///< in deviations, as the slope
        double slope = 0;
    };
    std::vector<Term> terms;
    for (const Value *value : values) {
        const cv::Point2d away = value->middle - wanted->middle;
        const double weight = 1 / std::hypot(value->print.slopeError, unevenPrint);
        if (value != wanted)
            terms.push_back({cv::Vec3d(1, away.x, away.y) * weight, *value->print.slope * weight});
    }
    constexpr double rise = 1 / (keystone * keystone);
    cv::Matx33d products = cv::Matx33d::diag({0, rise, rise});
    cv::Vec3d sums(0, 0, 0);
    for (const Term &term : terms) {
        products += term.at * term.at.t();
        sums += term.at * term.slope;
    }
    const cv::Matx33d variances = products.inv(cv::DECOMP_CHOLESKY);
    const cv::Vec3d plane = variances * sums;
    double misfit = 0;
    for (const Term &term : terms)
        misfit += std::pow(term.slope - term.at.dot(plane), 2);
    const double own = std::pow(wanted->print.slopeError, 2) + unevenPrint * unevenPrint;
    return {plane[0], std::max(1.0, misfit / double(terms.size() - 1)) * (own + variances(0, 0))};
}

Outlier mostTurned(const std::vector<Value> &values)
{
    std::vector<const Value *> sloped;
    for (const Value &value : values) {
        if (value.print.slope && value.print.slopeError < mostError)
            sloped.push_back(&value);
    }
    Outlier most;
    if (sloped.size() < leastValues)
        return most;
    for (const Value *value : sloped) {
        const auto [slope, variance] = expectedSlope(sloped, value);
        const double score = std::abs(*value->print.slope - slope) / std::sqrt(variance);
        if (score > most.score)
            most = {value, score};
    }
    return most;
}

void addCue(QList<EditingCue> &cues, const QString &name, const char *seen, const Outlier &outlier,
            double least)
{
    if (!outlier.value || outlier.score < least)
        return;
    QPolygonF region = outlier.value->box;
    const QPointF along = (region[1] - region[0]) / std::max(1.0, QLineF(region[0], region[1]).length());
    const QPointF down = (region[3] - region[0]) / std::max(1.0, outlier.value->height);
    const double margin = regionMargin * outlier.value->height;
    region[0] -= margin * (along + down);
    region[1] += margin * (along - down);
    region[2] += margin * (along + down);
    region[3] -= margin * (along - down);
    cues.append({name, outlier.score, {QString::fromLatin1(seen), {}}, 0, {region}});
}
} // namespace

QList<EditingCue> valueCues(const Sheet &sheet, const QList<QPolygonF> &boxes,
                            const std::vector<ValuePrint> &prints)
{
    if (boxes.size() < qsizetype(leastValues) || sheet.page.empty())
        return {};
    const std::vector<Value> values = placed(sheet, boxes, prints);
    const auto [sharpest, softest] = sharpestAndSoftest(values);
    QList<EditingCue> cues;
    addCue(cues, u"edges"_s,
           QT_TRANSLATE_NOOP("scrutineer", "A printed value is sharper than every other value."), sharpest,
           worthNaming);
    addCue(cues, u"soft"_s,
           QT_TRANSLATE_NOOP("scrutineer", "A printed value is more blurred than every other value."),
           softest, worthNaming);
    addCue(cues, u"slant"_s,
           QT_TRANSLATE_NOOP("scrutineer", "A printed value is turned against the other values."),
           mostTurned(values), worthTurning);
    return cues;
}

} // namespace scrutineer::forensics

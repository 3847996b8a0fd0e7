// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/defect/forgery.h"

#include "engine/samples/defect/edit.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
/// The field that a forger goes for, and the document that says otherwise there.
struct Target
{
    QRectF box; ///< on the flat; empty: the design has no such field
    DocumentSpec other;
};

Target targetOf(const ForgeryJob &job, const QString &name, Random &random)
{
    Target target{{}, job.spec};
    const FieldTruth *field = job.truth.field(name);
    if (!field || field->side != 0)
        return target;
    target.box = field->region.boundingRect();
    if (field->date)
        target.other.printed[name] = printedDate(field->date->addYears(3).addDays(11), job.spec);
    else if (name == u"number")
        target.other.printed[name] = otherDigits(job.spec.number, random);
    else
        target.other.printed[name] = u"MORUS"_s;
    return target;
}

/// The first of several fields that the design has.
Target anyTarget(const ForgeryJob &job, const QStringList &names, Random &random)
{
    for (const QString &name : names) {
        const Target target = targetOf(job, name, random);
        if (!target.box.isEmpty())
            return target;
    }
    return {{}, job.spec};
}

QPolygonF around(const QRectF &box)
{
    QPolygonF polygon(box.adjusted(-4, -3, 4, 3));
    polygon.removeLast();
    return polygon;
}

QPolygonF pasteField(Photo &photo, const ForgeryJob &job, const QStringList &names, Random &random)
{
    const Target target = anyTarget(job, names, random);
    if (target.box.isEmpty())
        return {};
    const QImage flat = drawDocument(target.other, job.pixelsPerMm).front;
    switch (job.way) {
    case Forgery::Retyped:
        return retypeFromFlat(photo, flat, around(target.box), random);
    case Forgery::Spliced:
        return spliceFromPhoto(photo, flat, around(target.box), job.strength, random);
    case Forgery::CharactersRetyped:
        return retypeCharacters(photo, drawDocument(job.spec, job.pixelsPerMm).front, flat, target.box,
                                job.strength, random);
    default:
        return pasteFromFlat(photo, flat, around(target.box), job.strength, random);
    }
}

QPolygonF pastePortrait(Photo &photo, const ForgeryJob &job, Random &random)
{
    if (job.truth.portrait.isEmpty())
        return {};
    DocumentSpec other = job.spec;
    other.holder.face =
        job.people.somebodyElse(other.holder.face, random.generator()(), other.holder.sex, 30);
    other.holder.face.glasses = false;
    const QPolygonF place = around(job.truth.portrait.boundingRect());
    const QImage flat = drawDocument(other, job.pixelsPerMm).front;
    return job.way == Forgery::PortraitSpliced ? spliceFromPhoto(photo, flat, place, job.strength, random)
                                               : pasteFromFlat(photo, flat, place, job.strength, random);
}

QPolygonF moveField(Photo &photo, const ForgeryJob &job, Random &random)
{
    const Target from = anyTarget(job, {u"number"_s, u"date_of_birth"_s, u"surname"_s}, random);
    const Target to = anyTarget(job, {u"expires_on"_s, u"given_names"_s, u"issued_on"_s}, random);
    if (from.box.isEmpty() || to.box.isEmpty())
        return {};
    const bool isFew = job.way == Forgery::CharactersCloned;
    const double width = isFew ? std::min(1.7 * from.box.height(), from.box.width())
                               : from.box.width() * random.between(0.4, 0.8);
    const double slack = from.box.width() - width;
    const QRectF part(from.box.left() + (isFew ? random.between(0, slack) : 0), from.box.top(), width,
                      from.box.height());
    const double along = isFew ? random.between(0, std::max(0.0, to.box.width() - width)) : 0;
    return copyMove(photo, part.adjusted(-2, -2, 2, 2), to.box.topLeft() + QPointF(2 + along, -2), random);
}
} // namespace

QString otherDigits(QString number, Random &random)
{
    const QString before = number;
    for (int left = 2, guard = 0; left > 0 && guard < 60; ++guard) {
        const int at = random.integer(0, static_cast<int>(number.size()) - 1);
        if (number[at].isDigit() && number[at] == before[at]) { // twice in one place may change nothing
            number[at] = QChar(u'0' + (number[at].digitValue() + random.integer(1, 8)) % 10);
            --left;
        }
    }
    return number;
}

QPolygonF forge(Photo &photo, const ForgeryJob &job, Random &random)
{
    const QStringList others{u"number"_s, u"expires_on"_s, u"date_of_birth"_s, u"surname"_s};
    QPolygonF where;
    switch (job.way) {
    case Forgery::NumberPasted:
        where = pasteField(photo, job, others, random);
        break;
    case Forgery::PortraitPasted:
    case Forgery::PortraitSpliced:
        where = pastePortrait(photo, job, random);
        break;
    case Forgery::ExpiryPasted:
        where = pasteField(photo, job, {u"expires_on"_s, u"issued_on"_s}, random);
        break;
    case Forgery::CopyMoved:
    case Forgery::CharactersCloned:
        where = moveField(photo, job, random);
        break;
    case Forgery::BackgroundReplaced:
        where = replaceBackground(photo, job.strength, random);
        break;
    case Forgery::Retyped:
    case Forgery::CharactersRetyped:
        where = pasteField(photo, job, {u"date_of_birth"_s, u"expires_on"_s, u"number"_s}, random);
        break;
    case Forgery::Spliced:
        where = pasteField(photo, job, {u"surname"_s, u"expires_on"_s, u"number"_s}, random);
        break;
    }
    return where.isEmpty() ? pasteField(photo, job, others, random) : where;
}

} // namespace scrutineer::samples

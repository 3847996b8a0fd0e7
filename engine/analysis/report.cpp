// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/report.h"

#include "engine/facts/cue_kinds.h"

#include <QJsonArray>

#include <cmath>

namespace scrutineer::analysis {

using namespace Qt::StringLiterals;

namespace {
QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue dateOrNull(const std::optional<QDate> &date)
{
    return date && date->isValid() ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue numberOrNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

double pixels(double value)
{
    return std::round(value * 10) / 10;
}

QJsonArray polygonToJson(const QPolygonF &polygon)
{
    QJsonArray points;
    for (const QPointF &point : polygon)
        points.append(QJsonArray{pixels(point.x()), pixels(point.y())});
    return points;
}

QJsonArray polygonsToJson(const QList<QPolygonF> &polygons)
{
    QJsonArray array;
    for (const QPolygonF &polygon : polygons)
        array.append(polygonToJson(polygon));
    return array;
}

QJsonObject fileToJson(const EvidenceFile &file, const facts::FileFacts *read)
{
    QJsonObject object{{u"path"_s, file.path},      {u"role"_s, toName(file.role)},
                       {u"sha256"_s, QJsonValue()}, {u"kind"_s, QJsonValue()},
                       {u"width"_s, QJsonValue()},  {u"height"_s, QJsonValue()},
                       {u"pages"_s, QJsonValue()},  {u"unreadable"_s, QJsonValue()}};
    if (!read)
        return object;
    object["sha256"_L1] = textOrNull(read->sha256);
    object["kind"_L1] = textOrNull(read->kind);
    if (!read->pages.isEmpty()) {
        object["width"_L1] = read->pages.first().width();
        object["height"_L1] = read->pages.first().height();
        object["pages"_L1] = read->pages.size();
    }
    if (read->unreadable)
        object["unreadable"_L1] = toName(read->unreadable->code);
    return object;
}

QJsonObject checkToJson(const Finding &finding)
{
    QJsonArray evidence;
    for (const Region &region : finding.evidence) {
        evidence.append(QJsonObject{{u"path"_s, region.path},
                                    {u"page"_s, region.page},
                                    {u"polygon"_s, polygonToJson(region.polygon)},
                                    {u"text"_s, region.text}});
    }
    const bool notAssessed = finding.outcome == Outcome::NotAssessed;
    return {{u"id"_s, finding.checkId},
            {u"reason"_s, finding.reason},
            {u"outcome"_s, toName(finding.outcome)},
            {u"score"_s, numberOrNull(finding.score)},
            {u"threshold"_s, numberOrNull(finding.threshold)},
            {u"unit"_s, finding.unit},
            {u"message"_s, finding.message.english()},
            {u"cause"_s, notAssessed ? textOrNull(finding.cause) : QJsonValue()},
            {u"evidence"_s, evidence},
            {u"facts"_s, QJsonArray::fromStringList(finding.factsUsed)}};
}

/// The pictures of the document that could be read, the front first.
struct Side
{
    QString path;
    const facts::Document *document;
};

QList<Side> sidesOf(const facts::Facts &facts)
{
    QList<Side> sides;
    for (const Role role : {Role::DocumentFront, Role::DocumentBack}) {
        for (const facts::FileFacts &file : facts.files) {
            if (file.role == role && !file.unreadable && file.document)
                sides += Side{file.path, &*file.document};
        }
    }
    return sides;
}

const Side *sideWithMrz(const QList<Side> &sides)
{
    for (const Side &side : sides) {
        if (side.document->mrz)
            return &side;
    }
    return nullptr;
}

QJsonValue mrzToJson(const Side *side)
{
    if (!side)
        return QJsonValue();
    const facts::Mrz &mrz = *side->document->mrz;
    QJsonObject digits;
    for (auto it = mrz.checkDigits.begin(); it != mrz.checkDigits.end(); ++it)
        digits.insert(it.key(), it.value());
    QJsonArray regions;
    for (const QPolygonF &region : mrz.lineRegions)
        regions.append(polygonToJson(region));
    return QJsonObject{{u"path"_s, side->path},
                       {u"format"_s, mrz.format},
                       {u"lines"_s, QJsonArray::fromStringList(mrz.lines)},
                       {u"fields"_s, QJsonObject{{u"document_code"_s, textOrNull(mrz.fields.documentCode)},
                                                 {u"issuer"_s, textOrNull(mrz.fields.issuer)},
                                                 {u"number"_s, textOrNull(mrz.fields.number)},
                                                 {u"surname"_s, textOrNull(mrz.fields.surname)},
                                                 {u"given_names"_s, textOrNull(mrz.fields.givenNames)},
                                                 {u"nationality"_s, textOrNull(mrz.fields.nationality)},
                                                 {u"sex"_s, textOrNull(mrz.fields.sex)},
                                                 {u"date_of_birth"_s, dateOrNull(mrz.fields.dateOfBirth)},
                                                 {u"expires_on"_s, dateOrNull(mrz.fields.expiresOn)}}},
                       {u"check_digits"_s, digits},
                       {u"verified"_s, mrz.verified},
                       {u"repaired"_s, mrz.repaired},
                       {u"polygons"_s, regions}};
}

QJsonValue printedOrNull(const QList<Side> &sides, const QString &field)
{
    for (const Side &side : sides) {
        if (const auto found = side.document->printed.constFind(field);
            found != side.document->printed.constEnd())
            return textOrNull(found->value);
    }
    return QJsonValue();
}

QJsonArray barcodesToJson(const QList<Side> &sides)
{
    QJsonArray array;
    for (const Side &side : sides) {
        if (!side.document->barcodes)
            continue;
        for (const facts::Barcode &barcode : *side.document->barcodes) {
            array.append(QJsonObject{{u"path"_s, side.path},
                                     {u"symbology"_s, barcode.symbology},
                                     {u"text"_s, barcode.text},
                                     {u"polygon"_s, polygonToJson(barcode.region)}});
        }
    }
    return array;
}

QJsonArray shownToJson(const QList<Side> &sides)
{
    QJsonArray array;
    for (const Side &one : sides) {
        const facts::Reading<facts::SideGuess> &shown = one.document->side;
        array.append(QJsonObject{{u"path"_s, one.path},
                                 {u"side"_s, shown ? QJsonValue(facts::toName(shown->side)) : QJsonValue()},
                                 {u"confidence"_s, shown ? QJsonValue(shown->confidence) : QJsonValue()},
                                 {u"grounds"_s, shown ? QJsonValue(shown->grounds) : QJsonValue()}});
    }
    return array;
}

QJsonValue documentToJson(const facts::Facts &facts)
{
    const QList<Side> sides = sidesOf(facts);
    if (sides.isEmpty())
        return QJsonValue();
    const Side *mrzSide = sideWithMrz(sides);
    const facts::MrzFields zone = mrzSide ? mrzSide->document->mrz->fields : facts::MrzFields();
    const bool zoneFirst = mrzSide && mrzSide->document->mrz->verified;
    const auto field = [&](const QString &name, const QJsonValue &inZone) {
        const QJsonValue printed = printedOrNull(sides, name);
        const bool takeZone = !inZone.isNull() && (zoneFirst || printed.isNull());
        return takeZone ? inZone : printed;
    };
    const facts::Document &first = *sides.first().document;
    const auto typed =
        std::find_if(sides.cbegin(), sides.cend(), [](const Side &s) { return s.document->type; });
    return QJsonObject{
        {u"type"_s, typed == sides.cend() ? QJsonValue() : toName(typed->document->type->type)},
        {u"sides"_s, shownToJson(sides)},
        {u"quad"_s, first.quad ? QJsonValue(polygonToJson(*first.quad)) : QJsonValue()},
        {u"cut_at"_s, QJsonArray::fromStringList(first.cutAt)},
        {u"other_quads"_s, polygonsToJson(first.otherQuads)},
        {u"surname"_s, field(u"surname"_s, textOrNull(zone.surname))},
        {u"given_names"_s, field(u"given_names"_s, textOrNull(zone.givenNames))},
        {u"full_name"_s, printedOrNull(sides, u"full_name"_s)},
        {u"number"_s, field(u"number"_s, textOrNull(zone.number))},
        {u"date_of_birth"_s, field(u"date_of_birth"_s, dateOrNull(zone.dateOfBirth))},
        {u"expires_on"_s, field(u"expires_on"_s, dateOrNull(zone.expiresOn))},
        {u"issued_on"_s, printedOrNull(sides, u"issued_on"_s)},
        {u"issuer"_s, field(u"issuer"_s, textOrNull(zone.issuer))},
        {u"address"_s, printedOrNull(sides, u"address"_s)},
        {u"mrz"_s, mrzToJson(mrzSide)},
        {u"barcodes"_s, barcodesToJson(sides)}};
}

QJsonArray facesToJson(const facts::Facts &facts)
{
    QJsonArray array;
    for (const facts::FileFacts &file : facts.files) {
        if (file.unreadable || !file.faces)
            continue;
        for (const facts::Face &face : file.faces->faces) {
            const QRectF &box = face.box;
            array.append(QJsonObject{{u"path"_s, file.path},
                                     {u"page"_s, 0},
                                     {u"box"_s, QJsonArray{pixels(box.x()), pixels(box.y()),
                                                           pixels(box.width()), pixels(box.height())}},
                                     {u"score"_s, face.score}});
        }
    }
    return array;
}

QJsonArray matchesToJson(const facts::Facts &facts)
{
    QJsonArray array;
    for (const facts::FaceMatch &match : facts.faceMatches)
        array.append(QJsonObject{
            {u"a"_s, match.a}, {u"b"_s, match.b}, {u"score"_s, match.score}, {u"model"_s, match.model}});
    return array;
}

QJsonArray duplicatesToJson(const facts::Facts &facts)
{
    QJsonArray array;
    for (const facts::Duplicate &duplicate : facts.duplicates)
        array.append(QJsonObject{{u"path"_s, duplicate.path},
                                 {u"other_case"_s, textOrNull(duplicate.otherCaseId)},
                                 {u"other_path"_s, duplicate.otherPath},
                                 {u"same_bytes"_s, duplicate.sameBytes}});
    return array;
}

QJsonValue handheldToJson(const facts::Facts &facts)
{
    const facts::FileFacts *file = facts.fileOf(Role::Handheld);
    if (!file || file->unreadable || !file->handheld)
        return QJsonValue();
    return QJsonObject{{u"text"_s, textOrNull(file->handheld->text)},
                       {u"date"_s, dateOrNull(file->handheld->date)},
                       {u"document_inliers"_s, file->handheld->documentInliers}};
}

QJsonArray valuesOf(const QList<facts::PrintedField> &fields)
{
    QJsonArray array;
    for (const facts::PrintedField &field : fields)
        array.append(field.value);
    return array;
}

QJsonValue addressProofToJson(const facts::Facts &facts)
{
    const facts::FileFacts *file = facts.fileOf(Role::AddressProof);
    if (!file || file->unreadable || !file->addressProof)
        return QJsonValue();
    const facts::AddressProof &proof = *file->addressProof;
    return QJsonObject{{u"kind"_s, proof.kind ? textOrNull(*proof.kind) : QJsonValue()},
                       {u"issued_on"_s, proof.issuedOn ? textOrNull(proof.issuedOn->value) : QJsonValue()},
                       {u"names"_s, valuesOf(proof.names)},
                       {u"addresses"_s, valuesOf(proof.addresses)}};
}

/// A cue with the limits that document.altered sets for it; null where the policy knows none.
QJsonObject cueToJson(const QString &path, const facts::EditingCue &cue, const policy::Policy &policy)
{
    QJsonArray places;
    for (const QPolygonF &region : cue.regions)
        places.append(polygonToJson(region));
    const facts::CueKind *kind = facts::cueKindOf(cue.name);
    QJsonObject object{{u"path"_s, path},
                       {u"page"_s, cue.page},
                       {u"cue"_s, cue.name},
                       {u"kind"_s, kind ? QJsonValue(QString(kind->kind)) : QJsonValue()},
                       {u"score"_s, cue.score},
                       {u"unit"_s, QJsonValue()},
                       {u"seen"_s, cue.seen.english()},
                       {u"polygons"_s, places}};
    for (const QString &limit : {u"flag"_s, u"review"_s}) {
        const auto found = policy.thresholds.constFind(u"document.altered/"_s + cue.name + u'.' + limit);
        const bool isSet = found != policy.thresholds.constEnd();
        object[limit] = isSet ? QJsonValue(found->value) : QJsonValue();
        if (isSet)
            object["unit"_L1] = found->unit;
    }
    return object;
}

QJsonArray editingToJson(const facts::Facts &facts, const policy::Policy &policy)
{
    QJsonArray array;
    for (const facts::FileFacts &file : facts.files) {
        if (file.unreadable || !file.editing)
            continue;
        for (const facts::EditingCue &cue : file.editing->cues)
            array.append(cueToJson(file.path, cue, policy));
    }
    return array;
}

QJsonObject engineToJson(const facts::Facts &facts)
{
    QString detector;
    QString recognizer;
    for (const facts::FileFacts &file : facts.files) {
        if (!file.faces)
            continue;
        if (detector.isEmpty())
            detector = file.faces->detector;
        if (recognizer.isEmpty())
            recognizer = file.faces->recognizer;
    }
    return {{u"version"_s, QStringLiteral(SCRUTINEER_VERSION)},
            {u"face_detector"_s, textOrNull(detector)},
            {u"face_recognizer"_s, textOrNull(recognizer)}};
}
} // namespace

QJsonObject analysisReport(const Case &input, const facts::Facts &facts, const QList<Finding> &findings,
                           const policy::Policy &policy, qint64 durationMs)
{
    QJsonArray files;
    for (const EvidenceFile &file : input.files)
        files.append(fileToJson(file, facts.fileAt(file.path)));
    QJsonArray checks;
    for (const Finding &finding : findings)
        checks.append(checkToJson(finding));
    return {{u"format"_s, u"scrutineer.analysis/1"_s},
            {u"case"_s, textOrNull(input.id)},
            {u"duration_ms"_s, durationMs},
            {u"engine"_s, engineToJson(facts)},
            {u"policy"_s, QJsonObject{{u"id"_s, policy.id}, {u"sha256"_s, policy.sha256}}},
            {u"files"_s, files},
            {u"checks"_s, checks},
            {u"facts"_s, QJsonObject{{u"document"_s, documentToJson(facts)},
                                     {u"faces"_s, facesToJson(facts)},
                                     {u"face_matches"_s, matchesToJson(facts)},
                                     {u"handheld"_s, handheldToJson(facts)},
                                     {u"address_proof"_s, addressProofToJson(facts)},
                                     {u"duplicates"_s, duplicatesToJson(facts)},
                                     {u"editing"_s, editingToJson(facts, policy)}}}};
}

} // namespace scrutineer::analysis

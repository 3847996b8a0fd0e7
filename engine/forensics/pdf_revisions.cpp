// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/forensics/pdf_revisions.h"

#include "engine/image/file_decoder.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <opencv2/imgproc.hpp>
#include <poppler-form.h>
#include <poppler-qt6.h>

#include <algorithm>
#include <array>
#include <memory>

namespace scrutineer::forensics {

using namespace Qt::StringLiterals;
using facts::EditingCue;

namespace {
constexpr int mostRevisions = 4; ///< the latest ones
constexpr int mostPages = 4;
constexpr int changed = 60;        ///< grey levels
constexpr int ink = 150;           ///< grey level of print
constexpr int joins = 15;          ///< pixels at 200 dpi between parts of one change
constexpr int smallestChange = 12; ///< pixels wide or high
constexpr double inkShare = 0.02;  ///< of a change's place that bore print before

/// Where earlier revisions end. The first mark of a linearised file ends no revision (ISO 32000-1, annex F).
QList<qsizetype> earlierEnds(const QByteArray &bytes)
{
    QList<qsizetype> ends;
    for (qsizetype at = bytes.indexOf("%%EOF"); at >= 0; at = bytes.indexOf("%%EOF", at + 5))
        ends.append(at + 5);
    if (!ends.isEmpty())
        ends.removeLast();
    if (!ends.isEmpty() && bytes.left(1024).contains("/Linearized"))
        ends.removeFirst();
    return ends.mid(std::max<qsizetype>(0, ends.size() - mostRevisions));
}

/// Fields of signatures on a page, in shares of it.
struct Signatures
{
    QList<QRectF> places;
    bool areSigned = false;
};

Signatures signaturesOf(const QByteArray &bytes, int page)
{
    Signatures signatures;
    const std::unique_ptr<Poppler::Document> document(Poppler::Document::loadFromData(bytes));
    const std::unique_ptr<Poppler::Page> shown(document ? document->page(page) : nullptr);
    if (!shown)
        return signatures;
    for (const auto &field : shown->formFields()) {
        if (field->type() != Poppler::FormField::FormSignature)
            continue;
        signatures.places.append(field->rect().normalized());
        signatures.areSigned |=
            static_cast<const Poppler::FormFieldSignature *>(field.get())->signatureType() !=
            Poppler::FormFieldSignature::UnsignedSignature;
    }
    return signatures;
}

/// Whether an update replaces what is drawn and used in more than one place: a new signature's own appearance
/// is used by its field alone.
bool replacesSharedDrawing(const QByteArray &earlier, const QByteArray &update)
{
    static const QRegularExpression object(u"(\\d+) 0 obj\\s*<<(.*?)(endobj|stream)"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    const QString before = QString::fromLatin1(earlier);
    auto found = object.globalMatch(QString::fromLatin1(update));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const bool isDrawing = match.captured(3) == u"stream" && match.captured(2).contains(u"XObject"_s);
        const QString number = match.captured(1);
        if (isDrawing && before.contains(u'\n' + number + u" 0 obj"_s) &&
            before.count(u' ' + number + u" 0 R"_s) > 1)
            return true;
    }
    return false;
}

struct Change
{
    int page = 0;
    bool overPrint = false;
    bool afterSignature = false;
    QPolygonF region;
};

cv::Mat greyOf(const image::FileDecoder &decoder, int page)
{
    const auto picture = decoder.page(page);
    cv::Mat grey;
    if (picture)
        cv::cvtColor(picture->bgr, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

QList<Change> changesOf(const cv::Mat &before, const cv::Mat &now, const Signatures &signatures,
                        const QSize &fullSize)
{
    QList<Change> changes;
    cv::Mat difference;
    cv::absdiff(before, now, difference);
    difference = difference > changed;
    for (const QRectF &place : signatures.places) {
        const cv::Rect box(int(place.x() * now.cols) - 3, int(place.y() * now.rows) - 3,
                           int(place.width() * now.cols) + 6, int(place.height() * now.rows) + 6);
        difference(box & cv::Rect({}, now.size())).setTo(0);
    }
    cv::morphologyEx(difference, difference, cv::MORPH_CLOSE, cv::Mat::ones(joins, 2 * joins, CV_8U));
    cv::Mat labels;
    cv::Mat statistics;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(difference, labels, statistics, centres);
    const double scale = double(fullSize.width()) / now.cols;
    for (int label = 1; label < count; ++label) {
        const cv::Rect box(
            statistics.at<int>(label, cv::CC_STAT_LEFT), statistics.at<int>(label, cv::CC_STAT_TOP),
            statistics.at<int>(label, cv::CC_STAT_WIDTH), statistics.at<int>(label, cv::CC_STAT_HEIGHT));
        if (std::max(box.width, box.height) < smallestChange)
            continue;
        Change change;
        change.overPrint = cv::countNonZero(before(box) < ink) > inkShare * box.area();
        change.afterSignature = signatures.areSigned;
        QPolygonF region(QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale));
        region.removeLast();
        change.region = region;
        changes.append(change);
    }
    return changes;
}

void addRevisions(QList<EditingCue> &cues, const QByteArray &bytes, const policy::Limits &limits)
{
    const QList<qsizetype> ends = earlierEnds(bytes);
    if (ends.isEmpty())
        return;
    const auto now = image::FileDecoder::open(bytes, limits);
    if (!now)
        return;
    EditingCue cue;
    cue.name = u"revisions"_s;
    for (const qsizetype end : ends) {
        const QByteArray earlier = bytes.left(end) + '\n';
        const auto before = image::FileDecoder::open(earlier, limits);
        if (!before || before->pageCount() != now->pageCount())
            continue;
        for (int page = 0; page < std::min(mostPages, now->pageCount()); ++page) {
            const cv::Mat was = greyOf(*before, page);
            const cv::Mat is = greyOf(*now, page);
            if (was.empty() || was.size() != is.size())
                continue;
            Signatures signatures = signaturesOf(bytes, page);
            signatures.areSigned = signaturesOf(earlier, page).areSigned;
            if (signatures.areSigned && replacesSharedDrawing(earlier, bytes.mid(end)))
                signatures.places
                    .clear(); // what it draws over a signature's field is not that signature alone
            for (const Change &change : changesOf(was, is, signatures, now->pageSizes()[page])) {
                cue.score = std::max(cue.score, change.overPrint || change.afterSignature ? 1.0 : 0.5);
                cue.page = cue.regions.isEmpty() ? page : cue.page;
                if (page == cue.page && !cue.regions.contains(change.region))
                    cue.regions.append(change.region);
            }
        }
    }
    cue.seen = {
        QString::fromLatin1(
            cue.score >= 1
                ? QT_TRANSLATE_NOOP("scrutineer", "A later revision of the file shows something else here.")
                : QT_TRANSLATE_NOOP("scrutineer", "A later revision of the file added something here.")),
        {}};
    if (cue.score > 0)
        cues.append(cue);
}

/// Bills are set in all kinds of programs; one that edits finished PDFs or pictures is something to look at.
void addPrograms(QList<EditingCue> &cues, const QByteArray &bytes)
{
    constexpr std::array editors{"sejda"_L1,     "pdfescape"_L1,  "pdffiller"_L1,
                                 "dochub"_L1,    "pdfelement"_L1, "pdf-xchange editor"_L1,
                                 "photoshop"_L1, "gimp"_L1,       "canva"_L1};
    const std::unique_ptr<Poppler::Document> document(Poppler::Document::loadFromData(bytes));
    if (!document || document->isLocked())
        return;
    for (const QString &key : {u"Producer"_s, u"Creator"_s}) {
        const QString text = document->info(key);
        if (std::none_of(editors.begin(), editors.end(),
                         [&](QLatin1StringView name) { return text.contains(name, Qt::CaseInsensitive); }))
            continue;
        cues.append({u"editor"_s,
                     0.5,
                     {QString::fromLatin1(
                          QT_TRANSLATE_NOOP("scrutineer", "The file was saved by %1, which can edit it.")),
                      {text.left(60)}},
                     0,
                     {}});
        return;
    }
}
} // namespace

QList<EditingCue> pdfCues(const QByteArray &bytes, const policy::Limits &limits)
{
    QList<EditingCue> cues;
    addPrograms(cues, bytes);
    addRevisions(cues, bytes, limits);
    return cues;
}

} // namespace scrutineer::forensics

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/file_reader.h"

#include "engine/analysis/known_places.h"
#include "engine/face/face_engine.h"
#include "engine/facts/readers/address_proof_reader.h"
#include "engine/facts/readers/document_reader.h"
#include "engine/facts/readers/document_side.h"
#include "engine/forensics/editing_reader.h"
#include "engine/forensics/heat_maps.h"
#include "engine/forensics/pdf_revisions.h"
#include "engine/image/display.h"
#include "engine/image/file_decoder.h"
#include "engine/image/perceptual_hash.h"

#include <QCryptographicHash>

#include <new>

namespace scrutineer::analysis {

using namespace Qt::StringLiterals;

namespace {

bool isDocument(Role role)
{
    return role == Role::DocumentFront || role == Role::DocumentBack;
}

bool hasFaces(Role role)
{
    return role == Role::DocumentFront || role == Role::Selfie || role == Role::Handheld;
}

Error outOfMemory(const QString &path)
{
    return Error{ErrorCode::OutOfMemory, path, {}};
}

/// A library's exception becomes the absence of this one fact; memory is the whole file's matter.
template <typename T, typename Read>
facts::Reading<T> guarded(const Read &read)
{
    try {
        return read();
    } catch (const cv::Exception &error) {
        if (error.code == cv::Error::StsNoMem)
            throw std::bad_alloc();
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) {
        // falls through: the fact is missing, whatever the library said
    }
    return facts::NotRead{
        facts::Cause::TooPoor,
        Sentence{QString::fromLatin1(QT_TRANSLATE_NOOP("scrutineer", "The reader stopped at this file.")),
                 {}}};
}

} // namespace

class FileReader::Private
{
public:
    Private(const QStringList &folders, const policy::Limits &bounds) : faces(folders), limits(bounds) {}

    text::OcrEngine &engine()
    {
        if (!ocr)
            ocr = std::make_unique<text::OcrEngine>();
        return *ocr;
    }

    void read(const QByteArray &bytes, facts::FileFacts &file, const QDate &day, const Observer &observer);
    Result<image::Picture> show(const image::FileDecoder &decoder, int page, facts::FileFacts &file,
                                const Observer &observer) const;
    void readPictures(const image::FileDecoder &decoder, const QByteArray &bytes, facts::FileFacts &file,
                      const QDate &day, const Observer &observer);
    void readProof(const image::FileDecoder &decoder, const QByteArray &bytes, facts::FileFacts &file,
                   const QDate &day, const Observer &observer);
    void readFirstPage(const image::Picture &picture, const QByteArray &bytes, facts::FileFacts &file,
                       const QDate &day, const Observer &observer);
    static void readEditing(const image::Picture &picture, const QByteArray &bytes, facts::FileFacts &file);

    face::FaceEngine faces;
    std::unique_ptr<text::OcrEngine> ocr;
    policy::Limits limits;
};

namespace {

void tell(const Observer &observer, const QString &stage, double fraction)
{
    if (observer.progressed)
        observer.progressed(stage, fraction);
}

} // namespace

void FileReader::Private::read(const QByteArray &bytes, facts::FileFacts &file, const QDate &day,
                               const Observer &observer)
{
    file.kind = image::FileDecoder::sniff(bytes);
    tell(observer, u"decoding"_s, 0);
    Result<image::FileDecoder> decoder = [&] {
        const facts::StageTimer timer(file.stageMs, u"open"_s);
        return image::FileDecoder::open(bytes, limits);
    }();
    if (!decoder) {
        file.unreadable = decoder.error();
        return;
    }
    file.kind = decoder->kind();
    file.pages = decoder->pageSizes();
    if (file.role == Role::AddressProof)
        readProof(*decoder, bytes, file, day, observer);
    else
        readPictures(*decoder, bytes, file, day, observer);
}

/// Decodes a page and writes its display images.
Result<image::Picture> FileReader::Private::show(const image::FileDecoder &decoder, int page,
                                                 facts::FileFacts &file, const Observer &observer) const
{
    Result<image::Picture> picture = [&] {
        const facts::StageTimer timer(file.stageMs, u"decode"_s);
        return decoder.page(page);
    }();
    if (!picture)
        return picture;
    if (page == 0)
        file.perceptualHash = image::perceptualHash(picture->bgr);
    if (observer.pageRendered) {
        const facts::StageTimer timer(file.stageMs, u"display"_s);
        observer.pageRendered(facts::DisplayPage{
            file.path, page, picture->fullSize,
            image::toJpeg(picture->bgr, limits.displayLongSide, image::displayJpegQuality),
            image::toJpeg(picture->bgr, limits.previewLongSide, image::previewJpegQuality)});
    }
    return picture;
}

/// Readers look at the first page; all of them are shown.
void FileReader::Private::readPictures(const image::FileDecoder &decoder, const QByteArray &bytes,
                                       facts::FileFacts &file, const QDate &day, const Observer &observer)
{
    Result<image::Picture> first = show(decoder, 0, file, observer);
    if (!first) {
        file.unreadable = first.error();
        return;
    }
    readFirstPage(*first, bytes, file, day, observer);
    first = image::Picture{};
    for (int page = 1; page < decoder.pageCount() && observer.pageRendered; ++page) {
        if (const Result<image::Picture> more = show(decoder, page, file, observer); !more) {
            file.unreadable = more.error();
            return;
        }
    }
}

void FileReader::Private::readFirstPage(const image::Picture &picture, const QByteArray &bytes,
                                        facts::FileFacts &file, const QDate &day, const Observer &observer)
{
    if (hasFaces(file.role)) {
        tell(observer, u"faces"_s, 0.2);
        const facts::StageTimer timer(file.stageMs, u"faces"_s);
        const face::Turn turn = isDocument(file.role) ? face::Turn::Any : face::Turn::Upright;
        file.faces = guarded<facts::Faces>([&] { return faces.read(picture.bgr, picture.scale, turn); });
    }
    if (isDocument(file.role)) {
        tell(observer, u"document"_s, 0.4);
        file.document = guarded<facts::Document>([&]() -> facts::Reading<facts::Document> {
            facts::ReaderTools tools{engine(), day, file.stageMs};
            facts::Document document = facts::readDocument(picture, tools);
            document.side = facts::guessSide(document, file.faces);
            return document;
        });
        tell(observer, u"editing"_s, 0.8);
        readEditing(picture, bytes, file);
    }
}

/// In the first page of a file, with what the other readers found there.
void FileReader::Private::readEditing(const image::Picture &picture, const QByteArray &bytes,
                                      facts::FileFacts &file)
{
    const facts::StageTimer timer(file.stageMs, u"editing"_s);
    file.editing = guarded<facts::Editing>([&]() -> facts::Reading<facts::Editing> {
        return forensics::readEditing(bytes, picture, knownPlaces(file), file.stageMs);
    });
}

void FileReader::Private::readProof(const image::FileDecoder &decoder, const QByteArray &bytes,
                                    facts::FileFacts &file, const QDate &day, const Observer &observer)
{
    facts::ReaderTools tools{engine(), day, file.stageMs};
    facts::AddressProofReader reader(tools, file.kind);
    std::optional<facts::NotRead> stopped;
    for (int page = 0; page < decoder.pageCount(); ++page) {
        tell(observer, u"text"_s, static_cast<double>(page) / decoder.pageCount());
        const Result<image::Picture> picture = show(decoder, page, file, observer);
        if (!picture) {
            file.unreadable = picture.error();
            return;
        }
        const facts::Reading<bool> added = guarded<bool>([&]() -> facts::Reading<bool> {
            reader.addPage(*picture, decoder.words(page).value_or(QList<image::Word>{}));
            return true;
        });
        if (page == 0)
            readEditing(*picture, bytes, file);
        if (page == 0 && file.kind == "application/pdf"_L1 && file.editing) {
            const facts::StageTimer timer(file.stageMs, u"editing"_s);
            const facts::Reading<QList<facts::EditingCue>> cues =
                guarded<QList<facts::EditingCue>>([&]() -> facts::Reading<QList<facts::EditingCue>> {
                    return forensics::pdfCues(bytes, limits);
                });
            if (cues)
                file.editing->cues += *cues;
        }
        if (!added)
            stopped = added.missing();
    }
    file.addressProof = guarded<facts::AddressProof>(
        [&]() -> facts::Reading<facts::AddressProof> { return reader.result(); });
    if (stopped && file.addressProof && !file.addressProof->text)
        file.addressProof = *stopped;
}

FileReader::FileReader(const QStringList &modelFolders, const policy::Limits &limits)
    : d(std::make_unique<Private>(modelFolders, limits))
{
}

FileReader::~FileReader() = default;

facts::FileFacts FileReader::read(const QByteArray &bytes, const EvidenceFile &file,
                                  const QDate &submissionDay, const Observer &observer)
{
    facts::FileFacts result;
    result.path = file.path;
    result.role = file.role;
    result.bytes = bytes.size();
    result.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    try {
        d->read(bytes, result, submissionDay, observer);
    } catch (const std::bad_alloc &) {
        result.unreadable = outOfMemory(file.path);
    } catch (const cv::Exception &error) {
        const bool memory = error.code == cv::Error::StsNoMem;
        result.unreadable = memory ? outOfMemory(file.path) : Error{ErrorCode::FileDamaged, file.path, {}};
    } catch (const std::exception &) {
        result.unreadable = Error{ErrorCode::FileDamaged, file.path, {}};
    }
    if (result.unreadable) {
        const facts::NotRead missing{facts::Cause::FileUnreadable, {}};
        result.unreadable->where = file.path;
        result.document = missing;
        result.faces = missing;
        result.handheld = missing;
        result.addressProof = missing;
        result.editing = missing;
    }
    tell(observer, u"finished"_s, 1);
    return result;
}

void FileReader::drawMaps(const QByteArray &bytes, const EvidenceFile &file, int page,
                          const Observer &observer)
{
    Result<image::Picture> picture = failure(ErrorCode::FileDamaged);
    bool isJpeg = false;
    if (const Result<image::FileDecoder> decoder = image::FileDecoder::open(bytes, d->limits);
        decoder && page < decoder->pageCount()) {
        isJpeg = decoder->kind() == "image/jpeg"_L1;
        picture = decoder->page(page);
    }
    for (int kind = 0; kind < facts::mapKinds && observer.mapDrawn; ++kind) {
        facts::HeatMap map{file.path, page, static_cast<facts::MapKind>(kind), {}};
        const facts::Reading<cv::Mat> drawn = guarded<cv::Mat>([&]() -> facts::Reading<cv::Mat> {
            if (!picture || (map.kind == facts::MapKind::Ghosts && !isJpeg))
                return cv::Mat();
            switch (map.kind) {
            case facts::MapKind::ErrorLevel:
                return forensics::errorLevelMap(*picture, facts::mapLongSide);
            case facts::MapKind::Noise:
                return forensics::noiseMap(*picture, facts::mapLongSide);
            case facts::MapKind::Ghosts:
                break;
            }
            return forensics::ghostMap(bytes, *picture, facts::mapLongSide);
        });
        if (drawn)
            map.jpeg = image::toJpeg(*drawn, facts::mapLongSide, image::displayJpegQuality);
        observer.mapDrawn(map);
    }
}

} // namespace scrutineer::analysis

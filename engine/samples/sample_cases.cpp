// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/sample_cases.h"

#include "engine/samples/proof/address_proof.h"
#include "engine/samples/scene.h"
#include "engine/samples/specimen/document.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
const QDate submitted(2026, 11, 20);

constexpr double pixelsPerMm = 12;

/// The languages of three recipes that everybody can read.
constexpr std::array languages{Language::English, Language::French,     Language::German, Language::Spanish,
                               Language::Italian, Language::Portuguese, Language::Polish};

QJsonArray toJson(const QPolygonF &polygon)
{
    QJsonArray points;
    for (const QPointF &point : polygon)
        points.append(QJsonArray{qRound(point.x()), qRound(point.y())});
    return points;
}

/// A bundle while it is put together.
class Bundle
{
public:
    Bundle(QString folder, QString id, Random &random)
        : m_folder(std::move(folder)), m_id(std::move(id)), random(random)
    {
        QDir().mkpath(m_folder);
    }

    /// Gives the applicant a valid document.
    void issue(DocumentDesign design)
    {
        const Language language = random.pick(languages);
        document =
            makeDocument(design, language, makeIdentity(language, submitted, random), submitted, random);
        declaredName = holder().nativeFullName();
    }

    [[nodiscard]] const Identity &holder() const { return document.holder; }

    void write(const QString &name, const QByteArray &bytes)
    {
        QSaveFile file(m_folder + u'/' + name);
        if (!m_error &&
            (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()))
            m_error = Error{ErrorCode::WriteFailed, file.fileName(), file.errorString()};
    }

    void add(const QString &role, const QString &name, const QByteArray &bytes)
    {
        write(name, bytes);
        m_files.append(QJsonObject{{u"role"_s, role}, {u"path"_s, name}});
    }

    void flag(const QString &id, int reason)
    {
        m_flagged.append(id);
        m_reasons.append(reason);
    }

    void clear(std::initializer_list<QString> ids)
    {
        for (const QString &id : ids)
            m_clear.append(id);
    }

    void region(const QString &id, const QString &path, const QPolygonF &polygon)
    {
        m_regions.append(
            QJsonObject{{u"id"_s, id}, {u"path"_s, path}, {u"page"_s, 0}, {u"polygon"_s, toJson(polygon)}});
    }

    [[nodiscard]] static QJsonObject documentTruth(const QPolygonF &quad, const DocumentTruth &drawn)
    {
        QJsonObject truth{{u"type"_s, toName(drawn.type)},
                          {u"quad"_s, toJson(quad)},
                          {u"mrz"_s, QJsonObject{{u"lines"_s, QJsonArray::fromStringList(drawn.mrzLines)}}}};
        for (const QString &name :
             {u"surname"_s, u"given_names"_s, u"number"_s, u"date_of_birth"_s, u"expires_on"_s}) {
            if (const FieldTruth *field = drawn.field(name))
                truth[name] = field->date ? field->date->toString(Qt::ISODate) : field->value;
        }
        return truth;
    }

    void finish(const QString &level, const QJsonObject &documentFacts, const QString &lesson)
    {
        QJsonObject applicant{{u"full_name"_s, declaredName},
                              {u"date_of_birth"_s, holder().dateOfBirth.toString(Qt::ISODate)},
                              {u"nationality"_s, holder().nationality}};
        if (!address.isEmpty())
            applicant[u"address"_s] = address;
        const QJsonObject bundle{
            {u"format"_s, u"scrutineer.case/1"_s},
            {u"id"_s, m_id},
            {u"level"_s, level},
            {u"submitted_at"_s, submitted.toString(Qt::ISODate) + u"T08:12:00Z"_s},
            {u"applicant"_s, applicant},
            {u"primary"_s, QJsonObject{{u"full_name"_s, declaredName}}},
            {u"document"_s, QJsonObject{{u"type"_s, toName(typeOf(document.design))},
                                        {u"number"_s, document.number},
                                        {u"issuing_country"_s, countryOf(document.issuer).code},
                                        {u"expires_on"_s, document.expiresOn.toString(Qt::ISODate)}}},
            {u"files"_s, m_files}};
        const QJsonObject truth{
            {u"flagged"_s, m_flagged}, {u"clear"_s, m_clear},
            {u"regions"_s, m_regions}, {u"decision"_s, m_flagged.isEmpty() ? u"approve"_s : u"reject"_s},
            {u"reasons"_s, m_reasons}, {u"facts"_s, QJsonObject{{u"document"_s, documentFacts}}},
            {u"lesson"_s, lesson}};
        write(u"case.json"_s, QJsonDocument(bundle).toJson());
        write(u"truth.json"_s, QJsonDocument(truth).toJson());
    }

    [[nodiscard]] Result<void> result() const
    {
        if (m_error)
            return tl::unexpected(*m_error);
        return {};
    }

private:
    QString m_folder;
    QString m_id;
    std::optional<Error> m_error;
    QJsonArray m_files;
    QJsonArray m_flagged;
    QJsonArray m_clear;
    QJsonArray m_reasons;
    QJsonArray m_regions;

public:
    Random &random;
    DocumentSpec document;
    QString declaredName;
    QJsonObject address;
};

const std::initializer_list<QString> photoChecks{u"document.too_dark"_s, u"document.blurred"_s,
                                                 u"document.type_mismatch"_s, u"document.unsupported_type"_s,
                                                 u"face.not_visible"_s};

Result<void> writeClean(Bundle &bundle)
{
    bundle.issue(DocumentDesign::PassportClassic);
    const DrawnDocument drawn = drawDocument(bundle.document, pixelsPerMm);
    const PlainPhoto front = photographDocument(drawn.front, {}, bundle.random);
    bundle.add(u"document_front"_s, u"passport.jpg"_s, asJpeg(front.bgr, 90));
    bundle.add(u"selfie"_s, u"selfie.jpg"_s,
               asJpeg(takeSelfie({bundle.holder().face}, {1200, 1600}, bundle.random).bgr, 90));
    bundle.clear(photoChecks);
    bundle.clear({u"document.glare"_s, u"document.expired"_s, u"document.data_mismatch"_s,
                  u"face.several_people"_s, u"face.mismatch"_s});
    bundle.finish(
        u"primary"_s, Bundle::documentTruth(front.quad, drawn.truth),
        u"Nothing is wrong here: the passport is valid, readable and belongs to the person in the selfie."_s);
    return bundle.result();
}

Result<void> writeThreeFlags(Bundle &bundle)
{
    bundle.issue(DocumentDesign::PassportSerif);
    bundle.document.issuedOn = submitted.addYears(-11).addDays(-bundle.random.integer(10, 200));
    bundle.document.expiresOn = bundle.document.issuedOn.addYears(10).addDays(-1);
    const DrawnDocument drawn = drawDocument(bundle.document, pixelsPerMm);
    PlainPhoto front = photographDocument(drawn.front, {}, bundle.random);
    const QPointF corner = drawn.truth.field(u"surname")->region.first();
    const QPolygonF glare = addGlare(front, {corner.x() + 30, corner.y() - 70, 330, 300}, bundle.random);
    bundle.add(u"document_front"_s, u"passport.jpg"_s, asJpeg(front.bgr, 90));
    Person friendBeside = makePerson(bundle.random.generator()(), Sex::Male, 30);
    friendBeside.glasses = false;
    bundle.add(u"selfie"_s, u"selfie.jpg"_s,
               asJpeg(takeSelfie({bundle.holder().face, friendBeside}, {1600, 1600}, bundle.random).bgr, 90));
    bundle.flag(u"document.expired"_s, 141);
    bundle.flag(u"document.glare"_s, 112);
    bundle.flag(u"face.several_people"_s, 214);
    bundle.clear(photoChecks);
    bundle.region(u"document.glare"_s, u"passport.jpg"_s, glare);
    bundle.finish(u"primary"_s, Bundle::documentTruth(front.quad, drawn.truth),
                  u"The passport has expired, a lamp is reflected over its printed fields, and a second "
                  u"person is in the selfie. "
                  "Ask for a valid passport photographed without a reflection, and a selfie alone."_s);
    return bundle.result();
}

Result<void> writeAdvanced(Bundle &bundle)
{
    bundle.issue(DocumentDesign::IdCardGreen);
    const Identity &holder = bundle.holder();
    bundle.address = {{u"street"_s, streetLine(holder.address, countryOf(holder.residence), true)},
                      {u"city"_s, holder.address.city},
                      {u"postal_code"_s, holder.address.postalCode},
                      {u"country"_s, countryOf(holder.residence).code}};
    const DrawnDocument drawn = drawDocument(bundle.document, pixelsPerMm);
    const PlainPhoto front = photographDocument(drawn.front, {}, bundle.random);
    const PlainPhoto back = photographDocument(*drawn.back, {}, bundle.random);
    bundle.add(u"document_front"_s, u"card-front.jpg"_s, asJpeg(front.bgr, 90));
    bundle.add(u"document_back"_s, u"card-back.jpg"_s, asJpeg(back.bgr, 90));
    bundle.add(u"selfie"_s, u"selfie.jpg"_s,
               asJpeg(takeSelfie({holder.face}, {1200, 1600}, bundle.random).bgr, 90));
    const ProofSpec bill = makeProof(ProofKind::Electricity, holder, QDate(2026, 6, 3), bundle.random);
    bundle.add(u"address_proof"_s, u"bill.pdf"_s, drawProofPdf(bill).pdf);
    bundle.flag(u"poa.too_old"_s, 431);
    bundle.clear(photoChecks);
    bundle.clear({u"document.expired"_s, u"document.glare"_s, u"face.several_people"_s, u"poa.name_missing"_s,
                  u"poa.address_mismatch"_s, u"name.levels_differ"_s, u"poa.identity_document"_s,
                  u"poa.screenshot"_s});
    bundle.finish(u"advanced"_s, Bundle::documentTruth(front.quad, drawn.truth),
                  u"The card is fine, and name and address on the bill are right, but the bill is more than "
                  u"three months old. "
                  "Ask for a newer one."_s);
    return bundle.result();
}
} // namespace

Result<void> writeSampleCases(const QString &folder, int count, uint64_t seed)
{
    constexpr std::array recipes{&writeClean, &writeThreeFlags, &writeAdvanced};
    Random seeds(seed);
    for (int i = 0; i < count; ++i) {
        Random random = seeds.fork();
        const QString id = u"SAMPLE-%1-%2"_s.arg(seed).arg(i + 1, 4, 10, QLatin1Char('0'));
        Bundle bundle(folder + u'/' + id, id, random);
        if (auto written = recipes[static_cast<size_t>(i) % recipes.size()](bundle); !written)
            return written;
    }
    return {};
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/sample_cases.h"

#include "engine/samples/proof.h"
#include "engine/samples/scene.h"
#include "engine/samples/specimen.h"

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

struct Name
{
    const char *given;
    const char *surname;
    Sex sex;
};

constexpr std::array names{
    Name{"ANNA MARIA", "ERIKSSON", Sex::Female}, Name{"TOMASZ", "WOLSKI", Sex::Male},
    Name{"LUCIA ELENA", "FERRARO", Sex::Female}, Name{"JONAS", "LINDQVIST", Sex::Male},
    Name{"MARIE CLAIRE", "DUBOSC", Sex::Female}, Name{"RAFAEL", "MONTEIRO", Sex::Male},
    Name{"AYSE", "DEMIRKAN", Sex::Female},       Name{"PETER JOHANN", "ALTHAUS", Sex::Male},
    Name{"IRENE", "PAPADAKIS", Sex::Female},     Name{"DANIEL", "OKAFOR", Sex::Male},
};

QString spoken(const QString &capitals)
{
    QString name = capitals.toLower();
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (i == 0 || name[i - 1] == u' ')
            name[i] = name[i].toUpper();
    }
    return name;
}

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
        const Name &name = random.pick(names);
        specimen.sex = name.sex;
        specimen.surname = QString::fromLatin1(name.surname);
        specimen.givenNames = QString::fromLatin1(name.given);
        const int age = random.integer(22, 58);
        specimen.dateOfBirth = submitted.addYears(-age).addDays(-random.integer(1, 360));
        specimen.holder = makePerson(random.generator()(), specimen.sex, age);
        specimen.holder.glasses = false; // as passport rules ask
        specimen.number = u"U%1%2"_s.arg(random.integer(100, 999)).arg(random.integer(10000, 99999));
        specimen.issuedOn = submitted.addDays(-random.integer(400, 1500));
        specimen.expiresOn = specimen.issuedOn.addYears(10).addDays(-1);
        specimen.placeOfBirth = u"AMAUROT"_s;
        declaredName = spoken(specimen.givenNames + u' ' + specimen.surname);
    }

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

    [[nodiscard]] QJsonObject documentTruth(const QPolygonF &quad, const QString &type) const
    {
        return {{u"type"_s, type},
                {u"quad"_s, toJson(quad)},
                {u"surname"_s, specimen.surname},
                {u"given_names"_s, specimen.givenNames},
                {u"number"_s, specimen.number},
                {u"date_of_birth"_s, specimen.dateOfBirth.toString(Qt::ISODate)},
                {u"expires_on"_s, specimen.expiresOn.toString(Qt::ISODate)},
                {u"mrz"_s, QJsonObject{{u"lines"_s, QJsonArray::fromStringList(mrzLines(specimen))}}}};
    }

    void finish(const QString &level, const QString &type, const QJsonObject &documentFacts,
                const QString &lesson)
    {
        QJsonObject applicant{{u"full_name"_s, declaredName},
                              {u"date_of_birth"_s, specimen.dateOfBirth.toString(Qt::ISODate)},
                              {u"nationality"_s, u"UTO"_s}};
        if (!address.isEmpty())
            applicant[u"address"_s] = address;
        const QJsonObject bundle{
            {u"format"_s, u"scrutineer.case/1"_s},
            {u"id"_s, m_id},
            {u"level"_s, level},
            {u"submitted_at"_s, submitted.toString(Qt::ISODate) + u"T08:12:00Z"_s},
            {u"applicant"_s, applicant},
            {u"primary"_s, QJsonObject{{u"full_name"_s, declaredName}}},
            {u"document"_s, QJsonObject{{u"type"_s, type},
                                        {u"number"_s, specimen.number},
                                        {u"issuing_country"_s, u"UTO"_s},
                                        {u"expires_on"_s, specimen.expiresOn.toString(Qt::ISODate)}}},
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
    Specimen specimen;
    QString declaredName;
    QJsonObject address;
};

const std::initializer_list<QString> photoChecks{u"document.too_dark"_s, u"document.blurred"_s,
                                                 u"document.type_mismatch"_s, u"document.unsupported_type"_s,
                                                 u"face.not_visible"_s};

Result<void> writeClean(Bundle &bundle)
{
    const PlainPhoto front = photographDocument(drawPassport(bundle.specimen), {}, bundle.random);
    bundle.add(u"document_front"_s, u"passport.jpg"_s, asJpeg(front.bgr, 90));
    bundle.add(u"selfie"_s, u"selfie.jpg"_s,
               asJpeg(takeSelfie({bundle.specimen.holder}, {1200, 1600}, bundle.random).bgr, 90));
    bundle.clear(photoChecks);
    bundle.clear({u"document.glare"_s, u"document.expired"_s, u"document.data_mismatch"_s,
                  u"face.several_people"_s, u"face.mismatch"_s});
    bundle.finish(
        u"primary"_s, u"passport"_s, bundle.documentTruth(front.quad, u"passport"_s),
        u"Nothing is wrong here: the passport is valid, readable and belongs to the person in the selfie."_s);
    return bundle.result();
}

Result<void> writeThreeFlags(Bundle &bundle)
{
    bundle.specimen.issuedOn = submitted.addYears(-11).addDays(-bundle.random.integer(10, 200));
    bundle.specimen.expiresOn = bundle.specimen.issuedOn.addYears(10).addDays(-1);
    PlainPhoto front = photographDocument(drawPassport(bundle.specimen), {}, bundle.random);
    const QPolygonF glare = addGlare(front, {620, 150, 330, 300}, bundle.random);
    bundle.add(u"document_front"_s, u"passport.jpg"_s, asJpeg(front.bgr, 90));
    Person friendBeside = makePerson(bundle.random.generator()(), Sex::Male, 30);
    friendBeside.glasses = false;
    bundle.add(
        u"selfie"_s, u"selfie.jpg"_s,
        asJpeg(takeSelfie({bundle.specimen.holder, friendBeside}, {1600, 1600}, bundle.random).bgr, 90));
    bundle.flag(u"document.expired"_s, 141);
    bundle.flag(u"document.glare"_s, 112);
    bundle.flag(u"face.several_people"_s, 214);
    bundle.clear(photoChecks);
    bundle.region(u"document.glare"_s, u"passport.jpg"_s, glare);
    bundle.finish(u"primary"_s, u"passport"_s, bundle.documentTruth(front.quad, u"passport"_s),
                  u"The passport has expired, a lamp is reflected over its printed fields, and a second "
                  u"person is in the selfie. "
                  "Ask for a valid passport photographed without a reflection, and a selfie alone."_s);
    return bundle.result();
}

Result<void> writeAdvanced(Bundle &bundle)
{
    bundle.specimen.type = DocumentType::IdCard;
    bundle.specimen.address = u"14 HARBOUR STREET, 20417 AMAUROT"_s;
    bundle.address = {{u"street"_s, u"14 Harbour Street"_s},
                      {u"city"_s, u"Amaurot"_s},
                      {u"postal_code"_s, u"20417"_s},
                      {u"country"_s, u"UTO"_s}};
    const PlainPhoto front = photographDocument(drawCardFront(bundle.specimen), {}, bundle.random);
    const PlainPhoto back = photographDocument(drawCardBack(bundle.specimen), {}, bundle.random);
    bundle.add(u"document_front"_s, u"card-front.jpg"_s, asJpeg(front.bgr, 90));
    bundle.add(u"document_back"_s, u"card-back.jpg"_s, asJpeg(back.bgr, 90));
    bundle.add(u"selfie"_s, u"selfie.jpg"_s,
               asJpeg(takeSelfie({bundle.specimen.holder}, {1200, 1600}, bundle.random).bgr, 90));
    const Bill bill{bundle.declaredName,
                    {u"14 Harbour Street"_s, u"20417 Amaurot"_s, u"UTOPIA"_s},
                    QDate(2026, 6, 3),
                    u"7741 0093"_s};
    bundle.add(u"address_proof"_s, u"bill.pdf"_s, drawBill(bill));
    bundle.flag(u"poa.too_old"_s, 431);
    bundle.clear(photoChecks);
    bundle.clear({u"document.expired"_s, u"document.glare"_s, u"face.several_people"_s, u"poa.name_missing"_s,
                  u"poa.address_mismatch"_s, u"name.levels_differ"_s, u"poa.identity_document"_s,
                  u"poa.screenshot"_s});
    bundle.finish(u"advanced"_s, u"id_card"_s, bundle.documentTruth(front.quad, u"id_card"_s),
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

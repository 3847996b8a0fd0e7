// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace scrutineer::store::test {

using namespace Qt::StringLiterals;

namespace {
const QStringList names{u"Anna Maria Eriksson"_s, u"José Ángel Núñez"_s, u"王 小明"_s, u"Zoë O'Brien"_s,
                        u"Łukasz Żółć"_s};

QByteArray bytesFor(int number, const char *salt)
{
    return (QByteArray(salt) + QByteArray::number(number) + '\n').repeated(200);
}

void onDatabase(const QString &file, const std::function<void(QSqlDatabase &)> &use)
{
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        use(database);
    }
    QSqlDatabase::removeDatabase(name);
}
} // namespace

QString describe(const Error &error)
{
    return toName(error.code) + u" at "_s + error.where + u": "_s + error.detail;
}

Room::Room() : m_folder(std::make_unique<QTemporaryDir>()), m_path(m_folder->path())
{
    if (!m_folder->isValid())
        qFatal("no temporary folder");
}

QString Room::bundleFolder(const QString &caseId) const
{
    return m_path + u"/bundles/"_s + caseId;
}

std::unique_ptr<Workspace> Room::open() const
{
    auto workspace = Workspace::open(workspaceFolder(), OpenMode::ReadWrite, u"Test"_s);
    if (!workspace)
        qFatal("%s", qPrintable(describe(workspace.error())));
    return std::move(*workspace);
}

void Room::write(const QString &caseId, const QString &path, const QByteArray &bytes) const
{
    const QString full = bundleFolder(caseId) + u'/' + path;
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(full));
}

Case Room::makeBundle(int number) const
{
    Case input;
    input.id = caseId(number);
    input.level = number % 2 == 0 ? Level::Primary : Level::Advanced;
    input.submittedAt = noon().addSecs(-60 * number);
    input.applicant.fullName = names[number % names.size()] + u' ' + QString::number(number);
    input.applicant.dateOfBirth = QDate(1974, 8, 12);
    input.document = DeclaredDocument{DocumentType::Passport, u"L898902C3"_s, u"UTO"_s, QDate(2031, 4, 15)};
    input.files = {{Role::DocumentFront, u"front.jpg"_s}, {Role::Selfie, u"pictures/selfie.jpg"_s}};
    write(input.id, u"front.jpg"_s, bytesFor(number, "front"));
    write(input.id, u"pictures/selfie.jpg"_s, bytesFor(number, "selfie"));
    return input;
}

void Room::importCases(Workspace &workspace, int first, int count) const
{
    for (int i = first; i < first + count; ++i) {
        const Case input = makeBundle(i);
        SCRUTINEER_VERIFY_OK(workspace.importCase(input, bundleFolder(input.id), {u"Test"_s, noon()}));
        SCRUTINEER_VERIFY_OK(workspace.saveAnalysis(input.id, analysisOf(input, i)));
    }
}

void Room::tamper(const QStringList &statements) const
{
    onDatabase(databaseFile(), [&](QSqlDatabase &database) {
        for (const QString &sql : statements) {
            QSqlQuery query(database);
            if (!query.exec(sql))
                qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        }
    });
}

QVariant Room::query(const QString &sql) const
{
    QVariant result;
    onDatabase(databaseFile(), [&](QSqlDatabase &database) {
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        if (query.next())
            result = query.value(0);
    });
    return result;
}

QString caseId(int number)
{
    return u"C-%1"_s.arg(number, 6, 10, QChar(u'0'));
}

Finding finding(const QString &checkId, int reason, Outcome outcome)
{
    Finding finding;
    finding.checkId = checkId;
    finding.reason = reason;
    finding.outcome = outcome;
    finding.score = 0.031;
    finding.threshold = 0.004;
    finding.unit = u"share of document area"_s;
    finding.message = {u"Glare covers %1 %."_s, {u"3.1"_s}};
    finding.evidence = {
        {u"front.jpg"_s, 0, QPolygonF(QList<QPointF>{{10, 20}, {400, 20}, {400, 90.5}}), u"P<UTO"_s}};
    finding.factsUsed = {u"document.quality.glare"_s};
    return finding;
}

Analysis analysisOf(const Case &input, int number)
{
    Analysis analysis;
    analysis.engineVersion = u"0.1.0"_s;
    analysis.policySha256 = QString(64, u'a');
    for (const EvidenceFile &file : input.files) {
        facts::FileFacts facts;
        facts.path = file.path;
        facts.role = file.role;
        facts.kind = u"image/jpeg"_s;
        facts.pages = {QSize(4032, 3024)};
        analysis.facts.files.append(facts);
    }
    analysis.facts.complete = true;
    analysis.findings = {
        finding(u"document.glare"_s, 112, number % 3 == 0 ? Outcome::Flagged : Outcome::Clear),
        finding(u"document.blurred"_s, 115, number % 4 == 0 ? Outcome::Review : Outcome::Clear),
        finding(u"face.mismatch"_s, 221, Outcome::NotAssessed),
    };
    return analysis;
}

Decision decisionOn(const QString &caseId, DecisionKind kind, const QString &id)
{
    Decision decision;
    decision.id = id;
    decision.caseId = caseId;
    decision.kind = kind;
    decision.who = u"Reviewer"_s;
    decision.at = noon().addSecs(3600);
    decision.policySha256 = QString(64, u'a');
    if (kind != DecisionKind::Approve) {
        decision.verdicts = {{u"document.glare"_s, 112, Outcome::Flagged, Verdict::Confirmed, {}}};
        decision.reasons = {112};
        decision.message = u"Please send the page again, without “glare”."_s;
    }
    decision.language = u"en"_s;
    decision.note = u"note"_s;
    return decision;
}

QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
}

} // namespace scrutineer::store::test

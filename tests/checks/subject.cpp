// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

#include <QRegularExpression>

namespace scrutineer::checks::test {

using namespace Qt::StringLiterals;
using namespace facts;

namespace {
TextLine line(const QString &text, int row, double confidence = 0.9)
{
    return {text, QPolygonF(QRectF(10, 20.0 * row, 400, 18)), 0, confidence};
}

Measurement measured(double value)
{
    return {value, {QPolygonF(QRectF(0, 0, 10, 10))}};
}

Mrz soundMrz()
{
    Mrz mrz;
    mrz.format = u"TD3"_s;
    mrz.lines = {u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_s,
                 u"L898902C36UTO7408122F3104159ZE184226B<<<<<10"_s};
    mrz.fields = {u"P"_s,   u"UTO"_s, u"L898902C3"_s,     u"ERIKSSON"_s,     u"ANNA MARIA"_s,
                  u"UTO"_s, u"F"_s,   QDate(1974, 8, 12), QDate(2031, 4, 15)};
    mrz.checkDigits = {
        {u"number"_s, true}, {u"date_of_birth"_s, true}, {u"expires_on"_s, true}, {u"composite"_s, true}};
    mrz.verified = true;
    mrz.lineRegions = {QPolygonF(QRectF(0, 500, 800, 20)), QPolygonF(QRectF(0, 525, 800, 20))};
    return mrz;
}

Document soundDocument()
{
    Document document;
    document.quad = QPolygonF(QRectF(0, 0, 800, 560));
    document.quality = {measured(180), measured(0), measured(0), measured(0),
                        measured(2),   measured(0), measured(0)};
    document.mrz = soundMrz();
    document.text =
        QList<TextLine>{line(u"ERIKSSON"_s, 0), line(u"ANNA MARIA"_s, 1), line(u"12 AUG 1974"_s, 2),
                        line(u"L898902C3"_s, 3), line(u"15 APR 2031"_s, 4)};
    document.type = TypeGuess{DocumentType::Passport, 0.95, u"mrz"_s, line(u"P<UTO"_s, 5)};
    return document;
}

Face soundFace(double x = 300)
{
    Face face;
    face.box = QRectF(x, 200, 400, 500);
    face.score = 0.95;
    face.landmarks = {{x + 100, 400}, {x + 300, 400}, {x + 200, 500}, {x + 120, 600}, {x + 280, 600}};
    face.embedding = {1, 0, 0};
    face.luma = 140;
    return face;
}

FileFacts fileOf(const EvidenceFile &file)
{
    FileFacts facts;
    facts.path = file.path;
    facts.role = file.role;
    facts.sha256 = file.path;
    facts.kind = u"image/jpeg"_s;
    facts.pages = {QSize(1000, 1200)};
    if (file.role == Role::AddressProof)
        return facts;
    facts.faces = Faces{u"yunet_n_640"_s, u"mobilefacenet_112"_s, {soundFace()}};
    return facts;
}

AddressProof soundProof()
{
    AddressProof proof;
    proof.kind = u"utility_bill"_s;
    proof.issuedOn = PrintedField{u"2026-10-20"_s, line(u"Facture du 20/10/2026"_s, 5)};
    proof.screenshot = measured(0.1);
    return proof;
}

void fillFacts(Subject &subject)
{
    for (const EvidenceFile &file : subject.input.files)
        subject.facts.files.append(fileOf(file));
    subject.facts.complete = true;
    subject.file(Role::DocumentFront).document = soundDocument();
    subject.file(Role::DocumentFront).editing = Editing{};
    subject.file(Role::AddressProof).editing = Editing{};
    subject.file(Role::Handheld).handheld =
        Handheld{u"CoinEx 2026-11-20 L898902C3"_s, QDate(2026, 11, 20), 140};
    subject.file(Role::AddressProof).addressProof = soundProof();
    subject.setProofText({u"Électricité"_s, u"Mme ANNA MARIA ERIKSSON"_s, u"12 RUE DE LONDRES"_s,
                          u"75009 PARIS"_s, u"Facture du 20/10/2026"_s,
                          u"Consommation 264 kWh, montant total 62,86"_s});
    subject.proof().addresses = {
        PrintedField{u"12 RUE DE LONDRES, 75009 PARIS"_s, line(u"12 RUE DE LONDRES, 75009 PARIS"_s, 2)}};
    subject.facts.faceMatches = {{u"front.jpg"_s, u"selfie.jpg"_s, 0.7, u"mobilefacenet_112"_s},
                                 {u"selfie.jpg"_s, u"handheld.jpg"_s, 0.7, u"mobilefacenet_112"_s}};
}
} // namespace

FileFacts &Subject::file(Role role)
{
    for (FileFacts &file : facts.files) {
        if (file.role == role)
            return file;
    }
    qFatal("the subject has no such file");
}

void Subject::remove(Role role)
{
    input.files.removeIf([role](const EvidenceFile &file) { return file.role == role; });
    facts.files.removeIf([role](const FileFacts &file) { return file.role == role; });
    facts.faceMatches.removeIf([this](const FaceMatch &match) {
        return facts.fileAt(match.a) == nullptr || facts.fileAt(match.b) == nullptr;
    });
}

void Subject::setProofText(const QStringList &lines)
{
    QList<TextLine> text;
    for (int i = 0; i < lines.size(); ++i)
        text.append(line(lines[i], i));
    proof().text = text;
}

void Subject::addPrinted(const QString &key, const QString &value, double confidence)
{
    document().printed.insert(key, {value, line(value, 9, confidence)});
}

Subject soundCase()
{
    Subject subject;
    subject.policy = policy::builtIn();
    Case &input = subject.input;
    input.id = u"C-1"_s;
    input.level = Level::Advanced;
    input.submittedAt = QDateTime(QDate(2026, 11, 20), QTime(8, 12), Qt::UTC);
    input.applicant = {u"Anna Maria Eriksson"_s, QDate(1974, 8, 12), u"UTO"_s,
                       Address{u"12 Rue de Londres"_s, u"Paris"_s, QString(), u"75009"_s, u"FR"_s}};
    input.primaryFullName = input.applicant.fullName;
    input.document = DeclaredDocument{DocumentType::Passport, u"L898902C3"_s, u"UTO"_s, QDate(2031, 4, 15)};
    input.files = {{Role::DocumentFront, u"front.jpg"_s},
                   {Role::Selfie, u"selfie.jpg"_s},
                   {Role::Handheld, u"handheld.jpg"_s},
                   {Role::AddressProof, u"proof.jpg"_s}};
    fillFacts(subject);
    return subject;
}

Finding findingOf(const Subject &subject, const QString &id)
{
    for (const Finding &finding : judge(subject.input, subject.facts, subject.policy)) {
        if (finding.checkId == id)
            return finding;
    }
    return {};
}

void fill(const QString &id, const QList<Row> &rows)
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Row>("row");
    for (const Row &row : rows)
        QTest::addRow("%s", row.name) << id << row;
}

void judgeRow()
{
    QFETCH(QString, id);
    QFETCH(Row, row);
    Subject subject = soundCase();
    row.change(subject);
    const Finding finding = findingOf(subject, id);
    const QString message = finding.message.english();
    QVERIFY2(finding.outcome == row.outcome, qPrintable(toName(finding.outcome) + u": "_s + message));
    QVERIFY2(message.contains(QString::fromUtf8(row.says)), qPrintable(message));
    QVERIFY2(!message.isEmpty(), qPrintable(id));
    QVERIFY2(!message.contains(QRegularExpression(u"%\\d"_s)), qPrintable(message));
    if (finding.score)
        QVERIFY(finding.threshold && !finding.unit.isEmpty());
    for (const Region &region : finding.evidence)
        QVERIFY2(subject.input.files.isEmpty() || !region.path.isEmpty(), "evidence names its file");
}

} // namespace scrutineer::checks::test

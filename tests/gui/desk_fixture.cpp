// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_fixture.h"

#include "engine/case/bundle_reader.h"
#include "engine/policy/catalogue.h"
#include "engine/policy/policy.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace scrutineer::test {

namespace {
constexpr QSize pageSize{1200, 800};

QImage drawing(Role role)
{
    QImage image(pageSize, QImage::Format_RGB32);
    image.fill(QColor(0xe7, 0xe2, 0xd6));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(0xc9, 0xd8, 0xe6));
    painter.setPen(QPen(QColor(0x4a, 0x5a, 0x70), 4));
    painter.drawRoundedRect(QRectF(120, 90, 960, 620), 24, 24);
    painter.setBrush(QColor(0x8f, 0xa0, 0xb4));
    painter.drawEllipse(QRectF(200, 230, 220, 280));
    for (int line = 0; line < 7; ++line)
        painter.fillRect(QRect(500, 200 + 60 * line, 480 - 40 * (line % 3), 18), QColor(0x4a, 0x5a, 0x70));
    painter.fillRect(QRect(160, 640, 880, 22), QColor(0x22, 0x2a, 0x34));
    painter.fillRect(QRect(160, 672, 880, 22), QColor(0x22, 0x2a, 0x34));
    painter.fillRect(QRect(0, 0, 12 * (static_cast<int>(role) + 1), 24), Qt::black);
    return image;
}

QByteArray jpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 85);
    return bytes;
}

Finding answer(const policy::CheckInfo &check, Outcome outcome, const QString &text)
{
    Finding finding;
    finding.checkId = check.id;
    finding.reason = check.reason;
    finding.outcome = outcome;
    finding.message = {text, {}};
    return finding;
}

Finding inventedFinding(const policy::CheckInfo &check, Level level, bool flagged)
{
    if (check.id.startsWith(u"poa."_s) && level == Level::Primary)
        return answer(check, Outcome::NotApplicable, {});
    if (check.id == u"face.mismatch"_s)
        return answer(check, Outcome::NotAssessed, u"No face model is installed."_s);
    if (flagged && check.id == u"document.blurred"_s)
        return answer(check, Outcome::Review, u"The edges are soft."_s);
    if (flagged && check.id == u"document.glare"_s) {
        Finding glare = answer(check, Outcome::Flagged, u"Glare covers 3.1 % of the document."_s);
        glare.evidence = {Region{u"front.jpg"_s, 0, QPolygonF(QRectF(640, 200, 300, 180)), {}}};
        return glare;
    }
    if (flagged && check.id == u"document.expired"_s) {
        Finding expired = answer(check, Outcome::Flagged, u"The document expired on 2012-04-15."_s);
        expired.evidence = {Region{u"front.jpg"_s, 0, QPolygonF(QRectF(160, 630, 880, 70)), u"120415"_s}};
        return expired;
    }
    return answer(check, Outcome::Clear, {});
}
} // namespace

Case inventedCase(const QString &id, Level level, const QDateTime &now, int hoursAgo)
{
    Case made;
    made.id = id;
    made.level = level;
    made.submittedAt = now.addSecs(-qint64{3600} * hoursAgo);
    made.applicant.fullName = u"Anna Maria Eriksson"_s;
    made.applicant.dateOfBirth = QDate(1974, 8, 12);
    made.applicant.nationality = u"UTO"_s;
    made.document = DeclaredDocument{DocumentType::Passport, u"L898902C3"_s, u"UTO"_s, QDate(2027, 4, 15)};
    made.files = {{Role::DocumentFront, u"front.jpg"_s},
                  {Role::Selfie, u"selfie.jpg"_s},
                  {Role::Handheld, u"handheld.jpg"_s}};
    if (level == Level::Advanced)
        made.files.append({Role::AddressProof, u"bill.jpg"_s});
    return made;
}

QString writeBundle(const Case &input, const QString &folder)
{
    const QDir dir(folder + u'/' + input.id);
    if (!dir.mkpath(u"."_s))
        return {};
    for (const EvidenceFile &file : input.files) {
        QFile out(dir.filePath(file.path));
        // Other bytes in each case: the same picture twice would be a finding of its own.
        if (!out.open(QIODevice::WriteOnly) || out.write(jpeg(drawing(file.role)) + input.id.toUtf8()) <= 0)
            return {};
    }
    QFile json(dir.filePath(u"case.json"_s));
    if (!json.open(QIODevice::WriteOnly) || json.write(QJsonDocument(toJson(input)).toJson()) <= 0)
        return {};
    return dir.path();
}

store::Analysis inventedAnalysis(const Case &input, bool flagged)
{
    store::Analysis made;
    made.policySha256 = policy::builtIn().sha256;
    made.engineVersion = u"test"_s;
    made.facts.complete = true;
    for (const EvidenceFile &file : input.files) {
        facts::FileFacts read;
        read.path = file.path;
        read.role = file.role;
        read.kind = u"image/jpeg"_s;
        read.pages = {pageSize};
        made.facts.files.append(read);
        const QImage image = drawing(file.role);
        made.pages.append({file.path, 0, image.size(), jpeg(image),
                           jpeg(image.scaledToWidth(600, Qt::SmoothTransformation))});
    }
    for (const policy::CheckInfo &check : policy::catalogue())
        made.findings.append(inventedFinding(check, input.level, flagged));
    return made;
}

} // namespace scrutineer::test

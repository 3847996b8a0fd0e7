// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

using namespace scrutineer;
using namespace scrutineer::checks::test;
using namespace Qt::StringLiterals;
using facts::Cause;
using facts::NotRead;

namespace {
void noZone(Subject &s)
{
    s.document().mrz = NotRead{Cause::NothingFound, {}};
}

/// Only a printed date of expiry, as on a driving licence.
std::function<void(Subject &)> printedExpiry(const QString &date, double confidence, const QString &declared)
{
    return [=](Subject &s) {
        noZone(s);
        s.addPrinted(u"expires_on"_s, date, confidence);
        s.input.document->expiresOn =
            declared.isEmpty() ? std::optional<QDate>() : QDate::fromString(declared, Qt::ISODate);
    };
}

std::function<void(Subject &)> zoneExpiry(QDate date)
{
    return [=](Subject &s) {
        s.document().mrz->fields.expiresOn = date;
        s.input.document->expiresOn = date;
    };
}

const QString aamva =
    u"@\n\x1e\rANSI 636000090002DL00410278\nDLDAQL898902C3\nDCSERIKSSON\nDACANNA\nDADMARIA\n"
    "DBB08121974\nDBA04152031\n"_s;
/// A licence whose barcode on the sharp back says everything, while nothing was read on its front.
std::function<void(Subject &)> readableBackOnly(const facts::Reading<facts::Measurement> &blurOfFront)
{
    return [=](Subject &s) {
        noZone(s);
        s.document().text = QList<facts::TextLine>{{u"x1"_s, {}, 0, 0.9}};
        s.document().quality.blur = blurOfFront;
        facts::FileFacts back = s.file(Role::DocumentFront);
        back.path = u"back.jpg"_s;
        back.role = Role::DocumentBack;
        back.document->quality.blur = facts::Measurement{1, {}};
        back.document->text = QList<facts::TextLine>{{QString(200, u'a'), {}, 0, 0.9}};
        back.document->barcodes = QList<facts::Barcode>{{u"PDF417"_s, aamva, {}}};
        s.input.files.append({Role::DocumentBack, back.path});
        s.facts.files.append(back);
    };
}
/// Nothing tells the type of the front; the back is a licence's.
void typeOnBackOnly(Subject &s)
{
    facts::FileFacts back = s.file(Role::DocumentFront);
    back.path = u"back.jpg"_s;
    back.role = Role::DocumentBack;
    back.document->type = facts::TypeGuess{DocumentType::DrivingLicence, 0.97, u"barcode"_s, {}};
    s.document().type = facts::NotRead{Cause::NothingFound, {}};
    s.input.files.append({Role::DocumentBack, back.path});
    s.facts.files.append(back);
}
} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unreadable_data();
    void unreadable() { judgeRow(); }
    void unsupportedType_data();
    void unsupportedType() { judgeRow(); }
    void typeMismatch_data();
    void typeMismatch() { judgeRow(); }
    void expired_data();
    void expired() { judgeRow(); }
    void expiryUnclear_data();
    void expiryUnclear() { judgeRow(); }
    void inconsistent_data();
    void inconsistent() { judgeRow(); }
    void dataMismatch_data();
    void dataMismatch() { judgeRow(); }
    void pointsAtTheDates();
};

void DocumentTest::unreadable_data()
{
    const auto illegible = [](Subject &s) {
        noZone(s);
        s.document().text = QList<facts::TextLine>{{u"x1"_s, {}, 0, 0.9}};
    };
    fill(u"document.unreadable"_s,
         {{"zone read", [](Subject &) {}, Outcome::Clear, "4 of 4"},
          {"printed fields read",
           [](Subject &s) {
               noZone(s);
               s.addPrinted(u"number"_s, u"1"_s);
               s.addPrinted(u"date_of_birth"_s, u"1974-08-12"_s);
           },
           Outcome::Clear, "2 of 4"},
          {"one field of an illegible one",
           [&](Subject &s) {
               illegible(s);
               s.addPrinted(u"number"_s, u"1"_s);
           },
           Outcome::Review, "1 of 4"},
          {"nothing at all", illegible, Outcome::Flagged, "0 of 4"},
          {"text, but no fields",
           [](Subject &s) {
               noZone(s);
               s.document().text = QList<facts::TextLine>{{QString(200, u'a'), {}, 0, 0.9}};
           },
           Outcome::Review},
          {"a front out of focus, all on the back", readableBackOnly(facts::Measurement{9, {}}),
           Outcome::Flagged, "could not be read"},
          {"a sharp front in letters that are not known", readableBackOnly(facts::Measurement{1, {}}),
           Outcome::Clear, "4 of 4"},
          {"a front that was not measured", readableBackOnly(NotRead{Cause::TooPoor, {}}), Outcome::Review},
          {"a front out of focus, letters but no fields on the back",
           [](Subject &s) {
               readableBackOnly(facts::Measurement{9, {}})(s);
               s.file(Role::DocumentBack).document->barcodes = NotRead{Cause::NothingFound, {}};
           },
           Outcome::Flagged, "0 of 4"},
          {"no text found",
           [](Subject &s) {
               noZone(s);
               s.document().text = NotRead{Cause::NothingFound, {}};
           },
           Outcome::Flagged},
          {"no reader",
           [](Subject &s) {
               s.document().mrz = NotRead();
               s.document().text = NotRead();
           },
           Outcome::NotAssessed, "no reader"},
          {"no document",
           [](Subject &s) {
               s.remove(Role::DocumentFront);
               s.policy.requiredRoles.clear();
           },
           Outcome::NotApplicable}});
}

void DocumentTest::unsupportedType_data()
{
    const auto type = [](DocumentType type, double confidence) {
        return [=](Subject &s) { s.document().type = facts::TypeGuess{type, confidence, u"words"_s, {}}; };
    };
    fill(u"document.unsupported_type"_s,
         {{"passport", [](Subject &) {}, Outcome::Clear, "passport"},
          {"driving licence", type(DocumentType::DrivingLicence, 0.6), Outcome::Clear, "driving licence"},
          {"student card", type(DocumentType::StudentId, 0.9), Outcome::Flagged, "student ID"},
          {"perhaps a work permit", type(DocumentType::WorkPermit, 0.6), Outcome::Review},
          {"something else", type(DocumentType::Other, 0.99), Outcome::Review},
          {"a guess", type(DocumentType::StudentId, 0.3), Outcome::NotAssessed},
          {"told by the back", typeOnBackOnly, Outcome::Clear, "driving licence"},
          {"a weak guess of a good one", type(DocumentType::Passport, 0.3), Outcome::NotAssessed},
          {"no reader", [](Subject &s) { s.document().type = NotRead(); }, Outcome::NotAssessed, "no reader"},
          {"the policy decides", [](Subject &s) { s.policy.supportedTypes = {DocumentType::IdCard}; },
           Outcome::Flagged},
          {"no document",
           [](Subject &s) {
               s.remove(Role::DocumentFront);
               s.policy.requiredRoles.clear();
           },
           Outcome::NotApplicable}});
}

void DocumentTest::typeMismatch_data()
{
    const auto type = [](DocumentType type, double confidence) {
        return [=](Subject &s) { s.document().type = facts::TypeGuess{type, confidence, u"words"_s, {}}; };
    };
    fill(u"document.type_mismatch"_s,
         {{"the same", [](Subject &) {}, Outcome::Clear},
          {"another, sure", type(DocumentType::IdCard, 0.9), Outcome::Flagged,
           "Declared: passport, shown: ID card"},
          {"another, of no known kind", type(DocumentType::Other, 0.9), Outcome::Flagged,
           "shown: document of another kind"},
          {"another, perhaps", type(DocumentType::IdCard, 0.6), Outcome::Review},
          {"another, told by the back", typeOnBackOnly, Outcome::Flagged, "driving licence"},
          {"another, a guess", type(DocumentType::IdCard, 0.4), Outcome::NotAssessed},
          {"nothing declared", [](Subject &s) { s.input.document->type.reset(); }, Outcome::NotAssessed,
           "declared"},
          {"no document declared", [](Subject &s) { s.input.document.reset(); }, Outcome::NotAssessed,
           "declared"},
          {"nothing found",
           [](Subject &s) {
               s.document().type = NotRead{Cause::NothingFound, {}};
           },
           Outcome::NotAssessed},
          {"no document",
           [](Subject &s) {
               s.remove(Role::DocumentFront);
               s.policy.requiredRoles.clear();
           },
           Outcome::NotApplicable}});
}

void DocumentTest::expired_data()
{
    const QDate day(2026, 11, 20);
    fill(u"document.expired"_s,
         {{"years to go", [](Subject &) {}, Outcome::Clear, "2031-04-15"},
          {"expires on the day", zoneExpiry(day), Outcome::Clear},
          {"expired the day before", zoneExpiry(day.addDays(-1)), Outcome::Flagged, "one day before"},
          {"expired long ago", zoneExpiry(QDate(2012, 4, 15)), Outcome::Flagged, "2012-04-15"},
          {"not today but the day of submission decides",
           [](Subject &s) {
               s.input.submittedAt = QDateTime(QDate(2012, 4, 15), QTime(23, 59), Qt::UTC);
               s.document().mrz->fields.expiresOn = QDate(2012, 4, 15);
           },
           Outcome::Clear},
          {"printed, declared agrees", printedExpiry(u"2025-10-16"_s, 0.4, u"2025-10-16"_s), Outcome::Flagged,
           "400 days"},
          {"printed alone, well read", printedExpiry(u"2025-10-16"_s, 0.8, QString()), Outcome::Flagged},
          {"printed alone, badly read", printedExpiry(u"2025-10-16"_s, 0.4, QString()), Outcome::Review},
          {"printed, declared disagrees", printedExpiry(u"2025-10-16"_s, 0.9, u"2028-10-16"_s),
           Outcome::Review},
          {"printed is fine, declared is past", printedExpiry(u"2028-10-16"_s, 0.9, u"2025-10-16"_s),
           Outcome::Review},
          {"printed is fine", printedExpiry(u"2028-10-16"_s, 0.9, QString()), Outcome::Clear},
          {"verified zone past, print not",
           [](Subject &s) {
               zoneExpiry(QDate(2018, 12, 31))(s);
               s.addPrinted(u"expires_on"_s, u"2028-12-31"_s);
           },
           Outcome::Flagged, "2018-12-31"},
          {"unverified zone past, print not",
           [](Subject &s) {
               zoneExpiry(QDate(2018, 12, 31))(s);
               s.document().mrz->verified = false;
               s.addPrinted(u"expires_on"_s, u"2028-12-31"_s);
           },
           Outcome::Review, "disagree"},
          {"zone and print name different past days",
           [](Subject &s) {
               zoneExpiry(QDate(2018, 12, 31))(s);
               s.document().mrz->verified = false;
               s.addPrinted(u"expires_on"_s, u"2015-12-31"_s);
           },
           Outcome::Flagged},
          {"a repaired zone is not verified",
           [](Subject &s) {
               s.document().mrz->fields.expiresOn = QDate(2018, 12, 31);
               s.document().mrz->repaired = true;
           },
           Outcome::Review},
          {"barcode",
           [](Subject &s) {
               noZone(s);
               s.document().barcodes =
                   QList<facts::Barcode>{{u"PDF417"_s, QString(aamva).replace(u"2031"_s, u"2019"_s), {}}};
           },
           Outcome::Flagged, "2019-04-15"},
          {"no date", [](Subject &s) { s.document().mrz->fields.expiresOn.reset(); }, Outcome::NotAssessed},
          {"no reader",
           [](Subject &s) {
               noZone(s);
               s.document().text = NotRead();
           },
           Outcome::NotAssessed, "no reader"},
          {"no document",
           [](Subject &s) {
               s.remove(Role::DocumentFront);
               s.policy.requiredRoles.clear();
           },
           Outcome::NotApplicable}});
}

void DocumentTest::expiryUnclear_data()
{
    fill(
        u"document.expiry_unclear"_s,
        {{"zone and declared agree", [](Subject &) {}, Outcome::Clear, "2031-04-15"},
         {"print agrees", [](Subject &s) { s.addPrinted(u"expires_on"_s, u"2031-04-15"_s); }, Outcome::Clear},
         {"print disagrees", [](Subject &s) { s.addPrinted(u"expires_on"_s, u"2031-04-16"_s); },
          Outcome::Flagged, "machine-readable zone 2031-04-15, print 2031-04-16; declared is 2031-04-15"},
         {"print disagrees, badly read",
          [](Subject &s) { s.addPrinted(u"expires_on"_s, u"2031-04-16"_s, 0.5); }, Outcome::Review,
          "disagree"},
         {"print disagrees with an unverified zone",
          [](Subject &s) {
              s.document().mrz->verified = false;
              s.addPrinted(u"expires_on"_s, u"2031-04-16"_s);
          },
          Outcome::Review, "disagree"},
         {"print disagrees with the barcode",
          [](Subject &s) {
              noZone(s);
              s.document().barcodes = QList<facts::Barcode>{{u"PDF417"_s, aamva, {}}};
              s.addPrinted(u"expires_on"_s, u"2032-04-15"_s);
          },
          Outcome::Flagged, "barcode 2031-04-15, print 2032-04-15"},
         {"print disagrees, nothing declared",
          [](Subject &s) {
              s.input.document.reset();
              s.addPrinted(u"expires_on"_s, u"2031-04-16"_s);
          },
          Outcome::Flagged, "disagree"},
         {"declared disagrees", [](Subject &s) { s.input.document->expiresOn = QDate(2030, 1, 1); },
          Outcome::Review, "declared is 2030-01-01"},
         {"barcode agrees",
          [](Subject &s) {
              s.document().barcodes = QList<facts::Barcode>{{u"PDF417"_s, aamva, {}}};
          },
          Outcome::Clear, "barcode"},
         {"one date, badly read", printedExpiry(u"2031-04-15"_s, 0.3, QString()), Outcome::Review,
          "hard to read"},
         {"one date, well read", printedExpiry(u"2031-04-15"_s, 0.8, QString()), Outcome::Clear},
         {"none on the document", [](Subject &s) { s.document().mrz->fields.expiresOn.reset(); },
          Outcome::Review, "No date of expiry was found; declared is 2031-04-15"},
         {"none, and hardly anything else",
          [](Subject &s) {
              noZone(s);
              s.addPrinted(u"number"_s, u"L898902C3"_s);
          },
          Outcome::NotAssessed},
         {"none on a back",
          [](Subject &s) {
              s.document().mrz->fields.expiresOn.reset();
              s.document().side = facts::SideGuess{facts::DocumentSide::Back, 0.95, u"mrz"_s};
          },
          Outcome::NotAssessed, "No picture shows the side"},
         {"none at all",
          [](Subject &s) {
              s.document().mrz->fields.expiresOn.reset();
              s.input.document.reset();
          },
          Outcome::Review, "No date of expiry was found."},
         {"no reader",
          [](Subject &s) {
              s.document().mrz = NotRead();
              s.document().text = NotRead();
          },
          Outcome::NotAssessed, "no reader"},
         {"no document",
          [](Subject &s) {
              s.remove(Role::DocumentFront);
              s.policy.requiredRoles.clear();
          },
          Outcome::NotApplicable}});
}

void DocumentTest::inconsistent_data()
{
    fill(u"document.inconsistent"_s,
         {{"check digits hold, no fields printed", [](Subject &) {}, Outcome::Clear, "check digits"},
          {"print agrees",
           [](Subject &s) {
               s.addPrinted(u"date_of_birth"_s, u"1974-08-12"_s);
               s.addPrinted(u"full_name"_s, u"Anna Maria Eriksson"_s);
               s.addPrinted(u"number"_s, u"L898902C3"_s);
           },
           Outcome::Clear, "agree"},
          {"printed birth date differs, read well",
           [](Subject &s) { s.addPrinted(u"date_of_birth"_s, u"1984-08-12"_s, 0.95); }, Outcome::Flagged,
           "date of birth: machine-readable zone 1974-08-12, print 1984-08-12"},
          {"printed birth date differs, read badly",
           [](Subject &s) { s.addPrinted(u"date_of_birth"_s, u"1984-08-12"_s, 0.7); }, Outcome::Review},
          {"printed number differs", [](Subject &s) { s.addPrinted(u"number"_s, u"X1234567"_s, 0.99); },
           Outcome::Review, "number"},
          {"printed number differs in one digit",
           [](Subject &s) { s.addPrinted(u"number"_s, u"L898902C8"_s, 0.99); }, Outcome::Review, "number"},
          {"printed number differs in two digits, read well",
           [](Subject &s) { s.addPrinted(u"number"_s, u"L894402C3"_s, 0.95); }, Outcome::Flagged, "number"},
          {"printed number has a confusable letter",
           [](Subject &s) { s.addPrinted(u"number"_s, u"L8989O2C3"_s); }, Outcome::Clear},
          {"another name is printed", [](Subject &s) { s.addPrinted(u"full_name"_s, u"JOHN SMITH"_s); },
           Outcome::Review, "full name"},
          {"barcode contradicts the zone",
           [](Subject &s) {
               s.document().barcodes = QList<facts::Barcode>{
                   {u"PDF417"_s, QString(aamva).replace(u"08121974"_s, u"08121984"_s), {}}};
           },
           Outcome::Flagged, "barcode 1984-08-12"},
          {"a repaired number, and print that needs no repair",
           [](Subject &s) {
               s.document().mrz->repaired = true;
               s.document().mrz->fields.number = u"L89B902C3"_s;
               s.addPrinted(u"number"_s, u"L898902C3"_s);
           },
           Outcome::Review, "number: machine-readable zone L89B902C3, print L898902C3"},
          {"a repaired number that print shows as well",
           [](Subject &s) {
               s.document().mrz->repaired = true;
               s.addPrinted(u"number"_s, u"L898902C3"_s);
           },
           Outcome::Clear, "agree"},
          {"a check digit does not hold",
           [](Subject &s) { s.document().mrz->checkDigits[u"number"_s] = false; }, Outcome::Review, "number"},
          {"a check digit does not hold though its field is printed alike",
           [](Subject &s) {
               s.document().mrz->checkDigits[u"number"_s] = false;
               s.addPrinted(u"number"_s, u"L898902C3"_s);
           },
           Outcome::Flagged, "Wrong check digit in the machine-readable zone: number"},
          {"nothing to compare with", noZone, Outcome::NotAssessed, "No machine-readable zone"},
          {"a licence with print only",
           [](Subject &s) {
               noZone(s);
               s.document().type->type = DocumentType::DrivingLicence;
               s.addPrinted(u"date_of_birth"_s, u"1974-08-12"_s);
               s.addPrinted(u"expires_on"_s, u"2031-04-15"_s);
           },
           Outcome::Clear, "only print"},
          {"a licence with a barcode that was not read",
           [](Subject &s) {
               noZone(s);
               s.document().type->type = DocumentType::DrivingLicence;
               s.document().barcodes = NotRead{Cause::TooPoor, {}};
               s.addPrinted(u"date_of_birth"_s, u"1974-08-12"_s);
               s.addPrinted(u"expires_on"_s, u"2031-04-15"_s);
           },
           Outcome::NotAssessed},
          {"not read", [](Subject &s) { s.file(Role::DocumentFront).document = NotRead(); },
           Outcome::NotAssessed},
          {"no document",
           [](Subject &s) {
               s.remove(Role::DocumentFront);
               s.policy.requiredRoles.clear();
           },
           Outcome::NotApplicable}});
}

void DocumentTest::dataMismatch_data()
{
    fill(u"document.data_mismatch"_s,
         {{"as declared", [](Subject &) {}, Outcome::Clear, "full name, date of birth, number"},
          {"another person, verified", [](Subject &s) { s.input.applicant.fullName = u"John Smith"_s; },
           Outcome::Flagged, "full name declared John Smith, machine-readable zone ANNA MARIA ERIKSSON"},
          {"another person, print only",
           [](Subject &s) {
               noZone(s);
               s.addPrinted(u"full_name"_s, u"JOHN SMITH"_s, 0.99);
               s.document().text = QList<facts::TextLine>{};
           },
           Outcome::Flagged, "full name"},
          {"another person, badly printed",
           [](Subject &s) {
               noZone(s);
               s.addPrinted(u"full_name"_s, u"JOHN SMITH"_s, 0.8);
               s.document().text = QList<facts::TextLine>{};
           },
           Outcome::Review, "full name"},
          {"one name missing", [](Subject &s) { s.input.applicant.fullName = u"Anna Eriksson"_s; },
           Outcome::Review},
          {"a letter differs", [](Subject &s) { s.input.applicant.fullName = u"Anna Maria Erikssen"_s; },
           Outcome::Review},
          {"another order", [](Subject &s) { s.input.applicant.fullName = u"Eriksson Anna Maria"_s; },
           Outcome::Clear},
          {"transliterated",
           [](Subject &s) {
               s.input.applicant.fullName = u"Änna Märia Eriksson"_s;
               s.document().mrz->fields.givenNames = u"AENNA MAERIA"_s;
           },
           Outcome::Clear},
          {"another birth date, verified",
           [](Subject &s) { s.input.applicant.dateOfBirth = QDate(1984, 8, 12); }, Outcome::Flagged,
           "1984-08-12"},
          {"another birth date, its check digit does not hold",
           [](Subject &s) {
               s.input.applicant.dateOfBirth = QDate(1984, 8, 12);
               s.document().mrz->checkDigits[u"date_of_birth"_s] = false;
           },
           Outcome::Review},
          {"the birth date stands in the text",
           [](Subject &s) {
               noZone(s);
               s.addPrinted(u"full_name"_s, u"Anna Maria Eriksson"_s);
               s.addPrinted(u"number"_s, u"L898902C3"_s);
           },
           Outcome::Clear},
          {"another number, verified", [](Subject &s) { s.input.document->number = u"X1234567"_s; },
           Outcome::Flagged, "number"},
          {"another number, well printed",
           [](Subject &s) {
               noZone(s);
               s.document().text = QList<facts::TextLine>{};
               s.addPrinted(u"number"_s, u"X1234567"_s, 0.95);
               s.input.document->number = u"X1234599"_s;
           },
           Outcome::Flagged, "number"},
          {"one digit of a printed number",
           [](Subject &s) {
               noZone(s);
               s.document().text = QList<facts::TextLine>{};
               s.addPrinted(u"number"_s, u"X1234567"_s, 0.95);
               s.input.document->number = u"X1234568"_s;
           },
           Outcome::Review, "number"},
          {"another birth date, well printed",
           [](Subject &s) {
               noZone(s);
               s.document().text = QList<facts::TextLine>{};
               s.addPrinted(u"date_of_birth"_s, u"1984-08-12"_s, 0.95);
           },
           Outcome::Flagged, "1984-08-12"},
          {"another birth date, badly printed",
           [](Subject &s) {
               noZone(s);
               s.document().text = QList<facts::TextLine>{};
               s.addPrinted(u"date_of_birth"_s, u"1984-08-12"_s, 0.8);
           },
           Outcome::Review, "1984-08-12"},
          {"number with spaces and O for 0", [](Subject &s) { s.input.document->number = u"L8989 O2C3"_s; },
           Outcome::Clear},
          {"no number declared", [](Subject &s) { s.input.document.reset(); }, Outcome::Clear,
           "full name, date of birth"},
          {"name not read",
           [](Subject &s) {
               s.document().mrz->fields.surname.clear();
               s.document().mrz->fields.givenNames.clear();
               s.document().text = QList<facts::TextLine>{};
           },
           Outcome::NotAssessed, "Could not be read: full name"},
          {"nothing read",
           [](Subject &s) {
               s.document().mrz = NotRead();
               s.document().text = NotRead();
           },
           Outcome::NotAssessed, "no reader"},
          {"no document",
           [](Subject &s) {
               s.remove(Role::DocumentFront);
               s.policy.requiredRoles.clear();
           },
           Outcome::NotApplicable}});
}

void DocumentTest::pointsAtTheDates()
{
    Subject subject = soundCase();
    subject.document().mrz->fields.expiresOn = QDate(2012, 4, 15);
    const Finding finding = findingOf(subject, u"document.expired"_s);
    QCOMPARE(finding.message.english(), u"Expired on 2012-04-15, 5332 days before it was submitted."_s);
    QCOMPARE(finding.evidence.size(), 1);
    QCOMPARE(finding.evidence.first().path, u"front.jpg"_s);
    QCOMPARE(finding.evidence.first().polygon.boundingRect(), QRectF(0, 500, 800, 45));
    QCOMPARE(finding.factsUsed, QStringList{u"document.mrz.fields.expires_on"_s});
    QCOMPARE(finding.score, 5332.0);
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

using namespace scrutineer;
using namespace scrutineer::checks::test;
using namespace Qt::StringLiterals;

class AddressAndFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsDiffer_data();
    void levelsDiffer() { judgeRow(); }
    void declaredIncomplete_data();
    void declaredIncomplete() { judgeRow(); }
    void fileUnreadable_data();
    void fileUnreadable() { judgeRow(); }
    void fileMissing_data();
    void fileMissing() { judgeRow(); }
    void fileDuplicate_data();
    void fileDuplicate() { judgeRow(); }
};

void AddressAndFileTest::levelsDiffer_data()
{
    const auto primary = [](const QString &name) {
        return [name](Subject &s) { s.input.primaryFullName = name; };
    };
    fill(u"name.levels_differ"_s,
         {{"the same", [](Subject &) {}, Outcome::Clear},
          {"another order", primary(u"ERIKSSON Anna Maria"_s), Outcome::Clear, "another order"},
          {"one letter", primary(u"Anna Maria Erikssen"_s), Outcome::Review},
          {"a name less", primary(u"Anna Eriksson"_s), Outcome::Review},
          {"another person", primary(u"John Smith"_s), Outcome::Flagged, "John Smith"},
          {"only the surname in common", primary(u"Peter Eriksson"_s), Outcome::Flagged},
          {"not given", primary(QString()), Outcome::NotAssessed},
          {"primary case", [](Subject &s) { s.input.level = Level::Primary; }, Outcome::NotApplicable}});
}

void AddressAndFileTest::declaredIncomplete_data()
{
    fill(u"address.declared_incomplete"_s,
         {{"complete", [](Subject &) {}, Outcome::Clear},
          {"no number", [](Subject &s) { s.input.applicant.address->street = u"Rue de Londres"_s; },
           Outcome::Flagged, "lacks: house number"},
          {"no city and code",
           [](Subject &s) {
               s.input.applicant.address->city.clear();
               s.input.applicant.address->postalCode.clear();
           },
           Outcome::Flagged, "lacks: city, postal code"},
          {"no code where there is none",
           [](Subject &s) {
               s.input.applicant.address->postalCode.clear();
               s.input.applicant.address->country = u"HK"_s;
           },
           Outcome::Clear},
          {"no address", [](Subject &s) { s.input.applicant.address.reset(); }, Outcome::Flagged,
           "No address"},
          {"primary case", [](Subject &s) { s.input.level = Level::Primary; }, Outcome::NotApplicable}});
}

void AddressAndFileTest::fileUnreadable_data()
{
    fill(u"file.unreadable"_s,
         {{"all read", [](Subject &) {}, Outcome::Clear, "4"},
          {"one encrypted",
           [](Subject &s) {
               s.file(Role::AddressProof).unreadable = Error{ErrorCode::FileEncrypted, u"proof.jpg"_s, {}};
           },
           Outcome::Flagged, "proof.jpg: the file is protected with a password."},
          {"worker died",
           [](Subject &s) {
               s.file(Role::Selfie).unreadable = Error{ErrorCode::WorkerDied, u"selfie.jpg"_s, {}};
           },
           Outcome::Flagged, "selfie.jpg"},
          {"one still being read",
           [](Subject &s) {
               s.facts.files.removeLast();
               s.facts.complete = false;
           },
           Outcome::NotAssessed, "still being read"},
          {"one never read", [](Subject &s) { s.facts.files.removeLast(); }, Outcome::NotAssessed,
           "could not be read"},
          {"no files",
           [](Subject &s) {
               s.input.files.clear();
               s.facts = {};
           },
           Outcome::NotApplicable}});
}

void AddressAndFileTest::fileMissing_data()
{
    fill(u"file.missing"_s, {{"all there", [](Subject &) {}, Outcome::Clear},
                             {"no proof", [](Subject &s) { s.remove(Role::AddressProof); }, Outcome::Flagged,
                              "Missing: address proof."},
                             {"two missing",
                              [](Subject &s) {
                                  s.remove(Role::AddressProof);
                                  s.remove(Role::Selfie);
                              },
                              Outcome::Flagged, "selfie, address proof"},
                             {"primary needs no proof",
                              [](Subject &s) {
                                  s.input.level = Level::Primary;
                                  s.remove(Role::AddressProof);
                              },
                              Outcome::Clear},
                             {"policy asks for the handheld photo",
                              [](Subject &s) {
                                  s.remove(Role::Handheld);
                                  s.policy.requiredRoles[Level::Advanced].append(Role::Handheld);
                              },
                              Outcome::Flagged, "handheld"},
                             {"policy asks for nothing", [](Subject &s) { s.policy.requiredRoles.clear(); },
                              Outcome::NotApplicable}});
}

void AddressAndFileTest::fileDuplicate_data()
{
    const auto duplicate = [](const QString &otherCase, bool sameBytes) {
        return [=](Subject &s) {
            s.facts.duplicates = {{u"front.jpg"_s, otherCase, u"selfie.jpg"_s, sameBytes}};
        };
    };
    fill(u"file.duplicate"_s,
         {{"none", [](Subject &) {}, Outcome::Clear},
          {"same file in two roles", duplicate(QString(), true), Outcome::Flagged, "are the same file"},
          {"same file in an earlier case", duplicate(u"C-0"_s, true), Outcome::Flagged, "in case C-0"},
          {"same picture", duplicate(QString(), false), Outcome::Review, "look like the same picture"},
          {"same picture in an earlier case", duplicate(u"C-0"_s, false), Outcome::Review},
          {"still being read", [](Subject &s) { s.facts.complete = false; }, Outcome::NotAssessed},
          {"no files",
           [](Subject &s) {
               s.input.files.clear();
               s.facts = {};
           },
           Outcome::NotApplicable}});
}

QTEST_GUILESS_MAIN(AddressAndFileTest)
#include "address_and_file_test.moc"

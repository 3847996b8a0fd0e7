// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.h"

using namespace scrutineer;
using namespace scrutineer::checks::test;
using namespace Qt::StringLiterals;
using facts::Cause;
using facts::NotRead;

namespace {
/// What every check of the proof answers when there is none.
QList<Row> missingRows()
{
    return {{"no reader", [](Subject &s) { s.file(Role::AddressProof).addressProof = NotRead(); },
             Outcome::NotAssessed, "no reader"},
            {"primary case", [](Subject &s) { s.input.level = Level::Primary; }, Outcome::NotApplicable},
            {"none, policy asks", [](Subject &s) { s.remove(Role::AddressProof); }, Outcome::NotAssessed,
             "No proof of address"},
            {"none, policy does not ask",
             [](Subject &s) {
                 s.remove(Role::AddressProof);
                 s.policy.requiredRoles.clear();
             },
             Outcome::NotApplicable}};
}

const QString filler =
    u"Consommation relevée, montant total à régler pour le logement, merci de votre confiance"_s;

std::function<void(Subject &)> text(const QStringList &lines)
{
    return [=](Subject &s) { s.setProofText(lines + QStringList{filler}); };
}

std::function<void(Subject &)> issued(const QString &date, double confidence = 0.9)
{
    return [=](Subject &s) { s.proof().issuedOn = facts::PrintedField{date, {date, {}, 0, confidence}}; };
}

void noText(Subject &s)
{
    s.proof().text = NotRead{Cause::NothingFound, {}};
    s.proof().kind = NotRead{Cause::NothingFound, {}};
    s.proof().issuedOn = NotRead{Cause::NothingFound, {}};
    s.proof().addresses.clear();
}
} // namespace

class ProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identityDocument_data();
    void identityDocument() { judgeRow(); }
    void unsupportedKind_data();
    void unsupportedKind() { judgeRow(); }
    void screenshot_data();
    void screenshot() { judgeRow(); }
    void tooOld_data();
    void tooOld() { judgeRow(); }
    void dateUnclear_data();
    void dateUnclear() { judgeRow(); }
    void altered_data();
    void altered() { judgeRow(); }
    void unreadable_data();
    void unreadable() { judgeRow(); }
    void nameMissing_data();
    void nameMissing() { judgeRow(); }
    void nameAbbreviated_data();
    void nameAbbreviated() { judgeRow(); }
    void addressMismatch_data();
    void addressMismatch() { judgeRow(); }
    void addressIncomplete_data();
    void addressIncomplete() { judgeRow(); }
    void pointsAtTheName();
};

void ProofTest::identityDocument_data()
{
    fill(u"poa.identity_document"_s,
         missingRows() +
             QList<Row>{{"a bill", [](Subject &) {}, Outcome::Clear, "utility bill"},
                        {"an identity document", [](Subject &s) { s.proof().kind = u"identity_document"_s; },
                         Outcome::Flagged},
                        {"a machine-readable zone", text({u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_s}),
                         Outcome::Flagged, "machine-readable zone"},
                        {"the document again",
                         [](Subject &s) {
                             s.facts.duplicates = {{u"front.jpg"_s, QString(), u"proof.jpg"_s, true}};
                         },
                         Outcome::Flagged, "again"},
                        {"kind unknown, much text",
                         [](Subject &s) {
                             s.proof().kind = NotRead{Cause::NothingFound, {}};
                         },
                         Outcome::Clear},
                        {"no text", noText, Outcome::NotAssessed}});
}

void ProofTest::unsupportedKind_data()
{
    fill(u"poa.unsupported_kind"_s,
         missingRows() +
             QList<Row>{
                 {"a bill", [](Subject &) {}, Outcome::Clear},
                 {"a statement", [](Subject &s) { s.proof().kind = u"bank_statement"_s; }, Outcome::Clear},
                 {"a telephone bill", [](Subject &s) { s.proof().kind = u"telephone_bill"_s; },
                  Outcome::Clear},
                 {"an identity document", [](Subject &s) { s.proof().kind = u"identity_document"_s; },
                  Outcome::Flagged, "Not accepted as proof of address: identity document"},
                 {"a receipt", [](Subject &s) { s.proof().kind = u"receipt"_s; }, Outcome::Flagged},
                 {"unknown",
                  [](Subject &s) {
                      s.proof().kind = NotRead{Cause::NothingFound, {}};
                  },
                  Outcome::Review},
                 {"no text", noText, Outcome::NotAssessed}});
}

void ProofTest::screenshot_data()
{
    const auto value = [](double value) {
        return [value](Subject &s) { s.proof().screenshot->value = value; };
    };
    fill(u"poa.screenshot"_s,
         missingRows() + QList<Row>{{"paper", [](Subject &) {}, Outcome::Clear},
                                    {"perhaps", value(0.5), Outcome::Review},
                                    {"a screen", value(0.8), Outcome::Flagged},
                                    {"not measured", [](Subject &s) { s.proof().screenshot = NotRead(); },
                                     Outcome::NotAssessed}});
}

void ProofTest::tooOld_data()
{
    fill(u"poa.too_old"_s,
         missingRows() +
             QList<Row>{
                 {"a month old", [](Subject &) {}, Outcome::Clear, "31 days"},
                 {"three months to the day", issued(u"2026-08-20"_s), Outcome::Clear},
                 {"a day too old", issued(u"2026-08-19"_s), Outcome::Flagged, "93 days"},
                 {"years old", issued(u"2022-12-11"_s), Outcome::Flagged, "1440 days before submission"},
                 {"too old, badly read", issued(u"2022-12-11"_s, 0.3), Outcome::Review, "hard to read"},
                 {"in the future", issued(u"2026-11-21"_s), Outcome::Review, "after it was submitted"},
                 {"the policy's months",
                  [](Subject &s) {
                      issued(u"2026-08-19"_s)(s);
                      s.policy.proofMaxAgeMonths = 6;
                  },
                  Outcome::Clear, "6 months"},
                 {"no date",
                  [](Subject &s) {
                      s.proof().issuedOn = NotRead{Cause::NothingFound, {}};
                  },
                  Outcome::NotAssessed},
                 {"not a date", issued(u"soon"_s), Outcome::NotAssessed}});
}

void ProofTest::dateUnclear_data()
{
    fill(u"poa.date_unclear"_s,
         missingRows() +
             QList<Row>{{"a date", [](Subject &) {}, Outcome::Clear, "2026-10-20"},
                        {"badly read", issued(u"2026-10-20"_s, 0.3), Outcome::Review},
                        {"only other dates",
                         [](Subject &s) {
                             s.proof().issuedOn = NotRead{Cause::NothingFound, {}};
                             s.proof().otherDates = {{u"2026-12-28"_s, {}}, {u"2027-02-09"_s, {}}};
                         },
                         Outcome::Review, "2026-12-28, 2027-02-09"},
                        {"only dates that are for something else",
                         [](Subject &s) {
                             s.proof().issuedOn = NotRead{Cause::NothingFound, {}};
                             s.proof().otherDates = {{u"2026-12-28"_s, {}}};
                             s.proof().otherDatesExplained = true;
                             s.proof().fromTextLayer = true;
                         },
                         Outcome::Flagged, "2026-12-28"},
                        {"no date at all",
                         [](Subject &s) {
                             s.proof().issuedOn = NotRead{Cause::NothingFound, {}};
                         },
                         Outcome::Flagged},
                        {"nobody looked", [](Subject &s) { s.proof().issuedOn = NotRead(); },
                         Outcome::NotAssessed, "no reader"},
                        {"no text", noText, Outcome::NotAssessed}});
}

void ProofTest::altered_data()
{
    fill(u"poa.altered"_s,
         missingRows().mid(1) +
             QList<Row>{{"nothing found", [](Subject &) {}, Outcome::Clear, "No traces"},
                        {"nobody looked", [](Subject &s) { s.file(Role::AddressProof).editing = NotRead(); },
                         Outcome::NotAssessed, "no reader for traces of editing"},
                        {"an editor names itself",
                         [](Subject &s) {
                             s.file(Role::AddressProof).editing =
                                 facts::Editing{{{u"editor"_s, 1, {u"Photoshop"_s, {}}, 0, {}}}};
                         },
                         Outcome::Flagged, "Photoshop"}});
}

void ProofTest::unreadable_data()
{
    fill(u"poa.unreadable"_s,
         missingRows() +
             QList<Row>{{"readable", [](Subject &) {}, Outcome::Clear},
                        {"no text", noText, Outcome::Flagged, "Only 0 letters"},
                        {"a word", [](Subject &s) { s.setProofText({u"Facture"_s}); }, Outcome::Flagged},
                        {"a few words", [](Subject &s) { s.setProofText({u"Mme ANNA MARIA ERIKSSON"_s}); },
                         Outcome::Review},
                        {"text not looked for", [](Subject &s) { s.proof().text = NotRead(); },
                         Outcome::NotAssessed}});
}

void ProofTest::nameMissing_data()
{
    fill(
        u"poa.name_missing"_s,
        missingRows() +
            QList<Row>{
                {"there", [](Subject &) {}, Outcome::Clear},
                {"another order", text({u"ERIKSSON Anna Maria"_s}), Outcome::Clear},
                {"over two lines", text({u"Anna Maria"_s, u"Eriksson"_s}), Outcome::Clear},
                {"initials are for the next check", text({u"A. M. Eriksson"_s}), Outcome::Clear},
                {"somebody else", text({u"Mme GUÉRIN MAËLLE"_s}), Outcome::Flagged, "is not on the proof"},
                {"the middle name is missing", text({u"Anna Eriksson"_s}), Outcome::Review, "lacks: Maria"},
                {"only the surname", text({u"Family Eriksson"_s}), Outcome::Flagged, "lacks: Anna Maria"},
                {"a word that is like it", text({u"Anna Maria Erikson"_s}), Outcome::Clear},
                {"hardly any text", [](Subject &s) { s.setProofText({u"Facture"_s}); }, Outcome::NotAssessed},
                {"no text", noText, Outcome::NotAssessed}});
}

void ProofTest::nameAbbreviated_data()
{
    fill(u"poa.name_abbreviated"_s,
         missingRows() +
             QList<Row>{{"in full", [](Subject &) {}, Outcome::Clear},
                        {"initials", text({u"Mme A. M. Eriksson"_s}), Outcome::Flagged, "“A” for “Anna”"},
                        {"middle initial", text({u"Anna M. Eriksson"_s}), Outcome::Flagged},
                        {"cut short", text({u"Ann. Maria Eriksson"_s}), Outcome::Flagged},
                        {"middle name missing", text({u"Anna Eriksson"_s}), Outcome::NotAssessed},
                        {"not there", text({u"Somebody Else"_s}), Outcome::NotAssessed},
                        {"no text", noText, Outcome::NotAssessed}});
}

void ProofTest::addressMismatch_data()
{
    const auto addressed = [](const QStringList &lines) {
        return [=](Subject &s) {
            text(lines)(s);
            s.proof().addresses = {
                facts::PrintedField{lines.join(u", "_s), {lines.join(u", "_s), {}, 0, 0.9}}};
        };
    };
    fill(
        u"poa.address_mismatch"_s,
        missingRows() +
            QList<Row>{{"the same", [](Subject &) {}, Outcome::Clear},
                       {"abbreviated", addressed({u"12, R. de Londres"_s, u"75009 Paris"_s}), Outcome::Clear},
                       {"found though nobody recognised an address",
                        [](Subject &s) { s.proof().addresses.clear(); }, Outcome::Clear},
                       {"another number", addressed({u"14 RUE DE LONDRES"_s, u"75009 PARIS"_s}),
                        Outcome::Flagged, "different: house number"},
                       {"another postal code", addressed({u"12 RUE DE LONDRES"_s, u"75008 PARIS"_s}),
                        Outcome::Flagged, "different: postal code"},
                       {"another address", addressed({u"123 ANYWHERE STREET"_s, u"ANYTOWN H3A 1S8"_s}),
                        Outcome::Flagged},
                       {"the code may be misread",
                        [=](Subject &s) {
                            addressed({u"12 RUE DE LONDRES"_s, u"7S009 PARIS"_s})(s);
                        },
                        Outcome::Review, "misread"},
                       {"a text layer is not misread",
                        [=](Subject &s) {
                            addressed({u"12 RUE DE LONDRES"_s, u"7S009 PARIS"_s})(s);
                            s.proof().fromTextLayer = true;
                        },
                        Outcome::Flagged},
                       {"no address on it",
                        [](Subject &s) {
                            text({u"nothing"_s})(s);
                            s.proof().addresses.clear();
                        },
                        Outcome::Review},
                       {"none declared", [](Subject &s) { s.input.applicant.address.reset(); },
                        Outcome::NotAssessed, "declared"},
                       {"hardly any text",
                        [](Subject &s) {
                            s.setProofText({u"Facture"_s});
                            s.proof().addresses.clear();
                        },
                        Outcome::NotAssessed},
                       {"no text", noText, Outcome::NotAssessed}});
}

void ProofTest::addressIncomplete_data()
{
    const auto only = [](const QString &address, bool layer) {
        return [=](Subject &s) {
            text({address})(s);
            s.proof().addresses = {facts::PrintedField{address, {}}};
            s.proof().fromTextLayer = layer;
        };
    };
    fill(u"poa.address_incomplete"_s,
         missingRows() +
             QList<Row>{{"complete", [](Subject &) {}, Outcome::Clear},
                        {"complete, but another one", only(u"5 RUE DE MADRID, 75008 PARIS"_s, false),
                         Outcome::Clear},
                        {"city only, recognised", only(u"75009 PARIS"_s, false), Outcome::Review},
                        {"city only, text layer", only(u"75009 PARIS"_s, true), Outcome::Flagged},
                        {"a mailbox", only(u"TSA 21941, 62978 ARRAS CEDEX 9"_s, true), Outcome::Flagged},
                        {"hardly any text",
                         [](Subject &s) {
                             s.setProofText({u"Facture"_s});
                             s.proof().addresses.clear();
                         },
                         Outcome::NotAssessed},
                        {"no text", noText, Outcome::NotAssessed}});
}

void ProofTest::pointsAtTheName()
{
    const Subject subject = soundCase();
    const Finding finding = findingOf(subject, u"poa.name_missing"_s);
    QCOMPARE(finding.evidence.size(), 1);
    QCOMPARE(finding.evidence.first().text, u"Mme ANNA MARIA ERIKSSON"_s);
    QCOMPARE(finding.evidence.first().path, u"proof.jpg"_s);
}

QTEST_GUILESS_MAIN(ProofTest)
#include "proof_test.moc"

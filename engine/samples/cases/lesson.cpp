// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"
#include "engine/samples/cases/draft.h"

#include <QHash>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
/// Where a reviewer looks for it.
QString placeOf(const QString &id)
{
    static const QHash<QString, QString> places{
        {u"document.too_dark"_s, u"Look at the lightest parts of the document: even they are grey."_s},
        {u"document.glare"_s, u"Look for a white spot whose middle has no print at all."_s},
        {u"document.shadow"_s, u"Look for an edge where the whole document turns darker."_s},
        {u"document.obstructed"_s,
         u"Follow the outline of the document and look for skin or paper over it."_s},
        {u"document.blurred"_s, u"Enlarge the smallest print: its strokes run into each other."_s},
        {u"document.cropped"_s, u"Count the four corners."_s},
        {u"document.filtered"_s, u"Compare skin and emblems with the colours that they should have."_s},
        {u"document.unreadable"_s, u"Try to read name, number and dates aloud."_s},
        {u"document.unsupported_type"_s, u"Read the title of the document, not its look."_s},
        {u"document.type_mismatch"_s, u"Compare the title of the document with the declared type."_s},
        {u"document.expired"_s, u"Compare the date of expiry with the day of submission."_s},
        {u"document.expiry_unclear"_s,
         u"Compare the printed date of expiry with the machine-readable one."_s},
        {u"document.altered"_s,
         u"Look at number, dates and portrait for another sharpness or tone, and at the file's metadata."_s},
        {u"document.inconsistent"_s,
         u"Compare print and machine-readable zone field by field, check digits too."_s},
        {u"document.data_mismatch"_s, u"Compare name, birth date and number with what was declared."_s},
        {u"face.not_visible"_s, u"Eyes, nose and mouth must all be seen."_s},
        {u"face.bad_light"_s, u"Look at the eyes: they drown in black or in white."_s},
        {u"face.distance"_s, u"Compare the height of the face with that of the picture."_s},
        {u"face.several_people"_s, u"Look at the edges of the selfie."_s},
        {u"face.mismatch"_s,
         u"Compare eyes, nose, ears and chin of portrait and selfie, not hair or clothes."_s},
        {u"handheld.document_missing"_s, u"Look at both hands."_s},
        {u"handheld.statement_missing"_s, u"Look at both hands."_s},
        {u"handheld.different_document"_s,
         u"Compare the number on the held document with the uploaded one."_s},
        {u"handheld.date_mismatch"_s, u"Read day, month and year of the written date."_s},
        {u"handheld.word_missing"_s, u"Read every word of the statement."_s},
        {u"poa.identity_document"_s, u"Look at what kind of document the proof is."_s},
        {u"poa.unsupported_kind"_s, u"Look at who sent the letter, and why."_s},
        {u"poa.screenshot"_s, u"Look for bars, buttons and a clock at the edges."_s},
        {u"poa.too_old"_s,
         u"Count three months back from the day of submission; the due date does not count."_s},
        {u"poa.date_unclear"_s, u"Look for the day of issue; periods and due dates do not count."_s},
        {u"poa.altered"_s, u"Look at the date for another font or tone, and at the file's history."_s},
        {u"poa.unreadable"_s, u"Try to read name, address and date aloud."_s},
        {u"name.levels_differ"_s, u"Compare the names of both levels word by word."_s},
        {u"poa.name_missing"_s, u"Look for every word of the name in the letter."_s},
        {u"poa.name_abbreviated"_s, u"Look for initials in the name above the address."_s},
        {u"poa.address_mismatch"_s, u"Compare street, number, code and city one by one."_s},
        {u"address.declared_incomplete"_s,
         u"Look at the declared address alone: street, number, code, city."_s},
        {u"poa.address_incomplete"_s,
         u"Look at the address on the letter alone: street, number, code, city."_s},
        {u"file.unreadable"_s, u"Try to open every file."_s},
        {u"file.missing"_s, u"Count the files that the level asks for."_s},
        {u"file.duplicate"_s, u"Compare front and back."_s}};
    return places.value(id);
}

QString harmless(Trap trap)
{
    switch (trap) {
    case Trap::GlossyCard:
        return u"The document shines, but every letter under the sheen can be read."_s;
    case Trap::SoftFocus:
        return u"The photo is a little soft, but even small print can be read."_s;
    case Trap::NearBorder:
        return u"The document lies close to the border of the photo, but all four corners are there."_s;
    case Trap::PinkLicence:
        return u"The licence is pink, but that is its paper: no finger lies on it."_s;
    case Trap::ExpiresToday:
        return u"The document expires on the day of submission: on that day it is still valid."_s;
    case Trap::ThreeMonths:
        return u"The proof is three months old to the day, which is still allowed."_s;
    case Trap::MiddleName:
        return u"The proof leaves out the second given name; first name and surname are written in full."_s;
    case Trap::Diacritics:
        return u"The name was declared without accents or in Latin letters: it is the same name."_s;
    case Trap::ShortStreet:
        return u"The declared street is shortened as people do; it is the same address."_s;
    case Trap::Messenger:
        return u"The photos went through a messenger and are small, but can be read; that is no editing."_s;
    case Trap::BorderlessScan:
        return u"A scan has no border around the document; nothing of it is missing."_s;
    case Trap::AnyAngle:
        return u"The document was photographed at an angle; turn the picture and read on."_s;
    case Trap::DimButReadable:
        return u"The photo is dim, but everything on it can be read."_s;
    case Trap::ThumbOnMargin:
        return u"A hand holds the document, and its fingers hide nothing."_s;
    }
    return {};
}
} // namespace

QString lessonOf(const CasePlan &plan)
{
    if (plan.flaws.isEmpty() && plan.trap)
        return harmless(*plan.trap) + u" Approve it."_s;
    if (plan.flaws.isEmpty())
        return u"Nothing is wrong here: the documents are valid, readable and belong to the applicant. Approve it."_s;
    QStringList parts;
    for (const Flaw &flaw : plan.flaws) {
        const policy::CheckInfo *check = policy::checkById(flaw.id);
        if (!check)
            continue;
        const policy::ReasonText text = policy::reasonText(check->reason, u"en"_s);
        parts.append(u"%1 (%2): %3 %4 Answer: %5"_s.arg(text.title, QString::number(check->reason),
                                                        text.reviewer, placeOf(flaw.id), text.applicant));
    }
    return parts.join(u"\n\n"_s);
}

} // namespace scrutineer::samples

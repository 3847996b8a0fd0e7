// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/samples/person.h"
#include "engine/samples/portrait.h"

#include <QDate>
#include <QImage>
#include <QStringList>

namespace scrutineer::samples {

/// Everything that is printed on a specimen document of the invented country Utopia (UTO, ICAO 9303 part 3).
struct Specimen
{
    DocumentType type = DocumentType::Passport;
    QString surname; ///< Latin capitals
    QString givenNames;
    QString number;
    QDate dateOfBirth;
    QDate issuedOn;
    QDate expiresOn;
    Sex sex = Sex::Female;
    QString placeOfBirth;
    QString address; ///< on the back of an ID card
    Person holder;
};

/// Lines of the machine-readable zone with right check digits: TD3 for a passport, TD1 for a card.
[[nodiscard]] QStringList mrzLines(const Specimen &specimen);

/// The passport's data page (125 x 88 mm) and the sides of the ID-1 card (85.6 x 54 mm), flat, at 12 pixels a
/// millimetre, marked SPECIMEN. Needs a QGuiApplication for its fonts.
[[nodiscard]] QImage drawPassport(const Specimen &specimen);
[[nodiscard]] QImage drawCardFront(const Specimen &specimen);
[[nodiscard]] QImage drawCardBack(const Specimen &specimen);

} // namespace scrutineer::samples

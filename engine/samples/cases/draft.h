// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/cases/bundle.h"
#include "engine/samples/cases/plan.h"
#include "engine/samples/people.h"
#include "engine/samples/proof/address_proof.h"
#include "engine/samples/specimen/document.h"

#include <QDateTime>

namespace scrutineer::samples {

/// What the applicant wrote into the form.
struct Declared
{
    QString fullName;
    QString primaryName;
    QDate dateOfBirth;
    QString documentType;
    QString documentNumber;
    QDate expiresOn;
    QString street;
    QString city;
    QString postalCode;
    QString country;
};

/// A case while it is made. The parts fill it one after the other.
struct Draft
{
    CasePlan plan;
    const People &people;
    QDateTime submittedAt;
    Identity who;
    DocumentSpec spec;
    DrawnDocument flat;
    Declared declared;
    QJsonObject facts;
    Bundle bundle;

    [[nodiscard]] QDate day() const { return submittedAt.date(); }
    [[nodiscard]] bool has(QStringView id) const { return plan.flaw(id) != nullptr; }
    [[nodiscard]] bool trapped(Trap trap) const { return plan.trap == trap; }
};

/// Chooses person and document, and what is declared of them.
void chooseDocument(Draft &draft, Random &random);
/// Draws and photographs the document's sides.
void photographSides(Draft &draft, Random &random);
/// A document laid before a camera and taken without a flaw: for other parts that need one.
[[nodiscard]] cv::Mat plainPhoto(const QImage &flat, const cv::Vec3d &skin, Random &random);

void takePortraits(Draft &draft, Random &random); ///< selfie and handheld photo
void writeProof(Draft &draft, Random &random);    ///< the proof of address
void breakFiles(Draft &draft, Random &random);    ///< what concerns whole files
/// What is wrong, where to look, what to answer.
[[nodiscard]] QString lessonOf(const CasePlan &plan);

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/design.h"

namespace scrutineer::samples {

namespace {
Design permit(const char *name, DocumentType type, const char *title, const Paper &paper,
              const QColor &accent)
{
    Design card{name, type, Dress::Permit, title, td1Size, paper, accent, {70, 70, 95}};
    card.valueSize = 1.8;
    card.labelSize = 1.05;
    card.numberPattern = "@@#######";
    card.validYears = 3;
    return card;
}

Design classicResidence()
{
    Design card = permit("residence_classic", DocumentType::ResidencePermit, "residence_permit",
                         {{236, 226, 240},
                          {244, 240, 232},
                          {222, 234, 240},
                          {165, 120, 190, 105},
                          {120, 165, 180, 100},
                          Guilloche::Waves},
                         {85, 40, 120});
    card.portrait = {4, 12, 24, 31};
    card.ghost = {69, 15.5, 11.5, 14.8};
    card.hologram = {28, 16};
    card.hologramRadius = 4.8;
    card.signature = {56, 45, 24, 5.5};
    card.mrz = MrzFormat::Td1;
    card.mrzCode = "IR";
    card.mrzSide = 1;
    card.front = {{"number", 58, 11, 24},
                  {"surname", 31, 16.5, 37},
                  {"given_names", 31, 22.5, 37},
                  {"expires_on", 31, 28.5, 24},
                  {"issued_on", 31, 34.5, 24},
                  {"issuer", 31, 40.5, 24},
                  {"permit_kind", 31, 46.5, 22, "Type of permit"}};
    card.back = {{"date_of_birth", 5, 5, 24}, {"place_of_birth", 32, 5, 28},      {"sex", 64, 5, 10},
                 {"nationality", 5, 12, 24},  {"remarks", 32, 12, 40, "Remarks"}, {"address", 5, 19.5, 60}};
    return card;
}

Design modernResidence()
{
    Design card = permit("residence_modern", DocumentType::ResidencePermit, "residence_permit",
                         {{224, 238, 228},
                          {238, 242, 226},
                          {222, 232, 244},
                          {110, 170, 130, 110},
                          {110, 140, 200, 95},
                          Guilloche::Rosettes},
                         {20, 95, 75});
    card.portrait = {57.5, 11, 24, 31};
    card.greyPortrait = true;
    card.ghost = {44, 28.5, 11, 14.2};
    card.hologram = {58, 38};
    card.hologramRadius = 4.8;
    card.signature = {57.5, 45, 24, 5.5};
    card.bold = false;
    card.mrz = MrzFormat::Td1;
    card.mrzCode = "AR";
    card.mrzSide = 1;
    card.front = {{"surname", 4, 13, 50},
                  {"given_names", 4, 19, 50},
                  {"sex", 4, 25, 10},
                  {"nationality", 16, 25, 14},
                  {"date_of_birth", 32, 25, 20},
                  {"permit_kind", 4, 31, 36, "Type of permit"},
                  {"issued_on", 4, 37, 19},
                  {"expires_on", 25, 37, 18},
                  {"number", 4, 43, 24},
                  {"remarks", 4, 49, 50, "Remarks", CellStyle::Labelled, 1.5}};
    card.back = {{"place_of_birth", 5, 5, 30}, {"issuer", 45, 5, 34}, {"address", 5, 13, 60}};
    return card;
}

QList<Design> workPermits()
{
    Design plain = permit("work_permit_card", DocumentType::WorkPermit, "work_permit",
                          {{244, 238, 220},
                           {246, 242, 230},
                           {234, 236, 226},
                           {195, 160, 90, 105},
                           {150, 160, 120, 95},
                           Guilloche::Net},
                          {120, 80, 10});
    plain.portrait = {4, 12, 24, 31};
    plain.hologram = {75, 16};
    plain.hologramRadius = 5.5;
    plain.signature = {4, 45.5, 24, 5.5};
    plain.front = {{"surname", 31, 13, 38},
                   {"given_names", 31, 19, 38},
                   {"date_of_birth", 31, 25, 22},
                   {"nationality", 56, 25, 14},
                   {"occupation", 31, 31, 40, "Occupation"},
                   {"employer", 31, 37, 50, "Employer"},
                   {"number", 31, 43, 24},
                   {"issued_on", 57, 43, 24},
                   {"expires_on", 31, 49, 24},
                   {"sex", 72, 25, 9}};

    Design zone = permit("work_permit_zone", DocumentType::WorkPermit, "work_permit",
                         {{230, 234, 238},
                          {240, 238, 242},
                          {240, 228, 222},
                          {130, 145, 170, 110},
                          {205, 140, 110, 100},
                          Guilloche::Rays},
                         {60, 60, 90});
    zone.portrait = {4, 13, 24, 31};
    zone.greyPortrait = true;
    zone.ghost = {69, 12, 11, 14.2};
    zone.signature = {58, 46, 23, 5};
    zone.mrz = MrzFormat::Td1;
    zone.mrzCode = "AW";
    zone.mrzSide = 1;
    zone.front = {
        {"surname", 31, 13, 36},     {"given_names", 31, 19.2, 36}, {"date_of_birth", 31, 25.4, 22},
        {"sex", 56, 25.4, 10},       {"number", 31, 31.6, 26},      {"nationality", 60, 31.6, 20},
        {"issued_on", 31, 37.8, 24}, {"expires_on", 58, 37.8, 24},  {"permit_kind", 31, 44, 25, "Category"}};
    zone.back = {{"occupation", 5, 5, 36, "Occupation"},
                 {"employer", 44, 5, 37, "Employer"},
                 {"issuer", 5, 13, 36},
                 {"remarks", 44, 13, 37, "Remarks"}};
    return {plain, zone};
}

QList<Design> studentCards()
{
    Design campus{"student_campus",
                  DocumentType::StudentId,
                  Dress::Student,
                  "student_card",
                  td1Size,
                  {{250, 250, 252},
                   {244, 248, 252},
                   {236, 242, 250},
                   {205, 220, 240, 120},
                   {220, 228, 240, 120},
                   Guilloche::Rays},
                  {15, 70, 130},
                  {90, 100, 120}};
    campus.valueSize = 1.9;
    campus.portrait = {59, 14, 22, 28.3};
    campus.barcode = BarcodeKind::Code128;
    campus.barcodeBox = {5, 44.5, 46, 6.5};
    campus.numberPattern = "20######";
    campus.validYears = 1;
    campus.front = {{"surname", 5, 17, 50},
                    {"given_names", 5, 23, 50},
                    {"number", 5, 29, 24, "Matriculation No."},
                    {"date_of_birth", 31, 29, 24},
                    {"faculty", 5, 35, 50, "Faculty"},
                    {"expires_on", 59, 47, 22}};

    Design stripe{"student_stripe",
                  DocumentType::StudentId,
                  Dress::Student,
                  "student_card",
                  td1Size,
                  {{248, 244, 238},
                   {250, 248, 244},
                   {244, 238, 230},
                   {230, 215, 195, 120},
                   {225, 220, 205, 120},
                   Guilloche::Waves},
                  {140, 25, 45},
                  {105, 90, 85}};
    stripe.family = Family::Serif;
    stripe.valueSize = 2;
    stripe.portrait = {4.5, 14, 24, 31};
    stripe.barcode = BarcodeKind::Code128;
    stripe.barcodeBox = {16, 31.5, 54, 9};
    stripe.numberPattern = "S#######";
    stripe.validYears = 2;
    stripe.front = {{"surname", 32, 17, 48},
                    {"given_names", 32, 23.4, 48},
                    {"date_of_birth", 32, 29.8, 22},
                    {"number", 57, 29.8, 24, "Student No."},
                    {"faculty", 32, 36.2, 48, "Course"},
                    {"issued_on", 32, 42.6, 22},
                    {"expires_on", 57, 42.6, 24}};
    stripe.back = {{"address", 6, 20, 60}};
    return {campus, stripe};
}
} // namespace

QList<Design> permitDesigns()
{
    return QList<Design>{classicResidence(), modernResidence()} + workPermits() + studentCards();
}

} // namespace scrutineer::samples

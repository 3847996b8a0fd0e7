// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/design.h"

namespace scrutineer::samples {

namespace {
constexpr auto numbered = CellStyle::Numbered;
constexpr auto bare = CellStyle::Bare;

/// The pattern of Directive 2006/126/EC annex I: numbered fields in a fixed order.
Design euLicence(const char *name, const Paper &paper, const QColor &accent)
{
    Design card{name,
                DocumentType::DrivingLicence,
                Dress::EuLicence,
                "driving_licence",
                td1Size,
                paper,
                accent,
                {60, 60, 75}};
    card.valueSize = 1.9;
    card.labelSize = 1.3;
    card.portrait = {5, 17.5, 21, 27};
    card.greyPortrait = true;
    card.bold = false;
    card.numberPattern = "##@@#####";
    return card;
}

QList<Cell> euFields(double x, double top, double pitch)
{
    const double right = x + 25;
    return {{"surname", x, top, 49, "1.", numbered},
            {"given_names", x, top + pitch, 49, "2.", numbered},
            {"date_of_birth", x, top + 2 * pitch, 22, "3.", numbered},
            {"place_of_birth", right, top + 2 * pitch, 24, "", bare},
            {"issued_on", x, top + 3 * pitch, 22, "4a.", numbered},
            {"issuer", right, top + 3 * pitch, 25, "4c.", numbered},
            {"expires_on", x, top + 4 * pitch, 22, "4b.", numbered},
            {"personal_number", right, top + 4 * pitch, 25, "4d.", numbered},
            {"number", x, top + 5 * pitch, 40, "5.", numbered, 2.1},
            {"address", x, top + 7.4 * pitch, 50, "8.", numbered, 1.5},
            {"categories", 5, 49.5, 24, "9.", numbered}};
}

Design driver(const char *name, const QColor &accent)
{
    Design card{
        name,        DocumentType::DrivingLicence, Dress::Driver, "driving_licence", td1Size, {}, accent,
        {45, 55, 95}};
    card.valueSize = 1.75;
    card.labelSize = 1.15;
    card.barcode = BarcodeKind::Pdf417;
    card.barcodeBox = {5.3, 5.5, 75, 17};
    card.validYears = 8;
    card.back = {{"endorsements", 6, 34, 22, "9a END"},
                 {"restrictions", 6, 40, 22, "12 RESTR"},
                 {"document_discriminator", 46, 40, 34, "5 DD"}};
    return card;
}
} // namespace

QList<Design> licenceDesigns()
{
    Design rose = euLicence("licence_rose",
                            {{248, 222, 232},
                             {242, 230, 240},
                             {226, 226, 244},
                             {220, 110, 150, 105},
                             {130, 130, 200, 100},
                             Guilloche::Rays},
                            {150, 30, 80});
    rose.front = euFields(29, 13.2, 4.1);
    rose.ghost = {66.5, 30, 12, 15.4};
    rose.hologram = {26, 38};
    rose.hologramRadius = 4.6;
    rose.signature = {33, 34.8, 22, 6};
    rose.back = {{"categories", 5, 48, 30, "9.", numbered}};

    Design blue = euLicence("licence_blue",
                            {{222, 232, 246},
                             {244, 226, 236},
                             {216, 228, 244},
                             {110, 140, 205, 110},
                             {215, 120, 160, 95},
                             Guilloche::Waves},
                            {25, 50, 125});
    blue.portrait = {59, 17, 22, 28.3};
    blue.front = euFields(5, 16.5, 3.9);
    blue.front.last() = {"categories", 59, 50, 22, "9.", numbered};
    blue.ghost = {44, 28.6, 10.5, 13.5};
    blue.hologram = {59, 41};
    blue.hologramRadius = 4.4;
    blue.signature = {9, 37, 24, 5.5};
    blue.back = {{"categories", 5, 48, 30, "9.", numbered}};

    Design sand = euLicence("licence_sand",
                            {{248, 230, 224},
                             {248, 240, 222},
                             {236, 226, 232},
                             {215, 140, 120, 105},
                             {160, 140, 180, 95},
                             Guilloche::Rosettes},
                            {130, 50, 40});
    sand.family = Family::Mono;
    sand.valueSize = 1.75;
    sand.greyPortrait = false;
    sand.portrait = {5, 16, 22, 28.3};
    sand.front = euFields(30, 12.8, 4.2);
    sand.ghost = {68, 14.5, 11, 14.2};
    sand.hologram = {72, 36};
    sand.hologramRadius = 5;
    sand.signature = {34, 35.6, 22, 6};
    sand.back = {{"categories", 5, 48, 30, "9.", numbered}};

    Design mountain = driver("driver_mountain", {110, 140, 60});
    mountain.numberPattern = "##-###-####";
    mountain.portrait = {2.5, 16, 23, 29.6};
    mountain.greyPortrait = true;
    mountain.ghost = {68, 35, 11, 14.2};
    mountain.hologram = {75, 30};
    mountain.hologramRadius = 4;
    mountain.signature = {3, 46.6, 21, 5.5};
    mountain.front = {{"surname", 27.5, 14.2, 54, "1", numbered},
                      {"given_names", 27.5, 17.2, 54, "2", numbered},
                      {"address", 27.5, 20.2, 50, "8", numbered},
                      {"date_of_birth", 27.5, 27, 17, "3 DOB"},
                      {"issued_on", 46.5, 27, 17, "4a ISS"},
                      {"endorsements", 66, 25, 14, "9a END"},
                      {"number", 27.5, 32.6, 18, "4d DLN"},
                      {"expires_on", 46.5, 32.6, 17, "4b EXP"},
                      {"document_discriminator", 27.5, 38.2, 17, "5 DD", CellStyle::Labelled, 1.4},
                      {"restrictions", 46.5, 38.2, 12, "12 REST"},
                      {"sex", 27.5, 43.6, 5, "15 SEX"},
                      {"height", 35.5, 43.6, 9, "16 HGT"},
                      {"weight", 46.5, 43.6, 9, "17 WGT"},
                      {"eyes", 27.5, 49, 6, "18 EYES"},
                      {"hair", 35.5, 49, 6, "19 HAIR"},
                      {"class", 46.5, 49, 8, "9 CLASS"}};

    Design coast = driver("driver_coast", {20, 60, 130});
    coast.numberPattern = "@#######";
    coast.portrait = {3, 14, 25, 32.2};
    coast.ghost = {68, 29, 12, 15.5};
    coast.hologram = {57, 43};
    coast.hologramRadius = 5;
    coast.signature = {4, 47.2, 23, 5.2};
    coast.front = {{"number", 31, 13.6, 28, "DL", numbered, 2.3},
                   {"expires_on", 31, 17.6, 24, "EXP", numbered},
                   {"class", 62, 17.6, 14, "CLASS", numbered},
                   {"surname", 31, 21.6, 50, "LN", numbered},
                   {"given_names", 31, 24.9, 50, "FN", numbered},
                   {"address", 31, 28.2, 36, "", bare},
                   {"date_of_birth", 31, 35, 24, "DOB", numbered, 2.0},
                   {"restrictions", 31, 38.6, 18, "RSTR", numbered, 1.4},
                   {"sex", 31, 42.4, 10, "SEX", numbered, 1.4},
                   {"hair", 42, 42.4, 10, "HAIR", numbered, 1.4},
                   {"eyes", 31, 45.4, 10, "EYES", numbered, 1.4},
                   {"height", 42, 45.4, 12, "HGT", numbered, 1.4},
                   {"weight", 31, 48.4, 12, "WGT", numbered, 1.4},
                   {"issued_on", 64, 48.4, 18, "ISS", numbered, 1.5},
                   {"document_discriminator", 31, 51.6, 30, "DD", numbered, 1.2}};

    Design prairie = driver("driver_prairie", {150, 70, 20});
    prairie.numberPattern = "@####-#####-#####";
    prairie.bold = false;
    prairie.portrait = {57.5, 12, 24.5, 31.6};
    prairie.ghost = {43, 37, 10.5, 13.5};
    prairie.hologram = {57, 40};
    prairie.hologramRadius = 4.2;
    prairie.signature = {57.5, 45.5, 24, 6};
    prairie.front = {{"surname", 4, 13.8, 50, "1,2 NAME/NOM"},
                     {"given_names", 4, 19.2, 50, "", bare},
                     {"address", 4, 22.2, 50, "8", numbered},
                     {"number", 4, 30, 34, "4d NUMBER/NUMÉRO", CellStyle::Labelled, 1.9},
                     {"issued_on", 4, 35.6, 17, "4a ISS/DÉL"},
                     {"expires_on", 23, 35.6, 17, "4b EXP/EXP"},
                     {"document_discriminator", 4, 41.2, 17, "5 DD/RÉF", CellStyle::Labelled, 1.4},
                     {"height", 23, 41.2, 9, "16 HGT/HAUT"},
                     {"sex", 34, 41.2, 8, "15 SEX/SEXE"},
                     {"class", 4, 46.6, 8, "9 CLASS/CATÉG"},
                     {"restrictions", 14, 46.6, 9, "12 REST/COND"},
                     {"date_of_birth", 25, 46.6, 18, "3 DOB/DDN", CellStyle::Labelled, 1.9}};
    return {rose, blue, sand, mountain, coast, prairie};
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/design.h"

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

const Design &designOf(DocumentDesign design)
{
    static const QList<Design> all = passportDesigns() + cardDesigns() + licenceDesigns() + permitDesigns();
    Q_ASSERT(all.size() == designCount);
    return all[static_cast<qsizetype>(design)];
}

DocumentType typeOf(DocumentDesign design)
{
    return designOf(design).type;
}

QString nameOf(DocumentDesign design)
{
    return QString::fromLatin1(designOf(design).name);
}

QList<Design> passportDesigns()
{
    Design classic{"passport_classic",
                   DocumentType::Passport,
                   Dress::Passport,
                   "passport",
                   td3Size,
                   {{226, 233, 243},
                    {240, 238, 232},
                    {230, 224, 238},
                    {120, 150, 195, 120},
                    {195, 140, 160, 110},
                    Guilloche::Waves},
                   {35, 50, 110},
                   {70, 78, 120}};
    classic.bold = false;
    classic.portrait = {6, 20, 33, 42.5};
    classic.ghost = {102, 17.5, 17, 21.9};
    classic.hologram = {38, 57};
    classic.hologramRadius = 7;
    classic.signature = {86, 54.5, 30, 8};
    classic.mrz = MrzFormat::Td3;
    classic.mrzCode = "P";
    classic.numberPattern = "##@@#####";
    classic.front = {{"type", 43, 11, 10, "Type"},
                     {"state_code", 56, 11, 20, "Code"},
                     {"number", 84, 11, 36, "", CellStyle::Labelled, 2.4},
                     {"surname", 43, 18.3, 77},
                     {"given_names", 43, 25.6, 77},
                     {"nationality", 43, 32.9, 38},
                     {"personal_number", 84, 32.9, 36},
                     {"date_of_birth", 43, 40.2, 29},
                     {"sex", 74, 40.2, 8},
                     {"place_of_birth", 84, 40.2, 36},
                     {"issued_on", 43, 47.5, 29},
                     {"issuer", 84, 47.5, 36},
                     {"expires_on", 43, 54.8, 29}};

    Design modern{"passport_modern",
                  DocumentType::Passport,
                  Dress::Passport,
                  "passport",
                  td3Size,
                  {{246, 222, 226},
                   {236, 238, 243},
                   {206, 226, 238},
                   {205, 130, 150, 105},
                   {110, 150, 190, 105},
                   Guilloche::Rosettes},
                  {120, 25, 60},
                  {95, 55, 85}};
    modern.portrait = {7, 23, 31, 39.9};
    modern.greyPortrait = true;
    modern.ghost = {100, 24, 18, 23.2};
    modern.hologram = {112, 12};
    modern.hologramRadius = 6;
    modern.signature = {86, 55.5, 22, 7};
    modern.mrz = MrzFormat::Td3;
    modern.mrzCode = "P";
    modern.numberPattern = "#########";
    modern.valueSize = 2.25;
    modern.front = {{"type", 43, 9.8, 9, "Type"},     {"state_code", 54, 9.8, 14, "Code"},
                    {"number", 72, 9.8, 32},          {"surname", 43, 17.3, 62},
                    {"given_names", 43, 24.8, 55},    {"nationality", 43, 32.3, 54},
                    {"date_of_birth", 43, 39.8, 30},  {"sex", 76, 39.8, 8},
                    {"place_of_birth", 43, 47.3, 38}, {"issuer", 84, 47.3, 36},
                    {"issued_on", 43, 54.8, 20},      {"expires_on", 64.5, 54.8, 20}};

    Design serif{"passport_serif",
                 DocumentType::Passport,
                 Dress::Passport,
                 "passport",
                 td3Size,
                 {{216, 234, 226},
                  {240, 243, 232},
                  {222, 230, 240},
                  {90, 150, 130, 110},
                  {170, 150, 90, 95},
                  Guilloche::Rays},
                 {15, 85, 75},
                 {60, 95, 90}};
    serif.family = Family::Serif;
    serif.bold = false;
    serif.portrait = {5, 16, 36, 46.3};
    serif.ghost = {97, 37, 17, 21.9};
    serif.hologram = {40, 22};
    serif.hologramRadius = 6.5;
    serif.signature = {8, 0, 0, 0};
    serif.mrz = MrzFormat::Td3;
    serif.mrzCode = "P";
    serif.numberPattern = "@########";
    serif.front = {{"type", 47, 14, 12, "Type"},    {"state_code", 61, 14, 14, "Code"},
                   {"number", 80, 14, 34},          {"surname", 47, 21.2, 67},
                   {"given_names", 47, 28.4, 67},   {"nationality", 47, 35.6, 46},
                   {"date_of_birth", 47, 42.8, 24}, {"sex", 74, 42.8, 18},
                   {"place_of_birth", 47, 50, 24},  {"issued_on", 74, 50, 21},
                   {"issuer", 47, 57.2, 24},        {"expires_on", 74, 57.2, 21}};
    serif.signature = {};
    return {classic, modern, serif};
}

} // namespace scrutineer::samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/design.h"

namespace scrutineer::samples {

namespace {
Design idCard(const char *name, const Paper &paper, const QColor &accent, const QColor &label)
{
    Design card{name, DocumentType::IdCard, Dress::Card, "id_card", td1Size, paper, accent, label};
    card.mrz = MrzFormat::Td1;
    card.mrzCode = "I";
    card.mrzSide = 1;
    card.valueSize = 1.9;
    card.labelSize = 1.1;
    card.numberPattern = "@########";
    return card;
}

Design oldCard(const char *name, const Paper &paper, const QColor &accent, const QColor &label)
{
    Design card{name, DocumentType::IdCard, Dress::Card, "id_card", td2Size, paper, accent, label};
    card.mrz = MrzFormat::Td2;
    card.mrzCode = "I";
    card.numberPattern = "#########";
    return card;
}

Design greenCard()
{
    Design card = idCard("id_card_green",
                         {{228, 240, 226},
                          {244, 242, 226},
                          {220, 236, 240},
                          {110, 170, 135, 120},
                          {190, 165, 95, 105},
                          Guilloche::Waves},
                         {20, 95, 60}, {60, 95, 75});
    card.portrait = {4, 10, 25, 32.2};
    card.ghost = {70.5, 27.5, 11, 14.2};
    card.hologram = {29, 39};
    card.hologramRadius = 5;
    card.signature = {33, 44.2, 24, 6};
    card.front = {{"surname", 32, 12, 50},          {"given_names", 32, 18.2, 50},
                  {"nationality", 32, 24.4, 22},    {"sex", 56, 24.4, 12},
                  {"date_of_birth", 32, 30.6, 22},  {"number", 56, 30.6, 25, "", CellStyle::Labelled, 2.0},
                  {"place_of_birth", 32, 36.8, 22}, {"expires_on", 56, 36.8, 14.5},
                  {"issued_on", 60, 44.5, 21}};
    card.back = {
        {"address", 5, 5, 48}, {"issuer", 56, 5, 26}, {"height", 56, 13, 12}, {"personal_number", 5, 17, 40}};
    return card;
}

Design blueCard()
{
    Design card = idCard("id_card_blue",
                         {{214, 228, 244},
                          {232, 238, 246},
                          {216, 220, 240},
                          {90, 130, 195, 110},
                          {150, 120, 190, 100},
                          Guilloche::Net},
                         {20, 50, 120}, {60, 75, 125});
    card.portrait = {57, 11, 24.5, 31.6};
    card.greyPortrait = true;
    card.ghost = {4, 36, 11.5, 14.8};
    card.hologram = {58, 16};
    card.hologramRadius = 4.6;
    card.signature = {57, 44.5, 24, 6};
    card.bold = false;
    card.front = {{"number", 4, 11.4, 26, "", CellStyle::Labelled, 2.1},
                  {"surname", 4, 17.8, 50},
                  {"given_names", 4, 24.2, 50},
                  {"sex", 4, 30.6, 9},
                  {"nationality", 15, 30.6, 16},
                  {"date_of_birth", 33, 30.6, 21},
                  {"issued_on", 18, 37.4, 17},
                  {"expires_on", 37, 37.4, 18},
                  {"personal_number", 18, 44.2, 30}};
    card.back = {{"place_of_birth", 5, 5, 30},
                 {"issuer", 45, 5, 36},
                 {"address", 5, 12.5, 50},
                 {"height", 60, 12.5, 14}};
    return card;
}

Design roseCard()
{
    Design card = idCard("id_card_rose",
                         {{246, 226, 226},
                          {246, 240, 228},
                          {232, 226, 242},
                          {205, 125, 140, 105},
                          {150, 140, 190, 95},
                          Guilloche::Rays},
                         {130, 30, 60}, {115, 70, 85});
    card.family = Family::Serif;
    card.portrait = {5, 15, 23, 29.6};
    card.ghost = {68, 12, 12, 15.5};
    card.hologram = {75, 44};
    card.hologramRadius = 5.5;
    card.signature = {5, 46.2, 23, 5.5};
    card.front = {{"surname", 31, 14, 35}, {"given_names", 31, 20.6, 35}, {"date_of_birth", 31, 27.2, 20},
                  {"sex", 53, 27.2, 9},    {"nationality", 66, 33.8, 16}, {"place_of_birth", 31, 33.8, 31},
                  {"number", 31, 40, 34},  {"issued_on", 31, 46.2, 17},   {"expires_on", 51.5, 46.2, 18}};
    card.back = {
        {"address", 5, 5, 52}, {"issuer", 5, 16, 34}, {"personal_number", 45, 16, 34}, {"height", 62, 5, 14}};
    return card;
}
} // namespace

QList<Design> cardDesigns()
{
    Design wide = oldCard("old_card_wide",
                          {{232, 236, 228},
                           {244, 242, 230},
                           {226, 234, 238},
                           {130, 155, 120, 105},
                           {120, 150, 165, 100},
                           Guilloche::Net},
                          {40, 70, 50}, {75, 90, 80});
    wide.portrait = {5, 12, 26.5, 34.1};
    wide.ghost = {88, 27, 13, 16.8};
    wide.hologram = {31, 20};
    wide.hologramRadius = 5;
    wide.signature = {66, 42.5, 20, 6};
    wide.front = {
        {"number", 36, 8.6, 31},         {"surname", 36, 14.6, 55},        {"given_names", 36, 21.2, 55},
        {"date_of_birth", 36, 27.8, 24}, {"place_of_birth", 64, 27.8, 23}, {"sex", 36, 34.4, 10},
        {"nationality", 48, 34.4, 14},   {"expires_on", 64, 34.4, 22},     {"issued_on", 36, 41, 24}};
    wide.back = {{"address", 7, 14, 60}, {"height", 72, 14, 20}, {"issuer", 7, 30, 45}};

    Design fold = oldCard("old_card_fold",
                          {{240, 234, 216},
                           {244, 238, 220},
                           {236, 230, 214},
                           {175, 160, 110, 95},
                           {150, 150, 120, 85},
                           Guilloche::Waves},
                          {70, 55, 30}, {105, 92, 65});
    fold.family = Family::Mono;
    fold.bold = false;
    fold.valueSize = 2.2;
    fold.portrait = {6, 12, 27, 34.8};
    fold.greyPortrait = true;
    fold.signature = {68, 42.5, 28, 6.5};
    fold.front = {
        {"surname", 38, 12.1, 60},        {"given_names", 38, 18.4, 60}, {"date_of_birth", 38, 24.7, 27},
        {"place_of_birth", 68, 24.7, 31}, {"number", 38, 31, 27},        {"sex", 68, 31, 8},
        {"nationality", 80, 31, 18},      {"issued_on", 38, 37.3, 27},   {"expires_on", 38, 43.6, 27}};
    fold.back = {{"address", 8, 14, 70}, {"issuer", 8, 32, 60}, {"height", 82, 14, 15}};

    Design right = oldCard("old_card_photo_right",
                           {{220, 232, 242},
                            {240, 236, 240},
                            {244, 228, 228},
                            {120, 145, 190, 105},
                            {200, 140, 150, 95},
                            Guilloche::Rosettes},
                           {30, 60, 120}, {70, 80, 120});
    right.family = Family::Serif;
    right.portrait = {74, 12, 26, 33.5};
    right.hologram = {73, 42};
    right.hologramRadius = 5.2;
    right.ghost = {57, 30, 12.5, 16.1};
    right.front = {
        {"surname", 6, 13.4, 64},       {"given_names", 6, 20.2, 64}, {"date_of_birth", 6, 27, 25},
        {"place_of_birth", 34, 27, 36}, {"number", 6, 33.8, 25},      {"sex", 34, 33.8, 8},
        {"nationality", 44, 33.8, 12},  {"issued_on", 6, 40.6, 22},   {"expires_on", 31, 40.6, 24}};
    right.back = {{"address", 7, 14, 60}, {"issuer", 7, 30, 45}, {"personal_number", 58, 30, 35}};
    return {greenCard(), blueCard(), roseCard(), wide, fold, right};
}

} // namespace scrutineer::samples

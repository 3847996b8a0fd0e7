// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_layout.h"

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

/// What passports, TD2 cards and visas have in common: names above, number, birth and expiry below.
MrzLayout twoLines(const QString &format, const QString &codes, int length)
{
    MrzLayout layout;
    layout.format = format;
    layout.codes = codes;
    layout.length = length;
    layout.code = {0, 0, 2};
    layout.issuerSpan = {0, 2, 3};
    layout.names = {0, 5, length - 5};
    layout.number = {1, 0, 9};
    layout.nationality = {1, 10, 3};
    layout.dateOfBirth = {1, 13, 6};
    layout.sex = {1, 20, 1};
    layout.expiresOn = {1, 21, 6};
    layout.checks = {{u"number"_s, {layout.number}, {1, 9, 1}},
                     {u"date_of_birth"_s, {layout.dateOfBirth}, {1, 19, 1}},
                     {u"expires_on"_s, {layout.expiresOn}, {1, 27, 1}}};
    return layout;
}

MrzLayout td3()
{
    MrzLayout layout = twoLines(u"TD3"_s, u"P"_s, 44);
    layout.optional = {{1, 28, 14}};
    layout.checks += {u"optional"_s, {{1, 28, 14}}, {1, 42, 1}};
    layout.checks += {u"composite"_s, {{1, 0, 10}, {1, 13, 7}, {1, 21, 22}}, {1, 43, 1}};
    return layout;
}

MrzLayout td2()
{
    MrzLayout layout = twoLines(u"TD2"_s, u"IAC"_s, 36);
    layout.optional = {{1, 28, 7}};
    layout.checks += {u"composite"_s, {{1, 0, 10}, {1, 13, 7}, {1, 21, 14}}, {1, 35, 1}};
    return layout;
}

MrzLayout visa(const QString &format, int length)
{
    MrzLayout layout = twoLines(format, u"V"_s, length);
    layout.optional = {{1, 28, length - 28}};
    return layout;
}

MrzLayout td1()
{
    MrzLayout layout;
    layout.format = u"TD1"_s;
    layout.codes = u"IAC"_s;
    layout.lines = 3;
    layout.length = 30;
    layout.nameLine = 2;
    layout.code = {0, 0, 2};
    layout.issuerSpan = {0, 2, 3};
    layout.number = {0, 5, 9};
    layout.dateOfBirth = {1, 0, 6};
    layout.sex = {1, 7, 1};
    layout.expiresOn = {1, 8, 6};
    layout.nationality = {1, 15, 3};
    layout.names = {2, 0, 30};
    layout.optional = {{0, 15, 15}, {1, 18, 11}};
    layout.checks = {{u"number"_s, {layout.number}, {0, 14, 1}},
                     {u"date_of_birth"_s, {layout.dateOfBirth}, {1, 6, 1}},
                     {u"expires_on"_s, {layout.expiresOn}, {1, 14, 1}},
                     {u"composite"_s, {{0, 5, 25}, {1, 0, 7}, {1, 8, 7}, {1, 18, 11}}, {1, 29, 1}}};
    return layout;
}

MrzLayout frenchCard()
{
    MrzLayout layout;
    layout.format = u"FR-ID"_s;
    layout.codes = u"I"_s;
    layout.issuer = u"FRA"_s;
    layout.length = 36;
    layout.nameLine = -1;
    layout.code = {0, 0, 2};
    layout.issuerSpan = {0, 2, 3};
    layout.names = {0, 5, 25};
    layout.number = {1, 0, 12};
    layout.givenNames = {1, 13, 14};
    layout.dateOfBirth = {1, 27, 6};
    layout.sex = {1, 34, 1};
    layout.optional = {{0, 30, 6}};
    layout.checks = {{u"number"_s, {layout.number}, {1, 12, 1}},
                     {u"date_of_birth"_s, {layout.dateOfBirth}, {1, 33, 1}},
                     {u"composite"_s, {{0, 0, 36}, {1, 0, 35}}, {1, 35, 1}}};
    return layout;
}

MrzLayout frenchLicence()
{
    MrzLayout layout;
    layout.format = u"FR-DL"_s;
    layout.codes = u"D"_s;
    layout.issuer = u"FRA"_s;
    layout.lines = 1;
    layout.length = 30;
    layout.nameLine = -1;
    layout.code = {0, 0, 2};
    layout.issuerSpan = {0, 2, 3};
    layout.number = {0, 5, 9};
    layout.expiresOn = {0, 15, 6};
    layout.names = {0, 21, 8};
    layout.checks = {{u"number"_s, {{0, 0, 14}}, {0, 14, 1}}, {u"composite"_s, {{0, 0, 29}}, {0, 29, 1}}};
    return layout;
}

} // namespace

const QList<MrzLayout> &mrzLayouts()
{
    static const QList<MrzLayout> layouts{frenchCard(),         frenchLicence(),     td3(), td1(), td2(),
                                          visa(u"MRV-A"_s, 44), visa(u"MRV-B"_s, 36)};
    return layouts;
}

} // namespace scrutineer::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/aamva/aamva.h"

#include <array>

namespace scrutineer::text {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    int number;
    const char *jurisdiction;
    const char *country;
};

/// Issuer identification numbers that the AAMVA assigned.
constexpr std::array issuers{
    Row{604426, "PE", "CAN"}, Row{604427, "AS", "USA"}, Row{604428, "QC", "CAN"}, Row{604429, "YT", "CAN"},
    Row{604430, "MP", "USA"}, Row{604431, "PR", "USA"}, Row{604432, "AB", "CAN"}, Row{604433, "NU", "CAN"},
    Row{604434, "NT", "CAN"}, Row{636000, "VA", "USA"}, Row{636001, "NY", "USA"}, Row{636002, "MA", "USA"},
    Row{636003, "MD", "USA"}, Row{636004, "NC", "USA"}, Row{636005, "SC", "USA"}, Row{636006, "CT", "USA"},
    Row{636007, "LA", "USA"}, Row{636008, "MT", "USA"}, Row{636009, "NM", "USA"}, Row{636010, "FL", "USA"},
    Row{636011, "DE", "USA"}, Row{636012, "ON", "CAN"}, Row{636013, "NS", "CAN"}, Row{636014, "CA", "USA"},
    Row{636015, "TX", "USA"}, Row{636016, "NL", "CAN"}, Row{636017, "NB", "CAN"}, Row{636018, "IA", "USA"},
    Row{636019, "GU", "USA"}, Row{636020, "CO", "USA"}, Row{636021, "AR", "USA"}, Row{636022, "KS", "USA"},
    Row{636023, "OH", "USA"}, Row{636024, "VT", "USA"}, Row{636025, "PA", "USA"}, Row{636026, "AZ", "USA"},
    Row{636027, "", "USA"},   Row{636028, "BC", "CAN"}, Row{636029, "OR", "USA"}, Row{636030, "MO", "USA"},
    Row{636031, "WI", "USA"}, Row{636032, "MI", "USA"}, Row{636033, "AL", "USA"}, Row{636034, "ND", "USA"},
    Row{636035, "IL", "USA"}, Row{636036, "NJ", "USA"}, Row{636037, "IN", "USA"}, Row{636038, "MN", "USA"},
    Row{636039, "NH", "USA"}, Row{636040, "UT", "USA"}, Row{636041, "ME", "USA"}, Row{636042, "SD", "USA"},
    Row{636043, "DC", "USA"}, Row{636044, "SK", "CAN"}, Row{636045, "WA", "USA"}, Row{636046, "KY", "USA"},
    Row{636047, "HI", "USA"}, Row{636048, "MB", "CAN"}, Row{636049, "NV", "USA"}, Row{636050, "ID", "USA"},
    Row{636051, "MS", "USA"}, Row{636052, "RI", "USA"}, Row{636053, "TN", "USA"}, Row{636054, "NE", "USA"},
    Row{636055, "GA", "USA"}, Row{636056, "CU", "MEX"}, Row{636057, "HL", "MEX"}, Row{636058, "OK", "USA"},
    Row{636059, "AK", "USA"}, Row{636060, "WY", "USA"}, Row{636061, "WV", "USA"}, Row{636062, "VI", "USA"},
};

} // namespace

AamvaIssuer aamvaIssuer(const QString &issuerId)
{
    const int number = issuerId.toInt();
    for (const Row &row : issuers) {
        if (row.number == number)
            return {QString::fromLatin1(row.jurisdiction), QString::fromLatin1(row.country)};
    }
    return {};
}

} // namespace scrutineer::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"
#include "engine/checks/registry.h"
#include "engine/text/addresses.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
QString named(text::AddressPart part)
{
    switch (part) {
    case text::AddressPart::Street:
        return u"street"_s;
    case text::AddressPart::HouseNumber:
        return u"house number"_s;
    case text::AddressPart::City:
        return u"city"_s;
    case text::AddressPart::PostalCode:
        break;
    }
    return u"postal code"_s;
}
} // namespace

Finding addressDeclaredIncomplete(const Context &context)
{
    if (context.input.level != Level::Advanced)
        return answer(Outcome::NotApplicable,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Only advanced verification asks for this.")));
    const QStringList facts{u"case.applicant.address"_s};
    const std::optional<Address> &address = context.input.applicant.address;
    if (!address)
        return answer(Outcome::Flagged, say(QT_TRANSLATE_NOOP("scrutineer", "No address was declared.")),
                      facts);
    QStringList missing;
    for (const text::AddressPart part : text::missingParts(*address))
        missing.append(named(part));
    if (missing.isEmpty())
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "The declared address is complete.")), facts);
    return answer(
        Outcome::Flagged,
        say(QT_TRANSLATE_NOOP("scrutineer", "The declared address lacks: %1."), {missing.join(u", "_s)}),
        facts);
}

} // namespace scrutineer::checks

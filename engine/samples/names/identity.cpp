// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/names/identity.h"

#include "engine/samples/cast.h"
#include "engine/samples/names/transliteration.h"

namespace scrutineer::samples {

namespace {
QString fromPattern(const QString &pattern, Random &random)
{
    QString code;
    for (const QChar c : pattern) {
        if (c == u'#')
            code += QChar(static_cast<char16_t>(u'0' + random.integer(code.isEmpty() ? 1 : 0, 9)));
        else
            code += c == u'@' ? QStringLiteral("ABCDEFGHJKLMNPRSTUWY").at(random.integer(0, 19)) : c;
    }
    return code;
}

QString joined(const QString &surname, const QString &given, Language language)
{
    if (!isFamilyNameFirst(language))
        return given + u' ' + surname;
    const bool spaced = language == Language::Vietnamese || surname.at(0).script() == QChar::Script_Latin;
    return spaced ? surname + u' ' + given : surname + given;
}

Name givenNamesOf(Language language, bool female, Random &random)
{
    const QList<Name> names = givenNames(language, female);
    Name name = random.pick(names);
    // One name alone is usual where it is written in two characters, or is two words already.
    const bool single = isFamilyNameFirst(language) || language == Language::Russian ||
                        language == Language::Ukrainian || language == Language::Arabic;
    if (!single && random.chance(0.45)) {
        const Name second = random.pick(names);
        if (second != name)
            name = {name.native + u' ' + second.native, name.latin + u' ' + second.latin};
    }
    return name;
}
} // namespace

QString Identity::nativeFullName() const
{
    return joined(surname.native, givenNames.native, language);
}

QString Identity::latinFullName() const
{
    return joined(surname.latin, givenNames.latin, language);
}

QString Identity::mrzSurname() const
{
    return icaoTransliteration(surname.latin, language);
}

QString Identity::mrzGivenNames() const
{
    return icaoTransliteration(givenNames.latin, language);
}

void moveHouse(Identity &identity, Language residence, Random &random)
{
    const Country &country = countryOf(residence);
    identity.residence = residence;
    const Name street = random.pick(country.streets);
    const Name city = random.pick(country.cities);
    QString number = QString::number(random.integer(1, 148));
    if (isLatin(residence) && random.chance(0.12))
        number += u'B';
    const QString code = fromPattern(country.postalPattern, random);
    identity.address = {street.native, number, city.native, code};
    identity.latinAddress = {street.latin, number, city.latin, code};
}

Identity makeIdentity(Language language, const QDate &on, Random &random)
{
    Identity identity;
    identity.language = language;
    const bool female = random.chance(0.5);
    identity.sex = female ? Sex::Female : Sex::Male;
    identity.surname = random.pick(familyNames(language, female));
    identity.givenNames = givenNamesOf(language, female, random);
    const int age = random.integer(19, 69);
    identity.dateOfBirth = on.addYears(-age).addDays(-random.integer(1, 360));
    identity.placeOfBirth = random.pick(identity.country().cities);
    identity.nationality = identity.country().code;
    identity.heightCm = random.integer(female ? 152 : 163, female ? 180 : 196);
    moveHouse(identity, language, random);
    identity.face = castPerson(random.generator()(), identity.sex, age);
    identity.face.glasses = false; // as passport rules ask
    return identity;
}

} // namespace scrutineer::samples

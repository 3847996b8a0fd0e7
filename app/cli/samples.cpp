// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "engine/samples/portraits/read_people.h"
#include "engine/samples/sample_cases.h"

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

Exit samples(const QStringList &arguments)
{
    Options options(
        u"samples"_s, u"OUT_DIR --count N --seed S [--people DIR]"_s,
        u"Draws sample cases with known truth, each a bundle with a truth.json. The same seed gives "
        "the same cases."_s);
    options.add(u"count"_s, u"How many cases (3)."_s, u"N"_s);
    options.add(u"seed"_s, u"Which cases (1)."_s, u"S"_s);
    options.add(
        u"people"_s,
        u"Use pictures of real people who agreed to it instead of invented ones: a subfolder of DIR for "
        "each person, with one or more pictures (the first by name goes on the document)."_s,
        u"DIR"_s);
    if (const auto over = options.parse(arguments, 1, 1))
        return *over;
    bool countIsNumber = true;
    bool seedIsNumber = true;
    const int count = options.isSet(u"count"_s) ? options.value(u"count"_s).toInt(&countIsNumber) : 3;
    const quint64 seed = options.isSet(u"seed"_s) ? options.value(u"seed"_s).toULongLong(&seedIsNumber) : 1;
    if (!countIsNumber || count < 1 || !seedIsNumber) {
        say(u"--count takes a number from 1, --seed a number from 0."_s);
        return Exit::WrongUsage;
    }
    scrutineer::samples::People people;
    if (options.isSet(u"people"_s)) {
        auto read = scrutineer::samples::readPeople(options.value(u"people"_s));
        if (!read) {
            complain(read.error());
            return Exit::WrongUsage;
        }
        people = std::move(*read);
    }
    const auto tell = [count](int done) {
        if (done % 10 == 0 && done < count)
            say(u"%1 of %2 cases"_s.arg(done).arg(count));
        return true;
    };
    const Result<void> written =
        scrutineer::samples::writeSampleCases(options.arguments().constFirst(), count, seed, tell, people);
    if (!written) {
        complain(written.error());
        return Exit::Failed;
    }
    say(u"%1 sample cases are in %2."_s.arg(count).arg(options.arguments().constFirst()));
    return Exit::Done;
}

} // namespace scrutineer::cli

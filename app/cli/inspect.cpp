// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/report_line.h"

#include <QFileInfo>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

namespace {
QString roleNames()
{
    QStringList names;
    for (const Role role :
         {Role::DocumentFront, Role::DocumentBack, Role::Selfie, Role::Handheld, Role::AddressProof})
        names += toName(role);
    return names.join(u", "_s);
}

/// A case of one file about whose applicant nothing is known.
BatchCase caseOf(const QString &path, Role role, const QDateTime &submittedAt)
{
    const QFileInfo file(path);
    BatchCase single;
    single.input.id = file.fileName();
    single.input.level = role == Role::AddressProof ? Level::Advanced : Level::Primary;
    single.input.submittedAt = submittedAt;
    single.input.files = {{role, file.fileName()}};
    single.locations = {{file.fileName(), file.absoluteFilePath()}};
    return single;
}
} // namespace

Exit inspect(const QStringList &arguments)
{
    Options options(
        u"inspect"_s, u"FILE… --role ROLE"_s,
        u"Analyses single files without a bundle; prints one scrutineer.analysis/1 object a line, in the "
        "order given. Checks that compare with what an applicant declared are not assessed."_s);
    options.add(u"role"_s, u"What the files are: %1."_s.arg(roleNames()), u"ROLE"_s);
    options.addAnalysisOptions();
    if (const auto over = options.parse(arguments, 1))
        return *over;
    const std::optional<Role> role = roleFromName(options.value(u"role"_s));
    if (!role) {
        say(options.isSet(u"role"_s) ? u"%1: no such role."_s.arg(options.value(u"role"_s))
                                     : u"inspect needs --role."_s);
        say(u"Roles: %1"_s.arg(roleNames()));
        return Exit::WrongUsage;
    }

    policy::Policy policy = options.policy();
    policy.requiredRoles.clear(); // a single file lacks no other
    worker::Pool pool(options.poolSettings());
    Batch batch(pool, policy, false);
    QStringList files = options.arguments();
    const QDateTime submittedAt =
        options.today() ? startOf(*options.today()) : QDateTime::currentDateTimeUtc();
    const auto next = [&]() -> std::optional<BatchCase> {
        if (files.isEmpty())
            return std::nullopt;
        return caseOf(files.takeFirst(), *role, submittedAt);
    };
    Exit status = Exit::Done;
    batch.run(next, [&](const worker::CaseResult &result, const QList<facts::DisplayPage> &) {
        const bool printed = printReport(result, policy);
        if (!printed)
            status = Exit::Failed;
        return printed;
    });
    return status;
}

} // namespace scrutineer::cli

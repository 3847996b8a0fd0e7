// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "engine/policy/policy.h"
#include "engine/worker/pool.h"

#include <QCommandLineParser>
#include <QDate>

#include <optional>

namespace scrutineer::cli {

/// A command's options and arguments, with --help, and the ones that several commands have.
class Options
{
public:
    /// syntax: "CASE_DIR…", as help shows it behind the command's name.
    Options(const QString &command, const QString &syntax, const QString &description);

    void add(const QString &name, const QString &description, const QString &value = {});
    void addPolicyOption();
    /// --policy, --models and --today.
    void addAnalysisOptions();

    /// A status: the command is over (help was shown, or what is wrong was said). At least `least` arguments
    /// are needed, at most `most` (-1: any number) taken.
    [[nodiscard]] std::optional<Exit> parse(const QStringList &arguments, int least, int most = -1);

    [[nodiscard]] QStringList arguments() const { return m_parser.positionalArguments(); }
    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }

    // After a successful parse()
    [[nodiscard]] const policy::Policy &policy() const { return m_policy; }
    [[nodiscard]] std::optional<QDate> today() const { return m_today; }
    [[nodiscard]] worker::PoolSettings poolSettings() const;

private:
    [[nodiscard]] Exit wrong(const QString &sentence) const;
    [[nodiscard]] std::optional<Exit> readPolicy();
    [[nodiscard]] std::optional<Exit> readAnalysisOptions();

    QString m_command;
    QString m_syntax;
    QCommandLineParser m_parser;
    policy::Policy m_policy;
    std::optional<QDate> m_today;
    bool m_judges = false;
    bool m_analyses = false;
};

} // namespace scrutineer::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/console.h"
#include "app/shared/model_folders.h"

#include <QFileInfo>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

Options::Options(const QString &command, const QString &syntax, const QString &description)
    : m_command(command), m_syntax(syntax)
{
    m_parser.addOption({{u"h"_s, u"help"_s}, u"Show this help."_s});
    m_parser.setApplicationDescription(description);
}

void Options::add(const QString &name, const QString &description, const QString &value)
{
    m_parser.addOption({name, description, value});
}

void Options::addPolicyOption()
{
    m_judges = true;
    add(u"policy"_s, u"Judge by the policy in FILE instead of the built-in one."_s, u"FILE"_s);
}

void Options::addAnalysisOptions()
{
    addPolicyOption();
    m_analyses = true;
    add(u"models"_s, u"Look for face models in DIR first."_s, u"DIR"_s);
    add(u"today"_s, u"Judge as if submitted on DATE (YYYY-MM-DD)."_s, u"DATE"_s);
}

Exit Options::wrong(const QString &sentence) const
{
    say(sentence);
    say(u"Try: scrutineer-cli %1 --help"_s.arg(m_command));
    return Exit::WrongUsage;
}

std::optional<Exit> Options::parse(const QStringList &arguments, int least, int most)
{
    if (!m_parser.parse(QStringList{u"scrutineer-cli"_s} + arguments))
        return wrong(m_parser.errorText() + (m_parser.errorText().endsWith(u'.') ? u""_s : u"."_s));
    if (isSet(u"help"_s)) {
        // The parser does not know that the options stand behind a command's name.
        const QString help = m_parser.helpText();
        say(u"Usage: scrutineer-cli %1 [options] %2"_s.arg(m_command, m_syntax));
        say(help.mid(help.indexOf(u'\n') + 1).trimmed());
        return Exit::Done;
    }
    const qsizetype count = this->arguments().size();
    if (count < least || (most >= 0 && count > most))
        return wrong(u"%1 needs %2."_s.arg(m_command, m_syntax));
    if (m_judges) {
        if (const auto over = readPolicy())
            return over;
    }
    return m_analyses ? readAnalysisOptions() : std::nullopt;
}

std::optional<Exit> Options::readPolicy()
{
    if (!isSet(u"policy"_s)) {
        m_policy = policy::builtIn();
        return std::nullopt;
    }
    const Result<policy::Policy> loaded = policy::load(value(u"policy"_s));
    if (!loaded) {
        complain(loaded.error());
        return Exit::WrongUsage;
    }
    m_policy = *loaded;
    return std::nullopt;
}

std::optional<Exit> Options::readAnalysisOptions()
{
    if (isSet(u"models"_s) && !QFileInfo(value(u"models"_s)).isDir())
        return wrong(u"%1: there is no such folder."_s.arg(value(u"models"_s)));
    if (isSet(u"today"_s)) {
        const QDate day = QDate::fromString(value(u"today"_s), Qt::ISODate);
        if (!day.isValid())
            return wrong(u"%1: not a date; write it as YYYY-MM-DD."_s.arg(value(u"today"_s)));
        m_today = day;
    }
    return std::nullopt;
}

worker::PoolSettings Options::poolSettings() const
{
    worker::PoolSettings settings;
    settings.modelFolders = app::modelFolders(value(u"models"_s));
    settings.limits = m_policy.limits;
    return settings;
}

} // namespace scrutineer::cli

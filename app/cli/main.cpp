// SPDX-License-Identifier: GPL-3.0-or-later
// scrutineer-cli: the same engine without a window.
#include "app/cli/commands.h"
#include "app/cli/console.h"

#include <QGuiApplication>

#include <array>
#include <csignal>
#include <memory>
#include <string_view>

using namespace scrutineer::cli;
using namespace Qt::StringLiterals;

namespace {
struct Command
{
    const char *name;
    const char *summary;
    Exit (*run)(const QStringList &arguments);
};

constexpr std::array commands{
    Command{"analyze", "analyses case bundles", analyze},
    Command{"inspect", "analyses single files without a bundle", inspect},
    Command{"compare-faces", "compares the faces of two pictures", compareFaces},
    Command{"import", "copies case bundles into a workspace and analyses them", importCases},
    Command{"export", "writes out the cases, findings and decisions of a workspace", exportWorkspace},
    Command{"rejudge", "judges the cases of a workspace anew by another policy", rejudge},
    Command{"verify", "checks that a workspace is whole and its audit log unbroken", verify},
    Command{"samples", "draws sample cases with known truth", samples},
    Command{"evaluate", "tells how often the engine is right on cases with known truth", evaluate},
};

void sayUsage()
{
    say(u"Usage: scrutineer-cli COMMAND …"_s);
    for (const Command &command : commands)
        say(u"  %1 %2"_s.arg(QString::fromLatin1(command.name), -14)
                .arg(QString::fromLatin1(command.summary)));
    say(u"Each command has --help. Exit status: 0 done, whatever was flagged; 1 nothing can be read or "
        u"written; 2 wrong "
        "usage; 3 a bundle is invalid; 4 the workspace is damaged or locked."_s);
}

Exit run(const QStringList &arguments)
{
    const QString name = arguments.value(0);
    for (const Command &command : commands) {
        if (name == QLatin1StringView(command.name))
            return command.run(arguments.mid(1));
    }
    if (name == "--version"_L1) {
        say(u"scrutineer-cli %1"_s.arg(QCoreApplication::applicationVersion()));
        return Exit::Done;
    }
    const bool asked = name == "--help"_L1 || name == "-h"_L1;
    if (!asked)
        say(name.isEmpty() ? u"No command was given."_s : u"%1: no such command."_s.arg(name));
    sayUsage();
    return asked ? Exit::Done : Exit::WrongUsage;
}

/// Fonts need a QGuiApplication, which needs no display here; all else starts quicker without.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (command != "samples" && command != "evaluate")
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}
} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that has gone shows as a failed write, and is said
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"scrutineer"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SCRUTINEER_VERSION));
    return int(run(QCoreApplication::arguments().mid(1)));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/model_folders.h"
#include "app/workstation/workstation.h"
#include "engine/samples/course.h"
#include "translations/translations.h"
#include "ui/shell/desk.h"
#include "ui/shell/prompt.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace scrutineer;

namespace {
QString defaultWorkspace()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/scrutineer/workspace"_s;
}

struct Arguments
{
    QString workspace;
    QStringList import;
    QString models;
};

Arguments readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Review identity verifications."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"WORKSPACE"_s, QCoreApplication::translate("main", "Folder of the workspace."), u"[WORKSPACE]"_s);
    const QCommandLineOption import(
        u"import"_s, QCoreApplication::translate("main", "Import a case folder; may be given again."),
        u"DIR"_s);
    const QCommandLineOption models(u"models"_s,
                                    QCoreApplication::translate("main", "Folder of face models."), u"DIR"_s);
    parser.addOptions({import, models});
    parser.process(application);
    const QStringList places = parser.positionalArguments();
    Arguments arguments{places.value(0), parser.values(import), parser.value(models)};
    // "--import A B C": what follows the workspace are folders to import as well.
    if (parser.isSet(import))
        arguments.import += places.mid(1);
    return arguments;
}

workstation::Course trainingCourse()
{
    const auto script = samples::builtInCourse();
    if (!script)
        return {};
    return {script->caseIds(),
            [course = *script](const QString &folder, const std::function<void(int, int)> &progressed,
                               const std::atomic_bool &cancelled) {
                return samples::writeCourse(folder, course, progressed, cancelled);
            }};
}
} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"scrutineer"_s);
    QCoreApplication::setApplicationName(u"scrutineer"_s);
    QCoreApplication::setApplicationVersion(u"" SCRUTINEER_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"scrutineer"_s);

    QSettings stored;
    ui::Settings settings = ui::loadSettings(stored);
    const QString language = translations::install(application, settings.language);
    const Arguments arguments = readArguments(application);
    ui::applyTheme(application, settings.scheme);

    ui::DialogPrompt prompt;
    const auto now = [] { return QDateTime::currentDateTimeUtc(); };
    ui::MainWindow window({policy::builtIn(), settings, &prompt, now, translations::languages()});
    window.desk()->setLanguage(language);
    worker::PoolSettings pool;
    pool.modelFolders = app::modelFolders(arguments.models);
    pool.limits = policy::builtIn().limits;
    workstation::Workstation station(window, {policy::builtIn(), pool, now, trainingCourse()});

    QObject::connect(&window, &ui::MainWindow::settingsChanged, &window, [&](const ui::Settings &chosen) {
        const QString workspace = std::exchange(settings, chosen).lastWorkspace;
        settings.lastWorkspace = workspace;
        ui::saveSettings(settings, stored);
    });
    QObject::connect(&station, &workstation::Workstation::workspaceOpened, &window,
                     [&](const QString &opened) {
                         settings.lastWorkspace = opened;
                         ui::saveSettings(settings, stored);
                     });
    if (stored.contains(u"window/geometry"_s))
        window.restoreGeometry(stored.value(u"window/geometry"_s).toByteArray());
    else
        window.setWindowState(Qt::WindowMaximized);
    window.show();

    QString folder = arguments.workspace.isEmpty() ? settings.lastWorkspace : arguments.workspace;
    if (folder.isEmpty())
        folder = defaultWorkspace();
    if (station.openWorkspace(QDir(folder).absolutePath()))
        station.importFolders(arguments.import);
    const int status = QApplication::exec();
    stored.setValue(u"window/geometry"_s, window.saveGeometry());
    return status;
}

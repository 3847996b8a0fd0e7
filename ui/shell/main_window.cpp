// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/decision/decision_bar.h"
#include "ui/decision/take_back_banner.h"
#include "ui/evidence/evidence_board.h"
#include "ui/faces/face_strip.h"
#include "ui/findings/findings_panel.h"
#include "ui/queue/queue_panel.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/commands.h"
#include "ui/shell/desk.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/prompt.h"
#include "ui/shell/settings_dialog.h"
#include "ui/training/course_banner.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace scrutineer::ui {

namespace {
QStringList foldersIn(const QMimeData *data)
{
    QStringList folders;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir())
            folders.append(url.toLocalFile());
    }
    return folders;
}
} // namespace

class MainWindow::Private
{
public:
    Private(MainWindow &window, Parts given) : q(window), parts(std::move(given)) {}

    void build();
    void buildMenus();
    void connectCase();
    void connectProgram();
    void on(Command command, std::function<void()> act) const
    {
        QObject::connect(commands->action(command), &QAction::triggered, &q, std::move(act));
    }
    void apply(const Settings &settings);
    void enableForDesk(bool enabled) const;

    MainWindow &q;
    Parts parts;
    Commands *commands = nullptr;
    QStackedWidget *pages = nullptr;
    MessagePage *problem = nullptr;
    Desk *desk = nullptr;
    NoticeBanner *notice = nullptr;
    CourseBanner *course = nullptr;
    QLabel *workspace = nullptr;
    QLabel *progressText = nullptr;
    QProgressBar *progress = nullptr;
};

void MainWindow::Private::build()
{
    commands = new Commands(&q);
    desk = new Desk(parts.policy, parts.now, &q);
    problem = new MessagePage(&q);
    pages = new QStackedWidget(&q);
    pages->addWidget(desk);
    pages->addWidget(problem);
    notice = new NoticeBanner(&q);
    course = new CourseBanner(&q);
    auto *centre = new QWidget(&q);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(notice);
    layout->addWidget(course);
    layout->addWidget(pages, 1);
    q.setCentralWidget(centre);

    workspace = new QLabel(&q);
    workspace->setObjectName(u"workspaceLabel"_s);
    setKind(workspace, "dim"_L1);
    progressText = new QLabel(&q);
    progressText->setObjectName(u"progressText"_s);
    progress = new QProgressBar(&q);
    progress->setObjectName(u"progressBar"_s);
    progress->setAccessibleName(tr("Progress"));
    progress->setRange(0, 1000);
    progress->setTextVisible(false);
    progress->setFixedSize(160, 8);
    progress->hide();
    q.statusBar()->addWidget(workspace);
    q.statusBar()->addPermanentWidget(progressText);
    q.statusBar()->addPermanentWidget(progress);
    q.statusBar()->setSizeGripEnabled(false);
}

void MainWindow::Private::buildMenus()
{
    const auto fill = [this](const QString &title, const QList<std::optional<Command>> &entries) {
        QMenu *menu = q.menuBar()->addMenu(title);
        for (const auto &entry : entries)
            entry ? menu->addAction(commands->action(*entry)) : void(menu->addSeparator());
    };
    fill(tr("&File"), {Command::Import,
                       Command::OpenWorkspace,
                       {},
                       Command::Export,
                       Command::Verify,
                       {},
                       Command::Settings,
                       Command::Quit});
    fill(tr("&Case"), {Command::NextCase,
                       Command::PreviousCase,
                       Command::Search,
                       {},
                       Command::Approve,
                       Command::AskForFiles,
                       Command::Reject,
                       Command::Record,
                       Command::TakeBack,
                       {},
                       Command::AddReason,
                       Command::EditMessage,
                       Command::EditNote});
    fill(tr("F&indings"), {Command::NextFinding,
                           Command::PreviousFinding,
                           Command::NextOpenFinding,
                           {},
                           Command::ConfirmFinding,
                           Command::DismissFinding});
    fill(tr("&View"), {Command::CompareFaces, Command::LinkViews, Command::NextArea});
    fill(tr("&Training"), {Command::StartCourse});
    fill(tr("&Help"), {Command::Keys, Command::About});
}

void MainWindow::Private::connectCase()
{
    on(Command::NextCase, [this] { Q_EMIT q.nextCaseRequested(); });
    on(Command::PreviousCase, [this] { Q_EMIT q.previousCaseRequested(); });
    on(Command::Search, [this] { desk->queue()->focusSearch(); });
    on(Command::NextFinding, [this] { desk->findings()->step(1); });
    on(Command::PreviousFinding, [this] { desk->findings()->step(-1); });
    on(Command::NextOpenFinding, [this] { desk->findings()->stepToOpen(); });
    on(Command::ConfirmFinding, [this] { desk->findings()->confirmCurrent(); });
    on(Command::DismissFinding, [this] { desk->findings()->dismissCurrent(); });
    on(Command::CompareFaces, [this] { desk->faces()->compare(); });
    on(Command::LinkViews, [this] { desk->evidence()->setLinked(!desk->evidence()->isLinked()); });
    on(Command::NextArea, [this] { desk->focusNextArea(); });
    on(Command::Approve, [this] { desk->decision()->choose(review::DecisionKind::Approve); });
    on(Command::AskForFiles, [this] { desk->decision()->choose(review::DecisionKind::AskForFiles); });
    on(Command::Reject, [this] { desk->decision()->choose(review::DecisionKind::Reject); });
    on(Command::Record, [this] { desk->decision()->record(); });
    on(Command::Cancel, [this] { desk->decision()->cancelChoice(); });
    on(Command::TakeBack, [this] {
        if (desk->decision()->takeBack()->isOpen())
            Q_EMIT q.takeBackRequested();
    });
    on(Command::AddReason, [this] { desk->decision()->addReason(); });
    on(Command::EditMessage, [this] { desk->decision()->editMessage(); });
    on(Command::EditNote, [this] { desk->decision()->editNote(); });
    QObject::connect(desk->decision()->takeBack(), &TakeBackBanner::takeBackRequested, &q,
                     &MainWindow::takeBackRequested);
}

void MainWindow::Private::connectProgram()
{
    on(Command::Import, [this] {
        parts.prompt->chooseFolder(&q, tr("Import a case folder, or a folder of case folders"),
                                   QDir::homePath(),
                                   [this](const QString &folder) { Q_EMIT q.importRequested({folder}); });
    });
    on(Command::OpenWorkspace, [this] {
        parts.prompt->chooseFolder(&q, tr("Open a workspace; an empty folder becomes a new one"),
                                   parts.settings.lastWorkspace,
                                   [this](const QString &folder) { Q_EMIT q.workspaceChosen(folder); });
    });
    on(Command::Export, [this] {
        parts.prompt->chooseNewFile(&q, tr("Export cases, findings and decisions"),
                                    u"scrutineer-export.jsonl"_s,
                                    {tr("JSON Lines (*.jsonl)"), tr("CSV (*.csv)")},
                                    [this](const QString &file) { Q_EMIT q.exportRequested(file); });
    });
    on(Command::Verify, [this] { Q_EMIT q.verifyRequested(); });
    on(Command::StartCourse, [this] { Q_EMIT q.courseRequested(); });
    on(Command::Settings, [this] {
        auto *dialog = new SettingsDialog(parts.settings, parts.languages, &q);
        QObject::connect(dialog, &SettingsDialog::applied, &q, [this](const Settings &settings) {
            apply(settings);
            Q_EMIT q.settingsChanged(settings);
        });
        dialog->open();
    });
    on(Command::Keys, [this] {
        QList<Commands::Line> lines = commands->lines();
        for (const EvidenceBoard::Key &key : desk->evidence()->keys())
            lines.append({tr("Pictures"), key.what, {key.key}});
        (new KeySheet(lines, parts.settings.singleKeys, &q))->open();
    });
    on(Command::About, [this] { (new AboutDialog(&q))->open(); });
    on(Command::Quit, [this] { q.close(); });
}

void MainWindow::Private::apply(const Settings &settings)
{
    const bool otherScheme = settings.scheme != parts.settings.scheme;
    parts.settings = settings;
    if (otherScheme)
        applyTheme(*qApp, settings.scheme);
    commands->setSingleKeysEnabled(settings.singleKeys);
    desk->setSingleKeysEnabled(settings.singleKeys);
    desk->setReducedMotion(settings.reducedMotion);
    desk->setReviewer(reviewerName(settings));
}

void MainWindow::Private::enableForDesk(bool enabled) const
{
    for (const Command command : {Command::Import,         Command::Export,          Command::Verify,
                                  Command::NextCase,       Command::PreviousCase,    Command::Search,
                                  Command::NextFinding,    Command::PreviousFinding, Command::NextOpenFinding,
                                  Command::ConfirmFinding, Command::DismissFinding,  Command::CompareFaces,
                                  Command::LinkViews,      Command::NextArea,        Command::Approve,
                                  Command::AskForFiles,    Command::Reject,          Command::Record,
                                  Command::Cancel,         Command::TakeBack,        Command::AddReason,
                                  Command::EditMessage,    Command::EditNote,        Command::StartCourse})
        commands->action(command)->setEnabled(enabled);
}

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent), d(std::make_unique<Private>(*this, std::move(parts)))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Scrutineer"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    d->build();
    d->buildMenus();
    d->connectCase();
    d->connectProgram();
    d->apply(d->parts.settings);
    resize(1366, 768);
}

MainWindow::~MainWindow() = default;

Desk *MainWindow::desk() const
{
    return d->desk;
}
Commands *MainWindow::commands() const
{
    return d->commands;
}
Prompt *MainWindow::prompt() const
{
    return d->parts.prompt;
}
const Settings &MainWindow::settings() const
{
    return d->parts.settings;
}

void MainWindow::showDesk()
{
    d->pages->setCurrentWidget(d->desk);
    d->enableForDesk(true);
}

void MainWindow::showProblem(const PageText &page)
{
    d->problem->setPage(page);
    d->pages->setCurrentWidget(d->problem);
    d->notice->dismiss();
    d->enableForDesk(false);
}

void MainWindow::tell(NoticeBanner::Tone tone, const QString &text, const QStringList &details)
{
    d->notice->tell(tone, text, details);
}

void MainWindow::showProgress(const QString &text, double fraction)
{
    d->progressText->setText(text);
    d->progress->setVisible(!text.isEmpty() && fraction >= 0);
    d->progress->setValue(static_cast<int>(fraction * 1000));
}

void MainWindow::setWorkspaceName(const QString &folder)
{
    d->workspace->setText(folder.isEmpty() ? QString()
                                           : tr("Workspace: %1").arg(QDir::toNativeSeparators(folder)));
}

CourseBanner *MainWindow::courseBanner() const
{
    return d->course;
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (d->pages->currentWidget() == d->desk && !foldersIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList folders = foldersIn(event->mimeData());
    if (folders.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT importRequested(folders);
}

} // namespace scrutineer::ui

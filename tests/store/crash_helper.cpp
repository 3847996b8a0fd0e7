// SPDX-License-Identifier: GPL-3.0-or-later
// Imports, analyses, decides and takes back in a loop until it is killed. Prints "decided ID" and "withdrawn
// ID" once the workspace has said that it is recorded.
#include "tests/store/store_fixture.h"

#include <QCoreApplication>

#include <cstdio>

using namespace scrutineer;
using namespace scrutineer::store;
using namespace scrutineer::store::test;
using namespace Qt::StringLiterals;

namespace {
void say(const char *what, const QString &id)
{
    std::printf("%s %s\n", what, qPrintable(id));
    std::fflush(stdout);
}

bool makeCase(const Room &room, Workspace &workspace, int number)
{
    const Case input = room.makeBundle(number);
    const auto imported = workspace.importCase(input, room.bundleFolder(input.id), {u"Helper"_s, noon()});
    if (!imported && imported.error().code != ErrorCode::AlreadyExists)
        return false;
    Analysis analysis = analysisOf(input, number);
    analysis.pages = {{u"front.jpg"_s, 0, QSize(10, 10), "display" + input.id.toUtf8(), "preview"}};
    return workspace.saveAnalysis(input.id, analysis).has_value();
}

bool decide(Workspace &workspace, int number)
{
    const QString caseName = caseId(number);
    Draft draft;
    draft.note = u"thinking"_s;
    if (!workspace.saveDraft(caseName, draft))
        return false;
    const QString id = u"D-%1-%2"_s.arg(number).arg(QDateTime::currentMSecsSinceEpoch());
    if (!workspace.recordDecision(decisionOn(caseName, DecisionKind::Reject, id)))
        return false;
    say("decided", id);
    if (number % 3 != 0)
        return true;
    if (!workspace.withdrawDecision(id, u"Reviewer"_s, noon(), draft))
        return false;
    say("withdrawn", id);
    return true;
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const Room room(arguments[1]);
    auto workspace = Workspace::open(room.workspaceFolder(), OpenMode::ReadWrite, u"Helper"_s);
    if (!workspace) {
        std::fprintf(stderr, "%s\n", qPrintable(describe(workspace.error())));
        return 4;
    }
    say("opened", arguments[2]);
    for (int number = arguments[2].toInt();; ++number) {
        if (!makeCase(room, **workspace, number) || !decide(**workspace, number))
            return 1;
    }
}

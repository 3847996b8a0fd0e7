// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/decision.h"

#include <QCoreApplication>

#include <array>

namespace scrutineer::store {

namespace {
template <typename Enum>
struct Name
{
    Enum value;
    const char *name;
    const char *label;
};

constexpr std::array states{
    Name<CaseState>{CaseState::Imported, "imported", QT_TRANSLATE_NOOP("scrutineer", "Not analysed yet")},
    Name<CaseState>{CaseState::Ready, "ready", QT_TRANSLATE_NOOP("scrutineer", "Waiting")},
    Name<CaseState>{CaseState::Approved, "approved", QT_TRANSLATE_NOOP("scrutineer", "Approved")},
    Name<CaseState>{CaseState::FilesAsked, "files_asked",
                    QT_TRANSLATE_NOOP("scrutineer", "New files asked for")},
    Name<CaseState>{CaseState::Rejected, "rejected", QT_TRANSLATE_NOOP("scrutineer", "Rejected")},
};

constexpr std::array kinds{
    Name<DecisionKind>{DecisionKind::Approve, "approve", QT_TRANSLATE_NOOP("scrutineer", "Approve")},
    Name<DecisionKind>{DecisionKind::AskForFiles, "ask_for_files",
                       QT_TRANSLATE_NOOP("scrutineer", "Ask for new files")},
    Name<DecisionKind>{DecisionKind::Reject, "reject", QT_TRANSLATE_NOOP("scrutineer", "Reject")},
};

constexpr std::array verdicts{
    Name<Verdict>{Verdict::Confirmed, "confirmed", ""},
    Name<Verdict>{Verdict::Dismissed, "dismissed", ""},
};

template <typename Table, typename Enum>
const auto &rowOf(const Table &table, Enum value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return row;
    }
    return table.front();
}

template <typename Table>
auto valueOf(const Table &table, QStringView name) -> std::optional<decltype(table.front().value)>
{
    for (const auto &row : table) {
        if (name == QLatin1StringView(row.name))
            return row.value;
    }
    return std::nullopt;
}
} // namespace

QString toName(CaseState state)
{
    return QString::fromLatin1(rowOf(states, state).name);
}
QString toName(DecisionKind kind)
{
    return QString::fromLatin1(rowOf(kinds, kind).name);
}
QString toName(Verdict verdict)
{
    return QString::fromLatin1(rowOf(verdicts, verdict).name);
}

std::optional<CaseState> caseStateFromName(QStringView name)
{
    return valueOf(states, name);
}
std::optional<DecisionKind> decisionKindFromName(QStringView name)
{
    return valueOf(kinds, name);
}
std::optional<Verdict> verdictFromName(QStringView name)
{
    return valueOf(verdicts, name);
}

QString toLabel(CaseState state)
{
    return QCoreApplication::translate("scrutineer", rowOf(states, state).label);
}
QString toLabel(DecisionKind kind)
{
    return QCoreApplication::translate("scrutineer", rowOf(kinds, kind).label);
}

CaseState stateAfter(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Approve:
        return CaseState::Approved;
    case DecisionKind::AskForFiles:
        return CaseState::FilesAsked;
    case DecisionKind::Reject:
        return CaseState::Rejected;
    }
    return CaseState::Ready;
}

} // namespace scrutineer::store

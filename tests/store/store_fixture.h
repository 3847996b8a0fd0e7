// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/workspace.h"

#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// Fails the test with the error's code and detail where a Result holds one.
#define SCRUTINEER_VERIFY_OK(result)                                                                         \
    do {                                                                                                     \
        const auto &checkedResult = (result);                                                                \
        if (!checkedResult)                                                                                  \
            QFAIL(qPrintable(scrutineer::store::test::describe(checkedResult.error())));                     \
    } while (false)

namespace scrutineer::store::test {

[[nodiscard]] QString describe(const Error &error);

/// A folder with a workspace and a folder for bundles.
class Room
{
public:
    Room();
    /// In a folder that stays.
    explicit Room(const QString &folder) : m_path(folder) {}
    [[nodiscard]] QString workspaceFolder() const { return m_path + QStringLiteral("/workspace"); }
    [[nodiscard]] QString databaseFile() const
    {
        return workspaceFolder() + QStringLiteral("/workspace.sqlite");
    }
    [[nodiscard]] QString bundleFolder(const QString &caseId) const;
    /// Opens for writing.
    [[nodiscard]] std::unique_ptr<Workspace> open() const;

    /// A case with a front and a selfie of random-looking bytes; both files stand in its bundle folder.
    [[nodiscard]] Case makeBundle(int number) const;
    void write(const QString &caseId, const QString &path, const QByteArray &bytes) const;
    /// Imports cases first … first + count - 1, analysed.
    void importCases(Workspace &workspace, int first, int count) const;

    /// Runs statements on the closed or open database, past the product.
    void tamper(const QStringList &statements) const;
    [[nodiscard]] QVariant query(const QString &sql) const;

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

[[nodiscard]] QString caseId(int number); ///< "C-000007"
[[nodiscard]] Finding finding(const QString &checkId, int reason, Outcome outcome);
/// Flags glare for every third case and looks at blur for every fourth.
[[nodiscard]] Analysis analysisOf(const Case &input, int number);
[[nodiscard]] Decision decisionOn(const QString &caseId, DecisionKind kind, const QString &id);
[[nodiscard]] QDateTime noon(); ///< 2026-11-20T12:00:00Z

} // namespace scrutineer::store::test

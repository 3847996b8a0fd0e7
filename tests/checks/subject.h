// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checks/judge.h"

#include <QtTest>

#include <functional>

namespace scrutineer::checks::test {

/// What a judgement is a function of.
struct Subject
{
    Case input;
    facts::Facts facts;
    policy::Policy policy;

    [[nodiscard]] facts::FileFacts &file(Role role);
    [[nodiscard]] facts::Document &document() { return *file(Role::DocumentFront).document; }
    [[nodiscard]] facts::AddressProof &proof() { return *file(Role::AddressProof).addressProof; }
    /// Neither sent nor read.
    void remove(Role role);
    void setProofText(const QStringList &lines);
    void addPrinted(const QString &key, const QString &value, double confidence = 0.9);
};

/// An advanced case with document, selfie, handheld photo and proof of address in which everything fits.
[[nodiscard]] Subject soundCase();

/// A change of the sound case and what a check must then say.
struct Row
{
    const char *name;
    std::function<void(Subject &)> change;
    Outcome outcome;
    const char *says = ""; ///< a part of the message
};

/// The finding of one check.
[[nodiscard]] Finding findingOf(const Subject &subject, const QString &id);

/// For _data() functions: fills the table of one check.
void fill(const QString &id, const QList<Row> &rows);
/// Judges the current row of such a table.
void judgeRow();

} // namespace scrutineer::checks::test

Q_DECLARE_METATYPE(scrutineer::checks::test::Row)

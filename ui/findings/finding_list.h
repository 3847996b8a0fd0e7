// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"
#include "engine/review/review_session.h"

#include <QScrollArea>

#include <functional>
#include <memory>

namespace scrutineer::ui {

class FindingRow;

/// Rows of findings in the groups of the catalogue; within a group flagged first, then what to look at, then
/// what could not be assessed; what is clear lies folded behind a line, unless somebody judged it.
class FindingList : public QScrollArea
{
    Q_OBJECT
public:
    explicit FindingList(QWidget *parent = nullptr);
    ~FindingList() override;

    using VerdictOf = std::function<const review::FindingVerdict *(const QString &checkId)>;
    /// Current row and folding stay.
    void setFindings(const QList<Finding> &findings, const VerdictOf &verdictOf);
    /// Current row, folding and hidden overlays are forgotten.
    void startCase();
    /// Of titles: "en", "zh_CN".
    void setLanguage(const QString &language);
    void setLocked(bool locked);
    void setSingleKeysEnabled(bool enabled);

    /// Marks a row, unfolds and scrolls to it; empty for none.
    void setCurrent(const QString &checkId);
    [[nodiscard]] QString current() const;
    /// The rows as they stand, top to bottom, without what is folded.
    [[nodiscard]] QStringList listed() const;
    /// Null where the case has none, or none was made yet.
    [[nodiscard]] FindingRow *row(const QString &checkId) const;
    [[nodiscard]] const Finding *finding(const QString &checkId) const;
    /// Null where nobody has judged it.
    [[nodiscard]] const review::FindingVerdict *verdictOn(const QString &checkId) const;

Q_SIGNALS:
    void selected(const QString &checkId);
    void activated(const QString &checkId);
    void moveRequested(int by);
    void confirmRequested(const QString &checkId);
    void dismissRequested(const QString &checkId, const QString &why);
    void clearVerdictRequested(const QString &checkId);
    void overlayToggled(const QString &checkId, bool visible);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

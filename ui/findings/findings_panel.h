// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/finding.h"
#include "engine/review/review_session.h"

#include <QFrame>

#include <functional>
#include <memory>

namespace scrutineer::ui {

/// The right column: what the engine found, in the groups of the catalogue; within a group flagged first,
/// then what to look at, then what could not be assessed; what is clear lies folded behind a line. Shows and
/// asks, decides nothing.
class FindingsPanel : public QFrame
{
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent = nullptr);
    ~FindingsPanel() override;

    using VerdictOf = std::function<const review::FindingVerdict *(const QString &checkId)>;
    /// Findings of the case on the desk. Called again while an analysis runs: selection and folding stay.
    void setFindings(const QList<Finding> &findings, const VerdictOf &verdictOf);
    /// Another case follows: selection, folding and hidden overlays are forgotten.
    void startCase();
    void setVerdict(const QString &checkId, const review::FindingVerdict *verdict);
    /// Of titles: "en", "zh_CN".
    void setLanguage(const QString &language);
    void setLocked(bool locked);
    void setSingleKeysEnabled(bool enabled);

    [[nodiscard]] QString currentCheck() const;
    /// The rows as they stand, top to bottom, without what is folded.
    [[nodiscard]] QStringList listedChecks() const;
    /// Selects without asking for the region.
    void select(const QString &checkId);
    /// Selects the next or previous row, shows its place, gives it the focus.
    void step(int by);
    /// The next flagged or to-look-at row that nobody has judged; stays where there is none.
    void stepToOpen();
    void showCurrentPlace();
    void confirmCurrent();
    void dismissCurrent();
    void focusList();

Q_SIGNALS:
    void findingSelected(const QString &checkId);
    void regionRequested(const QList<scrutineer::Region> &regions);
    void confirmRequested(const QString &checkId);
    void dismissRequested(const QString &checkId, const QString &why);
    void clearVerdictRequested(const QString &checkId);
    void overlayToggled(const QString &checkId, bool visible);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/queue/queue_model.h"

#include <QFrame>

#include <functional>
#include <memory>

class QListView;

namespace scrutineer::ui {

/// The left column: search, filters, the waiting cases, and in words why the list is empty where it is.
class QueuePanel : public QFrame
{
    Q_OBJECT
public:
    /// now: UTC clock for waiting times and the age filter.
    explicit QueuePanel(std::function<QDateTime()> now, QWidget *parent = nullptr);
    ~QueuePanel() override;

    /// The source must outlive the panel or be replaced before it goes.
    void setSource(const review::QueueSource *source);
    /// Reads counts and lines anew and keeps the current case marked.
    void refresh();
    /// Marks a case as the one on the desk; emits nothing. One that the filter leaves out marks no line.
    void setCurrentCase(const QString &caseId);
    [[nodiscard]] QString currentCase() const;
    /// The case that follows the given one in the list as it stands; the first where there is none after it.
    /// Empty where no other case is listed.
    [[nodiscard]] QString caseAfter(const QString &caseId) const;
    [[nodiscard]] QString caseBefore(const QString &caseId) const;
    void focusSearch();
    void clearFilters();
    /// Whether there are training cases to choose; without them only real cases are listed.
    void offerTraining(bool offered);
    /// Lists the training cases alone, as the person could have chosen.
    void showTraining();
    [[nodiscard]] QueueModel *model() const;
    [[nodiscard]] QListView *view() const;

Q_SIGNALS:
    void caseChosen(const QString &caseId);
    void failed(const scrutineer::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

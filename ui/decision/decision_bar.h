// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/review/review_session.h"

#include <QFrame>

#include <memory>

namespace scrutineer::ui {

class TakeBackBanner;

/// The line at the bottom: the three decisions, reasons, message and note of one review session. Choosing a
/// decision shows what stands against it; the same button pressed again, or Ctrl+Return, records it.
class DecisionBar : public QFrame
{
    Q_OBJECT
public:
    /// now: UTC clock of the take-back banner.
    explicit DecisionBar(std::function<QDateTime()> now, QWidget *parent = nullptr);
    ~DecisionBar() override;

    /// Shows the session's draft; null empties and locks the bar. The session must outlive its place here.
    void setSession(review::ReviewSession *session);
    void setLanguage(const QString &language); ///< of reason titles
    void setSingleKeysEnabled(bool enabled);   ///< what tooltips say

    /// Chooses a decision; nothing is recorded yet.
    void choose(review::DecisionKind kind);
    [[nodiscard]] std::optional<review::DecisionKind> chosen() const;
    void cancelChoice();
    /// Records what is chosen, as far as nothing stands against it. What only warns was shown before and is
    /// accepted.
    void record();
    void addReason();
    void editNote();
    void editMessage();
    void focusFirst();
    [[nodiscard]] TakeBackBanner *takeBack() const;

Q_SIGNALS:
    void decided(const scrutineer::store::Decision &decision);
    void objected(const QStringList &about); ///< check ids or file paths that stand against the decision
    void failed(const scrutineer::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/display_page.h"
#include "engine/policy/policy.h"
#include "engine/review/queue_source.h"
#include "engine/review/review_session.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace scrutineer::ui {

class DecisionBar;
class EvidenceBoard;
class FaceStrip;
class FindingsPanel;
class PictureCache;
class LessonPanel;
class QueuePanel;
struct PageText;

/// The desk: header, queue, evidence, compare table, faces, findings and decision bar, bound to one review
/// session. Opens and stores nothing itself.
class Desk : public QWidget
{
    Q_OBJECT
public:
    /// now: UTC clock.
    Desk(policy::Policy policy, const std::function<QDateTime()> &now, QWidget *parent = nullptr);
    ~Desk() override;

    /// Puts a case on the desk. pages: those at hand; more come through addPage(). The session must outlive
    /// its stay.
    void openCase(review::ReviewSession *session, const QList<facts::DisplayPage> &pages);
    void closeCase();
    /// Shown in the middle while no case is open.
    void setRestPage(const PageText &page);
    void addPage(const facts::DisplayPage &page);
    void fileProgressed(const QString &path, const QString &stage, double fraction);
    /// Findings that are drawn before the analysis ends; afterwards the session's count.
    void showInterimFindings(const QList<Finding> &findings);
    /// After a training case is decided: what was wrong, drawn on the pictures, and how the decision
    /// compares. Goes with the case. truth: its truth.json. Errors: those of review::readLesson.
    Result<void> showLesson(const QByteArray &truth, const store::Decision &decision);
    /// Decodes pages of the case that follows.
    void prefetch(const QList<facts::DisplayPage> &pages);

    void setReviewer(const QString &name);
    void setLanguage(const QString &language); ///< of reason titles
    void setSingleKeysEnabled(bool enabled);
    void setReducedMotion(bool reduced);
    /// Gives the focus to the area after the one that has it.
    void focusNextArea();

    [[nodiscard]] review::ReviewSession *session() const;
    [[nodiscard]] QueuePanel *queue() const;
    [[nodiscard]] EvidenceBoard *evidence() const;
    [[nodiscard]] FindingsPanel *findings() const;
    [[nodiscard]] FaceStrip *faces() const;
    [[nodiscard]] DecisionBar *decision() const;

Q_SIGNALS:
    void lessonRead(); ///< the next case is wanted
    void decided(const scrutineer::store::Decision &decision);
    void failed(const scrutineer::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

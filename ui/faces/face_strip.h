// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/case/case.h"
#include "engine/case/finding.h"
#include "engine/facts/display_page.h"
#include "engine/facts/facts.h"

#include <QWidget>

#include <memory>

namespace scrutineer::ui {

/// Cosines that part the bands: below `different` two faces are different people, from `same` on the same
/// person, between them a person must look. From the policy.
struct FaceBands
{
    double different = 0;
    double same = 0;
};

/// The faces of a case at one scale, each pair's score with its band in words, and a window to compare two of
/// them by blinking (B) and by a slide.
class FaceStrip : public QWidget
{
    Q_OBJECT
public:
    explicit FaceStrip(QWidget *parent = nullptr);
    ~FaceStrip() override;

    /// Shows another case; pages that are there already. Others come through addPage().
    void setCase(const Case &input, const QList<facts::DisplayPage> &pages);
    void addPage(const facts::DisplayPage &page);
    void setFacts(const facts::Facts &facts, const FaceBands &bands);
    /// Where the match was not assessed, its finding says why (which model file to install).
    void setFindings(const QList<Finding> &findings);
    void clear();

    /// Opens the comparison of two faces, the document's and another one's where there are more.
    void compare();
    [[nodiscard]] bool canCompare() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void regionRequested(const scrutineer::Region &region); ///< a face was clicked

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace scrutineer::ui

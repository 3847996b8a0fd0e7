// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "ui/shell/message_page.h"

#include <functional>

namespace scrutineer::workstation {

struct ProblemActions
{
    std::function<void()> tryAgain;
    std::function<void()> chooseAnother;
};

/// The page for a workspace that cannot be opened: who holds it, or what is wrong with it and what to do.
[[nodiscard]] ui::PageText workspaceProblem(const Error &error, const QString &folder,
                                            const ProblemActions &actions);

/// The page for a desk without a case. anyCase: the workspace has cases, all of them decided. startCourse may
/// be null: none is offered.
[[nodiscard]] ui::PageText restPage(bool anyCase, std::function<void()> import,
                                    std::function<void()> startCourse);

} // namespace scrutineer::workstation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/display_page.h"
#include "engine/store/stored_case.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace scrutineer::workstation {

/// Reads stored pages from the disk without holding up the window, and keeps those of the last few cases at
/// hand: the one on the desk, the one before it, the one that follows.
class PageLoader : public QObject
{
    Q_OBJECT
public:
    explicit PageLoader(QObject *parent = nullptr);
    ~PageLoader() override;

    /// loaded() follows, at once where the pages are at hand.
    void load(const QString &caseId, const QList<store::StoredPage> &pages);
    [[nodiscard]] bool has(const QString &caseId) const { return m_kept.contains(caseId); }
    [[nodiscard]] QList<facts::DisplayPage> pagesOf(const QString &caseId) const
    {
        return m_kept.value(caseId);
    }
    /// What was analysed anew.
    void forget(const QString &caseId);

Q_SIGNALS:
    void loaded(const QString &caseId, const QList<scrutineer::facts::DisplayPage> &pages);

private:
    void keep(const QString &caseId, const QList<facts::DisplayPage> &pages);

    QHash<QString, QList<facts::DisplayPage>> m_kept;
    QStringList m_order; ///< oldest first
    QSet<QString> m_loading;
    QThreadPool m_readers; ///< last: its destructor waits for those who would still report here
};

/// Pages whose files are gone are left out.
[[nodiscard]] QList<facts::DisplayPage> readPages(const QList<store::StoredPage> &pages);

} // namespace scrutineer::workstation

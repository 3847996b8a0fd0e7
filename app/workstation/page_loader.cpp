// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/page_loader.h"

#include <QFile>
#include <QFuture>
#include <QtConcurrent>

namespace scrutineer::workstation {

namespace {
constexpr qsizetype casesKept = 4;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

QList<facts::DisplayPage> readPages(const QList<store::StoredPage> &pages)
{
    QList<facts::DisplayPage> read;
    for (const store::StoredPage &page : pages) {
        facts::DisplayPage shown{page.path, page.page, page.fullSize, contentOf(page.displayFile),
                                 contentOf(page.previewFile)};
        if (!shown.display.isEmpty())
            read.append(std::move(shown));
    }
    return read;
}

PageLoader::PageLoader(QObject *parent) : QObject(parent)
{
    m_readers.setMaxThreadCount(2); // the case on the desk does not wait for the one that follows
}

PageLoader::~PageLoader() = default;

void PageLoader::load(const QString &caseId, const QList<store::StoredPage> &pages)
{
    if (m_kept.contains(caseId)) {
        Q_EMIT loaded(caseId, m_kept.value(caseId));
        return;
    }
    if (m_loading.contains(caseId))
        return;
    m_loading.insert(caseId);
    QtConcurrent::run(&m_readers, readPages, pages)
        .then(this, [this, caseId](const QList<facts::DisplayPage> &read) {
            if (!m_loading.remove(caseId))
                return; // forgotten meanwhile
            keep(caseId, read);
            Q_EMIT loaded(caseId, read);
        });
}

void PageLoader::forget(const QString &caseId)
{
    m_loading.remove(caseId);
    m_kept.remove(caseId);
    m_order.removeAll(caseId);
}

void PageLoader::keep(const QString &caseId, const QList<facts::DisplayPage> &pages)
{
    m_kept.insert(caseId, pages);
    m_order.removeAll(caseId);
    m_order.append(caseId);
    while (m_order.size() > casesKept)
        m_kept.remove(m_order.takeFirst());
}

} // namespace scrutineer::workstation

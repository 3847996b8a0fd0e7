// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/diff.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace scrutineer::text {

namespace {
QStringList graphemes(const QString &text)
{
    QStringList out;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        out.append(text.mid(start, end - start));
        start = end;
    }
    return out;
}

/// common[i][j]: length of the longest common subsequence of a from i and b from j.
class CommonTails
{
public:
    CommonTails(const QStringList &a, const QStringList &b)
        : m_columns(static_cast<size_t>(b.size()) + 1),
          m_cells((static_cast<size_t>(a.size()) + 1) * m_columns, 0)
    {
        for (qsizetype i = a.size() - 1; i >= 0; --i) {
            for (qsizetype j = b.size() - 1; j >= 0; --j)
                cell(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    [[nodiscard]] int at(qsizetype i, qsizetype j) const
    {
        return m_cells[static_cast<size_t>(i) * m_columns + static_cast<size_t>(j)];
    }

private:
    int &cell(qsizetype i, qsizetype j)
    {
        return m_cells[static_cast<size_t>(i) * m_columns + static_cast<size_t>(j)];
    }

    size_t m_columns;
    std::vector<int> m_cells;
};

/// Collects runs; removals of a change are put before its insertions.
class Runs
{
public:
    void add(DiffKind kind, const QString &text)
    {
        if (kind == DiffKind::Equal) {
            flush();
            append(DiffKind::Equal, text);
        } else {
            (kind == DiffKind::Removed ? m_removed : m_inserted) += text;
        }
    }
    [[nodiscard]] QList<DiffSegment> take()
    {
        flush();
        return std::move(m_segments);
    }

private:
    void append(DiffKind kind, const QString &text)
    {
        if (!m_segments.isEmpty() && m_segments.last().kind == kind)
            m_segments.last().text += text;
        else
            m_segments.append({kind, text});
    }
    void flush()
    {
        if (!m_removed.isEmpty())
            append(DiffKind::Removed, m_removed);
        if (!m_inserted.isEmpty())
            append(DiffKind::Inserted, m_inserted);
        m_removed.clear();
        m_inserted.clear();
    }

    QList<DiffSegment> m_segments;
    QString m_removed;
    QString m_inserted;
};

Sentence one(DiffKind kind, const QString &text)
{
    return {kind == DiffKind::Inserted
                ? QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "One letter is added: “%1”."))
                : QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "One letter is missing: “%1”.")),
            {text}};
}
} // namespace

QList<DiffSegment> diff(const QString &from, const QString &to)
{
    const QStringList a = graphemes(from);
    const QStringList b = graphemes(to);
    const CommonTails common(a, b);
    Runs runs;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            runs.add(DiffKind::Equal, a[i]);
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
            runs.add(DiffKind::Removed, a[i++]);
        } else {
            runs.add(DiffKind::Inserted, b[j++]);
        }
    }
    return runs.take();
}

Sentence diffInWords(const QString &from, const QString &to)
{
    if (from == to)
        return {QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "No difference.")), {}};
    if (from.isEmpty())
        return {QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "Only here: “%1”.")), {to}};
    if (to.isEmpty())
        return {QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "Nothing here; “%1” was expected.")),
                {from}};

    QStringList removed;
    QStringList inserted;
    qsizetype equal = 0;
    for (const DiffSegment &segment : diff(from, to)) {
        const QStringList letters = graphemes(segment.text);
        if (segment.kind == DiffKind::Removed)
            removed += letters;
        else if (segment.kind == DiffKind::Inserted)
            inserted += letters;
        else
            equal += letters.size();
    }
    if (equal == 0)
        return {
            QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "Entirely different: “%1” instead of “%2”.")),
            {to, from}};
    if (removed.size() == 1 && inserted.size() == 1)
        return {
            QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "One letter differs: “%1” instead of “%2”.")),
            {inserted.first(), removed.first()}};
    if (removed.isEmpty() && inserted.size() == 1)
        return one(DiffKind::Inserted, inserted.first());
    if (inserted.isEmpty() && removed.size() == 1)
        return one(DiffKind::Removed, removed.first());
    return {QString::fromUtf8(QT_TRANSLATE_NOOP("scrutineer", "%1 letters differ: “%2” instead of “%3”.")),
            {QString::number(std::max(removed.size(), inserted.size())), to, from}};
}

} // namespace scrutineer::text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/dates.h"

#include <cstdlib>

/// Any line of text; the first byte chooses the country and whether a century must be guessed.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    using namespace Qt::StringLiterals;
    if (size == 0)
        return 0;
    const QStringList countries{QString(), u"US"_s, u"FRA"_s, u"HU"_s, u"CA"_s};
    scrutineer::text::DateHints hints;
    hints.country = countries.at(data[0] % countries.size());
    if (data[0] >= 128) {
        hints.reference = QDate(2026, 11, 20);
        hints.earliest = QDate(1911, 1, 1);
        hints.latest = QDate(2086, 1, 1);
    }
    const QString line = QString::fromUtf8(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    for (const scrutineer::text::DateHit &hit : scrutineer::text::findDates(line, hints)) {
        const bool inside = hit.position >= 0 && hit.length > 0 && hit.position + hit.length <= line.size();
        if (!inside || hit.readings.isEmpty() || !hit.readings.first().isValid())
            std::abort();
        const auto date = scrutineer::text::resolve(hit, hints);
        if (date && !hit.readings.contains(*date))
            std::abort();
        static_cast<void>(scrutineer::text::orderOf(hit, hit.readings.first()));
    }
    return 0;
}

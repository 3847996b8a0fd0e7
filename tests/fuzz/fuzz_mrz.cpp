// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/mrz_decoder.h"

#include <cstdlib>
#include <cstring>

/// Any lines as those of a machine-readable zone; bytes become characters of its alphabet in most runs.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const bool raw = data[0] >= 224;
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
    bool certain = true; // every character can stand in a zone: nothing is there to be repaired
    QStringList lines{QString()};
    for (std::size_t i = 1; i < size; ++i) {
        const bool kept = raw || (data[i] >= '0' && data[i] <= 'Z') || data[i] == '\n';
        const char c = kept ? char(data[i]) : alphabet[data[i] % 37];
        if (c == '\n')
            lines += QString();
        else
            lines.last() += QLatin1Char(c);
        certain = certain && c != 0 && (c == '\n' || std::strchr(alphabet, c) != nullptr);
    }
    const auto zone = scrutineer::text::decodeMrz(lines, QDate(2026, 11, 20));
    if (zone && (zone->lines.isEmpty() || (certain && zone->repaired) || zone->format.isEmpty()))
        std::abort();
    for (const QString &line : lines)
        static_cast<void>(scrutineer::text::looksLikeMrz(line));
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/aamva/aamva.h"

#include <cstdlib>

/// Any bytes as the text of a barcode, behind a right header in half of the runs.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    using namespace Qt::StringLiterals;
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const QString header = data[0] % 2 == 0 ? u"@\n\x1e\rANSI 636000090002DL0041"_s : QString();
    const auto card = scrutineer::text::parseAamva(header + QString::fromLatin1(bytes));
    if (card && (card->values.isEmpty() || card->issuerId.size() != 6 ||
                 (card->expiresOn && !card->expiresOn->isValid())))
        std::abort();
    return 0;
}

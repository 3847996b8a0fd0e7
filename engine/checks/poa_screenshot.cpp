// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"
#include "engine/checks/registry.h"

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

Finding poaScreenshot(const Context &context)
{
    const char *noReader = QT_TRANSLATE_NOOP("scrutineer", "This version has no reader for screenshots.");
    const ProofReading reading = proofOf(context, noReader);
    if (reading.instead)
        return *reading.instead;
    const facts::Reading<facts::Measurement> &measured = reading.proof->screenshot;
    if (!measured)
        return notAssessed(measured.missing(), reading.file->path, noReader);
    const policy::Threshold &flag = context.policy.threshold(u"poa.screenshot"_s);
    const policy::Threshold &review = context.policy.threshold(u"poa.screenshot"_s, u"review"_s);
    const QStringList values{number(measured->value)};
    const QStringList facts{u"address_proof.screenshot"_s};
    if (measured->value < review.value)
        return answer(Outcome::Clear,
                      say(QT_TRANSLATE_NOOP("scrutineer", "Not a screenshot (%1 of 1)."), values),
                      measured->value, flag, facts);
    const bool sure = measured->value >= flag.value;
    Finding finding = answer(sure ? Outcome::Flagged : Outcome::Review,
                             say(sure ? QT_TRANSLATE_NOOP("scrutineer", "A screenshot (%1 of 1).")
                                      : QT_TRANSLATE_NOOP("scrutineer", "Perhaps a screenshot (%1 of 1)."),
                                 values),
                             measured->value, flag, facts);
    for (const QPolygonF &polygon : measured->regions)
        finding.evidence.append({reading.file->path, 0, polygon, {}});
    if (finding.evidence.isEmpty())
        finding.evidence = {wholePage(reading.file->path)};
    return finding;
}

} // namespace scrutineer::checks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/catalogue.h"

#include <QCoreApplication>

namespace scrutineer::policy {

using namespace Qt::StringLiterals;

namespace {
constexpr const char *labelOf(int group)
{
    switch (group) {
    case 1:
        return QT_TRANSLATE_NOOP("scrutineer", "Document");
    case 2:
        return QT_TRANSLATE_NOOP("scrutineer", "Face");
    case 3:
        return QT_TRANSLATE_NOOP("scrutineer", "Handheld photo");
    case 4:
        return QT_TRANSLATE_NOOP("scrutineer", "Proof of address");
    case 5:
        return QT_TRANSLATE_NOOP("scrutineer", "Name");
    case 6:
        return QT_TRANSLATE_NOOP("scrutineer", "Address");
    case 9:
        return QT_TRANSLATE_NOOP("scrutineer", "Files");
    default:
        return nullptr;
    }
}
} // namespace

const QList<CheckInfo> &catalogue()
{
    // Id, reason number, thresholds that every policy must have. "face.mismatch" has its thresholds by model:
    // Policy::matchBands().
    static const QList<CheckInfo> checks{
        {u"document.too_dark"_s, 111, {u"flag"_s, u"review"_s}},
        {u"document.glare"_s, 112, {u"flag"_s, u"review"_s}},
        {u"document.shadow"_s, 113, {u"flag"_s, u"review"_s}},
        {u"document.obstructed"_s, 114, {u"flag"_s, u"review"_s}},
        {u"document.blurred"_s, 115, {u"flag"_s, u"review"_s}},
        {u"document.cropped"_s, 116, {u"flag"_s}},
        {u"document.filtered"_s, 117, {u"flag"_s, u"review"_s}},
        {u"document.unreadable"_s, 118, {u"flag"_s, u"review"_s}},
        {u"document.unsupported_type"_s, 121, {u"flag"_s, u"review"_s}},
        {u"document.type_mismatch"_s, 131, {u"flag"_s, u"review"_s}},
        {u"document.expired"_s, 141, {u"confidence"_s}},
        {u"document.expiry_unclear"_s, 142, {}},
        {u"document.altered"_s, 151, {u"kinds"_s}},
        {u"document.inconsistent"_s, 152, {u"confidence"_s}},
        {u"document.data_mismatch"_s, 161, {u"flag"_s, u"review"_s}},
        {u"face.not_visible"_s, 211, {u"flag"_s, u"review"_s, u"turned"_s, u"cut"_s}},
        {u"face.bad_light"_s, 212, {u"too_dark"_s, u"dim"_s, u"blown_out"_s, u"bright"_s}},
        {u"face.distance"_s, 213, {u"too_far"_s, u"too_close"_s}},
        {u"face.several_people"_s, 214, {u"flag"_s}},
        {u"face.mismatch"_s, 221, {u"tiny_portrait"_s}},
        {u"handheld.document_missing"_s, 311, {u"flag"_s, u"review"_s}},
        {u"handheld.statement_missing"_s, 312, {}},
        {u"handheld.different_document"_s, 313, {}},
        {u"handheld.date_mismatch"_s, 321, {}},
        {u"handheld.word_missing"_s, 322, {}},
        {u"poa.identity_document"_s, 411, {}},
        {u"poa.unsupported_kind"_s, 412, {}},
        {u"poa.screenshot"_s, 421, {u"flag"_s, u"review"_s}},
        {u"poa.too_old"_s, 431, {u"confidence"_s}},
        {u"poa.date_unclear"_s, 432, {}},
        {u"poa.altered"_s, 441, {}},
        {u"poa.unreadable"_s, 442, {u"flag"_s, u"review"_s}},
        {u"name.levels_differ"_s, 511, {u"flag"_s, u"review"_s}},
        {u"poa.name_missing"_s, 521, {u"token"_s, u"review"_s}},
        {u"poa.name_abbreviated"_s, 522, {}},
        {u"poa.address_mismatch"_s, 611, {u"street"_s, u"city"_s}},
        {u"address.declared_incomplete"_s, 612, {}},
        {u"poa.address_incomplete"_s, 613, {}},
        {u"file.unreadable"_s, 911, {}},
        {u"file.missing"_s, 912, {}},
        {u"file.duplicate"_s, 913, {}},
    };
    return checks;
}

const CheckInfo *checkById(QStringView id)
{
    for (const CheckInfo &check : catalogue()) {
        if (check.id == id)
            return &check;
    }
    return nullptr;
}

const CheckInfo *checkByReason(int reason)
{
    for (const CheckInfo &check : catalogue()) {
        if (check.reason == reason)
            return &check;
    }
    return nullptr;
}

QString groupLabel(int group)
{
    const char *label = labelOf(group);
    return label ? QCoreApplication::translate("scrutineer", label) : QString();
}

} // namespace scrutineer::policy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/cases/plan.h"

#include "engine/policy/catalogue.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
const QStringList quality{u"document.too_dark"_s,   u"document.glare"_s,     u"document.shadow"_s,
                          u"document.obstructed"_s, u"document.blurred"_s,   u"document.cropped"_s,
                          u"document.filtered"_s,   u"document.unreadable"_s};
const QStringList content{u"document.unsupported_type"_s, u"document.type_mismatch"_s,
                          u"document.expired"_s,          u"document.expiry_unclear"_s,
                          u"document.altered"_s,          u"document.inconsistent"_s,
                          u"document.data_mismatch"_s};
const QStringList faces{u"face.not_visible"_s, u"face.bad_light"_s, u"face.distance"_s,
                        u"face.several_people"_s, u"face.mismatch"_s};
const QStringList proofText{u"poa.too_old"_s,           u"poa.date_unclear"_s,      u"poa.unreadable"_s,
                            u"poa.unsupported_kind"_s,  u"poa.altered"_s,           u"poa.screenshot"_s,
                            u"poa.identity_document"_s, u"poa.name_missing"_s,      u"poa.name_abbreviated"_s,
                            u"poa.address_mismatch"_s,  u"poa.address_incomplete"_s};

bool isAdvanced(QStringView id)
{
    return id.startsWith(u"poa.") || id.startsWith(u"name.") || id.startsWith(u"address.");
}

QStringList shuffledIds(Random &random)
{
    QStringList ids;
    for (const policy::CheckInfo &check : policy::catalogue())
        ids.append(check.id);
    for (qsizetype i = ids.size() - 1; i > 0; --i)
        ids.swapItemsAt(i, random.integer(0, static_cast<int>(i)));
    return ids;
}

Flaw makeFlaw(const QString &id, Random &random)
{
    return {id, random.integer(0, 1 << 20), random.between(0.3, 1)};
}

void add(CasePlan &plan, const Flaw &flaw)
{
    plan.flaws.append(flaw);
    if (isAdvanced(flaw.id))
        plan.level = Level::Advanced;
    if (flaw.id.startsWith("handheld."_L1))
        plan.handheld = true;
    const int way = flaw.way % 3; // as proof and person parts take it
    if ((flaw.id == "file.unreadable"_L1 && way == 1) || (flaw.id == "file.missing"_L1 && flaw.way % 2 == 1))
        plan.level = Level::Advanced;
}

CasePlan opening(int index)
{
    CasePlan plan;
    if (index == 1) {
        for (const char *id : {"document.expired", "document.glare", "face.several_people"})
            add(plan, {QString::fromLatin1(id), 0, 0.7});
    } else if (index == 2) {
        add(plan, {u"poa.too_old"_s, 0, 0.5});
    }
    return plan;
}

CasePlan harmless(int turn, Random &random)
{
    CasePlan plan;
    const int kind = turn % (trapCount + 2); // and plain clean ones between
    if (kind < trapCount)
        plan.trap = static_cast<Trap>(kind);
    const bool onProof =
        plan.trap == Trap::ThreeMonths || plan.trap == Trap::MiddleName || plan.trap == Trap::ShortStreet;
    plan.level = onProof || random.chance(0.3) ? Level::Advanced : Level::Primary;
    plan.handheld = random.chance(0.5);
    return plan;
}
} // namespace

QString nameOf(Trap trap)
{
    constexpr std::array names{"glossy_card",      "soft_focus",     "near_border",     "pink_licence",
                               "expires_today",    "three_months",   "middle_name",     "diacritics",
                               "short_street",     "messenger",      "borderless_scan", "any_angle",
                               "dim_but_readable", "thumb_on_margin"};
    static_assert(names.size() == trapCount);
    return QString::fromLatin1(names[static_cast<size_t>(trap)]);
}

const Flaw *CasePlan::flaw(QStringView id) const
{
    const auto found =
        std::find_if(flaws.begin(), flaws.end(), [&](const Flaw &flaw) { return flaw.id == id; });
    return found == flaws.end() ? nullptr : &*found;
}

QList<CasePlan> planCases(int count, uint64_t seed)
{
    Random random(seed ^ 0x53616d706c657321ULL);
    QList<CasePlan> plans;
    QStringList turn;
    int harmlessTurns = random.integer(0, trapCount);
    for (int i = 0; i < count; ++i) {
        Random own = random.fork();
        if (i < 3) {
            plans.append(opening(i));
            continue;
        }
        if (i % 5 == 4) {
            plans.append(harmless(harmlessTurns++, own));
            continue;
        }
        if (turn.isEmpty())
            turn = shuffledIds(random);
        CasePlan plan;
        plan.handheld = own.chance(0.3);
        const Flaw first = makeFlaw(turn.takeFirst(), own);
        add(plan, first);
        if (own.chance(0.25)) {
            const Flaw second = makeFlaw(
                policy::catalogue()[own.integer(0, static_cast<int>(policy::catalogue().size()) - 1)].id,
                own);
            if (combine(first, second))
                add(plan, second);
        }
        if (own.chance(0.12))
            plan.level = Level::Advanced;
        plans.append(plan);
    }
    return plans;
}

QStringList applicableChecks(const CasePlan &plan)
{
    QStringList ids;
    for (const policy::CheckInfo &check : policy::catalogue()) {
        const bool proof = isAdvanced(check.id);
        const bool handheld = check.id.startsWith("handheld."_L1);
        if ((!proof || plan.level == Level::Advanced) && (!handheld || plan.handheld))
            ids.append(check.id);
    }
    return ids;
}

QStringList unsureAfter(const Flaw &flaw)
{
    static const QHash<QString, QStringList> effects{
        {u"document.too_dark"_s,
         {u"document.unreadable"_s, u"document.blurred"_s, u"document.shadow"_s, u"document.filtered"_s,
          u"face.mismatch"_s}},
        {u"document.glare"_s, {u"document.unreadable"_s, u"face.mismatch"_s, u"document.filtered"_s}},
        {u"document.shadow"_s, {u"document.unreadable"_s, u"document.too_dark"_s}},
        {u"document.obstructed"_s, {u"document.unreadable"_s, u"document.cropped"_s, u"document.shadow"_s}},
        {u"document.blurred"_s, {u"document.unreadable"_s, u"face.mismatch"_s, u"document.filtered"_s}},
        {u"document.cropped"_s, {u"document.unreadable"_s}},
        {u"document.filtered"_s,
         {u"document.too_dark"_s, u"document.altered"_s, u"document.glare"_s, u"document.unreadable"_s}},
        {u"document.unreadable"_s, quality + content + QStringList{u"face.mismatch"_s}},
        {u"document.type_mismatch"_s, {u"document.unsupported_type"_s}},
        {u"document.expiry_unclear"_s,
         {u"document.inconsistent"_s, u"document.altered"_s, u"document.expired"_s}},
        {u"document.altered"_s,
         {u"document.inconsistent"_s, u"document.data_mismatch"_s, u"document.expiry_unclear"_s,
          u"face.mismatch"_s, u"document.filtered"_s, u"document.expired"_s}},
        {u"document.inconsistent"_s,
         {u"document.expiry_unclear"_s, u"document.altered"_s, u"document.data_mismatch"_s}},
        {u"face.not_visible"_s, {u"face.mismatch"_s, u"face.distance"_s, u"face.bad_light"_s}},
        {u"face.bad_light"_s, {u"face.not_visible"_s, u"face.mismatch"_s}},
        {u"face.distance"_s, {u"face.not_visible"_s, u"face.mismatch"_s, u"face.bad_light"_s}},
        {u"face.several_people"_s, {u"face.mismatch"_s, u"face.distance"_s}},
        {u"handheld.document_missing"_s, {u"handheld.different_document"_s}},
        {u"handheld.statement_missing"_s, {u"handheld.date_mismatch"_s, u"handheld.word_missing"_s}},
        {u"handheld.different_document"_s, {u"handheld.document_missing"_s, u"face.mismatch"_s}},
        {u"poa.identity_document"_s, proofText + QStringList{u"name.levels_differ"_s, u"file.duplicate"_s}},
        {u"poa.unsupported_kind"_s, {u"poa.date_unclear"_s, u"poa.too_old"_s}},
        {u"poa.screenshot"_s, {u"poa.altered"_s, u"poa.unreadable"_s}},
        {u"poa.date_unclear"_s, {u"poa.too_old"_s}},
        {u"poa.altered"_s, {u"poa.too_old"_s, u"poa.date_unclear"_s, u"poa.name_missing"_s}},
        {u"poa.unreadable"_s, proofText + QStringList{u"name.levels_differ"_s}},
        {u"poa.name_missing"_s, {u"poa.name_abbreviated"_s, u"name.levels_differ"_s}},
        {u"poa.name_abbreviated"_s, {u"poa.name_missing"_s}},
        {u"address.declared_incomplete"_s, {u"poa.address_mismatch"_s}},
        {u"poa.address_incomplete"_s, {u"poa.address_mismatch"_s}},
        {u"file.unreadable"_s, quality + content + faces + proofText + QStringList{u"file.missing"_s}},
        {u"file.missing"_s, faces + proofText + QStringList{u"name.levels_differ"_s, u"file.unreadable"_s}},
        {u"file.duplicate"_s, {u"document.type_mismatch"_s}}};
    return effects.value(flaw.id);
}

bool combine(const Flaw &a, const Flaw &b)
{
    const auto spoils = [](const Flaw &flaw) {
        return flaw.id.startsWith("file."_L1) || flaw.id.endsWith(".unreadable"_L1) ||
               flaw.id == "poa.identity_document"_L1;
    };
    const QString roomA = a.id.section(u'.', 0, 0);
    const QString roomB = b.id.section(u'.', 0, 0);
    return roomA != roomB && !spoils(a) && !spoils(b) && !unsureAfter(a).contains(b.id) &&
           !unsureAfter(b).contains(a.id);
}

} // namespace scrutineer::samples

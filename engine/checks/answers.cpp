// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/answers.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;
using facts::Cause;

namespace {
Sentence missingFile(Role role)
{
    switch (role) {
    case Role::DocumentFront:
    case Role::DocumentBack:
        return say(QT_TRANSLATE_NOOP("scrutineer", "No picture of the document was sent."));
    case Role::Selfie:
        return say(QT_TRANSLATE_NOOP("scrutineer", "No selfie was sent."));
    case Role::Handheld:
        return say(QT_TRANSLATE_NOOP("scrutineer", "No handheld photo was sent."));
    case Role::AddressProof:
        return say(QT_TRANSLATE_NOOP("scrutineer", "No proof of address was sent."));
    }
    return say(QT_TRANSLATE_NOOP("scrutineer", "No such file was sent."));
}

Sentence causeSentence(const facts::NotRead &missing, const QString &path, const char *noReader)
{
    if (!missing.why.text.isEmpty())
        return missing.why;
    switch (missing.cause) {
    case Cause::Pending:
        return say(QT_TRANSLATE_NOOP("scrutineer", "%1 is still being read."), {path});
    case Cause::NoReader:
        return say(noReader);
    case Cause::NoModel:
        return say(QT_TRANSLATE_NOOP("scrutineer", "A model file that this needs is not installed."));
    case Cause::FileMissing:
        return say(QT_TRANSLATE_NOOP("scrutineer", "No such file was sent."));
    case Cause::FileUnreadable:
        return say(QT_TRANSLATE_NOOP("scrutineer", "%1 could not be read."), {path});
    case Cause::NothingFound:
        return say(QT_TRANSLATE_NOOP("scrutineer", "%1 shows nothing to judge this by."), {path});
    case Cause::TooPoor:
        return say(QT_TRANSLATE_NOOP("scrutineer", "%1 is too poor to judge this."), {path});
    }
    return say(noReader);
}

bool hasRole(std::initializer_list<Role> roles, Role role)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::optional<Finding> whyUnread(const Context &context, const QString &path)
{
    const facts::FileFacts *file = context.facts.fileAt(path);
    if (file != nullptr && !file->unreadable)
        return std::nullopt;
    const bool pending = file == nullptr && !context.facts.complete;
    return notAssessed({pending ? Cause::Pending : Cause::FileUnreadable, {}}, path, "");
}
} // namespace

Sentence say(const char *text, QStringList values)
{
    return {QString::fromUtf8(text), std::move(values)};
}

QString percent(double share)
{
    return number(share * 100, 1) + u" %"_s;
}

QString number(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    if (!text.contains(u'.'))
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == "-0"_L1 ? u"0"_s : text;
}

QString isoDate(QDate date)
{
    return date.toString(Qt::ISODate);
}

// What inWords() makes of stable names, for translators: Sentence::translated() looks the words up.
[[maybe_unused]] static constexpr std::array words{
    QT_TRANSLATE_NOOP("scrutineer words", "passport"),
    QT_TRANSLATE_NOOP("scrutineer words", "ID card"),
    QT_TRANSLATE_NOOP("scrutineer words", "driving licence"),
    QT_TRANSLATE_NOOP("scrutineer words", "residence permit"),
    QT_TRANSLATE_NOOP("scrutineer words", "work permit"),
    QT_TRANSLATE_NOOP("scrutineer words", "student ID"),
    QT_TRANSLATE_NOOP("scrutineer words", "document of another kind"),
    QT_TRANSLATE_NOOP("scrutineer words", "document front"),
    QT_TRANSLATE_NOOP("scrutineer words", "document back"),
    QT_TRANSLATE_NOOP("scrutineer words", "selfie"),
    QT_TRANSLATE_NOOP("scrutineer words", "handheld"),
    QT_TRANSLATE_NOOP("scrutineer words", "address proof"),
    QT_TRANSLATE_NOOP("scrutineer words", "utility bill"),
    QT_TRANSLATE_NOOP("scrutineer words", "telephone bill"),
    QT_TRANSLATE_NOOP("scrutineer words", "bank statement"),
    QT_TRANSLATE_NOOP("scrutineer words", "tax letter"),
    QT_TRANSLATE_NOOP("scrutineer words", "official letter"),
    QT_TRANSLATE_NOOP("scrutineer words", "identity document"),
    QT_TRANSLATE_NOOP("scrutineer words", "surname"),
    QT_TRANSLATE_NOOP("scrutineer words", "given names"),
    QT_TRANSLATE_NOOP("scrutineer words", "full name"),
    QT_TRANSLATE_NOOP("scrutineer words", "name"),
    QT_TRANSLATE_NOOP("scrutineer words", "number"),
    QT_TRANSLATE_NOOP("scrutineer words", "date of birth"),
    QT_TRANSLATE_NOOP("scrutineer words", "expires on"),
    QT_TRANSLATE_NOOP("scrutineer words", "issued on"),
    QT_TRANSLATE_NOOP("scrutineer words", "composite"),
    QT_TRANSLATE_NOOP("scrutineer words", "street"),
    QT_TRANSLATE_NOOP("scrutineer words", "house number"),
    QT_TRANSLATE_NOOP("scrutineer words", "city"),
    QT_TRANSLATE_NOOP("scrutineer words", "region"),
    QT_TRANSLATE_NOOP("scrutineer words", "postal code"),
    QT_TRANSLATE_NOOP("scrutineer words", "country"),
};

QString inWords(const QString &name)
{
    static const QRegularExpression initials(u"\\bid\\b"_s);
    return QString(name).replace(u'_', u' ').replace(initials, u"ID"_s);
}

QString inWords(DocumentType type)
{
    return type == DocumentType::Other ? u"document of another kind"_s : inWords(toName(type));
}

Finding answer(Outcome outcome, Sentence message, QStringList factsUsed)
{
    Finding finding;
    finding.outcome = outcome;
    finding.message = std::move(message);
    finding.factsUsed = std::move(factsUsed);
    return finding;
}

Finding answer(Outcome outcome, Sentence message, double score, const policy::Threshold &threshold,
               QStringList factsUsed)
{
    Finding finding = answer(outcome, std::move(message), std::move(factsUsed));
    finding.score = score;
    finding.threshold = threshold.value;
    finding.unit = threshold.unit;
    return finding;
}

Finding notAssessed(const facts::NotRead &missing, const QString &path, const char *noReader)
{
    return answer(Outcome::NotAssessed, causeSentence(missing, path, noReader));
}

Region wholePage(const QString &path, int page)
{
    return {path, page, {}, {}};
}

Region regionOf(const QString &path, const facts::TextLine &line)
{
    return {path, line.page, line.region, line.text};
}

Finding worst(const QList<Finding> &findings)
{
    const auto it =
        std::max_element(findings.begin(), findings.end(),
                         [](const Finding &a, const Finding &b) { return a.outcome < b.outcome; });
    return it == findings.end() ? Finding() : *it;
}

Finding Sources::settled(const Finding &finding) const
{
    return finding.outcome == Outcome::Clear && unread ? *unread : finding;
}

Sources sourcesOf(const Context &context, std::initializer_list<Role> roles)
{
    Sources sources;
    bool sent = false;
    for (const EvidenceFile &file : context.input.files) {
        if (!hasRole(roles, file.role))
            continue;
        sent = true;
        if (std::optional<Finding> why = whyUnread(context, file.path))
            sources.unread = std::move(why);
        else
            sources.files.append(context.facts.fileAt(file.path));
    }
    const Role role = *roles.begin();
    if (!sent) {
        const bool asked = context.policy.asksFor(context.input.level, role);
        sources.instead = answer(asked ? Outcome::NotAssessed : Outcome::NotApplicable, missingFile(role));
    } else if (sources.files.isEmpty()) {
        sources.instead = sources.unread;
    }
    return sources;
}

Sources advancedSourcesOf(const Context &context, std::initializer_list<Role> roles)
{
    if (context.input.level == Level::Advanced)
        return sourcesOf(context, roles);
    Sources sources;
    sources.instead =
        answer(Outcome::NotApplicable,
               say(QT_TRANSLATE_NOOP("scrutineer", "Only advanced verification asks for this.")));
    return sources;
}

} // namespace scrutineer::checks

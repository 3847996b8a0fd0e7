// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checks/proof_reading.h"

#include "engine/checks/document_fields.h"
#include "engine/text/document_number.h"
#include "engine/text/fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace scrutineer::checks {

using namespace Qt::StringLiterals;

namespace {
constexpr int linesAbovePostalCode = 3;
constexpr int linesBelowPostalCode = 2;
constexpr double letterhead = 0.13; ///< of the page's height; windows for the addressee begin below
constexpr double footer = 0.88;

void addText(ProofReading &reading, const Context &context)
{
    const facts::Reading<QList<facts::TextLine>> &text = reading.proof->text;
    if (!text)
        return;
    for (const facts::TextLine &line : *text) {
        reading.lines.append(line.text);
        reading.letters +=
            std::count_if(line.text.begin(), line.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    }
    const double enough = context.policy.threshold(u"poa.unreadable"_s, u"review"_s).value;
    reading.legible = static_cast<double>(reading.letters) >= enough;
}

/// Letters and digits, those that recognition confuses taken for one.
QString lookalikesJoined(const QString &text)
{
    static constexpr QStringView confused = u"OQDILSBZG";
    static constexpr QStringView digits = u"000115826";
    QString key = text::documentNumber(text);
    for (QChar &c : key) {
        if (const qsizetype i = confused.indexOf(c); i >= 0)
            c = digits[i];
    }
    return key;
}

/// Lines that may hold the declared address: around its postal code, or around its house number where there
/// is none.
QList<int> candidateLines(const ProofReading &reading, const Address &declared)
{
    QString key = text::documentNumber(declared.postalCode);
    if (key.isEmpty())
        key = text::parseStreet(declared.street).houseNumber.toUpper();
    key = lookalikesJoined(key);
    QList<int> candidates;
    for (int i = 0; i < reading.lines.size() && !key.isEmpty(); ++i) {
        if (lookalikesJoined(reading.lines[i]).contains(key))
            candidates.append(i);
    }
    return candidates;
}

class Nearest
{
public:
    Nearest(const Context &context, const Address &declared, bool recognised)
        : m_declared(declared), m_recognised(recognised),
          m_street(context.policy.threshold(u"poa.address_mismatch"_s, u"street"_s).value),
          m_city(context.policy.threshold(u"poa.address_mismatch"_s, u"city"_s).value)
    {
    }

    void consider(const QString &text, const Region &region)
    {
        text::AddressComparison comparison = text::compareAddress(m_declared, text);
        comparison.postalCode = comparison.postalCode || (m_recognised && hasCodeMisread(text));
        const bool matches = comparison.matches(m_street, m_city);
        const bool better =
            !m_best || (matches && !m_best->matches) ||
            (matches == m_best->matches && comparison.closeness() > m_best->comparison.closeness());
        if (better)
            m_best = NearestAddress{comparison, text, region, matches, confusable(comparison, text)};
    }
    [[nodiscard]] bool found() const { return m_best && m_best->matches; }
    [[nodiscard]] const std::optional<NearestAddress> &best() const { return m_best; }

private:
    /// "H3A 188" for "H3A 1S8": the street and the city fit, and the code differs only as recognition errs.
    [[nodiscard]] bool confusable(const text::AddressComparison &comparison, const QString &text) const
    {
        if (!comparison.houseNumber || comparison.postalCode || comparison.street < m_street ||
            comparison.city < m_city)
            return false;
        return text::holdsNumber(text, m_declared.postalCode);
    }

    /// "UY5 OSA" for "UY5 0SA": where a country's codes have letters and where digits is fixed, so that no
    /// two of them differ only in a letter and the digit that looks like it. Codes of digits alone stay
    /// strict: there a letter is odd.
    [[nodiscard]] bool hasCodeMisread(const QString &text) const
    {
        const QString wanted = text::documentNumber(m_declared.postalCode);
        const bool mixed = std::any_of(wanted.begin(), wanted.end(), [](QChar c) { return c.isLetter(); });
        const QString all = text::documentNumber(text);
        for (qsizetype i = 0; mixed && i + wanted.size() <= all.size(); ++i) {
            const QStringView read = QStringView(all).mid(i, wanted.size());
            const bool same = std::equal(read.begin(), read.end(), wanted.begin(), [](QChar a, QChar b) {
                return a == b || (a.isLetter() != b.isLetter() && text::sameNumber(QString(a), QString(b)));
            });
            if (same)
                return true;
        }
        return false;
    }

    const Address &m_declared;
    bool m_recognised; ///< by OCR
    double m_street;
    double m_city;
    std::optional<NearestAddress> m_best;
};
} // namespace

ProofReading proofOf(const Context &context, const char *noReader)
{
    ProofReading reading;
    const Sources sources = advancedSourcesOf(context, {Role::AddressProof});
    reading.instead = sources.instead;
    if (reading.instead)
        return reading;
    reading.file = sources.files.first();
    if (!reading.file->addressProof) {
        reading.instead = notAssessed(reading.file->addressProof.missing(), reading.file->path, noReader);
        return reading;
    }
    reading.proof = &*reading.file->addressProof;
    addText(reading, context);
    return reading;
}

ProofReading proofTextOf(const Context &context, const char *noReader)
{
    ProofReading reading = proofOf(context, noReader);
    if (!reading.instead && !reading.proof->text)
        reading.instead = notAssessed(reading.proof->text.missing(), reading.file->path, noReader);
    return reading;
}

namespace {
/// Matches a declared word whose accented letters were misread: "Yafiez" for "Yáñez", "Griinwald" for
/// "Grünwald".
QRegularExpression misreadAccents(const QString &word)
{
    QString pattern;
    qsizetype plain = 0;
    for (const QChar c : word.normalized(QString::NormalizationForm_C)) {
        const bool ascii = c.unicode() < 0x80;
        plain += ascii ? 1 : 0;
        pattern += ascii ? QRegularExpression::escape(QString(c)) : u".{1,2}"_s;
    }
    constexpr qsizetype leastPlain = 3; // fewer fit any word
    if (plain < leastPlain || plain == word.size())
        return {};
    return QRegularExpression(u"^\\W*"_s + pattern + u"\\W*$"_s, QRegularExpression::CaseInsensitiveOption);
}

/// The lines, with words that are the declared ones but for misread accents put right.
QStringList withAccents(const QStringList &lines, const QString &name)
{
    QList<std::pair<QString, QRegularExpression>> words;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        if (const QRegularExpression pattern = misreadAccents(word); !pattern.pattern().isEmpty())
            words.append({word, pattern});
    }
    QStringList mended = lines;
    for (QString &line : mended) {
        QStringList parts = words.isEmpty() ? QStringList() : line.split(u' ');
        for (QString &part : parts) {
            for (const auto &[word, pattern] : words)
                part = pattern.match(part).hasMatch() ? word : part;
        }
        line = words.isEmpty() ? line : parts.join(u' ');
    }
    return mended;
}

std::optional<text::FoundName> foundName(const Context &context, const ProofReading &reading)
{
    const QString &name = context.input.applicant.fullName;
    QStringList lines = reading.proof->fromTextLayer ? reading.lines : withAccents(reading.lines, name);
    std::optional<text::FoundName> found = text::findName(name, lines);
    if (!found || !found->complete()) {
        for (QString &line : lines)
            line = text::toSpokenLatin(line);
        const std::optional<text::FoundName> spoken = text::findName(name, lines);
        if (spoken && (!found || spoken->full > found->full))
            found = spoken;
    }
    if (!found)
        return found;
    const double floor = context.policy.threshold(u"poa.name_missing"_s, u"token"_s).value;
    for (text::NameToken &token : found->tokens) {
        if (token.match == text::TokenMatch::Spelling && token.similarity < floor) {
            token.match = text::TokenMatch::Missing;
            --found->full;
            ++found->missing;
        }
    }
    return found;
}

std::optional<NearestAddress> foundAddress(const Context &context, const ProofReading &reading,
                                           const Address &declared)
{
    Nearest nearest(context, declared, !reading.proof->fromTextLayer);
    for (const int line : candidateLines(reading, declared)) {
        QString block = reading.lines[line];
        for (int first = line; first >= std::max(0, line - linesAbovePostalCode) && !nearest.found();
             --first) {
            if (first < line)
                block.prepend(reading.lines[first] + u'\n');
            nearest.consider(block, reading.region(line));
        }
        block = reading.lines[line]; // the code comes first in the east
        for (int last = line + 1;
             last < reading.lines.size() && last <= line + linesBelowPostalCode && !nearest.found(); ++last) {
            block += u'\n' + reading.lines[last];
            nearest.consider(block, reading.region(line));
        }
    }
    for (const facts::PrintedField &address : reading.proof->addresses) {
        if (!nearest.found() && !isSenders(context, reading, address))
            nearest.consider(address.value, regionOf(reading.file->path, address.source));
    }
    return nearest.best();
}
} // namespace

namespace {
/// Right under the applicant's name, as addressees are written.
bool isBelowName(const Context &context, const ProofReading &reading, const QRectF &box)
{
    constexpr double reach = 6; // lines
    const std::optional<text::FoundName> name = nameOn(context, reading);
    if (!name || name->full == 0)
        return false;
    const QRectF there = reading.region(name->line).polygon.boundingRect();
    return box.left() < there.right() && box.right() > there.left() && box.bottom() > there.top() &&
           box.top() < there.bottom() + reach * there.height();
}
} // namespace

bool isSenders(const Context &context, const ProofReading &reading, const facts::PrintedField &address)
{
    const int page = address.source.page;
    if (page < 0 || page >= reading.file->pages.size())
        return false;
    const QRectF box = address.source.region.boundingRect();
    const double depth = box.center().y() / std::max(1, reading.file->pages[page].height());
    // In small print above the window: "Bank · Street 5 · Town".
    static const QRegularExpression inOneLine(u"[·•|]|\\s[-–—]\\s"_s);
    const bool oneLine = !address.source.text.contains(u'\n');
    if (oneLine && address.source.text.contains(inOneLine))
        return true;
    const auto times = std::count_if(reading.lines.begin(), reading.lines.end(), [&](const QString &line) {
        return oneLine && line.contains(address.value);
    });
    if (box.isEmpty())
        return false;
    // "Utopia Power, 21 Kingfisher Way …" beside "21 Kingfisher Way …".
    const QList<facts::PrintedField> &all = reading.proof->addresses;
    const bool holdsAnother = std::any_of(all.begin(), all.end(), [&](const facts::PrintedField &other) {
        return oneLine && other.value != address.value && address.value.endsWith(other.value);
    });
    return (times > 1 || holdsAnother || depth < letterhead || depth > footer) &&
           !isBelowName(context, reading, box);
}

std::optional<text::FoundName> nameOn(const Context &context, const ProofReading &reading)
{
    if (!context.cache.name)
        context.cache.name = foundName(context, reading);
    return *context.cache.name;
}

std::optional<NearestAddress> nearestAddress(const Context &context, const ProofReading &reading,
                                             const Address &declared)
{
    if (!context.cache.address)
        context.cache.address = foundAddress(context, reading, declared);
    return *context.cache.address;
}

} // namespace scrutineer::checks

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/facts/facts.h"
#include "engine/facts/readers/text_layout.h"

#include <QDate>
#include <QList>
#include <QSize>
#include <QString>

#include <optional>

namespace scrutineer::facts {

/// A laid line, the page it stands on, and how far down that page it is.
struct ProofLine
{
    LaidLine line;
    int page = 0;
    QSize pageSize;

    [[nodiscard]] double depth() const { return line.box.center().y() / std::max(1, pageSize.height()); }
};

[[nodiscard]] TextLine toTextLine(const ProofLine &line);

/// What sort of letter the words speak of: "utility_bill", "telephone_bill", "bank_statement", "tax_letter",
/// "official_letter", "identity_document". Empty where they do not say.
[[nodiscard]] QString proofKind(const QList<ProofLine> &lines);

/// Tesseract's name of the language ("fra") by its commonest words; empty where they are too few.
[[nodiscard]] QString languageOf(const QStringList &texts);

/// ISO 3166-1 alpha-2 of the country whose way to write dates and addresses the text follows; empty where
/// unclear.
[[nodiscard]] QString countryOf(const QStringList &texts, const QString &language);

struct ProofDates
{
    std::optional<PrintedField> issuedOn;
    QList<PrintedField> others;
    bool contested = false; ///< several dates have the same claim to be the issue date
    bool explained = false; ///< every date there is known to be for something else
};

/// The issue date is the labelled one or the one in the head beside the place; never a due date, a period, a
/// birth date, or one after the day of submission. day: of submission.
[[nodiscard]] ProofDates proofDates(const QList<ProofLine> &lines, const QDate &day, const QString &country);

struct Addressees
{
    QList<PrintedField> names;
    QList<PrintedField> addresses;
};

/// Postal addresses, mailboxes of companies left out, and the names above them or behind words such as
/// "account holder".
[[nodiscard]] Addressees addressees(const QList<ProofLine> &lines, const QString &country);

} // namespace scrutineer::facts

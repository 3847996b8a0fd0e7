// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/names/language.h"

#include <QDate>
#include <QList>
#include <QString>

namespace scrutineer::samples {

/// Languages that proofs of address are written in.
inline constexpr std::array proofLanguages{
    Language::English,    Language::French, Language::German,  Language::Spanish, Language::Italian,
    Language::Portuguese, Language::Polish, Language::Russian, Language::Greek,   Language::Chinese};

/// What letters say, in the order of the tables.
enum class Word {
    ElectricityTitle,
    WaterTitle,
    TelephoneTitle,
    BankTitle,
    TaxTitle,
    ElectricitySupplier,
    WaterSupplier,
    TelephoneSupplier,
    Bank,
    TaxOffice,
    InvoiceDate,
    StatementDate,
    LetterDate,
    DueDate,
    Period,
    NextBill,
    CustomerNumber,
    DocumentNumber,
    Total,
    Usage,
    StandingCharge,
    Vat,
    CustomerService,
    PageOne,
    ContractSince,
    OpeningBalance,
    ClosingBalance,
    Description,
    Amount,
    DayColumn,
    TaxSentence,
    Courtesy,
    Salary,
    Rent,
    CardPayment
};

[[nodiscard]] bool hasProofs(Language language);
/// Empty for languages without proofs.
[[nodiscard]] QString word(Word word, Language language);
/// A date as letters of the language print it; longForm: with the month's name where letters do that.
[[nodiscard]] QString letterDate(const QDate &date, Language language, bool longForm);
/// "-12,50": with the language's own decimal sign, without a currency.
[[nodiscard]] QString money(int cents, Language language);

} // namespace scrutineer::samples

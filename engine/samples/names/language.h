// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace scrutineer::samples {

/// Languages of the invented people and of the invented countries that they live in, one country a language.
enum class Language {
    English,
    French,
    German,
    Spanish,
    Portuguese,
    Italian,
    Polish,
    Turkish,
    Vietnamese,
    Russian,
    Ukrainian,
    Greek,
    Arabic,
    Hebrew,
    Hindi,
    Chinese,
    Japanese,
    Korean
};

inline constexpr std::array allLanguages{
    Language::English,   Language::French,   Language::German,  Language::Spanish,    Language::Portuguese,
    Language::Italian,   Language::Polish,   Language::Turkish, Language::Vietnamese, Language::Russian,
    Language::Ukrainian, Language::Greek,    Language::Arabic,  Language::Hebrew,     Language::Hindi,
    Language::Chinese,   Language::Japanese, Language::Korean};

/// ISO 639-1.
[[nodiscard]] constexpr const char *languageCode(Language language)
{
    constexpr std::array codes{"en", "fr", "de", "es", "pt", "it", "pl", "tr", "vi",
                               "ru", "uk", "el", "ar", "he", "hi", "zh", "ja", "ko"};
    return codes[static_cast<std::size_t>(language)];
}

[[nodiscard]] constexpr bool isLatin(Language language)
{
    return language <= Language::Vietnamese;
}

[[nodiscard]] constexpr bool isRightToLeft(Language language)
{
    return language == Language::Arabic || language == Language::Hebrew;
}

/// Family name before given names in running text.
[[nodiscard]] constexpr bool isFamilyNameFirst(Language language)
{
    return language == Language::Chinese || language == Language::Japanese || language == Language::Korean ||
           language == Language::Vietnamese;
}

} // namespace scrutineer::samples

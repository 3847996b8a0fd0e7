// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <cmath>

namespace scrutineer::ui {

namespace {
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}
} // namespace

const QColor &Tokens::of(Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Flagged:
        return flagged;
    case Outcome::Review:
        return review;
    case Outcome::Clear:
        return clear;
    case Outcome::NotAssessed:
    case Outcome::NotApplicable:
        break;
    }
    return notAssessed;
}

const QColor &Tokens::tintOf(Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Flagged:
        return flaggedTint;
    case Outcome::Review:
        return reviewTint;
    case Outcome::Clear:
        return clearTint;
    case Outcome::NotAssessed:
    case Outcome::NotApplicable:
        break;
    }
    return notAssessedTint;
}

const Tokens &lightTokens()
{
    static const Tokens tokens{
        .dark = false,
        .window = QColor(0xe9, 0xec, 0xf0),
        .panel = QColor(0xff, 0xff, 0xff),
        .raised = QColor(0xf5, 0xf6, 0xf8),
        .canvas = QColor(0xd5, 0xd7, 0xda),
        .line = QColor(0xc4, 0xca, 0xd2),
        .selected = QColor(0xd9, 0xe8, 0xf8),
        .text = QColor(0x1a, 0x20, 0x28),
        .dim = QColor(0x4e, 0x58, 0x66),
        .accent = QColor(0x0b, 0x57, 0xa4),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .flagged = QColor(0xb0, 0x24, 0x1c),
        .flaggedTint = QColor(0xfc, 0xe7, 0xe5),
        .review = QColor(0x83, 0x4c, 0x00),
        .reviewTint = QColor(0xfd, 0xf0, 0xd8),
        .clear = QColor(0x1c, 0x66, 0x37),
        .clearTint = QColor(0xe0, 0xf3, 0xe6),
        .notAssessed = QColor(0x4e, 0x58, 0x66),
        .notAssessedTint = QColor(0xec, 0xee, 0xf1),
    };
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens{
        .dark = true,
        .window = QColor(0x1c, 0x1f, 0x24),
        .panel = QColor(0x15, 0x18, 0x1c),
        .raised = QColor(0x26, 0x2a, 0x31),
        .canvas = QColor(0x0d, 0x0f, 0x11),
        .line = QColor(0x40, 0x47, 0x51),
        .selected = QColor(0x1d, 0x39, 0x56),
        .text = QColor(0xe6, 0xe9, 0xed),
        .dim = QColor(0xab, 0xb4, 0xc0),
        .accent = QColor(0x74, 0xb7, 0xf9),
        .onAccent = QColor(0x0d, 0x11, 0x17),
        .flagged = QColor(0xff, 0x9a, 0x91),
        .flaggedTint = QColor(0x45, 0x1f, 0x1d),
        .review = QColor(0xf5, 0xbd, 0x66),
        .reviewTint = QColor(0x3f, 0x30, 0x17),
        .clear = QColor(0x83, 0xd6, 0x9d),
        .clearTint = QColor(0x1a, 0x37, 0x25),
        .notAssessed = QColor(0xab, 0xb4, 0xc0),
        .notAssessedTint = QColor(0x2b, 0x30, 0x37),
    };
    return tokens;
}

const Tokens &tokensFor(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5F ? darkTokens()
                                                                                 : lightTokens();
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace scrutineer::ui

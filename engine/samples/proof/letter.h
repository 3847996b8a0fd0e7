// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/samples/proof/sheet.h"
#include "engine/samples/proof/words.h"
#include "engine/samples/random.h"

namespace scrutineer::samples {

/// One letter while it is written.
class Letter
{
public:
    Letter(Sheet &sheet, const ProofSpec &spec);

    ProofTruth write();

private:
    [[nodiscard]] QString say(Word which) const { return word(which, m_spec.language); }
    [[nodiscard]] QString day(const QDate &date) const
    {
        return letterDate(date, m_spec.language, m_longDates);
    }
    [[nodiscard]] QString shortDay(const QDate &date) const
    {
        return letterDate(date, m_spec.language, false);
    }
    [[nodiscard]] QString title() const { return say(static_cast<Word>(static_cast<int>(m_spec.kind))); }
    [[nodiscard]] QString sender() const;
    [[nodiscard]] QString senderAddress();
    static PrintedTruth truth(const QString &text, const QRectF &box);
    void otherDate(const QPointF &at, const QString &text, const LetterPrint &print = {});
    void logo(const QPointF &at, const QColor &colour);
    void letterhead();
    /// Letters of these countries show the address through a window on the right.
    [[nodiscard]] bool isWindowRight() const;
    void addressee();
    [[nodiscard]] Word issueWord() const;
    void references();
    void item(double y, const QString &what, int cents, bool bold = false);
    [[nodiscard]] QDate periodEnd() const { return m_spec.issuedOn.addDays(-4); }
    void period(double y);
    void dueDate(double y, int daysAfter);
    void usage();
    /// To be torn off and taken to the bank: sender, amount and day once more.
    void paymentSlip(int cents);
    /// Use over the last year.
    void bars();
    void transactions();
    void notice();
    void footer();

    struct Theme
    {
        QColor accent;
        int layout = 0; ///< 0 band across the top, 1 logo left, 2 logo right
    };

    Sheet &m_sheet;
    const ProofSpec &m_spec;
    Random m_random;
    const Country &m_country;
    Theme m_theme;
    bool m_longDates = false;
    QString m_sender;
    ProofTruth m_truth;
};

} // namespace scrutineer::samples

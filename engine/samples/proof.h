// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QStringList>

namespace scrutineer::samples {

/// What an electricity bill of Utopia Power says.
struct Bill
{
    QString customer;    ///< full name
    QStringList address; ///< lines, as on an envelope
    QDate issuedOn;
    QString account;
};

/// The bill as a one-page PDF with a text layer. Needs a QGuiApplication for its fonts.
[[nodiscard]] QByteArray drawBill(const Bill &bill);

} // namespace scrutineer::samples

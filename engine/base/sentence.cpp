// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/sentence.h"

#include <QCoreApplication>

namespace scrutineer {

namespace {
QString filled(QString text, const QStringList &values)
{
    // One pass over the template: a value that itself holds "%1" must stay as it is.
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool placeholder = text[i] == u'%' && i + 1 < text.size() && text[i + 1].isDigit();
        const int index = placeholder ? text[i + 1].digitValue() - 1 : -1;
        if (placeholder && index >= 0 && index < values.size()) {
            out += values[index];
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}
} // namespace

QString Sentence::english() const
{
    return filled(text, values);
}

QString Sentence::translated() const
{
    return filled(QCoreApplication::translate("scrutineer", text.toUtf8().constData()), values);
}

} // namespace scrutineer

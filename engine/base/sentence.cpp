// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/sentence.h"

#include <QCoreApplication>

#include <algorithm>

namespace scrutineer {

using namespace Qt::StringLiterals;

namespace {
QString filled(QString text, const QStringList &values)
{
    // One pass over the template: a value that itself holds "%1" must stay as it is.
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isMarker = text[i] == u'%' && i + 1 < text.size() && text[i + 1].isDigit();
        const int index = isMarker ? text[i + 1].digitValue() - 1 : -1;
        if (isMarker && index >= 0 && index < values.size()) {
            out += values[index];
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}
/// A word of ours, or several with commas between, in the reader's language; anything else as it is.
QString translatedWords(const QString &value)
{
    QStringList words = value.split(u", "_s);
    for (QString &word : words)
        word = QCoreApplication::translate("scrutineer words", word.toUtf8().constData());
    return words.join(u", "_s);
}
} // namespace

QString Sentence::english() const
{
    return filled(text, values);
}

QString Sentence::translated() const
{
    QStringList shown = values;
    std::transform(shown.cbegin(), shown.cend(), shown.begin(), translatedWords);
    return filled(QCoreApplication::translate("scrutineer", text.toUtf8().constData()), shown);
}

} // namespace scrutineer

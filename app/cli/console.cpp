// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <QJsonDocument>

#include <cstdio>

namespace scrutineer::cli {

using namespace Qt::StringLiterals;

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
}

void complain(const Error &error)
{
    say(error.detail.isEmpty() ? sentence(error) : u"%1 (%2)"_s.arg(sentence(error), error.detail));
}

namespace {
bool printBytes(const QByteArray &bytes)
{
    static bool complained = false;
    const auto size = std::size_t(bytes.size());
    const bool ok = std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    if (!ok && !complained) {
        say(u"The output cannot be written: whoever reads it has closed it, or the disk is full."_s);
        complained = true;
    }
    return ok;
}
} // namespace

bool print(const QJsonObject &object)
{
    return printBytes(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

bool printText(const QString &text)
{
    return printBytes(text.toUtf8());
}

} // namespace scrutineer::cli

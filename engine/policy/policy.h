// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/case/case.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace scrutineer::policy {

/// A number that decides, with its unit and where it comes from (a standard, a measurement, a decision
/// record).
struct Threshold
{
    double value = 0;
    QString unit;
    QString source;
};

/// Where the score of two faces leads, by the model that made it.
struct MatchBands
{
    Threshold different; ///< cosine; below: not the same person
    Threshold same;      ///< cosine; from here: the same person. Between the two a person should look.
};

/// What a worker process may use on one file.
struct Limits
{
    qint64 memoryBytes = qint64{2} << 30;
    int secondsPerFile = 60; ///< of processor time: a busy machine makes no file unreadable
    qint64 pixelsPerPicture = 200'000'000;
    int pagesPerPdf = 30;
    qint64 bytesPerFile = 100'000'000;
    int displayLongSide = 4096; ///< pixels; display images are never larger
    int previewLongSide = 1024; ///< pixels; what is painted first
};

/// The rules of one exchange, loaded from a JSON file and never changed afterwards. Safe to share between
/// threads.
struct Policy
{
    QString id;
    QString sha256; ///< hex, of the file's bytes; pinned to every decision
    Limits limits;
    QList<DocumentType> supportedTypes;
    QHash<Level, QList<Role>> requiredRoles;
    int proofMaxAgeMonths = 3;
    QString statementWord;                ///< what the handheld statement must say
    QHash<QString, Threshold> thresholds; ///< "document.glare/flag", "document.glare/review"

    /// A threshold by check id and name. The loader has made sure that every threshold a check asks for is
    /// there.
    [[nodiscard]] const Threshold &threshold(const QString &checkId,
                                             const QString &name = QStringLiteral("flag")) const;

    /// The bands of a face recogniser ("mobilefacenet_112"); none where the policy does not know the model.
    [[nodiscard]] std::optional<MatchBands> matchBands(const QString &recognizer) const;
    [[nodiscard]] bool asksFor(Level level, Role role) const;
};

/// Reads a policy. Errors: ReadFailed, JsonInvalid, SchemaViolated (where: file and JSON pointer).
[[nodiscard]] Result<Policy> load(const QString &file);
/// The same from bytes; fileName is only for the errors.
[[nodiscard]] Result<Policy> parse(const QByteArray &json, const QString &fileName);

/// The policy that is built in (resources/policy.json).
[[nodiscard]] const Policy &builtIn();

} // namespace scrutineer::policy

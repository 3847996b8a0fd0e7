// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <QString>

#include <tl/expected.hpp>

namespace scrutineer {

/// What went wrong, as a code that sentence() turns into one clear sentence for the user.
enum class ErrorCode {
    // A file
    FileMissing,
    FileEmpty,
    FileTooLarge,
    FileNotRegular, ///< a folder, device or symbolic link
    KindUnsupported,
    FileDamaged,
    FileEncrypted,
    TooManyPixels,
    TooManyPages,
    PathLeavesBundle,
    // A worker process
    OutOfMemory,
    TimedOut,
    WorkerDied,
    WorkerUnavailable,
    Cancelled,
    // A bundle, policy or other JSON text
    JsonInvalid,
    SchemaViolated,
    FormatUnknown,
    // Pictures of people
    TooFewPeople,
    PictureMissing,
    FaceMissing,
    ManyFaces,
    // Models
    ModelMissing,
    ModelDamaged,
    // The workspace
    WorkspaceLocked,
    WorkspaceDamaged,
    WorkspaceNewer,
    WorkspaceOlder, ///< opened read-only, but needs a migration first
    DiskFull,
    ReadFailed,
    WriteFailed,
    AlreadyExists,
    NotFound,
    Conflict,
    InvalidArgument,
};

/// An error as a value. Neither member holds personal data: `where` is a file name or a JSON pointer,
/// `detail` is for the log.
struct Error
{
    ErrorCode code = ErrorCode::InvalidArgument;
    QString where;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// One sentence in the user's language that says what is wrong and where.
[[nodiscard]] QString sentence(const Error &error);
/// The same apart from its language, to be stored and shown later.
[[nodiscard]] Sentence toSentence(const Error &error);

/// The code's stable name in files and protocols ("FileEncrypted"), and back; an unknown name is
/// InvalidArgument.
[[nodiscard]] QString toName(ErrorCode code);
[[nodiscard]] ErrorCode errorCodeFromName(QStringView name);

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString where = {}, QString detail = {})
{
    return tl::unexpected(Error{code, std::move(where), std::move(detail)});
}

} // namespace scrutineer

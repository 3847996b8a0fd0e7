// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"

#include "engine/base/sentence.h"

#include <QCoreApplication>

#include <array>

namespace scrutineer {

namespace {
struct Row
{
    ErrorCode code;
    const char *name;
    const char *text; // %1 is Error::where
};

constexpr std::array rows{
    Row{ErrorCode::FileMissing, "FileMissing", QT_TRANSLATE_NOOP("scrutineer", "%1: there is no such file.")},
    Row{ErrorCode::FileEmpty, "FileEmpty", QT_TRANSLATE_NOOP("scrutineer", "%1: the file is empty.")},
    Row{ErrorCode::FileTooLarge, "FileTooLarge",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the file is larger than the policy allows.")},
    Row{ErrorCode::FileNotRegular, "FileNotRegular",
        QT_TRANSLATE_NOOP("scrutineer", "%1: not a plain file (a folder, device or symbolic link).")},
    Row{ErrorCode::KindUnsupported, "KindUnsupported",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the content is not a picture or PDF that can be opened.")},
    Row{ErrorCode::FileDamaged, "FileDamaged",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the file is damaged or cut short.")},
    Row{ErrorCode::FileEncrypted, "FileEncrypted",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the file is protected with a password.")},
    Row{ErrorCode::TooManyPixels, "TooManyPixels",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the picture has more pixels than the policy allows.")},
    Row{ErrorCode::TooManyPages, "TooManyPages",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the document has more pages than the policy allows.")},
    Row{ErrorCode::PathLeavesBundle, "PathLeavesBundle",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the path leads out of the case folder.")},
    Row{ErrorCode::OutOfMemory, "OutOfMemory",
        QT_TRANSLATE_NOOP("scrutineer", "%1: reading it needs more memory than the policy allows.")},
    Row{ErrorCode::TimedOut, "TimedOut",
        QT_TRANSLATE_NOOP("scrutineer", "%1: reading it takes longer than the policy allows.")},
    Row{ErrorCode::WorkerDied, "WorkerDied",
        QT_TRANSLATE_NOOP("scrutineer", "%1: the reading process ended unexpectedly on this file.")},
    Row{ErrorCode::WorkerUnavailable, "WorkerUnavailable",
        QT_TRANSLATE_NOOP("scrutineer", "The reading process %1 cannot be started.")},
    Row{ErrorCode::Cancelled, "Cancelled", QT_TRANSLATE_NOOP("scrutineer", "%1: cancelled.")},
    Row{ErrorCode::JsonInvalid, "JsonInvalid", QT_TRANSLATE_NOOP("scrutineer", "%1: not valid JSON.")},
    Row{ErrorCode::SchemaViolated, "SchemaViolated",
        QT_TRANSLATE_NOOP("scrutineer", "%1: not as the format asks.")},
    Row{ErrorCode::FormatUnknown, "FormatUnknown",
        QT_TRANSLATE_NOOP("scrutineer", "%1: a format that this version does not know.")},
    Row{ErrorCode::TooFewPeople, "TooFewPeople",
        QT_TRANSLATE_NOOP("scrutineer", "%1: there have to be folders of at least two people in it.")},
    Row{ErrorCode::PictureMissing, "PictureMissing",
        QT_TRANSLATE_NOOP("scrutineer", "%1: there is no picture in it (JPEG, PNG, WebP or TIFF).")},
    Row{ErrorCode::FaceMissing, "FaceMissing",
        QT_TRANSLATE_NOOP("scrutineer", "%1: no face was found in this picture.")},
    Row{ErrorCode::ManyFaces, "ManyFaces",
        QT_TRANSLATE_NOOP("scrutineer", "%1: this picture shows more than one face.")},
    Row{ErrorCode::ModelMissing, "ModelMissing",
        QT_TRANSLATE_NOOP("scrutineer", "The model file %1 is not installed.")},
    Row{ErrorCode::ModelDamaged, "ModelDamaged",
        QT_TRANSLATE_NOOP("scrutineer", "The model file %1 cannot be used.")},
    Row{ErrorCode::WorkspaceLocked, "WorkspaceLocked",
        QT_TRANSLATE_NOOP("scrutineer", "The workspace is already open: %1.")},
    Row{ErrorCode::WorkspaceDamaged, "WorkspaceDamaged",
        QT_TRANSLATE_NOOP("scrutineer", "The workspace is damaged: %1.")},
    Row{ErrorCode::WorkspaceNewer, "WorkspaceNewer",
        QT_TRANSLATE_NOOP("scrutineer",
                          "The workspace %1 was made by a newer version; nothing was changed.")},
    Row{ErrorCode::WorkspaceOlder, "WorkspaceOlder",
        QT_TRANSLATE_NOOP("scrutineer",
                          "The workspace %1 is of an older version: open it in the workstation once.")},
    Row{ErrorCode::DiskFull, "DiskFull", QT_TRANSLATE_NOOP("scrutineer", "%1: the disk is full.")},
    Row{ErrorCode::ReadFailed, "ReadFailed", QT_TRANSLATE_NOOP("scrutineer", "%1: cannot be read.")},
    Row{ErrorCode::WriteFailed, "WriteFailed", QT_TRANSLATE_NOOP("scrutineer", "%1: cannot be written.")},
    Row{ErrorCode::AlreadyExists, "AlreadyExists", QT_TRANSLATE_NOOP("scrutineer", "%1 is already there.")},
    Row{ErrorCode::NotFound, "NotFound", QT_TRANSLATE_NOOP("scrutineer", "%1 was not found.")},
    Row{ErrorCode::Conflict, "Conflict",
        QT_TRANSLATE_NOOP("scrutineer", "%1 was changed by somebody else in the meantime.")},
    Row{ErrorCode::InvalidArgument, "InvalidArgument",
        QT_TRANSLATE_NOOP("scrutineer", "%1: not a valid value.")},
};

const Row &rowOf(ErrorCode code)
{
    for (const Row &row : rows) {
        if (row.code == code)
            return row;
    }
    return rows.back();
}
} // namespace

QString sentence(const Error &error)
{
    return toSentence(error).translated();
}

Sentence toSentence(const Error &error)
{
    return {QString::fromUtf8(rowOf(error.code).text), {error.where}};
}

QString toName(ErrorCode code)
{
    return QString::fromLatin1(rowOf(code).name);
}

ErrorCode errorCodeFromName(QStringView name)
{
    for (const Row &row : rows) {
        if (name == QLatin1StringView(row.name))
            return row.code;
    }
    return ErrorCode::InvalidArgument;
}

} // namespace scrutineer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"

#include <optional>
#include <utility>

namespace scrutineer::facts {

/// Why a fact is not there. The engine never guesses: a check on a missing fact answers "not assessed" with
/// this.
enum class Cause {
    Pending,        ///< the file is still being read
    NoReader,       ///< this version has no reader for it
    NoModel,        ///< a model file is not installed
    FileMissing,    ///< no file of that role was sent
    FileUnreadable, ///< the file could not be opened
    NothingFound,   ///< looked for, and not there
    TooPoor,        ///< there, but too poor to be judged
};

/// The cause's stable name in files and protocols ("no_model"), and back; an unknown name is NoReader.
[[nodiscard]] QString toName(Cause cause);
[[nodiscard]] Cause causeFromName(QStringView name);

/// The cause's own sentence, without knowing the file or the model.
[[nodiscard]] Sentence sentence(Cause cause);

struct NotRead
{
    Cause cause = Cause::NoReader;
    Sentence why; ///< empty: the cause's own sentence is shown

    friend bool operator==(const NotRead &, const NotRead &) = default;
};

/// A fact, or why it is missing. Starts as "this version has no reader for it".
template <typename T>
class Reading
{
public:
    Reading() = default;
    Reading(T value) : m_value(std::move(value)) {}
    Reading(NotRead missing) : m_missing(std::move(missing)) {}

    [[nodiscard]] bool hasValue() const { return m_value.has_value(); }
    explicit operator bool() const { return m_value.has_value(); }
    [[nodiscard]] const T &operator*() const { return *m_value; }
    [[nodiscard]] T &operator*() { return *m_value; }
    [[nodiscard]] const T *operator->() const { return &*m_value; }
    [[nodiscard]] T *operator->() { return &*m_value; }
    [[nodiscard]] const NotRead &missing() const { return m_missing; }

    friend bool operator==(const Reading &, const Reading &) = default;

private:
    std::optional<T> m_value;
    NotRead m_missing;
};

} // namespace scrutineer::facts

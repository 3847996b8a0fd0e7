// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/landlock.h"

#include <QFile>

#include <cstdint>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace scrutineer::worker::landlock {

namespace {
// From the kernel's documentation, userspace-api/landlock; the numbers are the same on every architecture.
constexpr long createRuleset = 444;
constexpr long addRule = 445;
constexpr long restrictSelf = 446;
constexpr unsigned askVersion = 1;
constexpr int pathBeneath = 1;
constexpr std::uint64_t readFile = 1 << 2;
constexpr std::uint64_t readFolder = 1 << 3;
constexpr std::uint64_t bindAndConnectTcp = 0b11;
constexpr std::uint64_t abstractSocketsAndSignals = 0b11;

struct RulesetAttributes
{
    std::uint64_t files = 0;
    std::uint64_t network = 0; // from version 4
    std::uint64_t scoped = 0;  // from version 6
};

struct [[gnu::packed]] PathBeneathAttributes
{
    std::uint64_t allowed = 0;
    std::int32_t parent = -1;
};

/// Every kind of access to files that a version knows: bits 0 to 12, then refer, truncate and ioctl.
std::uint64_t allFileAccess(int abi)
{
    const int bits = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;
    return (std::uint64_t{1} << bits) - 1;
}

bool allowReading(int ruleset, const QString &path)
{
    PathBeneathAttributes rule;
    rule.parent = open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC);
    if (rule.parent < 0)
        return true; // not on this system: nothing to allow
    struct stat status
    {
    };
    const bool isFolder = fstat(rule.parent, &status) == 0 && S_ISDIR(status.st_mode);
    rule.allowed = isFolder ? readFile | readFolder : readFile;
    const bool ok = syscall(addRule, ruleset, pathBeneath, &rule, 0U) == 0;
    close(rule.parent);
    return ok;
}
} // namespace

int version()
{
    const long abi = syscall(createRuleset, nullptr, std::size_t{0}, askVersion);
    return abi > 0 ? int(abi) : 0;
}

bool restrictTo(const QStringList &readable)
{
    const int abi = version();
    RulesetAttributes attributes;
    attributes.files = allFileAccess(abi);
    std::size_t size = sizeof attributes.files;
    if (abi >= 4) {
        attributes.network = bindAndConnectTcp;
        size += sizeof attributes.network;
    }
    if (abi >= 6) {
        attributes.scoped = abstractSocketsAndSignals;
        size += sizeof attributes.scoped;
    }
    const int ruleset = int(syscall(createRuleset, &attributes, size, 0U));
    if (ruleset < 0)
        return false;
    bool ok = true;
    for (const QString &path : readable)
        ok = allowReading(ruleset, path) && ok;
    ok = ok && syscall(restrictSelf, ruleset, 0U) == 0;
    close(ruleset);
    return ok;
}

} // namespace scrutineer::worker::landlock

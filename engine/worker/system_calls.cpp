// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/system_calls.h"

#include <seccomp.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <type_traits>
#include <unistd.h>

namespace scrutineer::worker {

namespace {
/// Harmless whatever their arguments. Names that an architecture lacks are skipped.
constexpr std::array harmless{
    // Input and output on what is open already
    "read", "write", "readv", "writev", "pread64", "preadv", "lseek", "close", "dup", "dup2", "dup3", "pipe",
    "pipe2", "eventfd2", "poll", "ppoll", "select", "pselect6", "epoll_create1", "epoll_ctl", "epoll_wait",
    "epoll_pwait", "fadvise64", "readahead",
    // Looking at files; Landlock decides which can be opened
    "fstat", "stat", "lstat", "newfstatat", "fstatat64", "statx", "statfs", "fstatfs", "access", "faccessat",
    "faccessat2", "readlink", "readlinkat", "getdents", "getdents64", "getcwd",
    // Memory
    "brk", "mmap", "munmap", "mprotect", "mremap", "madvise", "mincore", "membarrier",
    // Threads of this process and their signals
    "futex", "futex_waitv", "set_robust_list", "set_tid_address", "rseq", "arch_prctl", "sched_yield",
    "sched_getaffinity", "sched_getparam", "sched_getscheduler", "sched_get_priority_max",
    "sched_get_priority_min", "getcpu", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack",
    "restart_syscall", "exit", "exit_group",
    // Time, chance and who am I
    "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times",
    "getrandom", "getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getpgrp", "uname",
    "sysinfo", "getrusage", "getrlimit"};

/// Newer forms whose flags a filter cannot see, being in memory: libraries fall back to the older ones.
constexpr std::array notThere{"clone3", "openat2"};

constexpr unsigned writingFlags =
    O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
constexpr unsigned newNamespaces =
    CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;

using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, void (*)(scmp_filter_ctx)>;

/// One rule; a system call that this architecture does not have needs none.
template <typename... Comparison>
bool add(const Filter &filter, std::uint32_t action, const char *name, Comparison... comparison)
{
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR)
        return true;
    const int result = seccomp_rule_add(filter.get(), action, number, sizeof...(comparison), comparison...);
    return result == 0 || result == -EDOM;
}

scmp_arg_cmp equals(unsigned argument, scmp_datum_t value)
{
    return {argument, SCMP_CMP_EQ, value, 0};
}

scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

bool addConditional(const Filter &filter)
{
    bool ok = add(filter, SCMP_ACT_ALLOW, "openat", masked(2, writingFlags, 0)) &&
              add(filter, SCMP_ACT_ALLOW, "open", masked(1, writingFlags, 0)) &&
              add(filter, SCMP_ACT_ALLOW, "clone", masked(0, CLONE_THREAD | newNamespaces, CLONE_THREAD)) &&
              add(filter, SCMP_ACT_ALLOW, "tgkill", equals(0, scmp_datum_t(getpid()))) &&
              add(filter, SCMP_ACT_ALLOW, "prlimit64", equals(0, 0), equals(2, 0)) &&
              add(filter, SCMP_ACT_ALLOW, "prctl", equals(0, PR_SET_NAME)) &&
              add(filter, SCMP_ACT_ALLOW, "ioctl", equals(1, FIONREAD));
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD, F_DUPFD_CLOEXEC})
        ok = ok && add(filter, SCMP_ACT_ALLOW, "fcntl", equals(1, scmp_datum_t(command)));
    return ok;
}
} // namespace

bool allowListedSystemCallsOnly()
{
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
    if (!filter)
        return false;
    bool ok = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (const char *name : harmless)
        ok = ok && add(filter, SCMP_ACT_ALLOW, name);
    for (const char *name : notThere)
        ok = ok && add(filter, SCMP_ACT_ERRNO(ENOSYS), name);
    return ok && addConditional(filter) && seccomp_load(filter.get()) == 0;
}

} // namespace scrutineer::worker

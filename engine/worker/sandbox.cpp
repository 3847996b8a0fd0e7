// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/sandbox.h"

#include "engine/worker/landlock.h"
#include "engine/worker/system_calls.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace scrutineer::worker {

using namespace Qt::StringLiterals;

namespace {
constexpr rlim_t openFiles = 128;

tl::unexpected<Error> refused(const QString &step)
{
    return failure(ErrorCode::WorkerUnavailable, u"scrutineer-worker"_s, step);
}

bool setLimit(__rlimit_resource resource, rlim_t value)
{
    const rlimit limit{value, value};
    return setrlimit(resource, &limit) == 0;
}

/// Address space in use now, in bytes: programs and libraries.
rlim_t addressSpace()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').first().toULongLong() * rlim_t(sysconf(_SC_PAGESIZE));
}

bool limitResources(const Confinement &confinement)
{
    bool ok = setLimit(RLIMIT_CORE, 0) && setLimit(RLIMIT_FSIZE, 0) && setLimit(RLIMIT_NOFILE, openFiles) &&
              prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
#ifndef SCRUTINEER_SANITIZED // the sanitizers' shadow memory alone takes terabytes of address space
    // The limit on data is what a file may cost; the one on address space also stops shared mappings.
    const auto memory = rlim_t(confinement.memoryBytes);
    ok = ok && setLimit(RLIMIT_DATA, memory) && setLimit(RLIMIT_AS, addressSpace() + memory);
#else
    Q_UNUSED(confinement)
#endif
    return ok;
}

/// Landlock holds for the thread that asks for it and those that it starts, not for older ones.
bool isSingleThreaded()
{
    return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 1;
}

/// Public data of the system that the libraries read while they work. What is not there is left out.
QStringList systemData()
{
    QStringList paths{u"/usr/lib"_s,
                      u"/usr/lib64"_s,
                      u"/lib"_s,
                      u"/lib64"_s,
                      u"/usr/local/lib"_s,
                      u"/etc/ld.so.cache"_s,
                      u"/etc/fonts"_s,
                      u"/usr/share/fonts"_s,
                      u"/usr/share/fontconfig"_s,
                      u"/usr/local/share/fonts"_s,
                      u"/var/cache/fontconfig"_s,
                      u"/usr/share/tesseract-ocr"_s,
                      u"/usr/share/tessdata"_s,
                      u"/usr/share/poppler"_s,
                      u"/usr/share/opencv4"_s,
                      u"/usr/share/ghostscript"_s,
                      u"/usr/share/color"_s,
                      u"/usr/share/iso-codes"_s,
                      u"/usr/share/xml/iso-codes"_s,
                      u"/usr/share/qt6"_s,
                      u"/usr/share/zoneinfo"_s,
                      u"/usr/share/locale"_s,
                      u"/dev/null"_s,
                      u"/dev/urandom"_s,
                      u"/proc/self"_s,
                      u"/proc/cpuinfo"_s,
                      u"/proc/meminfo"_s,
                      u"/sys/devices/system/cpu"_s};
    const QString tessdata = qEnvironmentVariable("TESSDATA_PREFIX");
    if (!tessdata.isEmpty())
        paths += tessdata;
    return paths;
}
} // namespace

void leaveParentsFiles(int keep)
{
    const pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != parent) // it died before it was asked for
        _exit(0);
    const auto closeRange = [](unsigned first, unsigned last) {
        if (first > last || syscall(SYS_close_range, first, last, 0) == 0)
            return;
        for (unsigned fd = first; fd <= last && fd < 4096; ++fd)
            close(int(fd));
    };
    closeRange(3, unsigned(keep) - 1);
    closeRange(unsigned(keep) + 1, ~0U);
}

Result<ConfinementReport> confine(const Confinement &confinement)
{
    if (chdir("/") != 0)
        return refused(u"working folder"_s);
    if (!isSingleThreaded())
        return refused(u"more than one thread"_s);
    if (!limitResources(confinement))
        return refused(u"resource limits"_s);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return refused(u"no_new_privs"_s);
    ConfinementReport report;
    report.landlock = landlock::version();
    if (report.landlock > 0 && !landlock::restrictTo(systemData() + confinement.readableFolders))
        return refused(u"Landlock"_s);
    if (!allowListedSystemCallsOnly())
        return refused(u"seccomp"_s);
    return report;
}

} // namespace scrutineer::worker

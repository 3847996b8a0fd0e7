// SPDX-License-Identifier: GPL-3.0-or-later
// Tries one thing that a worker process must not be able to do (or must still be able to do), inside the
// sandbox or, for comparison, outside it. Usage: sandbox_probe (confined|free) PROBE FOLDER FOLDER holds
// readable/model and outside. Exit status: 0 refused, 1 went through, 2 the sandbox could not be set up, 3 no
// such probe.
#include "engine/worker/landlock.h"
#include "engine/worker/sandbox.h"

#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {
constexpr qint64 memoryBytes = qint64{256} << 20;
std::string folder;

std::string at(const char *name)
{
    return folder + "/" + name;
}

bool opens(const std::string &path, int flags)
{
    const int fd = open(path.c_str(), flags, 0600);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

bool forks()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(child, nullptr, 0);
    return child > 0;
}

bool executes()
{
    char name[] = "false";
    char *arguments[] = {name, nullptr};
    execve("/bin/false", arguments, nullptr);
    return false; // only a refused execve comes back; one that goes through ends with 1, the status of false
}

bool readsParent()
{
    char local[8];
    const iovec to{local, sizeof local};
    const iovec from{&local, sizeof local}; // any address: what counts is EPERM, not EFAULT
    return process_vm_readv(getppid(), &to, 1, &from, 1, 0) >= 0 || errno == EFAULT;
}

bool allocates(qint64 bytes)
{
    char *memory = static_cast<char *>(std::malloc(std::size_t(bytes)));
    if (memory)
        std::memset(memory, 1, std::size_t(bytes));
    const bool got = memory != nullptr;
    std::free(memory);
    return got;
}

bool raisesLimit()
{
    const rlimit limit{128, 128};
    return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

bool startsThread()
{
    int seen = 0;
    std::thread([&seen] { seen = 1; }).join();
    return seen == 1;
}

const std::map<std::string, std::function<bool()>> probes{
    {"socket-inet", [] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
    {"socket-unix", [] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
    {"socketpair",
     [] {
         int ends[2];
         return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
     }},
    {"execve", executes},
    {"fork", forks},
    {"ptrace", [] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
    {"process-vm-readv", readsParent},
    {"signal-parent", [] { return kill(getppid(), 0) == 0; }},
    {"open-for-writing", [] { return opens(at("outside"), O_WRONLY); }},
    {"open-for-appending", [] { return opens(at("outside"), O_RDWR | O_APPEND); }},
    {"create", [] { return opens(at("new"), O_WRONLY | O_CREAT); }},
    {"create-nameless", [] { return opens(folder, O_WRONLY | O_TMPFILE); }},
    {"create-in-model-folder", [] { return opens(at("readable/new"), O_WRONLY | O_CREAT); }},
    {"truncate-by-opening", [] { return opens(at("outside"), O_RDONLY | O_TRUNC); }},
    {"truncate", [] { return truncate(at("outside").c_str(), 0) == 0; }},
    {"unlink", [] { return unlink(at("outside").c_str()) == 0; }},
    {"rename", [] { return rename(at("outside").c_str(), at("moved").c_str()) == 0; }},
    {"link", [] { return link(at("outside").c_str(), at("linked").c_str()) == 0; }},
    {"symlink", [] { return symlink("outside", at("symbolic").c_str()) == 0; }},
    {"mkdir", [] { return mkdir(at("made").c_str(), 0700) == 0; }},
    {"chmod", [] { return chmod(at("outside").c_str(), 0644) == 0; }},
    {"mount", [] { return mount("none", at("readable").c_str(), "tmpfs", 0, nullptr) == 0; }},
    {"memfd", [] { return syscall(SYS_memfd_create, "x", 0) >= 0; }},
    {"bpf", [] { return syscall(SYS_bpf, -1, nullptr, 0) >= 0 || errno != EPERM; }},
    {"io-uring",
     [] { return syscall(SYS_io_uring_setup, 0, nullptr) >= 0 || (errno != EPERM && errno != ENOSYS); }},
    {"keyring", [] { return syscall(SYS_keyctl, 0, -3, 0) >= 0 || (errno != EPERM && errno != ENOSYS); }},
    {"set-limit", raisesLimit},
    {"chdir", [] { return chdir("/tmp") == 0; }},
    {"read-outside", [] { return opens(at("outside"), O_RDONLY); }},
    {"read-passwords", [] { return opens("/etc/passwd", O_RDONLY); }},
    {"read-through-proc", [] { return opens("/proc/self/root/etc/passwd", O_RDONLY); }},
    {"list-outside", [] { return opens(folder, O_RDONLY | O_DIRECTORY); }},
    {"allocate-too-much", [] { return allocates(2 * memoryBytes); }},
    {"read-model", [] { return opens(at("readable/model"), O_RDONLY); }},
    {"read-library", [] { return opens("/etc/ld.so.cache", O_RDONLY); }},
    {"thread", startsThread},
    {"allocate-some", [] { return allocates(memoryBytes / 4); }},
};

/// Starts a child that asks to die with its parent, says its number and ends without it.
int orphan()
{
    int ready[2];
    if (pipe(ready) != 0)
        return 2;
    const pid_t child = fork();
    if (child == 0) {
        scrutineer::worker::leaveParentsFiles(ready[1]);
        if (write(ready[1], "x", 1) == 1)
            sleep(60);
        _exit(0);
    }
    char byte = 0;
    if (child < 0 || read(ready[0], &byte, 1) != 1)
        return 2;
    std::printf("%d\n", int(child));
    return 0;
}
} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "orphan") == 0)
        return orphan();
    if (argc == 2 && std::strcmp(argv[1], "landlock") == 0)
        return scrutineer::worker::landlock::version() > 0 ? 0 : 1;
    if (argc != 4)
        return 3;
    const auto probe = probes.find(argv[2]);
    if (probe == probes.end())
        return 3;
    folder = argv[3];
    if (std::strcmp(argv[1], "confined") == 0 &&
        !scrutineer::worker::confine({memoryBytes, {QFile::decodeName(at("readable").c_str())}}))
        return 2;
    return probe->second() ? 1 : 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/worker/serve.h"

#include "engine/worker/pipe.h"
#include "engine/worker/sandbox.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <new>
#include <unistd.h>

namespace scrutineer::worker {

namespace {
constexpr int requests = STDIN_FILENO;
constexpr int replies = 9; // standard output is given to the libraries as a second standard error

/// An allocation that failed where nobody catches it still ends with a status that says so.
void exitOnTerminate()
{
    if (const std::exception_ptr thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::bad_alloc &) {
            _exit(int(WorkerExit::OutOfMemory));
        } catch (...) {
            std::abort();
        }
    }
    std::abort();
}

bool takeOverPipes()
{
    const bool ok =
        dup2(STDOUT_FILENO, replies) == replies && dup2(STDERR_FILENO, STDOUT_FILENO) == STDOUT_FILENO;
    leaveParentsFiles(replies);
    return ok;
}

bool send(const protocol::Reply &reply)
{
    return pipe::writeFrame(replies, protocol::toFrame(reply));
}

[[noreturn]] void leave(WorkerExit status)
{
    _exit(int(status)); // at once: nothing here needs tidying, and destructors of libraries may stumble in a
                        // sandbox
}

facts::FileFacts readGuarded(const ReadFile &readFile, const protocol::Job &job)
{
    analysis::Observer observer;
    observer.progressed = [&job](const QString &stage, double fraction) {
        if (!send(protocol::Progress{job.id, stage, fraction}))
            leave(WorkerExit::Done);
    };
    if (job.wantDisplay) {
        observer.pageRendered = [&job](const facts::DisplayPage &page) {
            if (!send(protocol::Page{job.id, page}))
                leave(WorkerExit::Done);
        };
    }
    observer.mapDrawn = [&job](const facts::HeatMap &map) {
        if (!send(protocol::Map{job.id, map}))
            leave(WorkerExit::Done);
    };
    try {
        return readFile(job, observer);
    } catch (const std::bad_alloc &) {
        facts::FileFacts facts;
        facts.unreadable = Error{ErrorCode::OutOfMemory, job.file.path, {}};
        return facts;
    }
}
} // namespace

WorkerExit serve(const MakeReader &makeReader)
{
    std::set_terminate(exitOnTerminate);
    if (!takeOverPipes())
        return WorkerExit::Refused;
    const auto first = pipe::readFrame(requests, protocol::requestLimits({}));
    const auto request = first ? protocol::requestFrom(*first) : std::nullopt;
    const auto *setup = request ? std::get_if<protocol::Setup>(&*request) : nullptr;
    if (!setup) {
        std::fputs("scrutineer-worker is started by the other programs and waits for their orders.\n",
                   stderr);
        return WorkerExit::Refused;
    }
    const auto confined = confine({setup->limits.memoryBytes, setup->modelFolders});
    if (!confined) {
        std::fprintf(stderr, "The sandbox cannot be set up: %s.\n", qPrintable(confined.error().detail));
        return WorkerExit::Refused;
    }
    if (!send(protocol::Hello{protocol::version, confined->landlock}))
        return WorkerExit::Done;
    const ReadFile readFile = makeReader(*setup);
    const protocol::FrameLimits limits = protocol::requestLimits(setup->limits);
    while (auto frame = pipe::readFrame(requests, limits)) {
        const auto next = protocol::requestFrom(std::move(*frame));
        const auto *job = next ? std::get_if<protocol::Job>(&*next) : nullptr;
        if (!job)
            return WorkerExit::Refused;
        if (!send(protocol::Answer{job->id, readGuarded(readFile, *job)}))
            break;
    }
    return WorkerExit::Done;
}

} // namespace scrutineer::worker

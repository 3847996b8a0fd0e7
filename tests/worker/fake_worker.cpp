// SPDX-License-Identifier: GPL-3.0-or-later
// A worker process that does what the "file" tells it to: the first word of its bytes is a command. It goes
// through the same serve() as the real one, sandbox and all, and shows what the pool makes of workers that
// die, hang or lie.
#include "engine/worker/pipe.h"
#include "engine/worker/serve.h"

#include <QElapsedTimer>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {
constexpr int replies = 9; // where serve() keeps the pipe to the pool

void send(const worker::protocol::Frame &frame)
{
    if (!worker::pipe::writeFrame(replies, frame))
        _exit(0);
}

void sendRaw(QByteArrayView bytes)
{
    if (write(replies, bytes.data(), std::size_t(bytes.size())) < 0)
        _exit(0);
}

[[noreturn]] void hang()
{
    for (;;)
        pause();
}

/// Five seconds of which it gets a tenth, as on a busy machine.
void starve()
{
    QElapsedTimer whole;
    whole.start();
    while (!whole.hasExpired(5000)) {
        QElapsedTimer turn;
        turn.start();
        while (!turn.hasExpired(20))
            ;
        QThread::msleep(180);
    }
}

/// Takes memory until there is none.
void allocate()
{
    std::vector<std::vector<char>> taken;
    for (;;)
        taken.emplace_back(std::size_t{16} << 20, 'x');
}

facts::FileFacts answer()
{
    facts::FileFacts facts;
    facts.kind = u"image/jpeg"_s;
    facts.pages = {QSize(40, 30)};
    return facts;
}

void sendPages(const worker::protocol::Job &job, const analysis::Observer &observer, int count)
{
    facts::DisplayPage page;
    page.fullSize = QSize(40, 30);
    page.display = QByteArray("\xff\xd8\xff display");
    page.preview = QByteArray("\xff\xd8\xff preview");
    for (page.page = 0; page.page < count; ++page.page) {
        if (observer.pageRendered)
            observer.pageRendered(page);
        else
            send(worker::protocol::toFrame(worker::protocol::Reply(worker::protocol::Page{job.id, page})));
    }
}

void misbehave(const QByteArray &command, const worker::protocol::Job &job,
               const analysis::Observer &observer)
{
    using namespace worker::protocol;
    if (command == "crash")
        std::abort();
    if (command == "exit")
        _exit(0);
    if (command == "throw")
        throw std::runtime_error("nobody catches this");
    if (command == "spin")
        for (std::atomic<int> i;; ++i)
            ;
    if (command == "hang")
        hang();
    if (command == "starve")
        starve();
    if (command == "allocate")
        allocate();
    if (command == "allocate-in-thread")
        std::thread(allocate).join();
    if (command == "nonsense")
        sendRaw("This is not a frame. This is not a frame. This is not a frame.");
    if (command == "huge")
        sendRaw(QByteArrayView("\x00\x00\x00\x10\xff\xff\xff\xff", 8));
    if (command == "half")
        sendRaw(QByteArrayView("\x00\x00\x00\x10\x00\x00", 6));
    if (command == "not-a-map")
        sendRaw(QByteArrayView("\x00\x00\x00\x01\x00\x00\x00\x00\x07", 9));
    if (command == "unknown-type")
        send({{{u"type"_s, u"greeting"_s}}, {}});
    if (command == "second-hello")
        send(toFrame(Reply(Hello{version, 1})));
    if (command == "other-job")
        send(toFrame(Reply(Answer{job.id + 1, answer()})));
    if (command == "not-a-jpeg") {
        Frame frame = toFrame(Reply(Page{job.id, {{}, 0, QSize(1, 1), "GIF89a", {}}}));
        send(frame);
    }
    if (command == "flood")
        for (;;)
            observer.progressed(u"flooding"_s, 0.5);
    if (command == "pages-without-end")
        sendPages(job, observer, 1000);
}

facts::FileFacts obey(const worker::protocol::Job &job, const analysis::Observer &observer)
{
    const QByteArray command = job.bytes.split(' ').first().trimmed();
    observer.progressed(QString::number(getpid()), 0);
    misbehave(command, job, observer);
    if (command == "half" || command == "nonsense")
        hang();
    if (command == "print") {
        for (int i = 0; i < 10'000; ++i)
            std::puts("libraries talk too much");
        std::fflush(stdout);
    }
    sendPages(job, observer, job.wantDisplay ? 2 : 0);
    observer.progressed(u"done"_s, 1);
    facts::FileFacts facts = answer();
    if (command == "lie") {
        facts.path = u"../elsewhere.jpg"_s;
        facts.role = Role::AddressProof;
        facts.sha256 = u"0"_s;
        facts.bytes = 1;
    }
    if (command == "die-afterwards")
        std::thread([] {
            QThread::msleep(50);
            _exit(1);
        }).detach();
    return facts;
}
} // namespace

int main()
{
    return int(worker::serve([](const worker::protocol::Setup &) { return obey; }));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int refused = 0;
constexpr int wentThrough = 1;

int probe(const QStringList &arguments, QByteArray *output = nullptr)
{
    QProcess process;
    process.start(QStringLiteral(SANDBOX_PROBE), arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
        return -1;
    if (output)
        *output = process.readAllStandardOutput();
    return process.exitCode();
}

bool hasLandlock()
{
    return probe({u"landlock"_s}) == 0;
}
} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void refuses_data();
    void refuses();
    void stillAllows_data();
    void stillAllows();
    void diesWithItsParent();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSandbox::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).mkdir(u"readable"_s));
    for (const QString &name : {u"outside"_s, u"readable/model"_s}) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("content");
    }
}

void TestSandbox::refuses_data()
{
    QTest::addColumn<bool>("needsLandlock");
    // Whether the same works without the sandbox for everybody: proof that the probe itself is sound.
    QTest::addColumn<bool>("worksOutside");
    for (const char *name : {"socket-inet",
                             "socket-unix",
                             "socketpair",
                             "execve",
                             "fork",
                             "signal-parent",
                             "open-for-writing",
                             "open-for-appending",
                             "create",
                             "create-in-model-folder",
                             "truncate-by-opening",
                             "truncate",
                             "unlink",
                             "rename",
                             "link",
                             "symlink",
                             "mkdir",
                             "chmod",
                             "memfd",
                             "set-limit",
                             "chdir",
                             "allocate-too-much"})
        QTest::newRow(name) << false << true;
    for (const char *name :
         {"ptrace", "process-vm-readv", "create-nameless", "mount", "bpf", "io-uring", "keyring"})
        QTest::newRow(name) << false << false;
    for (const char *name : {"read-outside", "read-passwords", "read-through-proc", "list-outside"})
        QTest::newRow(name) << true << true;
}

void TestSandbox::refuses()
{
    QFETCH(bool, needsLandlock);
    QFETCH(bool, worksOutside);
    if (needsLandlock && !hasLandlock())
        QSKIP("This kernel has no Landlock: reading is not confined.");
#ifdef SCRUTINEER_SANITIZED
    if (QByteArrayView(QTest::currentDataTag()) == "allocate-too-much")
        QSKIP("The sanitizers need more address space than any limit allows.");
#endif
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(probe({u"confined"_s, name, m_folder->path()}), refused);
    if (worksOutside)
        QCOMPARE(probe({u"free"_s, name, m_folder->path()}), wentThrough);
}

void TestSandbox::stillAllows_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"read-model", "read-library", "thread", "allocate-some"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSandbox::stillAllows()
{
    QFETCH(QString, name);
    QCOMPARE(probe({u"confined"_s, name, m_folder->path()}), wentThrough);
}

void TestSandbox::diesWithItsParent()
{
    QByteArray output;
    QCOMPARE(probe({u"orphan"_s}, &output), 0);
    const int child = output.trimmed().toInt();
    QVERIFY(child > 0);
    // Gone, or dead and not yet buried by whoever inherited it.
    const auto lives = [child] {
        QFile status(u"/proc/%1/stat"_s.arg(child));
        return status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
    };
    QTRY_VERIFY(!lives());
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "test_sandbox.moc"

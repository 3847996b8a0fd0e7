// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/sentence.h"

#include <QTest>
#include <QTranslator>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {
/// Knows one sentence and two words.
class Pirate : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        const QString key = QString::fromUtf8(context) + u'/' + QString::fromUtf8(text);
        if (key == u"scrutineer/Missing: %1.")
            return u"Gone overboard: %1!"_s;
        if (key == u"scrutineer words/selfie")
            return u"mug"_s;
        return key == u"scrutineer words/address proof" ? u"berth"_s : QString();
    }
};
} // namespace

class TestSentence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void translatesWordsOfOurOwnOnly_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a word") << u"selfie"_s << u"Gone overboard: mug!"_s;
        QTest::newRow("several") << u"selfie, address proof"_s << u"Gone overboard: mug, berth!"_s;
        QTest::newRow("a name") << u"Doe, Jane"_s << u"Gone overboard: Doe, Jane!"_s;
        QTest::newRow("a number") << u"3.1 %"_s << u"Gone overboard: 3.1 %!"_s;
        QTest::newRow("looks like a place") << u"%1"_s << u"Gone overboard: %1!"_s;
    }

    void translatesWordsOfOurOwnOnly()
    {
        QFETCH(QString, value);
        const Sentence sentence{u"Missing: %1."_s, {value}};
        Pirate pirate;
        QVERIFY(QCoreApplication::installTranslator(&pirate));
        QTEST(sentence.translated(), "shown");
        QCOMPARE(sentence.english(), u"Missing: %1."_s.replace(u"%1"_s, value));
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "test_sentence.moc"

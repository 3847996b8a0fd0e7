// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {
/// Which rooms the sources of a room may include; its own is always allowed. The plan is in ARCHITECTURE.md.
const QMap<QString, QStringList> allowedRooms{
    {u"engine/base"_s, {}},
    {u"engine/case"_s, {u"engine/base"_s, u"resources"_s}},
    {u"engine/policy"_s, {u"engine/base"_s, u"engine/case"_s, u"resources"_s}},
    {u"engine/facts"_s, {u"engine/base"_s, u"engine/case"_s}},
    {u"engine/facts/readers"_s,
     {u"engine/base"_s, u"engine/case"_s, u"engine/facts"_s, u"engine/policy"_s, u"engine/image"_s,
      u"engine/text"_s, u"engine/face"_s, u"engine/forensics"_s, u"resources"_s}},
    {u"engine/image"_s, {u"engine/base"_s, u"engine/case"_s, u"engine/facts"_s, u"engine/policy"_s}},
    {u"engine/text"_s, {u"engine/base"_s, u"engine/case"_s, u"engine/facts"_s}},
    {u"engine/face"_s, {u"engine/base"_s, u"engine/facts"_s}},
    {u"engine/forensics"_s, {u"engine/base"_s, u"engine/policy"_s, u"engine/facts"_s, u"engine/image"_s}},
    {u"engine/checks"_s,
     {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s, u"engine/text"_s}},
    {u"engine/analysis"_s,
     {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s, u"engine/facts/readers"_s,
      u"engine/image"_s, u"engine/text"_s, u"engine/face"_s, u"engine/forensics"_s, u"engine/checks"_s}},
    {u"engine/worker"_s,
     {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s, u"engine/checks"_s,
      u"engine/analysis"_s}},
    {u"engine/store"_s, {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s}},
    {u"engine/review"_s,
     {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s, u"engine/store"_s,
      u"engine/text"_s}},
    {u"engine/samples"_s,
     {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s, u"engine/text"_s,
      u"resources"_s}},
    {u"engine/samples/casting"_s, {u"engine/base"_s, u"engine/samples"_s, u"engine/face"_s}},
    {u"engine/samples/portraits"_s, {u"engine/base"_s, u"engine/samples"_s, u"engine/face"_s}},
    {u"engine/evaluation"_s, {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s}},
    {u"ui"_s,
     {u"engine/base"_s, u"engine/case"_s, u"engine/policy"_s, u"engine/facts"_s, u"engine/review"_s,
      u"engine/text"_s, u"resources"_s}},
};

/// Libraries whose types stay inside some rooms.
struct Library
{
    QString name;
    QRegularExpression include;
    QStringList rooms;
};

const QList<Library> libraries{
    {u"OpenCV"_s,
     QRegularExpression(u"^opencv2/"_s),
     {u"engine/image"_s, u"engine/face"_s, u"engine/forensics"_s, u"engine/text"_s, u"engine/facts/readers"_s,
      u"engine/analysis"_s, u"engine/samples"_s, u"engine/samples/casting"_s, u"engine/samples/portraits"_s,
      u"app/worker"_s}},
    {u"Tesseract"_s, QRegularExpression(u"^(tesseract|leptonica|allheaders)"_s), {u"engine/text"_s}},
    {u"Poppler"_s, QRegularExpression(u"^poppler"_s), {u"engine/image"_s, u"engine/forensics"_s}},
    {u"ZXing"_s,
     QRegularExpression(u"^ZXing/"_s),
     {u"engine/text"_s, u"engine/facts/readers"_s, u"engine/samples"_s}},
    {u"Exiv2"_s,
     QRegularExpression(u"^exiv2/"_s),
     {u"engine/image"_s, u"engine/forensics"_s, u"engine/samples"_s}},
    {u"SQL"_s, QRegularExpression(u"^(QtSql|QSql|sqlite3)"_s), {u"engine/store"_s}},
    {u"Qt Widgets"_s,
     QRegularExpression(u"^(QtWidgets|QWidget|QApplication|QMainWindow|QDialog|QLabel)"_s),
     {u"ui"_s, u"app/workstation"_s}},
    {u"seccomp"_s, QRegularExpression(u"^(seccomp|linux/(seccomp|landlock))"_s), {u"engine/worker"_s}},
};

/// "engine/image" for "engine/image/quad.cpp"; readers are a room inside facts and casting and portraits are
/// inside samples; all of ui is one.
QString roomOf(const QString &path)
{
    if (path.startsWith(u"engine/facts/readers/"_s))
        return u"engine/facts/readers"_s;
    for (const QString &inner : {u"engine/samples/casting"_s, u"engine/samples/portraits"_s}) {
        if (path.startsWith(inner + u'/'))
            return inner;
    }
    if (path.startsWith(u"ui/"_s))
        return u"ui"_s;
    return path.section(u'/', 0, path.startsWith(u"resources/"_s) ? 0 : 1);
}

struct Include
{
    QString file;
    QString target;
    bool ofProject = false;
};

QList<Include> allIncludes()
{
    static const QRegularExpression line(uR"re(^\s*#\s*include\s+(["<])([^">]+)[">])re"_s,
                                         QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(SCRUTINEER_SOURCE_DIR));
    QList<Include> includes;
    for (const QString &top : {u"app"_s, u"engine"_s, u"ui"_s}) {
        QDirIterator files(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                return {};
            auto match = line.globalMatch(QString::fromUtf8(file.readAll()));
            while (match.hasNext()) {
                const auto found = match.next();
                includes.append(
                    {root.relativeFilePath(file.fileName()), found.captured(2), found.captured(1) == u"\""});
            }
        }
    }
    return includes;
}
} // namespace

/// Greps every include: rooms see only the rooms that the plan allows, and libraries stay where they are
/// wrapped.
class TestArrows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_includes = allIncludes();
        QVERIFY(m_includes.size() > 100);
    }

    void roomsSeeOnlyWhatThePlanAllows()
    {
        QStringList forbidden;
        for (const Include &include : m_includes) {
            const QString from = roomOf(include.file);
            const QString to = roomOf(include.target);
            if (!include.ofProject || from == to || !include.target.contains(u'/') ||
                from.startsWith(u"app/"_s))
                continue;
            if (!allowedRooms.contains(from) || !allowedRooms[from].contains(to))
                forbidden += include.file + u" → "_s + include.target;
        }
        QVERIFY2(forbidden.isEmpty(), qPrintable(u'\n' + forbidden.join(u'\n')));
    }

    void librariesStayWhereTheyAreWrapped()
    {
        QStringList forbidden;
        for (const Include &include : m_includes) {
            for (const Library &library : libraries) {
                if (library.include.match(include.target).hasMatch() &&
                    !library.rooms.contains(roomOf(include.file)))
                    forbidden += include.file + u" sees "_s + library.name + u": "_s + include.target;
            }
        }
        QVERIFY2(forbidden.isEmpty(), qPrintable(u'\n' + forbidden.join(u'\n')));
    }

    void nothingPointsAtTheWindows()
    {
        for (const Include &include : m_includes) {
            const bool windows = include.target.startsWith(u"ui/"_s) || include.target.startsWith(u"app/"_s);
            QVERIFY2(!include.file.startsWith(u"engine/"_s) || !include.ofProject || !windows,
                     qPrintable(include.file + u" → "_s + include.target));
        }
    }

private:
    QList<Include> m_includes;
};

QTEST_GUILESS_MAIN(TestArrows)
#include "test_arrows.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/known_places.h"

#include <QtTest>

using namespace scrutineer;
using namespace Qt::StringLiterals;

namespace {
QPolygonF boxAt(double x, double y, double width)
{
    return QPolygonF({{x, y}, {x + width, y}, {x + width, y + 20}, {x, y + 20}});
}

facts::PrintedField fieldAt(const QPolygonF &region)
{
    return {u"X"_s, {u"X"_s, region, 0, 1}};
}
} // namespace

class KnownPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesValuesOnce();
    void findsFillers();
    void knowsNothingWithoutADocument();
};

void KnownPlacesTest::takesValuesOnce()
{
    facts::Document document;
    document.quad = boxAt(0, 0, 1000);
    document.printed = {{u"surname"_s, fieldAt(boxAt(100, 100, 200))},
                        {u"given_names"_s, fieldAt(boxAt(100, 101, 201))}, // in the same place
                        {u"number"_s, fieldAt(boxAt(100, 200, 200))},
                        {u"issuer"_s, fieldAt(boxAt(100, 300, 200))},
                        {u"address"_s, fieldAt(boxAt(100, 400, 200))}};
    facts::FileFacts file;
    file.document = document;
    facts::Faces faces;
    faces.faces = {{QRectF(1, 2, 3, 4), 1, {}, {}, 0, 0, 0}};
    file.faces = faces;
    const forensics::KnownPlaces known = analysis::knownPlaces(file);
    QCOMPARE(known.document, boxAt(0, 0, 1000));
    QCOMPARE(known.faces, QList<QRectF>({QRectF(1, 2, 3, 4)}));
    QCOMPARE(known.values, QList<QPolygonF>({boxAt(100, 101, 201), boxAt(100, 200, 200)}));
}

void KnownPlacesTest::findsFillers()
{
    facts::Mrz mrz;
    mrz.lines = {u"AB<<CD<<<<"_s, u"0123456789"_s};
    mrz.lineRegions = {boxAt(100, 500, 500), boxAt(100, 530, 500)};
    facts::Document document;
    document.quad = boxAt(0, 0, 1000);
    document.mrz = mrz;
    facts::FileFacts file;
    file.document = document;
    QCOMPARE(analysis::knownPlaces(file).fillers,
             QList<QPolygonF>({boxAt(200, 500, 100), boxAt(400, 500, 200)}));
}

void KnownPlacesTest::knowsNothingWithoutADocument()
{
    const forensics::KnownPlaces known = analysis::knownPlaces({});
    QVERIFY(known.document.isEmpty() && known.faces.isEmpty() && known.values.isEmpty());
}

QTEST_GUILESS_MAIN(KnownPlacesTest)
#include "known_places_test.moc"

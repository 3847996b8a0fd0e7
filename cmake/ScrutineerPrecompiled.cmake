# Precompiled header sets, each compiled once and shared by every target that names it.
function(scrutineer_precompiled name)
  cmake_parse_arguments(ARG "" "" "HEADERS;LINKS" ${ARGN})
  set(source "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
  if(NOT EXISTS "${source}")
    file(WRITE "${source}" "// Holds the precompiled headers of ${name}.\n")
  endif()
  add_library(${name} OBJECT "${source}")
  target_link_libraries(${name} PRIVATE ${ARG_LINKS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()

# Qt6::Test defines each target's own folders, for QFINDTESTDATA alone; tests here do not use it, and macros that
# differ from target to target would keep them from sharing a precompiled header.
set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

set(core_headers <QByteArray> <QCoreApplication> <QDate> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QList> <QPolygonF>
    <QString> <QStringList> <tl/expected.hpp> <algorithm> <array> <functional> <memory> <optional> <utility> <vector>)
scrutineer_precompiled(scrutineer_pch_core HEADERS ${core_headers} LINKS Qt6::Core Qt6::Gui tl::expected)
scrutineer_precompiled(scrutineer_pch_vision HEADERS ${core_headers} <opencv2/core.hpp> <opencv2/imgproc.hpp>
                       LINKS Qt6::Core Qt6::Gui tl::expected opencv_core opencv_imgproc)
scrutineer_precompiled(scrutineer_pch_widgets HEADERS ${core_headers} <QtWidgets>
                       LINKS Qt6::Core Qt6::Gui Qt6::Widgets tl::expected)
scrutineer_precompiled(scrutineer_pch_test HEADERS ${core_headers} <QtTest> LINKS Qt6::Core Qt6::Gui Qt6::Test tl::expected)
scrutineer_precompiled(scrutineer_pch_test_widgets HEADERS ${core_headers} <QtWidgets> <QtTest>
                       LINKS Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Test tl::expected)

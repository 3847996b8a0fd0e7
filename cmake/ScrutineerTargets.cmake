# One way to declare a library and one to declare a test.

# scrutineer_library(NAME SOURCES … [PUBLIC …] [PRIVATE …] [PCH core|vision|widgets] [MOC])
# PUBLIC: what the headers need. PRIVATE: what only the sources need. Headers are included from the project's root.
# MOC: the library has QObjects. Without it Qt's meta-object compiler is not run.
function(scrutineer_library name)
  cmake_parse_arguments(ARG "MOC" "PCH" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ${ARG_MOC})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  # Core and Gui everywhere: GCC takes a precompiled header only under the macros it was made with.
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE Qt6::Core Qt6::Gui tl::expected ${ARG_PRIVATE})
  if(ARG_PCH)
    target_precompile_headers(${name} REUSE_FROM scrutineer_pch_${ARG_PCH})
    scrutineer_name_headers(${name} ${ARG_PCH})
  endif()
endfunction()

# scrutineer_test(NAME SOURCES … LINKS … [LABELS unit|gui|corpus|slow|benchmark] [TIMEOUT seconds] [ARGUMENTS …] [WIDGETS])
# WIDGETS: the test shows widgets. The program is built as build/…/tests/NAME and runs offscreen with a fixed locale, time zone and style.
# SCRUTINEER_PATIENCE: by what a test multiplies the time it allows; a sanitizer slows everything down.
function(scrutineer_test name)
  cmake_parse_arguments(ARG "WIDGETS" "TIMEOUT" "SOURCES;LINKS;LABELS;ARGUMENTS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set(patience 1)
  if(SCRUTINEER_SANITIZE)
    set(patience 10)
  endif()
  math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * ${patience}")
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE Qt6::Core Qt6::Gui Qt6::Test tl::expected ${ARG_LINKS})
  if(ARG_WIDGETS)
    target_link_libraries(${name} PRIVATE Qt6::Widgets)
    target_precompile_headers(${name} REUSE_FROM scrutineer_pch_test_widgets)
  else()
    target_precompile_headers(${name} REUSE_FROM scrutineer_pch_test)
  endif()
  target_compile_definitions(${name} PRIVATE SCRUTINEER_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             SCRUTINEER_BIN_DIR="${CMAKE_BINARY_DIR}/bin" SCRUTINEER_PATIENCE=${patience})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${name} ${ARG_ARGUMENTS})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;OMP_THREAD_LIMIT=1;QT_STYLE_OVERRIDE=Fusion")
endfunction()

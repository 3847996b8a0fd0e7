# The target "tidy": clang-tidy with .clang-tidy over every source of the programs. Clang cannot read GCC's precompiled
# headers, so the preset "tidy" is without them and names what they hold as plain headers.
find_program(SCRUTINEER_RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)
if(SCRUTINEER_RUN_CLANG_TIDY AND CMAKE_DISABLE_PRECOMPILE_HEADERS)
  add_custom_target(tidy
    COMMAND "${SCRUTINEER_RUN_CLANG_TIDY}" -quiet -p "${CMAKE_BINARY_DIR}" "^${PROJECT_SOURCE_DIR}/(app|engine|ui)/"
    USES_TERMINAL VERBATIM)
endif()

# The headers of a precompiled set, for a build without precompiled headers.
function(scrutineer_name_headers name set)
  if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    return()
  endif()
  set(headers QDateTime QJsonArray QJsonObject QPolygonF tl/expected.hpp algorithm functional memory)
  if(set STREQUAL widgets)
    list(APPEND headers QtWidgets)
  elseif(set STREQUAL vision)
    list(APPEND headers opencv2/imgproc.hpp)
  endif()
  foreach(header IN LISTS headers)
    target_compile_options(${name} PRIVATE "SHELL:-include ${header}")
  endforeach()
endfunction()

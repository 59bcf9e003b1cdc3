# Icons, lessons and translations, built into the program: each goes with the library that asks for it.
qt_add_resources(memtape_ui_style icons PREFIX /icons BASE ${CMAKE_SOURCE_DIR}/resources/icons FILES
  ${CMAKE_SOURCE_DIR}/resources/icons/back.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/check-dark.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/check-light.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/close.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/down.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/export.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/first.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/last.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/lessons.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/memtape.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/menu.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/open.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/out.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/over.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/pause.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/play.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/record.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/step.svg
  ${CMAKE_SOURCE_DIR}/resources/icons/stop.svg
)
qt_add_resources(memtape_ui_models lessons PREFIX /lessons BASE ${CMAKE_SOURCE_DIR}/resources/lessons FILES
  ${CMAKE_SOURCE_DIR}/resources/lessons/01-a-call-makes-a-frame.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/02-last-in-first-out.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/03-objects-outlive-the-call.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/04-when-is-an-object-released.py
)
# Through Qt's own command, which also links them into executables that use this static library.
qt_add_translations(memtape_ui_style
  TS_FILES ${CMAKE_SOURCE_DIR}/resources/translations/memtape_ko.ts
  RESOURCE_PREFIX /translations)

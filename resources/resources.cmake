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
  ${CMAKE_SOURCE_DIR}/resources/lessons/05-arguments-pass-arrows.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/06-equal-or-the-same.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/07-the-stack-has-a-limit.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/08-lists-grow-in-jumps.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/09-a-copy-of-arrows.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/10-a-cycle-and-its-collector.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/11-a-variable-that-outlives-its-frame.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/12-memory-that-stays.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/13-the-default-that-remembers.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/14-a-list-of-lists.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/15-strings-do-not-change.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/16-what-it-costs.py
  ${CMAKE_SOURCE_DIR}/resources/lessons/closing/en.md
  ${CMAKE_SOURCE_DIR}/resources/lessons/closing/ko.md
)
qt_add_resources(memtape_ui_models templates PREFIX /templates BASE ${CMAKE_SOURCE_DIR}/resources/templates FILES
  ${CMAKE_SOURCE_DIR}/resources/templates/lesson.py
)
qt_add_resources(memtape_ui_export page PREFIX /page BASE ${CMAKE_SOURCE_DIR}/resources/page FILES
  ${CMAKE_SOURCE_DIR}/resources/page/page.css
  ${CMAKE_SOURCE_DIR}/resources/page/page.js
)
# Through Qt's own command, which also links them into executables that use this static library.
qt_add_translations(memtape_ui_style
  TS_FILES ${CMAKE_SOURCE_DIR}/resources/translations/memtape_ko.ts
  RESOURCE_PREFIX /translations)

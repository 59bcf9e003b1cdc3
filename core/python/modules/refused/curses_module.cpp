// SPDX-License-Identifier: GPL-3.0-or-later

// _curses and _curses_panel: a program's output is a text without places on a screen.

#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/refusal.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/struct_sequence.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

Type *cursesError, *panelError, *versionType;
RuntimeCache typesCache([] { cursesError = panelError = versionType = nullptr; });

constexpr const char* noScreen = "Memtape has no terminals";
const Refusal cursesRefusal{&cursesError, 0, noScreen};
const Refusal panelRefusal{&panelError, 0, noScreen};
constexpr NativeKind any = NativeKind::Keywords;

const MethodDef functions[] = {
#define FUNCTION(name) {#name, refuse<cursesRefusal>, any},
#include "core/python/modules/refused/curses_functions.def"
#undef FUNCTION
    {},
};
const MethodDef windowMethods[] = {
#define METHOD(name) {#name, refuse<cursesRefusal>, any},
#include "core/python/modules/refused/curses_window.def"
#undef METHOD
    {},
};
const RefusedClass window{"_curses.window", nullptr, DisallowInstantiation, windowMethods};

const IntConstant numbers[] = {
#define NUMBER(name, value) {#name, value},
#include "core/python/modules/refused/curses_numbers.def"
#undef NUMBER
    {},
};

const MethodDef panelFunctions[] = {
    {"bottom_panel", refuse<panelRefusal>, any},
    {"new_panel", refuse<panelRefusal>, any},
    {"top_panel", refuse<panelRefusal>, any},
    {"update_panels", refuse<panelRefusal>, any},
    {},
};
const MethodDef panelMethods[] = {
#define METHOD(name) {#name, refuse<panelRefusal>, any},
    METHOD(above) METHOD(below) METHOD(bottom) METHOD(hidden) METHOD(hide) METHOD(move) METHOD(replace) METHOD(set_userptr) METHOD(show) METHOD(top)
        METHOD(userptr) METHOD(window)
#undef METHOD
            {},
};
const RefusedClass panel{"_curses_panel.panel", nullptr, DisallowInstantiation, panelMethods};

const StructSequenceField versionFields[] = {
    {"major", "Major release number"}, {"minor", "Minor release number"}, {"patch", "Patch release number"}, {}};
const StructSequenceDef versionDefinition{"curses.ncurses_version", "curses.ncurses_version\n\nNcurses version information as a named tuple.",
                                          versionFields, 3, false};

bool addVersion(Object* m) {
    versionType = newStructSequenceType(versionDefinition);
    if (!versionType) return false;
    Object* parts[] = {newInt(6).pointer, newInt(4).pointer, newInt(20221231).pointer};
    return addToModule(m, "ncurses_version", newStructSequence(versionType, parts)) && addToModule(m, "version", newBytes("2.2")) &&
           addToModule(m, "__version__", newBytes("2.2"));
}

}

Owned makeCursesModule() {
    Ref<> m = newModule("_curses");
    bool ok = m && addFunctions(m, functions) && addConstants(m, numbers) && addVersion(m) &&
              addExceptionClass(m, cursesError, "_curses.error", {exc::Exception}) && addRefusedClass<window, cursesRefusal>(m);
    return ok ? m.release() : Owned(nullptr);
}

Owned makeCursesPanelModule() {
    Ref<> m = newModule("_curses_panel");
    bool ok = m && addFunctions(m, panelFunctions) && addText(m, "version", "2.1") && addText(m, "__version__", "2.1") &&
              addExceptionClass(m, panelError, "_curses_panel.error", {exc::Exception}) && addRefusedClass<panel, panelRefusal>(m);
    return ok ? m.release() : Owned(nullptr);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// exit and quit: objects that end the program when called, and say so when printed (CPython: Lib/_sitebuiltins.py).
#include <cstddef>

#include "core/python/builtins/builtins.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct QuitterObject : Object {
    Object *name, *eof, *dict;
};

QuitterObject* quitter(Object* o) { return static_cast<QuitterObject*>(o); }

Owned reprQuitter(Object* o) { return newStr("Use " + strToUtf8(quitter(o)->name) + "() or " + strToUtf8(quitter(o)->eof) + " to exit"); }

Owned callQuitter(Object*, Args args) {
    Object* out[1] = {None};
    if (!parseArgs("Quitter.__call__", args, "| code", out)) return nullptr;
    // Shells hear of the end when their input is closed; whatever comes of that is no matter.
    if (Held<> input = Held<>::share(sysAttribute("stdin")); input && !isNone(input)) {
        Held<> name(newStr("close"));
        Held<> closed(name ? callMethod(input, name) : Owned(nullptr));
        if (!closed) clearError();
    }
    return raiseObject(exc::SystemExit, out[0]);
}

const Field quitterFields[] = {
    {"name", offsetof(QuitterObject, name)}, {"eof", offsetof(QuitterObject, eof)}, {"__dict__", offsetof(QuitterObject, dict)}, {}};
const MemberDef quitterMembers[] = {
    {"name", MemberKind::Object, offsetof(QuitterObject, name), false}, {"eof", MemberKind::Object, offsetof(QuitterObject, eof), false}, {}};

void defineQuitterType(Type* t) {
    t->name = "_sitebuiltins.Quitter";
    t->basicSize = sizeof(QuitterObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->dictOffset = offsetof(QuitterObject, dict);
    t->fields = quitterFields;
    t->members = quitterMembers;
    t->call = callQuitter;
    t->repr = reprQuitter;
}

}

bool addQuitters(Object* dict) {
    Type* type = makeModuleType(defineQuitterType);
    if (!type) return false;
    for (const char* name : {"quit", "exit"}) {
        Ref<> made(type->alloc(type, 0)), text(newStr(name)), eof(newStr("Ctrl-D (i.e. EOF)"));
        if (!made || !text || !eof) return false;
        quitter(made.get())->name = text.releaseRaw();
        quitter(made.get())->eof = eof.releaseRaw();
        recordCells(made.get());
        if (!dictSetText(dict, name, made)) return false;
    }
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// The types of the singletons None, NotImplemented and Ellipsis, and cells.

#include <cstddef>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

template <Object** singleton> Owned onlyInstance(Type* type, Args args) {
    if (args.count || args.keywordCount()) return raise(exc::TypeError, "{} takes no arguments", type->name);
    return newRef(*singleton);
}

Owned noneRepr(Object*) { return newStr("None"); }
int noneTruth(Object*) { return 0; }
int64_t noneHash(Object*) { return 0xFCA86420; } // CPython's constant

Owned notImplementedRepr(Object*) { return newStr("NotImplemented"); }
Owned notImplementedReduce(Object*) { return newStr("NotImplemented"); }
int notImplementedTruth(Object*) { return warnDeprecated("NotImplemented should not be used in a boolean context") ? 1 : -1; }

Owned ellipsisRepr(Object*) { return newStr("Ellipsis"); }

constexpr MethodDef notImplementedMethods[] = {{"__reduce__", notImplementedReduce}, {}};
constexpr MethodDef ellipsisMethods[] = {{"__reduce__", ellipsisRepr}, {}};

// ---- cells --------------------------------------------------------------------------------------------------------------------

CellObject* cell(Object* o) { return static_cast<CellObject*>(o); }

Owned cellRepr(Object* o) {
    if (!cell(o)->contents) {
        const std::string address = addressText(o);
        const FormatArg parts[] = {address};
        return formatMessage("<cell at {}: empty>", parts, 1);
    }
    const std::string address = addressText(o), contents = addressText(cell(o)->contents);
    const FormatArg parts[] = {address, cell(o)->contents->type->name, contents};
    return formatMessage("<cell at {}: {} object at {}>", parts, 3);
}

Owned cellCompare(Object* a, Object* b, Comparison op) {
    if (!isCell(a) || !isCell(b)) return notImplemented();
    Object *x = cell(a)->contents, *y = cell(b)->contents;
    if (x && y) return richCompare(x, y, op);
    // An empty cell is less than any other.
    return newBool(answers(op, orderOf(x != nullptr, y != nullptr)));
}

Owned getContents(Object* o) {
    if (cell(o)->contents) return newRef(cell(o)->contents);
    return raise(exc::ValueError, "cell is empty");
}

bool setContents(Object* o, Object* value) {
    setField(o, cell(o)->contents, value ? newRef(value) : Owned(nullptr));
    return true;
}

Owned cellCreate(Type*, Args args) {
    if (!checkNoKeywords("cell", args) || !checkArgCount("cell", args.count, 0, 1)) return nullptr;
    return newCell(args.count ? args[0] : nullptr);
}

constexpr Field cellFields[] = {{"cell_contents", offsetof(CellObject, contents)}, {}};
constexpr GetSetDef cellGetSets[] = {{"cell_contents", getContents, setContents}, {}};

void defineSingleton(Type* t, const char* name, const char* doc) {
    t->name = name;
    t->doc = doc;
    t->basicSize = sizeof(Object);
}

}

Owned newCell(Object* contentsOrNull) {
    auto* c = static_cast<CellObject*>(allocateGcObject(types::Cell, sizeof(CellObject)));
    if (!c) return nullptr;
    c->contents = contentsOrNull ? newRef(contentsOrNull).pointer : nullptr;
    gcTrack(c);
    recordCells(c);
    return Owned(c);
}

void defineNoneType(Type* t) {
    t->richCompare = types::Object->richCompare; // not inherited beside a hash of its own
    defineSingleton(t, "NoneType", "The type of the None singleton.");
    t->repr = noneRepr;
    t->truth = noneTruth;
    t->hash = noneHash;
    t->create = onlyInstance<&None>;
}

void defineNotImplementedType(Type* t) {
    defineSingleton(t, "NotImplementedType", "The type of the NotImplemented singleton.");
    t->repr = notImplementedRepr;
    t->truth = notImplementedTruth;
    t->create = onlyInstance<&NotImplemented>;
    t->methods = notImplementedMethods;
}

void defineEllipsisType(Type* t) {
    defineSingleton(t, "ellipsis", "The type of the Ellipsis singleton.");
    t->repr = ellipsisRepr;
    t->create = onlyInstance<&Ellipsis>;
    t->methods = ellipsisMethods;
}

void defineCellType(Type* t) {
    t->name = "cell";
    t->doc =
        "cell([contents])\n--\n\nCreate a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and \n further attempts to access its cell_contents attribute will\n    raise a ValueError.";
    t->basicSize = sizeof(CellObject);
    t->flags = HaveGc;
    t->fields = cellFields;
    t->repr = cellRepr;
    t->richCompare = cellCompare;
    t->create = cellCreate;
    t->getsets = cellGetSets;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// The exceptions with attributes of their own, but for OSError, the Unicode errors and the groups.
#include <cstddef>
#include <cstring>

#include "core/python/heap/heap.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

template <class T> T* as(Object* o) { return static_cast<T*>(o); }
Object* argument(Object* o, ssize i) { return asTuple(asException(o)->args)->items[i]; }
ssize argumentCount(Object* o) { return asTuple(asException(o)->args)->count; }
void setShared(Object* owner, Object*& field, Object* value) {
    xincref(value);
    setField(owner, field, Owned(value));
}
Args keywordsOnly(Args args) { return {args.values + args.count, 0, args.names}; }
Args positionalOnly(Args args) { return {args.values, args.count, nullptr}; }

// ---- SystemExit, StopIteration ------------------------------------------------------------------------------------

bool systemExitInit(Object* self, Args args) {
    if (!baseExceptionInit(self, args)) return false;
    ssize count = argumentCount(self);
    if (count > 0) setShared(self, as<SystemExitExceptionObject>(self)->code, count == 1 ? argument(self, 0) : asException(self)->args);
    return true;
}

bool stopIterationInit(Object* self, Args args) {
    if (!baseExceptionInit(self, args)) return false;
    setShared(self, as<StopIterationExceptionObject>(self)->value, argumentCount(self) > 0 ? argument(self, 0) : None);
    return true;
}

const Field systemExitFields[] = {MEMTAPE_EXCEPTION_FIELDS, {"code", offsetof(SystemExitExceptionObject, code)}, {}};
const MemberDef systemExitMembers[] = {{"code", MemberKind::Object, offsetof(SystemExitExceptionObject, code), false}, {}};
const Field stopIterationFields[] = {MEMTAPE_EXCEPTION_FIELDS, {"value", offsetof(StopIterationExceptionObject, value)}, {}};
const MemberDef stopIterationMembers[] = {{"value", MemberKind::Object, offsetof(StopIterationExceptionObject, value), false}, {}};

// ---- KeyError -----------------------------------------------------------------------------------------------------

// The key's repr, so that KeyError('') says something.
Owned keyErrorStr(Object* self) { return argumentCount(self) == 1 ? reprOf(argument(self, 0)) : baseExceptionStr(self); }

// ---- ImportError --------------------------------------------------------------------------------------------------

bool importErrorInit(Object* o, Args args) {
    if (!baseExceptionInit(o, positionalOnly(args))) return false;
    Object* out[3] = {};
    if (!parseArgs("ImportError", keywordsOnly(args), "| $ name path name_from", out)) return false;
    auto* self = as<ImportExceptionObject>(o);
    setShared(o, self->name, out[0]);
    setShared(o, self->path, out[1]);
    setShared(o, self->nameFrom, out[2]);
    if (argumentCount(o) == 1) setShared(o, self->msg, argument(o, 0));
    return true;
}

Owned importErrorStr(Object* self) {
    Object* msg = as<ImportExceptionObject>(self)->msg;
    return msg && isExactStr(msg) ? newRef(msg) : baseExceptionStr(self);
}

// type, args and, where there is any, the state: the instance dict and the attributes that __init__ does not get from args.
Owned reduceWith(Object* self, const char* const* attributeNames, Object* const* values, size_t count) {
    BaseExceptionObject* e = asException(self);
    bool any = false;
    for (size_t i = 0; i < count; ++i) any |= values[i] != nullptr;
    if (!any && !e->dict) return packTuple(static_cast<Object*>(self->type), e->args);
    Ref<> state = e->dict ? dictCopy(e->dict) : Owned(newDict());
    if (!state) return {};
    for (size_t i = 0; i < count; ++i) {
        if (values[i] && !dictSetText(state, attributeNames[i], values[i])) return {};
    }
    return packTuple(static_cast<Object*>(self->type), e->args, state.get());
}

Owned importErrorReduce(Object* o) {
    auto* self = as<ImportExceptionObject>(o);
    const char* const attributeNames[] = {"name", "path", "name_from"};
    Object* const values[] = {self->name, self->path, self->nameFrom};
    return reduceWith(o, attributeNames, values, 3);
}

const Field importErrorFields[] = {MEMTAPE_EXCEPTION_FIELDS,
                                   {"msg", offsetof(ImportExceptionObject, msg)},
                                   {"name", offsetof(ImportExceptionObject, name)},
                                   {"path", offsetof(ImportExceptionObject, path)},
                                   {"name_from", offsetof(ImportExceptionObject, nameFrom)},
                                   {}};
const MemberDef importErrorMembers[] = {
    {"msg", MemberKind::Object, offsetof(ImportExceptionObject, msg), false},
    {"name", MemberKind::Object, offsetof(ImportExceptionObject, name), false},
    {"path", MemberKind::Object, offsetof(ImportExceptionObject, path), false},
    {"name_from", MemberKind::Object, offsetof(ImportExceptionObject, nameFrom), false},
    {},
};
const MethodDef importErrorMethods[] = {{"__reduce__", importErrorReduce}, {}};

// ---- AttributeError, NameError ------------------------------------------------------------------------------------

bool attributeErrorInit(Object* o, Args args) {
    if (!baseExceptionInit(o, positionalOnly(args))) return false;
    Object* out[2] = {};
    if (!parseArgs("AttributeError", keywordsOnly(args), "| $ name obj", out)) return false;
    setShared(o, as<AttributeExceptionObject>(o)->name, out[0]);
    setShared(o, as<AttributeExceptionObject>(o)->obj, out[1]);
    return true;
}

Owned attributeErrorReduce(Object* o) {
    const char* const attributeNames[] = {"name", "args"};
    Object* const values[] = {as<AttributeExceptionObject>(o)->name, asException(o)->args};
    return reduceWith(o, attributeNames, values, 2);
}

bool nameErrorInit(Object* o, Args args) {
    if (!baseExceptionInit(o, positionalOnly(args))) return false;
    Object* out[1] = {};
    if (!parseArgs("NameError", keywordsOnly(args), "| $ name", out)) return false;
    setShared(o, as<NameExceptionObject>(o)->name, out[0]);
    return true;
}

const Field attributeErrorFields[] = {
    MEMTAPE_EXCEPTION_FIELDS, {"obj", offsetof(AttributeExceptionObject, obj)}, {"name", offsetof(AttributeExceptionObject, name)}, {}};
const MemberDef attributeErrorMembers[] = {
    {"name", MemberKind::Object, offsetof(AttributeExceptionObject, name), false},
    {"obj", MemberKind::Object, offsetof(AttributeExceptionObject, obj), false},
    {},
};
const MethodDef attributeErrorMethods[] = {{"__reduce__", attributeErrorReduce}, {}};
const Field nameErrorFields[] = {MEMTAPE_EXCEPTION_FIELDS, {"name", offsetof(NameExceptionObject, name)}, {}};
const MemberDef nameErrorMembers[] = {{"name", MemberKind::Object, offsetof(NameExceptionObject, name), false}, {}};

// ---- SyntaxError --------------------------------------------------------------------------------------------------

bool syntaxErrorInit(Object* o, Args args) {
    if (!baseExceptionInit(o, args)) return false;
    auto* self = as<SyntaxExceptionObject>(o);
    ssize count = argumentCount(o);
    if (count >= 1) setShared(o, self->msg, argument(o, 0));
    if (count != 2) return true;
    Held<TupleObject> info(sequenceToTuple(argument(o, 1)));
    if (!info) return false;
    if (info->count < 4) return raise(exc::TypeError, "function takes at least 4 arguments ({} given)", info->count);
    if (info->count > 6) return raise(exc::TypeError, "function takes at most 6 arguments ({} given)", info->count);
    Object*& endLine = self->endLine;
    setShared(o, self->filename, info->items[0]);
    setShared(o, self->line, info->items[1]);
    setShared(o, self->offset, info->items[2]);
    setShared(o, self->text, info->items[3]);
    setShared(o, endLine, info->count > 4 ? info->items[4] : nullptr);
    setShared(o, self->endOffset, info->count > 5 ? info->items[5] : nullptr);
    if (endLine && !self->endOffset) return raise(exc::TypeError, "end_offset must be provided when end_lineno is provided");
    return true;
}

// The message, with the file's last component and the line where they are known.
Owned syntaxErrorStr(Object* o) {
    auto* self = as<SyntaxExceptionObject>(o);
    bool haveFile = self->filename && isStr(self->filename), haveLine = self->line && isExactInt(self->line);
    Object* msg = self->msg ? self->msg : None;
    if (!haveFile && !haveLine) return strOf(msg);
    std::string text;
    if (!appendStr(text, msg)) return {};
    text += " (";
    if (haveFile) {
        std::string file = strToUtf8(self->filename);
        if (size_t slash = file.rfind('/'); slash != file.npos) file.erase(0, slash + 1);
        text += file;
    }
    if (haveLine) {
        int overflow = 0;
        int64_t line = intValue(self->line, &overflow);
        text += (haveFile ? ", line " : "line ") + std::to_string(overflow ? -1 : line);
    }
    return newStr(text + ")");
}

const Field syntaxErrorFields[] = {MEMTAPE_EXCEPTION_FIELDS,
                                   {"msg", offsetof(SyntaxExceptionObject, msg)},
                                   {"filename", offsetof(SyntaxExceptionObject, filename)},
                                   {"lineno", offsetof(SyntaxExceptionObject, line)},
                                   {"offset", offsetof(SyntaxExceptionObject, offset)},
                                   {"end_lineno", offsetof(SyntaxExceptionObject, endLine)},
                                   {"end_offset", offsetof(SyntaxExceptionObject, endOffset)},
                                   {"text", offsetof(SyntaxExceptionObject, text)},
                                   {"print_file_and_line", offsetof(SyntaxExceptionObject, printFileAndLine)},
                                   {}};
const MemberDef syntaxErrorMembers[] = {
    {"msg", MemberKind::Object, offsetof(SyntaxExceptionObject, msg), false},
    {"filename", MemberKind::Object, offsetof(SyntaxExceptionObject, filename), false},
    {"lineno", MemberKind::Object, offsetof(SyntaxExceptionObject, line), false},
    {"offset", MemberKind::Object, offsetof(SyntaxExceptionObject, offset), false},
    {"text", MemberKind::Object, offsetof(SyntaxExceptionObject, text), false},
    {"end_lineno", MemberKind::Object, offsetof(SyntaxExceptionObject, endLine), false},
    {"end_offset", MemberKind::Object, offsetof(SyntaxExceptionObject, endOffset), false},
    {"print_file_and_line", MemberKind::Object, offsetof(SyntaxExceptionObject, printFileAndLine), false},
    {},
};

// ---- MemoryError --------------------------------------------------------------------------------------------------

// The one that is left when nothing can be allocated any more. Made with the types, immortal.
BaseExceptionObject* lastMemoryError = nullptr;

void dropLastMemoryError() { lastMemoryError = nullptr; }
RuntimeCache memoryErrorCache(dropLastMemoryError);

}

Object* newMemoryError() {
    // Not by baseExceptionNew: a failure in there would come back here.
    if (!heap.limitReached()) {
        constexpr size_t bytes = sizeof(GcHead) + sizeof(BaseExceptionObject);
        if (void* probe = heap.allocate(bytes)) {
            heap.release(probe);
            if (Owned made = baseExceptionNew(exc::MemoryError, Args()); made) return made.pointer;
        }
    }
    if (!lastMemoryError->args) lastMemoryError->args = emptyTuple;
    return lastMemoryError;
}

void describeMemoryError(Type* t) {
    constexpr size_t bytes = sizeof(GcHead) + sizeof(BaseExceptionObject);
    char* block = static_cast<char*>(heap.allocate(bytes));
    std::memset(block, 0, bytes);
    lastMemoryError = reinterpret_cast<BaseExceptionObject*>(block + sizeof(GcHead));
    lastMemoryError->refcount = immortalRefcount;
    lastMemoryError->type = t;
}

void describeSystemExit(Type* t) {
    t->init = systemExitInit;
    t->fields = systemExitFields;
    t->members = systemExitMembers;
}

void describeStopIteration(Type* t) {
    t->init = stopIterationInit;
    t->fields = stopIterationFields;
    t->members = stopIterationMembers;
}

void describeKeyError(Type* t) { t->str = keyErrorStr; }

void describeImportError(Type* t) {
    t->init = importErrorInit;
    t->str = importErrorStr;
    t->fields = importErrorFields;
    t->members = importErrorMembers;
    t->methods = importErrorMethods;
}

void describeAttributeError(Type* t) {
    t->init = attributeErrorInit;
    t->fields = attributeErrorFields;
    t->members = attributeErrorMembers;
    t->methods = attributeErrorMethods;
}

void describeNameError(Type* t) {
    t->init = nameErrorInit;
    t->fields = nameErrorFields;
    t->members = nameErrorMembers;
}

void describeSyntaxError(Type* t) {
    t->init = syntaxErrorInit;
    t->str = syntaxErrorStr;
    t->fields = syntaxErrorFields;
    t->members = syntaxErrorMembers;
}

}

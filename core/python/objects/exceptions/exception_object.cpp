// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/exceptions/exception_object.h"

#include <cstddef>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

void setContext(Object* e, Object* context) {
    xincref(context);
    setField(e, asException(e)->context, Owned(context));
}

void setCause(Object* e, Object* cause) {
    asException(e)->suppressContext = 1;
    xincref(cause);
    setField(e, asException(e)->cause, Owned(cause));
}

void setTraceback(Object* e, Object* traceback) {
    xincref(traceback);
    setField(e, asException(e)->traceback, Owned(traceback));
}

// ---- creation -----------------------------------------------------------------------------------------------------

Owned baseExceptionNew(Type* type, Args args) {
    // The tuple comes first: in CPython the call makes it.
    Ref<> tuple = newTupleOf(args.values, static_cast<ssize>(args.count));
    if (!tuple) return {};
    Owned made = type->alloc(type, 0);
    if (!made) return {};
    BaseExceptionObject* self = asException(made.pointer);
    self->args = tuple.releaseRaw();
    recordCells(self);
    return made;
}

bool baseExceptionInit(Object* o, Args args) {
    if (!checkNoKeywords(o->type->name, args)) return false;
    // __new__ has stored the same arguments already, unless a subclass calls this with others.
    TupleObject* have = asTuple(asException(o)->args);
    bool same = have && have->count == static_cast<ssize>(args.count);
    for (size_t i = 0; same && i < args.count; ++i) same = have->items[i] == args[i];
    if (same) return true;
    Ref<> tuple = newTupleOf(args.values, static_cast<ssize>(args.count));
    if (!tuple) return false;
    setField(o, asException(o)->args, tuple.release());
    return true;
}

Owned newException(Type* type, Object* value) {
    Args args{&value, value ? size_t{1} : size_t{0}, nullptr};
    if (type->create == baseExceptionNew && type->init == baseExceptionInit && type->type == types::Type) return baseExceptionNew(type, args);
    Ref<> made = call(type, args);
    if (made && !isException(made)) {
        return raise(exc::TypeError, "calling {!r} should have returned an instance of BaseException, not {!r}",
                     FormatArg(static_cast<Object*>(type)), FormatArg(static_cast<Object*>(made->type)));
    }
    return made.release();
}

// ---- text ---------------------------------------------------------------------------------------------------------

Owned baseExceptionStr(Object* self) {
    TupleObject* args = asTuple(asException(self)->args);
    if (!args || args->count == 0) return newStr("");
    if (args->count == 1) return strOf(args->items[0]);
    return strOf(args);
}

namespace {

Owned baseExceptionRepr(Object* self) {
    std::string_view name = self->type->name;
    if (size_t dot = name.rfind('.'); dot != name.npos && !hasFlag(self->type, HeapType)) name.remove_prefix(dot + 1);
    std::string text(name);
    TupleObject* args = asTuple(asException(self)->args);
    if (args->count == 1) {
        text += '(';
        if (!appendRepr(text, args->items[0])) return {};
        text += ')';
    } else if (!appendRepr(text, args)) {
        return {};
    }
    return newStr(text);
}

// ---- methods ------------------------------------------------------------------------------------------------------

Owned reduce(Object* self) {
    BaseExceptionObject* e = asException(self);
    if (e->dict) return packTuple(static_cast<Object*>(self->type), e->args, e->dict);
    return packTuple(static_cast<Object*>(self->type), e->args);
}

Owned setState(Object* self, Object* state) {
    if (isNone(state)) return newNone();
    if (!isDict(state)) return raise(exc::TypeError, "state is not a dictionary");
    Object *key, *value;
    for (ssize position = 0; dictNext(state, &position, &key, &value);) {
        Held<> heldKey(newRef(key)), heldValue(newRef(value));
        if (!memtape::setAttr(self, key, value)) return {};
    }
    return newNone();
}

bool setTracebackAttribute(Object* self, Object* value) {
    if (!value) return raise(exc::TypeError, "__traceback__ may not be deleted");
    if (!isNone(value) && value->type != types::Traceback) return raise(exc::TypeError, "__traceback__ must be a traceback or None");
    setTraceback(self, isNone(value) ? nullptr : value);
    return true;
}

Owned withTraceback(Object* self, Object* traceback) {
    if (!setTracebackAttribute(self, traceback)) return {};
    return newRef(self);
}

Owned addNote(Object* self, Object* note) {
    if (!isStr(note)) return raise(exc::TypeError, "note must be a str, not '{}'", note->type->name);
    bool failed = false;
    Held<> notes(findAttr(self, names::dunderNotes, &failed));
    if (failed) return {};
    if (!notes) {
        notes = Owned(newList(0));
        if (!notes || !memtape::setAttr(self, names::dunderNotes, notes)) return {};
    } else if (!isList(notes)) {
        return raise(exc::TypeError, "Cannot add note: __notes__ is not a list");
    }
    if (!listAppend(asList(notes), note)) return {};
    return newNone();
}

Owned orNone(Object* o) { return newRef(o ? o : None); }

Owned getArgs(Object* self) { return orNone(asException(self)->args); }
bool setArgs(Object* self, Object* value) {
    if (!value) return raise(exc::TypeError, "args may not be deleted");
    Owned tuple = sequenceToTuple(value);
    if (!tuple) return false;
    setField(self, asException(self)->args, tuple);
    return true;
}

Owned getTraceback(Object* self) { return orNone(asException(self)->traceback); }
Owned getContext(Object* self) { return orNone(asException(self)->context); }
Owned getCause(Object* self) { return orNone(asException(self)->cause); }

bool setContextAttribute(Object* self, Object* value) {
    if (!value) return raise(exc::TypeError, "__context__ may not be deleted");
    if (!isNone(value) && !isException(value)) return raise(exc::TypeError, "exception context must be None or derive from BaseException");
    setContext(self, isNone(value) ? nullptr : value);
    return true;
}

bool setCauseAttribute(Object* self, Object* value) {
    if (!value) return raise(exc::TypeError, "__cause__ may not be deleted");
    if (!isNone(value) && !isException(value)) return raise(exc::TypeError, "exception cause must be None or derive from BaseException");
    setCause(self, isNone(value) ? nullptr : value);
    return true;
}

Owned getDict(Object* self) { return instanceDict(self); }
bool setDict(Object* self, Object* value) { return setInstanceDict(self, value); }

const MethodDef baseMethods[] = {
    {"__reduce__", reduce}, {"__setstate__", setState}, {"with_traceback", withTraceback}, {"add_note", addNote}, {},
};
const GetSetDef baseGetSets[] = {
    {"__dict__", getDict, setDict},
    {"args", getArgs, setArgs},
    {"__traceback__", getTraceback, setTracebackAttribute},
    {"__context__", getContext, setContextAttribute},
    {"__cause__", getCause, setCauseAttribute},
    {},
};
const MemberDef baseMembers[] = {
    {"__suppress_context__", MemberKind::Bool, offsetof(BaseExceptionObject, suppressContext), false},
    {},
};
const Field baseFields[] = {MEMTAPE_EXCEPTION_FIELDS, {}};

// Where the second column of exceptions.def is looked up.
namespace bases {
using namespace exc;
Type*& Object = types::Object;
}

}

void defineExceptionTypes() {
    auto describe = [](Type* t, const char* name, Type* base, ssize size, const char* doc) {
        t->name = name;
        t->doc = doc;
        t->base = base;
        t->basicSize = size;
        t->flags = BaseType | HaveGc | ExceptionSubclass;
        t->dictOffset = offsetof(BaseExceptionObject, dict);
        t->fields = base == types::Object ? baseFields : base->fields; // a layout of its own replaces them below
    };
#define EXCEPTION(Name, Base, layout, doc) describe(exc::Name, #Name, bases::Base, static_cast<ssize>(sizeof(layout##ExceptionObject)), doc);
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
    Type* base = exc::BaseException;
    base->create = baseExceptionNew;
    base->init = baseExceptionInit;
    base->str = baseExceptionStr;
    base->repr = baseExceptionRepr;
    base->getAttr = genericGetAttr;
    base->setAttr = genericSetAttr;
    base->methods = baseMethods;
    base->getsets = baseGetSets;
    base->members = baseMembers;

    // Each type's own __init__ and __new__ slots are filled in, as CPython's SimpleExtendsException does.
#define EXCEPTION(Name, Base, layout, doc) \
    exc::Name->create = baseExceptionNew; \
    exc::Name->init = baseExceptionInit;
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
    describeSystemExit(exc::SystemExit);
    describeStopIteration(exc::StopIteration);
    describeKeyError(exc::KeyError);
    describeImportError(exc::ImportError);
    describeAttributeError(exc::AttributeError);
    describeNameError(exc::NameError);
    describeSyntaxError(exc::SyntaxError);
    describeMemoryError(exc::MemoryError);
    describeOSError(exc::OSError);
    describeUnicodeEncodeError(exc::UnicodeEncodeError);
    describeUnicodeDecodeError(exc::UnicodeDecodeError);
    describeUnicodeTranslateError(exc::UnicodeTranslateError);
    describeBaseExceptionGroup(exc::BaseExceptionGroup);

    // What derives from one of these (FileNotFoundError, TabError …) has its layout, __new__ and __init__.
#define EXCEPTION(Name, Base, layout, doc) \
    if (exc::Name->fields == baseFields && bases::Base != types::Object && bases::Base->fields != baseFields) { \
        exc::Name->fields = bases::Base->fields; \
        exc::Name->create = bases::Base->create; \
        exc::Name->init = bases::Base->init; \
    }
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
}

}

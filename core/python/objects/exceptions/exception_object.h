// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exception instances. Layouts as CPython 3.13's; the struct of each builtin exception is named in exceptions.def.
//
//   exception_object.cpp   BaseException, and the table from which all types are made
//   exception_types.cpp    SystemExit, StopIteration, KeyError, ImportError, AttributeError, NameError, SyntaxError, MemoryError
//   exception_os.cpp       OSError, which picks the subclass by errno
//   exception_unicode.cpp  UnicodeEncodeError and its kin
//   exception_group.cpp    exception groups, and what except* needs

#include <string_view>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/runtime.h"

namespace memtape {

struct BaseExceptionObject : Object {
    Object *dict, *args, *notes, *traceback, *context, *cause;
    char suppressContext;
};
struct GroupExceptionObject : BaseExceptionObject {
    Object *message, *exceptions;
};
struct SystemExitExceptionObject : BaseExceptionObject {
    Object* code;
};
struct AttributeExceptionObject : BaseExceptionObject {
    Object *obj, *name;
};
struct ImportExceptionObject : BaseExceptionObject {
    Object *msg, *name, *path, *nameFrom;
};
struct NameExceptionObject : BaseExceptionObject {
    Object* name;
};
struct OsExceptionObject : BaseExceptionObject {
    Object *error, *strerror, *filename, *filename2;
    ssize written;
};
struct StopIterationExceptionObject : BaseExceptionObject {
    Object* value;
};
struct SyntaxExceptionObject : BaseExceptionObject {
    Object *msg, *filename, *line, *offset, *endLine, *endOffset, *text, *printFileAndLine;
};
struct UnicodeExceptionObject : BaseExceptionObject {
    Object *encoding, *object;
    ssize start, end;
    Object* reason;
};
static_assert(sizeof(BaseExceptionObject) == 72 && sizeof(GroupExceptionObject) == 88 && sizeof(OsExceptionObject) == 112);

inline bool isException(const Object* o) { return hasFlag(o, ExceptionSubclass); }
inline bool isExceptionClass(const Object* o) { return isType(o) && hasFlag(static_cast<const Type*>(o), ExceptionSubclass); }
inline BaseExceptionObject* asException(Object* o) { return static_cast<BaseExceptionObject*>(o); }

void setContext(Object* exception, Object* context /*borrowed or null*/);
void setCause(Object* exception, Object* cause /*borrowed or null*/); // and sets __suppress_context__
void setTraceback(Object* exception, Object* traceback /*borrowed or null*/);

// type(value), or type() where value is null. What is not an exception afterwards raises TypeError.
Owned newException(Type* type, Object* value);
Object* newMemoryError(); // always succeeds

// ---- for the files that describe exception types ------------------------------------------------------------------
Owned baseExceptionNew(Type* type, Args args);
bool baseExceptionInit(Object* self, Args args);
Owned baseExceptionStr(Object* self);
void describeSystemExit(Type* t);
void describeStopIteration(Type* t);
void describeKeyError(Type* t);
void describeImportError(Type* t);
void describeAttributeError(Type* t);
void describeNameError(Type* t);
void describeSyntaxError(Type* t);
void describeMemoryError(Type* t);
void describeOSError(Type* t);
void describeUnicodeEncodeError(Type* t);
void describeUnicodeDecodeError(Type* t);
void describeUnicodeTranslateError(Type* t);
void describeBaseExceptionGroup(Type* t);

// The fields that each layout begins with, for a table of Field.
#define MEMTAPE_EXCEPTION_FIELDS \
    {"__dict__", offsetof(BaseExceptionObject, dict)}, {"args", offsetof(BaseExceptionObject, args)}, \
        {"__notes__", offsetof(BaseExceptionObject, notes)}, {"__traceback__", offsetof(BaseExceptionObject, traceback)}, \
        {"__context__", offsetof(BaseExceptionObject, context)}, { \
        "__cause__", offsetof(BaseExceptionObject, cause) \
    }

// ---- exception groups ---------------------------------------------------------------------------------------------
bool isExceptionGroup(const Object* o);
Owned newExceptionGroup(std::string_view message, Object* exceptions); // (BaseExceptionGroup called)
// except* T: what of `exception` (a group, another exception, or None) matches and what does not. `match` and `rest` receive new
// references; None: nothing. A lone exception that matches is wrapped in a group without a traceback.
bool matchExceptionGroup(Object* exception, Object* matchType, Object** match, Object** rest);
// The end of a try with except*: from the exceptions that the clauses raised or left, the one to raise, or None.
Owned prepareReraiseStar(Object* original, Object* raisedList);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Exception instances. Layouts as CPython 3.13's; the struct of each builtin exception is named in exceptions.def.

#include "core/objects/object.h"
#include "core/objects/runtime.h"

namespace memtape {

struct BaseExceptionObject : Object {
    Object *dict, *args, *notes, *traceback, *context, *cause;
    char suppressContext;
};
struct GroupExceptionObject : BaseExceptionObject { Object *message, *exceptions; };
struct SystemExitExceptionObject : BaseExceptionObject { Object* code; };
struct AttributeExceptionObject : BaseExceptionObject { Object *obj, *name; };
struct ImportExceptionObject : BaseExceptionObject { Object *msg, *name, *path, *nameFrom; };
struct NameExceptionObject : BaseExceptionObject { Object* name; };
struct OsExceptionObject : BaseExceptionObject { Object *error, *strerror, *filename, *filename2; ssize written; };
struct StopIterationExceptionObject : BaseExceptionObject { Object* value; };
struct SyntaxExceptionObject : BaseExceptionObject {
    Object *msg, *filename, *line, *offset, *endLine, *endOffset, *text, *printFileAndLine;
};
struct UnicodeExceptionObject : BaseExceptionObject { Object *encoding, *object; ssize start, end; Object* reason; };

inline bool isException(const Object* o) { return hasFlag(o, ExceptionSubclass); }
inline bool isExceptionClass(const Object* o) { return isType(o) && hasFlag(static_cast<const Type*>(o), ExceptionSubclass); }
inline BaseExceptionObject* asException(Object* o) { return static_cast<BaseExceptionObject*>(o); }

void setContext(Object* exception, Object* context /*borrowed or null*/);
void setCause(Object* exception, Object* cause /*borrowed or null*/);
void setTraceback(Object* exception, Object* traceback /*borrowed or null*/);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/frames/frame_object.h"

#include <cstring>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/quiet_allocation.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/text_protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/frames/code_parts.h"
#include "core/python/vm/frames/frame_locals.h"
#include "core/python/vm/generators/generator_object.h"
#include "core/python/vm/loop/frame_recording.h"

namespace memtape {

FrameObject* frameObjectOf(Frame* frame) {
    if (frame->frameObject) return frame->frameObject;
    size_t bytes = sizeof(FrameObject) - sizeof(Object*) + (frame->code->localsPlusCount + frame->code->stackSize) * sizeof(Object*);
    FrameObject* object;
    {
        QuietAllocation quiet; // its size follows from the frame
        object = static_cast<FrameObject*>(allocateGcObject(types::Frame, bytes));
    }
    if (!object) return nullptr;
    std::memset(static_cast<void*>(reinterpret_cast<char*>(object) + sizeof(Object)), 0, sizeof(FrameObject) - sizeof(Object));
    object->frame = frame;
    object->traceLines = 1;
    frame->frameObject = object;
    recordAlloc(object);
    if (recording()) recordFrameObject(frame);
    return object;
}

void takeOverFrame(FrameObject* object, Frame* frame) {
    size_t used = static_cast<size_t>(frame->stackTop);
    std::memcpy(static_cast<void*>(&object->contents), frame, offsetof(Frame, localsPlus) + used * sizeof(Object*));
    object->contents.owner = FrameOwner::FrameObject;
    if (frame->owner == FrameOwner::Generator) incref(frame->code); // the generator keeps it too
    object->contents.frameObject = nullptr;
    object->contents.previous = nullptr;
    object->frame = &object->contents;
    if (Frame* caller = frame->previous) {
        while (caller && !caller->started) caller = caller->previous;
        if (caller) {
            if (FrameObject* back = frameObjectOf(caller)) {
                incref(back);
                object->back = back;
            } else {
                clearError();
            }
        }
    }
    recordCells(object);
    if (!isTracked(object)) gcTrack(object);
}

namespace {

FrameObject* self(Object* o) { return static_cast<FrameObject*>(o); }
bool ownsContents(FrameObject* f) { return f->frame == &f->contents; }

void frameDealloc(Object* o) {
    FrameObject* f = self(o);
    if (isTracked(o)) gcUntrack(o);
    Dying dying(o);
    if (ownsContents(f)) {
        f->frame = nullptr;
        clearFrame(&f->contents);
    }
    clearField(f->back);
    if (f->trace) clearField(f->trace);
    if (f->extraLocals) clearField(f->extraLocals);
    freeObject(o);
}

int frameTraverse(Object* o, Visit visit, void* context) {
    FrameObject* f = self(o);
    if (f->back) {
        if (int r = visit(f->back, context)) return r;
    }
    for (Object* own : {f->trace, f->extraLocals}) {
        if (!own) continue;
        if (int r = visit(own, context)) return r;
    }
    return f->frame && ownsContents(f) ? visitFrame(f->frame, visit, context) : 0;
}

void frameClear(Object* o) {
    FrameObject* f = self(o);
    if (f->trace) setFrameTrace(f, nullptr);
    if (f->extraLocals) setExtraLocals(f, Owned(nullptr));
    if (f->frame && ownsContents(f)) {
        recordTruncate(o, CellKind::Item, 0);
        clearFrameContents(f->frame);
    }
}

void frameCells(Object* o, CellVisitor& visitor) {
    FrameObject* f = self(o);
    visitor.visit(CellKind::Field, 0, f->back);
    visitor.visit(CellKind::Field, frameTraceField, f->trace);
    visitor.visit(CellKind::Field, frameExtraLocalsField, f->extraLocals);
    if (!f->frame || !ownsContents(f)) return;
    visitor.visit(CellKind::Field, 1, f->frame->code);
    visitor.visit(CellKind::Field, 2, f->frame->function);
    visitor.visit(CellKind::Field, 3, f->frame->locals);
    for (int i = 0; i < f->frame->stackTop; ++i) visitor.visit(CellKind::Item, static_cast<uint32_t>(i), f->frame->localsPlus[i]);
}

Owned frameBack(Object* o) {
    FrameObject* f = self(o);
    if (f->back) return newRef(f->back);
    if (!f->frame || ownsContents(f)) return newNone();
    Frame* caller = f->frame->previous;
    while (caller && !caller->started) caller = caller->previous;
    if (!caller) return newNone();
    FrameObject* back = frameObjectOf(caller);
    return back ? newRef(back) : Owned(nullptr);
}
Owned frameLocalsGet(Object* o) { return frameLocalsOf(self(o)); }
Owned frameGlobalsGet(Object* o) { return newRef(self(o)->frame->globals); }
Owned frameBuiltinsGet(Object* o) { return newRef(self(o)->frame->builtins); }
Owned frameCodeGet(Object* o) { return newRef(self(o)->frame->code); }
Owned frameLinenoGet(Object* o) {
    int line = frameLine(self(o)->frame);
    return line < 0 ? newNone() : newInt(line);
}
Owned frameLastiGet(Object* o) {
    Frame* f = self(o)->frame;
    return newInt(shownOffset(f->code, static_cast<uint32_t>(f->ip - f->code->extra->instructions)));
}
Owned frameTraceGet(Object* o) { return newRef(self(o)->trace ? self(o)->trace : None); }
bool frameTraceSet(Object* o, Object* value) {
    setFrameTrace(self(o), value && !isNone(value) ? value : nullptr);
    if (self(o)->trace && self(o)->traceOpcodes) self(o)->tellsOpcodes = 1;
    return true;
}
bool setFlag(Object* value, uint8_t* flag) {
    if (!value) return raise(exc::TypeError, "can't delete numeric/char attribute");
    if (!isBool(value)) return raise(exc::TypeError, "attribute value type must be bool");
    *flag = value == True;
    return true;
}
Owned frameTraceLinesGet(Object* o) { return newBool(self(o)->traceLines); }
bool frameTraceLinesSet(Object* o, Object* value) { return setFlag(value, &self(o)->traceLines); }
Owned frameTraceOpcodesGet(Object* o) { return newBool(self(o)->traceOpcodes); }
bool frameTraceOpcodesSet(Object* o, Object* value) {
    if (!setFlag(value, &self(o)->traceOpcodes)) return false;
    self(o)->tellsOpcodes = self(o)->traceOpcodes && (self(o)->trace || self(o)->tellsOpcodes);
    return true;
}

Owned frameClearMethod(Object* o) {
    FrameObject* f = self(o);
    if (!f->frame) return newNone();
    if (f->frame->owner == FrameOwner::Stack) return raise(exc::RuntimeError, "cannot clear an executing frame");
    if (f->frame->owner == FrameOwner::Generator) {
        GeneratorObject* g = generatorOf(f->frame);
        if (g->state == GeneratorState::Executing) return raise(exc::RuntimeError, "cannot clear an executing frame");
        if (g->state != GeneratorState::Created && g->state != GeneratorState::Cleared)
            return raise(exc::RuntimeError, "cannot clear a suspended frame");
        return newNone();
    }
    frameClear(o);
    return newNone();
}

Owned frameRepr(Object* o) {
    FrameObject* f = self(o);
    const std::string address = addressText(o);
    Ref<> file = reprOf(f->frame->code->filename);
    if (!file) return nullptr;
    const FormatArg parts[] = {address, file.get(), frameLine(f->frame), f->frame->code->name};
    return formatMessage("<frame at {}, file {}, line {}, code {}>", parts, 4);
}

const GetSetDef frameGetSets[] = {{"f_back", frameBack},
                                  {"f_locals", frameLocalsGet},
                                  {"f_globals", frameGlobalsGet},
                                  {"f_builtins", frameBuiltinsGet},
                                  {"f_code", frameCodeGet},
                                  {"f_lineno", frameLinenoGet, frameLinenoSet},
                                  {"f_lasti", frameLastiGet},
                                  {"f_trace", frameTraceGet, frameTraceSet},
                                  {"f_trace_lines", frameTraceLinesGet, frameTraceLinesSet},
                                  {"f_trace_opcodes", frameTraceOpcodesGet, frameTraceOpcodesSet},
                                  {}};
const MethodDef frameMethods[] = {{"clear", frameClearMethod}, {}};

TracebackObject* trace(Object* o) { return static_cast<TracebackObject*>(o); }

Owned tracebackNextGet(Object* o) { return trace(o)->next ? newRef(trace(o)->next) : newNone(); }
bool tracebackNextSet(Object* o, Object* value) {
    if (!value) return raise(exc::TypeError, "can't delete tb_next attribute");
    if (isNone(value)) value = nullptr;
    else if (value->type != types::Traceback) return raise(exc::TypeError, "expected traceback object, got '{}'", value->type->name);
    for (Object* t = value; t; t = trace(t)->next) {
        if (t == o) return raise(exc::ValueError, "traceback loop detected");
    }
    xincref(value);
    setField(o, trace(o)->next, Owned(value));
    return true;
}
Owned tracebackLineGet(Object* o) { return trace(o)->line < 0 ? newNone() : newInt(trace(o)->line); }
Owned tracebackLastiGet(Object* o) {
    const int lasti = trace(o)->lasti;
    CodeObject* code = static_cast<FrameObject*>(trace(o)->frame)->frame->code;
    return newInt(lasti >= 0 ? shownOffset(code, static_cast<uint32_t>(lasti) / 2) : givenOffset(lasti));
}
Owned tracebackCreate(Type*, Args args) {
    Object* given[4] = {};
    if (!parseArgs("traceback", args, "tb_next tb_frame tb_lasti tb_lineno", given)) return nullptr;
    if (!isNone(given[0]) && given[0]->type != types::Traceback)
        return raise(exc::TypeError, "expected traceback object or None, got '{}'", given[0]->type->name);
    if (given[1]->type != types::Frame) return raise(exc::TypeError, "traceback() argument 'tb_frame' must be frame, not {}", given[1]->type->name);
    int64_t lasti, line;
    if (!intToInt64(given[2], &lasti) || !intToInt64(given[3], &line)) return nullptr;
    return newTraceback(isNone(given[0]) ? nullptr : given[0], static_cast<FrameObject*>(given[1]), fromGivenOffset(static_cast<int>(lasti)),
                        static_cast<int>(line));
}

Owned tracebackDir(Object*) {
    Held<ListObject> names(newList(0));
    for (const char* name : {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"}) {
        Ref<> text(names ? internStr(name) : Owned(nullptr));
        if (!text || !listAppend(names, text)) return nullptr;
    }
    return names.release();
}

const MethodDef tracebackMethods[] = {{"__dir__", tracebackDir}, {}};
const GetSetDef tracebackGetSets[] = {
    {"tb_next", tracebackNextGet, tracebackNextSet}, {"tb_lineno", tracebackLineGet}, {"tb_lasti", tracebackLastiGet}, {}};
const MemberDef tracebackMembers[] = {{"tb_frame", MemberKind::Object, offsetof(TracebackObject, frame)}, {}};
const Field tracebackFields[] = {{"tb_next", offsetof(TracebackObject, next)}, {"tb_frame", offsetof(TracebackObject, frame)}, {}};

}

void setFrameTrace(FrameObject* frame, Object* functionOrNull) {
    Object* old = frame->trace;
    frame->trace = functionOrNull;
    xincref(functionOrNull);
    recordCell(frame, CellKind::Field, frameTraceField, functionOrNull);
    xdecref(old);
}

void setExtraLocals(FrameObject* frame, Owned dictOrNull) {
    Object* old = frame->extraLocals;
    frame->extraLocals = dictOrNull.pointer;
    recordCell(frame, CellKind::Field, frameExtraLocalsField, frame->extraLocals);
    xdecref(old);
}

Owned newTraceback(Object* next, FrameObject* frame, int lasti, int line) {
    auto* t = static_cast<TracebackObject*>(allocateGcObject(types::Traceback, sizeof(TracebackObject)));
    if (!t) return nullptr;
    xincref(next);
    incref(frame);
    t->next = next;
    t->frame = frame;
    t->lasti = lasti;
    t->line = line;
    recordCells(t);
    gcTrack(t);
    return Owned(t);
}

void addTracebackEntry(Frame* frame) {
    Ref<> exception = takeError();
    if (!exception) return;
    FrameObject* object = frameObjectOf(frame);
    if (object) {
        int lasti = static_cast<int>(frame->ip - frame->code->extra->instructions) * 2;
        Ref<> entry = newTraceback(asException(exception)->traceback, object, lasti, frameLine(frame));
        if (entry) setTraceback(exception, entry);
    }
    restoreError(exception.release());
}

void defineFrameType(Type* t) {
    t->name = "frame";
    t->basicSize = sizeof(FrameObject) - sizeof(Object*);
    t->itemSize = sizeof(Object*);
    t->flags = HaveGc;
    t->dealloc = frameDealloc;
    t->traverse = frameTraverse;
    t->clear = frameClear;
    t->cells = frameCells;
    t->repr = frameRepr;
    t->getsets = frameGetSets;
    t->methods = frameMethods;
    t->size = [](Object* o) -> size_t {
        FrameObject* f = self(o);
        size_t words = f->frame ? f->frame->code->localsPlusCount + f->frame->code->stackSize : 0;
        return sizeof(FrameObject) - sizeof(Object*) + words * sizeof(Object*);
    };
}

void defineTracebackType(Type* t) {
    t->name = "traceback";
    t->basicSize = sizeof(TracebackObject);
    t->flags = HaveGc;
    t->fields = tracebackFields;
    t->create = tracebackCreate;
    t->getsets = tracebackGetSets;
    t->members = tracebackMembers;
    t->methods = tracebackMethods;
}

}

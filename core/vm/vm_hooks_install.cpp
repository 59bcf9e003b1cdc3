// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/vm_hooks_install.h"

#include "core/objects/dict_object.h"
#include "core/objects/errors.h"
#include "core/objects/str_object.h"
#include "core/objects/tuple_object.h"
#include "core/objects/vm_hooks.h"
#include "core/vm/code_extra.h"
#include "core/vm/compile_source.h"
#include "core/vm/eval_helpers.h"
#include "core/vm/frame_object.h"
#include "core/vm/imports.h"
#include "core/vm/traceback_text.h"

namespace memtape {

namespace {

Frame* runningFrame() {
    Frame* frame = interpreter.frame;
    while (frame && !frame->started) frame = frame->previous;
    return frame;
}

Owned currentGlobals() {
    Frame* frame = runningFrame();
    return frame ? newRef(frame->globals) : Owned(nullptr);
}

Owned currentLocals() {
    Frame* frame = runningFrame();
    if (!frame) return raise(exc::SystemError, "frame does not exist");
    return frameLocals(frame);
}

Owned importHook(Object* name, Object* globals, Object*, Object* from, int level) { return importWithLevel(name, globals, from, level); }

Owned compileHook(Object* source, Object* filename, CompileMode mode, int, int) {
    std::string text;
    if (isStr(source)) {
        text = strToUtf8(source);
    } else {
        const uint8_t* bytes;
        size_t size;
        if (!bufferOf(source, &bytes, &size)) return raise(exc::TypeError, "compile() arg 1 must be a string, bytes or AST object");
        text.assign(reinterpret_cast<const char*>(bytes), size);
    }
    if (text.find('\0') != std::string::npos) return raise(exc::SyntaxError, "source code string cannot contain null bytes");
    Frame* frame = runningFrame();
    uint32_t inherited = frame ? frame->code->flags & CodeFlag::FutureAnnotations : 0;
    // Code made at run time is the program's, but of no file of its own: it has no steps.
    return compileSource(text, strToUtf8(filename), mode, CodeOrigin::Library, inherited);
}

Owned evaluateHook(Object* code, Object* globals, Object* locals, Object* closure) {
    Owned function = newFunction(code, globals);
    if (!function) return nullptr;
    if (closure) setFunctionPart(asFunction(function.pointer), 8, newRef(closure).pointer);
    Frame* frame = frameForCall(asFunction(function.pointer), locals, nullptr, 0, nullptr);
    return frame ? runFrame(frame) : Owned(nullptr);
}

Owned classBodyHook(Object* function, Object* space) {
    incref(function);
    Frame* frame = frameForCall(asFunction(function), space, nullptr, 0, nullptr);
    return frame ? runFrame(frame) : Owned(nullptr);
}

Frame* frameAt(int depth) {
    Frame* frame = runningFrame();
    while (frame && depth > 0) {
        frame = frame->previous;
        while (frame && !frame->started) frame = frame->previous;
        --depth;
    }
    return frame;
}

Owned frameHook(int depth) {
    Frame* frame = frameAt(depth);
    if (!frame) return raise(exc::ValueError, "call stack is not deep enough");
    FrameObject* object = frameObjectOf(frame);
    return object ? newRef(object) : Owned(nullptr);
}

Owned formatHook(Object* exception) { return newStr(exceptionText(exception)); }

bool callerHook(int depth, Object** filename, int* line, Object** globals) {
    Frame* frame = frameAt(depth);
    if (!frame) return false;
    *filename = frame->code->filename;
    *line = frameLine(frame);
    *globals = frame->globals;
    return true;
}

}

void installVmHooks() {
    vmHooks = {currentGlobals, currentLocals, importHook, compileHook, evaluateHook, classBodyHook, frameHook, formatHook, callerHook};
    types::Function->call = callFunction;
    isProgramModule = isProgramModuleName;
}

}

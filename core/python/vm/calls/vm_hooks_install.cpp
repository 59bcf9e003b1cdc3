// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/calls/vm_hooks_install.h"

#include "core/python/modules/ast/tree_objects.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/errors/traceback_text.h"
#include "core/python/vm/frames/code_definitions.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame_locals.h"
#include "core/python/vm/frames/frame_object.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/frame_recording.h"
#include "core/python/vm/loop/monitoring.h"
#include "core/python/vm/loop/tracing.h"
#include "core/python/vm/program/compile_source.h"
#include "core/python/vm/program/import_machinery.h"
#include "core/python/vm/program/imports.h"

namespace memtape {

namespace {

Frame* runningFrame() {
    Frame* frame = interpreter.frame;
    while (frame && !frame->started) frame = frame->previous;
    return frame;
}

Object* runningGlobals() {
    Frame* frame = runningFrame();
    return frame ? frame->globals : nullptr;
}

// super() without arguments: the class in `__class__`, and the first argument wherever it lies.
bool superArguments(Type** type, Object** self) {
    Frame* frame = runningFrame();
    if (!frame) return raise(exc::RuntimeError, "super(): no current frame");
    CodeObject* code = frame->code;
    if (code->argCount == 0) return raise(exc::RuntimeError, "super(): no arguments");
    const CodeUnit& unit = *codeUnit(code);
    Object* first = frame->localsPlus[0];
    if (first && (unit.localsPlusKinds[0] & LocalKind::Cell) && isCell(first)) first = static_cast<CellObject*>(first)->contents;
    if (!first) return raise(exc::RuntimeError, "super(): arg[0] deleted");
    for (uint32_t i = 0; i < code->localsPlusCount; ++i) {
        if (!(unit.localsPlusKinds[i] & LocalKind::Free) || unit.localsPlusNames[i] != "__class__") continue;
        Object* cell = frame->localsPlus[i];
        if (!cell || !isCell(cell)) return raise(exc::RuntimeError, "super(): bad __class__ cell");
        Object* cls = static_cast<CellObject*>(cell)->contents;
        if (!cls) return raise(exc::RuntimeError, "super(): empty __class__ cell");
        if (!isType(cls)) return raise(exc::RuntimeError, "super(): __class__ is not a type ({})", cls->type->name);
        *type = static_cast<Type*>(cls);
        *self = first;
        return true;
    }
    return raise(exc::RuntimeError, "super(): __class__ cell not found");
}

Owned currentGlobals() {
    Frame* frame = runningFrame();
    return frame ? newRef(frame->globals) : Owned(nullptr);
}

Owned currentLocals() {
    Frame* frame = runningFrame();
    if (!frame) return raise(exc::SystemError, "frame does not exist");
    return localsSnapshot(frame);
}

Owned importHook(Object* name, Object* globals, Object*, Object* from, int level) { return importWithLevel(name, globals, from, level); }

// The text of a file of the library, as importlib hands it over to be compiled: it has been, when Memtape was built.
Owned compiledInLibrary(const std::string& name, const std::string& text) {
    std::string_view relative;
    const LibraryEntry* entry = isInLibrary(name, &relative) ? library().find(relative) : nullptr;
    std::string known;
    if (!entry || !library().text(*entry, known) || known != text) return nullptr;
    std::shared_ptr<CodeUnit> unit = library().code(*entry);
    return unit ? newCode(unit, CodeOrigin::Library) : Owned(nullptr);
}

Owned compileHook(Object* source, Object* filename, CompileMode mode, int flags, bool inherits, int optimize) {
    Frame* frame = runningFrame();
    // Code made at run time is of no file of the program: it has no steps.
    CompileRequest request{
        mode, frame && frame->code->ofLibrary ? CodeOrigin::Library : CodeOrigin::Generated, false, flags, optimize < 0 ? 0 : optimize, true};
    request.futureAnnotations = ((inherits && frame ? frame->code->flags : 0) | static_cast<uint32_t>(flags)) & CodeFlag::FutureAnnotations;
    std::string name = strToUtf8(filename);
    if (isAstNode(source)) return compileSyntaxTree(source, name, request);
    std::string text;
    if (isStr(source)) {
        text = strToUtf8(source);
        strKeepUtf8(source);
    } else {
        const uint8_t* bytes;
        size_t size;
        if (!bufferOf(source, &bytes, &size)) return raise(exc::TypeError, "compile() arg 1 must be a string, bytes or AST object");
        text.assign(reinterpret_cast<const char*>(bytes), size);
    }
    if (text.find('\0') != std::string::npos) return raise(exc::SyntaxError, "source code string cannot contain null bytes");
    bool isBytesText = mode == CompileMode::Exec && !isStr(source);
    if (isBytesText && optimize <= 0) {
        Owned known = compiledInLibrary(name, text);
        if (known.pointer || errorOccurred()) return known;
    }
    // A module of the program is compiled here where importlib loads it.
    if (isBytesText && frame && !frame->code->ofProgram && isProgramFile(name)) {
        request.origin = CodeOrigin::Program;
        rememberSource(name, text);
        defineSourceOnTape(name, text, true);
        return compileSource(SourceFile::fromModuleBytes(name, text), request);
    }
    return compileSource(isStr(source) ? SourceFile::fromText(name, text) : SourceFile::fromBytesObject(name, text), request);
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
Owned formatIgnoredHook(Object* exception) { return newStr(ignoredExceptionText(exception)); }

bool runningPlace(Object** filename, int* line) {
    Frame* frame = runningFrame();
    if (!frame) return false;
    *filename = frame->code->filename;
    *line = frameLine(frame);
    return true;
}

int stackPlaces(int most, void (*visit)(Object* filename, int line, void* context), void* context) {
    int count = 0;
    for (Frame* frame = interpreter.frame; frame; frame = frame->previous) {
        if (!frame->started) continue;
        if (count < most) visit(frame->code->filename, frameLine(frame), context);
        ++count;
    }
    return count;
}

std::string sourceLineHook(Object* filename, int line) {
    std::string text = isStr(filename) ? rememberedLine(strToUtf8(filename), line) : std::string();
    size_t begin = text.find_first_not_of(" \t\f");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\f\r\n") - begin + 1);
}

Owned tracebackHereHook() {
    Frame* frame = runningFrame();
    FrameObject* object = frame ? frameObjectOf(frame) : nullptr;
    if (!object) return nullptr;
    return newTraceback(nullptr, object, static_cast<int>(frame->ip - frame->code->extra->instructions) * 2, frameLine(frame));
}

}

void installVmHooks() {
    vmHooks.runningGlobals = runningGlobals;
    vmHooks.superArguments = superArguments;
    vmHooks.importModule = importModule;
    vmHooks.moduleStanding = moduleStanding;
    vmHooks.lateModuleAttribute = makeLateAttribute;
    vmHooks.globals = currentGlobals;
    vmHooks.locals = currentLocals;
    vmHooks.importName = importHook;
    vmHooks.compile = compileHook;
    vmHooks.setTraceFunction = setTraceFunction;
    installMonitoring();
    vmHooks.raiseSyntaxProblem = raiseSyntaxProblem;
    vmHooks.isSyntaxTree = isAstNode;
    vmHooks.evaluate = evaluateHook;
    vmHooks.runClassBody = classBodyHook;
    vmHooks.frame = frameHook;
    vmHooks.runningPlace = runningPlace;
    vmHooks.stackPlaces = stackPlaces;
    vmHooks.sourceLine = sourceLineHook;
    vmHooks.anextAwaitable = newAnextAwaitable;
    vmHooks.asyncHooksChanged = [] {
        if (recording()) recordAsyncHooks();
    };
    vmHooks.formatException = formatHook;
    vmHooks.formatIgnored = formatIgnoredHook;
    vmHooks.tracebackHere = tracebackHereHook;
    vmHooks.handleBreaker = atBreaker;
    vmHooks.keptForGood = tellKeptForGood;
    types::Function->call = callFunction;
    isProgramModule = isProgramModuleName;
}

}

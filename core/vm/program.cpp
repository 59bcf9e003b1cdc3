// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vm/program.h"

#include "core/base/check.h"
#include "core/builtins/host.h"
#include "core/events/recorder.h"
#include "core/objects/cycle_collector.h"
#include "core/objects/dict_object.h"
#include "core/objects/errors.h"
#include "core/objects/int_object.h"
#include "core/objects/list_object.h"
#include "core/objects/protocol.h"
#include "core/objects/recording.h"
#include "core/objects/str_object.h"
#include "core/stdlib/module_registry.h"
#include "core/stdlib/stream_object.h"
#include "core/vm/code_definitions.h"
#include "core/vm/compile_source.h"
#include "core/vm/eval_helpers.h"
#include "core/vm/finalize.h"
#include "core/vm/frame_recording.h"
#include "core/vm/imports.h"
#include "core/vm/traceback_text.h"
#include "core/vm/vm_hooks_install.h"

namespace memtape {

namespace {

StopReason stopReason = StopReason::None;

// __main__, with the names that CPython puts into it, in its order.
Owned newMainModule(const std::string& file) {
    Ref<> module = newModule("__main__");
    if (!module) return nullptr;
    Object* dict = moduleDict(module);
    Ref<> annotations = newDict(), path = newStr(file);
    Ref<> builtinsModule = newRef(dictFindText(interpreter.modules, "builtins"));
    bool ok = annotations && path && dictSet(dict, names::dunderAnnotations, annotations) && dictSet(dict, names::dunderBuiltins, builtinsModule) &&
              dictSet(dict, names::dunderFile, path) && dictSet(dict, names::dunderCached, None) && dictSetText(interpreter.modules, "__main__", module);
    return ok ? module.release() : Owned(nullptr);
}

void writeError(std::string_view text) { hostWrite(OutputStream::Stderr, text); }

// What the program wrote to sys.stdout and sys.stderr, if it put objects of its own there.
void flushStandardStreams() {
    for (const char* name : {"stdout", "stderr"}) {
        Object* stream = dictFindText(interpreter.sysDict, name);
        if (!stream || isNone(stream)) continue;
        Held<> keep(newRef(stream));
        Ref<> flushed = callMethod(stream, names::flush);
        if (!flushed) clearError();
    }
}

std::string folderOf(const std::string& file) {
    size_t slash = file.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : file.substr(0, slash);
}

// SystemExit's status, with its message printed; as handle_system_exit.
int exitStatusOf(Object* exception) {
    Object* code = static_cast<SystemExitExceptionObject*>(exception)->code;
    if (!code || isNone(code)) return 0;
    if (isInt(code)) {
        int overflow = 0;
        int64_t value = intValue(code, &overflow);
        return overflow ? 255 : static_cast<int>(value & 0xFF);
    }
    std::string text;
    flushStandardStreams();
    if (appendStr(text, code)) writeError(text + "\n");
    else clearError();
    return 1;
}

// sys.last_exc and its older companions, which keep the frames of the failed call alive.
void rememberLastException(Object* exception) {
    Object* traceback = asException(exception)->traceback;
    bool ok = dictSetText(interpreter.sysDict, "last_exc", exception) && dictSetText(interpreter.sysDict, "last_type", exception->type) &&
              dictSetText(interpreter.sysDict, "last_value", exception) && dictSetText(interpreter.sysDict, "last_traceback", traceback ? traceback : None);
    if (!ok) clearError();
}

int reportUncaught() {
    Ref<> exception = takeError();
    if (exceptionMatches(exception, exc::SystemExit)) return exitStatusOf(exception);
    rememberLastException(exception);
    flushStandardStreams();
    Object* hook = dictFindText(interpreter.sysDict, "excepthook");
    if (hook && !isNativeFunction(hook)) {
        Held<> keep(Held<>::share(exception));
        Object* traceback = asException(exception)->traceback;
        Ref<> result = call(hook, exception->type, exception, traceback ? traceback : None);
        if (result) return 1;
        Ref<> second = takeError();
        if (second && exceptionMatches(second, exc::SystemExit)) return exitStatusOf(second);
        writeError("Error in sys.excepthook:\n");
        if (second) writeError(exceptionText(second));
        writeError("\nOriginal exception was:\n");
    }
    writeError(exceptionText(exception));
    return exceptionMatches(exception, exc::KeyboardInterrupt) ? 130 : 1;
}

bool startInterpreter(const ProgramOptions& options) {
    interpreter.handled = &interpreter.handledByMain;
    installVmHooks();
    host.arguments = options.arguments;
    host.arguments.insert(host.arguments.begin(), options.shownFile);
    Ref<> modules = newDict();
    if (!modules) return false;
    interpreter.modules = modules.releaseRaw();
    Ref<> builtins = makeNativeModule("builtins"), sys = makeNativeModule("sys");
    if (!builtins || !sys) return false;
    interpreter.builtins = newRef(moduleDict(builtins)).pointer;
    interpreter.sysDict = newRef(moduleDict(sys)).pointer;
    if (!dictSetText(interpreter.modules, "sys", sys) || !dictSetText(interpreter.modules, "builtins", builtins)) return false;
    setProgramFolder(folderOf(options.file));
    return true;
}

}

void askToStop() { interpreter.breaker.fetch_or(Interpreter::StopAsked, std::memory_order_relaxed); }

void beginStopping(StopReason reason) {
    if (interpreter.stopping) return;
    interpreter.stopping = true;
    stopReason = reason;
    clearError();
}

void publishRecording() {
    if (recorder) recorder->publish();
}

size_t nativeStackBytes() {
#ifdef __SANITIZE_ADDRESS__
    return size_t{2} << 30;
#else
    return size_t{512} << 20;
#endif
}

ProgramOutcome runProgram(const ProgramOptions& options) {
    ProgramOutcome outcome;
    stopReason = StopReason::None;
    Recorder* pen = recorder;
    recorder = nullptr; // what exists before the program is told at once, below
    startRuntime(options.maxHeap);
    startFrameStack();
    bool started = startInterpreter(options);
    MEMTAPE_CHECK(started);
    {
        Ref<> mainModule = newMainModule(options.file);
        MEMTAPE_CHECK(mainModule);
        Object* globals = moduleDict(mainModule);
        recorder = options.record ? pen : nullptr;
        if (recorder) {
            recordBaseline();
            startFrameRecording();
            recorder->programBegin();
        }
        Ref<> code;
        SourceFile source = SourceFile::fromBytes(options.file, options.source);
        rememberSource(options.file, options.source);
        if (recorder) defineSourceOnTape(options.file, options.source, true);
        code = compileSource(source, CompileMode::Exec, CodeOrigin::Program, false, &outcome.problem);
        if (outcome.problem) {
            raiseSyntaxProblem(*outcome.problem);
            outcome.exitStatus = reportUncaught();
        } else {
            if (recorder) startSteps(options.maxSteps);
            mainModule.reset(); // sys.modules keeps it
            incref(globals);
            Ref<> keepGlobals = Ref<>::steal(globals);
            Ref<> result = code ? runCode(code, globals, globals) : Owned(nullptr);
            if (recorder) endSteps();
            keepGlobals.reset();
            code.reset();
            if (!result && !interpreter.stopping) outcome.exitStatus = reportUncaught();
        }
    }
    outcome.steps = recordedSteps();
    if (!interpreter.stopping) {
        flushStandardStreams();
        int status = finalizeInterpreter();
        if (status != 0 && outcome.exitStatus == 0) outcome.exitStatus = status;
    }
    flushOpenFiles();
    outcome.stopped = stopReason;
    if (recorder) {
        recorder->end(stopReason == StopReason::None ? EndReason::Exit : stopReason == StopReason::Asked ? EndReason::Stopped : EndReason::Limit, outcome.exitStatus);
        endFrameRecording();
    }
    recorder = nullptr;
    endFrameStack();
    endRuntime();
    recorder = pen;
    return outcome;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/program/program.h"

#include "core/base/check.h"
#include "core/events/recorder.h"
#include "core/host/host.h"
#include "core/python/heap/block_recording.h"
#include "core/python/heap/heap.h"
#include "core/python/library/library_mount.h"
#include "core/python/modules/module_registry.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/cycle_collector.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/threads/scheduler.h"
#include "core/python/vm/calls/vm_hooks_install.h"
#include "core/python/vm/errors/traceback_text.h"
#include "core/python/vm/errors/uncaught.h"
#include "core/python/vm/frames/code_definitions.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/frame_recording.h"
#include "core/python/vm/program/compile_source.h"
#include "core/python/vm/program/finalize.h"
#include "core/python/vm/program/imports.h"
#include "core/python/vm/program/thread_hooks.h"
#include "core/python/vm/program/vm_types.h"

namespace memtape {

namespace {

EndReason endReason = EndReason::Exit;

// __main__, with the names that CPython puts into it, in its order.
Owned newMainModule(const std::string& file) {
    Ref<> module = newModule("__main__");
    if (!module) return nullptr;
    Object* dict = moduleDict(module);
    Ref<> annotations = newDict(), path = newStr(file);
    Ref<> builtinsModule = newRef(dictFindText(interpreter.modules, "builtins"));
    bool ok = annotations && path && dictSet(dict, names::dunderAnnotations, annotations) && dictSet(dict, names::dunderBuiltins, builtinsModule) &&
              dictSet(dict, names::dunderFile, path) && dictSet(dict, names::dunderCached, None) &&
              dictSetText(interpreter.modules, "__main__", module);
    return ok ? module.release() : Owned(nullptr);
}

bool startInterpreter(const ProgramOptions& options) {
    interpreter.handled = &interpreter.handledByMain;
    installVmHooks();
    mountLibrary();
    host.mayWait = [] { return checkBreaker() && letOthersRun(); };
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
    return true;
}

}

void askToStop() { interpreter.breaker.fetch_or(Interpreter::StopAsked, std::memory_order_relaxed); }
bool askToInterrupt() { return !(interpreter.breaker.fetch_or(Interpreter::Interrupt, std::memory_order_relaxed) & Interpreter::Interrupt); }

void beginStopping(EndReason reason) {
    if (interpreter.stopping) return;
    interpreter.stopping = true;
    endReason = reason;
    clearError();
}

void askToPublish() { interpreter.breaker.fetch_or(Interpreter::PublishDue, std::memory_order_relaxed); }

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
    endReason = EndReason::Exit;
    Recorder* pen = recorder;
    recorder = nullptr; // what exists before the program is told at once, below
    describeVmTypes();
    describeModuleTypes();
    interpreter.isStarting = true;
    if (options.record && pen) awaitBlocks();
    startRuntime(Heap::regionBytes);                                  // the limit is for what the program makes
    interpreter.breaker.fetch_and(~uint32_t{Interpreter::StopAsked}); // meant for the run before
    if (options.stopAsked && *options.stopAsked) askToStop();
    setLibrarySteps(options.stepIntoLibrary);
    startFrameStack(options.maxHeap);
    startThreads();
    installThreadHooks();
    bool started = startInterpreter(options);
    MEMTAPE_CHECK(started);
    {
        Ref<> mainModule = newMainModule(options.file);
        MEMTAPE_CHECK(mainModule);
        Object* globals = moduleDict(mainModule);
        recorder = options.record ? pen : nullptr;
        if (recorder) {
            recordBaseline();
            tellBlocks();
            startFrameRecording();
        }
        interpreter.isStarting = false;
        heap.setLimit(heap.bytesInUse() + std::min(options.maxHeap, Heap::regionBytes));
        heap.watch(heap.watcherOfRuns);
        Held<> code;
        SourceFile source = SourceFile::fromBytes(options.file, options.source);
        rememberSource(options.file, options.source);
        if (recorder) defineSourceOnTape(options.file, options.source, true);
        code = compileSource(source, {CompileMode::Exec, CodeOrigin::Program}, &outcome.problem);
        Owned body = code ? newFunction(code, globals) : Owned(nullptr);
        if (recorder) recorder->programBegin(); // what the code is made of was there before its first line
        if (outcome.problem) {
            raiseSyntaxProblem(*outcome.problem);
            outcome.exitStatus = reportUncaught();
        } else {
            if (recorder) startSteps(options.maxSteps);
            mainModule.reset(); // sys.modules keeps it
            collector.beginProgram();
            Held<> keepGlobals(newRef(globals));
            Ref<> result = body ? runBody(body, globals) : Owned(nullptr);
            if (recorder) pauseSteps();
            keepGlobals.reset();
            code.reset();
            // Over the heap's limit, the MemoryError may have come here before the breaker was looked at; there is no memory to report it with.
            if (!result && interpreter.breaker.load() & Interpreter::HeapLimit) handleBreaker();
            if (!result && !interpreter.stopping) outcome.exitStatus = reportUncaught();
            if (recorder) resumeSteps();
            if (!interpreter.stopping) waitForThreads();
            if (recorder) endSteps();
        }
    }
    outcome.steps = recordedSteps();
    if (!interpreter.stopping) {
        flushStandardStreams();
        int status = finalizeInterpreter();
        if (status != 0 && outcome.exitStatus == 0) outcome.exitStatus = status;
    }
    outcome.why = whyStopped();
    outcome.end = endReason == EndReason::Exit && outcome.problem ? EndReason::SyntaxProblem : endReason;
    forgetBlocks();
    if (recorder) recorder->end(outcome.end, outcome.exitStatus);
    endOtherThreads(recorder);
    if (recorder) endFrameRecording();
    recorder = nullptr;
    endFrameStack();
    endRuntime();
    recorder = pen;
    return outcome;
}

}

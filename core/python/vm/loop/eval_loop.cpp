// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/loop/eval_loop.h"

#include "core/python/bytecode/opcodes.h"
#include "core/python/objects/classes/descriptors.h"
#include "core/python/objects/containers/dict_keys.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/range_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/slice_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/calls/plain_call.h"
#include "core/python/vm/frames/code_extra.h"
#include "core/python/vm/frames/frame_object.h"
#include "core/python/vm/generators/generator_object.h"
#include "core/python/vm/loop/attribute_cache.h"
#include "core/python/vm/loop/eval_helpers.h"
#include "core/python/vm/loop/frame_recording.h"
#include "core/python/vm/loop/instruction_notes.h"
#include "core/python/vm/loop/loop_numbers.h"
#include "core/python/vm/loop/monitoring.h"
#include "core/python/vm/loop/name_cache.h"
#include "core/python/vm/loop/specialised.h"
#include "core/python/vm/loop/tracing.h"

namespace memtape {

namespace {

// Where a call to a frame's caller goes on: behind the instruction, or, for a generator that has ended under a for loop or a yield from, at the
// jump's target.
inline Instruction* continuation(Frame* caller, bool generatorEnded) {
    if (generatorEnded) {
        Opcode opcode = baseOpcode(*caller->ip);
        if (opcode == Opcode::ForIter || opcode == Opcode::Send) return caller->code->extra->instructions + caller->ip->operand;
    }
    return caller->ip + 1;
}

inline Object* pop(Object**& sp) { return *--sp; }
inline void push(Object**& sp, Object* o) { *sp++ = o; }

// AtStep: the step of the line that begins is told. Told: that of the call is, as recordResumeAtOnce did it.
enum class EntryMode { Normal, Raising, Continued, AtStep, Told };

// What a loop gives back when the other form, with or without tracing, has to go on: the frame stands where that is to be.
Object otherForm, otherFormAtStep;

// Whether somebody looks at each instruction; and at those of a frame. In a watched run the library's own loops go on as they were recorded.
bool wantsTracing() { return isTracing() || isMonitoring() || instructionNotes; }
bool wantsTracing(const Frame* frame) { return isTracing() || isMonitoring() || (instructionNotes && frame->code->ofProgram); }

// clang-format off
template <bool Recording, bool Tracing> [[gnu::noinline]] Object* evalLoop(Frame* frame, EntryMode mode) {
    constexpr bool Following = Recording || Tracing; // somebody wants to know from where a line is come to
    // By dispatchCode: the opcode's body, and, with both flags, the step before it.
    static const void* const labels[] = {
#define OPCODE(name, number, operand, pops, pushes, caches, meaning) &&op_##name, &&op_##name, &&op_##name, &&new_line,
#include "core/python/bytecode/opcodes.def"
#define SPECIALISED(name, base, meaning) Tracing ? &&op_##base : &&op_##name, Tracing ? &&op_##base : &&op_##name, Tracing ? &&op_##base : &&op_##name, &&new_line,
#include "core/python/vm/loop/specialised.def"
#undef SPECIALISED
    };

    Instruction* ip;       // the instruction being executed
    Instruction* previous; // where the last jump, call or return came from (Following only)
    Object** sp;           // one above the top of the evaluation stack
    Object** locals;
    const CodeExtra* extra;
    Object* result;
    // Tracing only: the exception came out of a call; who of sys.monitoring's tools is told of the call that is being made.
    [[maybe_unused]] bool calleeRaised = false;
    [[maybe_unused]] uint32_t callTools = 0;

#define SAVE() (frame->ip = ip, frame->stackTop = static_cast<int32_t>(sp - locals))
#define LOAD_FRAME() (ip = frame->ip, locals = frame->localsPlus, sp = locals + frame->stackTop, extra = frame->code->extra)
// After a jump; `previous` says from where.
#define DISPATCH()                                                                                                     \
    do {                                                                                                               \
        if constexpr (Tracing) goto traced;                                                                            \
        if constexpr (Recording) {                                                                                     \
            if (ip->opcode & lineStartFlag) goto line_start_after_jump;                                                \
        }                                                                                                              \
        goto *labels[ip->opcode];                                                                                      \
    } while (false)
#define NEXT()                                                                                                         \
    do {                                                                                                               \
        if constexpr (Tracing) {                                                                                       \
            previous = ip++;                                                                                           \
            goto traced;                                                                                               \
        }                                                                                                              \
        ++ip;                                                                                                          \
        goto *labels[ip->opcode];                                                                                      \
    } while (false)
#define JUMP_TO(target)                                                                                                \
    do {                                                                                                               \
        if constexpr (Following) previous = ip;                                                                        \
        ip = extra->instructions + (target);                                                              \
        DISPATCH();                                                                                                    \
    } while (false)
#define OP(name) op_##name
#define OPERAND() (ip->operand)
#define NEXT_INDEX() (static_cast<uint32_t>(ip + 1 - extra->instructions))
#define PUSH(o) push(sp, o)
#define TOP() (sp[-1])
#define POP() pop(sp)
#define NAME_AT(i) (extra->names[i])
#define CONSTANT_AT(i) (extra->constants[i])
#define CACHE() (extra->caches[ip->cache])
// A special form's guess was wrong: the instruction is its base again.
#define MISS(base)                                                                                                     \
    do {                                                                                                               \
        ++ip->cache;                                                                                                   \
        rewrite(ip, Opcode::base);                                                                                     \
        goto op_##base;                                                                                                \
    } while (false)
#define MISS_CACHED(base)                                                                                              \
    do {                                                                                                               \
        ++CACHE().misses;                                                                                              \
        rewrite(ip, Opcode::base);                                                                                     \
        goto op_##base;                                                                                                \
    } while (false)
// The breaker is looked at where CPython looks at it. An exception (or the end of the run) may come out of it. That nothing is to be traced any more
// is in no bit of it: the form that traces looks each time, so that it does not end by what sets one at no certain time (publishing).
#define CHECK_BREAKER()                                                                                                \
    do {                                                                                                               \
        if (Tracing || interpreter.breaker.load(std::memory_order_relaxed)) [[unlikely]] {                             \
            SAVE();                                                                                                    \
            if (!atLoopBreaker()) goto error;                                                                          \
            if (Tracing ? !wantsTracing() : wantsTracing(frame)) return &otherForm;                                                             \
        }                                                                                                              \
    } while (false)
// The same at the end of an instruction.
#define CHECK_BREAKER_AND_NEXT()                                                                                       \
    do {                                                                                                               \
        if (Tracing || interpreter.breaker.load(std::memory_order_relaxed)) [[unlikely]] {                             \
            SAVE();                                                                                                    \
            if (!atLoopBreaker()) goto error;                                                                          \
            if (Tracing ? !wantsTracing() : wantsTracing(frame)) {                                                                              \
                ++frame->ip;                                                                                           \
                return &otherForm;                                                                                     \
            }                                                                                                          \
        }                                                                                                              \
        NEXT();                                                                                                        \
    } while (false)
// Tells the trace and profile functions; an exception of theirs is the program's.
#define TRACE(event, ...)                                                                                              \
    do {                                                                                                               \
        if constexpr (Tracing) {                                                                                       \
            SAVE();                                                                                                    \
            if (!event(__VA_ARGS__)) goto error;                                                                       \
        }                                                                                                              \
    } while (false)
// Tells what is monitored.
#define MONITOR(event, ...)                                                                                            \
    do {                                                                                                               \
        if constexpr (Tracing) {                                                                                       \
            if (isMonitoring()) {                                                                                      \
                SAVE();                                                                                                \
                if (!event(__VA_ARGS__)) goto error;                                                                   \
            }                                                                                                          \
        }                                                                                                              \
    } while (false)
#define MONITOR_CALL(callable, first)                                                                                  \
    do {                                                                                                               \
        if constexpr (Tracing) callTools = 0;                                                                          \
        MONITOR(monitorCall, frame, callable, first, &callTools);                                                      \
    } while (false)
// A callback's own exception takes the place of the one that is raised again.
#define MONITOR_RERAISE()                                                                                              \
    do {                                                                                                               \
        if constexpr (Tracing) {                                                                                       \
            frame->stackTop = static_cast<int32_t>(sp - locals);                                                       \
            if (isMonitoring()) monitorReraise(frame, ip);                                                             \
        }                                                                                                              \
    } while (false)
#define RECORD_STEP(kind, subject)                                                                                     \
    do {                                                                                                               \
        if (frame->code->ofProgram) {                                                                                  \
            SAVE();                                                                                                    \
            recordStepAt<kind>(frame->stackBase(), sp, extra->lineAt(ip), subject);               \
        }                                                                                                              \
    } while (false)
#define SET_LOCAL(i, value)                                                                                            \
    do {                                                                                                               \
        const uint32_t slot_ = (i);                                                                                    \
        Object* old_ = locals[slot_];                                                                                  \
        Object* new_ = (value);                                                                                        \
        locals[slot_] = new_;                                                                                          \
        if (old_ && isNumber(old_)) {                                                                                  \
            replaceNumber<Recording>(slot_, new_, old_);                                                               \
        } else {                                                                                                       \
            if constexpr (Recording) recorder->slotSet(slot_, granuleOf(new_));                                        \
            if (old_) {                                                                                                \
                SAVE();                                                                                                \
                decref(old_);                                                                                          \
            }                                                                                                          \
        }                                                                                                              \
    } while (false)

    if (mode == EntryMode::Continued) {
        LOAD_FRAME();
        if constexpr (Following) previous = ip > extra->instructions ? ip - 1 : ip;
        DISPATCH();
    }
    if (Tracing && mode == EntryMode::AtStep) {
        LOAD_FRAME();
        if constexpr (Following) previous = ip;
        if constexpr (Recording) noteIfWatched(frame, ip, sp, true);
        goto *labels[ip->opcode & ~stepFlags];
    }
    frame->isEntry = 1;
    if (Recording && mode == EntryMode::Told) goto start_told;
    if (mode == EntryMode::Raising) {
        frame->previous = interpreter.frame;
        interpreter.frame = frame;
        LOAD_FRAME();
        if constexpr (Recording) {
            previous = ip;
            if (frame->code->ofProgram) recordStep(frame, StepKind::Call);
        }
        --interpreter.recursionRemaining;
        if constexpr (Tracing) {
            previous = ip;
            calleeRaised = true;
            if (!traceThrow(frame)) goto error;
            if (isMonitoring() && !monitorThrow(frame)) goto error;
        }
        goto error;
    }

start_frame:
    // The frame is complete; interpreter.frame is its caller. For a generator, recordResume has been called.
    if (Recording && frame->owner != FrameOwner::Stack) goto start_recorded;
start_call:
    if constexpr (Recording) {
        if (!Tracing && recordCallAtOnce(frame)) goto start_told;
        recordCall(frame);
    }
    goto start_recorded;
start_told:
    __attribute__((unused));
    // The step of the call is on the tape: over the Resume that tells it.
    frame->previous = interpreter.frame;
    interpreter.frame = frame;
    --interpreter.recursionRemaining;
    frame->started = 1;
    LOAD_FRAME();
    if constexpr (Following) previous = ip;
    CHECK_BREAKER_AND_NEXT();
start_recorded:
    frame->previous = interpreter.frame;
    interpreter.frame = frame;
    LOAD_FRAME();
    if (interpreter.recursionRemaining-- <= 0) [[unlikely]] {
        raisePythonRecursion();
        goto exit_unwind;
    }
    if constexpr (Following) previous = ip;
    DISPATCH();

traced:
    __attribute__((unused));
    // A trace function of the frame hears of lines by the same rule as the recording.
    if constexpr (Tracing) {
        bool isStep = false;
        if constexpr (Recording) {
            isStep = (ip->opcode & lineStartFlag) && (previous == ip || extra->lineAt(previous) != extra->lineAt(ip) || isPlain(*previous, Opcode::Resume));
            if (isStep && stepsLeft != 0) {
                SAVE();
                if (instructionNotes) noteLineEnd();
                recordStep(frame, StepKind::Line);
            }
        }
        const Instruction* const traced = ip;
        if (wantsLines(frame)) {
            SAVE();
            if (!traceInstruction(frame, previous)) goto error;
            if (frame->ip != ip) LOAD_FRAME(); // f_lineno was set: CPython tells nothing of the line gone to
        }
        if (ip == traced) MONITOR(monitorInstruction, frame, previous);
        if constexpr (Recording) noteIfWatched(frame, ip, sp, isStep);
    }
    goto *labels[ip->opcode & ~stepFlags];

line_start_after_jump:
    __attribute__((unused));
    // A step unless the jump is within one line (markLineStarts has the rule).
    if (previous != ip && extra->lineAt(previous) == extra->lineAt(ip) && !isPlain(*previous, Opcode::Resume)) goto *labels[ip->opcode & ~stepFlags];
new_line:
    __attribute__((unused));
    if (stepsLeft != 0) [[likely]] {
        syncHoldersAt(frame->stackBase(), sp);
        recorder->lineStep(static_cast<uint32_t>(extra->lineAt(ip)));
        if (--stepsLeft == 0) [[unlikely]] {
            SAVE();
            atStepLimit();
            if (!Tracing && wantsTracing()) return &otherFormAtStep;
        }
    }
    goto *labels[ip->opcode & ~stepFlags];

#include "core/python/vm/loop/ops_stack.inc"
#include "core/python/vm/loop/ops_names.inc"
#include "core/python/vm/loop/ops_operators.inc"
#include "core/python/vm/loop/ops_attributes.inc"
#include "core/python/vm/loop/ops_build.inc"
#include "core/python/vm/loop/ops_calls.inc"
#include "core/python/vm/loop/ops_control.inc"
#include "core/python/vm/loop/ops_generators.inc"
#include "core/python/vm/loop/ops_exceptions.inc"
#include "core/python/vm/loop/ops_match.inc"
#include "core/python/vm/loop/ops_special_numbers.inc"
#include "core/python/vm/loop/ops_special_names.inc"
#include "core/python/vm/loop/ops_special_calls.inc"

return_result:
    // `result` is what the frame returns, counted, and off its stack.
    {
        Frame* caller = frame->previous;
        bool isEntry = frame->isEntry, isInit = frame->isInit;
        FrameOwner owner = frame->owner;
        interpreter.recursionRemaining += frame->isInit == 2 ? 2 : 1;
        if (owner == FrameOwner::Generator) {
            GeneratorObject* generator = generatorOf(frame);
            interpreter.handled = generator->handled.previous;
            generator->state = GeneratorState::Cleared;
            if constexpr (Recording) recordReturn(frame);
            interpreter.frame = caller;
            clearFrame(frame, result);
        } else { // recordReturn() has been called
            interpreter.frame = caller;
            if constexpr (Recording) clearRecordedFrame(frame, result);
            else clearPlainFrame<false>(frame);
            releaseFrame(frame);
        }
        if (isEntry) {
            interpreter.nativeRemaining += 2;
            return result;
        }
        frame = caller;
        LOAD_FRAME();
        if (isInit) [[unlikely]] {
            // [… instance]: __init__ must have returned None.
            if (!isNone(result)) {
                raiseInitResult(result);
                goto error;
            }
        } else {
            PUSH(result);
        }
        if constexpr (Following) previous = ip;
        ip = continuation(frame, owner == FrameOwner::Generator);
        DISPATCH();
    }

yield_result:
    // The generator's frame is suspended with `result` given out.
    {
        Frame* caller = frame->previous;
        bool isEntry = frame->isEntry;
        frame->isEntry = 0;
        frame->previous = nullptr;
        interpreter.frame = caller;
        ++interpreter.recursionRemaining;
        if (isEntry) {
            interpreter.nativeRemaining += 2;
            return result;
        }
        frame = caller;
        LOAD_FRAME();
        PUSH(result);
        if constexpr (Following) previous = ip;
        ++ip;
        DISPATCH();
    }

error:
    // An exception is pending; ip is the instruction that raised it.
    SAVE();
    if (!errorIsProgram()) [[unlikely]] goto unwind_frame;
    if (frame->started) {
        addTracebackEntry(frame);
        if constexpr (Recording) {
            if (frame->code->ofProgram) recordStep(frame, StepKind::Exception, interpreter.pending);
        }
        if constexpr (Tracing) {
            traceException(frame);
            if (isMonitoring()) monitorRaise(frame, calleeRaised);
        }
    }

exception_unwind:
    // A handler is looked up by the instruction that failed; frame->ip may say an earlier one, whose line a re-raised exception keeps.
    frame->stackTop = static_cast<int32_t>(sp - locals);
    if (interpreter.stopping || (interpreter.breaker.load(std::memory_order_relaxed) && endsBeforeHandler())) [[unlikely]] goto unwind_frame;
    {
        uint32_t index = static_cast<uint32_t>(ip - frame->code->extra->instructions);
        const ExceptionEntry* handler = findHandler(*codeUnit(frame->code), index);
        if (!handler) goto unwind_frame;
        Object** floor = frame->stackBase() + handler->depth;
        while (sp > floor) {
            Object* o = POP();
            frame->stackTop = static_cast<int32_t>(sp - locals);
            xdecref(o);
        }
        if (handler->pushesLasti) {
            Owned lasti = newInt(frame->ip - frame->code->extra->instructions); // what a re-raise set stays
            if (!lasti) goto error;
            PUSH(lasti.pointer);
        }
        PUSH(takeError().pointer);
        if constexpr (Tracing) {
            calleeRaised = false;
            if (isMonitoring()) {
                frame->stackTop = static_cast<int32_t>(sp - locals);
                if (!monitorHandled(frame, handler->target, TOP())) {
                    frame->ip = ip = frame->code->extra->instructions + handler->target;
                    goto exception_unwind;
                }
            }
        }
        if constexpr (Following) {
            previous = frame->ip; // not `ip`: a re-raise stands where the exception came from
            if (isPlain(*previous, Opcode::YieldValue)) ++previous; // thrown in: CPython stands at the Resume behind it
        }
        ip = frame->code->extra->instructions + handler->target;
        DISPATCH();
    }

unwind_frame:
    while (sp > frame->stackBase()) {
        Object* o = POP();
        frame->stackTop = static_cast<int32_t>(sp - locals);
        xdecref(o);
    }
    if constexpr (Recording) {
        if (frame->code->ofProgram && frame->started && !interpreter.stopping) recordStep(frame, StepKind::Return, nullptr);
    }
    if constexpr (Tracing) {
        if (frame->started && !interpreter.stopping) {
            traceUnwind(frame);
            if (isMonitoring()) monitorUnwind(frame, ip, calleeRaised);
        }
    }

exit_unwind:
    {
        Frame* caller = frame->previous;
        bool isEntry = frame->isEntry;
        interpreter.recursionRemaining += frame->isInit == 2 ? 2 : 1;
        if (frame->owner == FrameOwner::Generator) {
            GeneratorObject* generator = generatorOf(frame);
            if (interpreter.handled == &generator->handled) interpreter.handled = generator->handled.previous;
            generator->state = GeneratorState::Cleared;
            if constexpr (Recording) recordReturn(frame);
            interpreter.frame = caller;
            clearFrame(frame);
        } else {
            if constexpr (Recording) recordReturn(frame);
            interpreter.frame = caller;
            clearFrame(frame);
            releaseFrame(frame);
        }
        if (isEntry) {
            interpreter.nativeRemaining += 2;
            return nullptr;
        }
        frame = caller;
        LOAD_FRAME();
        calleeRaised = true;
        goto error;
    }
}
// clang-format on

}

namespace {

// A native function enters the loop: CPython counts two units of its native stack. Too deep: the frame ends before it has begun.
bool enterLoop(Frame* frame) {
    --interpreter.nativeRemaining;
    if (enterNative("")) return true;
    ++interpreter.nativeRemaining;
    if (frame->owner == FrameOwner::Generator) {
        GeneratorObject* generator = generatorOf(frame);
        if (interpreter.handled == &generator->handled) interpreter.handled = generator->handled.previous;
        generator->state = GeneratorState::Cleared;
        if (recording()) recordReturn(frame);
        clearFrame(frame);
    } else {
        clearFrame(frame);
        releaseFrame(frame);
    }
    return false;
}

}

namespace {

Owned runLoop(Frame* frame, EntryMode mode) {
    if (!enterLoop(frame)) return nullptr;
    for (;;) {
        const bool tracing = wantsTracing(frame);
        Object* result = recording() ? tracing ? evalLoop<true, true>(frame, mode) : evalLoop<true, false>(frame, mode)
                         : tracing ? evalLoop<false, true>(frame, mode)
                                     : evalLoop<false, false>(frame, mode);
        if (result != &otherForm && result != &otherFormAtStep) return Owned(result);
        frame = interpreter.frame;
        mode = result == &otherForm ? EntryMode::Continued : EntryMode::AtStep;
    }
}

}

Owned runFrame(Frame* frame) { return runLoop(frame, EntryMode::Normal); }

Owned runFrameTold(Frame* frame) { return runLoop(frame, EntryMode::Told); }

Owned runFrameRaising(Frame* frame) { return runLoop(frame, EntryMode::Raising); }

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The state of the running interpreter: what each thread of the program has for itself, as CPython's thread state (the exception that is pending, the
// exceptions that are being handled, the frames, how deep the calls are, what native functions hold), and what all share.

#include <atomic>
#include <vector>

#include "core/python/objects/model/object.h"
#include "core/python/objects/model/type.h"

namespace memtape {

struct Frame;

// The exception being handled (sys.exception()), a stack with one entry for the main program and one for each running generator.
struct HandledException {
    Object* value = nullptr; // counted; null: none
    HandledException* previous = nullptr;
};

class HeldBase;

// Of the thread that runs. Those of the others are put aside (thread_part.h), so that whoever uses this knows one thread only.
struct ThreadState {
    Object* pending = nullptr;           // counted
    HandledException* handled = nullptr; // innermost
    HandledException handledByMain;      // of the thread's outermost function
    Frame* frame = nullptr;              // the running Python frame

    int recursionLimit = 1000;
    int recursionRemaining = 1000; // Python calls (py_recursion_remaining)
    int nativeRemaining = 10000;   // nested native calls (c_recursion_remaining)

    Object *asyncFirstIter = nullptr, *asyncFinalizer = nullptr; // sys.set_asyncgen_hooks; counted, null: none
    Object *traceFunction = nullptr, *profileFunction = nullptr; // sys.settrace, sys.setprofile; counted, null: none
    bool inTrace = false;                                        // one of them is running: nothing is traced meanwhile
    int coroutineOriginDepth = 0;                                // sys.set_coroutine_origin_tracking_depth

    HeldBase** holds = nullptr; // what native functions hold, oldest first
    uint32_t holdCount = 0, holdCapacity = 0;
    uint32_t holdsUnchanged = 0;    // the first so many are as they were at the last step
    std::vector<Object*> dying;     // objects whose references are being dropped (recording.h)
    std::vector<Object*> reprStack; // containers whose repr is under way
};

struct Interpreter : ThreadState {
    // Looked at at every backward jump and call: any bit set leads to handleBreaker().
    std::atomic<uint32_t> breaker{0};
    bool isStarting = false; // what exists before the program is being made: whoever asks it to end waits until it begins
    bool stopping = false;   // the run is being ended without running Python code; raise() makes no object then
    bool finalizing = false; // the program is over and its modules are being cleared (sys.is_finalizing)

    Object* builtins = nullptr; // dict
    Object* modules = nullptr;  // sys.modules
    Object* sysDict = nullptr;

    enum BreakerBit : uint32_t {
        CollectDue = 1,
        StopAsked = 2,
        PublishDue = 4,
        HeapLimit = 8,
        StepLimit = 16,
        Interrupt = 32,
        SignalDue = 64,   // a signal of the program's own waits for its handler
        ThreadsRun = 128, // the program has several threads: their turns are counted
        TraceBit = 256    // a trace or profile function has been set or taken away
    };
};

extern Interpreter interpreter;

// A trace or profile function wants to hear of what runs now: another form of the dispatch loop tells it. While one is set the breaker keeps a bit,
// so that loops of the common form notice.
inline bool isTracing() { return (interpreter.traceFunction || interpreter.profileFunction) && !interpreter.inTrace; }

// Enters a native call that may nest without Python frames in between (repr of a list in a list …).
// enterNative: false: RecursionError "maximum recursion depth exceeded{where}" is pending and leaveNative must not be called.
// Also where the run is to end: nesting may go on without any Python code in between, for longer than anybody waits.
inline bool enterNative(const char* where);
inline void leaveNative() { ++interpreter.nativeRemaining; }
Failure raiseNativeRecursion(const char* where);

// Does what the breaker asks for: a collection that is due, stopping. Long natives call it now and then; false: stop at once
// (unwind to the caller returning failure).
bool handleBreaker();
inline bool checkBreaker() { return interpreter.breaker.load(std::memory_order_relaxed) == 0 || handleBreaker(); }

// The same for what may take long where no Python code may run in between, as its object stands half changed, or where CPython looks at nothing:
// false where the run is to end, or the user interrupts it. A collection that is due waits.
inline bool mayGoOn() {
    constexpr uint32_t ends = Interpreter::StopAsked | Interpreter::HeapLimit | Interpreter::StepLimit | Interpreter::Interrupt;
    return !(interpreter.breaker.load(std::memory_order_relaxed) & ends) || handleBreaker();
}

inline bool enterNative(const char* where) {
    if (--interpreter.nativeRemaining > 0) [[likely]] {
        if (mayGoOn()) [[likely]]
            return true;
        ++interpreter.nativeRemaining;
        return false;
    }
    ++interpreter.nativeRemaining;
    return raiseNativeRecursion(where);
}

// A reference held by a native function across calls that may run Python code, so that each step can say who holds what.
// Strictly nested lifetimes: a local variable only.
class HeldBase {
public:
    Object* object() const { return m_object; }

protected:
    explicit HeldBase(Object* owned) : m_object(owned) {
        if (interpreter.holdCount == interpreter.holdCapacity) [[unlikely]]
            growHolds();
        interpreter.holds[interpreter.holdCount++] = this;
    }
    ~HeldBase() {
        --interpreter.holdCount;
        touch(interpreter.holdCount);
        if (m_object) decref(m_object);
    }
    HeldBase(const HeldBase&) = delete;
    HeldBase& operator=(const HeldBase&) = delete;
    void set(Object* owned) {
        Object* old = m_object;
        m_object = owned;
        interpreter.holdsUnchanged = 0;
        if (old) decref(old);
    }
    static void touch(uint32_t count) {
        if (count < interpreter.holdsUnchanged) interpreter.holdsUnchanged = count;
    }
    static void growHolds();
    Object* m_object;
};

template <class T = Object> class Held : HeldBase {
public:
    Held() : HeldBase(nullptr) {}
    Held(OwnedOf<T> owned) : HeldBase(owned.pointer) {}
    template <class U>
    requires(!std::is_same_v<T, U>) Held(OwnedOf<U> owned) : HeldBase(static_cast<T*>(owned.pointer)) {}
    template <class U> Held(Ref<U> ref) : HeldBase(ref.releaseRaw()) {}
    static OwnedOf<T> share(T* borrowed) {
        xincref(borrowed);
        return OwnedOf<T>(borrowed);
    }
    Held& operator=(OwnedOf<T> owned) {
        set(owned.pointer);
        return *this;
    }
    T* get() const { return static_cast<T*>(m_object); }
    T* operator->() const { return get(); }
    operator T*() const { return get(); }
    explicit operator bool() const { return m_object != nullptr; }
    OwnedOf<T> release() {
        T* p = get();
        m_object = nullptr;
        interpreter.holdsUnchanged = 0;
        return OwnedOf<T>(p);
    }
    void reset() { set(nullptr); }
};

}

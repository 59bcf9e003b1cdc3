// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A native stack of its own on which code runs until it gives the processor to another fiber, by name. All fibers run on one thread of the machine, so
// nothing is ever done at the same time, and who runs when is decided by the program alone.

#include <ucontext.h>

#include <cstddef>

namespace memtape {

class Fiber {
public:
    Fiber() = default; // what is running already: the machine thread's own stack
    ~Fiber();
    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    // Gives it a stack (address space: pages are touched as they are needed) and what runs there. `entry` must never return: it leaves for the last time.
    // False: there is no room.
    bool prepare(size_t stackBytes, void (*entry)());

    // From the one that is running to another. Comes back when somebody switches to `from`.
    static void switchTo(Fiber& from, Fiber& to);
    // The same for the last time: `from` may be destroyed once `to` runs.
    static void leaveTo(Fiber& from, Fiber& to);

private:
    static void change(Fiber& from, Fiber& to, bool forGood);
    static void arrive(Fiber& self);
    static void start();

    ucontext_t m_context{};
    char* m_mapping = nullptr; // a page that may not be touched, then the stack
    size_t m_mappedBytes = 0;
    void (*m_entry)() = nullptr;
    // For AddressSanitizer, which keeps books of every stack.
    const void* m_bottom = nullptr;
    size_t m_stackBytes = 0;
    [[maybe_unused]] void* m_fakeStack = nullptr;
};

}

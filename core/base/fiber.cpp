// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fiber.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "core/base/check.h"

#if defined(__SANITIZE_ADDRESS__)
#include <dlfcn.h>
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif

namespace memtape {

namespace {

// Who is switched to, and who from: a fiber that runs for the first time has no other way to learn it.
Fiber *arriving = nullptr, *leaving = nullptr;

#if defined(__SANITIZE_ADDRESS__)
// AddressSanitizer's own swapcontext() guesses what it is told here, and warns on stderr that it does; so it is the C library's that is called.
int swapContext(ucontext_t* from, const ucontext_t* to) {
    using Swap = int (*)(ucontext_t*, const ucontext_t*);
    static const Swap swap = reinterpret_cast<Swap>(dlsym(dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD), "swapcontext"));
    return swap(from, to);
}
#else
int swapContext(ucontext_t* from, const ucontext_t* to) { return swapcontext(from, to); }
#endif

}

Fiber::~Fiber() {
    if (!m_mapping) return;
#if defined(__SANITIZE_ADDRESS__)
    // The frames that were never returned from are marked; whoever gets these addresses next must not meet the marks.
    constexpr size_t neverReturned = size_t{64} << 10;
    size_t top = std::min(neverReturned, m_stackBytes);
    __asan_unpoison_memory_region(m_mapping + m_mappedBytes - top, top);
#endif
    munmap(m_mapping, m_mappedBytes);
}

bool Fiber::prepare(size_t stackBytes, void (*entry)()) {
    size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
    m_mappedBytes = stackBytes + page;
    void* place = mmap(nullptr, m_mappedBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (place == MAP_FAILED) return false;
    m_mapping = static_cast<char*>(place);
    mprotect(m_mapping, page, PROT_NONE);
    m_bottom = m_mapping + page;
    m_stackBytes = stackBytes;
    m_entry = entry;
    if (getcontext(&m_context) != 0) return false;
    m_context.uc_stack.ss_sp = m_mapping + page;
    m_context.uc_stack.ss_size = stackBytes;
    m_context.uc_link = nullptr;
    makecontext(&m_context, start, 0);
    return true;
}

void Fiber::start() {
    arrive(*arriving);
    arriving->m_entry();
    MEMTAPE_CHECK(false);
}

void Fiber::arrive([[maybe_unused]] Fiber& self) {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(self.m_fakeStack, &leaving->m_bottom, &leaving->m_stackBytes);
#endif
}

void Fiber::change(Fiber& from, Fiber& to, [[maybe_unused]] bool forGood) {
    arriving = &to;
    leaving = &from;
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(forGood ? nullptr : &from.m_fakeStack, to.m_bottom, to.m_stackBytes);
#endif
    swapContext(&from.m_context, &to.m_context);
    arrive(from);
}

void Fiber::switchTo(Fiber& from, Fiber& to) { change(from, to, false); }
void Fiber::leaveTo(Fiber& from, Fiber& to) { change(from, to, true); }

}

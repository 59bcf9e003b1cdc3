// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An array in pages that several owners may share. save() costs a copy of the page list; whoever writes to a page that
// is shared gets a copy of his own first. So a checkpoint holds only what was written since, and undo needs nothing of it: while an
// UndoLog is attached, edit() writes down the old entry before it hands it out.
//
// A reference from operator[] may be stale after an edit() of the same array: take copies.
// Entries begin as zeros. Only the use counts are touched by more than one thread.

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/replay/undo_log.h"

namespace memtape {

// How many bytes of pages there are, and whether they are more than there may be: a tape of some bytes can ask for any number of them.
class PageAccount {
public:
    explicit PageAccount(uint64_t most) : m_most(most) {}
    void add(uint64_t bytes) { m_bytes.fetch_add(bytes, std::memory_order_relaxed); }
    void remove(uint64_t bytes) { m_bytes.fetch_sub(bytes, std::memory_order_relaxed); }
    uint64_t bytes() const { return m_bytes.load(std::memory_order_relaxed); }
    bool isOver() const { return bytes() > m_most; }

private:
    std::atomic<uint64_t> m_bytes{0};
    const uint64_t m_most;
};

template <class T, unsigned Shift> class PagedArray {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % 4 == 0);
    struct Page {
        std::atomic<uint32_t> uses;
        T entries[size_t{1} << Shift];
    };

public:
    static constexpr size_t pageEntries = size_t{1} << Shift;

    // What the array was at some time.
    class Saved {
    public:
        Saved() = default;
        Saved(Saved&& other) noexcept : m_pages(std::move(other.m_pages)), m_account(other.m_account) { other.m_pages.clear(); }
        Saved& operator=(Saved&& other) noexcept {
            m_pages.swap(other.m_pages);
            std::swap(m_account, other.m_account);
            return *this;
        }
        ~Saved() {
            for (Page* p : m_pages) release(p, m_account);
        }

    private:
        friend class PagedArray;
        std::vector<Page*> m_pages;
        PageAccount* m_account = nullptr;
    };

    PagedArray(unsigned table, UndoLog& log, PageAccount& account) : m_log(&log), m_account(&account), m_table(table) {}
    ~PagedArray() {
        for (Page* p : m_pages) release(p, m_account);
    }
    PagedArray(const PagedArray&) = delete;
    PagedArray& operator=(const PagedArray&) = delete;

    size_t size() const { return m_pages.size() << Shift; }
    size_t pageCount() const { return m_pages.size(); }
    void grow(size_t count) {
        while (size() < count) {
            Page* p = static_cast<Page*>(std::calloc(1, sizeof(Page)));
            if (!p) std::abort();
            p->uses.store(1, std::memory_order_relaxed);
            m_account->add(sizeof(Page));
            m_pages.push_back(p);
        }
    }

    const T& operator[](size_t i) const { return m_pages[i >> Shift]->entries[i & (pageEntries - 1)]; }
    // Asks for the entry, which will be looked at soon. It has to be within size().
    void fetch(size_t i) const {
        const char* entry = reinterpret_cast<const char*>(&(*this)[i]);
        __builtin_prefetch(entry);
        if constexpr (sizeof(T) > 16) __builtin_prefetch(entry + sizeof(T) - 1);
    }
    T& edit(size_t i) {
        T& entry = own(i >> Shift)->entries[i & (pageEntries - 1)];
        if (m_log->isOn()) [[unlikely]]
            m_log->save(m_table, static_cast<uint32_t>(i), &entry, sizeof(T));
        return entry;
    }
    // For undo: puts back what the log has.
    void restoreEntry(size_t i, const void* old) {
        std::memcpy(static_cast<void*>(&own(i >> Shift)->entries[i & (pageEntries - 1)]), old, sizeof(T));
    }

    Saved save() const {
        Saved saved;
        saved.m_pages = m_pages;
        saved.m_account = m_account;
        for (Page* p : m_pages) p->uses.fetch_add(1, std::memory_order_relaxed);
        return saved;
    }
    void restore(const Saved& saved) {
        size_t common = std::min(m_pages.size(), saved.m_pages.size());
        for (size_t i = common; i < m_pages.size(); i++) release(m_pages[i], m_account);
        m_pages.resize(saved.m_pages.size());
        for (size_t i = 0; i < saved.m_pages.size(); i++) {
            Page* p = saved.m_pages[i];
            if (i < common) {
                if (m_pages[i] == p) continue;
                release(m_pages[i], m_account);
            }
            p->uses.fetch_add(1, std::memory_order_relaxed);
            m_pages[i] = p;
        }
    }

private:
    Page* own(size_t page) {
        Page*& p = m_pages[page];
        if (p->uses.load(std::memory_order_acquire) != 1) [[unlikely]]
            p = copy(p);
        return p;
    }
    Page* copy(Page* shared) {
        Page* p = static_cast<Page*>(std::malloc(sizeof(Page)));
        if (!p) std::abort();
        std::memcpy(static_cast<void*>(p->entries), shared->entries, sizeof(p->entries));
        new (&p->uses) std::atomic<uint32_t>(1);
        m_account->add(sizeof(Page));
        release(shared, m_account);
        return p;
    }
    static void release(Page* p, PageAccount* account) {
        if (p->uses.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
        account->remove(sizeof(Page));
        std::free(p);
    }

    std::vector<Page*> m_pages;
    UndoLog* m_log;
    PageAccount* m_account;
    unsigned m_table;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An array in pages that several owners may share. save() costs a copy of the page list; whoever writes to a page that
// is shared gets a copy of his own first. So a checkpoint holds only what was written since, and undo needs nothing of it: while an
// UndoLog is attached, edit() writes down the old entry before it hands it out.
//
// A reference from operator[] may be stale after an edit() of the same array: take copies.
// Entries begin as zeros. Only the use counts are touched by more than one thread.

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/replay/page_pool.h"
#include "core/replay/undo_log.h"

namespace memtape {

template <class T, unsigned Shift> class PagedArray {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % 4 == 0);
    // The entries first, so that an entry of 64 bytes is in one line of the cache.
    struct Page {
        T entries[size_t{1} << Shift];
        std::atomic<uint32_t> uses;
    };

public:
    static constexpr size_t pageEntries = size_t{1} << Shift;
    static constexpr size_t pageBytes = (sizeof(Page) + PagePool::alignment - 1) / PagePool::alignment * PagePool::alignment;

    // What the array was at some time.
    class Saved {
    public:
        Saved() = default;
        Saved(Saved&& other) noexcept : m_pages(std::move(other.m_pages)), m_pool(other.m_pool) { other.m_pages.clear(); }
        Saved& operator=(Saved&& other) noexcept {
            m_pages.swap(other.m_pages);
            std::swap(m_pool, other.m_pool);
            return *this;
        }
        ~Saved() {
            for (Page* p : m_pages) release(p, m_pool);
        }

    private:
        friend class PagedArray;
        std::vector<Page*> m_pages;
        PagePool* m_pool = nullptr;
    };

    PagedArray(unsigned table, UndoLog& log, PagePool& pool) : m_log(&log), m_pool(&pool), m_table(table) {}
    ~PagedArray() {
        for (Page* p : m_pages) release(p, m_pool);
    }
    PagedArray(const PagedArray&) = delete;
    PagedArray& operator=(const PagedArray&) = delete;

    size_t size() const { return m_pages.size() << Shift; }
    size_t pageCount() const { return m_pages.size(); }
    void grow(size_t count) {
        while (size() < count) {
            Page* p = static_cast<Page*>(m_pool->takeZeroed(pageBytes));
            p->uses.store(1, std::memory_order_relaxed);
            m_pages.push_back(p);
            m_isOwn.push_back(true);
        }
    }

    const T& operator[](size_t i) const { return m_pages[i >> Shift]->entries[i & (pageEntries - 1)]; }
    // Asks for the entry, which will be looked at soon. It has to be within size().
    void fetch(size_t i) const {
        const char* entry = reinterpret_cast<const char*>(&(*this)[i]);
        __builtin_prefetch(entry);
        if constexpr (PagePool::alignment % sizeof(T) != 0) __builtin_prefetch(entry + sizeof(T) - 1);
    }
    T& edit(size_t i) { return *edit(i, 1); }
    void write(size_t i, const T* values, size_t count) {
        while (count) {
            const size_t part = std::min(count, pageEntries - (i & (pageEntries - 1)));
            std::memcpy(static_cast<void*>(edit(i, part)), values, part * sizeof(T));
            i += part, values += part, count -= part;
        }
    }
    // So many entries from `from` on come to lie at `to`; the ranges may overlap.
    void move(size_t to, size_t from, size_t count) {
        const bool upwards = to < from;
        while (count) {
            size_t part, target, source; // of the next pages
            if (upwards) {
                part = std::min({count, pageEntries - (to & (pageEntries - 1)), pageEntries - (from & (pageEntries - 1))});
                target = to, source = from;
                to += part, from += part;
            } else {
                part = std::min({count, ((to + count - 1) & (pageEntries - 1)) + 1, ((from + count - 1) & (pageEntries - 1)) + 1});
                target = to + count - part, source = from + count - part;
            }
            T* const place = edit(target, part);
            std::memmove(static_cast<void*>(place), &(*this)[source], part * sizeof(T));
            count -= part;
        }
    }
    // For undo: puts back what the log has, which lies within a page.
    void restoreEntries(size_t i, const void* old, size_t bytes) {
        std::memcpy(static_cast<void*>(&own(i >> Shift)->entries[i & (pageEntries - 1)]), old, bytes);
    }

    Saved save() {
        std::fill(m_isOwn.begin(), m_isOwn.end(), false);
        Saved saved;
        saved.m_pages = m_pages;
        saved.m_pool = m_pool;
        for (Page* p : m_pages) p->uses.fetch_add(1, std::memory_order_relaxed);
        return saved;
    }
    void restore(const Saved& saved) {
        size_t common = std::min(m_pages.size(), saved.m_pages.size());
        for (size_t i = common; i < m_pages.size(); i++) release(m_pages[i], m_pool);
        m_pages.resize(saved.m_pages.size());
        m_isOwn.assign(saved.m_pages.size(), false);
        for (size_t i = 0; i < saved.m_pages.size(); i++) {
            Page* p = saved.m_pages[i];
            if (i < common) {
                if (m_pages[i] == p) continue;
                release(m_pages[i], m_pool);
            }
            p->uses.fetch_add(1, std::memory_order_relaxed);
            m_pages[i] = p;
        }
    }

private:
    // So many entries of one page.
    T* edit(size_t i, size_t count) {
        T* place = &own(i >> Shift)->entries[i & (pageEntries - 1)];
        if (m_log->isOn()) [[unlikely]]
            m_log->save(m_table, static_cast<uint32_t>(i), place, count * sizeof(T));
        return place;
    }
    Page* own(size_t page) {
        if (!m_isOwn[page]) [[unlikely]]
            makeOwn(page);
        return m_pages[page];
    }
    void makeOwn(size_t page) {
        Page*& p = m_pages[page];
        if (p->uses.load(std::memory_order_acquire) != 1) p = copy(p);
        m_isOwn[page] = true;
    }
    Page* copy(Page* shared) {
        Page* p = static_cast<Page*>(m_pool->take(pageBytes));
        std::memcpy(static_cast<void*>(p->entries), shared->entries, sizeof(p->entries));
        new (&p->uses) std::atomic<uint32_t>(1);
        release(shared, m_pool);
        return p;
    }
    static void release(Page* p, PagePool* pool) {
        if (p->uses.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
        pool->giveBack(p, pageBytes);
    }

    std::vector<Page*> m_pages;
    std::vector<uint8_t>
        m_isOwn; // whether nobody else has the page, as far as known: how often it is used lies in another line of the cache than its entries
    UndoLog* m_log;
    PagePool* m_pool;
    unsigned m_table;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/heap/large_blocks.h"

#include <sys/mman.h>

#include <bit>
#include <cstring>

#include "core/base/check.h"
#include "core/python/heap/heap.h"

namespace memtape {

namespace {
constexpr size_t giveBackBytes = size_t{1} << 20, pageBytes = 4096;
}

void LargeBlocks::start(Heap* heap) {
    m_heap = heap;
    m_end = nullptr;
    m_firstRun = nullptr;
    m_rowBits = 0;
    std::memset(m_bins, 0, sizeof m_bins);
    std::memset(m_columnBits, 0, sizeof m_columnBits);
}

size_t LargeBlocks::roundedSize(size_t bytes) { return bytes < smallest ? smallest : (bytes + 15) & ~size_t{15}; }
size_t LargeBlocks::sizeOf(const void* block) { return headOf(block)->size(); }

// Row: the power of two; column: the four bits below the leading one.
void LargeBlocks::binOf(size_t size, int* row, int* column) {
    int log = std::bit_width(size) - 1;
    *row = log;
    *column = static_cast<int>((size >> (log - 4)) & 15);
}

void LargeBlocks::insertFree(Head* head) {
    int row, column;
    binOf(head->size(), &row, &column);
    openMemory(head->data(), sizeof(FreeLinks));
    Head* first = m_bins[row][column];
    *links(head) = {first, nullptr};
    if (first) links(first)->prev = head;
    m_bins[row][column] = head;
    m_rowBits |= uint64_t{1} << row;
    m_columnBits[row] = static_cast<uint16_t>(m_columnBits[row] | 1u << column);
}

void LargeBlocks::removeFree(Head* head) {
    int row, column;
    binOf(head->size(), &row, &column);
    FreeLinks l = *links(head);
    if (l.next) links(l.next)->prev = l.prev;
    if (l.prev) {
        links(l.prev)->next = l.next;
    } else {
        m_bins[row][column] = l.next;
        if (!l.next) {
            m_columnBits[row] = static_cast<uint16_t>(m_columnBits[row] & ~(1u << column));
            if (!m_columnBits[row]) m_rowBits &= ~(uint64_t{1} << row);
        }
    }
}

LargeBlocks::Head* LargeBlocks::findFree(size_t size) {
    // Up to the next bin's lower edge: whatever lies in it or above is large enough.
    size_t searched = size + (size_t{1} << (std::bit_width(size) - 5)) - 1;
    int row, column;
    binOf(searched, &row, &column);
    uint32_t inRow = row < rows ? m_columnBits[row] & (~0u << column) : 0;
    if (!inRow) {
        uint64_t above = row + 1 < 64 ? m_rowBits & (~uint64_t{0} << (row + 1)) : 0;
        if (!above) return nullptr;
        row = std::countr_zero(above);
        inRow = m_columnBits[row];
    }
    return m_bins[row][std::countr_zero(inRow)];
}

// Makes room at the region's end: the newest run goes on where nothing was handed out behind it, else a run begins.
LargeBlocks::Head* LargeBlocks::grow(size_t size) {
    bool goesOn = m_end && reinterpret_cast<char*>(m_end + 1) == m_heap->segmentsEnd();
    size_t needed = size + sizeof(Head) * (goesOn ? 1 : 2);
    if (goesOn && m_end->previousSize && !m_end->before()->inUse()) {
        size_t tail = m_end->before()->size() + sizeof(Head);
        needed = needed > tail ? needed - tail : 1;
    }
    size_t segments = (needed + Heap::segmentBytes - 1) / Heap::segmentBytes;
    char* start = m_heap->takeSegments(segments);
    if (!start) return nullptr;
    Head* head;
    if (goesOn) {
        head = m_end;
    } else {
        head = reinterpret_cast<Head*>(start);
        openMemory(head, sizeof(Head));
        head->previousSize = 0;
        if (!m_firstRun) m_firstRun = start;
    }
    char* end = start + segments * Heap::segmentBytes;
    head->sizeAndUse = static_cast<uint64_t>(end - head->data()) - sizeof(Head);
    closeMemory(head->data(), head->size());
    m_end = head->after();
    openMemory(m_end, sizeof(Head));
    *m_end = {head->size(), 1}; // closes the run: in use, of size 0
    if (head->previousSize && !head->before()->inUse()) {
        Head* before = head->before();
        removeFree(before);
        before->sizeAndUse = before->size() + sizeof(Head) + head->size();
        head = before;
        m_end->previousSize = head->size();
    }
    insertFree(head);
    return head;
}

// Cuts a block that is in use down to `size`; what is behind becomes free.
void LargeBlocks::splitTail(Head* head, size_t size) {
    size_t rest = head->size() - size;
    if (rest < sizeof(Head) + smallest) return;
    head->sizeAndUse = size | 1;
    Head* tail = head->after();
    openMemory(tail, sizeof(Head));
    *tail = {size, rest - sizeof(Head)};
    joinAndInsert(tail);
}

void LargeBlocks::joinAndInsert(Head* head) {
    size_t freed = head->size();
    char *from = head->data(), *to = from + freed;
    Head* after = head->after();
    if (!after->inUse()) {
        removeFree(after);
        head->sizeAndUse = head->size() + sizeof(Head) + after->size();
    }
    if (head->previousSize && !head->before()->inUse()) {
        Head* before = head->before();
        removeFree(before);
        before->sizeAndUse = before->size() + sizeof(Head) + head->size();
        head = before;
    }
    head->sizeAndUse = head->size();
    head->after()->previousSize = head->size();
    if (freed >= giveBackBytes) {
        uintptr_t first = (reinterpret_cast<uintptr_t>(from) + pageBytes - 1) & ~(pageBytes - 1),
                  last = reinterpret_cast<uintptr_t>(to) & ~(pageBytes - 1);
        // The links of the joined block lie before `from`, or on the page that is left out here.
        if (reinterpret_cast<uintptr_t>(head->data()) + sizeof(FreeLinks) > first) first += pageBytes;
        if (last > first) madvise(reinterpret_cast<void*>(first), last - first, MADV_DONTNEED);
    }
    closeMemory(head->data(), head->size());
    insertFree(head);
}

void* LargeBlocks::allocate(size_t bytes) {
    size_t size = roundedSize(bytes);
    Head* head = findFree(size);
    if (!head) head = grow(size);
    if (!head) return nullptr;
    removeFree(head);
    head->sizeAndUse |= 1;
    splitTail(head, size);
    openMemory(head->data(), bytes);
    return head->data();
}

bool LargeBlocks::resizeInPlace(void* block, size_t bytes) {
    Head* head = headOf(block);
    size_t size = roundedSize(bytes);
    if (size > head->size()) {
        Head* after = head->after();
        bool last = after == m_end || (!after->inUse() && after->after() == m_end);
        size_t available = head->size() + (after->inUse() ? 0 : sizeof(Head) + after->size());
        if (available < size) {
            // At the end of the zone, and the zone at the end of what is handed out: grow there.
            if (!last || reinterpret_cast<char*>(m_end + 1) != m_heap->segmentsEnd() || !grow(size - head->size())) return false;
            after = head->after();
        }
        removeFree(after);
        head->sizeAndUse = (head->size() + sizeof(Head) + after->size()) | 1;
        head->after()->previousSize = head->size();
    }
    splitTail(head, size);
    openMemory(head->data(), bytes);
    return true;
}

void LargeBlocks::release(void* block) {
    Head* head = headOf(block);
    MEMTAPE_CHECK(head->inUse());
    head->sizeAndUse = head->size();
    joinAndInsert(head);
}

void LargeBlocks::verify() const {
    for (int row = 0; row < rows; ++row) {
        MEMTAPE_CHECK(((m_rowBits >> row) & 1) == (m_columnBits[row] != 0));
        for (int column = 0; column < columns; ++column) {
            MEMTAPE_CHECK(((m_columnBits[row] >> column) & 1) == (m_bins[row][column] != nullptr));
            Head* prev = nullptr;
            for (Head* head = m_bins[row][column]; head; head = links(head)->next) {
                int r, c;
                binOf(head->size(), &r, &c);
                MEMTAPE_CHECK(r == row && c == column && !head->inUse() && links(head)->prev == prev);
                MEMTAPE_CHECK(head->after()->previousSize == head->size() && head->after()->inUse());
                MEMTAPE_CHECK(!head->previousSize || head->before()->inUse());
                prev = head;
            }
        }
    }
}

}

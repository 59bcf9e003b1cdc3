// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Blocks of more than 512 bytes, which CPython leaves to the C library: the rule is ours (the picture marks such addresses `model`).
//
// The zone is made of runs of segments. Each block, in use or free, has a head of 16 bytes before it:
//
//     [ size of the block before | size | in-use bit ] block …        sizes are multiples of 16 without the head
//
// Free blocks lie in bins: by power of two, each divided in 16. A request takes the block that was freed last in the first bin whose blocks
// are all large enough, and gives the rest back; when there is none, the zone grows by whole segments, in place where it ends at
// the region's used end. A freed block is joined with free neighbours; free pages of a megabyte or more go back to the system.
// Growing a block takes the free neighbour behind it where that is enough, and so does not move it.
// The same requests in the same order give the same addresses on every machine.

#include <cstddef>
#include <cstdint>

namespace memtape {

class Heap;

class LargeBlocks {
public:
    void start(Heap* heap);
    void* allocate(size_t bytes);                  // null: no room in the region
    bool resizeInPlace(void* block, size_t bytes); // false: it has to move
    void release(void* block);
    static size_t sizeOf(const void* block); // bytes that may be used
    static size_t roundedSize(size_t bytes); // what a block for `bytes` would have
    void verify() const;

private:
    struct Head {
        uint64_t previousSize; // of the block before, 0: a run begins here
        uint64_t sizeAndUse;
        uint64_t size() const { return sizeAndUse & ~uint64_t{15}; }
        bool inUse() const { return sizeAndUse & 1; }
        char* data() { return reinterpret_cast<char*>(this + 1); }
        Head* after() { return reinterpret_cast<Head*>(data() + size()); }
        Head* before() { return reinterpret_cast<Head*>(reinterpret_cast<char*>(this) - previousSize) - 1; }
    };
    struct FreeLinks {
        Head *next, *prev;
    };
    static constexpr int rows = 37, columns = 16;
    static constexpr size_t smallest = 32;

    static Head* headOf(const void* block) { return static_cast<Head*>(const_cast<void*>(block)) - 1; }
    static FreeLinks* links(Head* head) { return reinterpret_cast<FreeLinks*>(head->data()); }
    static void binOf(size_t size, int* row, int* column);
    void insertFree(Head* head);
    void removeFree(Head* head);
    Head* findFree(size_t size);
    Head* grow(size_t size);
    void splitTail(Head* head, size_t size);
    void joinAndInsert(Head* head);

    Heap* m_heap = nullptr;
    Head* m_end = nullptr; // the closing head of the newest run
    char* m_firstRun = nullptr;
    Head* m_bins[rows][columns];
    uint64_t m_rowBits = 0;
    uint16_t m_columnBits[rows];
};

}

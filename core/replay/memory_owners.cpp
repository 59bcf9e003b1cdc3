// SPDX-License-Identifier: GPL-3.0-or-later
// Whose objects are: the program's, or the library's.
//
// An object is the library's when it is made while a module of the library is being imported, or while a frame of the library runs. It becomes the
// program's, with what it holds, when a name, an attribute or a container of the program comes to refer to it; except for modules, functions and
// classes, which the program only uses (a class that the library makes for the program, as namedtuple() does, is the program's). Once the program's,
// it stays so until it is released.
#include <algorithm>

#include "core/replay/memory.h"
#include "core/tape/tape.h"

namespace memtape {

void Memory::noteRunningFrame() {
    if (!m_now.frames) { // the program is over: what is made now is for cleaning up
        m_now.libraryFrame = true;
        return;
    }
    const CodeInfo* info = codeInfo(m_frames[m_now.frames - 1].code);
    m_now.libraryFrame = info && info->ofLibrary;
}

void Memory::noteNamespace(const FrameRecord& frame) {
    if (m_now.libraryFrame || !frame.locals) return;
    uint32_t number = numberAt(frame.locals);
    if (number && !holdsForProgram(number)) m_objects.edit(number).flags |= ObjectRecord::HoldsForProgram;
}

void Memory::countMade(ObjectRecord& object) {
    if (!m_now.programBegan) return;
    if (libraryMakes()) {
        object.flags |= ObjectRecord::OfLibrary;
        m_now.libraryObjects++;
        m_now.libraryBytes += object.size;
        return;
    }
    countOfProgram(object);
    m_now.madeSince = true;
}

void Memory::countOfProgram(ObjectRecord& object) {
    object.flags |= ObjectRecord::OfProgram;
    m_now.heapObjects++;
    m_now.heapBytes += object.size;
    m_now.peakHeapObjects = std::max(m_now.peakHeapObjects, m_now.heapObjects);
    m_now.peakHeapBytes = std::max(m_now.peakHeapBytes, m_now.heapBytes);
}

void Memory::countSize(const ObjectRecord& object, uint64_t size) {
    if (object.flags & ObjectRecord::OfProgram) {
        m_now.heapBytes += size - object.size;
        m_now.peakHeapBytes = std::max(m_now.peakHeapBytes, m_now.heapBytes);
    } else if (object.flags & ObjectRecord::OfLibrary) {
        m_now.libraryBytes += size - object.size;
    }
}

void Memory::countReleased(const ObjectRecord& object) {
    if (object.flags & ObjectRecord::OfProgram) {
        m_now.heapObjects--;
        m_now.heapBytes -= object.size;
        m_now.releasedSince = true;
    } else if (object.flags & ObjectRecord::OfLibrary) {
        m_now.libraryObjects--;
        m_now.libraryBytes -= object.size;
    }
}

bool Memory::staysOfLibrary(const ObjectRecord& object) const {
    const TypeDefinition* type = definition(object.type);
    if (!type || type->defines == TypeInfo::Defines::Nothing) return false;
    if (type->defines == TypeInfo::Defines::Code) return true;
    for (const TypeDefinition* itself : m_shared.tape->definitions().typesAt(object.granule))
        if (itself->life == object.life && itself->ofProgram) return false;
    return true;
}

void Memory::adoptAll(uint32_t word) {
    std::vector<uint32_t> pending{word};
    while (!pending.empty()) {
        uint32_t number = numberAt(reachedBy(pending.back()));
        pending.pop_back();
        if (!number || !(m_objects[number].flags & ObjectRecord::OfLibrary) || staysOfLibrary(m_objects[number])) continue;
        ObjectRecord& o = m_objects.edit(number);
        m_now.libraryObjects--;
        m_now.libraryBytes -= o.size;
        o.flags = static_cast<uint8_t>(o.flags & ~ObjectRecord::OfLibrary);
        countOfProgram(o);
        eachWord(o, [&](uint32_t held) { pending.push_back(held); });
    }
}

}

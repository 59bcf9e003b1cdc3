// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the events of a tape name by number: strings, source files, code objects, types and attribute names. One thread adds, any
// number read meanwhile; what a reader was given stays where it is for the tape's life.

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/memory_events.h"

namespace memtape {

struct FileInfo {
    uint32_t id = 0;
    std::string path, source;
    bool ofProgram = false;
};

struct TypeDefinition : TypeInfo {
    uint32_t life = 0; // objects allocated before it was defined
};

struct AttributeNameInfo {
    uint32_t type = 0, index = 0;
    std::string name;
};

class Definitions {
public:
    static constexpr uint32_t largestId = 1u << 24;

    // False: the number is out of bounds.
    bool addFile(FileInfo info);
    bool addCode(CodeInfo info);
    bool addType(TypeDefinition info);
    bool addAttributeName(AttributeNameInfo info);
    void addDataFile(DataFile file);

    // Null where nothing is defined.
    const FileInfo* file(uint32_t id) const;
    const CodeInfo* code(uint32_t id) const;
    const TypeDefinition* type(uint32_t id) const;
    std::string_view attributeName(uint32_t type, uint32_t index) const;
    // The files of data that the program read, in the order in which it opened them. Null behind the last one.
    const DataFile* dataFile(size_t index) const;
    // All types that were ever at a class's granule, oldest first.
    std::vector<const TypeDefinition*> typesAt(Granule granule) const;

    // The definitions in order as bytes: `from` counts definitions; for the tape file.
    size_t count() const;
    std::string serialize(size_t from, size_t to) const;
    // False: the bytes make no sense. What came before the fault is added.
    bool deserialize(std::string_view bytes);

private:
    enum class Kind : uint8_t { File, Code, Type, AttributeName, DataFile };
    struct Entry {
        Kind kind;
        uint32_t place;
    };

    mutable std::mutex m_mutex;
    std::deque<FileInfo> m_files;
    std::deque<CodeInfo> m_codes;
    std::deque<TypeDefinition> m_types;
    std::deque<AttributeNameInfo> m_attributeNames;
    std::deque<DataFile> m_dataFiles;
    // by id: place in the deque + 1
    std::vector<uint32_t> m_fileById, m_codeById, m_typeById;
    std::vector<std::vector<uint32_t>> m_namesByType;
    std::vector<Entry> m_order;
};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tape/definitions.h"

#include <algorithm>

#include "core/tape/byte_stream.h"

namespace memtape {

namespace {

bool enter(std::vector<uint32_t>& byId, uint32_t id, size_t place) {
    if (id >= Definitions::largestId) return false;
    if (id >= byId.size()) byId.resize(std::max<size_t>(id + 1, byId.size() + byId.size() / 2));
    byId[id] = static_cast<uint32_t>(place + 1);
    return true;
}

uint32_t placeOf(const std::vector<uint32_t>& byId, uint32_t id) { return id < byId.size() ? byId[id] : 0; }

}

bool Definitions::addFile(FileInfo info) {
    std::lock_guard lock(m_mutex);
    if (!enter(m_fileById, info.id, m_files.size())) return false;
    m_order.push_back({Kind::File, static_cast<uint32_t>(m_files.size())});
    m_files.push_back(std::move(info));
    return true;
}

bool Definitions::addCode(CodeInfo info) {
    std::lock_guard lock(m_mutex);
    if (!enter(m_codeById, info.id, m_codes.size())) return false;
    info.slotKinds.resize(info.slots.size());
    m_order.push_back({Kind::Code, static_cast<uint32_t>(m_codes.size())});
    m_codes.push_back(std::move(info));
    return true;
}

bool Definitions::addType(TypeDefinition info) {
    std::lock_guard lock(m_mutex);
    if (!enter(m_typeById, info.id, m_types.size())) return false;
    m_order.push_back({Kind::Type, static_cast<uint32_t>(m_types.size())});
    m_types.push_back(std::move(info));
    return true;
}

bool Definitions::addAttributeName(AttributeNameInfo info) {
    std::lock_guard lock(m_mutex);
    if (info.type >= largestId || info.index >= largestId) return false;
    if (info.type >= m_namesByType.size()) m_namesByType.resize(info.type + 1);
    enter(m_namesByType[info.type], info.index, m_attributeNames.size());
    m_order.push_back({Kind::AttributeName, static_cast<uint32_t>(m_attributeNames.size())});
    m_attributeNames.push_back(std::move(info));
    return true;
}

void Definitions::addDataFile(DataFile file) {
    std::lock_guard lock(m_mutex);
    m_order.push_back({Kind::DataFile, static_cast<uint32_t>(m_dataFiles.size())});
    m_dataFiles.push_back(std::move(file));
}

const DataFile* Definitions::dataFile(size_t index) const {
    std::lock_guard lock(m_mutex);
    return index < m_dataFiles.size() ? &m_dataFiles[index] : nullptr;
}

const FileInfo* Definitions::file(uint32_t id) const {
    std::lock_guard lock(m_mutex);
    uint32_t place = placeOf(m_fileById, id);
    return place ? &m_files[place - 1] : nullptr;
}

const CodeInfo* Definitions::code(uint32_t id) const {
    std::lock_guard lock(m_mutex);
    uint32_t place = placeOf(m_codeById, id);
    return place ? &m_codes[place - 1] : nullptr;
}

const TypeDefinition* Definitions::type(uint32_t id) const {
    std::lock_guard lock(m_mutex);
    uint32_t place = placeOf(m_typeById, id);
    return place ? &m_types[place - 1] : nullptr;
}

std::string_view Definitions::attributeName(uint32_t type, uint32_t index) const {
    std::lock_guard lock(m_mutex);
    if (type >= m_namesByType.size()) return {};
    uint32_t place = placeOf(m_namesByType[type], index);
    return place ? std::string_view(m_attributeNames[place - 1].name) : std::string_view();
}

std::vector<const TypeDefinition*> Definitions::typesAt(Granule granule) const {
    std::lock_guard lock(m_mutex);
    std::vector<const TypeDefinition*> found;
    if (granule)
        for (const TypeDefinition& t : m_types)
            if (t.granule == granule) found.push_back(&t);
    return found;
}

size_t Definitions::count() const {
    std::lock_guard lock(m_mutex);
    return m_order.size();
}

std::string Definitions::serialize(size_t from, size_t to) const {
    std::lock_guard lock(m_mutex);
    ByteWriter w;
    for (size_t i = from; i < to && i < m_order.size(); i++) {
        Entry entry = m_order[i];
        w.number(static_cast<uint64_t>(entry.kind));
        switch (entry.kind) {
        case Kind::File: {
            const FileInfo& f = m_files[entry.place];
            w.number(f.id);
            w.text(f.path);
            w.text(f.source);
            w.number(f.ofProgram);
            break;
        }
        case Kind::Code: {
            const CodeInfo& c = m_codes[entry.place];
            w.number(c.id);
            w.number(c.file);
            w.number(c.granule);
            w.text(c.name);
            w.text(c.qualname);
            w.number(c.firstLine);
            w.number(c.ofProgram);
            w.number(c.ofLibrary);
            w.number(c.argCount);
            w.number(c.slots.size());
            for (size_t s = 0; s < c.slots.size(); s++) {
                w.text(c.slots[s]);
                w.number(c.slotKinds[s]);
            }
            w.number(c.stackSize);
            w.number(c.frameBytes);
            break;
        }
        case Kind::Type: {
            const TypeDefinition& t = m_types[entry.place];
            w.number(t.id);
            w.number(t.granule);
            w.number(t.life);
            w.text(t.name);
            w.text(t.qualname);
            w.text(t.module);
            w.number(t.shape);
            w.number(static_cast<uint64_t>(t.role));
            for (uint8_t part : {t.fixedBytes, t.digitBytes, t.digitBits}) w.number(part);
            w.number(t.ofProgram);
            w.number(static_cast<uint64_t>(t.defines));
            w.number(t.fields.size());
            for (const std::string& field : t.fields) w.text(field);
            w.number(t.bases.size());
            for (Granule base : t.bases) w.number(base);
            break;
        }
        case Kind::AttributeName: {
            const AttributeNameInfo& a = m_attributeNames[entry.place];
            w.number(a.type);
            w.number(a.index);
            w.text(a.name);
            break;
        }
        case Kind::DataFile: {
            const DataFile& f = m_dataFiles[entry.place];
            w.text(f.path);
            for (uint64_t part : {f.size, uint64_t{f.checksum}, uint64_t{f.step}}) w.number(part);
            break;
        }
        }
    }
    return std::move(w.out);
}

bool Definitions::deserialize(std::string_view bytes) {
    ByteReader r{bytes};
    while (!r.in.empty()) {
        uint64_t kind = r.number();
        bool added = false;
        if (kind == static_cast<uint64_t>(Kind::File)) {
            FileInfo f;
            f.id = r.number32();
            f.path = r.text();
            f.source = r.text();
            f.ofProgram = r.number();
            added = r.good && addFile(std::move(f));
        } else if (kind == static_cast<uint64_t>(Kind::Code)) {
            CodeInfo c;
            c.id = r.number32();
            c.file = r.number32();
            c.granule = r.number32();
            c.name = r.text();
            c.qualname = r.text();
            c.firstLine = r.number32();
            c.ofProgram = r.number();
            c.ofLibrary = r.number();
            c.argCount = r.number32();
            size_t slots = r.count();
            for (size_t i = 0; i < slots && r.good; i++) {
                c.slots.push_back(r.text());
                c.slotKinds.push_back(static_cast<uint8_t>(r.number()));
            }
            c.stackSize = r.number32();
            c.frameBytes = r.number32();
            added = r.good && addCode(std::move(c));
        } else if (kind == static_cast<uint64_t>(Kind::Type)) {
            TypeDefinition t;
            t.id = r.number32();
            t.granule = r.number32();
            t.life = r.number32();
            t.name = r.text();
            t.qualname = r.text();
            t.module = r.text();
            t.shape = static_cast<uint8_t>(r.number());
            uint64_t role = r.number();
            if (role > static_cast<uint64_t>(TypeRole::Nothing)) return false;
            t.role = static_cast<TypeRole>(role);
            for (uint8_t* part : {&t.fixedBytes, &t.digitBytes, &t.digitBits}) *part = static_cast<uint8_t>(r.number());
            t.ofProgram = r.number();
            uint64_t defines = r.number();
            if (defines > static_cast<uint64_t>(TypeInfo::Defines::Class)) return false;
            t.defines = static_cast<TypeInfo::Defines>(defines);
            size_t fields = r.count();
            for (size_t i = 0; i < fields && r.good; i++) t.fields.push_back(r.text());
            size_t bases = r.count();
            for (size_t i = 0; i < bases && r.good; i++) t.bases.push_back(r.number32());
            added = r.good && addType(std::move(t));
        } else if (kind == static_cast<uint64_t>(Kind::AttributeName)) {
            AttributeNameInfo a;
            a.type = r.number32();
            a.index = r.number32();
            a.name = r.text();
            added = r.good && addAttributeName(std::move(a));
        } else if (kind == static_cast<uint64_t>(Kind::DataFile)) {
            DataFile f;
            f.path = r.text();
            f.size = r.number();
            f.checksum = r.number32();
            f.step = r.number32();
            added = r.good;
            if (added) addDataFile(std::move(f));
        }
        if (!added) return false;
    }
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/bytecode/code_stream.h"

#include <cstring>

#include "core/python/bytecode/opcodes.h"

namespace memtape {

namespace {

constexpr uint32_t formVersion = 1;
constexpr int deepest = 200; // code in code, tuples in tuples

class Writer {
public:
    void number(uint64_t n) {
        for (; n >= 0x80; n >>= 7) m_bytes += static_cast<char>(n | 0x80);
        m_bytes += static_cast<char>(n);
    }
    void difference(int64_t n) { number(static_cast<uint64_t>(n) << 1 ^ static_cast<uint64_t>(n >> 63)); }
    void text(std::string_view t) {
        number(t.size());
        m_bytes += t;
    }
    void real(double d) { m_bytes.append(reinterpret_cast<const char*>(&d), sizeof d); }
    void unit(const CodeUnit& u);
    void constant(const Constant& c);
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

void Writer::constant(const Constant& c) {
    using Kind = Constant::Kind;
    number(static_cast<uint64_t>(c.kind));
    switch (c.kind) {
    case Kind::None:
    case Kind::Ellipsis:
    case Kind::False:
    case Kind::True: break;
    case Kind::Int:
    case Kind::Str:
    case Kind::Bytes: text(c.text); break;
    case Kind::Float: real(c.real); break;
    case Kind::Complex:
        real(c.real);
        real(c.imaginary);
        break;
    case Kind::Tuple:
    case Kind::FrozenSet:
        number(c.items.size());
        for (const Constant& item : c.items) constant(item);
        break;
    case Kind::Code: unit(*c.code); break;
    }
}

void Writer::unit(const CodeUnit& u) {
    text(u.name);
    text(u.qualname);
    text(u.filename);
    difference(u.firstLine);
    for (uint32_t n : {u.flags, u.argCount, u.posOnlyArgCount, u.kwOnlyArgCount, u.stackSize}) number(n);
    number(u.instructions.size());
    for (const Instruction& i : u.instructions) {
        number(i.opcode);
        number(i.operand);
    }
    Position last;
    last.line = last.endLine = u.firstLine;
    for (const Position& p : u.positions) {
        difference(p.line - last.line);
        difference(p.endLine - last.endLine);
        difference(p.column - last.column);
        difference(p.endColumn - last.endColumn);
        last = p;
    }
    number(u.exceptionTable.size());
    for (const ExceptionEntry& e : u.exceptionTable) {
        for (uint32_t n : {e.start, e.end, e.target, e.depth}) number(n);
        number(e.pushesLasti);
    }
    number(u.constants.size());
    for (const Constant& c : u.constants) constant(c);
    number(u.names.size());
    for (const std::string& name : u.names) text(name);
    number(u.localsPlusNames.size());
    for (size_t i = 0; i < u.localsPlusNames.size(); ++i) {
        text(u.localsPlusNames[i]);
        number(u.localsPlusKinds[i]);
    }
}

// Reads what Writer wrote. After the first mistake everything is 0 and ok() is false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_bytes.empty(); }
    std::shared_ptr<CodeUnit> unit(int depth);

private:
    uint64_t number() {
        uint64_t n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty()) return bad();
            auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            n |= static_cast<uint64_t>(byte & 0x7f) << shift;
            if (!(byte & 0x80)) return n;
        }
        return bad();
    }
    uint32_t small() {
        uint64_t n = number();
        return static_cast<uint32_t>(n <= UINT32_MAX ? n : bad());
    }
    int32_t difference() {
        uint64_t n = number();
        return static_cast<int32_t>(static_cast<int64_t>(n >> 1 ^ (0 - (n & 1))));
    }
    // How many of something follow, each of at least one byte.
    size_t count() {
        uint64_t n = number();
        return static_cast<size_t>(n <= m_bytes.size() ? n : bad());
    }
    std::string text() {
        size_t size = count();
        std::string t(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return t;
    }
    double real() {
        double d = 0;
        if (m_bytes.size() < sizeof d) return static_cast<double>(bad());
        std::memcpy(&d, m_bytes.data(), sizeof d);
        m_bytes.remove_prefix(sizeof d);
        return d;
    }
    uint64_t bad() {
        m_ok = false;
        m_bytes = {};
        return 0;
    }
    Constant constant(int depth);

    std::string_view m_bytes;
    bool m_ok = true;
};

Constant Reader::constant(int depth) {
    using Kind = Constant::Kind;
    Constant c;
    uint64_t kind = number();
    if (kind > static_cast<uint64_t>(Kind::Code) || depth > deepest) {
        bad();
        return c;
    }
    c.kind = static_cast<Kind>(kind);
    switch (c.kind) {
    case Kind::None:
    case Kind::Ellipsis:
    case Kind::False:
    case Kind::True: break;
    case Kind::Int:
    case Kind::Str:
    case Kind::Bytes: c.text = text(); break;
    case Kind::Float: c.real = real(); break;
    case Kind::Complex:
        c.real = real();
        c.imaginary = real();
        break;
    case Kind::Tuple:
    case Kind::FrozenSet:
        c.items.resize(count());
        for (Constant& item : c.items) item = constant(depth + 1);
        break;
    case Kind::Code: c.code = unit(depth + 1); break;
    }
    return c;
}

std::shared_ptr<CodeUnit> Reader::unit(int depth) {
    auto u = std::make_shared<CodeUnit>();
    u->name = text();
    u->qualname = text();
    u->filename = text();
    u->firstLine = difference();
    for (uint32_t* n : {&u->flags, &u->argCount, &u->posOnlyArgCount, &u->kwOnlyArgCount, &u->stackSize}) *n = small();
    u->instructions.resize(count());
    for (Instruction& i : u->instructions) {
        uint64_t opcode = number();
        i = {static_cast<uint16_t>(opcode < opcodeCount ? opcode : bad()), 0, small()};
    }
    u->positions.resize(u->instructions.size());
    Position last;
    last.line = last.endLine = u->firstLine;
    for (Position& p : u->positions) {
        p.line = last.line + difference();
        p.endLine = last.endLine + difference();
        p.column = last.column + difference();
        p.endColumn = last.endColumn + difference();
        last = p;
    }
    u->exceptionTable.resize(count());
    for (ExceptionEntry& e : u->exceptionTable) {
        for (uint32_t* n : {&e.start, &e.end, &e.target, &e.depth}) *n = small();
        e.pushesLasti = number() != 0;
    }
    u->constants.resize(count());
    for (Constant& c : u->constants) c = constant(depth + 1);
    u->names.resize(count());
    for (std::string& name : u->names) name = text();
    size_t locals = count();
    u->localsPlusNames.resize(locals);
    u->localsPlusKinds.resize(locals);
    for (size_t i = 0; i < locals; ++i) {
        u->localsPlusNames[i] = text();
        u->localsPlusKinds[i] = static_cast<uint8_t>(number());
    }
    return u;
}

}

std::string encodeCodeUnit(const CodeUnit& unit) {
    Writer writer;
    writer.unit(unit);
    return writer.take();
}

std::shared_ptr<CodeUnit> decodeCodeUnit(std::string_view bytes) {
    Reader reader(bytes);
    std::shared_ptr<CodeUnit> unit = reader.unit(0);
    return reader.ok() && reader.atEnd() ? unit : nullptr;
}

uint32_t codeStreamVersion() {
    uint32_t sum = 2166136261u ^ formVersion; // FNV-1a over the opcodes' names in their order
    for (unsigned i = 0; i < opcodeCount; ++i)
        for (char c : opcodeInfo(static_cast<Opcode>(i)).name) sum = (sum ^ static_cast<unsigned char>(c)) * 16777619u;
    return sum;
}

}

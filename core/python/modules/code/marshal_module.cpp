// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/code/marshal.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"

namespace memtape {

namespace {

constexpr const char* tooShort = "marshal data too short";

class BufferInput final : public MarshalInput {
public:
    explicit BufferInput(const HeldBuffer& buffer) : m_left(reinterpret_cast<const char*>(buffer.data()), buffer.size()) {}
    bool read(size_t count, std::string_view* bytes) override {
        if (count > m_left.size()) return raise(exc::EOFError, tooShort);
        *bytes = m_left.substr(0, count);
        m_left.remove_prefix(count);
        return true;
    }
    bool readByte(int* byte) override {
        *byte = m_left.empty() ? -1 : static_cast<uint8_t>(m_left[0]);
        if (!m_left.empty()) m_left.remove_prefix(1);
        return true;
    }
    size_t atMost() const override { return m_left.size(); }

private:
    std::string_view m_left;
};

// No more is asked of the file than the value needs.
class FileInput final : public MarshalInput {
public:
    explicit FileInput(Object* file) : m_file(file) {}
    bool read(size_t count, std::string_view* bytes) override {
        if (count == 0) return *bytes = {}, true;
        if (!ask(count)) return false;
        if (m_bytes.size() < count) return raise(exc::EOFError, tooShort);
        *bytes = m_bytes;
        return true;
    }
    bool readByte(int* byte) override {
        if (!ask(1)) return false;
        *byte = m_bytes.empty() ? -1 : static_cast<uint8_t>(m_bytes[0]);
        return true;
    }
    size_t atMost() const override { return size_t{1} << 24; } // a tuple of more items is not believed

    // An empty read tells what kind of file it is.
    bool check() {
        Held<> data(readFrom(0));
        return data && (isBytes(data) || raise(exc::TypeError, "file.read() returned not bytes but {}", data->type->name));
    }

private:
    Owned readFrom(size_t count) {
        Ref<> size = newInt(static_cast<int64_t>(count));
        Held<> method(getAttr(m_file, "read"));
        return method ? call(method, size) : Owned(nullptr);
    }
    bool ask(size_t count) {
        Held<> data(readFrom(count));
        if (!data) return false;
        if (!isBytes(data)) return raise(exc::TypeError, "file.read() returned not bytes but {}", data->type->name);
        m_bytes.assign(reinterpret_cast<const char*>(bytesData(data)), static_cast<size_t>(bytesLength(data)));
        return m_bytes.size() <= count ||
               raise(exc::ValueError, "read() returned too much data: {} bytes requested, {} returned", count, m_bytes.size());
    }

    Object* m_file;
    std::string m_bytes;
};

bool readAllowed(Object* argument, MarshalCode* code) {
    const int allowed = argument ? isTrue(argument) : 1;
    *code = allowed ? MarshalCode::Allowed : MarshalCode::Refused;
    return allowed >= 0;
}

bool readVersion(Object* argument, int* version) {
    if (!argument) return true;
    Ref<> number = numberIndex(argument);
    if (!number) return false;
    int overflow = 0;
    const int64_t n = intValue(number, &overflow);
    if (overflow || n != static_cast<int>(n)) return raise(exc::OverflowError, "Python int too large to convert to C int");
    *version = static_cast<int>(n);
    return true;
}

Owned dumped(Object* value, Object* versionArgument, Object* codeArgument) {
    int version = marshalVersion;
    MarshalCode code;
    std::string bytes;
    if (!readVersion(versionArgument, &version) || !readAllowed(codeArgument, &code) || !marshalTo(bytes, value, version, code)) return nullptr;
    return newBytes(bytes);
}

Owned dumps(Object*, Args args) {
    Object* out[3] = {};
    if (!parseArgs("dumps", args, "value | version / $ allow_code", out)) return nullptr;
    return dumped(out[0], out[1], out[2]);
}

Owned dump(Object*, Args args) {
    Object* out[4] = {};
    if (!parseArgs("dump", args, "value file | version / $ allow_code", out)) return nullptr;
    Held<> bytes(dumped(out[0], out[2], out[3]));
    if (!bytes) return nullptr;
    Held<> write(getAttr(out[1], "write"));
    return write ? call(write, bytes) : Owned(nullptr);
}

Owned loads(Object*, Args args) {
    Object* out[2] = {};
    HeldBuffer buffer;
    MarshalCode code;
    if (!parseArgs("loads", args, "bytes / | $ allow_code", out) || !buffer.want(out[0]) || !readAllowed(out[1], &code)) return nullptr;
    BufferInput input(buffer);
    return unmarshal(input, code);
}

Owned load(Object*, Args args) {
    Object* out[2] = {};
    MarshalCode code;
    if (!parseArgs("load", args, "file / | $ allow_code", out) || !readAllowed(out[1], &code)) return nullptr;
    FileInput input(out[0]);
    return input.check() ? unmarshal(input, code) : Owned(nullptr);
}

const MethodDef functions[] = {{"dumps", dumps, NativeKind::Keywords},
                               {"dump", dump, NativeKind::Keywords},
                               {"loads", loads, NativeKind::Keywords},
                               {"load", load, NativeKind::Keywords},
                               {}};

}

Owned makeMarshalModule() {
    Ref<> module = newModule("marshal");
    if (!module || !addFunctions(module, functions) || !addToModule(module, "version", newInt(marshalVersion))) return nullptr;
    return module.release();
}

}

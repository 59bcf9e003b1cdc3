// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/collections/array_formats.h"

#include <bit>

#include "core/python/modules/arguments.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape {

namespace {

enum class Form : uint8_t { Unsigned, Signed, Float, Text };
// By their numbers in pickles.
struct Format {
    uint8_t size;
    Form form;
    bool big;
};
constexpr Format formats[] = {
    {1, Form::Unsigned, false}, {1, Form::Signed, false},   {2, Form::Unsigned, false}, {2, Form::Unsigned, true}, {2, Form::Signed, false},
    {2, Form::Signed, true},    {4, Form::Unsigned, false}, {4, Form::Unsigned, true},  {4, Form::Signed, false},  {4, Form::Signed, true},
    {8, Form::Unsigned, false}, {8, Form::Unsigned, true},  {8, Form::Signed, false},   {8, Form::Signed, true},   {4, Form::Float, false},
    {4, Form::Float, true},     {8, Form::Float, false},    {8, Form::Float, true},     {2, Form::Text, false},    {2, Form::Text, true},
    {4, Form::Text, false},     {4, Form::Text, true},
};

constexpr struct {
    char typecode;
    int format;
} machineFormats[] = {{'b', 1}, {'B', 0},  {'u', 20}, {'w', 20}, {'h', 4},  {'H', 2},  {'i', 8},
                      {'I', 6}, {'l', 12}, {'L', 10}, {'q', 12}, {'Q', 10}, {'f', 14}, {'d', 16}};

uint64_t bitsOf(const uint8_t* bytes, Format format) {
    uint64_t bits = 0;
    for (size_t i = 0; i < format.size; ++i) bits |= uint64_t{bytes[i]} << 8 * (format.big ? format.size - 1u - i : i);
    return bits;
}

Owned numberOf(uint64_t bits, Format format) {
    if (format.form == Form::Float) {
        return newFloat(format.size == 4 ? static_cast<double>(std::bit_cast<float>(static_cast<uint32_t>(bits))) : std::bit_cast<double>(bits));
    }
    if (format.form == Form::Unsigned) return newIntFromUnsigned(bits);
    const int unused = 64 - 8 * format.size;
    return newInt(static_cast<int64_t>(bits << unused) >> unused);
}

// The typecode whose items are of the format's size and sign, whatever was asked for.
char typecodeFor(Format format, char given) {
    if (format.form != Form::Unsigned && format.form != Form::Signed) return given;
    const size_t row = static_cast<size_t>(std::bit_width(format.size) - 1);
    return (format.form == Form::Signed ? "bhiq" : "BHIQ")[row];
}

bool readCode(Object* o, char* code) {
    if (isStr(o) && asStr(o)->length == 1) {
        const uint32_t c = charAt(asStr(o), 0);
        *code = c < 0x80 ? static_cast<char>(c) : '?';
        return true;
    }
    return raise(exc::TypeError, "_array_reconstructor() argument 2 must be a unicode character, not {}", isNone(o) ? "None" : o->type->name);
}

Owned textOfBytes(const uint8_t* data, size_t size, Format format) {
    StrBuilder out;
    int order = format.big ? 1 : -1;
    const CodecInput input{data, size, nullptr, "strict"};
    const bool ok = format.size == 2 ? decodeUtf16(out, input, order) : decodeUtf32(out, input, order);
    return ok ? out.finish() : Owned(nullptr);
}

}

int machineFormat(char typecode) {
    for (const auto& row : machineFormats)
        if (row.typecode == typecode) return row.format;
    return -1;
}

Owned reconstructArray(Type* arrayType, Args args) {
    char code = 0;
    int number;
    if (!readCode(args[1], &code) || !intArgument(args[2], &number)) return nullptr;
    if (!isType(args[0])) return raise(exc::TypeError, "first argument must be a type object, not {}", args[0]->type->name);
    auto* type = static_cast<Type*>(args[0]);
    if (!isSubtype(type, arrayType)) return raise(exc::TypeError, "{} is not a subtype of {}", type->name, arrayType->name);
    if (machineFormat(code) < 0) return raise(exc::ValueError, "second argument must be a valid type code");
    if (number < 0 || number >= static_cast<int>(std::size(formats)))
        return raise(exc::ValueError, "third argument must be a valid machine format code.");
    if (!isBytes(args[3])) return raise(exc::TypeError, "fourth argument should be bytes, not {}", args[3]->type->name);
    if (number == machineFormat(code)) return call(type, args[1], args[3]);

    const Format format = formats[number];
    const size_t size = static_cast<size_t>(bytesLength(args[3]));
    if (size % format.size) return raise(exc::ValueError, "string length not a multiple of item size");
    Held<> content;
    if (format.form == Form::Text) {
        content = textOfBytes(bytesData(args[3]), size, format);
    } else {
        const size_t count = size / format.size;
        Held<ListObject> list(newList(0));
        for (size_t i = 0; list && i < count; ++i) {
            Ref<> item(numberOf(bitsOf(bytesData(args[3]) + i * format.size, format), format));
            if (!item || !listAppend(list, item) || !checkBreaker()) return nullptr;
        }
        content = Owned(list.release());
    }
    const char wanted = typecodeFor(format, code);
    Held<> typecode(newStr(std::string_view(&wanted, 1)));
    return content && typecode ? call(type, typecode.get(), content.get()) : Owned(nullptr);
}

Owned arrayToFile(Object* self, Object* file) {
    constexpr size_t blockBytes = 64 * 1024;
    HeldBuffer buffer;
    if (!buffer.want(self)) return nullptr;
    for (size_t at = 0; at < buffer.size(); at += blockBytes) {
        Held<> block(newBytes(buffer.data() + at, std::min(blockBytes, buffer.size() - at)));
        Ref<> written = block ? callMethod(file, names::write, block) : Owned(nullptr);
        if (!written) return nullptr;
    }
    return newNone();
}

Owned arrayFromFile(Object* self, Object* file, ssize count, ssize itemSize) {
    if (count < 0) return raise(exc::ValueError, "negative count");
    if (count > PTRDIFF_MAX / itemSize) return raiseMemoryError();
    Held<> wanted(newInt(count * itemSize));
    Held<> bytes(callMethod(file, names::read, wanted));
    if (!bytes) return nullptr;
    if (!isBytes(bytes)) return raise(exc::TypeError, "read() didn't return bytes");
    const bool isShort = bytesLength(bytes) != count * itemSize;
    Ref<> name(internStr("frombytes"));
    Ref<> done = name ? callMethod(self, name, bytes) : Owned(nullptr);
    if (!done) return nullptr;
    return isShort ? Owned(raise(exc::EOFError, "read() didn't return enough bytes")) : newNone();
}

}

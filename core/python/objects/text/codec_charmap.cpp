// SPDX-License-Identifier: GPL-3.0-or-later

// Encodings of one byte a character, by tables: what most of the library's package `encodings` is made of.

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codec_errors.h"
#include "core/python/objects/text/codecs.h"

namespace memtape {

namespace {

constexpr uint32_t undefinedCharacter = 0xfffe; // in a decoding table
constexpr const char* undefinedReason = "character maps to <undefined>";

// From characters up to U+FFFF to bytes, in three steps, of which tables that would be empty are left out: the bits 11 … 15 choose one of the
// tables of 16, the bits 7 … 10 one of the tables of 128. Zero is no byte but for U+0000.
struct EncodingMapObject : Object {
    static constexpr uint8_t none = 0xff;
    uint8_t first[32];
    int secondCount, thirdCount;
    uint8_t tables[1]; // the seconds, then the thirds

    uint8_t* second(size_t i) { return tables + 16 * i; }
    uint8_t* third(size_t i) { return tables + 16 * static_cast<size_t>(secondCount) + 128 * i; }
    int byteOf(uint32_t c) { // -1: none
        if (c > 0xffff) return -1;
        if (c == 0) return 0;
        if (first[c >> 11] == none) return -1;
        const uint8_t at = second(first[c >> 11])[c >> 7 & 15];
        if (at == none) return -1;
        const uint8_t byte = third(at)[c & 127];
        return byte ? byte : -1;
    }
};
constexpr size_t mapHeadBytes = 64; // CPython's basicsize

Type* encodingMapType = nullptr;
RuntimeCache encodingMapCache([] { encodingMapType = nullptr; });

// The size with its tables, of which CPython's struct has the first byte.
Owned mapSizeMethod(Object* self) {
    auto* map = static_cast<EncodingMapObject*>(self);
    return newInt(static_cast<int64_t>(mapHeadBytes) - 1 + 16 * map->secondCount + 128 * map->thirdCount);
}
const MethodDef mapMethods[] = {{"size", mapSizeMethod}, {}};

void defineEncodingMap(Type* t) {
    t->name = "EncodingMap";
    t->basicSize = mapHeadBytes;
    t->methods = mapMethods;
    t->flags = DisallowInstantiation;
}

// Some table has characters that the map above cannot hold.
Owned newDictMap(TextView table) {
    Held<DictObject> dict(newDict());
    if (!dict) return nullptr;
    for (ssize i = 0; i < table.length && i < 256; ++i) {
        Ref<> key(newInt(table.at(i))), value(newInt(i));
        if (!key || !value || !dictSet(dict, key, value)) return nullptr;
    }
    return dict.release();
}

}

Owned newEncodingMap(Object* decodingTable) {
    const TextView table = viewOf(decodingTable);
    if (table.length == 0) return raise(exc::TypeError, "bad argument type for built-in operation");
    const ssize length = table.length < 256 ? table.length : 256;
    uint8_t first[32], second[512];
    std::fill(std::begin(first), std::end(first), EncodingMapObject::none);
    std::fill(std::begin(second), std::end(second), EncodingMapObject::none);
    int seconds = 0, thirds = 0;
    bool fits = table.at(0) == 0;
    for (ssize i = 1; i < length && fits; ++i) {
        const uint32_t c = table.at(i);
        if (c == undefinedCharacter) continue;
        fits = c != 0 && c <= 0xffff;
        if (!fits) break;
        if (first[c >> 11] == EncodingMapObject::none) first[c >> 11] = static_cast<uint8_t>(seconds++);
        if (second[c >> 7] == EncodingMapObject::none) second[c >> 7] = static_cast<uint8_t>(thirds++);
    }
    if (!fits || seconds >= EncodingMapObject::none || thirds >= EncodingMapObject::none) return newDictMap(table);
    if (!encodingMapType) encodingMapType = makeModuleType(defineEncodingMap);
    if (!encodingMapType) return nullptr;
    const size_t tableBytes = 16 * static_cast<size_t>(seconds) + 128 * static_cast<size_t>(thirds);
    auto* map = static_cast<EncodingMapObject*>(allocateObject(encodingMapType, mapHeadBytes + tableBytes));
    if (!map) return nullptr;
    std::memcpy(map->first, first, sizeof first);
    map->secondCount = seconds;
    map->thirdCount = thirds;
    std::memset(map->tables, EncodingMapObject::none, 16 * static_cast<size_t>(seconds));
    std::memset(map->third(0), 0, 128 * static_cast<size_t>(thirds));
    for (size_t i = 0; i < 512; ++i)
        if (second[i] != EncodingMapObject::none) map->second(first[i >> 4])[i & 15] = second[i];
    for (ssize i = 1; i < length; ++i) {
        const uint32_t c = table.at(i);
        if (c != undefinedCharacter) map->third(second[c >> 7])[c & 127] = static_cast<uint8_t>(i);
    }
    recordCells(map);
    return Owned(map);
}

namespace {

enum class Mapped : uint8_t { Done, Undefined, Failed };

// mapping[c]; null without an exception: it has none, or None.
Owned lookUp(Object* mapping, uint32_t c) {
    Ref<> key(newInt(c));
    Owned found = key ? getItem(mapping, key) : Owned(nullptr);
    if (!found) {
        if (errorMatches(exc::LookupError)) clearError();
        return nullptr;
    }
    if (!isNone(found.pointer)) return found;
    Ref<> drop(found);
    return nullptr;
}

Mapped encodeCharacter(std::string& out, uint32_t c, Object* mapping) {
    if (mapping->type == encodingMapType) {
        const int byte = static_cast<EncodingMapObject*>(mapping)->byteOf(c);
        if (byte < 0) return Mapped::Undefined;
        out += static_cast<char>(byte);
        return Mapped::Done;
    }
    Held<> found(lookUp(mapping, c));
    if (!found) return errorOccurred() ? Mapped::Failed : Mapped::Undefined;
    if (isInt(found)) {
        int overflow;
        const int64_t value = intValue(found, &overflow);
        if (overflow || value < 0 || value > 255) return (void)raise(exc::TypeError, "character mapping must be in range(256)"), Mapped::Failed;
        out += static_cast<char>(value);
        return Mapped::Done;
    }
    if (isBytes(found)) {
        out.append(reinterpret_cast<const char*>(bytesData(found)), static_cast<size_t>(bytesLength(found)));
        return Mapped::Done;
    }
    (void)raise(exc::TypeError, "character mapping must return integer, bytes or None, not {}", found->type->name);
    return Mapped::Failed;
}

Mapped decodeByte(StrBuilder& out, uint8_t byte, Object* mapping) {
    if (isExactStr(mapping)) {
        const TextView table = viewOf(mapping);
        if (byte >= table.length || table.at(byte) == undefinedCharacter) return Mapped::Undefined;
        out.append(table.at(byte));
        return Mapped::Done;
    }
    Held<> found(lookUp(mapping, byte));
    if (!found) return errorOccurred() ? Mapped::Failed : Mapped::Undefined;
    if (isInt(found)) {
        int overflow;
        const int64_t value = intValue(found, &overflow);
        if (!overflow && value == undefinedCharacter) return Mapped::Undefined;
        if (overflow || value < 0 || value > 0x10ffff) {
            (void)raise(exc::TypeError, "character mapping must be in range(0x110000)");
            return Mapped::Failed;
        }
        out.append(static_cast<uint32_t>(value));
        return Mapped::Done;
    }
    if (isStr(found)) {
        if (asStr(found)->length == 1 && charAt(asStr(found), 0) == undefinedCharacter) return Mapped::Undefined;
        out.append(found.get());
        return Mapped::Done;
    }
    (void)raise(exc::TypeError, "character mapping must return integer, None or str");
    return Mapped::Failed;
}

}

bool encodeCharmap(std::string& out, Object* str, Object* mapping, std::string_view errors) {
    if (!mapping || isNone(mapping)) return encodeBy(out, str, Codec::Latin1, errors);
    EncodeTrouble trouble("charmap", str, errors);
    const TextView text = viewOf(str);
    for (ssize i = 0; i < text.length;) {
        if (!checkBreaker()) return false;
        Mapped mapped = encodeCharacter(out, text.at(i), mapping);
        if (mapped == Mapped::Failed) return false;
        if (mapped == Mapped::Done) {
            ++i;
            continue;
        }
        // all that follow and have no byte either
        ssize end = i + 1, next;
        for (; end < text.length; ++end) {
            std::string ignored;
            mapped = encodeCharacter(ignored, text.at(end), mapping);
            if (mapped == Mapped::Failed) return false;
            if (mapped == Mapped::Done) break;
        }
        Replacement replacement;
        if (!trouble.handle(i, end, undefinedReason, replacement, next)) return false;
        out += replacement.bytes;
        for (char32_t c : replacement.text) {
            mapped = encodeCharacter(out, static_cast<uint32_t>(c), mapping);
            if (mapped == Mapped::Failed) return false;
            if (mapped == Mapped::Undefined) return trouble.raise(i, end, undefinedReason);
        }
        i = next;
    }
    return true;
}

bool decodeCharmap(StrBuilder& out, CodecInput input, Object* mapping) {
    if (!mapping || isNone(mapping)) return decodeBy(out, Codec::Latin1, input);
    DecodeTrouble trouble("charmap", input, out);
    for (size_t i = 0; i < input.size;) {
        const Mapped mapped = decodeByte(out, input.data[i], mapping);
        if (mapped == Mapped::Failed || !checkBreaker()) return false;
        if (mapped == Mapped::Done) ++i;
        else if (!trouble.handle(i, i + 1, undefinedReason, i)) return false;
    }
    if (input.consumed) *input.consumed = input.size;
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/bytes_methods.h"

#include <string>

#include "core/python/objects/classes/program_buffers.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/split_lines.h"
#include "core/python/objects/text/str_methods.h"
#include "core/python/objects/text/str_search.h"
#include "core/python/objects/text/text_search.h"

namespace memtape {

namespace {

bool isUpperByte(uint8_t c) { return unsigned(c) - 'A' < 26; }
bool isLowerByte(uint8_t c) { return unsigned(c) - 'a' < 26; }
bool isAlphaByte(uint8_t c) { return (unsigned(c) | 32) - 'a' < 26; }
bool isDigitByte(uint8_t c) { return unsigned(c) - '0' < 10; }
bool isSpaceByte(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }

ByteView viewOfText(const std::string& s) { return {reinterpret_cast<const uint8_t*>(s.data()), static_cast<ssize>(s.size())}; }

ssize findBytes(ByteView text, ByteView part, ssize start, ssize end, bool last) {
    if (start > end || part.size > end - start) return -1;
    ssize at = last ? search::findLast(text.data + start, end - start, part.data, part.size)
                    : search::find(text.data + start, end - start, part.data, part.size);
    return at < 0 ? -1 : at + start;
}

bool wantView(Object* o, ByteView* view) {
    const uint8_t* data;
    size_t size;
    if (!wantBuffer(o, &data, &size)) return false;
    *view = {data, static_cast<ssize>(size)};
    return true;
}

ByteView viewOfHeld(const HeldBuffer& buffer) { return {buffer.data(), static_cast<ssize>(buffer.size())}; }

// What find, count and index look for: bytes, or one byte as a number.
struct Needle {
    uint8_t byte;
    ByteView view;
    HeldBuffer held; // of a program's class
    bool read(Object* arg) {
        const uint8_t* data;
        size_t size;
        if (hasProgramBuffer(arg)) {
            if (!held.want(arg)) return false;
            view = viewOfHeld(held);
            return true;
        }
        if (bufferOf(arg, &data, &size)) {
            view = {data, static_cast<ssize>(size)};
            return true;
        }
        if (!arg->type->index) return raise(exc::TypeError, "argument should be integer or bytes-like object, not '{}'", arg->type->name);
        ssize value = indexAsSize(arg, exc::ValueError);
        if (value == -1 && errorOccurred()) {
            if (!errorMatches(exc::ValueError)) return false;
            clearError();
            value = -1;
        }
        if (value < 0 || value > 255) return raise(exc::ValueError, "byte must be in range(0, 256)");
        byte = static_cast<uint8_t>(value);
        view = {&byte, 1};
        return true;
    }
};

Owned findMethod(Object* self, Args args, bool last, bool raises) {
    ssize start = 0, end = PTRDIFF_MAX;
    if (!sliceArgs(args, 1, &start, &end)) return nullptr; // before any bytes are looked at: it may run Python code
    Needle needle;
    if (!needle.read(args[0])) return nullptr;
    ByteView text = bytesView(self);
    adjustIndices(start, end, text.size);
    ssize at = findBytes(text, needle.view, start, end, last);
    if (at < 0 && raises) return raise(exc::ValueError, "subsection not found");
    return newInt(at);
}

Owned tailMethod(Object* self, Args args, const char* name, bool atEnd) {
    ssize start = 0, end = PTRDIFF_MAX;
    if (!sliceArgs(args, 1, &start, &end)) return nullptr;
    auto matches = [&](Object* part, bool* result) {
        HeldBuffer held;
        if (!held.want(part)) return false;
        const ByteView wanted = viewOfHeld(held), text = bytesView(self);
        ssize from = start, to = end;
        adjustIndices(from, to, text.size);
        *result = from <= to && wanted.size <= to - from &&
                  std::memcmp(text.data + (atEnd ? to - wanted.size : from), wanted.data, static_cast<size_t>(wanted.size)) == 0;
        return true;
    };
    bool found = false;
    if (isTuple(args[0])) {
        TupleObject* parts = asTuple(args[0]);
        for (ssize i = 0; i < parts->count && !found; ++i)
            if (!matches(parts->items[i], &found)) return nullptr;
        return newBool(found);
    }
    const uint8_t* data;
    size_t size;
    if (!hasProgramBuffer(args[0]) && !bufferOf(args[0], &data, &size)) {
        return raise(exc::TypeError, "{} first arg must be bytes or a tuple of bytes, not {}", name, args[0]->type->name);
    }
    if (!matches(args[0], &found)) return nullptr;
    return newBool(found);
}

template <class F> Owned mapBytes(Object* self, F map) {
    ByteView text = bytesView(self);
    std::string out(static_cast<size_t>(text.size), 0);
    for (ssize i = 0; i < text.size; ++i) out[static_cast<size_t>(i)] = static_cast<char>(map(text.data[i], i));
    return bytesLike(self, viewOfText(out));
}

template <class F> Owned allBytes(Object* self, F property) {
    ByteView text = bytesView(self);
    for (ssize i = 0; i < text.size; ++i)
        if (!property(text.data[i])) return newBool(false);
    return newBool(text.size > 0);
}

Owned casedMethod(Object* self, bool upper) {
    ByteView text = bytesView(self);
    bool seen = false;
    for (ssize i = 0; i < text.size; ++i) {
        uint8_t c = text.data[i];
        if (upper ? isLowerByte(c) : isUpperByte(c)) return newBool(false);
        seen |= isAlphaByte(c);
    }
    return newBool(seen);
}

uint8_t upperByte(uint8_t c) { return isLowerByte(c) ? static_cast<uint8_t>(c - 32) : c; }
uint8_t lowerByte(uint8_t c) { return isUpperByte(c) ? static_cast<uint8_t>(c + 32) : c; }

Owned padMethod(Object* self, Args args, const char* name, int side /*-1 ljust, 1 rjust, 0 center*/) {
    ssize width = argumentAsSize(args[0]);
    if (width == -1 && errorOccurred()) return nullptr;
    char fill = ' ';
    if (args.count > 1) {
        if (isBytes(args[1]) && bytesLength(args[1]) == 1) fill = static_cast<char>(bytesData(args[1])[0]);
        else if (isByteArray(args[1]) && bytesLength(args[1]) == 1) fill = static_cast<char>(static_cast<ByteArrayObject*>(args[1])->start[0]);
        else if (isBytes(args[1]) || isByteArray(args[1]))
            return raise(exc::TypeError, "{}(): argument 2 must be a byte string of length 1, not a {} object of length {}", name,
                         args[1]->type->name, bytesLength(args[1]));
        else return raise(exc::TypeError, "{}() argument 2 must be a byte string of length 1, not {}", name, args[1]->type->name);
    }
    ByteView text = bytesView(self);
    if (width <= text.size) return bytesLike(self, text);
    ssize total = width - text.size;
    ssize left = side < 0 ? 0 : side > 0 ? total : total / 2 + (total & width & 1);
    if (!wantRoom(static_cast<uint64_t>(width))) return nullptr;
    std::string out(static_cast<size_t>(left), fill);
    out.append(reinterpret_cast<const char*>(text.data), static_cast<size_t>(text.size));
    out.append(static_cast<size_t>(total - left), fill);
    return bytesLike(self, viewOfText(out));
}

Owned stripMethod(Object* self, Args args, int sides) {
    ByteView text = bytesView(self), chars{nullptr, 0};
    bool spaces = args.count == 0 || isNone(args[0]);
    if (!spaces && !wantView(args[0], &chars)) return nullptr;
    auto among = [&](uint8_t c) {
        return spaces ? isSpaceByte(c) : chars.size > 0 && std::memchr(chars.data, c, static_cast<size_t>(chars.size)) != nullptr;
    };
    ssize start = 0, end = text.size;
    if (sides & 1)
        while (start < end && among(text.data[start])) ++start;
    if (sides & 2)
        while (end > start && among(text.data[end - 1])) --end;
    return bytesLike(self, {text.data + start, end - start});
}

bool addPiece(ListObject* list, Object* self, ByteView text, ssize start, ssize end) {
    Ref<> piece(bytesLike(self, {text.data + start, end - start}));
    return piece && listAppendStealing(list, piece.releaseRaw());
}

Owned splitMethod(Object* self, Args args, const char* name, bool fromRight) {
    Object* out[2] = {None, nullptr};
    if (!parseArgs(name, args, "| sep maxsplit", out)) return nullptr;
    ssize atMost = -1;
    if (out[1]) {
        atMost = argumentAsSize(out[1]);
        if (atMost == -1 && errorOccurred()) return nullptr;
    }
    if (atMost < 0) atMost = PTRDIFF_MAX;
    ByteView text = bytesView(self), separator{nullptr, 0};
    if (!isNone(out[0])) {
        if (!wantView(out[0], &separator)) return nullptr;
        if (separator.size == 0) return raise(exc::ValueError, "empty separator");
    }
    Ref<ListObject> list(newListOfPieces(atMost));
    if (!list) return nullptr;
    if (isNone(out[0])) {
        if (!fromRight) {
            for (ssize i = 0;;) {
                while (i < text.size && isSpaceByte(text.data[i])) ++i;
                if (i == text.size) break;
                ssize start = i;
                if (atMost-- <= 0) {
                    if (!addPiece(list, self, text, start, text.size)) return nullptr;
                    break;
                }
                while (i < text.size && !isSpaceByte(text.data[i])) ++i;
                if (!addPiece(list, self, text, start, i)) return nullptr;
            }
        } else {
            for (ssize i = text.size;;) {
                while (i > 0 && isSpaceByte(text.data[i - 1])) --i;
                if (i == 0) break;
                ssize end = i;
                if (atMost-- <= 0) {
                    if (!addPiece(list, self, text, 0, end)) return nullptr;
                    break;
                }
                while (i > 0 && !isSpaceByte(text.data[i - 1])) --i;
                if (!addPiece(list, self, text, i, end)) return nullptr;
            }
        }
    } else if (!fromRight) {
        ssize start = 0, at;
        while (atMost-- > 0 && (at = findBytes(text, separator, start, text.size, false)) >= 0) {
            if (!addPiece(list, self, text, start, at)) return nullptr;
            start = at + separator.size;
        }
        if (!addPiece(list, self, text, start, text.size)) return nullptr;
    } else {
        ssize end = text.size, at;
        while (atMost-- > 0 && (at = findBytes(text, separator, 0, end, true)) >= 0) {
            if (!addPiece(list, self, text, at + separator.size, end)) return nullptr;
            end = at;
        }
        if (!addPiece(list, self, text, 0, end)) return nullptr;
    }
    if (fromRight) listReverse(list);
    return list.release();
}

Owned partitionMethod(Object* self, Object* separator, bool fromRight) {
    ByteView part, text = bytesView(self);
    if (!wantView(separator, &part)) return nullptr;
    if (part.size == 0) return raise(exc::ValueError, "empty separator");
    ssize at = findBytes(text, part, 0, text.size, fromRight);
    ByteView nothing{text.data, 0};
    Ref<> head, middle, tail;
    if (at < 0) {
        head = bytesLike(self, fromRight ? nothing : text);
        middle = bytesLike(self, nothing);
        tail = bytesLike(self, fromRight ? text : nothing);
    } else {
        head = bytesLike(self, {text.data, at});
        middle = isBytes(self) ? newRef(separator) : bytesLike(self, part);
        tail = bytesLike(self, {text.data + at + part.size, text.size - at - part.size});
    }
    if (!head || !middle || !tail) return nullptr;
    return packTuple(head.get(), middle.get(), tail.get());
}

}

ByteView bytesView(Object* self) {
    if (isBytes(self)) return {bytesData(self), bytesLength(self)};
    return {static_cast<ByteArrayObject*>(self)->start, bytesLength(self)};
}

Owned bytesLike(Object* self, ByteView view) {
    if (!isBytes(self)) return newByteArray(view.data, static_cast<size_t>(view.size));
    if (isExactBytes(self) && view.data == bytesData(self) && view.size == bytesLength(self)) return newRef(self);
    return newBytes(view.data, static_cast<size_t>(view.size));
}

Owned bytesCapitalize(Object* self) {
    return mapBytes(self, [](uint8_t c, ssize i) { return i ? lowerByte(c) : upperByte(c); });
}
Owned bytesLower(Object* self) {
    return mapBytes(self, [](uint8_t c, ssize) { return lowerByte(c); });
}
Owned bytesUpper(Object* self) {
    return mapBytes(self, [](uint8_t c, ssize) { return upperByte(c); });
}
Owned bytesSwapcase(Object* self) {
    return mapBytes(self, [](uint8_t c, ssize) { return isAlphaByte(c) ? static_cast<uint8_t>(c ^ 32) : c; });
}
Owned bytesTitle(Object* self) {
    bool after = false;
    return mapBytes(self, [&](uint8_t c, ssize) {
        uint8_t mapped = after ? lowerByte(c) : upperByte(c);
        after = isAlphaByte(c);
        return mapped;
    });
}

Owned bytesIsAlnum(Object* self) {
    return allBytes(self, [](uint8_t c) { return isAlphaByte(c) || isDigitByte(c); });
}
Owned bytesIsAlpha(Object* self) { return allBytes(self, isAlphaByte); }
Owned bytesIsDigit(Object* self) { return allBytes(self, isDigitByte); }
Owned bytesIsSpace(Object* self) { return allBytes(self, isSpaceByte); }
Owned bytesIsLower(Object* self) { return casedMethod(self, false); }
Owned bytesIsUpper(Object* self) { return casedMethod(self, true); }
Owned bytesIsAscii(Object* self) {
    ByteView text = bytesView(self);
    for (ssize i = 0; i < text.size; ++i)
        if (text.data[i] >= 0x80) return newBool(false);
    return newBool(true);
}
Owned bytesIsTitle(Object* self) {
    ByteView text = bytesView(self);
    bool seen = false, after = false;
    for (ssize i = 0; i < text.size; ++i) {
        uint8_t c = text.data[i];
        if (isUpperByte(c)) {
            if (after) return newBool(false);
            after = seen = true;
        } else if (isLowerByte(c)) {
            if (!after) return newBool(false);
            seen = true;
        } else {
            after = false;
        }
    }
    return newBool(seen);
}

Owned bytesFind(Object* self, Args args) { return findMethod(self, args, false, false); }
Owned bytesRfind(Object* self, Args args) { return findMethod(self, args, true, false); }
Owned bytesIndex(Object* self, Args args) { return findMethod(self, args, false, true); }
Owned bytesRindex(Object* self, Args args) { return findMethod(self, args, true, true); }
Owned bytesStartswith(Object* self, Args args) { return tailMethod(self, args, "startswith", false); }
Owned bytesEndswith(Object* self, Args args) { return tailMethod(self, args, "endswith", true); }
Owned bytesCenter(Object* self, Args args) { return padMethod(self, args, "center", 0); }
Owned bytesLjust(Object* self, Args args) { return padMethod(self, args, "ljust", -1); }
Owned bytesRjust(Object* self, Args args) { return padMethod(self, args, "rjust", 1); }
Owned bytesStrip(Object* self, Args args) { return stripMethod(self, args, 3); }
Owned bytesLstrip(Object* self, Args args) { return stripMethod(self, args, 1); }
Owned bytesRstrip(Object* self, Args args) { return stripMethod(self, args, 2); }
Owned bytesSplit(Object* self, Args args) { return splitMethod(self, args, "split", false); }
Owned bytesRsplit(Object* self, Args args) { return splitMethod(self, args, "rsplit", true); }
Owned bytesPartition(Object* self, Object* separator) { return partitionMethod(self, separator, false); }
Owned bytesRpartition(Object* self, Object* separator) { return partitionMethod(self, separator, true); }

Owned bytesCount(Object* self, Args args) {
    ssize start = 0, end = PTRDIFF_MAX;
    if (!sliceArgs(args, 1, &start, &end)) return nullptr; // before any bytes are looked at: it may run Python code
    Needle needle;
    if (!needle.read(args[0])) return nullptr;
    ByteView text = bytesView(self);
    adjustIndices(start, end, text.size);
    if (start > end) return newInt(0);
    return newInt(search::count(text.data + start, end - start, needle.view.data, needle.view.size));
}

Owned bytesDecode(Object* self, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("decode", args, "| encoding errors", out)) return nullptr;
    if (out[0] && !wantStr("decode", "argument 'encoding'", out[0])) return nullptr;
    if (out[1] && !wantStr("decode", "argument 'errors'", out[1])) return nullptr;
    return decodeObject(self, out[0], out[1]);
}

Owned bytesExpandtabs(Object* self, Args args) {
    Object* out[1] = {nullptr};
    if (!parseArgs("expandtabs", args, "| tabsize", out)) return nullptr;
    ssize tab = 8;
    if (out[0]) {
        tab = indexAsSize(out[0], exc::OverflowError);
        if (tab == -1 && errorOccurred()) return nullptr;
        if (tab > INT32_MAX) return raise(exc::OverflowError, "Python int too large to convert to C int");
    }
    ByteView text = bytesView(self);
    std::string built;
    ssize column = 0;
    for (ssize i = 0; i < text.size; ++i) {
        uint8_t c = text.data[i];
        if (c == '\t') {
            if (tab <= 0) continue;
            ssize blanks = tab - column % tab;
            if (!wantRoom(built.size() + static_cast<uint64_t>(blanks))) return nullptr;
            column += blanks;
            built.append(static_cast<size_t>(blanks), ' ');
        } else {
            built += static_cast<char>(c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return bytesLike(self, viewOfText(built));
}

Owned bytesHex(Object* self, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("hex", args, "| sep bytes_per_sep", out)) return nullptr;
    ssize group = 1;
    if (out[1]) {
        group = indexAsSize(out[1], exc::OverflowError);
        if (group == -1 && errorOccurred()) return nullptr;
    }
    uint32_t separator = 0;
    if (out[0]) {
        if (isStr(out[0])) {
            if (asStr(out[0])->length != 1) return raise(exc::ValueError, "sep must be length 1.");
            separator = charAt(asStr(out[0]), 0);
        } else if (isBytes(out[0])) {
            if (bytesLength(out[0]) != 1) return raise(exc::ValueError, "sep must be length 1.");
            separator = bytesData(out[0])[0];
        } else {
            if (lengthOf(out[0]) < 0) return nullptr;
            return raise(exc::TypeError, "sep must be str or bytes.");
        }
        if (separator > 127) return raise(exc::ValueError, "sep must be ASCII.");
    }
    const uint8_t* data;
    size_t size;
    if (!wantBuffer(self, &data, &size)) return nullptr;
    std::string text;
    size_t each = static_cast<size_t>(group < 0 ? -group : group);
    for (size_t i = 0; i < size; ++i) {
        if (out[0] && each && i && (group > 0 ? (size - i) % each == 0 : i % each == 0)) text += static_cast<char>(separator);
        text += "0123456789abcdef"[data[i] >> 4];
        text += "0123456789abcdef"[data[i] & 15];
    }
    return newStr(text);
}

Owned bytesJoin(Object* self, Object* iterable) {
    HeldBuffer separator; // while the iterable is run through
    if (!separator.want(self)) return nullptr;
    Held<> sequence;
    if (isExactList(iterable) || isExactTuple(iterable)) {
        sequence = newRef(iterable);
    } else {
        if (!iterable->type->iter && !isSequence(iterable)) return raise(exc::TypeError, "can only join an iterable");
        sequence = sequenceToList(iterable);
        if (!sequence) return nullptr;
    }
    Object* const* items = isExactList(sequence) ? asList(sequence)->items : asTuple(sequence)->items;
    ssize count = static_cast<VarObject*>(sequence.get())->count;
    std::string built;
    ByteView between = viewOfHeld(separator);
    for (ssize i = 0; i < count; ++i) {
        const uint8_t* data;
        size_t size;
        HeldBuffer held;
        if (hasProgramBuffer(items[i])) {
            if (!held.want(items[i])) return nullptr;
            data = held.data(), size = held.size();
        } else if (!bufferOf(items[i], &data, &size)) {
            return raise(exc::TypeError, "sequence item {}: expected a bytes-like object, {} found", i, items[i]->type->name);
        }
        if (count == 1 && isExactBytes(items[0]) && isBytes(self)) return newRef(items[0]);
        if (!wantRoom(built.size() + static_cast<size_t>(between.size) + size)) return nullptr;
        if (i) built.append(reinterpret_cast<const char*>(between.data), static_cast<size_t>(between.size));
        built.append(reinterpret_cast<const char*>(data), size);
    }
    return bytesLike(self, viewOfText(built));
}

Owned bytesMaketrans(Object*, Args args) {
    ByteView from, to;
    if (!wantView(args[0], &from) || !wantView(args[1], &to)) return nullptr;
    if (from.size != to.size) return raise(exc::ValueError, "maketrans arguments must have same length");
    uint8_t table[256];
    for (int i = 0; i < 256; ++i) table[i] = static_cast<uint8_t>(i);
    for (ssize i = 0; i < from.size; ++i) table[from.data[i]] = to.data[i];
    return newBytes(table, 256);
}

Owned bytesTranslate(Object* self, Args args) {
    Object* out[2] = {nullptr, nullptr};
    if (!parseArgs("translate", args, "table / | delete", out)) return nullptr;
    ByteView table{nullptr, 0}, gone{nullptr, 0};
    if (!isNone(out[0])) {
        if (!wantView(out[0], &table)) return nullptr;
        if (table.size != 256) return raise(exc::ValueError, "translation table must be 256 characters long");
    }
    if (out[1] && !wantView(out[1], &gone)) return nullptr;
    ByteView text = bytesView(self);
    std::string built;
    bool changed = false;
    for (ssize i = 0; i < text.size; ++i) {
        uint8_t c = text.data[i];
        if (gone.size > 0 && std::memchr(gone.data, c, static_cast<size_t>(gone.size))) {
            changed = true;
            continue;
        }
        uint8_t mapped = table.data ? table.data[c] : c;
        changed |= mapped != c;
        built += static_cast<char>(mapped);
    }
    return bytesLike(self, changed ? viewOfText(built) : text);
}

Owned bytesReplace(Object* self, Args args) {
    HeldBuffer heldOld, heldWith; // the count's __index__ meets them as CPython has them: exported
    ssize atMost = -1;
    if (!heldOld.want(args[0]) || !heldWith.want(args[1])) return nullptr;
    ByteView old = viewOfHeld(heldOld), with = viewOfHeld(heldWith);
    if (args.count > 2) {
        atMost = argumentAsSize(args[2]);
        if (atMost == -1 && errorOccurred()) return nullptr;
    }
    if (atMost < 0) atMost = PTRDIFF_MAX;
    ByteView text = bytesView(self);
    ssize count = search::count(text.data, text.size, old.data, old.size, atMost);
    if (count == 0) return bytesLike(self, text);
    ssize result;
    if (__builtin_mul_overflow(count, with.size - old.size, &result) || __builtin_add_overflow(result, text.size, &result))
        return raise(exc::OverflowError, "replace bytes is too long");
    if (!wantRoom(static_cast<uint64_t>(result))) return nullptr;
    std::string built;
    auto put = [&](const uint8_t* data, ssize size) { built.append(reinterpret_cast<const char*>(data), static_cast<size_t>(size)); };
    ssize at = 0;
    for (ssize i = 0; i < count; ++i) {
        ssize next = old.size ? findBytes(text, old, at, text.size, false) : at;
        put(text.data + at, next - at);
        put(with.data, with.size);
        at = next + old.size;
        if (!old.size && at < text.size) put(text.data + at, 1), ++at;
    }
    put(text.data + at, text.size - at);
    return bytesLike(self, viewOfText(built));
}

Owned bytesRemovePrefix(Object* self, Object* prefix) {
    ByteView part, text = bytesView(self);
    if (!wantView(prefix, &part)) return nullptr;
    bool has = part.size <= text.size && std::memcmp(text.data, part.data, static_cast<size_t>(part.size)) == 0;
    return bytesLike(self, has ? ByteView{text.data + part.size, text.size - part.size} : text);
}

Owned bytesRemoveSuffix(Object* self, Object* suffix) {
    ByteView part, text = bytesView(self);
    if (!wantView(suffix, &part)) return nullptr;
    bool has = part.size <= text.size && std::memcmp(text.data + text.size - part.size, part.data, static_cast<size_t>(part.size)) == 0;
    return bytesLike(self, has ? ByteView{text.data, text.size - part.size} : text);
}

Owned bytesSplitlines(Object* self, Args args) {
    const int keepEnds = keepEndsArgument(args);
    if (keepEnds < 0) return nullptr;
    const ByteView text = bytesView(self);
    Ref<ListObject> lines(newList(0));
    if (!lines) return nullptr;
    const bool ok = splitLines(
        text.size, keepEnds, [&](ssize i) { return text.data[i]; }, [](uint8_t c) { return c == '\n' || c == '\r'; },
        [&](ssize start, ssize end) { return addPiece(lines, self, text, start, end); });
    return ok ? lines.release() : Owned(nullptr);
}

Owned bytesZfill(Object* self, Object* arg) {
    ssize width = argumentAsSize(arg);
    if (width == -1 && errorOccurred()) return nullptr;
    ByteView text = bytesView(self);
    if (width <= text.size) return bytesLike(self, text);
    if (!wantRoom(static_cast<uint64_t>(width))) return nullptr;
    std::string built;
    ssize signs = text.size > 0 && (text.data[0] == '+' || text.data[0] == '-') ? 1 : 0;
    built.append(reinterpret_cast<const char*>(text.data), static_cast<size_t>(signs));
    built.append(static_cast<size_t>(width - text.size), '0');
    built.append(reinterpret_cast<const char*>(text.data) + signs, static_cast<size_t>(text.size - signs));
    return bytesLike(self, viewOfText(built));
}

}

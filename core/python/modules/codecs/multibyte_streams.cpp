// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/arguments.h"
#include "core/python/modules/codecs/multibyte_parts.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"

// StreamReader and StreamWriter: a codec over a file of the program's.

namespace memtape {

namespace {

// What the stream's method gives, decoded; at least one character where there is one. `size` null: all.
Owned readWith(Object* self, const char* method, Object* size) {
    Ref<> name(internStr(method));
    for (;;) {
        Held<> data(!name                   ? Owned(nullptr)
                    : size && !isNone(size) ? callMethod(asStream(self)->stream, name, size)
                                            : callMethod(asStream(self)->stream, name));
        if (!data) return nullptr;
        if (!isBytes(data)) return raise(exc::TypeError, "stream function returned a non-bytes object ({})", data->type->name);
        std::string_view bytes(reinterpret_cast<const char*>(bytesData(data)), static_cast<size_t>(bytesLength(data)));
        const bool atEnd = bytes.empty() || !size || isNone(size);
        Held<> text(decodeMore(self, bytes, atEnd));
        if (!text || atEnd || asStr(text)->length) return text.release();
    }
}

bool wantSize(Args args, Object** size) {
    *size = args.count ? args[0] : nullptr;
    if (!*size || isNone(*size)) return true;
    ssize number;
    if (!isInt(*size)) return raise(exc::TypeError, "arg 1 must be an integer");
    if (!sizeArgument(*size, &number)) return false;
    if (number < 0) *size = nullptr;
    return true;
}
Owned readerRead(Object* self, Args args) {
    Object* size;
    return wantSize(args, &size) ? readWith(self, "read", size) : Owned(nullptr);
}
Owned readerReadLine(Object* self, Args args) {
    Object* size;
    return wantSize(args, &size) ? readWith(self, "readline", size) : Owned(nullptr);
}
Owned readerReadLines(Object* self, Args args) {
    Object* size;
    if (!wantSize(args, &size)) return nullptr;
    Held<> text(readWith(self, "read", size));
    Ref<> name(internStr("splitlines"));
    return text && name ? callMethod(text, name, True) : Owned(nullptr);
}

Owned writeOut(Object* self, std::string_view bytes) {
    Held<> encoded(newBytes(bytes));
    return encoded && Ref<>(callMethod(asStream(self)->stream, names::write, encoded)) ? newNone() : Owned(nullptr);
}
Owned writerWrite(Object* self, Object* given) {
    std::string bytes;
    return encodeMore(self, given, false, bytes) ? writeOut(self, bytes) : Owned(nullptr);
}
// Writes what waits for its next character, and what leads back to ASCII; as in CPython nothing where no character waits.
Owned resetWriter(Object* self) {
    if (!asStream(self)->pendingCount) return newNone();
    std::string bytes;
    Held<> nothing(newStr(""));
    if (!nothing || !encodeMore(self, nothing, true, bytes)) return nullptr;
    return bytes.empty() ? newNone() : writeOut(self, bytes);
}
Owned writerWriteLines(Object* self, Object* lines) {
    if (!isSequence(lines)) return raise(exc::TypeError, "arg must be a sequence object");
    for (ssize i = 0;; ++i) {
        const ssize length = lengthOf(lines);
        if (length < 0) return nullptr;
        if (i >= length) return newNone();
        Held<> line(getItemAt(lines, i));
        if (!line || !Ref<>(writerWrite(self, line))) return nullptr;
    }
}

}

const MethodDef multibyteReaderMethods[] = {
    {"read", readerRead, 0, 1}, {"readline", readerReadLine, 0, 1}, {"readlines", readerReadLines, 0, 1}, {"reset", resetDecoder}, {}};
const MethodDef multibyteWriterMethods[] = {{"write", writerWrite}, {"writelines", writerWriteLines}, {"reset", resetWriter}, {}};

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/builtins/builtins.h"
#include "core/python/builtins/text_stream.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

// print, input and what turns values into text.

namespace memtape {

TextStreamHooks textStreams;

Object* sysAttribute(const char* name) { return interpreter.sysDict ? dictFindText(interpreter.sysDict, name) : nullptr; }

namespace {

// The text of values whose str() runs no code of the program may be gathered and written at once.
bool hasQuietStr(Object* o) {
    Type* t = o->type;
    return t == types::Str || t == types::Int || t == types::Float || t == types::Bool || t == types::None || t == types::Complex;
}

Owned print(Object*, Args args) {
    Object* out[4] = {None, None, None, nullptr};
    Args named = args;
    named.values += args.count;
    named.count = 0;
    for (size_t i = 0; named.keywordCount() > 4 && i < named.keywordCount(); ++i) { // one too many is one that there is not
        Object *name = named.keywordName(i), *value = named.keywordValue(i);
        if (strEqualsText(name, "sep") || strEqualsText(name, "end") || strEqualsText(name, "file") || strEqualsText(name, "flush")) continue;
        Held<TupleObject> only(packTuple(name));
        return only && parseArgs("print", {&value, 0, only.get()}, "| $ sep end file flush", out) ? newNone() : Owned(nullptr);
    }
    if (!parseArgs("print", named, "| $ sep end file flush", out)) return nullptr;
    Held<> file(newRef(out[2]));
    if (isNone(file)) {
        Object* standard = sysAttribute("stdout");
        if (!standard) return raise(exc::RuntimeError, "lost sys.stdout");
        if (isNone(standard)) return newNone();
        file = newRef(standard);
    }
    Object *separator = out[0], *end = out[1];
    if (!isNone(separator) && !isStr(separator)) return raise(exc::TypeError, "sep must be None or a string, not {}", separator->type->name);
    if (!isNone(end) && !isStr(end)) return raise(exc::TypeError, "end must be None or a string, not {}", end->type->name);
    bool direct = textStreams.isStandard && textStreams.isStandard(file);
    Held<> write;
    if (!direct) {
        write = getAttr(file, names::write);
        if (!write) return nullptr;
    }
    std::string gathered;
    auto put = [&](Object* text) {
        if (direct) {
            bool ascii;
            std::string_view view = strAsciiView(text, &ascii);
            if (ascii) gathered.append(view);
            else return textStreams.appendEncoded(file, text, gathered);
            return true;
        }
        return static_cast<bool>(Ref<>(call(write, text)));
    };
    for (size_t i = 0; i < args.count; ++i) {
        if (i > 0) {
            if (!isNone(separator)) {
                if (!put(separator)) return nullptr;
            } else if (direct) {
                gathered += ' ';
            } else if (Ref<> blank(charString(' ')); !put(blank)) {
                return nullptr;
            }
        }
        if (direct && !gathered.empty() && !hasQuietStr(args[i])) {
            if (!textStreams.writeBytes(file, gathered)) return nullptr;
            gathered.clear();
        }
        Held<> text(strOf(args[i]));
        if (!text) {
            if (direct && !gathered.empty()) {
                Owned error = takeError();
                textStreams.writeBytes(file, gathered);
                restoreError(error);
            }
            return nullptr;
        }
        if (!put(text)) return nullptr;
    }
    if (!isNone(end)) {
        if (!put(end)) return nullptr;
    } else if (direct) {
        gathered += '\n';
    } else if (Held<> line(charString('\n')); !put(line)) {
        return nullptr;
    }
    if (direct && !textStreams.writeBytes(file, gathered)) return nullptr;
    if (out[3]) {
        int flush = isTrue(out[3]);
        if (flush < 0) return nullptr;
        if (flush && !direct && !Ref<>(callMethod(file, names::flush))) return nullptr;
    }
    return newNone();
}

Owned input(Object*, Args args) {
    Held<> from = Held<>::share(sysAttribute("stdin")), to = Held<>::share(sysAttribute("stdout"));
    if (!from || isNone(from)) return raise(exc::RuntimeError, "input(): lost sys.stdin");
    if (!to || isNone(to)) return raise(exc::RuntimeError, "input(): lost sys.stdout");
    if (args.count) {
        Held<> prompt(strOf(args[0]));
        if (!prompt) return nullptr;
        if (!Ref<>(callMethod(to, names::write, prompt.get()))) return nullptr;
    }
    if (!Ref<>(callMethod(to, names::flush))) return nullptr;
    Held<> line(callMethod(from, names::readline));
    if (!line) return nullptr;
    if (!isStr(line)) return raise(exc::TypeError, "object.readline() returned non-string");
    ssize length = asStr(line)->length;
    if (length == 0) return raise(exc::EOFError, "EOF when reading a line");
    return charAt(asStr(line), length - 1) == '\n' ? strSubstring(line, 0, length - 1) : line.release();
}

Owned open(Object*, Args args) {
    if (!textStreams.open) return raise(exc::RuntimeError, "open() is not available");
    return textStreams.open(args);
}

Owned repr(Object*, Object* o) { return reprOf(o); }
Owned ascii(Object*, Object* o) { return asciiOf(o); }

Owned format(Object*, Args args) {
    if (args.count > 1 && !isStr(args[1]))
        return raise(exc::TypeError, "format() argument 2 must be str, not {}", isNone(args[1]) ? "None" : args[1]->type->name);
    return formatOf(args[0], args.count > 1 ? args[1] : nullptr);
}

}

const MethodDef outputFunctions[] = {
    {"print", print, NativeKind::Keywords},
    {"input", input, 0, 1},
    {"open", open, NativeKind::Keywords},
    {"repr", repr},
    {"ascii", ascii},
    {"format", format, 1, 2},
    {},
};

}

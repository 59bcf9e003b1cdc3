// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/python/modules/arguments.h"
#include "core/python/modules/text/sre_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_builder.h"

namespace memtape::sre {

namespace {

// A str or bytes-like object that stands for itself: nothing in it is escaped.
bool isPlainText(Object* o) {
    if (isStr(o)) {
        TextView text = viewOf(o);
        for (ssize i = 0; i < text.length; ++i)
            if (text.at(i) == '\\') return false;
        return true;
    }
    const uint8_t* data;
    size_t size;
    return bufferOf(o, &data, &size) && (size == 0 || !std::memchr(data, '\\', size));
}

bool appendSlice(ListObject* list, const Subject& subject, ssize from, ssize to) {
    Owned piece = subject.slice(from, to);
    return piece && listAppendStealing(list, piece.pointer);
}

// What comes in place of matches, by the first argument of sub().
struct Replacement {
    enum class Kind : uint8_t { Function, Literal, Template } kind;
    Held<> what;

    bool read(PatternObject* pattern, Object* given) {
        bool function = isCallable(given);
        kind = function ? Kind::Function : Kind::Literal;
        if (function || isPlainText(given)) {
            what = newRef(given);
            return true;
        }
        what = readTemplate(pattern, given);
        if (!what) return false;
        if (what->type != templateType) return true;
        if (asTemplate(what)->count) kind = Kind::Template;
        else what = newRef(asTemplate(what)->literal);
        return true;
    }
    // Adds what stands for the match that was found; a function's None adds nothing.
    bool append(ListObject* list, const Subject& subject) {
        if (kind == Kind::Literal) return listAppend(list, what);
        Held<MatchObject> match(newMatch(subject));
        if (!match) return false;
        Held<> text(kind == Kind::Function ? call(what, match.get()) : expandTemplate(asTemplate(what), match));
        return text && (isNone(text) || listAppend(list, text));
    }
};

Owned substitute(const char* name, Object* self, Args args, ssize* replaced) {
    PatternObject* pattern = asPattern(self);
    Object* out[3] = {};
    ssize most = 0, last = 0;
    Replacement replacement{};
    if (!parseArgs(name, args, "repl string | count", out) || !sizeArgument(out[2], &most) || !replacement.read(pattern, out[0])) return nullptr;
    Subject subject;
    if (!subject.open(pattern, out[1])) return nullptr;
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    Walk walk{subject, 0};
    while (most == 0 || *replaced < most) {
        Outcome outcome = walk.search();
        if (outcome == Outcome::Error) return nullptr;
        if (outcome == Outcome::None) break;
        if (last < subject.begin && !appendSlice(list, subject, last, subject.begin)) return nullptr;
        if (!replacement.append(list, subject)) return nullptr;
        last = subject.stop;
        ++*replaced;
    }
    if (last < subject.end && !appendSlice(list, subject, last, subject.end)) return nullptr;
    return joinPieces(out[1], list);
}

}

Owned patternSub(Object* self, Args args) {
    ssize replaced = 0;
    return substitute("sub", self, args, &replaced);
}
Owned patternSubn(Object* self, Args args) {
    ssize replaced = 0;
    Ref<> text = substitute("subn", self, args, &replaced);
    Ref<> count = text ? Ref<>(newInt(replaced)) : Ref<>();
    return count ? packTuple(text.get(), count.get()) : Owned(nullptr);
}

Owned patternSplit(Object* self, Args args) {
    Object* out[2] = {};
    ssize most = 0, last = 0;
    Subject subject;
    if (!parseArgs("split", args, "string | maxsplit", out) || !sizeArgument(out[1], &most) || !subject.open(asPattern(self), out[0])) return nullptr;
    Held<ListObject> list(newList(0));
    if (!list) return nullptr;
    Walk walk{subject, 0};
    for (ssize n = 0; most == 0 || n < most; ++n) {
        Outcome outcome = walk.search();
        if (outcome == Outcome::Error) return nullptr;
        if (outcome == Outcome::None) break;
        if (!appendSlice(list, subject, last, subject.begin)) return nullptr;
        for (ssize g = 1; g <= subject.pattern->groups; ++g) {
            ssize from, to;
            if (subject.group(g, &from, &to) ? !appendSlice(list, subject, from, to) : !listAppend(list, None)) return nullptr;
        }
        last = subject.stop;
    }
    return appendSlice(list, subject, last, subject.end) ? list.release() : Owned(nullptr);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/protocol/native_call.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "core/base/suggestions.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

size_t Args::keywordCount() const { return names ? static_cast<size_t>(names->count) : 0; }
Object* Args::keywordName(size_t i) const { return names->items[i]; }

Object** PrependedArgs::placeFor(size_t count) {
    return count <= room ? m_small : m_large = static_cast<Object**>(std::malloc(count * sizeof(Object*)));
}

PrependedArgs::PrependedArgs(Object* first, Args rest) {
    size_t total = rest.count + rest.keywordCount();
    Object** place = placeFor(total + 1);
    place[0] = first;
    if (total) std::memcpy(place + 1, rest.values, total * sizeof(Object*));
    m_args = {place, rest.count + 1, rest.names};
}

PrependedArgs::PrependedArgs(const MethodObject* method, Args rest) {
    size_t bound = 1, total = rest.count + rest.keywordCount();
    for (const MethodObject* m = method; isMethod(m->func); m = asMethod(m->func)) ++bound;
    Object** place = placeFor(bound + total);
    place[bound - 1] = method->self;
    for (size_t i = bound - 1; i-- > 0;) place[i] = (method = asMethod(method->func))->self; // the innermost is the first
    if (total) std::memcpy(place + bound, rest.values, total * sizeof(Object*));
    m_args = {place, bound + rest.count, rest.names};
}

PrependedArgs::~PrependedArgs() { std::free(m_large); }

Owned functionText(Object* callable) {
    bool failed = false;
    Held<> qualname(findAttr(callable, names::dunderQualname, &failed));
    if (failed) return nullptr;
    if (!qualname) return strOf(callable);
    Held<> module(findAttr(callable, names::dunderModule, &failed));
    if (failed) return nullptr;
    if (module && !isNone(module)) {
        int differs = richCompareBool(module, names::builtins, Comparison::Ne);
        if (differs < 0) return nullptr;
        if (differs) {
            const FormatArg parts[] = {module.get(), qualname.get()};
            return formatMessage("{}.{}()", parts, 2);
        }
    }
    const FormatArg part[] = {qualname.get()};
    return formatMessage("{}()", part, 1);
}

namespace {

Failure wrongArguments(Object* shown, const char* what, ssize given) {
    Ref<> text = functionText(shown);
    if (!text) return {};
    if (given < 0) return raise(exc::TypeError, "{} {}", text.get(), what);
    return raise(exc::TypeError, "{} {} ({} given)", text.get(), what, given);
}

}

Owned callNative(const MethodDef* d, Object* self, Args args, Object* shown) {
    if (d->kind != NativeKind::Keywords && args.names && args.names->count) return wrongArguments(shown, "takes no keyword arguments", -1);
    if (!enterNative(" while calling a Python object")) return nullptr;
    Owned result = nullptr;
    switch (d->kind) {
    case NativeKind::NoArgs:
        if (args.count != 0) wrongArguments(shown, "takes no arguments", static_cast<ssize>(args.count));
        else result = d->noArgs(self);
        break;
    case NativeKind::OneArg:
        if (args.count != 1) wrongArguments(shown, "takes exactly one argument", static_cast<ssize>(args.count));
        else result = d->oneArg(self, args[0]);
        break;
    case NativeKind::Fast:
        if (checkArgCount(d->name, args.count, d->minArgs, d->maxArgs)) result = d->args(self, args);
        break;
    case NativeKind::Keywords: result = d->args(self, args); break;
    }
    leaveNative();
    return result;
}

bool checkArgCount(const char* function, size_t given, int min, int max) {
    ssize n = static_cast<ssize>(given);
    if (n < min)
        return raise(exc::TypeError, "{} expected {}{} argument{}, got {}", function, min == max ? "" : "at least ", min, min == 1 ? "" : "s", n);
    if (max < 0 || n <= max) return true;
    return raise(exc::TypeError, "{} expected {}{} argument{}, got {}", function, min == max ? "" : "at most ", max, max == 1 ? "" : "s", n);
}

bool checkNoKeywords(const char* function, Args args) {
    if (!args.keywordCount()) return true;
    return raise(exc::TypeError, "{}() takes no keyword arguments", function);
}

// ---- parseArgs -----------------------------------------------------------------------------------------------------

namespace {

constexpr int maxParameters = 24;

struct Signature {
    std::string_view names[maxParameters];
    int count = 0;
    int positionalOnly = 0;
    int maxPositional = -1;      // before '$'
    int requiredPositional = -1; // before '|'
    int requiredKeywords = 0;

    explicit Signature(const char* text) {
        bool optional = false;
        while (*text) {
            while (*text == ' ') text++;
            if (!*text) break;
            const char* start = text;
            while (*text && *text != ' ') text++;
            std::string_view word(start, static_cast<size_t>(text - start));
            if (word == "/") positionalOnly = count;
            else if (word == "|") {
                if (maxPositional < 0) requiredPositional = count;
                else requiredKeywords = count - maxPositional;
                optional = true;
            } else if (word == "$") maxPositional = count;
            else if (count < maxParameters) names[count++] = word;
        }
        if (maxPositional < 0) maxPositional = count;
        if (requiredPositional < 0) requiredPositional = maxPositional;
        if (!optional) requiredKeywords = count - maxPositional;
    }
};

const char* plural(ssize n) { return n == 1 ? "" : "s"; }

}

bool parseArgs(const char* function, Args args, const char* signature, Object** out) {
    Signature s(signature);
    ssize given = static_cast<ssize>(args.count);
    ssize keywords = static_cast<ssize>(args.keywordCount());
    const char *call = *function ? "()" : "function", *unexpecting = *function ? "()" : "this function";
    if (given + keywords > s.count) {
        // "keyword" where nothing is positional: else "takes at most 0 arguments" would mislead.
        return raise(exc::TypeError, "{}{} takes at most {} {}argument{} ({} given)", function, call, s.count, given == 0 ? "keyword " : "",
                     plural(s.count), given + keywords);
    }
    if (given > s.maxPositional) {
        if (s.maxPositional == 0) return raise(exc::TypeError, "{}{} takes no positional arguments", function, call);
        return raise(exc::TypeError, "{}{} takes {} {} positional argument{} ({} given)", function, call,
                     s.requiredPositional < s.maxPositional ? "at most" : "exactly", s.maxPositional, plural(s.maxPositional), given);
    }
    int minPositionalOnly = s.positionalOnly < s.requiredPositional ? s.positionalOnly : s.requiredPositional;
    if (given < minPositionalOnly)
        return raise(exc::TypeError, "{}{} takes {} {} positional argument{} ({} given)", function, call,
                     minPositionalOnly < s.maxPositional ? "at least" : "exactly", minPositionalOnly, plural(minPositionalOnly), given);
    for (ssize i = 0; i < given; i++) out[i] = args[static_cast<size_t>(i)];
    auto findKeyword = [&](std::string_view name) -> Object* {
        for (ssize k = 0; k < keywords; k++)
            if (strEqualsText(args.keywordName(static_cast<size_t>(k)), name)) return args.keywordValue(static_cast<size_t>(k));
        return nullptr;
    };
    ssize unused = keywords;
    for (int i = given > s.positionalOnly ? static_cast<int>(given) : s.positionalOnly; i < s.count; i++) {
        Object* value = unused ? findKeyword(s.names[i]) : nullptr;
        if (value) {
            out[i] = value;
            --unused;
        } else if (i < s.requiredPositional || (i >= s.maxPositional && i < s.maxPositional + s.requiredKeywords)) {
            return raise(exc::TypeError, "{}{} missing required argument '{}' (pos {})", function, call, s.names[i], i + 1);
        }
    }
    if (!unused) return true;
    for (int i = s.positionalOnly; i < given; i++)
        if (findKeyword(s.names[i]))
            return raise(exc::TypeError, "argument for {}{} given by name ('{}') and position ({})", function, call, s.names[i], i + 1);
    for (ssize k = 0; k < keywords; k++) {
        Object* name = args.keywordName(static_cast<size_t>(k));
        bool known = false;
        for (int i = s.positionalOnly; i < s.count && !known; i++) known = strEqualsText(name, s.names[i]);
        if (!known) {
            std::vector<std::string> candidates(s.names + s.positionalOnly, s.names + s.count);
            std::string suggestion = closestName(candidates, strToUtf8(name));
            if (!suggestion.empty()) {
                return raise(exc::TypeError, "{}{} got an unexpected keyword argument '{}'. Did you mean '{}'?", function, unexpecting, name,
                             suggestion);
            }
            return raise(exc::TypeError, "{}{} got an unexpected keyword argument '{}'", function, unexpecting, name);
        }
    }
    return true;
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/classes/text_signatures.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/model/type.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// Parameters behind the first, or with a bracket all of them, or "-" for none; and whose they are, parted by blanks: names of slots, "type.method",
// "module.function", types.
struct Row {
    std::string_view parameters, of;
};
constexpr Row rows[] = {
#define SIGNATURE(parameters, of) {parameters, of},
#include "core/python/objects/classes/text_signatures_builtins.def"
#include "core/python/objects/classes/text_signatures_numbers.def"
#include "core/python/objects/classes/text_signatures_system.def"
#include "core/python/objects/classes/text_signatures_text.def"
#undef SIGNATURE
};
constexpr std::string_view notTold = "-"; // CPython gives none

const std::string_view* parametersOf(const std::string& name) {
    static const std::unordered_map<std::string_view, std::string_view> table = [] {
        std::unordered_map<std::string_view, std::string_view> made;
        for (const Row& row : rows) {
            for (size_t at = 0; at < row.of.size();) {
                const size_t end = std::min(row.of.find(' ', at), row.of.size());
                made.emplace(row.of.substr(at, end - at), row.parameters);
                at = end + 1;
            }
        }
        return made;
    }();
    auto found = table.find(name);
    return found == table.end() ? nullptr : &found->second;
}

Owned signature(std::string_view first, std::string_view parameters) {
    if (parameters == notTold) return newNone();
    if (parameters.starts_with('(')) return newStr(parameters);
    std::string text = "(";
    if (!first.empty()) text.append(first).append(", ");
    return newStr(text.append(parameters) + ')');
}

// "name(a, b)\n--\n\n…": CPython's own form.
std::string_view signatureIn(const char* doc) {
    std::string_view text(doc ? doc : "");
    const size_t open = text.find('('), mark = text.find(")\n--\n\n");
    return mark == std::string_view::npos || open > mark ? std::string_view() : text.substr(open, mark + 1 - open);
}

// What the number of arguments says by itself.
std::string_view parametersByKind(const MethodDef* method, bool hasFirst) {
    switch (method->kind) {
    case NativeKind::NoArgs: return hasFirst ? "/" : "()";
    case NativeKind::OneArg: return "object, /";
    default: return notTold;
    }
}

Owned signatureOf(const std::string& owner, std::string_view first, const MethodDef* method) {
    if (std::string_view own = signatureIn(method->doc); !own.empty()) return newStr(own);
    const std::string_view* row = parametersOf(owner + '.' + method->name);
    return signature(first, row ? *row : parametersByKind(method, !first.empty()));
}

std::string_view firstOf(const MethodDef* method) {
    switch (method->binding) {
    case NativeBinding::Instance: return "$self";
    case NativeBinding::Class: return "$type";
    case NativeBinding::Static: return "";
    }
    return "";
}

bool hasMethod(const Type* type, const MethodDef* method) {
    for (const MethodDef* m = type->methods; m && m->name; ++m)
        if (m == method) return true;
    return false;
}

}

Owned signatureOfMethod(const Type* owner, const MethodDef* method) { return signatureOf(owner->name, firstOf(method), method); }

Owned signatureOfFunction(Object* self, Object* moduleName, const MethodDef* function) {
    if (self && self->type == types::Module) return signatureOf(moduleName && isStr(moduleName) ? strToUtf8(moduleName) : "", "$module", function);
    if (std::string_view(function->name) == "__new__") return newStr("($type, *args, **kwargs)");
    if (!self) return signatureOf("", "", function);
    const Type* type = isType(self) && function->binding != NativeBinding::Instance ? static_cast<Type*>(self) : self->type;
    for (ssize i = 0; type->mro && i < type->mro->count; ++i) {
        const auto* base = static_cast<Type*>(type->mro->items[i]);
        if (hasMethod(base, function)) return signatureOfMethod(base, function);
    }
    return signatureOfMethod(type, function);
}

Owned signatureOfSlot(std::string_view dunder) {
    const std::string_view* row = parametersOf(std::string(dunder));
    return signature("$self", row ? *row : "value, /");
}

Owned signatureOfType(const Type* type) {
    if (std::string_view own = signatureIn(type->doc); !own.empty()) return newStr(own);
    if (isHeapType(type)) return newNone();
    const std::string_view* row = parametersOf(type->name);
    return row ? signature("", *row) : newNone();
}

}

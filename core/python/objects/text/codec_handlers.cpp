// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/codec_handlers.h"

#include <algorithm>
#include <iterator>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/text/quoted.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

bool isSurrogate(uint32_t c) { return c >= 0xd800 && c < 0xe000; }

void appendAscii(std::u32string& out, std::string_view ascii) { out.append(ascii.begin(), ascii.end()); }

// The Unicode encodings, as `surrogatepass` tells them by name: "utf-8", "UTF_16LE" …
struct UnicodeForm {
    size_t unit = 0; // bytes; 0: no such encoding
    bool big = false;
};
UnicodeForm unicodeFormOf(std::string_view name) {
    std::string plain;
    for (char c : name)
        if (c != '-' && c != '_') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (plain == "utf8" || plain == "cputf8") return {3, false};
    for (size_t unit : {size_t{2}, size_t{4}}) {
        std::string form = unit == 2 ? "utf16" : "utf32";
        if (plain == form || plain == form + "le") return {unit, false};
        if (plain == form + "be") return {unit, true};
    }
    return {};
}

void putSurrogate(std::string& out, uint32_t c, UnicodeForm form) {
    if (form.unit == 3) return utf8::append(out, c);
    for (size_t i = 0; i < form.unit; ++i) out += static_cast<char>(c >> 8 * (form.big ? form.unit - 1 - i : i));
}

bool readSurrogate(std::string_view bytes, size_t start, UnicodeForm form, uint32_t& c) {
    if (!form.unit || bytes.size() < form.unit || bytes.size() - form.unit < start) return false;
    if (form.unit == 3) {
        const utf8::Step step = utf8::decode(bytes, start, utf8::Surrogates::Passed);
        if (step.problem != utf8::Problem::None || step.length != 3) return false;
        c = step.character;
        return isSurrogate(c);
    }
    c = 0;
    for (size_t i = 0; i < form.unit; ++i) c |= uint32_t{static_cast<uint8_t>(bytes[start + i])} << 8 * (form.big ? form.unit - 1 - i : i);
    return isSurrogate(c);
}

// \N{NAME}, where the unicodedata module knows a name. False: an exception is pending.
bool appendName(std::u32string& out, uint32_t c) {
    Ref<> moduleName(internStr("unicodedata"));
    Held<> module(moduleName ? vmHooks.importModule(moduleName) : Owned(nullptr));
    Held<> function(module ? getAttr(module, "name") : Owned(nullptr));
    Held<> character(newStrFromChar(c));
    Held<> name(function && character ? call(function, character.get(), None) : Owned(nullptr));
    if (!name) return false;
    if (isNone(name)) {
        appendAscii(out, escapeOf(c));
        return true;
    }
    appendAscii(out, "\\N{" + strToUtf8(name) + "}");
    return true;
}

}

Replaced replaceCharacters(ErrorHandler handler, TextView text, ssize start, ssize end, std::string_view encoding, Replacement& out, ssize& wrong) {
    wrong = start;
    const UnicodeForm form = handler == ErrorHandler::SurrogatePass ? unicodeFormOf(encoding) : UnicodeForm();
    out.isBytes = handler == ErrorHandler::SurrogateEscape || handler == ErrorHandler::SurrogatePass;
    for (ssize i = start; i < end; ++i) {
        const uint32_t c = text.at(i);
        switch (handler) {
        case ErrorHandler::Ignore: return Replaced::Done;
        case ErrorHandler::Replace: out.text += U'?'; break;
        case ErrorHandler::BackslashReplace: appendAscii(out.text, escapeOf(c)); break;
        case ErrorHandler::XmlCharRefReplace: appendAscii(out.text, "&#" + std::to_string(c) + ";"); break;
        case ErrorHandler::NameReplace:
            if (!appendName(out.text, c)) return Replaced::Failed;
            break;
        case ErrorHandler::SurrogateEscape:
            if (c < 0xdc80 || c > 0xdcff) return wrong = i, Replaced::Refused;
            out.bytes += static_cast<char>(c - 0xdc00);
            break;
        case ErrorHandler::SurrogatePass:
            if (!form.unit || !isSurrogate(c)) return Replaced::Refused;
            putSurrogate(out.bytes, c, form);
            break;
        default: return Replaced::Refused;
        }
    }
    return Replaced::Done;
}

Replaced replaceBytes(ErrorHandler handler, std::string_view bytes, size_t start, size_t end, std::string_view encoding, std::u32string& out,
                      size_t& next) {
    next = end;
    switch (handler) {
    case ErrorHandler::Ignore: return Replaced::Done;
    case ErrorHandler::Replace: out += U'\ufffd'; return Replaced::Done;
    case ErrorHandler::BackslashReplace:
        for (size_t i = start; i < end; ++i) appendAscii(out, escapeOf(static_cast<uint8_t>(bytes[i])));
        return Replaced::Done;
    case ErrorHandler::SurrogateEscape: {
        // up to four bytes that are not ASCII; what follows them is looked at anew
        size_t i = start;
        for (; i < end && i < start + 4 && !utf8::isAscii(bytes[i]); ++i) out += static_cast<char32_t>(0xdc00u + static_cast<uint8_t>(bytes[i]));
        next = i;
        return i > start ? Replaced::Done : Replaced::Refused;
    }
    case ErrorHandler::SurrogatePass: {
        const UnicodeForm form = unicodeFormOf(encoding);
        uint32_t c;
        if (!readSurrogate(bytes, start, form, c)) return Replaced::Refused;
        out += static_cast<char32_t>(c);
        next = start + form.unit;
        return Replaced::Done;
    }
    case ErrorHandler::XmlCharRefReplace:
    case ErrorHandler::NameReplace:
        (void)raise(exc::TypeError, "don't know how to handle UnicodeDecodeError in error callback");
        return Replaced::Failed;
    default: return Replaced::Refused;
    }
}

// ---- the same as functions that are given an exception

namespace {

Failure cannotHandle(Object* exception) { return raise(exc::TypeError, "don't know how to handle {} in error callback", exception->type->name); }

// The place of the error, within the object.
void boundsOf(UnicodeExceptionObject* e, ssize length, ssize& start, ssize& end) {
    start = e->start < 0 ? 0 : e->start >= length ? length - 1 : e->start;
    end = e->end < 1 ? 1 : e->end;
    if (end > length) end = length;
    if (start < 0) start = 0;
}

template <ErrorHandler handler> Owned handleEncodeError(UnicodeExceptionObject* e) {
    if (!e->object || !isStr(e->object)) return raise(exc::TypeError, "object attribute must be unicode");
    Held<> object(newRef(e->object)), encoding(newRef(e->encoding ? e->encoding : None));
    ssize start, end, wrong;
    boundsOf(e, asStr(object)->length, start, end);
    Replacement replacement;
    std::string name = isStr(encoding) ? strToUtf8(encoding) : "";
    Replaced outcome = replaceCharacters(handler, viewOf(object), start, end, name, replacement, wrong);
    if (outcome == Replaced::Failed) return nullptr;
    if (outcome == Replaced::Refused || (replacement.isBytes && start >= end)) return raiseInstance(e);
    Held<> text(replacement.isBytes ? newBytes(replacement.bytes)
                                    : newStrFromCodePoints(reinterpret_cast<const uint32_t*>(replacement.text.data()), replacement.text.size()));
    Ref<> next(newInt(end));
    return text && next ? packTuple(text.get(), next.get()) : Owned(nullptr);
}

template <ErrorHandler handler> Owned handleDecodeError(UnicodeExceptionObject* e) {
    if (!e->object || !isBytes(e->object)) return raise(exc::TypeError, "object attribute must be bytes");
    Held<> object(newRef(e->object)), encoding(newRef(e->encoding ? e->encoding : None));
    ssize start, end;
    boundsOf(e, bytesLength(object), start, end);
    std::u32string text;
    size_t next;
    std::string name = isStr(encoding) ? strToUtf8(encoding) : "";
    std::string_view bytes(reinterpret_cast<const char*>(bytesData(object)), static_cast<size_t>(bytesLength(object)));
    Replaced outcome = replaceBytes(handler, bytes, static_cast<size_t>(start), static_cast<size_t>(end), name, text, next);
    if (outcome == Replaced::Failed) return nullptr;
    if (outcome == Replaced::Refused) return raiseInstance(e);
    Held<> shown(newStrFromCodePoints(reinterpret_cast<const uint32_t*>(text.data()), text.size()));
    Ref<> position(newInt(static_cast<ssize>(next)));
    return shown && position ? packTuple(shown.get(), position.get()) : Owned(nullptr);
}

// str.translate()'s errors: characters for characters, one for one where they are replaced.
template <ErrorHandler handler> Owned handleTranslateError(UnicodeExceptionObject* e) {
    if (!e->object || !isStr(e->object)) return raise(exc::TypeError, "object attribute must be unicode");
    ssize start, end;
    boundsOf(e, asStr(e->object)->length, start, end);
    std::u32string text;
    for (ssize i = start; i < end; ++i) {
        if constexpr (handler == ErrorHandler::Replace) text += U'\ufffd';
        if constexpr (handler == ErrorHandler::BackslashReplace) appendAscii(text, escapeOf(charAt(asStr(e->object), i)));
    }
    Held<> shown(newStrFromCodePoints(reinterpret_cast<const uint32_t*>(text.data()), text.size()));
    Ref<> position(newInt(end));
    return shown && position ? packTuple(shown.get(), position.get()) : Owned(nullptr);
}

template <ErrorHandler handler> Owned handleError(Object*, Object* exception) {
    constexpr bool onlyEncodes = handler == ErrorHandler::XmlCharRefReplace || handler == ErrorHandler::NameReplace;
    constexpr bool passes = handler == ErrorHandler::SurrogateEscape || handler == ErrorHandler::SurrogatePass;
    auto* e = static_cast<UnicodeExceptionObject*>(exception);
    if (isInstance(exception, exc::UnicodeEncodeError)) return handleEncodeError<handler>(e);
    if (isInstance(exception, exc::UnicodeDecodeError) && !onlyEncodes) return handleDecodeError<handler>(e);
    if (isInstance(exception, exc::UnicodeTranslateError) && !onlyEncodes && !passes) return handleTranslateError<handler>(e);
    return cannotHandle(exception);
}

Owned raiseError(Object*, Object* exception) {
    if (!isException(exception)) return raise(exc::TypeError, "codec must pass exception instance");
    return raiseInstance(exception);
}

const MethodDef handlerFunctions[] = {
    {"strict_errors", raiseError},
    {"ignore_errors", handleError<ErrorHandler::Ignore>},
    {"replace_errors", handleError<ErrorHandler::Replace>},
    {"backslashreplace_errors", handleError<ErrorHandler::BackslashReplace>},
    {"xmlcharrefreplace_errors", handleError<ErrorHandler::XmlCharRefReplace>},
    {"namereplace_errors", handleError<ErrorHandler::NameReplace>},
    {"surrogateescape", handleError<ErrorHandler::SurrogateEscape>},
    {"surrogatepass", handleError<ErrorHandler::SurrogatePass>},
};
static_assert(std::size(handlerFunctions) == static_cast<size_t>(ErrorHandler::Registered)); // in the enumeration's order

// name → function: what lookup_error() has given and register_error() was told.
Object* handlers = nullptr;
RuntimeCache handlersCache([] { handlers = nullptr; });

bool startHandlers() {
    if (handlers) return true;
    Ref<> dict(newDict());
    if (!dict) return false;
    handlers = dict.releaseRaw();
    recordKeptForGood(handlers);
    return true;
}

}

bool registerErrorHandler(Object* name, Object* function) {
    if (!isCallable(function)) return raise(exc::TypeError, "handler must be callable");
    return startHandlers() && dictSet(handlers, name, function);
}

Owned lookupErrorHandler(std::string_view name) {
    if (!startHandlers()) return nullptr;
    Held<> key(newStr(name.empty() ? "strict" : name));
    if (!key) return nullptr;
    if (Object* known = dictFind(handlers, key)) return newRef(known);
    if (errorOccurred()) return nullptr;
    ErrorHandler standard = errorHandlerOf(name);
    if (standard == ErrorHandler::Registered) return raise(exc::LookupError, "unknown error handler name '{}'", name);
    Held<> function(newNativeFunction(&handlerFunctions[static_cast<size_t>(standard)], nullptr, nullptr));
    if (!function || !dictSet(handlers, key, function)) return nullptr;
    return function.release();
}

}

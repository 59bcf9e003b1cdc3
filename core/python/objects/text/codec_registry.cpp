// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/text/codec_registry.h"

#include <string>

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

// The functions in the order in which they are asked, and what they found, by the name in its plain form.
ListObject* searchFunctions = nullptr;
Object* foundCodecs = nullptr;
bool encodingsImported = false;
RuntimeCache registryCache([] {
    searchFunctions = nullptr;
    foundCodecs = nullptr;
    encodingsImported = false;
});

bool startRegistry() {
    if (searchFunctions) return true;
    Ref<ListObject> list(newList(0));
    Ref<> dict(newDict());
    if (!list || !dict) return false;
    searchFunctions = static_cast<ListObject*>(list.releaseRaw());
    foundCodecs = dict.releaseRaw();
    recordKeptForGood(searchFunctions);
    recordKeptForGood(foundCodecs);
    return true;
}

// Importing the package registers its search function.
bool importEncodings() {
    if (encodingsImported) return true;
    encodingsImported = true;
    Ref<> name(internStr("encodings"));
    Held<> package(name ? vmHooks.importModule(name) : Owned(nullptr));
    if (package) return true;
    // A library without it knows only what is built in.
    if (!errorMatches(exc::ModuleNotFoundError)) return false;
    clearError();
    return true;
}

// Lower case; runs of what is neither letter, digit nor '.' become one '_'.
Owned plainName(std::string_view name) {
    std::string plain;
    bool gap = false;
    for (char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.') {
            gap = true;
            continue;
        }
        if (gap && !plain.empty()) plain += '_';
        gap = false;
        plain += static_cast<char>(upper ? c + 32 : c);
    }
    return internStr(plain);
}

// function(object) or function(object, errors): the first of the two that a codec's function gives.
Owned callCodec(Object* function, Object* object, std::string_view encoding, std::string_view errors, const char* verb, const char* wrong) {
    Held<> handler(errors.empty() ? Owned(nullptr) : newStr(errors));
    if (!errors.empty() && !handler) return nullptr;
    Held<> answer(handler ? call(function, object, handler.get()) : call(function, object));
    if (!answer) {
        noteCodecFailure(verb, encoding);
        return nullptr;
    }
    if (!isTuple(answer) || asTuple(answer)->count != 2) return raise(exc::TypeError, wrong);
    return newRef(asTuple(answer)->items[0]);
}

}

bool registerCodecSearch(Object* function) {
    if (!isCallable(function)) return raise(exc::TypeError, "argument must be callable");
    // the library's own is the first
    return startRegistry() && importEncodings() && listAppend(searchFunctions, function);
}

bool unregisterCodecSearch(Object* function) {
    if (!startRegistry()) return false;
    for (ssize i = 0; i < searchFunctions->count; ++i) {
        if (searchFunctions->items[i] != function) continue;
        dictClear(foundCodecs);
        return listAssignSlice(searchFunctions, i, i + 1, nullptr);
    }
    return true;
}

Owned lookupCodec(std::string_view encoding) {
    if (!startRegistry()) return nullptr;
    Held<> name(plainName(encoding));
    if (!name) return nullptr;
    if (Object* known = dictFind(foundCodecs, name)) return newRef(known);
    if (errorOccurred() || !importEncodings()) return nullptr;
    for (ssize i = 0; i < searchFunctions->count; ++i) {
        Held<> function(newRef(searchFunctions->items[i]));
        Held<> found(call(function, name.get()));
        if (!found) return nullptr;
        if (isNone(found)) continue;
        if (!isTuple(found) || asTuple(found)->count != 4) return raise(exc::TypeError, "codec search functions must return 4-tuples");
        if (!dictSet(foundCodecs, name, found)) return nullptr;
        return found.release();
    }
    return raise(exc::LookupError, "unknown encoding: {}", encoding);
}

Owned lookupTextCodec(std::string_view encoding, const char* alternative) {
    Held<> codec(lookupCodec(encoding));
    if (!codec || isExactTuple(codec)) return codec.release();
    bool failed = false;
    Held<> isText(findAttr(codec, Ref<>(internStr("_is_text_encoding")), &failed));
    if (failed) return nullptr;
    if (!isText) return codec.release();
    int answer = isTrue(isText);
    if (answer < 0) return nullptr;
    if (!answer) return raise(exc::LookupError, "'{}' is not a text encoding; use {} to handle arbitrary codecs", encoding, alternative);
    return codec.release();
}

Owned callEncoder(Object* codec, Object* object, std::string_view encoding, std::string_view errors) {
    return callCodec(asTuple(codec)->items[0], object, encoding, errors, "encoding", "encoder must return a tuple (object, integer)");
}
Owned callDecoder(Object* codec, Object* object, std::string_view encoding, std::string_view errors) {
    return callCodec(asTuple(codec)->items[1], object, encoding, errors, "decoding", "decoder must return a tuple (object,integer)");
}

void noteCodecFailure(const char* verb, std::string_view encoding) {
    if (interpreter.stopping || !errorOccurred()) return;
    Held<> error(takeError());
    Held<> note(newStr(std::string(verb) + " with '" + std::string(encoding) + "' codec failed"));
    Ref<> added = note ? callMethod(error, names::addNote, note) : Owned(nullptr);
    if (!added) clearError();
    restoreError(error.release());
}

}

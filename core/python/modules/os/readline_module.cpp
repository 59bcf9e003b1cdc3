// SPDX-License-Identifier: GPL-3.0-or-later

// readline: input comes in whole lines, so that nothing is edited or completed. What programs set for that is kept, and the history is theirs to fill and to ask for.
//
// All of it lies in a list that the module keeps as its state, by the places of enum Slot.

#include <algorithm>
#include <cerrno>
#include <string>

#include "core/host/files.h"
#include "core/host/scratch.h"
#include "core/python/modules/arguments.h"
#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/os/os_error.h"
#include "core/python/modules/os/paths.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

enum Slot { History, Completer, Delimiters, DisplayHook, StartupHook, InputHook, SlotCount };

constexpr int unlimited = -1;
int fileLength = unlimited; // how many lines a history file is cut to
RuntimeCache lengthCache([] { fileLength = unlimited; });

ListObject* state(Object* module) { return asList(static_cast<ModuleObject*>(module)->state); }
Object* slot(Object* module, Slot which) { return state(module)->items[which]; }
ListObject* history(Object* module) { return asList(slot(module, History)); }

bool setSlot(Object* module, Slot which, Object* value) {
    Held<> index(newInt(which));
    return index && setItem(state(module), index, value);
}

// ---- completion, and what is called meanwhile

Owned setFunction(Object* module, Args args, Slot which, const char* name) {
    Object* wanted = args.count ? args[0] : None;
    if (!isNone(wanted) && !isCallable(wanted)) return raise(exc::TypeError, "{}(func): argument not callable", name);
    return setSlot(module, which, wanted) ? newNone() : Owned(nullptr);
}
Owned setCompleter(Object* m, Args args) { return setFunction(m, args, Completer, "set_completer"); }
Owned setDisplayHook(Object* m, Args args) { return setFunction(m, args, DisplayHook, "set_completion_display_matches_hook"); }
Owned setStartupHook(Object* m, Args args) { return setFunction(m, args, StartupHook, "set_startup_hook"); }
Owned setInputHook(Object* m, Args args) { return setFunction(m, args, InputHook, "set_pre_input_hook"); }
Owned getCompleter(Object* m) { return newRef(slot(m, Completer)); }

bool wantText(Object* arg) { return isStr(arg) || raise(exc::TypeError, "bad argument type for built-in operation"); }

Owned getDelimiters(Object* m) { return newRef(slot(m, Delimiters)); }
Owned setDelimiters(Object* m, Object* arg) { return wantText(arg) && setSlot(m, Delimiters, arg) ? newNone() : Owned(nullptr); }

Owned acceptText(Object*, Object* arg) { return wantText(arg) ? newNone() : Owned(nullptr); }
Owned acceptFlag(Object*, Object* arg) {
    bool flag;
    return boolArgument(arg, &flag) ? newNone() : Owned(nullptr);
}
Owned none(Object*) { return newNone(); }
Owned zero(Object*) { return newInt(0); }
Owned emptyText(Object*) { return newStr(""); }

// ---- the history

Owned addHistory(Object* m, Object* line) { return wantText(line) && listAppend(history(m), line) ? newNone() : Owned(nullptr); }
Owned historyLength(Object* m) { return newInt(history(m)->count); }
Owned clearHistory(Object* m) {
    Held<> fresh(newList(0));
    return fresh && setSlot(m, History, fresh) ? newNone() : Owned(nullptr);
}

// Lines are asked for from 1 on, and changed from 0 on.
Owned historyItem(Object* m, Object* arg) {
    int index;
    if (!intArgument(arg, &index)) return nullptr;
    return index >= 1 && index <= history(m)->count ? newRef(history(m)->items[index - 1]) : newNone();
}
bool historyPlace(Object* m, Object* arg, int* index) {
    if (!intArgument(arg, index)) return false;
    if (*index < 0) return raise(exc::ValueError, "History index cannot be negative");
    return *index < history(m)->count || raise(exc::ValueError, "No history item at position {}", *index);
}
Owned removeHistory(Object* m, Object* arg) {
    int index;
    if (!historyPlace(m, arg, &index)) return nullptr;
    Held<> place(newInt(index));
    return place && deleteItem(history(m), place) ? newNone() : Owned(nullptr);
}
Owned replaceHistory(Object* m, Args args) {
    int index;
    if (!intArgument(args[0], &index)) return nullptr;
    if (!isStr(args[1]))
        return raise(exc::TypeError, "replace_history_item() argument 2 must be str, not {}", isNone(args[1]) ? "None" : args[1]->type->name);
    if (!historyPlace(m, args[0], &index)) return nullptr;
    Held<> place(newInt(index));
    return place && setItem(history(m), place, args[1]) ? newNone() : Owned(nullptr);
}

// ---- history in files

bool filePath(Args args, size_t at, std::string* path) {
    if (args.count > at && !isNone(args[at])) return pathArgument(args[at], *path);
    *path = std::string(Scratch::home) + "/.history";
    return true;
}

std::string lastLines(const std::string& text, int64_t most) {
    size_t begin = text.size();
    for (; most > 0 && begin > 0; --most) {
        size_t end = begin > 1 ? text.rfind('\n', begin - 2) : text.npos;
        begin = end == text.npos ? 0 : end + 1;
    }
    return text.substr(begin);
}

Owned readHistory(Object* m, Args args) {
    std::string path, text;
    if (!filePath(args, 0, &path)) return nullptr;
    if (int failed = hostReadFile(path, text)) return raiseOsError(failed);
    // what has no end is no line
    for (size_t begin = 0, end; (end = text.find('\n', begin)) != text.npos; begin = end + 1) {
        Held<> line(newPath(text.substr(begin, end - begin), false));
        if (!line || (end > begin && !listAppend(history(m), line))) return nullptr;
    }
    return newNone();
}

// The last lines of the history behind what is in the file, which is then cut to the length that was set.
Owned saveHistory(Object* m, const std::string& path, std::string text, ssize from) {
    for (ssize i = from; i < history(m)->count; ++i) {
        std::string line;
        if (!pathBytes(history(m)->items[i], line)) return nullptr;
        text += line + '\n';
    }
    if (fileLength != unlimited) text = lastLines(text, fileLength);
    int failed = hostWriteFile(path, text);
    return failed ? Owned(raiseOsError(failed)) : newNone();
}
Owned writeHistory(Object* m, Args args) {
    std::string path;
    return filePath(args, 0, &path) ? saveHistory(m, path, {}, 0) : Owned(nullptr);
}
Owned appendHistory(Object* m, Args args) {
    int count;
    std::string path, text;
    if (!intArgument(args[0], &count) || !filePath(args, 1, &path)) return nullptr;
    if (int failed = hostReadFile(path, text)) return raiseOsError(failed);
    return saveHistory(m, path, text, std::max<ssize>(0, history(m)->count - std::max(0, count)));
}

Owned readInit(Object*, Args args) {
    std::string path, text;
    if (!args.count || isNone(args[0])) return raiseOsError(ENOENT);
    if (!pathArgument(args[0], path)) return nullptr;
    int failed = hostReadFile(path, text);
    return failed ? Owned(raiseOsError(failed)) : newNone();
}

Owned getFileLength(Object*) { return newInt(fileLength); }
Owned setFileLength(Object*, Object* arg) { return intArgument(arg, &fileLength) ? newNone() : Owned(nullptr); }

const MethodDef functions[] = {
    {"parse_and_bind", acceptText},
    {"get_line_buffer", emptyText},
    {"insert_text", acceptText},
    {"redisplay", none},
    {"read_init_file", readInit, 0, 1},
    {"read_history_file", readHistory, 0, 1},
    {"write_history_file", writeHistory, 0, 1},
    {"append_history_file", appendHistory, 1, 2},
    {"get_history_item", historyItem},
    {"get_current_history_length", historyLength},
    {"set_history_length", setFileLength},
    {"get_history_length", getFileLength},
    {"set_completer", setCompleter, 0, 1},
    {"get_completer", getCompleter},
    {"get_completion_type", zero},
    {"get_begidx", zero},
    {"get_endidx", zero},
    {"set_completer_delims", setDelimiters},
    {"get_completer_delims", getDelimiters},
    {"set_auto_history", acceptFlag},
    {"add_history", addHistory},
    {"remove_history_item", removeHistory},
    {"replace_history_item", replaceHistory, 2, 2},
    {"set_completion_display_matches_hook", setDisplayHook, 0, 1},
    {"set_startup_hook", setStartupHook, 0, 1},
    {"set_pre_input_hook", setInputHook, 0, 1},
    {"clear_history", clearHistory},
    {},
};
const IntConstant numbers[] = {{"_READLINE_VERSION", 0x0802}, {"_READLINE_RUNTIME_VERSION", 0x0802}, {}};

bool addState(Object* m) {
    Ref<> lines(newList(0)), delimiters(newStr(" \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?"));
    if (!lines || !delimiters) return false;
    Object* slots[SlotCount] = {lines, None, delimiters, None, None, None};
    Ref<> list(newListOf(slots, SlotCount));
    if (!list) return false;
    setField(m, static_cast<ModuleObject*>(m)->state, list.release());
    return true;
}

}

Owned makeReadlineModule() {
    Ref<> m = newModule("readline");
    bool ok = m && addFunctions(m, functions) && addConstants(m, numbers) && addText(m, "_READLINE_LIBRARY_VERSION", "8.2") &&
              addText(m, "backend", "readline") && addState(m);
    return ok ? m.release() : Owned(nullptr);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/errors/traceback_text.h"

#include <sstream>
#include <unordered_map>
#include <vector>

#include "core/base/suggestions.h"
#include "core/python/library/library_archive.h"
#include "core/python/modules/module_registry.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/exception_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/errors/traceback_carets.h"
#include "core/python/vm/frames/code_parts.h"
#include "core/python/vm/frames/frame_locals.h"
#include "core/python/vm/frames/frame_object.h"

namespace memtape {

namespace {

std::unordered_map<std::string, std::vector<std::string>> sources;

// The lines of a file that was compiled, or is the library's; null: there are none.
const std::vector<std::string>* linesOf(const std::string& file) {
    auto found = sources.find(file);
    if (std::string_view relative; found == sources.end() && isInLibrary(file, &relative)) {
        std::string text;
        const LibraryEntry* entry = library().find(relative);
        if (!entry || !library().text(*entry, text)) return nullptr;
        rememberSource(file, std::move(text));
        found = sources.find(file);
    }
    return found == sources.end() ? nullptr : &found->second;
}

constexpr int repeatedEntriesShown = 3;
constexpr size_t groupWidth = 15, groupDepth = 10;

std::string textOf(Object* o, const char* what, Owned (*convert)(Object*) = strOf) {
    Ref<> text = convert(o);
    if (text) return strToUtf8(text);
    clearError();
    return std::string("<") + what + " " + (convert == strOf ? "str" : "repr") + "() failed>";
}

Object* attributeOrNull(Object* o, const char* name, Held<>& keep) {
    Held<> nameObject(internStr(name));
    bool failed = false;
    keep = nameObject ? findAttr(o, nameObject, &failed) : Owned(nullptr);
    if (failed) clearError();
    return keep;
}

// ---- one entry of a traceback

// How its source is shown: with marks, as the traceback module does it; as one line, as CPython's C code does it for an exception that nobody can
// catch; or not at all, which is what becomes of the latter when the modules are gone.
enum class Source { Marked, Line, None };

std::string plainLine(const std::vector<std::string>& lines, int number) {
    if (number < 1 || static_cast<size_t>(number) > lines.size()) return {};
    const std::string& line = lines[static_cast<size_t>(number) - 1];
    size_t begin = line.find_first_not_of(" \t\f");
    return "    " + (begin == std::string::npos ? "" : line.substr(begin)) + "\n";
}

std::string entryText(TracebackObject* entry, Source shown) {
    Frame* frame = static_cast<FrameObject*>(entry->frame)->frame;
    CodeObject* code = frame->code;
    std::string file = strToUtf8(code->filename);
    Position position;
    const auto& positions = codeUnit(code)->positions;
    const int given = entry->lasti < 0 ? givenOffset(entry->lasti) : -1;
    const size_t instruction = entry->lasti >= 0 ? static_cast<size_t>(entry->lasti / 2) : given >= 0 ? instructionAt(code, given) : positions.size();
    if (instruction < positions.size()) position = positions[instruction];
    if (position.line < 0) position.line = entry->line, position.endLine = position.line;
    std::string text =
        "  File \"" + file + "\", line " + (position.line < 0 ? "None" : std::to_string(position.line)) + ", in " + strToUtf8(code->name) + "\n";
    const std::vector<std::string>* found = linesOf(file);
    if (!found || position.line < 1) return text;
    const auto& lines = *found;
    if (shown != Source::Marked) return text + (shown == Source::Line ? plainLine(lines, position.line) : "");
    std::vector<std::string> covered;
    for (int i = position.line; i <= std::max(position.line, position.endLine); ++i)
        covered.push_back(static_cast<size_t>(i) <= lines.size() ? lines[static_cast<size_t>(i) - 1] : "");
    return text + markedLines(covered, position);
}

std::string stackText(Object* traceback, Source shown = Source::Marked) {
    std::string text;
    Object* lastCode = nullptr;
    int lastLine = -2, count = 0;
    auto closeRepetition = [&] {
        if (count <= repeatedEntriesShown) return;
        int more = count - repeatedEntriesShown;
        text += "  [Previous line repeated " + std::to_string(more) + " more time" + (more > 1 ? "s" : "") + "]\n";
    };
    for (Object* o = traceback; o; o = static_cast<TracebackObject*>(o)->next) {
        auto* entry = static_cast<TracebackObject*>(o);
        CodeObject* code = static_cast<FrameObject*>(entry->frame)->frame->code;
        bool same = code == lastCode && entry->line == lastLine;
        if (!same) {
            closeRepetition();
            lastCode = code;
            lastLine = entry->line;
            count = 0;
        }
        if (++count <= repeatedEntriesShown) text += entryText(entry, shown);
    }
    closeRepetition();
    return text;
}

// ---- the message line
std::string typeText(Type* type) {
    Held<> module, qualname;
    Object* m = attributeOrNull(type, "__module__", module);
    Object* q = attributeOrNull(type, "__qualname__", qualname);
    std::string name = q && isStr(q) ? strToUtf8(q) : type->name;
    if (!m || !isStr(m)) return "<unknown>." + name;
    std::string where = strToUtf8(m);
    return where == "builtins" || where == "__main__" ? name : where + "." + name;
}

void addNames(std::vector<std::string>& out, Object* iterable, bool hideUnderscored) {
    Ref<> list = sequenceToList(iterable);
    if (!list) {
        clearError();
        return;
    }
    for (ssize i = 0; i < asList(list)->count; ++i) {
        Object* name = asList(list)->items[i];
        if (!isStr(name)) continue;
        std::string text = strToUtf8(name);
        if (!(hideUnderscored && !text.empty() && text[0] == '_')) out.push_back(text);
    }
}

Owned namesIn(Object* o) {
    Held<> dir(internStr("dir"));
    Object* function = dictFind(interpreter.builtins, dir);
    return function ? call(function, o) : Owned(nullptr);
}

// "Did you mean …": what a misspelt name may have been.
std::string suggestionFor(Object* exception, Object* traceback, const std::string& wrong) {
    std::vector<std::string> candidates;
    bool hide = wrong.empty() || wrong[0] != '_';
    Frame* frame = nullptr;
    if (traceback) {
        while (static_cast<TracebackObject*>(traceback)->next) traceback = static_cast<TracebackObject*>(traceback)->next;
        frame = static_cast<FrameObject*>(static_cast<TracebackObject*>(traceback)->frame)->frame;
    }
    Held<> locals(frame ? localsSnapshot(frame) : Owned(nullptr));
    Object* selfObject = locals && isDict(locals) ? dictFindText(locals, "self") : nullptr;
    if (isInstance(exception, exc::AttributeError)) {
        Object* owner = static_cast<AttributeExceptionObject*>(exception)->obj;
        Held<> names(owner ? namesIn(owner) : namesIn(None));
        if (!names) {
            clearError();
            return {};
        }
        addNames(candidates, names, hide && !(selfObject && selfObject == owner));
    } else if (isInstance(exception, exc::ImportError)) {
        Object* moduleName = static_cast<ImportExceptionObject*>(exception)->name;
        Object* module = moduleName ? dictFind(interpreter.modules, moduleName) : nullptr;
        Held<> names(module ? namesIn(module) : Owned(nullptr));
        if (!names) {
            clearError();
            return {};
        }
        addNames(candidates, names, hide);
    } else {
        if (!frame) return {};
        if (locals) addNames(candidates, locals, false);
        addNames(candidates, frame->globals, false);
        addNames(candidates, frame->builtins, false);
        if (selfObject) {
            Held<> attribute;
            if (attributeOrNull(selfObject, wrong.c_str(), attribute)) return "self." + wrong;
        }
    }
    return closestName(candidates, wrong);
}

std::string hintFor(Object* exception) {
    Object* traceback = asException(exception)->traceback;
    if (isInstance(exception, exc::ImportError)) {
        Object* from = static_cast<ImportExceptionObject*>(exception)->nameFrom;
        if (!from || isNone(from) || !isStr(from)) return {};
        std::string suggestion = suggestionFor(exception, traceback, strToUtf8(from));
        return suggestion.empty() ? "" : ". Did you mean: '" + suggestion + "'?";
    }
    Object* name = nullptr;
    bool isName = isInstance(exception, exc::NameError);
    if (isName) name = static_cast<NameExceptionObject*>(exception)->name;
    else if (isInstance(exception, exc::AttributeError)) name = static_cast<AttributeExceptionObject*>(exception)->name;
    if (!name || isNone(name) || !isStr(name)) return {};
    std::string wrong = strToUtf8(name);
    std::string suggestion = suggestionFor(exception, traceback, wrong);
    std::string hint = suggestion.empty() ? "" : ". Did you mean: '" + suggestion + "'?";
    if (isName && isKnownStandardModule(wrong)) {
        hint += suggestion.empty() ? ". Did you forget to import '" + wrong + "'?" : " Or did you forget to import '" + wrong + "'?";
    }
    return hint;
}

std::string syntaxErrorText(SyntaxExceptionObject* error, const std::string& type) {
    std::string out, suffix;
    bool hasLine = error->line && !isNone(error->line);
    std::string file = error->filename && isStr(error->filename) ? strToUtf8(error->filename) : "";
    if (hasLine) out += "  File \"" + (file.empty() ? "<string>" : file) + "\", line " + textOf(error->line, "line") + "\n";
    else if (!file.empty()) suffix = " (" + file + ")";
    if (error->text && isStr(error->text)) {
        std::u32string whole;
        StrObject* s = asStr(error->text);
        for (ssize i = 0; i < s->length; ++i) whole += static_cast<char32_t>(charAt(s, i));
        std::u32string right = whole;
        while (!right.empty() && right.back() == U'\n') right.pop_back();
        size_t blanks = 0;
        while (blanks < right.size() && (right[blanks] == ' ' || right[blanks] == '\n' || right[blanks] == '\f')) ++blanks;
        std::u32string left = right.substr(blanks);
        auto utf8 = [](const std::u32string& u) {
            std::vector<uint32_t> points(u.begin(), u.end());
            Ref<> made = newStrFromCodePoints(points.data(), points.size());
            return made ? strToUtf8(made) : std::string();
        };
        out += "    " + utf8(left) + "\n";
        auto number = [](Object* o) -> int64_t { return o && isInt(o) && isCompactInt(o) ? compactValue(o) : 0; };
        if (error->offset && isInt(error->offset)) {
            int64_t offset = number(error->offset), end;
            bool sameLine = !error->endLine || isNone(error->endLine) ? false : number(error->line) == number(error->endLine);
            if (sameLine) end = number(error->endOffset) != 0 ? number(error->endOffset) : offset;
            else end = static_cast<int64_t>(right.size()) + 1;
            if (!whole.empty() && offset > static_cast<int64_t>(whole.size())) offset = static_cast<int64_t>(right.size()) + 1;
            if (!whole.empty() && end > static_cast<int64_t>(whole.size())) end = static_cast<int64_t>(right.size()) + 1;
            if (offset >= end || end < 0) end = offset + 1;
            int64_t column = offset - 1 - static_cast<int64_t>(blanks), endColumn = end - 1 - static_cast<int64_t>(blanks);
            if (column >= 0) {
                std::u32string space;
                for (int64_t i = 0; i < column && i < static_cast<int64_t>(left.size()); ++i)
                    space += left[static_cast<size_t>(i)] == '\t' ? U'\t' : U' ';
                out += "    " + utf8(space) + std::string(static_cast<size_t>(endColumn - column), '^') + "\n";
            }
        }
    }
    std::string message = error->msg && !isNone(error->msg) ? textOf(error->msg, "exception") : "<no detail available>";
    return out + type + ": " + message + suffix + "\n";
}

std::string messageText(Object* exception) {
    std::string type = typeText(exception->type), text;
    if (isInstance(exception, exc::SyntaxError)) {
        text = syntaxErrorText(static_cast<SyntaxExceptionObject*>(exception), type);
    } else {
        std::string value = textOf(exception, "exception") + hintFor(exception);
        text = value.empty() ? type + "\n" : type + ": " + value + "\n";
    }
    Held<> keep;
    Object* notes = attributeOrNull(exception, "__notes__", keep);
    if (notes && (isList(notes) || isTuple(notes))) {
        Held<> list(sequenceToList(notes));
        for (ssize i = 0; list && i < asList(list)->count; ++i) text += textOf(asList(list)->items[i], "note") + "\n";
    } else if (notes && !isNone(notes)) {
        text += textOf(notes, "__notes__", reprOf) + "\n";
    }
    return text;
}

// ---- chains and groups
struct Printer {
    std::string out;
    size_t depth = 0;
    bool needsClose = false;
    std::vector<Object*> seen;

    std::string indent() const { return std::string(2 * depth, ' '); }
    void emit(const std::string& text, char margin = '|') {
        if (depth == 0) {
            out += text;
            return;
        }
        std::string prefix = indent() + margin + " ";
        for (size_t at = 0; at < text.size();) {
            size_t end = text.find('\n', at);
            end = end == std::string::npos ? text.size() : end + 1;
            out += prefix + text.substr(at, end - at);
            at = end;
        }
    }

    void printOne(Object* exception) {
        Object* traceback = asException(exception)->traceback;
        if (!isInstance(exception, exc::BaseExceptionGroup)) {
            if (traceback) {
                emit("Traceback (most recent call last):\n");
                emit(stackText(traceback));
            }
            emit(messageText(exception));
            return;
        }
        if (depth > groupDepth) {
            emit("... (max_group_depth is " + std::to_string(groupDepth) + ")\n");
            return;
        }
        bool top = depth == 0;
        if (top) depth = 1;
        if (traceback) {
            emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
            emit(stackText(traceback));
        }
        emit(messageText(exception));
        TupleObject* parts = asTuple(static_cast<GroupExceptionObject*>(exception)->exceptions);
        size_t count = static_cast<size_t>(parts->count), rows = count <= groupWidth ? count : groupWidth + 1;
        needsClose = false;
        for (size_t i = 0; i < rows; ++i) {
            bool last = i + 1 == rows, cut = i >= groupWidth;
            if (last) needsClose = true;
            out += indent() + (i == 0 ? "+-" : "  ") + "+---------------- " + (cut ? "..." : std::to_string(i + 1)) + " ----------------\n";
            ++depth;
            if (cut) emit("and " + std::to_string(count - groupWidth) + " more exception" + (count - groupWidth > 1 ? "s" : "") + "\n");
            else printChain(parts->items[i]);
            if (last && needsClose) {
                out += indent() + "+------------------------------------\n";
                needsClose = false;
            }
            --depth;
        }
        if (top) depth = 0;
    }

    void printChain(Object* exception) {
        struct Link {
            Object* exception;
            const char* message;
        };
        std::vector<Link> chain;
        auto isNew = [&](Object* e) {
            for (Object* s : seen) {
                if (s == e) return false;
            }
            return true;
        };
        for (Object* e = exception; e;) {
            seen.push_back(e);
            auto* base = asException(e);
            Object* next = nullptr;
            const char* message = nullptr;
            if (base->cause && isNew(base->cause)) {
                next = base->cause;
                message = "\nThe above exception was the direct cause of the following exception:\n\n";
            } else if (!base->cause && base->context && !base->suppressContext && isNew(base->context)) {
                next = base->context;
                message = "\nDuring handling of the above exception, another exception occurred:\n\n";
            }
            chain.push_back({e, message});
            e = next;
        }
        for (size_t i = chain.size(); i > 0; --i) {
            if (chain[i - 1].message) emit(chain[i - 1].message);
            printOne(chain[i - 1].exception);
        }
    }
};

}

std::string exceptionText(Object* exception) {
    Held<> pending(takeError());
    Printer printer;
    printer.printChain(exception);
    if (pending) restoreError(pending.release());
    return printer.out;
}

std::string ignoredExceptionText(Object* exception) {
    Ref<> pending = takeError();
    std::string text;
    if (Object* traceback = asException(exception)->traceback) {
        bool modulesLive = interpreter.modules && asDict(interpreter.modules)->used > 0;
        text = "Traceback (most recent call last):\n" + stackText(traceback, modulesLive ? Source::Line : Source::None);
    }
    text += typeText(exception->type) + ": " + textOf(exception, "exception") + "\n";
    if (pending) restoreError(pending.release());
    return text;
}

void rememberSource(const std::string& file, std::string text) {
    std::vector<std::string> lines;
    std::istringstream stream(std::move(text));
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    sources[file] = std::move(lines);
}

std::string rememberedLine(const std::string& file, int line) {
    const std::vector<std::string>* lines = linesOf(file);
    bool isThere = lines && line >= 1 && static_cast<size_t>(line) <= lines->size();
    return isThere ? (*lines)[static_cast<size_t>(line) - 1] : std::string();
}

}

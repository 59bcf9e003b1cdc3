// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of Python in sentences: English, with a mark for the tool that collects them for translation.
#include <algorithm>
#include <iterator>

#include "core/python/reading/python_reading.h"
#include "core/replay/translatable.h"

namespace memtape {

namespace {

bool startsWithWord(std::string_view text, std::string_view word) {
    if (text.substr(0, word.size()) != word) return false;
    if (text.size() == word.size()) return true;
    char next = text[word.size()];
    bool goesOn = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9') || next == '_' ||
                  static_cast<uint8_t>(next) >= 0x80;
    return !goesOn;
}

// Where a statement's own '=' stands, not one of a call's arguments, of a comparison or within a text; npos: nowhere.
size_t findAssignment(std::string_view line) {
    int brackets = 0;
    char quote = 0;
    for (size_t i = 0; i < line.size(); i++) {
        char c = line[i];
        if (quote) {
            if (c == '\\') i++;
            else if (c == quote) quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '#') {
            break;
        } else if (std::string_view("([{").find(c) != std::string_view::npos) {
            brackets++;
        } else if (std::string_view(")]}").find(c) != std::string_view::npos) {
            brackets--;
        } else if (c == '=' && !brackets) {
            if (i == 0 || line.substr(i, 2) == "==" || line[i - 1] == '!') return std::string_view::npos;
            bool isOrder = line[i - 1] == '<' || line[i - 1] == '>';
            bool isShift = isOrder && i >= 2 && line[i - 2] == line[i - 1];
            return isOrder && !isShift ? std::string_view::npos : i;
        }
    }
    return std::string_view::npos;
}

struct FirstWord {
    std::string_view word;
    Outlook outlook;
};
constexpr FirstWord firstWords[] = {
    {"return", Outlook::Return},       {"def", Outlook::DefineRoutine},   {"async", Outlook::DefineRoutine}, {"class", Outlook::DefineClass},
    {"for", Outlook::NextItem},        {"while", Outlook::TestCondition}, {"if", Outlook::TestCondition},    {"elif", Outlook::TestCondition},
    {"del", Outlook::RemoveReference}, {"import", Outlook::LoadModule},   {"from", Outlook::LoadModule},     {"raise", Outlook::Raise},
    {"print", Outlook::Print},         {"with", Outlook::EnterContext},   {"yield", Outlook::Yield},         {"pass", Outlook::Nothing},
};

struct Meaning {
    std::string_view error;
    const char* sentence;
};
constexpr Meaning meanings[] = {
    {"ZeroDivisionError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "ZeroDivisionError: a division by zero")},
    {"NameError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "NameError: a name that refers to nothing")},
    {"UnboundLocalError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "UnboundLocalError: a local name used before it was bound")},
    {"TypeError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "TypeError: an object of the wrong type")},
    {"ValueError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "ValueError: the right type, a wrong value")},
    {"IndexError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "IndexError: an index outside the sequence")},
    {"KeyError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "KeyError: a key that the dict does not have")},
    {"AttributeError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "AttributeError: an attribute that the object does not have")},
    {"RecursionError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "RecursionError: more calls on the stack than allowed")},
    {"StopIteration", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "StopIteration: an iterator has no more items")},
    {"ImportError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "ImportError: something that could not be imported")},
    {"ModuleNotFoundError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "ModuleNotFoundError: there is no such module")},
    {"AssertionError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "AssertionError: an assert that did not hold")},
    {"KeyboardInterrupt", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "KeyboardInterrupt: stopped from the keyboard")},
    {"MemoryError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "MemoryError: no memory left")},
    {"OverflowError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "OverflowError: a number too large")},
    {"SyntaxError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "SyntaxError: text that is no Python program")},
    {"IndentationError", MEMTAPE_TRANSLATABLE("memtape::HappenedText", "IndentationError: lines not indented as they should be")},
};

}

Outlook PythonReading::outlook(std::string_view line) const {
    for (const FirstWord& row : firstWords)
        if (startsWithWord(line, row.word)) return row.outlook;
    size_t equals = findAssignment(line);
    if (equals == std::string_view::npos) return Outlook::Unknown;
    return std::string_view("+-*/%&|^@<>").find(line[equals - 1]) != std::string_view::npos ? Outlook::OperateThenBind : Outlook::Bind;
}

std::string_view PythonReading::meaningOfError(std::string_view type) const {
    auto row = std::find_if(std::begin(meanings), std::end(meanings), [&](const Meaning& meaning) { return meaning.error == type; });
    return row == std::end(meanings) ? std::string_view() : std::string_view(row->sentence);
}

std::string_view PythonReading::remark(Remark about) const {
    switch (about) {
    case Remark::Frames:
        return MEMTAPE_TRANSLATABLE("memtape::Canvas",
                                    "CPython 3.13: Python frames lie in chunks of the interpreter's own memory, not on the machine's C stack.");
    case Remark::Released:
        return MEMTAPE_TRANSLATABLE("memtape::Canvas", "CPython 3.13: released at the moment its count reached 0. The block of memory is reusable.");
    }
    return {};
}

}

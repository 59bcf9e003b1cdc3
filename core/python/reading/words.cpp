// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of Python in sentences: English, with a mark for the tool that collects them for translation.
#include <algorithm>
#include <iterator>

#include "core/python/reading/python_reading.h"
#include "core/replay/translatable.h"

namespace memtape {

namespace {

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

// SPDX-License-Identifier: GPL-3.0-or-later
// What an exception means for the program, and the places that a traceback names.
#include <map>

#include "core/python/reading/python_reading.h"
#include "core/python/reading/python_view.h"

namespace memtape {

namespace {

constexpr std::string_view fileBegins = "File \"", lineBegins = "\", line ", reportBegins = "Traceback (most recent call last)";

// Of an entry of a traceback: `File "NAME", line N`, after blanks or the bars of an exception group. False: it is none.
bool readEntry(std::string_view line, NamedPlace& place) {
    size_t begin = line.find(fileBegins);
    if (begin == std::string_view::npos || line.substr(0, begin).find_first_not_of(" |") != std::string_view::npos) return false;
    size_t name = begin + fileBegins.size(), end = line.find(lineBegins, name);
    if (end == std::string_view::npos) return false;
    size_t digits = end + lineBegins.size(), last = digits;
    uint64_t number = 0;
    for (; last < line.size() && line[last] >= '0' && line[last] <= '9' && number < UINT32_MAX / 10; ++last) number = number * 10 + line[last] - '0';
    if (last == digits) return false;
    place.begin = end + lineBegins.size() - std::string_view("line ").size();
    place.end = last;
    place.file = line.substr(name, end - name);
    place.line = static_cast<uint32_t>(number);
    return true;
}

}

ErrorRole PythonReading::errorRole(ObjectId error) const {
    PythonView view(state());
    for (ObjectId base : view.mro(view.classOf(error))) {
        std::string name = view.className(base);
        if (name == "SystemExit") return ErrorRole::Exit;
        if (name == "KeyboardInterrupt") return ErrorRole::Interrupt;
    }
    return ErrorRole::Failure;
}

std::vector<NamedPlace> PythonReading::placesNamedIn(std::string_view text) const {
    std::vector<NamedPlace> places;
    std::map<std::pair<std::string, uint32_t>, uint32_t> named; // in this report
    for (size_t begin = 0; begin < text.size();) {
        size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        NamedPlace place;
        if (line.find(reportBegins) != std::string_view::npos) named.clear();
        if (readEntry(line, place)) {
            place.begin += begin;
            place.end += begin;
            place.before = named[{place.file, place.line}]++;
            places.push_back(std::move(place));
        }
        begin = end + 1;
    }
    return places;
}

}

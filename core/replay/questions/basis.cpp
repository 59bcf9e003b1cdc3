// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/basis.h"

#include <algorithm>
#include <iterator>

#include "core/replay/json_writer.h"
#include "core/replay/reading.h"

namespace memtape {

namespace {

constexpr BasisRow rows[] = {
    {"type", Basis::Language, "An object keeps its type."},
    {"value", Basis::Language, "What an object stands for is the language's affair."},
    {"path", Basis::Language, "An object stays while the program can still reach it."},
    {"reachable", Basis::Language, "What no name leads to any more cannot be used again."},
    {"cycles", Basis::Language, "Who refers to whom is said by the program."},
    {"kept_by", Basis::Language, "The name is the only way that leads there."},
    {"awaits", Basis::Language, "What a call awaits is said by the program."},
    {"hits", Basis::Language, "Names, values and lines are the program's."},
    {"size", Basis::Implementation, "How many bytes an object takes is not said by the language."},
    {"capacity", Basis::Implementation, "Containers take more room than they need, by rules of their own."},
    {"refcount", Basis::Implementation, "Counting references is one way to know when an object can go."},
    {"holders", Basis::Implementation, "Each reference counts once; what only the implementation holds counts too."},
    {"keeps", Basis::Implementation, "What would go at once or with the next collection, and its bytes."},
    {"generation", Basis::Implementation, "How the cycle collector sorts objects by age."},
    {"why", Basis::Implementation, "A count that is not 0 keeps an object, reachable or not."},
    {"collection", Basis::Implementation, "When cycles are looked for, and what is taken then."},
    {"thresholds", Basis::Implementation, "How full a generation gets before it is looked through."},
    {"bytes", Basis::Implementation, "Sums of the sizes of objects."},
    {"growth", Basis::Implementation, "Sums of the sizes of objects, step by step."},
    {"releases", Basis::Implementation, "An object is released when its count reaches 0, or by the collector."},
    {"address", Basis::Model, "Where an object lies is Memtape's own allocator's choice; the rules by which it chooses are the implementation's."},
    {"made_at", Basis::Model, "Steps are Memtape's way to number the moments of a run."},
    {"history", Basis::Model, "Steps are Memtape's way to number the moments of a run."},
    {"young", Basis::Model,
     "Counted from what was made since the last collection; the implementation's own counter also sees what it keeps for use again."},
    {"pairs", Basis::Model, "Which objects of two runs are the same one is a guess, by line, type and order of birth."},
};

}

std::span<const BasisRow> basisRows() { return rows; }

Basis basisOf(std::string_view fact) {
    auto row = std::find_if(std::begin(rows), std::end(rows), [&](const BasisRow& r) { return r.fact == fact; });
    return row == std::end(rows) ? Basis::Model : row->basis;
}

std::string basisName(Basis basis, const Reading& reading) {
    switch (basis) {
    case Basis::Language: return "language";
    case Basis::Implementation: return std::string(reading.implementation());
    case Basis::Model: break;
    }
    return "model";
}

void writeBasis(JsonWriter& json, const Reading& reading, std::span<const std::string_view> facts) {
    json.key("basis");
    json.beginObject();
    for (std::string_view fact : facts) json.pair(fact, basisName(basisOf(fact), reading));
    json.endObject();
}

}

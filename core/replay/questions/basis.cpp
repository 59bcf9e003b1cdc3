// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/basis.h"

#include <algorithm>
#include <iterator>

#include "core/replay/json/json_writer.h"
#include "core/replay/reading.h"
#include "core/replay/translatable.h"

namespace memtape {

namespace {

constexpr BasisRow rows[] = {
    {"type", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "An object keeps its type.")},
    {"value", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "What an object stands for is the language's affair.")},
    {"path", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "An object stays while the program can still reach it.")},
    {"reachable", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "What no name leads to any more cannot be used again.")},
    {"cycles", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Who refers to whom is said by the program.")},
    {"kept_by", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "The name is the only way that leads there.")},
    {"awaits", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "What a call awaits is said by the program.")},
    {"hits", Basis::Language, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Names, values and lines are the program's.")},
    {"size", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "How many bytes an object takes is not said by the language.")},
    {"capacity", Basis::Implementation,
     MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Containers take more room than they need, by rules of their own.")},
    {"refcount", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Counting references is one way to know when an object can go.")},
    {"holders", Basis::Implementation,
     MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Each reference counts once; what only the implementation holds counts too.")},
    {"keeps", Basis::Implementation,
     MEMTAPE_TRANSLATABLE("memtape::BasisWords", "What would go at once or with the next collection, and its bytes.")},
    {"generation", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "How the cycle collector sorts objects by age.")},
    {"why", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "A count that is not 0 keeps an object, reachable or not.")},
    {"collection", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "When cycles are looked for, and what is taken then.")},
    {"thresholds", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "How full a generation gets before it is looked through.")},
    {"bytes", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Sums of the sizes of objects.")},
    {"growth", Basis::Implementation, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Sums of the sizes of objects, step by step.")},
    {"releases", Basis::Implementation,
     MEMTAPE_TRANSLATABLE("memtape::BasisWords", "An object is released when its count reaches 0, or by the collector.")},
    {"address", Basis::Model,
     MEMTAPE_TRANSLATABLE("memtape::BasisWords",
                          "Where an object lies is Memtape's own allocator's choice; the rules by which it chooses are the implementation's.")},
    {"made_at", Basis::Model, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Steps are Memtape's way to number the moments of a run.")},
    {"history", Basis::Model, MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Steps are Memtape's way to number the moments of a run.")},
    {"young", Basis::Model,
     MEMTAPE_TRANSLATABLE(
         "memtape::BasisWords",
         "Counted from what was made since the last collection; the implementation's own counter also sees what it keeps for use again.")},
    {"pairs", Basis::Model,
     MEMTAPE_TRANSLATABLE("memtape::BasisWords", "Which objects of two runs are the same one is a guess, by line, type and order of birth.")},
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

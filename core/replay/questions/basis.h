// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each fact that is told rests on: a rule of the language, a detail of the implementation whose memory is shown, or Memtape's own
// model. One table for the window, the command line and docs/memory-model.md, which explains each row.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace memtape {

class JsonWriter;
class Reading;

enum class Basis : uint8_t {
    Language,       // true of every implementation
    Implementation, // as Reading::implementation() does it; another may do otherwise
    Model,          // Memtape's own: a number or an order that no other process has
};

struct BasisRow {
    std::string_view fact; // the key under which JSON has it
    Basis basis;
    std::string_view because; // one sentence in English
};

std::span<const BasisRow> basisRows();
Basis basisOf(std::string_view fact); // of a fact that is in no row: Model

// `language`, the implementation's name, or `model`.
std::string basisName(Basis basis, const Reading& reading);
// The key `basis` of an object: each of the facts with its basis.
void writeBasis(JsonWriter& json, const Reading& reading, std::span<const std::string_view> facts);

}

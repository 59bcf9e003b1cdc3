// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/moments/short_text.h"

#include <vector>

#include "core/replay/reading.h"

namespace memtape {

namespace {

constexpr size_t longestText = 60, mostItems = 8; // characters of a value; items of a container
constexpr int deepest = 3;

std::string clipped(std::string text, size_t longest) {
    size_t end = 0;
    for (size_t characters = 0; end < text.size() && characters < longest; ++characters) {
        ++end;
        while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end; // the rest of the character
    }
    if (end == text.size()) return text;
    text.resize(end);
    return text + "…";
}

struct Brackets {
    std::string_view open, close;
};
Brackets bracketsOf(ObjectKind kind) {
    if (kind == ObjectKind::Sequence) return {"[", "]"};
    if (kind == ObjectKind::FixedSequence) return {"(", ")"};
    return {"{", "}"};
}

std::string textOf(const Reading& reading, ObjectId id, int depth) {
    if (!id || !reading.state().isAlive(id)) return {};
    const ObjectKind kind = reading.kind(id);
    if (std::string value = reading.valueText(id); !value.empty()) return clipped(std::move(value), longestText);
    if (!isContainer(kind)) return clipped(reading.title(id), longestText);
    const TypeInfo& type = reading.state().type(reading.state().typeIdOf(id));
    const Brackets brackets = bracketsOf(kind);
    std::string text = type.ofProgram ? type.name + ' ' : std::string();
    text += brackets.open;
    if (depth >= deepest) return text + "…" + std::string(brackets.close);
    size_t items = 0, asked = 0;
    // A table of attributes may have its keys with its class, for all of them.
    const bool hasKeys = kind != ObjectKind::Table || reading.state().cellCount(id, CellKind::Key) > 0 || reading.length(id) == 0;
    if (!hasKeys) return text + "…" + std::string(brackets.close);
    for (const CellView& cell : reading.state().cells(id)) {
        if (++asked > 8 * mostItems) break;
        const PartRole role = reading.roleOf(type, cell);
        if (role != PartRole::Item && role != PartRole::Element && role != PartRole::Key && role != PartRole::Entry) continue;
        if (role == PartRole::Entry && items > 0) {
            text += ": ";
        } else {
            if (items == mostItems) {
                text += ", …";
                break;
            }
            if (items++) text += ", ";
        }
        text += textOf(reading, cell.value, depth + 1);
    }
    if (kind == ObjectKind::FixedSequence && items == 1) text += ',';
    return text + std::string(brackets.close);
}

}

std::string shortText(const Reading& reading, ObjectId id) { return textOf(reading, id, 0); }

}

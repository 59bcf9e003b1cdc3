// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "core/python/modules/ast/ast_types.h"
#include "core/python/modules/ast/raw_fields.h"
#include "core/python/modules/ast/tree_objects.h"
#include "core/python/objects/classes/constant_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

using namespace ast;

namespace {

// Nodes are read by attribute, whatever they are: a program's own class, or its __getattr__, may answer.
class TreeReader {
public:
    explicit TreeReader(Arena& arena) : m_arena(arena) {}

    // A node of a sum whose structs stand alone; null without an exception for None.
    void* readPointer(FieldType sum, Object* o, bool* failed) {
        if (isNone(o)) return nullptr;
        const SumRow& row = sumRow(sum);
        Range range;
        size_t kind = 0;
        *failed = true;
        if (!enter(row)) return nullptr;
        void* node = nullptr;
        if (readRange(row, o, &range) && findKind(sum, o, &kind)) {
            node = newNode(row, row.nodes[kind], static_cast<uint8_t>(kind), range);
            if (!readFields(row.nodes[kind], o, node)) node = nullptr;
        }
        leaveNative();
        *failed = !node;
        return node;
    }

private:
    static bool enter(const SumRow& row) {
        static const auto places = [] {
            std::array<std::string, sumCount> texts;
            for (size_t i = 0; i < sumCount; ++i) texts[i] = std::string(" while traversing '") + sumRow(static_cast<FieldType>(i)).name + "' node";
            return texts;
        }();
        return enterNative(places[static_cast<size_t>(row.nodes[0].sum)].c_str());
    }

    void* newNode(const SumRow& sum, const NodeRow& row, uint8_t kind, const Range& range) {
        void* node = m_arena.allocate(row.size);
        std::memset(node, 0, row.size);
        if (sum.hasKind) write(node, kind);
        if (sum.rangeOffset != notStored) write(static_cast<char*>(node) + sum.rangeOffset, range);
        return node;
    }

    // A struct in its place: in a list, or newly made.
    bool readInside(FieldType sum, Object* o, void* node) {
        const SumRow& row = sumRow(sum);
        size_t kind = 0;
        Range range;
        if (!enter(row)) return false;
        bool ok;
        if (row.isProduct) {
            ok = readFields(row.nodes[0], o, node) && readRange(row, o, &range);
        } else {
            ok = readRange(row, o, &range) && findKind(sum, o, &kind);
            if (ok && row.hasKind) write(node, static_cast<uint8_t>(kind));
            ok = ok && readFields(row.nodes[kind], o, node);
        }
        if (ok && row.rangeOffset != notStored) write(static_cast<char*>(node) + row.rangeOffset, range);
        leaveNative();
        return ok;
    }

    static Owned attribute(Object* o, const char* name, bool* failed) {
        Ref<> text = internStr(name);
        *failed = !text;
        return text ? findAttr(o, text, failed) : Owned(nullptr);
    }

    static bool findKind(FieldType sum, Object* o, size_t* kind) {
        const size_t count = sumRow(sum).nodes.size();
        for (*kind = 0; *kind < count; ++*kind)
            if (o->type == nodeType(sum, *kind)) return true;
        for (*kind = 0; *kind < count; ++*kind) {
            const int is = isInstanceOf(o, nodeType(sum, *kind));
            if (is < 0) return false;
            if (is) return true;
        }
        return raise(exc::TypeError, "expected some sort of {}, but got {!r}", sumRow(sum).name, o);
    }

    static bool readInt(Object* value, int* number) {
        if (!isInt(value)) return raise(exc::ValueError, "invalid integer value: {!r}", value);
        int overflow = 0;
        const int64_t n = intValue(value, &overflow);
        if (overflow || n != static_cast<int>(n)) return raise(exc::OverflowError, "Python int too large to convert to C int");
        *number = static_cast<int>(n);
        return true;
    }

    static bool readRange(const SumRow& row, Object* o, Range* range) {
        if (row.rangeOffset == notStored) return true;
        int numbers[4] = {};
        constexpr const char* names[] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};
        for (int i = 0; i < 4; ++i) {
            bool failed = false;
            Held<> value(attribute(o, names[i], &failed));
            if (failed) return false;
            const bool isOptional = i >= 2 && row.endIsOptional;
            if (isOptional && (!value || isNone(value))) numbers[i] = numbers[i - 2];
            else if (!value) return raise(exc::TypeError, "required field \"{}\" missing from {}", names[i], row.name);
            else if (!readInt(value, &numbers[i])) return false;
        }
        *range = {numbers[0], numbers[1], numbers[2], numbers[3]};
        return true;
    }

    bool readFields(const NodeRow& row, Object* o, void* node) {
        for (const FieldRow& field : row.fields) {
            bool failed = false;
            Held<> value(attribute(o, field.name, &failed));
            if (failed) return false;
            char* place = field.offset == notStored ? nullptr : static_cast<char*>(node) + field.offset;
            if (field.arity == Arity::List) {
                if (value && !readList(row, field, value, place)) return false;
            } else if (field.arity == Arity::Optional) {
                if (value && !isNone(value) && !readValue(row, field, value, place)) return false;
            } else if (!value) {
                return raise(exc::TypeError, "required field \"{}\" missing from {}", field.name, row.name);
            } else if (!readValue(row, field, value, place)) {
                return false;
            }
        }
        return true;
    }

    bool readValue(const NodeRow& row, const FieldRow& field, Object* value, char* place) {
        switch (field.type) {
        case FieldType::Identifier: {
            std::string_view text;
            if (isNone(value)) return raise(exc::ValueError, "field '{}' is required for {}", field.name, row.name);
            return readIdentifier(value, &text) && (write(place, text), true);
        }
        case FieldType::String:
            if (!isNone(value) && value->type != types::Str && value->type != types::Bytes)
                return raise(exc::TypeError, "AST string must be of type str");
            if (place) write(place, value->type == types::Str && strEqualsText(value, "u"));
            return true;
        case FieldType::Int:
        case FieldType::Flag: {
            int number = 0;
            if (!readInt(value, &number)) return false;
            if (place && field.type == FieldType::Int) write(place, number);
            else if (place) write(place, number != 0);
            return true;
        }
        case FieldType::Value: {
            memtape::Constant constant;
            return memtape::constantOf(value, &constant) && (write(place, m_arena.constant(std::move(constant))), true);
        }
        default: break;
        }
        return readNode(row, field, value, place);
    }

    bool readNode(const NodeRow& row, const FieldRow& field, Object* value, char* place) {
        const SumRow& sum = sumRow(field.type);
        switch (sum.storage) {
        case Storage::Number: {
            size_t kind = 0;
            return findKind(field.type, value, &kind) && (write(place, static_cast<uint8_t>(kind)), true);
        }
        case Storage::Inside: {
            void* node = newNode(sum, sum.nodes[0], 0, Range());
            return readInside(field.type, value, node) && (write(place, node), true);
        }
        case Storage::Pointer: break;
        }
        bool failed = false;
        void* node = readPointer(field.type, value, &failed);
        if (failed) return false;
        if (!node && field.arity == Arity::One) return raise(exc::ValueError, "field '{}' is required for {}", field.name, row.name);
        write(place, node);
        return true;
    }

    bool readIdentifier(Object* value, std::string_view* text) {
        if (value->type != types::Str) return raise(exc::TypeError, "AST identifier must be of type str");
        const std::string utf8 = strToUtf8(value);
        *text = utf8.empty() ? std::string_view("") : m_arena.string(utf8);
        return true;
    }

    bool readList(const NodeRow& row, const FieldRow& field, Object* value, char* place) {
        if (!isList(value)) return raise(exc::TypeError, "{} field \"{}\" must be a list, not a {}", row.name, field.name, value->type->name);
        const ssize count = asList(value)->count;
        const size_t stride = strideOf(field.type), bytes = stride * static_cast<size_t>(count);
        char* items = static_cast<char*>(m_arena.allocate(std::max<size_t>(bytes, 1)));
        std::memset(items, 0, bytes);
        for (ssize i = 0; i < count; ++i) {
            Held<> item(newRef(asList(value)->items[i]));
            if (!readItem(field, item, items + static_cast<size_t>(i) * stride)) return false;
            if (asList(value)->count != count) return raise(exc::RuntimeError, "{} field \"{}\" changed size during iteration", row.name, field.name);
        }
        if (place) write(place, RawList{items, static_cast<size_t>(count)});
        return checkBreaker();
    }

    bool readItem(const FieldRow& field, Object* item, char* place) {
        if (field.type == FieldType::Identifier) {
            std::string_view text;
            return readIdentifier(item, &text) && (write(place, text), true);
        }
        if (sumRow(field.type).storage == Storage::Inside) return readInside(field.type, item, place);
        if (sumRow(field.type).storage == Storage::Number) {
            size_t kind = 0;
            return findKind(field.type, item, &kind) && (write(place, static_cast<uint8_t>(kind)), true);
        }
        bool failed = false;
        write(place, readPointer(field.type, item, &failed)); // null for None: validateTree() knows where that may be
        return !failed;
    }

    Arena& m_arena;
};

}

bool isAstNode(Object* o) { return astBaseType() && isInstance(o, astBaseType()); }

bool treeOfObjects(Object* node, ModKind wanted, Arena& arena, Mod* tree) {
    if (!ensureAstTypes()) return false;
    Type* type = nodeType(FieldType::Mod, static_cast<size_t>(wanted));
    const int is = isInstanceOf(node, type);
    if (is < 0) return false;
    if (!is)
        return raise(exc::TypeError, "expected {} node, got {}", sumRow(FieldType::Mod).nodes[static_cast<size_t>(wanted)].name, node->type->name);
    bool failed = false;
    void* made = TreeReader(arena).readPointer(FieldType::Mod, node, &failed);
    if (failed) return false;
    *tree = *static_cast<Mod*>(made);
    return true;
}

}

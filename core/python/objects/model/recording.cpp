// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/objects/model/recording.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/classes/weakref_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/instance_layout.h"
#include "core/python/objects/model/runtime.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/numbers/int_recording.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/shapes/shapes.h"

namespace memtape {

bool (*isProgramModule)(Object* moduleName) = nullptr;
FreeCause freeCause = FreeCause::Count;
size_t dyingTold = 0;

namespace {

uint32_t nextTypeId = 1;
// By type number: how many of the shared attribute names are on the tape.
std::vector<uint32_t> attributeNamesWritten;

void forgetTypeNumbers() {
    nextTypeId = 1;
    attributeNamesWritten.clear();
    isProgramModule = nullptr;
}
RuntimeCache typeNumbers(forgetTypeNumbers);

// The layouts of bytes [head, hash, data] and bytearray [head, capacity, block, start, exports].
struct BytesLayout : VarObject {
    int64_t hash;
    char data[1];
};
struct ByteArrayLayout : VarObject {
    ssize capacity;
    char *block, *start;
};

std::string_view bytesView(Object* o) {
    if (hasFlag(o, BytesSubclass)) return {static_cast<BytesLayout*>(o)->data, static_cast<size_t>(static_cast<VarObject*>(o)->count)};
    auto* a = static_cast<ByteArrayLayout*>(o);
    return {a->start, static_cast<size_t>(a->count)};
}

}

// ---- where an instance keeps references ------------------------------------------------------------------------------

// The order of an instance's Field cells: the fields of the builtin base, then the `__slots__` of each heap class from the eldest on,
// then `__dict__` where the object is a heap class's instance with a dict of its own.
namespace {

const Type* nativeBase(const Type* type) {
    while (isHeapType(type)) type = type->base;
    return type;
}

uint32_t nativeFieldCount(const Type* type) {
    uint32_t count = 0;
    if (type->fields)
        while (type->fields[count].name) count++;
    return count;
}

}

uint32_t slotFieldStart(const Type* type) {
    if (!isHeapType(type)) return nativeFieldCount(type);
    return slotFieldStart(type->base) + (isHeapType(type->base) ? type->base->slotCount : 0);
}

uint32_t dictFieldIndex(const Type* type) { return slotFieldStart(type) + type->slotCount; }

namespace {

PythonShape shapeOf(const Type* t) {
    using Shape = PythonShape;
    if (t == types::Bool) return Shape::Bool;
    if (hasFlag(t, IntSubclass)) return Shape::Int;
    if (hasFlag(t, ListSubclass | TupleSubclass)) return Shape::Sequence;
    if (hasFlag(t, StrSubclass)) return Shape::Str;
    if (hasFlag(t, BytesSubclass)) return Shape::Bytes;
    if (hasFlag(t, DictSubclass)) return Shape::Dict;
    if (hasFlag(t, ExceptionSubclass)) return Shape::Exception;
    if (hasFlag(t, TypeSubclass)) return Shape::Class;
    struct Row {
        Type* const* type;
        Shape shape;
    };
    static const Row rows[] = {
        {&types::Float, Shape::Float},
        {&types::Complex, Shape::Complex},
        {&types::None, Shape::None},
        {&types::ByteArray, Shape::ByteArray},
        {&types::Range, Shape::Range},
        {&types::Ellipsis, Shape::Ellipsis},
        {&types::NotImplemented, Shape::NotImplemented},
        {&types::Set, Shape::Set},
        {&types::FrozenSet, Shape::Set},
        {&types::Function, Shape::Function},
        {&types::Module, Shape::Module},
        {&types::Method, Shape::Method},
        {&types::Generator, Shape::Generator},
        {&types::Coroutine, Shape::Generator},
        {&types::AsyncGenerator, Shape::Generator},
        {&types::Cell, Shape::Cell},
        {&types::Code, Shape::Code},
        {&types::Frame, Shape::Frame},
        {&types::Traceback, Shape::Traceback},
    };
    for (const Type* up = t; up; up = up->base)
        for (const Row& row : rows)
            if (*row.type == up) return row.shape;
    for (const Type* up = t; up; up = up->base)
        if (up->shape != Shape::Plain) return up->shape;
    return Shape::Plain;
}

// The types whose objects are recorded by their values alone, and None.
void describeScalar(const Type* type, TypeInfo& info) {
    if (type == types::Int) {
        info.role = TypeRole::Integer;
        info.fixedBytes = 24;
        info.digitBytes = 4;
        info.digitBits = 30;
    } else if (type == types::Float) {
        info.role = TypeRole::Float;
        info.fixedBytes = 24;
    } else if (type == types::None) {
        info.role = TypeRole::Nothing;
    }
    for (const Type* up = type; up; up = up->base) {
        if (up == types::Type) info.defines = TypeInfo::Defines::Class;
        else if (up == types::Module || up == types::Function || up == types::NativeFunction || up == types::Code)
            info.defines = TypeInfo::Defines::Code;
    }
}

std::string textOf(Object* strOrNull) { return strOrNull && isStr(strOrNull) ? strToUtf8(strOrNull) : std::string(); }

void collectFieldNames(const Type* type, std::vector<std::string>& out) {
    const Type* native = nativeBase(type);
    if (native->fields)
        for (const Field* f = native->fields; f->name; f++) out.push_back(f->name);
    std::vector<const Type*> heapTypes;
    for (const Type* t = type; isHeapType(t); t = t->base) heapTypes.push_back(t);
    for (size_t i = heapTypes.size(); i-- > 0;)
        for (uint32_t s = 0; s < heapTypes[i]->slotCount; s++) out.push_back(heapTypes[i]->slotMembers[s].name);
    if (isHeapType(type)) out.push_back("__dict__");
}

}

uint32_t recordType(Type* type) {
    if (type->recordId) return type->recordId;
    if (type->bases)
        for (ssize i = 0; i < type->bases->count; i++) recordType(static_cast<Type*>(type->bases->items[i]));
    type->recordId = nextTypeId++;
    attributeNamesWritten.resize(nextTypeId, 0);
    TypeInfo info;
    info.id = type->recordId;
    info.granule = granuleOf(type);
    const char* dot = isHeapType(type) ? nullptr : std::strrchr(type->name, '.');
    info.name = isHeapType(type) ? textOf(type->nameObject) : std::string(dot ? dot + 1 : type->name);
    info.qualname = isHeapType(type) ? textOf(type->qualname) : info.name;
    Object* module = isHeapType(type) && type->dict ? dictFind(type->dict, names::dunderModule) : nullptr;
    info.module = module ? textOf(module) : dot ? std::string(type->name, dot) : std::string("builtins");
    info.shape = static_cast<uint8_t>(shapeOf(type));
    describeScalar(type, info);
    info.ofProgram = module && isProgramModule && isProgramModule(module);
    collectFieldNames(type, info.fields);
    if (type->bases)
        for (ssize i = 0; i < type->bases->count; i++) info.bases.push_back(granuleOf(type->bases->items[i]));
    recorder->defineType(info);
    recordAttributeNames(type);
    return type->recordId;
}

void recordAttributeNames(Type* type) {
    if (!recorder || !type->recordId || !type->cachedKeys) return;
    DictKeys* keys = type->cachedKeys;
    uint32_t& written = attributeNamesWritten[type->recordId];
    for (; written < static_cast<uint32_t>(keys->entryCount); written++) {
        Object* key = unicodeEntries(keys)[written].key;
        recorder->attributeName(type->recordId, written, textOf(key));
    }
}

// ---- cells -----------------------------------------------------------------------------------------------------------

void visitCells(Object* o, CellVisitor& visitor) {
    Type* type = o->type;
    const Type* native = nativeBase(type);
    if (native->cells) {
        native->cells(o, visitor);
    } else if (native->fields) {
        uint32_t index = 0;
        for (const Field* f = native->fields; f->name; f++, index++)
            visitor.visit(CellKind::Field, index, *reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + f->offset));
    }
    if (!isHeapType(type)) return;
    for (Type* t = type; isHeapType(t); t = t->base) {
        uint32_t start = t->slotCount ? slotFieldStart(t) : 0;
        for (uint32_t s = 0; s < t->slotCount; s++)
            visitor.visit(CellKind::Field, start + s, *reinterpret_cast<Object**>(reinterpret_cast<char*>(o) + t->slotMembers[s].offset));
    }
    if (hasFlag(type, ManagedDict)) {
        Object* dict = managedDict(o);
        if (dict) visitor.visit(CellKind::Field, dictFieldIndex(type), dict);
        if (hasFlag(type, InlineValues)) {
            // A dict made later looks at the same values; they stay the instance's cells.
            DictValues* values = inlineValues(o);
            if (values->valid)
                for (uint32_t i = 0; i < values->capacity; i++) visitor.visit(CellKind::Attribute, i, values->values[i]);
        }
    }
}

namespace {

// Gathers runs of neighbouring cells into CellFill events.
class CellWriter final : public CellVisitor {
public:
    explicit CellWriter(Object* o, bool all = true, CellKind only = CellKind::Field) : m_object(granuleOf(o)), m_only(only), m_all(all) {}
    void visit(CellKind kind, uint32_t index, Object* referent) override {
        if (!referent || (!m_all && kind != m_only)) return;
        if (m_count && (kind != m_kind || index != m_first + m_count || m_count == room)) flush();
        if (!m_count) {
            m_kind = kind;
            m_first = index;
        }
        m_values[m_count++] = granuleOf(referent);
    }
    void visitWeak(CellKind kind, uint32_t index, Object* referent) override {
        if (!referent || (!m_all && kind != m_only)) return;
        flush();
        recorder->pointerSet(MemoryPlace::ofCell(m_object, kind, index), RefKind::Weak, MemoryPlace::ofObject(granuleOf(referent)));
    }
    void flush() {
        if (m_count == 1) recorder->cellSet(m_object, m_kind, m_first, m_values[0]);
        else if (m_count) recorder->cellFill(m_object, m_kind, m_first, m_values, m_count);
        m_count = 0;
    }

private:
    static constexpr uint32_t room = 1024;
    Granule m_object;
    CellKind m_only, m_kind = CellKind::Field;
    bool m_all;
    uint32_t m_first = 0, m_count = 0;
    Granule m_values[room];
};

}

void recordAllocSlow(Object* o) { recordAllocSized(o, sizeOfObject(o)); }

void recordAllocSized(Object* o, size_t size) {
    uint32_t id = recordType(o->type);
    recorder->alloc(granuleOf(o), id, static_cast<uint32_t>(size > UINT32_MAX ? UINT32_MAX : size), 0);
    if (isImmortal(o)) recorder->immortal(granuleOf(o));
}

void recordFreeSlow(Object* o) { recorder->free(granuleOf(o), freeCause); }

namespace {

// A tuple of a few items is what is told most.
bool recordFewItems(Granule object, Object* const* items, ssize count) {
    constexpr ssize few = 8;
    if (count < 1 || count > few) return false;
    Granule values[few];
    for (ssize i = 0; i < count; ++i) {
        if (!items[i]) return false;
        values[i] = granuleOf(items[i]);
    }
    if (count == 1) recorder->cellSet(object, CellKind::Item, 0, values[0]);
    else recorder->cellFill(object, CellKind::Item, 0, values, static_cast<uint32_t>(count));
    return true;
}

}

// Containers of a few numbers and texts, and what has no references, die without a word.
bool lastDropMayRunCode(const Object* o) {
    constexpr ssize few = 8;
    Object* const* items;
    ssize count;
    if (o->type == types::Tuple) {
        auto* tuple = static_cast<const TupleObject*>(o);
        items = tuple->items, count = tuple->count;
    } else if (o->type == types::List) {
        auto* list = static_cast<const ListObject*>(o);
        items = list->items, count = list->count;
    } else {
        return o->type != types::RangeIterator;
    }
    return count > few || !std::all_of(items, items + count, [](const Object* item) { return !item || isScalar(item) || isImmortal(item); });
}

void recordCellsSlow(Object* o) {
    if (isType(o) && hasFlag(static_cast<Type*>(o), Ready)) recordType(static_cast<Type*>(o)); // its shape is known only then
    if (isHeapType(o->type)) recordAttributeNames(o->type);
    else if (o->type == types::Tuple && recordFewItems(granuleOf(o), asTuple(o)->items, asTuple(o)->count)) return;
    CellWriter writer(o);
    visitCells(o, writer);
    writer.flush();
}

void recordRefillSlow(Object* o, CellKind kind) {
    if (isHeapType(o->type)) recordAttributeNames(o->type);
    recorder->cellTruncate(granuleOf(o), kind, 0);
    CellWriter writer(o, false, kind);
    visitCells(o, writer);
    writer.flush();
}

uint32_t fieldCell(const Type* type, uint32_t offset) {
    const Type* native = nativeBase(type);
    if (native->fields)
        for (uint32_t index = 0; native->fields[index].name; index++)
            if (native->fields[index].offset == offset) return index;
    for (const Type* t = type; isHeapType(t); t = t->base)
        for (uint32_t s = 0; s < t->slotCount; s++)
            if (t->slotMembers[s].offset == offset) return slotFieldStart(t) + s;
    return noFieldCell;
}

void recordFieldSlow(Object* o, uint32_t offset, Object* value) {
    const uint32_t index = fieldCell(o->type, offset);
    if (index != noFieldCell) recordCell(o, CellKind::Field, index, value);
}

void recordResizeSlow(Object* o) {
    uint64_t capacity = 0;
    recorder->resize(granuleOf(o), sizeOfObject(o), capacity);
}

// ---- payloads --------------------------------------------------------------------------------------------------------

void recordPayloadSlow(Object* o) {
    Type* t = o->type;
    Granule g = granuleOf(o);
    if (hasFlag(t, IntSubclass)) {
        recordIntValue(o);
    } else if (hasFlag(t, StrSubclass) && asStr(o)->ascii) {
        StrObject* s = asStr(o);
        std::string_view text(static_cast<const char*>(strData(s)), static_cast<size_t>(s->length));
        recorder->payloadSet(g, text.substr(0, wholePayloadLimit), text.size());
    } else if (hasFlag(t, StrSubclass)) {
        std::string text = strToUtf8(o);
        recorder->payloadSet(g, std::string_view(text).substr(0, wholePayloadLimit), text.size());
    } else if (hasFlag(t, BytesSubclass)) {
        std::string_view bytes = bytesView(o);
        recorder->payloadSet(g, bytes.substr(0, wholePayloadLimit), bytes.size());
    } else if (isFloat(o)) {
        double value = floatValue(o);
        recorder->payloadSet(g, std::string_view(reinterpret_cast<const char*>(&value), sizeof value), sizeof value);
    } else if (isInstance(o, types::Complex)) {
        auto* c = static_cast<ComplexObject*>(o);
        double parts[2] = {c->real, c->imaginary};
        recorder->payloadSet(g, std::string_view(reinterpret_cast<const char*>(parts), sizeof parts), sizeof parts);
    } else if (isInstance(o, types::ByteArray)) {
        std::string_view bytes = bytesView(o);
        recorder->payloadSet(g, bytes.substr(0, wholePayloadLimit), bytes.size());
    } else if (t == types::Code) {
        recorder->payloadInt(g, static_cast<const CodeObject*>(o)->argCount); // how many of its names are positional parameters
    }
}

// ---- the beginning ---------------------------------------------------------------------------------------------------

namespace {

// Walks everything that is there when a recording begins. Marks by granule in a bitmap that grows as needed.
class BaselineWalk final : public CellVisitor {
public:
    void add(Object* o) {
        if (!o || !mark(granuleOf(o))) return;
        if (!isType(o)) {
            m_found.push_back(o);
            return;
        }
        // Types first: a type's number must stand on the tape before anything uses it, and its metatype and bases before it.
        m_types.push_back(o);
    }
    void visit(CellKind, uint32_t, Object* referent) override { add(referent); }
    void run() {
        for (size_t t = 0, o = 0; t < m_types.size() || o < m_found.size();) {
            Object* next = t < m_types.size() ? m_types[t++] : m_found[o++];
            add(next->type);
            visitCells(next, *this);
            if (isType(next)) addSubclasses(static_cast<Type*>(next));
        }
        for (Object* t : m_types) recordType(static_cast<Type*>(t));
        for (Object* t : m_types) recordAllocSlow(t);
        for (Object* o : m_found) {
            recordAllocSlow(o);
            recordPayloadSlow(o);
        }
        for (Object* t : m_types) recordCellsSlow(t);
        for (Object* o : m_found) recordCellsSlow(o);
    }

private:
    // Nothing else need lead to a builtin class that no object is of yet.
    void addSubclasses(Type* type) {
        ssize position = 0;
        Object *key, *reference;
        while (type->subclasses && dictNext(type->subclasses, &position, &key, &reference)) add(weakTarget(reference));
    }
    bool mark(Granule g) {
        size_t word = g / 64;
        if (word >= m_seen.size()) m_seen.resize(word + word / 2 + 64);
        uint64_t bit = uint64_t{1} << (g % 64);
        if (m_seen[word] & bit) return false;
        m_seen[word] |= bit;
        return true;
    }
    std::vector<uint64_t> m_seen;
    std::vector<Object*> m_types, m_found;
};

}

void recordBaseline() {
    if (!recorder) return;
    BaselineWalk walk;
#define TYPE(Name) walk.add(types::Name);
#include "core/python/objects/model/types.def"
#undef TYPE
#define EXCEPTION(Name, Base, layout, doc) walk.add(exc::Name);
#include "core/python/objects/exceptions/exceptions.def"
#undef EXCEPTION
    for (Object* o : {None, NotImplemented, Ellipsis, True, False, emptyTuple}) walk.add(o);
    for (IntObject* i : smallInts) walk.add(i);
    for (Object* o : latin1Chars) walk.add(o);
    walk.add(emptyString);
    forEachSharedBytes([](Object* o, void* context) { static_cast<BaselineWalk*>(context)->add(o); }, &walk);
#define NAME(identifier, text) walk.add(names::identifier);
#include "core/python/objects/model/names.def"
#undef NAME
    walk.add(interpreter.builtins);
    walk.add(interpreter.modules);
    walk.add(interpreter.sysDict);
    walk.run();
}

}

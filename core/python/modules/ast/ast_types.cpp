// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/ast/ast_types.h"

#include "core/python/objects/classes/generic_alias.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

using ast::Arity;
using ast::FieldRow;
using ast::FieldType;
using ast::NodeRow;
using ast::SumRow;

namespace {

// Everything is kept by one tuple, which the interpreter holds to the end of the run.
struct AstTypes {
    Type* base = nullptr;
    Type* sums[ast::sumCount] = {};
    TupleObject* nodes[ast::sumCount] = {};     // classes by kind; borrowed from `all`
    TupleObject* operators[ast::sumCount] = {}; // the shared instances, where a sum has no fields
    bool isReady = false;
};
AstTypes astTypes;
RuntimeCache astTypesLeft([] { astTypes = AstTypes(); });

std::string signatureText(const NodeRow& node) {
    std::string text = node.name;
    if (node.fields.empty()) return text;
    const char* before = "(";
    for (const FieldRow& field : node.fields) {
        text += before;
        text += ast::typeName(field.type);
        text += field.arity == Arity::List ? "* " : field.arity == Arity::Optional ? "? " : " ";
        text += field.name;
        before = ", ";
    }
    return text + ")";
}

std::string sumText(const SumRow& sum) {
    std::string text = sum.name;
    const bool isFlat = std::string_view(signatureText(sum.nodes[0])).find('(') == std::string_view::npos;
    const std::string next = isFlat ? " | " : "\n" + std::string(text.size() + 1, ' ') + "| ";
    text += " = ";
    for (size_t i = 0; i < sum.nodes.size(); ++i) text += (i ? next : "") + signatureText(sum.nodes[i]);
    return text;
}

Owned namesTuple(std::span<const FieldRow> fields) {
    Ref<TupleObject> tuple = newTuple(static_cast<ssize>(fields.size()));
    if (!tuple || fields.empty()) return tuple.release();
    for (size_t i = 0; i < fields.size(); ++i) {
        Owned name = internStr(fields[i].name);
        if (!name) return nullptr;
        tuple->items[i] = name.pointer;
    }
    recordCells(tuple);
    return tuple.release();
}

Owned rangeNames() {
    constexpr const char* names[] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};
    Ref<TupleObject> tuple = newTuple(std::size(names));
    if (!tuple) return nullptr;
    for (size_t i = 0; i < std::size(names); ++i) {
        Owned name = internStr(names[i]);
        if (!name) return nullptr;
        tuple->items[i] = name.pointer;
    }
    recordCells(tuple);
    return tuple.release();
}

// What `_field_types` says of a field.
Owned fieldTypeObject(const FieldRow& field) {
    Type* plain = ast::isSum(field.type)                                                   ? astTypes.sums[static_cast<size_t>(field.type)]
                  : field.type == FieldType::Value                                         ? types::Object
                  : field.type == FieldType::Identifier || field.type == FieldType::String ? types::Str
                                                                                           : types::Int;
    if (field.arity == Arity::List) return newGenericAlias(types::List, plain);
    if (field.arity == Arity::Optional) return numberOr(plain, None);
    return newRef(static_cast<Object*>(plain));
}

Owned newNodeClass(const char* name, Type* base, std::span<const FieldRow> fields, const std::string& doc) {
    Ref<DictObject> space = newDict();
    Ref<> names = namesTuple(fields), module = internStr("ast"), text = newStr(doc), nameText = internStr(name);
    if (!space || !names || !module || !text || !nameText || !dictSetText(space, "_fields", names) || !dictSetText(space, "__match_args__", names) ||
        !dictSetText(space, "__module__", module) || !dictSetText(space, "__doc__", text))
        return nullptr;
    Ref<> bases = packTuple(static_cast<Object*>(base));
    return bases ? call(types::Type, nameText, bases, space) : Owned(nullptr);
}

bool setAttribute(Object* type, const char* name, Object* value) {
    Ref<> text = internStr(name);
    return text && value && setAttr(type, text, value);
}

// `_attributes`, and what of them may be left out.
bool addRange(Object* type, const SumRow& sum) {
    const bool hasRange = sum.rangeOffset != ast::notStored;
    Ref<> names = hasRange ? rangeNames() : newRef(emptyTuple);
    return names && setAttribute(type, "_attributes", names);
}
bool addRangeDefaults(Object* type, const SumRow& sum) {
    return !sum.endIsOptional || (setAttribute(type, "end_lineno", None) && setAttribute(type, "end_col_offset", None));
}

bool addFieldTypes(Object* type, std::span<const FieldRow> fields) {
    Ref<DictObject> fieldTypes = newDict();
    if (!fieldTypes) return false;
    for (const FieldRow& field : fields) {
        Ref<> value = fieldTypeObject(field);
        if (!value || !dictSetText(fieldTypes, field.name, value)) return false;
    }
    return setAttribute(type, "_field_types", fieldTypes) && setAttribute(type, "__annotations__", fieldTypes);
}

bool addOptionalDefaults(Object* type, std::span<const FieldRow> fields) {
    for (const FieldRow& field : fields)
        if (field.arity == Arity::Optional && !setAttribute(type, field.name, None)) return false;
    return true;
}

// The classes above, then those of nodes: these name one another in `_field_types`.
bool makeClasses(Object** kept) {
    for (size_t s = 0; s < ast::sumCount; ++s) {
        const SumRow& sum = ast::sumRow(static_cast<FieldType>(s));
        std::span<const FieldRow> fields = sum.isProduct ? sum.nodes[0].fields : std::span<const FieldRow>();
        Ref<> type = newNodeClass(sum.name, astTypes.base, fields, sum.isProduct ? signatureText(sum.nodes[0]) : sumText(sum));
        if (!type || !addRange(type, sum) || (sum.isProduct && !addOptionalDefaults(type, fields)) || !addRangeDefaults(type, sum)) return false;
        astTypes.sums[s] = static_cast<Type*>(type.get());
        kept[s] = type.releaseRaw();
    }
    for (size_t s = 0; s < ast::sumCount; ++s) {
        const SumRow& sum = ast::sumRow(static_cast<FieldType>(s));
        Ref<TupleObject> classes = newTuple(static_cast<ssize>(sum.nodes.size()));
        if (!classes) return false;
        for (size_t k = 0; k < sum.nodes.size(); ++k) {
            const NodeRow& node = sum.nodes[k];
            Ref<> type =
                sum.isProduct ? Ref<>::share(astTypes.sums[s]) : Ref<>(newNodeClass(node.name, astTypes.sums[s], node.fields, signatureText(node)));
            if (!type || (!sum.isProduct && !addOptionalDefaults(type, node.fields)) || !addFieldTypes(type, node.fields)) return false;
            classes->items[k] = type.releaseRaw();
        }
        recordCells(classes);
        astTypes.nodes[s] = classes;
        kept[ast::sumCount + s] = classes.releaseRaw();
    }
    return true;
}

bool makeOperators(Object** kept) {
    for (size_t s = 0; s < ast::sumCount; ++s) {
        if (ast::sumRow(static_cast<FieldType>(s)).storage != ast::Storage::Number) continue;
        TupleObject* classes = astTypes.nodes[s];
        Ref<TupleObject> instances = newTuple(classes->count);
        if (!instances) return false;
        for (ssize k = 0; k < classes->count; ++k) {
            Owned instance = call(classes->items[k]);
            if (!instance) return false;
            instances->items[k] = instance.pointer;
        }
        recordCells(instances);
        astTypes.operators[s] = instances;
        kept[s] = instances.releaseRaw();
    }
    return true;
}

}

bool ensureAstTypes() {
    if (astTypes.isReady) return true;
    if (!astTypes.base) astTypes.base = makeModuleType(defineAstBase);
    if (!astTypes.base) return false;
    for (const char* name : {"_fields", "__match_args__", "_attributes"})
        if (!dictSetText(astTypes.base->dict, name, emptyTuple)) return false;
    Ref<> module = internStr("ast");
    if (!module || !dictSetText(astTypes.base->dict, "__module__", module)) return false;
    astTypes.base->flags &= ~static_cast<uint64_t>(ImmutableType); // a heap type in CPython
    typeModified(astTypes.base);
    constexpr size_t keptCount = 3 * ast::sumCount;
    Ref<TupleObject> all = newTuple(keptCount);
    if (!all) return false;
    for (Object*& item : std::span(all->items, keptCount)) item = newNone().pointer;
    if (!makeClasses(all->items) || !makeOperators(all->items + 2 * ast::sumCount)) return false;
    recordCells(all);
    recordKeptForGood(all);
    all.releaseRaw();
    return astTypes.isReady = true;
}

Type* astBaseType() { return astTypes.base; }
Type* sumType(FieldType sum) { return astTypes.sums[static_cast<size_t>(sum)]; }
Type* nodeType(FieldType sum, size_t kind) { return static_cast<Type*>(astTypes.nodes[static_cast<size_t>(sum)]->items[kind]); }
Object* operatorObject(FieldType sum, size_t kind) { return astTypes.operators[static_cast<size_t>(sum)]->items[kind]; }

}

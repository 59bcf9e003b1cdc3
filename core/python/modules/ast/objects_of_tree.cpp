// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/ast/ast_types.h"
#include "core/python/modules/ast/raw_fields.h"
#include "core/python/modules/ast/tree_objects.h"
#include "core/python/objects/classes/constant_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

using namespace ast;

namespace {

bool setNamed(Object* node, const char* name, Object* value) {
    Ref<> text = internStr(name);
    return text && value && setAttr(node, text, value);
}

Owned textOrNone(std::string_view text) { return text.data() ? internStr(text) : newNone(); }

Owned nodeObject(FieldType sum, const void* node);

Owned valueObject(const FieldRow& field, const void* place) {
    if (field.offset == notStored) return newNone();
    switch (field.type) {
    case FieldType::Identifier: return textOrNone(read<std::string_view>(place));
    case FieldType::String: return read<bool>(place) ? internStr("u") : newNone();
    case FieldType::Int: return newInt(read<int>(place));
    case FieldType::Flag: return newInt(read<bool>(place));
    case FieldType::Value: return newConstantObject(*read<const memtape::Constant*>(place));
    default: break;
    }
    if (sumRow(field.type).storage == Storage::Number) return newRef(operatorObject(field.type, read<uint8_t>(place)));
    const void* node = read<const void*>(place);
    return node ? nodeObject(field.type, node) : newNone();
}

Owned listObject(const FieldRow& field, const void* place) {
    Held<ListObject> list(newList(0));
    if (!list || field.offset == notStored) return list.release();
    const RawList items = read<RawList>(place);
    const size_t stride = strideOf(field.type);
    const bool isInside = isSum(field.type) && sumRow(field.type).storage == Storage::Inside;
    for (size_t i = 0; i < items.count; ++i) {
        const char* at = static_cast<const char*>(items.data) + i * stride;
        Held<> item(isInside ? nodeObject(field.type, at) : valueObject(field, at));
        if (!item || !listAppend(list, item)) return nullptr;
    }
    return list.release();
}

bool setFields(Object* object, const NodeRow& row, const void* node) {
    for (const FieldRow& field : row.fields) {
        const void* place = field.offset == notStored ? nullptr : static_cast<const char*>(node) + field.offset;
        Held<> value(field.arity == Arity::List ? listObject(field, place) : valueObject(field, place));
        if (!value || !setNamed(object, field.name, value)) return false;
    }
    return true;
}

bool setRange(Object* object, const Range& range) {
    Ref<> line = newInt(range.line), column = newInt(range.column), endLine = newInt(range.endLine), endColumn = newInt(range.endColumn);
    return setNamed(object, "lineno", line) && setNamed(object, "col_offset", column) && setNamed(object, "end_lineno", endLine) &&
           setNamed(object, "end_col_offset", endColumn);
}

Owned nodeObject(FieldType sum, const void* node) {
    const SumRow& row = sumRow(sum);
    const size_t kind = row.hasKind ? read<uint8_t>(node) : 0;
    if (!enterNative(" during ast construction")) return nullptr;
    Type* type = nodeType(sum, kind);
    Held<> object(type->alloc(type, 0));
    bool ok = object && setFields(object, row.nodes[kind], node);
    if (ok && row.rangeOffset != notStored) ok = setRange(object, read<Range>(static_cast<const char*>(node) + row.rangeOffset));
    leaveNative();
    return ok && checkBreaker() ? object.release() : Owned(nullptr);
}

}

Owned objectsOfTree(const Mod& tree) {
    if (!ensureAstTypes()) return nullptr;
    return nodeObject(FieldType::Mod, &tree);
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
// ast.AST, the class of all nodes: what its constructor takes, and how it is pickled and copied.

#include "core/python/modules/ast/ast_types.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/containers/set_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/exceptions/warnings.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

bool warnDeprecatedArgument(std::string_view format, std::initializer_list<FormatArg> parts) {
    Ref<> text = formatMessage(format, parts.begin(), parts.size());
    return text && warn(exc::DeprecationWarning, strToUtf8(text));
}

std::string_view unqualifiedName(const Type* type) {
    const std::string_view name = type->name;
    return isHeapType(type) ? name : name.substr(name.rfind('.') + 1);
}

// The type's attribute, or null without an exception.
Owned findTypeAttribute(Type* type, const char* name, bool* failed) {
    Ref<> text = internStr(name);
    *failed = !text;
    return text ? findAttr(type, text, failed) : Owned(nullptr);
}

bool isInSequence(Object* sequence, Object* value, bool* answer) {
    const int found = contains(sequence, value);
    *answer = found > 0;
    return found >= 0;
}

// A field that the call did not give: an optional one has its default in the class, a list is empty, a context is Load.
bool setDefault(Object* self, Object* field, Object* fieldTypes) {
    if (!fieldTypes) return true;
    Held<> type(isDict(fieldTypes) ? (dictFind(fieldTypes, field) ? newRef(dictFind(fieldTypes, field)) : Owned(nullptr))
                                   : getItem(fieldTypes, field));
    const char* name = self->type->name;
    if (!type) {
        if (errorOccurred()) return false;
        return warnDeprecatedArgument("Field {!r} is missing from {}._field_types. This will become an error in Python 3.15.", {field, name});
    }
    if (type->type == types::Union) return true;
    if (type->type == types::GenericAlias) {
        Held<> empty(newList(0));
        return empty && setAttr(self, field, empty);
    }
    if (type.get() == sumType(ast::FieldType::ExprContext)) return setAttr(self, field, operatorObject(ast::FieldType::ExprContext, 0));
    return warnDeprecatedArgument("{}.__init__ missing 1 required positional argument: {!r}. This will become an error in Python 3.15.",
                                  {name, field});
}

// A keyword that is no field.
bool checkExtraKeyword(Object* self, Object* name) {
    bool failed = false, isAttribute = false;
    Held<> attributes(findTypeAttribute(self->type, "_attributes", &failed));
    if (failed) return false;
    if (attributes && !isInSequence(attributes, name, &isAttribute)) return false;
    return isAttribute || warnDeprecatedArgument(
                              "{}.__init__ got an unexpected keyword argument {!r}. Support for arbitrary keyword arguments is deprecated and will "
                              "be removed in Python 3.15.",
                              {self->type->name, name});
}

bool astInit(Object* self, Args args) {
    bool failed = false;
    Held<> fields(findTypeAttribute(self->type, "_fields", &failed));
    if (failed) return false;
    ssize fieldCount = 0;
    if (fields && (fieldCount = lengthOf(fields)) < 0) return false;
    if (static_cast<ssize>(args.count) > fieldCount) {
        return raise(exc::TypeError, "{} constructor takes at most {} positional argument{}", unqualifiedName(self->type), fieldCount,
                     fieldCount == 1 ? "" : "s");
    }
    Held<> given(newSet(nullptr));
    if (!given) return false;
    for (size_t i = 0; i < args.count; ++i) {
        Held<> name(getItemAt(fields, static_cast<ssize>(i)));
        if (!name || !setAttr(self, name, args[i]) || !setAdd(given, name)) return false;
    }
    for (size_t i = 0; i < args.keywordCount(); ++i) {
        Object* name = args.keywordName(i);
        bool isField = false;
        if (fields && !isInSequence(fields, name, &isField)) return false;
        if (isField) {
            const int twice = setContains(given, name);
            if (twice < 0) return false;
            if (twice) return raise(exc::TypeError, "{} got multiple values for argument {!r}", self->type->name, name);
            if (!setAdd(given, name)) return false;
        } else if (!checkExtraKeyword(self, name)) {
            return false;
        }
        if (!setAttr(self, name, args.keywordValue(i))) return false;
    }
    if (static_cast<ssize>(args.count) == fieldCount) return true;
    Held<> fieldTypes(findTypeAttribute(self->type, "_field_types", &failed));
    if (failed) return false;
    for (ssize i = static_cast<ssize>(args.count); i < fieldCount; ++i) {
        Held<> name(getItemAt(fields, i));
        if (!name) return false;
        const int isGiven = setContains(given, name);
        if (isGiven < 0 || (!isGiven && !setDefault(self, name, fieldTypes))) return false;
    }
    return true;
}

// (class, as many None as fields in front are there, the attributes): the class is called so that it does not ask for its fields.
Owned astReduce(Object* self) {
    bool failed = false;
    Held<> dict(instanceDict(self));
    if (!dict) return nullptr;
    Held<> fields(findTypeAttribute(self->type, "_fields", &failed));
    if (failed) return nullptr;
    const ssize fieldCount = fields ? lengthOf(fields) : 0;
    if (fieldCount < 0) return nullptr;
    ssize present = 0;
    for (; present < fieldCount; ++present) {
        Held<> name(getItemAt(fields, present));
        if (!name) return nullptr;
        const int isThere = dictContains(dict, name);
        if (isThere < 0) return nullptr;
        if (!isThere) break;
    }
    Ref<TupleObject> arguments = newTuple(present);
    if (!arguments) return nullptr;
    for (ssize i = 0; i < present; ++i) arguments->items[i] = newNone().pointer;
    if (present) recordCells(arguments);
    Ref<> state = dictCopy(dict);
    return state ? packTuple(static_cast<Object*>(self->type), static_cast<Object*>(arguments.get()), state.get()) : Owned(nullptr);
}

Owned astGetDict(Object* self) { return instanceDict(self); }
bool astSetDict(Object* self, Object* value) {
    if (!value) return raise(exc::TypeError, "cannot delete __dict__");
    return setInstanceDict(self, value);
}

const MethodDef astMethods[] = {{"__reduce__", astReduce}, {}};
const GetSetDef astGetSets[] = {{"__dict__", astGetDict, astSetDict}, {}};
const Field astFields[] = {{"__dict__", offsetof(AstObject, dict)}, {}};

}

void defineAstBase(Type* t) {
    t->name = "ast.AST";
    t->basicSize = sizeof(AstObject);
    t->flags = BaseType | HaveGc;
    t->dictOffset = offsetof(AstObject, dict);
    t->fields = astFields;
    t->create = [](Type* type, Args) { return type->alloc(type, 0); };
    t->init = astInit;
    t->getAttr = genericGetAttr;
    t->setAttr = genericSetAttr;
    t->methods = astMethods;
    t->getsets = astGetSets;
}

}

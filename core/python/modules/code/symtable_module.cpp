// SPDX-License-Identifier: GPL-3.0-or-later
// _symtable: the compiler's scopes as objects, which symtable.py puts into words.

#include "core/python/compiler/scopes.h"
#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/syntax/parser.h"

namespace memtape {

namespace {

constexpr int scopeOffset = 12;

struct EntryObject : Object {
    Object *name, *symbols, *varnames, *children;
    Object* id;
    int32_t type, line, nested;
};
Type* entryType;
RuntimeCache entryTypeLeft([] { entryType = nullptr; });

int typeNumber(ScopeKind kind) {
    switch (kind) {
    case ScopeKind::Function: return 0;
    case ScopeKind::Class: return 1;
    case ScopeKind::Module: return 2;
    case ScopeKind::Annotation: return 3;
    case ScopeKind::TypeAlias: return 4;
    case ScopeKind::TypeParameters: return 5;
    case ScopeKind::TypeVariable: return 6;
    }
    return 0;
}

Owned entryRepr(Object* o) {
    auto* entry = static_cast<EntryObject*>(o);
    const FormatArg parts[] = {entry->name, entry->id, entry->line};
    return formatMessage("<symtable entry {}({}), line {}>", parts, 3);
}

const Field entryFields[] = {
    {"name", offsetof(EntryObject, name)},         {"symbols", offsetof(EntryObject, symbols)}, {"varnames", offsetof(EntryObject, varnames)},
    {"children", offsetof(EntryObject, children)}, {"id", offsetof(EntryObject, id)},           {}};
const MemberDef entryMembers[] = {{"id", MemberKind::Object, offsetof(EntryObject, id)},
                                  {"name", MemberKind::Object, offsetof(EntryObject, name)},
                                  {"symbols", MemberKind::Object, offsetof(EntryObject, symbols)},
                                  {"varnames", MemberKind::Object, offsetof(EntryObject, varnames)},
                                  {"children", MemberKind::Object, offsetof(EntryObject, children)},
                                  {"nested", MemberKind::Int32, offsetof(EntryObject, nested)},
                                  {"type", MemberKind::Int32, offsetof(EntryObject, type)},
                                  {"lineno", MemberKind::Int32, offsetof(EntryObject, line)},
                                  {}};

void defineEntry(Type* t) {
    t->name = "symtable entry";
    t->basicSize = sizeof(EntryObject);
    t->flags = HaveGc | DisallowInstantiation;
    t->fields = entryFields;
    t->members = entryMembers;
    t->repr = entryRepr;
}

Owned newEntry(const Scope& scope);

// A comprehension that runs in the frame around it is no scope any more; what it holds is.
bool addChildren(ListObject* list, const Scope& scope) {
    for (const Scope* child : scope.children) {
        if (child->isInlined) {
            if (!addChildren(list, *child)) return false;
            continue;
        }
        Ref<> entry = newEntry(*child);
        if (!entry || !listAppend(list, entry)) return false;
    }
    return true;
}

Owned newEntry(const Scope& scope) {
    Ref<DictObject> symbols = newDict();
    Ref<ListObject> parameters = newList(0), children = newList(0);
    if (!symbols || !parameters || !children || !addChildren(children, scope)) return nullptr;
    for (const Symbol& symbol : scope.symbols) {
        Ref<> name = internStr(symbol.name), flags = newInt(symbol.uses | static_cast<uint32_t>(symbol.scope) << scopeOffset);
        if (!name || !flags || !dictSet(symbols, name, flags)) return nullptr;
    }
    for (std::string_view parameter : scope.parameters) {
        Ref<> name = internStr(parameter);
        if (!name || !listAppend(parameters, name)) return nullptr;
    }
    Ref<> name = internStr(scope.name);
    if (!name) return nullptr;
    Owned made = entryType->alloc(entryType, 0);
    if (!made) return nullptr;
    auto* entry = static_cast<EntryObject*>(made.pointer);
    entry->name = name.releaseRaw();
    entry->symbols = symbols.releaseRaw();
    entry->varnames = parameters.releaseRaw();
    entry->children = children.releaseRaw();
    entry->type = typeNumber(scope.kind);
    entry->line = scope.line;
    entry->nested = scope.isNested;
    Owned id = newIntFromUnsigned(addressOf(entry));
    if (!id) {
        decref(entry);
        return nullptr;
    }
    entry->id = id.pointer;
    recordCells(entry);
    return made;
}

Owned entriesOf(const SourceFile& source, CompileMode mode) {
    Arena arena;
    ProblemSink sink;
    ScopeTable scopes;
    if (mode == CompileMode::Eval) {
        ParseExpressionResult parsed = parseExpression(source, arena);
        if (parsed.problem) return vmHooks.raiseSyntaxProblem(*parsed.problem);
        scopes = buildScopes(*parsed.expression, arena, {}, sink);
    } else {
        ParseResult parsed = mode == CompileMode::Single ? parseSingle(source, arena) : parseModule(source, arena);
        if (parsed.problem) return vmHooks.raiseSyntaxProblem(*parsed.problem);
        scopes = buildScopes(*parsed.module, arena, {}, sink);
    }
    if (!sink.hasProblem()) return newEntry(*scopes.top());
    std::optional<SyntaxProblem> problem = sink.takeProblem();
    problem->file = source.name();
    problem->isOfScopes = true;
    problem->hasText = false;
    return vmHooks.raiseSyntaxProblem(*problem);
}

Owned symtable(Object*, Args args) {
    const uint8_t* data = nullptr;
    size_t size = 0;
    if (!isStr(args[0]) && !bufferOf(args[0], &data, &size)) return raise(exc::TypeError, "symtable() arg 1 must be a string or bytes object");
    if (!isStr(args[1])) return raise(exc::TypeError, "expected str, bytes or os.PathLike object, not {}", args[1]->type->name);
    if (!isStr(args[2])) return raise(exc::TypeError, "symtable() argument 3 must be str, not {}", isNone(args[2]) ? "None" : args[2]->type->name);
    CompileMode mode;
    if (strEqualsText(args[2], "exec")) mode = CompileMode::Exec;
    else if (strEqualsText(args[2], "eval")) mode = CompileMode::Eval;
    else if (strEqualsText(args[2], "single")) mode = CompileMode::Single;
    else return raise(exc::ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
    const std::string name = strToUtf8(args[1]);
    const std::string text = isStr(args[0]) ? strToUtf8(args[0]) : std::string(reinterpret_cast<const char*>(data), size);
    if (text.find('\0') != std::string::npos) return raise(exc::SyntaxError, "source code string cannot contain null bytes");
    return entriesOf(isStr(args[0]) ? SourceFile::fromText(name, text) : SourceFile::fromBytesObject(name, text), mode);
}

const MethodDef functions[] = {{"symtable", symtable, 3, 3}, {}};

constexpr struct {
    const char* name;
    int value;
} numbers[] = {
    {"USE", Used},
    {"DEF_GLOBAL", DeclaredGlobal},
    {"DEF_NONLOCAL", DeclaredNonlocal},
    {"DEF_LOCAL", BoundLocally},
    {"DEF_PARAM", Parameter},
    {"DEF_FREE", 1 << 5},
    {"DEF_FREE_CLASS", FreeInClass},
    {"DEF_IMPORT", Imported},
    {"DEF_BOUND", BoundLocally | Parameter | Imported},
    {"DEF_ANNOT", Annotated},
    {"TYPE_FUNCTION", 0},
    {"TYPE_CLASS", 1},
    {"TYPE_MODULE", 2},
    {"TYPE_ANNOTATION", 3},
    {"TYPE_TYPE_ALIAS", 4},
    {"TYPE_TYPE_PARAMETERS", 5},
    {"TYPE_TYPE_VARIABLE", 6},
    {"LOCAL", static_cast<int>(NameScope::Local)},
    {"GLOBAL_EXPLICIT", static_cast<int>(NameScope::GlobalExplicit)},
    {"GLOBAL_IMPLICIT", static_cast<int>(NameScope::GlobalImplicit)},
    {"FREE", static_cast<int>(NameScope::Free)},
    {"CELL", static_cast<int>(NameScope::Cell)},
    {"SCOPE_OFF", scopeOffset},
    {"SCOPE_MASK", 15},
};

}

Owned makeSymtableModule() {
    if (!entryType) entryType = makeModuleType(defineEntry);
    Ref<> module = newModule("_symtable");
    if (!entryType || !module || !addFunctions(module, functions)) return nullptr;
    for (const auto& row : numbers)
        if (!addToModule(module, row.name, newInt(row.value))) return nullptr;
    return module.release();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later

// _sqlite3: a program opens no database. Its adapters and converters can be registered, as sqlite3 does so itself when it is imported.

#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/refused/refusal.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/define_types.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct {
    Type *error, *warning, *interfaceError, *databaseError, *internalError, *operationalError, *programmingError, *integrityError, *dataError,
        *notSupportedError, *protocol;
} made;
RuntimeCache madeCache([] { made = {}; });

const Refusal noDatabases{&made.operationalError, 0, "Memtape opens no databases"};
constexpr NativeKind any = NativeKind::Keywords;

// ---- what values become in a database, and back

bool moduleTable(Object* module, const char* name, Held<>& table) {
    table = getAttr(module, name);
    return bool(table);
}

Owned registerAdapter(Object* module, Args args) {
    Held<> table, key(packTuple(args[0], static_cast<Object*>(made.protocol)));
    if (!key || !moduleTable(module, "adapters", table) || !setItem(table, key, args[1])) return nullptr;
    return newNone();
}

Owned upperCase(Object* text) {
    Held<> name(newStr("upper"));
    return name ? callMethod(text, name) : Owned(nullptr);
}

Owned registerConverter(Object* module, Args args) {
    if (!isStr(args[0])) return raise(exc::TypeError, "register_converter() argument 1 must be str, not {}", args[0]->type->name);
    Held<> table, key(upperCase(args[0]));
    if (!key || !moduleTable(module, "converters", table) || !setItem(table, key, args[1])) return nullptr;
    return newNone();
}

Owned enableTracebacks(Object*, Object*) { return newNone(); }

const MethodDef functions[] = {
    {"adapt", refuse<noDatabases>, any},
    {"complete_statement", refuse<noDatabases>, any},
    {"connect", refuse<noDatabases>, any},
    {"enable_callback_tracebacks", enableTracebacks},
    {"register_adapter", registerAdapter, 2, 2},
    {"register_converter", registerConverter, 2, 2},
    {},
};

// ---- classes

#define METHOD(name) {#name, refuse<noDatabases>, any},
const MethodDef blobMethods[] = {METHOD(__enter__) METHOD(__exit__) METHOD(close) METHOD(read) METHOD(seek) METHOD(tell) METHOD(write){}};
const MethodDef connectionMethods[] = {
    METHOD(__enter__) METHOD(__exit__) METHOD(backup) METHOD(blobopen) METHOD(close) METHOD(commit) METHOD(create_aggregate) METHOD(create_collation)
        METHOD(create_function) METHOD(create_window_function) METHOD(cursor) METHOD(deserialize) METHOD(execute) METHOD(executemany)
            METHOD(executescript) METHOD(getconfig) METHOD(getlimit) METHOD(interrupt) METHOD(iterdump) METHOD(rollback) METHOD(serialize)
                METHOD(set_authorizer) METHOD(set_progress_handler) METHOD(set_trace_callback) METHOD(setconfig) METHOD(setlimit){}};
const MethodDef cursorMethods[] = {METHOD(close) METHOD(execute) METHOD(executemany) METHOD(executescript) METHOD(fetchall) METHOD(fetchmany)
                                       METHOD(fetchone) METHOD(setinputsizes) METHOD(setoutputsize){}};
const MethodDef rowMethods[] = {METHOD(keys){}};
const MethodDef noMethods[] = {{}};
#undef METHOD

const RefusedClass blob{"sqlite3.Blob", nullptr, DisallowInstantiation, blobMethods};
const RefusedClass connection{"sqlite3.Connection", "SQLite database connection object.", BaseType, connectionMethods};
const RefusedClass cursor{"sqlite3.Cursor", "SQLite database cursor class.", BaseType, cursorMethods};
const RefusedClass row{"sqlite3.Row", nullptr, BaseType, rowMethods};
const RefusedClass protocol{"sqlite3.PrepareProtocol", "PEP 246 style object adaption protocol type.", BaseType, noMethods};

bool addProtocol(Object* m) {
    made.protocol =
        makeModuleType([](Type* type) { defineRefusedClass(type, protocol, [](Type*, Args) -> Owned { return raiseRefused(noDatabases); }); });
    return made.protocol && addToModule(m, "PrepareProtocol", newRef(made.protocol));
}

bool addClasses(Object* m) {
    return addRefusedClass<blob, noDatabases>(m) && addRefusedClass<connection, noDatabases>(m) && addRefusedClass<cursor, noDatabases>(m) &&
           addRefusedClass<row, noDatabases>(m) && addProtocol(m);
}

// Of PEP 249; bases stand before those that derive from them.
bool addErrors(Object* m) {
    const struct {
        const char* name;
        Type** kept;
        Type** base;
    } rows[] = {
        {"sqlite3.Error", &made.error, &exc::Exception},
        {"sqlite3.Warning", &made.warning, &exc::Exception},
        {"sqlite3.InterfaceError", &made.interfaceError, &made.error},
        {"sqlite3.DatabaseError", &made.databaseError, &made.error},
        {"sqlite3.InternalError", &made.internalError, &made.databaseError},
        {"sqlite3.OperationalError", &made.operationalError, &made.databaseError},
        {"sqlite3.ProgrammingError", &made.programmingError, &made.databaseError},
        {"sqlite3.IntegrityError", &made.integrityError, &made.databaseError},
        {"sqlite3.DataError", &made.dataError, &made.databaseError},
        {"sqlite3.NotSupportedError", &made.notSupportedError, &made.databaseError},
    };
    for (const auto& row : rows)
        if (!addExceptionClass(m, *row.kept, row.name, {*row.base})) return false;
    return true;
}

const IntConstant numbers[] = {
#define NUMBER(name, value) {#name, value},
#include "core/python/modules/refused/sqlite3_numbers.def"
#undef NUMBER
    {},
};

}

Owned makeSqlite3Module() {
    Ref<> m = newModule("_sqlite3");
    bool ok = m && addFunctions(m, functions) && addErrors(m) && addClasses(m) && addConstants(m, numbers) &&
              addText(m, "_deprecated_version", "2.6.0") && addText(m, "sqlite_version", "3.40.1") && addToModule(m, "adapters", Owned(newDict())) &&
              addToModule(m, "converters", Owned(newDict()));
    return ok ? m.release() : Owned(nullptr);
}

}

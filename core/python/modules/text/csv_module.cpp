// SPDX-License-Identifier: GPL-3.0-or-later

// _csv: reading and writing comma-separated values, under CPython's csv.

#include "core/python/modules/module_parts.h"
#include "core/python/modules/native_modules.h"
#include "core/python/modules/text/csv_dialect.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

Type *csvError = nullptr, *csvDialectType = nullptr, *csvReaderType = nullptr, *csvWriterType = nullptr;
Object* csvDialects = nullptr;
int64_t csvFieldLimit = 0;

namespace {

constexpr int64_t firstFieldLimit = 128 * 1024;

Owned registerDialect(Object*, Args args) {
    if (!checkArgCount("", args.count, 1, 2)) return nullptr;
    if (!isStr(args[0])) return raise(exc::TypeError, "dialect name must be a string");
    Held<> dialect(makeCsvDialect(args.count > 1 ? args[1] : nullptr, args));
    return dialect && dictSet(csvDialects, args[0], dialect) ? newNone() : Owned(nullptr);
}
Owned unregisterDialect(Object*, Args args) {
    Object* out[1] = {};
    if (!parseArgs("unregister_dialect", args, "name", out)) return nullptr;
    int deleted = dictDelete(csvDialects, out[0]);
    if (deleted == 0) return raise(csvError, "unknown dialect");
    return deleted > 0 ? newNone() : Owned(nullptr);
}
Owned getDialect(Object*, Args args) {
    Object* out[1] = {};
    if (!parseArgs("get_dialect", args, "name", out)) return nullptr;
    Object* found = csvDialectNamed(out[0]);
    return found ? newRef(found) : Owned(nullptr);
}
Owned listDialects(Object*) { return dictKeysList(csvDialects); }

Owned fieldSizeLimit(Object*, Args args) {
    Object* out[1] = {};
    if (!parseArgs("field_size_limit", args, "| new_limit", out)) return nullptr;
    int64_t before = csvFieldLimit;
    if (out[0]) {
        if (!isExactInt(out[0])) return raise(exc::TypeError, "limit must be an integer");
        if (!intToInt64(out[0], &csvFieldLimit)) {
            csvFieldLimit = before;
            return nullptr;
        }
    }
    return newInt(before);
}

const MethodDef functions[] = {
    {"reader", csvReader, NativeKind::Keywords},
    {"writer", csvWriter, NativeKind::Keywords},
    {"register_dialect", registerDialect, NativeKind::Keywords},
    {"unregister_dialect", unregisterDialect, NativeKind::Keywords},
    {"get_dialect", getDialect, NativeKind::Keywords},
    {"list_dialects", listDialects},
    {"field_size_limit", fieldSizeLimit, NativeKind::Keywords},
    {},
};

const IntConstant quotings[] = {{"QUOTE_MINIMAL", static_cast<int>(CsvQuoting::Minimal)},
                                {"QUOTE_ALL", static_cast<int>(CsvQuoting::All)},
                                {"QUOTE_NONNUMERIC", static_cast<int>(CsvQuoting::NonNumeric)},
                                {"QUOTE_NONE", static_cast<int>(CsvQuoting::None)},
                                {"QUOTE_STRINGS", static_cast<int>(CsvQuoting::Strings)},
                                {"QUOTE_NOTNULL", static_cast<int>(CsvQuoting::NotNull)},
                                {}};

RuntimeCache madeCache([] {
    csvDialectType = csvReaderType = csvWriterType = csvError = nullptr;
    csvDialects = nullptr;
});

// Made once for a run, so that a module that is imported anew shares them with the one before.
bool makeTypes() {
    if (csvDialects) return true;
    csvFieldLimit = firstFieldLimit;
    csvDialectType = makeModuleType(defineCsvDialectType);
    csvReaderType = makeModuleType(defineCsvReaderType);
    csvWriterType = makeModuleType(defineCsvWriterType);
    csvError = newExceptionClass("_csv.Error", {exc::Exception});
    if (csvError) { // as a class of C's that says no more than its base: nothing refers to its instances weakly
        csvError->flags &= ~static_cast<uint64_t>(ManagedWeakref);
        csvError->weaklistOffset = 0;
        Ref<> name(internStr("__weakref__"));
        if (!name || dictDelete(csvError->dict, name) < 0) return false;
    }
    csvDialects = csvDialectType && csvReaderType && csvWriterType && csvError ? keptForGood(newDict()) : nullptr;
    return csvDialects != nullptr;
}

}

Owned makeCsvModule() {
    Ref<> module = newModule("_csv");
    bool good = module && addFunctions(module, functions) && makeTypes() && addToModule(module, "Dialect", newRef(csvDialectType)) &&
                addToModule(module, "Reader", newRef(csvReaderType)) && addToModule(module, "Writer", newRef(csvWriterType)) &&
                addToModule(module, "_dialects", newRef(csvDialects)) && addToModule(module, "Error", newRef(csvError));
    good = good && addConstants(module, quotings);
    return good ? module.release() : Owned(nullptr);
}

}

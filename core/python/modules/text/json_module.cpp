// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/native_modules.h"
#include "core/python/modules/text/json_parts.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/model/module_types.h"

namespace memtape {

namespace {

const MethodDef functions[] = {
    {"encode_basestring_ascii", encodeBasestringAscii},
    {"encode_basestring", encodeBasestring},
    {"scanstring", scanStringFunction, NativeKind::Keywords},
    {},
};

RuntimeCache madeCache([] { jsonScannerType = jsonEncoderType = nullptr; });

// Made once for a run, so that a module that is imported anew shares them with the one before.
bool makeTypes() {
    if (jsonEncoderType) return true;
    jsonScannerType = makeModuleType(defineJsonScannerType);
    jsonEncoderType = jsonScannerType ? makeModuleType(defineJsonEncoderType) : nullptr;
    return jsonEncoderType != nullptr;
}

}

Owned makeJsonModule() {
    Ref<> module = newModule("_json");
    bool good = module && addFunctions(module, functions) && makeTypes() && addToModule(module, "make_scanner", newRef(jsonScannerType)) &&
                addToModule(module, "make_encoder", newRef(jsonEncoderType));
    return good ? module.release() : Owned(nullptr);
}

}

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

}

Owned makeJsonModule() {
    Ref<> module = newModule("_json");
    if (!module || !addFunctions(module, functions)) return nullptr;
    jsonScannerType = makeModuleType(defineJsonScannerType);
    jsonEncoderType = makeModuleType(defineJsonEncoderType);
    bool good = jsonScannerType && jsonEncoderType && addToModule(module, "make_scanner", newRef(jsonScannerType)) &&
                addToModule(module, "make_encoder", newRef(jsonEncoderType));
    return good ? module.release() : Owned(nullptr);
}

}

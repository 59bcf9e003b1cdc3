// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/module_registry.h"

#include "core/python/objects/model/define_types.h"

namespace memtape {

void defineRandomGeneratorType(Type* type);
static void defineUnused(Type* type) {
    type->name = "unused";
    type->basicSize = 16;
}

void describeModuleTypes() {
    describeUpperType(UpperType::RandomGenerator, defineRandomGeneratorType);
    describeUpperType(UpperType::TextFile, defineUnused);
    describeUpperType(UpperType::BinaryFile, defineUnused);
    describeUpperType(UpperType::StringIO, defineUnused);
    describeUpperType(UpperType::BytesIO, defineUnused);
}

}

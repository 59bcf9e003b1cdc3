// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/module_registry.h"

#include "core/python/objects/model/define_types.h"

namespace memtape {

void defineRandomGeneratorType(Type* type);
void defineTextFileType(Type* type);
void defineBinaryFileType(Type* type);
void defineStringIOType(Type* type);
void defineBytesIOType(Type* type);

void describeModuleTypes() {
    describeUpperType(UpperType::RandomGenerator, defineRandomGeneratorType);
    describeUpperType(UpperType::TextFile, defineTextFileType);
    describeUpperType(UpperType::BinaryFile, defineBinaryFileType);
    describeUpperType(UpperType::StringIO, defineStringIOType);
    describeUpperType(UpperType::BytesIO, defineBytesIOType);
}

}

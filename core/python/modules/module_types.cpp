// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/module_registry.h"

#include "core/python/objects/model/define_types.h"

namespace memtape {

void defineRandomGeneratorType(Type* type);
void describeModuleTypes() { describeUpperType(UpperType::RandomGenerator, defineRandomGeneratorType); }

}

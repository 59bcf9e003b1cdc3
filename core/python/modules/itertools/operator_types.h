// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/type.h"

namespace memtape {

void defineItemGetterType(Type* type);
void defineAttrGetterType(Type* type);
void defineMethodCallerType(Type* type);

}

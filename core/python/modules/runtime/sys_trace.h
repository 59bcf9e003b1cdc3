// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/native.h"

namespace memtape {

extern const MethodDef sysTraceFunctions[]; // sys.settrace and its like

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/objects/model/object.h"

namespace memtape {

Owned makeIoModule();
Type* unsupportedOperation(); // io.UnsupportedOperation; OSError where the module is not there yet

}

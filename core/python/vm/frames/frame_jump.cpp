// SPDX-License-Identifier: GPL-3.0-or-later
// frame.f_lineno = …: the frame goes on at another line.

#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/vm/frames/frame_object.h"

namespace memtape {

bool frameLinenoSet(Object*, Object* value) {
    if (!value) return raise(exc::AttributeError, "cannot delete attribute");
    if (!isInt(value)) return raise(exc::ValueError, "lineno must be an integer");
    return raise(exc::ValueError, "f_lineno can only be set in a trace function");
}

}

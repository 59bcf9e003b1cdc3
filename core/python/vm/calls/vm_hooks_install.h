// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// Gives the builtins what they need of the vm (objects/vm_hooks.h), and types::Function its call.
void installVmHooks();

}

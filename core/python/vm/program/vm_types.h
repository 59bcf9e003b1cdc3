// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace memtape {

// Registers the builtin types that the vm describes (describeUpperType).
void describeVmTypes();

}

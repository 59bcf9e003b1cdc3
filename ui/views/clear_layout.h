// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes all widgets out of a layout. They are deleted later, since one of them may be the sender of what we are in, but hidden at once.

class QLayout;

namespace memtape {

void clearLayout(QLayout& layout);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The options of the command line, in the groups in which verbs take them. Rows of the table in command_table.h.

#include "app/command_table.h"

namespace memtape::options {

extern const OptionGroup window;  // of a call without a verb
extern const OptionGroup access;  // what a program may have: files, packages, time
extern const OptionGroup limits;  // what it may take
extern const OptionGroup counted; // the same where its steps are counted
extern const OptionGroup record;
extern const OptionGroup state, questions;
extern const OptionGroup find, compare, info;
extern const OptionGroup moment, picture, page; // of export: which steps; how they are drawn, of weave too; on what
extern const OptionGroup weave;

}

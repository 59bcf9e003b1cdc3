// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A language of a few statements with memory as C has it, for tests of what is there for every language: frames, blocks given out and
// given back by hand, pointers that count for nothing. A name is a slot of the running frame and holds a pointer, or nothing.
//
//     to NAME               a routine, up to the next one; "main" is the program
//     block P SIZE          P points to a new block of so many bytes
//     give P                the block of P is given back
//     point P Q             P points where Q points
//     point P Q OFFSET      P points to that byte of the block of Q
//     point P &X            P points to the slot X of the running frame
//     point P nothing
//     store P OFFSET Q      what lies at that byte of the block of P points where Q points
//     call NAME             a name with a ^ in front is a slot of the caller's frame
//     say TEXT              prints it
//
// Empty lines and what follows a # are skipped.

#include "core/session/language.h"

namespace memtape::test {

// Registers the language and its Reading, under the tag "toy"; its programs' files end in ".toy".
void registerToyLanguage();

}

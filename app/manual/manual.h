// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is written of the command line for others to read, all from its table (app/command_table.h). Each gives the whole text of one file.

#include <functional>
#include <string>
#include <string_view>

#include "app/command_table.h"

namespace memtape::manual {

std::string manPage();        // memtape.1, for man
std::string docsPage();       // verbs.md, for the documentation
std::string bashCompletion(); // what shells offer behind "memtape"
std::string zshCompletion();
std::string fishCompletion();

// ---- what they share

void forEachOption(const VerbRow& verb, const std::function<void(const OptionRow&)>& look);
const VerbRow& callWithoutVerb();
std::string namesOfVerbs(std::string_view between); // "run record …"
std::string wordsOf(const Allowed& allowed);        // the words that are allowed, of a value that offers them: "light dark print"
// What files are called that Memtape reads, for a shell's pattern: "py|tape".
std::string endingsFor(Offers offers);
// The text with each `what` in it replaced.
std::string replaced(std::string_view text, std::string_view what, std::string_view with);

}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A compiled program as plain lines, one fact each, which compare_code.py prints of CPython's code objects too.

#include <string>
#include <string_view>

namespace memtape {

// `mode` as compile()'s: "exec", "eval" or "single". Problems and warnings are lines as well.
std::string codeDump(const std::string& name, std::string_view bytes, std::string_view mode);

}

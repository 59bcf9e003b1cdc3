// SPDX-License-Identifier: GPL-3.0-or-later
// A regular expression, and behind its first line end the text that it is held against.
#include "tests/fuzz/served_program.h"
#include "tests/fuzz/target.h"

void memtape::fuzz::tryInput(std::string_view bytes) {
    serve("import re\n",
          "pattern, _, text = data.decode('utf-8', 'surrogateescape').partition('\\n')\n"
          "for flags in 0, re.I | re.S, re.X | re.M:\n"
          "    try:\n"
          "        compiled = re.compile(pattern, flags)\n"
          "    except (re.error, OverflowError, RecursionError, ValueError):\n"
          "        continue\n"
          "    for match in compiled.finditer(text[:200]):\n"
          "        match.groups(), match.span(), match.groupdict()\n"
          "    compiled.sub(r'\\g<0>', text[:200]), compiled.split(text[:200])",
          bytes);
}

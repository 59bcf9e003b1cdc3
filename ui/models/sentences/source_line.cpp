// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/source_line.h"

#include <algorithm>

namespace memtape {

std::string_view sourceOf(const MemoryState& state, uint32_t code) { return state.fileSource(state.code(code).file); }

QString sourceLine(const MemoryState& state, uint32_t code, uint32_t line) {
    std::string_view source = sourceOf(state, code);
    for (; line > 1 && !source.empty(); line--) source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
    if (line != 1) return {};
    source = source.substr(0, source.find('\n'));
    return QString::fromUtf8(source.data(), qsizetype(source.size())).trimmed();
}

}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/questions/line_alignment.h"

#include <algorithm>

namespace memtape {

namespace {

constexpr size_t mostCells = 16u << 20; // of the table of common lines; longer texts are paired place by place

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

class Aligner {
public:
    Aligner(std::string_view a, std::string_view b) : m_a(linesOf(a)), m_b(linesOf(b)), m_to(m_a.size() + 1) {}

    std::vector<uint32_t> align() {
        size_t from = 0, endA = m_a.size(), endB = m_b.size();
        for (; from < endA && from < endB && m_a[from] == m_b[from]; from++) pair(from, from);
        for (; endA > from && endB > from && m_a[endA - 1] == m_b[endB - 1]; endA--, endB--) pair(endA - 1, endB - 1);
        between(from, endA, from, endB);
        return std::move(m_to);
    }

private:
    void pair(size_t a, size_t b) { m_to[a + 1] = static_cast<uint32_t>(b + 1); }

    void placeByPlace(size_t fromA, size_t endA, size_t fromB, size_t endB) {
        for (; fromA < endA && fromB < endB; fromA++, fromB++) pair(fromA, fromB);
    }

    // The longest common sequence of lines, and what stands between its pairs.
    void between(size_t fromA, size_t endA, size_t fromB, size_t endB) {
        const size_t countA = endA - fromA, countB = endB - fromB, width = countB + 1;
        if (!countA || !countB) return;
        if (countA * countB > mostCells) return placeByPlace(fromA, endA, fromB, endB);
        std::vector<uint32_t> common((countA + 1) * width); // lines in common from there on
        for (size_t a = countA; a-- > 0;)
            for (size_t b = countB; b-- > 0;)
                common[a * width + b] = m_a[fromA + a] == m_b[fromB + b] ? common[(a + 1) * width + b + 1] + 1
                                                                         : std::max(common[(a + 1) * width + b], common[a * width + b + 1]);
        size_t a = 0, b = 0, gapA = 0, gapB = 0;
        while (a < countA && b < countB) {
            if (m_a[fromA + a] == m_b[fromB + b]) {
                placeByPlace(fromA + gapA, fromA + a, fromB + gapB, fromB + b);
                pair(fromA + a, fromB + b);
                gapA = ++a;
                gapB = ++b;
            } else if (common[(a + 1) * width + b] >= common[a * width + b + 1]) {
                a++;
            } else {
                b++;
            }
        }
        placeByPlace(fromA + gapA, endA, fromB + gapB, endB);
    }

    std::vector<std::string_view> m_a, m_b;
    std::vector<uint32_t> m_to;
};

}

std::vector<uint32_t> alignLines(std::string_view a, std::string_view b) { return Aligner(a, b).align(); }

}

// SPDX-License-Identifier: GPL-3.0-or-later
// What each fact rests on is said once, and explained.
#include "core/replay/questions/basis.h"

#include <fstream>
#include <iterator>
#include <set>

#include "tests/support/catch.h"

using namespace memtape;

namespace {

std::string textOf(const char* name) {
    std::ifstream file(std::string(MEMTAPE_SOURCE_DIR) + "/docs/" + name);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}

TEST_CASE("each fact is in the table once", "[questions][basis]") {
    std::set<std::string_view> facts;
    for (const BasisRow& row : basisRows()) {
        INFO(row.fact);
        CHECK(facts.insert(row.fact).second);
        CHECK_FALSE(row.because.empty());
        CHECK(basisOf(row.fact) == row.basis);
    }
    CHECK(facts.size() > 15);
}

TEST_CASE("the memory model's pages explain each fact, as what it is", "[questions][basis]") {
    struct Page {
        const char* name;
        std::string_view words[3]; // of Language, Implementation, Model
    };
    const Page pages[] = {{"memory-model.md", {"*language*", "*CPython 3.13*", "*model*"}},
                          {"memory-model.ko.md", {"*언어*", "*CPython 3.13*", "*모델*"}}};
    for (const Page& page : pages) {
        const std::string text = textOf(page.name);
        REQUIRE(text.size() > 1000);
        for (const BasisRow& row : basisRows()) {
            // a heading `## … (`fact`, …): *basis*`
            INFO(page.name << ": " << row.fact);
            size_t at = text.find('`' + std::string(row.fact) + '`');
            REQUIRE(at != std::string::npos);
            const size_t begin = text.rfind('\n', at) + 1, end = text.find('\n', at);
            const std::string heading = text.substr(begin, end - begin);
            CHECK(heading.substr(0, 3) == "## ");
            CHECK(heading.find(page.words[static_cast<size_t>(row.basis)]) != std::string::npos);
        }
    }
}

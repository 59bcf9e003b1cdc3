// SPDX-License-Identifier: GPL-3.0-or-later
// How files come to their places from behind the walls.
#include "core/host/walls/output_keeper.h"

#include <sys/stat.h>

#include <cerrno>
#include <iterator>

#include "tests/core/host/folders.h"
#include "tests/support/catch.h"
#include "tests/walls/behind_walls.h"

using namespace memtape;
using namespace memtape::test;

namespace {

std::string textOf(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

size_t filesIn(const std::string& folder) {
    return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

struct Numbered {
    Folders folders;
    OutputKeeper keeper;
    Numbered() {
        auto name = [folder = folders.at("out/")](uint64_t number, uint64_t count) {
            return folder + std::to_string(number) + "of" + std::to_string(count);
        };
        REQUIRE(keeper.start({name, folders.at("out/part")}) == 0);
    }
    std::string text(const char* name) const { return textOf(folders.at(std::string("out/") + name)); }
};

}

TEST_CASE("content comes to its place whole, over what was there", "[walls]") {
    Numbered out;
    out.folders.write("out/1of3", "old and longer");
    chmod(out.folders.at("out/1of3").c_str(), 0640);
    const std::string large(3'000'000, 'x');
    REQUIRE(out.keeper.put(0, 3, large) == 0);
    REQUIRE(out.keeper.put(1, 3, "new") == 0);
    REQUIRE(out.keeper.put(2, 3, "") == 0);
    CHECK(out.text("0of3") == large);
    CHECK(out.text("1of3") == "new");
    CHECK(std::filesystem::exists(out.folders.at("out/2of3")));
    CHECK(std::filesystem::status(out.folders.at("out/1of3")).permissions() == std::filesystem::perms(0640));
    CHECK(filesIn(out.folders.at("out")) == 4); // with the one that was there
}

TEST_CASE("a link to where the file is to be stays", "[walls]") {
    Numbered out;
    out.folders.link("../in/p.py", "out/0of1");
    REQUIRE(out.keeper.put(0, 1, "through") == 0);
    CHECK(std::filesystem::is_symlink(out.folders.at("out/0of1")));
    CHECK(textOf(out.folders.at("in/p.py")) == "through");
}

TEST_CASE("what grew is kept under the other name, or goes", "[walls]") {
    Numbered out;
    CHECK(out.keeper.keep() == ENOENT);
    out.folders.write("out/part", "grown");
    REQUIRE(out.keeper.keep() == 0);
    CHECK(out.text("0of1") == "grown");
    out.folders.write("out/part", "grown again");
    REQUIRE(out.keeper.drop() == 0);
    CHECK_FALSE(std::filesystem::exists(out.folders.at("out/part")));
    CHECK(out.text("0of1") == "grown");
}

TEST_CASE("what cannot be put in its place leaves everything as it was", "[walls]") {
    Numbered out;
    std::filesystem::create_directories(out.folders.at("out/0of1"));
    CHECK(out.keeper.put(0, 1, "content") != 0);
    CHECK(out.keeper.put(3, 3, "no such number") == EINVAL);
    CHECK(filesIn(out.folders.at("out")) == 2);
    std::filesystem::remove_all(out.folders.at("out"));
    CHECK(out.keeper.put(0, 1, "content") == ENOENT);
}

TEST_CASE("a confined process writes by its keeper alone", "[walls]") {
    if (!hasFileWall()) return;
    Folders folders;
    OutputKeeper keeper;
    REQUIRE(keeper.start({[&](uint64_t, uint64_t) { return folders.at("out/made"); }, {}}) == 0);
    CHECK(behindWalls(programIn(folders), [&] {
              const int failed = keeper.put(0, 1, "from inside");
              return failed ? failed : opening(folders.at("out/made"), 0);
          }) == EACCES);
    CHECK(textOf(folders.at("out/made")) == "from inside");
}

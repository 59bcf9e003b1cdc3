// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/rules.h"

#include <cerrno>

#include "tests/core/host/folders.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

struct Resolved {
    int failed;
    std::string real;
};
Resolved resolve(const std::string& path, FileUse use = FileUse::Read) {
    Resolved resolved;
    resolved.failed = hostResolve(path, use, resolved.real);
    return resolved;
}

}

TEST_CASE("a program may read beside itself and write nowhere", "[host]") {
    Folders folders;
    REQUIRE(hostAllows(folders.at("in/p.py"), FileUse::Read));
    REQUIRE(hostAllows(folders.at("in"), FileUse::Read));
    REQUIRE(hostAllows(folders.at("in/inside/file"), FileUse::Read));
    REQUIRE_FALSE(hostAllows(folders.at("out/file"), FileUse::Read));
    REQUIRE_FALSE(hostAllows("/etc/passwd", FileUse::Read));
    REQUIRE_FALSE(hostAllows(folders.at("in/p.py"), FileUse::Write));
    REQUIRE(resolve(folders.at("out/file")).failed == EACCES);
}

TEST_CASE("below its folder a program reads where modules lie, and nothing that is hidden", "[host]") {
    Folders folders;
    for (const char* folder : {"in/data", "in/package/deep", "in/.git"}) std::filesystem::create_directories(folders.at(folder));
    for (const char* file :
         {"in/notes", "in/.env", "in/data/table", "in/package/deep/module.py", "in/package/deep/table", "in/package/table", "in/.git/config.py"})
        folders.write(file, "");
    for (const char* path : {"in/notes", "in/data", "in/package/deep/module.py", "in/package/deep/table", "in/package", "in/data/missing"}) {
        INFO(path);
        CHECK(hostAllows(folders.at(path), FileUse::Read));
    }
    for (const char* path : {"in/.env", "in/.missing", "in/data/table", "in/package/table", "in/.git", "in/.git/config.py"}) {
        INFO(path);
        CHECK_FALSE(hostAllows(folders.at(path), FileUse::Read));
    }
    host.allowRead = {folders.at("in")};
    CHECK(hostAllows(folders.at("in/.env"), FileUse::Read));
}

TEST_CASE("in a home folder or a temporary one a program reads modules only", "[host]") {
    Folders folders;
    for (const char* folder : {"in/package", "in/papers"}) std::filesystem::create_directories(folders.at(folder));
    for (const char* file : {"in/notes", "in/package/__init__.py", "in/package/table", "in/papers/letter", "in/papers/module.py"})
        folders.write(file, "");
    const char* variable = GENERATE("HOME", "TMPDIR");
    const char* before = getenv(variable);
    const std::string kept = before ? before : "";
    setenv(variable, folders.at("in").c_str(), 1);
    for (const char* path : {"in/p.py", "in/package", "in/package/table"}) {
        INFO(path);
        CHECK(hostAllows(folders.at(path), FileUse::Read));
    }
    for (const char* path : {"in/notes", "in/papers", "in/papers/letter", "in/papers/module.py"}) {
        INFO(path);
        CHECK_FALSE(hostAllows(folders.at(path), FileUse::Read));
    }
    if (before) setenv(variable, kept.c_str(), 1);
    else unsetenv(variable);
}

TEST_CASE("a program that lies nowhere reads nothing", "[host]") {
    Folders folders;
    host.readsBeside = false;
    CHECK_FALSE(hostAllows(folders.at("in/p.py") + "x", FileUse::Read));
    CHECK_FALSE(hostAllows(folders.at("in/inside/file"), FileUse::Read));
}

TEST_CASE("a folder whose name goes on is another folder", "[host]") {
    Folders folders;
    std::filesystem::create_directories(folders.at("inner"));
    folders.write("inner/file", "");
    REQUIRE_FALSE(hostAllows(folders.at("inner/file"), FileUse::Read));
    host.allowRead = {folders.at("inn")};
    REQUIRE_FALSE(hostAllows(folders.at("inner/file"), FileUse::Read));
}

TEST_CASE("links are followed before the rules are asked", "[host]") {
    Folders folders;
    folders.link("../out/file", "in/file");
    folders.link("../out", "in/folder");
    folders.link("inside", "in/alias");
    folders.link("../in/inside", "out/back");
    REQUIRE(resolve(folders.at("in/file")).failed == EACCES);
    REQUIRE(resolve(folders.at("in/folder/file")).failed == EACCES);
    REQUIRE(resolve(folders.at("in/folder/new")).failed == EACCES);
    REQUIRE(resolve(folders.at("in/alias/file")).real == folders.at("in/inside/file"));
    REQUIRE(resolve(folders.at("out/back/file")).real == folders.at("in/inside/file"));
}

TEST_CASE("what was allowed is allowed through a link too", "[host]") {
    Folders folders;
    folders.link("../out/file", "in/file");
    host.allowRead = {folders.at("out")};
    REQUIRE(resolve(folders.at("in/file")).real == folders.at("out/file"));
    REQUIRE_FALSE(hostAllows(folders.at("in/file"), FileUse::Write));
    host.allowRead.clear();
    host.allowWrite = {folders.at("out")};
    REQUIRE(hostAllows(folders.at("in/file"), FileUse::Read));
    REQUIRE(hostAllows(folders.at("in/file"), FileUse::Write));
}

TEST_CASE("an allowed folder may be a link itself", "[host]") {
    Folders folders;
    folders.link("out", "other");
    host.allowRead = {folders.at("other")};
    REQUIRE(hostAllows(folders.at("other/file"), FileUse::Read));
    REQUIRE(hostAllows(folders.at("out/file"), FileUse::Read));
}

TEST_CASE("going up counts from where a link leads", "[host]") {
    Folders folders;
    folders.link("../out", "in/folder");
    std::filesystem::create_directories(folders.at("in/inside/deep"));
    folders.link("inside/deep", "in/deep");
    REQUIRE(resolve(folders.at("in/inside/../p.py")).real == folders.at("in/p.py"));
    REQUIRE(resolve(folders.at("in/inside/../../out/file")).failed == EACCES);
    REQUIRE(resolve(folders.at("in/folder/../in/p.py")).real == folders.at("in/p.py"));
    REQUIRE(resolve(folders.at("in/deep/../file")).real == folders.at("in/inside/file"));
    REQUIRE(resolve(folders.at("in/missing/../p.py")).failed == ENOENT);
    REQUIRE(resolve(folders.at("in/missing/../../out/file")).failed == ENOENT);
    REQUIRE(resolve(folders.at("out/missing/../../in/p.py")).failed == EACCES);
}

TEST_CASE("what is not there yet is where its folder is", "[host]") {
    Folders folders;
    REQUIRE(resolve(folders.at("in/new")).real == folders.at("in/new"));
    REQUIRE(resolve(folders.at("in/a/b/c")).real == folders.at("in/a/b/c"));
    REQUIRE(resolve(folders.at("in/a//b")).failed == 0);
    REQUIRE(resolve(folders.at("in/p.py/x")).real == folders.at("in/p.py/x"));
    REQUIRE(resolve(folders.at("out/new")).failed == EACCES);
    REQUIRE(resolve("/memtape-not-there/x").failed == EACCES);
}

TEST_CASE("paths that are none", "[host]") {
    Folders folders;
    REQUIRE(resolve("").failed == ENOENT);
    REQUIRE(resolve(folders.at("in/p.py") + std::string("\0x", 2)).failed == EINVAL);
}

TEST_CASE("the program's own file may be read wherever it leads", "[host]") {
    Folders folders;
    folders.link("../out/file", "in/linked.py");
    host.programFile = folders.at("in/linked.py");
    REQUIRE(hostAllows(folders.at("in/linked.py"), FileUse::Read));
    REQUIRE_FALSE(hostAllows(folders.at("in/linked.py"), FileUse::Write));
    REQUIRE_FALSE(hostAllows(folders.at("out"), FileUse::Read));
}

TEST_CASE("the root may be allowed", "[host]") {
    Folders folders;
    host.allowRead = {"/"};
    REQUIRE(hostAllows(folders.at("out/file"), FileUse::Read));
    REQUIRE_FALSE(hostAllows(folders.at("out/file"), FileUse::Write));
}

TEST_CASE("without any folder nothing is allowed", "[host]") {
    Folders folders;
    host = Host();
    REQUIRE_FALSE(hostAllows(folders.at("in/p.py"), FileUse::Read));
    REQUIRE_FALSE(hostAllows("/", FileUse::Read));
}

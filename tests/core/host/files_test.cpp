// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "core/base/plain_files.h"
#include "tests/core/host/folders.h"
#include "tests/support/catch.h"

using namespace memtape;

TEST_CASE("files are read as far as the rules allow", "[host]") {
    Folders folders;
    folders.link("../out/file", "in/linked");
    std::string text;
    REQUIRE(hostReadFile(folders.at("in/inside/file"), text) == 0);
    REQUIRE(text == "inside");
    REQUIRE(hostReadFile(folders.at("in/linked"), text) == EACCES);
    REQUIRE(hostReadFile(folders.at("in"), text) == EISDIR);
    REQUIRE(hostReadFile(folders.at("in/new"), text) == ENOENT);
    REQUIRE(hostReadFile(folders.at("in/p.py/x"), text) == ENOTDIR);
    REQUIRE(text == "inside");
}

TEST_CASE("a pipe is no file to be read", "[host]") {
    Folders folders;
    REQUIRE(mkfifo(folders.at("in/pipe").c_str(), 0600) == 0);
    std::string text;
    REQUIRE(hostReadFile(folders.at("in/pipe"), text) == EACCES);
    REQUIRE(hostFileKind(folders.at("in/pipe")) == FileKind::Other);
}

TEST_CASE("links that go round in circles or nowhere", "[host]") {
    Folders folders;
    folders.link("loop", "in/loop");
    folders.link("nowhere", "in/dangling");
    std::string text;
    REQUIRE(hostReadFile(folders.at("in/loop"), text) == ELOOP);
    REQUIRE(hostReadFile(folders.at("in/dangling"), text) == ENOENT);
    REQUIRE(hostFileKind(folders.at("in/loop")) == FileKind::Missing);
    REQUIRE(hostFileKind(folders.at("in/dangling")) == FileKind::Missing);
}

TEST_CASE("files are written where that is allowed, also through links that stay there", "[host]") {
    Folders folders;
    host.allowWrite = {folders.at("in/inside")};
    folders.link("../../out/file", "in/inside/out");
    folders.link("../../out/new", "in/inside/dangling");
    folders.link("file", "in/inside/same");
    REQUIRE(hostWriteFile(folders.at("in/inside/new"), "text") == 0);
    REQUIRE(hostWriteFile(folders.at("in/inside/same"), "more") == 0);
    REQUIRE(hostWriteFile(folders.at("in/p.py"), "text") == EACCES);
    REQUIRE(hostWriteFile(folders.at("in/inside/out"), "text") == EACCES);
    REQUIRE(hostWriteFile(folders.at("in/inside/dangling"), "text") == EACCES);
    REQUIRE(hostWriteFile(folders.at("in/inside"), "text") == EISDIR);
    std::string text;
    REQUIRE(hostReadFile(folders.at("in/inside/file"), text) == 0);
    REQUIRE(text == "more");
    REQUIRE_FALSE(std::filesystem::exists(folders.at("out/new")));
}

TEST_CASE("what is not allowed is not there", "[host]") {
    Folders folders;
    folders.link("../out", "in/folder");
    REQUIRE(hostFileKind(folders.at("in/p.py")) == FileKind::File);
    REQUIRE(hostFileKind(folders.at("in/inside")) == FileKind::Folder);
    REQUIRE(hostFileKind(folders.at("out/file")) == FileKind::Missing);
    REQUIRE(hostFileKind(folders.at("in/folder")) == FileKind::Missing);
    REQUIRE(hostFileKind(folders.at("in/folder/file")) == FileKind::Missing);
    std::vector<std::string> names;
    REQUIRE(hostListFolder(folders.at("in/folder"), names) == EACCES);
    REQUIRE(hostListFolder(folders.at("in"), names) == 0);
    std::sort(names.begin(), names.end());
    REQUIRE(names == std::vector<std::string>{"folder", "inside", "p.py"});
}

TEST_CASE("a file without permission cannot be read, and is there", "[host]") {
    if (geteuid() == 0) return; // who may read everything
    Folders folders;
    REQUIRE(chmod(folders.at("in/inside/file").c_str(), 0) == 0);
    std::string text;
    REQUIRE(hostReadFile(folders.at("in/inside/file"), text) == EACCES);
    REQUIRE(hostFileKind(folders.at("in/inside/file")) == FileKind::File);
}

TEST_CASE("what the user named is read whatever the rules are", "[host]") {
    Folders folders;
    std::string text;
    REQUIRE(hostReadNamed(folders.at("out/file"), text) == 0);
    REQUIRE(text == "outside");
    REQUIRE(hostReadNamed(folders.at("out"), text) == EISDIR);
    REQUIRE(hostReadNamed(folders.at("out/new"), text) == ENOENT);
    REQUIRE(hostReadNamed("", text) == ENOENT);
    REQUIRE(text == "outside");
}

TEST_CASE("what the user named may be a pipe that is open already", "[host]") {
    Folders folders;
    int ends[2], descriptor = -1;
    REQUIRE(pipe(ends) == 0);
    REQUIRE(write(ends[1], "through a pipe", 14) == 14);
    REQUIRE(hostOpenNamed("/dev/fd/" + std::to_string(ends[0]), descriptor) == 0);
    char first[7];
    REQUIRE(read(descriptor, first, sizeof first) == sizeof first);
    CHECK(std::string_view(first, sizeof first) == "through");
    for (int open : {descriptor, ends[0], ends[1]}) close(open);
}

TEST_CASE("what the user named is no pipe or device that has to be waited for", "[host]") {
    Folders folders;
    REQUIRE(mkfifo(folders.at("out/pipe").c_str(), 0600) == 0);
    int descriptor = -1;
    CHECK(hostOpenNamed(folders.at("out/pipe"), descriptor) == notPlainFile);
    CHECK(hostOpenNamed("/dev/zero", descriptor) == notPlainFile);
    CHECK(hostOpenNamed("/proc/self/status", descriptor) == notPlainFile);
    CHECK(hostOpenNamed(folders.at("out"), descriptor) == EISDIR);
    CHECK(hostOpenNamed(folders.at("out/new"), descriptor) == ENOENT);
    CHECK(descriptor == -1);
}

TEST_CASE("a program's path and folder", "[host]") {
    REQUIRE(hostAbsolutePath("/a/b.py") == "/a/b.py");
    REQUIRE(hostAbsolutePath("<stdin>") == "<stdin>");
    std::string here = std::filesystem::current_path().string();
    REQUIRE(hostAbsolutePath("././b.py") == here + "/b.py");
    REQUIRE(hostAbsolutePath("../b.py") == here + "/../b.py");
    REQUIRE(folderOfFile("/a/b.py") == "/a");
    REQUIRE(folderOfFile("/b.py") == "/");
    REQUIRE(folderOfFile("<stdin>") == ".");
}

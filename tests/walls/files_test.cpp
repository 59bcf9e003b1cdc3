// SPDX-License-Identifier: GPL-3.0-or-later
// Which files a confined process reaches by itself.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/walls/behind_walls.h"

using namespace memtape;
using namespace memtape::test;

namespace {

int putting(const std::string& path) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return errno;
    const int failed = outcomeOf(write(file, "x", 1));
    close(file);
    return failed;
}

}

TEST_CASE("what lies beside the program and in folders that were allowed is read", "[walls]") {
    Folders folders;
    RunOptions options = programIn(folders);
    CHECK(behindWalls(options, [&] { return opening(folders.at("in/p.py"), O_RDONLY); }) == 0);
    CHECK(behindWalls(options, [&] { return opening(folders.at("in/inside/module.py"), O_RDONLY); }) == 0);
    CHECK(behindWalls(options, [&] { return opening(folders.at("in"), O_RDONLY | O_DIRECTORY); }) == 0);
    options.allowRead = {folders.at("out")};
    CHECK(behindWalls(options, [&] { return opening(folders.at("out/file"), O_RDONLY); }) == 0);
}

TEST_CASE("nothing else on the disk is read, by whatever way", "[walls]") {
    if (!hasFileWall()) return;
    Folders folders;
    folders.link("../out/file", "in/link");
    folders.link("../out", "in/folder");
    const RunOptions options = programIn(folders);
    std::vector<std::string> files{
        "/etc/passwd", "/etc/hostname", folders.at("out/file"), folders.at("in/link"), folders.at("in/folder/file"), folders.at("in/../out/file")},
        places{"/", folders.at("out"), folders.at("in/folder")};
#if !defined(__SANITIZE_ADDRESS__) // which reads about itself there
    files.push_back("/proc/self/environ");
    places.push_back("/proc/self/fd");
#endif
    for (const std::string& path : files) {
        INFO(path);
        CHECK(behindWalls(options, [&] { return opening(path, O_RDONLY); }) == EACCES);
    }
    for (const std::string& path : places) {
        INFO(path);
        CHECK(behindWalls(options, [&] { return opening(path, O_RDONLY | O_DIRECTORY); }) == EACCES);
    }
    CHECK(behindWalls(options, [&] { return opening("/proc/self/mem", O_RDWR); }) == EACCES);
}

TEST_CASE("a file that was only pointed at is not read through its number", "[walls]") {
    if (!hasFileWall()) return;
    Folders folders;
    auto attempt = [](const std::string& path, int flags) {
        const int pointed = open(path.c_str(), O_PATH | O_CLOEXEC);
        return pointed < 0 ? 0 : opening("/proc/self/fd/" + std::to_string(pointed), flags);
    };
    const RunOptions options = programIn(folders);
    CHECK(behindWalls(options, [&] { return attempt("/etc/passwd", O_RDONLY); }) == EACCES);
    CHECK(behindWalls(options, [&] { return attempt(folders.at("in/p.py"), O_RDWR); }) == EACCES);
    CHECK(behindWalls(options, [&] { return attempt(folders.at("in/p.py"), O_RDONLY); }) == 0);
}

TEST_CASE("of the home folder only modules are read, although its names may be seen", "[walls]") {
    if (!hasFileWall()) return;
    Folders folders;
    std::filesystem::create_directories(folders.at("in/package"));
    std::filesystem::create_directories(folders.at("in/.ssh"));
    for (const char* file : {"in/package/__init__.py", "in/package/table", "in/letter", "in/.ssh/id_rsa"}) folders.write(file, "");
    const char* before = getenv("HOME");
    const std::string home = before ? before : "";
    setenv("HOME", folders.at("in").c_str(), 1);
    const RunOptions options = programIn(folders);
    for (const char* path : {"in/p.py", "in/package/__init__.py", "in/package/table"}) {
        INFO(path);
        CHECK(behindWalls(options, [&] { return opening(folders.at(path), O_RDONLY); }) == 0);
    }
    for (const char* path : {"in/letter", "in/.ssh/id_rsa", "in/inside/file"}) {
        INFO(path);
        CHECK(behindWalls(options, [&] { return opening(folders.at(path), O_RDONLY); }) == EACCES);
    }
    CHECK(behindWalls(options, [&] { return opening(folders.at("in"), O_RDONLY | O_DIRECTORY); }) == 0);
    setenv("HOME", home.c_str(), 1);
}

TEST_CASE("a program that lies nowhere reads nothing", "[walls]") {
    if (!hasFileWall()) return;
    Folders folders;
    RunOptions options = programIn(folders);
    options.file = "<stdin>";
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folders.at("in"));
    CHECK(behindWalls(options, [] { return opening("p.py", O_RDONLY); }) == EACCES);
    std::filesystem::current_path(before);
}

TEST_CASE("without a folder for writing, nothing is made, changed or removed anywhere", "[walls]") {
    if (!hasFileWall() || !hasCallWall()) return;
    Folders folders;
    mkfifo(folders.at("in/fifo").c_str(), 0600);
    const RunOptions options = programIn(folders);
    const std::string in = folders.at("in/"), file = in + "p.py", made = in + "new";
    CHECK(behindWalls(options, [&] { return putting(made); }) == EACCES);
    CHECK(behindWalls(options, [&] {
              for (int i = 0; i < 10000; ++i)
                  if (putting(made + std::to_string(i)) != EACCES) return 0;
              return EACCES;
          }) == EACCES);
    CHECK(behindWalls(options, [&] { return putting(file); }) == EACCES);
    CHECK(behindWalls(options, [&] { return opening(file, O_WRONLY); }) == EACCES);
    CHECK(behindWalls(options, [&] { return opening(file, O_RDONLY | O_TRUNC); }) == EACCES);
    CHECK(behindWalls(options, [&] { return opening(in, O_TMPFILE | O_RDWR); }) == EACCES);
    CHECK(behindWalls(options, [&] { return opening(in + "fifo", O_RDWR); }) == EACCES);
    CHECK(behindWalls(options, [&] { return outcomeOf(truncate(file.c_str(), 0)); }) == EPERM);
    CHECK(behindWalls(options, [&] { return outcomeOf(unlink(file.c_str())); }) == EPERM);
    CHECK(behindWalls(options, [&] { return outcomeOf(rename(file.c_str(), made.c_str())); }) == EPERM);
    CHECK(behindWalls(options, [&] { return outcomeOf(link(file.c_str(), made.c_str())); }) == EPERM);
    CHECK(behindWalls(options, [&] { return outcomeOf(symlink("/etc/passwd", made.c_str())); }) == EPERM);
    CHECK(behindWalls(options, [&] { return outcomeOf(mkdir(made.c_str(), 0700)); }) == EPERM);
    CHECK(behindWalls(options, [&] { return outcomeOf(chmod(file.c_str(), 0777)); }) == EPERM);
    CHECK(behindWalls(options, [&] { return outcomeOf(utimensat(AT_FDCWD, file.c_str(), nullptr, 0)); }) == EPERM);
    CHECK_FALSE(std::filesystem::exists(made));
}

TEST_CASE("where a folder for writing was named, everything happens in it and nothing outside", "[walls]") {
    Folders folders;
    const bool isWalled = hasFileWall();
    RunOptions options = programIn(folders);
    options.allowWrite = {folders.at("in/inside")};
    const std::string inside = folders.at("in/inside/"), beside = folders.at("in/p.py"), out = folders.at("out/file");
    CHECK(behindWalls(options, [&] {
              const std::string made = inside + "made", moved = inside + "folder/moved";
              int failed = putting(made);
              if (!failed) failed = outcomeOf(mkdir((inside + "folder").c_str(), 0700));
              if (!failed) failed = outcomeOf(symlink("made", (inside + "link").c_str()));
              if (!failed) failed = outcomeOf(truncate(made.c_str(), 0));
              if (!failed) failed = outcomeOf(rename((inside + "link").c_str(), moved.c_str()));
              return failed ? failed : outcomeOf(unlink(made.c_str()));
          }) == 0);
    if (!isWalled) return;
    CHECK(behindWalls(options, [&] { return putting(beside); }) == EACCES);
    CHECK(behindWalls(options, [&] { return putting(out); }) == EACCES);
    CHECK(behindWalls(options, [&] { return outcomeOf(unlink(out.c_str())); }) == EACCES);
    CHECK(behindWalls(options, [&] { return outcomeOf(truncate(out.c_str(), 0)); }) == EACCES);
    const std::string taken = inside + "taken"; // a file from outside, by another name or moved in
    CHECK(behindWalls(options, [&] { return outcomeOf(link("/etc/passwd", taken.c_str())) ? EACCES : 0; }) == EACCES);
    CHECK(behindWalls(options, [&] { return outcomeOf(rename(out.c_str(), taken.c_str())) ? EACCES : 0; }) == EACCES);
    CHECK(behindWalls(options, [&] {
              const std::string link = inside + "out";
              return symlink(out.c_str(), link.c_str()) ? 0 : putting(link);
          }) == EACCES);
    CHECK(behindWalls(options, [&] { return outcomeOf(mkfifo((inside + "fifo").c_str(), 0600)); }) == EPERM);
}

TEST_CASE("the system's devices are out of reach but for the one that is nothing", "[walls]") {
    if (!hasFileWall()) return;
    Folders folders;
    RunOptions options = programIn(folders);
    options.allowWrite = {folders.at("in")};
    CHECK(behindWalls(options, [] { return opening("/dev/null", O_RDWR); }) == 0);
    for (const char* path : {"/dev/zero", "/dev/tty", "/dev/full", "/dev/ptmx"}) {
        INFO(path);
        if (std::filesystem::exists(path)) CHECK(behindWalls(options, [&] { return opening(path, O_RDWR); }) == EACCES);
    }
}

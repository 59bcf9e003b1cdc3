// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/scratch.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "core/host/files.h"
#include "core/host/handles.h"
#include "core/host/mounts.h"
#include "core/host/rules.h"
#include "tests/core/host/folders.h"
#include "tests/support/catch.h"

using namespace memtape;

namespace {

// A program with a scratch folder over its own.
class ScratchFolders : public Folders {
public:
    explicit ScratchFolders(uint64_t limit = Scratch::usualLimit) {
        host.workingFolder = at("in");
        scratch.begin(limit);
        beginHandles();
    }
    ~ScratchFolders() {
        endHandles();
        scratch.end();
    }
};

std::string read(const std::string& path) {
    std::string text;
    int failed = hostReadFile(path, text);
    return failed ? "error " + std::to_string(failed) : text;
}
std::vector<std::string> list(const std::string& path) {
    std::vector<std::string> names;
    REQUIRE(hostListFolder(path, names) == 0);
    return names;
}
bool onDisk(const std::string& path) { return std::filesystem::exists(path); }

}

TEST_CASE("what a program writes beside itself is read back, and the disk stays as it is", "[host]") {
    ScratchFolders folders;
    REQUIRE(hostWriteFile(folders.at("in/new"), "text") == 0);
    REQUIRE(hostWriteFile("inside/file", "other") == 0);
    REQUIRE(read(folders.at("in/new")) == "text");
    REQUIRE(read(folders.at("in/inside/file")) == "other");
    REQUIRE(list(folders.at("in")) == std::vector<std::string>{"inside", "new", "p.py"});
    REQUIRE_FALSE(onDisk(folders.at("in/new")));
    std::ifstream kept(folders.at("in/inside/file"));
    std::string text;
    kept >> text;
    REQUIRE(text == "inside");
    REQUIRE(hostWriteFile(folders.at("out/new"), "text") == EACCES);
}

TEST_CASE("appending to a file of the disk copies it first", "[host]") {
    ScratchFolders folders;
    int handle;
    size_t written;
    REQUIRE(hostOpen(folders.at("in/p.py"), O_WRONLY | O_APPEND, 0, handle) == 0);
    REQUIRE(hostWriteHandle(handle, "!", written) == 0);
    REQUIRE(hostClose(handle) == 0);
    REQUIRE(read(folders.at("in/p.py")) == "program!");
}

TEST_CASE("what is deleted is gone for the program alone", "[host]") {
    ScratchFolders folders;
    REQUIRE(hostRemoveFile(folders.at("in/p.py")) == 0);
    REQUIRE(hostFileKind(folders.at("in/p.py")) == FileKind::Missing);
    REQUIRE(hostRemoveFile(folders.at("in/p.py")) == ENOENT);
    REQUIRE(hostRemoveFolder(folders.at("in/inside")) == ENOTEMPTY);
    REQUIRE(hostRemoveFile(folders.at("in/inside/file")) == 0);
    REQUIRE(hostRemoveFile(folders.at("in/inside/module.py")) == 0);
    REQUIRE(hostRemoveFolder(folders.at("in/inside")) == 0);
    REQUIRE(list(folders.at("in")).empty());
    REQUIRE(hostMakeFolder(folders.at("in/inside"), 0777) == 0);
    REQUIRE(list(folders.at("in/inside")).empty()); // a new one does not show what was in the old
    REQUIRE(onDisk(folders.at("in/inside/file")));
}

TEST_CASE("files and folders are renamed over the disk's", "[host]") {
    ScratchFolders folders;
    REQUIRE(hostRename(folders.at("in/inside"), folders.at("in/moved")) == 0);
    REQUIRE(read(folders.at("in/moved/file")) == "inside");
    REQUIRE(read(folders.at("in/inside/file")) == "error 2");
    REQUIRE(hostRename(folders.at("in/moved"), folders.at("in/moved/below")) == EINVAL);
    REQUIRE(hostRename(folders.at("in/p.py"), folders.at("in/moved")) == EISDIR);
    REQUIRE(hostRename(folders.at("in/moved"), folders.at("in/p.py")) == ENOTDIR);
    REQUIRE(hostRename(folders.at("in/p.py"), "/tmp/p.py") == 0);
    REQUIRE(read("/tmp/p.py") == "program");
    REQUIRE(list(folders.at("in")) == std::vector<std::string>{"moved"});
}

TEST_CASE("the home is the program's own, whatever others keep at its path", "[host]") {
    ScratchFolders folders;
    REQUIRE(hostFileKind("/tmp") == FileKind::Folder);
    REQUIRE(hostMakeFolder("/tmp/a", 0777) == 0);
    REQUIRE(hostMakeFolder("/tmp/b/c", 0777) == ENOENT);
    REQUIRE(hostWriteFile("/tmp/a/f", "x") == 0);
    REQUIRE(read("/tmp/a/../a/f") == "x");
    REQUIRE_FALSE(onDisk("/tmp/a/f"));
    REQUIRE(hostRemoveFolder("/tmp") != 0);
}

TEST_CASE("links in the scratch folder", "[host]") {
    ScratchFolders folders;
    REQUIRE(hostWriteFile("/tmp/f", "x") == 0);
    REQUIRE(hostSymbolicLink("f", "/tmp/soft") == 0);
    REQUIRE(hostLink("/tmp/f", "/tmp/hard") == 0);
    REQUIRE(hostSymbolicLink("loop", "/tmp/loop") == 0);
    REQUIRE(read("/tmp/soft") == "x");
    REQUIRE(hostWriteFile("/tmp/soft", "y") == 0);
    REQUIRE(read("/tmp/hard") == "y");
    REQUIRE(read("/tmp/loop") == "error " + std::to_string(ELOOP));
    FileStatus status;
    REQUIRE(hostStatus("/tmp/soft", status, LastLink::Keep) == 0);
    REQUIRE(S_ISLNK(status.mode));
    REQUIRE(hostStatus("/tmp/soft", status) == 0);
    REQUIRE(status.links == 2);
    REQUIRE(hostSymbolicLink("/etc/passwd", "/tmp/out") == 0);
    REQUIRE(read("/tmp/out") == "error " + std::to_string(EACCES));
}

TEST_CASE("the scratch folder has a limit", "[host]") {
    ScratchFolders folders(10000);
    int handle;
    size_t written;
    REQUIRE(hostOpen("/tmp/f", O_RDWR | O_CREAT, 0666, handle) == 0);
    REQUIRE(hostWriteHandle(handle, std::string(8000, 'x'), written) == 0);
    REQUIRE(hostWriteHandle(handle, std::string(8000, 'x'), written) == ENOSPC);
    REQUIRE(hostWriteAt(handle, "x", int64_t{1} << 62, written) == ENOSPC);
    REQUIRE(hostTruncateHandle(handle, INT64_MAX) == ENOSPC);
    REQUIRE(hostTruncateHandle(handle, 0) == 0);
    REQUIRE(hostWriteAt(handle, std::string(1000, 'x'), 0, written) == 0);
    int made = 0;
    while (hostMakeFolder("/tmp/" + std::to_string(made), 0777) == 0) ++made;
    REQUIRE(made < 20);
}

TEST_CASE("an open file outlives its path", "[host]") {
    ScratchFolders folders;
    int handle;
    size_t count;
    REQUIRE(hostOpen("/tmp/f", O_RDWR | O_CREAT, 0666, handle) == 0);
    REQUIRE(hostWriteHandle(handle, "abc", count) == 0);
    REQUIRE(hostRemoveFile("/tmp/f") == 0);
    char data[8];
    REQUIRE(hostReadAt(handle, data, sizeof data, 0, count) == 0);
    REQUIRE(std::string(data, count) == "abc");
    REQUIRE(hostClose(handle) == 0);
    REQUIRE(hostClose(handle) == EBADF);
}

TEST_CASE("mounted trees are folders that cannot be written to", "[host]") {
    static const Mount tree{
        "/memtape-test",
        [](std::string_view name, MountedFile& file) {
            file = {name.empty(), 5};
            return name.empty() || name == "file";
        },
        [](std::string_view folder, std::vector<std::string>& names) {
            names = {"file"};
            return folder.empty();
        },
        [](std::string_view name, std::string& content) {
            content += "hello";
            return name == "file";
        },
    };
    addMount(tree);
    ScratchFolders folders;
    REQUIRE(read("/memtape-test/file") == "hello");
    REQUIRE(read("/memtape-test/other") == "error 2");
    REQUIRE(read("/memtape-test/file/x") == "error " + std::to_string(ENOTDIR));
    REQUIRE(list("/memtape-test") == std::vector<std::string>{"file"});
    REQUIRE(hostWriteFile("/memtape-test/file", "x") == EROFS);
    REQUIRE(hostWriteFile("/memtape-test/new", "x") == EROFS);
    REQUIRE(hostRemoveFile("/memtape-test/file") == EROFS);
    FileStatus status;
    REQUIRE(hostStatus("/memtape-test/file", status) == 0);
    REQUIRE(status.size == 5);
    REQUIRE(S_ISREG(status.mode));
}

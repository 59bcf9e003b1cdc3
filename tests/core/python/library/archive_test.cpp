// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/library/library_archive.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/python/bytecode/code_stream.h"
#include "core/python/library/library_writer.h"
#include "tests/support/catch.h"

using namespace memtape;
namespace fs = std::filesystem;

namespace {

// A folder of this test, with an archive in it.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("memtape-library-" + std::to_string(getpid()));
    std::string file = (path / "some.library").string();
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }

    void write(const std::string& bytes) const { std::ofstream(file, std::ios::binary) << bytes; }
    std::string bytes() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

CodeUnit named(const std::string& name) {
    CodeUnit unit;
    unit.name = unit.qualname = name;
    unit.filename = "f.py";
    return unit;
}

std::vector<LibrarySource> someSources() {
    return {{"json/__init__.py", "x = 1\n", encodeCodeUnit(named("json"))},
            {"abc.py", "y = 2\n", encodeCodeUnit(named("abc"))},
            {"json/tool.py", std::string(100000, '#'), encodeCodeUnit(named("tool"))},
            {"broken.py", "def\n", ""}};
}

}

TEST_CASE("what is written to an archive is read from it", "[library]") {
    Folder folder;
    REQUIRE(writeLibrary(folder.file, "3.13.99", someSources()));
    LibraryArchive archive;
    REQUIRE(archive.open(folder.file) == "");
    CHECK(archive.pythonVersion() == "3.13.99");
    CHECK(archive.count() == 4);
    for (const LibrarySource& source : someSources()) {
        INFO(source.path);
        const LibraryEntry* entry = archive.find(source.path);
        REQUIRE(entry);
        std::string text;
        CHECK(archive.text(*entry, text));
        CHECK(text == source.text);
        std::shared_ptr<CodeUnit> code = archive.code(*entry);
        CHECK((code ? encodeCodeUnit(*code) : "") == source.code);
    }
    for (const char* missing : {"json", "json/", "abc", "abc.pyc", "", "zzz.py"}) CHECK_FALSE(archive.find(missing));
}

TEST_CASE("an archive has folders", "[library]") {
    Folder folder;
    REQUIRE(writeLibrary(folder.file, "3.13", someSources()));
    LibraryArchive archive;
    REQUIRE(archive.open(folder.file) == "");
    CHECK(archive.namesIn("") == std::vector<std::string>{"abc.py", "broken.py", "json"});
    CHECK(archive.namesIn("json") == std::vector<std::string>{"__init__.py", "tool.py"});
    CHECK(archive.namesIn("jso").empty());
    CHECK(archive.hasFolder(""));
    CHECK(archive.hasFolder("json"));
    CHECK_FALSE(archive.hasFolder("jso"));
    CHECK_FALSE(archive.hasFolder("abc.py"));
}

TEST_CASE("an archive that is none says so in a sentence", "[library]") {
    Folder folder;
    LibraryArchive archive;
    CHECK(archive.open(folder.file).find("is missing") != std::string::npos);
    REQUIRE(writeLibrary(folder.file, "3.13", someSources()));
    const std::string whole = folder.bytes();
    SECTION("empty") {
        folder.write("");
        CHECK(archive.open(folder.file).find("cannot be read") != std::string::npos);
    }
    SECTION("something else") {
        folder.write(std::string(1000, 'x'));
        CHECK(archive.open(folder.file).find("is no such file") != std::string::npos);
    }
    SECTION("cut anywhere") {
        for (size_t size : {sizeof(LibraryHeader), sizeof(LibraryHeader) + 10, whole.size() - 1}) {
            folder.write(whole.substr(0, size));
            CHECK(archive.open(folder.file).find("is cut off") != std::string::npos);
        }
    }
    SECTION("of another version") {
        std::string other = whole;
        other[8] = static_cast<char>(other[8] + 1);
        folder.write(other);
        CHECK(archive.open(folder.file).find("another version") != std::string::npos);
    }
    CHECK_FALSE(archive.find("abc.py"));
    CHECK(archive.namesIn("").empty());
}

TEST_CASE("damaged content is found out", "[library]") {
    Folder folder;
    REQUIRE(writeLibrary(folder.file, "3.13", someSources()));
    const std::string whole = folder.bytes();
    LibraryArchive sound;
    REQUIRE(sound.open(folder.file) == "");
    const size_t contents = sound.find("json/__init__.py")->textOffset < sound.find("abc.py")->textOffset ? sound.find("json/__init__.py")->textOffset
                                                                                                          : sound.find("abc.py")->textOffset;
    for (size_t at = contents; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        folder.write(damaged);
        LibraryArchive archive;
        REQUIRE(archive.open(folder.file) == "");
        int sane = 0;
        for (const LibrarySource& source : someSources()) {
            const LibraryEntry* entry = archive.find(source.path);
            std::string text;
            bool textIsSame = archive.text(*entry, text) && text == source.text;
            std::shared_ptr<CodeUnit> code = archive.code(*entry);
            bool codeIsSame = (code ? encodeCodeUnit(*code) : "") == source.code;
            sane += textIsSame && codeIsSame;
        }
        CHECK(sane >= 3); // what is not hit is whole
    }
}

TEST_CASE("paths lead into the library or not", "[library]") {
    std::string_view relative;
    CHECK(isInLibrary("/memtape/lib/python3.13/json/decoder.py", &relative));
    CHECK(relative == "json/decoder.py");
    CHECK(isInLibrary("/memtape/lib/python3.13", &relative));
    CHECK(relative == "");
    CHECK_FALSE(isInLibrary("/memtape/lib/python3.13x/json.py"));
    CHECK_FALSE(isInLibrary("json/decoder.py"));
}

TEST_CASE("the library that goes with this build is whole", "[library]") {
    REQUIRE(libraryProblem() == "");
    CHECK(library().count() > 500);
    CHECK(library().pythonVersion().starts_with("3.13"));
    size_t withoutCode = 0;
    for (size_t i = 0; i < library().count(); ++i) {
        const LibraryEntry& entry = library().entry(i);
        INFO(library().pathOf(entry));
        std::string text;
        CHECK(library().text(entry, text));
        if (!entry.codeSize) {
            ++withoutCode;
            continue;
        }
        std::shared_ptr<CodeUnit> code = library().code(entry);
        REQUIRE(code);
        CHECK(code->filename == std::string(libraryRoot) + "/" + std::string(library().pathOf(entry)));
    }
    CHECK(withoutCode == 0);
}

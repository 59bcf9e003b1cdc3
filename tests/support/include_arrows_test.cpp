// SPDX-License-Identifier: GPL-3.0-or-later
//
// The arrows between folders are those of the table in HACKING.md: every #include of core, ui and app is one that its row allows. What the
// linker makes of them is held to the same table by link_arrows.py.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace fs = std::filesystem;

namespace {

const fs::path top = MEMTAPE_SOURCE_DIR;
constexpr size_t mostFilesInAFolder = 40;

bool beginsWith(const std::string& text, const std::string& beginning) { return text.rfind(beginning, 0) == 0; }

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, by);) {
        size_t begin = part.find_first_not_of(' '), end = part.find_last_not_of(' ');
        parts.push_back(begin == std::string::npos ? "" : part.substr(begin, end - begin + 1));
    }
    return parts;
}

struct Row {
    std::vector<std::string> allowed; // beginnings of the paths that the folder may include
    std::vector<std::string> parts;   // its sub-folders, lowest first, where the row names them
};

// `a`, `b` … in a cell of the table, as far as they are folders there.
std::vector<std::string> subFolders(const std::string& folder, const std::string& cell) {
    std::vector<std::string> names, words = split(cell, '`');
    for (size_t i = 1; i < words.size(); i += 2)
        if (fs::is_directory(top / folder / words[i])) names.push_back(words[i]);
    return names;
}

std::map<std::string, Row> table() {
    std::map<std::string, Row> rows;
    std::ifstream file(top / "HACKING.md");
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells = split(line, '|');
        if (cells.size() < 4 || (!beginsWith(cells[1], "core/") && !beginsWith(cells[1], "ui/") && cells[1] != "app")) continue;
        Row& row = rows[cells[1]];
        row.parts = subFolders(cells[1], cells[2]);
        row.allowed.push_back(cells[1] + "/");
        for (const std::string& word : split(cells[3], ',')) {
            if (word == "all of core") row.allowed.push_back("core/");
            else if (word == "all") row.allowed.insert(row.allowed.end(), {"core/", "ui/"});
            else if (beginsWith(word, "ui/")) row.allowed.push_back(word + "/");
            else if (!word.empty() && word.back() == '*') row.allowed.push_back("core/" + word.substr(0, word.size() - 1));
            else if (!word.empty()) row.allowed.push_back("core/" + word + (word.find('.') == std::string::npos ? "/" : ""));
        }
    }
    return rows;
}

// The row of a file: that of the nearest folder above it which has one.
std::string folderOf(const std::map<std::string, Row>& rows, std::string path) {
    for (size_t slash = path.rfind('/'); slash != std::string::npos; slash = path.rfind('/')) {
        path.resize(slash);
        if (rows.count(path)) return path;
    }
    return "";
}

// Which of the row's sub-folders a path lies in; -1: none.
long partOf(const Row& row, const std::string& folder, const std::string& path) {
    if (!beginsWith(path, folder + "/")) return -1;
    size_t slash = path.find('/', folder.size() + 1);
    if (slash == std::string::npos) return -1;
    auto found = std::find(row.parts.begin(), row.parts.end(), path.substr(folder.size() + 1, slash - folder.size() - 1));
    return found == row.parts.end() ? -1 : found - row.parts.begin();
}

std::vector<std::string> sources(const std::string& part) {
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(top / part)) {
        const std::string ending = entry.path().extension();
        if (ending == ".h" || ending == ".cpp" || ending == ".inc" || ending == ".def")
            paths.push_back(fs::relative(entry.path(), top).generic_string());
    }
    return paths;
}

}

TEST_CASE("every include is an arrow that HACKING.md allows") {
    const auto rows = table();
    REQUIRE(rows.size() > 10);
    size_t seen = 0;
    for (const char* part : {"core", "ui", "app"}) {
        for (const std::string& path : sources(part)) {
            INFO(path);
            const std::string folder = folderOf(rows, path);
            REQUIRE(!folder.empty());
            const Row& row = rows.at(folder);
            std::ifstream file(top / path);
            for (std::string line; std::getline(file, line);) {
                if (!beginsWith(line, "#include ") || line.size() < 12) continue;
                INFO(line);
                const std::string target = line.substr(10, line.find_last_of("\">") - 10);
                if (line[9] == '<') {
                    if (std::string(part) == "core") CHECK((target[0] != 'Q' && !beginsWith(target, "Qt")));
                    continue;
                }
                CHECK(std::any_of(row.allowed.begin(), row.allowed.end(), [&](const std::string& b) { return beginsWith(target, b); }));
                seen++;
            }
        }
    }
    CHECK(seen > 500);
}

TEST_CASE("between the sub-folders of a row, headers include downwards only") {
    const auto rows = table();
    size_t seen = 0;
    for (const auto& [folder, row] : rows) {
        if (row.parts.empty()) continue;
        for (const std::string& path : sources(folder)) {
            if (!beginsWith(fs::path(path).extension(), ".h")) continue;
            const long own = partOf(row, folder, path);
            std::ifstream file(top / path);
            for (std::string line; own >= 0 && std::getline(file, line);) {
                if (!beginsWith(line, "#include \"")) continue;
                INFO(path << ": " << line);
                CHECK(partOf(row, folder, line.substr(10, line.rfind('"') - 10)) <= own);
                seen++;
            }
        }
    }
    CHECK(seen > 100);
}

// Two types of one name are one to the linker: it takes the destructor of either for both, and says nothing.
TEST_CASE("no two types have one name") {
    static const std::regex type(R"((?:struct|class|union|enum|enum class) (\w+)(?: final)?(?: : [^:].*)? ?\{.*)");
    std::map<std::string, std::string> where; // with the namespace before it
    for (const char* part : {"core", "ui", "app"}) {
        for (const std::string& path : sources(part)) {
            std::ifstream file(top / path);
            std::string space;
            std::smatch found;
            for (std::string line; std::getline(file, line);) {
                if (beginsWith(line, "namespace ")) space = line.substr(10, line.find('{') - 10);
                if (space.empty() || line.empty() || line[0] == ' ' || !std::regex_match(line, found, type)) continue; // nameless: each file's own
                const std::string& first = where.emplace(space + "::" + found[1].str(), path).first->second;
                INFO(space << "::" << found[1]);
                CHECK(first == path);
            }
        }
    }
    CHECK(where.size() > 500);
}

TEST_CASE("no folder holds more files than a reader can look over") {
    for (const char* part : {"core", "ui", "app"}) {
        std::map<std::string, size_t> files;
        for (const auto& entry : fs::recursive_directory_iterator(top / part))
            if (entry.is_regular_file()) ++files[fs::relative(entry.path().parent_path(), top).generic_string()];
        for (const auto& [folder, count] : files) {
            INFO(folder);
            CHECK(count <= mostFilesInAFolder);
        }
    }
}

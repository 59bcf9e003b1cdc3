// SPDX-License-Identifier: GPL-3.0-or-later
//
// The arrows between folders are those of the table in HACKING.md: every #include of core, ui and app is one that its row allows.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace fs = std::filesystem;

namespace {

const fs::path top = MEMTAPE_SOURCE_DIR;

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, by);) {
        size_t begin = part.find_first_not_of(' '), end = part.find_last_not_of(' ');
        parts.push_back(begin == std::string::npos ? "" : part.substr(begin, end - begin + 1));
    }
    return parts;
}

// Of each folder with a row: beginnings of the paths that it may include.
std::map<std::string, std::vector<std::string>> allowedArrows() {
    std::map<std::string, std::vector<std::string>> rows;
    std::vector<std::string> above;
    std::ifstream file(top / "HACKING.md");
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells = split(line, '|');
        if (cells.size() < 4 || (cells[1].rfind("core/", 0) != 0 && cells[1].rfind("ui/", 0) != 0 && cells[1] != "app")) continue;
        std::vector<std::string>& allowed = rows[cells[1]];
        allowed.push_back(cells[1] + "/");
        for (const std::string& word : split(cells[3], ',')) {
            if (word == "all above") allowed.insert(allowed.end(), above.begin(), above.end());
            else if (word == "all of core") allowed.push_back("core/");
            else if (word == "all") allowed.insert(allowed.end(), {"core/", "ui/"});
            else if (word.find('.') != std::string::npos) allowed.push_back("core/" + word);
            else if (!word.empty()) allowed.push_back((word.find('/') == std::string::npos ? "core/" + word : word) + "/");
        }
        above.push_back(cells[1] + "/");
    }
    return rows;
}

}

TEST_CASE("every include is an arrow that HACKING.md allows") {
    const auto rows = allowedArrows();
    REQUIRE(rows.size() > 10);
    size_t seen = 0;
    for (const char* part : {"core", "ui", "app"}) {
        for (const auto& entry : fs::recursive_directory_iterator(top / part)) {
            const std::string ending = entry.path().extension();
            if (ending != ".h" && ending != ".cpp" && ending != ".inc" && ending != ".def") continue;
            const std::string path = fs::relative(entry.path(), top).generic_string();
            const std::string folder = path.substr(0, std::string(part) == "app" ? 3 : path.find('/', path.find('/') + 1));
            INFO(path);
            REQUIRE(rows.count(folder) == 1);
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);) {
                if (line.rfind("#include ", 0) != 0 || line.size() < 12) continue;
                INFO(line);
                const std::string target = line.substr(10, line.find_last_of("\">") - 10);
                if (line[9] == '<') {
                    if (std::string(part) == "core") CHECK((target[0] != 'Q' && target.rfind("Qt", 0) != 0));
                    continue;
                }
                bool allowed = false;
                for (const std::string& beginning : rows.at(folder)) allowed = allowed || target.rfind(beginning, 0) == 0;
                CHECK(allowed);
                seen++;
            }
        }
    }
    CHECK(seen > 500);
}

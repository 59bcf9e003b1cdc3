// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/weave/weave_block.h"

#include <algorithm>
#include <charconv>

#include "core/text/quoted_words.h"

namespace memtape {

namespace {

constexpr int leastHeight = 100, mostHeight = 4000;

// Of `python memtape …` and `{.python .memtape …}`: what stands in the braces, or all.
std::string_view withoutBraces(std::string_view info) {
    const bool isInBraces = info.size() >= 2 && info.front() == '{' && info.back() == '}';
    return isInBraces ? info.substr(1, info.size() - 2) : info;
}

std::string_view withoutDot(std::string_view word) {
    if (!word.empty() && word[0] == '.') word.remove_prefix(1);
    return word;
}

// The language of a block that asks to be drawn, found without a look at its other words, which may be wrong.
std::string languageIfAsked(std::string_view info) {
    info = withoutBraces(info);
    std::string_view words[2];
    for (std::string_view& word : words) {
        info.remove_prefix(std::min(info.find_first_not_of(" \t"), info.size()));
        const size_t end = std::min(info.find_first_of(" \t"), info.size());
        word = withoutDot(info.substr(0, end));
        info.remove_prefix(end);
    }
    return words[1] == "memtape" ? std::string(words[0]) : std::string();
}

// Of a file; no way out of the folder.
bool isGoodName(const std::string& name) {
    auto isGood = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80);
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), isGood);
}

bool takeHeight(const std::string& value, int& height) {
    auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), height);
    return error == std::errc() && end == value.data() + value.size() && height >= leastHeight && height <= mostHeight;
}

void takeWord(const std::string& word, WeaveBlock& block) {
    const size_t equals = word.find('=');
    const std::string key = word.substr(0, equals), value = equals == std::string::npos ? std::string() : word.substr(equals + 1);
    if (word[0] == '.' || word[0] == '#') block.classes.push_back(word);
    else if (word == "page") block.isPage = true;
    else if (word == "hide") block.isHidden = true;
    else if (key == "alt" && equals != std::string::npos) block.alt = value;
    else if (key == "format") {
        block.format = value;
        if (value != "svg" && value != "png") block.problem = "format is svg or png, not '" + value + "'";
    } else if (key == "name") {
        block.name = value;
        if (!isGoodName(value)) block.problem = "a name has letters, digits, - and _ alone, not '" + value + "'";
    } else if (key == "height") {
        if (!takeHeight(value, block.height))
            block.problem =
                "height is a whole number from " + std::to_string(leastHeight) + " to " + std::to_string(mostHeight) + ", not '" + value + "'";
    } else if (word[0] == '-') block.problem = "the words of a block have no dashes before them: '" + word + "'";
    else block.options.push_back("--" + word);
}

void takeWords(WeaveBlock& block) {
    auto words = quotedWords(withoutBraces(block.fence.info));
    if (!words) block.problem = "a quote is not closed";
    for (size_t i = 2; words && i < words->size() && block.problem.empty(); ++i)
        if (!(*words)[i].empty()) takeWord((*words)[i], block);
    if (!block.problem.empty()) return;
    if (block.isPage && !block.format.empty()) block.problem = "page and format= are two things to ask for";
    else if (!block.fence.isClosed) block.problem = "the block is not closed";
    else if (block.fence.text.find_first_not_of(" \t\n") == std::string::npos) block.problem = "the block has no program";
    if (block.isPage) block.format = "html";
}

}

std::vector<WeaveBlock> weaveBlocks(const std::vector<std::string_view>& lines) {
    std::vector<WeaveBlock> blocks;
    for (FencedBlock& fence : fencedBlocks(lines)) {
        std::string language = languageIfAsked(fence.info);
        if (language.empty()) continue;
        WeaveBlock& block = blocks.emplace_back();
        block.fence = std::move(fence);
        block.language = std::move(language);
        takeWords(block);
    }
    return blocks;
}

std::string plainOpening(const WeaveBlock& block) {
    std::string info = block.language;
    if (!block.classes.empty()) {
        info = "{." + info;
        for (const std::string& name : block.classes) info += ' ' + name;
        info += '}';
    }
    return block.fence.lead + block.fence.fence + info;
}

}

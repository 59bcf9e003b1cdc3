// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/weave/woven_text.h"

#include "tests/support/ui/catch_qt.h"

using namespace memtape;

namespace {

WeaveBlock only(std::string_view text) {
    const auto blocks = weaveBlocks(linesOf(text));
    REQUIRE(blocks.size() == 1);
    return blocks.front();
}

WeaveBlock asked(const std::string& words) { return only("```python memtape " + words + "\na = 1\n```\n"); }

std::string woven(std::string_view text, int pictures = 1) {
    const auto blocks = weaveBlocks(linesOf(text));
    std::vector<std::vector<WovenPicture>> all(blocks.size());
    for (auto& each : all)
        for (int i = 0; i < pictures; ++i) each.push_back({QStringLiteral("o/%1.svg").arg(i + 1), QStringLiteral("alt")});
    return wovenText(text, blocks, all);
}

}

TEST_CASE("blocks ask by the word behind the language", "[weave]") {
    CHECK(weaveBlocks(linesOf("```python\n```\n```memtape\n```\n```python line=1 memtape\n```\n")).empty());
    CHECK(only("```py memtape\na\n```\n").language == "py");
    CHECK(only("```{.python .memtape line=3}\na\n```\n").options == std::vector<std::string>{"--line=3"});
    CHECK(only("```{.python .memtape #id .numbers last}\na\n```\n").classes == std::vector<std::string>{"#id", ".numbers"});
}

TEST_CASE("words are options of export, but for those of a block itself", "[weave]") {
    const WeaveBlock block = asked("line=8:2 detail=bytes crop title=\"Two words\" alt='a \"b\"' name=stack-2 format=png hide");
    CHECK(block.problem.empty());
    CHECK(block.options == std::vector<std::string>{"--line=8:2", "--detail=bytes", "--crop", "--title=Two words"});
    CHECK(block.alt == "a \"b\"");
    CHECK(block.name == "stack-2");
    CHECK(block.format == "png");
    CHECK(block.isHidden);
    CHECK(asked("last").alt == std::nullopt);
    CHECK(asked("last alt=").alt == "");
    CHECK(asked("page height=300").format == "html");
    CHECK(asked("page height=300").height == 300);
}

TEST_CASE("what makes no sense in a block is said", "[weave]") {
    CHECK(asked("alt=\"open").problem == "a quote is not closed");
    CHECK(asked("format=pdf").problem == "format is svg or png, not 'pdf'");
    CHECK(asked("page format=png").problem == "page and format= are two things to ask for");
    CHECK(asked("name=../up").problem == "a name has letters, digits, - and _ alone, not '../up'");
    CHECK(asked("height=12cm").problem == "height is a whole number from 100 to 4000, not '12cm'");
    CHECK(asked("--line=3").problem == "the words of a block have no dashes before them: '--line=3'");
    CHECK(only("```python memtape\na = 1\n").problem == "the block is not closed");
    CHECK(only("```python memtape\n\n```\n").problem == "the block has no program");
}

TEST_CASE("a block is followed by its pictures, and keeps its language alone", "[weave]") {
    CHECK(woven("a\n\n```python memtape line=1\nx\n```\n\nb\n") == "a\n\n```python\nx\n```\n\n![alt](o/1.svg)\n\nb\n");
    CHECK(woven("```python memtape\nx\n```\nb") == "```python\nx\n```\n\n![alt](o/1.svg)\n\nb");
    CHECK(woven("```python memtape\nx\n```") == "```python\nx\n```\n\n![alt](o/1.svg)\n");
    CHECK(woven("```python memtape\r\nx\r\n```\r\nb\r\n") == "```python\r\nx\r\n```\r\n\r\n![alt](o/1.svg)\r\n\r\nb\r\n");
    CHECK(woven("```python memtape\nx\n```\n", 2) == "```python\nx\n```\n\n![alt](o/1.svg)\n\n![alt](o/2.svg)\n");
    CHECK(woven("```{.python .memtape .n line=1}\nx\n```\n") == "```{.python .n}\nx\n```\n\n![alt](o/1.svg)\n");
    CHECK(woven("no blocks\n```python\nx\n```") == "no blocks\n```python\nx\n```");
}

TEST_CASE("pictures stay where their block is", "[weave]") {
    CHECK(woven("> ```python memtape\n> x\n> ```\n> b\n") == "> ```python\n> x\n> ```\n>\n> ![alt](o/1.svg)\n>\n> b\n");
    CHECK(woven("- ```python memtape\n  x\n  ```\n- b\n") == "- ```python\n  x\n  ```\n\n  ![alt](o/1.svg)\n\n- b\n");
    CHECK(woven("a\n\n```python memtape hide\nx\n```\n\nb\n") == "a\n\n![alt](o/1.svg)\n\nb\n");
    CHECK(woven("- ```python memtape hide\n  x\n  ```\n") == "- ![alt](o/1.svg)\n");
}

TEST_CASE("a page stands in a frame", "[weave]") {
    CHECK(woven("```python memtape page height=300\nx\n```\n") ==
          "```python\nx\n```\n\n<iframe src=\"o/1.svg\" title=\"alt\" width=\"100%\" height=\"300\" loading=\"lazy\" style=\"border:0\"></iframe>\n");
}

TEST_CASE("texts of programs are no Markdown, and paths no addresses by themselves", "[weave]") {
    CHECK(asMarkdown(QStringLiteral("__init__ [a](b) *c* `d`\n<e> & $f$ {{g}}")) ==
          "\\_\\_init\\_\\_ \\[a\\](b) \\*c\\* \\`d\\` &#60;e&#62; &#38; &#36;f&#36; \\{\\{g\\}\\}");
    CHECK(asAddress(QStringLiteral("a b/(1)#%.svg")) == "a%20b/%281%29%23%25.svg");
    CHECK(asAddress(QStringLiteral("그림/1.svg")) == "그림/1.svg");
}
